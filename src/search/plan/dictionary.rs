//! Words of the index that a pattern, a misspelt word or a stem stands for.
//!
//! The dictionary of an index is sorted; only the words that begin with the same letter, in whatever accent, are looked at.

use std::collections::BTreeMap;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};
use tantivy::Searcher;
use tantivy::schema::Field;

use crate::index::IndexError;
use crate::index::analysis::fold_word;
use crate::search::living;

/// A pattern or a misspelt word stands for so many words at most: the most frequent ones.
pub(super) const MOST_WORDS: usize = 128;

/// Words of the index, each with how many articles have it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The most frequent first.
    pub(crate) words: Vec<(String, u64)>,
    /// How many more there are.
    pub(crate) left_out: usize,
}

/// All words of a field that begin with the letter of `word`, and that `fits` lets through.
pub(crate) fn words(
    shelves: &[Searcher],
    field: Field,
    word: &str,
    fits: impl Fn(&str) -> bool,
) -> Result<Found, IndexError> {
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    let Some(first) = word.chars().next() else { return Ok(Found::default()) };
    for segment in shelves.iter().flat_map(|shelf| shelf.segment_readers()) {
        let inverted = segment.inverted_index(field)?;
        for begin in accents(first) {
            let mut bytes = [0; 4];
            let begin = begin.encode_utf8(&mut bytes).as_bytes();
            let mut terms = inverted.terms().range().ge(begin).into_stream().map_err(tantivy::TantivyError::from)?;
            while terms.advance() && terms.key().starts_with(begin) {
                let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
                let fit = if term.is_ascii() { fits(term) } else { fits(&fold_word(term)) };
                if fit {
                    let with = living::with_info(segment, &inverted, terms.value())?;
                    if with > 0 {
                        *found.entry(term.to_owned()).or_default() += with;
                    }
                }
            }
        }
    }
    let mut words: Vec<(String, u64)> = found.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let left_out = words.len().saturating_sub(MOST_WORDS);
    words.truncate(MOST_WORDS);
    Ok(Found { words, left_out })
}

/// A letter and the Latin letters that are the same one with an accent.
fn accents(letter: char) -> Vec<char> {
    let folded = fold_word(&letter.to_string());
    let same = |c: &char| c.is_lowercase() && fold_word(&c.to_string()) == folded;
    let mut letters: Vec<char> = folded.chars().take(1).collect();
    if letter.is_ascii_alphabetic() {
        letters.extend(('\u{DF}'..='\u{24F}').filter(same));
    } else if letters.first() != Some(&letter) {
        letters.push(letter);
    }
    letters
}

/// Whether a word is one that a pattern stands for: `*` any letters, `?` one.
pub(crate) fn is_like(pattern: &str, word: &str) -> bool {
    let (pattern, word): (Vec<char>, Vec<char>) = (pattern.chars().collect(), word.chars().collect());
    let (mut p, mut w) = (0, 0);
    // Where to go on from when the letters after the last `*` turn out not to fit.
    let mut again: Option<(usize, usize)> = None;
    while w < word.len() {
        match pattern.get(p) {
            Some('*') => {
                again = Some((p, w));
                p += 1;
            }
            Some(c) if *c == '?' || *c == word[w] => {
                p += 1;
                w += 1;
            }
            _ => match again {
                Some((star, at)) => {
                    again = Some((star, at + 1));
                    p = star + 1;
                    w = at + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

/// Tells how many letters two words differ in: one missing, added, changed, or two neighbours exchanged.
/// Schulz and Mihov, "Fast string correction with Levenshtein automata" (2002).
pub(crate) struct Misspelt(DFA);

impl Misspelt {
    pub(crate) fn new(word: &str, letters: u8) -> Misspelt {
        Misspelt(LevenshteinAutomatonBuilder::new(letters.min(2), true).build_dfa(word))
    }

    /// How many letters, if not too many.
    pub(crate) fn distance(&self, word: &str) -> Option<u8> {
        match self.0.eval(word) {
            Distance::Exact(letters) => Some(letters),
            Distance::AtLeast(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, word, like) in [
            ("econ*", "economy", true),
            ("econ*", "econ", true),
            ("econ*", "eco", false),
            ("w?rd", "word", true),
            ("w?rd", "wrd", false),
            ("gr*in*", "grains", true),
            ("gr*in", "grainin", true),
            ("gr*in", "grained", false),
            ("a*a*a*a*b", &"a".repeat(2000), false),
        ] {
            assert_eq!(is_like(pattern, word), like, "{pattern} {word}");
        }
    }

    #[test]
    fn misspelt_words() {
        assert_eq!(Misspelt::new("sanctoins", 2).distance("sanctions"), Some(1));
        assert_eq!(Misspelt::new("grain", 1).distance("gain"), Some(1));
        assert_eq!(Misspelt::new("grain", 1).distance("gin"), None);
    }

    #[test]
    fn letters_with_accents_are_the_same_letter() {
        assert!(accents('e').contains(&'e'));
        assert!(accents('ж').contains(&'ж'));
    }
}
