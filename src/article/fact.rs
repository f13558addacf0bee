//! What a page says of its article, and where.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;

/// Where a fact was read: `json-ld`, `og`, `meta:parsely-pub-date`, `url`, `text`, …
pub type Source = Cow<'static, str>;

/// A value read from a page, and the place it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// The value itself.
    pub value: T,
    /// The place it came from.
    pub source: Source,
}

impl<T> Fact<T> {
    /// A fact with its source.
    pub fn new(value: T, source: impl Into<Source>) -> Fact<T> {
        Fact { value, source: source.into() }
    }
}

/// A day, and the instant where the page gives one.
///
/// The day is the publisher's: `2026-02-26T23:30:00-05:00` is the 26th, although it is the 27th in Greenwich.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The publisher's local day.
    pub day: Date,
    /// The instant, where the page gave a time and an offset.
    pub instant: Option<Timestamp>,
    /// RFC 3339 date (`2026-02-26`) or date-time, at the precision and offset of the page.
    pub text: String,
}

impl Moment {
    /// Reads an RFC 3339 date, or a date-time with an offset or without.
    ///
    /// ```
    /// use pressmark::article::Moment;
    /// let moment = Moment::parse("2026-02-26T23:30:00-05:00").unwrap();
    /// assert_eq!(moment.day.to_string(), "2026-02-26");
    /// assert_eq!(moment.instant.unwrap().to_string(), "2026-02-27T04:30:00Z");
    /// assert!(Moment::parse("26/02/2026").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Moment> {
        let text = text.trim();
        let day: Date = text.get(..10)?.parse().ok()?;
        let instant = (text.len() > 10).then(|| text.parse::<Timestamp>().ok()).flatten();
        if text.len() > 10 && instant.is_none() && text.parse::<jiff::civil::DateTime>().is_err() {
            return None;
        }
        Some(Moment { day, instant, text: text.to_owned() })
    }

    /// A day without a time.
    pub fn day(day: Date) -> Moment {
        Moment { day, instant: None, text: day.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_dates_or_date_times() {
        for bad in ["", "2026", "2026-13-01", "2026-02-26 maybe", "2026-02-26Tx", "26 February"] {
            assert!(Moment::parse(bad).is_none(), "{bad}");
        }
        assert!(Moment::parse("2026-02-26T10:00:00").unwrap().instant.is_none());
    }
}
