//! Bytes to text: byte order mark, then valid UTF-8, then the declared charset, then a guess.
//!
//! Valid UTF-8 goes before the declaration because tools re-encode pages and leave the old declaration in place; text
//! of another encoding is hardly ever valid UTF-8 by chance.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

use super::{sniff, twice};

/// How far into the page a charset declaration is looked for. Of 234 real pages without one in the first 4 kB, 112
/// declare theirs later.
const DECLARED_WITHIN: usize = 64 * 1024;

/// The text of a page, without byte order mark, and decoded once more where it was encoded twice. Bytes that fit no encoding
/// become U+FFFD; this never fails.
///
/// ```
/// assert_eq!(pressmark::read::decode(b"<meta charset=windows-1252>caf\xE9"), "<meta charset=windows-1252>café");
/// ```
pub fn decode(bytes: &[u8]) -> String {
    decode_as(bytes, None).into_owned()
}

/// The same, for bytes whose charset a container names: a header of HTTP or MIME. It counts for more than what the page
/// declares, and for less than what the bytes are.
pub(crate) fn decode_as<'b>(bytes: &'b [u8], charset: Option<&str>) -> Cow<'b, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return match decoded(encoding, &bytes[mark..]) {
            Cow::Borrowed(text) => twice::undone(text),
            text => text,
        };
    }
    if let Some(encoding) = sniff::utf16_without_mark(bytes) {
        return decoded(encoding, bytes);
    }
    let named = charset.and_then(|label| for_label(label.as_bytes()));
    if let Ok(text) = std::str::from_utf8(bytes) {
        // Japanese in seven bits is valid UTF-8 as well; its escapes are not.
        if memchr::memchr(0x1B, bytes).is_some() && named.or_else(|| declared(bytes)) == Some(ISO_2022_JP) {
            return decoded(ISO_2022_JP, bytes);
        }
        return twice::undone(text);
    }
    let named = named.filter(|&encoding| encoding != UTF_8 && encoding.is_ascii_compatible() && fits(encoding, bytes));
    decoded(named.unwrap_or_else(|| encoding_of(bytes)), bytes)
}

/// The encoding of a label. `x-user-defined` is none: it stands in pages saved by scripts, and in no page that is served.
fn for_label(label: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_label(label).filter(|&encoding| encoding != X_USER_DEFINED)
}

fn decoded<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Cow<'b, str> {
    encoding.decode_without_bom_handling(bytes).0
}

/// The encoding of bytes that are not valid UTF-8.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    match declared(bytes) {
        // Declared UTF-8 with a few broken bytes is still UTF-8; with many it is a false declaration.
        Some(encoding) if encoding == UTF_8 => {
            if mostly_utf8(bytes) {
                UTF_8
            } else {
                guess(bytes)
            }
        }
        // A declaration that could be read as ASCII is not true of UTF-16 bytes.
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => guess(bytes),
        Some(encoding) if fits(encoding, bytes) => encoding,
        _ => guess(bytes),
    }
}

/// Whether at least nine in ten of the non-ASCII sequences are well-formed UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 9 * bad
}

/// Whether the bytes decode without an error, give or take one in a thousand.
fn fits(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    if encoding.is_single_byte() {
        return true;
    }
    let (text, errors) = encoding.decode_without_bom_handling(bytes);
    !errors || text.chars().filter(|&c| c == '\u{FFFD}').count() * 1000 < text.len()
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if guessed == UTF_8 { WINDOWS_1252 } else { guessed }
}

/// The charset that a `<meta>` or an XML declaration names near the start of the page.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    let xml = head.starts_with(b"<?xml").then(|| label_after(&head, b"encoding=")).flatten();
    xml.or_else(|| metas(&head).find_map(|meta| label_after(meta, b"charset="))).and_then(for_label)
}

/// Every `<meta …>` tag of lower-cased bytes.
fn metas(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = head;
    std::iter::from_fn(move || {
        let start = find(rest, b"<meta")?;
        let tag = &rest[start..];
        let end = find(tag, b">").unwrap_or(tag.len());
        rest = &tag[end..];
        Some(&tag[..end])
    })
}

fn label_after<'a>(text: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let rest = &text[find(text, key)? + key.len()..];
    let rest = rest.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|b| matches!(b, b'"' | b'\'' | b';' | b' ' | b'/' | b'>' | b'?'));
    Some(&rest[..end.unwrap_or(rest.len())])
}

fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    text.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_mark_outranks_everything() {
        assert_eq!(decode(b"\xEF\xBB\xBF<meta charset=latin1>\xC3\xA9"), "<meta charset=latin1>é");
        assert_eq!(decode(b"\xFF\xFE<\0p\0>\0"), "<p>");
    }

    #[test]
    fn valid_utf8_outranks_the_declaration_a_saver_left_behind() {
        assert_eq!(decode("<meta charset=windows-1251>é".as_bytes()), "<meta charset=windows-1251>é");
    }

    #[test]
    fn declared_charset_is_read_from_meta_and_xml() {
        assert_eq!(decode(b"<meta http-equiv=x content='text/html; charset=windows-1251'>\xEC\xE8\xF0"), {
            "<meta http-equiv=x content='text/html; charset=windows-1251'>мир"
        });
        assert_eq!(
            decode(b"<?xml version='1.0' encoding='iso-8859-2'?>\xB1"),
            "<?xml version='1.0' encoding='iso-8859-2'?>ą"
        );
    }

    #[test]
    fn false_utf8_declaration_falls_back_to_a_guess() {
        let page = b"<meta charset=utf-8><p>The minister\x92s caf\xE9 visit \x96 na\xEFve, perhaps \x96 cost \x80 90.";
        assert!(decode(page).contains("The minister’s café visit – naïve, perhaps – cost € 90."));
    }

    #[test]
    fn the_charset_of_a_container_stands_between_bytes_and_declaration() {
        let page = b"<meta charset=windows-1251>\xE9t\xE9";
        assert_eq!(decode_as(page, Some("iso-8859-1")), "<meta charset=windows-1251>été");
        assert_eq!(decode_as("été".as_bytes(), Some("iso-8859-1")), "été");
        for nonsense in ["x-user-defined", "no such charset", "utf-8", "utf-16"] {
            assert_ne!(decode_as(page, Some(nonsense)), "", "{nonsense}");
        }
    }

    #[test]
    fn japanese_in_seven_bits_is_read_where_it_is_declared() {
        assert_eq!(decode(b"<meta charset=iso-2022-jp>\x1B$BF|K\\\x1B(B"), "<meta charset=iso-2022-jp>日本");
    }

    #[test]
    fn one_broken_byte_does_not_spoil_a_utf8_page() {
        let mut page = "<meta charset=utf-8>éèêëàâäôöùûüç".as_bytes().to_vec();
        page.push(0xFF);
        assert!(decode(&page).contains("éèêëàâäôöùûüç\u{FFFD}"));
    }
}
