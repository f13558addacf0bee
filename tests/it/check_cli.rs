//! `pressmark check` and its repair as whole processes.

use crate::command::{Desk, copy};

const QUERIES: [&str; 5] = ["ferry", "water levy", "\"export ban\" OR drought", "reform", ""];

/// What an index answers, but for how long it took.
fn answers(desk: &Desk, index: &str) -> Vec<String> {
    let answer = |query: &str| {
        let mut found = desk.search(&["--index", index, "-n", "100", "--facet", "section", "--facet", "year", query]);
        found["took_ms"] = 0.into();
        found.to_string()
    };
    QUERIES.iter().map(|query| answer(query)).collect()
}

/// A desk with an index made in two runs, and with one made in one run beside it.
fn desk() -> Desk {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index", "corpus/arabic", "corpus/archive", "corpus/clippings"]);
    desk.expect(0, &["index"]);
    desk.expect(0, &["index", "--index", "fresh"]);
    assert!(desk.expect(0, &["check", "--all"]).stdout.starts_with("index: sound\n"));
    desk
}

fn file(desk: &Desk, ends: &str) -> std::path::PathBuf {
    let all = crate::command::files(&desk.path("index"));
    all.into_iter().find(|path| path.to_string_lossy().ends_with(ends)).expect("a file")
}

fn flip(path: &std::path::Path) {
    let mut bytes = std::fs::read(path).expect("a file");
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    std::fs::write(path, bytes).expect("a file");
}

/// Repairs a damaged index, which then is sound and answers as one built from scratch.
fn repaired(desk: &Desk, paths: &[&str], damage: impl Fn(&Desk)) {
    damage(desk);
    let found = desk.expect(2, &["check"]);
    assert!(found.stdout.contains("remedy: pressmark check --repair"), "{}", found.stdout);
    let args: Vec<&str> = ["check", "--repair"].iter().chain(paths).copied().collect();
    let ran = desk.expect(0, &args);
    assert!(ran.stdout.starts_with("index: sound\n"), "{}\n{}", ran.stdout, ran.stderr);
    assert_eq!(answers(desk, "index"), answers(desk, "fresh"));
    let again = desk.expect(0, &["index"]);
    assert!(again.stderr.contains("added 0, changed 0, removed 0"), "{}", again.stderr);
}

#[test]
fn what_is_damaged_is_built_again_from_the_pages() {
    let desk = desk();
    for ends in [".store", ".idx", ".fast", "meta.json", "seal.json", "pressmark.json", ".managed.json"] {
        repaired(&desk, &[], |desk| flip(&file(desk, ends)));
    }
    for gone in ["pressmark.json", "seal.json", "meta.json", ".managed.json"] {
        repaired(&desk, &[], |desk| std::fs::remove_file(desk.path("index").join(gone)).expect("a file removed"));
    }
    // What was indexed is written in both of these, so that it has to be said where neither is left.
    repaired(&desk, &["corpus"], |desk| {
        for ends in ["meta.json", "seal.json"] {
            std::fs::write(file(desk, ends), "").expect("a file");
        }
        flip(&file(desk, ".term"));
    });
    assert_eq!(std::fs::read_dir(desk.path("")).expect("the desk").count(), 3, "nothing is left beside the index");
}

#[test]
fn an_index_that_has_lost_its_list_of_segments_is_not_begun_anew() {
    let desk = desk();
    std::fs::remove_file(desk.path("index/meta.json")).expect("a file removed");
    for args in [&["search", "ferry"][..], &["index"], &["stats"]] {
        let ran = desk.expect(2, args);
        assert!(ran.stderr.contains("`pressmark check --repair --index index` mends it"), "{}", ran.stderr);
    }
}

#[test]
fn an_index_without_its_head_is_damaged_and_not_something_else() {
    for spoil in [None, Some(&b"garbage"[..]), Some(b""), Some(b"\xFF\xFE")] {
        let desk = desk();
        let file = desk.path("index/pressmark.json");
        match spoil {
            None => std::fs::remove_file(&file).expect("a file removed"),
            Some(bytes) => std::fs::write(&file, bytes).expect("a file"),
        }
        for args in [&["search", "ferry"][..], &["index"]] {
            let ran = desk.expect(2, args);
            assert!(ran.stderr.contains("`pressmark check --repair --index index` mends it"), "{}", ran.stderr);
        }
        let found = desk.expect(2, &["check"]).stdout;
        assert!(found.contains("\nremedy: pressmark check --repair --index index\n"), "{found}");
        desk.expect(0, &["check", "--repair", "--index", "index"]);
        desk.expect(0, &["search", "ferry"]);
    }
}

#[test]
fn articles_without_a_page_are_taken_over_from_the_old_index() {
    let desk = Desk::with_corpus();
    let lines = desk.expect(0, &["extract", "--format", "json", "corpus"]).stdout;
    desk.write("lines.jsonl", &lines);
    for index in ["index", "fresh"] {
        desk.expect(0, &["index", "--articles", "lines.jsonl", "--index", index]);
    }
    let before = answers(&desk, "fresh");
    for ends in [".term", "meta.json", "pressmark.json"] {
        flip(&file(&desk, ends));
        let ran = desk.expect(0, &["check", "--repair"]);
        assert!(ran.stderr.contains("articles that no page gives are taken over"), "{}", ran.stderr);
        assert_eq!(answers(&desk, "index"), before, "{ends}");
    }
    flip(&file(&desk, ".store"));
    let ran = desk.expect(2, &["check", "--repair"]);
    assert!(ran.stderr.contains("name the folders"), "{}", ran.stderr);
}

#[test]
fn pages_that_are_gone_are_kept_or_counted_as_lost() {
    let desk = Desk::with_corpus();
    desk.write("more/a.html", "<h1>Locks reopen</h1><p>The locks at Verrin reopened on Monday after repairs.</p>");
    desk.write(
        "more/b.html",
        "<h1>Gates close</h1><p>The gates at Tarn closed for good on Friday, said the board.</p>",
    );
    desk.expect(0, &["index", "more"]);
    desk.expect(0, &["index"]);
    std::fs::remove_file(desk.path("more/a.html")).expect("a page removed");
    let meta = desk.path("index/meta.json");
    let sound = std::fs::read(&meta).expect("a file");
    flip(&meta);
    desk.expect(0, &["check", "--repair"]);
    assert_eq!(desk.titles(&["verrin"]), ["Locks reopen"]);
    assert_ne!(std::fs::read(&meta).expect("a file"), sound);
    for path in crate::command::files(&desk.path("index")) {
        if path.extension().is_some_and(|e| e == "store") {
            flip(&path);
        }
    }
    let ran = desk.expect(3, &["check", "--repair"]);
    assert!(ran.stderr.contains("more/a.html: is lost"), "{}", ran.stderr);
    assert_eq!(desk.titles(&["tarn"]), ["Gates close"]);
    std::fs::remove_file(desk.path("more/b.html")).expect("a page removed");
    for damaged in ["meta.json", ".fast"] {
        flip(&file(&desk, damaged));
    }
    let ran = desk.expect(3, &["check", "--repair", "corpus"]);
    assert!(ran.stderr.contains("up to 1 more articles are lost"), "{}", ran.stderr);
    desk.expect(0, &["check"]);
}

#[test]
fn an_index_without_a_seal_is_checked_and_sealed_by_the_next_change() {
    let desk = desk();
    std::fs::remove_file(desk.path("index/seal.json")).expect("a file removed");
    let file = desk.path("index/pressmark.json");
    let text = std::fs::read_to_string(&file).expect("a file").replace(",\n  \"sealed\": true", "");
    std::fs::write(&file, text).expect("a file");
    let ran = desk.expect(0, &["check"]);
    assert!(ran.stdout.contains("of an earlier build and has no seal"), "{}", ran.stdout);
    desk.write("corpus/new.html", "<h1>Locks reopen</h1><p>The locks at Verrin reopened on Monday after repairs.</p>");
    desk.expect(0, &["index"]);
    let ran = desk.expect(0, &["check"]);
    assert!(!ran.stdout.contains("note:"), "{}", ran.stdout);
}

#[test]
fn another_version_is_said_with_the_remedy() {
    let desk = desk();
    let file = desk.path("index/pressmark.json");
    let text = std::fs::read_to_string(&file).expect("a file");
    let schema = format!("\"schema\": {}", pressmark::index::SCHEMA_VERSION);
    std::fs::write(&file, text.replace(&schema, "\"schema\": 99")).expect("a file");
    std::fs::remove_file(desk.path("index/seal.json")).expect("a file removed");
    let ran = desk.expect(2, &["check"]);
    assert!(ran.stdout.contains("schema 99") && ran.stdout.contains("index again"), "{}", ran.stdout);
    assert!(desk.expect(2, &["check", "--repair"]).stderr.contains("schema 99"));
}

#[test]
fn check_refuses_what_is_no_index_and_waits_for_no_writer() {
    let desk = Desk::with_corpus();
    assert!(desk.expect(2, &["check"]).stderr.contains("there is no index"));
    desk.write("other/letter.txt", "Dear");
    assert!(desk.expect(2, &["check", "--index", "other", "--repair"]).stderr.contains("is not an index"));
    desk.expect(0, &["index"]);
    let open = pressmark::index::open(&desk.path("index")).expect("an index");
    let writer: tantivy::IndexWriter = open.writer_with_num_threads(1, 15_000_000).expect("a writer");
    for args in [&["check"][..], &["check", "--repair"]] {
        assert!(desk.expect(2, args).stderr.contains("another process is writing"));
    }
    drop(writer);
    desk.expect(2, &["check", "corpus"]);
    let json: serde_json::Value =
        serde_json::from_str(&desk.expect(0, &["check", "--format", "json"]).stdout).expect("JSON");
    assert_eq!((&json["sound"], &json["findings"]), (&true.into(), &serde_json::json!([])));
}

#[test]
fn what_another_program_has_written_is_not_vouched_for_until_a_repair() {
    let desk = desk();
    let open = pressmark::index::open(&desk.path("index")).expect("an index");
    let mut writer: tantivy::IndexWriter = open.writer_with_num_threads(1, 15_000_000).expect("a writer");
    writer.commit().expect("a commit");
    drop(writer);
    desk.expect(0, &["index"]);
    let ran = desk.expect(2, &["check"]);
    assert!(ran.stdout.contains("meta.json was changed by something else than pressmark"), "{}", ran.stdout);
    repaired(&desk, &[], |_| {});
}

#[cfg(unix)]
#[test]
fn a_read_only_index_is_checked() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk();
    copy(&desk.path("index"), &desk.path("kept"));
    for path in crate::command::files(&desk.path("kept")).into_iter().chain([desk.path("kept")]) {
        let mode = if path.is_dir() { 0o555 } else { 0o444 };
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("permissions");
    }
    assert!(desk.expect(0, &["check", "--index", "kept"]).stdout.starts_with("kept: sound\n"));
    std::fs::set_permissions(desk.path("kept"), std::fs::Permissions::from_mode(0o755)).expect("permissions");
}
