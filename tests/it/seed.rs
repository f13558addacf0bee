//! The user's own sample article, as text and as the page that such a site serves.

use crate::command::{Desk, shared};
use serde_json::Value;

fn truth() -> Option<(Value, std::path::PathBuf)> {
    let folder = shared("seed")?;
    let truth = std::fs::read_to_string(folder.join("truth.json")).expect("truth.json");
    Some((serde_json::from_str(&truth).expect("JSON"), folder))
}

fn check(page: &Value, truth: &Value) {
    assert_eq!(page["title"], truth["title"]);
    assert_eq!(page["headings"], truth["headings"]);
    assert_eq!(page["body"], truth["body"]);
    for text in truth["without"].as_array().expect("a list") {
        assert!(!page["body"].as_str().unwrap_or("").contains(text.as_str().unwrap_or("?")), "{text} is in the body");
    }
}

#[test]
fn the_text_comes_out_exactly() {
    let Some((truth, folder)) = truth() else { return };
    let ran =
        Desk::new().expect(0, &["extract", "--format", "json", folder.join("article.txt").to_str().expect("a path")]);
    check(&ran.lines()[0], &truth);
    assert_eq!(ran.lines()[0]["lang"], "en");
}

#[test]
fn the_page_comes_out_exactly() {
    let Some((truth, folder)) = truth() else { return };
    let ran =
        Desk::new().expect(0, &["extract", "--format", "json", folder.join("jannah.html").to_str().expect("a path")]);
    let page = &ran.lines()[0];
    check(page, &truth);
    assert_eq!(page["sections"], truth["section"]["jannah"]);
    assert_eq!(page["date"].as_str().map(|d| &d[..10]), truth["date"]["jannah"].as_str());
    assert_eq!(page["authors"], serde_json::json!(["Jane Example"]));
    assert_eq!(page["site"], "Policy Example");
}

#[test]
fn explain_names_the_rules_that_took_the_boilerplate() {
    let Some((_, folder)) = truth() else { return };
    let page = folder.join("jannah.html");
    let ran = Desk::new().expect(0, &["extract", "--explain", page.to_str().expect("a path")]);
    for rule in ["wp.check-also", "comments", "share", "author-box"] {
        assert!(ran.stdout.contains(rule), "{rule} is not in:\n{}", ran.stdout);
    }
    assert!(ran.stdout.contains("words  div#check-also-box.container-wrapper.check-also-right"));
}
