//! Which sections lie within which, as the matching articles have them.
//!
//! Pages name the sections they are in, not how those are nested. But where every article of a section is also in a wider one,
//! the one lies within the other for whoever reads the counts.

use std::collections::HashMap;

use tantivy::DocId;
use tantivy::columnar::StrColumn;

use super::facets::{Label, for_values};
use crate::hit::FacetValue;
use crate::index::analysis::fold;

/// A section of fewer articles says nothing about where it lies.
const LEAST: usize = 2;

/// An article with more sections has a list of keywords for them.
const MOST: usize = 12;

/// How many articles have two sections, in lower case, both.
pub(super) type Pairs = HashMap<(String, String), usize>;

/// Adds what another segment or index counted.
pub(super) fn merge(all: &mut Pairs, pairs: Pairs) {
    pairs.into_iter().for_each(|(pair, count)| *all.entry(pair).or_default() += count);
}

/// The pairs of sections that articles of a segment are in both; `named` are the sections that they are in, `with_any` is how
/// many are in any.
pub(super) fn pairs(labels: &StrColumn, named: &[Label], with_any: usize, docs: &[DocId]) -> Pairs {
    // Each article has its sections in lower case too; those count them all, whatever their spelling.
    let sections: Vec<&Label> = named.iter().filter(|label| fold(&label.name) == label.name).collect();
    // Many sites put each article in one section: then there are no pairs, and no need to look for them.
    if sections.iter().map(|section| section.count).sum::<usize>() <= with_any {
        return Pairs::new();
    }
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for_values(labels.ords(), docs, |of, ords| {
        let mut read = 0;
        for article in of.chunk_by(|a, b| a == b) {
            let ords = &ords[read..read + article.len()];
            read += article.len();
            let place = |ord: &u64| sections.binary_search_by_key(ord, |section| section.ord).ok();
            let mut places: Vec<usize> = ords.iter().take(2 * MOST).filter_map(place).collect();
            places.sort_unstable();
            for (at, a) in places.iter().enumerate() {
                for b in places[at + 1..].iter().filter(|b| *b != a) {
                    *counts.entry((*a, *b)).or_default() += 1;
                }
            }
        }
    });
    // Their numbers are in the order of their names.
    let name = |place: usize| sections.get(place).map(|section| section.name.clone()).unwrap_or_default();
    counts.into_iter().map(|((a, b), count)| ((name(a), name(b)), count)).collect()
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
