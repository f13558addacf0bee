//! Counts of the matching articles by section, site, author, language, kind, keyword, or time of publication.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DateTime, DocId, Score, SegmentOrdinal, SegmentReader};

use super::hierarchy::{self, Pairs};
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

    /// The first day of the span of time in which a day is.
    fn begins(self, day: Date) -> Date {
        match self {
            Facet::Year => day.first_of_year(),
            Facet::Month => day.first_of_month(),
            _ => day,
        }
    }
}

/// Counts what a query matches.
pub(crate) struct FacetCounts(pub(crate) Vec<Facet>);

/// What the matching articles have of each facet.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// For each facet, how many articles have each value, in the order of the values.
    values: Vec<Vec<(String, usize)>>,
    /// How many articles are in two sections both; none unless sections are counted.
    pub(super) section_pairs: Pairs,
}

impl Counts {
    /// No article counted yet.
    pub(super) fn none(facets: &[Facet]) -> Counts {
        Counts { values: vec![Vec::new(); facets.len()], section_pairs: Pairs::new() }
    }

    /// Adds what another segment or index counted.
    pub(super) fn merge(&mut self, other: Counts) {
        for (into, from) in self.values.iter_mut().zip(other.values) {
            into.extend(from);
            // Two runs in order, which is what sorting is quickest at.
            into.sort_by(|a, b| a.0.cmp(&b.0));
            into.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0 };
                same
            });
        }
        hierarchy::merge(&mut self.section_pairs, other.section_pairs);
    }
}

impl Collector for FacetCounts {
    type Fruit = Counts;
    type Child = SegmentCounts;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentCounts> {
        let fast = segment.fast_fields();
        let column = |facet: &Facet| -> tantivy::Result<(Facet, Values)> {
            let values = match facet.span() {
                Some(_) => Values::Days(fast.date(DATE)?),
                None => fast.str(facet.name())?.map_or(Values::None, Values::Labels),
            };
            Ok((*facet, values))
        };
        let columns = self.0.iter().map(column).collect::<tantivy::Result<_>>()?;
        Ok(SegmentCounts { columns, docs: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Counts>>) -> tantivy::Result<Counts> {
        let mut all = Counts::none(&self.0);
        for counts in segments {
            all.merge(counts?);
        }
        Ok(all)
    }
}

/// Where a segment keeps the values of a facet.
enum Values {
    /// Labels.
    Labels(StrColumn),
    /// Dates.
    Days(Column<DateTime>),
    /// No article of the segment has one.
    None,
}

/// Keeps which articles match, four bytes each, and counts them at the end: to read one column after the other takes a
/// fraction of the time of reading all columns for one article after the other.
pub(crate) struct SegmentCounts {
    columns: Vec<(Facet, Values)>,
    docs: Vec<DocId>,
}

impl SegmentCollector for SegmentCounts {
    type Fruit = tantivy::Result<Counts>;

    fn collect(&mut self, doc: DocId, _: Score) {
        if !self.columns.is_empty() {
            self.docs.push(doc);
        }
    }

    fn harvest(self) -> tantivy::Result<Counts> {
        let mut counts = Counts::default();
        for (facet, values) in &self.columns {
            counts.values.push(match values {
                Values::Labels(labels) => {
                    let (by_number, with_any) = label_counts(labels, &self.docs);
                    let named = named(labels, by_number)?;
                    if *facet == Facet::Section {
                        counts.section_pairs = hierarchy::pairs(labels, &named, with_any, &self.docs);
                    }
                    named.into_iter().map(|label| (label.name, label.count)).collect()
                }
                Values::Days(days) => span_counts(days, *facet, &self.docs),
                Values::None => Vec::new(),
            });
        }
        Ok(counts)
    }
}

/// A label of a segment.
pub(super) struct Label {
    /// Its number in the segment.
    pub(super) ord: u64,
    pub(super) name: String,
    /// How many of the matching articles have it.
    pub(super) count: usize,
}

/// So many articles are looked up in a column at once.
const BLOCK: usize = 1024;

/// All values of a column for some articles, a block at a time, each with the article that has it.
pub(super) fn for_values<T: PartialOrd + Copy + Debug + Default + Send + Sync + 'static>(
    column: &Column<T>,
    docs: &[DocId],
    mut take: impl FnMut(&[DocId], &[T]),
) {
    let (mut of, mut rows, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for block in docs.chunks(BLOCK) {
        of.clear();
        rows.clear();
        column.row_ids_for_docs(block, &mut of, &mut rows);
        values.clear();
        values.resize(rows.len(), T::default());
        column.values.get_vals(&rows, &mut values);
        take(&of, &values);
    }
}

/// How many of the articles have each label, by the label's number, and how many have any.
fn label_counts(labels: &StrColumn, docs: &[DocId]) -> (Vec<u32>, usize) {
    let mut counts = vec![0; labels.num_terms()];
    let mut with_any = 0;
    for_values(labels.ords(), docs, |of, ords| {
        with_any += of.chunk_by(|a, b| a == b).count();
        for ord in ords {
            if let Some(count) = counts.get_mut(*ord as usize) {
                *count += 1;
            }
        }
    });
    (counts, with_any)
}

/// The labels that any article has, in their order.
fn named(labels: &StrColumn, counts: Vec<u32>) -> tantivy::Result<Vec<Label>> {
    let (ords, counts): (Vec<u64>, Vec<u32>) = (0..).zip(counts).filter(|(_, count)| *count > 0).unzip();
    let mut named = Vec::with_capacity(ords.len());
    let mut found = ords.iter().zip(counts);
    // One pass over the dictionary: looking labels up one by one costs more than the search itself.
    labels.dictionary().sorted_ords_to_term_cb(&ords, |label| {
        if let Some((ord, count)) = found.next() {
            named.push(Label { ord: *ord, name: String::from_utf8_lossy(label).into_owned(), count: count as usize });
        }
    })?;
    Ok(named)
}

const SECONDS_OF_DAY: i64 = 86_400;

/// How many of the articles were published in each span of time.
fn span_counts(days: &Column<DateTime>, facet: Facet, docs: &[DocId]) -> Vec<(String, usize)> {
    let number = |date: DateTime| date.into_timestamp_secs().div_euclid(SECONDS_OF_DAY);
    let first = number(days.min_value());
    // The dates that the engine can hold are of fewer than 2^18 days.
    let mut counts: Vec<u32> = vec![0; (number(days.max_value()) - first + 1).max(0) as usize];
    for_values(days, docs, |_, dates| {
        for date in dates {
            if let Some(count) = counts.get_mut((number(*date) - first) as usize) {
                *count += 1;
            }
        }
    });
    let mut spans: Vec<(Date, usize)> = Vec::new();
    for (day, count) in (first..).zip(counts).filter(|(_, count)| *count > 0) {
        let begins = facet.begins(civil(day));
        match spans.last_mut() {
            Some((span, all)) if *span == begins => *all += count as usize,
            _ => spans.push((begins, count as usize)),
        }
    }
    let length = facet.span().unwrap_or_default();
    let named = |begins: Date| {
        let mut name = begins.to_string();
        name.truncate(length);
        name
    };
    spans.into_iter().map(|(begins, count)| (named(begins), count)).collect()
}

/// The day of this number, counted from 1970.
fn civil(day: i64) -> Date {
    Timestamp::from_second(day * SECONDS_OF_DAY).map(|at| Offset::UTC.to_datetime(at).date()).unwrap_or_default()
}

/// The counts by name, for the user: labels by count, spans of time in order.
pub(crate) fn values(facets: &[Facet], counts: Counts) -> BTreeMap<String, Vec<FacetValue>> {
    let by_name = facets.iter().zip(counts.values).map(|(facet, counts)| {
        let values = if facet.span().is_some() {
            counts.into_iter().map(|(value, count)| FacetValue { value, count, within: None }).collect()
        } else {
            let mut values = spelled(counts);
            values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
            values
        };
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
fn spelled(counts: Vec<(String, usize)>) -> Vec<FacetValue> {
    // Most labels are there in two spellings.
    let mut labels: HashMap<String, Spellings> = HashMap::with_capacity(counts.len() / 2);
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
