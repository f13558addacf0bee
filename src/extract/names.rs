//! What the `class` and `id` of an element call it, in the words of the tables in [`rules`](super::rules) and
//! [`words`](super::words).

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use super::dom::{Dom, NodeId};
use super::rules::{ELEMENTS, Match};
use super::words::NAMES;

/// The words found, as bits by the position of their row in its table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Called {
    /// Rows of [`ELEMENTS`].
    pub(crate) rules: u32,
    /// Rows of [`NAMES`].
    pub(crate) names: u32,
}

/// A wording of a `class` or `id`, by its number on the page; [`Wording::NONE`] where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// The wordings of `class` and `id` on a page, each once: pages repeat few of them many times, so that what is to be known
/// of them is found out once for each.
#[derive(Default)]
pub(crate) struct Wordings<'a> {
    all: Vec<&'a str>,
    known: HashMap<&'a str, u32>,
}

impl<'a> Wordings<'a> {
    /// The number of a value, given to it now if it is new; an empty one says nothing.
    pub(crate) fn of(&mut self, value: Option<&'a str>) -> Wording {
        let Some(value) = value.filter(|value| !value.is_empty()) else { return Wording::NONE };
        let next = self.all.len() as u32;
        let at = *self.known.entry(value).or_insert(next);
        if at == next {
            self.all.push(value);
        }
        Wording(at)
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'a str> {
        self.all.iter().copied()
    }
}

/// What each wording of a page calls an element.
pub(crate) struct Namer(Vec<Called>);

impl Namer {
    pub(crate) fn new(dom: &Dom) -> Namer {
        Namer(dom.wordings().iter().map(read).collect())
    }

    pub(crate) fn called(&self, dom: &Dom, node: NodeId) -> Called {
        dom.names(node).into_iter().filter_map(Wording::at).fold(Called::default(), |called, at| Called {
            rules: called.rules | self.0[at].rules,
            names: called.names | self.0[at].names,
        })
    }
}

fn read(value: &str) -> Called {
    let mut called = Called::default();
    for token in value.split_ascii_whitespace().take(64) {
        let words = split_words(token);
        for (at, word) in words.iter().enumerate() {
            for (rest, row) in PHRASES.get(word.as_str()).into_iter().flatten() {
                let follows = words.get(at + 1..).unwrap_or_default();
                if follows.len() >= rest.len() && follows.iter().zip(rest).all(|(a, b)| a == b) {
                    called.rules |= row.rules;
                    called.names |= row.names;
                }
            }
        }
    }
    called
}

/// Each word sequence of the tables by its first word: the words after it, and its row as a bit.
type Phrases = HashMap<&'static str, Vec<(Vec<&'static str>, Called)>>;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::new();
    let mut add = |list: &'static [&'static str], row: Called| {
        for phrase in list {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                phrases.entry(first).or_default().push((words.collect(), row));
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

/// The words of an element's `class` and `id`.
#[derive(Debug, Clone, Default)]
pub(crate) struct ClassWords([Option<Rc<[String]>>; 2]);

impl ClassWords {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &String> {
        self.0.iter().flatten().flat_map(|words| words.iter())
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        self.iter().any(|w| w == word)
    }
}

/// Splits the names of a page into words, each wording once and only when it is asked for.
pub(crate) struct WordCache(Vec<OnceCell<Rc<[String]>>>);

impl WordCache {
    pub(crate) fn new(wordings: usize) -> WordCache {
        WordCache(vec![OnceCell::new(); wordings])
    }

    pub(crate) fn of(&self, wordings: &Wordings, names: [Wording; 2]) -> ClassWords {
        const MOST_TOKENS: usize = 32;
        let split =
            |at: usize| wordings.all[at].split_ascii_whitespace().take(MOST_TOKENS).flat_map(split_words).collect();
        ClassWords(names.map(|name| name.at().map(|at| self.0[at].get_or_init(|| split(at)).clone())))
    }
}

/// The words of a class token: `relatedPosts`, `related-posts` and `related_posts` are all `related posts`.
pub(crate) fn split_words(token: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in token.chars().take(100) {
        if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            words.last_mut().into_iter().for_each(|word| word.extend(c.to_lowercase()));
        }
        lower = c.is_lowercase();
    }
    words.retain(|w| !w.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::super::dom::Document;
    use super::super::prune;
    use super::*;

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
