//! The passage of an article that matches best, with its matches marked, and the heading above it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::plan::Wanted;
use crate::hit::Snippet;
use crate::index::analysis::{self, Lang, Token};

/// About how long a passage is, in characters.
const LENGTH: usize = 260;

/// How much of the text before the first match is shown, in bytes, where its sentence does not start nearer.
const LEAD: usize = 80;

/// No more of a text than this is looked through, in bytes.
const MOST_TEXT: usize = 512 * 1024;

/// What a phrase counts for, in words.
const PHRASE_WEIGHT: f32 = 4.0;

/// What each further occurrence of a word counts for, as a share of its weight.
const AGAIN: f32 = 0.1;

/// Finds passages for one query.
pub(crate) struct Passages {
    words: HashMap<String, f32>,
    phrases: Vec<Vec<(usize, String)>>,
}

/// A passage and the heading above it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) heading: Option<String>,
    pub(crate) snippet: Snippet,
}

/// A match in a paragraph: the bytes, what it is a match of, and the weight of that.
struct Match<'a> {
    range: Range<usize>,
    term: &'a str,
    weight: f32,
}

impl Passages {
    /// `weight` tells how rare a term is: rarer terms decide which passage is shown.
    pub(crate) fn new(wanted: &Wanted, weight: impl Fn(&str) -> f32) -> Passages {
        let words = wanted.words.iter().map(|w| (w.clone(), weight(w))).collect();
        Passages { words, phrases: wanted.phrases.clone() }
    }

    /// The best passage of a text. Without a match it is the text's beginning.
    pub(crate) fn best(&mut self, body: &str, headings: &[String]) -> Passage {
        let mut best: Option<(f32, Passage)> = None;
        let mut opening: Option<&str> = None;
        let mut above: Option<&String> = None;
        let mut heading_score = 0.0;
        let mut headings = headings.iter().peekable();
        let mut read = 0;
        for paragraph in body.split("\n\n") {
            read += paragraph.len() + 2;
            if read > MOST_TEXT {
                break;
            }
            if let Some(heading) = headings.next_if(|h| h.trim() == paragraph.trim()) {
                above = Some(heading);
                heading_score = self.in_paragraph(heading).map_or(0.0, |(score, _)| score);
                continue;
            }
            opening = opening.or(Some(paragraph).filter(|p| !p.trim().is_empty()));
            // What stands first under a heading that matches is a passage even where its own words do not match.
            let under = std::mem::take(&mut heading_score);
            let found = self.in_paragraph(paragraph).map(|(score, snippet)| (score + under, snippet));
            let found = found.or_else(|| (under > 0.0).then(|| (under, cut(paragraph, 0, &[]))));
            if let Some((score, snippet)) = found
                && best.as_ref().is_none_or(|(before, _)| score > *before)
            {
                best = Some((score, Passage { heading: above.cloned(), snippet }));
            }
        }
        let opening = || Passage { heading: None, snippet: cut(opening.unwrap_or(""), 0, &[]) };
        best.map_or_else(opening, |(_, passage)| passage)
    }

    fn in_paragraph(&mut self, paragraph: &str) -> Option<(f32, Snippet)> {
        let tokens = analysis::tokens(Lang::of(None), paragraph);
        let matches = self.matches(&tokens);
        let (score, first) =
            (0..matches.len()).map(|at| (window_score(&matches[at..]), at)).fold(None, |best, next| match best {
                Some((score, _)) if score >= next.0 => best,
                _ => Some(next),
            })?;
        let marks: Vec<Range<usize>> = matches.iter().map(|m| m.range.clone()).collect();
        Some((score, cut(paragraph, marks[first].start, &marks)))
    }

    /// The tokens that match, in order, each once.
    fn matches(&self, tokens: &[Token]) -> Vec<Match<'_>> {
        let mut found: HashMap<usize, (&str, f32)> = HashMap::new();
        for phrase in &self.phrases {
            for start in 0..tokens.len() {
                if let Some(places) = phrase_at(phrase, tokens, start) {
                    for (place, (_, term)) in places.into_iter().zip(phrase) {
                        found.insert(place, (term, PHRASE_WEIGHT));
                    }
                }
            }
        }
        for (at, token) in tokens.iter().enumerate() {
            if let Some((term, weight)) = self.words.get_key_value(&token.text) {
                found.entry(at).or_insert((term, *weight));
            }
        }
        let mut matches: Vec<Match> = found
            .into_iter()
            .map(|(at, (term, weight))| Match { range: tokens[at].range.clone(), term, weight })
            .collect();
        matches.sort_by_key(|m| m.range.start);
        matches
    }
}

/// Where the phrase's words stand if it starts at this token.
fn phrase_at(phrase: &[(usize, String)], tokens: &[Token], start: usize) -> Option<Vec<usize>> {
    let first = tokens.get(start)?.position;
    let mut at = start;
    let mut places = Vec::with_capacity(phrase.len());
    for (distance, term) in phrase {
        while tokens.get(at).is_some_and(|t| t.position < first + distance) {
            at += 1;
        }
        tokens.get(at).filter(|t| t.position == first + distance && t.text == *term)?;
        places.push(at);
    }
    Some(places)
}

/// What the matches from the first on that fit in one passage are worth: each term once, and a little more for more.
fn window_score(matches: &[Match]) -> f32 {
    let end = matches[0].range.start + LENGTH;
    let mut seen = HashSet::new();
    let within = matches.iter().take_while(|m| m.range.end <= end);
    within.map(|m| if seen.insert(m.term) { m.weight } else { AGAIN * m.weight }).sum()
}

/// The passage around `first`, a place in the paragraph, on one line, with the marks that fall in it.
fn cut(paragraph: &str, first: usize, marks: &[Range<usize>]) -> Snippet {
    let start = start_of(paragraph, first);
    let end = end_of(paragraph, start);
    let mut snippet = Snippet::default();
    if start > 0 {
        snippet.text.push_str("… ");
    }
    let mut marks = marks.iter().filter(|m| m.start >= start && m.end <= end).peekable();
    let mut open = 0;
    for (at, c) in paragraph[start..end].char_indices().map(|(at, c)| (start + at, c)) {
        if marks.peek().is_some_and(|m| m.start == at) {
            open = snippet.text.len();
        }
        snippet.text.push(if c.is_whitespace() { ' ' } else { c });
        if marks.next_if(|m| m.end == at + c.len_utf8()).is_some() {
            snippet.marks.push(open..snippet.text.len());
        }
    }
    if end < paragraph.trim_end().len() {
        snippet.text.push_str(" …");
    }
    snippet
}

/// The start of the sentence if it is near, else a word about [`LEAD`] bytes before.
fn start_of(paragraph: &str, first: usize) -> usize {
    if first <= LEAD {
        return 0;
    }
    let lead = paragraph.floor_char_boundary(first - LEAD);
    let before = &paragraph[lead..first];
    let sentence =
        before.match_indices([' ', '\n']).rfind(|(at, _)| before[..*at].ends_with(['.', '!', '?', '…', '؟', '。']));
    let offset = sentence.map(|(at, _)| at).or_else(|| before.find(char::is_whitespace)).unwrap_or(0);
    first - before[offset..].trim_start().len()
}

/// The end of the paragraph if it is near, else the last word that fits.
fn end_of(paragraph: &str, start: usize) -> usize {
    let rest = &paragraph[start..];
    let Some((most, _)) = rest.char_indices().nth(LENGTH) else { return start + rest.trim_end().len() };
    let end = rest[..most].rfind(char::is_whitespace).filter(|at| *at > most / 2).unwrap_or(most);
    start + rest[..end].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(words: &[&str], phrases: &[&[(usize, &str)]], body: &str, headings: &[&str]) -> (Option<String>, String) {
        let wanted = Wanted {
            words: words.iter().map(|w| w.to_string()).collect(),
            phrases: phrases.iter().map(|p| p.iter().map(|(at, w)| (*at, w.to_string())).collect()).collect(),
        };
        let headings: Vec<String> = headings.iter().map(|h| h.to_string()).collect();
        let passage = Passages::new(&wanted, |_| 1.0).best(body, &headings);
        (passage.heading, passage.snippet.html())
    }

    #[test]
    fn the_passage_with_most_of_the_words_and_its_heading() {
        let body = "Grain is dear.\n\nThe Corridor\n\nGrain ships through the corridors.\n\nAfter\n\nNo more.";
        let (heading, html) = best(&["grain", "corridor"], &[], body, &["The Corridor", "After"]);
        assert_eq!(heading.as_deref(), Some("The Corridor"));
        assert_eq!(html, "<mark>Grain</mark> ships through the <mark>corridors</mark>.");
    }

    #[test]
    fn a_phrase_is_marked_only_where_it_stands_together() {
        let body = "The ban on export was a ban. The export ban came later.";
        assert_eq!(best(&[], &[&[(0, "export"), (1, "ban")]], body, &[]).1, {
            "The ban on export was a ban. The <mark>export</mark> <mark>ban</mark> came later."
        });
    }

    #[test]
    fn long_paragraphs_are_cut_at_words() {
        let body =
            format!("{}A grain of truth. {}", "Some other words here. ".repeat(40), "And more after it. ".repeat(40));
        let (_, html) = best(&["grain"], &[], &body, &[]);
        assert!(html.starts_with("… ") && html.ends_with(" …"), "{html}");
        assert!(html.contains("A <mark>grain</mark> of truth."));
        assert!(html.len() < 330);
    }

    #[test]
    fn without_a_match_the_text_begins() {
        assert_eq!(
            best(&["zebra"], &[], "First things first.\n\nSecond.", &[]),
            (None, "First things first.".to_owned())
        );
        assert_eq!(best(&["zebra"], &[], "", &[]), (None, String::new()));
    }

    #[test]
    fn a_heading_that_matches_is_named_with_the_text_below_it() {
        let (heading, html) = best(&["pay"], &[], "First.\n\nWho pays\n\nThe towns do.", &["Who pays"]);
        assert_eq!((heading.as_deref(), html.as_str()), (Some("Who pays"), "The towns do."));
    }

    #[test]
    fn white_space_of_any_width_is_cut_at() {
        for space in ['\u{A0}', '\u{3000}', '\u{2003}'] {
            let body = format!("{}{space}grain", "wörterwörter".repeat(30));
            assert!(best(&["grain"], &[], &body, &[]).1.contains("<mark>grain</mark>"));
        }
    }

    #[test]
    fn text_of_any_script_is_cut_between_characters() {
        let body = "انتخابات ".repeat(200) + "grain " + &"北京市".repeat(300);
        let (_, html) = best(&["grain"], &[], &body, &[]);
        assert!(html.contains("<mark>grain</mark>"));
    }
}
