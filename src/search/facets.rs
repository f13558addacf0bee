//! Counts of the matching articles by section, site, author, language, year or month.

use std::collections::{BTreeMap, HashMap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DateTime, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::hit::FacetValue;
use crate::index::analysis::fold;
use crate::index::schema::{AUTHOR, DATE, LANG, SECTION, SITE};

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
    /// Year of publication.
    Year,
    /// Month of publication.
    Month,
}

impl Facet {
    /// Its name in the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Section => SECTION,
            Facet::Site => SITE,
            Facet::Author => AUTHOR,
            Facet::Lang => LANG,
            Facet::Year => "year",
            Facet::Month => "month",
        }
    }

    fn is_time(self) -> bool {
        matches!(self, Facet::Year | Facet::Month)
    }
}

/// Counts while the query runs.
pub(crate) struct FacetCounts(pub(crate) Vec<Facet>);

/// For each facet, how many articles have each value.
type Counts = Vec<HashMap<String, usize>>;

impl Collector for FacetCounts {
    type Fruit = Counts;
    type Child = SegmentCounts;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentCounts> {
        let fast = segment.fast_fields();
        let column = |facet: &Facet| {
            Ok(if facet.is_time() {
                Values::Days(fast.date(DATE)?, if *facet == Facet::Year { 4 } else { 7 })
            } else {
                Values::Labels(fast.str(facet.name())?)
            })
        };
        let columns = self.0.iter().map(column).collect::<tantivy::Result<Vec<_>>>()?;
        Ok(SegmentCounts { counts: vec![HashMap::new(); columns.len()], columns })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Counts>) -> tantivy::Result<Counts> {
        let mut all: Counts = vec![HashMap::new(); self.0.len()];
        for counts in segments {
            for (into, from) in all.iter_mut().zip(counts) {
                from.into_iter().for_each(|(value, count)| *into.entry(value).or_default() += count);
            }
        }
        Ok(all)
    }
}

enum Values {
    Labels(Option<StrColumn>),
    /// The dates, and how many characters of `2026-02-26` name the span.
    Days(Column<DateTime>, usize),
}

pub(crate) struct SegmentCounts {
    columns: Vec<Values>,
    /// By label ordinal, or by days since 1970.
    counts: Vec<HashMap<i64, usize>>,
}

impl SegmentCollector for SegmentCounts {
    type Fruit = Counts;

    fn collect(&mut self, doc: DocId, _: Score) {
        for (column, counts) in self.columns.iter().zip(&mut self.counts) {
            let mut count = |key: i64| *counts.entry(key).or_default() += 1;
            match column {
                Values::Labels(Some(labels)) => labels.ords().values_for_doc(doc).for_each(|ord| count(ord as i64)),
                Values::Labels(None) => {}
                Values::Days(days, _) => days.first(doc).into_iter().for_each(|day| count(day.into_timestamp_secs())),
            }
        }
    }

    fn harvest(self) -> Counts {
        let named = self.columns.iter().zip(self.counts).map(|(column, counts)| {
            let mut named = HashMap::new();
            for (key, count) in counts {
                *named.entry(column.name(key)).or_default() += count;
            }
            named
        });
        named.collect()
    }
}

impl Values {
    fn name(&self, key: i64) -> String {
        match self {
            Values::Labels(Some(labels)) => {
                let mut label = String::new();
                // An ordinal that the column itself gave is always there; damaged, it counts under no name.
                let _ = labels.ord_to_str(key as u64, &mut label);
                label
            }
            Values::Labels(None) => String::new(),
            Values::Days(_, length) => {
                let day = jiff::Timestamp::from_second(key).map(|t| t.to_string()).unwrap_or_default();
                day.get(..*length).unwrap_or(&day).to_owned()
            }
        }
    }
}

/// The counts by name, for the user: labels by count, spans of time in order.
pub(crate) fn values(facets: &[Facet], counts: Counts) -> BTreeMap<String, Vec<FacetValue>> {
    let by_name = facets.iter().zip(counts).map(|(facet, counts)| {
        let mut values: Vec<FacetValue> = if facet.is_time() {
            counts.into_iter().map(|(value, count)| FacetValue { value, count, within: None }).collect()
        } else {
            spelled(counts)
        };
        if facet.is_time() {
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
