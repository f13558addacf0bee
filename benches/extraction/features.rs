//! Prints the features of the blocks of saved pages, for `train.py`: `features OUT SCORES PATH...`.
//!
//! Writes `OUT.jsonl`, the names of the features in the first line and then the path and the blocks of each page, and
//! `OUT.f32`, the rows of all blocks. SCORES holds the first stage's scores of the blocks, one line
//! `[path, [score, ...]]` for each page, and asks for the features of the second stage; `-` asks for those of the first.
//!
//! `features signals PATH...` prints for `kinds.py` the path of each page and the signals that tell what it is.

use std::collections::HashMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};

use pressmark::extract::training;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [command, paths @ ..] = args.as_slice()
        && command == "signals"
    {
        return print_signals(paths);
    }
    let [out, scores, paths @ ..] = args.as_slice() else { return Err("usage: features OUT SCORES PATH...".into()) };
    let scores = if scores == "-" { None } else { Some(read_scores(scores)?) };
    let mut blocks = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    let mut rows = BufWriter::new(File::create(format!("{out}.f32"))?);
    writeln!(blocks, "{}", serde_json::to_string(&training::names(scores.is_some()))?)?;
    for found in pressmark::read::walk(paths)?.found {
        let Ok(page) = pressmark::read::read(&found.path, &Default::default()) else { continue };
        let path = found.path.to_string_lossy();
        let known = match &scores {
            None => None,
            Some(scores) => Some(scores.get(path.as_ref()).ok_or("a page without scores")?.as_slice()),
        };
        let read = training::rows(&page, known);
        writeln!(blocks, "{}", serde_json::json!({ "path": path, "texts": read.texts }))?;
        for value in read.rows.iter().flatten() {
            rows.write_all(&value.to_le_bytes())?;
        }
    }
    Ok(())
}

fn print_signals(paths: &[String]) -> Result<(), Box<dyn Error>> {
    for found in pressmark::read::walk(paths)?.found {
        let Ok(page) = pressmark::read::read(&found.path, &Default::default()) else { continue };
        println!("{}\t{}", found.path.display(), training::signals(&page).join(" "));
    }
    Ok(())
}

fn read_scores(path: &str) -> Result<HashMap<String, Vec<f32>>, Box<dyn Error>> {
    fs::read_to_string(path)?.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}
