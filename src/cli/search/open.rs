//! The indexes that a command searches.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::cli::index as index_command;
use crate::cli::limits::LimitArgs;
use crate::cli::rules::RulesArgs;
use crate::cli::settings::Settings;
use crate::cli::terminal::note;
use crate::index::IndexError;
use crate::search::Searcher;

/// Opens the indexes, and builds the one that is asked for from `corpus/` where there is none yet.
pub(crate) fn open(dirs: &[PathBuf], settings: &Settings) -> anyhow::Result<Searcher> {
    let dirs = apart(dirs);
    match (Searcher::open_all(&dirs), &dirs[..]) {
        (Err(error @ IndexError::NotFound { .. }), [dir]) => {
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

/// Each index once, by whichever way it is named: twice, it would count twice.
fn apart(dirs: &[PathBuf]) -> Vec<PathBuf> {
    let mut seen = HashSet::new();
    let known = |dir: &PathBuf| std::fs::canonicalize(dir).unwrap_or_else(|_| dir.clone());
    dirs.iter().filter(|dir| seen.insert(known(dir))).cloned().collect()
}
