//! Whatever people type or paste is answered, soon, and never with an error.

use crate::command::{Desk, shipped};
use crate::search_cli;

/// Questions in eleven languages, keywords, headlines, pasted things, operators used rightly and wrongly, one a line.
const QUERIES: &str = "tests/queries.txt";

/// Milliseconds that no query may take, on a machine that is busy with other tests and without all optimisation; what is
/// promised is a hundred.
const MOST_MS: f64 = 1500.0;

fn queries() -> Vec<u8> {
    std::fs::read(shipped(QUERIES)).expect("the queries")
}

#[test]
fn everything_that_people_type_is_answered() {
    let desk = Desk::with_corpus();
    let queries = queries();
    let count = queries.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
    assert!(count >= 500, "{count} queries");
    std::fs::write(desk.path("queries.txt"), queries.trim_ascii_end()).expect("a written file");
    let ran = desk.expect(0, &["search", "--batch", "queries.txt", "--facet", "section", "--timeline"]);
    let answers = ran.lines();
    assert_eq!(answers.len(), count);
    for answer in &answers {
        assert!(answer["took_ms"].as_f64().is_some_and(|ms| ms < MOST_MS), "{answer}");
        let total = answer["total"].as_u64().expect("a total");
        assert!(total <= 33, "{answer}");
        assert_eq!(answer["hits"].as_array().map(|hits| hits.is_empty()), Some(total == 0), "{answer}");
    }
    let found = answers.iter().filter(|answer| answer["total"] != 0).count();
    assert!(found * 2 > count, "{found} of {count} find something");
}

#[test]
fn each_answer_can_be_printed_in_every_form() {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index"]);
    for format in ["text", "json", "jsonl", "csv", "markdown", "bibtex", "ris", "csl-json"] {
        for query in ["ferry OR Wohnung OR انتخابات", "section:transport", "\"not there at all\""] {
            let ran =
                desk.run(&["search", query, "--format", format, "--explain", "--timeline=month", "--facet", "year"]);
            assert_eq!(ran.code, i32::from(query.starts_with('"')), "{query} as {format}: {}", ran.stderr);
        }
    }
}

#[test]
fn hostile_queries_end_soon_and_say_why() {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index"]);
    let hostile = [
        "(".repeat(5000),
        "((a ".repeat(800),
        "a NEAR ".repeat(300),
        "fer* win* tra* gov* bud* pol* hou* sta* wat* min* mar* com*".to_owned(),
        "ferry~2 ".repeat(100),
        "\"the of and\"~100 ".repeat(60),
        "e* NEAR/100 a*".to_owned(),
        format!("ferry {}", "x".repeat(60_000)),
        "title:(".repeat(300),
        "-".repeat(2000) + "a",
        "NOT ".repeat(500) + "ferry",
        "/(x+x+)+y/ ".repeat(50),
        "date:9999..0001 since:99999999999999d".to_owned(),
    ];
    desk.write("queries.txt", hostile.join("\n"));
    let answers = desk.run(&["search", "--batch", "queries.txt"]).lines();
    assert_eq!(answers.len(), hostile.len());
    for answer in &answers {
        assert!(answer["took_ms"].as_f64().is_some_and(|ms| ms < MOST_MS), "{answer}");
    }
    let silent = answers.iter().filter(|a| a["problems"].as_array().is_some_and(|p| p.is_empty())).count();
    assert!(silent <= 3, "{silent} queries were cut without a word");
}

/// A query of each operator, and of what an operator is not.
const OPERATORS: &[&str] = &[
    "barges",
    "grain toll",
    "\"grain toll\"",
    "\"toll grain\"",
    "\"toll passes\"~3",
    "\"harbour le\"*",
    "=repairs",
    "=\"The Locks\"",
    "tol*",
    "w?nter",
    "wintre~",
    "toll -levy",
    "toll NOT levy",
    "+levy toll",
    "levy AND toll",
    "levy OR heating",
    "levy OR heating AND school",
    "(levy OR heating) AND school",
    "toll -(levy heating)",
    "levy NEAR/3 grain",
    "winter NEAR/2 barges",
    "title:toll",
    "title:(toll OR locks)",
    "heading:pays",
    "body:barges",
    "section:economy",
    "section:econ* toll",
    "author:dunn",
    "author:(dunn OR carver)",
    "site:gazette.example levy",
    "site:gaz*",
    "lang:en heating",
    "kind:article toll",
    "date:2024",
    "date:>2025-01-15",
    "since:2025 before:2025-06",
    "url:https://www.gazette.example/2024-03-05/",
    "https://www.gazette.example/2024-03-05/",
    "tol heatin",
    "Brexit: toll",
    "toll AND",
    "date:nonsense toll",
];

/// Text and JSON of each; `PRESSMARK_GOLDEN=write cargo test golden` writes them anew, and the difference is reviewed.
#[test]
fn golden_answers_of_every_operator() {
    let desk = search_cli::desk();
    let mut golden = String::new();
    for query in OPERATORS {
        let text = desk.run(&["search", query, "-n", "3"]);
        let json = desk.run(&["search", query, "-n", "3", "--format", "json"]);
        let mut answer = json.lines().remove(0);
        answer["took_ms"] = 0.into();
        for hit in answer["hits"].as_array_mut().into_iter().flatten() {
            // The last figures of a score are the machine's.
            let score = hit["score"].as_f64().unwrap_or(0.0);
            hit["score"] = format!("{score:.2}").into();
        }
        let said: Vec<&str> = text.stderr.lines().filter(|line| !line.contains(" ms")).collect();
        golden += &format!("=== {query}\n{}{}\n{answer}\n\n", text.stdout, said.join("\n"));
    }
    let path = shipped("tests/golden/operators.txt");
    if std::env::var("PRESSMARK_GOLDEN").is_ok_and(|v| v == "write") {
        std::fs::write(&path, &golden).expect("a written file");
    }
    let kept = std::fs::read_to_string(&path).expect("tests/golden/operators.txt");
    for (now, before) in golden.split("=== ").zip(kept.split("=== ")) {
        assert_eq!(now, before);
    }
    assert_eq!(golden.len(), kept.len());
}

/// What queries are made of, in any order.
const PIECES: &[&str] = &[
    "ferry",
    "toll",
    "Häfen",
    "انتخابات",
    "港口",
    "the",
    "a",
    "\"",
    "\"harbour levy\"",
    "(",
    ")",
    " ",
    " ",
    " ",
    "-",
    "+",
    "!",
    "=",
    "~",
    "~2",
    "*",
    "?",
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "NEAR/3",
    "title:",
    "section:",
    "author:",
    "date:",
    "since:",
    "2024",
    "..",
    ">",
    "30d",
    "url:",
    "fer*",
    "w?nter",
    "ferri~",
    ":",
    "https://a.example/x",
    "\u{202e}",
    "\u{0}",
    "é",
    "e\u{301}",
    "&&",
    "||",
];

#[test]
fn nothing_made_of_the_pieces_of_queries_does_harm() {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index"]);
    let searcher = pressmark::search::Searcher::open(&desk.path("index")).expect("the index");
    let mut seed: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut random = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % limit as u64) as usize
    };
    for _ in 0..3000 {
        let query: String = (0..1 + random(14)).map(|_| PIECES[random(PIECES.len())]).collect();
        let request = pressmark::search::Request {
            explain: random(4) == 0,
            expand: random(8) == 0,
            timeline: (random(4) == 0).then_some(pressmark::search::Unit::Auto),
            facets: if random(4) == 0 { vec![pressmark::search::Facet::Section] } else { Vec::new() },
            ..pressmark::search::Request::new(query.clone())
        };
        let hits = searcher.search(&request).unwrap_or_else(|error| panic!("{query:?}: {error}"));
        let shown: usize = hits.hits.iter().map(|hit| 1 + hit.copy_count).sum();
        assert!(hits.hits.len() == 10 || shown == hits.total, "{query:?}: {shown} of {}", hits.total);
        for hit in &hits.hits {
            assert!(hit.score.is_finite(), "{query:?}");
            let _ = hit.snippet.html();
        }
    }
}
