//! `pressmark search` as a whole process, on pages of which every word is known.

use crate::command::Desk;
use serde_json::Value;

fn page(title: &str, section: &str, day: &str, author: &str, body: &str) -> String {
    format!(
        "<html lang=en><head><title>{title} - Verrin Gazette</title><meta property=og:site_name content='Verrin Gazette'>
         <link rel=canonical href='https://www.gazette.example/{day}/'>
         <script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"{title}\",\"articleSection\":\"{section}\",
         \"datePublished\":\"{day}T22:30:00-05:00\",\"author\":{{\"@type\":\"Person\",\"name\":\"{author}\"}}}}</script></head>
         <body><nav>Home Weather Zeppelins</nav><article><h1>{title}</h1>{body}</article></body></html>"
    )
}

/// Four pages with an index.
pub(crate) fn desk() -> Desk {
    let desk = Desk::new();
    desk.write(
        "corpus/locks.html",
        page(
            "Locks reopen at Verrin",
            "Transport",
            "2024-03-05",
            "Ada Byrd",
            "<p>The locks at Verrin reopened on Monday after a long winter of repairs, and the first barges went through before noon.</p>
             <h2 id=who-pays>Who pays</h2><p>The harbour levy & the grain toll will cover half of the cost, said the minister, who called it a fair share.</p>",
        ),
    );
    desk.write(
        "corpus/toll.html",
        page(
            "Grain toll splits the coalition",
            "Economy",
            "2025-11-30",
            "Bo Carver",
            "<p>A toll on grain that passes the locks has split the governing coalition, four months before the vote on the budget.</p>
             <p>Farmers call the toll a tax on bread, and millers have threatened to ship by road instead of water from now on.</p>",
        ),
    );
    desk.write(
        "corpus/schools.html",
        page(
            "Schools without heating",
            "Education",
            "2025-01-15",
            "Ada Byrd, Cy Dunn",
            "<p>Every third school in the province was without heating last week, and the ministry has no date for the repairs it promised.</p>",
        ),
    );
    desk.write(
        "corpus/note.txt",
        "A note on barges\n\nBarges carry more per litre than lorries do, as an old rule of thumb has it.",
    );
    desk.expect(0, &["index"]);
    desk
}

#[test]
fn operators() {
    let desk = desk();
    let (locks, toll, schools, note) =
        ("Locks reopen at Verrin", "Grain toll splits the coalition", "Schools without heating", "A note on barges");
    for (query, titles) in [
        ("barges", &[note, locks][..]),
        ("repair", &[schools, locks]),
        ("grain toll", &[toll, locks]),
        ("\"grain toll\"", &[toll, locks]),
        ("\"toll grain\"", &[]),
        ("toll -levy", &[toll]),
        ("toll NOT levy", &[toll]),
        ("+levy toll", &[locks]),
        ("levy AND toll", &[locks]),
        ("levy OR heating", &[schools, locks]),
        ("title:toll", &[toll]),
        ("heading:pays", &[locks]),
        ("section:economy", &[toll]),
        ("section:ECONOMY toll", &[toll]),
        ("-section:economy toll", &[locks]),
        ("author:dunn", &[schools]),
        ("author:\"bo carver\"", &[toll]),
        ("site:gazette.example levy", &[locks]),
        ("site:\"verrin gazette\" levy", &[locks]),
        ("date:2024", &[locks]),
        ("date:2025-11", &[toll]),
        ("since:2025 before:2025-06", &[schools]),
        ("lang:en heating", &[schools]),
        ("zeppelins", &[]),
        ("the", &[locks, toll, schools, note]),
    ] {
        let mut found = desk.titles(&[query]);
        let mut expected = titles.to_vec();
        if query == "the" {
            found.sort();
            expected.retain(|t| *t != note);
            expected.sort();
            found.retain(|t| t != note);
        }
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn a_pasted_address_finds_its_article_however_it_is_spelled() {
    let desk = desk();
    let saved = |url: &str, title: &str, body: &str| {
        format!(
            "<html lang=en><head><title>{title}</title><link rel=canonical href='{url}'></head><body><article>
            <h1>{title}</h1><p>{body}</p></article></body></html>"
        )
    };
    let about = "The ferry at Verrin will run again from May, if the boat that was ordered in winter comes in time.";
    desk.write(
        "corpus/ferry.html",
        saved("http://www.ferry.example/view?id=3&amp;utm_source=tw", "Ferry three", about),
    );
    let about = "The bridge at Dunmore is closed to lorries until the ministry has found out who is to pay for it.";
    desk.write("corpus/bridge.html", saved("https://ferry.example/view?id=4", "Bridge four", about));
    desk.expect(0, &["index"]);
    for (address, title) in [
        ("https://www.gazette.example/2024-03-05/", "Locks reopen at Verrin"),
        ("http://www.gazette.example/2024-03-05/", "Locks reopen at Verrin"),
        ("HTTPS://Gazette.example/2024-03-05", "Locks reopen at Verrin"),
        ("gazette.example/2024-03-05", "Locks reopen at Verrin"),
        ("www.gazette.example/2024-03-05/#who-pays", "Locks reopen at Verrin"),
        ("https://gazette.example/2024-03-05?utm_source=x&fbclid=y", "Locks reopen at Verrin"),
        ("<https://gazette.example/2024-03-05>", "Locks reopen at Verrin"),
        ("<https://gazette.example/2024-03-05>.", "Locks reopen at Verrin"),
        ("https://ferry.example/view?id=3", "Ferry three"),
        ("ferry.example/view?id=3&srsltid=z", "Ferry three"),
        ("http://www.ferry.example/view/?id=4#top", "Bridge four"),
        ("ferry.example/view?id=4&_gl=1*8^2", "Bridge four"),
    ] {
        let found = desk.search(&[address]);
        assert_eq!((&found["hits"][0]["title"], &found["did_you_mean"]), (&title.into(), &Value::Null), "{address}");
        assert_eq!(found["problems"], serde_json::json!([]), "{address}");
        let shown: Value =
            serde_json::from_str(&desk.expect(0, &["show", address, "--format", "json"]).stdout).expect("JSON");
        assert_eq!(shown["title"], title, "{address}");
        // After `url:` a `*` stands for anything.
        if !address.starts_with('<') && !address.contains('*') {
            assert_eq!(desk.titles(&[&format!("url:{address}")]), [title], "{address}");
        }
    }
    let other = desk.search(&["https://ferry.exampel/viwe?id=5"]);
    assert_eq!(other["did_you_mean"], Value::Null, "an address is no misspelt word");
    assert_eq!(desk.titles(&["url:https://ferry.example/view?id=5"]), [""; 0]);
    let words = desk.search(&["ferri.verrin/brigde^2"]);
    assert!(words["did_you_mean"].is_string(), "words that look like an address may be misspelt: {words}");
    assert!(words["problems"][0].as_str().is_some_and(|said| said.contains("`^`")), "{words}");
}

#[test]
fn filters_and_order() {
    let desk = desk();
    let dated = ["Grain toll splits the coalition", "Schools without heating", "Locks reopen at Verrin"];
    let newest = desk.titles(&["--sort", "newest"]);
    assert_eq!(newest[..3], dated);
    assert_eq!(newest[3], "A note on barges", "pages without a date come last");
    let oldest = desk.titles(&["--sort", "oldest"]);
    assert_eq!((oldest[0].as_str(), oldest[3].as_str()), (dated[2], "A note on barges"));
    assert_eq!(desk.titles(&["--since", "2025-02", "--until", "2025-11-30"]), dated[..1]);
    assert_eq!(desk.titles(&["--section", "transport", "--section", "Education", "--sort", "newest"]), dated[1..]);
    assert_eq!(desk.titles(&["--author", "Ada Byrd", "--sort", "newest"]), dated[1..]);
    assert_eq!(desk.titles(&["--site", "www.gazette.example", "--sort", "newest"]), dated);
    assert_eq!(desk.titles(&["--sort", "newest", "-n", "1", "--offset", "1"]), dated[1..2]);
    assert_eq!(desk.titles(&["-heading:pays", "since:2024"]), dated[..2], "where nothing ranks, the latest come first");
    assert_eq!(desk.search(&["-n", "0"])["total"], 4);
    assert_eq!(desk.titles(&["--offset", "9"]), [""; 0]);
}

#[test]
fn json_is_as_the_contract_says() {
    let desk = desk();
    let found = desk.search(&["--facet", "section", "--facet", "year", "levy", "cost"]);
    let keys = |v: &Value| v.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    let mut top = keys(&found);
    top.sort();
    assert_eq!(top, ["did_you_mean", "facets", "hits", "problems", "query", "timeline", "took_ms", "total"]);
    assert_eq!((&found["query"], &found["total"]), (&"levy cost".into(), &1.into()));
    let hit = &found["hits"][0];
    for key in
        ["id", "path", "url", "title", "authors", "site", "sections", "date", "lang", "score", "heading", "snippet"]
    {
        assert!(keys(hit).contains(&key.to_owned()), "{key} is missing");
    }
    assert_eq!(hit["path"], "corpus/locks.html");
    assert_eq!(hit["date"], "2024-03-05T22:30:00-05:00");
    assert_eq!(hit["heading"], "Who pays");
    assert_eq!(hit["sections"], serde_json::json!(["Transport"]));
    let snippet = hit["snippet"].as_str().expect("a string");
    assert!(
        snippet
            .starts_with("The harbour <mark>levy</mark> &amp; the grain toll will cover half of the <mark>cost</mark>"),
        "{snippet}"
    );
    assert_eq!(found["facets"]["section"], serde_json::json!([{ "value": "Transport", "count": 1 }]));
    assert_eq!(found["facets"]["year"], serde_json::json!([{ "value": "2024", "count": 1 }]));
}

#[test]
fn links_lead_to_the_passage() {
    let desk = desk();
    let link = |query: &str| desk.search(&[query])["hits"][0]["link"].as_str().unwrap_or_default().to_owned();
    assert_eq!(link("levy"), "https://www.gazette.example/2024-03-05/#who-pays");
    let without_ids = link("millers");
    assert!(without_ids.starts_with("https://www.gazette.example/2025-11-30/#:~:text=Farmers%20call"), "{without_ids}");
    assert!(
        link("winter").starts_with("https://www.gazette.example/2024-03-05/#:~:text="),
        "it stands above the heading"
    );
    desk.write("lines.jsonl", desk.expect(0, &["extract", "--format", "json", "corpus"]).stdout);
    desk.expect(0, &["index", "--articles", "lines.jsonl", "--index", "again"]);
    let found = desk.search(&["--index", "again", "levy"]);
    assert_eq!(found["hits"][0]["link"], link("levy"), "article lines carry anchors");
}

#[test]
fn text_for_people() {
    let desk = desk();
    let ran = desk.expect(0, &["search", "levy"]);
    let expected = " 1. Locks reopen at Verrin
    2024-03-05 · Verrin Gazette · Transport · Ada Byrd
    under “Who pays”
    The harbour levy & the grain toll will cover half of the cost, said the minister, who called it a fair share.
    https://www.gazette.example/2024-03-05/#who-pays
";
    assert_eq!(ran.stdout.trim_end(), expected.trim_end());
    assert!(ran.stderr.starts_with("pressmark: 1 article in "), "{}", ran.stderr);
}

#[test]
fn csv_for_spreadsheets() {
    let ran = desk().expect(0, &["search", "--format", "csv", "levy"]);
    let mut lines = ran.stdout.lines();
    assert_eq!(
        lines.next(),
        Some("rank,score,title,date,sections,site,authors,lang,heading,snippet,url,path,id,link,copies")
    );
    assert!(lines.next().is_some_and(
        |l| l.starts_with("1,") && l.contains(",Locks reopen at Verrin,2024-03-05T22:30:00-05:00,Transport,")
    ));
}

#[test]
fn a_batch_answers_line_by_line() {
    let desk = desk();
    desk.write("queries.txt", "levy\n\"grain toll\"\nzeppelins\n");
    let ran = desk.expect(0, &["search", "--batch", "queries.txt"]);
    let totals: Vec<_> = ran.lines().iter().map(|l| l["total"].clone()).collect();
    assert_eq!(totals, [1, 2, 0]);
}

#[test]
fn a_batch_passes_over_blank_lines_and_names_a_file_that_is_none() {
    let desk = desk();
    desk.write("queries.txt", "levy\n\n  \r\nheating\n\n");
    let ran = desk.expect(0, &["search", "--batch", "queries.txt"]);
    assert_eq!(ran.lines().iter().map(|l| l["query"].clone()).collect::<Vec<_>>(), ["levy", "heating"]);
    assert!(ran.stderr.contains("queries.txt: passed over 3 blank lines"), "{}", ran.stderr);
    assert!(desk.expect(2, &["search", "--batch", "corpus"]).stderr.starts_with("pressmark: corpus: "));
}

#[test]
fn a_filter_that_no_article_passes_is_named_with_what_there_is() {
    let desk = desk();
    for (args, line) in [
        (&["levy", "--lang", "english"][..], "no article has lang english; nearest: en"),
        (&["levy", "--section", "Nosuch"], "no article has section Nosuch; there are Economy, Education, Transport"),
        (&["levy", "section:Economi"], "no article has section Economi; nearest: Economy"),
        (&["levy (kind:foo OR lang:xx)"], "no article has lang xx; there are en"),
        (&["levy", "--author", "Carvr"], "no article has author Carvr; nearest: Bo Carver"),
    ] {
        let ran = desk.expect(1, &[&["search"], args].concat());
        assert!(ran.stderr.contains(line), "{}", ran.stderr);
        let problems = desk.search(args)["problems"].to_string();
        assert!(problems.contains(line), "{problems}");
    }
    for args in
        [&["zeppelins", "--lang", "en"][..], &["zeppelins", "-section:nosuch"], &["levy", "--section", "education"]]
    {
        assert!(!desk.expect(1, &[&["search"], args].concat()).stderr.contains("no article has"), "{args:?}");
    }
}

#[test]
fn a_misspelt_index_is_not_built() {
    let desk = desk();
    let ran = desk.expect(2, &["search", "levy", "--index", "idnex"]);
    assert!(ran.stderr.contains("no index in idnex, but in index"), "{}", ran.stderr);
    assert!(!desk.path("idnex").exists());
    for new in ["another", "index2", "ix"] {
        desk.expect(0, &["search", "levy", "--index", new]);
    }
    std::fs::rename(desk.path("index"), desk.path("indes")).expect("renamed");
    desk.expect(0, &["search", "levy", "--index", "./index"]);
}

#[test]
fn numbers_and_options_that_are_none_are_named() {
    let desk = desk();
    for option in ["-n", "--offset"] {
        let ran = desk.expect(2, &["search", "levy", option, "-1"]);
        assert!(ran.stderr.contains("invalid value '-1'"), "{}", ran.stderr);
    }
    let found = desk.search(&["levy --toll"]);
    assert_eq!(found["problems"][0], "`--toll` is searched for as `toll`; `-toll` leaves it out");
    assert_eq!(found["total"], 2);
}

#[test]
fn exclusions_may_be_typed_without_quotes() {
    let desk = desk();
    assert_eq!(desk.titles(&["toll", "-levy"]), ["Grain toll splits the coalition"]);
    assert_eq!(desk.titles(&["toll", "-n", "1"]).len(), 1);
}

#[test]
fn the_first_search_builds_the_index_from_corpus() {
    let desk = Desk::with_corpus();
    let ran = desk.expect(0, &["search", "ferry", "subsidy"]);
    assert!(ran.stderr.contains("no index in index yet; indexing corpus first"), "{}", ran.stderr);
    assert!(ran.stdout.starts_with(" 1. "), "{}", ran.stdout);
    assert!(!desk.expect(0, &["search", "ferry"]).stderr.contains("indexing"));
}

#[test]
fn nothing_found_is_exit_code_one() {
    let ran = desk().expect(1, &["search", "zeppelins"]);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("nothing found"));
}

#[test]
fn a_closed_pipe_is_success() {
    use std::io::Read;
    let desk = desk();
    desk.write("many.txt", "toll\n".repeat(20_000));
    let mut child = desk
        .command(&["search", "--batch", "many.txt"])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("pressmark starts");
    let mut start = [0; 16];
    child.stdout.take().expect("a pipe").read_exact(&mut start).expect("some output");
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn stats_count_facts_by_source() {
    let desk = desk();
    let stats: Value = serde_json::from_str(&desk.expect(0, &["stats", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(stats["articles"], 4);
    assert_eq!(stats["facts"]["date"], serde_json::json!({ "have": 3, "sources": { "json-ld": 3 } }));
    assert_eq!(stats["languages"]["en"], 4);
    assert_eq!(desk.expect(0, &["stats", "--lacking", "date"]).stdout, "corpus/note.txt\n");
    let text = desk.expect(0, &["stats"]).stdout;
    assert!(text.contains("      3 date       json-ld 3\n"), "{text}");
    assert!(desk.expect(2, &["stats", "--lacking", "colour"]).stderr.contains("title, date"));
}

#[test]
fn searches_are_kept_asked_again_and_searched_within() {
    let desk = desk();
    desk.expect(0, &["search", "toll", "--save", "tolls", "--since", "2024"]);
    let ran = desk.expect(1, &["search", "--saved", "tolls", "--new"]);
    assert!(ran.stderr.contains("nothing new"), "{}", ran.stderr);
    desk.write(
        "corpus/late.html",
        page(
            "A toll on salt",
            "Economy",
            "2026-01-02",
            "Bo Carver",
            "<p>Salt pays a toll at the locks from today on, and the towns along the river are not amused by it.</p>",
        ),
    );
    desk.expect(0, &["index"]);
    assert_eq!(desk.titles(&["--saved", "tolls", "--new"]), ["A toll on salt"]);
    assert_eq!(desk.search(&["--saved", "tolls"])["total"], 3);
    assert_eq!(desk.titles(&["--within", "tolls", "salt"]), ["A toll on salt"]);
    assert_eq!(desk.search(&["--within", "tolls", "heating"])["total"], 0, "found, but not among tolls");
    desk.expect(2, &["search", "--saved", "tolls", "--section", "economy"]);
    desk.expect(2, &["search", "--saved", "nosuch"]);
    let refused = desk.expect(2, &["search", "toll", "--save", "../../evil"]);
    assert_eq!(refused.stdout, "", "refused before anything is searched");
    desk.expect(0, &["search", "levy", "--save", "replaced"]);
    let again = desk.expect(0, &["search", "levy", "--save", "replaced"]).stderr;
    assert!(!again.contains("takes the place"), "{again}");
    let other = desk.expect(0, &["search", "toll", "--save", "replaced"]).stderr;
    assert!(other.contains("takes the place of the saved search replaced: levy"), "{other}");
    desk.expect(2, &["search", "toll", "--new"]);
    // A narrower look is no reason to take the rest for new.
    desk.expect(0, &["search", "salt", "--save", "salt"]);
    assert_eq!(desk.search(&["--saved", "tolls", "--within", "salt"])["total"], 1);
    desk.expect(1, &["search", "--saved", "tolls", "--new"]);
    // What a search was saved within is part of it; within itself it is refused.
    desk.expect(0, &["search", "toll", "--within", "salt", "--save", "salty"]);
    assert_eq!(desk.titles(&["--saved", "salty"]), ["A toll on salt"]);
    desk.expect(0, &["search", "toll", "--within", "salty", "--save", "salt"]);
    assert!(desk.expect(2, &["search", "--saved", "salty"]).stderr.contains("within itself"));
}

#[test]
fn a_quotation_that_is_nowhere_means_the_same_whenever_it_is_asked() {
    let desk = desk();
    let quotation = "\"the locks at verrin never reopened after a long winter of repairs\"";
    let ran = desk.expect(0, &["search", quotation, "--save", "never"]);
    assert!(ran.stderr.contains("no article has these words exactly so"), "{}", ran.stderr);
    desk.expect(1, &["search", "--saved", "never", "--new"]);
    assert!(desk.search(&["barges", "--within", "never"])["total"] != 0);
    // Where an article has it, no other is taken for it, however the answer is narrowed.
    let there = "\"The locks at Verrin reopened on Monday after a long winter\"";
    assert_eq!(desk.search(&[there])["total"], 1);
    assert_eq!(desk.search(&[there, "--section", "economy"])["total"], 0);
}

#[test]
fn signs_before_words_of_several_parts_are_about_all_of_them() {
    let desk = desk();
    assert_eq!(desk.titles(&["+long-winter"]), ["Locks reopen at Verrin"]);
    assert_eq!(desk.search(&["+winter-long"])["total"], 0);
    assert_eq!(desk.titles(&["toll -long-winter"]), ["Grain toll splits the coalition"]);
    assert_eq!(desk.titles(&["+https://www.gazette.example/2024-03-05"]), ["Locks reopen at Verrin"]);
    assert_eq!(desk.titles(&["toll -https://www.gazette.example/2024-03-05"]), ["Grain toll splits the coalition"]);
}

#[test]
fn what_was_meant_is_never_what_was_typed() {
    let desk = desk();
    assert_eq!(desk.search(&["title:barges OR title:zebra"])["did_you_mean"], Value::Null);
    assert_eq!(desk.search(&["\"grian toll\""])["did_you_mean"], "\"grain toll\"");
    assert_eq!(desk.search(&["grian NEAR/3 toll"])["did_you_mean"], "+(grain NEAR/3 toll)");
    assert_eq!(desk.search(&["author:byrd", "--timeline"])["undated"], 0);
    assert_eq!(desk.search(&["barges", "--timeline"])["undated"], 1);
}

#[test]
fn several_indexes_are_searched_as_one() {
    let desk = desk();
    desk.write(
        "more/salt.html",
        page(
            "A toll on salt",
            "Economy",
            "2026-01-02",
            "Bo Carver",
            "<p>Salt pays a toll at the locks from today on, and the towns along the river are not amused by it.</p>",
        ),
    );
    desk.expect(0, &["index", "more", "--index", "second"]);
    let found = desk.search(&["toll", "--index", "index", "--index", "second", "--facet", "section"]);
    assert_eq!(found["total"], 3);
    assert_eq!(found["facets"]["section"][0], serde_json::json!({ "value": "Economy", "count": 2 }));
    let indexes: Vec<&str> =
        found["hits"].as_array().into_iter().flatten().filter_map(|h| h["index"].as_str()).collect();
    assert!(indexes.contains(&"index") && indexes.contains(&"second"), "{indexes:?}");
    desk.expect(2, &["search", "toll", "--index", "index", "--index", "third"]);
}

#[test]
fn articles_that_say_nearly_the_same_stand_under_the_best() {
    let desk = Desk::new();
    let text = |last: &str| {
        let many: Vec<String> = (0..60)
            .map(|n| format!("Sentence {n} of the wire story tells of lock number {n} and its keeper."))
            .collect();
        format!("<p>{} {last}</p>", many.join(" "))
    };
    for (site, last) in [("one", "It ends here."), ("two", "It ends so."), ("three", "So it ends.")] {
        desk.write(
            &format!("corpus/{site}.html"),
            page("The keepers", "World", "2026-01-02", "A Wire", &text(last))
                .replace("www.gazette.example", &format!("{site}.example")),
        );
    }
    desk.expect(0, &["index"]);
    let found = desk.search(&["keeper"]);
    assert_eq!((found["total"].as_u64(), found["hits"].as_array().map(Vec::len)), (Some(3), Some(1)));
    assert_eq!(found["hits"][0]["copy_count"], 2);
    assert_eq!(desk.search(&["keeper", "--copies"])["hits"].as_array().map(Vec::len), Some(3));
    assert!(desk.expect(0, &["search", "keeper"]).stdout.contains("2 copies: Verrin Gazette"));
}

#[test]
fn show_marks_what_matches_and_similar_leaves_the_article_out() {
    let desk = desk();
    let id = desk.search(&["levy"])["hits"][0]["id"].as_str().expect("an id").to_owned();
    for name in [id.as_str(), "corpus/locks.html", "https://www.gazette.example/2024-03-05/"] {
        let shown = desk.expect(0, &["show", name, "levy", "--format", "json"]).lines().remove(0);
        assert_eq!(shown["title"], "Locks reopen at Verrin");
        assert!(shown.to_string().contains("<mark>levy</mark>"), "{shown}");
    }
    assert!(desk.expect(0, &["show", &id]).stdout.contains("Who pays"));
    desk.expect(2, &["show", "nosuch"]);
    let similar = desk.expect(0, &["similar", &id, "--format", "json"]).lines().remove(0);
    let titles: Vec<&str> =
        similar["hits"].as_array().into_iter().flatten().filter_map(|h| h["title"].as_str()).collect();
    assert!(!titles.is_empty() && !titles.contains(&"Locks reopen at Verrin"), "{titles:?}");
    desk.expect(2, &["similar", "nosuch"]);
}

#[test]
fn recent_articles_can_be_preferred() {
    let desk = desk();
    let score = |args: &[&str]| desk.search(args)["hits"][0]["score"].as_f64().expect("a score");
    assert!(score(&["toll", "--prefer", "recent"]) > score(&["toll"]));
    assert_eq!(desk.titles(&["toll", "--prefer", "none"]), desk.titles(&["toll"]));
}

#[test]
fn a_section_is_found_by_those_that_it_lies_within() {
    let crumbs = |name: &str, trail: &[&str]| {
        let links: String = trail.iter().map(|crumb| format!("<li><a href='/{crumb}'>{crumb}</a>")).collect();
        let body = format!(
            "<p>The locks at Verrin reopened on Monday, and the minister for {name} spoke of the long winter.</p>"
        )
        .repeat(4);
        let page = format!(
            "<html lang=en><ul class=breadcrumb><li><a href=/>Home</a>{links}</ul><article><h1>{name}</h1>{body}</article></html>"
        );
        (format!("corpus/{name}.html"), page)
    };
    let desk = Desk::new();
    for (path, page) in
        [crumbs("Ports", &["World", "Middle East"]), crumbs("Rails", &["World", "Asia"]), crumbs("Roads", &["Economy"])]
    {
        desk.write(&path, page);
    }
    // A page that lists its sections does not say which lies within which.
    let list = "<meta property=article:section content=Asia><meta property=article:section content=Economy>";
    desk.write("corpus/Tolls.html", crumbs("Tolls", &[]).1.replace("<ul class", &format!("{list}<ul class")));
    desk.expect(0, &["index"]);
    let titles = |section: &str| {
        let mut titles = desk.titles(&["locks", "--copies", "--section", section]);
        titles.sort();
        titles
    };
    assert_eq!(titles("world"), ["Ports", "Rails"]);
    assert_eq!(titles("Middle East"), ["Ports"]);
    assert_eq!(titles("World > Middle East"), ["Ports"]);
    assert_eq!(titles("world›asia"), ["Rails"]);
    assert!(titles("Asia > World").is_empty());
    assert!(titles("Middle East > Economy").is_empty());
    assert_eq!(titles("Economy > Asia"), ["Tolls"]);
    assert_eq!(titles("Asia > Economy"), ["Tolls"]);
    let but = |query: &str| desk.titles(&["--copies", "--sort", "oldest", query]).len();
    assert_eq!((but("locks -section:\"World > Asia\""), but("locks -section:\"Asia > World\"")), (3, 4));
    // What two runs have written is merged, and the order stays.
    let (path, page) = crumbs("Mines", &["Economy"]);
    desk.write(&path, page).expect(0, &["index", "--optimize"]);
    assert!(titles("Asia > World").is_empty());
    assert_eq!(desk.titles(&["locks section:\"World > Asia\""]), ["Rails"]);
}
