//! Saved searches: a query under a name, with what of its answer the user has seen; and `pressmark saved`, which lists
//! and removes them.

mod command;
mod store;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub(crate) use command::{SavedArgs, run};
pub(crate) use store::{SavedError, Store};

use crate::read::path_text;

/// The version of the form in which searches are kept. A file with a higher one is refused, not misread.
const VERSION: u32 = 1;

/// The most characters of a name.
const LONGEST: usize = 64;

/// The most bytes of a name, which with `.json` is the name of a file on every system.
const MOST_BYTES: usize = 240;

/// A search under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Saved {
    /// The version of the form.
    version: u32,
    /// The name: that of the file, and therefore not in it.
    #[serde(skip)]
    pub(crate) name: String,
    /// What is searched for.
    pub(crate) arguments: SavedQuery,
    /// What the user has seen, by the absolute path of the index.
    #[serde(default)]
    looked: BTreeMap<String, Look>,
}

/// The query and the filters of a saved search, as they were typed. What an older file does not say is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SavedQuery {
    /// What was searched for.
    pub(crate) query: String,
    /// `--within`
    pub(crate) within: Vec<String>,
    /// `--section`
    pub(crate) sections: Vec<String>,
    /// `--site`
    pub(crate) sites: Vec<String>,
    /// `--author`
    pub(crate) authors: Vec<String>,
    /// `--lang`
    pub(crate) langs: Vec<String>,
    /// `--kind`
    pub(crate) kinds: Vec<String>,
    /// `--since`
    pub(crate) since: Option<String>,
    /// `--until`
    pub(crate) until: Option<String>,
}

/// When the user last looked at the answer, and what was in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Look {
    /// When.
    pub(crate) at: Timestamp,
    /// The identities of the articles of the answer, in order.
    seen: BTreeSet<String>,
}

impl Saved {
    /// A search that nobody has looked at yet.
    pub(crate) fn new(name: &str, arguments: SavedQuery) -> Saved {
        Saved { version: VERSION, name: name.to_owned(), arguments, looked: BTreeMap::new() }
    }

    /// The last look at the answer of this index.
    pub(crate) fn last_look(&self, index: &Path) -> Option<&Look> {
        self.looked.get(&key(index))
    }

    /// Notes that the user has now seen these articles, and all others of the last look no more.
    pub(crate) fn look(&mut self, index: &Path, ids: impl Iterator<Item = String>) {
        self.looked.insert(key(index), Look::at(Timestamp::now(), ids));
    }

    /// The looks at all indexes, each with the path of its index.
    pub(crate) fn looks(&self) -> impl Iterator<Item = (&str, &Look)> {
        self.looked.iter().map(|(index, look)| (index.as_str(), look))
    }
}

impl Look {
    /// A look at these articles at this time. What is kept is the second: nobody asks for more.
    fn at(at: Timestamp, ids: impl Iterator<Item = String>) -> Look {
        let seconds = Timestamp::from_second(at.as_second()).unwrap_or(at);
        Look { at: seconds, seen: ids.collect() }
    }

    /// The identities of the articles that were there.
    pub(crate) fn seen_ids(&self) -> impl Iterator<Item = &str> {
        self.seen.iter().map(String::as_str)
    }

    /// How many articles were there.
    pub(crate) fn seen(&self) -> usize {
        self.seen.len()
    }
}

impl SavedQuery {
    /// Words and filters as they may be typed, for people to read.
    pub(crate) fn typed(&self) -> String {
        let words = (!self.query.is_empty()).then(|| quoted(&self.query));
        words.into_iter().chain(self.filters()).collect::<Vec<_>>().join(" ")
    }

    /// The filters as options of `search`, for people to read.
    pub(crate) fn filters(&self) -> Vec<String> {
        let lists = [
            ("--within", &self.within),
            ("--section", &self.sections),
            ("--site", &self.sites),
            ("--author", &self.authors),
            ("--lang", &self.langs),
            ("--kind", &self.kinds),
        ];
        let days = [("--since", &self.since), ("--until", &self.until)];
        let lists = lists.into_iter().flat_map(|(option, values)| values.iter().map(move |value| (option, value)));
        let days = days.into_iter().filter_map(|(option, day)| day.as_ref().map(|day| (option, day)));
        lists.chain(days).map(|(option, value)| format!("{option} {}", quoted(value))).collect()
    }
}

/// A value in quotation marks where a shell would take it apart.
fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_.,:/".contains(c);
    if !value.is_empty() && value.chars().all(plain) {
        return value.to_owned();
    }
    format!("'{}'", value.replace('\'', "'\\''"))
}

/// An index is known by its folder, whatever the current one and by whichever link it was reached.
fn key(index: &Path) -> String {
    let absolute = std::fs::canonicalize(index).or_else(|_| std::path::absolute(index));
    path_text(&absolute.unwrap_or_else(|_| index.to_owned()))
}

/// A name is the name of a file on every system, and no option.
fn check_name(name: &str) -> Result<(), &'static str> {
    if name.is_empty() {
        return Err("it is empty");
    }
    if name.chars().count() > LONGEST || name.len() > MOST_BYTES {
        return Err("it is longer than 64 letters");
    }
    if !name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.')) {
        return Err("only letters, digits, -, _ and . may be in it");
    }
    if name.starts_with(['-', '.']) {
        return Err("it cannot begin with - or .");
    }
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    if is_device(&stem) {
        return Err("Windows keeps it for a device");
    }
    Ok(())
}

/// `con`, `nul`, `com1`: on Windows no file can be called so, with whatever ending.
fn is_device(stem: &str) -> bool {
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered.is_some_and(|n| n.len() == 1 && n != "0")
}

#[cfg(test)]
mod tests;
