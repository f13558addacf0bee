//! Counts what is on a page.

use std::collections::HashSet;
use std::sync::LazyLock;

use url::Url;

use super::super::errors::Errors;
use super::super::labels::LONGEST_LABEL;
use super::super::parts::{Below, Counts, Sorts, most_cards};
use super::super::phrases::Phrases;
use super::super::words;
use super::{CONSENT, Look, Seen};
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::facts::{structured::type_name, title_element};
use crate::extract::text;

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
pub(in super::super) const LITTLE_PROSE: usize = 300;

/// A page of consent has fewer words than this that are no links, and a shell that asks for scripts fewer than that.
pub(in super::super) const LITTLE_CONSENT: usize = 500;
pub(in super::super) const WAITING_WORDS: usize = 30;

/// So many blocks of it are looked at: such pages have few.
const MOST_SAYINGS: usize = 200;

/// In longer blocks nobody asks for consent or for patience.
const LONGEST_SAYING: usize = 120;

/// What is said on pages that make one wait, and what stands on the frame of a site.
static WAITING: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(words::WAITING));
static FRAME: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words::FRAME.iter().copied().collect());

impl Look {
    pub(super) fn data(&mut self, seen: &Seen) {
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

    pub(super) fn address(&mut self, seen: &Seen) {
        let Some(url) = seen.url.and_then(|url| Url::parse(url).ok()) else { return };
        let parts = |text: &str| text::folded(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
        self.host = url.host_str().map(|host| parts(&host.replace(['.', '-'], " "))).unwrap_or_default();
        let segments: Vec<&str> = url.path().split('/').filter(|s| !s.is_empty()).collect();
        let year = |s: &&str| {
            s.len() == 4 && (s.starts_with("19") || s.starts_with("20")) && s.bytes().all(|b| b.is_ascii_digit())
        };
        self.path_is_dated = segments.iter().any(year);
        self.path = section_words(&segments, self.path_is_dated);
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
        self.slug_words = segments.last().map_or(0, |slug| slug.split(['-', '_']).filter(|w| w.len() > 1).count());
    }

    pub(super) fn title(&mut self, seen: &Seen) {
        let head = title_element(seen.dom);
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

    pub(super) fn blocks(&mut self, seen: &Seen) {
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
            self.sayings(seen);
            self.errors.look(seen.dom, seen.kept);
            let is_label = |draft: &&Draft| {
                draft.text.len() <= LONGEST_LABEL && FRAME.contains(text::folded(&draft.text).as_str())
            };
            self.frame_blocks = seen.kept.iter().filter(is_label).count();
        }
    }

    /// The blocks that ask for consent or for patience. Looked for where there is little text: elsewhere they say nothing
    /// about the page, and there are too many blocks.
    fn sayings(&mut self, seen: &Seen) {
        if self.own_words < WAITING_WORDS {
            let lines = brief(seen.drafts).map(|draft| text::folded(&draft.text));
            self.waiting_blocks = lines.filter(|line| WAITING.are_said(line)).count();
        }
        // Without a button for it no page asks for consent.
        if self.own_words < LITTLE_CONSENT && self.labels.consent > 0 {
            self.consent_words = consent_words(seen.drafts);
            self.kept_consent_words = consent_words(seen.kept);
        }
    }

    /// One walk over the elements, with what stands below each as differences of sums.
    pub(super) fn elements(&mut self, seen: &Seen) {
        let dom = seen.dom;
        let mut below = Vec::with_capacity(dom.len() + 1);
        let mut sum = Counts::default();
        let mut messages = Vec::new();
        let sorts = Sorts::new(dom);
        let tags = dom.each_tag(Tag::of);
        for node in 0..dom.len() {
            below.push(sum);
            let Some(tag) = tags[dom.tag_number(node)] else { continue };
            match tag {
                Tag::Page => {
                    let denied = denied_words(dom.attr(node, "class").unwrap_or_default());
                    let words = dom.class_words(node).iter().filter(|word| !denied.contains(*word));
                    self.page_words.extend(words.map(str::to_owned));
                }
                Tag::Link => sum.links += 1,
                Tag::Face => sum.faces += 1,
                Tag::Code => self.code += 1,
                Tag::Time => self.times += 1,
                Tag::Button | Tag::Main | Tag::Other => {}
            }
            self.asks_for_password |= matches!(tag, Tag::Button)
                && dom.attr(node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"));
            if matches!(tag, Tag::Link | Tag::Button) || dom.attr(node, "role") == Some("button") {
                self.labels.add(dom, node);
            }
            if let Some(kind) = dom.attr(node, "itemtype") {
                *self.types.entry(type_name(kind)).or_default() += 1;
            }
            if matches!(tag, Tag::Page | Tag::Main) {
                continue;
            }
            let [is_message, is_person, is_time] = sorts.of(dom, node);
            sum.people += u32::from(is_person);
            sum.times += u32::from(matches!(tag, Tag::Time) || is_time);
            if is_message {
                messages.push(node);
            }
        }
        below.push(sum);
        let below = Below(below);
        self.messages = messages.iter().filter(|&&node| is_answer(dom, node, &messages, &below)).count();
        self.cards = most_cards(dom, &below);
    }
}

/// The words of those parts of a path that name a section of the site. What has more words than a section's name is a headline's,
/// in which any word may stand (`library-funding-cut`); so is the last part below a year, and the last but of one word.
fn section_words(segments: &[&str], is_dated: bool) -> Vec<String> {
    const MOST: usize = 3;
    let Some((last, above)) = segments.split_last() else { return Vec::new() };
    let most_last = usize::from(!is_dated);
    let parts = above.iter().map(|segment| (segment, MOST)).chain([(last, most_last)]);
    let named = parts.filter_map(|(segment, most)| {
        // What follows a point is an ending, or the number of a thread.
        let name = text::folded(segment.split('.').next().unwrap_or(segment));
        (name.split(' ').count() <= most).then_some(name)
    });
    named.flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Those of some blocks that may ask for consent or for patience.
fn brief(drafts: &[Draft]) -> impl Iterator<Item = &Draft> {
    drafts.iter().filter(|draft| draft.words <= LONGEST_SAYING).take(MOST_SAYINGS)
}

/// The words of those blocks that speak of consent, whatever the number of "our 217 partners".
fn consent_words(drafts: &[Draft]) -> usize {
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let speaks = |draft: &&Draft| {
        let line = text::folded(&draft.text);
        CONSENT.stand_in(&line.split(' ').filter(|word| !is_number(word)).collect::<Vec<_>>().join(" "))
    };
    brief(drafts).filter(speaks).map(|draft| draft.words).sum()
}

/// What an element counts as by its tag.
#[derive(Clone, Copy)]
enum Tag {
    Page,
    Main,
    Link,
    Button,
    /// What makes a card of a link: a picture or a heading.
    Face,
    Code,
    Time,
    Other,
}

impl Tag {
    /// None for what is no element.
    fn of(name: &str) -> Option<Tag> {
        Some(match name {
            "" => return None,
            "html" | "body" => Tag::Page,
            "main" => Tag::Main,
            "a" => Tag::Link,
            "button" | "input" | "summary" => Tag::Button,
            "img" | "picture" | "h2" | "h3" | "h4" | "h5" => Tag::Face,
            "pre" => Tag::Code,
            "time" => Tag::Time,
            _ => Tag::Other,
        })
    }
}

/// Whether an element called a message names somebody and a time, and is no thread of such.
fn is_answer(dom: &Dom, node: NodeId, messages: &[NodeId], below: &Below) -> bool {
    let Counts { people, times, .. } = below.counts(dom, node);
    people > 0 && times > 0 && !below.is_thread(dom, node, messages)
}

/// Whether a short block shows an amount of money.
fn shows_price(draft: &Draft) -> bool {
    const SIGNS: &[char] = &['$', '€', '£', '¥', '₹', '₺', '₽', '₩', '₪'];
    const LONGEST: usize = 12;
    // Nearly all texts hold neither a dollar nor anything beyond ASCII.
    draft.words <= LONGEST
        && (draft.text.contains('$') || !draft.text.is_ascii())
        && draft.text.match_indices(SIGNS).any(|(at, sign)| {
            let after = draft.text[at + sign.len()..].trim_start().chars().next();
            let before = draft.text[..at].trim_end().chars().next_back();
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            digit(after) || digit(before)
        })
}
