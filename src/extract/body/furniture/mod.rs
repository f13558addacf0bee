//! What hangs around a text and is known by how it is built, whatever it says: rows of links to share or to find more by, cards
//! of other articles and comments that look alike, the fields of a form that was saved without one, labels left alone, and the
//! legal lines at the end.

mod alone;
mod cards;
mod colophon;
mod comment_rules;
mod fields;
mod rows;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::lines::classify;
use crate::extract::lines::rules::Cut;
use crate::extract::trace::Cutting;

/// The wordings of a table, as plain text.
type Words = LazyLock<Vec<Cow<'static, str>>>;

/// So much running text, in words, is there to hang something around.
const LEAST_PROSE: usize = 50;

/// A block stands late if no more than this share of the running text follows it.
const LATE: f32 = 0.2;

/// No label is longer, in words.
const LONGEST_LABEL: usize = 10;

struct Rule {
    id: &'static str,
    why: &'static str,
    /// The positions of the blocks that are such.
    find: fn(&Text) -> Vec<usize>,
}

/// In this order: what is left alone shows only when the rest is gone.
const RULES: [Rule; 10] = [
    Rule { id: "layout.share", why: "A row of links to networks, to the printer or to an e-mail.", find: rows::share },
    Rule { id: "layout.tags", why: "A row of links to what else has the same tags.", find: rows::tags },
    Rule {
        id: "layout.cards",
        why: "Parts that look alike, each a linked title with an excerpt or a date.",
        find: cards::teasers,
    },
    Rule {
        id: "layout.card",
        why: "A small box of nothing but a label, a linked title and an excerpt.",
        find: cards::teaser,
    },
    Rule {
        id: "layout.card-line",
        why: "A label and the title of another article that it links to, between paragraphs.",
        find: cards::line,
    },
    Rule {
        id: "layout.comments",
        why: "Parts that look alike behind the text, each with the same link to answer.",
        find: cards::comments,
    },
    Rule { id: "layout.fields", why: "The fields of a form, saved as text.", find: fields::fields },
    Rule {
        id: "layout.comment-rules",
        why: "Who may comment and what becomes of comments, right before those.",
        find: comment_rules::notes,
    },
    Rule { id: "layout.colophon", why: "Legal lines after the text.", find: colophon::colophon },
    Rule { id: "layout.label", why: "A label whose links or form went.", find: alone::alone },
];

/// Drops what hangs around the text that is kept, and says by which rule.
pub(super) fn drop_furniture(dom: &Dom, drafts: &[Draft], keep: &mut [bool]) -> Vec<Cutting> {
    let mut cuttings = Vec::new();
    for Rule { id, why, find } in &RULES {
        let text = Text::new(dom, drafts, keep);
        let found: Vec<usize> = find(&text).into_iter().filter(|&at| !text.is_marked(at)).collect();
        for at in found {
            if std::mem::replace(&mut keep[at], false) {
                cuttings.push(Cutting::by(id, why, drafts[at].clone()));
            }
        }
    }
    cuttings
}

/// The blocks of a page, and which are kept so far.
struct Text<'t, 'a> {
    dom: &'t Dom<'a>,
    drafts: &'t [Draft],
    keep: &'t [bool],
    /// Words of running text that are kept before each block; one entry more than blocks.
    before: Vec<usize>,
}

impl<'t, 'a> Text<'t, 'a> {
    fn new(dom: &'t Dom<'a>, drafts: &'t [Draft], keep: &'t [bool]) -> Text<'t, 'a> {
        let mut before = vec![0];
        let mut words = 0;
        for (draft, keep) in drafts.iter().zip(keep) {
            words += if *keep && draft.is_prose() { draft.words } else { 0 };
            before.push(words);
        }
        Text { dom, drafts, keep, before }
    }

    /// Words of running text that are kept.
    fn all(&self) -> usize {
        self.before[self.drafts.len()]
    }

    /// Whether what follows the block before `end` is the last of the text, or none of it.
    fn is_late(&self, end: usize) -> bool {
        (self.all() - self.before[end]) as f32 <= LATE * self.all() as f32
    }

    /// Whether a block is left to the rules on lines: late in the text more goes with a label than is seen here.
    fn is_marked(&self, at: usize) -> bool {
        let draft = &self.drafts[at];
        match classify::line_rule_at(draft).map(|rule| rule.cut) {
            Some(Cut::LinkLine) => true,
            Some(Cut::Section | Cut::Rest) => draft.words <= LONGEST_LABEL && self.is_late(at),
            _ => false,
        }
    }

    /// The blocks that are kept, by their positions.
    fn kept(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.drafts.len()).filter(|&at| self.keep[at])
    }

    /// The positions of the blocks within an element.
    fn within(&self, node: NodeId) -> Range<usize> {
        let position = |node: NodeId| self.drafts.partition_point(|draft| draft.start < node);
        position(node)..position(self.dom.end(node))
    }

    /// Whether the elements that hold some blocks, up to one around them, have no names: where they do, those say what they are.
    fn is_nameless(&self, part: Range<usize>, around: NodeId) -> bool {
        let has_name = |node: NodeId| ["class", "id"].iter().any(|name| self.dom.attr(node, name).is_some());
        let up = |at: usize| {
            let node = self.drafts[at].node;
            std::iter::once(node).chain(self.dom.ancestors(node)).take_while(move |&node| node >= around)
        };
        !part.into_iter().any(|at| up(at).any(has_name))
    }

    /// Whether a block may be the label of what stands below it: short, no link and no sentence that states something.
    fn is_label(&self, at: usize) -> bool {
        let draft = &self.drafts[at];
        matches!(draft.kind, BlockKind::Paragraph | BlockKind::Heading(2..))
            && draft.words <= LONGEST_LABEL
            && draft.link_density() < 0.5
            && !draft.text.ends_with(['.', '。', '…', ';'])
            && !self.dom.ancestors(draft.node).any(|node| self.dom.tag(node) == "figure")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    const STORY: &str = "<p>The river commission said on Monday that the barrage would be closed for repairs until the spring, and \
        that each of the four provinces may draw less water than in the years before it was built.</p>";

    /// The texts that a rule finds behind a story, which goes on after them or not.
    pub(super) fn found(find: fn(&Text) -> Vec<usize>, html: &str, goes_on: bool) -> Vec<String> {
        let after = if goes_on { STORY.repeat(3) } else { String::new() };
        let document = Document::parse(&format!("{}{html}{after}", STORY.repeat(4)));
        let dom = document.dom();
        let drafts = blocks(&dom);
        let keep = vec![true; drafts.len()];
        let mut found = find(&Text::new(&dom, &drafts, &keep));
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|at| drafts[at].text.clone()).collect()
    }

    /// The texts that stay of what stands behind a story.
    fn left(html: &str) -> Vec<String> {
        let document = Document::parse(&format!("{}{html}", STORY.repeat(4)));
        let dom = document.dom();
        let drafts = blocks(&dom);
        let mut keep: Vec<bool> = drafts.iter().map(|draft| !draft.is_link()).collect();
        drop_furniture(&dom, &drafts, &mut keep);
        drafts.iter().zip(keep).skip(4).filter(|(_, keep)| *keep).map(|(draft, _)| draft.text.clone()).collect()
    }

    #[test]
    fn a_label_goes_with_its_links_or_its_form() {
        let links = "<ul><li><a href=a>The dam</a><li><a href=b>The lock</a></ul>";
        assert_eq!(left(&format!("<div><span>Liked it?</span>{links}</div>")), [""; 0]);
        assert_eq!(left("<div><h3>Your view counts</h3><form><textarea></textarea></form></div>"), [""; 0]);
        for kept in [
            format!("<div><h3>The two works</h3>{links}<p>Both are old.</p></div>"),
            format!("<div class=works><h3>The two works</h3>{links}</div>"),
            format!("<div><p>Both are old.</p>{links}</div>"),
            "<div><h3>The works</h3><p>Both are old.</p></div>".to_owned(),
        ] {
            assert!(!left(&kept).is_empty(), "{kept}");
        }
    }

    #[test]
    fn what_line_rules_know_is_left_to_them_late_in_the_text() {
        let cards = "<div><h3>Related articles</h3><ul><li><a href=a>The dam</a><li><a href=b>The lock</a></ul></div>";
        assert_eq!(left(cards), ["Related articles"]);
    }
}
