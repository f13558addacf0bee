//! From files to [`Page`]s: which files count, what their bytes are, and in which encoding.
//!
//! Bytes are trusted more than names. A page that cannot be read is an error with its reason, never a panic and never
//! silence; the caller goes on with the next.
//!
//! [`walk`] finds the files, [`records`] reads the pages of one: one for most files, many for an archive.

mod decode;
mod embedded;
mod error;
mod formats;
mod found;
mod layout;
pub mod limits;
mod look;
mod names;
mod open;
mod saved;
mod sniff;
mod twice;
mod unpack;
mod walk;

use std::borrow::Cow;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use flate2::read::MultiGzDecoder;

pub use decode::decode;
pub use error::{ReadError, Unread, WalkError};
pub use found::{Found, LeftOut, Skipped, Unreadable, Walk};
pub use names::{ENDINGS, looked_for};
#[cfg(feature = "index")]
pub(crate) use walk::{INDEX_MARK, alone, place};
pub use walk::{path_text, walk};

use crate::page::{Format, Page, Saved};

/// What is read and what is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// The most bytes a page may have, on disk and decompressed. 64 MiB by default.
    pub max_bytes: u64,
    /// The most seconds that a page may take to be read, told from its size before it is parsed. 1 by default.
    pub max_seconds: u32,
}

impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions { max_bytes: 64 << 20, max_seconds: 1 }
    }
}

/// A page that stood in a file, or why it cannot be read.
#[derive(Debug)]
pub struct Record {
    /// The file, plus `!record` for one of several in an archive.
    pub path: String,
    /// The page.
    pub page: Result<Page, ReadError>,
}

/// Reads the pages of a file that [`walk`] found, in the order in which they stand there.
///
/// Where the saving tool kept several forms of the page, the first that can be read stands for all.
///
/// # Errors
/// Why the file gives no page, or no further ones: an archive that is cut off has given those before the cut.
pub fn records(found: &Found, options: &ReadOptions, on_record: &mut dyn FnMut(Record)) -> Result<(), ReadError> {
    if found.forms.is_empty() {
        // The path may have been typed in another folder; the place is the same everywhere.
        let file = open::open(&found.place).or_else(|_| open::open(&found.path))?;
        return records_in(&found.path, file, options, &mut |record| {
            on_record(found.complete(record, &found.path));
        });
    }
    let mut first_error = None;
    for form in &found.forms {
        let mut read = Vec::new();
        let source = open::open(form);
        // Each form is what its own name says; the page is called after the best of them.
        let result = source.and_then(|source| records_in(form, source, options, &mut |r| read.push(r.page)));
        if let Some(mut page) = read.into_iter().flatten().next() {
            page.path = path_text(&found.path);
            on_record(found.complete(Record { path: page.path.clone(), page: Ok(page) }, form));
            return result;
        }
        first_error = first_error.or(result.err());
    }
    Err(first_error.unwrap_or(ReadError::NoPage { what: "snapshot", missing: "a page that can be read" }))
}

/// Reads the pages in the bytes of a file, whatever its format. `path` is how the file is called in every output, and its
/// ending tells text from Markdown.
///
/// ```
/// use pressmark::read::{ReadOptions, records_in};
///
/// let mhtml = b"Snapshot-Content-Location: https://a.example/rates\nMIME-Version: 1.0\nContent-Type: text/html\n\n<h1>Rates";
/// let mut pages = Vec::new();
/// records_in("a.mhtml".as_ref(), std::io::Cursor::new(mhtml), &ReadOptions::default(), &mut |r| pages.push(r.page))?;
/// assert_eq!(pages[0].as_ref().unwrap().saved.url.as_deref(), Some("https://a.example/rates"));
/// # Ok::<(), pressmark::read::ReadError>(())
/// ```
///
/// # Errors
/// As [`records`].
pub fn records_in(
    path: &Path,
    mut source: impl Read + Seek,
    options: &ReadOptions,
    on_record: &mut dyn FnMut(Record),
) -> Result<(), ReadError> {
    let cx = formats::Context::new(path, options);
    let mut count = 0;
    let on_record = &mut |record| {
        count += 1;
        on_record(record);
    };
    let head = head(&mut source)?;
    source.rewind()?;
    if head.is_empty() {
        return Err(ReadError::Empty);
    } else if head.starts_with(sniff::GZIP) {
        gzipped(path, source, &cx, on_record)?;
    } else if head.starts_with(sniff::WARC) {
        formats::warc(BufReader::new(source), &cx, on_record)?;
    } else if head.starts_with(sniff::ZIP) {
        formats::zip(source, &cx, on_record)?;
    } else {
        let size = source.seek(SeekFrom::End(0))?;
        source.rewind()?;
        plain(path, unpack::whole(source, size, options)?, &cx, on_record)?;
    }
    if count == 0 { Err(ReadError::NotRead { kind: Unread::NoPages }) } else { Ok(()) }
}

fn head(source: &mut impl Read) -> Result<Vec<u8>, ReadError> {
    let mut head = Vec::with_capacity(sniff::WARC.len());
    source.take(sniff::WARC.len() as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// An archive is read as a stream; anything else is one page.
fn gzipped(
    path: &Path,
    mut source: impl Read + Seek,
    cx: &formats::Context,
    on_record: &mut dyn FnMut(Record),
) -> Result<(), ReadError> {
    let gzip = |error| match error {
        ReadError::Io { source } => ReadError::Gzip { source },
        error => error,
    };
    let expected = unpacked_size(&mut source);
    let packed = source.seek(SeekFrom::End(0))?;
    source.rewind()?;
    let mut decoder = MultiGzDecoder::new(BufReader::new(&mut source));
    let start = unpack::start(&mut decoder, sniff::PREFIX);
    if start.bytes.starts_with(sniff::WARC) {
        source.rewind()?;
        let stream = unpack::Gunzip::new(BufReader::new(source));
        return formats::warc(BufReader::new(stream), cx, on_record).map_err(gzip);
    }
    let unpacked = unpack::rest(start, decoder, expected, packed, cx.options).map_err(gzip)?;
    plain(path, unpacked.bytes, cx, on_record)?;
    // A page that is cut off is worth more than none.
    unpacked.damage.map_or(Ok(()), |source| Err(ReadError::Gzip { source }))
}

/// How long the end of a gzip file says that it is unpacked; nothing where it is too short to say.
fn unpacked_size(source: &mut (impl Read + Seek)) -> u64 {
    let mut size = [0; 4];
    let read = source.seek(SeekFrom::End(-4)).and_then(|_| source.read_exact(&mut size));
    read.map_or(0, |()| u64::from(u32::from_le_bytes(size)))
}

/// Formats that are read as a whole.
fn plain(
    path: &Path,
    bytes: Vec<u8>,
    cx: &formats::Context,
    on_record: &mut dyn FnMut(Record),
) -> Result<(), ReadError> {
    if formats::ends_as_zip(&bytes) && !bytes.starts_with(sniff::ZIP) {
        formats::zip(Cursor::new(bytes), cx, on_record)
    } else if formats::is_webarchive(&bytes) {
        formats::webarchive(&bytes, cx, on_record)
    } else if formats::is_mhtml(&bytes) {
        formats::mhtml(&bytes, cx, on_record)
    } else if ending(path) == "json" {
        formats::json(&bytes, cx, on_record)
    } else {
        let page = page_within(path, &bytes, cx.options)?;
        on_record(Record { path: page.path.clone(), page: Ok(page) });
        Ok(())
    }
}

/// The page that bytes hold which are no container, within the limits that are the default. `path` is how the page is called
/// in every output, and its ending tells text from Markdown.
///
/// # Errors
/// [`ReadError::NotText`], [`ReadError::Empty`] (nothing but white space), [`ReadError::TooDeep`],
/// [`ReadError::TooManyAttributes`], [`ReadError::TooTangled`], [`ReadError::TooSlow`].
pub fn page(path: &Path, bytes: &[u8]) -> Result<Page, ReadError> {
    page_within(path, bytes, &ReadOptions::default())
}

fn page_within(path: &Path, bytes: &[u8], options: &ReadOptions) -> Result<Page, ReadError> {
    let text = text(bytes, None)?;
    let name = path_text(path);
    match format(path, &text) {
        Format::Html => html(name, &text, Saved::default(), options),
        format => {
            limits::check_text(&text, options.max_seconds)?;
            Ok(Page { path: name, format, text: text.into_owned(), saved: Saved::default() })
        }
    }
}

/// The page of a container, which is HTML: in this charset unless the bytes contradict, and with this record unless the
/// page itself has a better one.
fn html_page(
    path: String,
    bytes: &[u8],
    charset: Option<&str>,
    record: Saved,
    options: &ReadOptions,
) -> Result<Page, ReadError> {
    html(path, &text(bytes, charset)?, record, options)
}

fn text<'b>(bytes: &'b [u8], charset: Option<&str>) -> Result<Cow<'b, str>, ReadError> {
    if let Some((what, _)) = sniff::binary(bytes) {
        return Err(ReadError::NotText { what });
    }
    let text = decode::decode_as(bytes, charset);
    if text.trim().is_empty() { Err(ReadError::Empty) } else { Ok(text) }
}

fn html(path: String, text: &str, record: Saved, options: &ReadOptions) -> Result<Page, ReadError> {
    if formats::is_link_list(text) {
        return Err(ReadError::NotRead { kind: Unread::Links });
    }
    if sniff::is_redirect(text) {
        return Err(ReadError::NotRead { kind: Unread::Redirect });
    }
    let text = embedded::without_data(text);
    limits::check(&text, options.max_seconds)?;
    let inner = saved::from_html(&text);
    let saved = Saved { url: record.url.or(inner.url), at: record.at.or(inner.at), export: record.export };
    Ok(Page { path, format: Format::Html, text: text.into_owned(), saved })
}

/// Reads the first page of a file, for callers that know that there is one.
///
/// # Errors
/// Those of [`records`].
pub fn read(path: &Path, options: &ReadOptions) -> Result<Page, ReadError> {
    let mut first = None;
    let result = records_in(path, open::open(path)?, options, &mut |record| {
        first.get_or_insert(record.page);
    });
    match (first, result) {
        (Some(page), _) => page,
        (None, Err(error)) => Err(error),
        (None, Ok(())) => Err(ReadError::NoPage { what: "file", missing: "a page" }),
    }
}

/// What stands behind the last dot of a file's name, `.gz` aside, in lower case.
fn ending(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_owned())
}

/// A name that says text or Markdown is believed unless the text is plainly HTML; any other name means HTML only if
/// the text does.
fn format(path: &Path, text: &str) -> Format {
    let html = sniff::looks_like_html(text);
    match ending(path).as_str() {
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
        read(&path, &ReadOptions { max_bytes, ..ReadOptions::default() })
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
    fn an_archive_in_an_archive_is_not_opened() {
        let inner = gzip(&gzip(b"<p>Hello"));
        let error = read_bytes("a.html.gz", &inner, 1000).unwrap_err().to_string();
        assert_eq!(error, "is not a page: its bytes are a gzip archive");
    }

    #[test]
    fn each_unreadable_file_names_its_reason() {
        for (bytes, reason) in [
            (&b""[..], "is empty"),
            (b" \n\t ", "is empty"),
            (b"%PDF-1.4", "is not a page: its bytes are a PDF document"),
            (b"\x00\x00\x01\x02\x03junk", "is not a page: its bytes are binary data"),
            (b"bplist00\xFF\xFF", "is a damaged web archive"),
            (b"PK\x03\x04 and no more", "is a damaged ZIP archive"),
            (b"WARC/1.0\r\n\r\n", "is a damaged WARC: a record without its length"),
            (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nText", "is a MHTML file without an HTML page"),
            (b"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF=x>", "is not read: a list of links without text"),
        ] {
            let error = read_bytes("a.html", bytes, 1000).unwrap_err().to_string();
            assert!(error.starts_with(reason), "{error}");
        }
    }

    #[test]
    fn a_page_that_is_cut_off_is_read_as_far_as_it_goes_and_reported() {
        let words: String = (0..20_000).map(|i| format!("word{} ", i * 7919 % 10_007)).collect();
        let packed = gzip(format!("<p>{words}").as_bytes());
        let mut pages = Vec::new();
        let cut = std::io::Cursor::new(&packed[..packed.len() / 2]);
        let result = records_in("a.html.gz".as_ref(), cut, &ReadOptions::default(), &mut |r| pages.push(r.page));
        assert!(pages[0].as_ref().unwrap().text.starts_with("<p>word0 word7919"));
        assert!(result.unwrap_err().to_string().starts_with("is a damaged gzip file"));
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
