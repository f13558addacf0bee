//! Text that was encoded twice: UTF-8 read as Latin-1 by the program that saved the page, and written as UTF-8 again.
//!
//! Of 1,678 real pages 36 have control characters that only this can explain (`donâ\u{80}\u{99}t` for `don’t`), 26 of them
//! from start to end, the others in pieces that somebody pasted.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// The text with what was encoded twice decoded once more.
///
/// The controls U+0080 to U+009F stand in no text that was written on purpose: they are bytes that were taken for
/// characters, of UTF-8 where they go together, else of Windows-1252 as browsers read `&#146;`.
pub(super) fn undone(text: &str) -> Cow<'_, str> {
    if !has_control(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let whole = text.chars().map(|c| u8::try_from(c).ok()).collect::<Option<Vec<u8>>>();
    if let Some(page) = whole.and_then(|bytes| String::from_utf8(bytes).ok()) {
        return Cow::Owned(page);
    }
    Cow::Owned(in_pieces(text))
}

/// Whether a control character of these 32 is in valid UTF-8.
fn has_control(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0xC2, bytes).any(|at| bytes.get(at + 1).is_some_and(|&next| next < 0xA0))
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}')
}

fn in_pieces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (piece, length) = match character(rest) {
            Some(found) => found,
            None if is_control(c) => (windows(c), c.len_utf8()),
            None => (c, c.len_utf8()),
        };
        out.push(piece);
        rest = &rest[length..];
    }
    out
}

/// The character whose bytes the first characters are, and what they take, if one of them is a control.
fn character(text: &str) -> Option<(char, usize)> {
    let length = match text.chars().next()? {
        '\u{C2}'..='\u{DF}' => 2,
        '\u{E0}'..='\u{EF}' => 3,
        '\u{F0}'..='\u{F4}' => 4,
        _ => return None,
    };
    let taken: String = text.chars().take(length).collect();
    let bytes = taken.chars().map(|c| u8::try_from(c).ok()).collect::<Option<Vec<u8>>>()?;
    let decoded = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    taken.contains(is_control).then_some((decoded, taken.len()))
}

/// What a byte is in Windows-1252.
fn windows(c: char) -> char {
    let byte = u8::try_from(c).unwrap_or(b' ');
    WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a program that takes UTF-8 for Latin-1 reads it.
    fn misread(text: &str) -> String {
        text.bytes().map(char::from).collect()
    }

    #[test]
    fn a_page_that_was_encoded_twice_is_read_whole() {
        let page = "Don’t – “café” für Łódź, 北京";
        assert_eq!(undone(&misread(page)), page);
    }

    #[test]
    fn pieces_are_read_in_a_page_that_is_right_otherwise() {
        let page = format!("Łódź: {} – café Ã©", misread("Don’t"));
        assert_eq!(undone(&page), "Łódź: Don’t – café Ã©");
        assert_eq!(undone("we\u{92}re here\u{85} É \u{97} a, Ł \u{E2}\u{80}"), "we’re here… É — a, Ł â€");
    }

    #[test]
    fn text_without_such_controls_is_left_alone() {
        for text in ["café", "Ã© is é misread", "a\u{A0}b", "â€™", "", "北京"] {
            assert!(matches!(undone(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
