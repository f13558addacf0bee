//! A run of the library as a process of its own, to be killed: this binary once more, with one test picked out.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use pressmark::{IndexOptions, index};

use super::folder::Folder;

const DESK: &str = "PRESSMARK_CHILD_DESK";
const PAUSE: &str = "PRESSMARK_CHILD_COMMIT_MS";

/// Options for an index that is committed so often that much happens to it in little time.
pub fn restless(pause_ms: u64) -> IndexOptions {
    let commit_every = Duration::from_millis(pause_ms);
    IndexOptions { threads: 2, memory: 15 << 20, commit_every, ..IndexOptions::default() }
}

/// Starts a run on a folder that commits this often; without a pause, the command itself, which commits at the end.
pub fn start(folder: &Folder, pause_ms: Option<u64>) -> Child {
    let mut command = match pause_ms {
        None => folder.desk.command(&["index"]),
        Some(pause) => {
            let mut command = Command::new(std::env::current_exe().expect("this program"));
            command.args(["--exact", "endurance::process::run_of_a_child", "--ignored"]);
            command.env(DESK, folder.desk.path("")).env(PAUSE, pause.to_string());
            command
        }
    };
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a process")
}

#[test]
#[ignore = "a process that other tests start"]
fn run_of_a_child() {
    let Some(desk) = std::env::var_os(DESK) else { return };
    let pause = std::env::var(PAUSE).ok().and_then(|pause| pause.parse().ok()).unwrap_or(0);
    std::env::set_current_dir(&desk).expect("the folder");
    index(&["corpus"], Path::new("index"), &restless(pause), |_| {}).expect("an index");
}
