//! What a file is by its first bytes, where its name says little.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::error::Unread;
use super::sniff::{self, Class};
use super::{decode, formats, unpack};

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A page of HTML, or a file with one page.
    Page,
    /// A file that may hold many pages.
    Archive,
    /// A kind that is known and not read.
    Unread(Unread),
    /// A picture, a font, a film.
    Companion,
    /// None of these.
    Other,
}

/// Looks into a file.
///
/// # Errors
/// It cannot be read.
pub(super) fn look(path: &Path) -> io::Result<Look> {
    let mut head = Vec::new();
    File::open(path)?.take(sniff::PREFIX as u64).read_to_end(&mut head)?;
    if head.starts_with(sniff::GZIP) {
        let inner = unpack::start(flate2::read::MultiGzDecoder::new(head.as_slice()), sniff::PREFIX).bytes;
        return Ok(if inner.starts_with(sniff::GZIP) { Look::Unread(Unread::Packed) } else { of(&inner) });
    }
    Ok(of(&head))
}

fn of(head: &[u8]) -> Look {
    // Other programs write property lists too; a page's begins with the name of its entry.
    let page_list = || !head.starts_with(b"bplist") || memchr::memmem::find(head, b"WebMainResource").is_some();
    if head.starts_with(sniff::WARC) || head.starts_with(sniff::ZIP) {
        Look::Archive
    } else if formats::is_saved_message(head) || (formats::is_webarchive(head) && page_list()) {
        Look::Page
    } else {
        match sniff::binary(head).map(|(_, class)| class) {
            Some(Class::Pdf) => Look::Unread(Unread::Pdf),
            Some(Class::Zim) => Look::Unread(Unread::Zim),
            Some(Class::Office) => Look::Unread(Unread::Office),
            Some(Class::Packed) => Look::Unread(Unread::Packed),
            Some(Class::Media) => Look::Companion,
            Some(Class::Other) => Look::Other,
            None if is_html(head) => Look::Page,
            None => Look::Other,
        }
    }
}

/// Whether text is HTML, and not the program that makes it.
fn is_html(head: &[u8]) -> bool {
    let program = [&b"<?php"[..], b"<%"].iter().any(|start| head.trim_ascii_start().starts_with(start));
    !program && sniff::looks_like_html(&decode(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_programs_and_pictures() {
        for (bytes, expected) in [
            (&b"<!doctype html><p>x"[..], Look::Page),
            (b"<\0h\0t\0m\0l\0>\0", Look::Page),
            (
                b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nMIME-Version: 1.0\n\n",
                Look::Page,
            ),
            (b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=b\n\n--b\n", Look::Page),
            (
                b"From: \"Saved by Windows Internet Explorer 8\"\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>x",
                Look::Page,
            ),
            (b"From: <ann@a.example>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html><p>x", Look::Other),
            (b"Received: from a\nMIME-Version: 1.0\nContent-Type: text/plain\n\nMinutes", Look::Other),
            (b"To: ann@a.example\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b", Look::Other),
            (b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b", Look::Other),
            (b"bplist00\xD1\x01\x02_\x10\x0FWebMainResource", Look::Page),
            (b"WARC/1.0\r\n", Look::Archive),
            (b"PK\x03\x04", Look::Archive),
            (b"%PDF-1.7", Look::Unread(Unread::Pdf)),
            (b"\x28\xB5\x2F\xFD", Look::Unread(Unread::Packed)),
            (b"\x89PNG", Look::Companion),
            (b"<?php echo '<html>'; ?>", Look::Other),
            (b"<%@ page language='java' %><html>", Look::Other),
            (b"bplist00 of another program", Look::Other),
            (b"Read me first.", Look::Other),
            (b"", Look::Other),
        ] {
            assert_eq!(of(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
