//! What of a text a query has matched, for whoever shows it.

/// The terms to mark in a text. A term is a stem as the ranked fields hold it, or `=` and a word as it is written.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Terms that count wherever they stand.
    pub(crate) words: Vec<String>,
    /// Terms that count near each other only.
    pub(crate) phrases: Vec<WantedPhrase>,
}

/// Terms that count where they stand together.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct WantedPhrase {
    /// Each with its distance from the first.
    pub(crate) steps: Vec<(usize, String)>,
    /// How many words may stand between them in all.
    pub(crate) slop: usize,
    /// Whether they count in any order.
    pub(crate) any_order: bool,
    /// Whether the last term may go on.
    pub(crate) open: bool,
}

impl Wanted {
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }
}

/// The form of a word as it is written.
pub(crate) fn written(word: &str) -> String {
    format!("={word}")
}
