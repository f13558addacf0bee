//! The last look at the content: what its edges and its lone links hold that is no text of the article.

mod known;
#[cfg(test)]
mod tests;

use std::cell::LazyCell;
use std::collections::HashSet;

use super::authors::Authors;
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::NodeId;
use crate::extract::facts::names::is_signature;
use crate::extract::score::Weighed;
use crate::extract::text;
use crate::extract::trace::Cutting;
pub(crate) use known::Known;

/// No more than this share of the running text stands above the title: a strip of weather, a word on cookies.
const ABOVE_SHARE: f32 = 0.1;

/// Takes out the title's repetition, what stands above the first paragraph, lists of links, and headings over nothing.
pub(crate) fn trim(drafts: Vec<Draft>, known: &Known, cuttings: &mut Vec<Cutting>) -> Vec<Draft> {
    let reasons = Reasons::new(&drafts, known);
    let mut kept = Vec::with_capacity(drafts.len());
    for (draft, reason) in drafts.into_iter().zip(reasons.0) {
        match reason {
            Some((rule, why)) => cuttings.push(Cutting::by(rule, why, draft)),
            None => kept.push(draft),
        }
    }
    unmark_standfirst(&mut kept);
    unmark_last_words(&mut kept);
    kept
}

/// On a list of cards a heading that is a link names another page, and opens no part of this one.
pub(crate) fn unmark_cards(drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.is_heading() && d.is_link()) {
        draft.kind = BlockKind::Paragraph;
    }
}

/// Sentences marked as headings above the first paragraph are a standfirst: text, under which nothing stands.
fn unmark_standfirst(drafts: &mut [Draft]) {
    let above = drafts.iter_mut().take_while(|d| !d.is_prose());
    above.filter(|d| is_sentence(d)).for_each(|draft| draft.kind = BlockKind::Paragraph);
}

/// Nor does anything stand under sentences that are marked as headings and end the text.
fn unmark_last_words(drafts: &mut [Draft]) {
    let last = drafts.iter_mut().rev().take_while(|d| d.is_heading());
    last.filter(|d| is_last_word(d)).for_each(|draft| draft.kind = BlockKind::Paragraph);
}

fn is_last_word(draft: &Draft) -> bool {
    is_sentence(draft) && !draft.text.ends_with(':')
}

/// Whether a heading is a sentence that states something, not a title.
fn is_sentence(draft: &Draft) -> bool {
    const SENTENCE: usize = 8;
    draft.is_heading()
        && draft.words >= SENTENCE
        && text::ends_sentence(&draft.text)
        && !draft.text.ends_with(['?', '؟'])
}

type Reason = (&'static str, &'static str);

const TITLE: Reason = ("edge.title", "The title again; it is a field of its own.");
const ABOVE: Reason = ("edge.above", "A scrap above the first paragraph: date, byline, label.");
const LINKS: Reason = ("edge.links", "A line or list that is nothing but links.");
const BIOGRAPHY: Reason = ("edge.biography", "Who the author is, after the text.");
const HOLLOW: Reason = ("edge.hollow-heading", "A heading with nothing under it.");

/// Whether most of the text is running text. On lists of cards, links and lone headings are the text.
fn reads_as_article(drafts: &[Draft]) -> bool {
    let words = |prose: bool| drafts.iter().filter(|d| d.is_prose() == prose).map(|d| d.words).sum::<usize>();
    words(true) >= words(false)
}

/// Whether a block is the title; above the text, also with a byline and a date in the same breath.
fn shows_title(draft: &Draft, title: &str, early: bool) -> bool {
    const LONGEST_BYLINE: usize = 12;
    if text::first_folded(&draft.text) != title.chars().next() {
        return false;
    }
    let line = text::folded(&draft.text);
    let Some(rest) = line.strip_prefix(title) else { return false };
    let byline =
        || rest.starts_with(' ') && rest.split(' ').count() <= LONGEST_BYLINE && !text::ends_sentence(&draft.text);
    rest.is_empty() || (early && title.contains(' ') && byline())
}

/// Where the paragraphs begin that a text ends with and that are a link each: a list of other articles, though none in markup.
fn last_links(drafts: &[Draft]) -> usize {
    /// One alone may be the source of what was said.
    const LEAST: usize = 2;
    let is_link =
        |draft: &&Draft| draft.kind == BlockKind::Paragraph && draft.is_link() && !draft.text.starts_with("http");
    let count = drafts.iter().rev().take_while(is_link).count();
    drafts.len() - if count >= LEAST { count } else { 0 }
}

struct Reasons(Vec<Option<Reason>>);

impl Reasons {
    fn new(drafts: &[Draft], known: &Known) -> Reasons {
        let mut reasons = Reasons(vec![None; drafts.len()]);
        reasons.title(drafts, known.title);
        if reads_as_article(drafts) {
            reasons.links(drafts, known);
            reasons.items_between_items(drafts, &known.items);
            reasons.above(drafts, known.weighed);
            reasons.hollow(drafts);
            reasons.biography(drafts, &known.authors);
        }
        reasons
    }

    /// The title, and anything before it as long as little running text stands there; later repetitions as headings.
    fn title(&mut self, drafts: &[Draft], title: Option<&str>) {
        let Some(title) = title.map(text::folded).filter(|t| !t.is_empty()) else { return };
        let all: usize = drafts.iter().filter(|d| d.is_prose()).map(|d| d.words).sum();
        let (mut before, mut last) = (0, None);
        for (at, draft) in drafts.iter().enumerate() {
            let early = before as f32 <= ABOVE_SHARE * all as f32;
            if (early || draft.is_heading()) && draft.words <= 60 && shows_title(draft, &title, early) {
                if early {
                    let above = last.unwrap_or(0)..at;
                    let above = drafts[above.clone()].iter().zip(&mut self.0[above]);
                    above
                        .filter(|(draft, _)| last.is_none() || !draft.is_prose())
                        .for_each(|(_, reason)| *reason = Some(ABOVE));
                }
                self.0[at] = Some(TITLE);
                last = Some(at);
            }
            before += if draft.is_prose() { draft.words } else { 0 };
        }
    }

    /// Links alone in their line are text where the weighing is sure of it (what is packed, what is compared, where to go on),
    /// where they are questions that open their answers, and in a list amid the text that a sentence announces: three of four of
    /// those are the article's on the development pages. Those that say headings of the page again are its table of contents.
    fn links(&mut self, drafts: &[Draft], Known { weighed, questions, headlines, .. }: &Known) {
        let headings =
            LazyCell::new(|| weighed.headings().map(unnumbered).filter(|h| !h.is_empty()).collect::<HashSet<_>>());
        let says_heading = |draft: &Draft| headings.contains(&unnumbered(draft));
        let last_links = last_links(drafts);
        let mut listed = 0..0;
        for (at, draft) in drafts.iter().enumerate() {
            if at > 0 && !listed.contains(&at) && drafts[at - 1].announces() && self.0[at - 1].is_none() {
                listed = at..end_of_list(drafts, at);
            }
            let is_link = draft.is_link() && !draft.is_heading() && self.0[at].is_none();
            // Bars between links make a menu of them.
            let is_other = || draft.text.contains(" | ") || headlines.binary_search(&draft.start).is_ok();
            let is_sure = || at < last_links && weighed.is_sure_of(draft) && !is_other();
            let is_text = || is_sure() || listed.contains(&at) || questions.binary_search(&draft.start).is_ok();
            if is_link && (!is_text() || says_heading(draft)) {
                self.0[at] = Some(LINKS);
            }
        }
    }

    /// An item or a row of links between others that stay is one of theirs: 89 of 93 are on the development pages.
    fn items_between_items(&mut self, drafts: &[Draft], items: &[NodeId]) {
        let mut last = None;
        for (at, draft) in drafts.iter().enumerate() {
            if items.binary_search(&draft.start).is_err() {
                last = None;
            }
            if self.0[at].is_none() {
                let between = last.map_or(at, |last| last + 1)..at;
                self.0[between].iter_mut().filter(|reason| **reason == Some(LINKS)).for_each(|reason| *reason = None);
                last = Some(at);
            }
        }
    }

    /// Short lines before the first running text that the weighing is not sure of, and dates. Headings and sentences there may
    /// be a standfirst and stay. Below that the byline may stand too.
    fn above(&mut self, drafts: &[Draft], weighed: Weighed) {
        const HEAD: usize = 4;
        let first = drafts.iter().position(Draft::is_prose).unwrap_or(0);
        for at in 0..first {
            let draft = &drafts[at];
            let scrap = draft.words < 7
                && !matches!(draft.kind, BlockKind::ListItem | BlockKind::TableRow)
                && !is_lone_heading(drafts, at)
                && (!weighed.is_sure_of(draft) || names_year(&draft.text) && !text::ends_sentence(&draft.text));
            if scrap && self.0[at].is_none() {
                self.0[at] = Some(ABOVE);
            }
        }
        for (reason, _) in self.0.iter_mut().zip(drafts).take(HEAD).filter(|(_, draft)| is_byline(draft)) {
            reason.get_or_insert(ABOVE);
        }
    }

    /// Among the last blocks, those that begin with an author's name, and what stands below a line that is one.
    fn biography(&mut self, drafts: &[Draft], authors: &Authors) {
        const LAST: usize = 3;
        const LONGEST: usize = 80;
        let last: Vec<usize> = (1..drafts.len()).rev().filter(|&at| self.0[at].is_none()).take(LAST).collect();
        let is_note = |at: &usize| {
            let draft = &drafts[*at];
            draft.kind == BlockKind::Paragraph && draft.is_prose() && draft.words <= LONGEST
        };
        let below = last.iter().take_while(|at| is_note(at)).count();
        let head = last.iter().take(below + 1).skip(1).position(|&at| authors.head(&drafts[at]));
        // Those after the line that is a name, and itself.
        let noted = head.map_or(0, |notes| notes + 2);
        for (place, &at) in last.iter().enumerate() {
            let is_about = || drafts[at].words <= LONGEST && authors.begin(&drafts[at].text);
            if place < noted || is_about() {
                self.0[at] = Some(BIOGRAPHY);
            }
        }
    }

    /// From the end: headings that nothing kept follows, unless they are sentences, and headings right before one of their
    /// level or above.
    fn hollow(&mut self, drafts: &[Draft]) {
        let mut below: Option<u8> = Some(0);
        for at in (0..drafts.len()).rev() {
            if self.0[at].is_some() {
                continue;
            }
            match drafts[at].kind {
                BlockKind::Heading(_) if below == Some(0) && is_last_word(&drafts[at]) => below = None,
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

/// Where a list or a table that begins at a block ends, if text goes on after it.
fn end_of_list(drafts: &[Draft], at: usize) -> usize {
    let is_one = |draft: &&Draft| {
        draft.kind == drafts[at].kind && matches!(draft.kind, BlockKind::ListItem | BlockKind::TableRow)
    };
    let end = at + drafts[at..].iter().take_while(is_one).count();
    if end < drafts.len() { end } else { at }
}

/// Whether a line is a byline with a date: "By Ann Roe, 3 May 2026", "03/05/2026 - Posted by: Ann Roe - Water".
fn is_byline(draft: &Draft) -> bool {
    const LONGEST: usize = 16;
    let mut parts = draft.text.split(['|', '·', '•', '⋅', '–', '—']).flat_map(|part| part.split(" - ")).map(str::trim);
    // A day has a number beside that of its year.
    let numbers = draft.text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    matches!(draft.kind, BlockKind::Paragraph | BlockKind::Heading(_))
        && draft.words <= LONGEST
        && numbers > 1
        && names_year(&draft.text)
        && !text::ends_sentence(&draft.text)
        && parts.any(is_signature)
}

/// Whether a line names a year, as dates do.
fn names_year(line: &str) -> bool {
    let is_year = |number: &str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    line.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

/// The words of a line without the number before them.
fn unnumbered(draft: &Draft) -> String {
    text::folded(&draft.text).trim_start_matches(|c: char| c.is_numeric() || c == ' ').to_owned()
}

/// A heading right above running text: it opens the article's first part.
fn is_lone_heading(drafts: &[Draft], at: usize) -> bool {
    drafts[at].is_heading() && drafts.get(at + 1).is_some_and(Draft::is_prose) && drafts[at].link_density() < 0.5
}
