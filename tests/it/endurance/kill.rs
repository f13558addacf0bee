//! Runs that are killed at random moments, over first builds, updates and merges.

use std::panic::catch_unwind;
use std::path::PathBuf;
use std::time::Duration;

use pressmark::index::Event;
use pressmark::read::ReadOptions;
use pressmark::{IndexOptions, index};

use super::answers::{assert_answers, from_scratch};
use super::documents::{Before, held};
use super::folder::Folder;
use super::pages;
use super::process::{restless, start};
use super::setting;
use crate::command::{Desk, copy, files};
use crate::random::Random;

/// Pages and archives in a folder: enough for dozens of segments where each page is committed.
const FILES: usize = 30;

/// What is going on when the kill comes.
#[derive(Debug, Clone, Copy)]
enum Scene {
    FirstBuild,
    Update,
    Merges,
}

/// What the trials met, so that their sum can say whether the kills came where they hurt.
#[derive(Debug, Default)]
struct Tally {
    killed: usize,
    ended_before: usize,
    nothing_committed: usize,
    as_before: usize,
    in_between: usize,
    with_files_left_over: usize,
}

#[test]
fn killed_at_any_moment_nothing_is_lost_or_torn_and_the_next_run_completes_it() {
    let trials = setting("PRESSMARK_TRIALS", 3);
    let mut tally = Tally::default();
    // How long after its start a run is killed at the latest. It follows how long runs take on this machine.
    let mut latest = [Duration::from_millis(400); 3];
    for trial in 0..trials {
        let scene = [Scene::FirstBuild, Scene::Update, Scene::Merges][trial as usize % 3];
        self::trial(trial, scene, &mut latest[trial as usize % 3], &mut tally);
    }
    println!("{trials} trials: {tally:?}");
}

fn trial(trial: u64, scene: Scene, latest: &mut Duration, tally: &mut Tally) {
    eprintln!("trial {trial}, {scene:?}");
    let mut random = Random::new(trial);
    let mut folder = Folder::new(FILES);
    match scene {
        Scene::FirstBuild => {}
        Scene::Update => drop(folder.desk.expect(0, &["index"])),
        Scene::Merges => assert!(start(&folder, Some(0)).wait().expect("an end").success()),
    }
    // The second kill comes upon what the first has left.
    for _ in 0..1 + random.below(2) {
        let before = Before::new(&folder);
        folder.change(&mut random, FILES / 3);
        let pause = match scene {
            Scene::Merges => Some(0),
            _ => *random.one(&[None, Some(0), Some(5), Some(30)]),
        };
        let mut run = start(&folder, pause);
        std::thread::sleep(latest.mul_f64(random.below(1000) as f64 / 1000.0));
        if run.try_wait().expect("a state").is_some() {
            tally.ended_before += 1;
            *latest = latest.mul_f64(0.9);
        } else {
            tally.killed += 1;
            *latest = latest.mul_f64(1.05);
        }
        run.kill().expect("a signal");
        run.wait().expect("an end");
        note(tally, &before, &folder);
    }
    folder.desk.expect(0, &["index"]);
    assert_answers(&folder, &from_scratch(&folder), &format!("trial {trial}, {scene:?}"));
}

/// Looks at what a killed run has left.
fn note(tally: &mut Tally, before: &Before, folder: &Folder) {
    match before.check(folder) {
        None => tally.nothing_committed += 1,
        Some(held) if before.is(&held) => tally.as_before += 1,
        Some(_) => tally.in_between += 1,
    }
    let Ok(engine) = pressmark::index::open(&folder.desk.path("index")) else { return };
    let segments = engine.searchable_segment_ids().expect("segments");
    let left_over = files(&folder.desk.path("index")).into_iter().any(|file| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        name.len() >= 32 && !segments.iter().any(|id| name.starts_with(&id.uuid_string()))
    });
    tally.with_files_left_over += usize::from(left_over);
}

/// The archive of a run that ended after its first page was committed, and before its last was read.
#[test]
fn a_commit_in_the_midst_of_an_archive_does_not_pass_for_all_of_it() {
    let desk = Desk::new();
    let page = |number| (pages::address(number), pages::html(number, 0));
    let too_large = (pages::address(1), pages::html(1, 0).repeat(10));
    desk.write("corpus/a.warc", pages::warc([page(0), too_large, page(2)].into_iter()));
    let (corpus, dir) = (desk.path("corpus"), desk.path("index"));
    let options = IndexOptions { read: ReadOptions { max_bytes: 20_000, ..ReadOptions::default() }, ..restless(0) };
    let ended = catch_unwind(|| {
        let end = |event: Event| assert!(!matches!(event, Event::Failed { .. }), "the end of this run");
        index(&[&corpus], &dir, &options, end).map(|_| ())
    });
    assert!(ended.is_err());
    assert_eq!(held(&dir).expect("a commit").len(), 1);
    index(&[&corpus], &dir, &options, |_| {}).expect("an index");
    assert_eq!(held(&dir).expect("a commit").len(), 2);
}

/// What a run leaves that is killed after it wrote down what is taken out, and before that was committed.
#[test]
fn files_left_by_a_killed_run_are_not_in_the_way_of_the_next() {
    let desk = Desk::new();
    // Most pages stay as they are, so that their segment does.
    let save = |number, edition| {
        desk.write(&format!("corpus/{number}.html"), pages::html(number, edition));
    };
    let (index, behind, ahead) = (desk.path("index"), desk.path("behind"), desk.path("ahead"));
    (0..12).for_each(|number| save(number, 0));
    desk.expect(0, &["index"]);
    copy(&index, &behind);
    (1..3).for_each(|number| save(number, 1));
    desk.expect(0, &["index"]);
    std::fs::rename(&index, &ahead).expect("a moved index");
    copy(&behind, &index);
    let left = |file: &PathBuf| file.extension().is_some_and(|e| e == "del") || file.ends_with(".managed.json");
    let left: Vec<PathBuf> = files(&ahead).into_iter().filter(left).collect();
    assert_eq!(left.len(), 2);
    left.iter().for_each(|file| copy(file, &index.join(file.file_name().expect("a name"))));
    desk.expect(0, &["index"]);
    let mut held: Vec<_> = held(&index).expect("a commit").into_values().collect();
    held.sort_unstable();
    assert_eq!(held, (0..12).map(|number| (number, usize::from((1..3).contains(&number)))).collect::<Vec<_>>());
}
