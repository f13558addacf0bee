//! The file of the user's own rules for sites: where it is, and what is in it.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::folders;
use super::settings::{RulesFile, Settings};
use super::terminal::note;
use crate::extract::{Extractor, Idle, UserRules};
use crate::read::path_text;

/// The file that a folder of work may have.
const PROJECT: &str = "pressmark-rules.toml";

/// The file in the user's folder of settings.
const USER: &str = "rules.toml";

/// No file of rules is larger than this; what is larger was given by mistake.
const MOST_BYTES: u64 = 1 << 20;

/// The user's own rules, for commands that read pages.
#[derive(Debug, Default, Args)]
pub(crate) struct RulesArgs {
    /// Your own rules for sites, a file of TOML, or none: where the text is, what to drop and to keep, where the facts stand;
    /// auto is pressmark-rules.toml here or in a folder above, else rules.toml among your settings [default: setting rules, or
    /// auto]
    #[arg(long, value_name = "FILE")]
    rules: Option<RulesFile>,
}

impl RulesArgs {
    /// Extraction by the rules that hold.
    pub(crate) fn extractor(&self, settings: &Settings) -> anyhow::Result<Extractor> {
        let folder = std::env::current_dir().unwrap_or_default();
        let path = match settings.rules.or(self.rules.clone()) {
            RulesFile::None => None,
            RulesFile::Named(path) => Some(path),
            RulesFile::Auto => found(&folder, folders::settings().as_deref()),
        };
        path.map_or_else(|| Ok(Extractor::default()), |path| load(&path))
    }
}

/// Names the selectors that found nothing on any page of their sites, a line a site.
pub(crate) fn tell_idle(extractor: &Extractor) {
    for Idle { file, site, selectors } in extractor.idle() {
        note(&format!("rules: {file}: on no page of {site} was anything found by {}", selectors.join("; ")));
    }
}

/// The file in the current folder or the nearest one above that has one, else the user's own.
fn found(folder: &Path, user: Option<&Path>) -> Option<PathBuf> {
    let above = folder.ancestors().map(|folder| folder.join(PROJECT)).find(|path| path.is_file());
    above.or_else(|| user.map(|folder| folder.join(USER)).filter(|path| path.is_file()))
}

fn load(path: &Path) -> anyhow::Result<Extractor> {
    let mut text = String::new();
    let unread = || format!("{}: the rules for sites cannot be read", path_text(path));
    File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_string(&mut text)).with_context(unread)?;
    if text.len() as u64 > MOST_BYTES {
        anyhow::bail!("{}: too large for a file of rules", path_text(path));
    }
    Ok(Extractor::new(UserRules::parse(&path_text(path), &text)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_counts_and_then_the_users_own() {
        let dir = tempfile::tempdir().expect("a folder");
        let (below, user) = (dir.path().join("a/b"), dir.path().join("settings"));
        std::fs::create_dir_all(&below).expect("folders");
        std::fs::create_dir(&user).expect("a folder");
        assert_eq!(found(&below, Some(&user)), None);
        std::fs::write(user.join(USER), "").expect("a file");
        assert_eq!(found(&below, Some(&user)), Some(user.join(USER)));
        std::fs::write(dir.path().join("a").join(PROJECT), "").expect("a file");
        assert_eq!(found(&below, Some(&user)), Some(dir.path().join("a").join(PROJECT)));
    }
}
