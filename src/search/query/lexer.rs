//! The text of a query cut into tokens.

use std::ops::Range;

use super::fields::is_field;
use super::{MOST_APART, NEAR};

/// A piece of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind<'a>,
    /// Its bytes in the query.
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Open,
    Close,
    /// `+`, or `-` and `!`, directly before what they are about.
    Must,
    Not,
    And,
    Or,
    /// The word `NOT`.
    NotWord,
    Near(u32),
    /// A known field's name and its colon, directly before what they are about.
    Field(&'a str),
    Word(&'a str),
    Quoted(Quoted<'a>),
    /// A quotation mark that nothing closes.
    Unclosed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quoted<'a> {
    pub(super) text: &'a str,
    pub(super) exact: bool,
    pub(super) slop: Option<u32>,
    pub(super) open: bool,
}

/// Marks that open and close quotations; any closes any, for people mix them.
const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»'];

/// Words that join, as people write them.
const JOINING: &[(&str, Kind)] = &[
    ("AND", Kind::And),
    ("&&", Kind::And),
    ("OR", Kind::Or),
    ("||", Kind::Or),
    ("|", Kind::Or),
    ("NOT", Kind::NotWord),
    ("NEAR", Kind::Near(NEAR)),
];

/// Cuts a query into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { text, at: 0, fresh: true, out: Vec::new(), depth: 0 };
    while lexer.at < text.len() {
        lexer.step();
    }
    lexer.out
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Whether a sign, a field or a parenthesis may stand here: after a blank, or after another of them.
    fresh: bool,
    /// Parentheses open so far.
    depth: usize,
    out: Vec<Token<'a>>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            self.at += blank;
            self.fresh = true;
            return;
        }
        if self.fresh && self.prefix() {
            return;
        }
        if rest.starts_with(QUOTES) || (self.fresh && rest.strip_prefix('=').is_some_and(|r| r.starts_with(QUOTES))) {
            return self.quotation();
        }
        self.word();
    }

    fn push(&mut self, kind: Kind<'a>, length: usize) {
        self.out.push(Token { kind, span: self.at..self.at + length });
        self.at += length;
    }

    /// A sign, a field or a parenthesis before something.
    fn prefix(&mut self) -> bool {
        let rest = self.rest();
        let sign = match rest.chars().next() {
            Some('+') => Some(Kind::Must),
            Some('-' | '!') => Some(Kind::Not),
            _ => None,
        };
        // A sign belongs to what it touches; `- grain` is a dash.
        if let Some(sign) = sign {
            let touches =
                rest[1..].starts_with(|c: char| c.is_alphanumeric() || c == '(' || c == '=' || QUOTES.contains(&c));
            if touches {
                self.push(sign, 1);
            }
            return touches;
        }
        if rest.starts_with('(') {
            self.push(Kind::Open, 1);
            self.depth += 1;
            return true;
        }
        let end = word_end(rest);
        if let Some((name, value)) = rest[..end].split_once(':')
            && is_field(name)
            && (!value.is_empty() || rest[end..].starts_with(QUOTES) || value.starts_with('('))
        {
            self.push(Kind::Field(name), name.len() + 1);
            return true;
        }
        false
    }

    fn quotation(&mut self) {
        let rest = self.rest();
        let exact = rest.starts_with('=');
        let opening = usize::from(exact) + rest[usize::from(exact)..].chars().next().map_or(0, char::len_utf8);
        // Inches: 6" pipes. A mark after a figure opens nothing.
        let inches = self.text[..self.at].ends_with(|c: char| c.is_ascii_digit());
        let inner = &rest[opening..];
        let Some(end) = inner.find(QUOTES).filter(|_| !inches) else {
            // What follows are words like others.
            self.push(Kind::Unclosed, opening);
            self.fresh = false;
            return;
        };
        let closing = end + inner[end..].chars().next().map_or(0, char::len_utf8);
        let (slop, open, after) = suffix(&inner[closing..]);
        let quoted = Quoted { text: &inner[..end], exact, slop, open };
        self.push(Kind::Quoted(quoted), opening + closing + after);
        self.fresh = true;
    }

    fn word(&mut self) {
        let rest = self.rest();
        let whole = &rest[..word_end(rest)];
        let word = self.without_closing(whole);
        if word.is_empty() {
            self.push(Kind::Close, 1);
            self.depth = self.depth.saturating_sub(1);
            return;
        }
        let kind = if self.fresh { joining(word) } else { None };
        self.push(kind.unwrap_or(Kind::Word(word)), word.len());
        self.fresh = false;
    }

    /// The word without parentheses at its end that it has not opened itself: those of `word(s)` are its own.
    fn without_closing(&self, word: &'a str) -> &'a str {
        let mut word = word;
        while self.depth > 0 && word.ends_with(')') && word.matches('(').count() < word.matches(')').count() {
            word = &word[..word.len() - 1];
        }
        word
    }
}

/// Up to the next blank or quotation mark.
fn word_end(rest: &str) -> usize {
    rest.find(|c: char| c.is_whitespace() || QUOTES.contains(&c)).unwrap_or(rest.len()).max(
        // A mark that stands here is no word; the caller has dealt with it.
        rest.chars().next().filter(|c| QUOTES.contains(c)).map_or(0, char::len_utf8),
    )
}

/// What follows a closing mark: `~3` for a loose phrase, `*` for one whose last word goes on.
fn suffix(after: &str) -> (Option<u32>, bool, usize) {
    if let Some(digits) = after.strip_prefix('~') {
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let slop = digits[..end].parse().unwrap_or(if end == 0 { NEAR } else { MOST_APART });
        return (Some(slop), false, 1 + end);
    }
    (None, after.starts_with('*'), usize::from(after.starts_with('*')))
}

fn joining(word: &str) -> Option<Kind<'static>> {
    if let Some((_, kind)) = JOINING.iter().find(|(name, _)| *name == word) {
        return Some(kind.clone());
    }
    let digits = word.strip_prefix("NEAR/").filter(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()))?;
    Some(Kind::Near(digits.parse().unwrap_or(MOST_APART).clamp(1, MOST_APART)))
}
