//! From words to terms: stop words out, endings off, accents off.

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

use frostem::Stemmer;
use tantivy::tokenizer::{StopWordFilter, Token, TokenFilter, TokenStream, Tokenizer};

use super::folding::fold_into;
use super::languages::Lang;
use super::words::{RunEnd, Words, is_pair};

type Without<T> = <StopWordFilter as TokenFilter>::Tokenizer<T>;

/// The words of a language without its stop words. There are two filters because tantivy does not give its lists away.
pub(super) type Telling = Without<Without<Words>>;

/// The words of a language that tell something.
pub(super) fn telling(lang: Lang, run_end: RunEnd) -> Telling {
    let (list, elided) = stop_words(lang);
    elided.transform(list.transform(Words::new(lang, run_end)))
}

/// A language's list and what its elisions leave, made once.
fn stop_words(lang: Lang) -> (StopWordFilter, StopWordFilter) {
    static MADE: LazyLock<Vec<OnceLock<(StopWordFilter, StopWordFilter)>>> =
        LazyLock::new(|| (0..Lang::count()).map(|_| OnceLock::new()).collect());
    let make = || {
        let row = lang.row();
        let list = row.stop.and_then(StopWordFilter::new).unwrap_or_else(|| StopWordFilter::remove(Vec::new()));
        (list, StopWordFilter::remove(row.elided.iter().map(|&word| word.to_owned())))
    };
    MADE.get(usize::from(lang.number())).map_or_else(make, |made| made.get_or_init(make).clone())
}

/// The analysis of one language.
#[derive(Clone)]
pub(super) struct Analysis {
    pub(super) lang: Lang,
    words: Telling,
    forms: Forms,
}

impl Analysis {
    pub(super) fn new(lang: Lang, run_end: RunEnd) -> Analysis {
        Analysis { lang, words: telling(lang, run_end), forms: Forms::new(lang) }
    }
}

impl Tokenizer for Analysis {
    type TokenStream<'a> = Terms<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms<'a> {
        self.forms.second.clear();
        Terms { words: self.words.token_stream(text), forms: &mut self.forms }
    }
}

/// The terms of one text.
pub(super) struct Terms<'a> {
    words: <Telling as Tokenizer>::TokenStream<'a>,
    forms: &'a mut Forms,
}

impl TokenStream for Terms<'_> {
    fn advance(&mut self) -> bool {
        if !self.forms.second.is_empty() {
            let text = &mut self.words.token_mut().text;
            std::mem::swap(text, &mut self.forms.second);
            self.forms.second.clear();
            return true;
        }
        while self.words.advance() {
            let text = &mut self.words.token_mut().text;
            self.forms.make(text);
            if !text.is_empty() {
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.words.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.words.token_mut()
    }
}

/// Makes the one or two terms of a word.
#[derive(Clone)]
struct Forms {
    stemmer: Option<Stemmer>,
    folded_first: bool,
    /// The word without accents.
    folded: String,
    /// The second term, at the place of the first; empty where there is none.
    second: String,
}

impl Forms {
    fn new(lang: Lang) -> Forms {
        let row = lang.row();
        Forms {
            stemmer: row.stemmer.map(Stemmer::new),
            folded_first: row.folded_first,
            folded: String::new(),
            second: String::new(),
        }
    }

    /// Makes of a word its term, and its second if it has one.
    fn make(&mut self, word: &mut String) {
        let Some(stemmer) = self.stemmer else { return };
        if is_pair(word) {
            return;
        }
        if self.folded_first || word.is_ascii() {
            stem(stemmer, word);
        } else {
            self.make_both(stemmer, word);
        }
    }

    /// The word without its ending, folded; and, because the endings have accents that people do not type, the folded
    /// word without its ending.
    fn make_both(&mut self, stemmer: Stemmer, word: &mut String) {
        self.folded.clear();
        fold_into(word, &mut self.folded);
        let had_accents = self.folded != *word;
        stem(stemmer, word);
        self.second.clear();
        fold_into(word, &mut self.second);
        std::mem::swap(word, &mut self.second);
        self.second.clear();
        if had_accents {
            stem(stemmer, &mut self.folded);
            fold_into(&self.folded, &mut self.second);
            if self.second == *word {
                self.second.clear();
            }
        }
    }
}

/// Takes the ending off, unless nothing else would be left. The word's memory is kept for the next one.
fn stem(stemmer: Stemmer, word: &mut String) {
    let stem = match stemmer.stem(word) {
        Cow::Owned(stem) => stem,
        Cow::Borrowed(stem) if stem.len() == word.len() => return,
        Cow::Borrowed(stem) => stem.to_owned(),
    };
    if !stem.is_empty() {
        word.clear();
        word.push_str(&stem);
    }
}
