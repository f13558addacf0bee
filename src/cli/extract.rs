//! `pressmark extract`: the articles of pages, without an index.

use std::io::{self, Write, stdout};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::limits::LimitArgs;
use super::settings::Settings;
use super::terminal::{note, style};
use crate::IndexOptions;
use crate::article::Article;
use crate::extract::{Trace, explain};
use crate::index::pipeline::{self, Failure, Step};
use crate::read::{self, LeftOut, ReadError, Skipped};
use crate::render;

/// Print the articles of saved pages
///
/// One article after the other, in the order of the pages. With --format json one object a line; a page that cannot be
/// read gives a line with `path` and `error`.
#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    /// Folders and files of saved pages
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
    /// Show what was taken out of each page, by which rule, and how much text it held
    #[arg(long)]
    explain: bool,
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
    let walk = read::walk(&args.paths)?;
    let options = IndexOptions { read: args.limits.options(&settings), ..IndexOptions::default() };
    let mut report = Report { out: io::BufWriter::new(stdout().lock()), args, well: 0, failed: 0, unread: 0 };
    for place in &walk.unreadable {
        report.failed(&read::path_text(&place.path), &place.reason);
    }
    let paths: Vec<String> = walk.found.iter().map(|found| read::path_text(&found.path)).collect();
    for step in pipeline::run(Arc::new(walk.found), &options, explain).into_iter().flatten() {
        match step {
            Step::Page { result: Ok((article, trace)), .. } => report.article(&article, &trace)?,
            Step::Page { path, result: Err(failure), .. } => report.failure(&path, &failure)?,
            Step::End { file, result: Err(failure) } => report.failure(&paths[file], &failure)?,
            Step::End { result: Ok(()), .. } => {}
        }
    }
    for Skipped { path, why } in &walk.skipped {
        if let LeftOut::Unread(kind) = why {
            report.unread(&read::path_text(path), &ReadError::NotRead { kind: *kind }.to_string())?;
        }
    }
    report.out.flush()?;
    if report.well + report.failed + report.unread == 0 {
        anyhow::bail!("no pages found: looked for {}", read::looked_for());
    }
    Ok(if report.well + report.failed == 0 { Exit::Unusable } else { Exit::of_pages(report.well, report.failed) })
}

/// What is printed, and how it went.
struct Report<'a, W> {
    out: W,
    args: &'a ExtractArgs,
    well: usize,
    failed: usize,
    /// Files of kinds that are not read: no failure, but no page either.
    unread: usize,
}

impl<W: Write> Report<'_, W> {
    fn article(&mut self, article: &Article, trace: &Trace) -> anyhow::Result<()> {
        self.well += 1;
        print(&mut self.out, article, trace, self.args)
    }

    fn failure(&mut self, path: &str, failure: &Failure) -> anyhow::Result<()> {
        if failure.unread().is_some() {
            return self.unread(path, &failure.to_string());
        }
        self.failed(path, &failure.to_string());
        self.error_line(path, &failure.to_string())
    }

    fn failed(&mut self, path: &str, reason: &str) {
        self.failed += 1;
        note(&format!("{path}: {reason}"));
    }

    fn unread(&mut self, path: &str, reason: &str) -> anyhow::Result<()> {
        self.unread += 1;
        note(&format!("{path}: {reason}"));
        self.error_line(path, reason)
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
        FormatArg::Json => writeln!(out, "{}", serde_json::to_string(&article.to_line())?)?,
        FormatArg::Markdown => render::markdown::article(out, article)?,
        FormatArg::Text => {
            render::text::article(out, article, style())?;
            writeln!(out)?;
        }
    }
    if args.explain {
        if args.format == FormatArg::Json {
            out.flush()?;
            return Ok(render::text::trace(&mut io::stderr().lock(), trace, Default::default())?);
        }
        render::text::trace(out, trace, style())?;
        writeln!(out)?;
    }
    Ok(())
}
