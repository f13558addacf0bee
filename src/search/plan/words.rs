//! The words of a query as the languages of the index have them.
//!
//! A query does not say its language, and an index has articles in several: a word is looked up in the form that each
//! language's analysis gives it.

use std::collections::BTreeMap;

use tantivy::Searcher;

use crate::index::analysis::{self, Lang, Token};
use crate::index::{Fields, IndexError};
use crate::search::living;

/// How much one stop word says for a language, beside the language's share of the index: two outweigh everything.
const STOP_WORD: f64 = 0.7;

/// The languages of an index, and of a query.
pub(super) struct Words {
    /// The analyses that articles went through, the most frequent first, each with its share.
    langs: Vec<(Lang, f64)>,
    /// The language that the query seems to be in: its stop words say nothing.
    query: Lang,
}

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// Its number among the words, stop words counted.
    pub(super) position: usize,
    /// Its forms, each in some language; several stand for one word.
    pub(super) terms: Vec<String>,
    /// As it is written, in lower case; none of a part of a word.
    pub(super) written: Option<String>,
}

impl Words {
    /// `typed` are the plain words of the query.
    pub(super) fn new(shelves: &[Searcher], fields: &Fields, typed: &str) -> Result<Words, IndexError> {
        let langs = langs(shelves, fields)?;
        let words = analysis::surfaces(typed);
        let votes = |lang: Lang| words.iter().filter(|w| analysis::is_stop_word(lang, &w.text)).count() as f64;
        let query = langs
            .iter()
            .map(|&(lang, share)| (votes(lang) * STOP_WORD + share, lang))
            // The first of equals: the most frequent.
            .fold(None, |best: Option<(f64, Lang)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            })
            .map_or(Lang::of(None), |(_, lang)| lang);
        Ok(Words { langs, query })
    }

    pub(super) fn langs(&self) -> impl Iterator<Item = Lang> + '_ {
        self.langs.iter().map(|(lang, _)| *lang)
    }

    /// The telling words of a text, each in its forms.
    pub(super) fn slots(&self, text: &str) -> Vec<Slot> {
        let written = analysis::surfaces(text);
        let mut slots: BTreeMap<usize, Slot> = BTreeMap::new();
        for lang in self.langs() {
            for token in analysis::sought(lang, text) {
                let own = written.iter().find(|w| w.range == token.range).map(|w| w.text.clone());
                if analysis::is_stop_word(self.query, own.as_deref().unwrap_or(&token.text)) {
                    continue;
                }
                let slot = slots.entry(token.position).or_insert_with(|| Slot {
                    position: token.position,
                    terms: Vec::new(),
                    written: own,
                });
                if !slot.terms.contains(&token.text) {
                    slot.terms.push(token.text);
                }
            }
        }
        slots.into_values().collect()
    }

    /// How many words a text has, telling or not.
    pub(super) fn count(&self, text: &str) -> usize {
        let first = self.langs().next().unwrap_or(Lang::of(None));
        let last = |tokens: Vec<Token>| tokens.last().map_or(0, |token| token.position + 1);
        last(analysis::sought(first, text)).max(last(analysis::surfaces(text))).max(1)
    }

    /// A phrase as each language has it, without doubles; nothing if all of its words are too common to tell anything.
    pub(super) fn phrases(&self, text: &str) -> Vec<Vec<(usize, String)>> {
        let mut phrases = vec![steps(self.query, text)];
        let telling = phrases[0].len();
        if telling == 0 {
            return Vec::new();
        }
        for lang in self.langs() {
            let steps = steps(lang, text);
            // A language that drops more than the query's own takes words of it for articles and pronouns of its own.
            if steps.len() >= telling && !phrases.contains(&steps) {
                phrases.push(steps);
            }
        }
        phrases
    }
}

/// The words of a phrase as a language has them. Of two forms at one place, the first is that of the word as it was typed.
fn steps(lang: Lang, text: &str) -> Vec<(usize, String)> {
    let mut steps: Vec<(usize, String)> = Vec::new();
    for token in analysis::sought(lang, text) {
        if steps.last().is_none_or(|(at, _)| *at != token.position) {
            steps.push((token.position, token.text));
        }
    }
    steps
}

/// The analyses that the articles of an index went through, with their shares, the most frequent first.
fn langs(shelves: &[Searcher], fields: &Fields) -> Result<Vec<(Lang, f64)>, IndexError> {
    let mut counts: BTreeMap<Lang, u64> = BTreeMap::new();
    let (mut tagged, mut all) = (0, 0);
    for segment in shelves.iter().flat_map(|shelf| shelf.segment_readers()) {
        all += u64::from(segment.num_docs());
        let inverted = segment.inverted_index(fields.lang)?;
        let mut codes = inverted.terms().stream().map_err(tantivy::TantivyError::from)?;
        while codes.advance() {
            let articles = living::with_info(segment, &inverted, codes.value())?;
            let code = std::str::from_utf8(codes.key()).ok();
            if articles > 0 {
                *counts.entry(Lang::of(code)).or_default() += articles;
            }
            tagged += articles;
        }
    }
    if tagged < all || counts.is_empty() {
        *counts.entry(Lang::of(None)).or_default() += all - tagged.min(all);
    }
    let mut langs: Vec<(Lang, f64)> = counts.into_iter().map(|(l, n)| (l, n as f64 / all.max(1) as f64)).collect();
    langs.sort_by(|a, b| b.1.total_cmp(&a.1));
    Ok(langs)
}
