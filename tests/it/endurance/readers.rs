//! Readers beside a writer that commits and merges: no error, and never backwards.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use pressmark::index;
use pressmark::search::{Request, Searcher};

use super::documents::version;
use super::folder::html;
use super::process::restless;
use super::setting;
use crate::command::Desk;

const PAGES: usize = 40;
const READERS: usize = 4;

/// Writes edition after edition of all pages until the time is up; how many it wrote.
fn write(desk: &Desk, until: Instant) -> usize {
    let mut edition = 0;
    while Instant::now() < until {
        save(desk, edition);
        edition += 1;
        index(&[desk.path("corpus")], &desk.path("index"), &restless(10), |_| {}).expect("an index");
    }
    edition
}

fn save(desk: &Desk, edition: usize) {
    for number in 0..PAGES {
        desk.write(&format!("corpus/{number}.html"), html((number, edition)));
    }
}

/// Opens the index again and again, and sees to it that all pages are there, none older than it was.
fn read(dir: &Path, done: &AtomicBool) -> usize {
    let (mut newest, mut answers) = (HashMap::new(), 0);
    while !done.load(Ordering::Relaxed) {
        let searcher = Searcher::open(dir).expect("an index");
        let all = Request { limit: 2 * PAGES, ..Request::new("") };
        let hits = searcher.search(&all).expect("an answer").hits;
        assert_eq!(hits.len(), PAGES);
        for hit in hits {
            let (number, edition) = version(hit.title.as_deref().unwrap_or_default());
            let before = newest.insert(number, edition).unwrap_or(0);
            assert!(before <= edition, "article {number} went from edition {before} back to {edition}");
        }
        let ferries = searcher.search(&Request::new("report ferry \"the ferry\"")).expect("an answer");
        assert!(ferries.hits.len() <= ferries.total && ferries.total <= PAGES);
        answers += 1;
    }
    answers
}

#[test]
fn readers_beside_a_writer_see_no_error_and_never_go_backwards() {
    let time = Duration::from_secs(setting("PRESSMARK_SECONDS", 3));
    let desk = Desk::new();
    save(&desk, 0);
    index(&[desk.path("corpus")], &desk.path("index"), &restless(10), |_| {}).expect("an index");
    let (done, answers) = (AtomicBool::new(false), AtomicUsize::new(0));
    let editions = thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| answers.fetch_add(read(&desk.path("index"), &done), Ordering::Relaxed));
        }
        let editions = write(&desk, Instant::now() + time);
        done.store(true, Ordering::Relaxed);
        editions
    });
    println!("{editions} editions of {PAGES} pages written, {answers:?} times read by {READERS} readers");
}
