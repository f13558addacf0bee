//! A linear look at markup before it is parsed.
//!
//! The HTML standard's tree construction is quadratic in nesting and in attributes of one tag: 30,000 nested `<div>`
//! (150 kB) take html5ever 3 s, 100,000 attributes on one tag 5 s. A page beyond these caps is refused by name.

use super::error::ReadError;

/// The deepest nesting that is parsed. Browsers cap at 512; real pages stay under 200, but unclosed tags of old pages
/// count as nesting here, so the cap is wider.
pub const MAX_DEPTH: usize = 3000;

/// The most attributes on one tag.
pub const MAX_ATTRIBUTES: usize = 2000;

/// Elements that never have content, so that their start tag opens nothing.
const VOID: &[&[u8]] = &[
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source", b"track",
    b"wbr",
];

/// Elements whose end tag is commonly left out and that the parser closes by itself.
const SELF_CLOSING: &[&[u8]] = &[b"p", b"li", b"dt", b"dd", b"tr", b"td", b"th", b"option", b"thead", b"tbody", b"html", b"head", b"body"];

/// Elements whose content is not markup; it is passed over to their end tag.
const RAW: &[&[u8]] = &[b"script", b"style", b"textarea", b"title", b"xmp", b"noembed", b"noframes"];

/// Elements that end a drawing or a formula without an end tag (HTML standard, "the rules for parsing tokens in foreign
/// content"), and those within one in which HTML goes on.
const BREAKOUT: &[&[u8]] = &[
    b"b", b"big", b"blockquote", b"body", b"br", b"center", b"code", b"dd", b"div", b"dl", b"dt", b"em", b"embed", b"h1", b"h2",
    b"h3", b"h4", b"h5", b"h6", b"head", b"hr", b"i", b"img", b"li", b"listing", b"menu", b"meta", b"nobr", b"ol", b"p", b"pre",
    b"ruby", b"s", b"small", b"span", b"strong", b"strike", b"sub", b"sup", b"table", b"tt", b"u", b"ul", b"var", b"font",
    b"foreignobject", b"desc", b"title", b"annotation-xml",
];

/// Refuses markup whose parsing would take minutes.
///
/// # Errors
/// [`ReadError::TooDeep`] and [`ReadError::TooManyAttributes`].
pub fn check(html: &str) -> Result<(), ReadError> {
    let bytes = html.as_bytes();
    let (mut at, mut depth) = (0, 0usize);
    // Only in drawings and formulas does `<path/>` open nothing; `<div/>` opens a div.
    let mut foreign = false;
    while let Some(open) = bytes[at..].iter().position(|&b| b == b'<').map(|i| at + i) {
        let tag = Tag::scan(bytes, open);
        at = tag.end;
        if tag.attributes > MAX_ATTRIBUTES {
            return Err(ReadError::TooManyAttributes { count: tag.attributes, limit: MAX_ATTRIBUTES });
        }
        if tag.is(&[b"svg", b"math"]) {
            foreign = !tag.closes;
        } else if tag.is(BREAKOUT) {
            foreign = false;
        }
        let empty = foreign && bytes[..tag.end].ends_with(b"/>");
        if empty || tag.is(SELF_CLOSING) || tag.is(VOID) || tag.name.is_empty() {
            continue;
        }
        if tag.closes {
            depth = depth.saturating_sub(1);
        } else if tag.is(RAW) && !foreign {
            at = skip_raw(bytes, at, tag.name);
        } else {
            depth += 1;
            if depth > MAX_DEPTH {
                return Err(ReadError::TooDeep { depth, limit: MAX_DEPTH });
            }
        }
    }
    Ok(())
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
            let end = find(bytes, open + 4, b"-->").map_or(bytes.len(), |i| i + 3);
            return Tag { name: b"", closes: false, attributes: 0, end };
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

    fn is(&self, names: &[&[u8]]) -> bool {
        names.iter().any(|name| name.eq_ignore_ascii_case(self.name))
    }
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
        for hidden in ["<div/>".repeat(30_000), format!("<svg>{}", "<div/>".repeat(30_000)), format!("<svg><foreignObject>{}", "<section/>".repeat(30_000))] {
            assert!(check(&hidden).is_err(), "{}", &hidden[..30]);
        }
    }

    #[test]
    fn a_tag_with_endless_attributes_is_refused() {
        let page = format!("<div {}>", (0..100_000).map(|i| format!("a{i}=\"x y\" ")).collect::<String>());
        assert!(matches!(check(&page), Err(ReadError::TooManyAttributes { .. })));
    }

    #[test]
    fn cut_off_markup_ends_the_scan() {
        for page in ["<", "</", "<div", "<div a='", "<script>", "<!--", "<div a=", "<!"] {
            assert!(check(page).is_ok(), "{page}");
        }
    }
}
