//! A linear look at markup before it is parsed.
//!
//! The HTML standard's tree construction is quadratic in nesting and in attributes of one tag: 30,000 nested `<div>`
//! (150 kB) take html5ever 3 s, 100,000 attributes on one tag 5 s. A page beyond these caps is refused by name.

mod elements;

use std::collections::HashMap;

use super::error::ReadError;
use elements::{BOUNDARIES, BREAKOUT, CLOSING_OWN, FORMATTING, RAW, SELF_CLOSING, SPECIAL, VOID};

/// The deepest nesting that is parsed. Browsers cap at 512; real pages stay under 200, but unclosed tags of old pages
/// count as nesting here, so the cap is wider.
pub const MAX_DEPTH: usize = 3000;

/// The most attributes on one tag.
pub const MAX_ATTRIBUTES: usize = 2000;

/// The most work that unclosed formatting (`<b>`, `<font>`) may make: it is opened again in every block after it, so that
/// a few thousand of each make millions of elements.
pub const MAX_REOPENED: usize = 500_000;

/// What a second of reading and extraction is good for, in bytes of text. Measured on a core of 2026 with the slowest kinds
/// of either: 50 ns for a byte of text, and as much for an element as for so many bytes, 5 µs.
const BYTES_A_SECOND: u64 = 18_000_000;
const BYTES_AN_ELEMENT: u64 = 100;

/// Refuses markup whose parsing would take minutes, or longer than `max_seconds` all in all.
///
/// Nesting is counted as the parser would build it, and where that is hard to tell (an end tag that matches nothing, or
/// only across other elements) as deeper rather than less. Time is not measured but told from what is there, so that a
/// page is refused on every machine or on none.
///
/// # Errors
/// [`ReadError::TooDeep`], [`ReadError::TooManyAttributes`], [`ReadError::TooTangled`], [`ReadError::TooSlow`].
pub fn check(html: &str, max_seconds: u32) -> Result<(), ReadError> {
    let bytes = html.as_bytes();
    let mut open = Open::default();
    let (mut elements, mut text) = (0, 0);
    let mut at = 0;
    while let Some(start) = memchr::memchr(b'<', &bytes[at..]).map(|i| at + i) {
        text += (start - at) as u64;
        let tag = Tag::scan(bytes, start);
        at = tag.end;
        if tag.attributes > MAX_ATTRIBUTES {
            return Err(ReadError::TooManyAttributes { count: tag.attributes, limit: MAX_ATTRIBUTES });
        }
        let name = tag.name.to_ascii_lowercase();
        let name = std::str::from_utf8(&name).unwrap_or("");
        if name.is_empty() {
            continue;
        }
        elements += u64::from(!tag.closes);
        if !tag.closes && RAW.contains(&name) && !open.foreign {
            at = skip_raw(bytes, at, tag.name);
        } else if tag.closes {
            open.end(name);
        } else {
            open.start(name, &bytes[start..tag.end])?;
        }
    }
    in_time(elements, text + (bytes.len() - at) as u64, max_seconds)?;
    Ok(())
}

/// Refuses plain text and Markdown that would take longer than `max_seconds`: a line counts as an element.
///
/// # Errors
/// [`ReadError::TooSlow`].
pub fn check_text(text: &str, max_seconds: u32) -> Result<(), ReadError> {
    in_time(memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64, text.len() as u64, max_seconds)
}

fn in_time(elements: u64, text: u64, max_seconds: u32) -> Result<(), ReadError> {
    if text.saturating_add(elements * BYTES_AN_ELEMENT) > BYTES_A_SECOND * u64::from(max_seconds) {
        return Err(ReadError::TooSlow { elements, text, limit: max_seconds });
    }
    Ok(())
}

/// What is open at a place of the page.
#[derive(Default)]
struct Open {
    names: Vec<String>,
    /// How many of each name are open, so that an end tag without a start tag costs nothing.
    count: HashMap<String, usize>,
    /// Formatting that is opened again in each block: the names, and the whole tags, each at most three times.
    formatting: Vec<(String, Vec<u8>)>,
    reopened: usize,
    /// Only in drawings and formulas does `<path/>` open nothing; `<div/>` opens a div.
    foreign: bool,
}

impl Open {
    fn start(&mut self, name: &str, tag: &[u8]) -> Result<(), ReadError> {
        if matches!(name, "svg" | "math") {
            self.foreign = true;
        } else if BREAKOUT.contains(&name) {
            self.foreign = false;
        }
        if self.foreign && tag.ends_with(b"/>") {
            return Ok(());
        }
        if CLOSING_OWN.contains(&name) {
            self.end(name);
        }
        self.reopen(name, tag)?;
        if VOID.contains(&name) || SELF_CLOSING.contains(&name) {
            return Ok(());
        }
        self.names.push(name.to_owned());
        *self.count.entry(name.to_owned()).or_default() += 1;
        if self.names.len() > MAX_DEPTH {
            return Err(ReadError::TooDeep { depth: self.names.len(), limit: MAX_DEPTH });
        }
        Ok(())
    }

    /// Formatting is remembered; any other element opens what is remembered again.
    fn reopen(&mut self, name: &str, tag: &[u8]) -> Result<(), ReadError> {
        const MOST_ALIKE: usize = 3;
        const MOST_FORMATTING: usize = 2000;
        if !FORMATTING.contains(&name) {
            self.reopened += self.formatting.len();
        } else if self.formatting.len() < MOST_FORMATTING {
            let alike = self.formatting.iter().filter(|(_, open)| open == tag).count();
            if alike < MOST_ALIKE {
                self.formatting.push((name.to_owned(), tag.to_vec()));
            }
            self.reopened += alike;
        }
        if self.reopened > MAX_REOPENED || self.formatting.len() >= MOST_FORMATTING {
            return Err(ReadError::TooTangled);
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "svg" | "math") {
            self.foreign = false;
        }
        if let Some(at) = self.formatting.iter().rposition(|(open, _)| open == name) {
            self.formatting.remove(at);
        }
        if self.count.get(name).is_none_or(|&n| n == 0) {
            return;
        }
        let stops: &[&str] = if SPECIAL.contains(&name) { BOUNDARIES } else { SPECIAL };
        let reach = self.names.iter().rposition(|open| open == name || stops.contains(&open.as_str()));
        if let Some(at) = reach.filter(|&at| self.names[at] == name) {
            for closed in self.names.drain(at..) {
                if let Some(n) = self.count.get_mut(&closed) {
                    *n -= 1;
                }
            }
        }
    }
}

struct Tag<'a> {
    name: &'a [u8],
    closes: bool,
    attributes: usize,
    end: usize,
}

impl<'a> Tag<'a> {
    /// Reads the tag, comment or stray `<` at `open`.
    fn scan(bytes: &'a [u8], open: usize) -> Tag<'a> {
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
    for at_once in [&b">"[..], b"->"] {
        if bytes[start..].starts_with(at_once) {
            return start + at_once.len();
        }
    }
    let mut at = start;
    while let Some(dashes) = find(bytes, at, b"--") {
        for end in [&b"-->"[..], b"--!>"] {
            if bytes[dashes..].starts_with(end) {
                return dashes + end.len();
            }
        }
        at = dashes + 1;
    }
    bytes.len()
}

/// Counts what stands between a tag's name and its `>`: each run of non-blank bytes outside quotes is an attribute.
fn scan_attributes(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let (mut count, mut in_word, mut after_equals) = (0, false, false);
    while at < bytes.len() {
        match bytes[at] {
            b'>' => return (count, at + 1),
            quote @ (b'"' | b'\'') if after_equals => {
                at = bytes[at + 1..].iter().position(|&b| b == quote).map_or(bytes.len(), |i| at + 1 + i);
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

fn skip_raw(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(close) = find(bytes, at, b"</") {
        let rest = &bytes[close + 2..];
        if rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name) {
            return close;
        }
        at = close + 2;
    }
    bytes.len()
}

fn find(bytes: &[u8], from: usize, needle: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let first = needle[0];
    let mut at = 0;
    while let Some(i) = rest[at..].iter().position(|&b| b == first) {
        if rest[at + i..].starts_with(needle) {
            return Some(from + at + i);
        }
        at += i + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str) -> Result<(), ReadError> {
        super::check(html, 1)
    }

    #[test]
    fn ordinary_markup_passes() {
        let page = "<p>a<p>b<br><img src='a>b'>".repeat(5000) + "<script>if (a<b) '<div>'</script><!-- <div> -->";
        assert!(check(&page).is_ok());
    }

    #[test]
    fn deep_nesting_is_refused() {
        assert!(matches!(check(&"<div>".repeat(30_000)), Err(ReadError::TooDeep { .. })));
        assert!(check(&"<div></div>".repeat(30_000)).is_ok());
    }

    #[test]
    fn drawings_close_their_elements_by_themselves_and_html_does_not() {
        assert!(check(&format!("<svg>{}</svg>", "<path d=''/>".repeat(30_000))).is_ok());
        for hidden in [
            "<div/>".repeat(30_000),
            format!("<svg>{}", "<div/>".repeat(30_000)),
            format!("<svg><foreignObject>{}", "<section/>".repeat(30_000)),
        ] {
            assert!(check(&hidden).is_err(), "{}", &hidden[..30]);
        }
    }

    #[test]
    fn end_tags_that_close_nothing_hide_no_depth() {
        for page in [
            "<div></x>".repeat(30_000),
            "<x><div></x>".repeat(30_000),
            "<b><div></b>".repeat(30_000),
            "<div><table></div>".repeat(30_000),
            format!("<!-->{}", "<div>".repeat(30_000)),
            format!("<!-- x --!>{}", "<div>".repeat(30_000)),
        ] {
            assert!(matches!(check(&page), Err(ReadError::TooDeep { .. })), "{}", &page[..20]);
        }
    }

    #[test]
    fn formatting_that_is_never_closed_is_refused_where_it_multiplies() {
        let fonts: String = (0..1500).map(|i| format!("<font size={i}>")).collect();
        assert!(matches!(check(&format!("{fonts}{}", "<p>x".repeat(3000))), Err(ReadError::TooTangled)));
        assert!(check(&format!("<b><i>{}", "<p>x".repeat(100_000))).is_ok());
    }

    #[test]
    fn links_that_are_never_closed_close_each_other() {
        assert!(check(&"<a href=x>y".repeat(100_000)).is_ok());
        assert!(check(&"<ul><li><a href=x>y</a></ul>".repeat(50_000)).is_ok());
    }

    #[test]
    fn a_tag_with_endless_attributes_is_refused() {
        let page = format!("<div {}>", (0..100_000).map(|i| format!("a{i}=\"x y\" ")).collect::<String>());
        assert!(matches!(check(&page), Err(ReadError::TooManyAttributes { .. })));
    }

    #[test]
    fn time_is_told_from_elements_and_text() {
        for (page, seconds) in
            [("<p>x".repeat(300_000), 2), ("&amp;&lt;".repeat(2_500_000), 2), ("<p>x".repeat(100_000), 1)]
        {
            assert!(super::check(&page, seconds).is_ok());
            assert!(matches!(super::check(&page, seconds - 1), Err(ReadError::TooSlow { .. })));
        }
        let attribute = format!("<a title='{}'>", "x".repeat(40_000_000));
        assert!(check(&attribute).is_ok(), "what is in a tag is passed over at once");
    }

    #[test]
    fn cut_off_markup_ends_the_scan() {
        for page in ["<", "</", "<div", "<div a='", "<script>", "<!--", "<div a=", "<!"] {
            assert!(check(page).is_ok(), "{page}");
        }
    }
}
