//! What stands in an index, read with tantivy alone, and whether it is what may stand there.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Mutex;

use pressmark::index::IndexError;
use pressmark::{Page, extract};
use tantivy::TantivyDocument;
use tantivy::collector::DocSetCollector;
use tantivy::query::AllQuery;
use tantivy::schema::Value;

use super::folder::{Folder, PITCH, Version, html};

/// The articles of an index by path; nothing where nothing was committed yet.
///
/// # Panics
/// When the index cannot be opened, when any of its files is damaged, when an article is not whole, or is there twice.
pub fn held(index: &Path) -> Option<BTreeMap<String, Version>> {
    let engine = match pressmark::index::open(index) {
        Ok(engine) => engine,
        Err(IndexError::NotFound { .. }) => return None,
        Err(error) => panic!("the index cannot be opened: {error:?}"),
    };
    let damaged = engine.validate_checksum().expect("files that can be read");
    assert!(damaged.is_empty(), "damaged: {damaged:?}");
    let schema = engine.schema();
    let field = |name| schema.get_field(name).expect("a field");
    let (path, title, body) = (field("path"), field("title"), field("body"));
    let searcher = engine.reader().expect("a reader").searcher();
    let mut all = BTreeMap::new();
    for address in searcher.search(&AllQuery, &DocSetCollector).expect("an answer") {
        let document: TantivyDocument = searcher.doc(address).expect("a document");
        let text = |field| document.get_first(field).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
        let (path, version) = (text(path), version(&text(title)));
        let (body, whole) = (text(body), whole(version));
        let without_pitch = whole.strip_suffix(PITCH).map(str::trim_end);
        assert!(body == whole || Some(&*body) == without_pitch, "{path} is not whole: {body}");
        assert!(all.insert(path.clone(), version).is_none(), "{path} is there twice");
    }
    Some(all)
}

/// Which article this is, and in which edition, by its title.
pub fn version(title: &str) -> Version {
    let number = |before: &str| {
        let rest = title.split(before).nth(1).unwrap_or_default();
        rest.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok())
    };
    number("Report ").zip(number("edition ")).unwrap_or_else(|| panic!("no article has the title {title:?}"))
}

/// The text of an article.
fn whole(version: Version) -> String {
    static KNOWN: Mutex<Option<HashMap<Version, String>>> = Mutex::new(None);
    let mut known = KNOWN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let text = || extract(&Page::html("x", html(version))).body();
    known.get_or_insert_default().entry(version).or_insert_with(text).clone()
}

/// What an index held, and what its folder held, before a run.
pub struct Before {
    held: BTreeMap<String, Version>,
    articles: BTreeMap<String, Version>,
    twice: BTreeSet<usize>,
}

impl Before {
    pub fn new(folder: &Folder) -> Before {
        let held = held(&folder.desk.path("index")).unwrap_or_default();
        Before { held, articles: folder.articles(), twice: folder.saved_twice() }
    }

    /// Whether these are the articles of before.
    pub fn is(&self, held: &BTreeMap<String, Version>) -> bool {
        self.held == *held
    }

    /// Sees to it that an index in which a run was interrupted holds what some commit may hold: of each page the edition of
    /// before or of now, and every page of before that still is a page of its own.
    pub fn check(&self, folder: &Folder) -> Option<BTreeMap<String, Version>> {
        let (now, twice) = (folder.articles(), folder.saved_twice());
        let held = held(&folder.desk.path("index"));
        assert!(held.is_some() || self.held.is_empty(), "the index of before is lost");
        let there = held.clone().unwrap_or_default();
        for (path, version) in &there {
            let known = [self.held.get(path), self.articles.get(path), now.get(path)];
            assert!(known.contains(&Some(version)), "{path} was never {version:?}");
        }
        for (path, (number, _)) in &self.held {
            let single = !self.twice.contains(number) && !twice.contains(number);
            assert!(!single || !now.contains_key(path) || there.contains_key(path), "{path} is lost");
        }
        held
    }
}
