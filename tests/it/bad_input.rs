//! Bad input: each a clear line that says what to do, with the exit code of the contract, and the index as it was.

use crate::command::{Desk, Ran};

const PAGE: &str = "<h1>Locks reopen</h1><p>The locks at Verrin reopened on Monday after a winter of repairs.</p>";

/// Standard error, but for the summary, is one line that says all of this.
fn says(ran: &Ran, parts: &[&str]) {
    let lines: Vec<&str> = ran.stderr.lines().filter(|l| !l.contains("unchanged ")).collect();
    assert_eq!(lines.len(), 1, "{}", ran.stderr);
    for part in parts {
        assert!(lines[0].contains(part), "`{part}` is not in: {}", lines[0]);
    }
}

#[test]
fn folders_without_pages() {
    let desk = Desk::new();
    says(&desk.expect(2, &["index", "nowhere"]), &["nowhere: no such file or folder"]);
    std::fs::create_dir(desk.path("empty")).unwrap();
    says(&desk.expect(2, &["index", "empty"]), &["no pages found in empty", ".html"]);
    says(&desk.expect(2, &["extract", "nowhere"]), &["nowhere: no such file or folder"]);
    says(&desk.expect(2, &["extract", "empty"]), &["no pages found"]);
    assert!(!desk.path("index").exists(), "a run without pages leaves no index behind");
}

#[test]
fn pages_that_are_none() {
    let desk = Desk::new();
    desk.write("corpus/good.html", PAGE)
        .write("corpus/empty.html", "")
        .write("corpus/junk.html", [0u8, 1, 2, 3, 255, 254, 0, 0, 7])
        .write("corpus/paper.html", "%PDF-1.7 stream")
        .write("corpus/cut.html.gz", [0x1F, 0x8B, 8, 0, 0, 0])
        .write("corpus/deep.html", "<div>".repeat(50_000));
    let ran = desk.expect(3, &["index"]);
    for (path, reason) in [
        ("empty.html", "is empty"),
        ("junk.html", "is not a page: its bytes are binary data"),
        ("paper.html", "is not a page: its bytes are a PDF document"),
        ("cut.html.gz", "is a damaged gzip file"),
        ("deep.html", "nests elements"),
    ] {
        let lines: Vec<&str> = ran.stderr.lines().filter(|l| l.contains(path)).collect();
        assert_eq!(lines.len(), 1, "{path}: {}", ran.stderr);
        assert!(lines[0].contains(reason), "{}", lines[0]);
    }
    assert!(ran.stderr.contains("added 1, changed 0, removed 0, unchanged 0, failed 5"), "{}", ran.stderr);
    assert_eq!(desk.titles(&["locks"]), ["Locks reopen"]);
    let ran = desk.expect(3, &["extract", "--format", "json", "corpus"]);
    assert_eq!(ran.lines().len(), 6, "one line for every page");
    assert_eq!(ran.lines().iter().filter(|l| l["error"].is_string() && l["path"].is_string()).count(), 5);
}

#[test]
fn only_failing_pages_make_no_index() {
    let desk = Desk::new();
    desk.write("corpus/empty.html", "");
    says(&desk.expect(2, &["index"]), &["corpus/empty.html: is empty"]);
    assert!(!desk.path("index").exists());
}

#[cfg(unix)]
#[test]
fn no_permission() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE).write("corpus/locked/b.html", PAGE).write("corpus/c.html", PAGE);
    desk.expect(0, &["index"]);
    let locked = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(desk.path("corpus/locked"), locked.clone()).unwrap();
    std::fs::set_permissions(desk.path("corpus/c.html"), locked).unwrap();
    if std::fs::read(desk.path("corpus/c.html")).is_ok() {
        // The administrator may read anything; there is nothing to be denied.
        eprintln!("SKIPPED: this user is not bound by permissions");
    } else {
        desk.write("corpus/a.html", PAGE.replace("Monday", "Friday"));
        let ran = desk.expect(3, &["index"]);
        assert!(ran.stderr.contains("locked: cannot be read"), "{}", ran.stderr);
        assert_eq!(desk.search(&["locks"])["total"], 3, "pages that cannot be looked at are not taken for gone");
    }
    std::fs::set_permissions(desk.path("corpus/locked"), std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// As another user, who may read the index but not write to it, where this user can become one.
#[cfg(unix)]
#[test]
fn an_index_that_may_only_be_read_can_be_searched() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    desk.expect(0, &["index"]);
    let mode =
        |path: &str, mode| std::fs::set_permissions(desk.path(path), std::fs::Permissions::from_mode(mode)).unwrap();
    for file in std::fs::read_dir(desk.path("index")).unwrap().flatten() {
        mode(&format!("index/{}", file.file_name().to_string_lossy()), 0o444);
    }
    mode("index", 0o555);
    mode("", 0o755);
    let mut command = desk.command(&["search", "--format", "json", "locks"]);
    let administrator = std::fs::write(desk.path("index/probe"), "").is_ok();
    if administrator {
        std::fs::remove_file(desk.path("index/probe")).unwrap();
        command.uid(65534);
    }
    match command.output() {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            assert!(text.contains("\"total\":1"), "{text}{}", String::from_utf8_lossy(&output.stderr));
        }
        Err(error) => eprintln!("SKIPPED: pressmark cannot be started as another user: {error}"),
    }
    mode("index", 0o755);
}

/// As another user, where this user can become one.
#[cfg(unix)]
#[test]
fn an_index_that_may_not_be_read_says_what_a_reader_can_do() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    desk.expect(0, &["index"]);
    let mode =
        |path: &str, mode| std::fs::set_permissions(desk.path(path), std::fs::Permissions::from_mode(mode)).unwrap();
    mode("", 0o755);
    for (path, denied, given) in
        [("index/meta.json", 0o000, 0o644), ("index/pressmark.json", 0o000, 0o644), ("index", 0o000, 0o755)]
    {
        mode(path, denied);
        let mut command = desk.command(&["search", "locks"]);
        if std::fs::read_dir(desk.path(path)).is_ok() || std::fs::read(desk.path(path)).is_ok() {
            command.uid(65534);
        }
        let output = command.output();
        mode(path, given);
        let Ok(output) = output else { return eprintln!("SKIPPED: pressmark cannot be started as another user") };
        let ran = Ran::from(output);
        assert_eq!(ran.code, 2, "{path}: {}", ran.stderr);
        says(&ran, &[path, "may not be read by this user", "Permission denied"]);
        // A folder that shows nothing of what it holds may be any folder.
        assert_eq!(ran.stderr.contains("chmod -R a+rX index"), path != "index", "{}", ran.stderr);
    }
}

/// As another user, where this user can become one.
#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named_and_nobody_is_told_to_open_it() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE).write("system/other.txt", "x");
    let mode =
        |path: &str, mode| std::fs::set_permissions(desk.path(path), std::fs::Permissions::from_mode(mode)).unwrap();
    mode("", 0o755);
    mode("system", 0o555);
    let administrator = std::fs::write(desk.path("system/probe"), "").is_ok();
    for index in ["system/idx", "system/no/such/idx"] {
        let mut command = desk.command(&["index", "corpus", "--index", index]);
        if administrator {
            command.uid(65534);
        }
        let Ok(output) = command.output() else {
            return eprintln!("SKIPPED: pressmark cannot be started as another user");
        };
        let ran = Ran::from(output);
        assert_eq!(ran.code, 2, "{index}: {}", ran.stderr);
        says(&ran, &[index, "may not be written by this user", "leave to write in system;", "Permission denied"]);
        assert!(!ran.stderr.contains("chmod"), "{}", ran.stderr);
    }
    mode("system", 0o755);
}

/// As another user, where this user can become one.
#[cfg(unix)]
#[test]
fn a_file_of_a_mirror_that_may_not_be_looked_into_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE).write("corpus/www.a.example/x.js.html", PAGE);
    let mode =
        |path: &str, mode| std::fs::set_permissions(desk.path(path), std::fs::Permissions::from_mode(mode)).unwrap();
    mode("", 0o755);
    mode("corpus/www.a.example/x.js.html", 0o000);
    let mut command = desk.command(&["extract", "corpus"]);
    if std::fs::read(desk.path("corpus/www.a.example/x.js.html")).is_ok() {
        command.uid(65534);
    }
    let Ok(output) = command.output() else {
        return eprintln!("SKIPPED: pressmark cannot be started as another user");
    };
    let ran = Ran::from(output);
    says(&ran, &["corpus/www.a.example/x.js.html: cannot be read: Permission denied"]);
    assert_eq!(ran.code, 3, "{}", ran.stderr);
}

#[test]
fn a_directory_that_is_no_index() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE).write("photos/cat.jpg", "cat");
    for args in [&["index", "--index", "photos"][..], &["search", "--index", "photos", "locks"]] {
        says(&desk.expect(2, args), &["photos is not an index of pressmark", "--index"]);
    }
    assert_eq!(std::fs::read_dir(desk.path("photos")).unwrap().count(), 1);
    desk.write("file", "x");
    says(&desk.expect(2, &["index", "--index", "file"]), &["file is not an index"]);
}

#[test]
fn an_index_of_another_version() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    desk.expect(0, &["index"]);
    let file = desk.path("index/pressmark.json");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace(&format!("\"schema\": {}", pressmark::index::SCHEMA_VERSION), "\"schema\": 99"))
        .unwrap();
    for args in [&["index"][..], &["search", "locks"]] {
        says(&desk.expect(2, args), &["schema 99", "index again"]);
    }
}

#[test]
fn no_index_and_no_corpus() {
    says(&Desk::new().expect(2, &["search", "locks"]), &["there is no index in index", "pressmark index"]);
}

#[test]
fn a_second_writer_is_refused_and_harms_nothing() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    desk.expect(0, &["index"]);
    let first = pressmark::index::open(&desk.path("index")).unwrap();
    let writer: tantivy::IndexWriter = first.writer_with_num_threads(1, 15_000_000).unwrap();
    desk.write("corpus/b.html", PAGE);
    says(&desk.expect(2, &["index"]), &["another process is writing", "try again"]);
    assert_eq!(desk.search(&["locks"])["total"], 1);
    drop(writer);
    desk.expect(0, &["index"]);
    assert_eq!(desk.search(&["locks"])["total"], 2);
}

#[test]
fn nonsense_dates() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    let ran = desk.expect(2, &["search", "--since", "someday", "locks"]);
    assert!(
        ran.stderr.contains("`someday` is no date; write a year, a month or a day, like 2026, 2026-02 or 2026-02-26")
    );
    let found = desk.search(&["locks", "date:someday"]);
    assert_eq!(found["total"], 1);
    assert!(found["problems"][0].as_str().unwrap().contains("`date:someday` is passed over"));
}

#[test]
fn queries_of_punctuation() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    desk.expect(0, &["index"]);
    let ran = desk.expect(1, &["search", "?!"]);
    assert!(ran.stderr.contains("`?!` has no letter or digit and is passed over"), "{}", ran.stderr);
    for query in [
        "\"",
        "(",
        ")",
        "-",
        "+",
        "*",
        "~",
        "^",
        "\\",
        "/",
        "[",
        "]",
        "{",
        "}",
        "AND",
        "OR",
        "NOT",
        ":",
        "title:",
        "\"\"\"",
        "a:b:c locks",
        "-(locks",
        "NULL\0byte",
        "'; DROP TABLE",
    ] {
        if query.contains('\0') {
            continue;
        }
        let ran = desk.run(&["search", "--format", "json", "--", query]);
        assert!(ran.code <= 1, "{query}: {}", ran.stderr);
        assert!(serde_json::from_str::<serde_json::Value>(&ran.stdout).is_ok(), "{query}: {}", ran.stdout);
    }
}

#[test]
fn usage_errors_are_exit_code_two() {
    let desk = Desk::new();
    for args in [&[][..], &["serach"], &["index", "--nosuch"], &["search", "--sort", "best"], &["extract"]] {
        desk.expect(2, args);
    }
    let ran = desk.expect(2, &["serach"]);
    assert!(ran.stderr.contains("'search'"), "a misspelt command is guessed: {}", ran.stderr);
    desk.expect(0, &["--help"]);
    desk.expect(0, &["--version"]);
}

#[test]
fn article_lines_that_are_none() {
    let desk = Desk::new();
    desk.write(
        "lines.jsonl",
        "{\"path\":\"a\",\"title\":\"Locks\",\"body\":\"Text.\"}\n\nnot json\n{\"title\":\"no path\"}\n",
    );
    let ran = desk.expect(3, &["index", "--articles", "lines.jsonl"]);
    assert!(
        ran.stderr.contains("line 3 is not an article") && ran.stderr.contains("line 4 is not an article"),
        "{}",
        ran.stderr
    );
    assert_eq!(desk.titles(&["locks"]), ["Locks"]);
    says(&desk.expect(2, &["index", "--articles", "nowhere.jsonl"]), &["nowhere.jsonl"]);
    desk.write("none.jsonl", "\n");
    says(&desk.expect(2, &["index", "--articles", "none.jsonl"]), &["no article lines found"]);
}

#[test]
fn titles_cannot_act_on_the_terminal() {
    let desk = Desk::new();
    desk.write(
        "corpus/a.html",
        "<h1>Locks \u{1b}]0;owned\u{7} \u{202e}reopen</h1><p>The locks at Verrin reopened on Monday after repairs.</p>",
    );
    let ran = desk.expect(0, &["search", "locks"]);
    assert!(!ran.stdout.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", ran.stdout);
}

#[test]
fn lines_of_pages_that_failed_are_reported_and_not_indexed() {
    let desk = Desk::new();
    desk.write("corpus/good.html", PAGE).write("corpus/empty.html", "");
    let lines = desk.expect(3, &["extract", "--format", "json", "corpus"]).stdout;
    desk.write("lines.jsonl", lines);
    let ran = desk.expect(3, &["index", "--articles", "lines.jsonl"]);
    assert!(ran.stderr.contains("corpus/empty.html: is empty"), "{}", ran.stderr);
    assert_eq!(desk.search(&[])["total"], 1);
}

#[test]
fn front_matter_that_nests_without_end_harms_no_other_page() {
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    for (name, sign) in [("b", "- "), ("c", "? "), ("d", "["), ("e", "{a: ")] {
        desk.write(&format!("corpus/{name}.md"), format!("---\n{}\n---\n\nText of it.", sign.repeat(30_000)));
    }
    desk.expect(0, &["index"]);
    assert_eq!(desk.titles(&["locks"]), ["Locks reopen"]);
}

#[cfg(unix)]
#[test]
fn nobody_listening_on_standard_error_is_no_reason_to_stop() {
    use std::process::Stdio;
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    for i in 0..200 {
        desk.write(&format!("corpus/{i}.html"), "");
    }
    let mut child = desk.command(&["index"]).stderr(Stdio::piped()).spawn().expect("pressmark starts");
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("an end").code(), Some(3));
    assert_eq!(desk.search(&["locks"])["total"], 1);
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_are_told_apart() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    std::fs::create_dir(desk.path("corpus")).unwrap();
    for name in [&b"a\xFE.html"[..], b"a\xFF.html"] {
        std::fs::write(desk.path("corpus").join(std::ffi::OsStr::from_bytes(name)), PAGE).unwrap();
    }
    desk.expect(0, &["index"]);
    assert_eq!(desk.search(&["locks"])["total"], 2);
    let ran = desk.expect(0, &["extract", "--format", "json", "corpus"]);
    assert_eq!(ran.lines()[0]["path"], "corpus/a\\xFE.html");
}

#[test]
fn days_beyond_the_engine_are_the_nearest_it_has() {
    let desk = Desk::new();
    desk.write(
        "lines.jsonl",
        "{\"path\":\"a\",\"title\":\"Old\",\"date\":\"0001-01-01\"}\n{\"path\":\"b\",\"title\":\"Now\",\"date\":\"2026-01-01\"}\n",
    );
    desk.expect(0, &["index", "--articles", "lines.jsonl"]);
    assert_eq!(desk.titles(&["--since", "1900"]), ["Now"]);
    assert_eq!(desk.search(&["--until", "9999"])["total"], 2);
    assert_eq!(desk.search(&["--since", "2300"])["total"], 0);
}

#[test]
fn white_space_of_any_width_is_no_crash() {
    let desk = Desk::new();
    for (name, space) in [("a", '\u{A0}'), ("b", '\u{3000}'), ("c", '\u{2028}')] {
        desk.write(
            &format!("corpus/{name}.html"),
            format!("<h1>T</h1><pre>{}{space}grain of it.</pre>", "wörterwörter".repeat(30)),
        );
    }
    desk.expect(0, &["index"]);
    desk.expect(0, &["search", "grain"]);
}
