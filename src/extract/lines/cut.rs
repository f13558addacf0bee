//! The line rules on the blocks of the content: what to cut where a line says "Check Also" or "Leave a Reply".

mod section;
#[cfg(test)]
mod tests;

use super::bars;
use super::classify::{self, LONGEST_MARKER, is_marker, is_phrase, line_rule_at, rule_at};
use super::rules::{Cut, LineRule};
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::dom::Dom;
use crate::extract::score::Weighed;
use crate::extract::trace::Cutting;
use section::{Ahead, box_end, is_unlinked_item, section_end, teasers_end};

/// Comments are cut to the end of the page unless more than this share of the running text would go.
const MOST_REST: f32 = 0.5;

/// "Leave a comment" has so many words.
const LEAST_ASKING: usize = 3;

/// A marker stands late if no more than this share of the running text follows it.
const LATE: f32 = 0.2;

/// Applies the line rules; what stays is returned in order. A text without markup has no elements.
pub(crate) fn cut(dom: Option<&Dom>, drafts: Vec<Draft>, weighed: Weighed, cuttings: &mut Vec<Cutting>) -> Vec<Draft> {
    let rules = rules_at(&drafts, weighed);
    let mut rule_of: Vec<Option<&'static LineRule>> = vec![None; drafts.len()];
    let mut prose = prose_after(&drafts);
    let has_teasers = rules.iter().flatten().any(|rule| rule.cut == Cut::Section);
    let ahead = if has_teasers { Ahead::new(&drafts, weighed) } else { Ahead::default() };
    // Whether teasers stand late is not for the comments to say.
    let is_rest = |at: &usize| {
        rules[*at].is_some_and(|rule| rule.cut == Cut::Rest)
            && *at + 1 < drafts.len()
            && end_of(Cut::Rest, &drafts, *at, &prose, &ahead) == drafts.len()
    };
    let comments = (0..drafts.len()).find(is_rest);
    let headline = headline(&drafts);
    if let Some(comments) = comments {
        prose = prose_after(&drafts[..comments]);
        prose.resize(drafts.len() + 1, 0);
    }
    let mut at = 0;
    while at < drafts.len() {
        let Some(rule) = rules[at] else {
            at += 1;
            continue;
        };
        let mut end = end_of(rule.cut, &drafts, at, &prose, &ahead);
        // Neither comments nor the article itself are among the teasers before them.
        for bound in [comments, headline].into_iter().flatten() {
            if rule.cut == Cut::Section && (at + 1..end).contains(&bound) {
                end = bound;
            }
        }
        if let Some(dom) = dom.filter(|_| rule.cut == Cut::Section) {
            end = box_end(dom, &drafts, at..end, weighed);
        }
        rule_of[at..end].fill(Some(rule));
        at = end;
    }
    let mut kept = Vec::with_capacity(drafts.len());
    for (draft, rule) in drafts.into_iter().zip(rule_of) {
        match rule {
            Some(rule) => cuttings.push(Cutting::line(rule, draft)),
            None => kept.push(draft),
        }
    }
    kept
}

/// The page's headline: its one heading of the first level.
fn headline(drafts: &[Draft]) -> Option<usize> {
    let mut first_level = (0..drafts.len()).filter(|&at| drafts[at].kind == BlockKind::Heading(1));
    first_level.next().filter(|_| first_level.next().is_none())
}

/// The rules that the blocks set off. A notice is none in a text that speaks of the same, nor is a heading a label right above
/// running text: "Facebook", in an article about such.
fn rules_at(drafts: &[Draft], weighed: Weighed) -> Vec<Option<&'static LineRule>> {
    let is_text = |draft: &Draft| (draft.is_prose() || is_unlinked_item(draft)) && rule_at(draft).is_none();
    let is_over_text = |at: usize| drafts.get(at + 1).is_some_and(is_text);
    let is_own = |at: usize, rule: &LineRule| match rule.cut {
        Cut::Line if matches!(drafts[at].kind, BlockKind::Heading(..=3)) => is_over_text(at),
        // Lines in bold are headings of a low level, and calls in them stand between paragraphs; a single word is none.
        Cut::Line => drafts[at].words == 1 && is_over_text(at) && heads_text(&drafts[at], &drafts[at + 1], weighed),
        // Few authors ask for comments in a heading, and comments may look like text.
        Cut::Rest if drafts[at].words >= LEAST_ASKING => false,
        Cut::Section | Cut::Rest => is_over_text(at) && heads_text(&drafts[at], &drafts[at + 1], weighed),
        _ => false,
    };
    let rule = |at: usize| rule_at(&drafts[at]).filter(|rule| !is_own(at, rule));
    let mut rules: Vec<Option<&'static LineRule>> = (0..drafts.len()).map(rule).collect();
    bars::mark(drafts, &mut rules);
    let is_notice = |rule: &Option<&LineRule>| rule.is_some_and(|rule| rule.cut == Cut::Notice);
    let text = || drafts.iter().zip(&rules).filter(|(_, rule)| rule.is_none());
    if rules.iter().any(is_notice) && text().any(|(draft, _)| classify::names_cookies(&draft.text)) {
        rules.iter_mut().filter(|rule| is_notice(rule)).for_each(|rule| *rule = None);
    }
    rules
}

/// Whether a heading such as "Comments" is the author's own: a paragraph of which the weighing is sure stands right below it,
/// where comments would have a name and teasers a title, and nothing was taken out between.
fn heads_text(heading: &Draft, next: &Draft, weighed: Weighed) -> bool {
    /// In nodes: the ends and beginnings of elements, and the white space between.
    const NEAR: usize = 6;
    /// Comments and excerpts are shorter as a rule.
    const LEAST: usize = 12;
    heading.is_heading()
        && !has_count(heading)
        && next.is_prose()
        && next.words >= LEAST
        && next.start - heading.end <= NEAR
        && weighed.is_sure_of(next)
}

/// Words of running text from each draft on; one entry more than drafts.
fn prose_after(drafts: &[Draft]) -> Vec<usize> {
    let mut after = vec![0; drafts.len() + 1];
    for (at, draft) in drafts.iter().enumerate().rev() {
        after[at] = after[at + 1] + if draft.is_prose() { draft.words } else { 0 };
    }
    after
}

/// Takes back lines that say what follows them, though the model has no use for the lines themselves: that teasers do, or,
/// late in the text, that comments or a note on the author do.
pub(crate) fn keep_markers(drafts: &[Draft], is_button: impl Fn(&Draft) -> bool, keep: &mut [bool]) {
    let words = |at: usize, keep: &[bool]| if keep[at] && drafts[at].is_prose() { drafts[at].words } else { 0 };
    let all: usize = (0..drafts.len()).map(|at| words(at, keep)).sum();
    let rest =
        |draft: &Draft| draft.words <= LONGEST_MARKER && line_rule_at(draft).is_some_and(|rule| rule.cut == Cut::Rest);
    // Questions and answers have a heading over the comments on each.
    let counted = drafts.iter().filter(|draft| draft.is_heading() && has_count(draft) && rest(draft)).count();
    let is_late = |after: usize, asks: bool| after as f32 <= if asks { MOST_REST } else { LATE } * all as f32;
    let mut after = 0;
    for at in (0..drafts.len()).rev() {
        // A heading that asks for comments stands over them, however many there are; "Comments" may be the title of a thread.
        let asks = drafts[at].is_heading() && drafts[at].words >= LEAST_ASKING;
        let (over_teasers, over_comments) = (
            !opens(&drafts[at]) && !is_button(&drafts[at]),
            is_late(after, asks) && is_head(&drafts[at], counted == 1),
        );
        // Most short lines are links, and neither.
        let over_note = is_late(after, true) && drafts[at].linked == 0;
        if !keep[at] && drafts[at].words <= LONGEST_MARKER && (over_teasers || over_comments || over_note) {
            keep[at] = match line_rule_at(&drafts[at]).map(|rule| rule.cut) {
                Some(Cut::Section) => over_teasers,
                Some(Cut::Rest) => over_comments,
                Some(Cut::Note) => over_note,
                _ => false,
            };
        }
        after += words(at, keep);
        if keep[at] && is_late(after, false) && over_teasers && is_marker(&drafts[at]) {
            keep_titles(drafts, at + 1, keep);
        }
    }
}

/// Takes back the titles of teasers whose excerpts are kept: by those alone nobody tells what they are.
fn keep_titles(drafts: &[Draft], start: usize, keep: &mut [bool]) {
    let Some(end) = teasers_end(drafts, start, |at| keep[at]) else { return };
    let excerpts = (start..end).filter(|&at| drafts[at].link_density() < 0.3);
    if excerpts.filter(|&at| keep[at]).count() > 0 {
        keep[start..end].fill(true);
    }
}

/// Whether a line that says "Read more" opens more of the same text, as a link or a button, rather than stand over teasers.
fn opens(draft: &Draft) -> bool {
    !draft.is_heading() && draft.is_link()
}

/// Whether a line that the model dropped may stand over comments: it is no button, and if it is not the one heading that says
/// how many there are says none, as stands beside many a teaser.
fn is_head(draft: &Draft, is_only: bool) -> bool {
    draft.link_density() < 0.5 && (!has_count(draft) || is_only && draft.is_heading())
}

fn has_count(draft: &Draft) -> bool {
    draft.text.contains(char::is_numeric)
}

fn end_of(cut: Cut, drafts: &[Draft], at: usize, prose: &[usize], ahead: &Ahead) -> usize {
    let after = prose[at + 1] as f32 / prose[0].max(1) as f32;
    match cut {
        Cut::Line | Cut::LineStart | Cut::LinkLine | Cut::Notice => at + 1,
        Cut::Note if after <= MOST_REST => note_end(drafts, at),
        Cut::Note => at + 1,
        Cut::Rest if after <= MOST_REST => drafts.len(),
        Cut::Rest => at + 1,
        Cut::Section if opens(&drafts[at]) => at + 1,
        Cut::Section => section_end(drafts, at, after <= LATE, ahead),
    }
}

/// Where the note ends that a line announces, on the author say: at what is no paragraph, or is one of the notes to the text.
fn note_end(drafts: &[Draft], at: usize) -> usize {
    /// One paragraph for each of the authors of a report.
    const MOST: usize = 4;
    /// No note on an author is longer, in words.
    const LONGEST: usize = 120;
    let is_note = |draft: &Draft| {
        draft.kind == BlockKind::Paragraph && draft.words <= LONGEST && !draft.text.starts_with(char::is_numeric)
    };
    let is_whole = line_rule_at(&drafts[at]).is_some_and(|rule| is_phrase(&drafts[at], rule));
    let after = drafts[at + 1..].iter().take(if is_whole { MOST + 1 } else { 0 });
    let count = after.take_while(|draft| is_note(draft) && rule_at(draft).is_none()).count();
    at + 1 + if count <= MOST { count } else { 0 }
}
