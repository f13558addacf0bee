//! From a byline to the names in it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::dom::Dom;
use super::super::text;
use super::lists::{AUTHOR_LABELS, BY, CHECKED, List, MONTHS_AND_NAMES, NOBODY, ORGANISATIONS, ROLES, STOPS};

/// A longer byline is a paragraph: only its start is read.
const MOST_BYLINE: usize = 300;

/// More authors than this are a list of staff.
const MOST_NAMES: usize = 12;

/// The longest names of people have six words: `Maria del Carmen Ruiz de Alarcón`.
const MOST_WORDS: usize = 6;

/// The names in a byline as it is shown: a day, a role, a number of minutes may stand beside them.
pub(crate) fn names(byline: &str) -> Vec<String> {
    let short: String = byline.chars().take(MOST_BYLINE).collect();
    let line = without_addresses(&text::unescape(&short));
    let segments = line
        .split(['|', '·', '•', '⋅', '—', '–'])
        .flat_map(|s| s.split(" - "))
        .map(str::trim)
        .filter(|s| !s.is_empty());
    let found = segments.map(|segment| listed(after_by(led(segment)), true)).find(|list| !list.is_empty());
    people_first(found.unwrap_or_default())
}

/// The same, but where a body's name would be cut to its first word, as `Department for Harbours`, all of it.
pub(crate) fn body_or_names(byline: &str) -> Vec<String> {
    let found = names(byline);
    let is_cut = found.len() == 1 && !found[0].contains(' ') && is_organisation(&found[0]);
    if is_cut { stated_names(byline) } else { found }
}

/// The names in a statement for machines: one, or a list. An organisation's name is not taken apart.
pub(crate) fn stated_names(value: &str) -> Vec<String> {
    let short: String = value.chars().take(MOST_BYLINE).collect();
    if names_a_host(&short) {
        return Vec::new();
    }
    let line = without_addresses(&text::unescape(&short));
    let line = led(line.split(" | ").flat_map(|part| part.split(" - ")).next().unwrap_or(&line));
    let list = listed(line, false);
    let people = list.len() > 1 && list.iter().all(|n| n.contains(' ') && !is_organisation(n));
    let whole = name(line).filter(|_| !people && is_organisation(line));
    people_first(whole.map_or(list, |name| vec![name]))
}

fn listed(line: &str, shown: bool) -> Vec<String> {
    let parts = split(line, shown);
    // `Writer, Hardware`: what follows a role alone is what the role is about.
    let is_subject = |at: usize| at == 1 && !parts[1].contains(' ') && ROLES.has(&text::folded(&parts[0]));
    parts
        .iter()
        .enumerate()
        .filter(|(at, part)| *at == 0 || !(is_degree(part) || ends_in_role(part) || is_subject(*at)))
        .filter_map(|(_, part)| name(part))
        .collect()
}

/// Whether a statement of two parts ends in the site's host: `Society - courier.example` is a page of it, and nobody.
fn names_a_host(value: &str) -> bool {
    let last = value.rsplit_once(" - ").or_else(|| value.rsplit_once(" | ")).map(|(_, last)| last.trim());
    let is_host = |last: &str| {
        let (name, end) = last.rsplit_once('.').unwrap_or_default();
        let is_label =
            |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'));
        is_label(name) && (2..=7).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase())
    };
    last.is_some_and(is_host)
}

/// Whether a part after a comma is a post: `AP National Political Writer`.
fn ends_in_role(part: &str) -> bool {
    text::folded(part).split(' ').next_back().is_some_and(|last| last.len() > 3 && ROLES.has(last))
}

/// Whether a part after a comma is a degree or a certificate: `CEPF`, `Ph.D.`, `MS`.
fn is_degree(part: &str) -> bool {
    let letters: String = part.chars().filter(|c| c.is_alphabetic()).collect();
    !part.trim().contains(' ')
        && letters.len() <= 6
        && (letters.chars().all(char::is_uppercase) || ROLES.has(&letters.to_lowercase()))
}

/// What follows ` by ` inside a line that tells something else before: `3 January 2017 by Ann Lee`. Nothing of a line
/// that names those who checked the article.
fn after_by(line: &str) -> &str {
    let Some(at) = line.find(" by ").or_else(|| line.find(" By ")) else { return line };
    let before = text::folded(line.get(..at).unwrap_or_default());
    let checked = before.split(' ').any(|word| CHECKED.has(word));
    if checked { "" } else { line.get(at + 4..).unwrap_or_default() }
}

/// The names in order, each once; organisations go where there are people.
pub(crate) fn people_first(names: Vec<String>) -> Vec<String> {
    let people = names.iter().any(|n| !is_organisation(n));
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let again = out.iter().any(|n| text::folded(n) == text::folded(&name));
        let passed_over = again || (people && is_organisation(&name));
        if !passed_over && out.len() < MOST_NAMES {
            out.push(name);
        }
    }
    out
}

/// Whether a name is one that is written without spaces: two to six characters of Han, Kana or Hangul.
pub(crate) fn is_unspaced_name(name: &str) -> bool {
    let is_unspaced =
        |c: char| matches!(c, '\u{3005}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}');
    (2..=6).contains(&name.chars().count()) && name.chars().all(is_unspaced)
}

/// Whether a name has two words or more, of which the first and the last are written as names are.
pub(crate) fn is_full_name(name: &str) -> bool {
    let named =
        |word: Option<&str>| word.is_some_and(|w| w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()));
    let mut words = name.split(' ');
    named(words.next()) && named(words.next_back())
}

pub(crate) fn is_organisation(name: &str) -> bool {
    text::folded(name).split(' ').any(|w| ORGANISATIONS.has(w))
}

/// The byline without brackets, e-mail and web addresses.
fn without_addresses(line: &str) -> String {
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

/// What follows the word that leads in a name: `By`, `Von`, `بقلم`; the whole where there is none.
fn led(line: &str) -> &str {
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

/// Whether a line begins as a byline does and names somebody in full.
pub(crate) fn is_signature(line: &str) -> bool {
    is_led(line) && names(line).iter().any(|name| is_full_name(name) || is_unspaced_name(name))
}

/// Words that join the last author to the one before, folded.
const AND: &[&str] =
    &["and", "und", "et", "y", "e", "en", "och", "og", "i", "и", "و", "ve", "with", "mit", "avec", "con"];

/// The parts between commas and joining words, up to a word after which the byline speaks of something else.
///
/// A byline that is shown stops at such words; in a statement for machines they may be part of a name.
fn split(line: &str, shown: bool) -> Vec<String> {
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
        if shown && is_stop(&folded, word, next_is_number) {
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

fn is_stop(folded: &str, word: &str, next_is_number: bool) -> bool {
    let lower = word.starts_with(char::is_lowercase);
    STOPS.has(folded) && (!MONTHS_AND_NAMES.contains(&folded) || next_is_number || (lower && folded.len() < 4))
}

/// A part of a byline as a name, if it can be one.
fn name(part: &str) -> Option<String> {
    let part = without_role(
        part.trim().trim_matches(|c: char| !c.is_alphanumeric() && c != '.').trim_start_matches('.').trim(),
    );
    let full_stop = part.ends_with('.') && part.rsplit(' ').next().is_some_and(|last| last.chars().count() > 3);
    let part = if full_stop { part.trim_end_matches('.') } else { part };
    let folded = text::folded(part);
    let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).collect();
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    if words.is_empty() || letters < 2 || part.chars().count() > 70 || NOBODY.has(&folded) {
        return None;
    }
    let organisation = is_organisation(part);
    let too_long = words.len() > if organisation { 9 } else { MOST_WORDS };
    let role =
        words.iter().all(|w| ROLES.has(w)) || (!organisation && words.iter().any(|w| ROLES.has(w) && w.len() > 3));
    let uncased = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    let named = part.split(' ').filter(|w| w.starts_with(|c: char| c.is_uppercase() || uncased(c))).count();
    let plain_handle = words.len() == 1 && part.chars().all(char::is_alphanumeric);
    let looks_named = named * 2 >= words.len()
        || (words.len() == 2 && named == 0 && part.chars().all(|c| c.is_alphabetic() || c == ' '))
        || plain_handle;
    (!too_long && !role && looks_named && !part.chars().any(|c| matches!(c, '?' | '!' | '=' | '{' | '#' | ':')))
        .then(|| part.to_owned())
}

/// A name without the role that follows it with no comma: `Ann Lee Contributing Writer`.
fn without_role(part: &str) -> &str {
    let mut rest = part;
    while let Some((name, last)) = rest.rsplit_once(' ') {
        let folded = text::folded(last);
        let role = ROLES.has(&folded)
            || matches!(folded.as_str(), "contributing" | "staff" | "special" | "associate" | "assistant" | "managing");
        if !role || !name.trim().contains(' ') {
            break;
        }
        rest = name.trim_end_matches([' ', ',']);
    }
    rest
}

/// What follows a label in a list of facts about the article: `<dt>Tags</dt><dd>Water, Aid</dd>`.
pub(crate) fn labelled(dom: &Dom, labels: &List) -> Vec<String> {
    const SMALL: usize = 60;
    let is_label =
        |&n: &usize| dom.is(n, &["dt", "th"]) && dom.end(n) - n <= 6 && labels.has(&text::folded(&dom.raw_text(n)));
    let Some(label) = dom.elements(0..dom.len()).find(is_label) else { return Vec::new() };
    let value = dom.end(label)..dom.len().min(dom.end(label) + 4);
    let value = value.into_iter().find(|&n| dom.is(n, &["dd", "td"]) && dom.end(n) - n <= SMALL);
    value.map(|n| vec![dom.text_of(n)]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_without_what_stands_around_it() {
        for line in [
            "By Ann Lee",
            "BY: Ann Lee",
            "by  Ann Lee, Senior Editor",
            "Written by Ann Lee on May 3, 2024",
            "Ann Lee May 3, 2024",
            "Ann Lee | Updated 3 May",
            "Ann Lee (ann@a.example)",
            "Von Ann Lee",
            "Ann Lee, PhD",
            "Ann Lee - 3 min read",
            "Ann Lee is a reporter in Rome",
            "by by Ann Lee",
            "Author: Ann Lee",
            "Ann Lee ann.lee@a.example",
            "Ann Lee, Professor of Law",
            "Ann Lee Contributing Writer",
            "Author: Ann Lee, MD",
            "Ann Lee, Ph.D.",
            "By Ann Lee.",
            "Ann Lee • 12 comments",
            "Por Ann Lee",
            "Ann Lee and Staff",
        ] {
            assert_eq!(names(line), ["Ann Lee"], "{line}");
        }
    }

    #[test]
    fn the_subject_of_a_role_is_no_name() {
        assert!(names("Writer, Hardware").is_empty());
        assert_eq!(names("Ann Lee, Bob"), ["Ann Lee", "Bob"]);
    }

    #[test]
    fn several_names() {
        for line in [
            "By Ann Lee and Bob Roe",
            "Ann Lee, Bob Roe",
            "Von Ann Lee und Bob Roe",
            "Ann Lee & Bob Roe",
            "Ann Lee; Bob Roe",
        ] {
            assert_eq!(names(line), ["Ann Lee", "Bob Roe"], "{line}");
        }
        assert_eq!(names("Ann Lee, Bob Roe, and Cy Poe"), ["Ann Lee", "Bob Roe", "Cy Poe"]);
    }

    #[test]
    fn names_of_many_forms() {
        for name in [
            "Ludwig van Beethoven",
            "Inés Quiroga Baltar",
            "J. R. R. Tolkien",
            "ليلى الصفدي",
            "April May",
            "Maria del Carmen Ruiz",
            "李明",
            "Séverine Adamu",
            "Josephine Arkwright-Diaz",
            "Conan O’Brien",
        ] {
            assert_eq!(names(name), [name]);
        }
        assert_eq!(names("بقلم ليلى الصفدي"), ["ليلى الصفدي"]);
        assert!(is_unspaced_name("佐藤恵子") && !is_unspaced_name("王") && !is_unspaced_name("Lee"));
    }

    #[test]
    fn what_else_a_byline_tells() {
        for line in [
            "3 January 2017 by Ann Lee",
            "Dec. 19, 2025 · Ann Lee on behalf of the board",
            "Updated May 3 | By Ann Lee | 3 min read",
            "Текст: Ann Lee | Опубликовано: 14 марта 2023 г.",
            "Haber: Ann Lee Yayınlanma: 14 Mart 2023",
            "Von Ann Lee Dienstag 14. März 2023",
            "كتب: Ann Lee الثلاثاء 14 مارس 2023",
        ] {
            assert_eq!(names(line), ["Ann Lee"], "{line}");
        }
    }

    #[test]
    fn statements_keep_the_names_of_organisations_whole() {
        assert_eq!(
            stated_names("Center for Drug Evaluation and Research"),
            ["Center for Drug Evaluation and Research"]
        );
        assert_eq!(stated_names("Ann Lee, Bob Roe and Cy Poe"), ["Ann Lee", "Bob Roe", "Cy Poe"]);
        assert_eq!(stated_names("Human in the Loop"), ["Human in the Loop"]);
        assert_eq!(stated_names("Ann Lee, MD"), ["Ann Lee"]);
    }

    #[test]
    fn organisations_only_where_no_person_is_named() {
        assert_eq!(names("Ministry of Housing"), ["Ministry of Housing"]);
        assert_eq!(names("By Ann Lee, The Daily News"), ["Ann Lee"]);
    }

    #[test]
    fn nobody() {
        for line in [
            "admin",
            "By Staff",
            "",
            "https://a.example/ann",
            "Editorial Team",
            "12 May 2024",
            "…",
            "Read more about how the council decided to vote again",
        ] {
            assert!(names(line).is_empty(), "{line}: {:?}", names(line));
        }
    }
}
