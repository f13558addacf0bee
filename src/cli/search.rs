//! `pressmark search`: a query on the index, ranked hits out.

use std::io::{self, BufRead, BufReader, Write, stdin, stdout};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::exit::Exit;
use super::limits::LimitArgs;
use super::settings::Settings;
use super::terminal::{note, style};
use crate::hit::Hits;
use crate::index::IndexError;
use crate::render;
use crate::search::{Facet, Period, PeriodError, Request, Searcher, Sort};

/// Search the index
///
/// Plain words rank: articles with more of them come first. "Quoted phrases" must be there, -words must not, words
/// joined by OR are alternatives, +words must be there. title:, heading:, body:, section:, author:, site:, lang:,
/// tag:, kind:, date:2026-02, since: and until: look in one field. When there is no index yet, it is first built from
/// corpus/.
#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    /// Words, "phrases", -exclusions, field:words; without any, everything the filters let through
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// Where the index is [default: setting index, or index]
    #[arg(long, value_name = "DIR")]
    index: Option<PathBuf>,
    /// Only articles of this section of their site, by its whole name; may be repeated
    #[arg(long, value_name = "S")]
    section: Vec<String>,
    /// Only articles published on this day or later: 2026, 2026-02 or 2026-02-26
    #[arg(long, value_name = "D", value_parser = first_day)]
    since: Option<Date>,
    /// Only articles published on this day or earlier
    #[arg(long, value_name = "D", value_parser = last_day)]
    until: Option<Date>,
    /// Only articles of this site, by its name or host; may be repeated
    #[arg(long, value_name = "H")]
    site: Vec<String>,
    /// Only articles by this author, by the whole name or words of it; may be repeated
    #[arg(long, value_name = "A")]
    author: Vec<String>,
    /// Only articles in this language, by its code: en, fr, ar; may be repeated [default: setting lang, or all]
    #[arg(long, value_name = "L")]
    lang: Vec<String>,
    /// In which order [default: setting sort, or relevance]
    #[arg(long, value_enum)]
    sort: Option<SortArg>,
    /// How many hits to show [default: setting limit, or 10]
    #[arg(short = 'n', value_name = "N")]
    limit: Option<usize>,
    /// How many hits to pass over
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: usize,
    /// Count the matching articles by this; may be repeated [default: setting facets, or none]
    #[arg(long, value_enum, value_name = "F")]
    facet: Vec<FacetArg>,
    /// Answer one query a line of this file with one JSON object a line; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "query")]
    batch: Option<PathBuf>,
    /// How to print [default: setting format, or text]
    #[arg(long, value_enum)]
    format: Option<FormatArg>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SortArg {
    Relevance,
    Newest,
    Oldest,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FacetArg {
    Section,
    Site,
    Author,
    Lang,
    Year,
    Month,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArg {
    Text,
    Json,
    Csv,
}

fn first_day(text: &str) -> Result<Date, PeriodError> {
    Period::first_day(text)
}

fn last_day(text: &str) -> Result<Date, PeriodError> {
    Period::last_day(text)
}

impl SearchArgs {
    fn request(&self, query: String, settings: &Settings) -> Request {
        Request {
            sections: self.section.clone(),
            sites: self.site.clone(),
            authors: self.author.clone(),
            langs: settings.lang.or_all(&self.lang),
            period: Period { since: self.since, until: self.until },
            sort: match settings.sort.or(self.sort) {
                SortArg::Relevance => Sort::Relevance,
                SortArg::Newest => Sort::Newest,
                SortArg::Oldest => Sort::Oldest,
            },
            limit: settings.limit.or(self.limit),
            offset: self.offset,
            facets: settings.facets.or_all(&self.facet).into_iter().map(FacetArg::facet).collect(),
            ..Request::new(query)
        }
    }
}

impl FacetArg {
    fn facet(self) -> Facet {
        match self {
            FacetArg::Section => Facet::Section,
            FacetArg::Site => Facet::Site,
            FacetArg::Author => Facet::Author,
            FacetArg::Lang => Facet::Lang,
            FacetArg::Year => Facet::Year,
            FacetArg::Month => Facet::Month,
        }
    }
}

pub(crate) fn run(args: &SearchArgs) -> anyhow::Result<Exit> {
    let settings = Settings::load()?;
    let searcher = open(&settings.index.one(args.index.as_deref())?, &settings)?;
    let mut out = io::BufWriter::new(stdout().lock());
    let found = match &args.batch {
        Some(file) => batch(args, &settings, &searcher, file, &mut out)?,
        None => one(args, &settings, &searcher, &mut out)?,
    };
    out.flush()?;
    Ok(if found { Exit::Done } else { Exit::NothingFound })
}

/// Opens the index, and builds it first from `corpus/` where there is none.
fn open(dir: &Path, settings: &Settings) -> anyhow::Result<Searcher> {
    match Searcher::open(dir) {
        Err(error @ IndexError::NotFound { .. }) => {
            let corpus = PathBuf::from("corpus");
            if !corpus.is_dir() {
                return Err(error.into());
            }
            note(&format!("no index in {} yet; indexing corpus first", dir.display()));
            let options = super::index::options(None, &LimitArgs::default(), settings);
            let summary = super::index::from_pages(&[corpus], dir, &options)?;
            super::index::report(&summary);
            Ok(Searcher::open(dir)?)
        }
        opened => Ok(opened?),
    }
}

fn one(args: &SearchArgs, settings: &Settings, searcher: &Searcher, out: &mut impl Write) -> anyhow::Result<bool> {
    let hits = searcher.search(&args.request(args.query.join(" "), settings))?;
    match settings.format.or(args.format) {
        FormatArg::Json => render::json::hits(out, &hits)?,
        FormatArg::Csv => {
            hits.problems.iter().for_each(|problem| note(problem));
            render::csv::hits(out, &hits, args.offset)?;
        }
        FormatArg::Text => {
            hits.problems.iter().for_each(|problem| note(problem));
            render::text::hits(out, &hits, args.offset, style())?;
            out.flush()?;
            note(&total(&hits, args));
        }
    }
    Ok(hits.total > 0)
}

fn total(hits: &Hits, args: &SearchArgs) -> String {
    let articles = if hits.total == 1 { "article" } else { "articles" };
    match hits.total {
        0 => "nothing found; try fewer or other words, or fewer filters".to_owned(),
        total if hits.hits.len() < total && !hits.hits.is_empty() => {
            format!(
                "{total} {articles}, {} to {} shown in {:.0} ms",
                args.offset + 1,
                args.offset + hits.hits.len(),
                hits.took_ms
            )
        }
        total => format!("{total} {articles} in {:.0} ms", hits.took_ms),
    }
}

fn batch(
    args: &SearchArgs,
    settings: &Settings,
    searcher: &Searcher,
    file: &Path,
    out: &mut impl Write,
) -> anyhow::Result<bool> {
    let lines: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(stdin().lock())
    } else {
        Box::new(BufReader::new(std::fs::File::open(file).with_context(|| file.display().to_string())?))
    };
    let mut found = false;
    for line in lines.split(b'\n') {
        let line = line?;
        let query = String::from_utf8_lossy(&line).trim().to_owned();
        let hits = searcher.search(&args.request(query, settings))?;
        found |= hits.total > 0;
        render::json::hits(out, &hits)?;
    }
    Ok(found)
}
