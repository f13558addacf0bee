//! What repeats over the pages of a site: the fixture sites of `tests/sites`, each page with its article beside it and each
//! site with what has to go and what has to stay. Those of `tests/sites-aside` were written by somebody who knew nothing of
//! the rules, and tell what these are worth on sites that they were not made for. In that of `tests/sites-boxes` next to
//! nothing repeats word for word.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use pressmark::extract::repeats::RULES;
use serde::Deserialize;
use tantivy::schema::Value;

use crate::command::{Desk, files, shipped};

/// The folders of sites, with the mean F1 of their bodies by words: at least with learning, and at most without.
const SITES: &[(&str, f64, f64)] =
    &[("sites", 0.999, 0.87), ("sites-aside", 0.963, 0.89), ("sites-boxes", 0.999, 0.86)];

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

/// The pages of a folder of fixture sites, without what lies beside them.
fn pages(folder: &str) -> Vec<(String, PathBuf)> {
    let root = shipped("tests").join(folder);
    let pages = files(&root).into_iter().filter(|path| path.extension().is_some_and(|e| e == "html"));
    let name = |path: &Path| path.strip_prefix(&root).expect("a fixture").to_string_lossy().replace('\\', "/");
    pages.map(|path| (name(&path), path)).collect()
}

fn desk(folder: &str) -> Desk {
    let desk = Desk::new();
    for (name, path) in pages(folder) {
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

fn mean_f1(folder: &str, bodies: &Bodies) -> f64 {
    let truth = |path: &str| read(&path.replacen("sites", folder, 1).replace(".html", ".txt"));
    let score = |(path, body): (&String, &String)| f1(body, &truth(path));
    bodies.iter().map(score).sum::<f64>() / bodies.len() as f64
}

/// The pages of a site whose bodies have a text.
fn with<'b>(bodies: &'b Bodies, site: &str, text: &str) -> Vec<&'b str> {
    let of_site = bodies.iter().filter(|(path, _)| path.starts_with(&format!("sites/{site}/")));
    of_site.filter(|(_, body)| body.contains(text)).map(|(path, _)| path.as_str()).collect()
}

/// What has to go and to stay on the pages of each site of a folder.
fn repeats(folder: &str) -> Vec<(String, Repeats)> {
    let files = files(&shipped("tests").join(folder));
    let lists = files.iter().filter(|path| path.ends_with("repeats.toml"));
    let site = |path: &Path| path.parent()?.file_name()?.to_str().map(str::to_owned);
    let list = |path: &PathBuf| toml::from_str(&std::fs::read_to_string(path).expect("a list")).expect("repeats.toml");
    lists.map(|path| (site(path).expect("a folder"), list(path))).collect()
}

#[test]
fn what_repeats_over_a_site_goes() {
    for (folder, pages) in [("sites", 49), ("sites-boxes", 12)] {
        let bodies = extracted(&desk(folder), &[]);
        assert_eq!(bodies.len(), pages);
        for (site, Repeats { drop, .. }) in repeats(folder) {
            for text in drop {
                assert_eq!(with(&bodies, &site, &text), [""; 0], "{text:?} is left");
            }
        }
    }
}

#[test]
fn what_articles_share_stays() {
    for (folder, ..) in SITES {
        let bodies = extracted(&desk(folder), &[]);
        for (site, Repeats { keep, .. }) in repeats(folder) {
            for Kept { text, pages } in keep {
                let with = with(&bodies, &site, &text);
                assert!(with.len() >= pages, "{text:?} is on {pages} pages and left on {with:?}");
            }
        }
    }
}

#[test]
fn learning_is_what_makes_the_difference() {
    for (folder, least, most_alone) in SITES {
        let desk = desk(folder);
        let f1 = |args: &[&str]| mean_f1(folder, &extracted(&desk, args));
        let (learned, alone) = (f1(&[]), f1(&["--page-by-page"]));
        println!("{folder}: mean F1 of the bodies {learned:.4}, page by page {alone:.4}");
        assert!(learned >= *least, "{folder}: {learned}");
        assert!(alone <= *most_alone, "the fixtures show nothing: {alone}");
    }
}

#[test]
fn every_rule_fires_and_says_on_how_many_pages() {
    let explained = |folder: &str| desk(folder).expect(0, &["extract", "--explain", "sites"]).stdout;
    let shown: String = SITES.iter().map(|(folder, ..)| explained(folder)).collect();
    for rule in RULES {
        let fired = |line: &str| line.starts_with("- ") && line.contains(&format!(" {} ", rule.id));
        let told = |line: &str| line.contains("(seen on ") && line.contains(" of 1");
        assert!(shown.lines().any(|line| fired(line) && told(line)), "{} never fires", rule.id);
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
    let desk = desk("sites");
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

/// What repeats is known of a few pages only once all are read: they wait until then.
#[test]
fn pages_of_a_small_run_are_written_once() {
    let desk = desk("sites");
    let written = || {
        let engine = tantivy::Index::open_in_dir(desk.path("index")).expect("an index");
        let segments = engine.searchable_segment_metas().expect("segments");
        segments.iter().map(|segment| (segment.max_doc(), segment.num_deleted_docs())).collect::<Vec<_>>()
    };
    desk.expect(0, &["index", "sites"]);
    assert_eq!(written(), [(49, 0)]);
    desk.expect(0, &["index", "sites"]);
    assert_eq!(written(), [(49, 0)]);
}

/// Pages come in any order, and go again: the index is the one that a single run makes of those that are there.
#[test]
fn an_index_that_has_grown_holds_what_one_run_would() {
    let desk = Desk::new();
    let pages = pages("sites");
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

/// What `extract --explain` says of pages, by path.
fn explained(desk: &Desk, args: &[&str]) -> BTreeMap<String, serde_json::Value> {
    let args: Vec<&str> = ["extract", "--explain", "--format", "json"].iter().chain(args).copied().collect();
    let path = |line: &serde_json::Value| line["path"].as_str().expect("a path").to_owned();
    desk.expect(0, &args).lines().into_iter().map(|line| (path(&line), line)).collect()
}

/// Whether something was dropped by a rule that looks beyond one page.
fn lost_to_its_site(line: &serde_json::Value) -> bool {
    let blocks = line["explain"]["blocks"].as_array().expect("blocks");
    let of_site = |rule: &str| RULES.iter().any(|known| known.id == rule);
    blocks.iter().any(|block| block["rule"].as_str().is_some_and(of_site) && block["note"].is_string())
}

#[test]
fn beside_an_index_one_page_is_explained_as_among_all() {
    let desk = desk("sites");
    desk.expect(0, &["index", "sites"]);
    let (all, stored) = (explained(&desk, &["sites"]), bodies(&desk, "index"));
    let mut lost = 0;
    for (path, among_all) in &all {
        let alone = explained(&desk, &["--index", "index", path]);
        assert_eq!(alone.values().collect::<Vec<_>>(), [among_all]);
        assert_eq!(among_all["body"], stored[path]);
        lost += usize::from(lost_to_its_site(among_all));
    }
    assert!(lost > 30, "{lost} of {} pages", all.len());
    let path = all.iter().find(|(_, line)| lost_to_its_site(line)).expect("a page").0;
    let shown: serde_json::Value =
        serde_json::from_str(&desk.expect(0, &["show", path, "--format", "json"]).stdout).expect("JSON");
    let blocks = shown["blocks"].as_array().expect("blocks").iter();
    let text: Vec<&str> = blocks.map(|block| block["text"].as_str().expect("a text")).collect();
    assert_eq!(text.join("\n\n"), all[path]["body"]);
    // The same page by another way to it, twice, and from another folder.
    let by_another = format!("./sites/../{path}");
    let twice = explained(&desk, &["--index", "index", path, &by_another]);
    assert_eq!(twice.len(), 2);
    twice.values().for_each(|line| assert_eq!(line["explain"], all[path]["explain"]));
    let text = desk.expect(0, &["extract", "--explain", "--index", "index", path]).stdout;
    assert!(text.contains("(seen on "), "{text}");
    let mut elsewhere = desk.command(&["extract", "--format", "json", "--index", "../index", &format!("../{path}")]);
    let ran: crate::command::Ran = elsewhere.current_dir(desk.path("sites")).output().expect("pressmark starts").into();
    assert_eq!(ran.lines()[0]["body"], all[path]["body"]);
}

/// A page counts as it is now, and one that the index lacks as one more, unless it is a copy of one that the index has.
#[test]
fn beside_an_index_pages_count_as_the_next_run_would_count_them() {
    let desk = desk("sites");
    let pages: Vec<String> = pages("sites").into_iter().map(|(name, _)| format!("sites/{name}")).collect();
    let (lacking, changed, copied) = (&pages[4], &pages[5], &pages[6]);
    let whole = std::fs::read_to_string(desk.path(lacking)).expect("a page");
    std::fs::remove_file(desk.path(lacking)).expect("a page removed");
    // The later file is the one that is kept.
    let kept = copied.replace(".html", "-again.html");
    desk.write(&kept, std::fs::read(desk.path(copied)).expect("a page"));
    let ran = desk.expect(0, &["index", "sites"]);
    assert!(ran.stderr.contains(&format!("{copied}: is a copy of {kept}")), "{}", ran.stderr);
    let of_copy = explained(&desk, &["--index", "index", copied]);
    std::fs::remove_file(desk.path(&kept)).expect("a page removed");
    assert!(lost_to_its_site(&of_copy[copied]));
    assert_eq!(of_copy[copied], explained(&desk, &["sites"])[copied]);

    desk.write(lacking, whole);
    let edited =
        std::fs::read_to_string(desk.path(changed)).expect("a page").replace("<p>", "<p>Corrected on Monday: ");
    desk.write(changed, edited);
    let all = explained(&desk, &["sites"]);
    let given = explained(&desk, &["--index", "index", lacking, changed]);
    for path in [lacking, changed] {
        assert!(lost_to_its_site(&all[path]), "{path}");
        assert_eq!(given[path], all[path]);
    }
}

#[test]
fn an_index_to_stand_beside_has_to_be_one_that_learns() {
    let desk = desk("sites");
    let says = |args: &[&str], what: &str| {
        let ran = desk.expect(2, &[&["extract", "sites"], args].concat());
        assert!(ran.stderr.contains(what), "{}", ran.stderr);
    };
    says(
        &["--index", "nowhere"],
        "there is no index in nowhere; build one with `pressmark index PATH --index nowhere`",
    );
    says(&["--index", "sites"], "is not an index of pressmark");
    says(&["--index", "index", "--page-by-page"], "cannot be used with");
    desk.expect(0, &["index", "--page-by-page", "sites"]);
    let ran = desk.expect(0, &["extract", "--format", "json", "--index", "index", "sites"]);
    assert!(ran.stderr.contains("index: was indexed with --page-by-page"), "{}", ran.stderr);
    assert_eq!(bodies(&desk, "index"), extracted(&desk, &["--index", "index"]));
    assert_eq!(bodies(&desk, "index"), extracted(&desk, &["--page-by-page"]));
}
