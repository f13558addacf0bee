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

mod known;

use known::{Item, file_name};

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
    sets: [Vec<Item>; 3],
}

fn known_items(folder: &Path, index: &Path) -> Any<Known> {
    let pages = [folder.join("wcxb-dev/html"), folder.join("zyte/html")];
    pressmark::index(&pages, index, &IndexOptions::default(), |_| {})?;
    let searcher = Searcher::open(index)?;
    let copies: HashMap<String, String> =
        searcher.copies()?.into_iter().map(|copy| (file_name(&copy.path), file_name(&copy.of))).collect();
    let sets = known::sets(folder)?;
    Ok(Known { searcher, copies, sets })
}

impl Known {
    /// The share of queries whose page is the first hit.
    fn first(&self, set: &[Item], request: &Request) -> Any<f64> {
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
