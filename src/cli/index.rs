//! `pressmark index`: pages, or article lines, into an index.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write, stdin, stdout};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::exit::Exit;
use super::limits::LimitArgs;
use super::rules::{RulesArgs, tell_idle};
use super::settings::{Megabytes, Settings, Threads};
use super::signals::Signals;
use super::terminal::{Progress, note};
use super::watch::Watch;
use crate::index::bare;
use crate::index::{Action, Event, IndexError, IndexOptions, Summary, index, index_articles, plan};
use crate::read::path_text;
use crate::render::sanitize;

/// Build or update the index of a folder of saved pages
///
/// Read are HTML in every charset, plain or gzipped, with or without a helper folder, SingleFile (HTML and ZIP), MHTML,
/// Safari's web archives, WARC, WACZ, MAFF, wallabag's JSON, text and Markdown, mirrors by wget and HTTrack, and the stores
/// of ArchiveBox and Zotero; what is called as servers call pages (index.php?id=3) or has no ending is told by its bytes. Files
/// that are not read are counted by kind. An article met in several copies is indexed once.
///
/// Files that have not changed since the last run are not read again; pages that have vanished are taken out of the
/// index; files that were moved are known by their content. Where pages would be read by other rules than before, of a new
/// version of pressmark or of your own, they are read again. Pages that are plainly without a text of their own, errors and
/// empty shells, are left out and counted. A page that cannot be read costs one line on standard error, and the run goes on. A
/// run that is interrupted keeps what it has, and the next one goes on from there.
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
    /// About how much memory to take, in MB, beside some 1 kB for each page known; at least 64 [default: setting memory, or 512]
    #[arg(long, value_name = "MB")]
    memory: Option<Megabytes>,
    /// Leave articles in the index whose files have vanished
    #[arg(long)]
    keep_vanished: bool,
    /// Index pages without a text of their own too: errors, questions for consent, empty shells, lists of nothing but links
    #[arg(long)]
    all_kinds: bool,
    /// Say what would be done, a file a line, and do nothing
    #[arg(long, conflicts_with_all = ["articles", "watch", "optimize"])]
    dry_run: bool,
    /// Go on after the run: follow the folders, and index what changes within two seconds, until interrupted
    #[arg(long, conflicts_with = "articles")]
    watch: bool,
    /// Make all segments of the index one at the end, which makes searches a little faster and takes what was deleted off
    /// the disk; until it is done it takes as much disk again as the index has
    #[arg(long)]
    optimize: bool,
    /// Judge each page by itself: leave in its text what repeats over the pages of its site
    #[arg(long, conflicts_with = "articles")]
    page_by_page: bool,
    #[command(flatten)]
    rules: RulesArgs,
    #[command(flatten)]
    limits: LimitArgs,
}

pub(crate) fn run(args: &IndexArgs) -> anyhow::Result<Exit> {
    let settings = Settings::load()?;
    let dir = settings.index.one(args.index.as_deref())?;
    let options = args.options(&settings)?;
    if args.dry_run {
        return dry_run(&args.paths, &dir, &options);
    }
    let signals = Signals::stopping(&options.stop)?;
    // What changes during the run itself is not to be missed.
    let watch = args.watch.then(|| Watch::new(&args.paths, &dir));
    let summary = match &args.articles {
        Some(file) => from_lines(file, &dir, &options)?,
        None => from_pages(&args.paths, &dir, &options)?,
    };
    report(&summary);
    if args.articles.is_none() {
        tell_unused(&options, &summary);
    }
    if let Some(watch) = watch {
        follow(watch, args, &dir, &options);
    }
    if let Some(exit) = signals.exit() {
        return Ok(exit);
    }
    let well = summary.indexed() + summary.removed;
    if args.articles.is_some() && well + summary.failed == 0 {
        anyhow::bail!("no article lines found; write them with `pressmark extract --format json PATH`");
    }
    Ok(if well + summary.failed == 0 { Exit::Unusable } else { Exit::of_pages(well, summary.failed) })
}

impl IndexArgs {
    fn options(&self, settings: &Settings) -> anyhow::Result<IndexOptions> {
        Ok(IndexOptions {
            memory: bytes(settings.memory.or(self.memory)),
            keep_vanished: self.keep_vanished || settings.keep_vanished.value,
            all_kinds: self.all_kinds || settings.all_kinds.value,
            optimize: self.optimize,
            page_by_page: self.page_by_page,
            ..options(self.threads, &self.limits, &self.rules, settings)?
        })
    }
}

/// How pages are read: as the command line says, or else the settings.
pub(crate) fn options(
    threads: Option<Threads>,
    limits: &LimitArgs,
    rules: &RulesArgs,
    settings: &Settings,
) -> anyhow::Result<IndexOptions> {
    let Threads(threads) = settings.threads.or(threads);
    let memory = bytes(settings.memory.value);
    let all_kinds = settings.all_kinds.value;
    let (read, extractor) = (limits.options(settings), rules.extractor(settings)?);
    Ok(IndexOptions { read, extractor, threads: threads.into(), memory, all_kinds, ..IndexOptions::default() })
}

fn bytes(Megabytes(count): Megabytes) -> usize {
    (count as usize) << 20
}

/// Prints what a run would do, for people and for programs alike.
fn dry_run(paths: &[PathBuf], dir: &Path, options: &IndexOptions) -> anyhow::Result<Exit> {
    let plan = plan(paths, dir, options)?;
    let mut out = BufWriter::new(stdout().lock());
    for action in &plan.actions {
        let line = |done: &str, path: &Path| format!("{done}\t{}", sanitize::line(&path_text(path)));
        let line = match action {
            Action::Add(path) => line("add", path),
            Action::ReadAgain(path) => line("read again", path),
            Action::Renew(path) => line("renew", path),
            Action::Move { from, to } => format!("{}\t{}", line("move", from), sanitize::line(&path_text(to))),
            Action::Remove(path) => line("remove", path),
            Action::Keep(path) => line("keep", path),
        };
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    for place in &plan.unreadable {
        note(&format!("{}: {}", path_text(&place.path), place.reason));
    }
    if !plan.bare.is_empty() {
        note(&format!("of these as they were, left out as before: {}", bare::counted(&plan.bare)));
    }
    note(&format!(
        "{} files would be touched, {} are as they were; nothing was written",
        plan.actions.len(),
        plan.unchanged
    ));
    Ok(Exit::of_pages(plan.actions.len() + plan.unchanged, plan.unreadable.len()))
}

/// Indexes what changes, until the run is stopped. What goes wrong with one run may be well with the next: a folder comes
/// back, another writer ends.
fn follow(mut watch: Watch, args: &IndexArgs, dir: &Path, options: &IndexOptions) {
    note("watching for changes; interrupt to end");
    while watch.wait(&options.stop) {
        match index(&args.paths, dir, options, |event| failed(&event)) {
            Ok(summary) if summary.is_idle() => {}
            Ok(summary) => report(&summary),
            Err(error) => note(&format!("{:#}", anyhow::Error::from(error))),
        }
    }
}

fn failed(event: &Event) {
    if let Event::Failed { path, reason } = event {
        note(&format!("{}: {reason}", path_text(path)));
    }
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
    for page in summary.new_bare.iter().take(MOST_NAMED) {
        note(&format!("{}: left out as {}", sanitize::line(&page.path), page.kind.name()));
    }
    match summary.new_bare.len().saturating_sub(MOST_NAMED) {
        0 => {}
        more => note(&format!("{more} more pages are left out; `pressmark stats --left-out` lists them all")),
    }
    if !summary.new_bare.is_empty() {
        note("pages without a text of their own are left out; --all-kinds takes them too");
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
    if summary.shortened > 0 {
        note(&format!(
            "{} pages lost what repeats over the pages of their sites; `pressmark extract --explain --index DIR PAGE` shows it",
            summary.shortened
        ));
    }
    if summary.renewed > 0 {
        note(&format!(
            "{} files were read again: the rules by which pages are read, or your own, are others than when they were indexed",
            summary.renewed
        ));
    }
    note(&summary.to_string());
    if summary.interrupted {
        note("interrupted; what was done is kept, and the next run goes on from there");
    }
}

/// Names the sites of the user's own rules that the pages have none of, and the selectors that found nothing, where all pages
/// were read: a host or a class may be misspelt.
fn tell_unused(options: &IndexOptions, summary: &Summary) {
    let bare: usize = summary.bare.values().sum();
    // Pages that are not read since they have not changed may be of any site; those read by other rules are read again.
    let were_known = summary.renewed == 0 && summary.unchanged + bare > summary.new_bare.len();
    if were_known || summary.interrupted || summary.indexed() == 0 {
        return;
    }
    tell_idle(&options.extractor);
    let unmet = options.extractor.unmet();
    if unmet.is_empty() {
        return;
    }
    let more = unmet.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} others") } else { String::new() };
    let named = unmet.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(", ");
    note(&format!("rules: of the pages read none is of {named}{more}"));
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
    let on_event = |event: Event| progress.event(&event);
    if file == Path::new("-") {
        return Ok(index_articles(stdin().lock(), dir, options, on_event)?);
    }
    let lines = File::open(file).with_context(|| file.display().to_string())?;
    Ok(index_articles(BufReader::new(lines), dir, options, on_event)?)
}
