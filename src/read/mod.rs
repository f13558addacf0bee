//! From files to [`Page`]s: which files count, what their bytes are, and in which encoding.
//!
//! Bytes are trusted more than names. A page that cannot be read is an error with its reason, never a panic and never
//! silence; the caller goes on with the next.

mod decode;
mod error;
pub mod limits;
mod saved;
mod sniff;
mod walk;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;

pub use decode::decode;
pub use error::{ReadError, WalkError};
#[cfg(feature = "index")]
pub(crate) use walk::place;
pub use walk::{ENDINGS, Found, Unreadable, Walk, path_text, walk};

use crate::page::{Format, Page};

/// What is read and what is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The most bytes a page may have, on disk and decompressed. 64 MiB by default.
    pub max_bytes: u64,
}

impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions { max_bytes: 64 << 20 }
    }
}

/// The bytes of a file, decompressed where it is gzip, and no more than the cap.
///
/// # Errors
/// [`ReadError::Io`], [`ReadError::TooLarge`], [`ReadError::Gzip`], [`ReadError::Empty`].
pub fn load(path: &Path, options: &ReadOptions) -> Result<Vec<u8>, ReadError> {
    let file = File::open(path)?;
    let bytes = capped(file, options.max_bytes).map_err(ReadError::from)?;
    let bytes = within(bytes, options)?;
    if !bytes.starts_with(sniff::GZIP) {
        return Ok(bytes);
    }
    let plain = capped(MultiGzDecoder::new(bytes.as_slice()), options.max_bytes);
    within(plain.map_err(|source| ReadError::Gzip { source })?, options)
}

/// Reads up to one byte beyond the cap, so that the caller can tell a page at the cap from one over it.
fn capped(reader: impl Read, cap: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(cap.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn within(bytes: Vec<u8>, options: &ReadOptions) -> Result<Vec<u8>, ReadError> {
    if bytes.len() as u64 > options.max_bytes {
        return Err(ReadError::TooLarge { limit: options.max_bytes });
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(bytes)
}

/// The page that bytes hold. `path` is how the page is called in every output, and its ending tells text from Markdown.
///
/// # Errors
/// [`ReadError::NotText`], [`ReadError::Empty`] (nothing but white space), [`ReadError::TooDeep`],
/// [`ReadError::TooManyAttributes`], [`ReadError::TooTangled`].
pub fn page(path: &Path, bytes: &[u8]) -> Result<Page, ReadError> {
    if let Some(what) = sniff::not_text(bytes) {
        return Err(ReadError::NotText { what });
    }
    let text = decode(bytes);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let format = format(path, &text);
    let saved_url = if format == Format::Html {
        limits::check(&text)?;
        saved::url_from_comments(&text)
    } else {
        None
    };
    Ok(Page { path: path_text(path), format, text, saved_url })
}

/// Reads one file: [`load`], then [`page`].
///
/// # Errors
/// Those of both.
pub fn read(path: &Path, options: &ReadOptions) -> Result<Page, ReadError> {
    page(path, &load(path, options)?)
}

/// A name that says text or Markdown is believed unless the text is plainly HTML; any other name means HTML only if
/// the text does.
fn format(path: &Path, text: &str) -> Format {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let html = sniff::looks_like_html(text);
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "md" if !html => Format::Markdown,
        "txt" if !html => Format::Text,
        "html" | "htm" | "xhtml" => Format::Html,
        _ if html || text.trim_start().starts_with('<') => Format::Html,
        _ => Format::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn read_bytes(name: &str, bytes: &[u8], max_bytes: u64) -> Result<Page, ReadError> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        read(&path, &ReadOptions { max_bytes })
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn gzip_is_told_by_its_bytes_not_by_its_name() {
        let page = read_bytes("page.html", &gzip(b"<p>Hello"), 1000).unwrap();
        assert_eq!(page.text, "<p>Hello");
    }

    #[test]
    fn the_cap_holds_before_and_after_decompression() {
        let bomb = gzip(&vec![b' '; 1 << 20]);
        assert!(matches!(read_bytes("a.html.gz", &bomb, 100_000), Err(ReadError::TooLarge { limit: 100_000 })));
        assert!(matches!(read_bytes("a.html", &[b'a'; 11], 10), Err(ReadError::TooLarge { .. })));
        assert!(read_bytes("a.html", &[b'a'; 10], 10).is_ok());
    }

    #[test]
    fn each_unreadable_file_names_its_reason() {
        let half = &gzip(b"<p>Hello world, this is a page")[..20];
        for (bytes, reason) in [
            (&b""[..], "is empty"),
            (b" \n\t ", "is empty"),
            (b"%PDF-1.4", "is not a page: its bytes are a PDF document"),
            (b"\x00\x00\x01\x02\x03junk", "is not a page: its bytes are binary data"),
            (half, "is a damaged gzip file"),
        ] {
            let error = read_bytes("a.html", bytes, 1000).unwrap_err().to_string();
            assert!(error.starts_with(reason), "{error}");
        }
    }

    #[test]
    fn the_text_decides_what_a_name_leaves_open() {
        for (name, text, format) in [
            ("a.txt", "Title\n\nText", Format::Text),
            ("a.txt", "<!doctype html><p>x", Format::Html),
            ("a.md", "# Title", Format::Markdown),
            ("a.html", "no tags at all", Format::Html),
            ("a.orig", "<html><p>x", Format::Html),
            ("README", "just words", Format::Text),
        ] {
            assert_eq!(super::format(Path::new(name), text), format, "{name}");
        }
    }
}
