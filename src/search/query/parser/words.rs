//! A word, and the signs in it.

use std::ops::Range;

use super::super::address::is_address;
use super::super::ast::{Form, Node};
use super::super::fields::is_field;
use super::{Parser, has_word};

/// A pattern has to have so many letters, or it stands for a good part of the dictionary.
const LEAST_LETTERS: usize = 2;

impl Parser<'_> {
    pub(super) fn word(&mut self, text: &str, span: &Range<usize>) -> Option<Node> {
        let bare_field = text.strip_suffix(':').is_some_and(is_field);
        if !has_word(text) || bare_field {
            let why =
                if bare_field { "is before nothing (write it without a blank)" } else { "has no letter or digit" };
            self.problem(format!("`{text}` {why} and is passed over"), span.clone());
            return None;
        }
        if let Some(word) = text.strip_prefix('=') {
            return self.leaf(word, Form::Exact, span);
        }
        let (text, form) = self.form(text, span);
        self.leaf(text, form, span)
    }

    /// The form that the signs in a word ask for, and the word without them.
    fn form<'t>(&mut self, text: &'t str, span: &Range<usize>) -> (&'t str, Form) {
        let label = self.scope.is_some_and(|scope| !scope.is_text());
        if label && text.contains('*') {
            return (text, Form::Pattern);
        }
        if label || is_address(text) {
            return (text, Form::Word);
        }
        let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
        if let Some((word, letters)) = text.rsplit_once('~')
            && !word.is_empty()
            && word.chars().all(is_letter)
            && matches!(letters, "" | "1" | "2")
        {
            // As Lucene and most others: short words with two letters changed are other words.
            let usual = if word.chars().count() < 6 { 1 } else { 2 };
            return (word, Form::Fuzzy(letters.parse().unwrap_or(usual)));
        }
        if is_pattern(text) {
            let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
            if text.starts_with(char::is_alphanumeric) && letters >= LEAST_LETTERS {
                return (text, Form::Pattern);
            }
            let message =
                format!("`{text}` stands for too many words; it needs {LEAST_LETTERS} letters and to begin with one");
            self.problem(message, span.clone());
        } else if let Some(word) = text.strip_prefix("--").filter(|word| word.starts_with(char::is_alphanumeric)) {
            self.problem(format!("`{text}` is searched for as `{word}`; `-{word}` leaves it out"), span.clone());
        } else if let Some(sign) = text.chars().find(|c| UNREAD.contains(c)) {
            self.problem(format!("`{sign}` in `{text}` has no meaning here and is passed over"), span.clone());
        }
        (text, Form::Word)
    }
}

/// Signs that mean something to other search programs.
const UNREAD: &[char] = &['*', '~', '^', '(', ')', '[', ']', '{', '}'];

/// Letters with `*` behind or among them, or `?` among them: a question mark at the end ends a question.
fn is_pattern(text: &str) -> bool {
    let inner = text.trim_end_matches('?');
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '*' | '?');
    inner.chars().all(letters) && inner.contains(['*', '?']) && !inner.contains("**")
}
