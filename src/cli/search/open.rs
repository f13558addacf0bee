//! The indexes that a command searches.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::cli::index as index_command;
use crate::cli::limits::LimitArgs;
use crate::cli::rules::RulesArgs;
use crate::cli::settings::Settings;
use crate::cli::terminal::note;
use crate::index::IndexError;
use crate::read::path_text;
use crate::search::Searcher;

/// Opens the indexes, and builds the one that is asked for from `corpus/` where there is none yet.
pub(crate) fn open(dirs: &[PathBuf], settings: &Settings) -> anyhow::Result<Searcher> {
    let dirs = apart(dirs);
    match (Searcher::open_all(&dirs), &dirs[..]) {
        (Err(error @ IndexError::NotFound { .. }), [dir]) => {
            if let Some(meant) = meant(dir) {
                let (dir, meant) = (path_text(dir), path_text(&meant));
                anyhow::bail!(
                    "there is no index in {dir}, but in {meant}; name that, or build one with `pressmark index`"
                );
            }
            let corpus = PathBuf::from("corpus");
            if !corpus.is_dir() {
                return Err(error.into());
            }
            note(&format!("no index in {} yet; indexing corpus first", dir.display()));
            let options = index_command::options(None, &LimitArgs::default(), &RulesArgs::default(), settings)?;
            let summary = index_command::from_pages(&[corpus], dir, &options)?;
            index_command::report(&summary);
            Ok(Searcher::open(dir)?)
        }
        (opened, _) => Ok(opened?),
    }
}

/// The index beside this place whose name differs in a letter or two: the place is misspelt, and nobody wants an index built
/// there. The usual place is where an index is built from `corpus/`, whatever stands beside it.
fn meant(dir: &Path) -> Option<PathBuf> {
    let name = dir.file_name()?.to_str().filter(|_| dir != Path::new("index"))?;
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    let beside = std::fs::read_dir(parent.unwrap_or(Path::new("."))).ok()?;
    let apart = |other: &str| strsim::osa_distance(name, other);
    let names = beside.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let alike = names.filter(|other| other != name && apart(other) <= MOST_APART);
    let indexes = alike.map(|other| dir.with_file_name(other)).filter(|dir| Searcher::open(dir).is_ok());
    indexes.min_by_key(|dir| dir.file_name().and_then(|other| other.to_str()).map(apart))
}

/// Letters in which a misspelt name differs from the one that was meant.
const MOST_APART: usize = 2;

/// Each index once, by whichever way it is named: twice, it would count twice.
fn apart(dirs: &[PathBuf]) -> Vec<PathBuf> {
    let mut seen = HashSet::new();
    let known = |dir: &PathBuf| std::fs::canonicalize(dir).unwrap_or_else(|_| dir.clone());
    dirs.iter().filter(|dir| seen.insert(known(dir))).cloned().collect()
}
