//! The indexes at one moment, and a request answered from them.

use std::collections::HashSet;
use std::path::Path;

use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur as Engine, Query as EngineQuery, TermSetQuery};
use tantivy::schema::{Field, Value};
use tantivy::{Searcher, TantivyDocument, Term};

use super::explain::Explainer;
use super::facets::{self, Facet};
use super::marks::Marker;
use super::period::Period;
use super::plan::{Plan, Planner, is_address};
use super::query::{Form, Leaf, Node, Problem, Query};
use super::rank::{self, Found, Group, Identities, Ranked};
use super::request::{Request, dated};
use super::statistics::Statistics;
use super::{MOST_HITS, feedback, hierarchy, link, snippet, suggest, timeline};
use crate::hit::{Hit, Hits, NearCopy};
use crate::index::analysis::Lang;
use crate::index::{Fields, IndexError};

/// Where an article says nearly the same as a better one it takes no place; so many more are ranked at first to fill it.
const SPARE: usize = 20;

/// Where that was not enough, so many times as many.
const MORE: usize = 8;

/// So many near copies of a hit are named; the others are counted. Each costs as much as a hit of its own.
const MOST_COPIES: usize = 3;

/// A phrase of so many words is a quotation: where it is not found word for word, its words are looked for.
const QUOTATION: usize = 6;

pub(super) struct View<'s> {
    pub(super) searchers: Vec<Searcher>,
    pub(super) dirs: Vec<&'s Path>,
    pub(super) fields: &'s Fields,
}

impl View<'_> {
    pub(super) fn search(&self, request: &Request) -> Result<Hits, IndexError> {
        let query = self.understood(&request.query)?;
        let plan = self.plan(&query, request)?;
        let mut hits = self.answer(&plan, request, None)?;
        hits.problems = self.said_of(&query, &request.query)?;
        hits.problems.extend(plan.problems.iter().cloned());
        if request.offset.saturating_add(request.limit) > MOST_HITS && hits.total > MOST_HITS {
            hits.problems
                .push(format!("only the best {MOST_HITS} articles are ranked; narrow the search for the others"));
        }
        if hits.total == 0 {
            hits.problems.extend(self.unmet(&query, request)?);
        }
        if !plan.unknown.is_empty() && (hits.total == 0 || suggest::is_short(&query)) {
            hits.did_you_mean = self.did_you_mean(&query, &plan, request)?;
        }
        Ok(hits)
    }

    /// What the parser said, but for the signs in an address of an article, which it could not know for one.
    fn said_of(&self, query: &Query, typed: &str) -> Result<Vec<String>, IndexError> {
        let mut said = Vec::new();
        for problem in &query.problems {
            let word = typed.get(problem.span.clone()).unwrap_or_default();
            if !is_address(&self.searchers, self.fields, word)? {
                said.push(problem.message.clone());
            }
        }
        Ok(said)
    }

    /// A query as it is typed; where no article has a quotation of it word for word, with the words of that instead.
    /// Whatever narrows the answer has no say in it, so that a search means the same when it is asked again or within.
    fn understood(&self, typed: &str) -> Result<Query, IndexError> {
        let mut query = Query::parse(typed);
        let Some(loose) = loosened(&query) else { return Ok(query) };
        let plain = Request { limit: 0, ..Request::new(typed) };
        let plan = self.plan(&query, &plain)?;
        if rank::find(&self.statistics(&plan, &plain), &plan, &plain, &[], 0)?.total == 0 {
            let message = "no article has these words exactly so; those with most of them are shown".to_owned();
            query = loose;
            query.problems.push(Problem { message, span: 0..typed.len() });
        }
        Ok(query)
    }

    fn did_you_mean(&self, query: &Query, plan: &Plan, request: &Request) -> Result<Option<String>, IndexError> {
        let Some(corrected) = suggest::corrected(&self.searchers, self.fields, query, &plan.unknown)? else {
            return Ok(None);
        };
        let plan = self.plan(&corrected, request)?;
        let found = rank::find(&self.statistics(&plan, request), &plan, request, &[], 0)?;
        let corrected = corrected.to_string();
        Ok(Some(corrected).filter(|corrected| found.total > 0 && *corrected != query.to_string()))
    }

    /// The plan for a query under a request's filters.
    pub(super) fn plan(&self, query: &Query, request: &Request) -> Result<Plan, IndexError> {
        let filters = request.filters();
        let nothing_typed = query.clauses.is_empty() && query.problems.is_empty();
        let all = Query { clauses: vec![dated(Period::default())], problems: Vec::new() };
        let query = if nothing_typed && filters.is_empty() { &all } else { query };
        let mut plan = Planner::plan(&self.searchers, self.fields, &request.weights, query, &filters)?;
        let mut parts: Vec<(Engine, Box<dyn EngineQuery>)> = Vec::new();
        for within in &request.within {
            let within = self.plan(&self.understood(&within.query)?, within)?.query;
            parts.push((Engine::Must, Box::new(ConstScoreQuery::new(within, 0.0))));
        }
        if !request.except.is_empty() {
            let ids = request.except.iter().map(|id| Term::from_field_text(self.fields.id, id));
            parts.push((Engine::MustNot, Box::new(TermSetQuery::new(ids))));
        }
        if !parts.is_empty() {
            parts.push((Engine::Must, plan.query.box_clone()));
            plan.query = Box::new(BooleanQuery::new(parts));
        }
        Ok(plan)
    }

    pub(super) fn statistics(&self, plan: &Plan, request: &Request) -> Statistics<'_> {
        let usual_length = request.weights.usual_length;
        Statistics::new(&self.searchers, plan.together.clone(), usual_length)
    }

    /// Counts and ranks what a plan matches, and makes hits of the best. What says nearly the same as the text with the
    /// fingerprint `unlike` is left out.
    pub(super) fn answer(&self, plan: &Plan, request: &Request, unlike: Option<u64>) -> Result<Hits, IndexError> {
        let expanded = if request.expand { feedback::expanded(self, plan, request)? } else { None };
        let plan = expanded.as_ref().unwrap_or(plan);
        let statistics = self.statistics(plan, request);
        let mut facets = request.facets.clone();
        facets.extend(request.timeline.map(|_| Facet::Day));
        let (found, groups) = self.best(&statistics, plan, request, &facets, unlike)?;
        let mut hits = Hits { query: request.query.clone(), total: found.total, ..Hits::default() };
        let mut counts = found.counts;
        let section_pairs = std::mem::take(&mut counts.section_pairs);
        let mut counted = facets::values(&facets, counts);
        if let Some(sections) = counted.get_mut(Facet::Section.name()) {
            hierarchy::nest(sections, &section_pairs);
        }
        if let Some(unit) = request.timeline {
            let days = counted.get(Facet::Day.name()).map_or(&[][..], Vec::as_slice);
            hits.timeline = timeline::timeline(unit, days);
            hits.undated = Some(found.total.saturating_sub(days.iter().map(|day| day.count).sum()));
        }
        if !request.facets.contains(&Facet::Day) {
            counted.remove(Facet::Day.name());
        }
        hits.facets = counted;
        let stems = |term: &str| match term.strip_prefix('=') {
            Some(word) => Term::from_field_text(self.fields.body, word),
            None => Term::from_field_text(self.fields.text, term),
        };
        let marker = Marker::new(&plan.wanted, |term| statistics.rarity(&stems(term)));
        let explainer = if request.explain { Some(Explainer::new(plan, &statistics)?) } else { None };
        for group in groups.iter().skip(request.offset).take(request.limit) {
            hits.hits.push(self.hit_of(group, &marker, explainer.as_ref())?);
        }
        Ok(hits)
    }

    /// The best articles, those that say nearly the same together.
    fn best(
        &self,
        statistics: &Statistics,
        plan: &Plan,
        request: &Request,
        facets: &[Facet],
        unlike: Option<u64>,
    ) -> Result<(Found, Vec<Group>), IndexError> {
        let wanted = request.offset.saturating_add(request.limit).min(MOST_HITS);
        let collapse = !request.all_copies && wanted > 0;
        let mut most = if collapse { (wanted + SPARE).min(MOST_HITS) } else { wanted };
        let mut found = rank::find(statistics, plan, request, facets, most)?;
        loop {
            let best = std::mem::take(&mut found.best);
            let ranked = best.len();
            let groups = if collapse { rank::collapsed(&self.searchers, best, unlike)? } else { rank::apart(best) };
            if !collapse || ranked < most || most >= MOST_HITS || groups.len() >= wanted {
                if unlike.is_some() {
                    let kept: usize = groups.iter().map(|group| 1 + group.copies.len()).sum();
                    found.total = found.total.saturating_sub(ranked - kept);
                }
                return Ok((found, groups));
            }
            most = (most * MORE).min(MOST_HITS);
            // What is counted has been counted.
            found.best = rank::find(statistics, plan, request, &[], most)?.best;
        }
    }

    fn hit_of(&self, group: &Group, marker: &Marker, explainer: Option<&Explainer>) -> Result<Hit, IndexError> {
        let Group { first, copies } = group;
        let document = self.document(first)?;
        let mut hit = self.facts(&document, first.shelf);
        hit.score = first.score();
        let headings = self.list(&document, self.fields.headings);
        let body = self.text(&document, self.fields.body).unwrap_or_default();
        let passage = snippet::best(marker, Lang::of(hit.lang.as_deref()), &body, &headings);
        hit.heading = passage.heading.and_then(|at| headings.get(at).cloned());
        let anchors = self.list(&document, self.fields.heading_anchors);
        let anchor = passage.heading.and_then(|at| anchors.get(at)).filter(|id| !id.is_empty()).map(String::as_str);
        hit.link = hit.url.as_deref().and_then(|url| link::to_passage(url, anchor, &passage.text, &passage.snippet));
        hit.snippet = passage.snippet;
        hit.copy_count = copies.len();
        for copy in copies.iter().take(MOST_COPIES) {
            hit.copies.push(self.near_copy(copy)?);
        }
        if let Some(explainer) = explainer {
            hit.explanation = explainer.explain(&self.searchers[first.shelf], first, hit.score)?;
        }
        Ok(hit)
    }

    pub(super) fn document(&self, ranked: &Ranked) -> Result<TantivyDocument, IndexError> {
        Ok(self.searchers[ranked.shelf].doc(ranked.address)?)
    }

    pub(super) fn text(&self, document: &TantivyDocument, field: Field) -> Option<String> {
        document.get_first(field).and_then(|v| v.as_str()).map(str::to_owned)
    }

    pub(super) fn list(&self, document: &TantivyDocument, field: Field) -> Vec<String> {
        document.get_all(field).filter_map(|v| v.as_str()).map(str::to_owned).collect()
    }

    /// What an article is.
    pub(super) fn facts(&self, document: &TantivyDocument, shelf: usize) -> Hit {
        let f = self.fields;
        let several = self.dirs.len() > 1;
        Hit {
            id: self.text(document, f.id).unwrap_or_default(),
            path: self.text(document, f.path).unwrap_or_default(),
            url: self.text(document, f.url),
            title: self.text(document, f.title).filter(|t| !t.is_empty()),
            authors: self.list(document, f.author),
            site: self.text(document, f.site),
            sections: self.list(document, f.section),
            date: self.text(document, f.date_text),
            lang: self.text(document, f.lang),
            kind: self.text(document, f.kind),
            index: several.then(|| self.dirs[shelf].display().to_string()),
            ..Hit::default()
        }
    }

    fn near_copy(&self, ranked: &Ranked) -> Result<NearCopy, IndexError> {
        let Hit { id, path, url, site, date, .. } = self.facts(&self.document(ranked)?, ranked.shelf);
        Ok(NearCopy { id, path, url, site, date })
    }

    pub(super) fn matching(&self, request: &Request) -> Result<HashSet<String>, IndexError> {
        let plan = self.plan(&self.understood(&request.query)?, request)?;
        let mut ids = HashSet::new();
        for searcher in &self.searchers {
            ids.extend(searcher.search(plan.query.as_ref(), &Identities)?);
        }
        Ok(ids)
    }
}

/// The query with its quotations taken as the words they are made of; none if it has no quotation.
fn loosened(query: &Query) -> Option<Query> {
    let mut loose = query.clone();
    let mut changed = false;
    for clause in &mut loose.clauses {
        if let Node::Leaf(Leaf { form: form @ Form::Phrase { .. }, text, field }) = &mut clause.node
            && field.is_text()
            && text.split_whitespace().count() >= QUOTATION
            && clause.occur == super::Occur::Must
        {
            *form = Form::Word;
            clause.occur = super::Occur::Should;
            changed = true;
        }
    }
    changed.then_some(loose)
}
