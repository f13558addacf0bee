//! All that an index answers, to be compared with the answers of another.

use serde_json::Value;

use super::folder::Folder;

const QUERIES: &[&[&str]] = &[
    &["ferry"],
    &["water levy"],
    &["drought in the harbour of the border"],
    &["\"the ferry\" OR \"of the council\""],
    &["section:energy", "since:2020", "treaty"],
    &["reform -water"],
    &["title:edition", "hospital"],
    &["haarbour ministre"],
    &["polru* OR elec*"],
    &["pension housing", "--expand"],
    &["railway", "--explain"],
    &["\"paid for by readers\""],
    &[""],
];

/// What an index answers to many queries, with scores, passages and counts, and what it says of itself.
pub fn answers(folder: &Folder, index: &str) -> Vec<String> {
    let desk = &folder.desk;
    let search = |query: &&[&str]| {
        let options = ["--index", index, "-n", "1000", "--facet", "section", "--facet", "year"];
        let mut found = desk.search(&[&options[..], query].concat());
        found["took_ms"] = Value::Null;
        // An article that was moved keeps the id that it had before, of which an index made from scratch knows nothing.
        found["hits"].as_array_mut().expect("hits").iter_mut().for_each(|hit| hit["id"] = Value::Null);
        serde_json::to_string_pretty(&found).expect("JSON")
    };
    let mut all: Vec<String> = QUERIES.iter().map(search).collect();
    for options in [&[][..], &["--copies"]] {
        let args = [&["stats", "--index", index][..], options].concat();
        all.push(desk.expect(0, &args).stdout);
    }
    all
}

/// What an index made from scratch answers.
pub fn from_scratch(folder: &Folder) -> Vec<String> {
    let scratch = folder.desk.path("scratch");
    if scratch.exists() {
        std::fs::remove_dir_all(&scratch).expect("a removed index");
    }
    folder.desk.expect(0, &["index", "--index", "scratch"]);
    answers(folder, "scratch")
}

/// Sees to it that the index answers as another has.
pub fn assert_answers(folder: &Folder, expected: &[String], what: &str) {
    for (ours, expected) in answers(folder, "index").iter().zip(expected) {
        let apart = ours.lines().zip(expected.lines()).find(|(ours, expected)| ours != expected);
        assert!(ours == expected, "{what}: not as from scratch: {apart:?}\n{ours}");
    }
}
