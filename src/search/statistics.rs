//! How frequent terms are, over all the indexes that are searched together.

use std::cell::RefCell;
use std::collections::HashMap;

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::living;

/// The numbers that BM25 ranks by. Several indexes count as one, so that their scores can be compared; words that stand for
/// one word of the query (its forms in several languages, what a pattern stands for) count as one word, so that the rarest
/// of them is not taken for the best.
pub(crate) struct Statistics<'s> {
    pub(crate) shelves: &'s [Searcher],
    /// Terms that count as more frequent than they are.
    pub(crate) together: HashMap<Term, u64>,
    /// The length taken for the usual one, as a share of the mean.
    pub(crate) usual_length: f32,
    /// What was counted already: a query asks for the same words and fields again and again.
    counted: RefCell<Counted>,
}

#[derive(Default)]
struct Counted {
    with: HashMap<Term, u64>,
    tokens: HashMap<Field, u64>,
}

impl<'s> Statistics<'s> {
    pub(crate) fn new(shelves: &'s [Searcher], together: HashMap<Term, u64>, usual_length: f32) -> Statistics<'s> {
        Statistics { shelves, together, usual_length, counted: RefCell::default() }
    }

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
        let known = self.counted.borrow().tokens.get(&field).copied();
        let tokens = known.map_or_else(|| self.sum(|shelf| living::tokens(shelf, field)), Ok)?;
        self.counted.borrow_mut().tokens.insert(field, tokens);
        Ok((tokens as f64 * f64::from(self.usual_length)) as u64)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.sum(|shelf| Ok(shelf.num_docs()))
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        if let Some(with) = self.together.get(term) {
            return Ok((*with).min(self.total_num_docs()?));
        }
        let known = self.counted.borrow().with.get(term).copied();
        let with = known.map_or_else(|| self.sum(|shelf| living::with_term(shelf, term)), Ok)?;
        self.counted.borrow_mut().with.insert(term.clone(), with);
        Ok(with)
    }
}
