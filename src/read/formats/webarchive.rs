//! Safari's `.webarchive`: a property list, binary or XML, with the page and everything that belongs to it.

use std::io::Cursor;

use plist::stream::{Event, Reader};

use super::super::{ReadError, saved};
use super::{Context, Record};
use crate::page::Saved;

const WHAT: &str = "web archive";
const MAIN: &str = "WebMainResource";

/// A binary property list, or XML that names the page's entry.
pub(crate) fn is_webarchive(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let start = &start[..start.len().min(4096)];
    let has = |mark: &[u8]| memchr::memmem::find(start, mark).is_some();
    bytes.starts_with(b"bplist") || (start.starts_with(b"<?xml") && has(b"<plist") && has(b"<key>Web"))
}

/// Reads the page itself; its frames (`WebSubframeArchives`) are no pages.
pub(crate) fn records(bytes: &[u8], cx: &Context, on: &mut dyn FnMut(Record)) -> Result<(), ReadError> {
    let main = Resource::main(bytes)?.ok_or(ReadError::NoPage { what: WHAT, missing: "a page (WebMainResource)" })?;
    if !main.kind.as_deref().unwrap_or("text/html").contains("html") {
        return Err(ReadError::NoPage { what: WHAT, missing: "an HTML page" });
    }
    let saved = Saved { url: main.url.as_deref().and_then(saved::http), ..Saved::default() };
    on(cx.html(cx.only(), &main.data, main.charset.as_deref(), saved));
    Ok(())
}

/// An entry of the archive.
#[derive(Debug, Default)]
struct Resource {
    data: Vec<u8>,
    url: Option<String>,
    kind: Option<String>,
    charset: Option<String>,
}

/// No archive nests deeper: frames in frames are archives in a list in an archive.
const MOST_DEEP: usize = 64;

impl Resource {
    /// Reads the entry of the page from the events of the list. The list is never built as a tree: a few bytes of a binary
    /// list can stand for gigabytes of it, and nesting for a full stack.
    fn main(bytes: &[u8]) -> Result<Option<Resource>, ReadError> {
        let damaged = |reason: String| ReadError::Damaged { what: WHAT, reason };
        let mut resource = Resource::default();
        // The key last read in the archive itself, and in the entry; every other event of a dictionary is a key.
        let (mut entry, mut key, mut is_key) = (String::new(), String::new(), true);
        let (mut depth, mut read) = (0, 0);
        for event in Reader::new(Cursor::new(bytes)) {
            let event = event.map_err(|error| damaged(error.to_string()))?;
            read += match &event {
                Event::Data(data) => data.len(),
                Event::String(text) => text.len(),
                _ => 1,
            };
            if read > bytes.len().saturating_mul(2) + 1024 || depth > MOST_DEEP {
                return Err(damaged("it repeats or nests without end".to_owned()));
            }
            let in_page = depth == 2 && entry == MAIN;
            match event {
                Event::StartDictionary(_) | Event::StartArray(_) => (depth, is_key) = (depth + 1, true),
                Event::EndCollection if in_page => return Ok((!resource.data.is_empty()).then_some(resource)),
                Event::EndCollection => (depth, is_key) = (depth.saturating_sub(1), true),
                Event::String(text) if is_key && depth <= 2 => {
                    *(if depth == 1 { &mut entry } else { &mut key }) = text.into_owned();
                    is_key = false;
                }
                event => {
                    if in_page {
                        resource.add(&key, event);
                    }
                    is_key = true;
                }
            }
        }
        Ok(None)
    }

    fn add(&mut self, key: &str, value: Event) {
        match (key, value) {
            ("WebResourceData", Event::Data(data)) => self.data = data.into_owned(),
            ("WebResourceURL", Event::String(text)) => self.url = Some(text.into_owned()),
            ("WebResourceMIMEType", Event::String(text)) => self.kind = Some(text.into_owned()),
            ("WebResourceTextEncodingName", Event::String(text)) => self.charset = Some(text.into_owned()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_and_repetition_end_with_a_reason() {
        let list = |inner: &str| format!("<?xml version=\"1.0\"?><plist version=\"1.0\">{inner}</plist>");
        let deep = list(&format!("{}{}", "<array>".repeat(200_000), "</array>".repeat(200_000)));
        assert!(Resource::main(deep.as_bytes()).unwrap_err().to_string().contains("without end"));
        assert!(Resource::main(list("<dict><key>Other</key><true/></dict>").as_bytes()).unwrap().is_none());
        // A binary list whose arrays each hold the next one many times: 16^10 events from 200 bytes.
        let mut laughs = b"bplist00".to_vec();
        let mut offsets = Vec::new();
        for level in 0..10u8 {
            offsets.push(laughs.len() as u8);
            laughs.extend([0xAF, 0x10, 16]);
            laughs.extend([level + 1; 16]);
        }
        offsets.push(laughs.len() as u8);
        laughs.push(0x09);
        let table = laughs.len() as u8;
        laughs.extend(&offsets);
        laughs.extend([0, 0, 0, 0, 0, 0, 1, 1]);
        laughs.extend([0, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, table]);
        assert!(Resource::main(&laughs).unwrap_err().to_string().contains("without end"));
    }
}
