//! Facts of pages that are broken, huge or hostile, and what the command line tells of how a fact was chosen.

use std::time::{Duration, Instant};

use crate::command::Desk;
use pressmark::{Article, Page, extract};
use serde_json::Value;

/// Far more than any page takes, even unoptimised on a busy machine, and far less than a page that takes the square of its
/// length.
const LONGEST: Duration = Duration::from_secs(20);

const STORY: &str =
    "<h1>The canal reopens</h1><p>The council voted on Monday to reopen the northern canal after four years
    of repairs, and the first barges are expected before the end of the month, the harbour master said.</p>";

/// The article of a page with the given head, which takes no more time than a page may.
fn read(head: &str) -> Article {
    let started = Instant::now();
    let article = extract(&Page::html("a.html", format!("<html lang=en><head>{head}</head><body>{STORY}</body>")));
    assert!(started.elapsed() < LONGEST, "{:?} for {}", started.elapsed(), &head[..head.len().min(80)]);
    assert!(article.body().contains("The council voted"));
    assert!(article.title.as_ref().is_some_and(|title| title.value.len() <= 400));
    article
}

fn json_ld(json: &str) -> String {
    format!("<script type=application/ld+json>{json}</script>")
}

const META: &str = "<meta property=article:published_time content=2026-02-26>";

fn day(article: &Article) -> Option<String> {
    article.date.as_ref().map(|date| date.value.text.clone())
}

#[test]
fn json_ld_that_is_broken_huge_or_nested_is_no_crash_and_hides_nothing_else() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
    let many = format!(
        "[{}]",
        vec![r#"{"@type":"NewsArticle","headline":"Other","datePublished":"2020-01-01"}"#; 40_000].join(",")
    );
    for json in [
        "{\"@type\":\"NewsArticle\",\"datePublished\":".to_owned(),
        "}{".to_owned(),
        String::new(),
        "\u{feff}null".to_owned(),
        deep("[", "]"),
        deep("{\"a\":", "}"),
        format!("{{\"@type\":\"NewsArticle\",\"author\":{}}}", deep("{\"author\":", "}")),
        format!("{{\"@type\":\"WebSite\",\"x\":\"{}\"}}", "&quot;".repeat(500_000)),
        format!("{}{}", "<!--".repeat(100_000), "//".repeat(100_000)),
    ] {
        let article = read(&format!("{}{META}", json_ld(&json)));
        assert_eq!(day(&article).as_deref(), Some("2026-02-26"), "{}", &json[..json.len().min(80)]);
    }
    read(&json_ld(&many));
}

#[test]
fn json_ld_full_of_entities_is_read() {
    let article = read(&json_ld(
        r#"{"@type":"NewsArticle","datePublished":"2026-02-26","articleSection":"Trade &amp;amp; Aid","author":{"name":"Ann O&#39;Lee"}}"#,
    ));
    assert_eq!(day(&article).as_deref(), Some("2026-02-26"));
    assert_eq!(article.sections.unwrap().value, ["Trade & Aid"]);
    assert_eq!(article.authors.unwrap().value, ["Ann O'Lee"]);
}

#[test]
fn of_ten_titles_one_is_the_title() {
    let titles: String = (0..10).map(|n| format!("<title>Title {n} of the page</title>")).collect();
    assert_eq!(read(&titles).title.unwrap().value, "Title 0 of the page");
    let article = extract(&Page::html("a.html", format!("{titles}<p>The council voted on Monday.")));
    assert_eq!(article.title.unwrap().value, "Title 0 of the page");
}

#[test]
fn days_that_cannot_be_are_none() {
    for value in [
        "0000-00-00",
        "0000-01-01T00:00:00Z",
        "9999-12-31",
        "9999-12-31T23:59:59Z",
        "the day before yesterday",
        "soon",
        "-1",
        "99999999999999999999",
        "31/31/2026",
    ] {
        let meta = format!("<meta property=article:published_time content='{value}'>");
        let json = json_ld(&format!(
            "{{\"@type\":\"NewsArticle\",\"datePublished\":\"{value}\",\"dateModified\":\"{value}\"}}"
        ));
        let article = read(&format!("{meta}{json}"));
        assert_eq!((day(&article), article.modified), (None, None), "{value}");
        assert_eq!(day(&read(&format!("{json}{META}"))).as_deref(), Some("2026-02-26"), "{value}");
    }
}

#[test]
fn names_of_a_hundred_kilobytes_are_none() {
    let long = "council ".repeat(12_500);
    let names = vec![r#""Ann Lee""#; 20_000].join(",");
    for head in [
        format!("<meta property=article:section content='{long}'>"),
        json_ld(&format!(
            "{{\"@type\":\"NewsArticle\",\"articleSection\":\"{long}\",\"author\":\"{long}\",\"keywords\":\"{long}\"}}"
        )),
        format!(
            "<meta name=author content='{long}'><meta name=keywords content='{long}'><meta property=og:site_name content='{long}'>"
        ),
        format!(
            "</head><ul class=breadcrumb><li><a href=/>Home</a><li><a href=/x>{long}</a><li>Canal</ul><p class=category>{long}</p>"
        ),
        format!("<link rel=canonical href='https://a.example/{}/canal'>", "x".repeat(100_000)),
        format!("<title>{long}</title><meta property=og:title content='{long}'>"),
    ] {
        let article = read(&head);
        assert_eq!((&article.sections, &article.authors, &article.tags), (&None, &None, &None), "{}", &head[..80]);
    }
    let article =
        read(&json_ld(&format!("{{\"@type\":\"NewsArticle\",\"author\":[{names}],\"articleSection\":[{names}]}}")));
    assert_eq!(article.authors.unwrap().value, ["Ann Lee"]);
}

#[test]
fn explain_tells_what_each_fact_was_chosen_from() {
    let desk = Desk::new();
    let page = format!(
        "<html lang=en><meta property=article:published_time content=2026-02-26><meta name=date content=2098-01-01>
         <meta property=article:modified_time content=2026-03-01><link rel=canonical href=https://a.example/2026/02/25/canal>
         <script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"The canal reopens\"}}</script>
         {STORY}<aside class=related><article><h2><a href=/o>Other</a></h2><time datetime=2026-01-05>5 January</time></article></aside>"
    );
    desk.write("canal.html", page);
    let line = desk.expect(0, &["extract", "--explain", "--format", "json", "canal.html"]);
    let article: Value = serde_json::from_str(&line.stdout).expect("one line of JSON");
    let choices = article["explain"]["choices"].as_array().expect("choices");
    let of =
        |fact: &str| choices.iter().find(|choice| choice["fact"] == fact).map(|choice| choice["candidates"].clone());
    let dates = of("date").expect("a choice of dates");
    let told = |value: &str| {
        let all = dates.as_array().expect("candidates").iter();
        let found = all.filter(|c| c["values"][0].as_str().is_some_and(|v| v.starts_with(value)));
        found.map(|c| c["lost"].as_str().unwrap_or("taken").to_owned()).next().unwrap_or_default()
    };
    assert_eq!(told("2026-02-26"), "taken");
    assert!(told("2098-01-01").contains("impossible"), "{dates}");
    assert!(told("2026-03-01").contains("last change"), "{dates}");
    assert!(told("2026-02-25").contains("weaker"), "{dates}");
    assert!(told("2026-01-05").contains("another article"), "{dates}");
    assert_eq!(of("title").unwrap()[0]["source"], "h1");
    assert!(of("authors").is_none(), "a fact of which nothing is said is left out");
    let text = desk.expect(0, &["extract", "--explain", "canal.html"]).stdout;
    assert!(text.contains("(impossible") && text.contains("+ og"), "{text}");
    let plain = desk.expect(0, &["extract", "--format", "json", "canal.html"]).stdout;
    assert!(!plain.contains("choices"));
}
