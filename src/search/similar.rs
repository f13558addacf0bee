//! Articles about what an article is about.

use std::collections::{BTreeMap, HashMap};

use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, TantivyDocument, Term};

use super::plan::{Wanted, at_address};
use super::query::Query;
use super::rank;
use super::request::Request;
use super::statistics::Statistics;
use super::view::View;
use crate::hit::Hits;
use crate::index::IndexError;
use crate::index::analysis::{self, Lang};

/// An article is told by so many of its words. Lucene's MoreLikeThis takes 25 as well.
const WORDS: usize = 25;

/// What a word of the title counts for, in words of the text.
const TITLE: f32 = 3.0;

/// A word that tells an article from others: its term, how the article has it, and its weight up to 1.
struct Telling {
    term: String,
    shown: String,
    weight: f32,
}

impl View<'_> {
    pub(super) fn similar(&self, id: &str, request: &Request) -> Result<Option<Hits>, IndexError> {
        let Some((shelf, address)) = self.find(id)? else { return Ok(None) };
        let document: TantivyDocument = self.searchers[shelf].doc(address)?;
        let words = self.telling_words(&document)?;
        let mut plan = self.plan(&Query::default(), request)?;
        let mut parts: Vec<(Occur, Box<dyn EngineQuery>)> = vec![(Occur::MustNot, self.itself(&document))];
        parts.push((Occur::Must, Box::new(ConstScoreQuery::new(plan.query, 0.0))));
        let mut any: Vec<Box<dyn EngineQuery>> = Vec::new();
        for Telling { term, shown, weight } in &words {
            let term = TermQuery::new(Term::from_field_text(self.fields.text, term), IndexRecordOption::WithFreqs);
            let query: Box<dyn EngineQuery> = Box::new(BoostQuery::new(Box::new(term), *weight));
            plan.summands.push((format!("{shown}, in the text"), query.box_clone()));
            any.push(query);
        }
        parts.push((Occur::Must, Box::new(BooleanQuery::union(any))));
        plan.query = Box::new(BooleanQuery::new(parts));
        plan.wanted = Wanted { words: words.into_iter().map(|word| word.term).collect(), phrases: Vec::new() };
        let unlike = rank::likeness(&self.searchers[shelf], address)?;
        Ok(Some(self.answer(&plan, request, unlike)?))
    }

    /// The words that tell an article from others: frequent in it and rare elsewhere, each with its weight up to 1.
    fn telling_words(&self, document: &TantivyDocument) -> Result<Vec<Telling>, IndexError> {
        let lang = Lang::of(self.text(document, self.fields.lang).as_deref());
        let mut counts: BTreeMap<String, (f32, String)> = BTreeMap::new();
        for (field, weight) in [(self.fields.title, TITLE), (self.fields.body, 1.0)] {
            let text = self.text(document, field).unwrap_or_default();
            for token in analysis::tokens(lang, &text) {
                let shown = || text.get(token.range.clone()).unwrap_or_default().to_lowercase();
                counts.entry(token.text).or_insert_with(|| (0.0, shown())).0 += weight;
            }
        }
        let statistics = Statistics::new(&self.searchers, HashMap::new(), 1.0);
        let weigh = |(term, (count, shown)): (String, (f32, String))| {
            let rarity = statistics.rarity(&Term::from_field_text(self.fields.text, &term));
            // A word counts for less the more often it has been said already, as in BM25.
            Telling { term, shown, weight: rarity * count / (count + 1.2) }
        };
        let mut words: Vec<Telling> = counts.into_iter().map(weigh).collect();
        words.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
        words.truncate(WORDS);
        let most = words.first().map_or(1.0, |word| word.weight);
        words.iter_mut().for_each(|word| word.weight /= most);
        Ok(words)
    }

    /// The article.
    fn itself(&self, document: &TantivyDocument) -> Box<dyn EngineQuery> {
        let id = self.text(document, self.fields.id).unwrap_or_default();
        Box::new(TermQuery::new(Term::from_field_text(self.fields.id, &id), IndexRecordOption::Basic))
    }

    /// The article of an identity, a path or an address.
    pub(super) fn find(&self, id: &str) -> Result<Option<(usize, DocAddress)>, IndexError> {
        let f = self.fields;
        let path = id.strip_prefix("./").unwrap_or(id);
        let mut names = vec![(f.id, id.to_owned()), (f.path, id.to_owned()), (f.path, path.to_owned())];
        names.push((f.path, format!("./{path}")));
        let term = |(field, name): (_, String)| -> Box<dyn EngineQuery> {
            Box::new(TermQuery::new(Term::from_field_text(field, &name), IndexRecordOption::Basic))
        };
        for query in names.into_iter().map(term).chain([at_address(f, id)]) {
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
