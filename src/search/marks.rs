//! Which words of a text a query has matched.

use std::collections::HashMap;
use std::ops::Range;

use super::plan::{Wanted, WantedPhrase, written};
use crate::index::analysis::{self, Lang, Token};

/// What a phrase counts for, in words.
const PHRASE_WEIGHT: f32 = 4.0;

/// Finds the matches of one query in texts.
pub(crate) struct Marker {
    words: HashMap<String, f32>,
    phrases: Vec<WantedPhrase>,
    /// Whether words as they are written are wanted, and whether stems are.
    wants_written: bool,
    wants_stems: bool,
    /// How words that match begin in English.
    beginnings: Vec<Vec<u8>>,
}

/// A match in a text: its bytes, what it is a match of, and the weight of that.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Match<'m> {
    pub(crate) range: Range<usize>,
    pub(crate) term: &'m str,
    pub(crate) weight: f32,
}

impl Marker {
    /// `weight` tells how rare a term is: rarer terms decide which passage is shown.
    pub(crate) fn new(wanted: &Wanted, weight: impl Fn(&str) -> f32) -> Marker {
        let words: HashMap<String, f32> = wanted.words.iter().map(|w| (w.clone(), weight(w))).collect();
        let terms = || words.keys().chain(wanted.phrases.iter().flat_map(|p| p.steps.iter().map(|(_, term)| term)));
        let (wants_written, wants_stems) =
            (terms().any(|term| term.starts_with('=')), terms().any(|term| !term.starts_with('=')));
        let beginnings = terms().map(|term| beginning(term)).collect();
        Marker { wants_written, wants_stems, beginnings, words, phrases: wanted.phrases.clone() }
    }

    /// Whether a part of a text can have a match. To take the endings off every word of ten articles costs more than the
    /// search itself, and most words do not so much as begin like one that is wanted.
    fn may_match(&self, lang: Lang, part: &str) -> bool {
        let plain = || part.is_ascii() || part.chars().all(|c| c.is_ascii() || analysis::is_between_words(c));
        if lang != Lang::ENGLISH || !plain() {
            return true;
        }
        let words = part.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let begins = |word: &[u8], begin: &[u8]| word.get(..begin.len()).is_some_and(|w| w.eq_ignore_ascii_case(begin));
        words.into_iter().any(|word| self.beginnings.iter().any(|begin| begins(word, begin)))
    }

    /// The terms of a text, but for those that cannot be matches. Whether words stand together is told by all that stand
    /// between them; where that is not asked, only the words are analysed that can match.
    fn terms(&self, lang: Lang, text: &str) -> Vec<Token> {
        if !self.phrases.is_empty() {
            return analysis::tokens(lang, text);
        }
        let mut end = 0;
        // No word has a blank in it.
        let parts = text.split_inclusive(' ').map(|part| {
            end += part.len();
            end - part.len()..end
        });
        analysis::tokens_of_parts(lang, text, parts.filter(|part| self.may_match(lang, &text[part.clone()])))
    }

    /// The words that match, in order, apart from each other.
    pub(crate) fn matches(&self, lang: Lang, text: &str) -> Vec<Match<'_>> {
        let mut matches = Vec::new();
        if !self.may_match(lang, text) {
            return matches;
        }
        if self.wants_stems {
            self.add(&self.terms(lang, text), &mut matches);
        }
        if self.wants_written {
            let mut tokens = analysis::surfaces(text);
            tokens.iter_mut().for_each(|token| token.text = written(&token.text));
            self.add(&tokens, &mut matches);
        }
        matches.sort_by(|a, b| {
            a.range.start.cmp(&b.range.start).then(b.range.end.cmp(&a.range.end)).then(b.weight.total_cmp(&a.weight))
        });
        apart(matches)
    }

    fn add<'m>(&'m self, tokens: &[Token], matches: &mut Vec<Match<'m>>) {
        let mut found: HashMap<usize, (&str, f32)> = HashMap::new();
        for phrase in &self.phrases {
            for start in 0..tokens.len() {
                for (place, step) in places(phrase, tokens, start).into_iter().zip(0..) {
                    let (_, term) = &phrase.steps[step];
                    found.insert(place, (term, PHRASE_WEIGHT));
                }
            }
        }
        for (at, token) in tokens.iter().enumerate() {
            if let Some((term, weight)) = self.words.get_key_value(&token.text) {
                found.entry(at).or_insert((term, *weight));
            }
        }
        let all = found.into_iter();
        matches.extend(all.map(|(at, (term, weight))| Match { range: tokens[at].range.clone(), term, weight }));
    }
}

/// How every English word begins that has this term: endings change at most the last two letters of a stem (flies, fli;
/// dying, die).
fn beginning(term: &str) -> Vec<u8> {
    let letters = term.strip_prefix('=').unwrap_or(term).as_bytes();
    letters[..letters.len().saturating_sub(2).clamp(1, 3).min(letters.len())].to_vec()
}

/// Matches one after the other: where they overlap, as signs of scripts without spaces do, they are one.
fn apart(matches: Vec<Match>) -> Vec<Match> {
    let mut out: Vec<Match> = Vec::with_capacity(matches.len());
    for next in matches {
        match out.last_mut() {
            Some(before) if next.range.start < before.range.end => {
                before.range.end = before.range.end.max(next.range.end)
            }
            _ => out.push(next),
        }
    }
    out
}

/// Where the words of a phrase stand if it begins at this token; nowhere if one is missing.
fn places(phrase: &WantedPhrase, tokens: &[Token], start: usize) -> Vec<usize> {
    if phrase.slop == 0 { in_a_row(phrase, tokens, start) } else { in_a_window(phrase, tokens, start) }
        .unwrap_or_default()
}

fn in_a_row(phrase: &WantedPhrase, tokens: &[Token], start: usize) -> Option<Vec<usize>> {
    let first = tokens.get(start)?.position;
    let mut at = start;
    let mut places = Vec::with_capacity(phrase.steps.len());
    for (step, (distance, term)) in phrase.steps.iter().enumerate() {
        let open = phrase.open && step + 1 == phrase.steps.len();
        let fits = |token: &Token| if open { token.text.starts_with(term.as_str()) } else { token.text == *term };
        while tokens.get(at).is_some_and(|t| t.position < first + distance) {
            at += 1;
        }
        // A place can have several forms of its word.
        let here = (at..tokens.len()).take_while(|&at| tokens[at].position == first + distance);
        places.push(here.into_iter().find(|&at| fits(&tokens[at]))?);
    }
    Some(places)
}

/// The nearest of each, in any order, of which the first stands at `start`.
fn in_a_window(phrase: &WantedPhrase, tokens: &[Token], start: usize) -> Option<Vec<usize>> {
    let begin = tokens.get(start)?;
    phrase.steps.iter().position(|(_, term)| *term == begin.text)?;
    let length = phrase.steps.last().map_or(0, |(distance, _)| *distance) + phrase.slop;
    let end = begin.position + length;
    let within = || (start..tokens.len()).take_while(|&at| tokens[at].position <= end);
    let places: Option<Vec<usize>> =
        phrase.steps.iter().map(|(_, term)| within().find(|&at| tokens[at].text == *term)).collect();
    places.filter(|places| phrase.any_order || places.is_sorted())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_match_is_passed_over_for_how_it_begins() {
        for word in [
            "flies",
            "dying",
            "lying",
            "tying",
            "skies",
            "happily",
            "policies",
            "universities",
            "news",
            "ugly",
            "idly",
            "a1",
            "only",
            "early",
            "cries",
            "spies",
            "eyes",
            "ties",
            "died",
            "buses",
            "gas",
            "ox",
            "xy",
            "tries",
            "flying",
        ] {
            for token in analysis::tokens(Lang::ENGLISH, word) {
                let wanted = Wanted { words: vec![token.text.clone()], phrases: Vec::new() };
                let marker = Marker::new(&wanted, |_| 1.0);
                let text = format!("Some {} here.", word.to_uppercase());
                assert_eq!(marker.matches(Lang::ENGLISH, &text).len(), 1, "{word}: {}", token.text);
            }
        }
    }
}
