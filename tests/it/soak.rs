//! Saved pages of every form, cut off at random places and with random bytes turned: no crash, no hang, and every file is
//! accounted for.
//!
//! `PRESSMARK_SOAK=10000 cargo test --release soak -- --nocapture` takes as many files as it says.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::command::{Desk, files, shared, shipped};
use crate::random::Random;

/// Files of one run of the command.
const BATCH: usize = 250;

/// A batch takes seconds; one that takes this long hangs.
const LONGEST: Duration = Duration::from_secs(120);

fn sources() -> Vec<PathBuf> {
    let mut all = files(&shipped("tests/saved"));
    all.extend(shared("samples").map(|folder| files(&folder)).unwrap_or_default());
    all.retain(|path| path.metadata().is_ok_and(|meta| (1..1_000_000).contains(&meta.len())));
    all
}

/// The bytes, cut off or with bytes turned, or both.
fn spoilt(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let how = random.below(4);
    if how != 0 {
        bytes.truncate(random.below(bytes.len()));
    }
    for _ in 0..if how == 1 { 0 } else { 1 + random.below(20) } {
        let at = random.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte = random.below(256) as u8;
        }
    }
    bytes
}

#[test]
fn spoilt_files_are_read_or_refused_one_by_one() {
    let count = std::env::var("PRESSMARK_SOAK").ok().and_then(|count| count.parse().ok()).unwrap_or(BATCH);
    let sources = sources();
    let mut random = Random::new(0);
    let (mut read, mut refused) = (0, 0);
    for batch in 0..usize::div_ceil(count, BATCH) {
        let desk = Desk::new();
        let mut names = HashSet::new();
        for n in 0..BATCH {
            let source = &sources[random.below(sources.len())];
            let name = source.file_name().unwrap_or_default().to_string_lossy();
            // Names that are no page's, hidden ones among them, would not be read at all.
            let name = format!("{n}-{}", name.trim_start_matches('.'));
            desk.write(&format!("folder/{name}"), spoilt(std::fs::read(source).expect("a file"), &mut random));
            names.insert(name);
        }
        let args: Vec<String> = names.iter().map(|name| format!("folder/{name}")).collect();
        let args: Vec<&str> =
            ["extract", "--format", "json"].into_iter().chain(args.iter().map(String::as_str)).collect();
        let started = Instant::now();
        let ran = desk.run(&args);
        assert!(matches!(ran.code, 0 | 3), "batch {batch} ended with {}: {}", ran.code, ran.stderr);
        assert!(started.elapsed() < LONGEST, "batch {batch} took {:?}", started.elapsed());
        assert!(!ran.stderr.contains("please report"), "batch {batch}: {}", ran.stderr);
        for line in ran.lines() {
            let path = line["path"].as_str().unwrap_or_default();
            *(if line["error"].is_null() { &mut read } else { &mut refused }) += 1;
            names.retain(|name| !path.starts_with(&format!("folder/{name}")));
        }
        assert!(names.is_empty(), "batch {batch} lost {names:?}");
    }
    println!("{read} pages read, {refused} refused with a reason");
}
