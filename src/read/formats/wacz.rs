//! WACZ (webrecorder.net): a ZIP archive with WARCs and the list of the pages that somebody wanted. Everything else in
//! the WARCs belongs to those pages: frames, pictures, advertisements.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader, Read, Seek};

use serde::Deserialize;
use url::Url;
use zip::ZipArchive;

use super::super::unpack::Gunzip;
use super::super::{ReadError, sniff};
use super::archive::{damaged, entry};
use super::warc::{self, Capture};
use super::{Context, Record};

const WHAT: &str = "WACZ archive";

/// The lists of pages: those that somebody visited or gave to a crawler, and those that the crawler found from there.
const LISTS: &[&str] = &["pages/pages.jsonl", "pages/extraPages.jsonl"];

pub(super) fn is_wacz(names: &[String]) -> bool {
    names.iter().any(|name| name == LISTS[0] || is_warc(name)) || {
        let has = |name: &str| names.iter().any(|n| n == name);
        has("datapackage.json") && !has("index.html")
    }
}

fn is_warc(name: &str) -> bool {
    name.starts_with("archive/") && (name.ends_with(".warc") || name.ends_with(".warc.gz"))
}

/// Reads the pages listed; all pages, where nothing is listed.
pub(super) fn records<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    names: &[String],
    cx: &Context,
    on: &mut dyn FnMut(Record),
) -> Result<(), ReadError> {
    let mut warcs: Vec<&String> = names.iter().filter(|name| is_warc(name)).collect();
    if warcs.is_empty() {
        return Err(ReadError::NoPage { what: WHAT, missing: "a WARC in it" });
    }
    warcs.sort_unstable();
    let mut wanted = Wanted::default();
    for list in LISTS.iter().filter(|list| names.iter().any(|name| name == *list)) {
        wanted.add(&entry(archive, list, cx)?);
    }
    let mut damage = pass(archive, &warcs, &mut wanted, cx, on)?;
    // A page may have moved to where the archive had been read already.
    if wanted.look_again() {
        damage = damage.or(pass(archive, &warcs, &mut wanted, cx, on)?);
    }
    for (url, status) in wanted.missing() {
        let missing = match status {
            Some(status) => ReadError::Damaged { what: "page", reason: format!("the server answered {status}") },
            None => ReadError::NoPage { what: "page listed in a WACZ archive", missing: "a capture in its WARCs" },
        };
        on(Record { path: cx.record(url), page: Err(missing) });
    }
    damage.map_or(Ok(()), Err)
}

/// Goes through the WARCs once. What is damaged in one of them comes back.
fn pass<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    warcs: &[&String],
    wanted: &mut Wanted,
    cx: &Context,
    on: &mut dyn FnMut(Record),
) -> Result<Option<ReadError>, ReadError> {
    let mut damage = None;
    for name in warcs {
        let mut file = BufReader::new(archive.by_name(name).map_err(damaged)?);
        let mut choose = |capture: &Capture| wanted.take(capture);
        // Names lie here as well: a `.warc` may be packed.
        let read = if file.fill_buf()?.starts_with(sniff::GZIP) {
            warc::chosen(BufReader::new(Gunzip::new(file)), cx, &mut choose, on)
        } else {
            warc::chosen(file, cx, &mut choose, on)
        };
        damage = damage.or(read.err());
    }
    Ok(damage)
}

/// The pages listed, by address, and how many captures of each are still to come.
#[derive(Debug, Default)]
struct Wanted {
    pages: HashMap<String, Listed>,
    /// The addresses as listed, in order.
    listed: Vec<String>,
    /// Whether a page moved to an address that had been passed over.
    missed: bool,
    /// Pages that were passed over.
    passed: HashSet<String>,
}

#[derive(Debug, Default, Clone)]
struct Listed {
    left: usize,
    taken: bool,
    /// What the server answered instead of a page.
    status: Option<u16>,
    moved_to: Option<String>,
}

/// A line of a list. The first line, which says what the list is, has no address.
#[derive(Debug, Deserialize)]
struct Line {
    url: Option<String>,
}

impl Wanted {
    fn add(&mut self, list: &[u8]) {
        for line in list.split(|b| *b == b'\n').filter_map(|line| serde_json::from_slice::<Line>(line).ok()) {
            if let Some(url) = line.url {
                self.pages.entry(normal(&url)).or_default().left += 1;
                self.listed.push(url);
            }
        }
    }

    /// Whether this capture is that of a page listed. The address that a page moved to is listed as well from then on.
    fn take(&mut self, capture: &Capture) -> bool {
        if self.listed.is_empty() {
            return true;
        }
        let address = normal(capture.url);
        let Some(listed) = self.pages.get_mut(&address) else {
            if capture.page {
                self.passed.insert(address);
            }
            return false;
        };
        if let Some(target) = capture.moved_to {
            let target = Url::parse(capture.url).and_then(|base| base.join(target)).map(|url| normal(url.as_str()));
            if let Ok(target) = target.as_ref().map(String::as_str)
                && target != address
            {
                listed.moved_to = Some(target.to_owned());
                let left = listed.left;
                self.missed |= self.passed.contains(target);
                self.pages.entry(target.to_owned()).or_insert(Listed { left, ..Listed::default() });
            }
            return false;
        }
        let take = capture.page && listed.left > 0;
        listed.left -= usize::from(take);
        listed.taken |= take || capture.status == 200;
        listed.status = Some(capture.status);
        take
    }

    /// Whether another pass would find what this one missed.
    fn look_again(&mut self) -> bool {
        std::mem::take(&mut self.missed)
    }

    /// The pages listed of which the archive has nothing but perhaps a refusal; something else than HTML is no loss.
    fn missing(&self) -> impl Iterator<Item = (&String, Option<u16>)> {
        self.listed.iter().filter_map(|url| {
            let mut page = self.pages.get(&normal(url))?;
            for _ in 0..MOST_MOVES {
                match page.moved_to.as_ref().and_then(|target| self.pages.get(target)) {
                    Some(target) => page = target,
                    None => break,
                }
            }
            (!page.taken).then_some((url, page.status))
        })
    }
}

/// A page that moves more often than this goes in circles.
const MOST_MOVES: usize = 10;

/// An address without what differs between a list and a capture: scheme, fragment, the last slash.
fn normal(url: &str) -> String {
    let url = url.split('#').next().unwrap_or(url);
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.trim_end_matches('/').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(urls: &[&str]) -> Wanted {
        let mut wanted = Wanted::default();
        wanted.add(b"{\"format\":\"json-pages-1.0\"}\nno json\n");
        urls.iter().for_each(|url| wanted.add(format!("{{\"url\":\"{url}\"}}").as_bytes()));
        wanted
    }

    fn capture(url: &str) -> Capture<'_> {
        Capture { url, moved_to: None, status: 200, page: true }
    }

    #[test]
    fn only_listed_pages_are_taken_and_each_once() {
        let mut wanted = wanted(&["https://a.example/x", "https://a.example/gone"]);
        assert!(!wanted.take(&capture("https://ads.example/frame")));
        assert!(wanted.take(&capture("http://a.example/x/#top")));
        assert!(!wanted.take(&capture("https://a.example/x")));
        assert!(wanted.missing().eq([(&"https://a.example/gone".to_owned(), None)]));
    }

    #[test]
    fn a_page_that_moved_is_taken_from_where_it_went() {
        let mut wanted = wanted(&["https://a.example/x"]);
        assert!(!wanted.take(&Capture {
            moved_to: Some("/y"),
            status: 301,
            page: false,
            ..capture("https://a.example/x")
        }));
        assert!(!wanted.look_again() && wanted.take(&capture("https://a.example/y")));
        assert_eq!(wanted.missing().count(), 0);
    }

    #[test]
    fn a_page_that_moved_to_what_was_passed_over_is_looked_for_again() {
        let mut wanted = wanted(&["https://a.example/x", "https://a.example/closed"]);
        assert!(!wanted.take(&capture("https://a.example/y")));
        wanted.take(&Capture { moved_to: Some("/y"), status: 301, page: false, ..capture("https://a.example/x") });
        wanted.take(&Capture { status: 403, page: false, ..capture("https://a.example/closed") });
        assert!(wanted.look_again() && wanted.take(&capture("https://a.example/y")));
        assert!(wanted.missing().eq([(&"https://a.example/closed".to_owned(), Some(403))]));
    }

    #[test]
    fn without_a_list_every_page_is_taken() {
        assert!(wanted(&[]).take(&capture("https://a.example/")));
    }
}
