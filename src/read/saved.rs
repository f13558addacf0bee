//! What the saving tool wrote into the page itself: the original address and the time of saving.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use memchr::memmem;

use crate::page::Saved;

/// How much of the page's start and end is searched for the saver's record.
const WITHIN: usize = 16 << 10;

/// The record in the comment of a browser (`saved from url=(0035)https://…`), of SingleFile (`url: …`, `saved date: …`) or
/// of HTTrack (`Mirrored from host/path by HTTrack …, DATE`), or in the attributes that WebScrapBook gives `<html>`.
pub(crate) fn from_html(html: &str) -> Saved {
    let head = &html[..html.floor_char_boundary(WITHIN)];
    let tail = &html[html.floor_char_boundary(html.len().saturating_sub(WITHIN))..];
    let found = comments(head).chain(comments(tail)).find_map(from_comment);
    found.or_else(|| from_attributes(head)).unwrap_or_default()
}

fn comments(text: &str) -> impl Iterator<Item = &str> {
    const OPEN: &str = "<!--";
    let mut opens = memmem::find_iter(text.as_bytes(), OPEN).peekable();
    std::iter::from_fn(move || {
        let start = opens.next()? + OPEN.len();
        let rest = &text[start..opens.peek().map_or(text.len(), |&next| next)];
        Some(rest.split("-->").next().unwrap_or(rest))
    })
}

fn from_comment(comment: &str) -> Option<Saved> {
    let comment = comment.trim();
    if let Some(rest) = comment.strip_prefix("saved from url=") {
        // The number in brackets is the address's length; the address ends where the comment does.
        let url = rest.split_once(')').map_or(rest, |(_, url)| url);
        return Some(Saved { url: Some(http(url.trim())?), ..Saved::default() });
    }
    if comment.starts_with("Page saved with SingleFile") || comment.starts_with("Archive processed by SingleFile") {
        let line = |key: &str| comment.lines().find_map(|line| line.trim().strip_prefix(key));
        let url = line("url:").and_then(|url| http(url.trim()));
        return Some(Saved { url, at: line("saved date:").and_then(instant), export: None });
    }
    if let Some(rest) = comment.strip_prefix("Mirrored from ") {
        let (address, tool) = rest.split_once(" by HTTrack")?;
        let url = http(address.trim()).or_else(|| http(&format!("http://{}", address.trim())));
        return Some(Saved { url, at: tool.split_once("], ").and_then(|(_, date)| instant(date)), export: None });
    }
    None
}

fn from_attributes(head: &str) -> Option<Saved> {
    let tag = &head[head.find("<html")?..];
    let tag = &tag[..tag.find('>')?];
    let value = |name: &str| {
        let rest = &tag[tag.find(name)? + name.len()..];
        Some(rest.strip_prefix("=\"")?.split('"').next().unwrap_or(rest))
    };
    let url = value("data-scrapbook-source").and_then(http);
    let at = value("data-scrapbook-create").and_then(instant);
    (url.is_some() || at.is_some()).then_some(Saved { url, at, export: None })
}

/// An absolute address of the web.
pub(crate) fn http(address: &str) -> Option<String> {
    let scheme = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let absolute = scheme.starts_with("http://") || scheme.starts_with("https://");
    (absolute && !address.contains(char::is_whitespace)).then(|| address.to_owned())
}

/// Patterns of `strptime` in which tools write a time, beside those of RFC 3339 and RFC 2822.
const PATTERNS: &[(&str, &str)] = &[
    ("%b %d %Y %H:%M:%S GMT%z", "JavaScript's Date: SingleFile, MAF"),
    ("%d %b %Y %H:%M:%S %z", "RFC 2822 with a wrong day of the week: mhtml2html"),
    ("%d %b %Y %H:%M:%S GMT", "HTTP dates: HTTrack, MAFF"),
    ("%Y-%m-%dT%H:%M:%S%z", "wallabag: an offset without a colon"),
    ("%Y-%m-%d %H:%M:%S", "wallabag's older exports, ArchiveBox"),
    ("%Y-%m-%d %H:%M", "ArchiveBox"),
];

/// Reads the time of saving as any of the tools writes it: RFC 3339, RFC 2822, JavaScript, HTTP, seconds since 1970, or
/// the digits of WebScrapBook (`20200421101254231`). A time without an offset is taken for UTC.
pub(crate) fn instant(text: &str) -> Option<Timestamp> {
    // The zone's name in brackets is in the language of the machine.
    let text = text.split('(').next().unwrap_or(text).trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    if let Ok(at) = jiff::fmt::rfc2822::parse(text) {
        return Some(at.timestamp());
    }
    let seconds = text.split('.').next().unwrap_or(text);
    if !seconds.is_empty() && seconds.bytes().all(|b| b.is_ascii_digit()) {
        return digits(seconds);
    }
    const DAYS: &[&str] = &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = DAYS.iter().find_map(|day| text.strip_prefix(day));
    let rest = day.map_or(text, |rest| rest.trim_start_matches([',', ' ']));
    PATTERNS.iter().find_map(|(pattern, _)| {
        let parsed = strtime::parse(pattern, rest).ok()?;
        parsed.to_timestamp().ok().or_else(|| utc(parsed.to_datetime().ok()?))
    })
}

/// Seconds since 1970, or year to second (and beyond) in digits alone.
fn digits(text: &str) -> Option<Timestamp> {
    match text.len() {
        9..=11 => Timestamp::from_second(text.parse().ok()?).ok(),
        14..=17 => utc(strtime::parse("%Y%m%d%H%M%S", &text[..14]).ok()?.to_datetime().ok()?),
        _ => None,
    }
}

fn utc(at: DateTime) -> Option<Timestamp> {
    TimeZone::UTC.to_timestamp(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_saver_leaves_its_record_in_its_own_way() {
        for (html, url, at) in [
            (
                "<!DOCTYPE html>\n<!-- saved from url=(0021)https://a.example/x/y -->\n<html>",
                "https://a.example/x/y",
                "",
            ),
            (
                "<html><!--\n Page saved with SingleFile \n url: https://a.example/z \n saved date: Mon Feb 12 2024 \
                 06:11:07 GMT+0100 (Mitteleuropäische Normalzeit)\n-->",
                "https://a.example/z",
                "2024-02-12T05:11:07Z",
            ),
            (
                "<html></html><!-- Mirrored from a.example/page/z by HTTrack Website Copier/3.x [XR&CO'2013], Wed, 17 Jan \
                 2018 15:34:08 GMT -->",
                "http://a.example/page/z",
                "2018-01-17T15:34:08Z",
            ),
            (
                "<html data-scrapbook-source=\"https://a.example/s\" data-scrapbook-create=\"20260117083011123\">",
                "https://a.example/s",
                "2026-01-17T08:30:11Z",
            ),
        ] {
            let saved = from_html(html);
            assert_eq!(saved.url.as_deref(), Some(url));
            assert_eq!(saved.at.map(|at| at.to_string()).unwrap_or_default(), at, "{html}");
        }
        assert_eq!(from_html("<!-- saved from url=(0014)about:internet -->"), Saved::default());
    }

    #[test]
    fn times_are_read_as_the_tools_write_them() {
        for (text, at) in [
            ("2017-03-06T16:54:09Z", "2017-03-06T16:54:09Z"),
            ("Mon, 17 Dec 2018 10:00:00 -0000", "2018-12-17T10:00:00Z"),
            ("Tue, 5 Sep 2016 22:30:04 -0000", "2016-09-05T22:30:04Z"),
            ("Fri Mar 10 2006 13:40:00 GMT+0100", "2006-03-10T12:40:00Z"),
            ("Thu, 17 Sep 2020 15:52:05 GMT", "2020-09-17T15:52:05Z"),
            ("2016-09-08T11:55:58+0200", "2016-09-08T09:55:58Z"),
            ("1707717218.230103", "2024-02-12T05:53:38Z"),
            ("2024-02-12T06:11:36.765659+00:00", "2024-02-12T06:11:36.765659Z"),
        ] {
            assert_eq!(instant(text).map(|at| at.to_string()).as_deref(), Some(at), "{text}");
        }
        for text in ["", "yesterday", "99999999999999999999", "12", "(", "20261399000000"] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
