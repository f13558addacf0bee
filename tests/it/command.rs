//! A builder for runs of the `pressmark` command in a folder of their own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A fresh folder in which commands run; gone when dropped.
pub struct Desk {
    dir: tempfile::TempDir,
}

/// What a command did.
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Desk {
    pub fn new() -> Desk {
        Desk { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A desk with the shipped pages in `corpus/`.
    pub fn with_corpus() -> Desk {
        let desk = Desk::new();
        copy(&shipped("corpus"), &desk.path("corpus"));
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Desk {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, content).expect("a written file");
        self
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pressmark"));
        command
            .args(args)
            .current_dir(self.dir.path())
            .env_remove("NO_COLOR")
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::null());
        self.isolate(&mut command);
        command
    }

    /// Gives a command a home in this folder, so that the settings of whoever runs the tests change no result.
    fn isolate(&self, command: &mut Command) {
        let names = std::env::vars_os().map(|(name, _)| name);
        for name in names.filter(|name| name.to_string_lossy().starts_with("PRESSMARK_")) {
            command.env_remove(name);
        }
        for (name, folder) in [
            ("HOME", "home"),
            ("USERPROFILE", "home"),
            ("APPDATA", "home/.config"),
            ("LOCALAPPDATA", "home/.local/share"),
            ("XDG_CONFIG_HOME", "home/.config"),
            ("XDG_DATA_HOME", "home/.local/share"),
        ] {
            command.env(name, self.path(folder));
        }
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.command(args).output().expect("pressmark starts").into()
    }

    /// Runs a command that must end with this code.
    pub fn expect(&self, code: i32, args: &[&str]) -> Ran {
        let ran = self.run(args);
        assert_eq!(ran.code, code, "pressmark {}\n{}\n{}", args.join(" "), ran.stdout, ran.stderr);
        ran
    }

    /// The one JSON object that a search prints.
    pub fn search(&self, args: &[&str]) -> Value {
        let args: Vec<&str> = ["search", "--format", "json"].iter().chain(args).copied().collect();
        let ran = self.run(&args);
        assert!(ran.code <= 1, "{}", ran.stderr);
        serde_json::from_str(&ran.stdout).unwrap_or_else(|e| panic!("{e}: {}", ran.stdout))
    }

    /// The titles that a search finds, in order.
    pub fn titles(&self, args: &[&str]) -> Vec<String> {
        let found = self.search(args);
        let hits = found["hits"].as_array().expect("a list of hits");
        hits.iter().map(|hit| hit["title"].as_str().unwrap_or("").to_owned()).collect()
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8 output");
        Ran { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

impl Ran {
    /// The JSON objects that were printed, one a line.
    pub fn lines(&self) -> Vec<Value> {
        self.stdout.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect()
    }
}

/// A file or folder of the project.
pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Material that lies beside the project on some machines: real pages and benchmarks under licences of their own.
///
/// It is looked for in `../shared`, or where `PRESSMARK_SHARED` says. A test that needs it says that it skips without.
pub fn shared(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("PRESSMARK_SHARED").map_or_else(|| shipped("../shared"), PathBuf::from);
    let path = root.join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: {name} is not in {}; set PRESSMARK_SHARED to where it is", root.display());
    None
}

pub fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).expect("a folder");
        for entry in std::fs::read_dir(from).expect("a readable folder") {
            let entry = entry.expect("an entry");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        std::fs::copy(from, to).expect("a copied file");
    }
}

/// Every file below a folder, in order.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a readable folder").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            out.extend(files(&path));
        } else {
            out.push(path);
        }
    }
    out
}
