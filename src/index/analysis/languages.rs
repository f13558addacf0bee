//! The languages that have an analysis of their own: one row each, with its reason where it is not plain.

use frostem::Algorithm;
use tantivy::tokenizer::Language;

/// How one language's words become terms.
#[derive(Debug)]
pub(super) struct Row {
    /// ISO 639-1, then 639-2 and 639-3.
    codes: &'static str,
    /// What takes the endings off.
    pub(super) stemmer: Option<Algorithm>,
    /// Whose list of stop words is dropped.
    pub(super) stop: Option<Language>,
    /// What is left of articles and pronouns before an apostrophe, and dropped likewise.
    pub(super) elided: &'static [&'static str],
    /// Whether the small letter of I has no dot, and that of İ has.
    pub(super) dotless: bool,
    /// Whether accents go before stop words and endings are looked at, not after.
    pub(super) folded_first: bool,
}

/// The analysis of a language. Languages that are analysed alike are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Lang(u8);

impl Lang {
    /// The analysis of English, and of texts whose language nobody knows.
    pub(crate) const ENGLISH: Lang = Lang(0);
    /// The analysis of languages without a row: words are folded, and that is all.
    const PLAIN: Lang = Lang(1);

    /// The analysis for a language tag such as `de`, `pt-BR` or `ger`, in any case. Nothing, and what says "unknown" or
    /// is no tag, means English; a language that has no row is only folded.
    pub(crate) fn of(tag: Option<&str>) -> Lang {
        let code = tag.and_then(|tag| tag.trim().split(['-', '_']).next()).unwrap_or_default();
        let is_code = matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_code || UNKNOWN.iter().any(|unknown| unknown.eq_ignore_ascii_case(code)) {
            return Lang::ENGLISH;
        }
        let of_code = |row: &Row| row.codes.split(' ').any(|known| known.eq_ignore_ascii_case(code));
        ROWS.iter().position(of_code).and_then(|at| u8::try_from(at).ok()).map_or(Lang::PLAIN, Lang)
    }

    /// The analysis with this number, if there is one: see [`Lang::number`].
    pub(super) fn numbered(number: u8) -> Option<Lang> {
        (usize::from(number) < ROWS.len()).then_some(Lang(number))
    }

    /// A number that stands for the analysis within one version of the program.
    pub(super) fn number(self) -> u8 {
        self.0
    }

    /// How many analyses there are.
    pub(super) fn count() -> usize {
        ROWS.len()
    }

    /// The row of the table.
    pub(super) fn row(self) -> &'static Row {
        ROWS.get(usize::from(self.0)).unwrap_or(&NOTHING_BUT_FOLDED)
    }
}

/// Codes of ISO 639-2 for "undetermined", "several languages" and "a language without a code".
const UNKNOWN: &[&str] = &["und", "mul", "mis"];

const NOTHING_BUT_FOLDED: Row =
    Row { codes: "", stemmer: None, stop: None, elided: &[], dotless: false, folded_first: true };

/// Letters are folded last: Snowball's lists of endings have the accents.
const fn stemmed(codes: &'static str, stemmer: Algorithm) -> Row {
    Row { codes, stemmer: Some(stemmer), folded_first: false, ..NOTHING_BUT_FOLDED }
}

const fn listed(codes: &'static str, stemmer: Algorithm, stop: Language) -> Row {
    Row { stop: Some(stop), ..stemmed(codes, stemmer) }
}

/// tantivy has lists of stop words for thirteen languages; elsewhere, the ranking has to know for itself that a word
/// which is everywhere tells nothing.
static ROWS: &[Row] = &[
    // Accents in English text are those of foreign names, which the stemmer need not see. Nine test collections were
    // measured with this order.
    Row { folded_first: true, ..listed("en eng", Algorithm::English, Language::English) },
    NOTHING_BUT_FOLDED,
    stemmed("ar ara arb", Algorithm::Arabic),
    // No stemmer, but the letters of Turkish.
    Row { codes: "az aze azj", dotless: true, ..NOTHING_BUT_FOLDED },
    Row { elided: &["d", "l", "m", "n", "s", "t"], ..stemmed("ca cat", Algorithm::Catalan) },
    stemmed("cs ces cze", Algorithm::Czech),
    listed("da dan", Algorithm::Danish, Language::Danish),
    listed("de deu ger", Algorithm::German, Language::German),
    stemmed("el ell gre", Algorithm::Greek),
    stemmed("eo epo", Algorithm::Esperanto),
    listed("es spa", Algorithm::Spanish, Language::Spanish),
    stemmed("et est ekk", Algorithm::Estonian),
    stemmed("eu eus baq", Algorithm::Basque),
    stemmed("fa fas per pes", Algorithm::Persian),
    listed("fi fin", Algorithm::Finnish, Language::Finnish),
    // The list has the letters and `qu`; these are its compounds.
    Row {
        elided: &["jusqu", "lorsqu", "puisqu", "quoiqu"],
        ..listed("fr fra fre", Algorithm::French, Language::French)
    },
    Row { elided: &["b", "d", "m"], ..stemmed("ga gle", Algorithm::Irish) },
    stemmed("hi hin", Algorithm::Hindi),
    listed("hu hun", Algorithm::Hungarian, Language::Hungarian),
    stemmed("hy hye arm", Algorithm::Armenian),
    stemmed("id ind", Algorithm::Indonesian),
    // The list has `l`, `c`, `dell` and its kind.
    Row {
        elided: &["d", "m", "n", "quell", "quest", "s", "t", "v"],
        ..listed("it ita", Algorithm::Italian, Language::Italian)
    },
    stemmed("lt lit", Algorithm::Lithuanian),
    stemmed("ne nep npi", Algorithm::Nepali),
    listed("nl nld dut", Algorithm::Dutch, Language::Dutch),
    // Both written forms of Norwegian: Snowball's endings and the list are those of Bokmål, which Nynorsk mostly shares.
    listed("no nb nn nor nob nno", Algorithm::Norwegian, Language::Norwegian),
    stemmed("pl pol", Algorithm::Polish),
    listed("pt por", Algorithm::Portuguese, Language::Portuguese),
    stemmed("ro ron rum", Algorithm::Romanian),
    listed("ru rus", Algorithm::Russian, Language::Russian),
    // The stemmer writes Cyrillic in Latin letters and was made for all standards of Serbo-Croatian.
    stemmed("sr hr bs sh srp hrv bos hbs", Algorithm::Serbian),
    stemmed("st sot", Algorithm::Sesotho),
    listed("sv swe", Algorithm::Swedish, Language::Swedish),
    stemmed("ta tam", Algorithm::Tamil),
    Row { dotless: true, ..stemmed("tr tur", Algorithm::Turkish) },
    stemmed("yi yid ydd", Algorithm::Yiddish),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_any_form_name_an_analysis() {
        let german = Lang::of(Some("de"));
        assert_eq!(german.row().stemmer, Some(Algorithm::German));
        for tag in ["DE", "de-AT", "de_CH", " ger", "deu"] {
            assert_eq!(Lang::of(Some(tag)), german, "{tag}");
        }
        assert_eq!(Lang::of(Some("nn")), Lang::of(Some("nb-NO")));
    }

    #[test]
    fn unknown_is_english_and_without_a_row_is_folded() {
        for tag in [None, Some(""), Some("und"), Some("MUL"), Some("english"), Some("x1"), Some("🙂"), Some("EN-us")]
        {
            assert_eq!(Lang::of(tag), Lang::ENGLISH, "{tag:?}");
        }
        for tag in ["zh", "he", "uk", "zh-Hant", "zxx"] {
            assert_eq!(Lang::of(Some(tag)), Lang::PLAIN, "{tag}");
        }
    }

    #[test]
    fn no_code_stands_twice_and_numbers_are_the_places_in_the_table() {
        let codes: Vec<&str> = ROWS.iter().flat_map(|row| row.codes.split(' ')).filter(|c| !c.is_empty()).collect();
        for code in &codes {
            assert_eq!(codes.iter().filter(|c| c == &code).count(), 1, "{code}");
            let lang = Lang::of(Some(code));
            assert_eq!(Lang::numbered(lang.number()), Some(lang));
        }
        assert_eq!(Lang::numbered(u8::try_from(ROWS.len()).unwrap()), None);
    }
}
