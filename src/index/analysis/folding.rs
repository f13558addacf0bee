//! Letters that are spelt differently and meant alike.

use std::borrow::Cow;
use std::sync::OnceLock;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use tantivy::tokenizer::{AsciiFoldingFilter, RawTokenizer, TextAnalyzer, TokenStream};

use crate::extract::text::is_invisible;

/// A word in lower case, without accents and other marks: equal for words that differ in nothing else.
pub(crate) fn fold_word(word: &str) -> String {
    let (mut lower, mut out) = (String::new(), String::new());
    lower_into(&composed(word), false, &mut lower);
    fold_into(&lower, &mut out);
    out
}

/// The text with its letters and marks composed where Unicode has a letter for both, and letters that are there for
/// compatibility with old encodings (full and half width, shapes of Arabic, ligatures) as what they stand for.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    // Below this there is nothing to compose, so that most text of the West costs one look at each letter.
    if text.chars().all(|c| c < '\u{300}') {
        return Cow::Borrowed(text);
    }
    let compatible = text.chars().any(|c| matches!(c, '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FFEF}'));
    let normalizer =
        if compatible { ComposingNormalizerBorrowed::new_nfkc() } else { ComposingNormalizerBorrowed::new_nfc() };
    normalizer.normalize(text)
}

/// Appends the text in lower case, without what shows nothing. The joiners stay: the Persian stemmer knows them.
pub(super) fn lower_into(text: &str, dotless: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            'I' if dotless => out.push('ı'),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\0'..='\x7F' => out.push(c),
            // Unicode makes it an i and a mark.
            'İ' => out.push('i'),
            // Printed or not as one likes, so that lists of stop words have it without the dots.
            'Ё' | 'ё' => out.push('е'),
            _ if is_invisible(c) || c.is_whitespace() => {}
            _ => out.extend(c.to_lowercase()),
        }
    }
}

/// Appends the text, composed and in lower case, without accents and marks.
pub(super) fn fold_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\0'..='\x7F' => out.push(c),
            _ if is_dropped(c) => {}
            _ => match latin(c) {
                "" => push_folded(c, out),
                latin => out.push_str(latin),
            },
        }
    }
}

/// Marks that readers of a language may leave out. Those of Indic scripts are its vowels, and stay.
fn is_dropped(c: char) -> bool {
    matches!(c,
        // Accents that compose with nothing, and stress in Cyrillic.
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
        // Points and cantillation of Hebrew.
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        // Vowels, marks of recitation and the lengthening stroke of Arabic; vowels of Syriac.
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{8CA}'..='\u{8FF}'
        | '\u{711}' | '\u{730}'..='\u{74A}'
        // The dot that Hindi puts under the letters of foreign sounds, and often does not.
        | '\u{93C}'
        // What chooses among shapes of one character.
        | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
        || is_invisible(c)
}

/// Appends what stands for a letter that is not Latin.
fn push_folded(c: char, out: &mut String) {
    match c {
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => push_greek(c, out),
        // Not й: it is a letter of its own to everyone who writes it.
        'ѐ' => out.push('е'),
        'ѝ' => out.push('и'),
        'آ' | 'أ' | 'إ' | 'ٱ' => out.push('ا'),
        'ة' | 'ۀ' => out.push('ه'),
        'ى' | 'ی' => out.push('ي'),
        'ک' => out.push('ك'),
        // Two signs for a nasal vowel, of which Hindi often takes the simpler.
        'ँ' => out.push('ं'),
        _ => out.push(digit(c).unwrap_or(c)),
    }
}

fn push_greek(c: char, out: &mut String) {
    for part in DecomposingNormalizerBorrowed::new_nfd().normalize_iter(std::iter::once(c)) {
        match part {
            'ς' => out.push('σ'),
            _ if is_dropped(part) => {}
            _ => out.push(part),
        }
    }
}

/// The zeros of scripts with digits of their own, each followed by the other nine.
const ZEROS: &[char] = &['٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០'];

fn digit(c: char) -> Option<char> {
    let values = ZEROS.iter().filter_map(|&zero| u32::from(c).checked_sub(u32::from(zero)));
    values.filter(|value| *value < 10).find_map(|value| char::from_digit(value, 10))
}

/// A part of tantivy's table from letters to plain Latin ones, so that terms are those that its filter makes.
struct Latin {
    /// What stands for each letter, one after the other, nothing where tantivy leaves it as it is.
    text: String,
    /// Where in `text` each ends.
    ends: Vec<usize>,
}

/// Where the letters of the table are: all that tantivy folds, but for those of full width and ligatures, which are
/// plain before they get here.
const FIRST: u32 = 0x80;
const LAST: u32 = 0x2E80;

/// How many letters are in a part. A text has letters of a few, and to read all of them takes longer than a search.
const PART: u32 = 0x80;

/// The parts of the table, each read when the first letter of it is met.
static LATIN: [OnceLock<Latin>; ((LAST - FIRST) / PART) as usize] =
    [const { OnceLock::new() }; ((LAST - FIRST) / PART) as usize];

/// What stands for a letter; nothing where it stands for itself.
fn latin(c: char) -> &'static str {
    let Some(at) = u32::from(c).checked_sub(FIRST) else { return "" };
    let Some(part) = LATIN.get((at / PART) as usize) else { return "" };
    part.get_or_init(|| Latin::read(FIRST + at / PART * PART)).get((at % PART) as usize)
}

impl Latin {
    /// Reads the part that begins with this letter off the filter, which does not give its table away otherwise.
    fn read(first: u32) -> Latin {
        // No letter of the table is half of a pair in UTF-16, so that each has its place.
        let letters: Vec<char> = (first..first + PART).filter_map(char::from_u32).collect();
        let every: String = letters.iter().flat_map(|&letter| [letter, '\0']).collect();
        let mut filter = TextAnalyzer::builder(RawTokenizer::default()).filter(AsciiFoldingFilter).build();
        let mut stream = filter.token_stream(&every);
        let folded = if stream.advance() { stream.token().text.as_str() } else { "" };
        let mut latin = Latin { text: String::new(), ends: Vec::with_capacity(letters.len()) };
        for (&letter, folded) in letters.iter().zip(folded.split('\0')) {
            if !folded.starts_with(letter) {
                latin.text.push_str(folded);
            }
            latin.ends.push(latin.text.len());
        }
        latin
    }

    /// What stands for the letter at this place.
    fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|&end| self.text.get(start..end)).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_marks_go_in_many_scripts() {
        for (word, folded) in [
            ("Élysée", "elysee"),
            ("E\u{301}lyse\u{301}e", "elysee"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("Đặng", "dang"),
            ("İstanbul", "istanbul"),
            ("ısı", "isi"),
            ("ＡＢＣ１２", "abc12"),
            ("ﬁnance", "finance"),
            ("Ещё", "еще"),
            ("Всеволожский", "всеволожский"),
            ("и\u{306}", "й"),
            ("за\u{301}мок", "замок"),
            ("Ελλάδος", "ελλαδοσ"),
            ("ἄνθρωπος", "ανθρωποσ"),
            ("مُحَمَّد", "محمد"),
            ("العـــربية", "العربيه"),
            ("أحمد", "احمد"),
            ("ایران", "ايران"),
            ("می\u{200C}کند", "ميكند"),
            ("שָׁלוֹם", "שלום"),
            ("ज़मीन", "जमीन"),
            ("हिन्दी", "हिन्दी"),
            ("٢٠٢٤", "2024"),
            ("२०२४", "2024"),
            ("co\u{AD}operate", "cooperate"),
        ] {
            assert_eq!(fold_word(word), folded, "{word}");
        }
    }

    #[test]
    fn latin_letters_fold_as_in_tantivy() {
        let mut theirs = TextAnalyzer::builder(RawTokenizer::default()).filter(AsciiFoldingFilter).build();
        for c in ('\u{C0}'..'\u{250}').chain('\u{1E00}'..'\u{1F00}').filter(|c| c.is_lowercase()) {
            let (text, mut ours) = (c.to_string(), String::new());
            fold_into(&text, &mut ours);
            let mut stream = theirs.token_stream(&text);
            assert!(stream.advance());
            assert_eq!(stream.token().text, ours);
        }
    }
}
