//! What a block looks like by itself.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use rustc_hash::{FxHashMap, FxHashSet};

use super::cues::CUES;
use super::features::bits;
use super::layout::log;
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::elements::names::{Mark, MarkSet};
use crate::extract::lines::classify;
use crate::extract::text;

/// The looks of a block that its neighbours' features need too.
pub(super) struct Look {
    pub(super) folded: String,
    pub(super) counts: Counts,
    /// Logarithm of the words.
    pub(super) size: f32,
    pub(super) links: f32,
    pub(super) heading: bool,
    pub(super) prose: bool,
    pub(super) sentence: bool,
    /// 1 + the position of the line rule that its text sets off; 0 for none.
    pub(super) rule: usize,
}

impl Look {
    pub(super) fn new(draft: &Draft) -> Look {
        let folded = text::folded(&draft.text);
        Look {
            size: log(draft.words as u32),
            links: draft.link_density(),
            heading: draft.is_heading(),
            prose: draft.is_prose(),
            sentence: text::ends_sentence(&draft.text),
            rule: classify::line_rule(draft, &folded).map_or(0, |at| at + 1),
            counts: Counts::new(&draft.text),
            folded,
        }
    }
}

pub(super) const TEXT_NAMES: &[&str] = &[
    "kind",
    "level",
    "size",
    "word-length",
    "links",
    "bold",
    "sentence",
    "prose",
    "commas",
    "stops",
    "digits",
    "upper",
    "capitals",
    "small-words",
    "starts-lower",
    "starts-digit",
    "dots",
    "bar",
    "copyright",
    "year",
    "currency",
    "colon",
    "question",
    "address",
    "lines",
    "rule",
    "quote",
    "bracket",
    "is-caption",
    "is-item",
];

/// What a character is, as bits. Those that are counted lie so that two are counted at once, as a [`Pair`].
mod class {
    pub(super) const LETTER: u64 = 1;
    pub(super) const DIGIT: u64 = LETTER << 32;
    pub(super) const UPPER: u64 = 1 << 1;
    pub(super) const COMMA: u64 = UPPER << 32;
    pub(super) const STOP: u64 = 1 << 2;
    pub(super) const BAR: u64 = 1 << 3;
    pub(super) const COPYRIGHT: u64 = 1 << 4;
    pub(super) const MONEY: u64 = 1 << 5;
    pub(super) const AT: u64 = 1 << 6;
    pub(super) const LOWER: u64 = 1 << 7;
    pub(super) const SPACE: u64 = 1 << 8;
    pub(super) const PERCENT: u64 = 1 << 9;
}

/// How many characters are of each of two classes.
#[derive(Default, Clone, Copy)]
struct Pair(u64);

impl Pair {
    /// Counts a character for the class `low`, and for the one whose bit is 32 places above.
    #[inline]
    fn count(&mut self, class: u64, low: u64) {
        self.0 += (class / low) & (1 | 1 << 32);
    }

    fn low(self) -> u32 {
        self.0 as u32
    }

    fn high(self) -> u32 {
        (self.0 >> 32) as u32
    }
}

/// What addresses begin with.
static ADDRESS: LazyLock<[Finder; 2]> = LazyLock::new(|| ["http", "www."].map(Finder::new));

/// The class of each character of the scripts at the head of Unicode, up to Cyrillic and Arabic: nearly all that texts have.
static CLASSES: LazyLock<[u64; 0x700]> =
    LazyLock::new(|| std::array::from_fn(|at| char::from_u32(at as u32).map_or(0, class_of)));

fn class_of(c: char) -> u64 {
    let sign = match c {
        ',' | '،' | '、' | '，' => class::COMMA,
        '.' | '!' | '?' | '。' | '؟' => class::STOP,
        '|' | '•' | '·' | '»' | '›' | '→' => class::BAR,
        '©' => class::COPYRIGHT,
        '$' | '€' | '£' | '¥' | '₹' => class::MONEY,
        '%' => class::PERCENT,
        '@' => class::AT,
        _ => 0,
    };
    let bit = |bit: u64, yes: bool| if yes { bit } else { 0 };
    if !text::is_letter(c) {
        return sign | bit(class::SPACE, c.is_whitespace());
    }
    let is_common = text::is_common(c);
    sign | bit(class::LETTER, is_common || c.is_alphabetic())
        | bit(class::DIGIT, !is_common && c.is_numeric())
        | bit(class::UPPER, c.is_uppercase())
        | bit(class::LOWER, c.is_lowercase())
}

/// Counts over the characters and words of a text.
#[derive(Default)]
pub(super) struct Counts {
    upper_and_commas: Pair,
    stops: Pair,
    digits: u32,
    words: u32,
    capitals: u32,
    small: u32,
    years: u32,
    /// The classes of all its characters.
    classes: u64,
}

/// What is counted of one word.
#[derive(Default)]
struct Word {
    is_any: bool,
    letters_and_digits: Pair,
    /// The class of its first letter or digit, 0 where it has none.
    first: u64,
}

impl Counts {
    fn new(text: &str) -> Counts {
        let classes = &*CLASSES;
        let mut counts = Counts::default();
        let mut word = Word::default();
        for c in text.chars() {
            let class = classes.get(c as usize).copied().unwrap_or_else(|| class_of(c));
            if class & class::SPACE != 0 {
                counts.end_word(std::mem::take(&mut word));
                continue;
            }
            word.is_any = true;
            word.letters_and_digits.count(class, class::LETTER);
            if word.first == 0 {
                word.first = class & (class::LETTER | class::DIGIT | class::UPPER | class::LOWER);
            }
            counts.upper_and_commas.count(class, class::UPPER);
            counts.stops.count(class, class::STOP);
            counts.classes |= class;
        }
        counts.end_word(word);
        counts
    }

    fn end_word(&mut self, word: Word) {
        if !word.is_any {
            return;
        }
        let (letters, digits) = (word.letters_and_digits.low(), word.letters_and_digits.high());
        self.words += 1;
        self.capitals += u32::from(word.first & class::UPPER != 0);
        self.small += u32::from((1..=3).contains(&letters) && word.first & class::LOWER != 0);
        self.years += u32::from(digits == 4 && letters == 0);
        self.digits += digits;
    }

    pub(super) fn shows_money(&self) -> bool {
        self.has(class::MONEY)
    }

    /// Whether a character is of one of these classes.
    fn has(&self, class: u64) -> bool {
        self.classes & class != 0
    }
}

pub(super) fn features(draft: &Draft, look: &Look, cues: &Words, row: &mut Vec<f32>) {
    let text = draft.text.as_str();
    let (kind, level) = match draft.kind {
        BlockKind::Paragraph => (0, 0),
        BlockKind::Heading(level) => (1, level),
        BlockKind::ListItem => (2, 0),
        BlockKind::Quote => (3, 0),
        BlockKind::TableRow => (4, 0),
        BlockKind::Caption => (5, 0),
        BlockKind::Preformatted => (6, 0),
    };
    let counts = &look.counts;
    let (words, chars) = (counts.words.max(1) as f32, draft.chars.max(1) as f32);
    let first = text.chars().next().unwrap_or(' ');
    let flag = |yes: bool| f32::from(u8::from(yes));
    row.extend([
        kind as f32,
        f32::from(level),
        look.size,
        chars / words,
        look.links,
        draft.bold as f32 / chars,
        flag(look.sentence),
        flag(look.prose),
        counts.upper_and_commas.high() as f32 / words,
        counts.stops.low() as f32 / words,
        counts.digits as f32 / chars,
        counts.upper_and_commas.low() as f32 / chars,
        counts.capitals as f32 / words,
        counts.small as f32 / words,
        flag(first.is_lowercase()),
        flag(first.is_numeric()),
        flag(text.ends_with('…') || text.ends_with("...") || text.ends_with(']')),
        flag(counts.has(class::BAR)),
        flag(counts.has(class::COPYRIGHT)),
        counts.years as f32,
        flag(counts.has(class::MONEY | class::PERCENT)),
        flag(text.ends_with(':')),
        flag(text.ends_with('?')),
        flag(counts.has(class::AT) || ADDRESS.iter().any(|start| start.find(text.as_bytes()).is_some())),
        text.matches('\n').count() as f32,
        look.rule as f32,
        flag(text.starts_with(['"', '“', '«', '„', '\''])),
        flag(text.starts_with(['(', '[', '*', '©'])),
        flag(kind == 5),
        flag(kind == 2),
    ]);
    row.extend(cues.hits.map(|hit| f32::from(hit) / cues.count.max(1) as f32));
    bits(cues.early, CUES.len(), row);
}

/// What is counted over the words of a folded text.
pub(super) struct Words {
    pub(super) count: u32,
    pub(super) in_title: u32,
    /// The cues of each sort, and which are among the first four words.
    hits: [u16; CUES.len()],
    early: u32,
}

impl Words {
    pub(super) fn new(folded: &str, title: &WordSet) -> Words {
        let mut words = Words { count: 0, in_title: 0, hits: [0; CUES.len()], early: 0 };
        let (cues, marks) = &*CUE_WORDS;
        for word in folded.split_ascii_whitespace() {
            let mark = Mark::of(word);
            words.in_title += u32::from(title.has(word, mark));
            if let Some(&bits) = marks.has(mark).then(|| cues.get(word)).flatten() {
                words.early |= if words.count < 4 { bits } else { 0 };
                for (at, hit) in words.hits.iter_mut().enumerate() {
                    *hit = hit.saturating_add((bits >> at & 1) as u16);
                }
            }
            words.count += 1;
        }
        words
    }
}

/// Words that are looked for among those of all blocks. Most are not there, as their marks say.
pub(super) struct WordSet {
    words: FxHashSet<String>,
    marks: MarkSet,
}

impl WordSet {
    pub(super) fn new<'w>(list: impl Iterator<Item = &'w str>) -> WordSet {
        let words: FxHashSet<String> = list.map(str::to_owned).collect();
        let mut marks = MarkSet::new();
        words.iter().for_each(|word| marks.add(Mark::of(word)));
        WordSet { words, marks }
    }

    fn has(&self, word: &str, mark: Mark) -> bool {
        self.marks.has(mark) && self.words.contains(word)
    }
}

/// The words that are cues, each with the bits of its sorts.
static CUE_WORDS: LazyLock<(FxHashMap<&'static str, u32>, MarkSet)> = LazyLock::new(|| {
    let (mut words, mut marks) = (FxHashMap::default(), MarkSet::new());
    for (at, (_, list)) in CUES.iter().enumerate() {
        for word in *list {
            *words.entry(*word).or_insert(0) |= 1 << at;
            marks.add(Mark::of(word));
        }
    }
    (words, marks)
});
