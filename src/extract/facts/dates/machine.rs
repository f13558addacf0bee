//! Dates in attributes, metas and JSON-LD: ISO 8601, RFC 2822, Unix seconds, and whatever else sites put there.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use super::scan::{Kind, Token, tokens};
use super::text::{self, Habits, Order};
use crate::article::Moment;

/// A day as written, with the time and the offset where they are written too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) day: Date,
    pub(super) time: Option<Time>,
    pub(super) offset: Option<Offset>,
}

impl Stamp {
    pub(super) fn day(day: Date) -> Stamp {
        Stamp { day, time: None, offset: None }
    }

    pub(super) fn instant(&self) -> Option<Timestamp> {
        self.offset?.to_timestamp(DateTime::from_parts(self.day, self.time?)).ok()
    }

    /// The form that goes into the article. A time without an offset is no instant, and RFC 3339 cannot write it.
    pub(super) fn moment(&self) -> Moment {
        let (Some(instant), Some(offset), Some(time)) = (self.instant(), self.offset, self.time) else {
            return Moment::day(self.day);
        };
        let seconds = offset.seconds();
        let zone = match seconds {
            0 => "Z".to_owned(),
            _ => {
                let sign = if seconds < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", seconds.abs() / 3600, seconds.abs() / 60 % 60)
            }
        };
        let text = format!("{}T{:02}:{:02}:{:02}{zone}", self.day, time.hour(), time.minute(), time.second());
        Moment { day: self.day, instant: Some(instant), text }
    }
}

/// A longer value is not a date but a text with one in it.
const LONGEST: usize = 100;

/// Offsets of the zones that RFC 2822 names, and of Central Europe's, in hours.
const ZONES: &[(&str, i8)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
    ("cet", 1),
    ("cest", 2),
];

/// The moment that a value names.
///
/// The page's order of day and month says nothing about `11/01/2023` in an attribute: servers write those in the order of
/// their own country, so such a value is not read.
pub(super) fn parse(value: &str, habits: &Habits) -> Option<Stamp> {
    let value = value.trim();
    if value.len() > LONGEST {
        return None;
    }
    if let Some(stamp) = digits_only(value) {
        return Some(stamp);
    }
    if let Some((day, rest)) = compact_day(value) {
        return Some(with_clock(day, rest));
    }
    let habits = &Habits { order: Order::Unknown, lang: habits.lang.clone() };
    let found = text::find(value, habits).into_iter().next()?;
    Some(with_clock(found.day, &value[found.at.end..]))
}

/// Unix seconds or milliseconds, `20260226` or `20260226233000`.
fn digits_only(value: &str) -> Option<Stamp> {
    if !value.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match value.len() {
        8 | 14 => compact_day(value).map(|(day, rest)| with_clock(day, rest)),
        10 => utc(Timestamp::from_second(value.parse().ok()?).ok()?),
        13 => utc(Timestamp::from_millisecond(value.parse().ok()?).ok()?),
        _ => None,
    }
}

fn utc(instant: Timestamp) -> Option<Stamp> {
    let local = Offset::UTC.to_datetime(instant);
    Some(Stamp { day: local.date(), time: Some(local.time()), offset: Some(Offset::UTC) })
}

/// A day without marks at the start of a value, and what follows it.
pub(super) fn compact_day(value: &str) -> Option<(Date, &str)> {
    let (digits, rest) = value.split_at_checked(8).filter(|(d, _)| d.bytes().all(|b| b.is_ascii_digit()))?;
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i16>().ok();
    let (month, day) = (i8::try_from(part(4..6)?).ok()?, i8::try_from(part(6..8)?).ok()?);
    let date = Date::new(part(0..4)?, month, day).ok().filter(|d| d.year() >= 1990)?;
    Some((date, rest))
}

/// The day with the time of day that follows it, if one does.
fn with_clock(day: Date, rest: &str) -> Stamp {
    let tokens = tokens(rest);
    let Some((time, next)) = (0..tokens.len().min(4)).find_map(|at| clock(&tokens, at)) else { return Stamp::day(day) };
    Stamp { day, time: Some(time), offset: offset(tokens.get(next..).unwrap_or_default()) }
}

fn number(tokens: &[Token], at: usize) -> Option<u32> {
    match tokens.get(at)?.kind {
        Kind::Number(value, 1..=2) => Some(value),
        _ => None,
    }
}

fn is_mark(tokens: &[Token], at: usize, mark: char) -> bool {
    tokens.get(at).is_some_and(|t| t.kind == Kind::Mark(mark))
}

fn word<'t>(tokens: &'t [Token], at: usize) -> Option<&'t str> {
    match &tokens.get(at)?.kind {
        Kind::Word(word) => Some(word),
        _ => None,
    }
}

/// `23:30`, `23:30:05.123`, `11:30 pm` or `233005` at a position, and the position after it.
fn clock(tokens: &[Token], at: usize) -> Option<(Time, usize)> {
    if let Kind::Number(value, 6) = tokens.get(at)?.kind {
        return Some((time(value / 10_000, value / 100 % 100, value % 100)?, at + 1));
    }
    let (hour, minute) = (number(tokens, at)?, number(tokens, at + 2).filter(|_| is_mark(tokens, at + 1, ':'))?);
    let mut next = at + 3;
    let mut second = 0;
    if let Some(value) = number(tokens, next + 1).filter(|_| is_mark(tokens, next, ':')) {
        (second, next) = (value, next + 2);
    }
    if is_mark(tokens, next, '.') && matches!(tokens.get(next + 1).map(|t| &t.kind), Some(Kind::Number(..))) {
        next += 2;
    }
    let hour = match word(tokens, next) {
        Some("am") if hour <= 12 => hour % 12,
        Some("pm") if hour <= 12 => hour % 12 + 12,
        _ => return Some((time(hour, minute, second)?, next)),
    };
    Some((time(hour, minute, second)?, next + 1))
}

fn time(hour: u32, minute: u32, second: u32) -> Option<Time> {
    let part = |n: u32| i8::try_from(n).ok();
    // A leap second counts as the one before it, as everywhere on Unix.
    Time::new(part(hour)?, part(minute)?, part(second.min(59))?, 0).ok()
}

/// `Z`, `+01:00`, `-0500`, `+01`, `EST` or `GMT+0100` at the start.
fn offset(tokens: &[Token]) -> Option<Offset> {
    let named = word(tokens, 0).map(|name| ZONES.iter().find(|(zone, _)| *zone == name).map(|(_, hours)| *hours));
    let tokens = if named.is_some() { &tokens[1..] } else { tokens };
    let sign = match tokens.first().map(|t| &t.kind) {
        Some(Kind::Mark('+')) => 1,
        Some(Kind::Mark('-' | '−')) => -1,
        _ => return Offset::from_seconds(i32::from(named??) * 3600).ok(),
    };
    let (hours, minutes) = match tokens.get(1)?.kind {
        Kind::Number(value, 4) => (value / 100, value % 100),
        Kind::Number(value, 1..=2) => (value, number(tokens, 3).filter(|_| is_mark(tokens, 2, ':')).unwrap_or(0)),
        _ => return None,
    };
    // No place on earth is further than 14 hours from Greenwich.
    (hours <= 14 && minutes < 60)
        .then(|| Offset::from_seconds(sign * (hours as i32 * 3600 + minutes as i32 * 60)).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> Option<String> {
        parse(value, &Habits { order: Order::DayFirst, lang: None }).map(|stamp| stamp.moment().text)
    }

    #[test]
    fn machine_forms_keep_their_offset() {
        for (value, expected) in [
            ("2026-02-26", "2026-02-26"),
            ("2026-02-26T23:30:00-05:00", "2026-02-26T23:30:00-05:00"),
            ("2026-02-26T23:30:00.123456Z", "2026-02-26T23:30:00Z"),
            ("2026-02-26T23:30:05+0530", "2026-02-26T23:30:05+05:30"),
            ("2026-02-26T23:30+01", "2026-02-26T23:30:00+01:00"),
            ("2026-02-26 23:30:00 UTC", "2026-02-26T23:30:00Z"),
            ("2026-02-26T23:30:00", "2026-02-26"),
            ("2026-02-26T23:30:00+01:00[Europe/Berlin]", "2026-02-26T23:30:00+01:00"),
            ("20260226", "2026-02-26"),
            ("20260226T233000Z", "2026-02-26T23:30:00Z"),
            ("20260226233000", "2026-02-26"),
            ("1772148600", "2026-02-26T23:30:00Z"),
            ("1772148600000", "2026-02-26T23:30:00Z"),
            ("Thu, 26 Feb 2026 23:30:00 GMT", "2026-02-26T23:30:00Z"),
            ("Thu, 26 Feb 2026 23:30:00 EST", "2026-02-26T23:30:00-05:00"),
            ("Thu Feb 26 2026 23:30:00 GMT-0330 (NST)", "2026-02-26T23:30:00-03:30"),
            ("February 26, 2026 11:30 pm", "2026-02-26"),
            ("26.02.2026 - 10:30", "2026-02-26"),
            (" 2026/02/26 ", "2026-02-26"),
        ] {
            assert_eq!(text(value).as_deref(), Some(expected), "{value}");
        }
    }

    #[test]
    fn values_that_name_no_day_are_none() {
        for value in [
            "",
            "2026",
            "2026-02",
            "now",
            "2026-02-30",
            "20261301",
            "99999999",
            "11/01/2026",
            "1234567",
            "[object Object]",
        ] {
            assert_eq!(text(value), None, "{value}");
        }
        assert_eq!(text(&format!("2026-02-26{}", " ".repeat(LONGEST) + "x")), None);
    }

    #[test]
    fn the_day_is_the_publishers() {
        let stamp = parse("2026-02-26T23:30:00-05:00", &Habits { order: Order::Unknown, lang: None }).unwrap();
        let moment = stamp.moment();
        assert_eq!(moment.day.to_string(), "2026-02-26");
        assert_eq!(moment.instant.unwrap().to_string(), "2026-02-27T04:30:00Z");
    }
}
