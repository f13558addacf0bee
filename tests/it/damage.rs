//! Damage done to indexes on purpose: bits flipped, blocks zeroed, files cut off, swapped and deleted, over all files. Every
//! damaged byte is found by `check`, and no question asked of a damaged index ends in a panic, a signal or a hang.
//!
//! `PRESSMARK_TRIALS=2000 cargo test --release damage -- --nocapture` damages as many indexes as it says.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use pressmark::index::{CheckOptions, check};

use crate::command::{Desk, files};
use crate::random::Random;

/// Trials of a usual run.
const TRIALS: usize = 100;

/// A question takes a fraction of a second; one that takes this long hangs.
const LONGEST: Duration = Duration::from_secs(20);

/// What disks and copying do to files.
const BLOCK: usize = 512;

const KINDS: [&str; 6] = ["bit flipped", "block zeroed", "truncated", "swapped", "deleted", "earlier meta.json"];

/// What is asked of a damaged index, each in a process of its own.
const QUESTIONS: [&[&str]; 7] = [
    &["search", "--format", "json", "--facet", "section", "--facet", "year", "ferry subsidy"],
    &["search", "--format", "json", "-n", "100", "--timeline", ""],
    &["search", "--format", "json", "--explain", "\"water levy\" OR econ* OR reforn~"],
    &["similar", "--format", "json", "ID"],
    &["show", "ID", "ferry"],
    &["stats", "--format", "json"],
    &["extract", "--format", "json", "--index", "index", "corpus"],
];

/// An index of several segments with deletes.
struct Bed {
    desk: Desk,
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// The names of the files in an order that is the same for every index made of these pages.
    order: Vec<PathBuf>,
    /// The lists of segments of its earlier commits.
    earlier: Vec<Vec<u8>>,
    id: String,
    answers: Vec<String>,
}

impl Bed {
    fn new() -> Bed {
        let desk = Desk::with_corpus();
        let mut folders: Vec<String> = std::fs::read_dir(desk.path("corpus"))
            .expect("the corpus")
            .map(|folder| format!("corpus/{}", folder.expect("a folder").file_name().to_string_lossy()))
            .collect();
        folders.sort();
        let meta = desk.path("index/meta.json");
        let mut earlier = Vec::new();
        for some in folders.chunks(4) {
            let args: Vec<&str> = ["index"].into_iter().chain(some.iter().map(String::as_str)).collect();
            desk.expect(0, &args);
            earlier.push(std::fs::read(&meta).expect("a list of segments"));
        }
        let page = files(&desk.path("corpus")).into_iter().find(|page| page.extension().is_some_and(|e| e == "html"));
        std::fs::remove_file(page.expect("a page")).expect("a page removed");
        desk.expect(0, &["index"]);
        let files =
            files(&desk.path("index")).into_iter().map(|path| (path.clone(), std::fs::read(path).expect("a file")));
        let files: BTreeMap<PathBuf, Vec<u8>> = files.filter(|(_, bytes)| !bytes.is_empty()).collect();
        let deletes = files.keys().filter(|path| path.extension().is_some_and(|e| e == "del")).count();
        assert!(deletes > 0 && files.len() > 20, "{:?}", files.keys());
        let id = desk.search(&["ferry"])["hits"][0]["id"].as_str().expect("an id").to_owned();
        let order = ordered(&files, &std::fs::read(&meta).expect("a list of segments"));
        let mut bed = Bed { desk, files, order, earlier, id, answers: Vec::new() };
        bed.answers = (0..QUESTIONS.len()).map(|at| bed.ask(at).1).collect();
        bed
    }

    fn index(&self) -> PathBuf {
        self.desk.path("index")
    }

    /// Damages the index in one way, and says which; nothing where it would leave the bytes as they are.
    fn damage(&self, random: &mut Random) -> Option<(&'static str, PathBuf)> {
        let kind = random.below(KINDS.len());
        let path = &self.order[random.below(self.order.len())];
        let bytes = &self.files[path];
        let mut new = bytes.clone();
        match KINDS[kind] {
            "bit flipped" => new[random.below(bytes.len())] ^= 1 << random.below(8),
            "block zeroed" => {
                let start = random.below(bytes.len().div_ceil(BLOCK)) * BLOCK;
                let end = bytes.len().min(start + BLOCK);
                new[start..end].fill(0);
            }
            "truncated" => new.truncate(random.below(bytes.len())),
            "swapped" => {
                let like = |other: &&PathBuf| *other != path && other.extension() == path.extension();
                let others: Vec<&PathBuf> = self.order.iter().filter(like).collect();
                let other = others.get(random.below(others.len()))?;
                put(other, bytes);
                new.clone_from(&self.files[*other]);
            }
            "deleted" => {
                std::fs::remove_file(path).expect("a file removed");
                return Some((KINDS[kind], path.clone()));
            }
            _ => {
                let meta = self.index().join("meta.json");
                put(&meta, &self.earlier[random.below(self.earlier.len())]);
                return Some((KINDS[kind], meta));
            }
        }
        if new == *bytes {
            return None;
        }
        put(path, &new);
        Some((KINDS[kind], path.clone()))
    }

    fn restore(&self) {
        for (path, bytes) in &self.files {
            if std::fs::read(path).ok().as_ref() != Some(bytes) {
                put(path, bytes);
            }
        }
    }

    /// How a process ends that asks one of the questions, and what it says.
    fn ask(&self, at: usize) -> (&'static str, String) {
        let args: Vec<&str> =
            QUESTIONS[at].iter().map(|arg| if *arg == "ID" { self.id.as_str() } else { arg }).collect();
        let (out, err) = (self.desk.path("out"), self.desk.path("err"));
        let file = |path: &Path| Stdio::from(File::create(path).expect("a file"));
        let mut process =
            self.desk.command(&args).stdout(file(&out)).stderr(file(&err)).spawn().expect("pressmark starts");
        let started = Instant::now();
        let status = loop {
            match process.try_wait().expect("a process") {
                Some(status) => break status,
                None if started.elapsed() > LONGEST => {
                    process.kill().expect("a signal");
                    panic!("{args:?} hangs");
                }
                None => std::thread::sleep(Duration::from_millis(1)),
            }
        };
        let read = |path: &Path| String::from_utf8_lossy(&std::fs::read(path).expect("a file")).into_owned();
        let (out, err) = (read(&out), read(&err));
        assert!(!err.contains("panicked") && !err.contains("pressmark failed"), "{args:?}: {err}");
        let code = status.code().unwrap_or_else(|| panic!("{args:?} ended with {status}: {err}"));
        if code == 2 {
            assert!(err.lines().any(|line| line.starts_with("pressmark: ")), "{args:?}: {err}");
        }
        let answer = out.split("\"took_ms\":").map(|rest| rest.trim_start_matches(|c| c != ',')).collect();
        match code {
            2 if err.contains("is not as it was written") => ("refused when it is opened", answer),
            2 if err.contains("cannot be read; `pressmark check") => ("refused as damaged", answer),
            2 => ("refused", answer),
            _ => ("answered", answer),
        }
    }
}

/// Names of segments are random: files are put in the order of the segments in the list, and of the rest of their names.
fn ordered(files: &BTreeMap<PathBuf, Vec<u8>>, list: &[u8]) -> Vec<PathBuf> {
    let list: serde_json::Value = serde_json::from_slice(list).expect("JSON");
    let segments = list["segments"].as_array().expect("segments").iter();
    let names: Vec<String> =
        segments.map(|segment| segment["segment_id"].as_str().expect("a name").replace('-', "")).collect();
    let mut order: Vec<PathBuf> = files.keys().cloned().collect();
    order.sort_by_key(|path| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let at = names.iter().position(|name| file.starts_with(name));
        (at, at.map_or(file.clone(), |at| file[names[at].len()..].to_owned()))
    });
    order
}

/// Writes a file anew: one that is mapped into memory somewhere stays what it was.
fn put(path: &Path, bytes: &[u8]) {
    let _ = std::fs::remove_file(path);
    std::fs::write(path, bytes).expect("a file written");
}

#[test]
fn every_damaged_index_is_found_and_none_makes_a_search_panic_or_hang() {
    let trials = std::env::var("PRESSMARK_TRIALS").ok().and_then(|count| count.parse().ok()).unwrap_or(TRIALS);
    let bed = Bed::new();
    let options = CheckOptions { sample: 20 };
    let sound = check(&bed.index(), &options).expect("a report");
    assert!(sound.sound && sound.remarks.is_empty() && sound.segments > 2, "{sound:?}");
    let mut random = Random::new(0x5EA1);
    let mut outcomes: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut missed = Vec::new();
    for trial in 0..trials {
        let (kind, path) = loop {
            if let Some(damage) = bed.damage(&mut random) {
                break damage;
            }
            bed.restore();
        };
        let report = check(&bed.index(), &options);
        if report.as_ref().is_ok_and(|report| report.sound) {
            missed.push(format!("{kind}: {}", path.display()));
        }
        let at = trial % QUESTIONS.len();
        let (ended, answer) = bed.ask(at);
        let outcome = match ended {
            "answered" if answer == bed.answers[at] => "the right answer",
            "answered" => "another answer",
            other => other,
        };
        *outcomes.entry(kind).or_default().entry(outcome).or_default() += 1;
        bed.restore();
    }
    println!("{trials} damaged indexes, {} missed; what they answered: {outcomes:#?}", missed.len());
    assert!(missed.is_empty(), "{missed:#?}");
}
