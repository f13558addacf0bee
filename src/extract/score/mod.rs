//! How likely each block is text of the article, by a model in two stages.
//!
//! The first stage weighs each block by what it looks like, what its elements are called and what the page holds around
//! it; the second by nothing but the first answers for it and the blocks around, so that a paragraph among paragraphs
//! gains and a teaser among teasers loses. On sites not seen it does worse if it is shown all the rest again. Both are
//! forests of shallow trees, in `forest.txt`; `benches/extraction/train.py` makes them, and the head of the table says
//! from which pages and how well they do on sites they have not seen.

mod context;
mod cues;
mod features;
mod forest;
mod layout;
mod look;
mod page;
mod weighed;

use std::sync::LazyLock;

use crate::extract::blocks::Draft;
use context::Context;
use forest::{Forest, LANES, Lanes};
use page::Page;

pub(crate) use page::View;
pub(crate) use weighed::Weighed;

/// The forests of both stages; none where the table is not whole, which a test rules out.
static STAGES: LazyLock<Option<[Forest; 2]>> = LazyLock::new(|| {
    let lines = || include_str!("forest.txt").lines().filter(|line| !line.starts_with('#'));
    let first = Forest::parse(lines().take_while(|line| !line.is_empty()))?;
    let second = Forest::parse(lines().skip_while(|line| !line.is_empty()).skip(1))?;
    Some([first, second])
});

/// How many features a block has in the first stage.
static WIDTH: LazyLock<usize> = LazyLock::new(|| names(false).len());

/// What the first stage is this sure about, menus mostly, is not weighed again: half of all blocks.
const HOPELESS: f32 = 0.02;

/// How likely each block is text of the article, 0 to 1.
pub(crate) fn scores(view: &View) -> Vec<f32> {
    let Some([first, second]) = &*STAGES else { return Vec::new() };
    if view.drafts.is_empty() {
        return Vec::new();
    }
    let page = Page::new(view);
    let whole = page.whole_features();
    let all: Vec<usize> = (0..view.drafts.len()).collect();
    let mut scores = weigh(first.lanes(*WIDTH - whole.len(), &whole), &all, |at, row| page.fill(at, row));
    let doubtful: Vec<usize> = all.into_iter().filter(|&at| scores[at] >= HOPELESS).collect();
    let context = Context::new(&page, &scores);
    let again = weigh(second.lanes(second.width(), &[]), &doubtful, |at, row| context.features(at, row));
    doubtful.into_iter().zip(again).for_each(|(at, score)| scores[at] = score);
    scores
}

/// The scores of some blocks, whose features `fill` writes down.
fn weigh(mut lanes: Lanes, blocks: &[usize], fill: impl Fn(usize, &mut Vec<f32>)) -> Vec<f32> {
    let mut row = Vec::new();
    let mut scores = Vec::with_capacity(blocks.len());
    for group in blocks.chunks(LANES) {
        for (lane, &at) in group.iter().enumerate() {
            row.clear();
            fill(at, &mut row);
            lanes.set(lane, &row);
        }
        scores.extend_from_slice(&lanes.scores()[..group.len()]);
    }
    scores
}

/// The names of the features of the first stage, or of the second.
pub(crate) fn names(second: bool) -> Vec<String> {
    if second { context::names() } else { features::names() }
}

/// The rows that the model is trained on: of the second stage where the scores of the first are given.
pub(crate) fn training_rows(view: &View, scores: Option<&[f32]>) -> Vec<Vec<f32>> {
    if view.drafts.is_empty() {
        return Vec::new();
    }
    let page = Page::new(view);
    let whole = page.whole_features();
    let context = scores.map(|scores| Context::new(&page, scores));
    (0..view.drafts.len())
        .map(|at| {
            let mut row = Vec::new();
            match &context {
                Some(context) => context.features(at, &mut row),
                None => {
                    page.fill(at, &mut row);
                    row.extend(&whole);
                }
            }
            row
        })
        .collect()
}

/// The score above which a page's blocks are best kept: the one that promises the highest F1.
///
/// With scores as probabilities, keeping the blocks above a threshold finds `hits` = the sum of their scores by words,
/// of `due` = the sum over the page, in `kept` words: F1 = 2 hits / (kept + due). It is highest near F1 / 2 (Lipton,
/// Elkan, Naryanaswamy, "Optimal thresholding of classifiers to maximize F1 measure", ECML 2014), so a page whose text is
/// doubtful throughout, as lists of cards are, keeps more of it than an article does.
pub(crate) fn best_threshold(drafts: &[Draft], scores: &[f32]) -> f32 {
    let mut order: Vec<(f32, f32)> = drafts.iter().zip(scores).map(|(d, &s)| (s, d.words as f32 + 1.0)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let due: f32 = order.iter().map(|(score, words)| score * words).sum();
    let (mut hits, mut kept) = (0.0, 0.0);
    let mut best = (0.0, 0.5);
    for (score, words) in order {
        hits += score * words;
        kept += words;
        let promise = 2.0 * hits / (kept + due).max(1.0);
        if promise > best.0 {
            best = (promise, score);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::body::{self, PageContext};
    use crate::extract::dom::Document;
    use crate::extract::facts::structured::Structured;
    use crate::extract::training;
    use crate::page::Page as Saved;

    #[test]
    fn the_table_is_whole_and_asks_for_features_that_are_there() {
        let [first, second] = STAGES.as_ref().unwrap();
        assert!(first.width() <= names(false).len());
        assert!(second.width() <= names(true).len());
    }

    #[test]
    fn the_columns_are_those_that_the_table_was_made_from() {
        // A row put in the middle of a table of rules or words would shift what the trees ask for.
        let known = include_str!("forest.txt").lines().find_map(|line| line.strip_prefix("# Columns: "));
        let mut names_now = flate2::Crc::new();
        names_now.update(names(false).join("\n").as_bytes());
        assert_eq!(known, Some(format!("{:08x}", names_now.sum()).as_str()));
    }

    #[test]
    fn every_row_has_a_value_for_each_name() {
        let page =
            Saved::html("a.html", "<h1>Title</h1><p>One paragraph, of one sentence.</p><p><a href=x>Link</a></p>");
        let first = training::rows(&page, None);
        assert_eq!(first.texts.len(), 3);
        assert!(first.rows.iter().all(|row| row.len() == names(false).len() && row.iter().all(|v| v.is_finite())));
        let second = training::rows(&page, Some(&[0.5, 0.9, 0.1]));
        assert!(second.rows.iter().all(|row| row.len() == names(true).len() && row.iter().all(|v| v.is_finite())));
    }

    #[test]
    fn a_page_without_text_has_no_scores() {
        let document = Document::parse("<nav></nav>");
        let dom = document.dom();
        let structured = Structured::read(&dom);
        assert_eq!(body::body(&PageContext::new(&dom, &structured)).blocks, []);
    }

    #[test]
    fn the_threshold_is_where_the_promised_f1_is_highest() {
        let document = Document::parse("<p>one two three four<p>one two three four<p>one two three four");
        let dom = document.dom();
        let drafts = blocks(&dom);
        // Keeping the second block adds 0.4 of a hit for one block more; the third would cost more than it brings.
        assert_eq!(best_threshold(&drafts, &[0.5, 0.4, 0.05]), 0.4);
        assert_eq!(best_threshold(&drafts, &[1.0, 0.1, 0.1]), 1.0);
    }
}
