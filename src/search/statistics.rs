//! How frequent terms are, over all the indexes that are searched together.

use std::collections::HashMap;

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// The numbers that BM25 ranks by. Several indexes count as one, so that their scores can be compared; words that stand for
/// one word of the query (its forms in several languages, what a pattern stands for) count as one word, so that the rarest
/// of them is not taken for the best.
pub(crate) struct Statistics<'s> {
    pub(crate) shelves: &'s [Searcher],
    /// Terms that count as more frequent than they are.
    pub(crate) together: HashMap<Term, u64>,
    /// The length taken for the usual one, as a share of the mean.
    pub(crate) usual_length: f32,
}

impl Statistics<'_> {
    fn sum(&self, of: impl Fn(&Searcher) -> tantivy::Result<u64>) -> tantivy::Result<u64> {
        self.shelves.iter().map(of).sum()
    }

    /// The BM25 weight of a term: how much rarer than common it is.
    pub(crate) fn rarity(&self, term: &Term) -> f32 {
        let with = self.doc_freq(term).unwrap_or(0) as f32;
        let all = self.total_num_docs().unwrap_or(0) as f32;
        (1.0 + (all - with.min(all) + 0.5) / (with + 0.5)).ln()
    }
}

impl Bm25StatisticsProvider for Statistics<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let tokens = self.sum(|shelf| shelf.total_num_tokens(field))?;
        Ok((tokens as f64 * f64::from(self.usual_length)) as u64)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.sum(Bm25StatisticsProvider::total_num_docs)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        match self.together.get(term) {
            Some(with) => Ok((*with).min(self.total_num_docs()?)),
            None => self.sum(|shelf| shelf.doc_freq(term)),
        }
    }
}
