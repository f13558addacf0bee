//! What the `class` and `id` of an element call it, in the words of the tables in [`rules`](super::rules) and
//! [`words`](super::words).

mod marks;

use std::ops::Range;
use std::sync::LazyLock;

use ahash::AHashMap;
use rustc_hash::FxHashMap;

use super::rules::{ELEMENTS, Match};
use super::words::NAMES;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::text::is_same;
pub(crate) use marks::{Mark, MarkSet};

/// The words found, as bits by the position of their row in its table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Called {
    /// Rows of [`ELEMENTS`].
    pub(crate) rules: u32,
    /// Rows of [`NAMES`].
    pub(crate) names: u32,
}

/// A wording of a `class` or `id`, by its number on the page; [`Wording::NONE`] where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Wording(u32);

impl Wording {
    pub(crate) const NONE: Wording = Wording(u32::MAX);

    /// The place of what is known of it, in a list as long as the wordings of the page are many.
    pub(crate) fn at(self) -> Option<usize> {
        (self != Wording::NONE).then_some(self.0 as usize)
    }
}

impl Default for Wording {
    fn default() -> Self {
        Wording::NONE
    }
}

/// The tokens and the characters of a wording that are read.
const MOST_TOKENS: usize = 64;
const LONGEST_TOKEN: usize = 100;

/// The wordings of `class` and `id` on a page, each once and cut into words: pages repeat few of them many times, so that
/// what is to be known of them is found out once for each.
#[derive(Default)]
pub(crate) struct Wordings<'a> {
    known: AHashMap<&'a str, u32>,
    /// The value asked for last: the items of a list are called alike.
    last: (&'a str, u32),
    /// The wordings, one behind the other, in lower case.
    text: String,
    words: Vec<Word>,
    /// The marks of all words.
    marks: MarkSet,
    /// For each wording, its words.
    wordings: Vec<Range<u32>>,
}

#[derive(Clone, Copy)]
struct Word {
    start: u32,
    end: u32,
    mark: Mark,
    /// Whether a token begins with it.
    is_first: bool,
}

impl<'a> Wordings<'a> {
    /// The number of a value, given to it now if it is new; an empty one says nothing.
    pub(crate) fn of(&mut self, value: Option<&'a str>) -> Wording {
        let Some(value) = value.filter(|value| !value.is_empty()) else { return Wording::NONE };
        if self.last.0 == value {
            return Wording(self.last.1);
        }
        let next = self.wordings.len() as u32;
        let at = *self.known.entry(value).or_insert(next);
        if at == next {
            self.split(value);
        }
        self.last = (value, at);
        Wording(at)
    }

    fn split(&mut self, value: &str) {
        let first = self.words.len() as u32;
        value.split_ascii_whitespace().take(MOST_TOKENS).for_each(|token| self.split_token(token));
        self.wordings.push(first..self.words.len() as u32);
    }

    /// The words of a class token: `relatedPosts`, `related-posts` and `related_posts` are all `related posts`.
    fn split_token(&mut self, token: &str) {
        if token.is_ascii() {
            return self.split_ascii(token);
        }
        let (mut start, mut is_first, mut lower) = (self.text.len(), true, false);
        for c in token.chars().take(LONGEST_TOKEN) {
            if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
                is_first &= !self.end_word(start..self.text.len(), is_first);
                start = self.text.len();
            }
            if c.is_ascii_alphanumeric() {
                self.text.push(c.to_ascii_lowercase());
            } else if c.is_alphanumeric() {
                self.text.extend(c.to_lowercase());
            }
            lower = c.is_lowercase();
        }
        self.end_word(start..self.text.len(), is_first);
    }

    /// The same for the tokens that nearly all are; what parts their words stays between them.
    fn split_ascii(&mut self, token: &str) {
        let token = &token[..token.len().min(LONGEST_TOKEN)];
        let mut start = self.text.len();
        self.text.push_str(token);
        self.text[start..].make_ascii_lowercase();
        let (mut is_first, mut lower) = (true, false);
        for (at, byte) in (start..).zip(token.bytes()) {
            let parts = !byte.is_ascii_alphanumeric();
            if parts || (byte.is_ascii_uppercase() && lower) {
                is_first &= !self.end_word(start..at, is_first);
                start = at + usize::from(parts);
            }
            lower = byte.is_ascii_lowercase();
        }
        self.end_word(start..self.text.len(), is_first);
    }

    /// Adds a word, if there is anything in it.
    fn end_word(&mut self, word: Range<usize>, is_first: bool) -> bool {
        let is_word = !word.is_empty();
        if is_word {
            let mark = Mark::of(&self.text[word.clone()]);
            self.marks.add(mark);
            self.words.push(Word { start: word.start as u32, end: word.end as u32, mark, is_first });
        }
        is_word
    }

    /// The words of an element's names.
    pub(crate) fn words(&self, names: [Wording; 2]) -> ClassWords<'_> {
        let words = names.map(|name| name.at().map_or(&[][..], |at| self.words_of(at)));
        ClassWords { text: &self.text, words }
    }

    fn words_of(&self, wording: usize) -> &[Word] {
        let Range { start, end } = self.wordings[wording];
        &self.words[start as usize..end as usize]
    }

    /// What `of` says of the words of each wording, by its number.
    pub(crate) fn each<T>(&self, of: impl Fn(ClassWords) -> T) -> Vec<T> {
        let words = |at| ClassWords { text: &self.text, words: [self.words_of(at), &[]] };
        (0..self.wordings.len()).map(|at| of(words(at))).collect()
    }
}

/// Which of a page's wordings hold one of some words: for words that are looked for in the names of every element. None on a
/// page that has no such word.
pub(crate) struct Marks(Option<Vec<bool>>);

impl Marks {
    pub(crate) fn new(dom: &Dom, words: &Wanted) -> Marks {
        let wordings = dom.wordings();
        Marks(wordings.marks.meets(&words.marks).then(|| wordings.each(|wording| wording.has_any(words))))
    }

    pub(crate) fn has(&self, dom: &Dom, node: NodeId) -> bool {
        let has = |marks: &Vec<bool>| dom.names(node).into_iter().filter_map(Wording::at).any(|at| marks[at]);
        self.0.as_ref().is_some_and(has)
    }
}

/// Words that are looked for in the names of elements.
pub(crate) struct Wanted {
    words: &'static [&'static str],
    marks: MarkSet,
}

impl Wanted {
    pub(crate) const fn new(words: &'static [&'static str]) -> Wanted {
        let (mut marks, mut at) = (MarkSet::new(), 0);
        while at < words.len() {
            marks.add(Mark::of(words[at]));
            at += 1;
        }
        Wanted { words, marks }
    }
}

/// The words of an element's `class` and `id`.
#[derive(Clone, Copy)]
pub(crate) struct ClassWords<'d> {
    text: &'d str,
    words: [&'d [Word]; 2],
}

impl<'d> ClassWords<'d> {
    pub(crate) fn iter(self) -> impl Iterator<Item = &'d str> {
        let [class, id] = self.words;
        class.iter().chain(id).map(move |word| self.text_of(word))
    }

    pub(crate) fn contains(self, word: &str) -> bool {
        self.iter().any(|own| is_same(own, word))
    }

    /// Whether one of these is among the words.
    pub(crate) fn has_any(self, wanted: &Wanted) -> bool {
        let is_wanted = |word: &Word| {
            wanted.marks.has(word.mark) && wanted.words.iter().any(|own| is_same(own, self.text_of(word)))
        };
        self.words.iter().any(|words| words.iter().any(is_wanted))
    }

    fn text_of(self, word: &Word) -> &'d str {
        &self.text[word.start as usize..word.end as usize]
    }

    /// For each word that begins a phrase of the tables, itself and those after it in its token.
    fn phrases(self, begins: &MarkSet) -> impl Iterator<Item = (&'d str, impl Iterator<Item = &'d str> + Clone)> {
        self.words.into_iter().flat_map(move |words| {
            let firsts = words.iter().enumerate().filter(|(_, word)| begins.has(word.mark));
            firsts.map(move |(at, word)| {
                let rest = words[at + 1..].iter().take_while(|word| !word.is_first);
                (self.text_of(word), rest.map(move |word| self.text_of(word)))
            })
        })
    }
}

/// What each wording of a page calls an element.
pub(crate) struct Namer(Vec<Called>);

impl Namer {
    pub(crate) fn new(dom: &Dom) -> Namer {
        Namer(dom.wordings().each(read))
    }

    pub(crate) fn called(&self, dom: &Dom, node: NodeId) -> Called {
        dom.names(node).into_iter().filter_map(Wording::at).fold(Called::default(), |called, at| Called {
            rules: called.rules | self.0[at].rules,
            names: called.names | self.0[at].names,
        })
    }

    /// The same without the `id`.
    pub(crate) fn called_by_class(&self, dom: &Dom, node: NodeId) -> Called {
        let [class, _] = dom.names(node);
        class.at().map_or(Called::default(), |at| self.0[at])
    }
}

fn read(words: ClassWords) -> Called {
    let mut called = Called::default();
    let Phrases { begins, by_first } = &*PHRASES;
    for (word, rest) in words.phrases(begins) {
        for (phrase, row) in by_first.get(word).into_iter().flatten() {
            let mut follows = rest.clone();
            if phrase.iter().all(|word| follows.next() == Some(word)) {
                called.rules |= row.rules;
                called.names |= row.names;
            }
        }
    }
    called
}

/// The word sequences of the tables.
struct Phrases {
    /// The words that begin one.
    begins: MarkSet,
    /// By their first word: the words after it, and the row as a bit.
    by_first: FxHashMap<&'static str, Vec<(Vec<&'static str>, Called)>>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases { begins: MarkSet::new(), by_first: FxHashMap::default() };
    let mut add = |list: &'static [&'static str], row: Called| {
        for phrase in list {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                phrases.begins.add(Mark::of(first));
                phrases.by_first.entry(first).or_default().push((words.collect(), row));
            }
        }
    };
    for (at, rule) in ELEMENTS.iter().enumerate() {
        if let Match::Words(list) = rule.matches {
            add(list, Called { rules: 1 << at, names: 0 });
        }
    }
    for (at, (_, list)) in NAMES.iter().enumerate() {
        add(list, Called { rules: 0, names: 1 << at });
    }
    phrases
});

#[cfg(test)]
mod tests {
    use super::super::prune;
    use super::*;
    use crate::extract::dom::Document;

    #[test]
    fn a_token_is_cut_into_words() {
        let document = Document::parse("<div class='relatedPosts_list-2 -- HTMLBox Été' id=-a>x</div>");
        let dom = document.dom();
        let div = dom.by_tag(0..dom.len(), "div").next().unwrap();
        let words: Vec<&str> = dom.class_words(div).iter().collect();
        assert_eq!(words, ["related", "posts", "list", "2", "htmlbox", "été", "a"]);
    }

    #[test]
    fn an_element_is_called_by_its_class_and_its_id() {
        let document = Document::parse("<div class='wide entryContent' id=comment-list>x</div>");
        let dom = document.dom();
        let div = dom.by_tag(0..dom.len(), "div").next().unwrap();
        let called = Namer::new(&dom).called(&dom, div);
        let named: Vec<&str> =
            (0..NAMES.len()).filter(|at| called.names & 1 << at != 0).map(|at| NAMES[at].0).collect();
        assert_eq!(named, ["content", "entry", "article-body", "list"]);
        assert_eq!(prune::first(called.rules).unwrap().id, "comments");
    }

    #[test]
    fn every_table_fits_its_bits() {
        assert!(ELEMENTS.len() <= 32 && NAMES.len() <= 32);
    }
}
