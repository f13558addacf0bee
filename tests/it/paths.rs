//! Paths that are not there, or are no files: one line each, and the rest is done; and what exit codes say of that.

use crate::command::{Desk, Ran};

const PAGE: &str = "<h1>Locks reopen</h1><p>The locks at Verrin reopened on Monday after a winter of repairs.</p>";

#[test]
fn a_path_that_is_not_there_stops_no_other() {
    let desk = Desk::new();
    desk.write("page.html", PAGE).write("other/b.html", PAGE.replace("Locks", "Gates"));
    for args in [&["index", "nowhere", "page.html"][..], &["extract", "page.html", "nowhere"]] {
        says_of(&desk.expect(3, args), "nowhere", "nowhere: no such file or folder");
    }
    assert_eq!(desk.search(&["locks"])["total"], 1);
    desk.expect(0, &["index", "other"]);
    std::fs::rename(desk.path("other"), desk.path("away")).unwrap();
    desk.expect(3, &["index", "page.html", "other"]);
    assert_eq!(desk.search(&[])["total"], 2, "what lay below a path that is not there is not taken for gone");
    let ran = desk.expect(2, &["index", "nowhere", "nothing"]);
    assert!(ran.stderr.contains("nowhere: no such file or folder"), "{}", ran.stderr);
}

/// Exactly one line of standard error names this path, and says this.
fn says_of(ran: &Ran, path: &str, what: &str) {
    let lines: Vec<&str> = ran.stderr.lines().filter(|line| line.contains(path)).collect();
    assert!(lines.len() == 1 && lines[0].contains(what), "`{what}` is not said once: {}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_reported_and_waited_for_by_nobody() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let desk = Desk::new();
    desk.write("corpus/a.html", PAGE);
    for pipe in ["corpus/f.html", "corpus/story"] {
        if !Command::new("mkfifo").arg(desk.path(pipe)).status().is_ok_and(|status| status.success()) {
            return eprintln!("SKIPPED: there is no mkfifo");
        }
    }
    let _socket = std::os::unix::net::UnixListener::bind(desk.path("corpus/s.html")).unwrap();
    for args in [&["index"][..], &["extract", "corpus"]] {
        let ran = desk.expect(3, args);
        says_of(&ran, "corpus/f.html", "is a pipe and no file");
        says_of(&ran, "corpus/story", "is a pipe and no file");
        says_of(&ran, "corpus/s.html", "is a socket and no file");
    }
    assert_eq!(desk.search(&[])["total"], 1);
    for args in [["index", "corpus/f.html"], ["extract", "corpus/f.html"]] {
        says_of(&desk.expect(2, &args), "corpus/f.html", "is a pipe and no file");
    }
    says_of(&desk.expect(2, &["extract", "/dev/null"]), "/dev/null", "is a device and no file");
    let mut child = desk
        .command(&["extract", "/dev/stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("pressmark starts");
    // The command may end before it has read anything.
    let _ = child.stdin.take().expect("a pipe").write_all(PAGE.as_bytes());
    let ran = Ran::from(child.wait_with_output().expect("an end"));
    assert_eq!(ran.code, 2);
    says_of(&ran, "/dev/stdin", "is a pipe and no file; pages are read from files");
}

#[test]
fn a_line_with_an_error_and_an_exit_code_that_is_not_zero_go_together() {
    let desk = Desk::new();
    desk.write("q/a.html", PAGE)
        .write("q/b.pdf", "%PDF-1.7")
        .write("q/c.docx", "PK")
        .write("q/d.url", "[InternetShortcut]")
        .write("q/e.bak", "old")
        .write("q/f.html", "<html><meta http-equiv=refresh content='0;url=a.html'>moved");
    let ran = desk.expect(0, &["extract", "--format", "json", "q"]);
    assert!(ran.lines().len() == 1 && ran.lines()[0]["error"].is_null(), "{}", ran.stdout);
    for words in
        ["q/b.pdf: is not read: a PDF", "q/c.docx: ", "q/d.url: ", "1 file of another kind", "q/f.html: is not read"]
    {
        assert!(ran.stderr.contains(words), "`{words}` is not in: {}", ran.stderr);
    }
    desk.expect(0, &["index", "q"]);
    let named = desk.expect(3, &["extract", "--format", "json", "q/a.html", "q/b.pdf"]);
    assert_eq!(named.lines()[1]["path"], "q/b.pdf");
    assert!(named.lines()[1]["error"].is_string(), "who names a file wants its article");
    assert_eq!(desk.expect(2, &["extract", "--format", "json", "q/b.pdf"]).lines().len(), 1);
    desk.write("q/g.html", "");
    assert_eq!(desk.expect(3, &["extract", "--format", "json", "q"]).lines()[1]["path"], "q/g.html");
}
