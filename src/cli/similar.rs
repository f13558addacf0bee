//! `pressmark similar`: articles about what an article is about.

use std::io::{self, Write, stdout};
use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::search::{FilterArgs, FormatArg, NOTHING_FOUND, open, print};
use super::settings::Settings;
use crate::search::Request;

/// Find articles about what an article is about
///
/// That one, and those that say the same, are left out.
#[derive(Debug, Args)]
pub(crate) struct SimilarArgs {
    /// The article: its id as JSON has it, its path, or its address
    #[arg(value_name = "ID")]
    id: String,
    /// Where the index is; may be repeated [default: setting index, or index]
    #[arg(long, value_name = "DIR")]
    index: Vec<PathBuf>,
    #[command(flatten)]
    filters: FilterArgs,
    /// How many hits to show [default: setting limit, or 10]
    #[arg(short = 'n', value_name = "N")]
    limit: Option<usize>,
    /// How many hits to pass over
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: usize,
    /// Say what each score is made of
    #[arg(long)]
    explain: bool,
    /// How to print [default: setting format, or text]
    #[arg(long, value_enum)]
    format: Option<FormatArg>,
}

pub(crate) fn run(args: &SimilarArgs) -> anyhow::Result<Exit> {
    let settings = Settings::load()?;
    let searcher = open(&settings.index.or_all(&args.index), &settings)?;
    let request = Request {
        limit: settings.limit.or(args.limit),
        offset: args.offset,
        explain: args.explain,
        ..args.filters.request(String::new(), &settings)?
    };
    let Some(hits) = searcher.similar(&args.id, &request)? else {
        anyhow::bail!("the index has no article {}; give its id, its path as indexed, or its address", args.id);
    };
    let mut out = io::BufWriter::new(stdout().lock());
    print(&mut out, &hits, args.offset, settings.format.or(args.format), NOTHING_FOUND)?;
    out.flush()?;
    Ok(if hits.total > 0 { Exit::Done } else { Exit::NothingFound })
}
