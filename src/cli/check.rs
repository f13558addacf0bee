//! `pressmark check`: whether an index is as it was written, and a repair where it is not.

use std::io::{self, Write, stdout};
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::format::FormatArg;
use super::index::{options, report as report_summary};
use super::limits::LimitArgs;
use super::rules::RulesArgs;
use super::settings::Settings;
use super::terminal::{Progress, note};
use crate::index::check::{Repair, Report};
use crate::index::{CheckOptions, check, repair};
use crate::render::sanitize;

/// Check that the index is sound, byte for byte; repair it
///
/// Every file is compared with what was written, the documents are counted, and a sample of them is looked up by the words
/// of its own text. Nothing is written, but with --repair. The exit code is 0 for a sound index, 2 for one that is
/// damaged or of another version, and after a repair 3 if articles are lost or pages could not be read.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Where the pages of the index are, for --repair; without any, the paths given to `pressmark index`
    #[arg(value_name = "PATH", requires = "repair")]
    paths: Vec<PathBuf>,
    /// Where the index is [default: setting index, or index]
    #[arg(long, value_name = "DIR")]
    index: Option<PathBuf>,
    /// Look up every document, not a sample of 200
    #[arg(long)]
    all: bool,
    /// Build what is damaged again, from the pages and from what can still be read in the index
    #[arg(long, conflicts_with = "all")]
    repair: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
}

pub(crate) fn run(args: &CheckArgs) -> anyhow::Result<Exit> {
    let settings = Settings::load()?;
    let dir = settings.index.one(args.index.as_deref())?;
    if args.repair {
        return mend(args, &dir, &settings);
    }
    let sample = if args.all { usize::MAX } else { CheckOptions::default().sample };
    let report = check(&dir, &CheckOptions { sample })?;
    print(&report, &dir, args.format)?;
    Ok(exit(&report))
}

fn exit(report: &Report) -> Exit {
    if report.sound { Exit::Done } else { Exit::Unusable }
}

fn mend(args: &CheckArgs, dir: &Path, settings: &Settings) -> anyhow::Result<Exit> {
    let mut progress = Progress::new();
    let options = options(None, &LimitArgs::default(), &RulesArgs::default(), settings)?;
    let result = repair(dir, &args.paths, &options, |event| progress.event(&event));
    progress.finish();
    let Repair { before, summary, salvaged, lost, unknown, after } = result?;
    for finding in &before.findings {
        note(&format!("{} {}", finding.place, finding.problem));
    }
    let failed = summary.as_ref().map_or(0, |summary| summary.failed);
    if let Some(summary) = &summary {
        report_summary(summary);
    }
    if salvaged > 0 {
        note(&format!("{salvaged} articles that no page gives are taken over from the old index"));
    }
    for path in &lost {
        note(&format!("{path}: is lost; neither its page nor its article can be read"));
    }
    if unknown > 0 {
        note(&format!("up to {unknown} more articles are lost; not even their paths can be read"));
    }
    print(&after, dir, args.format)?;
    let lost = lost.len() + usize::try_from(unknown).unwrap_or(usize::MAX).min(usize::MAX / 2);
    Ok(if after.sound { Exit::of_pages(1, failed + lost) } else { Exit::Unusable })
}

fn print(report: &Report, dir: &Path, format: FormatArg) -> anyhow::Result<()> {
    let mut out = io::BufWriter::new(stdout().lock());
    match format {
        FormatArg::Json => writeln!(out, "{}", serde_json::to_string(report)?)?,
        FormatArg::Text => text(&mut out, report, dir)?,
    }
    Ok(out.flush()?)
}

fn text(out: &mut impl Write, report: &Report, dir: &Path) -> io::Result<()> {
    let dir = sanitize::line(&dir.display().to_string());
    writeln!(out, "{dir}: {}", if report.sound { "sound" } else { "damaged or not usable" })?;
    for finding in &report.findings {
        writeln!(out, "  {}", sanitize::line(&format!("{} {}", finding.place, finding.problem)))?;
    }
    let mut remedies: Vec<&str> = report.findings.iter().map(|finding| &*finding.remedy).collect();
    remedies.sort_unstable();
    remedies.dedup();
    for remedy in remedies {
        writeln!(out, "remedy: {}", sanitize::line(remedy))?;
    }
    for remark in &report.remarks {
        writeln!(out, "note: {}", sanitize::line(&remark.to_string()))?;
    }
    let Report { files, bytes, segments, documents, analysed, .. } = report;
    writeln!(
        out,
        "read {files} files of {bytes} bytes; {segments} segments, {documents} documents, {analysed} of them looked up \
         by their own words"
    )
}
