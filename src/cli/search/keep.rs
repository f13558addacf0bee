//! Searches under a name: kept, asked again, searched within.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use super::{FilterArgs, SearchArgs, answer};
use crate::cli::saved::{Saved, SavedQuery, Store};
use crate::cli::settings::Settings;
use crate::cli::terminal::note;
use crate::search::{Request, Searcher};

/// Keeps a search under a name. Whoever changes it has looked at nothing of the new one yet.
pub(super) fn keep(name: &str, arguments: SavedQuery) -> anyhow::Result<()> {
    Store::of_user()?.store(&Saved::new(name, arguments))?;
    note(&format!("saved as {name}; ask again with: pressmark search --saved {name} --new"));
    Ok(())
}

/// The request of a search that was kept.
pub(super) fn request(name: &str, settings: &Settings) -> anyhow::Result<Request> {
    let kept = Store::of_user()?.load(name)?.arguments;
    Ok(FilterArgs::of_kept(&kept).request(kept.query, settings)?)
}

/// Asks a search that was kept, and notes what of its answer has been seen now.
pub(super) fn again(
    args: &SearchArgs,
    settings: &Settings,
    searcher: &Searcher,
    dirs: &[PathBuf],
    name: &str,
    out: &mut impl Write,
) -> anyhow::Result<bool> {
    if !args.filters.is_empty() {
        anyhow::bail!("a saved search has its own filters; narrow it with --within {name} and other words");
    }
    let store = Store::of_user()?;
    let mut saved = store.load(name)?;
    let mut request = args.request(saved.arguments.query.clone(), &FilterArgs::of_kept(&saved.arguments), settings)?;
    let now: HashSet<String> = searcher.matching(&request)?;
    // Several indexes are looked at as one: what was seen in any of them was seen.
    if args.new {
        let looks = dirs.iter().filter_map(|dir| saved.last_look(dir));
        request.except = looks.flat_map(|look| look.seen_ids().map(str::to_owned)).collect();
    }
    let found = answer(args, settings, searcher, &request, out)?;
    out.flush()?;
    dirs.iter().for_each(|dir| saved.look(dir, now.iter().cloned()));
    if let Err(error) = store.store(&saved) {
        note(&format!("what you have seen could not be noted: {:#}", anyhow::Error::from(error)));
    }
    Ok(found)
}
