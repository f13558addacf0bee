//! Indexes of earlier versions, and those whose new one was not yet in its place when a process was ended.

use std::path::Path;
use std::time::Duration;

use crate::command::{Desk, copy};

/// A desk with an index that says that it was written by an earlier version, and a current one to compare it with.
fn desk() -> Desk {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index"]);
    desk.expect(0, &["index", "--index", "fresh"]);
    age(&desk.path("index"), "schema", 0.into());
    desk
}

/// Has an index say that it is of another schema, or of another text analysis. It is one of before there were seals.
fn age(index: &Path, name: &str, value: serde_json::Value) {
    let file = index.join("pressmark.json");
    let text = std::fs::read_to_string(&file).expect("a file");
    let mut writer: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    writer[name] = value;
    // There is one way to write it.
    let lines = ["schema", "pressmark", "analysis"].map(|name| format!("  \"{name}\": {}", writer[name]));
    std::fs::write(file, format!("{{\n{}\n}}\n", lines.join(",\n"))).expect("a file");
    std::fs::remove_file(index.join("seal.json")).expect("a seal");
}

fn answers(desk: &Desk, index: &str) -> Vec<String> {
    let answer = |query: &str| {
        let mut found = desk.search(&["--index", index, "-n", "100", "--facet", "section", query]);
        found["took_ms"] = 0.into();
        found.to_string()
    };
    ["ferry", "water levy", "\"export ban\" OR drought", ""].iter().map(|query| answer(query)).collect()
}

/// The index is whole and answers as one made from scratch, and nothing is left beside it.
fn assert_current(desk: &Desk) {
    assert_eq!(answers(desk, "index"), answers(desk, "fresh"));
    assert!(desk.expect(0, &["check", "--all"]).stdout.starts_with("index: sound\n"));
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 0, changed 0, removed 0"), "{}", ran.stderr);
    let beside = std::fs::read_dir(desk.path("")).expect("the desk").flatten().map(|entry| entry.file_name());
    let mut beside: Vec<String> = beside.map(|name| name.to_string_lossy().into_owned()).collect();
    beside.sort();
    assert_eq!(beside, ["corpus", "fresh", "index"]);
}

#[test]
fn an_index_of_an_earlier_version_is_built_anew_by_the_next_run() {
    let desk = desk();
    for args in
        [&["search", "ferry"][..], &["stats"], &["index", "--dry-run"], &["extract", "--index", "index", "corpus"]]
    {
        let ran = desk.expect(2, args);
        assert!(ran.stderr.contains("; `pressmark index corpus --index index` builds it anew\n"), "{}", ran.stderr);
    }
    assert!(desk.expect(2, &["check"]).stdout.contains("both build it anew"));
    let ran = desk.expect(0, &["index", "corpus", "--index", "index"]);
    assert_eq!(ran.stderr.matches("built anew").count(), 1, "{}", ran.stderr);
    assert_current(&desk);
}

#[test]
fn so_is_one_with_other_rules_for_words() {
    let desk = desk();
    copy(&desk.path("fresh"), &desk.path("other"));
    std::fs::remove_dir_all(desk.path("index")).expect("an index removed");
    std::fs::rename(desk.path("other"), desk.path("index")).expect("a moved index");
    age(&desk.path("index"), "analysis", "f00".into());
    assert!(desk.expect(2, &["search", "ferry"]).stderr.contains("builds it anew"));
    // Article lines bring it up to date as well, from the pages that it remembers.
    desk.write("lines.jsonl", "{\"path\":\"x\",\"title\":\"Locks\",\"body\":\"The locks at Verrin reopened.\"}\n");
    desk.expect(0, &["index", "--articles", "lines.jsonl"]);
    assert_eq!(desk.titles(&["verrin"]), ["Locks"]);
    desk.expect(0, &["index", "--index", "fresh", "--articles", "lines.jsonl"]);
    std::fs::remove_file(desk.path("lines.jsonl")).expect("a file removed");
    assert_current(&desk);
}

#[test]
fn a_repair_builds_it_anew_from_the_paths_that_it_remembers() {
    let desk = desk();
    let ran = desk.expect(0, &["check", "--repair"]);
    assert!(ran.stdout.starts_with("index: sound\n"), "{}", ran.stdout);
    assert_current(&desk);
}

#[test]
fn killed_at_any_moment_the_older_index_or_the_new_one_is_there() {
    let desk = desk();
    copy(&desk.path("index"), &desk.path("corpus/older"));
    let restore = || {
        let _ = std::fs::remove_dir_all(desk.path("index"));
        copy(&desk.path("corpus/older"), &desk.path("index"));
    };
    for pause in [0, 20, 60, 120, 200, 400, 800] {
        restore();
        let mut run = desk.command(&["index"]).stderr(std::process::Stdio::null()).spawn().expect("a process");
        std::thread::sleep(Duration::from_millis(pause));
        run.kill().expect("a signal");
        run.wait().expect("an end");
        let ran = desk.run(&["search", "ferry"]);
        assert!(ran.code == 0 || ran.stderr.contains("builds it anew"), "{}", ran.stderr);
        desk.expect(0, &["index"]);
        assert_eq!(answers(&desk, "index"), answers(&desk, "fresh"), "killed after {pause} ms");
    }
    std::fs::remove_dir_all(desk.path("corpus/older")).expect("an index removed");
    assert_current(&desk);
}

#[test]
fn what_a_kill_between_the_two_renamings_leaves_is_ended_by_whoever_comes_next() {
    let desk = desk();
    let (old, new) = (desk.path(".index.pressmark-old"), desk.path(".index.pressmark-new"));
    desk.write("index/notes.txt", "mine");
    for (code, args) in [(0, &["search", "ferry"][..]), (0, &["index"]), (0, &["check"]), (0, &["check", "--repair"])] {
        std::fs::rename(desk.path("index"), &old).expect("the first renaming");
        copy(&desk.path("fresh"), &new);
        desk.expect(code, args);
        assert!(desk.path("index/notes.txt").exists(), "what is none of the index stays");
        assert!(!old.exists() && !new.exists());
    }
    std::fs::remove_file(desk.path("index/notes.txt")).expect("a file removed");
    assert_current(&desk);
}

/// The process that a refusal has to name, where this system tells.
#[cfg(target_os = "linux")]
fn named(index: &Path, pid: u32) -> String {
    use std::os::unix::fs::MetadataExt;
    let inode = std::fs::metadata(index.join(".tantivy-writer.lock")).expect("a lock").ino();
    let locks = std::fs::read_to_string("/proc/locks").unwrap_or_default();
    let told = locks.lines().any(|line| line.contains(&format!(" {pid} ")) && line.contains(&format!(":{inode} ")));
    if told { format!("(pressmark, process {pid})") } else { String::new() }
}

#[cfg(target_os = "linux")]
fn wait_for(what: impl Fn() -> bool) {
    for _ in 0..1000 {
        if what() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("nothing happens");
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_writer_is_told_who_holds_the_lock() {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index"]);
    let index = desk.path("index");
    // It holds the lock for as long as it waits for lines.
    let mut command = desk.command(&["index", "--articles", "-"]);
    let mut first = command.stdin(std::process::Stdio::piped()).spawn().expect("a process");
    wait_for(|| {
        let lock = std::fs::File::open(index.join(".tantivy-writer.lock")).expect("a lock");
        lock.try_lock_shared().is_err()
    });
    let named_writer = named(&index, first.id());
    for args in [&["index"][..], &["check"], &["check", "--repair"]] {
        let ran = desk.expect(2, args);
        assert!(
            ran.stderr.contains("another process is writing") && ran.stderr.contains(&named_writer),
            "{}",
            ran.stderr
        );
    }
    drop(first.stdin.take());
    first.wait().expect("an end");
    desk.expect(0, &["check"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_repair_is_named_while_it_holds_the_lock() {
    let desk = Desk::with_corpus();
    desk.expect(0, &["index"]);
    let meta = desk.path("index/meta.json");
    let text = std::fs::read_to_string(&meta).expect("a file");
    std::fs::write(&meta, text.replacen("\"max_doc\"", "\"max-doc\"", 1)).expect("a file");
    let mut repair = desk.command(&["check", "--repair", "corpus"]).spawn().expect("a process");
    // It is stopped in the middle of its work, which takes far longer than to see that it has begun.
    let id = repair.id().to_string();
    let signal = |name: &str| {
        assert!(std::process::Command::new("kill").args([name, &id]).status().expect("kill").success());
    };
    let new = desk.path(".index.pressmark-new");
    while !new.exists() {
        assert!(repair.try_wait().expect("a process").is_none(), "the repair is done before it was seen");
    }
    signal("-STOP");
    let ran = desk.expect(2, &["index"]);
    assert!(ran.stderr.contains(&named(&desk.path("index"), repair.id())), "{}", ran.stderr);
    assert!(ran.stderr.contains("another process is writing"), "{}", ran.stderr);
    signal("-CONT");
    assert!(repair.wait().expect("an end").code().is_some());
    desk.expect(0, &["check"]);
}
