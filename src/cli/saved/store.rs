//! The files of saved searches: one for each, written aside and renamed, so that none is ever half written.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Saved, check_name};
use crate::cli::folders;
use crate::read::path_text;

/// Why a saved search cannot be read or kept.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SavedError {
    /// A name that is no name of a saved search.
    #[error("`{name}` cannot name a saved search: {reason}")]
    Name {
        /// What was given.
        name: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// There is no search of this name.
    #[error("there is no saved search `{name}`{}; `pressmark saved` lists them", alike(meant.as_deref()))]
    NotFound {
        /// What was given.
        name: String,
        /// The name that is most like it.
        meant: Option<String>,
    },
    /// A file that is not as pressmark writes it.
    #[error(
        "{}: is damaged or no saved search of pressmark ({reason}); mend it, or remove it and save the search anew",
        path_text(path)
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A file that a later version has written.
    #[error("{}: was saved by a later version of pressmark; use that version, or remove the file", path_text(path))]
    Later {
        /// The file.
        path: PathBuf,
    },
    /// What the system refuses.
    #[error("{}", path_text(path))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// There is no folder in which searches could be kept.
    #[error("there is no home folder to keep saved searches in; name a folder in PRESSMARK_DATA")]
    NoFolder,
}

fn alike(meant: Option<&str>) -> String {
    meant.map(|name| format!(", but there is `{name}`")).unwrap_or_default()
}

/// The folder of saved searches of a user.
pub(crate) struct Store {
    folder: PathBuf,
}

impl Store {
    /// The one of this process. It need not be there yet.
    pub(crate) fn of_user() -> Result<Store, SavedError> {
        Ok(Store { folder: folders::data().ok_or(SavedError::NoFolder)?.join("searches") })
    }

    #[cfg(test)]
    pub(super) fn at(folder: &Path) -> Store {
        Store { folder: folder.to_owned() }
    }

    /// Whether a search can have this name.
    pub(crate) fn check(name: &str) -> Result<(), SavedError> {
        check_name(name).map_err(|reason| SavedError::Name { name: name.to_owned(), reason })
    }

    fn path(&self, name: &str) -> Result<PathBuf, SavedError> {
        Store::check(name)?;
        Ok(self.folder.join(format!("{name}.json")))
    }

    /// The search of this name.
    pub(crate) fn load(&self, name: &str) -> Result<Saved, SavedError> {
        let path = self.path(name)?;
        match fs::read(&path) {
            Ok(bytes) => parse(name, &path, &bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(self.not_found(name)),
            Err(source) => Err(SavedError::Io { path, source }),
        }
    }

    /// Keeps a search in place of the one that had its name. Whoever reads meanwhile finds the old one or the new one.
    pub(crate) fn store(&self, saved: &Saved) -> Result<(), SavedError> {
        let path = self.path(&saved.name)?;
        write_aside(&self.folder, &path, saved).map_err(|source| SavedError::Io { path, source })
    }

    /// Takes a search away.
    pub(crate) fn remove(&self, name: &str) -> Result<(), SavedError> {
        let path = self.path(name)?;
        match fs::remove_file(&path) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(self.not_found(name)),
            Err(source) => Err(SavedError::Io { path, source }),
        }
    }

    /// All searches in the order of their names. A file that is damaged stands among them as its error, so that it
    /// hides none of the others.
    pub(crate) fn list(&self) -> Result<Vec<Result<Saved, SavedError>>, SavedError> {
        Ok(self.names()?.iter().map(|name| self.load(name)).collect())
    }

    /// The names of all searches. Files of other names are not ours: copies made by hand, and what a killed run left.
    fn names(&self) -> Result<Vec<String>, SavedError> {
        let failed = |source| SavedError::Io { path: self.folder.clone(), source };
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(failed)?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let file = entry.map_err(failed)?.file_name();
            let name = file.to_str().and_then(|file| file.strip_suffix(".json"));
            names.extend(name.filter(|name| check_name(name).is_ok()).map(str::to_owned));
        }
        names.sort();
        Ok(names)
    }

    fn not_found(&self, name: &str) -> SavedError {
        let names = self.names().unwrap_or_default();
        let alike = |known: &String| strsim::jaro(name, known);
        let best = names.into_iter().max_by(|a, b| alike(a).total_cmp(&alike(b)));
        SavedError::NotFound { name: name.to_owned(), meant: best.filter(|best| alike(best) > 0.7) }
    }
}

/// Reads a file. Its name is the name of the search, whoever has called it so.
fn parse(name: &str, path: &Path, bytes: &[u8]) -> Result<Saved, SavedError> {
    let damaged = |reason: String| SavedError::Damaged { path: path.to_owned(), reason };
    let saved: Saved = match serde_json::from_slice(bytes) {
        Ok(saved) => saved,
        // A later version may have changed the form of what is kept, but not that it says its version.
        Err(_) if version(bytes).is_some_and(|version| version > super::VERSION) => {
            return Err(SavedError::Later { path: path.to_owned() });
        }
        Err(error) => return Err(damaged(error.to_string())),
    };
    if saved.version > super::VERSION {
        return Err(SavedError::Later { path: path.to_owned() });
    }
    Ok(Saved { name: name.to_owned(), ..saved })
}

fn version(bytes: &[u8]) -> Option<u32> {
    let any: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    any.get("version")?.as_u64().map(|version| u32::try_from(version).unwrap_or(u32::MAX))
}

fn write_aside(folder: &Path, path: &Path, saved: &Saved) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut aside = tempfile::Builder::new().prefix(".").suffix(".new").tempfile_in(folder)?;
    serde_json::to_writer(&mut aside, saved)?;
    aside.write_all(b"\n")?;
    aside.as_file().sync_all()?;
    aside.persist(path).map_err(|error| error.error)?;
    settle(folder);
    Ok(())
}

/// Makes the new name durable where folders can be synced; elsewhere the system does so in its own time.
fn settle(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
