//! The shipped pages against what a right reading of each yields, in `tests/corpus/`.
//!
//! `PRESSMARK_SHOW=1 cargo test corpus -- --nocapture` prints every difference of facts instead of the first.

use crate::command::{Desk, files, shipped};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

fn expected() -> Vec<(String, Value)> {
    let folder = shipped("tests/corpus");
    let read = |path: &Path| serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON");
    let name = |path: &Path| {
        let below = path.strip_prefix(&folder).expect("below the folder").to_string_lossy().replace('\\', "/");
        format!("corpus/{}", below.trim_end_matches(".json"))
    };
    files(&folder).iter().map(|path| (name(path), read(path))).collect()
}

fn extracted() -> BTreeMap<String, Value> {
    let desk = Desk::with_corpus();
    let ran = desk.expect(0, &["extract", "--format", "json", "corpus"]);
    ran.lines().into_iter().map(|l| (l["path"].as_str().expect("a path").replace('\\', "/"), l)).collect()
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().map(|l| l.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

#[test]
fn every_page_is_read_and_none_beside() {
    let got = extracted();
    let expected = expected();
    assert!(expected.len() >= 30, "the corpus has shrunk to {}", expected.len());
    assert_eq!(
        got.keys().cloned().collect::<Vec<_>>(),
        expected.into_iter().map(|(p, _)| p).collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    );
}

#[test]
fn bodies_hold_the_article_and_no_boilerplate() {
    let got = extracted();
    let mut wrong = Vec::new();
    for (path, truth) in expected() {
        let body = got[&path]["body"].as_str().unwrap_or_default();
        wrong.extend(list(&truth["with"]).iter().filter(|s| !body.contains(**s)).map(|s| format!("{path}: lost {s}")));
        wrong
            .extend(list(&truth["without"]).iter().filter(|s| body.contains(**s)).map(|s| format!("{path}: kept {s}")));
        if got[&path]["headings"] != truth["headings"] {
            wrong.push(format!("{path}: headings {} instead of {}", got[&path]["headings"], truth["headings"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn facts_are_right() {
    let got = extracted();
    let mut wrong = Vec::new();
    for (path, truth) in expected() {
        for key in ["title", "authors", "sections", "tags", "lang", "site", "url", "kind"] {
            if got[&path][key] != truth[key] {
                wrong.push(format!("{path}: {key} {} instead of {}", got[&path][key], truth[key]));
            }
        }
        for key in ["date", "modified"] {
            let day = got[&path][key].as_str().map(|d| &d[..10]);
            if day != truth[key].as_str() {
                wrong.push(format!("{path}: {key} {day:?} instead of {}", truth[key]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} facts are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_fact_has_a_source() {
    for (path, page) in extracted() {
        for key in ["title", "date", "modified", "sections", "authors", "lang"] {
            let there = !page[key].is_null() && page[key] != Value::Array(vec![]);
            assert_eq!(there, page["sources"][key].is_string(), "{path}: {key}");
        }
    }
}
