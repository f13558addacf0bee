//! What ARCHITECTURE.md promises about the code, checked on the code.

use crate::command::{files, shipped};
use std::path::Path;
use std::process::Command;

/// The stages in the order of the data. Each may use those before it, and the hand-overs that are filled by then.
const STAGES: &[(&str, &[&str])] = &[
    ("page.rs", &[]),
    ("read", &["page"]),
    ("article.rs", &["page"]),
    ("extract", &["page", "article", "read"]),
    ("hit.rs", &["page", "article"]),
    ("index", &["page", "article", "read", "extract", "guard"]),
    ("stats.rs", &[]),
    ("search", &["page", "article", "hit", "stats", "read", "extract", "index", "guard"]),
    ("render", &["page", "article", "hit", "stats", "extract"]),
    ("cli", &["page", "article", "hit", "stats", "read", "extract", "index", "search", "render", "guard"]),
];

/// The files of a stage: a folder, or a file at the top with the folder of its parts.
fn rust_files(stage: &str) -> Vec<(String, String)> {
    let path = shipped("src").join(stage);
    let folder = path.with_extension("");
    let mut paths = if folder.is_dir() { files(&folder) } else { Vec::new() };
    paths.extend(Some(path).filter(|path| path.is_file()));
    let read = |p: &Path| std::fs::read_to_string(p).expect("a readable source file");
    paths
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "rs"))
        .map(|p| (p.display().to_string(), read(p)))
        .collect()
}

/// The part of a source file before its tests: tests may look anywhere.
fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

#[test]
fn imports_run_one_way() {
    let names: Vec<&str> = STAGES.iter().map(|(stage, _)| stage.trim_end_matches(".rs")).collect();
    for (stage, allowed) in STAGES {
        let own = stage.trim_end_matches(".rs");
        for (path, text) in rust_files(stage) {
            for line in before_tests(&text).lines().filter(|l| !l.trim_start().starts_with("//")) {
                for (at, _) in line.match_indices("crate::") {
                    let used = line[at + 7..].split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
                    let fine = used == own || !names.contains(&used) || allowed.contains(&used);
                    assert!(fine, "{path} imports `{used}`, which comes after `{own}`:\n{line}");
                }
            }
        }
    }
}

#[test]
fn only_one_module_of_extract_names_scraper() {
    for (path, text) in rust_files("extract") {
        if !path.ends_with("dom/mod.rs") {
            assert!(!before_tests(&text).contains("scraper::"), "{path} names a type of scraper");
        }
    }
}

#[test]
fn field_names_are_spelled_only_in_the_schema() {
    for stage in ["index", "search"] {
        for (path, text) in rust_files(stage).into_iter().filter(|(path, _)| !path.ends_with("schema.rs")) {
            for spelled in ["get_field(\"", "add_text_field(\"", "fast.str(\"", "fast.u64(\"", "fast.date(\""] {
                assert!(!before_tests(&text).contains(spelled), "{path} spells a field name");
            }
        }
    }
}

#[test]
fn extraction_alone_is_free_of_the_engine_and_of_the_command_line() {
    for (features, absent) in
        [("", &["tantivy", "clap", "tokio", "rayon"][..]), ("index", &["clap", "tokio", "indicatif"])]
    {
        let tree = Command::new(env!("CARGO"))
            .args([
                "tree",
                "--offline",
                "--no-default-features",
                "--edges",
                "normal",
                "--prefix",
                "none",
                "--features",
                features,
            ])
            .current_dir(shipped(""))
            .output()
            .expect("cargo runs");
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
        for name in absent {
            assert!(
                !tree.lines().any(|l| l.starts_with(&format!("{name} "))),
                "`--features {features:?}` compiles {name}"
            );
        }
    }
}

#[test]
fn nothing_under_src_prints_page_text_past_the_sanitizer() {
    for (stage, _) in STAGES.iter().filter(|(stage, _)| *stage != "cli") {
        for (path, text) in rust_files(stage) {
            let code = before_tests(&text).lines().filter(|l| !l.trim_start().starts_with("//"));
            assert!(!code.clone().any(|l| l.contains("println!") || l.contains("dbg!")), "{path} prints");
        }
    }
}
