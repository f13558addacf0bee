//! [`Stats`]: what an index holds. What [`Searcher::stats`](crate::search::Searcher::stats) hands to every output.

use std::collections::BTreeMap;

use serde::Serialize;

/// The facts that are counted, in the order in which they are shown.
pub const FACTS: &[&str] =
    &["title", "date", "modified", "sections", "authors", "lang", "site", "url", "tags", "summary"];

/// What an index holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Stats {
    /// Articles in all.
    pub articles: usize,
    /// Pages beside them that are copies of them.
    pub copies: usize,
    /// Articles by kind of page.
    pub kinds: BTreeMap<String, usize>,
    /// Articles by language.
    pub languages: BTreeMap<String, usize>,
    /// Each of [`FACTS`].
    pub facts: BTreeMap<String, FactStats>,
}

/// How many articles have a fact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct FactStats {
    /// Articles that have it.
    pub have: usize,
    /// Of those, how many have it from which source.
    pub sources: BTreeMap<String, usize>,
}

/// An article of a group that says nearly the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duplicate {
    /// Its id.
    pub id: String,
    /// How the page is called.
    pub path: String,
    /// Words of its text.
    pub words: u64,
}
