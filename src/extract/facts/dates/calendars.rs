//! Days of other calendars than the Gregorian.
//!
//! The Iranian solar calendar (Jalali) is converted: its arithmetic form and the civil one agree for all the years in
//! which pages are written. So is Thailand's, which differs by its years alone. The Islamic lunar one (Hijri) is recognised by its year and left alone: its months begin by
//! sighting or by national tables, so the day is certain to within a day or two only, and sites that write it nearly
//! always write the Gregorian day beside it.

use jiff::civil::Date;

/// A calendar in which a page may write a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    Jalali,
    /// The Gregorian one with years from the Buddha's death, as Thailand writes them; Gregorian years stand beside its names
    /// of months too.
    Buddhist,
}

impl Calendar {
    /// Whether a page of our time may give this year in the calendar.
    pub(super) fn has(self, year: i16) -> bool {
        match self {
            Calendar::Gregorian => GREGORIAN_YEARS.contains(&year),
            Calendar::Jalali => JALALI_YEARS.contains(&year),
            Calendar::Buddhist => GREGORIAN_YEARS.contains(&year) || GREGORIAN_YEARS.contains(&(year - BUDDHIST)),
        }
    }
}

/// The years in which a page on the web was written.
const GREGORIAN_YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// By so many years Thailand counts more: 2026 is 2569.
const BUDDHIST: i16 = 543;

/// The years in which a page on the web was written, by the Iranian calendar: 1990 to the middle of the century.
const JALALI_YEARS: std::ops::RangeInclusive<i16> = 1368..=1430;

/// The Gregorian day of a day in the calendar, if there is such a day.
pub(super) fn date(calendar: Calendar, year: i16, month: i8, day: i8) -> Option<Date> {
    match calendar {
        Calendar::Gregorian => Date::new(year, month, day).ok(),
        Calendar::Jalali => jalali(year, month, day),
        Calendar::Buddhist if GREGORIAN_YEARS.contains(&year) => Date::new(year, month, day).ok(),
        Calendar::Buddhist => Date::new(year - BUDDHIST, month, day).ok(),
    }
}

/// The Gregorian day of a Jalali one.
///
/// The first six months have 31 days, the next five 30. Within these years leap years follow the cycle of 33 years with
/// leaps at 1, 5, 9, 13, 17, 22, 26 and 30 (Borkowski, "The Persian calendar for 3000 years", 1996).
fn jalali(year: i16, month: i8, day: i8) -> Option<Date> {
    if !JALALI_YEARS.contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let last = match month {
        1..=6 => 31,
        12 if !is_leap(year) => 29,
        _ => 30,
    };
    if !(1..=last).contains(&day) {
        return None;
    }
    let years: i32 = (*JALALI_YEARS.start()..year).map(|y| 365 + i32::from(is_leap(y))).sum();
    let months = 31 * (i32::from(month) - 1) - (i32::from(month) - 7).max(0);
    // 1 Farvardin 1368 was 21 March 1989.
    let days = jiff::Span::new().try_days(years + months + i32::from(day) - 1).ok()?;
    Date::new(1989, 3, 21).ok()?.checked_add(days).ok()
}

fn is_leap(year: i16) -> bool {
    matches!(year % 33, 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iranian_days_are_converted() {
        for ((year, month, day), expected) in [
            ((1368, 1, 1), "1989-03-21"),
            ((1399, 12, 30), "2021-03-20"),
            ((1400, 1, 1), "2021-03-21"),
            ((1403, 12, 30), "2025-03-20"),
            ((1404, 12, 7), "2026-02-26"),
            ((1408, 1, 1), "2029-03-20"),
        ] {
            assert_eq!(date(Calendar::Jalali, year, month, day).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn thai_years_are_converted() {
        assert_eq!(date(Calendar::Buddhist, 2569, 2, 26).unwrap().to_string(), "2026-02-26");
        assert_eq!(date(Calendar::Buddhist, 2026, 2, 26).unwrap().to_string(), "2026-02-26");
        assert_eq!(date(Calendar::Buddhist, 2569, 2, 29), None);
        assert!(!Calendar::Buddhist.has(2200) && !Calendar::Gregorian.has(2569));
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        assert_eq!(date(Calendar::Jalali, 1404, 12, 30), None);
        assert_eq!(date(Calendar::Jalali, 1447, 9, 9), None);
        assert_eq!(date(Calendar::Gregorian, 2025, 2, 29), None);
    }
}
