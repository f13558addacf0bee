//! `pressmark search`: a query on one index or several, ranked hits out.

mod choices;
mod filters;
mod keep;
mod open;
mod output;

use std::io::{self, BufRead, BufReader, Write, stdin, stdout};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

pub(crate) use choices::{FacetArg, FormatArg, SortArg, UnitArg};
pub(crate) use filters::FilterArgs;
pub(crate) use open::open;
pub(crate) use output::{NOTHING_FOUND, print};

use super::exit::Exit;
use super::saved::Store;
use super::settings::{Prefer, Settings};
use super::terminal::note;
use crate::read::path_text;
use crate::render;
use crate::search::{Query, Request, Searcher};

/// The query language on one page: what `--help` says below the options.
const LANGUAGE: &str = "\
Query language:
  grain corridor            articles with more of the words come first; none is required
  \"export ban\"              must stand together; \"export ban\"~3 with up to 3 words between (10 if no number is
                            given); \"export ba\"* may go on
  +levy -toll               must be there, must not; also NOT toll, !toll
  levy AND (toll OR tax)    NOT binds tightest, then AND, then OR, then words side by side
  levy NEAR/5 ferry         within 5 words of each other, in any order; NEAR alone is 10
  econ*  w?rd  ferrry~      words that begin so; one letter open; words that differ in a letter or two
  =Levies  =\"Export Ban\"    exactly as written, but for capitals
  title: heading: body: section: author: site: lang: kind: tag: url: path:
                            in one field: title:levy, author:(byrd OR carver), section:\"Middle East\", site:*.gov
  date:2026-02  date:2025..2026-03  date:>2026-02-17  since:30d  until:yesterday  last:month
                            also after: (as since:), before: (up to the day before), intitle: (as title:)
A long text without signs is searched for its words alone. What is passed over is said.";

/// Search the index
///
/// Plain words rank: articles with more of them come first. "Quoted phrases" must be there, -words must not, words
/// joined by OR are alternatives, +words must be there; see the query language below. When there is no index yet, it is
/// first built from corpus/, unless its name is a misspelt one of an index beside it.
#[derive(Debug, Args)]
#[command(after_help = LANGUAGE)]
pub(crate) struct SearchArgs {
    /// Words, "phrases", -exclusions, field:words; without any, everything the filters let through
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// Where the index is; may be repeated, to search several as one [default: setting index, or index]
    #[arg(long, value_name = "DIR")]
    index: Vec<PathBuf>,
    #[command(flatten)]
    filters: FilterArgs,
    /// Only among what the saved search of this name finds; may be repeated
    #[arg(long, value_name = "NAME")]
    within: Vec<String>,
    /// In which order [default: setting sort, or relevance]
    #[arg(long, value_enum)]
    sort: Option<SortArg>,
    /// What ranks higher among articles that match about as well [default: setting prefer, or none]
    #[arg(long, value_enum)]
    prefer: Option<Prefer>,
    /// Search for words that the best matches have in common as well: finds what says it in other words
    #[arg(long)]
    expand: bool,
    /// How many hits to show [default: setting limit, or 10]
    #[arg(short = 'n', value_name = "N", allow_hyphen_values = true)]
    limit: Option<usize>,
    /// How many hits to pass over
    #[arg(long, value_name = "N", default_value_t = 0, allow_hyphen_values = true)]
    offset: usize,
    /// Show articles that say nearly the same one by one, not under the best of them
    #[arg(long)]
    copies: bool,
    /// Count the matching articles by this; may be repeated [default: setting facets, or none]
    #[arg(long, value_enum, value_name = "F")]
    facet: Vec<FacetArg>,
    /// Draw the matching articles over time, by day, month or year
    #[arg(long, value_enum, value_name = "SPAN", num_args = 0..=1, require_equals = true, default_missing_value = "auto")]
    timeline: Option<UnitArg>,
    /// Say how the query was read, and what each score is made of
    #[arg(long)]
    explain: bool,
    /// Keep this search under a name, to ask it again or to search within it
    #[arg(long, value_name = "NAME", conflicts_with_all = ["saved", "batch"])]
    save: Option<String>,
    /// Ask the saved search of this name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["query", "batch"])]
    saved: Option<String>,
    /// Only what was not there when the saved search was last asked
    #[arg(long, requires = "saved")]
    new: bool,
    /// Answer one query a line of this file with one JSON object a line, or with one table in CSV; - is standard input.
    /// Blank lines are passed over
    #[arg(long, value_name = "FILE", conflicts_with = "query")]
    batch: Option<PathBuf>,
    /// How to print [default: setting format, or text]
    #[arg(long, value_enum)]
    format: Option<FormatArg>,
}

impl SearchArgs {
    /// The request for a query under the filters given, or under those of a saved search.
    fn request(&self, query: String, filters: &FilterArgs, settings: &Settings) -> anyhow::Result<Request> {
        Ok(Request {
            within: keep::requests(&self.within, settings)?,
            sort: settings.sort.or(self.sort).sort(),
            prefer_recent: settings.prefer.or(self.prefer) == Prefer::Recent,
            expand: self.expand,
            limit: settings.limit.or(self.limit),
            offset: self.offset,
            all_copies: self.copies || settings.copies.value,
            facets: settings.facets.or_all(&self.facet).into_iter().map(FacetArg::facet).collect(),
            timeline: self.timeline.map(UnitArg::unit),
            explain: self.explain,
            ..filters.request(query, settings)?
        })
    }
}

pub(crate) fn run(args: &SearchArgs) -> anyhow::Result<Exit> {
    // clap does not ask for what another option's conflict has taken away.
    if args.new && args.saved.is_none() {
        anyhow::bail!("--new is about a saved search: pressmark search --saved NAME --new");
    }
    if let Some(name) = &args.save {
        Store::check(name)?;
    }
    let settings = Settings::load()?;
    let dirs = settings.index.or_all(&args.index);
    let searcher = open(&dirs, &settings)?;
    let mut out = io::BufWriter::new(stdout().lock());
    let found = match (&args.batch, &args.saved) {
        (Some(file), _) => batch(args, &settings, &searcher, file, &mut out)?,
        (None, Some(name)) => keep::again(args, &settings, &searcher, &dirs, name, &mut out)?,
        (None, None) => one(args, &settings, &searcher, &dirs, &mut out)?,
    };
    out.flush()?;
    Ok(if found { Exit::Done } else { Exit::NothingFound })
}

fn one(
    args: &SearchArgs,
    settings: &Settings,
    searcher: &Searcher,
    dirs: &[PathBuf],
    out: &mut impl Write,
) -> anyhow::Result<bool> {
    let query = args.query.join(" ");
    let request = args.request(query.clone(), &args.filters, settings)?;
    let found = answer(args, settings, searcher, &request, out)?;
    if let Some(name) = &args.save {
        out.flush()?;
        keep::keep(name, args.filters.kept(query, args.within.clone()), searcher, &request, dirs)?;
    }
    Ok(found)
}

/// Searches and prints; whether anything was found.
fn answer(
    args: &SearchArgs,
    settings: &Settings,
    searcher: &Searcher,
    request: &Request,
    out: &mut impl Write,
) -> anyhow::Result<bool> {
    let hits = searcher.search(request)?;
    let format = settings.format.or(args.format);
    if args.explain && format == FormatArg::Text {
        note(&format!("read as: {}", Query::parse(&request.query)));
    }
    let nothing = if args.new { "nothing new since you last asked" } else { NOTHING_FOUND };
    print(out, &hits, request.offset, format, nothing)?;
    if hits.total == 0 && request.langs == settings.lang.value.0 && !request.langs.is_empty() {
        note(&format!(
            "only articles in {} were asked for, as set in {}",
            request.langs.join(", "),
            settings.lang.origin
        ));
    }
    Ok(hits.total > 0)
}

fn batch(
    args: &SearchArgs,
    settings: &Settings,
    searcher: &Searcher,
    file: &Path,
    out: &mut impl Write,
) -> anyhow::Result<bool> {
    // One answer a line is what the option promises, whatever is set for single searches.
    let table = match args.format {
        None | Some(FormatArg::Json) => false,
        Some(FormatArg::Csv) => true,
        Some(_) => anyhow::bail!("--batch prints json or csv"),
    };
    let lines: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(stdin().lock())
    } else {
        Box::new(BufReader::new(std::fs::File::open(file).with_context(|| path_text(file))?))
    };
    if table {
        render::csv::table_head(out)?;
    }
    let (mut found, mut blank) = (false, 0);
    for line in lines.split(b'\n') {
        let line = line.with_context(|| path_text(file))?;
        let query = String::from_utf8_lossy(&line).trim().to_owned();
        if query.is_empty() {
            blank += 1;
            continue;
        }
        let hits = searcher.search(&args.request(query, &args.filters, settings)?)?;
        found |= hits.total > 0;
        if table {
            hits.problems.iter().for_each(|problem| note(&format!("{}: {problem}", hits.query)));
        }
        if table { render::csv::table_rows(out, &hits, args.offset)? } else { render::json::hits(out, &hits)? }
    }
    if blank > 0 {
        let lines = if blank == 1 { "line" } else { "lines" };
        note(&format!("{}: passed over {blank} blank {lines}", path_text(file)));
    }
    Ok(found)
}
