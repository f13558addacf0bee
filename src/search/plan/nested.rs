//! Sections within each other: `World > Asia` is Asia within World, and not World within Asia.

use tantivy::columnar::StrColumn;
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

use super::engine::Boxed;
use crate::index::schema::{SECTION, SOURCES};

/// From where sections come that lie within each other, the narrowest first. A page that names its sections elsewhere lists
/// them in an order of its own.
const NESTED: &[&str] = &["sections breadcrumb", "sections url"];

/// Articles that are in all sections of a path, without those whose pages say that the sections lie the other way round.
#[derive(Debug)]
pub(super) struct Nested {
    /// Finds the articles that are in all of them.
    pub(super) all: Boxed,
    /// The sections, folded, the widest first.
    pub(super) path: Vec<String>,
}

impl Clone for Nested {
    fn clone(&self) -> Nested {
        Nested { all: self.all.box_clone(), path: self.path.clone() }
    }
}

impl Query for Nested {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(NestedWeight { all: self.all.weight(scoring)?, path: self.path.clone() }))
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.all.query_terms(visitor);
    }
}

struct NestedWeight {
    all: Box<dyn Weight>,
    path: Vec<String>,
}

impl Weight for NestedWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let all = self.all.scorer(segment, boost)?;
        let fast = segment.fast_fields();
        let (Some(sections), Some(sources)) = (fast.str(SECTION)?, fast.str(SOURCES)?) else { return Ok(all) };
        // A section that no article of the segment is in leaves nothing to look at.
        let (path, nested) = (ords(&sections, &self.path)?, ords(&sources, NESTED)?);
        let mut scorer = NestedScorer { all, sections, path, sources, nested };
        scorer.settle();
        Ok(Box::new(scorer))
    }

    fn explain(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(segment, 1.0)?;
        if scorer.doc() > doc || scorer.seek(doc) != doc {
            return Err(TantivyError::InvalidArgument(format!("document #({doc}) does not match")));
        }
        self.all.explain(segment, doc)
    }
}

/// The numbers that labels have in a column, as far as it has them.
fn ords(column: &StrColumn, labels: &[impl AsRef<str>]) -> tantivy::Result<Vec<u64>> {
    let ords = labels.iter().filter_map(|label| column.dictionary().term_ord(label.as_ref()).transpose());
    Ok(ords.collect::<Result<_, _>>()?)
}

struct NestedScorer {
    all: Box<dyn Scorer>,
    sections: StrColumn,
    path: Vec<u64>,
    sources: StrColumn,
    nested: Vec<u64>,
}

impl NestedScorer {
    /// Goes on to the next article that fits, unless this one does.
    fn settle(&mut self) -> DocId {
        while self.doc() != TERMINATED && !self.fits() {
            self.all.advance();
        }
        self.doc()
    }

    fn fits(&self) -> bool {
        let doc = self.doc();
        let is_nested = self.sources.term_ords(doc).any(|source| self.nested.contains(&source));
        let place = |section: &u64| self.sections.term_ords(doc).position(|other| other == *section);
        !is_nested || self.path.iter().map(place).is_sorted_by(|wide, narrow| wide > narrow)
    }
}

impl DocSet for NestedScorer {
    fn advance(&mut self) -> DocId {
        if self.doc() != TERMINATED {
            self.all.advance();
        }
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc() < target {
            self.all.seek(target);
        }
        self.settle()
    }

    fn doc(&self) -> DocId {
        self.all.doc()
    }

    fn size_hint(&self) -> u32 {
        self.all.size_hint()
    }
}

impl Scorer for NestedScorer {
    fn score(&mut self) -> Score {
        self.all.score()
    }
}
