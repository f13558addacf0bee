//! The features of every block: what it looks like, what its elements are called, where it stands, what is around it.

use memchr::memmem;

use super::cues::CUES;
use super::layout::{TAGS, log, share};
use super::look::{self, Words};
use super::page::{Page, shingles};
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::elements::rules::ELEMENTS;
use crate::extract::elements::words::NAMES;

/// How many of the wider and wider elements around a block are looked at.
pub(super) const RINGS: usize = 4;

/// How many blocks before and after are looked at one by one.
pub(super) const NEAR: isize = 3;

/// How many blocks before and after are looked at together.
const WINDOW: usize = 8;

/// Stands for a value that the page does not have.
const NONE: f32 = -20.0;

/// The names of the features, in the order of a row.
pub(crate) fn names() -> Vec<String> {
    let mut names: Vec<String> = look::TEXT_NAMES.iter().map(|n| format!("text.{n}")).collect();
    names.extend(CUES.iter().map(|c| format!("cue.{}", c.0)));
    names.extend(CUES.iter().map(|c| format!("early.{}", c.0)));
    let mut add = |group: &str, list: &[&str]| names.extend(list.iter().map(|n| format!("{group}.{n}")));
    add("title", &["same", "overlap", "from-h1", "summary", "witness"]);
    add("place", &["index", "words", "prose", "prose-left", "depth", "tag", "picture-gap", "pictures"]);
    add("within", TAGS);
    add("hint", &ELEMENTS.iter().map(|r| r.id).collect::<Vec<_>>());
    add("loud", &ELEMENTS.iter().map(|r| r.id).collect::<Vec<_>>());
    add("near", &NAMES.iter().map(|n| n.0).collect::<Vec<_>>());
    add("far", &NAMES.iter().map(|n| n.0).collect::<Vec<_>>());
    for ring in ["ring1", "ring2", "ring3", "ring4"] {
        add(ring, &["blocks", "words", "prose", "links", "mean", "proses", "at"]);
    }
    add(
        "content",
        &["inside", "at", "branch-links", "branch-prose", "branch-words", "depth", "article-prose", "article-count"],
    );
    add("short", &["blocks", "words", "prose", "links", "mean"]);
    add("path", &["blocks", "words", "prose", "links", "mean"]);
    add("copy", &["blocks", "later"]);
    for near in ["-3", "-2", "-1", "+1", "+2", "+3"] {
        add(near, &["size", "links", "kind", "path", "parent"]);
    }
    add("window", &["words-before", "links-before", "prose-before", "words-after", "links-after", "prose-after"]);
    add(
        "section",
        &["rule", "rule-gap", "heading-size", "heading-level", "heading-links", "gap", "words", "prose", "links"],
    );
    add(
        "page",
        &[
            "blocks",
            "words",
            "prose",
            "links",
            "content-prose",
            "content-words",
            "articles",
            "h1",
            "lists",
            "headings",
            "largest-words",
            "largest-blocks",
            "largest-mean",
            "thread",
            "product",
            "currency",
            "prose-mean",
            "og-article",
            "forms",
            "comments",
            "uncommented",
        ],
    );
    names
}

impl Page<'_, '_> {
    /// Adds the features of a block to `row`, in the order of [`names`], but for those of the page, which come last.
    pub(super) fn fill(&self, at: usize, row: &mut Vec<f32>) {
        let words = Words::new(&self.looks[at].folded, &self.title);
        look::features(&self.view.drafts[at], &self.looks[at], &words, row);
        self.title_features(at, &words, row);
        self.place_features(at, row);
        self.name_features(at, row);
        self.ring_features(at, row);
        self.content_features(at, row);
        self.pattern_features(at, row);
        self.near_features(at, row);
        self.section_features(at, row);
    }

    fn title_features(&self, at: usize, words: &Words, row: &mut Vec<f32>) {
        let look = &self.looks[at];
        let from_h1 = self.h1.map_or(NONE, |h1| if at < h1 { -log((h1 - at) as u32) } else { log((at - h1) as u32) });
        let summary = !self.summary.is_empty() && words.count >= 4 && {
            let head = look.folded.char_indices().nth(40).map_or(look.folded.as_str(), |(at, _)| &look.folded[..at]);
            // Most are told by how they begin, which is looked for in less time than all of it is.
            let start = &head.as_bytes()[..head.len().min(8)];
            memmem::find(self.summary.as_bytes(), start).is_some() && self.summary.contains(head)
        };
        let witness = self.witness.as_ref().map_or(NONE, |witness| {
            let (mut hits, mut all) = (0, 0);
            for shingle in shingles(&look.folded) {
                hits += u32::from(witness.contains(&shingle));
                all += 1;
            }
            share(hits, all)
        });
        row.extend([
            flag(!self.folded_title.is_empty() && look.folded == self.folded_title),
            share(words.in_title, words.count),
            from_h1,
            flag(summary),
            witness,
        ]);
    }

    fn place_features(&self, at: usize, row: &mut Vec<f32>) {
        let (before, all) = (self.sums[at], self.all());
        let node = self.view.drafts[at].node;
        let tag = match self.view.dom.tag(node) {
            "p" => 1,
            "div" => 2,
            "li" => 3,
            "td" | "th" | "tr" => 4,
            "section" | "article" | "main" => 5,
            "blockquote" => 6,
            "figcaption" => 7,
            "dt" | "dd" => 8,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => 9,
            _ => 0,
        };
        row.extend([
            share(at as u32, all.blocks),
            share(before.words, all.words),
            share(before.prose, all.prose),
            (all.prose - before.prose) as f32,
            f32::from(self.layout.of(at).depth),
            tag as f32,
            log((node - self.pictures.last(node)) as u32),
            self.pictures.count(self.view.dom, self.view.dom.parent(node)) as f32,
        ]);
    }

    fn name_features(&self, at: usize, row: &mut Vec<f32>) {
        let (dom, node, place) = (self.view.dom, self.view.drafts[at].node, self.layout.of(at));
        let near = [node, dom.parent(node), dom.parent(dom.parent(node))]
            .iter()
            .fold(0, |bits, &n| bits | self.view.pruned.names[n]);
        bits(place.within, TAGS.len(), row);
        bits(self.view.pruned.hints[node], ELEMENTS.len(), row);
        bits(self.view.pruned.loud[node], ELEMENTS.len(), row);
        bits(near, NAMES.len(), row);
        bits(place.named, NAMES.len(), row);
    }

    fn ring_features(&self, at: usize, row: &mut Vec<f32>) {
        let all = self.all();
        for ring in self.layout.around(at).take(RINGS) {
            let below = &ring.totals;
            row.extend([
                log(below.blocks),
                log(below.words),
                share(below.prose, all.prose),
                below.link_density(),
                share(below.words, below.blocks),
                share(below.proses, below.blocks),
                share((at as u32).saturating_sub(ring.blocks().start as u32), below.blocks),
            ]);
        }
    }

    fn content_features(&self, at: usize, row: &mut Vec<f32>) {
        let (dom, node) = (self.view.dom, self.view.drafts[at].node);
        let content = self.layout.content();
        let inside = dom.subtree(content.node).contains(&node);
        let place = (at as f32 - content.blocks().start as f32) / content.totals.blocks.max(1) as f32;
        let branch = &self.layout.branch(dom, at).totals;
        row.extend([
            flag(inside),
            place.clamp(-2.0, 3.0),
            branch.link_density(),
            share(branch.prose, self.all().prose),
            log(branch.words),
            f32::from(self.layout.of(at).depth) - f32::from(content.depth),
            share(self.layout.article(at).map_or(0, |article| article.totals.prose), self.all().prose),
            self.articles as f32,
        ]);
    }

    fn pattern_features(&self, at: usize, row: &mut Vec<f32>) {
        let (place, all) = (self.layout.of(at), self.all());
        for held in [self.short.get(place.short), self.path.get(place.path)] {
            row.extend([
                log(held.blocks),
                share(held.words, all.words),
                share(held.prose, all.prose),
                held.link_density(),
                share(held.words, held.blocks),
            ]);
        }
        let key = self.copy_keys[at];
        let copies = self.copies.get(key).blocks;
        let later = self.later[at];
        row.extend([copies as f32, flag(later)]);
    }

    fn near_features(&self, at: usize, row: &mut Vec<f32>) {
        let (dom, drafts) = (self.view.dom, self.view.drafts);
        let own = drafts[at].node;
        for step in (-NEAR..=NEAR).filter(|&s| s != 0) {
            let Some(other) = at.checked_add_signed(step).filter(|&o| o < drafts.len()) else {
                row.extend([-1.0; 5]);
                continue;
            };
            let (look, node) = (&self.looks[other], drafts[other].node);
            let kind = if look.heading {
                3
            } else if look.prose {
                2
            } else {
                i32::from(look.sentence)
            };
            let same_path = self.layout.of(other).path == self.layout.of(at).path;
            row.extend([
                look.size,
                look.links,
                kind as f32,
                flag(same_path),
                flag(dom.parent(node) == dom.parent(own)),
            ]);
        }
        let (from, to) = (at.saturating_sub(WINDOW), (at + 1 + WINDOW).min(drafts.len()));
        for window in [self.sums[at] - self.sums[from], self.sums[to] - self.sums[at + 1]] {
            row.extend([log(window.words), window.link_density(), share(window.proses, window.blocks)]);
        }
    }

    fn section_features(&self, at: usize, row: &mut Vec<f32>) {
        let section = self.sections[at];
        let held = self.sums[section.end] - self.sums[section.start];
        let (rule, rule_gap) = section.marker.map_or((0, 0), |(place, rule)| (rule, at - place));
        let (size, level, links, gap) = section.heading.map_or((-1.0, 0, 0.0, at), |h| {
            let level = match self.view.drafts[h].kind {
                BlockKind::Heading(level) => level,
                _ => 0,
            };
            (self.looks[h].size, level, self.looks[h].links, at - h)
        });
        row.extend([
            rule as f32,
            log(rule_gap as u32),
            size,
            f32::from(level),
            links,
            log(gap as u32),
            log(held.words),
            share(held.prose, self.all().prose),
            held.link_density(),
        ]);
    }

    /// What is the same for every block of the page: what sort of page it is.
    pub(super) fn whole_features(&self) -> Vec<f32> {
        let (dom, drafts) = (self.view.dom, self.view.drafts);
        let names = &self.view.pruned.names;
        let (all, held) = (self.all(), self.layout.content().totals);
        let count = |what: &dyn Fn(&Draft) -> bool| drafts.iter().filter(|d| what(d)).count() as u32;
        let largest = self.short.largest();
        let named = |name: &str| {
            let bit = NAMES.iter().position(|n| n.0 == name).map_or(0, |at| 1 << at);
            names.iter().filter(|&names| names & bit != 0).count() as f32
        };
        let og = dom.by_tag(0..dom.len(), "meta").any(|m| {
            dom.attr(m, "property") == Some("og:type")
                && dom.attr(m, "content").is_some_and(|c| c.eq_ignore_ascii_case("article"))
        });
        vec![
            log(all.blocks),
            log(all.words),
            log(all.prose),
            all.link_density(),
            share(held.prose, all.prose),
            share(held.words, all.words),
            self.articles as f32,
            dom.by_tag(0..dom.len(), "h1").count() as f32,
            share(count(&|d| d.kind == BlockKind::ListItem), all.blocks),
            share(count(&Draft::is_heading), all.blocks),
            share(largest.words, all.words),
            largest.blocks as f32,
            share(largest.words, largest.blocks),
            named("thread").ln_1p(),
            named("product").ln_1p(),
            share(self.looks.iter().filter(|look| look.counts.shows_money()).count() as u32, all.blocks),
            share(all.prose, all.proses),
            flag(og),
            dom.by_tag(0..dom.len(), "form").count() as f32,
            share(self.comments.0, all.prose),
            log(self.comments.1),
        ]
    }
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// Adds a 1 or a 0 for each of `count` bits, of which few are set.
pub(super) fn bits(bits: u32, count: usize, row: &mut Vec<f32>) {
    let start = row.len();
    row.resize(start + count, 0.0);
    let mut left = bits;
    while left != 0 {
        row[start + left.trailing_zeros() as usize] = 1.0;
        left &= left - 1;
    }
}
