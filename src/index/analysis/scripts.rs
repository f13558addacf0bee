//! What a character is to a word.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

use crate::extract::text::is_invisible;

/// What a character is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Begins a word or goes on with it.
    Letter,
    /// Goes on with a word: an accent, the vowel sign or virama of an Indic script. tantivy's own tokenizer cuts here.
    Mark,
    /// Shows nothing and ends nothing.
    Joiner,
    /// A character of a script that writes no spaces between words.
    Unspaced,
    /// Stands between words.
    Other,
}

/// What a character is to a word.
pub(super) fn kind(c: char) -> Kind {
    match c {
        '\0'..='\x7F' if c.is_ascii_alphanumeric() => Kind::Letter,
        '\0'..='\x7F' => Kind::Other,
        // Numbers of these scripts are words like all numbers.
        _ if is_unspaced(c) && (c.is_alphabetic() || is_mark(c)) => Kind::Unspaced,
        _ if c.is_alphanumeric() => Kind::Letter,
        '\u{200C}' | '\u{200D}' => Kind::Joiner,
        _ if is_invisible(c) => Kind::Joiner,
        _ if is_mark(c) => Kind::Mark,
        _ => Kind::Other,
    }
}

/// Whether no word has the character in it.
pub(crate) fn is_between_words(c: char) -> bool {
    kind(c) == Kind::Other
}

/// Whether the character is of a script that writes no spaces between words, or, like Korean, puts so much at the end of
/// words that they are better found by their parts.
pub(crate) fn is_unspaced(c: char) -> bool {
    c >= '\u{E00}'
        && matches!(c,
            // Thai and Lao, Myanmar, the first letters of Korean syllables and their ends, Khmer.
            '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}'
            // Han's radicals and signs, Kana, Bopomofo, letters of Korean.
            | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{318F}' | '\u{31A0}'..='\u{31BF}'
            | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
            | '\u{A960}'..='\u{A97F}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' | '\u{AC00}'..='\u{D7FF}'
            // Han for compatibility, Kana and Korean at half width, Han and Kana of the further planes.
            | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FFDC}' | '\u{1AFF0}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFD}')
}

/// Whether a character of an unspaced script belongs to the one before: a vowel or tone sign, the voicing of half-width
/// Kana, the vowel and end of a Korean syllable that is spelt out.
pub(super) fn continues(c: char) -> bool {
    matches!(c, '\u{FF9E}' | '\u{FF9F}' | '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}') || is_mark(c)
}

fn is_mark(c: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_told_apart() {
        for (c, expected) in [
            ('a', Kind::Letter),
            ('7', Kind::Letter),
            ('\'', Kind::Other),
            ('é', Kind::Letter),
            ('\u{301}', Kind::Mark),
            ('\u{94D}', Kind::Mark),
            ('\u{200C}', Kind::Joiner),
            ('\u{AD}', Kind::Joiner),
            ('京', Kind::Unspaced),
            ('々', Kind::Unspaced),
            ('〇', Kind::Unspaced),
            ('ー', Kind::Unspaced),
            ('・', Kind::Other),
            ('。', Kind::Other),
            ('한', Kind::Unspaced),
            ('ก', Kind::Unspaced),
            ('\u{E48}', Kind::Unspaced),
            ('๕', Kind::Letter),
            ('฿', Kind::Other),
            ('Ａ', Kind::Letter),
        ] {
            assert_eq!(kind(c), expected, "{c:?}");
        }
    }
}
