//! Where the tags of a page begin and end.

use memchr::{memchr, memchr_iter, memmem};

/// A tag, a comment, or a stray `<`.
pub(super) struct Tag<'a> {
    /// As it is written; empty where it is no tag of an element.
    pub(super) name: &'a [u8],
    pub(super) closes: bool,
    pub(super) attributes: usize,
    /// Where the page goes on.
    pub(super) end: usize,
}

impl<'a> Tag<'a> {
    /// Reads the tag, comment or stray `<` at `open`.
    pub(super) fn scan(bytes: &'a [u8], open: usize) -> Tag<'a> {
        if bytes[open..].starts_with(b"<!--") {
            return Tag { name: b"", closes: false, attributes: 0, end: comment_end(bytes, open + 4) };
        }
        let closes = bytes.get(open + 1) == Some(&b'/');
        let start = open + 1 + usize::from(closes);
        let length = bytes[start..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
        let name = &bytes[start..start + length];
        if name.first().is_none_or(|b| !b.is_ascii_alphabetic()) {
            return Tag { name: b"", closes, attributes: 0, end: open + 1 };
        }
        let (attributes, end) = scan_attributes(bytes, start + length);
        Tag { name, closes, attributes, end }
    }
}

/// Where a comment ends whose text starts here: at `-->` or `--!>`, or at once with `<!-->` and `<!--->`.
fn comment_end(bytes: &[u8], start: usize) -> usize {
    let ends = |&at: &usize| {
        let text = &bytes[start..start + at];
        matches!(text, b"" | b"-") || text.ends_with(b"--") || text.ends_with(b"--!")
    };
    memchr_iter(b'>', &bytes[start..]).find(ends).map_or(bytes.len(), |at| start + at + 1)
}

/// Counts what stands between a tag's name and its `>`: each run of non-blank bytes outside quotes is an attribute.
fn scan_attributes(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let (mut count, mut in_word, mut after_equals) = (0, false, false);
    while at < bytes.len() {
        match bytes[at] {
            b'>' => return (count, at + 1),
            quote @ (b'"' | b'\'') if after_equals => {
                at = memchr(quote, &bytes[at + 1..]).map_or(bytes.len(), |i| at + 1 + i);
                (in_word, after_equals) = (false, false);
            }
            b'=' => after_equals = true,
            byte if byte.is_ascii_whitespace() || byte == b'/' => in_word = false,
            _ => {
                count += usize::from(!in_word && !after_equals);
                (in_word, after_equals) = (true, false);
            }
        }
        at += 1;
    }
    (count, bytes.len())
}

/// Where the end tag stands of an element that holds no markup.
pub(super) fn raw_end(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let is_its = |close: &usize| {
        let rest = &bytes[close + 2..];
        rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name)
    };
    memmem::find_iter(&bytes[from..], b"</").map(|at| from + at).find(is_its).unwrap_or(bytes.len())
}
