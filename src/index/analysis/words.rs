//! Cuts text into words, and runs of scripts without spaces into pairs of characters.

use std::ops::Range;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::folding::{composed, fold_into, lower_into};
use super::languages::{Lang, Row};
use super::scripts::{Kind, continues, is_unspaced, kind};

/// Words of this many characters and more are dropped: nobody types them. As in tantivy's `default`, which counts bytes;
/// in characters, the scripts that take three bytes for each keep their long words.
const LONGEST: usize = 40;

/// No more characters of one sign of an unspaced script are read: the rest are marks piled up on it.
const MOST_MARKS: usize = 8;

/// What becomes of the last character of a run of an unspaced script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RunEnd {
    /// It is a token of its own too, so that every character begins a token and one alone can be found.
    Alone,
    /// It is in the pair with the one before, if there is one: a query for two characters is not one for the second.
    InPair,
}

/// The words of a text in lower case, in the order of the text.
///
/// With accents, or without them where the language's row says so.
#[derive(Clone)]
pub(super) struct Words {
    row: &'static Row,
    run_end: RunEnd,
    token: Token,
    lower: String,
}

impl Words {
    pub(super) fn new(lang: Lang, run_end: RunEnd) -> Words {
        Words { row: lang.row(), run_end, token: Token::default(), lower: String::new() }
    }
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.token.reset();
        WordStream { text, at: 0, words: self, in_run: false }
    }
}

/// The words of one text.
pub(super) struct WordStream<'a> {
    words: &'a mut Words,
    text: &'a str,
    /// What comes before has been read.
    at: usize,
    /// Whether the character before `at` is of an unspaced script and has been given in a pair.
    in_run: bool,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        while let Some((start, kind)) = self.next_start() {
            self.words.token.position = self.words.token.position.wrapping_add(1);
            self.words.token.text.clear();
            let kept = if kind == Kind::Unspaced { self.pair(start) } else { self.word(start) };
            if kept {
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.words.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.words.token
    }
}

impl WordStream<'_> {
    /// Where the next word or run begins.
    fn next_start(&mut self) -> Option<(usize, Kind)> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if byte.is_ascii_alphanumeric() {
                return Some((self.at, Kind::Letter));
            }
            if byte.is_ascii() {
                self.at += 1;
                self.in_run = false;
                continue;
            }
            let c = self.text[self.at..].chars().next()?;
            match kind(c) {
                kind @ (Kind::Letter | Kind::Unspaced) => return Some((self.at, kind)),
                _ => self.in_run = false,
            }
            self.at += c.len_utf8();
        }
        None
    }

    /// Reads the word that starts here; whether it is kept.
    fn word(&mut self, start: usize) -> bool {
        self.in_run = false;
        let rest = &self.text.as_bytes()[start..];
        let plain = rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let end = start + plain;
        let ends_here = rest.get(plain).is_none_or(u8::is_ascii);
        if ends_here && !(self.words.row.dotless && rest[..plain].contains(&b'I')) {
            self.at = end;
            return plain < LONGEST && self.keep_plain(start..end);
        }
        let (range, characters) = self.word_with_marks(start, end);
        characters < LONGEST && self.keep(range)
    }

    /// The rest of a word that is not, or not only, plain letters: its bytes, and how many characters it has. The word
    /// ends with its last letter or mark.
    fn word_with_marks(&mut self, start: usize, plain_end: usize) -> (Range<usize>, usize) {
        let (mut end, mut characters) = (plain_end, plain_end - start);
        self.at = self.text.len();
        for (at, c) in self.text[plain_end..].char_indices().map(|(at, c)| (plain_end + at, c)) {
            match kind(c) {
                Kind::Letter | Kind::Mark => end = at + c.len_utf8(),
                Kind::Joiner => {}
                Kind::Unspaced | Kind::Other => {
                    self.at = at;
                    break;
                }
            }
            characters += 1;
        }
        (start..end, characters)
    }

    fn keep_plain(&mut self, range: Range<usize>) -> bool {
        let token = &mut self.words.token;
        token.text.push_str(&self.text[range.clone()]);
        token.text.make_ascii_lowercase();
        (token.offset_from, token.offset_to) = (range.start, range.end);
        true
    }

    fn keep(&mut self, range: Range<usize>) -> bool {
        let Words { row, token, lower, .. } = &mut *self.words;
        let word = composed(&self.text[range.clone()]);
        if row.folded_first {
            lower.clear();
            lower_into(&word, row.dotless, lower);
            fold_into(lower, &mut token.text);
        } else {
            lower_into(&word, row.dotless, &mut token.text);
        }
        (token.offset_from, token.offset_to) = (range.start, range.end);
        !token.text.is_empty()
    }

    /// Reads a character of an unspaced script and takes it together with the one after it, which is read again by the
    /// next call; whether there is a token.
    fn pair(&mut self, start: usize) -> bool {
        let middle = self.sign_end(start);
        let next = self.text[middle..].chars().next();
        let end = if next.is_some_and(|c| kind(c) == Kind::Unspaced) { self.sign_end(middle) } else { middle };
        let again = std::mem::replace(&mut self.in_run, true);
        self.at = middle;
        if end == middle && again && self.words.run_end == RunEnd::InPair {
            return false;
        }
        let token = &mut self.words.token;
        push_sign(&self.text[start..middle], &mut token.text);
        push_sign(&self.text[middle..end], &mut token.text);
        (token.offset_from, token.offset_to) = (start, end);
        true
    }

    /// Where the character that starts here ends, with its marks.
    fn sign_end(&self, start: usize) -> usize {
        let more = |c: char| match kind(c) {
            Kind::Mark | Kind::Joiner => true,
            Kind::Unspaced => continues(c),
            Kind::Letter | Kind::Other => false,
        };
        let mut rest = self.text[start..].char_indices().skip(1);
        rest.find(|&(_, c)| !more(c)).map_or(self.text.len(), |(at, _)| start + at)
    }
}

/// Appends a character with its marks, in the one form that it has among terms.
fn push_sign(sign: &str, out: &mut String) {
    let mut rest = sign.chars();
    match (rest.next(), rest.next()) {
        (Some(c), None) if c < '\u{F900}' => out.push(c),
        _ => {
            let shown = sign.char_indices().nth(MOST_MARKS).map_or(sign, |(end, _)| &sign[..end]);
            fold_into(&composed(shown), out);
        }
    }
}

/// Whether a token is of an unspaced script: no word, so that no ending is to be taken off.
pub(super) fn is_pair(token: &str) -> bool {
    token.chars().next().is_some_and(is_unspaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let mut words = Words::new(Lang::of(Some("zh")), RunEnd::Alone);
        let mut stream = words.token_stream(text);
        let mut out = Vec::new();
        while stream.advance() {
            out.push(stream.token().text.clone());
        }
        out
    }

    #[test]
    fn words_keep_their_marks() {
        assert_eq!(cut("cafe\u{301}s, हिन्दी भाषा"), ["cafes", "हिन्दी", "भाषा"]);
        assert_eq!(cut("U.S.-led don't"), ["u", "s", "led", "don", "t"]);
    }

    #[test]
    fn scripts_without_spaces_are_cut_in_pairs() {
        assert_eq!(cut("AI技术部"), ["ai", "技术", "术部", "部"]);
        assert_eq!(cut("京"), ["京"]);
        assert_eq!(cut("ｶﾞｽ"), ["ガス", "ス"]);
        assert_eq!(cut("น้ำ"), ["น้ำ", "ำ"]);
        assert_eq!(cut("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"), ["한국", "국"]);
    }

    #[test]
    fn long_words_go_and_their_places_stay() {
        let text = format!("a {} b", "x".repeat(40));
        assert_eq!(cut(&text), ["a", "b"]);
        assert_eq!(cut(&"x".repeat(39)).len(), 1);
        assert_eq!(cut(&"ക".repeat(39)).len(), 1);
        assert_eq!(cut(&"é".repeat(40)).len(), 0);
        assert_eq!(cut(&"京".repeat(40)).len(), 40);
    }
}
