//! `pressmark index` as a whole process: what a run takes in, leaves alone and takes out.

use crate::command::Desk;

const PAGE: &str = "<title>Locks reopen</title><h1>Locks reopen</h1><p>The locks at Verrin reopened on Monday after a winter of \
                    repairs, and the first barges went through before noon.</p>";

fn summary(desk: &Desk, code: i32, args: &[&str]) -> String {
    let args: Vec<&str> = ["index"].iter().chain(args).copied().collect();
    let ran = desk.expect(code, &args);
    let line = ran.stderr.lines().last().unwrap_or_default().to_owned();
    let line = line.trim_start_matches("pressmark: ");
    line.split(" in ").next().unwrap_or_default().to_owned()
}

#[test]
fn a_second_run_touches_only_what_changed() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE)
        .write("corpus/b.html", PAGE.replace("Locks", "Gates"))
        .write("corpus/c.txt", "Title\n\nText of it.");
    assert_eq!(summary(&desk, 0, &[]), "added 3, changed 0, removed 0, unchanged 0, failed 0");
    assert_eq!(summary(&desk, 0, &[]), "added 0, changed 0, removed 0, unchanged 3, failed 0");
    desk.write("corpus/a.html", PAGE.replace("Monday", "Tuesday, a day late,")).write("corpus/d.html", PAGE);
    std::fs::remove_file(desk.path("corpus/c.txt")).unwrap();
    assert_eq!(summary(&desk, 0, &[]), "added 1, changed 1, removed 1, unchanged 1, failed 0");
    assert_eq!(desk.search(&["tuesday"])["total"], 1);
    assert_eq!(desk.search(&["text"])["total"], 0);
    assert_eq!(desk.search(&[])["total"], 3);
}

#[test]
fn a_page_that_was_only_touched_is_unchanged() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    summary(&desk, 0, &[]);
    let file = std::fs::File::options().append(true).open(desk.path("corpus/a.html")).unwrap();
    file.set_modified(std::time::SystemTime::now() + std::time::Duration::from_secs(60)).unwrap();
    assert_eq!(summary(&desk, 0, &[]), "added 0, changed 0, removed 0, unchanged 1, failed 0");
    assert_eq!(desk.search(&[])["total"], 1);
}

#[test]
fn ids_are_stable_and_paths_may_be_typed_in_any_way() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    summary(&desk, 0, &["corpus"]);
    let id = desk.search(&["locks"])["hits"][0]["id"].clone();
    let absolute = desk.path("corpus").canonicalize().unwrap();
    assert_eq!(
        summary(&desk, 0, &["./corpus/", absolute.to_str().unwrap()]),
        "added 0, changed 0, removed 0, unchanged 1, failed 0"
    );
    desk.write("corpus/a.html", PAGE.replace("noon", "dusk"));
    assert_eq!(
        summary(&desk, 0, &[absolute.to_str().unwrap()]),
        "added 0, changed 1, removed 0, unchanged 0, failed 0"
    );
    assert_eq!(desk.search(&["locks"])["hits"][0]["id"], id);
}

#[test]
fn pages_of_other_folders_stay() {
    let desk = Desk::new();
    desk.write("one/a.html", PAGE).write("two/b.html", PAGE);
    summary(&desk, 0, &["one"]);
    assert_eq!(summary(&desk, 0, &["two"]), "added 1, changed 0, removed 0, unchanged 0, failed 0");
    std::fs::remove_file(desk.path("two/b.html")).unwrap();
    desk.write("two/c.html", PAGE.replace("Locks", "Gates"));
    assert_eq!(summary(&desk, 0, &["two"]), "added 1, changed 0, removed 1, unchanged 0, failed 0");
    assert_eq!(desk.search(&[])["total"], 2);
}

#[test]
fn a_folder_found_empty_takes_nothing_out() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    summary(&desk, 0, &[]);
    std::fs::remove_file(desk.path("corpus/a.html")).unwrap();
    let ran = desk.expect(2, &["index"]);
    assert!(ran.stderr.contains("the index is left as it was"), "{}", ran.stderr);
    assert_eq!(desk.search(&["locks"])["total"], 1);
}

#[test]
fn the_answers_do_not_depend_on_threads() {
    let desk = Desk::with_corpus();
    let answers = ["1", "2", "8"].map(|threads| {
        summary(&desk, 0, &["--threads", threads, "--index", threads]);
        ["ferry", "water levy", "\"export ban\" OR drought", "reform", ""].map(|query| {
            let mut found =
                desk.search(&["--index", threads, "-n", "100", "--facet", "section", "--facet", "year", query]);
            found["took_ms"] = 0.into();
            found.to_string()
        })
    });
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
}

#[test]
fn article_lines_make_the_same_index_as_their_pages() {
    let desk = Desk::with_corpus();
    summary(&desk, 0, &["--index", "pages"]);
    let lines = desk.expect(0, &["extract", "--format", "json", "corpus"]).stdout;
    desk.write("articles.jsonl", &lines);
    let count = lines.lines().count();
    let added = format!("added {count}, changed 0, removed 0, unchanged 0, failed 0");
    assert_eq!(summary(&desk, 0, &["--articles", "articles.jsonl", "--index", "lines"]), added);
    for query in ["ferry", "section:energy", "since:2024", "\"capacity market\""] {
        assert_eq!(desk.titles(&["--index", "pages", query]), desk.titles(&["--index", "lines", query]), "{query}");
    }
    let again = format!("added 0, changed 0, removed 0, unchanged {count}, failed 0");
    assert_eq!(summary(&desk, 0, &["--articles", "articles.jsonl", "--index", "lines"]), again);
}

#[test]
fn progress_and_summary_go_to_standard_error_alone() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    let ran = desk.expect(0, &["index"]);
    assert_eq!(ran.stdout, "");
    assert!(
        ran.stderr.starts_with("pressmark: added 1, changed 0, removed 0, unchanged 0, failed 0 in "),
        "{}",
        ran.stderr
    );
    assert!(!ran.stderr.contains('\u{1b}'));
}

#[test]
fn of_two_lines_with_one_path_the_last_wins() {
    let desk = Desk::new();
    let line = |title: &str| format!("{{\"path\":\"a\",\"title\":\"{title}\",\"body\":\"Text.\"}}\n");
    desk.write("lines.jsonl", line("First") + &line("Second"));
    summary(&desk, 0, &["--articles", "lines.jsonl"]);
    for _ in 0..2 {
        assert_eq!(desk.titles(&[]), ["Second"]);
        summary(&desk, 0, &["--articles", "lines.jsonl"]);
    }
}

#[cfg(unix)]
#[test]
fn pages_behind_links_come_and_go_like_others() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE).write("else/b.html", PAGE).write("else/c.html", PAGE);
    std::os::unix::fs::symlink(desk.path("else"), desk.path("corpus/linked")).unwrap();
    std::os::unix::fs::symlink(desk.path("corpus"), desk.path("corpus/loop")).unwrap();
    assert_eq!(summary(&desk, 0, &[]), "added 3, changed 0, removed 0, unchanged 0, failed 0");
    std::fs::remove_file(desk.path("else/c.html")).unwrap();
    assert_eq!(summary(&desk, 0, &[]), "added 0, changed 0, removed 1, unchanged 2, failed 0");
    std::fs::remove_file(desk.path("corpus/linked")).unwrap();
    assert_eq!(summary(&desk, 0, &[]), "added 0, changed 0, removed 1, unchanged 1, failed 0");
}

#[test]
fn a_folder_given_inside_another_counts_once() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE).write("corpus/deep/b.html", PAGE);
    assert_eq!(
        summary(&desk, 0, &["corpus", "corpus/deep", "corpus/a.html"]),
        "added 2, changed 0, removed 0, unchanged 0, failed 0"
    );
}

#[test]
fn a_project_can_be_moved_with_its_index() {
    let desk = Desk::new();
    desk.write("here/corpus/a.html", PAGE);
    let run = |folder: &str| {
        let output = desk.command(&["index"]).current_dir(desk.path(folder)).output().expect("pressmark starts");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(run("here").contains("added 1"));
    std::fs::rename(desk.path("here"), desk.path("there")).unwrap();
    assert!(run("there").contains("added 0, changed 0, removed 0, unchanged 1"), "the index knows its pages again");
}

#[test]
fn two_first_runs_at_once_leave_each_page_once() {
    let desk = Desk::with_corpus();
    let start = || desk.command(&["index"]).stderr(std::process::Stdio::null()).spawn().expect("pressmark starts");
    let mut runs = [start(), start()];
    let codes: Vec<Option<i32>> = runs.iter_mut().map(|r| r.wait().expect("an end").code()).collect();
    assert!(codes.contains(&Some(0)) && codes.iter().all(|c| matches!(c, Some(0 | 2))), "{codes:?}");
    desk.expect(0, &["index"]);
    let files = desk.expect(0, &["extract", "--format", "json", "corpus"]).lines().len();
    assert_eq!(desk.search(&["-n", "0"])["total"], files);
}

/// Killed at any moment, a run leaves what was committed, and the next one picks up the rest.
#[test]
fn a_killed_run_leaves_an_index_that_the_next_one_completes() {
    let desk = Desk::with_corpus();
    let files = desk.expect(0, &["extract", "--format", "json", "corpus"]).lines().len();
    for pause in [0, 5, 20, 60, 120, 250] {
        let mut run = desk.command(&["index"]).stderr(std::process::Stdio::null()).spawn().expect("pressmark starts");
        std::thread::sleep(std::time::Duration::from_millis(pause));
        run.kill().expect("a signal");
        run.wait().expect("an end");
        let found = desk.run(&["search", "--format", "json", "-n", "0"]);
        assert_eq!(found.code, 0, "a search after a killed run finds all, or builds the index first: {}", found.stderr);
        desk.expect(0, &["index"]);
        assert_eq!(desk.search(&["-n", "0"])["total"], files);
        std::fs::remove_dir_all(desk.path("index")).expect("a removed index");
    }
}
