use super::*;
use crate::extract::blocks::blocks;
use crate::extract::dom::Document;

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
    let authors = Authors::of(&["ann roe"]);
    let known = Known::new(&document.dom(), &drafts, Some("The canal reopens"), authors, weighed);
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
fn a_link_in_capitals_amid_the_text_is_a_headline() {
    let line = |text: &str, href: &str| format!("{STORY}<p><a href='{href}'>{text}</a></p>{STORY}");
    let rules = |text: &str, href: &str| run_weighed(&line(text, href), 0.9).1;
    let title = "THE LAST €4m TOLL HOUSE OF THE NORTH";
    assert_eq!(rules(title, "/toll"), ["edge.links"]);
    assert_eq!(rules(title, "/toll.PDF?v=2"), [""; 0]);
    assert_eq!(rules(title, "#toll"), [""; 0]);
    for other in [
        "The last toll house of the North",
        "TOLL HOUSE",
        "OECD 关于粮食补贴政策 的 报告 摘要",
        "تقرير OECD حول إدارة المياه",
    ] {
        assert_eq!(rules(other, "/toll"), [""; 0], "{other}");
    }
}

#[test]
fn a_byline_with_a_date_goes_above_the_text_and_below_a_standfirst() {
    let rules = |html: &str| run_weighed(html, 0.9).1;
    for line in [
        "by Ann Roe Monday, May 4, 2026",
        "04/05/2026 - Publicado por: Ann Roe - Categoria: Água e canais - Tags: canal",
    ] {
        assert_eq!(rules(&format!("<p>{line}</p>{STORY}")), ["edge.above"], "{line}");
        assert_eq!(rules(&format!("{STORY}<h3>{line}</h3>{STORY}")), ["edge.above"], "{line}");
        let text = STORY.repeat(4);
        assert_eq!(rules(&format!("{text}<p>{line}</p>{text}")), [""; 0], "{line}");
    }
    for line in [
        "By 2030, a continent of cities and 12 canals",
        "Von 1990 bis 2024: Die Kanäle",
        "Da Roma a Milano, 2026",
        "By-election 1974: 12 seats",
        "Par la loi du 3 juillet 1901",
    ] {
        assert_eq!(rules(&format!("<h2>{line}</h2>{STORY}")), [""; 0], "{line}");
    }
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

#[test]
fn what_stands_below_the_name_of_an_author_at_the_end_is_about_them() {
    let note = "<p>Ann joined the Courier when the barrages were closed. She sings in a choir.</p>";
    for head in ["<h4>Ann Roe</h4>", "<p>Written by Uwe Ried</p>"] {
        assert_eq!(run(&format!("{STORY}{head}{note}")).1, ["edge.biography"; 2], "{head}");
        assert_eq!(run(&format!("{STORY}{head}{note}{}", STORY.repeat(3))).0.len(), 6, "{head}");
    }
    assert_eq!(run(&format!("{STORY}<h4>The upper lock</h4>{note}")).0.len(), 3);
}
