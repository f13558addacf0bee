//! Whether a small box speaks to the reader and offers something: what pitches for newsletters, gifts and subscriptions do.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashMap;

use super::super::rules::{BUTTONS, CALLS, ENDINGS, HINTS, OFFERS, READERS, wordings};
use super::call::{ENDS, asks};
use super::{finder, plain, plain_wordings};
use crate::extract::text;

/// Without an offer a pitch names so many other things.
const LEAST_HINTS: usize = 2;

/// What a text says of what a pitch does.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Pitch {
    /// How many different things it names that pitches offer, and how many others that they name beside.
    pub(crate) offers: usize,
    pub(crate) hints: usize,
    /// Whether it speaks to the reader, or of the site as its people do.
    pub(crate) addresses: bool,
    /// Whether a sentence begins with what asks for something, "Join", "Please consider", or the text with a question.
    pub(crate) asks: bool,
}

impl Pitch {
    /// Reads a text, a line for each of its blocks. Of one that names nothing, as most do, the rest is not looked for.
    pub(crate) fn read(text: &str) -> Pitch {
        let folded = text::folded(text);
        let plain = plain(&folded);
        let pitch = Pitch { offers: OFFERED.count(&plain), hints: HINTED.count(&plain), ..Pitch::default() };
        if pitch.names_nothing() {
            return pitch;
        }
        let is_question = text.find(ENDS).is_some_and(|at| text[at..].starts_with(['?', '؟']));
        Pitch { addresses: ADDRESSED.is_match(&format!(" {plain} ")), asks: is_question || asks(text), ..pitch }
    }

    /// Whether a text names too little to be a pitch, whatever else it says.
    pub(crate) fn names_nothing(&self) -> bool {
        self.offers == 0 && self.hints < LEAST_HINTS
    }

    /// Whether a text is a pitch where a button follows it. What it offers counts twice.
    pub(crate) fn is_over_button(&self) -> bool {
        let beside = self.hints + usize::from(self.addresses) + usize::from(self.asks);
        match self.offers {
            0 => self.hints >= LEAST_HINTS && beside >= 4,
            offers => 2 * offers + beside >= 3,
        }
    }

    /// Whether a text is a pitch whatever follows: it asks for something, which a text that speaks of such does not.
    pub(crate) fn is_plain(&self) -> bool {
        self.asks && self.addresses && self.offers >= 2 && 2 * self.offers + self.hints >= 5
    }
}

/// Whether a short line is what the button under a pitch says.
pub(crate) fn is_button_label(text: &str) -> bool {
    /// Longer ones are the beginnings of words.
    const WORD: usize = 4;
    let folded = text::folded(text);
    let line = plain(&folded);
    let begins = |label: &str| {
        let rest = line.strip_prefix(label);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || label.chars().count() > WORD)
    };
    LABELS.iter().any(|label| begins(label))
}

static LABELS: LazyLock<Vec<Cow<'static, str>>> = LazyLock::new(|| plain_wordings(BUTTONS));

static OFFERED: LazyLock<Beginnings> = LazyLock::new(|| {
    let calls = CALLS.iter().map(|call| call.offered);
    Beginnings::new(std::iter::once(OFFERS).chain(calls))
});
static HINTED: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::new([HINTS].into_iter()));

static ADDRESSED: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = wordings(READERS).map(|wording| format!(" {} ", plain(wording.text)));
    finder(words.chain(wordings(ENDINGS).map(|wording| format!("{} ", plain(wording.text)))))
});

/// The bytes by which the beginnings of words are looked up; none is shorter.
const KEY: usize = 3;

/// What words begin with. Every short paragraph is searched for hundreds of them, so each word is looked up.
struct Beginnings {
    by_key: FxHashMap<[u8; KEY], Vec<Cow<'static, str>>>,
    /// Arabic writes its article and its prepositions together with the word: its beginnings are looked for everywhere.
    arabic: AhoCorasick,
}

impl Beginnings {
    fn new(tables: impl Iterator<Item = &'static str>) -> Beginnings {
        let all = tables.flat_map(plain_wordings);
        let (arabic, others): (Vec<_>, Vec<_>) = all.partition(|text| text.starts_with(is_arabic));
        let mut by_key: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for text in others {
            if let Some(key) = text.as_bytes().first_chunk() {
                by_key.entry(*key).or_default().push(text);
            }
        }
        Beginnings { by_key, arabic: finder(arabic.iter().map(|text| text.as_bytes())) }
    }

    /// How many different ones words of a [`plain`] text begin with. What one takes up is part of no other.
    fn count(&self, plain: &str) -> usize {
        let mut found = Vec::new();
        let mut rest = plain;
        while !rest.is_empty() {
            let key = rest.as_bytes().first_chunk::<KEY>();
            let begins = |text: &&Cow<str>| rest.starts_with(&***text);
            let known = key.and_then(|key| self.by_key.get(key)).into_iter().flatten();
            if let Some(text) = known.filter(begins).min_by_key(|text| text.len()) {
                found.push(&**text);
                rest = &rest[text.len()..];
            }
            rest = memchr::memchr(b' ', rest.as_bytes()).map_or("", |space| &rest[space + 1..]);
        }
        found.sort_unstable();
        found.dedup();
        found.len() + self.count_arabic(plain)
    }

    fn count_arabic(&self, plain: &str) -> usize {
        if plain.is_ascii() {
            return 0;
        }
        self.arabic.find_iter(plain).map(|found| found.pattern()).collect::<BTreeSet<_>>().len()
    }
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pitch_offers_something_to_the_reader() {
        let read = |text| {
            let Pitch { offers, hints, addresses, asks } = Pitch::read(text);
            (offers, hints, addresses, asks)
        };
        assert_eq!(read("The Lock Letter\nWhat moves on the canal, by email."), (0, 1, false, false));
        assert_eq!(read("Keep us afloat\nYour gift is tax-deductible."), (2, 0, true, false));
        assert_eq!(read("Юные читатели\nПодпишитесь на рассылку, и мы присылаем вам дайджест."), (3, 1, true, true));
        assert_eq!(read("نشرة المرفأ\nتصلك كل جمعة في بريدك.").0, 2);
        assert_eq!(read("Haberlerimizi sevdiniz mi? Bülten her cuma gelir."), (1, 0, true, true));
        assert_eq!(read("The youth of the harbour had a bulletproof boat."), (0, 0, false, false));
    }

    #[test]
    fn every_beginning_can_be_looked_up() {
        let tables = [OFFERS, HINTS].into_iter().chain(CALLS.iter().map(|call| call.offered));
        assert!(tables.flat_map(plain_wordings).all(|text| text.len() >= KEY));
    }

    #[test]
    fn without_a_button_a_pitch_asks_for_something() {
        let is_plain = |text| Pitch::read(text).is_plain();
        assert!(is_plain("Support our work! Your donation pays for the lamps, and members like you keep them lit."));
        assert!(!is_plain("Our newsletter has as many subscribers as we have donors, the editor told us."));
        // What stands before a colon is spoken of.
        assert!(!is_plain("Subscribe to our newsletter: you see our four words under each of our donors' pages."));
    }

    #[test]
    fn labels_of_buttons_begin_with_what_they_do() {
        for label in ["Yes please", "Subscribe now", "Spenden", "Подписаться бесплатно", "Hemen abone ol", "Je donne"]
        {
            assert!(is_button_label(label), "{label}");
        }
        for label in ["Read more", "The donors", "Yesterday’s locks", "Jamaica"] {
            assert!(!is_button_label(label), "{label}");
        }
    }
}
