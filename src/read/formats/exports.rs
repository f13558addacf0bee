//! Exports of read-later services: wallabag's JSON holds the articles; those of Pocket, Omnivore, Readability and every
//! bookmark file hold addresses alone.

use jiff::fmt::strtime;
use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::super::{ReadError, ReadOptions, Unread, decode, saved};
use super::{Context, Record};
use crate::page::{Export, Format, Page, Saved};

/// An entry of wallabag's export. Version 1 repeats every value under a number, which is passed over.
#[derive(Debug, Deserialize)]
struct Entry<'j> {
    content: Option<String>,
    url: Option<String>,
    title: Option<String>,
    created_at: Option<String>,
    published_at: Option<String>,
    #[serde(borrow)]
    published_by: Option<&'j RawValue>,
    language: Option<String>,
    #[serde(borrow)]
    tags: Option<&'j RawValue>,
    /// The names of the address in exports that have no text.
    #[serde(alias = "article__url", alias = "given_url", alias = "resolved_url", alias = "uri", alias = "href")]
    link: Option<IgnoredAny>,
}

/// Reads every article of a wallabag export, entry by entry, for such a file may be large.
///
/// # Errors
/// [`ReadError::NotRead`] for other JSON, and for exports that hold links alone; [`ReadError::Damaged`] where it is cut off,
/// after the articles before that.
pub(crate) fn records(bytes: &[u8], cx: &Context, on: &mut dyn FnMut(Record)) -> Result<(), ReadError> {
    let text = decode(bytes);
    let mut export = Entries { cx, on, articles: 0, links: 0 };
    let mut json = serde_json::Deserializer::from_str(&text);
    let read = json.deserialize_seq(&mut export);
    let Entries { articles, links, .. } = export;
    match read {
        Err(error) if articles > 0 => {
            Err(ReadError::Damaged { what: "wallabag export", reason: format!("after {articles} articles: {error}") })
        }
        _ if articles > 0 => Ok(()),
        _ if links > 0 || lists_links(&text) => Err(ReadError::NotRead { kind: Unread::Links }),
        _ => Err(ReadError::NotRead { kind: Unread::Json }),
    }
}

/// Hands over the entries of a list as they are read.
struct Entries<'a, 'o> {
    cx: &'a Context<'a>,
    on: &'o mut dyn FnMut(Record),
    articles: usize,
    links: usize,
}

impl<'j> Visitor<'j> for &mut Entries<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a list of entries")
    }

    fn visit_seq<A: SeqAccess<'j>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(entry) = list.next_element::<&RawValue>()? {
            // What is no entry is something else's list.
            if let Ok(entry) = serde_json::from_str::<Entry>(entry.get()) {
                self.entry(entry);
            }
        }
        Ok(())
    }
}

impl Entries<'_, '_> {
    /// An entry with text is an article; one with an address alone has nothing to be indexed.
    fn entry(&mut self, entry: Entry) {
        let has = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        if has(&entry.content) && (has(&entry.url) || has(&entry.title)) {
            self.articles += 1;
            let path = self.cx.record(entry.url.as_deref().unwrap_or("entry"));
            let page = page(path.clone(), entry, self.cx.options);
            (self.on)(Record { path, page });
        } else {
            self.links += usize::from(has(&entry.url) || entry.link.is_some());
        }
    }
}

/// Whether other JSON speaks of addresses under the names that exports have for them.
fn lists_links(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(64 << 10)];
    ["\"bookmarks\"", "\"article__url\"", "\"given_url\"", "\"resolved_url\""].iter().any(|name| head.contains(name))
}

fn page(path: String, entry: Entry<'_>, options: &ReadOptions) -> Result<Page, ReadError> {
    let content = entry.content.unwrap_or_default();
    super::super::limits::check(&content, options.max_seconds)?;
    let export = Export {
        title: entry.title.map(|t| html_escape::decode_html_entities(t.trim()).into_owned()).filter(|t| !t.is_empty()),
        authors: list(entry.published_by),
        published: entry.published_at.as_deref().and_then(rfc3339),
        lang: entry.language.filter(|lang| !lang.is_empty()),
        tags: list(entry.tags),
    };
    let saved = Saved {
        url: entry.url.as_deref().map(str::trim).and_then(saved::http),
        at: entry.created_at.as_deref().and_then(saved::instant),
        export: Some(Box::new(export)),
    };
    Ok(Page { path, format: Format::Html, text: content, saved })
}

/// More than this is no list of names.
const LONGEST_LIST: usize = 64 << 10;

/// Names in a list, or in a string with commas between them; tags may be objects with a label.
fn list(value: Option<&RawValue>) -> Vec<String> {
    let json = value.map_or("null", RawValue::get);
    let value: Value =
        Some(json).filter(|j| j.len() <= LONGEST_LIST).and_then(|j| serde_json::from_str(j).ok()).unwrap_or_default();
    let items: Vec<&str> = match &value {
        Value::String(text) => text.split(',').collect(),
        Value::Array(items) => items.iter().filter_map(|i| i.as_str().or_else(|| i.get("label")?.as_str())).collect(),
        _ => Vec::new(),
    };
    items.into_iter().map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// RFC 3339 from what wallabag writes: an offset without a colon, or no offset.
fn rfc3339(text: &str) -> Option<String> {
    for (pattern, out) in [("%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S%:z"), ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")]
    {
        if let Ok(parsed) = strtime::parse(pattern, text) {
            return parsed.to_string(out).ok();
        }
    }
    (text.len() >= 10).then(|| text.to_owned())
}

/// What tells a page that is a list of links from one that has some.
const LINK_LISTS: &[(&str, &str)] = &[
    ("<!DOCTYPE NETSCAPE-Bookmark-file-1", "bookmarks, as every browser, Pinboard and Delicious write them"),
    ("<title>Pocket Export</title>", "Pocket"),
    ("<title>Instapaper: Export</title>", "Instapaper"),
    ("<title>Local index - HTTrack", "the start page of a mirror by HTTrack"),
];

/// Whether a page of HTML is an export of addresses.
pub(crate) fn is_link_list(html: &str) -> bool {
    let head = html[..html.floor_char_boundary(2048)].to_ascii_lowercase();
    LINK_LISTS.iter().any(|(sign, _)| head.contains(&sign.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rewritten_as_rfc_3339() {
        assert_eq!(rfc3339("2016-09-08T11:55:58+0200").as_deref(), Some("2016-09-08T11:55:58+02:00"));
        assert_eq!(rfc3339("2016-09-08 11:55:58").as_deref(), Some("2016-09-08T11:55:58"));
        assert_eq!(rfc3339("2016"), None);
    }

    fn read(json: &str) -> (usize, String) {
        let options = ReadOptions::default();
        let mut count = 0;
        let result = records(json.as_bytes(), &Context::new("a.json".as_ref(), &options), &mut |_| count += 1);
        (count, result.err().map(|error| error.to_string()).unwrap_or_default())
    }

    #[test]
    fn entries_are_articles_links_or_something_else() {
        let article = r#"{"url": "https://a.example/1", "content": "<p>Text", "0": "1", "tags": [[[1]]]}"#;
        assert_eq!(
            read(&format!("[{article}, {{\"url\": \"https://a.example/2\", \"content\": \"\"}}]")),
            (1, String::new())
        );
        let (count, error) = read(&format!("[{article}, {{\"url\": \"https"));
        assert!(count == 1 && error.starts_with("is a damaged wallabag export: after 1 articles"), "{error}");
        assert!(read(r#"[{"url": "https://a.example/1"}]"#).1.contains("a list of links"));
        assert!(read(r#"{"bookmarks": [{"article__url": "https://a.example/1"}]}"#).1.contains("a list of links"));
        for other in ["[1, 2]", "{}", "[", "", r#"{"name": "x"}"#, &"[".repeat(100_000)] {
            assert!(read(other).1.contains("a JSON file without articles"), "{}", &other[..other.len().min(20)]);
        }
    }

    #[test]
    fn names_come_in_lists_strings_and_objects() {
        let names = |json: &str| list(Some(&RawValue::from_string(json.to_owned()).unwrap()));
        assert_eq!(names(r#""a, b ,""#), ["a", "b"]);
        assert_eq!(names(r#"["a", {"label": "b"}, null, 3]"#), ["a", "b"]);
        assert!(names("{}").is_empty());
    }
}
