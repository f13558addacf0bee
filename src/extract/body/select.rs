//! Which blocks go on to the rules on lines: those that the model keeps, and what belongs to them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::calls;
use super::furniture;
use super::groups;
use super::hidden;
use super::notes;
use super::teasers;
use super::{PageContext, Prepared};
use crate::extract::blocks::{Draft, sums};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::prune::{self, Pruned};
use crate::extract::elements::rules::Sure;
use crate::extract::lines::cut;
use crate::extract::score;
use crate::extract::text;
use crate::extract::trace::{Cutting, Tracing};

/// No block is kept below the first score or left out above the second, whatever its page promises.
///
/// Measured on the development pages: without these bounds a page of doubtful cards keeps its menus too.
const LEAST_SCORE: f32 = 0.2;
const SURE_SCORE: f32 = 0.5;

/// Words of running text that make a page one with a text of its own.
const LEAST_PROSE: usize = 100;

/// Running text of this share makes a page one of running text.
const MOSTLY: f32 = 0.6;

/// A cell beside the text holds no more than this share of the page's words.
const BESIDE: f32 = 0.25;

static BUTTON: LazyLock<u32> = LazyLock::new(|| prune::bits(|rule| rule.id == "html.button"));

/// The blocks that go on to the rules on lines, and what was left out.
pub(super) fn select(context: &PageContext, page: &Prepared, scores: &[f32]) -> (Vec<bool>, Vec<Cutting>) {
    let PageContext { dom, title, own, tracing, .. } = *context;
    let Prepared { drafts, pruned, .. } = page;
    let is_button = |draft: &Draft| pruned.hints[draft.node] & *BUTTON != 0;
    let threshold = score::best_threshold(drafts, scores).clamp(LEAST_SCORE, SURE_SCORE);
    let mut keep: Vec<bool> = scores.iter().map(|&score| score >= threshold).collect();
    if !keep.contains(&true) {
        keep = fall_back(dom, page);
    }
    groups::keep_whole(dom, drafts, &pruned.hints, &mut keep);
    groups::keep_preformatted(drafts, &pruned.hints, &mut keep);
    groups::keep_announced(dom, drafts, &pruned.hints, &mut keep);
    groups::keep_answers(dom, drafts, &pruned.hints, &mut keep);
    groups::keep_attributions(dom, drafts, &pruned.hints, &mut keep);
    groups::keep_headings(dom, drafts, &pruned.hints, &mut keep);
    if is_running_text(drafts, &pruned.hints, &keep) {
        groups::keep_openings(drafts, &pruned.hints, &mut keep);
        notes::keep_notes(dom, drafts, &pruned.hints, &mut keep);
        drop_marked(drafts, &pruned.hints, &mut keep);
        hidden::drop_hidden(dom, drafts, &pruned.hints, &mut keep);
        cut::keep_markers(drafts, is_button, &mut keep);
        // And the headline tells where the article begins, though it is no part of its text.
        if let Some(at) = headline(drafts, title) {
            keep[at] = true;
        }
    }
    if let Some(own) = own.filter(|own| own.has_content()) {
        let cuttings = own.select(drafts, &mut keep);
        return (keep, cuttings);
    }
    let mut cuttings = drop_columns(dom, drafts, &mut keep);
    if is_running_text(drafts, &pruned.hints, &keep) {
        cuttings.extend(calls::drop_calls(dom, drafts, is_button, &mut keep));
        cuttings.extend(furniture::drop_furniture(dom, drafts, &mut keep));
    }
    cuttings.extend(teasers::drop_teasers(dom, drafts, page.declared, &mut keep));
    if let Some(own) = own {
        own.select(drafts, &mut keep);
        cuttings.retain(|cutting| !own.is_kept_at(cutting.start()));
    }
    if tracing == Tracing::On {
        let told: HashSet<NodeId> = cuttings.iter().map(Cutting::start).collect();
        let left_out = dropped(dom, drafts, &keep, pruned);
        cuttings.extend(left_out.into_iter().filter(|cutting| !told.contains(&cutting.start())));
    }
    (keep, cuttings)
}

/// The first heading that says the title.
fn headline(drafts: &[Draft], title: Option<&str>) -> Option<usize> {
    let title = text::folded(title?);
    drafts.iter().position(|d| d.is_heading() && text::folds_to(&d.text, &title))
}

/// Where the model finds nothing on a page that holds running text, all that stands in the content and has no rule
/// against it.
fn fall_back(dom: &Dom, page: &Prepared) -> Vec<bool> {
    let content = dom.subtree(page.content);
    let stands = |draft: &&Draft| content.contains(&draft.node) && page.pruned.hints[draft.node] == 0;
    let prose: usize = page.drafts.iter().filter(stands).filter(|d| d.is_prose()).map(|d| d.words).sum();
    page.drafts.iter().map(|draft| prose >= LEAST_PROSE && stands(&draft)).collect()
}

/// Whether most of what is kept is running text that no rule which is sure in articles speaks against.
fn is_running_text(drafts: &[Draft], hints: &[u32], keep: &[bool]) -> bool {
    let sure = prune::bits(|rule| rule.sure == Sure::InArticles);
    let words = |what: &dyn Fn(&Draft) -> bool| -> usize {
        drafts.iter().zip(keep).filter(|(draft, keep)| **keep && what(draft)).map(|(draft, _)| draft.words).sum()
    };
    words(&|d| d.is_prose() && hints[d.node] & sure == 0) as f32 >= MOSTLY * words(&|_| true) as f32
}

/// Drops what the rules mark that are sure on a page of running text.
fn drop_marked(drafts: &[Draft], hints: &[u32], keep: &mut [bool]) {
    let sure = prune::bits(|rule| rule.sure == Sure::InArticles);
    for (draft, keep) in drafts.iter().zip(keep) {
        *keep &= hints[draft.node] & sure == 0;
    }
}

/// In a page laid out by a table, drops the cells beside the one that holds the text, if they hold little of it.
fn drop_columns(dom: &Dom, drafts: &[Draft], keep: &mut [bool]) -> Vec<Cutting> {
    if dom.by_tag(0..dom.len(), "td").next().is_none() {
        return Vec::new();
    }
    let words = sums(dom, drafts, |d| d.words);
    let prose = sums(dom, drafts, |d| if d.is_prose() { d.words } else { 0 });
    let share =
        |sums: &[usize], node: NodeId| (sums[dom.end(node)] - sums[node]) as f32 / sums[dom.len()].max(1) as f32;
    let holds_text = |&cell: &NodeId| share(&prose, cell) >= MOSTLY;
    let mut beside = vec![false; dom.len()];
    for cell in dom.by_tag(0..dom.len(), "td").filter(holds_text) {
        let columns = dom.children(dom.parent(cell)).filter(|&n| n != cell && dom.tag(n) == "td");
        for column in columns.filter(|&n| share(&words, n) <= BESIDE) {
            beside[dom.subtree(column)].fill(true);
        }
    }
    let why = "A column beside the one that holds the text, in a page laid out by a table.";
    let mut cuttings = Vec::new();
    for (draft, keep) in drafts.iter().zip(keep).filter(|(draft, keep)| **keep && beside[draft.node]) {
        *keep = false;
        cuttings.push(Cutting::by("layout.column", why, draft.clone()));
    }
    cuttings
}

/// What the weighing left out: by the name of a rule where an element that it marks has nothing left, else by the
/// model's.
fn dropped(dom: &Dom, drafts: &[Draft], keep: &[bool], pruned: &Pruned) -> Vec<Cutting> {
    let hints = &pruned.hints;
    let mut keeps = keep.iter();
    let kept_before = sums(dom, drafts, |_| usize::from(keeps.next().copied().unwrap_or(false)));
    let before = sums(dom, drafts, |_| 1);
    let mut cuttings = Vec::new();
    let mut within = vec![false; dom.len()];
    let mut node = 0;
    while node < dom.len() {
        let new = hints[node] & !hints[dom.parent(node)];
        let end = dom.end(node);
        match prune::first(new) {
            // Told when it was taken out, itself or all that it holds.
            _ if pruned.skip[node] || before[end] == before[node] => node = end,
            Some(rule) if kept_before[end] == kept_before[node] => {
                cuttings.push(Cutting::element(rule, node));
                within[node..end].fill(true);
                node = end;
            }
            _ => node += 1,
        }
    }
    let lines = drafts.iter().zip(keep).filter(|(draft, keep)| !**keep && !within[draft.node]);
    cuttings.extend(lines.map(|(draft, _)| match prune::first(hints[draft.node]) {
        Some(rule) => Cutting::by(rule.id, rule.why, draft.clone()),
        None => Cutting::by(
            "model",
            "Its looks, its place and what is around it are not those of the article's text.",
            draft.clone(),
        ),
    }));
    cuttings
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;
    use crate::extract::facts::structured::Structured;

    /// Paragraphs of running text, each with another number in it.
    pub(in crate::extract::body) fn story(paragraphs: usize) -> String {
        (1..=paragraphs)
            .map(|n| {
                format!("<p>The river commission said on Monday that barrage {n} would be closed for repairs until the \
                    spring, and that each of the four provinces may draw less water than in the years before it was built.</p>")
            })
            .collect()
    }

    #[test]
    fn a_page_with_running_text_is_never_empty() {
        let html = format!("<div class=story>{}</div><nav><a href=a>Home</a></nav>", story(4));
        let document = Document::parse(&html);
        let dom = document.dom();
        let structured = Structured::read(&dom);
        let context = PageContext::new(&dom, &structured);
        let page = Prepared::new(&context);
        let (keep, _) = select(&context, &page, &vec![0.01; page.drafts.len()]);
        assert_eq!(keep, [true; 4]);
    }

    #[test]
    fn columns_beside_the_text_go() {
        let html = format!(
            "<table><tr><td><b>ALSO IN THIS ISSUE</b><br><br>It takes in eleven crowns.</td><td>{}</td></tr></table>",
            story(6)
        );
        let document = Document::parse(&html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        let mut keep = vec![true; drafts.len()];
        let cut: Vec<_> = drop_columns(&dom, &drafts, &mut keep).iter().map(Cutting::rule).collect();
        assert_eq!(cut, ["layout.column", "layout.column"]);
        assert_eq!(keep.iter().filter(|k| **k).count(), 6);
    }
}
