//! The documents: counted, each with a name of its own, and a sample of them found by the words of their own text.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocId, DocSet, SegmentMeta, SegmentReader, TantivyDocument, Term};

use super::report::{CheckOptions, Finding, Problem};
use super::{Inspection, Remark};
use crate::guard;
use crate::index::analysis::{Lang, Token, surfaces, tokens};
use crate::index::error::IndexError;
use crate::index::keys::Key;
use crate::index::schema::{Fields, schema};
use crate::index::state;

/// Blocks of the store of documents that are kept unpacked.
const BLOCKS: usize = 8;

/// Checks the documents of the segments whose files are as they were written; the others are damaged anyway.
pub(super) fn check(dir: &Path, inspection: &mut Inspection, options: &CheckOptions) {
    let damaged: BTreeSet<String> = inspection.damaged_segments().into_iter().map(str::to_owned).collect();
    let metas = guard::index(|| Ok::<_, IndexError>(super::super::open(dir)?.searchable_segment_metas()?));
    let metas = match metas {
        Some(Ok(metas)) => metas,
        Some(Err(error)) => return inspection.report.findings.push(unreadable(&error)),
        None => return inspection.report.findings.push(unreadable(&"the engine failed")),
    };
    let sound = metas.iter().filter(|meta| !damaged.contains(&meta.id().uuid_string()));
    let sound: Vec<&SegmentMeta> = sound.collect();
    let total: u64 = sound.iter().map(|meta| u64::from(meta.num_docs())).sum();
    let mut sample = Sample { step: step(total, options.sample), ..Sample::default() };
    for meta in sound {
        let name = meta.id().uuid_string();
        let before = sample.counted;
        let result = guard::index(|| segment(dir, meta, &mut sample));
        match result {
            Some(Ok(())) => {}
            Some(Err(error)) => sample.findings.push(unreadable_at(&name, &error)),
            None => sample.findings.push(unreadable_at(&name, &"the engine failed")),
        }
        let (found, expected) = (sample.counted - before, u64::from(meta.num_docs()));
        if found != expected {
            sample.findings.push(Problem::Count { found, expected }.at(format!("segment {name}")));
        }
    }
    let report = &mut inspection.report;
    report.documents = sample.counted;
    report.analysed = sample.analysed;
    report.findings.append(&mut sample.findings);
    let interrupted = report.remarks.contains(&Remark::Interrupted);
    let sealed = inspection.head.seal.as_ref();
    let sealed = sealed.and_then(|seal| if interrupted { seal.before.as_ref() } else { Some(&seal.commit) });
    if let Some(expected) = sealed.map(|sealed| sealed.documents).filter(|n| damaged.is_empty() && *n != total) {
        report.findings.push(Problem::Count { found: total, expected }.at("the index"));
    }
}

fn unreadable(error: &dyn std::fmt::Display) -> Finding {
    Problem::Unreadable { reason: error.to_string() }.at("the index")
}

fn unreadable_at(segment: &str, error: &dyn std::fmt::Display) -> Finding {
    Problem::Unreadable { reason: error.to_string() }.at(format!("segment {segment}"))
}

/// Every which document is analysed, so that no more are than asked for.
fn step(documents: u64, sample: usize) -> Option<u64> {
    (sample > 0).then(|| documents.div_ceil(sample as u64).max(1))
}

/// What the documents so far have shown.
#[derive(Default)]
struct Sample {
    /// Nothing where none is to be analysed.
    step: Option<u64>,
    counted: u64,
    analysed: usize,
    keys: HashSet<Key>,
    ids: HashSet<Box<str>>,
    findings: Vec<Finding>,
}

fn segment(dir: &Path, meta: &SegmentMeta, sample: &mut Sample) -> Result<(), IndexError> {
    let index = super::super::open(dir)?;
    let reader = SegmentReader::open(&index.segment(meta.clone()))?;
    let store = reader.get_store_reader(BLOCKS).map_err(tantivy::TantivyError::from)?;
    let (fields, place) = (schema().1, format!("segment {}", meta.id().uuid_string()));
    for (doc, page) in reader.doc_ids_alive().zip(state::pages(&reader)?) {
        let number = sample.counted;
        sample.counted += 1;
        let Some((key, known)) = page else {
            sample.findings.push(Problem::Nameless.at(&*place));
            continue;
        };
        // Of both, so that neither is passed over where the other is there twice.
        let new = (sample.keys.insert(key), sample.ids.insert(known.id.clone()));
        if new != (true, true) {
            sample.findings.push(Problem::Twice.at(&*known.path));
        }
        if sample.step.is_some_and(|step| number.is_multiple_of(step)) {
            let document: TantivyDocument = store.get(doc)?;
            if text(&document, fields.id) != &*known.id || text(&document, fields.path) != &*known.path {
                sample.findings.push(Problem::Content.at(&*known.path));
            }
            sample.findings.extend(words(&reader, &fields, doc, &document)?.map(|problem| problem.at(&*known.path)));
            sample.analysed += 1;
        }
    }
    Ok(())
}

fn text(document: &TantivyDocument, field: Field) -> &str {
    document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default()
}

/// Analyses a stored text again, and looks up each of its words in the index: it has to be found in this very document, at
/// these very places.
fn words(
    reader: &SegmentReader,
    fields: &Fields,
    doc: DocId,
    document: &TantivyDocument,
) -> Result<Option<Problem>, IndexError> {
    let (title, body) = (text(document, fields.title), text(document, fields.body));
    let lang = Lang::of(Some(text(document, fields.lang)).filter(|lang| !lang.is_empty()));
    for (field, tokens) in [
        (fields.text, tokens(lang, &format!("{title}\n{body}"))),
        (fields.title_text, tokens(lang, title)),
        (fields.body, surfaces(body)),
        (fields.title, surfaces(title)),
    ] {
        if let Some(word) = not_found(reader, field, doc, tokens)? {
            let field = schema().0.get_field_name(field).to_owned();
            return Ok(Some(Problem::Words { field, word }));
        }
    }
    Ok(None)
}

fn not_found(
    reader: &SegmentReader,
    field: Field,
    doc: DocId,
    tokens: Vec<Token>,
) -> Result<Option<String>, IndexError> {
    let engine = |error: std::io::Error| IndexError::from(tantivy::TantivyError::from(error));
    let mut places: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for token in tokens {
        places.entry(token.text).or_default().push(u32::try_from(token.position).unwrap_or(u32::MAX));
    }
    let index = reader.inverted_index(field)?;
    let mut positions = Vec::new();
    for (word, places) in places {
        let term = Term::from_field_text(field, &word);
        let postings = index.read_postings(&term, IndexRecordOption::WithFreqsAndPositions).map_err(engine)?;
        let Some(mut postings) = postings else { return Ok(Some(word)) };
        let there = if postings.doc() < doc { postings.seek(doc) } else { postings.doc() };
        positions.clear();
        if there == doc {
            postings.positions(&mut positions);
        }
        if positions != places {
            return Ok(Some(word));
        }
    }
    Ok(None)
}
