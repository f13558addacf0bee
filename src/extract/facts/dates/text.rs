//! Days written for readers, found in a line of text, in many languages and orders.

use std::ops::Range;

use jiff::civil::Date;

use super::calendars::{self, Calendar};
use super::months::{self, Month};
use super::scan::{Kind, Token, digit, tokens};

/// In which order a page writes day and month when both are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    /// Not known: `3/4/2026` is then nothing, `13/4/2026` and `3.4.2026` still are days.
    Unknown,
}

/// How a page is to be read.
#[derive(Debug, Clone)]
pub(crate) struct Habits {
    pub(crate) order: Order,
    /// ISO 639-1 code of the page's language.
    pub(crate) lang: Option<String>,
}

/// A day found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) day: Date,
    /// Where it stands in the text, in bytes.
    pub(super) at: Range<usize>,
}

/// Longer lines than this, in bytes, are not searched to their end: a date for readers stands at the start of a line or
/// alone.
const MOST_TEXT: usize = 2000;

/// Words that may stand between the parts of a date: "26 de febrero de 2026", "the 26th of February", "2026 m. vasario 26 d.",
/// "2026. gada 26. februāris", "26 февраля 2026 г.", "26 tháng 2 năm 2026"; and the endings of ordinal numbers.
#[rustfmt::skip]
const FILLERS: &[&str] = &["de", "del", "of", "d", "m", "gada", "st", "nd", "rd", "th", "er", "o", "º", "ª", "e", "ste", "года", "року",
    "г", "р", "nam", "thang", "van", "dne", "dem", "den", "من", "y", "al", "i"];

/// The days in a text, in its order.
pub(super) fn find(text: &str, habits: &Habits) -> Vec<Found> {
    // A day and a year are two numbers, of which one has two digits at least: `1 May '26`.
    if !has_numbers(text, 2) {
        return Vec::new();
    }
    let end = (0..=text.len().min(MOST_TEXT)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let tokens = tokens(&text[..end]);
    let line = Line { tokens: &tokens, habits };
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match line.date_at(at) {
            Some((day, next)) => {
                if !line.is_range_end(at) {
                    out.push(Found { day, at: tokens[at].start..tokens[next - 1].end });
                }
                at = next;
            }
            None => at += 1,
        }
    }
    without_periods(text, out)
}

/// Whether a text has so many runs of digits.
fn has_numbers(text: &str, least: usize) -> bool {
    // Most have none, which is soon seen where all is of ASCII.
    if !text.bytes().fold(false, |may, byte| may | byte.is_ascii_digit() | !byte.is_ascii()) {
        return false;
    }
    let mut inside = false;
    let begins = |c: &char| !std::mem::replace(&mut inside, digit(*c).is_some()) && digit(*c).is_some();
    text.chars().filter(begins).take(least).count() == least
}

/// What stands between the first and the last day of a period.
const PERIOD: &[&str] = &["-", "–", "—", "to", "until", "through", "bis", "a", "au", "al", "tot"];

/// The days without those that begin or end a period, `12 May 2026 – 14 May 2026`: an event, an offer.
fn without_periods(text: &str, days: Vec<Found>) -> Vec<Found> {
    let is_period = |a: &Found, b: &Found| {
        let between = text.get(a.at.end..b.at.start).unwrap_or_default().trim().to_lowercase();
        a.day < b.day && PERIOD.contains(&between.as_str())
    };
    let begins: Vec<bool> = days.windows(2).map(|pair| is_period(&pair[0], &pair[1])).collect();
    let is_part = |at: usize| begins.get(at) == Some(&true) || (at > 0 && begins[at - 1]);
    (0..days.len()).filter(|&at| !is_part(at)).map(|at| days[at].clone()).collect()
}

/// Whether a text holds a date by numbers alone that tells the page's order: `26/02/2026` or `02/26/2026`.
pub(super) fn order_shown(text: &str) -> Option<Order> {
    // Most lines have one stroke, as `and/or` has, or few numbers.
    text.bytes().filter(|&byte| byte == b'/').nth(1)?;
    let tokens = has_numbers(text, 3).then(|| tokens(text))?;
    tokens.windows(5).find_map(|w| match (&w[0].kind, &w[1].kind, &w[2].kind, &w[3].kind, &w[4].kind) {
        (
            Kind::Number(a, 1..=2),
            Kind::Mark('/'),
            Kind::Number(b, 1..=2),
            Kind::Mark('/'),
            Kind::Number(1990..=2100, 4),
        ) => match (*a, *b) {
            (13..=31, 1..=12) => Some(Order::DayFirst),
            (1..=12, 13..=31) => Some(Order::MonthFirst),
            _ => None,
        },
        _ => None,
    })
}

/// The order in which a text writes one of the days that the page names elsewhere beyond doubt, where only one order gives
/// such a day.
pub(super) fn order_agreed(text: &str, days: &[Date]) -> Option<Order> {
    let read = |order| find(text, &Habits { order, lang: None }).first().map(|found| found.day);
    let (day_first, month_first) = (read(Order::DayFirst)?, read(Order::MonthFirst)?);
    match (days.contains(&day_first), days.contains(&month_first)) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

struct Line<'a> {
    tokens: &'a [Token<'a>],
    habits: &'a Habits,
}

/// A day, and the position after it.
type Match = Option<(Date, usize)>;

impl Line<'_> {
    fn date_at(&self, at: usize) -> Match {
        if self.is_glued(at) {
            return None;
        }
        let found = match &self.tokens[at].kind {
            Kind::Number(_, 4) => self.year_first(at),
            Kind::Number(_, 1..=2) => self.numbers(at).or_else(|| self.day_month_year(at)),
            Kind::Word(_) => self.month_day_year(at),
            _ => None,
        };
        found.filter(|(_, next)| !self.runs_on(*next))
    }

    fn kind(&self, at: usize) -> Option<&Kind<'_>> {
        self.tokens.get(at).map(|t| &t.kind)
    }

    fn number(&self, at: usize, digits: Range<usize>) -> Option<i16> {
        match self.kind(at)? {
            Kind::Number(value, length) if digits.contains(length) => i16::try_from(*value).ok(),
            _ => None,
        }
    }

    fn day_number(&self, at: usize) -> Option<i8> {
        i8::try_from(self.number(at, 1..3)?).ok().filter(|d| (1..=31).contains(d))
    }

    fn year(&self, at: usize) -> Option<i16> {
        self.number(at, 4..5).filter(|y| (1300..=2643).contains(y))
    }

    /// A year of two digits, where a mark stands before it: `26.02.26`, `26-Feb-26`, `'26`.
    fn short_year(&self, at: usize) -> Option<i16> {
        let token = self.tokens.get(at)?;
        let marked =
            !token.spaced && at > 0 && matches!(self.kind(at - 1), Some(Kind::Mark('.' | '-' | '/' | '\'' | '’')));
        let value = self.number(at, 2..3)?;
        marked.then_some(if value >= 90 { 1900 + value } else { 2000 + value })
    }

    fn mark(&self, at: usize) -> Option<char> {
        match self.kind(at)? {
            Kind::Mark(c) => Some(*c),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.kind(at)? {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The month named at a position, and the position after it; "شباط/فبراير" and "February (2)" count as one name.
    fn month(&self, at: usize) -> Option<(Month, usize)> {
        let (month, next) = self.month_name(at)?;
        match self.mark(next).filter(|c| matches!(c, '/' | '(')).and_then(|_| self.month_name(next + 1)) {
            Some((same, after)) if same == month => Some((month, after + usize::from(self.mark(after) == Some(')')))),
            _ => Some((month, next)),
        }
    }

    fn month_name(&self, at: usize) -> Option<(Month, usize)> {
        let lang = self.habits.lang.as_deref();
        let word = self.word(at)?;
        let next = self.word(at + 1).filter(|_| months::begins_name(word));
        let two = next.and_then(|next| months::month(&format!("{word} {next}"), lang));
        two.map(|m| (m, at + 2)).or_else(|| months::month(word, lang).map(|m| (m, at + 1)))
    }

    /// The position after marks and small words that may stand between the parts of a date.
    fn gap(&self, at: usize) -> usize {
        let fills = |at: &usize| match self.kind(*at) {
            Some(Kind::Mark(c)) => matches!(c, '.' | ',' | '،' | '-' | '–' | '/' | '\'' | '’'),
            Some(Kind::Word(word)) => FILLERS.contains(&&**word),
            _ => false,
        };
        at + (at..at + 3).take_while(fills).count()
    }

    /// `2026-02-26`, `2026. 2. 26.`, `2026年2月26日`, `2026. február 26.`, `2026. gada 26. februāris`
    fn year_first(&self, at: usize) -> Match {
        let year = self.year(at)?;
        if let Some((month, day, next)) = self.year_first_numbers(at) {
            return Some((self.by_numbers(year, month, day)?, next));
        }
        let part = self.gap(at + 1);
        let (day, month, next) = match self.month(part) {
            Some((month, next)) => (self.day_number(self.gap(next))?, month, self.gap(next) + 1),
            None => {
                let (month, next) = self.month(self.gap(part + 1))?;
                (self.day_number(part)?, month, next)
            }
        };
        Some((dated(month, year, day)?, next))
    }

    fn year_first_numbers(&self, at: usize) -> Option<(i8, i8, usize)> {
        let (month, day) = (self.day_number(at + 2)?, self.day_number(at + 4)?);
        let (first, second) = (self.kind(at + 1)?, self.kind(at + 3)?);
        let last = match first {
            Kind::Mark('-' | '/' | '.' | '‑') if first == second => at + 5,
            Kind::Word(unit) if matches!(&**unit, "年" | "년") => at + 6,
            _ => return None,
        };
        Some((month, day, last.min(self.tokens.len())))
    }

    /// `26.02.2026`, `26/02/2026`, `02/26/2026`, `26-02-26`
    fn numbers(&self, at: usize) -> Match {
        let (a, b) = (self.day_number(at)?, self.day_number(at + 2)?);
        let mark = self.mark(at + 1).filter(|c| matches!(c, '.' | '/' | '-' | '|') && self.mark(at + 3) == Some(*c))?;
        let long = self.year(at + 4);
        // A dot with a short year is a clock time or a version as often as a day, unless the day has two digits.
        let year =
            long.or_else(|| self.short_year(at + 4).filter(|_| mark != '-' && self.number(at, 2..3).is_some()))?;
        let order = if mark == '.' { Order::DayFirst } else { self.habits.order };
        let (day, month) = match order {
            _ if a == b || (a > 12 && b <= 12) => (a, b),
            _ if b > 12 && a <= 12 && long.is_some() && mark != '.' => (b, a),
            Order::DayFirst => (a, b),
            Order::MonthFirst => (b, a),
            Order::Unknown if mark == '/' && self.is_american(at) => (b, a),
            Order::Unknown => return None,
        };
        Some((self.by_numbers(year, month, day)?, at + 5))
    }

    /// Whether English writes `3/4/2026`: of its regions only the United States leave out the zeros of both numbers and
    /// part them by strokes (CLDR's short date formats: `M/d/yy`, but `dd/MM/y` in Britain, Ireland and India).
    fn is_american(&self, at: usize) -> bool {
        let is_padded = |at: usize| self.number(at, 2..3).is_some_and(|n| n < 10);
        let is_short = |at: usize| self.number(at, 1..2).is_some();
        self.habits.lang.as_deref() == Some("en")
            && (is_short(at) || is_short(at + 2))
            && !is_padded(at)
            && !is_padded(at + 2)
    }

    /// A day given by numbers: years like 1404 are Iranian on Persian pages, and Islamic (not read) on others; years like
    /// 2569 are Thai on Thai pages.
    fn by_numbers(&self, year: i16, month: i8, day: i8) -> Option<Date> {
        let own = match self.habits.lang.as_deref() {
            Some("fa") => Calendar::Jalali,
            Some("th") => Calendar::Buddhist,
            _ => Calendar::Gregorian,
        };
        let calendar = [Calendar::Gregorian, own].into_iter().find(|calendar| calendar.has(year))?;
        calendars::date(calendar, year, month, day)
    }

    /// `26 February 2026`, `26. Februar 2026`, `26 de febrero de 2026`, `26-Feb-26`
    fn day_month_year(&self, at: usize) -> Match {
        let day = self.day_number(at)?;
        let (month, next) = self.month(self.gap(at + 1)).or_else(|| self.numbered_month(at + 1))?;
        let year_at = self.gap(next);
        let year = self.year(year_at).or_else(|| self.short_year(year_at))?;
        Some((dated(month, year, day)?, year_at + 1))
    }

    /// Vietnamese numbers its months: `26 tháng 2, 2026`.
    fn numbered_month(&self, at: usize) -> Option<(Month, usize)> {
        let number = self.day_number(at + 1).filter(|n| *n <= 12 && self.word(at) == Some("thang"))?;
        Some((Month { calendar: Calendar::Gregorian, number }, at + 2))
    }

    /// `February 26, 2026`, `Feb. 26th 2026`, `Thu Feb 26 10:00:00 GMT 2026`
    fn month_day_year(&self, at: usize) -> Match {
        let (month, next) = self.month(at)?;
        let day_at = self.gap(next);
        let day = self.day_number(day_at)?;
        let year_at = self.gap(day_at + 1);
        let year_at = if self.year(year_at).is_some() { year_at } else { self.after_clock(day_at + 1)? };
        Some((dated(month, self.year(year_at)?, day)?, year_at + 1))
    }

    /// The position after `10:00:00 GMT`, which the C library and Twitter write between day and year.
    fn after_clock(&self, at: usize) -> Option<usize> {
        let is_clock = self.mark(at + 1) == Some(':') && self.number(at, 1..3).is_some();
        (at + 3..at + 8).find(|&next| is_clock && self.year(next).is_some())
    }

    /// Whether the token belongs to something before it: `v2`, `1.26.02.2026`, `€12`.
    fn is_glued(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let Some(before) = at.checked_sub(1).map(|b| &self.tokens[b]).filter(|_| !token.spaced) else { return false };
        match (&before.kind, &token.kind) {
            // A name may run into the date after it: 发布于2026年2月26日, `<b>Ann Lee</b>3.11.2023`.
            (Kind::Word(word), Kind::Number(..)) => word.is_ascii() && word.len() < 3,
            (Kind::Mark('.' | '-' | '/'), Kind::Number(..)) => {
                at >= 2 && !before.spaced && self.number(at - 2, 1..9).is_some()
            }
            (Kind::Mark('€' | '$' | '£' | '#' | '№' | '+'), _) => true,
            _ => false,
        }
    }

    /// Whether digits go on after a date without a space, as in an IP address or a number of many parts.
    fn runs_on(&self, next: usize) -> bool {
        let tight = |at: usize| self.tokens.get(at).is_some_and(|t| !t.spaced);
        tight(next)
            && tight(next + 1)
            && matches!(self.mark(next), Some('.' | '/'))
            && self.number(next + 1, 1..9).is_some()
    }

    /// Whether the date ends a range of days, `12–14 May 2026`: the day of an event, not of publication.
    fn is_range_end(&self, at: usize) -> bool {
        let dash = at >= 2 && matches!(self.mark(at - 1), Some('-' | '–' | '—')) && self.day_number(at - 2).is_some();
        dash && !(at >= 3 && matches!(self.mark(at - 3), Some(':' | '.' | '/' | '-')))
    }
}

/// The day of a named month, in a year of its calendar.
fn dated(month: Month, year: i16, day: i8) -> Option<Date> {
    calendars::date(month.calendar, year, month.number, day).filter(|_| month.calendar.has(year))
}

#[cfg(test)]
mod tests;
