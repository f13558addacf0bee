//! What a page is judged by: its data, its address, its labels, and what its blocks are.

mod count;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::errors::Errors;
use super::labels::Labels;
use super::phrases::Phrases;
use super::words;
use crate::extract::blocks::Draft;
use crate::extract::dom::Dom;
use crate::extract::facts::structured::Structured;

pub(super) use count::{LITTLE_CONSENT, LITTLE_PROSE, WAITING_WORDS};

/// What is known when the text of a page has been chosen.
pub(crate) struct Seen<'s, 'a> {
    pub(crate) dom: &'s Dom<'a>,
    pub(crate) structured: &'s Structured,
    /// Where the page was saved from, by its own account or the saving tool's.
    pub(crate) url: Option<&'s str>,
    pub(crate) title: Option<&'s str>,
    /// All blocks, and for each whether a boilerplate rule speaks against it.
    pub(crate) drafts: &'s [Draft],
    pub(crate) marked: &'s [bool],
    /// The blocks that were kept.
    pub(crate) kept: &'s [Draft],
}

/// A page as the signals see it: counted once, asked many times.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// The types that the page's data name, in lower case, with how often.
    types: HashMap<String, usize>,
    og_type: String,
    generator: String,
    /// Words of `class` and `id` of `<html>` and `<body>`, which speak of the page.
    page_words: HashSet<String>,
    /// The words of the address's host, and of the sections in its path.
    host: Vec<String>,
    path: Vec<String>,
    pub(super) is_root: bool,
    /// Whether there is a year in the path, and how many words its last part has.
    pub(super) path_is_dated: bool,
    pub(super) slug_words: usize,
    /// Whether the page's data says when it was published, and by whom.
    pub(super) is_published: bool,
    pub(super) is_signed: bool,
    /// The folded parts of the title, as dashes and bars part them, and the first headings; what of them is an error's.
    parts: Vec<String>,
    pub(super) errors: Errors,
    labels: Labels,
    /// Words kept, and those of them that are running text; its paragraphs, and the long ones among them.
    pub(super) words: usize,
    pub(super) prose: usize,
    pub(super) paragraphs: usize,
    pub(super) long_paragraphs: usize,
    /// Words of all blocks, those of them that are linked, running text among them, and words against which no rule
    /// speaks that are no links.
    pub(super) all_words: usize,
    linked_words: usize,
    pub(super) all_prose: usize,
    pub(super) own_words: usize,
    pub(super) links: usize,
    pub(super) kept_headings: usize,
    /// Headings that are links: the titles of what a list lists.
    pub(super) teasers: usize,
    pub(super) long_texts: usize,
    pub(super) excerpts: usize,
    pub(super) prices: usize,
    pub(super) kept_prices: usize,
    /// The most siblings that look alike and each hold a link and a picture or a heading.
    pub(super) cards: usize,
    /// Elements called messages, each with somebody's name and a time.
    pub(super) messages: usize,
    pub(super) code: usize,
    pub(super) times: usize,
    /// Words of the blocks in which a consent page speaks, of those of them that were kept, and how many blocks are those of a
    /// waiting shell.
    consent_words: usize,
    kept_consent_words: usize,
    waiting_blocks: usize,
    /// Blocks that were kept, and those among them that are labels of a site's frame.
    kept_blocks: usize,
    frame_blocks: usize,
    pub(super) questions: usize,
    pub(super) asks_for_password: bool,
}

/// Of a page that asks for consent, at least this share of the words is in blocks that speak of it. Below an article there may
/// be such a block too.
const CONSENTING: f32 = 0.4;

/// What is said on pages that ask for consent.
static CONSENT: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(words::CONSENT));

impl Look {
    pub(super) fn new(seen: &Seen) -> Look {
        let mut look = Look::default();
        look.data(seen);
        look.address(seen);
        look.title(seen);
        look.elements(seen);
        look.blocks(seen);
        look
    }

    /// How often the page's data names one of these types.
    pub(super) fn typed(&self, types: &[&str]) -> usize {
        types.iter().filter_map(|name| self.types.get(*name)).sum()
    }

    pub(super) fn og(&self, types: &[&str]) -> bool {
        types.iter().any(|name| self.og_type.starts_with(name))
    }

    pub(super) fn has_og(&self) -> bool {
        !self.og_type.is_empty()
    }

    pub(super) fn made_by(&self, programs: &[&str]) -> bool {
        programs.iter().any(|name| self.generator.contains(name))
    }

    pub(super) fn page_called(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.page_words.contains(*name))
    }

    /// Whether one of these words stands in the name of a section in the path.
    pub(super) fn path_has(&self, names: &[&str]) -> bool {
        self.path.iter().any(|part| names.contains(&part.as_str()))
    }

    pub(super) fn host_has(&self, names: &[&str]) -> bool {
        self.host.iter().any(|part| names.contains(&part.as_str()))
    }

    pub(super) fn labels(&self) -> &Labels {
        &self.labels
    }

    pub(super) fn is_titled_consent(&self) -> bool {
        self.parts.iter().any(|part| CONSENT.stand_in(part))
    }

    pub(super) fn is_titled_login(&self) -> bool {
        let begins = |part: &str, words: &str| {
            part.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.parts.iter().any(|part| words::LOGIN.iter().any(|words| begins(part, words)))
    }

    pub(super) fn speaks_of_consent(&self) -> bool {
        self.consent_words as f32 >= CONSENTING * self.all_words as f32 && self.consent_words > 0
    }

    /// Whether what was kept speaks of consent: of an article with a question for consent around it the text is kept.
    pub(super) fn keeps_consent(&self) -> bool {
        self.kept_consent_words as f32 >= CONSENTING * self.words as f32 && self.kept_consent_words > 0
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.waiting_blocks > 0
    }

    /// Whether nothing was kept but labels of a site's frame.
    pub(super) fn is_frame(&self) -> bool {
        self.frame_blocks > 0 && self.frame_blocks == self.kept_blocks
    }

    pub(super) fn linked_share(&self) -> f32 {
        self.linked_words as f32 / self.all_words.max(1) as f32
    }
}
