//! Words that the best matches have in common, searched for as well: `--expand`.
//!
//! RM3 (Abdul-Jaleel and others, "UMass at TREC 2004"): the words of the best articles, weighted by how much of each article
//! they are and by its score, are added to the query. Gains where an answer says the thing in other words, loses where the
//! first answers are wrong.

use std::collections::BTreeMap;

use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::plan::Plan;
use super::rank;
use super::request::Request;
use super::view::View;
use crate::index::IndexError;
use crate::index::analysis::{self, Lang};
use tantivy::query::Bm25StatisticsProvider;

/// How many of the best articles are taken at their word, for how many words, and the weight that is left to the query.
/// Chosen on nine collections; ten articles gained no more and lost more.
const ARTICLES: usize = 5;
const WORDS: usize = 20;
const QUERY_WEIGHT: f32 = 0.8;

/// A word that more than this share of all articles has is common to any of them.
const COMMON: f64 = 0.1;

/// The plan with the words of the best articles added; none where nothing ranks.
pub(super) fn expanded(view: &View, plan: &Plan, request: &Request) -> Result<Option<Plan>, IndexError> {
    if plan.wanted.is_empty() {
        return Ok(None);
    }
    let words = words(view, plan, request)?;
    if words.is_empty() {
        return Ok(None);
    }
    let all: f32 = words.iter().map(|(_, weight, _)| weight).sum();
    // The words of a query count for one each; what is added counts for their number in all.
    let asked = plan.wanted.words.len().max(1) as f32;
    let mut parts: Vec<(Occur, Box<dyn EngineQuery>)> =
        vec![(Occur::Must, Box::new(BoostQuery::new(plan.query.box_clone(), QUERY_WEIGHT)))];
    let mut summands: Vec<(String, Box<dyn EngineQuery>)> = plan
        .summands
        .iter()
        .map(|(what, query)| -> (String, Box<dyn EngineQuery>) {
            (what.clone(), Box::new(BoostQuery::new(query.box_clone(), QUERY_WEIGHT)))
        })
        .collect();
    for (word, weight, shown) in words {
        let term = TermQuery::new(Term::from_field_text(view.fields.text, &word), IndexRecordOption::WithFreqs);
        let weight = (1.0 - QUERY_WEIGHT) * asked * weight / all;
        let query: Box<dyn EngineQuery> = Box::new(BoostQuery::new(Box::new(term), weight));
        summands.push((format!("{shown}, as in the best matches"), query.box_clone()));
        parts.push((Occur::Should, query));
    }
    Ok(Some(Plan {
        query: Box::new(BooleanQuery::new(parts)),
        wanted: plan.wanted.clone(),
        together: plan.together.clone(),
        summands,
        problems: Vec::new(),
        unknown: Vec::new(),
    }))
}

/// The words of the best articles with their weights and how the articles have them, the weightiest first.
fn words(view: &View, plan: &Plan, request: &Request) -> Result<Vec<(String, f32, String)>, IndexError> {
    let statistics = view.statistics(plan, request);
    let first = Request { sort: Default::default(), prefer_recent: false, ..request.clone() };
    let best = rank::find(&statistics, plan, &first, &[], ARTICLES)?.best;
    let scores: f32 = best.iter().map(|ranked| ranked.score()).sum();
    let mut weights: BTreeMap<String, (f32, String)> = BTreeMap::new();
    for ranked in &best {
        let document = view.document(ranked)?;
        let lang = Lang::of(view.text(&document, view.fields.lang).as_deref());
        let title = view.text(&document, view.fields.title).unwrap_or_default();
        let body = view.text(&document, view.fields.body).unwrap_or_default();
        let text = format!("{title}\n{body}");
        let tokens = analysis::tokens(lang, &text);
        let each = ranked.score() / scores.max(f32::MIN_POSITIVE) / tokens.len().max(1) as f32;
        for token in tokens {
            let shown = || text.get(token.range.clone()).unwrap_or_default().to_lowercase();
            weights.entry(token.text).or_insert_with(|| (0.0, shown())).0 += each;
        }
    }
    let all = statistics.total_num_docs()? as f64;
    let mut words = Vec::new();
    for (word, (weight, shown)) in weights {
        let with = statistics.doc_freq(&Term::from_field_text(view.fields.text, &word))? as f64;
        if with / all.max(1.0) <= COMMON {
            words.push((word, weight, shown));
        }
    }
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.truncate(WORDS);
    Ok(words)
}
