//! The ratchet: measured quality, of extraction and of ranking, must not slide. It needs the benchmarks beside the project and skips without them.
//!
//! The baseline is `tests/baseline.json`; `PRESSMARK_BASELINE=write cargo test --release benchmark` raises it after a
//! gain, and the change then shows in the diff.

use crate::command::{Desk, shared, shipped};
use serde_json::{Value, json};
use std::process::Command;

#[path = "../../benches/ranking/known.rs"]
mod known;

/// How far a score may fall before it counts as sliding: the scores have four decimals.
const SLACK: f64 = 0.0005;

/// The overall scores of a set, by the set's own scorer, and the articles.
fn extraction(set: &str) -> Option<(Value, String)> {
    let (folder, scorer) = (shared(&format!("extraction/{set}"))?, shared("extraction/score.py")?);
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("SKIPPED: the scorer needs python3");
        return None;
    }
    let desk = Desk::new();
    let ran = desk.run(&["extract", "--format", "json", folder.join("html").to_str().expect("a path")]);
    assert!(ran.code == 0 || ran.code == 3, "{}", ran.stderr);
    desk.write("out.jsonl", &ran.stdout);
    let output =
        Command::new("python3").arg(scorer).arg(&folder).arg(desk.path("out.jsonl")).output().expect("the scorer runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let scores = table(&String::from_utf8_lossy(&output.stdout), if set == "wcxb-dev" { "article" } else { "all" });
    Some((scores, ran.stdout))
}

/// How many of the pages of wcxb-dev are called what they are, and how many articles something else.
fn kinds(lines: &str) -> Option<Value> {
    let folder = shared("extraction/wcxb-dev")?;
    let desk = Desk::new();
    desk.write("out.jsonl", lines);
    let script = shipped("benches/extraction/kinds.py");
    let output = Command::new("python3").arg(script).arg(&folder).arg(desk.path("out.jsonl")).output().ok()?;
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    let share = |after: &str| -> Option<f64> {
        let rest = &table[table.rfind(after)?..];
        rest.split_once(" = ")?.1.split(|c: char| !c.is_ascii_digit() && c != '.').next()?.parse().ok()
    };
    Some(json!({ "right": share("right ").expect("a share"), "otherwise": share("otherwise ").expect("a share") }))
}

/// A row of the scorer's table by its columns; columns are eleven characters wide.
fn table(text: &str, row: &str) -> Value {
    let lines: Vec<&str> = text.lines().collect();
    let cells = |line: &str| -> Vec<String> {
        let chars: Vec<char> = line.chars().skip(14).collect();
        chars.chunks(11).map(|c| c.iter().collect::<String>().trim().to_owned()).collect()
    };
    let values = cells(lines.iter().find(|l| l.starts_with(row)).expect("the row"));
    let pairs = cells(lines[1])
        .into_iter()
        .zip(values)
        .filter_map(|(name, value)| Some((name, json!(value.parse::<f64>().ok()?))));
    Value::Object(pairs.collect())
}

/// nDCG@10 of a relevance collection, through the product's own commands and the collection's own scorer.
fn ranking(set: &str) -> Option<Value> {
    let (folder, scorer) = (shared(&format!("relevance/{set}"))?, shared("relevance/evaluate.py")?);
    let lines = |name: &str| -> Vec<Value> {
        let text = std::fs::read_to_string(folder.join(name)).expect("a readable collection");
        text.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect()
    };
    let desk = Desk::new();
    let article = |doc: &Value| json!({ "path": doc["id"], "title": doc["title"], "body": doc["text"] }).to_string();
    desk.write("articles.jsonl", lines("docs.jsonl").iter().map(article).collect::<Vec<_>>().join("\n"));
    let queries = lines("queries.jsonl");
    let one_line =
        |query: &Value| query["text"].as_str().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
    desk.write("queries.txt", queries.iter().map(one_line).collect::<Vec<_>>().join("\n"));
    desk.expect(0, &["index", "--articles", "articles.jsonl"]);
    let answers = desk.expect(0, &["search", "--batch", "queries.txt", "-n", "100"]).lines();
    let mut run = String::new();
    for (query, answer) in queries.iter().zip(&answers) {
        for (rank, hit) in answer["hits"].as_array().expect("a list of hits").iter().enumerate() {
            let id = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
            run += &format!("{} Q0 {} {rank} {} pressmark\n", id(&query["id"]), id(&hit["path"]), hit["score"]);
        }
    }
    desk.write("run.txt", run);
    let output = Command::new("python3").arg(scorer).arg(&folder).arg(desk.path("run.txt")).output().ok()?;
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    let score = table.lines().last().and_then(|l| l.split('|').nth(2)).and_then(|c| c.trim().parse::<f64>().ok());
    Some(json!({ "nDCG@10": score.expect("a score") }))
}

/// How often the page that a query is about is the first hit: by title, by a sentence of it, by that sentence in quotes.
fn known_items(articles: &str) -> Option<Value> {
    let sets = known::sets(&shared("extraction")?).expect("readable truths");
    let desk = Desk::new();
    desk.write("articles.jsonl", articles);
    desk.expect(0, &["index", "--articles", "articles.jsonl"]);
    let share = |items: &[known::Item]| {
        desk.write("queries.txt", items.iter().map(|(query, _)| query.as_str()).collect::<Vec<_>>().join("\n"));
        let answers = desk.expect(0, &["search", "--batch", "queries.txt", "-n", "1"]).lines();
        let is = |page: &Value, file: &str| page["path"].as_str().map(known::file_name).as_deref() == Some(file);
        // A page that says nearly the same may stand for the one that was meant.
        let right = |((_, file), answer): &(&known::Item, &Value)| {
            let first = &answer["hits"][0];
            is(first, file) || first["copies"].as_array().is_some_and(|copies| copies.iter().any(|copy| is(copy, file)))
        };
        items.iter().zip(&answers).filter(right).count() as f64 / items.len() as f64
    };
    Some(json!({ "title": share(&sets[0]), "sentence": share(&sets[1]), "quoted": share(&sets[2]) }))
}

/// The sets of pages, and the scores that are held: more is better, or less where a minus stands before.
const EXTRACTION: &[(&str, &[&str])] = &[
    ("zyte", &["F1"]),
    ("wcxb-dev", &["F1", "with", "-leak", "title", "author", "date right", "-wrong", "-false"]),
    ("dates", &["right", "-wrong"]),
];

/// Collections of documents, questions and judgements.
const COLLECTIONS: &[&str] = &["time", "cran", "cisi", "med", "npl"];

#[test]
fn quality_does_not_slide() {
    let path = shipped("tests/baseline.json");
    let mut baseline: Value =
        serde_json::from_str(&std::fs::read_to_string(&path).expect("tests/baseline.json")).expect("JSON");
    let write = std::env::var("PRESSMARK_BASELINE").is_ok_and(|v| v == "write");
    let mut compare = |set: &str, column: &str, scores: &Value| {
        let (sign, column) = column.strip_prefix('-').map_or((1.0, column), |column| (-1.0, column));
        let now = scores[column].as_f64().expect("a score");
        let before = baseline[set][column].as_f64();
        let held = before.is_some_and(|before| sign * (now - before) > -SLACK);
        assert!(write || held, "{set} {column} went from {before:?} to {now}");
        println!("{set} {column}: {before:?} -> {now}");
        baseline[set][column] = json!(if write { Some(now) } else { before });
    };
    let mut articles = String::new();
    for (set, columns) in EXTRACTION {
        let Some((scores, lines)) = extraction(set) else { continue };
        articles += &lines;
        if let Some(scores) = kinds(&lines).filter(|_| *set == "wcxb-dev") {
            ["right", "-otherwise"].iter().for_each(|column| compare("kinds", column, &scores));
        }
        assert_eq!(scores["missing"], 0.0, "{set}: pages were lost without a word");
        columns.iter().for_each(|column| compare(set, column, &scores));
    }
    for set in COLLECTIONS {
        let Some(scores) = ranking(set) else { continue };
        compare(set, "nDCG@10", &scores);
    }
    if let Some(scores) = known_items(&articles) {
        ["title", "sentence", "quoted"].iter().for_each(|column| compare("known items", column, &scores));
    }
    if write {
        std::fs::write(path, serde_json::to_string_pretty(&baseline).expect("JSON") + "\n")
            .expect("a written baseline");
    }
}
