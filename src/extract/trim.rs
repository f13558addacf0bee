//! The last look at the content: what its edges and its lone links hold that is no text of the article.

use super::blocks::Draft;
use super::text;
use super::trace::Cutting;
use crate::article::BlockKind;

/// Above this share of links a block is a link, not text.
const LINK: f32 = 0.8;

/// Takes out the title's repetition, what stands above the first paragraph, lists of links, and headings over nothing.
pub(crate) fn trim(drafts: Vec<Draft>, title: Option<&str>, cuttings: &mut Vec<Cutting>) -> Vec<Draft> {
    let reasons = Reasons::new(&drafts, title);
    let mut kept = Vec::with_capacity(drafts.len());
    for (draft, reason) in drafts.into_iter().zip(reasons.0) {
        match reason {
            Some((rule, why)) => cuttings.push(Cutting::by(rule, why, draft.node, draft.text)),
            None => kept.push(draft),
        }
    }
    kept
}

type Reason = (&'static str, &'static str);

const TITLE: Reason = ("edge.title", "The title again; it is a field of its own.");
const ABOVE: Reason = ("edge.above", "A scrap above the first paragraph: date, byline, label.");
const LINKS: Reason = ("edge.links", "A line or list that is nothing but links.");
const HOLLOW: Reason = ("edge.hollow-heading", "A heading with nothing under it.");

struct Reasons(Vec<Option<Reason>>);

impl Reasons {
    fn new(drafts: &[Draft], title: Option<&str>) -> Reasons {
        let mut reasons = Reasons(vec![None; drafts.len()]);
        reasons.title(drafts, title);
        reasons.links(drafts);
        reasons.above(drafts);
        reasons.hollow(drafts);
        reasons
    }

    /// The title and anything before it, as long as no running text stands there; later repetitions as headings.
    fn title(&mut self, drafts: &[Draft], title: Option<&str>) {
        let Some(title) = title.map(text::folded).filter(|t| !t.is_empty()) else { return };
        let first_prose = drafts.iter().position(Draft::is_prose).unwrap_or(drafts.len());
        for (at, draft) in drafts.iter().enumerate() {
            let early = at <= first_prose;
            if (early || draft.is_heading()) && draft.words <= 60 && text::folded(&draft.text) == title {
                self.0[at] = Some(TITLE);
                if early {
                    self.0[..at].fill(Some(ABOVE));
                }
            }
        }
    }

    fn links(&mut self, drafts: &[Draft]) {
        for (at, draft) in drafts.iter().enumerate() {
            if draft.link_density() > LINK && !draft.is_heading() && self.0[at].is_none() {
                self.0[at] = Some(LINKS);
            }
        }
    }

    /// Short lines before the first running text. Headings and sentences there may be a standfirst and stay.
    fn above(&mut self, drafts: &[Draft]) {
        let first = drafts.iter().position(Draft::is_prose).unwrap_or(0);
        for at in 0..first {
            let draft = &drafts[at];
            let scrap = draft.words < 7 && !matches!(draft.kind, BlockKind::ListItem | BlockKind::TableRow) && !is_lone_heading(drafts, at);
            if scrap && self.0[at].is_none() {
                self.0[at] = Some(ABOVE);
            }
        }
    }

    /// From the end: headings that nothing kept follows, and headings right before one of their level or above.
    fn hollow(&mut self, drafts: &[Draft]) {
        let mut below: Option<u8> = Some(0);
        for at in (0..drafts.len()).rev() {
            if self.0[at].is_some() {
                continue;
            }
            match drafts[at].kind {
                BlockKind::Heading(level) => {
                    if below.is_some_and(|b| b <= level && (b == 0 || drafts[at].link_density() > 0.5)) {
                        self.0[at] = Some(HOLLOW);
                    } else {
                        below = Some(level);
                    }
                }
                _ => below = None,
            }
        }
    }
}

/// A heading right above running text: it opens the article's first part.
fn is_lone_heading(drafts: &[Draft], at: usize) -> bool {
    drafts[at].is_heading() && drafts.get(at + 1).is_some_and(Draft::is_prose) && drafts[at].link_density() < 0.5
}
