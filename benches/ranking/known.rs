//! Known items: queries each of which is about one page of the development sets. Those that search are told by how often
//! that page is the first hit.
//!
//! By title: the benchmark's own title of an article. By sentence: one of 8 to 25 words from the middle of the article's
//! text that stands in no other page's text; bare, and in quotes. Titles that two pages share are left out.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

type Any<T> = Result<T, Box<dyn std::error::Error>>;

/// A query and the name of the file of the page that it is about.
pub type Item = (String, String);

/// Queries by title, by sentence, and by sentence in quotes, from the folder of the extraction benchmarks.
pub fn sets(folder: &Path) -> Any<[Vec<Item>; 3]> {
    let truths = truths(folder)?;
    let bodies: Vec<(&str, String)> = truths.iter().map(|t| (t.file.as_str(), words(&t.text))).collect();
    let mut titles: HashMap<String, usize> = HashMap::new();
    for truth in truths.iter().filter(|t| !t.title.is_empty()) {
        *titles.entry(words(&truth.title)).or_default() += 1;
    }
    let mut sets: [Vec<Item>; 3] = Default::default();
    for truth in truths.iter().filter(|t| t.is_article) {
        if titles.get(&words(&truth.title)) == Some(&1) {
            sets[0].push((truth.title.clone(), truth.file.clone()));
        }
        let only_here = |sentence: &&str| {
            let sentence = words(sentence);
            !bodies.iter().any(|(file, body)| *file != truth.file && body.contains(&sentence))
        };
        if let Some(sentence) = sentences(&truth.text).into_iter().find(only_here) {
            let quoted = sentence.replace(['"', '“', '”', '„', '«', '»'], " ");
            sets[1].push((sentence.to_owned(), truth.file.clone()));
            sets[2].push((format!("\"{quoted}\""), truth.file.clone()));
        }
    }
    Ok(sets)
}

/// The name of a page's file, by which pages of the sets are known.
pub fn file_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

struct Truth {
    file: String,
    title: String,
    text: String,
    is_article: bool,
}

fn truths(folder: &Path) -> Any<Vec<Truth>> {
    let mut truths = Vec::new();
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder.join("wcxb-dev/ground-truth"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    for path in files {
        let truth: Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        let given = |key: &str| truth["ground_truth"][key].as_str().unwrap_or_default().to_owned();
        let kind = truth["_internal"]["page_type"]["primary"].as_str().unwrap_or("article").to_owned();
        truths.push(Truth {
            file: path.file_stem().unwrap_or_default().to_string_lossy().into_owned() + ".html.gz",
            title: given("title").split_whitespace().collect::<Vec<_>>().join(" "),
            text: given("main_content"),
            is_article: kind == "article",
        });
    }
    let zyte: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("zyte/ground-truth.json"))?)?;
    for (name, truth) in zyte.as_object().ok_or("an object of pages")? {
        let text = truth["articleBody"].as_str().unwrap_or_default().to_owned();
        truths.push(Truth { file: format!("{name}.html.gz"), title: String::new(), text, is_article: true });
    }
    Ok(truths)
}

/// Sentences of 8 to 25 words, those nearest to the middle first.
fn sentences(text: &str) -> Vec<&str> {
    let middle = text.len() / 2;
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let ends = matches!(c, '.' | '!' | '?' | '。')
            && text[end..].chars().next().is_none_or(|c| c.is_whitespace() || c == '"');
        if ends || c == '\n' {
            let sentence = text[start..end].trim();
            let count = sentence.split_whitespace().count();
            if ends && (8..=25).contains(&count) && !sentence.contains('\n') {
                found.push((middle.abs_diff(start), sentence));
            }
            start = end;
        }
    }
    found.sort();
    found.into_iter().map(|(_, sentence)| sentence).collect()
}

fn words(text: &str) -> String {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}
