//! What has to hold after a run that met a fault: no panic, a clear message, the last commit kept, and a next run that
//! completes the work.

use super::answers::{assert_answers, from_scratch};
use super::documents::Before;
use super::folder::Folder;
use super::process::start;
use crate::command::{Ran, copy};
use crate::random::Random;

/// A folder whose index is behind, to be brought up to date under ever another fault.
pub struct Scene {
    pub folder: Folder,
    before: Before,
    scratch: Vec<String>,
}

impl Scene {
    /// A folder of which a part is indexed in many segments, with pages that have changed, come and gone since.
    pub fn update() -> Scene {
        let mut folder = Folder::new(12);
        assert!(start(&folder, Some(0)).wait().expect("an end").success());
        copy(&folder.desk.path("index"), &folder.desk.path("behind"));
        let before = Before::new(&folder);
        folder.change(&mut Random::new(7), 8);
        let scratch = from_scratch(&folder);
        Scene { folder, before, scratch }
    }

    /// A folder of which nothing is indexed yet.
    pub fn first_build() -> Scene {
        let folder = Folder::new(12);
        let (before, scratch) = (Before::new(&folder), from_scratch(&folder));
        Scene { folder, before, scratch }
    }

    /// Puts the index back to how it was before the fault.
    pub fn reset(&self) {
        let (index, behind) = (self.folder.desk.path("index"), self.folder.desk.path("behind"));
        if index.exists() {
            std::fs::remove_dir_all(&index).expect("a removed index");
        }
        if behind.exists() {
            copy(&behind, &index);
        }
    }

    /// Judges a run that met a fault, and what it left.
    pub fn judge(&self, ran: &Ran, what: &str) {
        let what = format!("{what}: ended with {}: {}", ran.code, ran.stderr);
        assert!(matches!(ran.code, 0 | 2 | 3), "{what}");
        assert!(!ran.stderr.contains("panicked") && !ran.stderr.contains("please report"), "{what}");
        self.before.check(&self.folder);
        if ran.code != 0 {
            self.folder.desk.expect(0, &["index"]);
        }
        assert_answers(&self.folder, &self.scratch, &what);
    }
}

/// Whether a run ended with one line that gives the system's reason.
pub fn is_clear(ran: &Ran, reason: &str) -> bool {
    let lines: Vec<&str> = ran.stderr.lines().collect();
    ran.code == 2 && lines.len() == 1 && lines[0].starts_with("pressmark: ") && lines[0].contains(reason)
}
