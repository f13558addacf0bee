//! Small operations on text: white space, invisible characters, comparison.

use std::borrow::Cow;

/// Characters that show nothing: soft hyphen, zero-width space, word joiner, byte order mark, the signs of multiplication and
/// the like that formulas leave out, the place of an object that is not in the text.
///
/// The zero-width (non-)joiners stay: Persian and Indian scripts need them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FFFC}')
}

/// Appends text with each run of white space as one space (none at the start of a line), invisible characters dropped.
/// Gives the number of characters of the text other than white space, as [`chars`] does.
pub(crate) fn push_collapsed(out: &mut String, text: &str) -> usize {
    let (mut rest, mut count) = (text, 0);
    loop {
        let (length, shown) = plain(rest.as_bytes(), |byte| byte.is_ascii_graphic());
        let (run, more) = rest.split_at(length);
        count += shown;
        out.push_str(run);
        let mut chars = more.chars();
        loop {
            let Some(c) = chars.next() else { return count };
            if !c.is_ascii() && is_common(c) {
                count += 1;
                out.push(c);
            } else if !c.is_whitespace() {
                count += 1;
                if !is_invisible(c) && !c.is_control() {
                    out.push(c);
                }
            } else {
                chars = chars.as_str().trim_ascii_start().chars();
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            if chars.as_str().as_bytes().first().is_some_and(u8::is_ascii_graphic) {
                break;
            }
        }
        rest = chars.as_str();
    }
}

/// The length of what a text begins with that goes over as it is, and how much of it is shown: such characters of ASCII with
/// single spaces between. Most of a text is such.
#[inline]
fn plain(text: &[u8], is_such: impl Fn(u8) -> bool) -> (usize, usize) {
    if !text.first().is_some_and(|&byte| is_such(byte)) {
        return (0, 0);
    }
    let (mut length, mut spaces) = (1, 0);
    while let Some(count) = spaces_in_plain(&text[length - 1..], &is_such) {
        spaces += count;
        length += STEP;
    }
    while let Some(&byte) = text.get(length) {
        let is_space = byte == b' ' && text[length - 1] != b' ';
        if !is_space && !is_such(byte) {
            break;
        }
        spaces += usize::from(is_space);
        length += 1;
    }
    (length, length - spaces)
}

/// As many bytes are looked at together as one instruction compares on all machines.
const STEP: usize = 16;

/// The spaces among the bytes after the first one, if all of them go over as they are.
#[inline]
fn spaces_in_plain(text: &[u8], is_such: impl Fn(u8) -> bool) -> Option<usize> {
    let window = text.first_chunk::<{ STEP + 1 }>()?;
    let (mut is_plain, mut spaces) = (true, 0);
    for at in 0..STEP {
        let (before, byte) = (window[at], window[at + 1]);
        is_plain &= is_such(byte) | ((byte == b' ') & (before != b' '));
        spaces += u8::from(byte == b' ');
    }
    is_plain.then_some(usize::from(spaces))
}

/// Drops white space at the end.
pub(crate) fn trim_end(out: &mut String) {
    out.truncate(out.trim_end().len());
}

/// The text with white space collapsed.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_collapsed(&mut out, text);
    trim_end(&mut out);
    out
}

/// A string from an attribute or from JSON: entities decoded, twice where a site has encoded them twice.
pub(crate) fn unescape(text: &str) -> String {
    match html_escape::decode_html_entities(text) {
        Cow::Borrowed(plain) => collapse(plain),
        Cow::Owned(once) => collapse(&html_escape::decode_html_entities(&once)),
    }
}

/// Whether two short names are the same. Most differ in length or in the first byte, where a call that compares memory is
/// dear.
#[inline]
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).all(|(a, b)| a == b)
}

/// Whether a character is of Chinese or Japanese, which have no blanks between words.
#[inline]
pub(crate) fn is_han_or_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// Whether a character is a letter or a digit. The standard library looks long for those that articles have most beside
/// ASCII: quotation marks, dashes and the letters of the large scripts.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{2000}'..='\u{206F}' => false,
        _ => is_common(c) || c.is_alphanumeric(),
    }
}

/// Whether a character is one of the blocks that hold nothing but letters: Latin, Cyrillic, Hebrew, Arabic, Kana, Han, Hangul.
pub(crate) fn is_common(c: char) -> bool {
    matches!(c, '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' | '\u{400}'..='\u{481}' | '\u{5D0}'..='\u{5EA}'
        | '\u{620}'..='\u{64A}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}')
}

/// Whether a letter beyond ASCII is known to be the same in lower case: a small one of Latin or Cyrillic, or one of a script
/// that has no others. The standard library looks long for that too.
fn is_small(c: char) -> bool {
    matches!(c, '\u{DF}'..='\u{F6}' | '\u{F8}'..='\u{FF}' | '\u{430}'..='\u{45F}' | '\u{5D0}'..='\u{5EA}'
        | '\u{620}'..='\u{64A}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}')
}

/// The first character of a text when [`folded`].
pub(crate) fn first_folded(text: &str) -> Option<char> {
    text.chars().find(|&c| is_letter(c))?.to_lowercase().next()
}

/// The number of characters other than white space.
pub(crate) fn chars(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'..=b'\r')).count();
    }
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Whether a text is longer than so many bytes for its letters and digits of ASCII alone, which go over into whatever is made
/// of it.
pub(crate) fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.bytes().filter(u8::is_ascii_alphanumeric).count() > most
}

/// Letters and digits in lower case with single spaces: for comparing texts whatever their punctuation.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (length, _) = plain(rest.as_bytes(), |byte| byte.is_ascii_alphanumeric());
        let (run, more) = rest.split_at(length);
        out.push_str(run);
        let mut after_space = out.is_empty() || out.ends_with(' ');
        let mut chars = more.chars();
        while let Some(c) = chars.next() {
            if !c.is_ascii() && is_letter(c) {
                if is_small(c) {
                    out.push(c);
                } else {
                    out.extend(c.to_lowercase());
                }
                after_space = false;
            } else if !after_space && !is_invisible(c) && !matches!(c, '\'' | '’') {
                out.push(' ');
                after_space = true;
            }
            if chars.as_str().as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
                break;
            }
        }
        rest = chars.as_str();
    }
    out.make_ascii_lowercase();
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Whether two folded texts have a word in common, among the first of either.
pub(crate) fn share_a_word(a: &str, b: &str) -> bool {
    /// No headline and no list of names has more.
    const MOST: usize = 200;
    let words: ahash::AHashSet<&str> = a.split(' ').take(MOST).collect();
    b.split(' ').take(MOST).any(|word| words.contains(word))
}

/// Whether a text is this one when it is [`folded`]: of most the first letters say that they are not.
pub(crate) fn folds_to(text: &str, folded: &str) -> bool {
    let mut rest = folded.chars();
    let (mut parts, mut is_first) = (false, true);
    for c in text.chars() {
        if is_letter(c) {
            let is_same =
                (!parts || is_first || rest.next() == Some(' ')) && c.to_lowercase().all(|c| rest.next() == Some(c));
            if !is_same {
                return false;
            }
            (parts, is_first) = (false, false);
        } else {
            parts |= !is_invisible(c) && !matches!(c, '\'' | '’');
        }
    }
    rest.next().is_none()
}

/// The letters and digits of ASCII.
static LETTERS: [bool; 128] = {
    let mut letters = [false; 128];
    let mut at = 0;
    while at < letters.len() {
        letters[at] = (at as u8).is_ascii_alphanumeric();
        at += 1;
    }
    letters
};

/// The number of words: runs of letters and digits; a Han, Kana or Thai character counts as one.
pub(crate) fn words(text: &str) -> usize {
    let (mut count, mut inside, mut rest) = (0, false, text);
    while !rest.is_empty() {
        if let Some((begun, goes_on)) = words_in_plain(rest.as_bytes(), inside) {
            count += begun;
            inside = goes_on;
            rest = &rest[STEP..];
            continue;
        }
        let mut chars = rest.chars();
        for c in chars.by_ref().take(STEP) {
            if let Some(&letter) = LETTERS.get(c as usize) {
                let letter = letter | (inside & (c == '\''));
                count += usize::from(letter & !inside);
                inside = letter;
                continue;
            }
            let alone = matches!(c, '\u{0E00}'..='\u{0E7F}') || is_han_or_kana(c);
            let letter = is_letter(c) || (inside && c == '’');
            count += usize::from(alone || (letter && !inside));
            inside = letter && !alone;
        }
        rest = chars.as_str();
    }
    count
}

/// The words that begin among the first bytes of a text, and whether they end inside of one, if all are of ASCII and none is
/// an apostrophe.
fn words_in_plain(text: &[u8], inside: bool) -> Option<(usize, bool)> {
    let window = text.first_chunk::<STEP>()?;
    if !window.iter().fold(true, |all, &byte| all & byte.is_ascii() & (byte != b'\'')) {
        return None;
    }
    let letters = window.map(|byte| u8::from(byte.is_ascii_alphanumeric()));
    let begun = (1..STEP).map(|at| letters[at] & !letters[at - 1]).sum::<u8>() + (letters[0] & u8::from(!inside));
    Some((usize::from(begun), letters[STEP - 1] != 0))
}

/// Whether text ends as a sentence does.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ', '\u{A0}', '*']);
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', ':', ';', '।'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn white_space_and_invisible_characters() {
        assert_eq!(collapse("  a\u{A0}\n b\u{AD}c\u{200B}\u{2063}\u{FFFC} "), "a bc");
        assert_eq!(unescape("Trade &amp;amp; Aid"), "Trade & Aid");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_counted_on_the_way(text in "[ \\t\\n\u{B}\u{A0}a-cé\u{AD}\u{1}\u{3000}]{0,20}") {
            prop_assert_eq!(push_collapsed(&mut String::new(), &text), chars(&text));
        }

        #[test]
        fn texts_are_folded_and_counted_as_one_character_after_the_other(text in "[a-c '’A-C\u{AD},.\\t0éÉЖжİ“]{0,60}") {
            let is_dropped = |c: &char| is_invisible(*c) || matches!(c, '\'' | '’');
            let lower = |c: char| if is_letter(c) { c.to_lowercase().collect() } else { " ".to_owned() };
            let plain: String = text.chars().filter(|c| !is_dropped(c)).map(lower).collect();
            prop_assert_eq!(folded(&text), plain.split_whitespace().collect::<Vec<_>>().join(" "));
            prop_assert_eq!(first_folded(&text), folded(&text).chars().next());
            let pieces = text.split(|c| !is_letter(c) && !matches!(c, '\'' | '’'));
            prop_assert_eq!(words(&text), pieces.filter(|piece| piece.contains(is_letter)).count());
        }
    }

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphanumeric() && !matches!(c, '\u{2000}'..='\u{206F}'), "{c:?}");
            assert!(!is_common(c) || c.is_alphabetic() && !c.is_numeric(), "{c:?}");
            assert!(!is_small(c) || is_letter(c) && c.to_lowercase().eq([c]), "{c:?}");
        }
    }

    #[test]
    fn folding_ignores_case_and_punctuation() {
        assert_eq!(
            folded(" -- “ÉTÉ, 1999”:  Über den Fluss und IN DIE WÄLDER der Region! "),
            "été 1999 über den fluss und in die wälder der region"
        );
        assert_eq!(folded("The  Minister’s “Plan”, part-2!"), "the ministers plan part 2");
    }

    proptest! {
        #[test]
        fn what_a_text_folds_to_is_told_without_folding_it(a in "[ aA’\u{AD}İé.-]{0,6}", b in "[ aA’\u{AD}İé.-]{0,6}") {
            prop_assert!(folds_to(&a, &folded(&a)));
            prop_assert_eq!(folds_to(&a, &folded(&b)), folded(&a) == folded(&b));
        }
    }

    #[test]
    fn words_are_counted_in_any_script() {
        assert_eq!(words("One of the owners' locks didn't open, and n0ne closed"), 10);
        assert_eq!(words("It's the U.S.-led plan"), 6);
        assert_eq!(words("北京 talks"), 3);
    }

    #[test]
    fn sentences_end_in_many_ways() {
        for text in ["He left.", "“He left.”", "هل انتهى؟", "終わり。"] {
            assert!(ends_sentence(text), "{text}");
        }
        assert!(!ends_sentence("Related articles"));
    }
}
