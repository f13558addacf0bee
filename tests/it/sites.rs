//! What repeats over the pages of a site: the fixture sites of `tests/sites`, each page with its article beside it and each
//! site with what has to go and what has to stay.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use pressmark::extract::repeats::RULES;
use serde::Deserialize;
use tantivy::schema::Value;

use crate::command::{Desk, files, shipped};

/// The mean F1 of the bodies, by words: what is reached, and at most without learning.
const LEAST_F1: f64 = 0.999;
const MOST_F1_ALONE: f64 = 0.88;

#[derive(Deserialize)]
struct Repeats {
    drop: Vec<String>,
    keep: Vec<Kept>,
}

#[derive(Deserialize)]
struct Kept {
    text: String,
    pages: usize,
}

/// The bodies of pages, by path.
type Bodies = BTreeMap<String, String>;

/// The pages of a fixture site, without what lies beside them.
fn pages() -> Vec<(String, PathBuf)> {
    let pages = files(&shipped("tests/sites")).into_iter().filter(|path| path.extension().is_some_and(|e| e == "html"));
    let name = |path: &Path| {
        path.strip_prefix(shipped("tests/sites")).expect("a fixture").to_string_lossy().replace('\\', "/")
    };
    pages.map(|path| (name(&path), path)).collect()
}

fn desk() -> Desk {
    let desk = Desk::new();
    for (name, path) in pages() {
        desk.write(&format!("sites/{name}"), std::fs::read(path).expect("a fixture"));
    }
    desk
}

fn extracted(desk: &Desk, args: &[&str]) -> Bodies {
    let args: Vec<&str> =
        ["extract", "--format", "json"].into_iter().chain(args.iter().copied()).chain(["sites"]).collect();
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    desk.expect(0, &args).lines().iter().map(|line| (text(&line["path"]), text(&line["body"]))).collect()
}

fn read(name: &str) -> String {
    std::fs::read_to_string(shipped("tests").join(name)).expect("a fixture")
}

/// F1 of the words of a body against its truth.
fn f1(body: &str, truth: &str) -> f64 {
    let mut words: HashMap<&str, i64> = HashMap::new();
    truth.split_whitespace().for_each(|word| *words.entry(word).or_default() += 1);
    let (mut common, mut given) = (0, 0);
    for word in body.split_whitespace() {
        given += 1;
        let left = words.entry(word).or_default();
        common += i32::from(*left > 0);
        *left -= 1;
    }
    2.0 * f64::from(common) / (f64::from(given) + truth.split_whitespace().count() as f64)
}

fn mean_f1(bodies: &Bodies) -> f64 {
    let score = |(path, body): (&String, &String)| f1(body, &read(&path.replace(".html", ".txt")));
    bodies.iter().map(score).sum::<f64>() / bodies.len() as f64
}

#[test]
fn what_repeats_over_a_site_goes_and_what_its_articles_share_stays() {
    let bodies = extracted(&desk(), &[]);
    assert_eq!(bodies.len(), 49);
    for site in ["moorlandbote", "observatoire-arvonne", "the-quiet-ledger", "wexmoor-institute"] {
        let repeats: Repeats = toml::from_str(&read(&format!("sites/{site}/repeats.toml"))).expect("repeats.toml");
        let with = |text: &str| {
            let of_site = bodies.iter().filter(|(path, _)| path.starts_with(&format!("sites/{site}/")));
            of_site.filter(|(_, body)| body.contains(text)).map(|(path, _)| path.as_str()).collect::<Vec<_>>()
        };
        for text in &repeats.drop {
            assert_eq!(with(text), [""; 0], "{text:?} is left");
        }
        for Kept { text, pages } in &repeats.keep {
            assert_eq!(with(text).len(), *pages, "{text:?} is in {:?}", with(text));
        }
    }
}

#[test]
fn learning_is_what_makes_the_difference() {
    let desk = desk();
    let (learned, alone) = (mean_f1(&extracted(&desk, &[])), mean_f1(&extracted(&desk, &["--page-by-page"])));
    println!("mean F1 of the bodies: {learned:.4}, page by page {alone:.4}");
    assert!(learned >= LEAST_F1, "{learned}");
    assert!(alone <= MOST_F1_ALONE, "the fixtures show nothing: {alone}");
}

#[test]
fn every_rule_fires_and_says_on_how_many_pages() {
    let shown = desk().expect(0, &["extract", "--explain", "sites"]).stdout;
    for rule in RULES {
        let fired = |line: &&str| line.starts_with(&format!("{} ", rule.id)) && line.contains(" of 1");
        assert!(shown.lines().any(|line| fired(&line) && line.contains("(seen on ")), "{} never fires", rule.id);
    }
}

/// The bodies that an index holds, with the number of their words as it is stored, and their headings.
fn indexed(desk: &Desk, index: &str) -> BTreeMap<String, (String, u64, Vec<String>)> {
    let engine = tantivy::Index::open_in_dir(desk.path(index)).expect("an index");
    let schema = engine.schema();
    let field = |name: &str| schema.get_field(name).expect("a field of the contract");
    let searcher = engine.reader().expect("a reader").searcher();
    let mut out = BTreeMap::new();
    for (segment, reader) in (0..).zip(searcher.segment_readers()) {
        for doc in reader.doc_ids_alive() {
            let document: tantivy::TantivyDocument =
                searcher.doc(tantivy::DocAddress::new(segment, doc)).expect("a document");
            let texts = |name: &str| -> Vec<String> {
                document.get_all(field(name)).filter_map(|value| Some(value.as_str()?.to_owned())).collect()
            };
            let words = document.get_first(field("words")).and_then(|value| value.as_u64()).expect("words");
            out.insert(texts("path").remove(0), (texts("body").remove(0), words, texts("headings")));
        }
    }
    out
}

/// The pages of which two indexes hold something else.
fn differing(desk: &Desk, one: &str, other: &str) -> Vec<String> {
    let (one, other) = (indexed(desk, one), indexed(desk, other));
    one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

fn bodies(desk: &Desk, index: &str) -> Bodies {
    indexed(desk, index).into_iter().map(|(path, (body, ..))| (path, body)).collect()
}

#[test]
fn the_index_holds_what_extract_prints() {
    let desk = desk();
    let ran = desk.expect(0, &["index", "sites"]);
    assert!(ran.stderr.contains("pages lost what repeats over the pages of their sites"), "{}", ran.stderr);
    // Of the three versions of one story the index holds all: they are no copies.
    assert_eq!(bodies(&desk, "index"), extracted(&desk, &[]));
    assert_eq!(desk.search(&["\"The ministry declined to comment\""])["total"], 3);
    // Judged page by page it is another index; and this one again, once that is no longer asked for.
    let whole = desk.expect(0, &["index", "--page-by-page", "sites"]);
    assert!(whole.stderr.contains("unchanged 49"), "{}", whole.stderr);
    assert_eq!(bodies(&desk, "index"), extracted(&desk, &["--page-by-page"]));
    desk.expect(0, &["index", "--page-by-page", "sites", "--index", "alone"]);
    assert_eq!(differing(&desk, "index", "alone"), [""; 0]);
    desk.expect(0, &["index", "sites"]);
    assert_eq!(bodies(&desk, "index"), extracted(&desk, &[]));
}

/// Pages come in any order, and go again: the index is the one that a single run makes of those that are there.
#[test]
fn an_index_that_has_grown_holds_what_one_run_would() {
    let desk = Desk::new();
    let pages = pages();
    let put = |chosen: &dyn Fn(usize) -> bool| {
        for (_, (name, path)) in pages.iter().enumerate().filter(|(n, _)| chosen(*n)) {
            desk.write(&format!("sites/{name}"), std::fs::read(path).expect("a fixture"));
        }
    };
    let check = |what: &str| {
        desk.expect(0, &["index", "sites", "--threads", "2"]);
        let _ = std::fs::remove_dir_all(desk.path("scratch"));
        desk.expect(0, &["index", "sites", "--index", "scratch", "--threads", "1"]);
        assert_eq!(differing(&desk, "index", "scratch"), [""; 0], "{what}");
        let scores = |index: &str| {
            let mut found = desk.search(&["--index", index, "-n", "60", "water OR Wasser OR eau OR budget OR report"]);
            let hits = found["hits"].as_array_mut().expect("hits").drain(..);
            hits.map(|hit| (hit["path"].clone(), hit["score"].clone(), hit["snippet"].clone())).collect::<Vec<_>>()
        };
        assert_eq!(scores("index"), scores("scratch"), "{what}");
        assert!(desk.expect(0, &["index", "sites"]).stderr.contains("added 0, changed 0, removed 0"), "{what}");
        desk.expect(0, &["check"]);
    };
    put(&|n| n % 5 == 0);
    check("a fifth of the pages: too few to learn from");
    put(&|n| n % 5 == 3 || n % 5 == 1);
    check("three fifths");
    put(&|_| true);
    check("all");
    for (name, _) in pages.iter().skip(20) {
        std::fs::remove_file(desk.path(&format!("sites/{name}"))).expect("a removed page");
    }
    check("some gone: of a site of five pages nothing is learned, and its texts are whole again");
}
