//! Prints how much processor time extraction takes on the benchmarks' pages, beside that of its peers.
//!
//! Every extractor gets the same decoded pages in the same process, page after page and one after the other, in several
//! rounds; what counts is the time that the thread had the processor, so that other work on the machine matters little. The
//! time of a page is the least of its rounds. The folder of benchmarks is `PRESSMARK_SHARED`, else `../shared`; the number
//! of rounds may be given, else there are five.

use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use dom_smoothie::{Config, Readability, TextMode};
use pressmark::Page;
use rustix::time::{ClockId, clock_gettime};

const ROUNDS: usize = 5;

const SETS: &[&str] = &["zyte", "wcxb-dev"];

/// A name, and what it does with a page; whether it found an article there makes no difference here.
type Extractor = (&'static str, fn(&Page));

/// The first is what the others are compared with.
const EXTRACTORS: &[Extractor] = &[
    ("pressmark", |page| drop(black_box(pressmark::extract(page)))),
    ("dom_smoothie 0.19", |page| {
        let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
        let article = Readability::new(page.text.as_str(), None, Some(config)).and_then(|mut page| page.parse());
        drop(black_box(article));
    }),
    ("trafilatura 0.6 (Rust)", |page| {
        drop(black_box(trafilatura::extract(&page.text, &trafilatura::Options::default().with_fallback(true))));
    }),
];

fn main() -> Result<(), Box<dyn Error>> {
    let rounds = std::env::args().nth(1).map_or(Ok(ROUNDS), |rounds| rounds.parse())?;
    let shared = std::env::var_os("PRESSMARK_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    println!("| pages | extractor | mean ms | median ms | pressmark's mean to it |\n|---|---|---|---|---|");
    for set in SETS {
        let pages = pages(&shared.join("extraction").join(set).join("html"))?;
        let mut times = measure(&pages, rounds);
        let means: Vec<f64> = times.iter().map(|times| times.iter().sum::<f64>() / times.len().max(1) as f64).collect();
        for (((name, _), times), mean) in EXTRACTORS.iter().zip(&mut times).zip(&means) {
            times.sort_by(f64::total_cmp);
            let median = times.get(times.len() / 2).copied().unwrap_or_default();
            println!("| {set} ({}) | {name} | {mean:.2} | {median:.2} | {:.2} |", pages.len(), means[0] / mean);
        }
    }
    Ok(())
}

/// The pages of a folder as pressmark reads them, in the order of their names.
fn pages(folder: &Path) -> Result<Vec<Page>, Box<dyn Error>> {
    let files = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = files.map(|file| Ok(file?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    files.sort();
    files
        .iter()
        .map(|file| {
            pressmark::read::read(file, &Default::default()).map_err(|e| format!("{}: {e}", file.display()).into())
        })
        .collect()
}

/// For each extractor the time of each page, in milliseconds.
fn measure(pages: &[Page], rounds: usize) -> Vec<Vec<f64>> {
    let mut times = vec![vec![f64::INFINITY; pages.len()]; EXTRACTORS.len()];
    for _ in 0..rounds {
        for (at, page) in pages.iter().enumerate() {
            for ((_, extract), times) in EXTRACTORS.iter().zip(&mut times) {
                let before = thread_time();
                extract(page);
                times[at] = times[at].min(thread_time() - before);
            }
        }
    }
    times
}

/// How long this thread has had the processor, in milliseconds.
fn thread_time() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}
