//! What an index holds: articles by kind and language, and of each fact how many have it, from which source.

use std::collections::BTreeMap;

use tantivy::columnar::StrColumn;
use tantivy::{DocId, Searcher, SegmentReader, TantivyError};

use crate::index::IndexError;
use crate::index::schema::{KIND, LANG, PATH, SOURCES};
use crate::stats::{FACTS, FactStats, Stats};

pub(super) fn stats(shelves: &[Searcher]) -> Result<Stats, IndexError> {
    let mut stats = Stats::default();
    let none = FACTS.iter().map(|fact| ((*fact).to_owned(), FactStats::default()));
    stats.facts.extend(none);
    for segment in shelves.iter().flat_map(|shelf| shelf.segment_readers()) {
        stats.articles += segment.num_docs() as usize;
        count(segment, KIND, |kind, n| *stats.kinds.entry(kind.to_owned()).or_default() += n)?;
        count(segment, LANG, |lang, n| *stats.languages.entry(lang.to_owned()).or_default() += n)?;
        count(segment, SOURCES, |named, n| {
            let (fact, source) = named.split_once(' ').unwrap_or((named, ""));
            let fact = stats.facts.entry(fact.to_owned()).or_default();
            fact.have += n;
            *fact.sources.entry(source.to_owned()).or_default() += n;
        })?;
    }
    Ok(stats)
}

pub(super) fn lacking(shelves: &[Searcher], fact: &str) -> Result<Vec<String>, IndexError> {
    let mut paths = Vec::new();
    for segment in shelves.iter().flat_map(|shelf| shelf.segment_readers()) {
        let fast = segment.fast_fields();
        let (sources, path) = (fast.str(SOURCES)?, fast.str(PATH)?);
        for doc in segment.doc_ids_alive() {
            let has = labels(sources.as_ref(), doc)?.iter().any(|s| s.split(' ').next() == Some(fact));
            if !has {
                paths.extend(labels(path.as_ref(), doc)?);
            }
        }
    }
    paths.sort();
    Ok(paths)
}

/// Calls `add` with each value of a field and the number of living articles that have it.
fn count(segment: &SegmentReader, field: &str, mut add: impl FnMut(&str, usize)) -> Result<(), IndexError> {
    let Some(column) = segment.fast_fields().str(field)? else { return Ok(()) };
    let mut by_ord: BTreeMap<u64, usize> = BTreeMap::new();
    for doc in segment.doc_ids_alive() {
        column.ords().values_for_doc(doc).for_each(|ord| *by_ord.entry(ord).or_default() += 1);
    }
    for (ord, n) in by_ord {
        add(&label(&column, ord)?, n);
    }
    Ok(())
}

/// The values of a column that a document has.
pub(super) fn labels(column: Option<&StrColumn>, doc: DocId) -> Result<Vec<String>, IndexError> {
    let Some(column) = column else { return Ok(Vec::new()) };
    column.ords().values_for_doc(doc).map(|ord| label(column, ord)).collect()
}

fn label(column: &StrColumn, ord: u64) -> Result<String, IndexError> {
    let mut label = String::new();
    column.ord_to_str(ord, &mut label).map_err(TantivyError::from)?;
    Ok(label)
}
