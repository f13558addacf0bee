//! The features of the second stage: how likely the blocks around a block are text, by the first answer.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::features::{NEAR, RINGS};
use super::layout::log;
use super::page::Page;

/// The names of the features, in the order of a row.
pub(crate) fn names() -> Vec<String> {
    [
        "own",
        "-3",
        "-2",
        "-1",
        "+1",
        "+2",
        "+3",
        "ring1",
        "ring2",
        "ring3",
        "ring4",
        "window5",
        "window20",
        "page",
        "max",
        "before",
        "after",
        "gap-before",
        "gap-after",
        "section",
        "heading",
        "short",
        "path",
        "branch",
        "article",
        "best",
        "low",
    ]
    .iter()
    .map(|n| format!("score.{n}"))
    .collect()
}

/// First answers around a block, weighted by words.
pub(super) struct Context<'p, 'v, 'a> {
    page: &'p Page<'v, 'a>,
    scores: &'p [f32],
    /// Sums of (score times words, words) before each block.
    sums: Vec<(f32, f32)>,
    short: FxHashMap<u64, (f32, f32)>,
    path: FxHashMap<u64, (f32, f32)>,
    /// Blocks since and until the next likely one.
    since: Vec<f32>,
    until: Vec<f32>,
    max: f32,
    best: f32,
}

impl<'p, 'v, 'a> Context<'p, 'v, 'a> {
    pub(super) fn new(page: &'p Page<'v, 'a>, scores: &'p [f32]) -> Self {
        let drafts = page.view.drafts;
        let mut sums = vec![(0.0, 0.0)];
        let (mut short, mut path) = (FxHashMap::default(), FxHashMap::default());
        let mut sum = (0.0, 0.0);
        for (at, (draft, &score)) in drafts.iter().zip(scores).enumerate() {
            let words = draft.words as f32 + 1.0;
            let add = |to: &mut (f32, f32)| *to = (to.0 + words * score, to.1 + words);
            add(&mut sum);
            add(short.entry(page.layout.of(at).short).or_default());
            add(path.entry(page.layout.of(at).path).or_default());
            sums.push(sum);
        }
        let best = super::best_threshold(drafts, scores);
        let likely = |at: &usize| scores[*at] > 0.6;
        let all = 0..scores.len();
        let since = gaps(all.clone(), likely, scores.len());
        let until = gaps(all.rev(), likely, scores.len());
        Context { page, scores, sums, short, path, since, until, max: scores.iter().copied().fold(0.0, f32::max), best }
    }

    fn mean(&self, range: Range<usize>) -> f32 {
        let (from, to) = (self.sums[range.start], self.sums[range.end.max(range.start)]);
        ratio((to.0 - from.0, to.1 - from.1))
    }

    pub(super) fn features(&self, at: usize, row: &mut Vec<f32>) {
        let Page { view, layout, .. } = self.page;
        let (place, len) = (layout.of(at), self.scores.len());
        row.push(self.scores[at]);
        for step in (-NEAR..=NEAR).filter(|&s| s != 0) {
            row.push(at.checked_add_signed(step).and_then(|o| self.scores.get(o)).copied().unwrap_or(-0.2));
        }
        row.extend(layout.around(at).take(RINGS).map(|ring| self.mean(ring.blocks())));
        for window in [5, 20] {
            row.push(self.mean(at.saturating_sub(window)..(at + window + 1).min(len)));
        }
        let (total, before) = (self.sums[len], self.sums[at]);
        let after = total.0 - self.sums[at + 1].0;
        let section = self.page.sections[at];
        row.extend([
            ratio(total),
            self.max,
            before.0 / total.0.max(1.0),
            after / total.0.max(1.0),
            self.since[at],
            self.until[at],
            self.mean(section.start..section.end),
            section.heading.map_or(-0.2, |h| self.scores[h]),
            self.short.get(&place.short).map_or(0.0, |&s| ratio(s)),
            self.path.get(&place.path).map_or(0.0, |&s| ratio(s)),
            self.mean(layout.branch(view.dom, at).blocks()),
            layout.article(at).map_or(-0.2, |article| self.mean(article.blocks())),
            self.best,
            self.scores[at] - self.best,
        ]);
    }
}

/// How many blocks, in the given order, lie since the last likely one (logarithm).
fn gaps(order: impl Iterator<Item = usize>, likely: impl Fn(&usize) -> bool, len: usize) -> Vec<f32> {
    let mut out = vec![0.0; len];
    let mut gap = 200;
    for at in order {
        out[at] = log(gap);
        gap = if likely(&at) { 0 } else { gap + 1 };
    }
    out
}

fn ratio((part, whole): (f32, f32)) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
