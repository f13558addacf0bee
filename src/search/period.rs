//! Days and spans of days as people type them: `2026`, `2026-02`, `2026-02-26`, `2025..2026-02`.

use jiff::civil::Date;

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
#[error("`{text}` is no date; write a year, a month or a day, like 2026, 2026-02 or 2026-02-26")]
pub struct PeriodError {
    /// What was typed.
    pub text: String,
}

impl Period {
    /// Reads a year, a month, a day, or two of them joined by `..`; either end may be missing.
    ///
    /// # Errors
    /// [`PeriodError`] for anything else, and for days that no calendar has.
    ///
    /// ```
    /// use pressmark::search::Period;
    /// let february = Period::parse("2026-02")?;
    /// assert_eq!(february.since.unwrap().to_string(), "2026-02-01");
    /// assert_eq!(february.until.unwrap().to_string(), "2026-02-28");
    /// assert!(Period::parse("last tuesday").is_err());
    /// # Ok::<(), pressmark::search::PeriodError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        let error = || PeriodError { text: text.to_owned() };
        match text.split_once("..") {
            Some(("", "")) => Err(error()),
            Some((since, until)) => {
                let end = |part: &str| if part.is_empty() { Some(Period::default()) } else { single(part) };
                let (since, until) = (end(since).ok_or_else(error)?, end(until).ok_or_else(error)?);
                Ok(Period { since: since.since, until: until.until })
            }
            None => single(text).ok_or_else(error),
        }
    }

    /// The first day of what is typed: for `--since`.
    ///
    /// # Errors
    /// As [`Period::parse`].
    pub fn first_day(text: &str) -> Result<Date, PeriodError> {
        single(text).and_then(|p| p.since).ok_or_else(|| PeriodError { text: text.to_owned() })
    }

    /// The last day of what is typed: for `--until`.
    ///
    /// # Errors
    /// As [`Period::parse`].
    pub fn last_day(text: &str) -> Result<Date, PeriodError> {
        single(text).and_then(|p| p.until).ok_or_else(|| PeriodError { text: text.to_owned() })
    }

    /// Whether any day counts.
    pub fn is_open(self) -> bool {
        self == Period::default()
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> String {
        let p = Period::parse(text).unwrap();
        let day = |d: Option<Date>| d.map_or(String::new(), |d| d.to_string());
        format!("{}..{}", day(p.since), day(p.until))
    }

    #[test]
    fn years_months_days_and_spans() {
        assert_eq!(days("2024"), "2024-01-01..2024-12-31");
        assert_eq!(days("2024-2"), "2024-02-01..2024-02-29");
        assert_eq!(days("2024-02-29"), "2024-02-29..2024-02-29");
        assert_eq!(days("2023-11..2024"), "2023-11-01..2024-12-31");
        assert_eq!(days("..2024-03"), "..2024-03-31");
        assert_eq!(days("2024.."), "2024-01-01..");
        assert_eq!(days("9999-12"), "9999-12-01..9999-12-31");
    }

    #[test]
    fn nonsense_is_an_error_that_shows_the_forms() {
        for bad in
            ["", "..", "24", "2024-13", "2023-02-29", "2024-1-2-3", "yesterday", "2024/01", "-2024", "2024-", "٢٠٢٦"]
        {
            let error = Period::parse(bad).unwrap_err();
            assert!(error.to_string().contains("2026-02-26"), "{bad}");
        }
    }
}
