//! The matching articles counted, and the best of them put in order.

use std::collections::HashSet;

use jiff::ZonedDateTime;
use tantivy::collector::{Collector, Count, SegmentCollector, TopDocs};
use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use super::facets::{self, Counts, Facet, FacetCounts};
use super::hierarchy::{self, Pairs, SectionPairs};
use super::plan::Plan;
use super::request::{Request, Sort};
use super::statistics::Statistics;
use crate::index::IndexError;
use crate::index::copies;
use crate::index::document::midnight;
use crate::index::schema::{DATE, ID, LIKENESS, TIE, WORDS};

/// How much of its score an article of today gains where recent ones are preferred; one of a year ago gains half of it.
const RECENT_GAIN: f32 = 0.5;

/// The age, in days, at which half of that gain is left.
const RECENT_HALF: f32 = 365.0;

/// An article in its place of the order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    key: SortKey,
    pub(super) shelf: usize,
    pub(super) address: DocAddress,
}

impl Ranked {
    pub(super) fn score(&self) -> Score {
        self.key.1
    }
}

/// The matching articles: how many, by what, and the best.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) total: usize,
    pub(super) counts: Counts,
    pub(super) section_pairs: Pairs,
    pub(super) best: Vec<Ranked>,
}

type SortKey = (i64, Score, u64);

/// Searches all shelves and merges what they say. Ties are broken by a number of the article's own, so that the order does
/// not depend on how the index was built.
pub(super) fn find(
    statistics: &Statistics,
    plan: &Plan,
    request: &Request,
    facets: &[Facet],
    most: usize,
) -> Result<Found, IndexError> {
    let sort = match request.sort {
        // Where nothing ranks, the latest is the best.
        Sort::Relevance if plan.wanted.is_empty() => Sort::Newest,
        sort => sort,
    };
    let mut found = Found { counts: facets::none(facets), ..Found::default() };
    for (shelf, searcher) in statistics.shelves.iter().enumerate() {
        let counts = FacetCounts(facets.to_vec());
        let pairs = facets.contains(&Facet::Section).then_some(SectionPairs);
        let query = plan.query.as_ref();
        let (total, counts, pairs) = if most == 0 {
            searcher.search(query, &(Count, counts, pairs))?
        } else {
            let top = TopDocs::with_limit(most).tweak_score(sort_key(sort, request.prefer_recent));
            let (total, top, counts, pairs) =
                searcher.search_with_statistics_provider(query, &(Count, top, counts, pairs), statistics)?;
            found.best.extend(top.into_iter().map(|(key, address)| Ranked { key, shelf, address }));
            (total, counts, pairs)
        };
        hierarchy::merge(&mut found.section_pairs, pairs.unwrap_or_default());
        found.total += total;
        facets::merge(&mut found.counts, counts);
    }
    found.best.sort_by(|a, b| order(&b.key, &a.key).then(a.shelf.cmp(&b.shelf)));
    found.best.truncate(most);
    Ok(found)
}

fn order(a: &SortKey, b: &SortKey) -> std::cmp::Ordering {
    a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2))
}

/// The key by which hits are ordered, greatest first.
fn sort_key(
    sort: Sort,
    prefer_recent: bool,
) -> impl Fn(&SegmentReader) -> Box<dyn Fn(DocId, Score) -> SortKey> + Send + Sync + 'static {
    let today = midnight(ZonedDateTime::now().date()).into_timestamp_secs();
    move |segment: &SegmentReader| {
        let fast = segment.fast_fields();
        let (days, ties) = (fast.date(DATE).ok(), fast.u64(TIE).ok());
        Box::new(move |doc, score| {
            let day = || days.as_ref().and_then(|d| d.first(doc)).map(|d| d.into_timestamp_secs());
            let first = match sort {
                Sort::Relevance => 0,
                Sort::Newest => day().unwrap_or(i64::MIN),
                Sort::Oldest => day().map_or(i64::MIN, |day| -day),
            };
            let score = if prefer_recent { score * day().map_or(1.0, |day| recency(today - day)) } else { score };
            let tie = ties.as_ref().and_then(|t| t.first(doc)).unwrap_or(0);
            (first, score, tie)
        })
    }
}

/// What the score of an article of this age, in seconds, is multiplied by where recent ones are preferred.
pub(super) fn recency(age: i64) -> f32 {
    let days = age.max(0) as f32 / 86_400.0;
    1.0 + RECENT_GAIN * (-days / RECENT_HALF).exp2()
}

/// A hit and, by their places in the order, those that say nearly the same.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) first: Ranked,
    pub(super) copies: Vec<Ranked>,
}

/// Each article for itself.
pub(super) fn apart(best: Vec<Ranked>) -> Vec<Group> {
    best.into_iter().map(|first| Group { first, copies: Vec::new() }).collect()
}

/// Puts articles that say nearly the same behind the best of them, and leaves out those that say nearly the same as the text
/// with the fingerprint `unlike`.
pub(super) fn collapsed(
    shelves: &[Searcher],
    best: Vec<Ranked>,
    unlike: Option<u64>,
) -> Result<Vec<Group>, IndexError> {
    let mut groups: Vec<(Option<u64>, Group)> = Vec::with_capacity(best.len());
    for ranked in best {
        let bits = likeness(&shelves[ranked.shelf], ranked.address)?;
        if matches!((unlike, bits), (Some(a), Some(b)) if copies::are_alike(a, b)) {
            continue;
        }
        let same = |other: &Option<u64>| matches!((other, bits), (Some(a), Some(b)) if copies::are_alike(*a, b));
        match groups.iter_mut().find(|(other, _)| same(other)) {
            Some((_, group)) => group.copies.push(ranked),
            None => groups.push((bits, Group { first: ranked, copies: Vec::new() })),
        }
    }
    Ok(groups.into_iter().map(|(_, group)| group).collect())
}

/// The fingerprint of an article's text; none of a text too short to have a telling one.
pub(super) fn likeness(shelf: &Searcher, address: DocAddress) -> Result<Option<u64>, IndexError> {
    let fast = shelf.segment_reader(address.segment_ord).fast_fields();
    let words = fast.u64(WORDS)?.first(address.doc_id).unwrap_or(0);
    Ok(fast.u64(LIKENESS)?.first(address.doc_id).filter(|_| words >= copies::LEAST_WORDS))
}

/// The identities of all that match.
pub(super) struct Identities;

impl Collector for Identities {
    type Fruit = HashSet<String>;
    type Child = SegmentIdentities;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentIdentities> {
        Ok(SegmentIdentities { ids: segment.fast_fields().str(ID)?, found: HashSet::new() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<HashSet<String>>) -> tantivy::Result<HashSet<String>> {
        Ok(segments.into_iter().flatten().collect())
    }
}

pub(super) struct SegmentIdentities {
    ids: Option<StrColumn>,
    found: HashSet<String>,
}

impl SegmentCollector for SegmentIdentities {
    type Fruit = HashSet<String>;

    fn collect(&mut self, doc: DocId, _: Score) {
        let Some(ids) = &self.ids else { return };
        for ord in ids.ords().values_for_doc(doc) {
            let mut id = String::new();
            if ids.ord_to_str(ord, &mut id).unwrap_or(false) {
                self.found.insert(id);
            }
        }
    }

    fn harvest(self) -> HashSet<String> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recent_articles_gain() {
        assert_eq!(recency(0), 1.5);
        assert_eq!(recency(-5), 1.5);
        assert!((recency(365 * 86_400) - 1.25).abs() < 1e-6);
        assert!(recency(i64::MAX / 2) >= 1.0);
    }
}
