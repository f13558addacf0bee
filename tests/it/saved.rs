//! Every way in which people save a page: the folder `tests/saved`, with one of everything, against `tests/saved.json`.

use std::collections::HashMap;

use serde_json::Value;

use crate::command::{Desk, copy, shipped};

fn truth() -> Value {
    serde_json::from_str(&std::fs::read_to_string(shipped("tests/saved.json")).expect("saved.json")).expect("JSON")
}

fn desk() -> Desk {
    let desk = Desk::new();
    copy(&shipped("tests/saved"), &desk.path("saved"));
    desk
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().expect("a list")
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// The lines of `extract`, by the file of each.
fn extracted(desk: &Desk) -> HashMap<String, Vec<Value>> {
    let mut by_file: HashMap<String, Vec<Value>> = HashMap::new();
    for line in desk.expect(0, &["extract", "--format", "json", "saved"]).lines() {
        let path = text(&line, "path").trim_start_matches("saved/").to_owned();
        let file = path.split("!http").next().unwrap_or(&path).split(".maff!").next().unwrap_or(&path);
        let file = if path.contains(".maff!") { format!("{file}.maff") } else { file.to_owned() };
        by_file.entry(file).or_default().push(line);
    }
    by_file
}

#[test]
fn every_form_gives_its_article_and_nothing_else() {
    let (truth, got) = (truth(), extracted(&desk()));
    let mut wrong = Vec::new();
    for article in list(&truth, "articles") {
        let path = text(article, "path");
        let lines = got.get(path).map(Vec::as_slice).unwrap_or_default();
        match lines.iter().find(|line| line["title"] == article["title"]) {
            Some(line) => wrong.extend(differences(line, article).into_iter().map(|what| format!("{path}: {what}"))),
            None => wrong.push(format!("{path}: no article `{}`", text(article, "title"))),
        }
    }
    let known: Vec<&str> = ["articles", "copies", "nothing"]
        .iter()
        .flat_map(|key| list(&truth, key))
        .map(|item| text(item, "path"))
        .collect();
    wrong.extend(got.keys().filter(|path| !known.contains(&path.as_str())).map(|path| format!("{path}: not expected")));
    for nothing in list(&truth, "nothing") {
        let lines = got.get(text(nothing, "path")).map(Vec::as_slice).unwrap_or_default();
        wrong.extend(lines.iter().filter(|l| l["error"].is_null()).map(|l| format!("{}: an article", text(l, "path"))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn differences(line: &Value, article: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    if !article["url"].is_null() && line["url"] != article["url"] {
        wrong.push(format!("url {} instead of {}", line["url"], article["url"]));
    }
    let second = |value: &Value| value.as_str().map(|at| at.get(..19).unwrap_or(at).to_owned());
    if second(&line["saved"]) != second(&article["saved"]) {
        wrong.push(format!("saved {} instead of {}", line["saved"], article["saved"]));
    }
    if line["date"].as_str().and_then(|date| date.get(..10)) != article["date"].as_str() {
        wrong.push(format!("date {} instead of {}", line["date"], article["date"]));
    }
    let body = text(line, "body");
    let strings = |key| list(article, key).iter().filter_map(Value::as_str);
    wrong.extend(strings("with").filter(|part| !body.contains(part)).map(|part| format!("lost `{part}`")));
    wrong.extend(strings("without").filter(|part| body.contains(part)).map(|part| format!("kept `{part}`")));
    wrong
}

/// The copies of `truth` that are told by what they say; forms of a page beside each other are told before they are read.
const SAID: &str = "copies/";

#[test]
fn one_page_is_one_article_and_its_copies_are_named() {
    let (desk, truth) = (desk(), truth());
    let articles = list(&truth, "articles").len();
    let ran = desk.expect(0, &["index", "saved"]);
    let said = list(&truth, "copies").iter().filter(|copy| text(copy, "path").starts_with(SAID)).count();
    assert_eq!(desk.search(&[])["total"], articles, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("is a copy of").count(), said, "{}", ran.stderr);
    for words in ["not read: 1 PDF document (", "not read: 1 EPUB book (", "not read: 4 lists of links without text ("]
    {
        assert!(ran.stderr.contains(words), "`{words}` is not in:\n{}", ran.stderr);
    }
    for apart in list(&truth, "kept_apart") {
        for path in apart.as_array().expect("a pair") {
            let found = desk.search(&["-n", "1000"]);
            let is = |hit: &Value| text(hit, "path").ends_with(path.as_str().unwrap_or("?"));
            // What says nearly the same is named under the better of the two.
            let there = list(&found, "hits").iter().any(|hit| is(hit) || list(hit, "copies").iter().any(is));
            assert!(there, "{path} is lost");
        }
    }
    let copies = desk.expect(0, &["stats", "--copies", "--format", "json"]).stdout;
    assert_eq!(serde_json::from_str::<Vec<Value>>(&copies).expect("JSON").len(), said);
    let again = desk.expect(0, &["index", "saved"]);
    let unchanged = format!("added 0, changed 0, removed 0, unchanged {articles}, failed 0");
    assert!(again.stderr.contains(&unchanged), "{}", again.stderr);
}

#[test]
fn when_the_best_copy_goes_the_next_takes_its_place() {
    let desk = Desk::new();
    let body = "The harbour board voted on Monday to reopen the northern lock after a winter of repairs, and the first barges \
                went through before noon while the mayor watched from the bridge with a flask of tea in her hand.";
    let page = |url: &str, date: &str| {
        format!("<html><!--\n Page saved with SingleFile\n url: {url}\n saved date: {date}\n--><h1>Locks</h1><p>{body}")
    };
    let url = "https://a.example/locks";
    desk.write("corpus/old.html", page(url, "Mon Feb 02 2026 10:00:00 GMT+0000"))
        .write("corpus/new.html", page(url, "Tue Mar 03 2026 10:00:00 GMT+0000"))
        .write("corpus/print.html", page("https://a.example/locks?print=1", "Sun Feb 01 2026 10:00:00 GMT+0000"));
    let path = |desk: &Desk| desk.search(&["locks"])["hits"][0]["path"].as_str().unwrap_or_default().to_owned();
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 1, changed 0, removed 0, unchanged 0"), "{}", ran.stderr);
    assert_eq!((desk.search(&[])["total"].clone(), path(&desk)), (1.into(), "corpus/new.html".to_owned()));
    std::fs::remove_file(desk.path("corpus/new.html")).unwrap();
    desk.expect(0, &["index"]);
    assert_eq!((desk.search(&[])["total"].clone(), path(&desk)), (1.into(), "corpus/old.html".to_owned()));
    desk.write(
        "corpus/old.html",
        page("https://a.example/other", "Mon Feb 02 2026 10:00:00 GMT+0000").replace(body, "Other text."),
    );
    desk.expect(0, &["index"]);
    assert_eq!(desk.search(&[])["total"], 2, "what is no longer a copy is an article of its own");
}

#[test]
fn an_archive_that_changed_is_read_anew() {
    let desk = Desk::new();
    let record = |url: &str, text: &str| {
        let block =
            format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><h1>{text}</h1><p>{text} was decided.");
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    };
    let (one, two) = (record("https://a.example/1", "Toll"), record("https://a.example/2", "Levy"));
    desk.write("corpus/a.warc", format!("{one}{two}"));
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 2, changed 0"), "{}", ran.stderr);
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 0, changed 0, removed 0, unchanged 2"), "{}", ran.stderr);
    desk.write("corpus/a.warc", format!("{one}{}", &two[..two.len() - 40]));
    let ran = desk.expect(3, &["index"]);
    assert!(ran.stderr.contains("a.warc: is a damaged WARC"), "{}", ran.stderr);
    assert_eq!(desk.search(&[])["total"], 2, "what was indexed of a damaged archive stays");
    desk.write("corpus/a.warc", &one);
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 0, changed 0, removed 1, unchanged 1"), "{}", ran.stderr);
    std::fs::remove_file(desk.path("corpus/a.warc")).unwrap();
    desk.write("corpus/b.html", "<h1>Gates close</h1><p>Text.");
    desk.expect(0, &["index"]);
    assert_eq!(desk.titles(&[]), ["Gates close"]);
}

#[test]
fn a_snapshot_of_archivebox_is_one_page_however_it_is_reached() {
    let desk = desk();
    let snapshot = desk.path("saved/archivebox/archive/1767086400.123456");
    copy(&snapshot, &desk.path("kept/battery"));
    for folder in ["saved/archivebox/archive/1767086400.123456", "saved/archivebox", "kept"] {
        let lines = desk.expect(0, &["extract", "--format", "json", folder]).lines();
        let of_page =
            lines.iter().filter(|line| text(line, "title").starts_with("The Battery Behind the School")).count();
        assert_eq!(of_page, 1, "{folder}: {lines:?}");
    }
    let mut command = desk.command(&["extract", "--format", "json", "."]);
    let output = command.current_dir(&snapshot).output().expect("pressmark starts");
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
}

#[test]
fn lists_of_links_are_counted_whatever_their_form() {
    let desk = Desk::new();
    desk.write(
        "corpus/part_000000.csv",
        "title,url,time_added,tags,status\nGrain,https://a.example/1,1688628695,,unread\n",
    )
    .write("corpus/prices.csv", "country,price\nA,1\n")
    .write("corpus/one.url", "[InternetShortcut]\nURL=https://a.example/\n")
    .write("corpus/page.html", "<h1>Locks reopen</h1><p>The locks reopened.");
    let ran = desk.expect(0, &["index"]);
    assert!(
        ran.stderr.contains("not read: 2 lists of links without text (save the pages themselves)"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("added 1, "), "{}", ran.stderr);
}

/// An article of SingleFile: its address, the day of March on which it was saved, its topic and its length in sentences.
fn saved_page(url: &str, day: usize, topic: &str, sentences: usize) -> String {
    let body: String = (0..sentences)
        .map(|n| format!("The {topic} board met in room {n} and put off item {} of {topic}. ", n * 7 % 13))
        .collect();
    let saved =
        format!("Page saved with SingleFile\n url: {url}\n saved date: Sun Mar {day:02} 2026 10:00:00 GMT+0000");
    format!("<html><!--\n {saved}\n--><h1>On the {topic}</h1><p>{body}</p></html>")
}

/// Paths in the index, and the copies, each with what stands for it.
fn held(index: &std::path::Path) -> (Vec<String>, Vec<(String, String)>) {
    use pressmark::search::{Request, Searcher};
    let searcher = Searcher::open(index).expect("an index");
    let hits = searcher.search(&Request { limit: 1000, ..Request::new("") }).expect("an answer").hits;
    let mut paths: Vec<String> = hits.into_iter().map(|hit| hit.path).collect();
    paths.sort();
    let mut copies: Vec<_> = searcher.copies().expect("copies").into_iter().map(|copy| (copy.path, copy.of)).collect();
    copies.sort();
    (paths, copies)
}

#[test]
fn whatever_the_way_the_index_is_that_of_one_run_from_scratch() {
    use pressmark::{IndexOptions, index};
    let mut seed: u64 = 0x2545_F491_4F6C_DD1D;
    let mut random = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % limit as u64) as usize
    };
    let topics = ["harbour", "canal", "ferry"];
    let options = IndexOptions { threads: 1, memory: 15 << 20, ..IndexOptions::default() };
    for _ in 0..6 {
        let desk = Desk::new();
        let roots = [desk.path("a"), desk.path("b")];
        for root in &roots {
            std::fs::create_dir(root).expect("a folder");
            std::fs::write(root.join("stays.html"), saved_page("https://a.example/stays", 1, "bridge", 9))
                .expect("a page");
        }
        for step in 0..8 {
            let file = roots[random(2)].join(format!("{}.html", random(5)));
            let topic = topics[random(3)];
            let page = match random(7) {
                0 => String::new(),
                1 => format!(
                    "<h1>On the {topic}</h1>{}",
                    saved_page("", 1, topic, 9).split("</h1>").nth(1).unwrap_or_default()
                ),
                2 | 3 => {
                    let canonical = format!("<link rel=canonical href=https://a.example/{}>", topics[random(3)]);
                    canonical + &saved_page("", 1, topic, 9).replace("Page saved with", "")
                }
                _ => saved_page(
                    &format!("https://a.example/{}", topics[random(3)]),
                    1 + random(5),
                    topic,
                    [9, 9, 6, 4][random(4)],
                ),
            };
            if random(4) == 0 {
                // It may not be there.
                let _ = std::fs::remove_file(&file);
            } else {
                std::fs::write(&file, &page).expect("a page");
                let at =
                    std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_800_000_000 + step as u64);
                std::fs::File::options().append(true).open(&file).expect("a file").set_modified(at).expect("a time");
            }
            let dir = desk.path("index");
            for root in if random(3) == 0 { &roots[..] } else { &roots[random(2)..][..1] } {
                index(&[root], &dir, &options, |_| {}).expect("an index");
            }
        }
        // Pages that could not be read stay as they were; from scratch they are not there.
        for root in &roots {
            for file in std::fs::read_dir(root).expect("a folder").flatten().map(|entry| entry.path()) {
                if file.metadata().expect("a file").len() == 0 {
                    std::fs::remove_file(file).expect("gone");
                }
            }
            index(&[root], &desk.path("index"), &options, |_| {}).expect("an index");
        }
        index(&roots, &desk.path("scratch"), &options, |_| {}).expect("an index");
        assert_eq!(held(&desk.path("index")), held(&desk.path("scratch")));
    }
}

#[test]
fn what_could_not_be_read_of_an_archive_is_tried_again() {
    let desk = Desk::new();
    let record = |n: usize, words: usize| {
        let text = format!("<html><h1>Toll {n}</h1><p>{}", "The toll was decided. ".repeat(words));
        let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{text}");
        let head = format!("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{n}\r\n");
        format!("{head}Content-Length: {}\r\n\r\n{block}\r\n\r\n", block.len())
    };
    desk.write("corpus/a.warc", record(1, 1) + &record(2, 2000));
    for _ in 0..2 {
        let ran = desk.expect(3, &["index", "--max-bytes", "20000"]);
        assert!(ran.stderr.contains("a.warc!https://a.example/2: is larger than 20000 bytes"), "{}", ran.stderr);
    }
    desk.expect(0, &["index"]);
    assert_eq!(desk.search(&[])["total"], 2);
}

#[test]
fn a_folder_with_nothing_to_read_says_what_is_there() {
    let desk = Desk::new();
    desk.write("corpus/a.json", "{\"name\": \"x\"}").write("corpus/b.pdf", "%PDF-1.7");
    let ran = desk.expect(2, &["index"]);
    for words in ["not read: 1 PDF document (", "not read: 1 JSON file without articles ("] {
        assert!(ran.stderr.contains(words), "{}", ran.stderr);
    }
    std::fs::remove_file(desk.path("corpus/a.json")).unwrap();
    let ran = desk.expect(2, &["index"]);
    assert!(
        ran.stderr.contains("no pages found in corpus") && ran.stderr.contains("1 PDF document ("),
        "{}",
        ran.stderr
    );
}

#[test]
fn names_that_look_like_something_else_hide_no_page() {
    let desk = Desk::new();
    let page = |title: &str| format!("<h1>{title} reopens</h1><p>The {title} reopened on Monday.");
    for (n, path) in [
        "Node.js.html",
        "reports.html",
        "reports_files/one.html",
        "storage/20240115/one.html",
        "storage/20240115/two.html",
        "1234567890/output.html",
        "1234567890/other.html",
        "page.html",
    ]
    .iter()
    .enumerate()
    {
        desk.write(&format!("corpus/{path}"), page(&format!("Lock{n}")));
    }
    desk.write("corpus/page.html.orig", page("Old lock"));
    desk.expect(0, &["index"]);
    assert_eq!(desk.search(&[])["total"], 8);
    assert_eq!(desk.search(&["old"])["total"], 0, "what a merge tool kept is not read instead");
}

#[test]
fn pages_under_the_names_of_servers_are_read_and_no_file_is_lost_without_a_word() {
    let desk = Desk::new();
    let page = |title: &str| format!("<html><h1>{title} reopens</h1><p>The {title} reopened on Monday.");
    let pages = [
        "ok.html",
        "index.php?id=3",
        "index.php@id=4",
        "page.asp",
        "story.aspx",
        "story",
        "Mr. Smith goes home",
        "a.html?page=2",
        "list.cfm?u=a.b",
    ];
    for (n, path) in pages.iter().enumerate() {
        desk.write(&format!("corpus/{path}"), page(&format!("Lock{n}")));
    }
    let packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let gzip = |text: String, mut packed: flate2::write::GzEncoder<Vec<u8>>| {
        std::io::Write::write_all(&mut packed, text.as_bytes()).unwrap();
        packed.finish().unwrap()
    };
    let address = "Snapshot-Content-Location: https://a.example/lock10\n";
    let mail = "Received: from a.example\nFrom: <ann@a.example>\nMIME-Version: 1.0\n";
    desk.write("corpus/lock.jsp.gz", gzip(page("Lock9"), packed))
        .write("corpus/saved", format!("{address}MIME-Version: 1.0\nContent-Type: text/html\n\n{}", page("Lock10")))
        .write("corpus/cur/17.M1P1.host:2,S", format!("{mail}Content-Type: text/html\n\n{}", page("Mail")))
        .write("corpus/cur/18.M1P2.host:2,S", format!("{mail}Content-Type: text/plain\n\nMinutes of Monday"))
        .write("corpus/x.html.bak", page("Old"))
        .write("corpus/a.html.zst", "packed")
        .write("corpus/README", "Read me first.")
        .write("corpus/make.php", "<?php echo '<html>';")
        .write("corpus/report", "%PDF-1.7");
    for companion in ["a.css", "a.js?ver=5.2", "a.png", "a.woff2"] {
        desk.write(&format!("corpus/{companion}"), "nothing to miss");
    }
    desk.write("corpus/picture", b"\x89PNG").write("corpus/font", "wOF2");
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 11, changed 0, removed 0, unchanged 0, failed 0"), "{}", ran.stderr);
    for words in ["not read: 1 PDF document (", "not read: 1 packed file (", "not read: 5 files of other kinds ("] {
        assert!(ran.stderr.contains(words), "`{words}` is not in: {}", ran.stderr);
    }
    let again = desk.expect(0, &["index"]).stderr;
    assert!(again.contains("added 0, changed 0, removed 0, unchanged 11, failed 0"), "{again}");
    assert!(again.contains("not read: 5 files of other kinds ("), "{again}");
    assert_eq!(desk.expect(0, &["extract", "--format", "json", "corpus"]).lines().len(), 11);
}

#[test]
fn what_a_commit_remembered_can_be_lost_without_harm() {
    let desk = Desk::new();
    let page = |day| saved_page("https://a.example/locks", day, "lock", 9);
    desk.write("corpus/a.html", page(1)).write("corpus/b.html", page(2)).write("corpus/c.json", "{}");
    let held = || (desk.search(&[])["total"].clone(), desk.expect(0, &["stats", "--copies"]).stdout);
    desk.expect(0, &["index"]);
    let before = held();
    assert_eq!(before, (1.into(), "corpus/a.html\tcorpus/b.html\n".to_owned()));
    // Another program writes to the index, and keeps nothing of ours.
    let engine = pressmark::index::open(&desk.path("index")).expect("an index");
    let mut writer: tantivy::IndexWriter = engine.writer_with_num_threads(1, 15_000_000).expect("a writer");
    writer.commit().expect("a commit");
    drop(writer);
    assert!(desk.expect(2, &["stats", "--copies"]).stderr.contains("is not as it was written (meta.json)"));
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("not read: 1 JSON file"), "{}", ran.stderr);
    assert_eq!(held(), before);
    let file = desk.path("index/meta.json");
    let committed = std::fs::read(&file).expect("a file");
    desk.expect(0, &["index"]);
    assert_eq!(std::fs::read(&file).expect("a file"), committed, "a run without news commits nothing");
}
