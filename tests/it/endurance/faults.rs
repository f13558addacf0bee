//! Every write, sync and rename of a run made to fail in turn, by `strace`.
//!
//! strace counts the calls of each thread by itself: that the n-th fails means the n-th of each thread. What has to be hit
//! is read from a run without faults, call by call and kind of file by kind of file.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use super::aftermath::Scene;
use super::thorough;
use crate::command::Ran;

/// Calls, and what the system answers.
const FAULTS: &[(&str, &str)] = &[
    ("write", "ENOSPC"),
    ("fdatasync", "EIO"),
    ("fsync", "EIO"),
    ("rename,renameat,renameat2", "EIO"),
    ("unlink", "EIO"),
    ("mkdir", "EACCES"),
    ("openat", "EMFILE"),
];

/// Which of the calls of a thread fail where not all of them are tried.
const FEW: &[usize] = &[1, 11];

/// Calls of which every kind of file has to be hit where all are tried.
const HELD: &[&str] = &["write", "fdatasync", "fsync", "renameat"];

/// Files that have a thread of their own, or are written last: where the n-th call of one thread ends the run, that of another
/// never comes. They fail in the tests of `index/writer.rs`, below the engine.
const OUT_OF_REACH: &[&str] = &["store", "del"];

/// A call and the kind of file on which it was made.
type Place = (String, String);

struct Traced {
    ran: Ran,
    calls: Vec<String>,
}

impl Traced {
    /// The places at which a line of the trace says so.
    fn places(&self, which: impl Fn(&str) -> bool) -> BTreeSet<Place> {
        self.calls.iter().filter(|call| which(call)).filter_map(|call| place(call)).collect()
    }

    /// Whether a run that gave up said why, in a line of its own beside the sum
    /// of what it did. It cannot where standard error is what failed.
    fn is_clear(&self) -> bool {
        let mute = |call: &String| call.contains("(INJECTED)") && call.contains(" write(2<");
        let lines: Vec<&str> = self.ran.stderr.lines().collect();
        let ours = lines.iter().all(|line| line.starts_with("pressmark: "));
        let clear = ours && lines.len() <= 2 && lines.iter().any(|line| line.contains("(os error "));
        self.ran.code != 2 || clear || self.calls.iter().any(mute)
    }

    fn failed(&self) -> BTreeSet<Place> {
        self.places(|call| call.contains("(INJECTED)"))
    }
}

/// `1234 write(5</tmp/x/index/ab12.store>, ...) = 7` is a write to `.store`; calls on files of others count for nothing.
fn place(line: &str) -> Option<Place> {
    let call = line.split_whitespace().nth(1)?.split('(').next()?;
    let mut paths = line.split(['<', '>', '"']).filter(|part| part.contains("/index"));
    let name = Path::new(paths.next_back()?).file_name()?.to_string_lossy().into_owned();
    let stem = name.split('.').next().unwrap_or_default();
    let kind = if stem.len() == 32 { name.trim_start_matches(stem) } else { &name };
    let kind = if kind.starts_with(".tmp") { ".tmp" } else { kind };
    let kind = kind.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    Some((call.to_owned(), kind.to_owned()))
}

/// Runs `pressmark index` in a scene, traced; nothing where there is no strace, or no leave to trace.
fn traced(scene: &Scene, calls: &str, inject: Option<String>) -> Option<Traced> {
    let log = scene.folder.desk.path("trace");
    let pressmark = scene.folder.desk.command(&[]);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-y", "-e", "signal=none", "-e", &format!("trace={calls}"), "-o"]).arg(&log);
    command.args(inject.into_iter().flat_map(|inject| ["-e".to_owned(), inject]));
    command.arg(pressmark.get_program()).args(["index", "--threads", "1"]);
    command.current_dir(scene.folder.desk.path("")).stdin(Stdio::null());
    for (name, value) in pressmark.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let ran: Ran = command.output().ok()?.into();
    let calls = std::fs::read_to_string(&log).unwrap_or_default().lines().map(str::to_owned).collect();
    Some(Traced { ran, calls })
}

/// All calls of a run without faults; nothing where it cannot be traced.
fn without_faults(scene: &Scene) -> Option<BTreeSet<Place>> {
    let all: Vec<&str> = FAULTS.iter().map(|(call, _)| *call).collect();
    let traced = traced(scene, &all.join(","), None).filter(|traced| traced.ran.code == 0);
    let places = traced.map(|traced| traced.places(|_| true)).filter(|places| !places.is_empty());
    if places.is_none() {
        eprintln!("SKIPPED: faults need `strace`, and leave to trace");
    }
    places
}

/// Lets the n-th call fail, for each n of some, until there is none any more.
fn each_fails(scene: &Scene, call: &str, error: &str, numbers: &mut dyn Iterator<Item = usize>) -> BTreeSet<Place> {
    let mut hit = BTreeSet::new();
    for n in numbers {
        scene.reset();
        let inject = format!("inject={call}:error={error}:when={n}");
        let traced = traced(scene, call, Some(inject.clone())).expect("strace");
        if !traced.calls.iter().any(|call| call.contains("(INJECTED)")) {
            break;
        }
        // The loader fails before there is any of our code, and says so in its own way.
        if traced.ran.code != 127 {
            assert!(traced.is_clear(), "{inject}: {}", traced.ran.stderr);
            scene.judge(&traced.ran, &inject);
        }
        hit.extend(traced.failed());
    }
    hit
}

#[test]
fn every_write_sync_and_rename_may_fail() {
    let first_build = thorough().then(Scene::first_build);
    let (mut all, mut hit) = (BTreeSet::new(), BTreeSet::new());
    for scene in first_build.into_iter().chain([Scene::update()]) {
        scene.reset();
        let Some(places) = without_faults(&scene) else { return };
        all.extend(places);
        for (call, error) in FAULTS {
            match thorough() {
                true => hit.extend(each_fails(&scene, call, error, &mut (1..))),
                false => hit.extend(each_fails(&scene, call, error, &mut FEW.iter().copied())),
            }
        }
    }
    let missed: Vec<&Place> = all.difference(&hit).collect();
    println!("{} of {} kinds of calls failed; not: {missed:?}", all.len() - missed.len(), all.len());
    let held = |place: &Place| HELD.contains(&place.0.as_str()) && !OUT_OF_REACH.contains(&place.1.as_str());
    assert!(!thorough() || !missed.iter().any(|place| held(place)), "{missed:?}");
}
