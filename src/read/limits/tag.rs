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
        let nothing = |end: usize| Tag { name: b"", closes: false, attributes: 0, end };
        if bytes[open..].starts_with(b"<!--") {
            return nothing(comment_end(bytes, open + 4));
        }
        let closes = bytes.get(open + 1) == Some(&b'/');
        let start = open + 1 + usize::from(closes);
        match bytes.get(start) {
            Some(first) if first.is_ascii_alphabetic() => {}
            // What begins so is a comment to browsers, up to the next `>`.
            Some(first) if closes || matches!(first, b'!' | b'?') => {
                return nothing(memchr(b'>', &bytes[start..]).map_or(bytes.len(), |at| start + at + 1));
            }
            _ => return nothing(open + 1),
        }
        // Only now, for a text may be nothing but stray `<`.
        let length = bytes[start..].iter().take_while(|&&b| !ends_name(b)).count();
        let name = &bytes[start..start + length];
        let (attributes, end) = scan_attributes(bytes, start + length);
        Tag { name, closes, attributes, end }
    }
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
}

/// Where a comment ends whose text starts here: at `-->` or `--!>`, or at once with `<!-->` and `<!--->`.
fn comment_end(bytes: &[u8], start: usize) -> usize {
    let ends = |&at: &usize| {
        let text = &bytes[start..start + at];
        matches!(text, b"" | b"-") || text.ends_with(b"--") || text.ends_with(b"--!")
    };
    memchr_iter(b'>', &bytes[start..]).find(ends).map_or(bytes.len(), |at| start + at + 1)
}

/// Counts the attributes of a tag whose name ends here, and finds its `>`, as the standard's tokenizer does.
fn scan_attributes(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let skip = |at: usize, is_over: fn(u8) -> bool| at + bytes[at..].iter().take_while(|&&b| is_over(b)).count();
    let mut count = 0;
    loop {
        at = skip(at, |b| b.is_ascii_whitespace() || b == b'/');
        match bytes.get(at) {
            None => return (count, bytes.len()),
            Some(b'>') => return (count, at + 1),
            // A name may begin with `=`.
            Some(_) => at = skip(at + 1, |b| !ends_name(b) && b != b'='),
        }
        count += 1;
        let equals = skip(at, |b| b.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            continue;
        }
        at = skip(equals + 1, |b| b.is_ascii_whitespace());
        at = match bytes.get(at) {
            Some(&quote @ (b'"' | b'\'')) => memchr(quote, &bytes[at + 1..]).map_or(bytes.len(), |end| at + end + 2),
            _ => skip(at, |b| !b.is_ascii_whitespace() && b != b'>'),
        };
    }
}

/// Where the end tag stands of an element that holds no markup.
pub(super) fn raw_end(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let is_its = |close: &usize| {
        let rest = &bytes[close + 2..];
        let is_named = rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name);
        is_named && rest.get(name.len()).is_none_or(|&b| ends_name(b))
    };
    memmem::find_iter(&bytes[from..], b"</").map(|at| from + at).find(is_its).unwrap_or(bytes.len())
}
