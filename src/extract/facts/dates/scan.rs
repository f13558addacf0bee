//! A line of text as numbers, words and marks: what the patterns of [`text`](super::text) are matched on.

use std::borrow::Cow;

use super::months::fold;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind<'t> {
    /// A run of digits of any script, with its length; runs too long for a year or a compact day count as 0.
    Number(u32, usize),
    /// A run of letters, folded.
    Word(Cow<'t, str>),
    /// Any other character.
    Mark(char),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    /// Where it stands in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// The value of a decimal digit: ASCII, Arabic-Indic, Persian, Devanagari, Bengali, Thai or full-width.
pub(super) fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        _ if c.is_ascii() => return None,
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{9E6}'..='\u{9EF}' => '\u{9E6}',
        '\u{E50}'..='\u{E59}' => '\u{E50}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

/// The Han and Hangul signs for year, month and day: words of their own, though nothing parts them from what follows.
fn is_unit(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일')
}

/// Letters, and the marks that belong to words in Arabic and Indian scripts.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{652}' | '\u{93C}' | '\u{94D}' | '\u{9BC}' | '\u{9CD}' | '\u{E47}'..='\u{E4E}' | '\u{200C}' | '\u{200D}')
}

/// Characters that only steer the direction of text; they stand inside dates on Arabic and Hebrew pages.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}' | '\u{200B}' | '\u{FEFF}')
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    /// Most tokens are longer, with the space before them.
    const BYTES_A_TOKEN: usize = 3;
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / BYTES_A_TOKEN + 1);
    let mut spaced = true;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() || is_direction(c) {
            spaced |= c.is_whitespace();
            continue;
        }
        let mut end = start + c.len_utf8();
        let mut take = |belongs: fn(char) -> bool| {
            while let Some((at, c)) = chars.next_if(|(_, c)| belongs(*c)) {
                end = at + c.len_utf8();
            }
            &text[start..end]
        };
        let kind = if digit(c).is_some() {
            number(take(|c| digit(c).is_some()))
        } else if is_unit(c) {
            Kind::Word(text[start..end].into())
        } else if is_letter(c) {
            Kind::Word(fold(take(|c| is_letter(c) && !is_unit(c))))
        } else {
            Kind::Mark(c)
        };
        out.push(Token { kind, start, end, spaced });
        spaced = false;
    }
    out
}

fn number(run: &str) -> Kind<'static> {
    let digits = run.chars().count();
    let value = if digits > 8 { 0 } else { run.chars().filter_map(digit).fold(0, |sum, d| sum * 10 + d) };
    Kind::Number(value, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_are_numbers() {
        for text in ["26", "٢٦", "۲۶", "２６", "२६", "২৬", "๒๖"] {
            assert_eq!(tokens(text)[0].kind, Kind::Number(26, 2), "{text}");
        }
        assert_eq!(tokens("123456789012")[0].kind, Kind::Number(0, 12));
    }

    #[test]
    fn words_numbers_and_marks_part_without_spaces() {
        let kinds: Vec<Kind> = tokens("2026年2月26日, 3rd").into_iter().map(|t| t.kind).collect();
        let word = |w: &str| Kind::Word(w.to_owned().into());
        assert_eq!(
            kinds[..6],
            [Kind::Number(2026, 4), word("年"), Kind::Number(2, 1), word("月"), Kind::Number(26, 2), word("日")]
        );
        assert_eq!(kinds[6..], [Kind::Mark(','), Kind::Number(3, 1), word("rd")]);
    }

    #[test]
    fn direction_marks_are_not_seen() {
        assert_eq!(
            tokens("\u{200F}٢٦\u{200F}/٢")[1],
            Token { kind: Kind::Mark('/'), start: 10, end: 11, spaced: false }
        );
    }
}
