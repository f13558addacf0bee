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

/// The index beside this place whose name is nearest to its own: the place is misspelt, and nobody wants an index built
/// there. The usual place is where an index is built from `corpus/`, whatever stands beside it.
fn meant(dir: &Path) -> Option<PathBuf> {
    let name = dir.file_name()?.to_str().filter(|_| !is_usual(dir))?;
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
    let beside = std::fs::read_dir(parent.unwrap_or(Path::new("."))).ok()?;
    let names = beside.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let alike = names.filter_map(|other| Some((apart_by(name, &other)?, dir.with_file_name(other))));
    let indexes = alike.filter(|(_, dir)| Searcher::open(dir).is_ok());
    indexes.min().map(|(_, dir)| dir)
}

/// Whether this is the place of an index that nobody named, however it is written.
fn is_usual(dir: &Path) -> bool {
    let whole = |dir: &Path| std::path::absolute(dir).ok();
    whole(dir).is_some_and(|dir| Some(dir) == whole(Path::new("index")))
}

/// In how many letters a name differs from another that may have been meant: as with misspelt words, a short name may differ
/// in one, the shortest in none. Names that differ in digits alone are those of a series, as `news2025` and `news2026`.
fn apart_by(name: &str, other: &str) -> Option<usize> {
    let most = match name.chars().count() {
        ..3 => return None,
        3..6 => 1,
        _ => 2,
    };
    let without_digits = |name: &str| name.replace(|c: char| c.is_ascii_digit(), "");
    let letters = strsim::osa_distance(name, other);
    (letters <= most && without_digits(name) != without_digits(other)).then_some(letters)
}

/// Each index once, by whichever way it is named: twice, it would count twice.
fn apart(dirs: &[PathBuf]) -> Vec<PathBuf> {
    let mut seen = HashSet::new();
    let known = |dir: &PathBuf| std::fs::canonicalize(dir).unwrap_or_else(|_| dir.clone());
    dirs.iter().filter(|dir| seen.insert(known(dir))).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_is_told_from_another_name() {
        for (name, other, apart) in [
            ("idnex", "index", Some(1)),
            ("indx", "index", Some(1)),
            ("archvie-news", "archive-news", Some(1)),
            ("archvie-nws", "archive-news", Some(2)),
            ("b", "a", None),
            ("ab", "a", None),
            ("cats", "dots", None),
            ("ix2026", "ix2025", None),
            ("index2", "index", None),
            ("news", "news", None),
        ] {
            assert_eq!(apart_by(name, other), apart, "{name} {other}");
        }
    }

    #[test]
    fn the_usual_place_may_be_written_in_several_ways() {
        let here = std::env::current_dir().expect("a folder");
        for dir in [Path::new("index"), Path::new("./index"), Path::new("index/"), &here.join("index")] {
            assert!(is_usual(dir), "{}", dir.display());
        }
        assert!(!is_usual(Path::new("old/index")) && !is_usual(Path::new("../index")));
    }
}
