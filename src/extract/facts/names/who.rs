//! Whether a part of a byline is a name, and whose: a person's, or an organisation's.

use super::super::lists::{NOBODY, ORGANISATIONS, ROLES};
use crate::extract::text;

/// The longest names of people have six words: `Maria del Carmen Ruiz de Alarcón`.
const MOST_WORDS: usize = 6;

/// A part of a byline as a name, if it can be one.
pub(super) fn name(part: &str) -> Option<String> {
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
    let organisation = words.iter().any(|word| ORGANISATIONS.has(word));
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

/// Whether a part after a comma is a post: `AP National Political Writer`.
pub(super) fn ends_in_role(part: &str) -> bool {
    text::folded(part).split(' ').next_back().is_some_and(|last| last.len() > 3 && ROLES.has(last))
}

/// Whether a part after a comma is a degree or a certificate: `CEPF`, `Ph.D.`, `MS`.
pub(super) fn is_degree(part: &str) -> bool {
    let letters: String = part.chars().filter(|c| c.is_alphabetic()).collect();
    !part.trim().contains(' ')
        && letters.len() <= 6
        && (letters.chars().all(char::is_uppercase) || ROLES.has(&letters.to_lowercase()))
}

/// Whether a statement of two parts ends in the site's host: `Society - courier.example` is a page of it, and nobody.
pub(super) fn names_a_host(value: &str) -> bool {
    let last = value.rsplit_once(" - ").or_else(|| value.rsplit_once(" | ")).map(|(_, last)| last.trim());
    let is_host = |last: &str| {
        let (name, end) = last.rsplit_once('.').unwrap_or_default();
        let is_label =
            |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'));
        is_label(name) && (2..=7).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase())
    };
    last.is_some_and(is_host)
}

pub(crate) fn is_organisation(name: &str) -> bool {
    text::folded(name).split(' ').any(|w| ORGANISATIONS.has(w))
}

/// Whether a name has two words or more, of which the first and the last are written as names are.
pub(crate) fn is_full_name(name: &str) -> bool {
    let named =
        |word: Option<&str>| word.is_some_and(|w| w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()));
    let mut words = name.split(' ');
    named(words.next()) && named(words.next_back())
}

/// Whether a name is one that is written without spaces: two to six characters of Han, Kana or Hangul.
pub(crate) fn is_unspaced_name(name: &str) -> bool {
    let is_unspaced = |c: char| text::is_han_or_kana(c) || matches!(c, '\u{3005}' | '\u{AC00}'..='\u{D7A3}');
    (2..=6).contains(&name.chars().count()) && name.chars().all(is_unspaced)
}
