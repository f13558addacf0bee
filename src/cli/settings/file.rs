//! Files of settings: where they are looked for, and how one is read.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::SettingsError;
use super::{Layer, NAMES, Settings};
use crate::cli::folders;

/// The file that a folder of work may have.
const PROJECT: &str = "pressmark.toml";

/// The file in the user's folder of settings.
const USER: &str = "config.toml";

/// The variable that names another file than those that are looked for.
pub(crate) const CONFIG: &str = "PRESSMARK_CONFIG";

/// No file of settings is larger than this; what is larger was given by mistake.
const MOST_BYTES: u64 = 1 << 20;

/// What settings depend on besides the files: handed over, so that tests need not change the process.
pub(crate) struct Surroundings<'a> {
    /// The current folder.
    pub(crate) folder: PathBuf,
    /// The user's folder of settings, if the user has a home.
    pub(crate) user: Option<PathBuf>,
    /// The environment.
    pub(crate) variable: &'a dyn Fn(&str) -> Option<OsString>,
}

impl Surroundings<'_> {
    /// Those of this process. Where the current folder is gone, no file can be in it.
    pub(crate) fn of_process() -> Surroundings<'static> {
        Surroundings {
            folder: std::env::current_dir().unwrap_or_default(),
            user: folders::settings(),
            variable: &|name| std::env::var_os(name),
        }
    }
}

/// For whom a file of settings speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// For all that the user does.
    User,
    /// For work in a folder and those below it.
    Project,
    /// For this run: the user has named it.
    Named,
}

/// A file that settings are taken from if it is there.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) scope: Scope,
    pub(crate) path: PathBuf,
}

impl Place {
    pub(crate) fn is_there(&self) -> bool {
        self.path.is_file()
    }
}

/// The places of files, the weaker before the stronger.
pub(crate) fn places(around: &Surroundings) -> Vec<Place> {
    match (around.variable)(CONFIG).filter(|name| !name.is_empty()) {
        Some(name) if name == "none" => Vec::new(),
        Some(name) => vec![Place { scope: Scope::Named, path: PathBuf::from(name) }],
        None => {
            let user = around.user.iter().map(|folder| Place { scope: Scope::User, path: folder.join(USER) });
            user.chain([Place { scope: Scope::Project, path: project(&around.folder) }]).collect()
        }
    }
}

/// The file in the current folder or the nearest one above that has one; where none has, it would be in the current.
fn project(folder: &Path) -> PathBuf {
    let above = folder.ancestors().map(|folder| folder.join(PROJECT)).find(|path| path.is_file());
    above.unwrap_or_else(|| folder.join(PROJECT))
}

/// Takes the settings of a file over those that are known so far.
pub(super) fn take(settings: &mut Settings, place: &Place, around: &Surroundings) -> Result<(), SettingsError> {
    let path = &place.path;
    if !place.is_there() {
        let missed = place.scope == Scope::Named;
        return if missed { Err(SettingsError::NotThere { path: path.clone() }) } else { Ok(()) };
    }
    let text = read(path).map_err(|source| SettingsError::Unread { path: path.clone(), source })?;
    let layer: Layer = toml::from_str(&text).map_err(|error| broken(path, &text, &error))?;
    let folder = path.parent().filter(|folder| **folder != around.folder).unwrap_or(Path::new(""));
    settings.take_file(layer, &Source { path, text: &text, folder })
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MOST_BYTES {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "too large for a file of settings"));
    }
    Ok(text)
}

/// A file whose settings are being taken.
pub(super) struct Source<'a> {
    pub(super) path: &'a Path,
    text: &'a str,
    /// The folder that paths in the file start from; empty for the current one.
    pub(super) folder: &'a Path,
}

impl Source<'_> {
    /// The line in which this byte is.
    pub(super) fn line(&self, at: usize) -> usize {
        line(self.text, at)
    }
}

fn line(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// What the TOML reader has to say, with the line; for a name it does not know, with the one that was meant.
fn broken(path: &Path, text: &str, error: &toml::de::Error) -> SettingsError {
    let line = error.span().map(|span| line(text, span.start));
    let reason = match unknown(error.message()) {
        Some(name) => match nearest(name) {
            Some(meant) => format!("there is no setting `{name}`; `{meant}` is alike"),
            None => format!("there is no setting `{name}`; there are {}", NAMES.join(", ")),
        },
        None => error.message().lines().collect::<Vec<_>>().join("; "),
    };
    SettingsError::Broken { path: path.to_owned(), line, reason }
}

/// The name in serde's message about one that is not among the fields.
fn unknown(message: &str) -> Option<&str> {
    message.strip_prefix("unknown field `")?.split_once("`, expected").map(|(name, _)| name)
}

/// The setting whose name is most like this one, if any is as much alike as clap asks of options.
fn nearest(name: &str) -> Option<&'static str> {
    let alike = |known: &&&str| strsim::jaro(name, known);
    let best = NAMES.iter().max_by(|a, b| alike(a).total_cmp(&alike(b)))?;
    (alike(&best) > 0.7).then_some(*best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_settings_are_met_with_the_one_that_was_meant() {
        for (name, meant) in [("limt", "limit"), ("max-bytes", "max_bytes"), ("facet", "facets"), ("langs", "lang")] {
            assert_eq!(nearest(name), Some(meant));
        }
        assert_eq!(nearest("zzz"), None);
    }

    #[test]
    fn the_nearest_folder_above_counts() {
        let top = tempfile::tempdir().expect("a folder");
        let below = top.path().join("a/b");
        std::fs::create_dir_all(&below).expect("folders");
        std::fs::create_dir(below.join(PROJECT)).expect("a folder of that name, which is no file");
        std::fs::write(top.path().join(PROJECT), "").expect("a file");
        assert_eq!(project(&below), top.path().join(PROJECT));
        std::fs::write(top.path().join("a").join(PROJECT), "").expect("a file");
        assert_eq!(project(&below), top.path().join("a").join(PROJECT));
    }
}
