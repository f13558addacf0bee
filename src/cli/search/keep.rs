//! Searches under a name: kept, asked again, searched within.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use super::{FilterArgs, SearchArgs, answer};
use crate::cli::saved::{Saved, SavedError, SavedQuery, Store};
use crate::cli::settings::Settings;
use crate::cli::terminal::note;
use crate::search::{Request, Searcher};

/// Keeps a search under a name. What its answer has now was just shown, and is not new the next time.
pub(super) fn keep(
    name: &str,
    arguments: SavedQuery,
    searcher: &Searcher,
    request: &Request,
    dirs: &[PathBuf],
) -> anyhow::Result<()> {
    let mut saved = Saved::new(name, arguments);
    let seen = searcher.matching(request)?;
    dirs.iter().for_each(|dir| saved.look(dir, seen.iter().cloned()));
    let store = Store::of_user()?;
    match store.load(name) {
        Ok(old) if old.arguments != saved.arguments => {
            note(&format!("this takes the place of the saved search {name}: {}", old.arguments.typed()));
        }
        Err(error @ (SavedError::Damaged { .. } | SavedError::Later { .. })) => {
            note(&format!("this takes the place of a file that could not be read: {error}"));
        }
        _ => {}
    }
    store.store(&saved)?;
    note(&format!("saved as {name}; what is new in it another day: pressmark search --saved {name} --new"));
    Ok(())
}

/// Searches within searches within searches are followed so far; any more go round in a circle.
const MOST_WITHIN: usize = 16;

/// The requests of searches that were kept.
pub(super) fn requests(names: &[String], settings: &Settings) -> anyhow::Result<Vec<Request>> {
    names.iter().map(|name| request(name, settings, MOST_WITHIN)).collect()
}

fn request(name: &str, settings: &Settings, left: usize) -> anyhow::Result<Request> {
    if left == 0 {
        anyhow::bail!("the saved search {name} is within itself; save one of those on the way anew");
    }
    let kept = Store::of_user()?.load(name)?.arguments;
    let within = kept.within.iter().map(|name| request(name, settings, left - 1)).collect::<anyhow::Result<_>>()?;
    Ok(Request { within, ..FilterArgs::of_kept(&kept).request(kept.query, settings)? })
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
    request.within.extend(requests(&saved.arguments.within, settings)?);
    // What is narrowed by other words this time has not been looked at where it was not shown.
    let narrowed = !args.within.is_empty();
    let mut now: HashSet<String> = searcher.matching(&request)?;
    if narrowed {
        now.extend(
            dirs.iter().filter_map(|dir| saved.last_look(dir)).flat_map(|look| look.seen_ids().map(str::to_owned)),
        );
    }
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
