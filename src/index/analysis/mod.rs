//! How text becomes the terms of the ranked fields, by the language of the article.
//!
//! Words are cut at anything but letters, digits and the marks on them, and put in lower case; stop words are dropped,
//! endings are taken off as the language has them, then accents. Where a query without accents would come out otherwise, a
//! second term stands at the same place. Scripts without spaces are cut in pairs of characters, whatever the language.
//!
//! On nine test collections of English, stemming gained 0.018 to 0.077 nDCG@10 over none, and stop words up to 0.017 on
//! top.

mod folding;
mod languages;
mod scripts;
mod terms;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use tantivy::tokenizer::{LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer, TokenStream, Tokenizer};

pub(crate) use folding::fold_word;
pub(crate) use languages::Lang;
pub(crate) use scripts::{is_between_words, is_unspaced};
use terms::{Analysis, Terms, telling};
use words::{RunEnd, Words};

/// The name under which the analyzer is registered, and which the schema writes down.
pub(crate) const NAME: &str = "pressmark";

/// What stands before a text that is to be analysed, followed by a character for the language.
const TAG: char = '\u{2}';

/// The character of the first language; the others follow.
const FIRST: u8 = b' ';

/// Texts whose terms tell two analyses apart; among them words that tantivy 0.26 and 0.27 stem differently.
const PROBES: &[(&str, &str)] = &[
    ("en", ENGLISH_PROBE),
    ("ar", "والكتابة المدرسون الأحزاب مُحَمَّد"),
    ("ca", "l'economia catalanes"),
    ("cs", "vlády českého"),
    ("de", "die Häuser der Regierungen in der Straße"),
    ("el", "οι κυβερνήσεις της Ελλάδας"),
    ("es", "la comunicación de las naciones"),
    ("fa", "کتاب‌های ایرانیان"),
    ("fi", "hallituksen päätöksistä"),
    ("fr", "l'économie des élections jusqu'à"),
    ("hi", "हिन्दी भाषाओं की ज़मीन २०२४"),
    ("hu", "a kormányok házakban"),
    ("it", "dell'università nazionali"),
    ("pl", "rządowych wyborów"),
    ("ru", "ещё о выборах и правительствах"),
    ("sr", "владама владе"),
    ("sv", "regeringarnas åtgärder"),
    ("tr", "İstanbul'daki KIZ kitapları"),
    ("he", "שָׁלוֹם הבית"),
    ("zh", "AI技术部 ｶﾞｽ 한국의 น้ำมัน"),
];

const ENGLISH_PROBE: &str = "The international organizations added emergency internal university universities' Élysée straße U.S.-led \
                             don't running policies national nations 2026 هذه الانتخابات";

/// The analyzer of the ranked fields. The text says at its start how it is to be analysed: see [`tagged`]. One that does
/// not, as in the query of a program that knows nothing of this, is analysed as English.
pub(crate) fn analyzer() -> TextAnalyzer {
    TextAnalyzer::from(ByLanguage(Analysis::new(Lang::ENGLISH, RunEnd::Alone)))
}

/// A text for the ranked fields, with its language before it. It always is, so that what a page's text begins with never
/// counts as the tag.
pub(crate) fn tagged(lang: Option<&str>, text: &str) -> String {
    let tag = char::from(FIRST.saturating_add(Lang::of(lang).number()));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(TAG);
    out.push(tag);
    out.push_str(text);
    out
}

/// The language and the text of [`tagged`].
fn untagged(text: &str) -> (Lang, &str) {
    let tag = text.strip_prefix(TAG).and_then(|rest| rest.split_at_checked(1));
    let number = tag.and_then(|(tag, _)| tag.bytes().next()?.checked_sub(FIRST));
    match (number.and_then(Lang::numbered), tag) {
        (Some(lang), Some((_, rest))) => (lang, rest),
        _ => (Lang::ENGLISH, text),
    }
}

/// Analyses each text by the language that it says; keeps the last analysis, since most of an archive is in one language.
#[derive(Clone)]
struct ByLanguage(Analysis);

impl Tokenizer for ByLanguage {
    type TokenStream<'a> = Terms<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms<'a> {
        let (lang, text) = untagged(text);
        if self.0.lang != lang {
            self.0 = Analysis::new(lang, RunEnd::Alone);
        }
        self.0.token_stream(text)
    }
}

/// A term of a text, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) text: String,
    /// Bytes of the text that it was made of.
    pub(crate) range: Range<usize>,
    /// Its number among the words, stop words counted. Two forms of one word have the same.
    pub(crate) position: usize,
}

/// The terms of a text in the ranked fields, in order, as an index has them.
pub(crate) fn tokens(lang: Lang, text: &str) -> Vec<Token> {
    collected(Analysis::new(lang, RunEnd::Alone).token_stream(text))
}

/// The terms of some parts of a text, none of which begins or ends within a word; each term is counted as in its part.
pub(crate) fn tokens_of_parts(lang: Lang, text: &str, parts: impl Iterator<Item = Range<usize>>) -> Vec<Token> {
    let mut analysis = Analysis::new(lang, RunEnd::Alone);
    let mut out = Vec::new();
    for part in parts {
        collect_into(analysis.token_stream(text.get(part.clone()).unwrap_or_default()), part.start, &mut out);
    }
    out
}

/// The terms to look up for words of a query: [`tokens`], but without the last character alone of a run of Chinese and
/// the like. In an index it stands only where a run ends, and as a word to look for it is only half of one.
pub(crate) fn sought(lang: Lang, text: &str) -> Vec<Token> {
    collected(Analysis::new(lang, RunEnd::InPair).token_stream(text))
}

/// The words of a text as they are in the fields of the contract: in lower case, with their endings, as tantivy's
/// `default` makes them.
pub(crate) fn surfaces(text: &str) -> Vec<Token> {
    let words =
        TextAnalyzer::builder(SimpleTokenizer::default()).filter(RemoveLongFilter::limit(40)).filter(LowerCaser);
    collected(words.build().token_stream(text))
}

/// Whether a word, in any case, is one that the analysis drops because it is everywhere.
pub(crate) fn is_stop_word(lang: Lang, word: &str) -> bool {
    let is_word = Words::new(lang, RunEnd::Alone).token_stream(word).advance();
    is_word && !telling(lang, RunEnd::Alone).token_stream(word).advance()
}

fn collected(stream: impl TokenStream) -> Vec<Token> {
    let mut out = Vec::new();
    collect_into(stream, 0, &mut out);
    out
}

/// Appends the terms of a text that begins `begin` bytes into another.
fn collect_into(mut stream: impl TokenStream, begin: usize, out: &mut Vec<Token>) {
    while stream.advance() {
        let token = stream.token();
        out.push(Token {
            text: token.text.clone(),
            range: begin + token.offset_from..begin + token.offset_to,
            position: token.position,
        });
    }
}

/// What the analyses make of fixed texts: equal if and only if words are cut and stemmed alike.
pub(crate) fn probe() -> String {
    let mut analyzer = analyzer();
    let mut out = String::new();
    for &(lang, text) in PROBES {
        for token in collected(analyzer.token_stream(&tagged(Some(lang), text))) {
            out += &token.text;
            out.push(' ');
        }
    }
    out
}

/// The form in which sections, authors and other labels are compared: lower case, single spaces.
pub(crate) fn fold(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    for word in label.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    if folded.is_ascii() {
        folded.make_ascii_lowercase();
        return folded;
    }
    folded.to_lowercase()
}
