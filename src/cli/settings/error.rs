//! What can be wrong with settings.

use std::path::{Path, PathBuf};

use crate::read::path_text;

/// Why the settings cannot be used. Each names the place to look at, in one line.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SettingsError {
    /// A file that is no TOML, or in which a setting is unknown or has a value that it cannot have.
    #[error("{}: {reason}", place(path, *line))]
    Broken {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: Option<usize>,
        /// What is wrong, and what would be right.
        reason: String,
    },
    /// A file that is there and cannot be read.
    #[error("{}", path_text(path))]
    Unread {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// A variable with a value that its setting cannot have.
    #[error("environment {variable} {reason}")]
    Environment {
        /// The variable.
        variable: &'static str,
        /// What is wrong, and what would be right.
        reason: String,
    },
    /// The file that the user has asked for is not there.
    #[error("{}: there is no such file; PRESSMARK_CONFIG must name a file of settings, or be `none`", path_text(path))]
    NotThere {
        /// The file.
        path: PathBuf,
    },
}

/// `file:line`, as editors and terminals know it.
pub(crate) fn place(path: &Path, line: Option<usize>) -> String {
    match line {
        Some(line) => format!("{}:{line}", path_text(path)),
        None => path_text(path),
    }
}
