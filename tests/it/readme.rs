//! What the README shows is what the program does.

use crate::command::{Desk, shipped};

#[test]
fn the_first_command_prints_what_the_readme_shows() {
    let readme = std::fs::read_to_string(shipped("README.md")).expect("README.md");
    let command =
        readme.lines().find_map(|l| l.strip_prefix("    cargo run --release -- ")).expect("the first command");
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).expect("its output");
    let ran = Desk::with_corpus().expect(0, &command.split(' ').collect::<Vec<_>>());
    assert_eq!(ran.stdout.trim_end(), shown.trim_end());
}

#[test]
fn every_option_of_search_is_in_the_readme_and_in_the_help() {
    let readme = std::fs::read_to_string(shipped("README.md")).expect("README.md");
    let help = Desk::new().expect(0, &["search", "--help"]).stdout;
    let options: Vec<&str> =
        help.lines().filter_map(|l| l.trim().split([' ', ',', '[']).find(|w| w.starts_with("--"))).collect();
    assert!(options.len() > 8, "{help}");
    for option in options.iter().filter(|o| **o != "--help") {
        assert!(readme.contains(option), "{option} is not in the README");
    }
}
