//! A user's own rules for sites: found, refused with the place of the mistake, used, told of, and followed by the index.

use crate::command::Desk;

const PAGE: &str = "<html lang=en><title>The canal reopens - Courier</title><link rel=canonical \
    href=https://news.courier.example/canal><h1>The canal reopens</h1><div class=kicker>Waterways</div><p class=when>3 May 2024</p>\
    <div class=story><p>The canal at Verrin reopened on Monday after a winter of repairs, and the first barges went through before \
    noon, as the council had promised.</p><p class=promo>Subscribers read the whole of this story in the paper, each day of the \
    week, at home or on the road.</p><p>Nobody on the council had foreseen what the repairs would cost, and the mayor asked for \
    patience until the books are closed.</p></div><aside class=facts><p>Four gates, two of them new.</p></aside><div \
    class=writer>By Ann Roe</div>";

const RULES: &str = "[site.'courier.example']\ncontent = '.story'\ndrop = '.promo'\nkeep = ['.facts']\ntitle = '.kicker'\n\
    date = '.when'\nsection = '.kicker'\nauthor = ['.nobody', '.writer']\n\n[sections]\nwaterways = 'Transport'\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("corpus/canal.html", PAGE);
    desk.write("corpus/other.html", PAGE.replace("news.courier.example", "other.example").replace("canal", "ferry"));
    desk
}

fn article(desk: &Desk, args: &[&str]) -> serde_json::Value {
    let args: Vec<&str> = ["extract", "--format", "json", "--explain"].iter().chain(args).copied().collect();
    desk.expect(0, &args).lines().remove(0)
}

#[test]
fn a_site_is_read_by_the_rules_for_it() {
    let desk = desk();
    desk.write("mine.toml", RULES);
    let canal = article(&desk, &["--rules", "mine.toml", "corpus/canal.html"]);
    let body = canal["body"].as_str().expect("a body");
    assert!(body.starts_with("The canal at Verrin") && body.ends_with("Four gates, two of them new."), "{body}");
    assert!(!body.contains("Subscribers"), "{body}");
    assert_eq!((canal["title"].as_str(), canal["date"].as_str()), (Some("Waterways"), Some("2024-05-03")));
    assert_eq!((&canal["sections"][0], &canal["authors"][0]), (&"Transport".into(), &"Ann Roe".into()));
    for fact in ["title", "date"] {
        assert_eq!(canal["sources"][fact], format!("user:{fact}"));
    }
    assert_eq!(
        (&canal["sources"]["sections"], &canal["sources"]["authors"]),
        (&"user:section".into(), &"user:author".into())
    );
    let used: Vec<&str> =
        canal["explain"]["user"].as_array().expect("rules").iter().map(|line| line.as_str().expect("a line")).collect();
    assert!(used.contains(&"user: mine.toml [site courier.example] content = .story"), "{used:?}");
    assert!(used.contains(&"user: mine.toml [site courier.example] author = .nobody, which finds nothing"), "{used:?}");
    assert!(used.contains(&"user: mine.toml [sections] Waterways = Transport"), "{used:?}");
    let text = desk.expect(0, &["extract", "--explain", "--rules", "mine.toml", "corpus/canal.html"]).stdout;
    assert!(
        text.contains("user: mine.toml [site courier.example] drop = .promo") && text.contains("user.drop: Your own"),
        "{text}"
    );
    let other = article(&desk, &["--rules", "mine.toml", "corpus/other.html"]);
    assert!(
        other["explain"]["user"].is_null() && other["body"].as_str().is_some_and(|b| b.contains("Subscribers")),
        "{other}"
    );
}

#[test]
fn the_file_is_found_where_the_settings_say() {
    let desk = desk();
    let title = |desk: &Desk, args: &[&str]| {
        let args: Vec<&str> = args.iter().copied().chain(["corpus/canal.html"]).collect();
        article(desk, &args)["title"].as_str().expect("a title").to_owned()
    };
    assert_eq!(title(&desk, &[]), "The canal reopens");
    desk.write("home/.config/pressmark/rules.toml", "[site.'courier.example']\ntitle = '.when'");
    assert_eq!(title(&desk, &[]), "3 May 2024");
    desk.write("pressmark-rules.toml", RULES);
    assert_eq!(title(&desk, &[]), "Waterways");
    assert_eq!(title(&desk, &["--rules", "none"]), "The canal reopens");
    desk.write("pressmark.toml", "rules = 'none'");
    assert_eq!(title(&desk, &[]), "The canal reopens");
    assert_eq!(title(&desk, &["--rules", "auto"]), "Waterways");
}

#[test]
fn mistakes_end_the_command_with_their_place() {
    let desk = desk();
    desk.write("mine.toml", "[site.'courier.example']\ndrop = 'p['\n");
    let ran = desk.expect(2, &["index", "--rules", "mine.toml"]);
    assert!(ran.stderr.contains("mine.toml:2: `drop` of courier.example: `p[` is no CSS selector"), "{}", ran.stderr);
    let ran = desk.expect(2, &["extract", "--rules", "none.toml", "corpus"]);
    assert!(ran.stderr.contains("none.toml: the rules for sites cannot be read"), "{}", ran.stderr);
}

#[test]
fn pages_are_read_again_when_the_rules_change_and_only_then() {
    let desk = desk();
    desk.expect(0, &["index"]);
    desk.write("pressmark-rules.toml", RULES);
    let dry = desk.expect(0, &["index", "--dry-run"]);
    assert_eq!(dry.stdout, "renew\tcorpus/canal.html\nrenew\tcorpus/other.html\n");
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("2 files were read again"), "{}", ran.stderr);
    assert_eq!(desk.titles(&["--section", "Transport", "barges"]), ["Waterways"]);
    desk.write("pressmark-rules.toml", format!("# for the canal\n{RULES}"));
    assert_eq!(desk.expect(0, &["index", "--dry-run"]).stdout, "", "a comment changes nothing");
    assert_eq!(desk.expect(0, &["index", "--dry-run", "--rules", "none"]).stdout.lines().count(), 2);
}

#[test]
fn a_site_of_the_rules_that_no_page_is_of_is_named_where_all_pages_were_read() {
    let desk = desk();
    desk.write(
        "pressmark-rules.toml",
        "[site.'courier.example']\ndrop = '.promo'\n\n[site.'cuorier.example']\ndrop = '.promo'\n",
    );
    let first = desk.expect(0, &["index"]).stderr;
    assert!(first.contains("rules: of the pages read none is of cuorier.example"), "{first}");
    let second = desk.expect(0, &["index"]).stderr;
    assert!(!second.contains("rules: of"), "{second}");
    desk.write("pressmark-rules.toml", "[site.'courier.example']\ndrop = 'p.promo'\n");
    let third = desk.expect(0, &["index"]).stderr;
    assert!(!third.contains("rules: of"), "{third}");
}

#[test]
fn selectors_that_found_nothing_on_all_pages_of_their_site_are_named() {
    let desk = desk();
    desk.write("corpus/second.html", PAGE.replace("canal", "lock").replace("class=promo", "class=pitch"));
    desk.write("pressmark-rules.toml", RULES.replace("drop = '.promo'", "drop = ['.promo', '.advert']"));
    let line =
        "pressmark-rules.toml: on no page of courier.example was anything found by drop = .advert; author = .nobody";
    let first = desk.expect(0, &["index"]).stderr;
    assert_eq!(first.lines().filter(|told| told.ends_with(line)).count(), 1, "{first}");
    let is_told = |stderr: &str| stderr.contains("was anything found");
    assert!(!is_told(&desk.expect(0, &["index"]).stderr), "no page was read");
    assert!(desk.expect(0, &["extract", "corpus"]).stderr.contains(line));
    assert!(!is_told(&desk.expect(0, &["extract", "corpus/canal.html"]).stderr), "one page may well lack something");
    assert!(!is_told(&desk.expect(0, &["extract", "corpus/other.html"]).stderr));
    // Of a list for a fact the first that finds something counts: whether the others would is not known.
    let fallback =
        "[site.'courier.example']\nauthor = ['.writer', '.nobody']\n\n[site.'elsewhere.example']\ndrop = '.none'\n";
    desk.write("pressmark-rules.toml", fallback);
    let third = desk.expect(0, &["index"]).stderr;
    assert!(!is_told(&third), "{third}");
    // Of a page that was not read again nobody knows.
    desk.write("pressmark-rules.toml", "[site.'courier.example']\ndrop = '.advert'\n");
    assert!(is_told(&desk.expect(0, &["index"]).stderr));
    desk.write("corpus/third.html", PAGE.replace("canal", "mill"));
    let partly = desk.expect(0, &["index"]).stderr;
    assert!(partly.contains("added 1") && !is_told(&partly), "{partly}");
}
