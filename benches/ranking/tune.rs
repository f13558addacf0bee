//! Weights of ranking compared on the test collections and on known items.
//!
//! ```text
//! cargo run --release --example tune -- [title=0.3 pair=0.2 …]...     one row an argument, the defaults first
//! ```
//!
//! Each argument names the weights to change, blanks between them. Columns: nDCG@10 of each collection; then of the
//! development pages how many are found first by their own title, by a sentence of theirs, and by that sentence in quotes.
//! The folder of benchmarks is `PRESSMARK_SHARED`, else `../shared`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use pressmark::IndexOptions;
use pressmark::search::{Request, Searcher, Weights};
use serde_json::Value;

const COLLECTIONS: &[&str] = &["time", "cran", "cisi", "med", "npl"];

type Any<T> = Result<T, Box<dyn std::error::Error>>;

struct Collection {
    searcher: Searcher,
    queries: Vec<(String, String)>,
    grades: HashMap<String, HashMap<String, f64>>,
}

fn main() -> Any<()> {
    let shared = std::env::var_os("PRESSMARK_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let dir = std::env::temp_dir().join("pressmark-tune");
    let collections = COLLECTIONS
        .iter()
        .map(|name| collection(&shared.join("relevance").join(name), &dir.join(name)))
        .collect::<Any<Vec<_>>>()?;
    let known = known_items(&shared.join("extraction"), &dir.join("pages"))?;
    println!("| {} | mean | title | sentence | quoted | weights |", COLLECTIONS.join(" | "));
    println!("|{}", "---|".repeat(COLLECTIONS.len() + 5));
    for setting in std::iter::once(String::new()).chain(std::env::args().skip(1)) {
        let request = request(&setting)?;
        let mut row = Vec::new();
        for collection in &collections {
            row.push(collection.ndcg(&request)?);
        }
        let mean = row.iter().sum::<f64>() / row.len() as f64;
        let mut cells: Vec<String> = row.iter().map(|score| format!("{score:.4}")).collect();
        cells.push(format!("{mean:.4}"));
        for set in &known.sets {
            cells.push(format!("{:.4}", known.first(set, &request)?));
        }
        println!("| {} | {setting} |", cells.join(" | "));
    }
    Ok(())
}

fn request(setting: &str) -> Any<Request> {
    let mut request = Request::new("");
    let mut weights = Weights::default();
    for part in setting.split_whitespace() {
        let (name, value) = part.split_once('=').ok_or("name=value")?;
        match name {
            "title" => weights.title = value.parse()?,
            "heading" => weights.heading = value.parse()?,
            "pair" => weights.pair = value.parse()?,
            "slop" => weights.pair_slop = value.parse()?,
            "exact" => weights.exact = value.parse()?,
            "run" => weights.run = value.parse()?,
            "whole" => weights.whole_title = value.parse()?,
            "length" => weights.usual_length = value.parse()?,
            "expand" => request.expand = value.parse()?,
            "copies" => request.all_copies = value.parse()?,
            other => return Err(format!("no weight is called {other}").into()),
        }
    }
    request.weights = weights;
    Ok(request)
}

fn lines(path: &Path) -> Any<Vec<Value>> {
    Ok(std::fs::read_to_string(path)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn collection(folder: &Path, index: &Path) -> Any<Collection> {
    let article = |doc: &Value| {
        serde_json::json!({ "path": text(&doc["id"]), "title": doc["title"], "body": doc["text"] }).to_string()
    };
    let articles: Vec<String> = lines(&folder.join("docs.jsonl"))?.iter().map(article).collect();
    pressmark::index::index_articles(articles.join("\n").as_bytes(), index, &IndexOptions::default(), |_| {})?;
    let queries = lines(&folder.join("queries.jsonl"))?.iter().map(|q| (text(&q["id"]), text(&q["text"]))).collect();
    let mut grades: HashMap<String, HashMap<String, f64>> = HashMap::new();
    for line in std::fs::read_to_string(folder.join("qrels.tsv"))?.lines() {
        let [query, doc, grade] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        grades.entry(query.to_owned()).or_default().insert(doc.to_owned(), grade.parse::<f64>()?.max(0.0));
    }
    grades.retain(|_, docs| docs.values().any(|grade| *grade > 0.0));
    Ok(Collection { searcher: Searcher::open(index)?, queries, grades })
}

impl Collection {
    /// As trec_eval has it: the gain is the grade.
    fn ndcg(&self, request: &Request) -> Any<f64> {
        let dcg = |gains: &[f64]| gains.iter().zip(2..).take(10).map(|(g, at)| g / f64::from(at).log2()).sum::<f64>();
        let mut sum = 0.0;
        for (id, query) in &self.queries {
            let Some(grades) = self.grades.get(id) else { continue };
            let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
            let hits = self.searcher.search(&Request { query, ..request.clone() })?;
            let gains: Vec<f64> = hits.hits.iter().map(|hit| grades.get(&hit.path).copied().unwrap_or(0.0)).collect();
            let mut ideal: Vec<f64> = grades.values().copied().collect();
            ideal.sort_by(|a, b| b.total_cmp(a));
            sum += dcg(&gains) / dcg(&ideal);
        }
        Ok(sum / self.grades.len() as f64)
    }
}

/// Pages, and queries each of which is about one of them.
struct Known {
    searcher: Searcher,
    /// For each page that is not in the index, the one that is there for it.
    copies: HashMap<String, String>,
    /// Queries by title, by sentence and by sentence in quotes, with the page's file name.
    sets: [Vec<(String, String)>; 3],
}

fn known_items(folder: &Path, index: &Path) -> Any<Known> {
    let pages = [folder.join("wcxb-dev/html"), folder.join("zyte/html")];
    pressmark::index(&pages, index, &IndexOptions::default(), |_| {})?;
    let searcher = Searcher::open(index)?;
    let copies: HashMap<String, String> =
        searcher.copies()?.into_iter().map(|copy| (file_name(&copy.path), file_name(&copy.of))).collect();
    let truths = truths(folder)?;
    let bodies: Vec<(&str, String)> = truths.iter().map(|t| (t.file.as_str(), words(&t.text))).collect();
    let mut titles: HashMap<String, Vec<&Truth>> = HashMap::new();
    for truth in truths.iter().filter(|t| !t.title.is_empty()) {
        titles.entry(words(&truth.title)).or_default().push(truth);
    }
    let mut sets: [Vec<(String, String)>; 3] = Default::default();
    for truth in truths.iter().filter(|t| t.is_article) {
        if titles.get(&words(&truth.title)).is_some_and(|same| same.len() == 1) {
            sets[0].push((truth.title.clone(), truth.file.clone()));
        }
        let only_here = |sentence: &&str| {
            let sentence = words(sentence);
            !bodies.iter().any(|(file, body)| *file != truth.file && body.contains(&sentence))
        };
        let middle = sentences(&truth.text);
        if let Some(sentence) = middle.into_iter().find(only_here) {
            sets[1].push((sentence.to_owned(), truth.file.clone()));
            sets[2]
                .push((format!("\"{}\"", sentence.replace(['"', '“', '”', '„', '«', '»'], " ")), truth.file.clone()));
        }
    }
    Ok(Known { searcher, copies, sets })
}

impl Known {
    /// The share of queries whose page is the first hit.
    fn first(&self, set: &[(String, String)], request: &Request) -> Any<f64> {
        let mut right = 0;
        for (query, file) in set {
            let hits = self.searcher.search(&Request { query: query.clone(), limit: 1, ..request.clone() })?;
            let wanted = self.copies.get(file).unwrap_or(file);
            let found = hits.hits.first().is_some_and(|hit| file_name(&hit.path) == *wanted);
            if !found && std::env::var_os("PRESSMARK_MISSED").is_some() {
                let first = hits.hits.first().map(|h| (file_name(&h.path), h.title.clone()));
                eprintln!("{wanted}\t{query}\t{first:?}");
            }
            right += usize::from(found);
        }
        Ok(right as f64 / set.len().max(1) as f64)
    }
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

fn file_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}
