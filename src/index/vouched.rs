//! Whether what a reader is about to open is what was written, as far as can be told at no cost to speak of: the list of segments
//! by its hash, the files of the segments by their lengths. Their bytes only `check` reads.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::commit::META;
use super::error::IndexError;
use super::seal::{Print, SEAL, Seal, Sealed};

/// How often, and how long apart, an index is looked at before it counts as not what was written: a drive of the network may
/// show an old file beside a new one for a moment.
const TRIES: usize = 4;
const PAUSE: Duration = Duration::from_millis(10);

/// Refuses an index whose list of segments is not the one sealed, or that has segment files of other lengths. One without a seal,
/// or with a damaged one, cannot be judged, and is opened as it is.
pub(crate) fn vouched(dir: &Path) -> Result<(), IndexError> {
    let mut file = None;
    for attempt in 0..TRIES {
        if attempt > 0 {
            sleep(PAUSE);
        }
        file = wrong_file(dir);
        if file.is_none() {
            return Ok(());
        }
    }
    file.map_or(Ok(()), |file| Err(IndexError::NotAsWritten { dir: dir.to_owned(), file }))
}

/// The first file found that is not as it was sealed.
///
/// A writer seals a list of segments before it puts it in its place, and names in the seal the one that is there until then. So
/// the list is one of the seal's at every moment, and nothing is wrong where the seal has become another meanwhile.
fn wrong_file(dir: &Path) -> Option<String> {
    let seal_file = || fs::read(dir.join(SEAL)).ok();
    let bytes = seal_file()?;
    let seal = Seal::parse(&bytes)?;
    let wrong = wrong_by(&seal, dir)?;
    (seal_file()? == bytes).then_some(wrong)
}

fn wrong_by(seal: &Seal, dir: &Path) -> Option<String> {
    let list = Print::of(&fs::read(dir.join(META)).ok()?);
    let is_list = |sealed: &Sealed| sealed.meta == list;
    if !is_list(&seal.commit) && !seal.before.as_ref().is_some_and(is_list) {
        return Some(META.to_owned());
    }
    let length = |name: &str| fs::metadata(dir.join(name)).map(|meta| meta.len()).ok();
    let wrong = seal.files.iter().find(|(name, print)| length(name) != Some(print.bytes));
    // While one commit gives way to another, files of either may not be there.
    wrong.filter(|_| seal.before.is_none()).map(|(name, _)| name.clone())
}

#[cfg(test)]
mod tests {
    use super::super::commit::Commit;
    use super::super::seal::Found;
    use super::*;
    use crate::index::{IndexOptions, index};

    /// An index after two commits, and its list of segments after the first.
    fn committed_twice() -> (tempfile::TempDir, Vec<u8>) {
        let dir = tempfile::tempdir().unwrap();
        let run = |name: &str| {
            fs::write(dir.path().join("a").join(name), format!("<h1>{name}</h1><p>The {name} was opened on Monday."))
                .unwrap();
            index(&[dir.path().join("a")], &dir.path().join("index"), &IndexOptions::default(), |_| {}).unwrap();
            fs::read(dir.path().join("index").join(META)).unwrap()
        };
        fs::create_dir(dir.path().join("a")).unwrap();
        let first = run("lock.html");
        run("gate.html");
        (dir, first)
    }

    #[test]
    fn another_list_of_segments_and_cut_files_are_refused() {
        let (folder, first) = committed_twice();
        let dir = folder.path().join("index");
        vouched(&dir).unwrap();
        let refused = |name: &str, bytes: &[u8]| {
            let before = fs::read(dir.join(name)).unwrap();
            fs::write(dir.join(name), bytes).unwrap();
            assert!(matches!(vouched(&dir), Err(IndexError::NotAsWritten { file, .. }) if file == name), "{name}");
            assert!(matches!(super::super::open(&dir), Err(IndexError::NotAsWritten { .. })));
            fs::write(dir.join(name), before).unwrap();
        };
        let list = fs::read(dir.join(META)).unwrap();
        refused(META, &first);
        let mut flipped = list.clone();
        flipped[9] ^= 1;
        refused(META, &flipped);
        for name in Commit::parse(&list).unwrap().files() {
            let bytes = fs::read(dir.join(&name)).unwrap();
            refused(&name, &bytes[1..]);
        }
        vouched(&dir).unwrap();
    }

    #[test]
    fn what_a_killed_run_leaves_is_vouched_for_and_what_has_no_seal_is_opened() {
        let (folder, first) = committed_twice();
        let dir = folder.path().join("index");
        let Found::Seal(mut seal) = Seal::find(&dir).unwrap() else { panic!("no seal") };
        seal.before = Some(Sealed { meta: Print::of(&first), documents: 1 });
        let written = fs::read(dir.join(SEAL)).unwrap();
        fs::write(dir.join(SEAL), seal.text().unwrap()).unwrap();
        vouched(&dir).unwrap();
        fs::write(dir.join(META), &first).unwrap();
        vouched(&dir).unwrap();
        fs::write(dir.join(SEAL), &written[1..]).unwrap();
        vouched(&dir).unwrap();
        fs::remove_file(dir.join(SEAL)).unwrap();
        vouched(&dir).unwrap();
    }
}
