//! What the model that weighs blocks is trained on: for the scripts in `benches/extraction/`.

use super::body::{self, PageContext, Prepared};
use super::facts::{self, structured::Structured};
use super::score;
use crate::page::Page;

/// The blocks of a page, and the features of each.
pub struct Rows {
    /// The text of each block.
    pub texts: Vec<String>,
    /// The features of each block, in the order of [`names`].
    pub rows: Vec<Vec<f32>>,
}

/// The names of the signals that tell what an HTML page is, those of them that it gives.
pub fn signals(page: &Page) -> Vec<&'static str> {
    super::with_dom(&page.text, |_, dom| {
        let structured = Structured::read(dom);
        let title = facts::title(dom, &structured).fact.map(|t| t.value);
        let url = facts::own_address(&structured, page);
        body::body(&PageContext { title: title.as_deref(), url, ..PageContext::new(dom, &structured) }).judged.signals
    })
}

/// The names of the features, of the first stage or of the second.
pub fn names(second: bool) -> Vec<String> {
    score::names(second)
}

/// The features of the blocks of an HTML page: of the second stage where the scores of the first are given.
pub fn rows(page: &Page, scores: Option<&[f32]>) -> Rows {
    super::with_dom(&page.text, |_, dom| {
        let structured = Structured::read(dom);
        let title = facts::title(dom, &structured).fact.map(|t| t.value);
        let context = PageContext { title: title.as_deref(), ..PageContext::new(dom, &structured) };
        let prepared = Prepared::new(&context);
        let rows = score::training_rows(&prepared.view(&context), scores);
        Rows { texts: prepared.drafts.into_iter().map(|d| d.text).collect(), rows }
    })
}
