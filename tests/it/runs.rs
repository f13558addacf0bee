//! One run of `index` after another: what is moved, kept, only planned, watched and interrupted.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::command::Desk;

fn page(topic: &str) -> String {
    format!(
        "<html lang=en><title>The {topic} reopens</title><h1>The {topic} reopens</h1><p>The {topic} at Verrin reopened on Monday \
         after a winter of repairs, and the first barges went through before noon.</p><p>Nobody on the council had foreseen what \
         the {topic} would cost, and the mayor asked for patience until the books are closed.</p>"
    )
}

/// A desk with one page a topic, indexed.
fn indexed(topics: &[&str]) -> Desk {
    let desk = Desk::new();
    for topic in topics {
        desk.write(&format!("corpus/{topic}.html"), page(topic));
    }
    desk.expect(0, &["index"]);
    desk
}

fn rename(desk: &Desk, from: &str, to: &str) {
    std::fs::create_dir_all(desk.path(to).parent().expect("a folder")).expect("a folder");
    std::fs::rename(desk.path(from), desk.path(to)).expect("a renamed file");
}

fn hit(desk: &Desk, query: &str) -> Value {
    let found = desk.search(&[query]);
    assert_eq!(found["total"], 1, "{query}");
    found["hits"][0].clone()
}

#[test]
fn a_page_that_was_moved_keeps_its_id() {
    let desk = indexed(&["canal", "ferry", "bridge"]);
    let ferry = hit(&desk, "ferry");
    rename(&desk, "corpus/ferry.html", "corpus/2026/ferry.html");
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 0, changed 0, moved 1, removed 0, unchanged 2"), "{}", ran.stderr);
    assert_eq!(hit(&desk, "ferry")["id"], ferry["id"]);
    assert_eq!(hit(&desk, "ferry")["path"], "corpus/2026/ferry.html");
    // At its old place another page may begin anew.
    desk.write("corpus/ferry.html", page("tunnel"));
    desk.expect(0, &["index"]);
    assert_ne!(hit(&desk, "tunnel")["id"], ferry["id"]);
}

#[test]
fn a_folder_that_was_renamed_answers_like_a_new_one() {
    let desk = indexed(&["canal", "ferry", "bridge"]);
    rename(&desk, "corpus", "papers/all");
    desk.write("papers/more.html", page("tunnel"));
    let ran = desk.expect(0, &["index", "papers"]);
    assert!(ran.stderr.contains("added 1, changed 0, moved 3, removed 0"), "{}", ran.stderr);
    rename(&desk, "papers/all", "papers/those");
    let ran = desk.expect(0, &["index", "papers"]);
    assert!(ran.stderr.contains("added 0, changed 0, moved 3, removed 0, unchanged 1"), "{}", ran.stderr);
    desk.expect(0, &["index", "papers", "--index", "scratch"]);
    let answers = |index: &str| desk.titles(&["--index", index, "--since", "1900", "council OR barges", "path:papers"]);
    assert_eq!(answers("index"), answers("scratch"));
}

#[test]
fn articles_of_vanished_files_stay_where_that_is_wanted() {
    let desk = indexed(&["canal", "ferry"]);
    std::fs::remove_file(desk.path("corpus/canal.html")).expect("a removed file");
    let ran = desk.expect(0, &["index", "--keep-vanished"]);
    assert!(ran.stderr.contains("removed 0, unchanged 1"), "{}", ran.stderr);
    hit(&desk, "canal");
    desk.write("pressmark.toml", "keep_vanished = true");
    desk.expect(0, &["index"]);
    hit(&desk, "canal");
    desk.write("pressmark.toml", "");
    assert!(desk.expect(0, &["index"]).stderr.contains("removed 1"));
    assert_eq!(desk.search(&["canal"])["total"], 0);
}

#[test]
fn a_dry_run_says_what_a_run_then_does() {
    let desk = indexed(&["canal", "ferry", "bridge", "lock"]);
    rename(&desk, "corpus/canal.html", "corpus/moved.html");
    std::fs::remove_file(desk.path("corpus/ferry.html")).expect("a removed file");
    desk.write("corpus/bridge.html", page("bridge of stone")).write("corpus/new.html", page("tunnel"));
    let before = files(&desk);
    let ran = desk.expect(0, &["index", "--dry-run"]);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "add\tcorpus/new.html",
            "read again\tcorpus/bridge.html",
            "move\tcorpus/canal.html\tcorpus/moved.html",
            "remove\tcorpus/ferry.html",
        ]
    );
    assert!(ran.stderr.contains("4 files would be touched, 1 are as they were"), "{}", ran.stderr);
    assert_eq!(files(&desk), before, "nothing is written");
    assert!(desk.expect(0, &["index", "--dry-run", "--keep-vanished"]).stdout.contains("keep\tcorpus/ferry.html"));
    let ran = desk.expect(0, &["index"]);
    assert!(ran.stderr.contains("added 1, changed 1, moved 1, removed 1, unchanged 1"), "{}", ran.stderr);
    assert_eq!(desk.expect(0, &["index", "--dry-run"]).stdout, "");
}

#[test]
fn a_dry_run_makes_no_index() {
    let desk = Desk::new();
    desk.write("corpus/canal.html", page("canal"));
    assert_eq!(desk.expect(0, &["index", "--dry-run"]).stdout, "add\tcorpus/canal.html\n");
    assert!(!desk.path("index").exists());
    assert_eq!(desk.expect(2, &["index", "--dry-run", "nowhere"]).stdout, "");
    std::fs::create_dir(desk.path("empty")).expect("a folder");
    let empty = desk.expect(2, &["index", "--dry-run", "empty"]).stderr;
    assert!(empty.contains("no pages found in empty"), "{empty}");
    let partly = desk.expect(3, &["index", "--dry-run", "corpus", "nowhere"]);
    assert!(partly.stderr.contains("nowhere: no such file or folder"), "{}", partly.stderr);
    assert_eq!(partly.stdout, "add\tcorpus/canal.html\n");
}

/// The files of the index with their sizes.
fn files(desk: &Desk) -> Vec<(String, u64)> {
    let mut files: Vec<_> = std::fs::read_dir(desk.path("index"))
        .expect("an index")
        .flatten()
        .map(|e| (e.file_name().to_string_lossy().into_owned(), e.metadata().expect("a size").len()))
        .collect();
    files.sort();
    files
}

#[test]
fn an_optimized_index_has_one_segment_and_the_same_answers() {
    let desk = indexed(&["canal"]);
    for topic in ["ferry", "bridge", "lock"] {
        desk.write(&format!("corpus/{topic}.html"), page(topic));
        desk.expect(0, &["index"]);
    }
    std::fs::remove_file(desk.path("corpus/lock.html")).expect("a removed file");
    desk.expect(0, &["index"]);
    let stores = |desk: &Desk| files(desk).iter().filter(|(name, _)| name.ends_with(".store")).count();
    let ask = |desk: &Desk| {
        let mut found = desk.search(&["council OR barges"]);
        found["took_ms"] = 0.into();
        found
    };
    assert!(stores(&desk) > 1);
    let before = ask(&desk);
    desk.expect(0, &["index", "--optimize"]);
    assert_eq!(stores(&desk), 1);
    assert!(!files(&desk).iter().any(|(name, _)| name.ends_with(".del")));
    assert_eq!(ask(&desk), before);
    let there = files(&desk);
    desk.expect(0, &["index", "--optimize"]);
    assert_eq!(files(&desk), there, "there is nothing more to do");
}

#[cfg(unix)]
#[test]
fn whoever_may_read_the_folder_may_read_the_index() {
    use std::os::unix::fs::PermissionsExt;
    let desk = indexed(&["canal"]);
    desk.write("plain.txt", "as files are here").write("corpus/ferry.html", page("ferry"));
    desk.expect(0, &["index"]);
    let mode = |path: std::path::PathBuf| path.metadata().expect("a file").permissions().mode();
    for (name, _) in files(&desk) {
        assert_eq!(mode(desk.path(&format!("index/{name}"))), mode(desk.path("plain.txt")), "{name}");
    }
}

#[test]
fn an_index_below_its_own_folder_is_not_read() {
    let desk = indexed(&["canal"]);
    let ran = desk.expect(0, &["index", "."]);
    assert!(!ran.stderr.contains("JSON") && ran.stderr.contains("unchanged 1"), "{}", ran.stderr);
}

#[test]
fn articles_that_say_nearly_the_same_are_listed_in_groups() {
    let desk = indexed(&["ferry"]);
    let at = |host: &str, text: &str| format!("<link rel=canonical href=https://{host}.example/canal>{text}");
    let wire: String = (0..12)
        .map(|n| format!("<p>Point {n} of the canal treaty says what each side pays, and clause {} when.</p>", n * 7))
        .collect();
    desk.write("corpus/one.html", at("one", &format!("<h1>The canal treaty</h1>{wire}")))
        .write("corpus/two.html", at("two", &format!("<h1>Treaty on the canal</h1>{wire}<p>More is to come.</p>")));
    desk.expect(0, &["index"]);
    assert_eq!(desk.expect(0, &["stats", "--duplicates"]).stdout, "corpus/two.html\ncorpus/one.html\n");
    let groups: Value =
        serde_json::from_str(&desk.expect(0, &["stats", "--duplicates", "--format", "json"]).stdout).unwrap();
    assert_eq!(groups[0][1]["id"], hit(&desk, "title:\"canal treaty\"")["id"]);
    // What is taken out and added later is in the groups at once.
    std::fs::remove_file(desk.path("corpus/two.html")).expect("a removed file");
    desk.expect(0, &["index"]);
    assert_eq!(desk.expect(0, &["stats", "--duplicates"]).stdout, "");
}

/// Waits until something holds.
fn until(what: &str, mut holds: impl FnMut() -> bool) -> Duration {
    let started = Instant::now();
    while !holds() {
        assert!(started.elapsed() < Duration::from_secs(30), "{what} within 30 seconds");
        std::thread::sleep(Duration::from_millis(50));
    }
    started.elapsed()
}

#[cfg(unix)]
fn signal(child: &Child, name: &str) {
    let done = std::process::Command::new("kill").args([name, &child.id().to_string()]).status().expect("kill");
    assert!(done.success());
}

#[cfg(unix)]
fn start(desk: &Desk, args: &[&str]) -> Child {
    desk.command(args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("pressmark starts")
}

#[cfg(unix)]
#[test]
fn a_watched_folder_is_followed() {
    let desk = indexed(&["canal"]);
    let mut watch = start(&desk, &["index", "--watch"]);
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(watch.stderr.take().expect("standard error")));
    assert!(lines.by_ref().flatten().any(|line| line.contains("watching")));
    let total = |query: &str| desk.search(&[query])["total"].as_u64().unwrap_or(0);
    desk.write("corpus/ferry.html", page("ferry"));
    let first = until("a new page", || total("ferry") == 1);
    desk.write("corpus/deep/er/bridge.html", page("bridge"));
    let second = until("a page in a new folder", || total("bridge") == 1);
    std::fs::remove_dir_all(desk.path("corpus/deep")).expect("a removed folder");
    let third = until("a removed page", || total("bridge") == 0);
    eprintln!("seen after {first:?}, {second:?}, {third:?}");
    signal(&watch, "-INT");
    assert_eq!(watch.wait().expect("an end").code(), Some(130));
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_keeps_what_it_has() {
    for (name, code) in [("-INT", 130), ("-TERM", 143)] {
        let desk = Desk::new();
        let text = page("canal").repeat(40);
        for n in 0..600 {
            desk.write(&format!("corpus/{n:03}.html"), text.replace("canal", &format!("canal {n}")));
        }
        let mut run = start(&desk, &["index", "--threads", "1"]);
        until("an index", || desk.path("index/pressmark.json").exists());
        signal(&run, name);
        assert_eq!(run.wait().expect("an end").code(), Some(code));
        let mut said = String::new();
        std::io::Read::read_to_string(&mut run.stderr.take().expect("standard error"), &mut said).expect("text");
        assert!(said.contains("interrupted; what was done is kept"), "{said}");
        let kept = desk.search(&["-n", "0"])["total"].as_u64().expect("a number");
        assert!((1..600).contains(&kept), "{kept}");
        let ran = desk.expect(0, &["index"]);
        assert!(
            ran.stderr.contains(&format!("added {}, changed 0, removed 0, unchanged {kept}", 600 - kept)),
            "{}",
            ran.stderr
        );
    }
}
