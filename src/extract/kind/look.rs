//! What a page is judged by: its data, its address, its labels, and what its blocks are.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Match};
use rustc_hash::FxHashMap;
use url::Url;

use super::super::blocks::Draft;
use super::super::dom::{Dom, NodeId};
use super::super::facts::structured::{Structured, type_name};
use super::super::text;
use super::errors::Errors;
use super::parts::{Below, Sorts, most_cards};
use super::words;

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
    /// The words of the address's host and path.
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
    /// Words of the blocks in which a consent page speaks, and how many are those of a waiting shell.
    consent_words: usize,
    waiting_blocks: usize,
    /// Blocks that were kept, and those among them that are labels of a site's frame.
    kept_blocks: usize,
    frame_blocks: usize,
    pub(super) questions: usize,
}

/// How many labels of each sort stand on links and buttons.
#[derive(Debug, Default)]
pub(super) struct Labels {
    pub(super) consent: usize,
    pub(super) cart: usize,
    pub(super) offers: usize,
    pub(super) threads: usize,
    pub(super) manuals: usize,
}

/// Each label by the sorts that it belongs to.
static LABELS: LazyLock<FxHashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut labels: FxHashMap<_, Vec<_>> = FxHashMap::default();
    let sorts = [words::CONSENT_BUTTONS, words::CART, words::OFFERS, words::THREADS, words::MANUALS];
    for (sort, label) in sorts.iter().enumerate().flat_map(|(sort, list)| list.iter().map(move |label| (sort, *label)))
    {
        labels.entry(label).or_default().push(sort);
    }
    labels
});

impl Look {
    pub(super) fn new(seen: &Seen) -> Look {
        let mut look = Look::default();
        look.data(seen);
        look.address(seen);
        look.title(seen);
        look.blocks(seen);
        look.elements(seen);
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

    /// Whether one of these words stands in the path.
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

    pub(super) fn speaks_of_consent(&self) -> bool {
        self.consent_words as f32 >= CONSENTING * self.all_words as f32 && self.consent_words > 0
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

    fn data(&mut self, seen: &Seen) {
        for name in seen.structured.types() {
            *self.types.entry(name).or_default() += 1;
        }
        let meta = |names: &[&str]| names.iter().find_map(|name| seen.structured.meta(name)).map(str::to_lowercase);
        self.og_type = meta(&["og:type"]).unwrap_or_default();
        self.generator = meta(&["generator"]).unwrap_or_default();
        let published = ["article:published_time", "datepublished", "parsely-pub-date", "dc.date", "sailthru.date"];
        let article = seen.structured.article();
        self.is_published = meta(&published).is_some() || article.is_some_and(|o| o.contains_key("datePublished"));
        self.is_signed =
            article.is_some_and(|o| o.contains_key("author")) || meta(&["author", "article:author"]).is_some();
    }

    fn address(&mut self, seen: &Seen) {
        let Some(url) = seen.url.and_then(|url| Url::parse(url).ok()) else { return };
        let parts = |text: &str| text::folded(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
        self.host = url.host_str().map(|host| parts(&host.replace(['.', '-'], " "))).unwrap_or_default();
        let segments: Vec<&str> = url.path().split('/').filter(|s| !s.is_empty()).collect();
        self.path = segments.iter().flat_map(|s| parts(s)).collect();
        if url.query_pairs().any(|(name, _)| matches!(&*name, "s" | "q" | "search" | "query")) {
            self.path.push("search".to_owned());
        }
        let is_page = |name: &str| !name.starts_with("utm_") && !IDLE.contains(&name);
        self.is_root = !url.query_pairs().any(|(name, _)| is_page(&name))
            && match segments.as_slice() {
                [] => true,
                [one] => ROOTS.contains(one),
                _ => false,
            };
        let year = |s: &&str| {
            s.len() == 4 && (s.starts_with("19") || s.starts_with("20")) && s.bytes().all(|b| b.is_ascii_digit())
        };
        self.path_is_dated = segments.iter().any(year);
        self.slug_words = segments.last().map_or(0, |slug| slug.split(['-', '_']).filter(|w| w.len() > 1).count());
    }

    fn title(&mut self, seen: &Seen) {
        let head = super::super::facts::title_element(seen.dom);
        let headings = seen.dom.by_tag(0..seen.dom.len(), "h1").take(2).map(|node| seen.dom.text_of(node));
        let texts = seen.title.map(str::to_owned).into_iter().chain(head).chain(headings);
        for text in texts {
            let mut plain = text;
            for mark in PARTING {
                plain = plain.replace(mark, "\n");
            }
            self.parts.extend(plain.lines().map(text::folded).filter(|part| !part.is_empty()));
        }
        let name = ["og:site_name", "application-name"].iter().find_map(|name| seen.structured.meta(name));
        let name = text::folded(name.unwrap_or_default());
        let site: Vec<String> = self.host.iter().cloned().chain(name.split(' ').map(str::to_owned)).collect();
        self.errors = Errors::titled(&self.parts, &site);
    }

    fn blocks(&mut self, seen: &Seen) {
        for (draft, marked) in seen.drafts.iter().zip(seen.marked) {
            let linked = (draft.words as f32 * draft.link_density()).round() as usize;
            self.all_words += draft.words;
            self.linked_words += linked;
            self.links += usize::from(draft.link_density() > 0.8);
            let prose = draft.is_prose();
            self.all_prose += if prose { draft.words } else { 0 };
            self.prices += usize::from(shows_price(draft));
            if !marked {
                self.own_words += draft.words - linked.min(draft.words);
                self.teasers += usize::from(draft.is_heading() && draft.link_density() > 0.7);
                self.long_texts += usize::from(prose && draft.words > LONGEST_EXCERPT);
                self.excerpts += usize::from(prose);
            }
        }
        for draft in seen.kept {
            let prose = draft.is_prose();
            self.words += draft.words;
            self.prose += if prose { draft.words } else { 0 };
            self.paragraphs += usize::from(prose);
            self.long_paragraphs += usize::from(prose && draft.words > 40);
            self.kept_headings += usize::from(draft.is_heading());
            self.questions += usize::from(draft.is_heading() && draft.text.ends_with('?'));
            self.kept_prices += usize::from(shows_price(draft));
        }
        self.kept_blocks = seen.kept.len();
        if self.prose <= LITTLE_PROSE {
            self.sayings(seen.drafts);
            self.errors.look(seen.dom, seen.kept);
            let is_label = |draft: &&Draft| {
                draft.text.len() <= LONGEST_LABEL && FRAME.contains(text::folded(&draft.text).as_str())
            };
            self.frame_blocks = seen.kept.iter().filter(is_label).count();
        }
    }

    /// The blocks that ask for consent or for patience. Looked for where there is little text: elsewhere they say nothing
    /// about the page, and there are too many blocks.
    fn sayings(&mut self, drafts: &[Draft]) {
        for draft in drafts.iter().filter(|d| d.words <= LONGEST_SAYING).take(MOST_SAYINGS) {
            let line = text::folded(&draft.text);
            if CONSENT.stand_in(&line) {
                self.consent_words += draft.words;
            }
            self.waiting_blocks += usize::from(WAITING.are_said(&line));
        }
    }

    /// One walk over the elements, with what stands below each as differences of sums.
    fn elements(&mut self, seen: &Seen) {
        let dom = seen.dom;
        let mut below = Below::new(dom.len());
        let mut message = vec![false; dom.len()];
        let sorts = Sorts::new(dom);
        for node in dom.elements(0..dom.len()) {
            let tag = dom.tag(node);
            match tag {
                "html" | "body" => {
                    let denied = denied_words(dom.attr(node, "class").unwrap_or_default());
                    let words = dom.class_words(node).iter().filter(|word| !denied.contains(*word));
                    self.page_words.extend(words.map(str::to_owned));
                }
                "a" => below.links[node + 1] += 1,
                "img" | "picture" | "h2" | "h3" | "h4" | "h5" => below.faces[node + 1] += 1,
                "pre" => self.code += 1,
                "time" => self.times += 1,
                _ => {}
            }
            if matches!(tag, "a" | "button" | "input" | "summary") || dom.attr(node, "role") == Some("button") {
                self.label(dom, node);
            }
            if let Some(kind) = dom.attr(node, "itemtype") {
                *self.types.entry(type_name(kind)).or_default() += 1;
            }
            if matches!(tag, "html" | "body" | "main") {
                continue;
            }
            let has = sorts.of(dom, node);
            below.people[node + 1] += u32::from(has[1]);
            below.times[node + 1] += u32::from(tag == "time" || has[2]);
            message[node] = has[0];
        }
        below.sum();
        self.messages(dom, &message, &below);
        self.cards = most_cards(dom, &below);
    }

    fn label(&mut self, dom: &Dom, node: NodeId) {
        const LARGEST: usize = 12;
        if dom.end(node) - node > LARGEST {
            return;
        }
        let shown = |text: &str| text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
        let is_long =
            |n: NodeId| dom.text(n).is_some_and(|text| text.len() > LONGEST_LABEL && shown(text) > LONGEST_LABEL);
        let label = match dom.attr(node, "value").filter(|_| dom.tag(node) == "input") {
            Some(value) => text::folded(value),
            None if dom.subtree(node).any(|n| is_long(n) && !dom.is_unseen(dom.parent(n))) => return,
            None => text::folded(&dom.text_of(node)),
        };
        let counts = &mut self.labels;
        for sort in LABELS.get(label.as_str()).into_iter().flatten() {
            let count =
                [&mut counts.consent, &mut counts.cart, &mut counts.offers, &mut counts.threads, &mut counts.manuals];
            if let Some(count) = count.into_iter().nth(*sort) {
                *count += 1;
            }
        }
    }

    /// Counts the elements called messages that name somebody and a time.
    fn messages(&mut self, dom: &Dom, message: &[bool], below: &Below) {
        let is_written = |node: NodeId| {
            let end = dom.end(node);
            below.count(&below.people, node, end) > 0 && below.count(&below.times, node, end) > 0
        };
        let called = (0..dom.len()).filter(|&node| message[node]);
        self.messages = called.filter(|&node| is_written(node) && !below.is_thread(dom, node, message)).count();
    }
}

/// No label is as long as this, in bytes other than white space.
const LONGEST_LABEL: usize = 80;

/// Paths of one part that are a site's first page.
const ROOTS: &[&str] = &["index.html", "index.htm", "index.php", "home", "en", "de", "fr", "es"];

/// Parameters that say how a page was reached; others, as in `/?p=31228`, name a page.
const IDLE: &[&str] = &["srsltid", "fbclid", "gclid", "msclkid", "lang", "hl"];

/// What parts a title. A colon does not: the words on both its sides are of one headline.
const PARTING: &[&str] = &[" - ", "|", " – ", " — ", " · ", "«", "»", "…", "..."];

/// The words of those names of a class that say what a page is not: `not-front`.
fn denied_words(class: &str) -> HashSet<&str> {
    class
        .split_ascii_whitespace()
        .filter_map(|name| name.strip_prefix("not-"))
        .flat_map(|name| name.split('-'))
        .collect()
}

/// A paragraph longer than this, in words, belongs to a text; excerpts are shorter.
const LONGEST_EXCERPT: usize = 60;

/// A page with no more running text than this, in words, may be one of consent, or a shell.
pub(super) const LITTLE_PROSE: usize = 300;

/// Of a page that asks for consent, at least this share of the words is in blocks that speak of it. Below an article there may
/// be such a block too.
const CONSENTING: f32 = 0.4;

/// So many blocks of it are looked at: such pages have few.
const MOST_SAYINGS: usize = 200;

/// In longer blocks nobody asks for consent or for patience.
const LONGEST_SAYING: usize = 120;

/// Words in a row that are looked for in many texts, all at once.
pub(super) struct Phrases {
    words: &'static [&'static str],
    finder: AhoCorasick,
}

static CONSENT: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(words::CONSENT));
static WAITING: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(words::WAITING));
static FRAME: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words::FRAME.iter().copied().collect());

impl Phrases {
    pub(super) fn new(words: &'static [&'static str]) -> Phrases {
        Phrases { words, finder: AhoCorasick::new(words).expect("a short list") }
    }

    /// Those that stand in a folded text, whole and in a row.
    fn within<'t>(&self, text: &'t str) -> impl Iterator<Item = Match> + use<'_, 't> {
        let is_whole = move |found: &Match| {
            let before = text[..found.start()].chars().next_back();
            let after = text[found.end()..].chars().next();
            let parted = |c: Option<char>| c.is_none_or(|c| c == ' ' || !c.is_ascii() && !c.is_alphabetic());
            parted(before) && parted(after)
        };
        self.finder.find_overlapping_iter(text).filter(is_whole)
    }

    /// Where they stand in a folded text.
    pub(super) fn places<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
        self.within(text).map(|found| found.range())
    }

    /// Whether one of them stands in a folded text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.within(text).next().is_some()
    }

    /// Whether a folded text says one of them: a phrase of several words in it, or a single word for itself.
    pub(super) fn are_said(&self, text: &str) -> bool {
        self.within(text).map(|found| self.words[found.pattern()]).any(|phrase| phrase.contains(' ') || phrase == text)
    }
}

/// Whether a short block shows an amount of money.
fn shows_price(draft: &Draft) -> bool {
    const SIGNS: &[char] = &['$', '€', '£', '¥', '₹', '₺', '₽', '₩', '₪'];
    const LONGEST: usize = 12;
    draft.words <= LONGEST
        && draft.text.match_indices(SIGNS).any(|(at, sign)| {
            let after = draft.text[at + sign.len()..].trim_start().chars().next();
            let before = draft.text[..at].trim_end().chars().next_back();
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            digit(after) || digit(before)
        })
}
