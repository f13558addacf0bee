//! The matching articles counted, and the best of them put in order.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use jiff::ZonedDateTime;
use tantivy::collector::sort_key::{NaturalComparator, SegmentSortKeyComputer, SortKeyComputer};
use tantivy::collector::{Collector, Count, SegmentCollector, TopDocs};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DateTime, DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use super::facets::{Counts, Facet, FacetCounts};
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
    let mut found = Found { counts: Counts::none(facets), ..Found::default() };
    for (shelf, searcher) in statistics.shelves.iter().enumerate() {
        let counts = FacetCounts(facets.to_vec());
        let query = plan.query.as_ref();
        let (total, counts) = if most == 0 {
            searcher.search(query, &(Count, counts))?
        } else {
            let order = (ByRank::new(sort, request.prefer_recent), by_tie as fn(&SegmentReader) -> Tie);
            let top = TopDocs::with_limit(most).order_by(order);
            let (total, top, counts) =
                searcher.search_with_statistics_provider(query, &(Count, top, counts), statistics)?;
            let ranked = |(((first, score), tie), address)| Ranked { key: (first, score, tie), shelf, address };
            found.best.extend(top.into_iter().map(ranked));
            (total, counts)
        };
        found.total += total;
        found.counts.merge(counts);
    }
    found.best.sort_by(|a, b| order(&b.key, &a.key).then(a.shelf.cmp(&b.shelf)));
    found.best.truncate(most);
    Ok(found)
}

fn order(a: &SortKey, b: &SortKey) -> std::cmp::Ordering {
    a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2))
}

/// What hits are ordered by, greatest first.
struct ByRank {
    sort: Sort,
    /// Where recent articles are preferred, the second at which today began.
    today: Option<i64>,
}

impl ByRank {
    fn new(sort: Sort, prefer_recent: bool) -> ByRank {
        // To find out where on earth this is takes longer than many a search, so that it is done only where it matters.
        let today = || midnight(ZonedDateTime::now().date()).into_timestamp_secs();
        ByRank { sort, today: prefer_recent.then(today) }
    }
}

impl SortKeyComputer for ByRank {
    type SortKey = (i64, Score);
    type Child = SegmentByRank;
    type Comparator = NaturalComparator;

    fn requires_scoring(&self) -> bool {
        true
    }

    fn segment_sort_key_computer(&self, segment: &SegmentReader) -> tantivy::Result<SegmentByRank> {
        let dated = self.sort != Sort::Relevance || self.today.is_some();
        let days = if dated { segment.fast_fields().date(DATE).ok() } else { None };
        Ok(SegmentByRank { sort: self.sort, today: self.today, days })
    }
}

struct SegmentByRank {
    sort: Sort,
    today: Option<i64>,
    days: Option<Column<DateTime>>,
}

impl SegmentSortKeyComputer for SegmentByRank {
    type SortKey = (i64, Score);
    type SegmentSortKey = (i64, Score);
    type SegmentComparator = NaturalComparator;

    fn segment_sort_key(&mut self, doc: DocId, score: Score) -> (i64, Score) {
        let day = || self.days.as_ref().and_then(|days| days.first(doc)).map(|day| day.into_timestamp_secs());
        let first = match self.sort {
            Sort::Relevance => 0,
            Sort::Newest => day().unwrap_or(i64::MIN),
            Sort::Oldest => day().map_or(i64::MIN, |day| -day),
        };
        let recent = |today: i64| day().map_or(1.0, |day| recency(today - day));
        (first, score * self.today.map_or(1.0, recent))
    }

    fn convert_segment_sort_key(&self, key: (i64, Score)) -> (i64, Score) {
        key
    }
}

/// What equal hits of a segment are ordered by.
type Tie = Box<dyn Fn(DocId) -> u64>;

/// The numbers of a segment's articles that break ties.
fn by_tie(segment: &SegmentReader) -> Tie {
    let ties = segment.fast_fields().u64(TIE).ok();
    Box::new(move |doc| ties.as_ref().and_then(|ties| ties.first(doc)).unwrap_or(0))
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
    let mut segments: HashMap<(usize, SegmentOrdinal), Likenesses> = HashMap::new();
    for ranked in best {
        let segment = match segments.entry((ranked.shelf, ranked.address.segment_ord)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Likenesses::of(&shelves[ranked.shelf], ranked.address.segment_ord)?),
        };
        let bits = segment.get(ranked.address.doc_id);
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
    Ok(Likenesses::of(shelf, address.segment_ord)?.get(address.doc_id))
}

/// The fingerprints of a segment's texts.
struct Likenesses {
    words: Column<u64>,
    bits: Column<u64>,
}

impl Likenesses {
    fn of(shelf: &Searcher, segment: SegmentOrdinal) -> Result<Likenesses, IndexError> {
        let fast = shelf.segment_reader(segment).fast_fields();
        Ok(Likenesses { words: fast.u64(WORDS)?, bits: fast.u64(LIKENESS)? })
    }

    fn get(&self, doc: DocId) -> Option<u64> {
        let words = self.words.first(doc).unwrap_or(0);
        self.bits.first(doc).filter(|_| words >= copies::LEAST_WORDS)
    }
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
