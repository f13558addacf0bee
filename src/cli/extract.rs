//! `pressmark extract`: the articles of pages, without an index.

use std::collections::HashSet;
use std::io::{self, StdoutLock, Write, stdout};
use std::mem::take;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::limits::LimitArgs;
use super::rules::{RulesArgs, tell_idle};
use super::settings::Settings;
use super::terminal::{note, style};
use crate::IndexOptions;
use crate::article::{Article, ArticleLine};
use crate::extract::Trace;
use crate::extract::repeats::{Repeats, Shortened};
use crate::index::pipeline::{self, Failure, Step};
use crate::index::{IndexError, Neighbours};
use crate::page::Page;
use crate::read::{self, Found, LeftOut, ReadError, Skipped, Unread};
use crate::render;

/// Print the articles of saved pages
///
/// One article after the other, in the order of the pages. With --format json one object a line; a page that cannot be
/// read gives a line with `path` and `error`. Files of kinds that are not read (PDF, office documents, lists of links) are no
/// pages where they lie in a folder: standard error tells them. One that is named itself has failed.
///
/// Where there are five pages and more of one site, what repeats over them is taken out of their articles: newsletter
/// pitches, notes on authors, teasers. So the first article is printed when all pages have been read, or as many as fit into
/// some 100 MB. With --index the other pages of a site are those that an index has, and one page is enough.
#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    /// Folders and files of saved pages
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
    /// Show each page's blocks in order, kept or dropped, with the score or the rule and its reason, what speaks for the page's
    /// kind, and what each fact was chosen from; with --format json under the key `explain`
    #[arg(long)]
    explain: bool,
    /// Judge each page by itself, whatever the other pages of its site say, and print its article as soon as it is read
    #[arg(long)]
    page_by_page: bool,
    /// Take out what repeats over a page's site as this index knows it, of all pages that it has: what is printed is what the
    /// index holds of the page, or would
    #[arg(long, value_name = "DIR", conflicts_with = "page_by_page")]
    index: Option<PathBuf>,
    #[command(flatten)]
    rules: RulesArgs,
    #[command(flatten)]
    limits: LimitArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    Text,
    Markdown,
    Json,
}

pub(crate) fn run(args: &ExtractArgs) -> anyhow::Result<Exit> {
    let settings = Settings::load()?;
    let neighbours = args.index.as_deref().map(neighbours).transpose()?;
    let walk = read::walk(&args.paths)?;
    let options = IndexOptions { read: args.limits.options(&settings), ..IndexOptions::default() };
    let named: HashSet<&Path> = args.paths.iter().map(PathBuf::as_path).collect();
    let files = Arc::new(walk.found);
    let mut report = Report::new(args, &files, neighbours);
    for place in &walk.unreadable {
        report.failed(&read::path_text(&place.path), &place.reason)?;
    }
    let (explained, extractor) = (args.explain, args.rules.extractor(&settings)?);
    let rules = extractor.clone();
    let work = move |page: &Page| {
        if explained { extractor.explain(page) } else { (extractor.extract(page), Trace::default()) }
    };
    for step in pipeline::run(Arc::clone(&files), &options, work).into_iter().flatten() {
        match step {
            Step::Page { file, result: Ok((article, trace)), .. } => report.article(file, article, trace)?,
            Step::Page { path, result: Err(failure), .. } => report.failure(&path, &failure, false)?,
            Step::End { file, result: Err(failure) } => {
                let path = &files[file].path;
                report.failure(&read::path_text(path), &failure, named.contains(path.as_path()))?;
            }
            Step::End { result: Ok(()), .. } => {}
        }
    }
    for Skipped { path, why } in &walk.skipped {
        if let LeftOut::Unread(kind) = why {
            report.not_read(&read::path_text(path), *kind, named.contains(path.as_path()))?;
        }
    }
    if report.others > 0 {
        note(&format!("not read: {}", Unread::Other.counted(report.others)));
    }
    report.print_held()?;
    report.out.flush()?;
    // Of a page that is named itself `--explain` tells more, and that it lacks something is as it should be.
    if args.paths.iter().any(|path| path.is_dir()) {
        tell_idle(&rules);
    }
    if report.well + report.failed + report.unread == 0 {
        anyhow::bail!("no pages found: looked for {}", read::looked_for());
    }
    Ok(if report.well + report.failed == 0 { Exit::Unusable } else { Exit::of_pages(report.well, report.failed) })
}

/// So many bytes of text wait to be printed until it is known what repeats over their sites.
const MOST_HELD: usize = 32 << 20;

/// The pages of an index, beside which pages are looked at.
fn neighbours(dir: &Path) -> anyhow::Result<Neighbours> {
    let neighbours = Neighbours::open(dir)?;
    if neighbours.is_page_by_page() {
        note(&format!("{}: was indexed with --page-by-page, so nothing is taken out that repeats", dir.display()));
    }
    Ok(neighbours)
}

/// What is printed, and how it went.
struct Report<'a> {
    out: io::BufWriter<StdoutLock<'static>>,
    args: &'a ExtractArgs,
    files: &'a [Found],
    /// What an index knows of the sites of the pages, if one is asked.
    neighbours: Option<Neighbours>,
    /// What is known of them by the pages so far, if none is.
    repeats: Repeats,
    held: Vec<Held>,
    /// The articles of the pages that are held, each with the number of its file.
    articles: Vec<(usize, Article)>,
    /// Bytes of their texts.
    bytes: usize,
    well: usize,
    failed: usize,
    /// Files of kinds that are not read: no failure, but no page either.
    unread: usize,
    /// Of those, the files of no known kind.
    others: usize,
}

/// What is printed when its turn comes.
enum Held {
    Page(Trace),
    Error { path: String, reason: String },
}

impl<'a> Report<'a> {
    fn new(args: &'a ExtractArgs, files: &'a [Found], neighbours: Option<Neighbours>) -> Report<'a> {
        let out = io::BufWriter::new(stdout().lock());
        let (held, articles) = (Vec::new(), Vec::new());
        let repeats = Repeats::default();
        let (well, failed, unread, others) = (0, 0, 0, 0);
        Report { out, args, files, neighbours, repeats, held, articles, bytes: 0, well, failed, unread, others }
    }

    fn article(&mut self, file: usize, article: Article, trace: Trace) -> anyhow::Result<()> {
        self.well += 1;
        if self.args.page_by_page {
            return print(&mut self.out, &article, &trace, self.args);
        }
        if self.neighbours.is_none() {
            self.repeats.add(&article);
        }
        self.bytes += article.blocks.iter().map(|block| block.text.len()).sum::<usize>();
        self.held.push(Held::Page(trace));
        self.articles.push((file, article));
        if self.bytes > MOST_HELD { self.print_held() } else { Ok(()) }
    }

    /// Prints what waits, by what is known of the sites now.
    fn print_held(&mut self) -> anyhow::Result<()> {
        self.bytes = 0;
        let mut judged = self.judged()?.into_iter();
        for held in take(&mut self.held) {
            match held {
                Held::Page(mut trace) => {
                    let Some((article, dropped)) = judged.next() else { continue };
                    trace.drop_kept(dropped);
                    print(&mut self.out, &article, &trace, self.args)?;
                }
                Held::Error { path, reason } => self.error_line(&path, &reason)?,
            }
        }
        Ok(())
    }

    /// The articles that are held, without what repeats over their sites, and which of their blocks went.
    fn judged(&mut self) -> Result<Vec<Shortened>, IndexError> {
        let articles = take(&mut self.articles).into_iter();
        if let Some(neighbours) = &mut self.neighbours {
            return neighbours.take_out(articles.map(|(file, article)| (&self.files[file], article)).collect());
        }
        let sites = self.repeats.learn();
        Ok(articles.map(|(_, article)| sites.take_out(article)).collect())
    }

    fn failure(&mut self, path: &str, failure: &Failure, is_named: bool) -> anyhow::Result<()> {
        match failure.unread() {
            Some(kind) => self.not_read(path, kind, is_named),
            None => self.failed(path, &failure.to_string()),
        }
    }

    fn failed(&mut self, path: &str, reason: &str) -> anyhow::Result<()> {
        self.failed += 1;
        note(&format!("{path}: {reason}"));
        self.error(path, reason)
    }

    /// A file of a kind that is not read: a failure only where it was asked for by its name. Those of no known kind may be many.
    fn not_read(&mut self, path: &str, kind: Unread, is_named: bool) -> anyhow::Result<()> {
        let reason = ReadError::NotRead { kind }.to_string();
        if is_named {
            return self.failed(path, &reason);
        }
        match kind {
            Unread::Other => self.others += 1,
            _ => note(&format!("{path}: {reason}")),
        }
        self.unread += 1;
        Ok(())
    }

    /// An error in its place among the articles.
    fn error(&mut self, path: &str, reason: &str) -> anyhow::Result<()> {
        if self.args.page_by_page {
            return self.error_line(path, reason);
        }
        self.held.push(Held::Error { path: path.to_owned(), reason: reason.to_owned() });
        Ok(())
    }

    fn error_line(&mut self, path: &str, reason: &str) -> anyhow::Result<()> {
        if self.args.format == FormatArg::Json {
            writeln!(self.out, "{}", serde_json::json!({ "path": path, "error": reason }))?;
        }
        Ok(())
    }
}

fn print(out: &mut impl Write, article: &Article, trace: &Trace, args: &ExtractArgs) -> anyhow::Result<()> {
    match args.format {
        FormatArg::Json => return Ok(writeln!(out, "{}", json(article, trace, args.explain)?)?),
        FormatArg::Markdown => render::markdown::article(out, article)?,
        FormatArg::Text => {
            render::text::article(out, article, style())?;
            writeln!(out)?;
        }
    }
    if args.explain {
        render::explain::explain(out, article, trace, style())?;
        render::text::choices(out, &trace.choices, style())?;
        writeln!(out)?;
    }
    Ok(())
}

/// The line of an article, with its trace if that is asked for.
fn json(article: &Article, trace: &Trace, explain: bool) -> serde_json::Result<String> {
    #[derive(serde::Serialize)]
    struct Explained<'a> {
        #[serde(flatten)]
        line: ArticleLine,
        explain: &'a Trace,
    }
    let line = article.to_line();
    if explain { serde_json::to_string(&Explained { line, explain: trace }) } else { serde_json::to_string(&line) }
}
