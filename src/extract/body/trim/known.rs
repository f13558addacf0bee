//! What is to be known of an article, beside its blocks, to tell what is no text of it.

use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::body::authors::Authors;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::score::Weighed;

/// What is known of the article before its edges are looked at.
pub(crate) struct Known<'k> {
    pub(super) title: Option<&'k str>,
    pub(super) authors: Authors,
    pub(super) weighed: Weighed<'k>,
    /// Where links begin that open the text under them, in order.
    pub(super) questions: Vec<NodeId>,
    /// Where paragraphs begin that are a headline of another page, in order.
    pub(super) headlines: Vec<NodeId>,
    /// Where items and rows begin that follow right after one of the same list or table, in order.
    pub(super) items: Vec<NodeId>,
}

impl<'k> Known<'k> {
    pub(crate) fn new(
        dom: &Dom,
        drafts: &[Draft],
        title: Option<&'k str>,
        authors: Authors,
        weighed: Weighed<'k>,
    ) -> Known<'k> {
        Known {
            title,
            authors,
            weighed,
            questions: questions(dom, drafts),
            headlines: headlines(dom, drafts),
            items: items(dom, drafts),
        }
    }
}

/// Where links begin that are questions and open the answer under them, in the same element: folds of questions and answers.
fn questions(dom: &Dom, drafts: &[Draft]) -> Vec<NodeId> {
    let asks = |draft: &Draft| draft.is_link() && draft.text.ends_with(['?', '؟', '？']);
    let answers = |question: &Draft, next: &Draft| next.is_prose() && dom.subtree(question.node).contains(&next.node);
    let pairs = drafts.windows(2).filter(|pair| asks(&pair[0]) && answers(&pair[0], &pair[1]));
    pairs.map(|pair| pair[0].start).collect()
}

/// Where paragraphs begin that are one link in capitals to another page, as sites set headlines of theirs amid the text. Titles of
/// documents and of figures may be set so too.
fn headlines(dom: &Dom, drafts: &[Draft]) -> Vec<NodeId> {
    const LEAST: usize = 4;
    const FILES: &[&str] =
        &["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "zip", "png", "jpg", "jpeg", "gif", "webp"];
    let leads_to_page = |href: &str| {
        let path = href.split(['?', '#']).next().unwrap_or_default();
        let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
        !path.is_empty() && !ending.is_some_and(|ending| FILES.iter().any(|file| file.eq_ignore_ascii_case(ending)))
    };
    let link = |draft: &Draft| {
        let inside = dom.by_tag(dom.subtree(draft.node), "a").next();
        inside.or_else(|| dom.ancestors(draft.start).find(|&node| dom.tag(node) == "a"))
    };
    let is_headline = |draft: &&Draft| {
        draft.kind == BlockKind::Paragraph
            && draft.words >= LEAST
            && draft.is_link()
            && is_in_capitals(&draft.text)
            && link(draft).and_then(|link| dom.attr(link, "href")).is_some_and(leads_to_page)
    };
    drafts.iter().filter(is_headline).map(|draft| draft.start).collect()
}

/// Whether nearly all letters are capitals; those that have none are not.
fn is_in_capitals(text: &str) -> bool {
    const NEARLY: f32 = 0.9;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 0 && text.chars().filter(|c| c.is_uppercase()).count() as f32 >= NEARLY * letters as f32
}

/// Where items of lists and rows of tables begin that follow right after one of the same, each a block of its own.
fn items(dom: &Dom, drafts: &[Draft]) -> Vec<NodeId> {
    let is_item = |draft: &Draft| dom.is(draft.node, &["li", "dt", "dd", "tr"]);
    let follows = |pair: &&[Draft]| {
        is_item(&pair[0])
            && is_item(&pair[1])
            && pair[0].node != pair[1].node
            && dom.parent(pair[0].node) == dom.parent(pair[1].node)
    };
    drafts.windows(2).filter(follows).map(|pair| pair[1].start).collect()
}
