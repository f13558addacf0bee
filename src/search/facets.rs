//! Counts of the matching articles by section, site, author, language, kind, keyword, or time of publication.

use std::collections::{BTreeMap, HashMap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DateTime, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::hit::FacetValue;
use crate::index::analysis::fold;
use crate::index::schema::{AUTHOR, DATE, KIND, LANG, SECTION, SITE, TAG};

/// What articles are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Section of the site.
    Section,
    /// Site.
    Site,
    /// Author.
    Author,
    /// Language.
    Lang,
    /// What the page looks like.
    Kind,
    /// Keyword.
    Tag,
    /// Year of publication.
    Year,
    /// Month of publication.
    Month,
    /// Day of publication.
    Day,
}

impl Facet {
    /// Its name in the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Section => SECTION,
            Facet::Site => SITE,
            Facet::Author => AUTHOR,
            Facet::Lang => LANG,
            Facet::Kind => KIND,
            Facet::Tag => TAG,
            Facet::Year => "year",
            Facet::Month => "month",
            Facet::Day => "day",
        }
    }

    /// How many characters of `2026-02-26` name its span of time; none where it is not one.
    fn span(self) -> Option<usize> {
        match self {
            Facet::Year => Some(4),
            Facet::Month => Some(7),
            Facet::Day => Some(10),
            _ => None,
        }
    }
}

/// Counts while the query runs.
pub(crate) struct FacetCounts(pub(crate) Vec<Facet>);

/// For each facet, how many articles have each value.
pub(super) type Counts = Vec<HashMap<String, usize>>;

/// No article counted yet.
pub(super) fn none(facets: &[Facet]) -> Counts {
    vec![HashMap::new(); facets.len()]
}

/// Adds what another index counted.
pub(super) fn merge(all: &mut Counts, counts: Counts) {
    for (into, from) in all.iter_mut().zip(counts) {
        from.into_iter().for_each(|(value, count)| *into.entry(value).or_default() += count);
    }
}

impl Collector for FacetCounts {
    type Fruit = Counts;
    type Child = SegmentCounts;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentCounts> {
        let fast = segment.fast_fields();
        let values = |facet: &Facet| -> tantivy::Result<Values> {
            if let Some(length) = facet.span() {
                return Ok(Values::Days(fast.date(DATE)?, HashMap::new(), length));
            }
            Ok(match fast.str(facet.name())? {
                Some(labels) => {
                    let counts = vec![0; labels.num_terms()];
                    Values::Labels(labels, counts)
                }
                None => Values::None,
            })
        };
        Ok(SegmentCounts(self.0.iter().map(values).collect::<tantivy::Result<_>>()?))
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Counts>>) -> tantivy::Result<Counts> {
        let mut all = none(&self.0);
        for counts in segments {
            merge(&mut all, counts?);
        }
        Ok(all)
    }
}

/// Where a segment keeps the values of a facet, and the counts so far.
enum Values {
    /// Labels with the number of articles by the label's number.
    Labels(StrColumn, Vec<u32>),
    /// Dates with the number of articles by the second, and how many characters of `2026-02-26` name the span.
    Days(Column<DateTime>, HashMap<i64, usize>, usize),
    /// No article of the segment has one.
    None,
}

pub(crate) struct SegmentCounts(Vec<Values>);

impl SegmentCollector for SegmentCounts {
    type Fruit = tantivy::Result<Counts>;

    fn collect(&mut self, doc: DocId, _: Score) {
        for values in &mut self.0 {
            match values {
                Values::Labels(labels, counts) => {
                    for ord in labels.ords().values_for_doc(doc) {
                        if let Some(count) = counts.get_mut(ord as usize) {
                            *count += 1;
                        }
                    }
                }
                Values::Days(days, counts, _) => {
                    if let Some(day) = days.first(doc) {
                        *counts.entry(day.into_timestamp_secs()).or_default() += 1;
                    }
                }
                Values::None => {}
            }
        }
    }

    fn harvest(self) -> tantivy::Result<Counts> {
        self.0.into_iter().map(Values::named).collect()
    }
}

impl Values {
    fn named(self) -> tantivy::Result<HashMap<String, usize>> {
        let mut named: HashMap<String, usize> = HashMap::new();
        match self {
            Values::Labels(labels, counts) => {
                let ords: Vec<u64> = (0..).zip(&counts).filter(|(_, count)| **count > 0).map(|(ord, _)| ord).collect();
                let mut found = ords.iter();
                // One pass over the dictionary: looking labels up one by one costs more than the search itself.
                labels.dictionary().sorted_ords_to_term_cb(&ords, |label| {
                    let count =
                        found.next().and_then(|ord| counts.get(*ord as usize)).map_or(0, |count| *count as usize);
                    *named.entry(String::from_utf8_lossy(label).into_owned()).or_default() += count;
                })?;
            }
            Values::Days(_, counts, length) => {
                for (second, count) in counts {
                    let day = jiff::Timestamp::from_second(second).map(|t| t.to_string()).unwrap_or_default();
                    *named.entry(day.get(..length).unwrap_or(&day).to_owned()).or_default() += count;
                }
            }
            Values::None => {}
        }
        Ok(named)
    }
}

/// The counts by name, for the user: labels by count, spans of time in order.
pub(crate) fn values(facets: &[Facet], counts: Counts) -> BTreeMap<String, Vec<FacetValue>> {
    let by_name = facets.iter().zip(counts).map(|(facet, counts)| {
        let mut values: Vec<FacetValue> = if facet.span().is_some() {
            counts.into_iter().map(|(value, count)| FacetValue { value, count, within: None }).collect()
        } else {
            spelled(counts)
        };
        if facet.span().is_some() {
            values.sort_by(|a, b| a.value.cmp(&b.value));
        } else {
            values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        }
        (facet.name().to_owned(), values)
    });
    by_name.collect()
}

/// What is known of a label whatever its case.
#[derive(Default)]
struct Spellings {
    /// Articles that have it in any spelling.
    all: usize,
    /// Articles that have it in a spelling with capitals.
    capitals: usize,
    /// The most frequent spelling with capitals.
    best: (usize, String),
}

/// One value for all spellings of a label that differ in case, in the most frequent one. An article counts once for its
/// own spelling and once for the lower-case form, so the lower-case form counts them all.
fn spelled(counts: HashMap<String, usize>) -> Vec<FacetValue> {
    let mut labels: HashMap<String, Spellings> = HashMap::new();
    for (label, count) in counts {
        let folded = fold(&label);
        let same = folded == label;
        let spellings = labels.entry(folded).or_default();
        if same {
            spellings.all += count;
        } else {
            spellings.capitals += count;
            if (count, &spellings.best.1) > (spellings.best.0, &label) {
                spellings.best = (count, label);
            }
        }
    }
    let value = |(folded, s): (String, Spellings)| {
        let lower_case = s.all.saturating_sub(s.capitals);
        FacetValue { value: if s.best.0 >= lower_case { s.best.1 } else { folded }, count: s.all, within: None }
    };
    labels.into_iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_label_count_together() {
        let counts = [("World", 3), ("WORLD", 1), ("world", 6), ("örtlich", 2), ("Ö", 1), ("ö", 1)]
            .map(|(l, c)| (l.to_owned(), c))
            .into();
        let mut values = spelled(counts);
        values.sort_by_key(|v| v.count);
        let values: Vec<_> = values.into_iter().map(|v| (v.value, v.count)).collect();
        assert_eq!(values, [("Ö".to_owned(), 1), ("örtlich".to_owned(), 2), ("World".to_owned(), 6)]);
    }
}
