//! The passage of an article that matches best, with its matches marked, and the heading above it.

use std::collections::HashSet;
use std::ops::Range;

use super::marks::{Marker, Match};
use crate::hit::Snippet;
use crate::index::analysis::Lang;

/// About how long a passage is, in characters.
const LENGTH: usize = 260;

/// A passage of whole sentences may be so much longer, or so much shorter.
const LONGEST: usize = 320;
const SHORTEST: usize = 120;

/// How much of the text before the first match is shown, in bytes, where its sentence does not start nearer.
const LEAD: usize = 80;

/// A sentence that starts so near, in bytes, is shown from its start.
const LONG_LEAD: usize = 180;

/// No more of a text than this is looked through, in bytes.
const MOST_TEXT: usize = 512 * 1024;

/// What each further occurrence of a word counts for, as a share of its weight.
const AGAIN: f32 = 0.1;

/// A passage and the heading above it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    /// The heading's number among those of the article.
    pub(crate) heading: Option<usize>,
    pub(crate) snippet: Snippet,
    /// The text of the article that the passage is, without marks of omission.
    pub(crate) text: String,
}

/// The best passage of a text. Without a match it is the text's beginning.
pub(crate) fn best<'t>(marker: &'t Marker, lang: Lang, body: &'t str, headings: &[String]) -> Passage {
    let mut best: Option<Place> = None;
    let mut opening: Option<&str> = None;
    let mut above: Option<usize> = None;
    let mut heading_score = 0.0;
    let mut read = 0;
    for paragraph in body.split("\n\n") {
        read += paragraph.len() + 2;
        if read > MOST_TEXT {
            break;
        }
        let next = above.map_or(0, |at| at + 1);
        if headings.get(next).is_some_and(|h| h.trim() == paragraph.trim()) {
            above = Some(next);
            heading_score = score(&marker.matches(lang, paragraph)).map_or(0.0, |(score, _)| score);
            continue;
        }
        opening = opening.or(Some(paragraph).filter(|p| !p.trim().is_empty()));
        // What stands first under a heading that matches is a passage even where its own words do not match.
        let under = std::mem::take(&mut heading_score);
        let matches = marker.matches(lang, paragraph);
        let found = score(&matches).map(|(score, first)| (score + under, first));
        let found = found.or_else(|| (under > 0.0).then_some((under, 0)));
        if let Some((score, first)) = found
            && best.as_ref().is_none_or(|before| score > before.score)
        {
            best = Some(Place { score, heading: above, paragraph, first, matches });
        }
    }
    match best {
        Some(place) => passage(place.heading, place.paragraph, place.first, &place.matches),
        None => passage(None, opening.unwrap_or(""), 0, &[]),
    }
}

/// Where a passage may be taken from: a paragraph with matches.
struct Place<'t> {
    score: f32,
    heading: Option<usize>,
    paragraph: &'t str,
    /// Where its best part begins.
    first: usize,
    matches: Vec<Match<'t>>,
}

/// The score of the best part of a paragraph, and the place of its first match.
fn score(matches: &[Match]) -> Option<(f32, usize)> {
    let windows = (0..matches.len()).map(|at| (window_score(&matches[at..]), matches[at].range.start));
    // The first of equals.
    windows.fold(None, |best, next| match best {
        Some((score, _)) if score >= next.0 => best,
        _ => Some(next),
    })
}

/// What the matches from the first on that fit in one passage are worth: each term once, and a little more for more.
fn window_score(matches: &[Match]) -> f32 {
    let end = matches[0].range.start + LENGTH;
    let mut seen = HashSet::new();
    let within = matches.iter().take_while(|m| m.range.end <= end);
    within.map(|m| if seen.insert(m.term) { m.weight } else { AGAIN * m.weight }).sum()
}

/// The passage around `first`, a place in the paragraph, on one line, with the marks that fall in it.
fn passage(heading: Option<usize>, paragraph: &str, first: usize, matches: &[Match]) -> Passage {
    let start = start_of(paragraph, first);
    let end = end_of(paragraph, start);
    let marks = matches.iter().map(|m| m.range.clone()).filter(|m| m.start >= start && m.end <= end);
    let snippet = cut(paragraph, start..end, marks);
    Passage { heading, snippet, text: paragraph[start..end].to_owned() }
}

fn cut(paragraph: &str, part: Range<usize>, marks: impl Iterator<Item = Range<usize>>) -> Snippet {
    let mut snippet = Snippet::default();
    if part.start > 0 {
        snippet.text.push_str("… ");
    }
    let mut marks = marks.peekable();
    let mut open = 0;
    for (at, c) in paragraph[part.clone()].char_indices().map(|(at, c)| (part.start + at, c)) {
        if marks.peek().is_some_and(|m| m.start == at) {
            open = snippet.text.len();
        }
        snippet.text.push(if c.is_whitespace() { ' ' } else { c });
        if marks.next_if(|m| m.end == at + c.len_utf8()).is_some() {
            snippet.marks.push(open..snippet.text.len());
        }
    }
    if part.end < paragraph.trim_end().len() {
        snippet.text.push_str(" …");
    }
    snippet
}

/// Whether a sentence ends with this text.
fn ends_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(['"', '”', '’', '»', ')', '“']);
    before.ends_with(['.', '!', '?', '…', '؟', '。', '！', '？', '।', '۔'])
}

/// Where sentences begin in a text, other than at its start.
fn starts(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    let spaced = text.match_indices([' ', '\n', '\u{a0}']).filter(|(at, _)| ends_sentence(&text[..*at]));
    // Chinese and Japanese put no blank after a full stop.
    let unspaced = text.match_indices(['。', '！', '？']).map(|(at, stop)| at + stop.len());
    let mut all: Vec<usize> = spaced.map(|(at, space)| at + space.len()).chain(unspaced).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter()
}

/// The start of the sentence if it is near, else a word about [`LEAD`] bytes before.
fn start_of(paragraph: &str, first: usize) -> usize {
    if first <= LEAD {
        return 0;
    }
    let long = paragraph.floor_char_boundary(first.saturating_sub(LONG_LEAD));
    if let Some(sentence) = starts(&paragraph[long..first]).next_back() {
        return long + sentence;
    }
    if long == 0 {
        return 0;
    }
    let lead = paragraph.floor_char_boundary(first - LEAD);
    let before = &paragraph[lead..first];
    let offset = before.find(char::is_whitespace).unwrap_or(0);
    first - before[offset..].trim_start().len()
}

/// The end of the paragraph if it is near, else of the last sentence that fits, else the last word that does.
fn end_of(paragraph: &str, start: usize) -> usize {
    let rest = &paragraph[start..];
    let at = |chars: usize| rest.char_indices().nth(chars).map(|(at, _)| at);
    let Some(longest) = at(LONGEST) else { return start + rest.trim_end().len() };
    let shortest = at(SHORTEST).unwrap_or(0);
    let sentence = starts(&rest[..longest]).rfind(|end| *end >= shortest);
    let most = at(LENGTH).unwrap_or(longest);
    let word = || rest[..most].rfind(char::is_whitespace).filter(|at| *at > most / 2).unwrap_or(most);
    start + rest[..sentence.unwrap_or_else(word)].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::super::plan::{Wanted, WantedPhrase};
    use super::*;

    fn phrase(words: &[(usize, &str)], slop: usize) -> WantedPhrase {
        let steps = words.iter().map(|(at, w)| (*at, w.to_string())).collect();
        WantedPhrase { steps, slop, any_order: slop > 1, open: false }
    }

    fn found(words: &[&str], phrases: Vec<WantedPhrase>, body: &str, headings: &[&str]) -> (Option<usize>, String) {
        let wanted = Wanted { words: words.iter().map(|w| w.to_string()).collect(), phrases };
        let headings: Vec<String> = headings.iter().map(|h| h.to_string()).collect();
        let passage = best(&Marker::new(&wanted, |_| 1.0), Lang::of(Some("en")), body, &headings);
        (passage.heading, passage.snippet.html())
    }

    #[test]
    fn the_passage_with_most_of_the_words_and_its_heading() {
        let body = "Grain is dear.\n\nThe Corridor\n\nGrain ships through the corridors.\n\nAfter\n\nNo more.";
        let (heading, html) = found(&["grain", "corridor"], vec![], body, &["The Corridor", "After"]);
        assert_eq!(heading, Some(0));
        assert_eq!(html, "<mark>Grain</mark> ships through the <mark>corridors</mark>.");
    }

    #[test]
    fn a_phrase_is_marked_only_where_it_stands_together() {
        let body = "The ban on export was a ban. The export ban came later.";
        let ban = |slop| vec![phrase(&[(0, "export"), (1, "ban")], slop)];
        assert_eq!(found(&[], ban(0), body, &[]).1, {
            "The ban on export was a ban. The <mark>export</mark> <mark>ban</mark> came later."
        });
        assert_eq!(found(&[], ban(4), "A ban on all export.", &[]).1, "A <mark>ban</mark> on all <mark>export</mark>.");
        assert_eq!(found(&[], ban(1), "A ban on all export.", &[]).1, "A ban on all export.");
    }

    #[test]
    fn words_as_they_are_written_are_marked_in_no_other_form() {
        let html = found(&["=tolls"], vec![], "A toll is one of many Tolls.", &[]).1;
        assert_eq!(html, "A toll is one of many <mark>Tolls</mark>.");
    }

    #[test]
    fn passages_are_whole_sentences() {
        let before = "Some other words stand here. ".repeat(40);
        let after = "And more comes after it. ".repeat(40);
        let (_, html) = found(&["grain"], vec![], &format!("{before}A grain of truth. {after}"), &[]);
        assert!(html.starts_with("… A <mark>grain</mark> of truth. And more"), "{html}");
        assert!(html.ends_with("it. …"), "{html}");
        assert!(html.len() < 380);
    }

    #[test]
    fn endless_sentences_are_cut_at_words() {
        let body =
            format!("{}a grain of truth {}", "some other words here ".repeat(40), "and more after it ".repeat(40));
        let (_, html) = found(&["grain"], vec![], &body, &[]);
        assert!(html.starts_with("… ") && html.ends_with(" …"), "{html}");
        assert!(html.contains("a <mark>grain</mark> of truth"));
        assert!(html.len() < 330);
    }

    #[test]
    fn without_a_match_the_text_begins() {
        let text = |body: &str| found(&["zebra"], vec![], body, &[]);
        assert_eq!(text("First things first.\n\nSecond."), (None, "First things first.".to_owned()));
        assert_eq!(text(""), (None, String::new()));
    }

    #[test]
    fn a_heading_that_matches_is_named_with_the_text_below_it() {
        let (heading, html) = found(&["pay"], vec![], "First.\n\nWho pays\n\nThe towns do.", &["Who pays"]);
        assert_eq!((heading, html.as_str()), (Some(0), "The towns do."));
    }

    #[test]
    fn white_space_of_any_width_is_cut_at() {
        for space in ['\u{A0}', '\u{3000}', '\u{2003}'] {
            let body = format!("{}{space}grain", "wörterwörter".repeat(30));
            assert!(found(&["grain"], vec![], &body, &[]).1.contains("<mark>grain</mark>"));
        }
    }

    #[test]
    fn text_of_any_script_is_cut_between_characters() {
        let body = "انتخابات ".repeat(200) + "grain " + &"北京市。".repeat(300);
        let (_, html) = found(&["grain"], vec![], &body, &[]);
        assert!(html.contains("<mark>grain</mark>"));
    }
}
