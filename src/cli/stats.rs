//! `pressmark stats`: what an index holds.

use std::io::{self, Write, stdout};
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::settings::Settings;
use super::terminal::style;
use crate::index::Copy;
use crate::render;
use crate::search::Searcher;
use crate::stats::FACTS;

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
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    Text,
    Json,
}

pub(crate) fn run(args: &StatsArgs) -> anyhow::Result<Exit> {
    let searcher = Searcher::open(&Settings::load()?.index.one(args.index.as_deref())?)?;
    let mut out = io::BufWriter::new(stdout().lock());
    if args.copies {
        copies(&mut out, &searcher.copies()?, args.format)?;
        out.flush()?;
        return Ok(Exit::Done);
    }
    match (&args.lacking, args.format) {
        (Some(fact), FormatArg::Text) => {
            for path in searcher.lacking(fact)? {
                writeln!(out, "{}", render::sanitize::line(&path))?;
            }
        }
        (Some(fact), FormatArg::Json) => writeln!(out, "{}", serde_json::to_string(&searcher.lacking(fact)?)?)?,
        (None, FormatArg::Text) => render::text::stats(&mut out, &searcher.stats()?, style())?,
        (None, FormatArg::Json) => writeln!(out, "{}", serde_json::to_string(&searcher.stats()?)?)?,
    }
    out.flush()?;
    Ok(Exit::Done)
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
