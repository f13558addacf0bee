//! What pages are: what `extract` says of them, and which of them `index` leaves out.

use crate::command::Desk;

const CANAL: &str = "<html lang=en><title>The canal reopens</title><h1>The canal reopens</h1><p>The canal at Verrin reopened on \
                     Monday after a winter of repairs, and the first barges went through before noon.</p>";
const ERROR: &str =
    "<title>404 Not Found</title><h1>Not Found</h1><p>The requested URL was not found on this server.</p>";
const SHELL: &str = "<title>The Daily</title><div id=root></div><script src=a.js></script>";

/// A desk with an article and pages without a text of their own; one of these comes first, when no index is there yet.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("corpus/a-shell.html", SHELL).write("corpus/canal.html", CANAL);
    desk.write("corpus/lost.html", ERROR).write("corpus/z/shell.html", SHELL);
    desk
}

#[test]
fn pages_without_a_text_are_left_out_and_counted_each_time() {
    let desk = desk();
    let first = desk.expect(0, &["index"]);
    assert!(
        first.stderr.contains("added 1, changed 0, removed 0, unchanged 0, left out 1 error, 2 empty, failed 0"),
        "{}",
        first.stderr
    );
    assert!(
        first.stderr.contains("corpus/lost.html: left out as error") && first.stderr.contains("--all-kinds"),
        "{}",
        first.stderr
    );
    let dry = desk.expect(0, &["index", "--dry-run"]);
    assert_eq!(dry.stdout, "", "nothing is read again");
    assert!(dry.stderr.contains("left out as before: 1 error, 2 empty"), "{}", dry.stderr);
    let second = desk.expect(0, &["index"]);
    assert!(second.stderr.contains("unchanged 1, left out 1 error, 2 empty, failed 0"), "{}", second.stderr);
    assert!(!second.stderr.contains("lost.html"), "what is known is not told again: {}", second.stderr);
    let list = desk.expect(0, &["stats", "--left-out"]);
    assert_eq!(list.stdout, "empty\tcorpus/a-shell.html\nerror\tcorpus/lost.html\nempty\tcorpus/z/shell.html\n");
    let json = desk.expect(0, &["stats", "--left-out", "--format", "json"]).lines();
    assert_eq!(json[0][1], serde_json::json!({ "path": "corpus/lost.html", "kind": "error" }));
}

#[test]
fn all_kinds_are_taken_if_asked_for_and_left_out_again() {
    let desk = desk();
    desk.expect(0, &["index"]);
    let all = desk.expect(0, &["index", "--all-kinds"]);
    assert!(all.stderr.contains("added 3, changed 0, removed 0, unchanged 1, failed 0"), "{}", all.stderr);
    assert_eq!(desk.titles(&["--kind", "error", "found"]), ["Not Found"]);
    let again = desk.expect(0, &["index", "--all-kinds", "--dry-run"]);
    assert_eq!(again.stdout, "");
    desk.write("pressmark.toml", "all_kinds = true");
    assert!(desk.expect(0, &["index"]).stderr.contains("unchanged 4, failed 0"));
    desk.write("pressmark.toml", "");
    let without = desk.expect(0, &["index"]);
    assert!(without.stderr.contains("removed 3, unchanged 1, left out 1 error, 2 empty"), "{}", without.stderr);
}

#[test]
fn a_page_that_has_a_text_now_is_indexed() {
    let desk = desk();
    desk.expect(0, &["index"]);
    desk.write("corpus/lost.html", CANAL.replace("canal", "ferry"));
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 1, changed 0, removed 0, unchanged 1, left out 2 empty"), "{}", ran.stderr);
    desk.write("corpus/canal.html", ERROR);
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("removed 1, unchanged 1, left out 1 error, 2 empty"), "{}", ran.stderr);
}

#[test]
fn extract_says_what_a_page_is_and_how_sure_that_is() {
    let desk = desk();
    let lines = desk.expect(0, &["extract", "--format", "json", "corpus"]).lines();
    let kinds: Vec<_> = lines.iter().map(|line| line["kind"].as_str().expect("a kind")).collect();
    assert_eq!(kinds, ["empty", "article", "error", "empty"]);
    assert!(lines.iter().all(|line| line["kind_confidence"].as_f64().is_some_and(|sure| (0.1..=1.0).contains(&sure))));
}

#[test]
fn what_failed_is_not_left_out_as_well_and_the_counts_agree() {
    let desk = Desk::new();
    let boundary = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n";
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    // Numbers that do not repeat, so that half of the file is half of the page.
    let script: String = (0..20_000u32).map(|n| format!("{} ", n.wrapping_mul(2_654_435_761))).collect();
    std::io::Write::write_all(&mut packed, format!("<html><script>{script}</script>").as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    desk.write("corpus/a.html", "<h1>Locks</h1><p>The locks at Verrin reopened on Monday after a winter of repairs.")
        .write("corpus/cut.mhtml", format!("{boundary}<html>"))
        .write("corpus/cut.html.gz", &packed[..packed.len() / 2])
        .write("corpus/shell.html", "<html><div id=root></div><script src=a.js></script>");
    for _ in 0..2 {
        let ran = desk.expect(3, &["index"]);
        assert!(ran.stderr.contains("left out 1 empty, failed 2"), "{}", ran.stderr);
        assert_eq!(desk.expect(0, &["stats", "--left-out"]).stdout, "empty\tcorpus/shell.html\n");
        assert_eq!(desk.search(&[])["total"], 1, "a page without a word is none");
    }
}
