//! `pressmark index`: pages, or article lines, into an index.

use std::fs::File;
use std::io::{BufReader, stdin};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::exit::Exit;
use super::limits::LimitArgs;
use super::settings::{Settings, Threads};
use super::terminal::{Progress, note};
use crate::index::{IndexError, IndexOptions, Summary, index, index_articles};

/// Build or update the index of a folder of saved pages
///
/// Read are HTML in every charset, plain or gzipped, with or without a helper folder, SingleFile (HTML and ZIP), MHTML,
/// Safari's web archives, WARC, WACZ, MAFF, wallabag's JSON, text and Markdown, mirrors by wget and HTTrack, and the stores
/// of ArchiveBox and Zotero. An article met in several copies is indexed once.
///
/// Files that have not changed since the last run are not read again; pages that have vanished are taken out of the
/// index. A page that cannot be read costs one line on standard error, and the run goes on.
#[derive(Debug, Args)]
pub(crate) struct IndexArgs {
    /// Folders and files of saved pages
    #[arg(value_name = "PATH", default_value = "corpus", conflicts_with = "articles")]
    paths: Vec<PathBuf>,
    /// Index article lines, as `extract --format json` prints them, instead of pages; - is standard input
    #[arg(long, value_name = "FILE")]
    articles: Option<PathBuf>,
    /// Where the index is [default: setting index, or index]
    #[arg(long, value_name = "DIR")]
    index: Option<PathBuf>,
    /// Threads that read pages; 0 is one for each core [default: setting threads, or 0]
    #[arg(long, value_name = "N")]
    threads: Option<Threads>,
    #[command(flatten)]
    limits: LimitArgs,
}

pub(crate) fn run(args: &IndexArgs) -> anyhow::Result<Exit> {
    let settings = Settings::load()?;
    let dir = settings.index.one(args.index.as_deref())?;
    let options = options(args.threads, &args.limits, &settings);
    let summary = match &args.articles {
        Some(file) => from_lines(file, &dir, &options)?,
        None => from_pages(&args.paths, &dir, &options)?,
    };
    report(&summary);
    let well = summary.indexed() + summary.removed;
    if args.articles.is_some() && well + summary.failed == 0 {
        anyhow::bail!("no article lines found; write them with `pressmark extract --format json PATH`");
    }
    Ok(if well + summary.failed == 0 { Exit::Unusable } else { Exit::of_pages(well, summary.failed) })
}

/// How pages are read: as the command line says, or else the settings.
pub(crate) fn options(threads: Option<Threads>, limits: &LimitArgs, settings: &Settings) -> IndexOptions {
    let Threads(threads) = settings.threads.or(threads);
    IndexOptions { read: limits.options(settings), threads: threads.into(), ..IndexOptions::default() }
}

/// The most copies that are named one by one.
const MOST_NAMED: usize = 10;

/// What was done, and what somebody may want to do about what was not.
pub(crate) fn report(summary: &Summary) {
    for copy in summary.copies.iter().take(MOST_NAMED) {
        note(&format!("{}: is a copy of {}, and not indexed beside it", copy.path, copy.of));
    }
    match summary.copies.len().saturating_sub(MOST_NAMED) {
        0 => {}
        more => note(&format!("{more} more pages are copies; `pressmark stats --copies` lists them all")),
    }
    for (kind, count) in &summary.unread {
        note(&format!("not read: {}", kind.counted(*count)));
    }
    if summary.left_out > 0 {
        note(&format!(
            "left out: {} files that saving tools keep beside pages, frames and other forms of them",
            summary.left_out
        ));
    }
    note(&summary.to_string());
}

/// Indexes pages with progress on a terminal; also what `search` does when there is no index yet.
pub(crate) fn from_pages(paths: &[PathBuf], dir: &Path, options: &IndexOptions) -> Result<Summary, IndexError> {
    let mut progress = Progress::new();
    let result = index(paths, dir, options, |event| progress.event(&event));
    progress.finish();
    result
}

fn from_lines(file: &Path, dir: &Path, options: &IndexOptions) -> anyhow::Result<Summary> {
    let mut progress = Progress::new();
    let on_event = |event: crate::index::Event| progress.event(&event);
    if file == Path::new("-") {
        return Ok(index_articles(stdin().lock(), dir, options, on_event)?);
    }
    let lines = File::open(file).with_context(|| file.display().to_string())?;
    Ok(index_articles(BufReader::new(lines), dir, options, on_event)?)
}
