//! In which language a page is read, and in which order it writes day and month.

use jiff::civil::Date;

use super::text::{self, Habits, Order};
use crate::extract::dom::Dom;
use crate::extract::facts::Context;

/// English-speaking regions that write the month first (CLDR's short date formats).
const MONTH_FIRST: &[&str] = &["us", "ph", "pr", "gu"];

/// Domains of countries that are sold to everybody: they tell nothing about a site's country.
const FOR_SALE: &[&str] = &["ai", "cc", "co", "fm", "gg", "io", "ly", "me", "sh", "to", "tv", "ws"];

/// Text longer than this is a paragraph; a date by numbers stands in a short line.
const LONGEST_LINE: usize = 120;

/// No date is shorter than `11/1/26`; most texts of a page are the white space between its elements.
const SHORTEST_LINE: usize = 7;

/// The habits that the page states, or those with the order that it shows.
pub(super) fn habits(cx: &Context, shown: Option<Order>, url: Option<&str>, lang: Option<&str>) -> Habits {
    let tag = cx.dom.by_tag(0..cx.dom.len(), "html").next().and_then(|html| cx.dom.attr(html, "lang"));
    let tags = || tag.into_iter().chain(cx.structured.meta("og:locale")).chain(cx.structured.meta("content-language"));
    let lang = lang.map(str::to_owned).or_else(|| tags().find_map(|tag| split(tag).0));
    let region = tags().find_map(|tag| split(tag).1).or_else(|| country(url?));
    let order = shown.unwrap_or_else(|| usual(lang.as_deref(), region.as_deref()));
    Habits { order, lang }
}

/// The order that the days which the page states for machines tell better than its language.
pub(super) fn agreed(lines: &[&str], days: &[Date]) -> Option<Order> {
    if days.is_empty() { None } else { lines.iter().find_map(|line| text::order_agreed(line, days)) }
}

/// Language and region of a tag like `en-GB` or `en_US`.
fn split(tag: &str) -> (Option<String>, Option<String>) {
    let mut parts = tag.trim().split(['-', '_']).map(str::to_ascii_lowercase);
    let lang = parts.next().filter(|l| matches!(l.len(), 2 | 3));
    (lang, parts.find(|p| p.len() == 2))
}

/// The country of an address by its domain.
fn country(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', ':', '?']).next()?;
    match host.rsplit_once('.')?.1.to_ascii_lowercase() {
        domain if domain == "gov" || domain == "mil" => Some("us".to_owned()),
        domain if domain.len() == 2 && !FOR_SALE.contains(&domain.as_str()) => Some(domain),
        _ => None,
    }
}

fn usual(lang: Option<&str>, region: Option<&str>) -> Order {
    match (lang, region) {
        (Some("en") | None, None | Some("ca")) => Order::Unknown,
        (Some("en") | None, Some(region)) if MONTH_FIRST.contains(&region) => Order::MonthFirst,
        _ => Order::DayFirst,
    }
}

/// The order that a date on the page itself shows by a number above twelve.
pub(super) fn shown(lines: &[&str]) -> Option<Order> {
    lines.iter().find_map(|line| text::order_shown(line))
}

/// The lines that may hold a date by numbers.
pub(super) fn short_lines<'a>(dom: &Dom<'a>) -> Vec<&'a str> {
    let texts = (0..dom.len()).filter_map(|n| dom.text(n));
    texts
        .filter(|text| (SHORTEST_LINE..=LONGEST_LINE).contains(&text.len()) && text.as_bytes().contains(&b'/'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_domains_tell_the_region() {
        assert_eq!(split("en-GB"), (Some("en".to_owned()), Some("gb".to_owned())));
        assert_eq!(split("zh_Hant_TW").1.as_deref(), Some("tw"));
        assert_eq!(country("https://www.a.example.co.uk/x"), Some("uk".to_owned()));
        assert_eq!(country("https://a.gov/x"), Some("us".to_owned()));
        assert_eq!(country("https://a.io"), None);
    }

    #[test]
    fn only_english_without_a_region_leaves_the_order_open() {
        assert_eq!(usual(Some("en"), None), Order::Unknown);
        assert_eq!(usual(Some("en"), Some("us")), Order::MonthFirst);
        assert_eq!(usual(Some("en"), Some("gb")), Order::DayFirst);
        assert_eq!(usual(Some("de"), None), Order::DayFirst);
    }
}
