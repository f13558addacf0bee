//! `extract --explain`: what became of each block of a page.

use crate::command::Desk;

const PAGE: &str = "<title>The canal reopens</title><nav>Home and abroad</nav><h1>The canal reopens</h1><p>The canal at Verrin reopened \
    on Monday after a winter of repairs, and the first barges went through before noon, as the council had promised.</p>\
    <div class='share-buttons'>Mail this \u{202e}page</div><p>Nobody on the council had foreseen what the repairs would cost, and the \
    mayor asked for patience until the books are closed in the spring of next year.</p><h3>Leave a Reply</h3>";

#[test]
fn blocks_come_in_order_with_what_became_of_them() {
    let desk = Desk::new();
    desk.write("canal.html", PAGE);
    let out = desk.expect(0, &["extract", "--explain", "canal.html"]).stdout;
    let places: Vec<usize> = ["Home and abroad", "The canal at", "Mail this", "Nobody on", "Leave a Reply"]
        .iter()
        .map(|text| out.rfind(text).unwrap_or_else(|| panic!("{text} is not in:\n{out}")))
        .collect();
    assert!(places.is_sorted(), "{out}");
    assert!(out.contains("kind: article") && out.contains("share: Buttons to share"), "{out}");
    assert!(out.contains("Mail this page") && !out.contains('\u{1b}'), "{out}");
}

#[test]
fn the_line_of_an_article_carries_its_trace() {
    let desk = Desk::new();
    desk.write("canal.html", PAGE).write("note.txt", "The toll\n\nIt is to fall.\n\nLeave a Reply");
    let lines = desk.expect(0, &["extract", "--explain", "--format", "json", "canal.html", "note.txt"]).lines();
    let blocks = lines[0]["explain"]["blocks"].as_array().expect("blocks");
    let kept: Vec<&str> =
        blocks.iter().filter(|b| b["fate"] == "kept").map(|b| b["text"].as_str().expect("a text")).collect();
    assert_eq!(lines[0]["body"], kept.join("\n\n"));
    let first = blocks.iter().find(|b| b["fate"] == "kept").expect("a kept block");
    assert!(first["as"] == "paragraph" && first["score"].as_f64().is_some_and(|score| score > 0.5), "{first}");
    let share = blocks.iter().find(|b| b["rule"] == "share").expect("the share bar");
    assert!(share["fate"] == "dropped" && share["place"] == "div.share-buttons" && share["why"].is_string(), "{share}");
    let fates: Vec<_> = lines[1]["explain"]["blocks"].as_array().expect("blocks").iter().map(|b| &b["fate"]).collect();
    assert_eq!(fates, ["kept", "dropped"]);
    desk.write("lines.jsonl", lines[0].to_string());
    assert!(desk.expect(0, &["index", "--articles", "lines.jsonl"]).stderr.contains("added 1"));
}
