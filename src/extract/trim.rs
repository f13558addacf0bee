//! The last look at the content: what its edges and its lone links hold that is no text of the article.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::blocks::Draft;
use super::dom::{Dom, NodeId};
use super::text;
use super::trace::Cutting;
use super::weighed::Weighed;
use crate::article::BlockKind;

/// Above this share of links a block is a link, not text.
const LINK: f32 = 0.8;

/// No more than this share of the running text stands above the title: a strip of weather, a word on cookies.
const ABOVE_SHARE: f32 = 0.1;

/// What is known of the article before its text is.
pub(crate) struct Known<'k> {
    pub(crate) title: Option<&'k str>,
    /// The authors' names.
    pub(crate) authors: Vec<String>,
    pub(crate) weighed: Weighed<'k>,
    /// Where links begin that open the text under them, in order.
    pub(crate) questions: Vec<NodeId>,
    /// Where items and rows begin that follow right after one of the same list or table, in order.
    pub(crate) items: Vec<NodeId>,
}

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

/// Where links begin that are questions and open the answer under them, in the same element: folds of questions and answers.
pub(crate) fn questions(dom: &Dom, drafts: &[Draft]) -> Vec<NodeId> {
    let asks = |draft: &Draft| draft.link_density() > LINK && draft.text.ends_with(['?', '؟', '？']);
    let answers = |question: &Draft, next: &Draft| next.is_prose() && dom.subtree(question.node).contains(&next.node);
    let pairs = drafts.windows(2).filter(|pair| asks(&pair[0]) && answers(&pair[0], &pair[1]));
    pairs.map(|pair| pair[0].start).collect()
}

/// Where items of lists and rows of tables begin that follow right after one of the same, each a block of its own.
pub(crate) fn items(dom: &Dom, drafts: &[Draft]) -> Vec<NodeId> {
    let is_item = |draft: &Draft| dom.is(draft.node, &["li", "dt", "dd", "tr"]);
    let follows = |pair: &&[Draft]| {
        is_item(&pair[0])
            && is_item(&pair[1])
            && pair[0].node != pair[1].node
            && dom.parent(pair[0].node) == dom.parent(pair[1].node)
    };
    drafts.windows(2).filter(follows).map(|pair| pair[1].start).collect()
}

/// On a list of cards a heading that is a link names another page, and opens no part of this one.
pub(crate) fn unmark_cards(drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.is_heading() && d.link_density() > LINK) {
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
    let is_link = |draft: &&Draft| {
        draft.kind == BlockKind::Paragraph && draft.link_density() > LINK && !draft.text.starts_with("http")
    };
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
    fn links(&mut self, drafts: &[Draft], Known { weighed, questions, .. }: &Known) {
        let headings =
            LazyCell::new(|| weighed.headings().map(unnumbered).filter(|h| !h.is_empty()).collect::<HashSet<_>>());
        let says_heading = |draft: &Draft| headings.contains(&unnumbered(draft));
        let last_links = last_links(drafts);
        let mut listed = 0..0;
        for (at, draft) in drafts.iter().enumerate() {
            if at > 0 && !listed.contains(&at) && drafts[at - 1].announces() && self.0[at - 1].is_none() {
                listed = at..end_of_list(drafts, at);
            }
            let is_link = draft.link_density() > LINK && !draft.is_heading() && self.0[at].is_none();
            // Bars between links make a menu of them.
            let is_sure = || at < last_links && weighed.is_sure_of(draft) && !draft.text.contains(" | ");
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
    /// be a standfirst and stay.
    fn above(&mut self, drafts: &[Draft], weighed: Weighed) {
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
    }

    /// Among the last blocks, those that begin with an author's name.
    fn biography(&mut self, drafts: &[Draft], authors: &[String]) {
        const LAST: usize = 3;
        const LONGEST: usize = 80;
        for at in (0..drafts.len()).rev().filter(|&at| self.0[at].is_none()).take(LAST).collect::<Vec<_>>() {
            let line = text::folded(&drafts[at].text);
            let about = |name: &String| line.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(' '));
            if at > 0 && drafts[at].words <= LONGEST && authors.iter().any(about) {
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

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use super::*;

    fn run(html: &str) -> (Vec<(BlockKind, String)>, Vec<&'static str>) {
        run_weighed(html, 0.0)
    }

    /// With the same score for all blocks.
    fn run_weighed(html: &str, score: f32) -> (Vec<(BlockKind, String)>, Vec<&'static str>) {
        let document = Document::parse(html);
        let drafts = blocks(&document.dom());
        let scores = vec![score; drafts.len()];
        let weighed = Weighed::new(&drafts, &scores);
        let mut cuttings = Vec::new();
        let known = Known {
            title: Some("The canal reopens"),
            authors: vec!["ann roe".to_owned()],
            weighed,
            questions: questions(&document.dom(), &drafts),
            items: items(&document.dom(), &drafts),
        };
        let kept = trim(drafts.clone(), &known, &mut cuttings);
        (kept.into_iter().map(|d| (d.kind, d.text)).collect(), cuttings.iter().map(Cutting::rule).collect())
    }

    const STORY: &str = "<p>The river commission said on Monday that each of the four provinces may draw less water until \
                         the barrages have been repaired, which will take until the spring.</p>";

    #[test]
    fn every_edge_rule_fires_by_name() {
        for (id, html) in [
            ("edge.title", format!("<h1>The Canal reopens</h1>{STORY}")),
            ("edge.title", format!("<p>The Canal reopens by Ann Roe 12 October 2019</p>{STORY}")),
            ("edge.above", format!("<p>3 May 2024</p>{STORY}")),
            ("edge.links", format!("{STORY}<p><a href=x>The last toll house</a></p>{STORY}")),
            ("edge.hollow-heading", format!("{STORY}<h2>Downloads</h2>")),
            ("edge.biography", format!("{STORY}<p>Ann Roe writes about rivers.</p>")),
        ] {
            assert_eq!(run(&html).1, [id], "{html}");
        }
    }

    #[test]
    fn lines_of_links_are_text_where_the_weighing_is_sure() {
        let list = "<ul><li><a href=x>Head lamp and batteries</a><li><a href=#p>1.2 Who pays</a></ul>";
        let html = format!("{STORY}{list}<h2>Who pays</h2>{STORY}");
        let (kept, rules) = run_weighed(&html, 0.9);
        assert_eq!((kept.len(), rules), (4, vec!["edge.links"]));
        assert_eq!(kept[1].1, "Head lamp and batteries");
        assert_eq!(run_weighed(&html, 0.6).1, ["edge.links", "edge.links"]);
    }

    #[test]
    fn a_list_of_links_that_a_sentence_announces_is_text() {
        let list = "<ul><li><a href=x>The upper lock</a><li><a href=y>Who pays</a></ul>";
        let line = "<p>Four of the locks were closed in the spring, among them:</p>";
        let (kept, rules) = run(&format!("{STORY}{line}{list}<h2>Who pays</h2>{STORY}"));
        assert_eq!((kept.len(), rules), (5, vec!["edge.links"]));
        assert_eq!(kept[2].1, "The upper lock");
        assert_eq!(run(&format!("{STORY}{line}{list}")).1, ["edge.links"; 2]);
        assert_eq!(run(&format!("{STORY}{list}{STORY}")).1, ["edge.links"; 2]);
    }

    #[test]
    fn an_item_of_links_between_others_is_one_of_theirs() {
        let link = "<a href=x>The upper lock</a>";
        let list =
            |items: [&str; 4]| format!("{STORY}<ul>{}</ul>{STORY}", items.map(|item| format!("<li>{item}")).concat());
        let (kept, rules) = run(&list([link, "It was dug by hand", link, "It was never dug"]));
        assert_eq!((kept.len(), rules), (5, vec!["edge.links"]));
        assert_eq!(kept[2].1, "The upper lock");
        assert_eq!(run(&list([link, link, "It was dug by hand", link])).1, ["edge.links"; 3]);
        let posts = format!("<div>{link}</div><p>It was dug by hand");
        assert_eq!(run(&list([&posts, &posts, &posts, &posts])).1, ["edge.links"; 4]);
        let rows = format!("{STORY}<table><tr><td>Lock<td>Tolls<tr><td>{link}<td>4<tr><td>Lower<td>5</table>{STORY}");
        assert_eq!(run(&rows).0.len(), 5);
    }

    #[test]
    fn a_link_that_opens_its_answer_is_a_question() {
        let fold = |question: &str| format!("<li><a href=#a>{question}</a><div id=a>{STORY}</div></li>");
        let html = format!("{STORY}<ul>{}{}</ul>", fold("Who pays for the repairs?"), fold("The last toll house"));
        let (kept, rules) = run(&html);
        assert_eq!((kept.len(), rules), (4, vec!["edge.links"]));
        assert_eq!(kept[1].1, "Who pays for the repairs?");
    }

    #[test]
    fn a_short_line_above_the_text_is_text_where_the_weighing_is_sure_and_it_is_no_date() {
        let html = format!("<p>VERRIN, THURSDAY</p><p>Verrin, 3 May 2024</p><p>It is 2024!</p>{STORY}");
        let (kept, rules) = run_weighed(&html, 0.9);
        assert_eq!((kept.len(), rules), (3, vec!["edge.above"]));
    }

    #[test]
    fn a_sentence_at_the_end_is_no_heading_over_nothing() {
        let last = "Tell us in a letter which of the locks you would have closed first!";
        let (kept, rules) = run(&format!("{STORY}<h3>{last}</h3><h2>You will also love</h2>"));
        assert_eq!((kept.len(), rules), (2, vec!["edge.hollow-heading"]));
        assert_eq!(kept[1], (BlockKind::Paragraph, last.to_owned()));
        assert_eq!(
            run(&format!("{STORY}<h3>Tell us in a letter which of the locks you would have closed:</h3>")).0.len(),
            1
        );
    }

    #[test]
    fn what_stands_above_the_title_goes_with_it() {
        let strip = "<p>High water at 06:14, and wind from the west.</p>";
        let (kept, rules) = run(&format!("{strip}<h2>The canal reopens</h2>{}", STORY.repeat(4)));
        assert_eq!((kept.len(), rules), (4, vec!["edge.above", "edge.title"]));
    }

    #[test]
    fn text_between_the_title_and_its_repetition_stays() {
        let title = "<h1>The canal reopens</h1>";
        let lead = "<p>It took four years and three ministers, and it cost twice what was said.</p>";
        let (kept, rules) = run(&format!("{title}<p>3 May</p>{lead}<h2>The canal reopens</h2>{}", STORY.repeat(8)));
        assert_eq!((kept.len(), rules), (9, vec!["edge.above", "edge.above", "edge.title"]));
    }

    #[test]
    fn a_standfirst_is_no_heading() {
        let (kept, _) =
            run(&format!("<h2>Five members want the gates left open until the summer.</h2><h3>Why now?</h3>{STORY}"));
        let kinds: Vec<_> = kept.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Heading(3), BlockKind::Paragraph]);
    }

    #[test]
    fn on_a_list_of_cards_links_are_the_text() {
        let card = "<h3><a href=x>Copper kettle, two litres</a></h3><p>39 crowns</p>";
        assert_eq!(run(&card.repeat(4)).0.len(), 8);
    }
}
