//! Settings, saved searches, completions and the manual, as whole processes.

use crate::command::{Desk, Ran};
use serde_json::{Value, json};

/// Three pages with an index, and another index with one.
fn desk() -> Desk {
    let desk = Desk::new();
    for (name, text) in [("one", "Locks and barges"), ("two", "Barges again"), ("three", "A toll on barges")] {
        desk.write(&format!("corpus/{name}.txt"), format!("{text}\n\nBarges went through the locks on Monday."));
    }
    desk.write("few/four.txt", "A barge alone\n\nOne of the barges did not go through the locks.");
    desk.expect(0, &["index"]);
    desk.expect(0, &["index", "few", "--index", "other"]);
    desk
}

fn run_with(desk: &Desk, variables: &[(&str, &str)], args: &[&str]) -> Ran {
    let mut command = desk.command(args);
    command.envs(variables.iter().copied());
    command.output().expect("pressmark starts").into()
}

fn config(desk: &Desk) -> Value {
    serde_json::from_str(&desk.expect(0, &["config", "--format", "json"]).stdout).expect("JSON")
}

#[test]
fn the_command_line_counts_most_then_the_environment_then_the_folder_then_the_user() {
    let desk = desk();
    let hits = |ran: Ran| {
        let answer: Value = serde_json::from_str(&ran.stdout).unwrap_or_else(|e| panic!("{e}: {}", ran.stderr));
        answer["hits"].as_array().map(Vec::len)
    };
    let search = ["search", "barges"];
    desk.write("home/.config/pressmark/config.toml", "format = 'json'\nlimit = 1\n");
    assert_eq!(hits(desk.run(&search)), Some(1));
    desk.write("pressmark.toml", "limit = 2\n");
    assert_eq!(hits(desk.run(&search)), Some(2));
    assert_eq!(hits(run_with(&desk, &[("PRESSMARK_LIMIT", "3")], &search)), Some(3));
    assert_eq!(hits(run_with(&desk, &[("PRESSMARK_LIMIT", "3")], &["search", "barges", "-n", "0"])), Some(0));
    let none = run_with(&desk, &[("PRESSMARK_CONFIG", "none")], &search);
    assert!(none.stdout.starts_with(" 1. "), "{}", none.stdout);
}

#[test]
fn the_index_is_the_one_that_the_settings_name() {
    let desk = desk();
    let articles = |ran: &Ran| serde_json::from_str::<Value>(&ran.stdout).expect("JSON")["articles"].clone();
    let stats = ["stats", "--format", "json"];
    assert_eq!(articles(&desk.expect(0, &stats)), 3);
    assert_eq!(articles(&run_with(&desk, &[("PRESSMARK_INDEX", "other")], &stats)), 1);
    desk.write("pressmark.toml", "index = 'other'\nfacets = 'lang'\nsort = 'newest'");
    assert_eq!(articles(&desk.expect(0, &stats)), 1);
    assert_eq!(articles(&desk.expect(0, &["stats", "--format", "json", "--index", "index"])), 3);
    let answer = desk.search(&["barges"]);
    assert_eq!((&answer["total"], answer["facets"]["lang"].is_array()), (&json!(1), true), "{answer}");
    std::fs::create_dir_all(desk.path("deep/down")).expect("folders");
    let below = desk.command(&stats).current_dir(desk.path("deep/down")).output().expect("pressmark starts").into();
    assert_eq!(articles(&below), 1, "a path is that of the folder of its file");
    desk.write("pressmark.toml", "index = ['index', 'other']");
    assert!(desk.expect(2, &["stats"]).stderr.contains("pressmark.toml:1: there are 2 indexes; say which one"));
}

#[test]
fn a_mistake_is_one_line_with_the_place() {
    let desk = desk();
    for (text, said) in [
        ("# ours\nlimt = 3", "pressmark.toml:2: there is no setting `limt`; `limit` is alike"),
        ("sort = 'newst'", "pressmark.toml:1: `sort` must be one of relevance, newest, oldest, and is `newst`"),
        ("memory = 1", "pressmark.toml:1: `memory` must be a whole number of at least 64, and is `1`"),
        ("threads = 1000", "pressmark.toml:1: `threads` must be a number from 0 to 256, and is `1000`"),
        ("limit = ", "pressmark.toml:1: "),
        ("a = '\u{1b}[31m", "pressmark.toml:1: "),
    ] {
        desk.write("pressmark.toml", text);
        for command in [&["search", "barges"][..], &["stats"], &["index"], &["extract", "corpus"], &["config"]] {
            let ran = desk.expect(2, command);
            assert!(ran.stderr.contains(said), "{}", ran.stderr);
            assert_eq!((ran.stderr.lines().count(), ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
            assert!(!ran.stderr.contains('\u{1b}'), "{:?}", ran.stderr);
        }
    }
    assert!(desk.expect(0, &["config", "--path"]).stdout.contains("pressmark.toml (read)"));
    desk.expect(0, &["completions", "bash"]);
    std::fs::remove_file(desk.path("pressmark.toml")).expect("removed");
    let ran = run_with(&desk, &[("PRESSMARK_LIMIT", "many")], &["search"]);
    assert_eq!((ran.code, ran.stderr.lines().count()), (2, 1), "{}", ran.stderr);
    let ran = run_with(&desk, &[("PRESSMARK_CONFIG", "no.toml")], &["search"]);
    assert!(ran.code == 2 && ran.stderr.contains("no.toml: there is no such file"), "{}", ran.stderr);
}

#[test]
fn config_says_what_holds_and_where_it_comes_from() {
    let desk = Desk::new();
    desk.write("home/.config/pressmark/config.toml", "\n\nlimit = 20\nlang = ['en', 'fr']\n");
    let ran = run_with(&desk, &[("PRESSMARK_SORT", "newest")], &["config"]);
    let user = desk.path("home/.config/pressmark/config.toml").display().to_string();
    for line in [
        "index = \"index\"  # default".to_owned(),
        format!("limit = 20  # {user}:3"),
        format!("lang = [\"en\",\"fr\"]  # {user}:4"),
        "sort = \"newest\"  # environment PRESSMARK_SORT".to_owned(),
    ] {
        assert!(ran.stdout.lines().any(|l| l == line), "{line}\n{}", ran.stdout);
    }
    desk.write("again.toml", ran.stdout);
    let again = run_with(&desk, &[("PRESSMARK_CONFIG", "again.toml")], &["config"]);
    assert!(again.stdout.contains("sort = \"newest\"  # again.toml:3\n"), "{}{}", again.stdout, again.stderr);
    assert_eq!(config(&desk)["limit"], json!({ "value": 20, "from": "file", "file": user, "line": 3 }));
    assert_eq!(config(&desk)["copies"], json!({ "value": false, "from": "default" }));
    let places = desk.expect(0, &["config", "--path"]).stdout;
    assert!(places.contains("pressmark.toml (not there)\nuser: ") && places.contains("config.toml (read)\ndata: "));
}

#[test]
fn saved_searches_are_listed_and_removed() {
    let desk = Desk::new();
    assert_eq!(desk.expect(1, &["saved"]).stdout, "");
    let folder = "home/.local/share/pressmark/searches";
    desk.write(
        &format!("{folder}/grain.json"),
        r#"{"version":1,"arguments":{"query":"grain -wheat","sections":["Middle East"],"since":"2024"},
            "looked":{"/a/index":{"at":"2026-02-26T10:00:00Z","seen":["c","a"]}}}"#,
    );
    let listed = "grain: grain -wheat --section 'Middle East' --since 2024
    2 articles on 2026-02-26T10:00:00Z in /a/index\n";
    assert_eq!(desk.expect(0, &["saved"]).stdout, listed);
    let line = &desk.expect(0, &["saved", "--format", "json"]).lines()[0];
    assert_eq!(line["looked"], json!([{ "index": "/a/index", "at": "2026-02-26T10:00:00Z", "seen": 2 }]));
    desk.write(&format!("{folder}/cut.json"), "{");
    let ran = desk.expect(3, &["saved"]);
    assert!(ran.stdout == listed && ran.stderr.contains("cut.json: is damaged"), "{}", ran.stderr);
    assert!(desk.expect(2, &["saved", "remove", "gran"]).stderr.contains("but there is `grain`"));
    assert!(desk.expect(2, &["saved", "remove", "../grain"]).stderr.contains("only letters"));
    desk.expect(0, &["saved", "remove", "grain", "cut"]);
    desk.expect(1, &["saved"]);
    desk.write("elsewhere/searches/x.json", r#"{"version":1,"arguments":{"query":"\u001b[31mred"}}"#);
    let ran = run_with(&desk, &[("PRESSMARK_DATA", "elsewhere")], &["saved"]);
    assert!(ran.stdout.starts_with("x: ") && !ran.stdout.contains('\u{1b}'), "{:?}", ran.stdout);
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let desk = Desk::new();
    let page = desk.expect(0, &["man"]).stdout;
    assert!(page.contains(".TH pressmark 1") && page.contains("PRESSMARK_INDEX"), "{page}");
    desk.expect(0, &["man", "share/man/man1"]);
    let written = |name: &str| std::fs::read_to_string(desk.path("share/man/man1").join(name)).expect(name);
    assert_eq!(written("pressmark.1"), page);
    let commands = desk.expect(0, &["--help"]).stdout;
    let commands = commands.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty());
    for command in commands.filter_map(|l| l.split_whitespace().next()).filter(|name| *name != "help") {
        assert!(written(&format!("pressmark-{command}.1")).contains("EXIT STATUS"), "{command}");
    }
    desk.write("file", "");
    assert!(desk.expect(2, &["man", "file"]).stderr.contains("file: "));
}

#[cfg(unix)]
#[test]
fn bash_completes_commands_options_and_words() {
    let desk = Desk::new();
    desk.write("pressmark.bash", desk.expect(0, &["completions", "bash"]).stdout);
    let script = "source pressmark.bash && complete -p pressmark >/dev/null || exit 9
        try() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _pressmark pressmark \"${@: -1}\" \"${@: -2:1}\"
                echo \"${COMPREPLY[*]}\"; }
        try pressmark s; try pressmark search --so; try pressmark search --sort n; try pressmark completions z";
    let Ok(output) = std::process::Command::new("bash").args(["-c", script]).current_dir(desk.path("")).output() else {
        eprintln!("SKIPPED: there is no bash");
        return;
    };
    let ran = Ran::from(output);
    assert_eq!(ran.stdout, "search show similar stats saved\n--sort\nnewest\nzsh\n", "{}", ran.stderr);
}

#[test]
fn misspelt_commands_and_options_are_met_with_those_that_were_meant() {
    let desk = Desk::new();
    for (args, meant) in [
        (&["serch", "x"][..], "'search'"),
        (&["search", "--sections", "x"], "'--section'"),
        (&["search", "--sort", "newst"], "'newest'"),
        (&["completions", "bsh"], "'bash'"),
        (&["saved", "remov", "x"], "'remove'"),
    ] {
        let said = desk.expect(2, args).stderr;
        assert!(said.contains(meant), "{said}");
    }
}

#[test]
fn commands_are_listed_on_the_way_from_pages_to_answers() {
    let help = Desk::new().expect(0, &["--help"]).stdout;
    let rows: Vec<&str> =
        help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty()).collect();
    let names: Vec<&str> = rows.iter().filter_map(|row| row.split_whitespace().next()).collect();
    assert_eq!(names[..4], ["index", "search", "show", "similar"]);
    assert_eq!(names[names.len() - 4..], ["config", "completions", "man", "help"]);
    assert!(rows.iter().all(|row| row.starts_with("  ") && !row.starts_with("   ")), "one line each\n{help}");
}
