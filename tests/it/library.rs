//! The library as other programs use it, and the index as other programs read it.

use crate::command::Desk;
use pressmark::search::{Facet, Request, Searcher, Sort};
use pressmark::{IndexOptions, Page, extract, index};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::Value;

#[test]
fn ten_lines_are_enough() {
    let desk = Desk::with_corpus();
    let summary = index(&[desk.path("corpus")], &desk.path("index"), &IndexOptions::default(), |_| {}).unwrap();
    assert_eq!(summary.failed, 0);
    let searcher = Searcher::open(&desk.path("index")).unwrap();
    assert_eq!(searcher.len(), summary.added);
    let request = Request { sort: Sort::Newest, facets: vec![Facet::Site], ..Request::new("ferry") };
    let hits = searcher.search(&request).unwrap();
    assert!(hits.total >= 2);
    let dates: Vec<_> = hits.hits.iter().filter_map(|h| h.date.as_deref()).map(|d| &d[..10]).collect();
    assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
    assert_eq!(
        hits.facets["site"].iter().map(|v| v.count).sum::<usize>()
            + hits.hits.iter().filter(|h| h.site.is_none()).count(),
        hits.total
    );
}

/// What a tantivy program without any of our code can do: open, search title and body, filter on the rest.
#[test]
fn any_tantivy_program_reads_the_index() {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index"]);
    let engine = tantivy::Index::open_in_dir(desk.path("index")).unwrap();
    let schema = engine.schema();
    let field = |name: &str| schema.get_field(name).unwrap();
    let searcher = engine.reader().unwrap().searcher();
    let count = |query: &str| {
        let parser = QueryParser::for_index(&engine, vec![field("title"), field("body")]);
        searcher.search(&parser.parse_query(query).unwrap(), &Count).unwrap()
    };
    assert_eq!(count("\"capacity market\""), 1);
    for section in ["energy", "Energy"] {
        let ours = desk.search(&["--section", section])["total"].as_u64().unwrap() as usize;
        assert!(ours > 0);
        assert_eq!(count(&format!("section:{section}")), ours, "{section}");
    }
    let ours = desk.search(&["--since", "2024"])["total"].as_u64().unwrap() as usize;
    assert_eq!(count("date:[2024-01-01T00:00:00Z TO *]"), ours);
    assert_eq!(count("lang:fr"), desk.search(&["--lang", "fr"])["total"].as_u64().unwrap() as usize);
    let parser = QueryParser::for_index(&engine, vec![field("title"), field("body")]);
    let query = parser.parse_query("ferry").unwrap();
    let best = searcher.search(&query, &TopDocs::with_limit(1).order_by_score()).unwrap();
    let document: tantivy::TantivyDocument = searcher.doc(best[0].1).unwrap();
    for name in ["id", "path", "title", "body"] {
        assert!(document.get_first(field(name)).and_then(|v| v.as_str()).is_some_and(|t| !t.is_empty()), "{name}");
    }
    for name in [
        "id", "path", "url", "site", "lang", "kind", "title", "headings", "body", "section", "author", "tag", "date",
        "modified", "indexed", "words",
    ] {
        assert!(schema.get_field(name).is_ok(), "{name}");
    }
}

/// A program that embeds pressmark may run it on a thread with little stack: no walk may recurse.
#[test]
fn a_small_stack_is_enough_for_the_deepest_page() {
    let text = "<p>The council voted on Monday to reopen the canal after a long winter of repairs and talk.</p>";
    for (open, close) in
        [("<div>", "</div>"), ("<blockquote>", "</blockquote>"), ("<ul><li>", "</li></ul>"), ("<i>", "</i>")]
    {
        let deep = pressmark::read::limits::MAX_DEPTH - 100;
        let html = format!("<h1>Canal</h1>{}{text}{}", open.repeat(deep), close.repeat(deep));
        let small = std::thread::Builder::new().stack_size(160 << 10);
        let article = small.spawn(move || extract(&pressmark::read::page("a.html".as_ref(), html.as_bytes()).unwrap()));
        assert!(article.unwrap().join().unwrap().body().contains("reopen the canal"), "{open}");
    }
}

#[test]
fn extraction_never_fails() {
    for html in [
        "",
        "<",
        "\0",
        "<html>",
        "plain text",
        "<p>",
        "<table><td><table><td>",
        &"<b>".repeat(500),
        "<script type='application/ld+json'>{",
        "<meta charset=x><title></title>",
    ] {
        let article = extract(&Page::html("x", html));
        assert_eq!(article.path, "x");
    }
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    /// Markup made of pieces that matter to extraction, in any order.
    fn markup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("<div>".to_owned()),
            Just("</div>".to_owned()),
            Just("<p class=related>".to_owned()),
            Just("<br><br>".to_owned()),
            Just("<h2>Check Also</h2>".to_owned()),
            Just("<ul><li>".to_owned()),
            Just("<table><tr><td>".to_owned()),
            Just("<a href=x>".to_owned()),
            Just("</a>".to_owned()),
            Just("<article>".to_owned()),
            Just("<time datetime='2024-02-30'>".to_owned()),
            Just("<meta property=article:published_time content='٢٠٢٦'>".to_owned()),
            Just("<b>".to_owned()),
            "\\PC{0,40}",
            "[a-z ,.]{0,120}",
        ];
        proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    /// The text between the tags, run together.
    fn without_tags(html: &str) -> String {
        let mut out = String::new();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            out.push_str(&rest[..at]);
            let tag = &rest[at + 1..];
            let opens = tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
            rest = if opens { tag.find('>').map_or("", |end| &tag[end + 1..]) } else { tag };
        }
        out + rest
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn every_word_of_the_body_stands_in_the_page(html in markup()) {
            let article = extract(&Page::html("x", html.clone()));
            // A word may run across tags: `U.S.<b>-led</b>` shows as one.
            let page = without_tags(&html);
            for word in article.body().split_whitespace().filter(|w| w.bytes().all(|b| b.is_ascii_lowercase())) {
                prop_assert!(page.contains(word), "{word} in {html}");
            }
            prop_assert_eq!(extract(&Page::html("x", html)), article);
        }

        #[test]
        fn any_bytes_are_text_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(page) = pressmark::read::page(std::path::Path::new("a.html"), &bytes) {
                extract(&page);
            }
        }

        #[test]
        fn any_text_is_a_query(text in "\\PC{0,80}") {
            pressmark::search::Query::parse(&text);
        }
    }
}
