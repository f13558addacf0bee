//! The files that say what the others have to be: `pressmark.json`, the seal, the list of segments.

use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;
use tantivy::schema::Schema;

use super::report::{Finding, Problem, Remark, Report};
use crate::index::commit::{Commit, META};
use crate::index::error::IndexError;
use crate::index::meta::{self, Meta};
use crate::index::seal::{Found, Print, SEAL, Seal};

/// What these files say, as far as it can be believed.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// What wrote the index.
    pub(super) writer: Option<Meta>,
    pub(super) seal: Option<Seal>,
    /// The last commit; nothing where the list of segments is not what was written.
    pub(super) commit: Option<Commit>,
    /// The list of segments as it was found, believed or not.
    pub(super) listed: Option<Commit>,
    /// The fields that it says the documents have.
    pub(super) schema: Option<Schema>,
}

/// What is read of the list of segments in the engine's own terms.
#[derive(Deserialize)]
struct Listed {
    schema: Schema,
}

impl Head {
    /// Whether this program can read the documents.
    pub(super) fn is_usable(&self) -> bool {
        let current = Meta::current();
        let same = |writer: &Meta| writer.schema == current.schema && writer.analysis == current.analysis;
        self.commit.is_some() && self.writer.as_ref().is_some_and(same)
    }
}

/// Reads and judges them.
pub(super) fn read(dir: &Path, report: &mut Report) -> Result<Head, IndexError> {
    let bytes = match std::fs::read(dir.join(meta::FILE)) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => None,
        other => Some(other),
    };
    let found = match Seal::find(dir) {
        Err(error) if error.kind() == ErrorKind::NotADirectory => Ok(Found::Nothing),
        other => other,
    };
    if bytes.is_none() && matches!(found, Ok(Found::Nothing)) {
        // Neither of our files: there is none, or it is another program's.
        meta::look(dir)?;
        return Err(IndexError::NotFound { dir: dir.to_owned() });
    }
    let found = found.unwrap_or_else(|error| {
        report.findings.push(unreadable(SEAL, &error));
        Found::Damaged
    });
    let mut head = Head::default();
    let written = match bytes {
        None => Err(Problem::Missing),
        Some(Err(error)) => Err(Problem::Unreadable { reason: error.to_string() }),
        Some(Ok(bytes)) => {
            count(report, &bytes);
            Meta::parse_exactly(&bytes).ok_or(Problem::Content)
        }
    };
    seal(found, &written, &mut head, report);
    writer(written, &mut head, report);
    commit(dir, &mut head, report)?;
    Ok(head)
}

fn count(report: &mut Report, bytes: &[u8]) {
    report.files += 1;
    report.bytes += bytes.len() as u64;
}

fn unreadable(file: &str, error: &std::io::Error) -> Finding {
    Problem::Unreadable { reason: error.to_string() }.at(file)
}

/// Takes the seal. Where there is none, `pressmark.json` says whether there has to be one.
fn seal(found: Found, written: &Result<Meta, Problem>, head: &mut Head, report: &mut Report) {
    match found {
        Found::Seal(seal) => {
            if seal.foreign {
                report.findings.push(Problem::Foreign.at(META));
            }
            report.files += 1;
            head.seal = Some(*seal);
        }
        Found::Damaged => report.findings.push(Problem::Content.at(SEAL)),
        Found::Nothing => match written {
            Ok(Meta { sealed: false, .. }) => report.remarks.push(Remark::Unsealed),
            _ => report.findings.push(Problem::Missing.at(SEAL)),
        },
    }
}

/// Compares what `pressmark.json` says with the seal, and with this program.
fn writer(written: Result<Meta, Problem>, head: &mut Head, report: &mut Report) {
    let sealed = head.seal.as_ref().map(|seal| &seal.writer);
    let same = |a: &Meta, b: &Meta| (a.schema, &a.analysis, &a.pressmark) == (b.schema, &b.analysis, &b.pressmark);
    match written {
        Err(problem) => report.findings.push(problem.at(meta::FILE)),
        Ok(writer) if sealed.is_some_and(|sealed| !same(sealed, &writer)) => {
            report.findings.push(Problem::Content.at(meta::FILE));
        }
        Ok(writer) => head.writer = Some(writer),
    }
    let current = Meta::current();
    let Some(writer) = head.writer.as_ref().or(sealed) else { return };
    if writer.schema != current.schema {
        let (found, expected, writer) = (writer.schema, current.schema, writer.pressmark.clone());
        report.findings.push(Problem::Schema { found, expected, writer }.at("the index"));
    } else if writer.analysis != current.analysis {
        let (found, expected) = (writer.analysis.clone(), current.analysis);
        report.findings.push(Problem::Analysis { found, expected }.at("the index"));
    }
}

/// Takes the list of segments if it is the one sealed, or the one before it.
fn commit(dir: &Path, head: &mut Head, report: &mut Report) -> Result<(), IndexError> {
    let bytes = match std::fs::read(dir.join(META)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // A run killed before its first commit leaves a head without anything below it.
            if head.writer.as_ref().is_some_and(|writer| !writer.sealed) && report.findings.is_empty() {
                return Err(IndexError::NotFound { dir: dir.to_owned() });
            }
            report.findings.push(Problem::Missing.at(META));
            return Ok(());
        }
        Err(error) => {
            report.findings.push(unreadable(META, &error));
            return Ok(());
        }
    };
    count(report, &bytes);
    let (print, parsed) = (Print::of(&bytes), Commit::parse(&bytes));
    let problem = match (&head.seal, &parsed) {
        (Some(seal), _) if seal.commit.meta == print => None,
        (Some(seal), _) if seal.before.as_ref().is_some_and(|before| before.meta == print) => {
            report.remarks.push(Remark::Interrupted);
            None
        }
        (Some(seal), _) if seal.commit.meta.bytes != print.bytes => {
            Some(Problem::Length { found: print.bytes, expected: seal.commit.meta.bytes })
        }
        (Some(_), _) => Some(Problem::Content),
        (None, Err(error)) => Some(Problem::Unreadable { reason: error.to_string() }),
        (None, Ok(_)) => None,
    };
    let parsed = parsed.ok();
    head.schema = serde_json::from_slice(&bytes).ok().map(|Listed { schema }| schema);
    match problem {
        Some(problem) => report.findings.push(problem.at(META)),
        None if parsed.as_ref().is_some_and(|commit| commit.opstamp == 0) => {
            return Err(IndexError::NotFound { dir: dir.to_owned() });
        }
        None => head.commit = parsed.clone(),
    }
    head.listed = parsed;
    report.segments = head.listed.as_ref().map_or(0, |commit| commit.segments.len());
    Ok(())
}
