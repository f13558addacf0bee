//! What a file is by its bytes. Names lie: wget saves fonts as `.html`, browsers save PDFs as `.htm`.

/// What is done with bytes that are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Pdf,
    Zim,
    Office,
    /// Something packed that has to be unpacked first.
    Packed,
    /// What pages show: pictures, fonts, sound, film.
    Media,
    Other,
}

/// Signatures of formats that turn up under a page's name, with the words used to report them.
const SIGNATURES: &[(&[u8], &str, Class)] = &[
    (b"%PDF-", "a PDF document", Class::Pdf),
    (ZIP, "a ZIP archive", Class::Packed),
    (b"ZIM\x04", "a ZIM archive", Class::Zim),
    (b"\x89PNG", "a PNG picture", Class::Media),
    (b"\xFF\xD8\xFF", "a JPEG picture", Class::Media),
    (b"GIF8", "a GIF picture", Class::Media),
    (b"RIFF", "a RIFF media file", Class::Media),
    (b"wOFF", "a font", Class::Media),
    (b"wOF2", "a font", Class::Media),
    (b"OTTO", "a font", Class::Media),
    (b"\x00\x01\x00\x00", "a font", Class::Media),
    (b"\x7FELF", "a program", Class::Other),
    (b"MZ", "a program", Class::Other),
    (b"bplist", "a binary property list", Class::Other),
    (b"SQLite format 3", "a SQLite database", Class::Other),
    (b"\xD0\xCF\x11\xE0", "an old Office document", Class::Office),
    (GZIP, "a gzip archive", Class::Packed),
    (b"BZh", "a bzip2 archive", Class::Packed),
    (b"\xFD7zXZ", "an xz archive", Class::Packed),
    (b"7z\xBC\xAF", "a 7-Zip archive", Class::Packed),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive", Class::Packed),
];

/// How the first record of a WARC begins.
pub(crate) const WARC: &[u8] = b"WARC/";

/// The first two bytes of every gzip file.
pub(crate) const GZIP: &[u8] = b"\x1F\x8B";

/// The first four bytes of a ZIP archive.
pub(crate) const ZIP: &[u8] = b"PK\x03\x04";

/// How many bytes are looked at to tell text from binary.
pub(crate) const PREFIX: usize = 8192;

/// Of the prefix, one byte in this many may be a control byte that no text encoding uses.
const CONTROL_SHARE: usize = 50;

/// What the bytes are, if they are not text: the words to report, and what is done with them.
///
/// UTF-16 text is full of NUL bytes, so bytes that start with its byte order mark, or alternate with NUL as UTF-16
/// markup does, are taken for text.
pub(crate) fn binary(bytes: &[u8]) -> Option<(&'static str, Class)> {
    if is_utf16(bytes) {
        return None;
    }
    if let Some((_, what, class)) = SIGNATURES.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        // Two letters are not much of a signature: "MZ" opens a German sentence as well as a program.
        let sure = !matches!(*what, "a program" | "a RIFF media file") || has_controls(bytes);
        return sure.then_some((what, *class));
    }
    has_controls(bytes).then_some(("binary data", Class::Other))
}

fn has_controls(bytes: &[u8]) -> bool {
    let prefix = &bytes[..bytes.len().min(PREFIX)];
    let controls = prefix.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)).count();
    controls * CONTROL_SHARE > prefix.len()
}

/// UTF-16, by its byte order mark or by the NUL halves of its ASCII characters.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || utf16_without_mark(bytes).is_some()
}

/// The byte order of UTF-16 markup that lacks its mark: every second byte of its first tag is NUL.
pub(crate) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [b'<', 0, c, 0, ..] if *c != 0 => Some(encoding_rs::UTF_16LE),
        [0, b'<', 0, c, ..] if *c != 0 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// Tags that only markup has near its start.
const TAGS: &[&str] = &["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<title", "<meta", "<table"];

/// What scripts and data begin with, which servers call HTML now and then.
const SCRIPTS: &[&str] = &[
    "{",
    "[",
    "(",
    "!function",
    "function",
    "var ",
    "let ",
    "const ",
    "window.",
    "document.",
    "//",
    "/*",
    "if(",
    "if (",
];

/// Whether text that a server calls HTML is that: it has tags, and does not begin as a script does.
pub(crate) fn is_served_html(text: &str) -> bool {
    let text = text.trim_start();
    let head = text[..text.floor_char_boundary(8 * PREFIX)].to_ascii_lowercase();
    let tagged = TAGS.iter().chain(&["<p", "<h1", "<h2", "<main", "<section"]).any(|tag| head.contains(tag));
    looks_like_html(text) || (tagged && !SCRIPTS.iter().any(|start| head.starts_with(start)))
}

/// Whether text is HTML: a tag that only markup has stands near its start.
pub(crate) fn looks_like_html(text: &str) -> bool {
    let prefix = text[..text.floor_char_boundary(PREFIX)].to_ascii_lowercase();
    prefix.trim_start().starts_with('<') && TAGS.iter().any(|tag| prefix.contains(tag))
}

/// A page longer than this says something of its own.
const LONGEST_REDIRECT: usize = 4096;

/// The most letters that a redirect shows: `This page has moved, click here`.
const MOST_SHOWN: usize = 200;

/// Whether a page only sends the reader on (`<meta http-equiv=refresh>`), as HTTrack writes them for moved pages.
pub(crate) fn is_redirect(html: &str) -> bool {
    if html.len() > LONGEST_REDIRECT {
        return false;
    }
    let lower = html.to_ascii_lowercase();
    let refresh = lower
        .split("<meta")
        .skip(1)
        .filter_map(|tag| tag.split('>').next())
        .any(|tag| tag.contains("http-equiv") && tag.contains("refresh") && tag.contains("url="));
    let body =
        ["<body", "</head"].iter().find_map(|mark| lower.split_once(mark)).map_or(lower.as_str(), |(_, body)| body);
    let shown: usize = body.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text).trim().len()).sum();
    refresh && shown <= MOST_SHOWN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_and_pdfs_named_html_are_told_by_their_bytes() {
        let words = |(words, _): (&'static str, Class)| words;
        assert_eq!(binary(b"%PDF-1.7 ...").map(words), Some("a PDF document"));
        assert_eq!(binary(b"wOF2\x00\x01\x00\x00").map(words), Some("a font"));
        assert_eq!(binary(b"\x01\x02\x03\x04\x05\x06").map(words), Some("binary data"));
    }

    #[test]
    fn text_is_text_whatever_its_encoding() {
        assert_eq!(binary("<p>été – Ελλάδα".as_bytes()), None);
        assert_eq!(binary(b"\xFF\xFE<\0p\0>\0"), None);
        assert_eq!(binary(b"<\0p\0>\0a\0"), None);
        assert_eq!(binary(b"MZ: Warum der Hafen schliesst"), None);
        assert_eq!(binary(b"\xE9t\xE9"), None);
    }

    #[test]
    fn what_servers_call_html_is_taken_for_that_unless_it_is_a_script() {
        for page in ["Warning: mysql_connect()\n<html><p>x", "<h1>Head", "Notice <p>x", "<!-- long --><p>x"] {
            assert!(is_served_html(page), "{page}");
        }
        for other in ["document.write('<div>')", "{\"html\": \"<p>\"}", "OK", "", "var x = '<table>';"] {
            assert!(!is_served_html(other), "{other}");
        }
    }

    #[test]
    fn redirects_are_told_from_pages_that_reload() {
        let refresh = "<meta HTTP-EQUIV='Refresh' content='0; URL=x.html'>";
        assert!(is_redirect(&format!("<html><head>{refresh}</head><body><p>Page has moved</p></body></html>")));
        assert!(!is_redirect(&format!("<html><head>{refresh}</head><body><p>{}</p>", "News of the day. ".repeat(40))));
        assert!(!is_redirect(&format!("{refresh}<p>{}", "News of the day. ".repeat(40))));
        assert!(!is_redirect("<html><head><meta http-equiv=refresh content=300></head><body>x"));
    }

    #[test]
    fn html_is_told_from_prose_that_mentions_a_tag() {
        assert!(looks_like_html("\n<!DOCTYPE html><html>"));
        assert!(!looks_like_html("The <div> element has no meaning of its own."));
    }
}
