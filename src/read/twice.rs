//! Text that was encoded twice: UTF-8 read as Windows-1252, or as Latin-1, by the program that saved the page, and written as
//! UTF-8 again.
//!
//! Of 2,120 real pages in UTF-8, 39 have control characters that only this can explain (`donâ\u{80}\u{99}t` for `don’t`), 26 of
//! them from start to end, the others in pieces that somebody pasted. Five more have `â€™` and the like in most places that are
//! not ASCII; eleven have some of it among much that is right, and are left alone: a page may speak of it.

use std::borrow::Cow;
use std::sync::LazyLock;

use encoding_rs::{Encoding, WINDOWS_1252};

/// The text with what was encoded twice decoded once more.
///
/// Judged by the runs of characters that are not ASCII: where most of them are UTF-8, once their characters are taken for
/// bytes, and one of them is so by no accident, all are read so that can be.
///
/// Elsewhere only the controls U+0080 to U+009F tell. They stand in no text that was written on purpose: they are bytes that
/// were taken for characters, of UTF-8 where they go together, else of Windows-1252 as browsers read `&#146;`.
pub(super) fn undone(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let has_control = has_control(bytes);
    // All characters that can begin such a piece have this byte in UTF-8.
    if !has_control && memchr::memchr(0xC3, bytes).is_none() {
        return Cow::Borrowed(text);
    }
    if most_was_encoded_twice(text) {
        return Cow::Owned(in_pieces(text, |_| true));
    }
    if !has_control {
        return Cow::Borrowed(text);
    }
    // With one quotation mark of a pair the other was misread, which has no control in it.
    let by_windows = text.contains("â€\u{9D}");
    Cow::Owned(in_pieces(text, |piece| piece.contains(is_control) || by_windows && piece.starts_with("â€")))
}

/// Whether a control character of these 32 is in valid UTF-8.
fn has_control(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0xC2, bytes).any(|at| bytes.get(at + 1).is_some_and(|&next| next < 0xA0))
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}')
}

fn most_was_encoded_twice(text: &str) -> bool {
    let (mut runs, mut twice, mut certain) = (0usize, 0usize, false);
    for run in runs_beyond_ascii(text) {
        runs += 1;
        let bytes = run.chars().map(byte).collect::<Option<Vec<u8>>>();
        if let Some(read) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            twice += 1;
            certain |= is_no_accident(run, &read);
        }
    }
    certain && 2 * twice > runs
}

/// The runs of characters that are not ASCII. Most pages have megabytes between few of them, hence by bytes.
fn runs_beyond_ascii(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = &rest[Encoding::ascii_valid_up_to(rest.as_bytes())..];
        let length = rest.bytes().take_while(|byte| !byte.is_ascii()).count();
        let (run, after) = rest.split_at(length);
        rest = after;
        (!run.is_empty()).then_some(run)
    })
}

/// Whether nobody writes a run that can be read as UTF-8. `É™`, `ß` with a soft hyphen, and `é` before a closing `»` can be,
/// and are written.
fn is_no_accident(run: &str, read: &str) -> bool {
    let mut chars = run.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    let pair = match first {
        // What begins punctuation, signs like `™`, and emoji.
        'â' => matches!(second, '€' | '„' | '‚'),
        'ð' => second == 'Ÿ',
        // What begins letters of western languages, and signs. Quotation marks, dashes, and the space that French puts
        // before a mark do follow capitals.
        'Â' | 'Ã' => {
            matches!(second, '¡'..='ª' | '¬' | '®'..='º' | '¼'..='¿' | 'ƒ' | 'ˆ' | '‰' | '˜' | 'Ÿ' | 'Œ' | 'Š' | 'Ž')
        }
        _ => false,
    };
    pair || read.chars().nth(1).is_some() || run.contains(is_control)
}

/// The text with those pieces read once more that `is_meant` lets through.
fn in_pieces(text: &str, is_meant: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (piece, length) = match character(rest).filter(|(_, length)| is_meant(&rest[..*length])) {
            Some(found) => found,
            None if is_control(c) => (windows(c), c.len_utf8()),
            None => (c, c.len_utf8()),
        };
        out.push(piece);
        rest = &rest[length..];
    }
    out
}

/// The character whose bytes the first characters are, and what they take.
fn character(text: &str) -> Option<(char, usize)> {
    let length = match text.chars().next()? {
        '\u{C2}'..='\u{DF}' => 2,
        '\u{E0}'..='\u{EF}' => 3,
        '\u{F0}'..='\u{F4}' => 4,
        _ => return None,
    };
    let bytes = text.chars().take(length).map(byte).collect::<Option<Vec<u8>>>()?;
    let decoded = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((decoded, text.chars().take(length).map(char::len_utf8).sum()))
}

/// The characters of Windows-1252 where Latin-1 has its controls.
static UPPER: LazyLock<Vec<char>> = LazyLock::new(|| ('\u{80}'..='\u{9F}').map(windows).collect());

/// The byte that a character was, in Latin-1 or in Windows-1252.
fn byte(c: char) -> Option<u8> {
    let upper = || UPPER.iter().position(|&upper| upper == c).and_then(|at| u8::try_from(0x80 + at).ok());
    u8::try_from(c).ok().or_else(upper)
}

/// What a byte is in Windows-1252.
fn windows(c: char) -> char {
    let byte = u8::try_from(c).unwrap_or(b' ');
    WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As a program that takes UTF-8 for Latin-1 reads it.
    fn misread(text: &str) -> String {
        text.bytes().map(char::from).collect()
    }

    /// As one does that takes it for Windows-1252.
    fn misread_by_windows(text: &str) -> String {
        WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    /// What people write, with whatever may be taken for the bytes of something else.
    const WRITTEN: &[&str] = &[
        "«\u{A0}La société\u{A0}» a été créée à l’été 1998… Où\u{A0}? «égalité»… «ÉGALITÉ», CAFÉ™, CRÈME®, l’«Âme»",
        "A IRMÃ”, disse. «AMANHû, NÃO… “MAÇÔ – São Paulo, ação, pães; “MAÇÔ",
        "Ông ấy đã nói: “ĐÔ – Ân, Âu, đã, những người Việt Nam, «ĐÃ…»",
        "Straß\u{AD}e, Fuß\u{AD}ball, große Maß\u{AD}nahmen: „Überfluß“, „Ä“… ÄÖÜ",
        "Când a fost Â…, România, înțeles și „ÎNȚELEGERE”",
        "Él dijo: «Mañana…» ¿Qué? ¡SÍ! ESPAÑA® 1.º, 2.ª, CAÑÓN™",
        "Zażółć gęślą jaźń, „ŁÓDŹ” – Ñ’, Ó„",
        "Съешь ещё этих мягких французских булок – «да»",
        "Þórður sagði: „Ísland“ … É‘, Ð•",
        "salarié·e·s, l·lusió, 20°C, £5, €6, ½ and ¾, © 2026, ® ™ § ¶",
        "北京、東京。「日本」 العربية، שָׁלוֹם हिन्दी ไทย",
        "MARQUÉ™",
        "so é\u{A0}»",
        "plain ASCII",
    ];

    /// Words of what people write in any order.
    fn text() -> impl Strategy<Value = String> {
        let words: Vec<&str> = WRITTEN.iter().flat_map(|text| text.split(' ')).collect();
        proptest::collection::vec(proptest::sample::select(words), 1..40).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn what_people_write_stays(text in text()) {
            prop_assert!(matches!(undone(&text), Cow::Borrowed(_)), "{}", text);
        }

        #[test]
        fn what_was_encoded_twice_comes_back(text in text()) {
            let text = format!("{text} it’s");
            for twice in [misread(&text), misread_by_windows(&text)] {
                prop_assert_eq!(undone(&twice), text.as_str());
            }
        }
    }

    #[test]
    fn a_page_that_windows_misread_is_read_although_some_of_it_is_right() {
        let twice = misread_by_windows("Don’t – “café” für Łódź, 北京 it’s");
        assert_eq!(undone(&twice), "Don’t – “café” für Łódź, 北京 it’s");
        assert_eq!(undone(&format!("© {twice} ñ")), "© Don’t – “café” für Łódź, 北京 it’s ñ");
        assert_eq!(undone("didnâ€™t, cafÃ©"), "didn’t, café");
        // With one mark of a pair that has a control in it, the other is read.
        let pasted = format!("é è à ñ ö ü ç {}", misread_by_windows("“so”"));
        assert_eq!(undone(&pasted), "é è à ñ ö ü ç “so”");
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
        for text in ["café", "Ã© is é misread", "a\u{A0}b", "of “don’t” it makes “donâ€™t”", "", "北京"]
        {
            assert!(matches!(undone(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
