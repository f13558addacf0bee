//! The line rules on the blocks of the content: what to cut where a line says "Check Also" or "Leave a Reply".

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashMap;

use super::blocks::Draft;
use super::lines::{CALL, Cut, LINES, LineRule, OFFERED};
use super::text;
use super::trace::Cutting;
use super::weighed::Weighed;
use crate::article::BlockKind;

/// No marker line is longer, in words.
const LONGEST_MARKER: usize = 14;

/// Nor is a line that a rule takes out by its beginning.
const LONGEST_LINE: usize = 3 * LONGEST_MARKER;

/// A call to subscribe is no longer, in words.
const LONGEST_CALL: usize = 60;

/// Comments are cut to the end of the page unless more than this share of the running text would go.
const MOST_REST: f32 = 0.5;

/// "Leave a comment" has so many words.
const LEAST_ASKING: usize = 3;

/// A marker stands late if no more than this share of the running text follows it.
const LATE: f32 = 0.2;

/// A line with more than this share of links is one.
const LINK: f32 = 0.8;

/// Teasers end at a paragraph of so many words, or of so many where the weighing is sure that it is text.
const LEAST_PARAGRAPH: usize = 25;
const LEAST_SURE: usize = 12;

/// Applies the line rules; what stays is returned in order.
pub(crate) fn cut(drafts: Vec<Draft>, weighed: Weighed, cuttings: &mut Vec<Cutting>) -> Vec<Draft> {
    let rules: Vec<Option<&'static LineRule>> = drafts.iter().map(rule_at).collect();
    let mut rule_of: Vec<Option<&'static LineRule>> = vec![None; drafts.len()];
    let mut prose = prose_after(&drafts);
    // Whether teasers stand late is not for the comments to say.
    let is_rest = |at: &usize| {
        rules[*at].is_some_and(|rule| rule.cut == Cut::Rest)
            && *at + 1 < drafts.len()
            && end_of(Cut::Rest, &drafts, *at, &prose, weighed) == drafts.len()
    };
    if let Some(comments) = (0..drafts.len()).find(is_rest) {
        prose = prose_after(&drafts[..comments]);
        prose.resize(drafts.len() + 1, 0);
    }
    let mut at = 0;
    while at < drafts.len() {
        let Some(rule) = rules[at] else {
            at += 1;
            continue;
        };
        let end = end_of(rule.cut, &drafts, at, &prose, weighed);
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

/// The rule that a block sets off.
fn rule_at(draft: &Draft) -> Option<&'static LineRule> {
    if draft.words > LONGEST_CALL {
        return None;
    }
    let folded = text::folded(&draft.text);
    let rule = line_rule(draft, &folded).and_then(|rule| LINES.get(rule));
    rule.or_else(|| is_call(draft, &folded).then_some(CALL))
}

/// Whether a line says that teasers of other articles follow.
pub(crate) fn is_marker(draft: &Draft) -> bool {
    draft.words <= LONGEST_MARKER && rule_at(draft).is_some_and(|rule| rule.cut == Cut::Section)
}

/// Words of running text from each draft on; one entry more than drafts.
fn prose_after(drafts: &[Draft]) -> Vec<usize> {
    let mut after = vec![0; drafts.len() + 1];
    for (at, draft) in drafts.iter().enumerate().rev() {
        after[at] = after[at + 1] + if draft.is_prose() { draft.words } else { 0 };
    }
    after
}

/// Whether a paragraph asks the reader to subscribe, and does little else.
fn is_call(draft: &Draft, folded: &str) -> bool {
    draft.kind != BlockKind::Quote
        && OFFERS.is_match(folded)
        && draft.text.split(['.', '!', '?', ':', '\n', '…']).map(text::folded).any(|sentence| {
            CALL.phrases
                .iter()
                .any(|call| sentence.strip_prefix(call).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        })
}

/// The position of the line rule that a block's text, given folded too, sets off.
pub(crate) fn line_rule(draft: &Draft, folded: &str) -> Option<usize> {
    if draft.words > LONGEST_LINE {
        return None;
    }
    let line = without_count(folded);
    let phrases = PHRASES.get(line.split(' ').next()?)?;
    phrases.iter().find(|(rule, phrase)| says(draft, line, phrase, LINES[*rule].cut)).map(|(rule, _)| *rule)
}

/// Takes back lines that say what follows them, though the model has no use for the lines themselves: that teasers do, or,
/// late in the text, that comments do.
pub(crate) fn keep_markers(drafts: &[Draft], keep: &mut [bool]) {
    let words = |at: usize, keep: &[bool]| if keep[at] && drafts[at].is_prose() { drafts[at].words } else { 0 };
    let all: usize = (0..drafts.len()).map(|at| words(at, keep)).sum();
    let mut after = 0;
    for at in (0..drafts.len()).rev() {
        // A heading that asks for comments stands over them, however many there are; "Comments" may be the title of a thread.
        let asks = drafts[at].is_heading() && drafts[at].words >= LEAST_ASKING;
        let is_late = || after as f32 <= if asks { MOST_REST } else { LATE } * all as f32;
        if !keep[at] && drafts[at].words <= LONGEST_MARKER {
            keep[at] = match rule_at(&drafts[at]).map(|rule| rule.cut) {
                Some(Cut::Section) => !opens(&drafts[at]),
                Some(Cut::Rest) => is_late() && is_head(&drafts[at]),
                _ => false,
            };
        }
        after += words(at, keep);
    }
}

/// Whether a line that says "Read more" opens more of the same text, as a link or a button, rather than stand over teasers.
fn opens(draft: &Draft) -> bool {
    !draft.is_heading() && draft.link_density() > LINK
}

/// Whether a line that the model dropped may stand over comments: it is neither a button nor says how many there are, as
/// stands beside many a teaser.
fn is_head(draft: &Draft) -> bool {
    draft.link_density() < 0.5 && !draft.text.contains(|c: char| c.is_numeric())
}

/// The phrases by their first word, with the position of their rule, in the order of the rules.
static PHRASES: LazyLock<FxHashMap<&'static str, Vec<(usize, &'static str)>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (rule, phrase) in
        LINES.iter().enumerate().flat_map(|(at, rule)| rule.phrases.iter().map(move |phrase| (at, *phrase)))
    {
        phrases.entry(phrase.split(' ').next().unwrap_or(phrase)).or_default().push((rule, phrase));
    }
    phrases
});

/// What a call to subscribe offers; looked for in every short block.
static OFFERS: LazyLock<AhoCorasick> = LazyLock::new(|| AhoCorasick::new(OFFERED).expect("a short list"));

/// "3 comments" and "comments 3" are "comments".
fn without_count(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_numeric() || c == ' ')
}

fn says(draft: &Draft, line: &str, phrase: &str, cut: Cut) -> bool {
    let starts = line.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let rest_words = draft.words.saturating_sub(phrase.split(' ').count());
    match cut {
        Cut::Section | Cut::Rest => {
            line == phrase || (starts && (draft.is_heading() && rest_words <= 4 && phrase.contains(' ')))
        }
        Cut::Line => line == phrase,
        Cut::LineStart => starts && draft.words <= LONGEST_LINE,
        Cut::LinkLine => starts && draft.link_density() > 0.4,
    }
}

fn end_of(cut: Cut, drafts: &[Draft], at: usize, prose: &[usize], weighed: Weighed) -> usize {
    let after = prose[at + 1] as f32 / prose[0].max(1) as f32;
    match cut {
        Cut::Line | Cut::LineStart | Cut::LinkLine => at + 1,
        Cut::Rest if after <= MOST_REST => drafts.len(),
        Cut::Rest => at + 1,
        Cut::Section if opens(&drafts[at]) => at + 1,
        Cut::Section => section_end(drafts, at, after <= LATE, weighed),
    }
}

/// Where the teasers after a marker end: at the next paragraph that is long, hardly linked and not cut off with dots, or at
/// the heading right above it; at a shorter one where the weighing is sure of it and it is not what stands below the title of
/// a teaser. Where no such paragraph comes they go to the end, if the marker stands late: an article may be written in short
/// paragraphs throughout.
fn section_end(drafts: &[Draft], at: usize, late: bool, weighed: Weighed) -> usize {
    let is_title = |d: &Draft| d.is_heading() || d.link_density() > 0.5;
    let least = |j: usize| {
        let is_sure = weighed.is_sure_of(&drafts[j]) && (j == at + 1 || !is_title(&drafts[j - 1]));
        if is_sure { LEAST_SURE } else { LEAST_PARAGRAPH }
    };
    let substantial = |j: usize| {
        let draft = &drafts[j];
        draft.is_prose() && draft.words >= least(j) && draft.link_density() < 0.3 && !draft.text.ends_with('…')
    };
    // A sentence that leads over to a list is the author's, however short.
    let leads_over = |j: usize| {
        let (draft, next) = (&drafts[j], drafts.get(j + 1));
        draft.is_prose() && draft.linked == 0 && draft.text.ends_with(':') && next.is_some_and(is_unlinked_item)
    };
    let Some(next) = (at + 1..drafts.len()).find(|&j| substantial(j) || leads_over(j)) else {
        return if late { drafts.len() } else { at + 1 };
    };
    if next > at + 1 && drafts[next - 1].is_heading() && drafts[next - 1].link_density() < 0.5 {
        next - 1
    } else {
        next
    }
}

fn is_unlinked_item(draft: &Draft) -> bool {
    draft.kind == BlockKind::ListItem && draft.link_density() < 0.3
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use super::*;

    fn run(html: &str) -> (Vec<String>, Vec<&'static str>) {
        let document = Document::parse(html);
        let dom = document.dom();
        let mut cuttings = Vec::new();
        let kept = cut(blocks(&dom), Weighed::default(), &mut cuttings);
        (kept.into_iter().map(|d| d.text).collect(), cuttings.iter().map(|c| c.rule()).collect())
    }

    /// A paragraph of running text, thirty words long.
    fn prose(name: &str) -> String {
        format!(
            "<p>{name} said that the river commission would meet again in the spring to settle how much water each of \
            the four provinces may draw before the barrages close for their yearly repairs.</p>"
        )
    }

    #[test]
    fn teasers_end_where_a_sentence_leads_over_to_a_list() {
        let list = "<p>Package tours are good for both sides of the counter:</p><ul><li>They fill the seats</ul>";
        let html = format!("{}<p>Read more</p><p>It was a dry year.</p>{list}{}", prose("He"), prose("She"));
        let (kept, rules) = run(&html);
        assert_eq!((kept.len(), rules), (4, vec!["text.related", "text.related"]));
    }

    #[test]
    fn teasers_end_at_a_shorter_paragraph_where_the_weighing_is_sure() {
        let short = "<p>The ministry has not said who is to pay for the third of the locks.</p>";
        let document =
            Document::parse(&format!("{}<p>Read more</p><p>It was a dry year.</p>{short}", prose("He").repeat(2)));
        let drafts = blocks(&document.dom());
        let kept = |score: f32| {
            let scores = vec![score; drafts.len()];
            cut(drafts.clone(), Weighed::new(&drafts, &scores), &mut Vec::new()).len()
        };
        assert_eq!((kept(0.9), kept(0.5)), (3, 2));
    }

    #[test]
    fn a_link_that_opens_more_of_the_text_is_no_marker() {
        let read_more = |tag: &str| {
            run(&format!(
                "{}<{tag}><a href=#x>Read more</a></{tag}><p>It was a dry year.</p>{}",
                prose("He"),
                prose("She")
            ))
        };
        let (kept, rules) = read_more("p");
        assert_eq!((kept.len(), rules), (3, vec!["text.related"]));
        let (kept, rules) = read_more("h3");
        assert_eq!((kept.len(), rules), (2, vec!["text.related", "text.related"]));
    }

    #[test]
    fn every_line_rule_fires_by_name() {
        let story = prose("Ada").repeat(6);
        for (id, line) in [
            ("text.check-also", "<p>Check Also</p>"),
            ("text.author", "<p><b>About the author</b>: Ann Roe writes about dams.</p>"),
            ("text.comments", "<h3>Leave a Reply</h3>"),
            ("text.related", "<h3>Mehr zum Thema</h3>"),
            ("text.share", "<p>Share this article</p>"),
            ("text.newsletter", "<p>Subscribe to our newsletter!</p>"),
            ("text.newsletter-sentence", "<p>Follow us on every channel you like</p>"),
            (
                "text.call",
                "<p>Want more on canals? Sign up for our newsletter, The Lock, and be the first to know.</p>",
            ),
            ("text.read-also-line", "<p>Read also: <a href=x>The dam that never was, and the town below</a></p>"),
        ] {
            assert_eq!(run(&format!("{story}{line}")).1, [id], "{line}");
        }
        assert_eq!(LINES.len() + 1, 9, "a rule was added without a line in the test above");
    }

    #[test]
    fn advice_to_subscribe_to_others_is_text() {
        for text in [
            "Subscribe to the newsletters of the airlines that you fly with, and you hear of their sales first.",
            "Our newsletter has told the story of the canal since it was dug, week after week.",
            "The ministry asked its readers to subscribe to our newsletter in every letter that it wrote.",
        ] {
            assert_eq!(run(&format!("{}<p>{text}</p>", prose("Ada"))).0.len(), 2, "{text}");
        }
    }

    #[test]
    fn comments_are_cut_to_the_end() {
        let (kept, fired) = run(&format!(
            "{}<p>3 Comments</p><p>First!</p><p>I do not agree with this at all.</p>",
            prose("Ada").repeat(3)
        ));
        assert_eq!(kept.len(), 3);
        assert_eq!(fired.len(), 3);
    }

    #[test]
    fn teasers_between_paragraphs_end_where_the_article_goes_on() {
        let (kept, _) = run(&format!(
            "{}<h3>Related articles</h3><p><a href=x>How the dam broke</a></p><h2>What comes next</h2>{}",
            prose("Ada"),
            prose("Bo").repeat(3)
        ));
        assert_eq!(kept.len(), 5);
        assert_eq!(kept[1], "What comes next");
    }

    #[test]
    fn a_comments_link_above_the_article_takes_only_itself() {
        let (kept, fired) = run(&format!("<p>12 comments</p>{}", prose("Ada").repeat(2)));
        assert_eq!((kept.len(), fired), (2, vec!["text.comments"]));
    }
}
