//! A byline, taken apart: without addresses, after the word that leads in a name, between commas and joining words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::lists::{AUTHOR_LABELS, BY, CHECKED, MONTHS_AND_NAMES, STOPS};
use super::MOST_NAMES;
use super::who::{is_full_name, is_unspaced_name};
use crate::extract::text;

/// The byline without brackets, e-mail and web addresses.
pub(super) fn without_addresses(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut depth = 0_i32;
    for c in line.chars() {
        match c {
            '(' | '[' | '<' => depth += 1,
            ')' | ']' | '>' => depth = (depth - 1).max(0),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let address = |word: &&str| word.contains('@') || word.contains("://") || word.starts_with("www.");
    plain.split(' ').filter(|word| !address(word)).collect::<Vec<&str>>().join(" ")
}

/// What follows ` by ` inside a line that tells something else before: `3 January 2017 by Ann Lee`. Nothing of a line
/// that names those who checked the article.
pub(super) fn after_by(line: &str) -> &str {
    let Some(at) = line.find(" by ").or_else(|| line.find(" By ")) else { return line };
    let before = text::folded(line.get(..at).unwrap_or_default());
    let checked = before.split(' ').any(|word| CHECKED.has(word));
    if checked { "" } else { line.get(at + 4..).unwrap_or_default() }
}

/// What follows the word that leads in a name: `By`, `Von`, `بقلم`; the whole where there is none.
pub(super) fn led(line: &str) -> &str {
    let mut rest = line.trim();
    for _ in 0..2 {
        let first = rest.chars().next().and_then(|c| c.to_lowercase().next());
        let leads = first.and_then(|first| LEADS.get(&first)).into_iter().flatten();
        match leads.filter_map(|(lead, marks)| after_lead(rest, lead, marks)).min_by_key(|rest| rest.len()) {
            Some(after) => rest = after,
            None => break,
        }
    }
    rest
}

/// What stands between `By` and a name, and between a label and a name.
const AFTER_BY: &[char] = &[' ', '\u{A0}', ':', ',', '|', '/'];

const AFTER_LABEL: &[char] = &[':', '：', ',', '|', '-', '–', '/'];

/// A word that leads in a name, and the marks that may stand after it.
type Lead = (&'static str, &'static [char]);

/// The words of [`BY`] and [`AUTHOR_LABELS`] by their first letter.
static LEADS: LazyLock<FxHashMap<char, Vec<Lead>>> = LazyLock::new(|| {
    let mut leads: FxHashMap<char, Vec<Lead>> = FxHashMap::default();
    for (list, marks) in [(&BY, AFTER_BY), (&AUTHOR_LABELS, AFTER_LABEL)] {
        for lead in list.iter() {
            leads.entry(lead.chars().next().unwrap_or_default()).or_default().push((lead, marks));
        }
    }
    leads
});

/// What follows a lead at the start of the line, where one of the marks parts it from the rest.
fn after_lead<'t>(line: &'t str, lead: &str, marks: &[char]) -> Option<&'t str> {
    let start = line.get(..lead.len())?;
    if !start.chars().flat_map(char::to_lowercase).eq(lead.chars()) {
        return None;
    }
    let rest = line.get(lead.len()..)?;
    let parted = rest.is_empty() || rest.starts_with(marks);
    parted.then(|| rest.trim_start_matches([' ', ':', '：', '\u{A0}', '/', '|', '-', '–', '.', ',']))
}

/// Whether a line begins as a byline does.
pub(crate) fn is_led(line: &str) -> bool {
    led(line).len() < line.trim().len()
}

/// The parts of a line that have labels of their own: `2026-02-26 | Автор: Ann Lee`, `来源：新华社 作者：陈慧敏`.
pub(crate) fn clauses(line: &str) -> impl Iterator<Item = &str> {
    line.split('|').flat_map(|piece| {
        let mut rest = Some(piece);
        std::iter::from_fn(move || {
            let (clause, after) = before_wide_label(rest?);
            rest = after;
            Some(clause.trim())
        })
    })
}

/// A text up to a word that is a label with a wide colon, and the rest from there. Chinese has no other space in such lines.
fn before_wide_label(text: &str) -> (&str, Option<&str>) {
    let is_label = |at: &usize| text[at + 1..].split(' ').next().is_some_and(|word| word.contains('：'));
    match text.match_indices(' ').map(|(at, _)| at).filter(|&at| at > 0).find(is_label) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    }
}

/// Words that join the last author to the one before, folded.
const AND: &[&str] =
    &["and", "und", "et", "y", "e", "en", "och", "og", "i", "и", "و", "ve", "with", "mit", "avec", "con"];

/// The parts between commas and joining words, up to a word after which the byline speaks of something else.
///
/// A byline that is shown stops at such words; in a statement for machines they may be part of a name.
pub(super) fn split(line: &str, shown: bool) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let next_is_number = words.peek().is_some_and(|w| w.starts_with(|c: char| c.is_numeric()));
        let folded = text::folded(word);
        let lower = word.starts_with(|c: char| !c.is_uppercase());
        let joins = matches!(word, "&" | "+" | "/") || (AND.contains(&folded.as_str()) && lower);
        if matches!(word, "|" | "-" | "–" | "—" | "•" | "·" | "»" | "::" | "·•")
            || word.starts_with(|c: char| c.is_numeric())
        {
            break;
        }
        let is_label = || (word.ends_with(':') || word.contains('：')) && !BY.has(&folded);
        let is_named = || parts.last().is_some_and(|part| is_whole_name(part));
        if shown && (is_stop(&folded, word, next_is_number) || (is_label() && is_named())) {
            break;
        }
        if joins {
            parts.push(String::new());
            continue;
        }
        for (at, piece) in word.split([',', ';', '،', '、', '|', '•', '·']).enumerate() {
            if at > 0 {
                parts.push(String::new());
            }
            if let Some(part) = parts.last_mut() {
                if !part.is_empty() && !piece.is_empty() {
                    part.push(' ');
                }
                part.push_str(piece);
            }
        }
        if parts.len() > MOST_NAMES * 2 {
            break;
        }
    }
    parts
}

/// Whether a name is whole before a label that may be of several words.
fn is_whole_name(part: &str) -> bool {
    (part.contains(' ') && is_full_name(part)) || is_unspaced_name(part)
}

fn is_stop(folded: &str, word: &str, next_is_number: bool) -> bool {
    let lower = word.starts_with(char::is_lowercase);
    STOPS.has(folded) && (!MONTHS_AND_NAMES.contains(&folded) || next_is_number || (lower && folded.len() < 4))
}
