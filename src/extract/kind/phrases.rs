//! Phrases that are looked for in many texts, all at once.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Match};

/// Words in a row.
pub(super) struct Phrases {
    words: &'static [&'static str],
    finder: AhoCorasick,
}

impl Phrases {
    pub(super) fn new(words: &'static [&'static str]) -> Phrases {
        // What asks more of a text is made in a third of the time, which is that of each command, however few pages it reads.
        let finder = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(words);
        Phrases { words, finder: finder.expect("a short list") }
    }

    /// Those that stand in a folded text, whole and in a row.
    fn within<'t>(&self, text: &'t str) -> impl Iterator<Item = Match> + use<'_, 't> {
        let is_whole = move |found: &Match| {
            let before = text[..found.start()].chars().next_back();
            let after = text[found.end()..].chars().next();
            let parted = |c: Option<char>| c.is_none_or(|c| c == ' ' || !c.is_ascii() && !c.is_alphabetic());
            parted(before) && parted(after)
        };
        self.finder.find_overlapping_iter(text).filter(is_whole)
    }

    /// Where they stand in a folded text.
    pub(super) fn places<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
        self.within(text).map(|found| found.range())
    }

    /// Whether one of them stands in a folded text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.within(text).next().is_some()
    }

    /// Whether a folded text says one of them: a phrase of several words in it, or a single word for itself.
    pub(super) fn are_said(&self, text: &str) -> bool {
        self.within(text).map(|found| self.words[found.pattern()]).any(|phrase| phrase.contains(' ') || phrase == text)
    }
}
