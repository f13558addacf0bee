//! Exports of read-later services: wallabag's JSON holds the articles; those of Pocket, Omnivore, Readability and every
//! bookmark file hold addresses alone.

use jiff::fmt::strtime;
use serde::Deserialize;
use serde_json::Value;

use super::super::{ReadError, ReadOptions, Unread, decode, saved};
use super::{Context, Record};
use crate::page::{Export, Format, Page, Saved};

/// An entry of wallabag's export. Version 1 repeats every value under a number, which is passed over.
#[derive(Debug, Deserialize)]
struct Entry {
    content: Option<String>,
    url: Option<String>,
    title: Option<String>,
    created_at: Option<String>,
    published_at: Option<String>,
    #[serde(default)]
    published_by: Value,
    language: Option<String>,
    #[serde(default)]
    tags: Value,
}

/// Reads every article of a wallabag export.
///
/// # Errors
/// [`ReadError::NotRead`] for other JSON, and for exports that hold links alone; [`ReadError::Damaged`].
pub(crate) fn records(bytes: &[u8], cx: &Context, on: &mut dyn FnMut(Record)) -> Result<(), ReadError> {
    let text = decode(bytes);
    let kind = |kind| Err(ReadError::NotRead { kind });
    // A cut-off export is damaged, but what is no list of entries in the first place is just other JSON.
    let Ok(entries) = serde_json::from_str::<Vec<Value>>(&text) else {
        return match serde_json::from_str::<Value>(&text) {
            Ok(value) if has_links(&value) => kind(Unread::Links),
            Err(error) if is_export(&text) => {
                Err(ReadError::Damaged { what: "wallabag export", reason: error.to_string() })
            }
            _ => kind(Unread::Json),
        };
    };
    let articles = entries.iter().filter(|entry| is_article(entry)).count();
    if articles == 0 {
        return kind(if entries.iter().any(has_links) { Unread::Links } else { Unread::Json });
    }
    for entry in entries.into_iter().filter(is_article) {
        let name = entry.get("url").and_then(Value::as_str).unwrap_or("entry").to_owned();
        let path = cx.record(&name);
        let page = match serde_json::from_value::<Entry>(entry) {
            Ok(entry) => page(path.clone(), entry, cx.options),
            Err(error) => Err(ReadError::Damaged { what: "entry of a wallabag export", reason: error.to_string() }),
        };
        on(Record { path, page });
    }
    Ok(())
}

fn is_export(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(1 << 20)];
    head.trim_start().starts_with('[') && head.contains("\"content\"") && head.contains("\"url\"")
}

/// An entry with text. One with an address alone has none to be indexed.
fn is_article(entry: &Value) -> bool {
    let has = |key: &str| entry.get(key).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty());
    has("content") && (has("url") || has("title"))
}

/// An entry with an address but no text, or a list of such.
fn has_links(value: &Value) -> bool {
    let linked = |entry: &Value| {
        let keys = ["url", "article__url", "given_url", "resolved_url", "uri", "href", "link"];
        keys.iter().any(|key| entry.get(key).is_some_and(Value::is_string))
    };
    let listed = |list: &Value| list.as_array().is_some_and(|entries| entries.iter().any(linked));
    match value {
        Value::Object(object) => linked(value) || object.values().any(listed),
        value => listed(value),
    }
}

fn page(path: String, entry: Entry, options: &ReadOptions) -> Result<Page, ReadError> {
    let content = entry.content.unwrap_or_default();
    super::super::limits::check(&content, options.max_seconds)?;
    let export = Export {
        title: entry.title.map(|t| html_escape::decode_html_entities(t.trim()).into_owned()).filter(|t| !t.is_empty()),
        authors: list(&entry.published_by),
        published: entry.published_at.as_deref().and_then(rfc3339),
        lang: entry.language.filter(|lang| !lang.is_empty()),
        tags: list(&entry.tags),
    };
    let saved = Saved {
        url: entry.url.as_deref().map(str::trim).and_then(saved::http),
        at: entry.created_at.as_deref().and_then(saved::instant),
        export: Some(Box::new(export)),
    };
    Ok(Page { path, format: Format::Html, text: content, saved })
}

/// Names in a list, or in a string with commas between them; tags may be objects with a label.
fn list(value: &Value) -> Vec<String> {
    let items: Vec<&str> = match value {
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

    #[test]
    fn names_come_in_lists_strings_and_objects() {
        let names = |json: &str| list(&serde_json::from_str(json).unwrap());
        assert_eq!(names(r#""a, b ,""#), ["a", "b"]);
        assert_eq!(names(r#"["a", {"label": "b"}, null, 3]"#), ["a", "b"]);
        assert!(names("{}").is_empty());
    }
}
