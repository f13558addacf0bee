//! Which sections lie within which, as the matching articles have them.
//!
//! Pages name the sections they are in, not how those are nested. But where every article of a section is also in a wider one,
//! the one lies within the other for whoever reads the counts.

use std::collections::HashMap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use crate::hit::FacetValue;
use crate::index::analysis::fold;
use crate::index::schema::SECTION;

/// A section of fewer articles says nothing about where it lies.
const LEAST: usize = 2;

/// An article with more sections has a list of keywords for them.
const MOST: usize = 12;

/// How many articles have two sections, in lower case, both.
pub(super) type Pairs = HashMap<(String, String), usize>;

/// Counts while the query runs.
pub(super) struct SectionPairs;

impl Collector for SectionPairs {
    type Fruit = Pairs;
    type Child = SegmentPairs;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentPairs> {
        Ok(SegmentPairs { labels: segment.fast_fields().str(SECTION)?, pairs: HashMap::new() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Pairs>>) -> tantivy::Result<Pairs> {
        let mut all = Pairs::new();
        for pairs in segments {
            merge(&mut all, pairs?);
        }
        Ok(all)
    }
}

/// Adds what another segment or index counted.
pub(super) fn merge(all: &mut Pairs, pairs: Pairs) {
    pairs.into_iter().for_each(|(pair, count)| *all.entry(pair).or_default() += count);
}

pub(super) struct SegmentPairs {
    labels: Option<StrColumn>,
    pairs: HashMap<(u64, u64), usize>,
}

impl SegmentCollector for SegmentPairs {
    type Fruit = tantivy::Result<Pairs>;

    fn collect(&mut self, doc: DocId, _: Score) {
        let Some(labels) = &self.labels else { return };
        let ords: Vec<u64> = labels.ords().values_for_doc(doc).take(2 * MOST).collect();
        for (at, a) in ords.iter().enumerate() {
            for b in ords[at + 1..].iter().filter(|b| *b != a) {
                *self.pairs.entry((*a.min(b), *a.max(b))).or_default() += 1;
            }
        }
    }

    fn harvest(self) -> tantivy::Result<Pairs> {
        let Some(labels) = self.labels else { return Ok(Pairs::new()) };
        let mut ords: Vec<u64> = self.pairs.keys().flat_map(|(a, b)| [*a, *b]).collect();
        ords.sort_unstable();
        ords.dedup();
        let mut names: HashMap<u64, String> = HashMap::new();
        let mut next = ords.iter();
        labels.dictionary().sorted_ords_to_term_cb(&ords, |name| {
            if let (Some(ord), Ok(name)) = (next.next(), std::str::from_utf8(name)) {
                names.insert(*ord, name.to_owned());
            }
        })?;
        // Each article has its sections in lower case too; those count them all, whatever their spelling.
        names.retain(|_, name| fold(name) == *name);
        let named = self.pairs.into_iter().filter_map(|((a, b), count)| {
            let (a, b) = (names.get(&a)?.clone(), names.get(&b)?.clone());
            Some((if a < b { (a, b) } else { (b, a) }, count))
        });
        Ok(named.collect())
    }
}

/// Says of each section which is the narrowest that holds all of its articles and more.
pub(super) fn nest(sections: &mut [FacetValue], pairs: &Pairs) {
    let counts: HashMap<String, (usize, String)> =
        sections.iter().map(|s| (fold(&s.value), (s.count, s.value.clone()))).collect();
    let mut wider: HashMap<&str, (usize, &str)> = HashMap::new();
    for ((a, b), both) in pairs {
        for (narrow, wide) in [(a, b), (b, a)] {
            let (Some((few, _)), Some((many, name))) = (counts.get(narrow), counts.get(wide)) else { continue };
            let holds = both == few && many > few && *few >= LEAST;
            let next = (*many, name.as_str());
            if holds && wider.get(narrow.as_str()).is_none_or(|before| next < *before) {
                wider.insert(narrow, next);
            }
        }
    }
    for section in sections {
        section.within = wider.get(fold(&section.value).as_str()).map(|(_, name)| (*name).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_lies_within_the_narrowest_that_holds_it() {
        let section = |value: &str, count| FacetValue { value: value.to_owned(), count, within: None };
        let mut sections = [section("World", 9), section("Asia", 5), section("Japan", 2), section("Sport", 2)];
        let pair = |a: &str, b: &str, count| ((a.to_owned(), b.to_owned()), count);
        let pairs = Pairs::from([
            pair("asia", "world", 5),
            pair("asia", "japan", 2),
            pair("japan", "world", 2),
            pair("sport", "world", 1),
        ]);
        nest(&mut sections, &pairs);
        let within: Vec<Option<&str>> = sections.iter().map(|s| s.within.as_deref()).collect();
        assert_eq!(within, [None, Some("World"), Some("Asia"), None]);
    }
}
