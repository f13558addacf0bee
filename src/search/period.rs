//! Days and spans of days as people type them: `2026`, `2026-02`, `2026-02-26`, `2025..2026-02`, `>2026-02-17`, `30d`,
//! `last month`.

use std::fmt::{self, Display, Formatter};

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan, ZonedDateTime};

/// The days from the first to the last, both counted; open where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first day.
    pub since: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// Why a date filter means nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is no date; write a year, a month or a day, like 2026, 2026-02 or 2026-02-26, two of them joined by .., or 30d, yesterday, \"last month\""
)]
pub struct PeriodError {
    /// What was typed.
    pub text: String,
}

impl Period {
    /// Reads a year, a month, a day; two of them joined by `..`, of which either may be missing; one behind `>`, `>=`, `<`
    /// or `<=`; or days seen from today: `today`, `yesterday`, `30d`, `2 weeks`, `this year`, `last month`, `last 30 days`.
    ///
    /// # Errors
    /// [`PeriodError`] for anything else, and for days that no calendar has.
    ///
    /// ```
    /// use pressmark::search::Period;
    /// let february = Period::parse("2026-02")?;
    /// assert_eq!(february.since.unwrap().to_string(), "2026-02-01");
    /// assert_eq!(february.until.unwrap().to_string(), "2026-02-28");
    /// assert!(Period::parse("some tuesday").is_err());
    /// # Ok::<(), pressmark::search::PeriodError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        Period::read(text, || ZonedDateTime::now().date())
    }

    /// As [`Period::parse`], on another day than today.
    ///
    /// # Errors
    /// As [`Period::parse`].
    pub fn seen_from(today: Date, text: &str) -> Result<Period, PeriodError> {
        Period::read(text, || today)
    }

    /// Asks for today only where the text does: to look up the time zone takes longer than many a search.
    fn read(text: &str, today: impl Fn() -> Date) -> Result<Period, PeriodError> {
        let error = || PeriodError { text: text.to_owned() };
        let text = text.trim();
        let read = |part: &str| single(part).or_else(|| relative(today(), part));
        if let Some((sign, day)) = compared(text) {
            return read(day).and_then(|day| day.compared(sign)).ok_or_else(error);
        }
        match text.split_once("..") {
            Some(("", "")) => Err(error()),
            Some((since, until)) => {
                let end = |part: &str| if part.is_empty() { Some(Period::default()) } else { read(part) };
                let (since, until) = (end(since).ok_or_else(error)?, end(until).ok_or_else(error)?);
                Ok(Period { since: since.since, until: until.until })
            }
            None => read(text).ok_or_else(error),
        }
    }

    /// The first day of what is typed: for `--since`.
    ///
    /// # Errors
    /// As [`Period::parse`].
    pub fn first_day(text: &str) -> Result<Date, PeriodError> {
        Period::parse(text)?.since.ok_or_else(|| PeriodError { text: text.to_owned() })
    }

    /// The last day of what is typed: for `--until`.
    ///
    /// # Errors
    /// As [`Period::parse`].
    pub fn last_day(text: &str) -> Result<Date, PeriodError> {
        Period::parse(text)?.until.ok_or_else(|| PeriodError { text: text.to_owned() })
    }

    /// Whether any day counts.
    pub fn is_open(self) -> bool {
        self == Period::default()
    }

    /// Whether no day counts: the last comes before the first.
    pub fn is_empty(self) -> bool {
        matches!((self.since, self.until), (Some(since), Some(until)) if since > until)
    }

    fn compared(self, sign: &str) -> Option<Period> {
        Some(match sign {
            ">" => Period { since: Some(self.until?.tomorrow().ok()?), until: None },
            ">=" => Period { since: Some(self.since?), until: None },
            "<" => Period { since: None, until: Some(self.since?.yesterday().ok()?) },
            _ => Period { since: None, until: Some(self.until?) },
        })
    }
}

/// As it is typed: `2026-02-01..2026-02-28`, one day where it is only one.
impl Display for Period {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match (self.since, self.until) {
            (Some(since), Some(until)) if since == until => write!(f, "{since}"),
            (since, until) => {
                let day = |d: Option<Date>| d.map_or(String::new(), |d| d.to_string());
                write!(f, "{}..{}", day(since), day(until))
            }
        }
    }
}

/// A sign of comparison and what is compared.
fn compared(text: &str) -> Option<(&'static str, &str)> {
    [">=", "<=", ">", "<"].into_iter().find_map(|sign| Some((sign, text.strip_prefix(sign)?)))
}

/// A year, a month or a day.
fn single(text: &str) -> Option<Period> {
    let parts: Vec<&str> = text.trim().split('-').collect();
    let digits =
        |part: &&str, most: usize| !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(parts.first()?, 4) || parts[0].len() != 4 || !parts[1..].iter().all(|p| digits(p, 2)) {
        return None;
    }
    let year: i16 = parts[0].parse().ok()?;
    let (since, until) = match parts[1..] {
        [] => (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
        [month] => {
            let first = Date::new(year, month.parse().ok()?, 1).ok()?;
            (first, first.last_of_month())
        }
        [month, day] => {
            let day = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
            (day, day)
        }
        _ => return None,
    };
    Some(Period { since: Some(since), until: Some(until) })
}

/// A span of the calendar.
#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The names of spans, short and long.
const UNITS: &[(&str, Unit)] = &[
    ("d", Unit::Day),
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("w", Unit::Week),
    ("week", Unit::Week),
    ("weeks", Unit::Week),
    ("m", Unit::Month),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("y", Unit::Year),
    ("year", Unit::Year),
    ("years", Unit::Year),
];

impl Unit {
    fn named(name: &str) -> Option<Unit> {
        UNITS.iter().find(|(n, _)| *n == name).map(|(_, unit)| *unit)
    }

    fn times(self, count: i32) -> Option<Span> {
        let span = Span::new();
        match self {
            Unit::Day => span.try_days(count),
            Unit::Week => span.try_weeks(count),
            Unit::Month => span.try_months(count),
            Unit::Year => span.try_years(count),
        }
        .ok()
    }

    /// The whole span of the calendar that a day lies in; weeks begin on Monday, as ISO 8601 has it.
    fn around(self, day: Date) -> Option<Period> {
        let (since, until) = match self {
            Unit::Day => (day, day),
            Unit::Week => {
                let monday = day.checked_sub(day.weekday().since(Weekday::Monday).days()).ok()?;
                (monday, monday.checked_add(6.days()).ok()?)
            }
            Unit::Month => (day.first_of_month(), day.last_of_month()),
            Unit::Year => (day.first_of_year(), day.last_of_year()),
        };
        Some(Period { since: Some(since), until: Some(until) })
    }
}

/// Days seen from today. `last month` is the month before this one, `last 2 months` reach to today.
fn relative(today: Date, text: &str) -> Option<Period> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split([' ', '-', '_', '\u{a0}']).filter(|w| !w.is_empty()).collect();
    match words[..] {
        ["today"] => Unit::Day.around(today),
        ["yesterday"] => Unit::Day.around(today.yesterday().ok()?),
        ["this", unit] => Unit::named(unit)?.around(today),
        ["last" | "past" | "previous", unit] if !unit.starts_with(|c: char| c.is_ascii_digit()) => {
            let unit = Unit::named(unit)?;
            unit.around(today.checked_sub(unit.times(1)?).ok()?)
        }
        ["last" | "past" | "previous", both] | [both] => {
            let end = both.find(|c: char| !c.is_ascii_digit())?;
            up_to(today, &both[..end], &both[end..])
        }
        ["last" | "past" | "previous", count, unit] | [count, unit] => up_to(today, count, unit),
        _ => None,
    }
}

/// The days from so many units ago up to today.
fn up_to(today: Date, count: &str, unit: &str) -> Option<Period> {
    let count = Some(count).filter(|c| c.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
    let since = today.checked_sub(Unit::named(unit)?.times(count)?).ok()?;
    Some(Period { since: Some(since), until: Some(today) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On a Wednesday.
    fn days(text: &str) -> String {
        Period::seen_from(Date::constant(2026, 2, 25), text).unwrap().to_string()
    }

    #[test]
    fn years_months_days_and_spans() {
        assert_eq!(days("2024"), "2024-01-01..2024-12-31");
        assert_eq!(days("2024-2"), "2024-02-01..2024-02-29");
        assert_eq!(days("2024-02-29"), "2024-02-29");
        assert_eq!(days("2023-11..2024"), "2023-11-01..2024-12-31");
        assert_eq!(days("..2024-03"), "..2024-03-31");
        assert_eq!(days("2024.."), "2024-01-01..");
        assert_eq!(days("9999-12"), "9999-12-01..9999-12-31");
    }

    #[test]
    fn comparisons() {
        assert_eq!(days(">2026-02"), "2026-03-01..");
        assert_eq!(days(">=2026-02"), "2026-02-01..");
        assert_eq!(days("<2026-02"), "..2026-01-31");
        assert_eq!(days("<=2026-02"), "..2026-02-28");
        assert_eq!(days(">yesterday"), "2026-02-25..");
    }

    #[test]
    fn days_seen_from_today() {
        for (typed, read_as) in [
            ("today", "2026-02-25"),
            ("Yesterday", "2026-02-24"),
            ("30d", "2026-01-26..2026-02-25"),
            ("2 weeks", "2026-02-11..2026-02-25"),
            ("last 2 weeks", "2026-02-11..2026-02-25"),
            ("last-30d", "2026-01-26..2026-02-25"),
            ("this week", "2026-02-23..2026-03-01"),
            ("last week", "2026-02-16..2026-02-22"),
            ("last month", "2026-01-01..2026-01-31"),
            ("last-month", "2026-01-01..2026-01-31"),
            ("last year", "2025-01-01..2025-12-31"),
            ("1y", "2025-02-25..2026-02-25"),
            ("last month..today", "2026-01-01..2026-02-25"),
        ] {
            assert_eq!(days(typed), read_as, "{typed}");
        }
    }

    #[test]
    fn nonsense_is_an_error_that_shows_the_forms() {
        for bad in [
            "",
            "..",
            "24",
            "2024-13",
            "2023-02-29",
            "2024-1-2-3",
            "tuesday",
            "2024/01",
            "-2024",
            "2024-",
            "٢٠٢٦",
            ">",
            ">..",
            "99999999999d",
            "d",
            "last",
            "30",
            "last 30",
            "99999 years",
            ">9999-12-31",
        ] {
            let error = Period::parse(bad).unwrap_err();
            assert!(error.to_string().contains("2026-02-26"), "{bad}");
        }
    }
}
