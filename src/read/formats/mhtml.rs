//! MHTML (RFC 2557): a page and what belongs to it as parts of one MIME message, as Chrome, Edge, Opera and Internet
//! Explorer save it.
//!
//! Headers are read by mailparse. Parts are split and decoded here: a page must not be lost because its last picture is
//! cut off, because it has a letter that is not ASCII, or because a boundary was made to take minutes to find.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use mailparse::{MailHeader, MailHeaderMap, ParsedContentType, parse_content_type, parse_headers};

use super::super::{ReadError, saved};
use super::{Context, Record};
use crate::page::Saved;

const WHAT: &str = "MHTML file";

/// How much of a file is looked at for the headers of a message.
const HEAD: usize = 4096;

/// The most bytes of one block of headers.
const MOST_HEADERS: usize = 32 << 10;

/// A page stands in a part of a part at most.
const MOST_DEEP: usize = 4;

/// The message without what editors put before it: a byte order mark, empty lines.
fn begun(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start()
}

/// Whether bytes begin with the headers of a MIME message: the first line is a header, and one says that it is MIME.
pub(crate) fn is_mhtml(bytes: &[u8]) -> bool {
    let start = begun(bytes);
    let head = start[..start.len().min(HEAD)].to_ascii_lowercase();
    let name = head.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
    let mime = [&b"\nmime-version:"[..], b"\ncontent-type: multipart/", b"\nsnapshot-content-location:"];
    name > 1
        && head.get(name) == Some(&b':')
        && (head.starts_with(b"mime-version:") || mime.iter().any(|sign| memchr::memmem::find(&head, sign).is_some()))
}

/// What mails are given when they are written or sent, and saved pages are not.
const OF_MAIL: &[&str] = &["Received", "Return-Path", "Delivered-To", "To", "Message-ID"];

/// Whether bytes begin as a page that was saved as a message, and not as a mail: a folder of mails has thousands without an ending.
/// Chrome and those made of it write the address; others put the page and its pictures together as related parts. Internet
/// Explorer writes a page without pictures as one part, and says who saved it.
pub(crate) fn is_saved_message(head: &[u8]) -> bool {
    let Some(message) = is_mhtml(head).then(|| Part::read(begun(head))).flatten() else { return false };
    let is_saved =
        || message.get("From").is_some_and(|from| from.trim_start_matches(['"', '<']).starts_with("Saved by"));
    let is_mail = || OF_MAIL.iter().any(|header| message.get(header).is_some());
    message.get("Snapshot-Content-Location").is_some()
        || ((message.kind.mimetype == "multipart/related" || is_saved()) && !is_mail())
}

/// Reads the page itself, the root of the message; other parts of HTML are its frames.
///
/// # Errors
/// [`ReadError::Damaged`], also after the page where it was cut off; [`ReadError::NoPage`].
pub(crate) fn records(bytes: &[u8], cx: &Context, on: &mut dyn FnMut(Record)) -> Result<(), ReadError> {
    let damaged = |reason: &str| ReadError::Damaged { what: WHAT, reason: reason.to_owned() };
    let bytes = begun(bytes);
    let message = Part::read(bytes).ok_or_else(|| damaged("its headers are none"))?;
    let (root, is_whole) = match message.boundary() {
        None if message.kind.mimetype.starts_with("multipart/") => return Err(damaged("its headers name no boundary")),
        None => (Part::read(bytes), true),
        Some(boundary) if !parts(message.body, &boundary).any(|_| true) => {
            return Err(damaged("no part begins where its headers say"));
        }
        Some(_) => message.root(message.kind.params.get("start").map(String::as_str), 0),
    };
    let root = root.filter(Part::is_html).ok_or(ReadError::NoPage { what: WHAT, missing: "an HTML page" })?;
    let html = root.decoded();
    if html.trim_ascii().is_empty() {
        return Err(damaged("its page is empty"));
    }
    on(cx.html(cx.only(), &html, root.kind.params.get("charset").map(String::as_str), record(&message, &root)));
    if is_whole { Ok(()) } else { Err(damaged("it ends in the middle of the page")) }
}

fn record(message: &Part, root: &Part) -> Saved {
    let places =
        [message.get("Snapshot-Content-Location"), root.get("Content-Location"), message.get("Content-Location")];
    let url = places.into_iter().flatten().find_map(|place| saved::http(place.trim()));
    Saved { url, at: message.get("Date").as_deref().and_then(saved::instant), export: None }
}

/// A message, or a part of one.
struct Part<'a> {
    headers: Vec<MailHeader<'a>>,
    kind: ParsedContentType,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    fn read(bytes: &'a [u8]) -> Option<Part<'a>> {
        let (headers, end) = parse_headers(&bytes[..bytes.len().min(MOST_HEADERS)]).ok()?;
        let kind = parse_content_type(&headers.get_first_value("Content-Type").unwrap_or_default());
        Some(Part { headers, kind, body: &bytes[end..] })
    }

    fn get(&self, header: &str) -> Option<String> {
        self.headers.get_first_value(header)
    }

    /// What parts the parts. RFC 2046 allows 70 characters; a longer one is a trick.
    fn boundary(&self) -> Option<String> {
        let boundary = self.kind.params.get("boundary").filter(|_| self.kind.mimetype.starts_with("multipart/"))?;
        (1..=200).contains(&boundary.len()).then(|| format!("--{boundary}"))
    }

    fn is_html(&self) -> bool {
        matches!(self.kind.mimetype.as_str(), "text/html" | "application/xhtml+xml")
    }

    /// The part named as the start, else the first of HTML; and whether it ends before the message does.
    fn root(&self, start: Option<&str>, depth: usize) -> (Option<Part<'a>>, bool) {
        let Some(boundary) = self.boundary().filter(|_| depth < MOST_DEEP) else { return (None, true) };
        let mut first = None;
        for (bytes, is_whole) in parts(self.body, &boundary) {
            let Some(part) = Part::read(bytes) else { continue };
            let named = start.is_some() && part.get("Content-ID").as_deref() == start;
            if part.is_html() && (named || start.is_none()) {
                return (Some(part), is_whole);
            }
            if first.is_none() {
                first = if part.is_html() {
                    Some((part, is_whole))
                } else {
                    let (inner, inner_whole) = part.root(None, depth + 1);
                    inner.map(|inner| (inner, is_whole && inner_whole))
                };
            }
            if first.is_some() && start.is_none() {
                break;
            }
        }
        first.map_or((None, true), |(part, is_whole)| (Some(part), is_whole))
    }

    /// The body as it was before it was made fit for mail.
    fn decoded(&self) -> Vec<u8> {
        match self.get("Content-Transfer-Encoding").unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            "quoted-printable" => unquoted(self.body),
            "base64" => unbased(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// The parts between lines that are the boundary, each with whether a boundary ends it.
fn parts<'a>(body: &'a [u8], boundary: &str) -> impl Iterator<Item = (&'a [u8], bool)> {
    let boundary = boundary.as_bytes().to_vec();
    let line_end = |at: usize| body[at..].iter().position(|b| *b == b'\n').map(|i| at + i + 1);
    let mut marks = memchr::memmem::find_iter(body, &boundary)
        .filter(|&at| {
            let rest = &body[at + boundary.len()..];
            let rest = rest.strip_prefix(b"--").unwrap_or(rest);
            (at == 0 || body[at - 1] == b'\n') && rest.first().is_none_or(u8::is_ascii_whitespace)
        })
        .collect::<Vec<_>>()
        .into_iter()
        .peekable();
    let length = boundary.len();
    std::iter::from_fn(move || {
        let mark = marks.next().filter(|mark| !body[mark + length..].starts_with(b"--"))?;
        let start = line_end(mark)?;
        let end = marks.peek().copied();
        let part = &body[start..end.unwrap_or(body.len()).max(start)];
        // The line end before a boundary belongs to the boundary.
        let part = if end.is_some() { part.strip_suffix(b"\n").unwrap_or(part) } else { part };
        let part = if end.is_some() { part.strip_suffix(b"\r").unwrap_or(part) } else { part };
        Some((part, end.is_some()))
    })
}

/// Undoes quoted-printable (RFC 2045, section 6.7). What is no code is kept as it stands.
fn unquoted(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'=', rest) {
        out.extend_from_slice(&rest[..at]);
        let code = &rest[at + 1..];
        let hex = |at: usize| code.get(at).and_then(|b| char::from(*b).to_digit(16));
        let blank = code.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\r')).count();
        rest = if let (Some(high), Some(low)) = (hex(0), hex(1)) {
            out.push((high * 16 + low) as u8);
            &code[2..]
        } else if blank < 200 && code.get(blank) == Some(&b'\n') {
            &code[blank + 1..]
        } else {
            out.push(b'=');
            code
        };
    }
    out.extend_from_slice(rest);
    out
}

/// Undoes base64, as far as it goes: a cut-off end loses a few bytes, not all.
fn unbased(text: &[u8]) -> Vec<u8> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_allow_trailing_bits(true)
            .with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let mut letters: Vec<u8> =
        text.iter().copied().filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).collect();
    if letters.len() % 4 == 1 {
        letters.pop();
    }
    LENIENT.decode(letters).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_is_undone_byte_by_byte() {
        assert_eq!(unquoted(b"a=3D=C3=A9=\r\nb=\nc= \t\nd\xE9 = e=4"), b"a=\xC3\xA9bcd\xE9 = e=4");
        assert_eq!(unquoted(b"=="), b"==");
    }

    #[test]
    fn base64_is_undone_as_far_as_it_goes() {
        assert_eq!(unbased(b"aGVs\r\nbG8="), b"hello");
        assert_eq!(unbased(b"aGVsbG8gd"), b"hello ");
        assert_eq!(unbased(b"!!"), b"");
    }

    #[test]
    fn parts_are_parted_by_whole_lines() {
        let split = |body: &'static [u8]| parts(body, "--b").collect::<Vec<_>>();
        assert_eq!(
            split(b"preamble\r\n--b\r\none\r\n--b \r\ntwo --b\n--bx\r\n--b--\r\nafter"),
            [(&b"one"[..], true), (b"two --b\n--bx", true)]
        );
        assert_eq!(split(b"--b\none"), [(&b"one"[..], false)]);
        assert_eq!(split(b"--b"), []);
        assert_eq!(split(b"none"), []);
    }

    #[test]
    fn hostile_boundaries_take_no_time() {
        let dashes = "-".repeat(6_000_000);
        assert_eq!(parts(dashes.as_bytes(), &"-".repeat(200)).count(), 0);
    }
}
