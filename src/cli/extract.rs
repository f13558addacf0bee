//! `pressmark extract`: the articles of pages, without an index.

use std::io::{self, Write, stdout};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use super::exit::Exit;
use super::terminal::{Progress, style};
use crate::article::Article;
use crate::extract::{Trace, explain};
use crate::read::{self, Found, ReadOptions};
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
    /// The most bytes a page may have, on disk and decompressed
    #[arg(long, value_name = "N", default_value_t = ReadOptions::default().max_bytes)]
    max_bytes: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    Text,
    Markdown,
    Json,
}

/// Pages are read in batches of so many, so that memory is bounded and the order kept.
const BATCH: usize = 64;

pub(crate) fn run(args: &ExtractArgs) -> anyhow::Result<Exit> {
    let walk = read::walk(&args.paths)?;
    let options = ReadOptions { max_bytes: args.max_bytes };
    let progress = Progress::new();
    let mut out = io::BufWriter::new(stdout().lock());
    let (mut well, mut failed) = (0, walk.unreadable.len());
    for place in &walk.unreadable {
        progress.failed(&place.path, &place.reason);
    }
    for batch in walk.found.chunks(BATCH) {
        let done: Vec<Result<(Article, Trace), String>> =
            batch.par_iter().map(|found| article(found, &options)).collect();
        for (found, result) in batch.iter().zip(done) {
            match result {
                Ok((article, trace)) => {
                    well += 1;
                    print(&mut out, &article, &trace, args)?;
                }
                Err(reason) => {
                    failed += 1;
                    if args.format == FormatArg::Json {
                        writeln!(
                            out,
                            "{}",
                            serde_json::json!({ "path": read::path_text(&found.path), "error": reason })
                        )?;
                    }
                    progress.failed(&found.path, &reason);
                }
            }
        }
    }
    out.flush()?;
    if well + failed == 0 {
        anyhow::bail!("no pages found: looked for files ending in .html .htm .xhtml .txt .md, plain or .gz");
    }
    Ok(Exit::of_pages(well, failed))
}

fn article(found: &Found, options: &ReadOptions) -> Result<(Article, Trace), String> {
    crate::guard::page(|| {
        let page = read::read(&found.path, options).map_err(|e| e.to_string())?;
        Ok(explain(&page))
    })
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
