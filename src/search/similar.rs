//! Articles about what an article is about.

use std::collections::{BTreeMap, HashMap};

use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, TantivyDocument, Term};

use super::plan::Wanted;
use super::query::Query;
use super::request::Request;
use super::statistics::Statistics;
use super::view::View;
use crate::hit::Hits;
use crate::index::IndexError;
use crate::index::analysis::{self, Lang};
use crate::index::schema::LIKENESS;

/// An article is told by so many of its words. Lucene's MoreLikeThis takes 25 as well.
const WORDS: usize = 25;

/// What a word of the title counts for, in words of the text.
const TITLE: f32 = 3.0;

impl View<'_> {
    pub(super) fn similar(&self, id: &str, request: &Request) -> Result<Option<Hits>, IndexError> {
        let Some((shelf, address)) = self.find(id)? else { return Ok(None) };
        let document: TantivyDocument = self.searchers[shelf].doc(address)?;
        let words = self.telling_words(&document)?;
        let mut plan = self.plan(&Query::default(), request)?;
        let mut parts: Vec<(Occur, Box<dyn EngineQuery>)> =
            vec![(Occur::MustNot, self.itself(shelf, address, &document)?)];
        parts.push((Occur::Must, Box::new(ConstScoreQuery::new(plan.query, 0.0))));
        let mut any: Vec<Box<dyn EngineQuery>> = Vec::new();
        for (word, weight) in &words {
            let term = TermQuery::new(Term::from_field_text(self.fields.text, word), IndexRecordOption::WithFreqs);
            let query: Box<dyn EngineQuery> = Box::new(BoostQuery::new(Box::new(term), *weight));
            plan.summands.push((format!("{word}, in the text"), query.box_clone()));
            any.push(query);
        }
        parts.push((Occur::Must, Box::new(BooleanQuery::union(any))));
        plan.query = Box::new(BooleanQuery::new(parts));
        plan.wanted = Wanted { words: words.into_iter().map(|(word, _)| word).collect(), phrases: Vec::new() };
        Ok(Some(self.answer(&plan, request)?))
    }

    /// The words that tell an article from others: frequent in it and rare elsewhere, each with its weight up to 1.
    fn telling_words(&self, document: &TantivyDocument) -> Result<Vec<(String, f32)>, IndexError> {
        let lang = Lang::of(self.text(document, self.fields.lang).as_deref());
        let mut counts: BTreeMap<String, f32> = BTreeMap::new();
        for (field, weight) in [(self.fields.title, TITLE), (self.fields.body, 1.0)] {
            for token in analysis::tokens(lang, &self.text(document, field).unwrap_or_default()) {
                *counts.entry(token.text).or_default() += weight;
            }
        }
        let statistics = Statistics { shelves: &self.searchers, together: HashMap::new(), usual_length: 1.0 };
        let weigh = |(word, count): (String, f32)| {
            let rarity = statistics.rarity(&Term::from_field_text(self.fields.text, &word));
            // A word counts for less the more often it has been said already, as in BM25.
            (word, rarity * count / (count + 1.2))
        };
        let mut words: Vec<(String, f32)> = counts.into_iter().map(weigh).collect();
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words.truncate(WORDS);
        let most = words.first().map_or(1.0, |(_, weight)| *weight);
        words.iter_mut().for_each(|(_, weight)| *weight /= most);
        Ok(words)
    }

    /// The article and all with the same fingerprint.
    fn itself(
        &self,
        shelf: usize,
        address: DocAddress,
        document: &TantivyDocument,
    ) -> Result<Box<dyn EngineQuery>, IndexError> {
        let segment = self.searchers[shelf].segment_reader(address.segment_ord);
        let id = self.text(document, self.fields.id).unwrap_or_default();
        let own: Box<dyn EngineQuery> =
            Box::new(TermQuery::new(Term::from_field_text(self.fields.id, &id), IndexRecordOption::Basic));
        let Some(likeness) = segment.fast_fields().u64(LIKENESS)?.first(address.doc_id) else { return Ok(own) };
        let bound = || std::ops::Bound::Included(Term::from_field_u64(self.fields.likeness, likeness));
        let copies: Box<dyn EngineQuery> = Box::new(tantivy::query::RangeQuery::new(bound(), bound()));
        Ok(Box::new(BooleanQuery::union(vec![own, copies])))
    }

    /// The article of an identity, a path or an address.
    pub(super) fn find(&self, id: &str) -> Result<Option<(usize, DocAddress)>, IndexError> {
        for field in [self.fields.id, self.fields.path, self.fields.url] {
            let query = TermQuery::new(Term::from_field_text(field, id), IndexRecordOption::Basic);
            for (shelf, searcher) in self.searchers.iter().enumerate() {
                let first = searcher.search(&query, &tantivy::collector::TopDocs::with_limit(1).order_by_score())?;
                if let Some((_, address)) = first.first() {
                    return Ok(Some((shelf, *address)));
                }
            }
        }
        Ok(None)
    }
}
