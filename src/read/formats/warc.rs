//! WARC (ISO 28500): records of what servers answered, one after the other, plain or each a gzip member.
//!
//! The archive is read as a stream, however large it is: a record that is no page is passed over without being kept.
//! The framing is ours for it has to live with what is out there: one gzip member around all records, records cut off,
//! junk between them, addresses in angle brackets (wget).

use std::io::{self, BufRead, Read};

use super::super::unpack::Unpacked;
use super::super::{ReadError, decode, saved, sniff};
use super::headers::{Headers, line};
use super::http::Response;
use super::{Context, Record};
use crate::page::Saved;

const WHAT: &str = "WARC";

/// What a caller wants to know of a record before its page is read.
#[derive(Debug)]
pub(crate) struct Capture<'a> {
    /// The address that was asked for.
    pub(crate) url: &'a str,
    /// Where the server sent the asker on, as it wrote it.
    pub(crate) moved_to: Option<&'a str>,
    /// What the server answered: 200 is success.
    pub(crate) status: u16,
    /// Whether it may be a page: a success that is HTML, or says nothing of itself.
    pub(crate) page: bool,
}

/// Reads every page that was answered with success.
pub(crate) fn records(source: impl BufRead, cx: &Context, on: &mut dyn FnMut(Record)) -> Result<(), ReadError> {
    chosen(source, cx, &mut |_| true, on)
}

/// Reads the pages among the captures that `wanted` says yes to. It is asked about every answer of a server, in order.
///
/// # Errors
/// Where the archive is damaged; what stands before the damage has been handed over.
pub(crate) fn chosen(
    mut source: impl BufRead,
    cx: &Context,
    wanted: &mut dyn FnMut(&Capture) -> bool,
    on: &mut dyn FnMut(Record),
) -> Result<(), ReadError> {
    let mut damage = None;
    while let Some(skipped) = next_record(&mut source)? {
        if skipped > 0 {
            damage.get_or_insert_with(|| format!("{skipped} bytes that belong to no record"));
        }
        let headers = Headers::read(&mut source)?;
        let Some(length) = headers.get("content-length").and_then(|length| length.parse::<u64>().ok()) else {
            damage.get_or_insert_with(|| "a record without its length".to_owned());
            continue;
        };
        let mut block = (&mut source).take(length);
        if let Some(reason) = record(&headers, length, &mut block, cx, wanted, on)? {
            damage.get_or_insert(reason);
        }
        let rest = block.limit();
        if io::copy(&mut block, &mut io::sink())? < rest {
            damage = Some("it ends in the middle of a record".to_owned());
        }
    }
    damage.map_or(Ok(()), |reason| Err(ReadError::Damaged { what: WHAT, reason }))
}

/// Goes to the start of the next record: the number of bytes of junk before it, or nothing at the end.
fn next_record(source: &mut impl BufRead) -> io::Result<Option<usize>> {
    let mut junk = 0;
    loop {
        let ahead = source.fill_buf()?;
        if ahead.is_empty() {
            return Ok(None);
        }
        // A version line cut in two by the buffer's end is met with too little of it to tell; one byte more settles it.
        if ahead.starts_with(b"WARC/") || (ahead.len() < 5 && b"WARC/".starts_with(ahead)) {
            return Ok(Some(junk));
        }
        junk += line(source)?.map_or(0, |line| line.trim().len());
    }
}

/// Hands over the page of a record, if it is one. What is wrong with it beside that comes back.
fn record(
    headers: &Headers,
    length: u64,
    block: &mut impl BufRead,
    cx: &Context,
    wanted: &mut dyn FnMut(&Capture) -> bool,
    on: &mut dyn FnMut(Record),
) -> Result<Option<String>, ReadError> {
    let Some(url) = headers.get("warc-target-uri").and_then(address) else { return Ok(None) };
    let response = match headers.get("warc-type") {
        Some("response") => Response::read(block)?,
        // What was saved without a conversation: its own header says what it is.
        Some("resource") => Response { status: 200, headers: headers.clone() },
        _ => return Ok(None),
    };
    let page = response.status == 200 && response.may_be_html();
    let moved_to = response.headers.get("location").filter(|_| (300..400).contains(&response.status));
    if !wanted(&Capture { url: &url, moved_to, status: response.status, page }) || !page {
        return Ok(None);
    }
    if length > cx.options.max_bytes {
        on(Record { path: cx.record(&url), page: Err(ReadError::TooLarge { limit: cx.options.max_bytes }) });
        return Ok(None);
    }
    let mut body = Vec::new();
    block.read_to_end(&mut body)?;
    let saved = Saved { url: Some(url.clone()), at: headers.get("warc-date").and_then(saved::instant), export: None };
    match response.decoded(body, cx.options) {
        Ok(Unpacked { bytes, damage }) if is_html(&bytes, &response) => {
            on(cx.html(cx.record(&url), &bytes, response.charset(), saved));
            Ok(damage.map(|error| format!("the page at {url} ends early: {error}")))
        }
        Ok(_) => Ok(None),
        Err(error) => {
            on(Record { path: cx.record(&url), page: Err(error) });
            Ok(None)
        }
    }
}

/// Fonts, pixels and scraps of script are answered as HTML too; a page has tags of a page. What names no type has to begin
/// as one.
fn is_html(body: &[u8], response: &Response) -> bool {
    let text = || decode::decode_as(&body[..body.len().min(256 << 10)], response.charset());
    let is_page =
        if response.headers.get("content-type").is_some() { sniff::is_served_html } else { sniff::looks_like_html };
    sniff::binary(body).is_none() && is_page(&text())
}

/// The address of a page of the web, out of wget's angle brackets.
fn address(uri: &str) -> Option<String> {
    saved::http(uri.trim_start_matches('<').trim_end_matches('>'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::ReadOptions;

    const HTTP: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>";

    fn warc(kind: &str, uri: &str, block: &str) -> String {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n\
             Content-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    }

    fn read(bytes: &[u8]) -> (Vec<String>, String) {
        let options = ReadOptions { max_bytes: 10_000, ..ReadOptions::default() };
        let mut paths = Vec::new();
        let result = records(bytes, &Context::new("a.warc".as_ref(), &options), &mut |record| {
            paths.push(match record.page {
                Ok(_) => record.path,
                Err(error) => format!("{} {error}", record.path),
            });
        });
        (paths, result.err().map(|e| e.to_string()).unwrap_or_default())
    }

    #[test]
    fn only_pages_answered_with_success_are_read() {
        let all = warc("warcinfo", "", "x")
            + &warc("request", "https://a.example/1", "GET / HTTP/1.1\r\n\r\n")
            + &warc("response", "<https://a.example/1>", &format!("{HTTP}one"))
            + &warc("response", "https://a.example/1", &format!("{HTTP}again"))
            + &warc("response", "https://a.example/404", &HTTP.replace("200 OK", "404 Not Found"))
            + &warc("response", "https://a.example/x.woff", &HTTP.replace("<html><p>", "wOFF\0\u{1}"))
            + &warc("response", "https://a.example/x.json", &HTTP.replace("text/html", "application/json"))
            + &warc("revisit", "https://a.example/1", HTTP)
            + &warc("resource", "https://a.example/2", "<html><p>two")
            + &warc("resource", "metadata://gnu.org/x", "<html>no page of the web")
            + &warc("response", "https://a.example/large", &format!("{HTTP}{}", "x".repeat(20_000)));
        let large = "a.warc!https://a.example/large is larger than 10000 bytes; raise the cap with --max-bytes";
        let pages =
            ["a.warc!https://a.example/1", "a.warc!https://a.example/1 (2)", "a.warc!https://a.example/2", large];
        assert_eq!(read(all.as_bytes()), (pages.map(str::to_owned).to_vec(), String::new()));
    }

    #[test]
    fn what_is_damaged_costs_no_page_before_or_after_it() {
        let (one, two) = (
            warc("response", "https://a.example/1", &format!("{HTTP}one")),
            warc("response", "https://a.example/2", &format!("{HTTP}two")),
        );
        for (bytes, reason) in [
            (format!("{one}junk\njunk\r\n{two}"), "is a damaged WARC: 8 bytes that belong to no record"),
            (one.replace("Content-Length", "X") + &two, "is a damaged WARC: a record without its length"),
            (format!("{two}{}", &one[..one.len() - 8]), "is a damaged WARC: it ends in the middle of a record"),
        ] {
            let (pages, error) = read(bytes.as_bytes());
            assert!(pages.contains(&"a.warc!https://a.example/2".to_owned()), "{bytes}");
            assert_eq!(error, reason);
        }
        let (head, tail) = one.split_once("Content-Length: ").unwrap();
        let endless = format!("{head}Content-Length: {}{}", u64::MAX, tail.trim_start_matches(char::is_numeric));
        let (pages, error) = read(endless.as_bytes());
        assert!(pages[0].ends_with("raise the cap with --max-bytes"), "{pages:?}");
        assert_eq!(error, "is a damaged WARC: it ends in the middle of a record");
    }
}
