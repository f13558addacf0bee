//! Hits on standard output, in the form asked for; what there is to say of them on standard error.

use std::io::Write;

use super::choices::FormatArg;
use crate::cli::terminal::{note, style};
use crate::hit::Hits;
use crate::render::{self, citation};

/// What to say of an answer without hits.
pub(crate) const NOTHING_FOUND: &str = "nothing found; try fewer or other words, or fewer filters";

/// Prints an answer; `nothing` is what to say if it has no hits.
pub(crate) fn print(
    out: &mut impl Write,
    hits: &Hits,
    offset: usize,
    format: FormatArg,
    nothing: &str,
) -> anyhow::Result<()> {
    // The JSON object says itself what there is to say.
    if format != FormatArg::Json {
        hits.problems.iter().for_each(|problem| note(problem));
    }
    let counts = !hits.facets.is_empty() || !hits.timeline.is_empty();
    if counts && !matches!(format, FormatArg::Json | FormatArg::Text) {
        note("counts by --facet and --timeline are printed as text and json only");
    }
    match format {
        FormatArg::Json => render::json::hits(out, hits)?,
        FormatArg::Jsonl => render::json::lines(out, hits)?,
        FormatArg::Csv => render::csv::hits(out, hits, offset)?,
        FormatArg::Markdown => render::markdown::hits(out, hits, offset)?,
        FormatArg::Bibtex => citation::bibtex::hits(out, hits)?,
        FormatArg::Ris => citation::ris::hits(out, hits)?,
        FormatArg::CslJson => citation::csl::hits(out, hits)?,
        FormatArg::Text => {
            render::text::hits(out, hits, offset, style())?;
            if !hits.timeline.is_empty() {
                writeln!(out)?;
                render::timeline::timeline(out, &hits.timeline, style())?;
            }
            if let Some(undated) = hits.undated.filter(|undated| *undated > 0) {
                writeln!(out, "{undated} without a date")?;
            }
            out.flush()?;
            note(&total(hits, offset, nothing));
        }
    }
    if hits.total == 0 && !matches!(format, FormatArg::Json | FormatArg::Text) {
        note(nothing);
        hits.did_you_mean.iter().for_each(|better| note(&format!("did you mean: {better}")));
    }
    Ok(())
}

fn total(hits: &Hits, offset: usize, nothing: &str) -> String {
    let articles = if hits.total == 1 { "article" } else { "articles" };
    match hits.total {
        0 => nothing.to_owned(),
        total if hits.hits.len() < total && !hits.hits.is_empty() => {
            let (first, last) = (offset + 1, offset + hits.hits.len());
            format!("{total} {articles}, {first} to {last} shown in {:.0} ms", hits.took_ms)
        }
        total => format!("{total} {articles} in {:.0} ms", hits.took_ms),
    }
}
