//! `pressmark saved`: lists and removes saved searches.

use std::io::{self, Write, stdout};

use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;

use super::{Saved, Store};
use crate::cli::exit::Exit;
use crate::cli::terminal::note;
use crate::render::sanitize;

/// List the saved searches, or remove some
///
/// Each with its query, its filters, and when you last looked at it in which index.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct SavedArgs {
    #[command(subcommand)]
    action: Option<Action>,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Remove saved searches, and what of them you have seen
    Remove {
        /// The names
        #[arg(value_name = "NAME", required = true)]
        names: Vec<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    Text,
    Json,
}

pub(crate) fn run(args: &SavedArgs) -> anyhow::Result<Exit> {
    let store = Store::of_user()?;
    match &args.action {
        Some(Action::Remove { names }) => remove(&store, names),
        None => list(&store, args.format),
    }
}

/// Removes what can be removed: one name that is wrong keeps none of the others.
fn remove(store: &Store, names: &[String]) -> anyhow::Result<Exit> {
    let mut failed = 0;
    for name in names {
        match store.remove(name) {
            Ok(()) => note(&format!("removed {name}")),
            Err(error) => {
                failed += 1;
                note(&format!("{:#}", anyhow::Error::from(error)));
            }
        }
    }
    Ok(Exit::of_pages(names.len() - failed, failed))
}

fn list(store: &Store, format: FormatArg) -> anyhow::Result<Exit> {
    let mut out = io::BufWriter::new(stdout().lock());
    let (mut well, mut failed) = (0, 0);
    for one in store.list()? {
        match one {
            Ok(saved) => {
                well += 1;
                print(&mut out, &saved, format)?;
            }
            Err(error) => {
                failed += 1;
                note(&format!("{:#}", anyhow::Error::from(error)));
            }
        }
    }
    out.flush()?;
    if well + failed == 0 {
        note("no searches are saved");
        return Ok(Exit::NothingFound);
    }
    Ok(Exit::of_pages(well, failed))
}

fn print(out: &mut impl Write, saved: &Saved, format: FormatArg) -> io::Result<()> {
    match format {
        FormatArg::Text => text(out, saved),
        FormatArg::Json => json_line(out, saved),
    }
}

/// Name, query and filters in a line; below, a line for each index that was looked at.
fn text(out: &mut impl Write, saved: &Saved) -> io::Result<()> {
    let query = Some(saved.arguments.query.clone()).filter(|query| !query.is_empty());
    let parts: Vec<String> = query.into_iter().chain(saved.arguments.filters()).collect();
    writeln!(out, "{}: {}", sanitize::line(&saved.name), sanitize::line(&parts.join(" ")))?;
    for (index, look) in saved.looks() {
        let articles = if look.seen() == 1 { "article" } else { "articles" };
        writeln!(out, "    {} {articles} on {} in {}", look.seen(), look.at, sanitize::line(index))?;
    }
    Ok(())
}

/// One object a line: `name`, `arguments` as they are kept, `looked` with `index`, `at` and the number `seen`.
fn json_line(out: &mut impl Write, saved: &Saved) -> io::Result<()> {
    let looked: Vec<serde_json::Value> = saved
        .looks()
        .map(|(index, look)| json!({ "index": index, "at": look.at.to_string(), "seen": look.seen() }))
        .collect();
    writeln!(out, "{}", json!({ "name": saved.name, "arguments": saved.arguments, "looked": looked }))
}
