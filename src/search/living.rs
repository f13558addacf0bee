//! Counts over the articles that an index holds.
//!
//! tantivy's own counts go on with what was taken out until its segment is merged, and the lengths that a merge writes down
//! are estimates. Ranked by those, an index would answer by the runs that led to it; by these, it answers by what it holds.

use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, Searcher, SegmentReader, Term};

/// How many articles of an index have a term.
pub(crate) fn with_term(shelf: &Searcher, term: &Term) -> tantivy::Result<u64> {
    let mut all = 0;
    for segment in shelf.segment_readers() {
        let inverted = segment.inverted_index(term.field())?;
        if let Some(info) = inverted.get_term_info(term)? {
            all += with_info(segment, &inverted, &info)?;
        }
    }
    Ok(all)
}

/// How many articles of a segment have the term of an entry of its dictionary.
pub(crate) fn with_info(
    segment: &SegmentReader,
    inverted: &InvertedIndexReader,
    info: &TermInfo,
) -> tantivy::Result<u64> {
    let Some(alive) = segment.alive_bitset() else { return Ok(u64::from(info.doc_freq)) };
    let postings = inverted.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
    Ok(u64::from(postings.doc_freq_given_deletes(alive)))
}

/// The lengths of a field in all articles of an index, each as exactly as ranking knows it.
pub(crate) fn tokens(shelf: &Searcher, field: Field) -> tantivy::Result<u64> {
    let mut all = 0;
    for segment in shelf.segment_readers() {
        all += match segment.fieldnorms_readers().get_field(field)? {
            Some(lengths) => segment.doc_ids_alive().map(|doc| u64::from(lengths.fieldnorm(doc))).sum::<u64>(),
            // Where no lengths are kept, ranking takes each for one.
            None => u64::from(segment.num_docs()),
        };
    }
    Ok(all)
}
