//! Parts of a page that look alike: cards of other articles, a linked title in each, and comments, each with a link to answer.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::rows::{Row, names_one};
use super::{LEAST_PROSE, Text, Words};
use crate::article::BlockKind;
use crate::extract::blocks::{Draft, sums};
use crate::extract::dom::NodeId;
use crate::extract::lines::classify::plain_wordings;
use crate::extract::lines::rules;
use crate::extract::text;

/// So many cards are a list of them, and so many comments a thread.
const LEAST_CARDS: usize = 3;
const LEAST_COMMENTS: usize = 2;

/// A linked title has so many words, and an excerpt no more than these.
const TITLE: std::ops::RangeInclusive<usize> = 3..=25;
const LONGEST_EXCERPT: usize = 45;

/// No card holds more words, and no comment.
const LONGEST_CARD: usize = 80;
const LONGEST_COMMENT: usize = 150;

/// Of the running text no more than this share is taken for cards, and for comments.
const MOST_CARDS: f32 = 0.25;
const MOST_COMMENTS: f32 = 0.5;

/// Lists of cards, each a linked title, most with a date or an excerpt, with the label above them.
pub(super) fn teasers(text: &Text) -> Vec<usize> {
    let titles: Vec<usize> = (0..text.drafts.len()).filter(|&at| is_title(text, at)).collect();
    let mut found = Vec::new();
    for (list, cards) in lists(text, &titles) {
        let inside = text.within(list);
        let outside = inside.len() - cards.iter().map(Range::len).sum::<usize>();
        let has_more = cards.iter().filter(|card| card.len() > 1 || is_dated(&text.drafts[card.start])).count();
        let is_list = cards.len() >= LEAST_CARDS
            && 2 * has_more > cards.len()
            && (outside == 0 || outside == 1 && text.is_label(inside.start))
            && cards.iter().all(|card| is_card(text, card))
            && text.is_nameless(inside.clone(), list)
            && !(inside.start > 0 && text.drafts[inside.start - 1].announces())
            && is_share(text, &inside, MOST_CARDS);
        if is_list {
            found.extend(with_label(text, list));
        }
    }
    found
}

/// A label, a linked title and at most an excerpt in one small box between paragraphs.
pub(super) fn teaser(text: &Text) -> Vec<usize> {
    const LONGEST_MARK: usize = 6;
    const LARGEST: usize = 3;
    let box_of = |at: usize| {
        let node = text.drafts[at].node;
        let boxed = std::iter::once(node).chain(text.dom.ancestors(node)).find(|&node| text.within(node).len() > 1)?;
        let inside = text.within(boxed);
        let is_box = inside.len() <= LARGEST
            && inside.start + 1 == at
            && text.drafts[inside.start].linked == 0
            && text.drafts[inside.start].words <= LONGEST_MARK
            && text.is_label(inside.start)
            && !text.drafts[inside.start].text.contains(char::is_numeric)
            && (at + 1..inside.end).all(|at| is_excerpt(&text.drafts[at]))
            && text.is_nameless(inside.clone(), boxed);
        is_box.then_some(inside)
    };
    let titles = (0..text.drafts.len()).filter(|&at| is_title(text, at) && text.before[at] >= LEAST_PROSE);
    titles.filter_map(box_of).flatten().collect()
}

/// Lines between paragraphs that are a label with a colon and the linked title of another article. Sources and addresses look
/// alike, so the label has to speak of reading, of interest or of an archive.
pub(super) fn line(text: &Text) -> Vec<usize> {
    static READING: Words = Words::new(|| plain_wordings(rules::READING));
    const LONGEST_MARK: usize = 6;
    let is_one = |row: &Row| {
        row.links.len() == 1
            && row.label.ends_with([':', '：'])
            && text::words(&row.label) <= LONGEST_MARK
            && names_one(&row.label, &READING)
            && TITLE.contains(&text::words(&row.links[0]))
            && !row.links[0].contains("://")
    };
    let is_amid = |at: usize| text.before[at] >= LEAST_PROSE && text.before[at] < text.all();
    let is_line = |at: &usize| {
        let draft = &text.drafts[*at];
        is_amid(*at) && draft.kind == BlockKind::Paragraph && Row::of(text.dom, draft).is_some_and(|row| is_one(&row))
    };
    text.kept().filter(is_line).collect()
}

/// Comments behind the text: each has a date and a text, and ends with the same link.
pub(super) fn comments(text: &Text) -> Vec<usize> {
    const LONGEST_LINK: usize = 5;
    /// More links that come again are not looked at.
    const MOST_LINKS: usize = 8;
    let mut answers: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, draft) in text.drafts.iter().enumerate().filter(|(_, d)| d.is_link() && d.words <= LONGEST_LINK) {
        if text.before[at] >= LEAST_PROSE {
            answers.entry(&draft.text).or_default().push(at);
        }
    }
    let mut answers: Vec<Vec<usize>> =
        answers.into_values().filter(|answers| answers.len() >= LEAST_COMMENTS).collect();
    answers.sort_unstable_by_key(|answers| (std::cmp::Reverse(answers.len()), answers[0]));
    let mut found = Vec::new();
    for answers in answers.iter().take(MOST_LINKS) {
        for (list, comments) in lists(text, answers) {
            let inside = text.within(list);
            let is_thread = comments.len() >= LEAST_COMMENTS
                && comments.iter().any(|comment| has_date(text, comment))
                && comments.iter().all(|comment| is_comment(text, comment))
                && text.is_late(inside.end)
                && comments.iter().all(|comment| text.is_nameless(comment.clone(), list))
                && text.before[comments[0].start] >= LEAST_PROSE
                && is_share(text, &(comments[0].start..inside.end), MOST_COMMENTS);
            if is_thread {
                let head = with_label(text, list).start.max(comments[0].start.saturating_sub(1));
                found.extend(head..comments[comments.len() - 1].end);
            }
        }
    }
    found
}

/// The parts that hold one of some blocks each, by what holds the parts: an element that holds several.
fn lists(text: &Text, blocks: &[usize]) -> BTreeMap<NodeId, Vec<Range<usize>>> {
    let mut lists: BTreeMap<NodeId, Vec<Range<usize>>> = BTreeMap::new();
    if blocks.len() < LEAST_COMMENTS {
        return lists;
    }
    let starts: Vec<NodeId> = blocks.iter().map(|&at| text.drafts[at].start).collect();
    let counts = sums(text.dom, text.drafts, |draft| usize::from(starts.binary_search(&draft.start).is_ok()));
    let is_alone = |node: NodeId| counts[text.dom.end(node)] - counts[node] <= 1;
    for &at in blocks {
        let node = text.drafts[at].node;
        let around = std::iter::once(node).chain(text.dom.ancestors(node));
        if let Some(part) = around.take_while(|&node| is_alone(node)).last() {
            lists.entry(text.dom.parent(part)).or_default().push(text.within(part));
        }
    }
    lists
}

/// The blocks of a list, with the label right above it that opens the same box.
fn with_label(text: &Text, list: NodeId) -> Range<usize> {
    let inside = text.within(list);
    let around = text.within(text.dom.parent(list));
    let is_labelled = around.start + 1 == inside.start && text.is_label(around.start);
    if is_labelled { around.start..inside.end } else { inside }
}

fn is_share(text: &Text, part: &Range<usize>, most: f32) -> bool {
    let inside = text.before[part.end] - text.before[part.start];
    inside as f32 <= most * text.all() as f32 && text.all() - inside >= LEAST_PROSE
}

/// Whether a block is a link to another page, and long enough to name it.
fn is_title(text: &Text, at: usize) -> bool {
    let draft = &text.drafts[at];
    let links =
        || (draft.start..draft.end).flat_map(|node| text.dom.ancestors(node).find(|&node| text.dom.tag(node) == "a"));
    let leads_away =
        || links().next().and_then(|link| text.dom.attr(link, "href")).is_some_and(|to| !to.starts_with('#'));
    let names_page = TITLE.contains(&draft.words) && !draft.text.contains("://");
    names_page && draft.link_density() > 0.5 && leads_away()
}

fn is_excerpt(draft: &Draft) -> bool {
    draft.words <= LONGEST_EXCERPT && draft.link_density() < 0.5
}

/// Whether a line has a number before its link, a date say.
fn is_dated(draft: &Draft) -> bool {
    draft.link_density() < 1.0 && draft.text.starts_with(char::is_numeric)
}

fn is_card(text: &Text, card: &Range<usize>) -> bool {
    const LARGEST: usize = 5;
    let drafts = &text.drafts[card.clone()];
    card.len() <= LARGEST
        && drafts.iter().map(|draft| draft.words).sum::<usize>() <= LONGEST_CARD
        && drafts.iter().all(|draft| draft.words <= LONGEST_EXCERPT)
}

/// Whether a part has a short line with a number; of some dates it is said how long ago they were.
fn has_date(text: &Text, comment: &Range<usize>) -> bool {
    const LONGEST_DATE: usize = 10;
    let is_date = |draft: &Draft| draft.words <= LONGEST_DATE && draft.text.contains(char::is_numeric);
    text.drafts[comment.clone()].iter().any(is_date)
}

fn is_comment(text: &Text, comment: &Range<usize>) -> bool {
    const LEAST_TEXT: usize = 3;
    let drafts = &text.drafts[comment.clone()];
    let is_text = |draft: &Draft| draft.words >= LEAST_TEXT && draft.linked == 0 && !draft.is_heading();
    drafts.iter().map(|draft| draft.words).sum::<usize>() <= LONGEST_COMMENT
        && drafts.iter().any(is_text)
        && !drafts.iter().any(|draft| draft.is_link() && draft.is_heading())
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn lists_of_linked_titles_with_excerpts_go_with_their_label() {
        let card = |title: &str| {
            format!("<div><h3><a href=/{title}>The dam at {title}</a></h3><p>It held for years.</p></div>")
        };
        let list = |cards: &str| format!("<section><h2>Our week</h2><div>{cards}</div></section>");
        let cards: String = ["Ulm", "Linz", "Passau"].iter().map(|title| card(title)).collect();
        assert_eq!(found(teasers, &list(&cards), true).len(), 7);
        assert_eq!(found(teasers, &list(&cards.replace("href=/", "href=#")), true).len(), 0);
        assert_eq!(found(teasers, &list(&cards.replace("<div><h3>", "<div class=answer><h3>")), true).len(), 0);
        assert_eq!(found(teasers, &list(&card("Ulm").repeat(2)), true).len(), 0);
    }

    #[test]
    fn a_box_of_a_label_a_title_and_an_excerpt_goes() {
        let boxed = |label: &str| {
            format!("<div><div>{label}</div><a href=/x><div>The dam at Ulm</div></a><p>It held for years.</p></div>")
        };
        assert_eq!(found(teaser, &boxed("From the vault"), true).len(), 3);
        assert_eq!(found(teaser, &boxed("In May 2021"), true).len(), 0);
    }

    #[test]
    fn a_label_and_a_title_in_one_line_are_a_teaser_where_the_label_says_so() {
        for label in
            ["From our archive:", "İlginizi çekebilir:", "Рекомендуем:", "قد يهمك:", "Meer lezen:", "Le recomendamos:"]
        {
            assert_eq!(
                found(line, &format!("<p><b>{label}</b> <a href=x>The dam at Ulm</a></p>"), true).len(),
                1,
                "{label}"
            );
        }
        for label in ["Source:", "Photo:", "Learn more:", "Read the report of 2021 on"] {
            assert_eq!(found(line, &format!("<p>{label} <a href=x>The dam at Ulm</a></p>"), true).len(), 0, "{label}");
        }
    }

    #[test]
    fn comments_are_known_by_the_link_to_answer_that_comes_again() {
        let comment = |who: &str, link: &str| {
            format!(
                "<div><div><span>{who}</span> <span>3 May 2021</span></div><div>Who pays for it?</div><a href=#r>{link}</a></div>"
            )
        };
        let thread = |first: &str, second: &str| {
            format!("<div><h4>2 voices</h4>{}{}</div>", comment("Ann", first), comment("Bob", second))
        };
        assert_eq!(found(comments, &thread("Reply", "Reply"), false).len(), 7);
        assert_eq!(found(comments, &thread("Reply", "Report"), false).len(), 0);
        // Text goes on after them.
        assert_eq!(found(comments, &thread("Reply", "Reply"), true).len(), 0);
    }
}
