//! Between which days a page can have been published: from the web's beginning until it was saved.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};

use super::text;

/// The web has no pages from before.
pub(super) const FIRST_YEAR: i16 = 1990;

/// The last day that a page can be of: a day of grace after now, or after the day on which it was saved, for zones and
/// clocks that are wrong.
pub(super) fn latest(now: Timestamp, saved: Option<Date>) -> Date {
    let today = Offset::UTC.to_datetime(now).date();
    let last = saved.map_or(today, |s| s.min(today));
    last.checked_add(1.day()).unwrap_or(last)
}

/// How much of the page's start and end is searched for the saver's comment.
const WITHIN: usize = 4096;

/// The day in the comment of SingleFile (`saved date: …`) or HTTrack (`by HTTrack Website Copier/3.x […], …`).
pub(super) fn saved(html: &str) -> Option<Date> {
    let head = &html[..html.floor_char_boundary(WITHIN)];
    let tail = &html[html.ceil_char_boundary(html.len().saturating_sub(WITHIN))..];
    let habits = text::Habits { order: text::Order::Unknown, lang: None };
    [head, tail].iter().find_map(|part| {
        let after = |mark: &str| Some(&part[memchr::memmem::find(part.as_bytes(), mark.as_bytes())? + mark.len()..]);
        let comment = ["saved date:", "by HTTrack Website Copier"].into_iter().find_map(after)?;
        let line = comment.split(['\n', '>']).next().unwrap_or(comment);
        text::find(line, &habits).first().map(|found| found.day)
    })
}
