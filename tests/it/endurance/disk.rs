//! A disk that is full, and files that may grow no further: a clear message, the last commit kept, and the next run
//! resumes.

use std::process::{Command, Stdio};

use super::aftermath::{Scene, is_clear};
use crate::command::{Ran, copy};

/// Fills a small disk with the index, and what else there is to leave so many kilobytes; `kept` is what a run made of it.
const FULL_DISK: &str = r#"
set -e
mkdir -p kept
cp -a index/. kept
mount -t tmpfs -o size=16m tmpfs index || { echo "no disk can be mounted" >&2; exit 99; }
cp -a kept/. index
free=$(df -k --output=avail index | tail -n 1)
head -c $(((free - LEFT) * 1024)) /dev/zero > index/.filler
set +e
"$PRESSMARK" index
code=$?
rm -r index/.filler kept
cp -a index kept
exit $code
"#;

/// Ends the growth of any file at so many blocks of 512 bytes. Writing more is an error, not a signal.
const SHORT_FILES: &str = r#"
trap '' XFSZ
ulimit -f LEFT
exec "$PRESSMARK" index
"#;

/// Runs a script in the folder of a scene as `pressmark` itself would be run there.
fn shell(scene: &Scene, shell: &[&str], script: &str) -> Option<Ran> {
    let pressmark = scene.folder.desk.command(&[]);
    let mut command = Command::new(shell[0]);
    command.args(&shell[1..]).args(["sh", "-c", script]).env("PRESSMARK", pressmark.get_program());
    command.current_dir(scene.folder.desk.path("")).stdin(Stdio::null());
    for (name, value) in pressmark.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    Some(command.output().ok()?.into())
}

#[test]
fn a_full_disk_keeps_the_last_commit_and_the_next_run_resumes() {
    let scene = Scene::update();
    let mut clear = 0;
    for left in [0, 32, 128, 4096] {
        scene.reset();
        let script = FULL_DISK.replace("LEFT", &left.to_string());
        let ran = match shell(&scene, &["unshare", "--mount", "--map-root-user"], &script) {
            Some(ran) if ran.code != 99 && !ran.stderr.starts_with("unshare") => ran,
            _ => return eprintln!("SKIPPED: a full disk needs `unshare` and leave to mount one"),
        };
        let (index, kept) = (scene.folder.desk.path("index"), scene.folder.desk.path("kept"));
        std::fs::remove_dir_all(&index).expect("a removed index");
        copy(&kept, &index);
        std::fs::remove_dir_all(&kept).expect("a removed index");
        clear += usize::from(is_clear(&ran, "No space left on device"));
        assert!(ran.code == 0 || is_clear(&ran, "No space left on device"), "{left} kB left: {}", ran.stderr);
        let told = "the disk of index is full; all that was committed is kept";
        assert!(ran.code == 0 || ran.stderr.contains(told), "{left} kB left: {}", ran.stderr);
        scene.judge(&ran, &format!("{left} kB left"));
    }
    assert!(clear >= 2, "the disk was never full");
}

#[test]
fn files_that_may_not_grow_keep_the_last_commit_and_the_next_run_resumes() {
    for scene in [Scene::update(), Scene::first_build()] {
        for blocks in [0, 4, 64] {
            scene.reset();
            let script = SHORT_FILES.replace("LEFT", &blocks.to_string());
            let Some(ran) = shell(&scene, &["env"], &script) else {
                return eprintln!("SKIPPED: there is no shell to limit files with");
            };
            assert!(ran.code == 0 || is_clear(&ran, "File too large"), "{blocks} blocks: {}", ran.stderr);
            scene.judge(&ran, &format!("{blocks} blocks"));
        }
    }
}
