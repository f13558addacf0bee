//! `pressmark stats`: what an index holds.

use std::io::{self, Write, stdout};
use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::exit::Exit;
use super::format::FormatArg;
use super::settings::Settings;
use super::terminal::style;
use crate::index::{Bare, Copy};
use crate::render;
use crate::search::Searcher;
use crate::stats::{Duplicate, FACTS};

/// Show what the index holds: articles by kind and language, facts by source
#[derive(Debug, Args)]
pub(crate) struct StatsArgs {
    /// Where the index is [default: setting index, or index]
    #[arg(long, value_name = "DIR")]
    index: Option<PathBuf>,
    /// Print the paths of the articles that lack this fact instead
    #[arg(long, value_name = "FACT", value_parser = PossibleValuesParser::new(FACTS.iter().copied()))]
    lacking: Option<String>,
    /// Print the pages that are copies of indexed ones instead, each with the one that is indexed
    #[arg(long, conflicts_with = "lacking")]
    copies: bool,
    /// Print the pages that are left out instead since they have no text of their own, each with what it is
    #[arg(long, conflicts_with_all = ["lacking", "copies"])]
    left_out: bool,
    /// Print the groups of articles that say nearly the same instead, wherever they were published: a path a line, the longest
    /// article first, an empty line between groups
    #[arg(long, conflicts_with_all = ["lacking", "copies", "left_out"])]
    duplicates: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
}

pub(crate) fn run(args: &StatsArgs) -> anyhow::Result<Exit> {
    let searcher = Searcher::open(&Settings::load()?.index.one(args.index.as_deref())?)?;
    let mut out = io::BufWriter::new(stdout().lock());
    if args.copies {
        copies(&mut out, &searcher.copies()?, args.format)?;
    } else if args.left_out {
        left_out(&mut out, &searcher.left_out()?, args.format)?;
    } else if args.duplicates {
        duplicates(&mut out, &searcher.duplicates()?, args.format)?;
    } else if let Some(fact) = &args.lacking {
        lacking(&mut out, &searcher.lacking(fact)?, args.format)?;
    } else if args.format == FormatArg::Json {
        writeln!(out, "{}", serde_json::to_string(&searcher.stats()?)?)?;
    } else {
        render::text::stats(&mut out, &searcher.stats()?, style())?;
    }
    out.flush()?;
    Ok(Exit::Done)
}

fn lacking(out: &mut impl Write, paths: &[String], format: FormatArg) -> anyhow::Result<()> {
    if format == FormatArg::Json {
        return Ok(writeln!(out, "{}", serde_json::to_string(paths)?)?);
    }
    for path in paths {
        writeln!(out, "{}", render::sanitize::line(path))?;
    }
    Ok(())
}

fn copies(out: &mut impl Write, copies: &[Copy], format: FormatArg) -> anyhow::Result<()> {
    if format == FormatArg::Json {
        return Ok(writeln!(out, "{}", serde_json::to_string(copies)?)?);
    }
    for Copy { path, of } in copies {
        writeln!(out, "{}\t{}", render::sanitize::line(path), render::sanitize::line(of))?;
    }
    Ok(())
}

fn left_out(out: &mut impl Write, pages: &[Bare], format: FormatArg) -> anyhow::Result<()> {
    if format == FormatArg::Json {
        return Ok(writeln!(out, "{}", serde_json::to_string(pages)?)?);
    }
    for Bare { path, kind } in pages {
        writeln!(out, "{}\t{}", kind.name(), render::sanitize::line(path))?;
    }
    Ok(())
}

fn duplicates(out: &mut impl Write, groups: &[Vec<Duplicate>], format: FormatArg) -> anyhow::Result<()> {
    if format == FormatArg::Json {
        return Ok(writeln!(out, "{}", serde_json::to_string(groups)?)?);
    }
    for (number, group) in groups.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        for article in group {
            writeln!(out, "{}", render::sanitize::line(&article.path))?;
        }
    }
    Ok(())
}
