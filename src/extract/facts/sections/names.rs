//! What a section can be called, and how its name is spelled.

use super::super::Context;
use super::super::lists;
use crate::extract::text;

/// A longer name is a sentence, a longer list a tag cloud.
pub(crate) const MOST_CHARS: usize = 60;
pub(crate) const MOST_SECTIONS: usize = 8;

/// A name that nothing but its place says to be one has no more words than this.
pub(crate) const MOST_WORDS: usize = 4;

/// What no section is called: the site, the article.
pub(super) struct Names {
    site: String,
    title: String,
}

impl Names {
    pub(super) fn new(cx: &Context, site: Option<&str>) -> Names {
        Names { site: text::folded(site.unwrap_or_default()), title: text::folded(cx.title.unwrap_or_default()) }
    }

    pub(super) fn is_section(&self, name: &str) -> bool {
        let folded = text::folded(name);
        let chars = name.chars().count();
        let own = folded == self.site || folded == self.title;
        let address = name.contains("://") || name.contains('@');
        (2..=MOST_CHARS).contains(&chars)
            && name.chars().any(char::is_alphabetic)
            && !own
            && !address
            && !lists::is_generic(&folded)
    }

    /// The names taken apart and cleaned, each once, in the spelling seen first. Of a path the last part comes first.
    pub(super) fn plain<'t>(&self, raw: impl IntoIterator<Item = &'t str>) -> Vec<String> {
        let mut out = Vec::new();
        for raw in raw.into_iter().filter(|raw| raw.len() < 1000) {
            let path = text::unescape(raw).replace(" / ", "|");
            for name in path.rsplit(['>', '›', '»', '|', '→']).map(spelled).filter(|name| self.is_section(name)) {
                push_new(&mut out, name);
            }
        }
        out
    }
}

/// A name without stray punctuation; one that is the end of an address is spelled as a name.
fn spelled(name: &str) -> String {
    let name = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '·' | '•' | '-' | '–' | '/' | '#' | '|')
    });
    let slug =
        name.contains(['-', '_']) && !name.contains(char::is_whitespace) && !name.chars().any(char::is_uppercase);
    if slug { from_slug(name) } else { name.to_owned() }
}

/// `middle-east` as `Middle east`.
pub(crate) fn from_slug(slug: &str) -> String {
    let mut letters = slug.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    (first + letters.as_str()).replace(['-', '_', '+'], " ")
}

pub(super) fn shared(a: &[String], b: &[String]) -> bool {
    a.iter().any(|name| b.iter().any(|other| text::folded(name) == text::folded(other)))
}

pub(super) fn push_new(names: &mut Vec<String>, name: String) {
    if names.len() < MOST_SECTIONS && !names.iter().any(|n| text::folded(n) == text::folded(&name)) {
        names.push(name);
    }
}
