//! Two words near each other, counted alike whichever of them is the rarer one.
//!
//! tantivy's loose phrase goes from the positions of the rarer word to those of the other, and counts otherwise the other way
//! round. Which is the rarer differs from segment to segment, and so would the scores of one and the same article, by the
//! runs that made the index.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{Bm25Weight, EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

/// A phrase of two words that may stand further apart, and in any order.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) terms: [Term; 2],
    /// How far the second stands behind the first in the phrase itself.
    pub(super) apart: u32,
    /// How many places they may be off.
    pub(super) slop: u32,
}

impl Query for Pair {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let bm25 = match scoring {
            EnableScoring::Enabled { statistics_provider, .. } => {
                Some(Bm25Weight::for_terms(statistics_provider, &self.terms)?)
            }
            EnableScoring::Disabled { .. } => None,
        };
        Ok(Box::new(PairWeight { pair: self.clone(), bm25 }))
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.terms.iter().for_each(|term| visitor(term, true));
    }
}

struct PairWeight {
    pair: Pair,
    /// Nothing where nothing is ranked.
    bm25: Option<Bm25Weight>,
}

impl PairWeight {
    fn pairs(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Option<PairScorer>> {
        let field = self.pair.terms[0].field();
        let inverted = segment.inverted_index(field)?;
        let postings = |term| inverted.read_postings(term, IndexRecordOption::WithFreqsAndPositions);
        let (Some(first), Some(second)) = (postings(&self.pair.terms[0])?, postings(&self.pair.terms[1])?) else {
            return Ok(None);
        };
        let lengths = segment.fieldnorms_readers().get_field(field)?;
        let mut pairs = PairScorer {
            first,
            second,
            positions: Default::default(),
            lengths: lengths.unwrap_or_else(|| FieldNormReader::constant(segment.max_doc(), 1)),
            bm25: self.bm25.as_ref().map(|bm25| bm25.boost_by(boost)),
            apart: self.pair.apart,
            slop: self.pair.slop,
            count: 0,
        };
        pairs.settle();
        Ok(Some(pairs))
    }
}

impl Weight for PairWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(match self.pairs(segment, boost)? {
            Some(pairs) => Box::new(pairs),
            None => Box::new(EmptyScorer),
        })
    }

    fn explain(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let pairs = self.pairs(segment, 1.0)?.filter(|pairs| pairs.doc() <= doc);
        let at = pairs.map(|mut pairs| (pairs.seek(doc), pairs)).filter(|(at, _)| *at == doc);
        let missing = || TantivyError::InvalidArgument(format!("document #({doc}) does not match"));
        let (_, pairs) = at.ok_or_else(missing)?;
        let bm25 = self.bm25.as_ref().ok_or_else(missing)?;
        Ok(bm25.explain(pairs.lengths.fieldnorm_id(doc), pairs.count))
    }
}

struct PairScorer {
    first: SegmentPostings,
    second: SegmentPostings,
    /// Where the words stand in the article at hand.
    positions: [Vec<u32>; 2],
    lengths: FieldNormReader,
    bm25: Option<Bm25Weight>,
    apart: u32,
    slop: u32,
    /// How many pairs there are in the article at hand.
    count: u32,
}

impl PairScorer {
    /// Goes on to the next article with a pair, unless this is one.
    fn settle(&mut self) -> DocId {
        loop {
            let (first, second) = (self.first.doc(), self.second.doc());
            if first == TERMINATED || second == TERMINATED {
                return TERMINATED;
            }
            match first.cmp(&second) {
                std::cmp::Ordering::Less => self.first.seek(second),
                std::cmp::Ordering::Greater => self.second.seek(first),
                std::cmp::Ordering::Equal if self.found() => return first,
                std::cmp::Ordering::Equal => self.first.advance(),
            };
        }
    }

    fn found(&mut self) -> bool {
        let [first, second] = &mut self.positions;
        self.first.positions_with_offset(self.apart, first);
        self.second.positions_with_offset(0, second);
        self.count = pairs(first, second, self.slop);
        self.count > 0
    }
}

/// How many pairs two words make, going through their places in order: each with the nearest place of the other, and each place
/// in one pair at most. The number is the same from either side.
fn pairs(first: &[u32], second: &[u32], slop: u32) -> u32 {
    let (mut one, mut other, mut count) = (0, 0, 0);
    while let (Some(&a), Some(&b)) = (first.get(one), second.get(other)) {
        let near = a.abs_diff(b) <= slop;
        if near {
            count += 1;
            one = last_up_to(b, first, one);
            other = last_up_to(a, second, other);
        }
        one += usize::from(near || a < b);
        other += usize::from(near || a >= b);
    }
    count
}

/// The last of the places from one on that is not behind another.
fn last_up_to(place: u32, places: &[u32], from: usize) -> usize {
    from + places.iter().skip(from + 1).take_while(|next| **next <= place).count()
}

impl DocSet for PairScorer {
    fn advance(&mut self) -> DocId {
        if self.doc() != TERMINATED {
            self.first.advance();
        }
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc() >= target {
            return self.doc();
        }
        self.first.seek(target);
        self.settle()
    }

    /// Both stand at the same article, or one of them is through.
    fn doc(&self) -> DocId {
        self.first.doc().max(self.second.doc())
    }

    fn size_hint(&self) -> u32 {
        self.first.size_hint().min(self.second.size_hint()) / 2
    }
}

impl Scorer for PairScorer {
    fn score(&mut self) -> Score {
        let length = self.lengths.fieldnorm_id(self.doc());
        self.bm25.as_ref().map_or(1.0, |bm25| bm25.score(length, self.count))
    }
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn pairs_are_counted_alike_from_either_side() {
        for (first, second, slop, count) in [
            (&[1, 2, 20][..], &[3, 4][..], 5, 1),
            (&[1, 4], &[2, 5], 5, 2),
            (&[5], &[1, 4, 9], 1, 1),
            (&[5], &[7, 9], 1, 0),
            (&[], &[1], 9, 0),
            (&[1, 8, 30], &[9, 29, 31], 2, 2),
            (&[3, 3], &[3], 0, 1),
        ] {
            assert_eq!(pairs(first, second, slop), count, "{first:?} {second:?}");
            assert_eq!(pairs(second, first, slop), count, "{second:?} {first:?}");
        }
    }
}
