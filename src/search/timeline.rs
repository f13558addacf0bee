//! The matching articles over time.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::hit::{FacetValue, Span};

/// A timeline of more spans than this is drawn in wider ones.
const MOST_SPANS: usize = 60;

/// No list of spans is longer: a date of the year 1 among today's makes no million of empty days.
const MOST_LISTED: usize = 4000;

/// How wide the spans of a timeline are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// As wide as it takes to show all in sixty.
    Auto,
    /// Days.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Unit {
    fn around(self, day: Date) -> (Date, Date) {
        match self {
            Unit::Auto | Unit::Day => (day, day),
            Unit::Month => (day.first_of_month(), day.last_of_month()),
            Unit::Year => (day.first_of_year(), day.last_of_year()),
        }
    }

    fn name(self, first: Date) -> String {
        let name = first.to_string();
        let length = match self {
            Unit::Auto | Unit::Day => name.len(),
            Unit::Month => 7,
            Unit::Year => 4,
        };
        name.get(..length).unwrap_or(&name).to_owned()
    }

    /// How many spans reach from one day to another.
    fn between(self, first: Date, last: Date) -> usize {
        let years = i64::from(last.year()) - i64::from(first.year());
        let count = match self {
            Unit::Auto | Unit::Day => last.duration_since(first).as_hours() / 24 + 1,
            Unit::Month => years * 12 + i64::from(last.month()) - i64::from(first.month()) + 1,
            Unit::Year => years + 1,
        };
        usize::try_from(count).unwrap_or(0)
    }
}

/// Spans that follow each other from the first day with an article to the last, those without one among them.
pub(super) fn timeline(unit: Unit, days: &[FacetValue]) -> Vec<Span> {
    let days: BTreeMap<Date, usize> = days.iter().filter_map(|d| Some((d.value.parse().ok()?, d.count))).collect();
    let (Some((&first, _)), Some((&last, _))) = (days.first_key_value(), days.last_key_value()) else {
        return Vec::new();
    };
    let fits = |unit: &Unit| unit.between(first, last) <= if *unit == Unit::Year { MOST_LISTED } else { MOST_SPANS };
    let unit = match unit {
        Unit::Auto => [Unit::Day, Unit::Month, Unit::Year].into_iter().find(fits).unwrap_or(Unit::Year),
        chosen if chosen.between(first, last) > MOST_LISTED => Unit::Year,
        chosen => chosen,
    };
    let mut spans = Vec::new();
    let mut next = Some(unit.around(first).0);
    while let Some(since) = next.filter(|day| *day <= last && spans.len() < MOST_LISTED) {
        let (since, until) = unit.around(since);
        let count = days.range(since..=until).map(|(_, count)| count).sum();
        spans.push(Span { name: unit.name(since), since, until, count });
        next = until.checked_add(1.day()).ok();
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(unit: Unit, days: &[(&str, usize)]) -> Vec<(String, usize)> {
        let days: Vec<FacetValue> = days
            .iter()
            .map(|(value, count)| FacetValue { value: (*value).to_owned(), count: *count, within: None })
            .collect();
        timeline(unit, &days).into_iter().map(|s| (s.name, s.count)).collect()
    }

    #[test]
    fn spans_without_an_article_are_there_too() {
        let months = of(Unit::Month, &[("2025-11-03", 2), ("2025-11-30", 1), ("2026-02-01", 4)]);
        let expected = [("2025-11", 3), ("2025-12", 0), ("2026-01", 0), ("2026-02", 4)];
        assert_eq!(months, expected.map(|(name, count)| (name.to_owned(), count)));
    }

    #[test]
    fn spans_are_as_wide_as_it_takes() {
        assert_eq!(of(Unit::Auto, &[("2026-01-01", 1), ("2026-01-20", 1)]).len(), 20);
        assert_eq!(of(Unit::Auto, &[("2024-01-01", 1), ("2026-01-20", 1)]).len(), 25);
        assert_eq!(of(Unit::Auto, &[("1990-01-01", 1), ("2026-01-20", 1)]).len(), 37);
        assert!(of(Unit::Day, &[("1700-01-01", 1), ("2026-01-20", 1)]).len() <= MOST_LISTED);
        assert!(of(Unit::Auto, &[]).is_empty());
    }
}
