//! A linear look at markup before it is parsed.
//!
//! The HTML standard's tree construction is quadratic in nesting and in attributes of one tag: 30,000 nested `<div>`
//! (150 kB) take html5ever 3 s, 100,000 attributes on one tag 5 s. A page beyond these caps is refused by name.

mod elements;
mod open;
mod tag;

use super::error::ReadError;
use elements::Elements;
use open::Open;
use tag::Tag;

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
    let (mut elements, mut open) = (Elements::new(), Open::default());
    let (mut started, mut text) = (0, 0);
    let mut at = 0;
    while let Some(start) = memchr::memchr(b'<', &bytes[at..]).map(|i| at + i) {
        text += (start - at) as u64;
        let tag = Tag::scan(bytes, start);
        at = tag.end;
        if tag.attributes > MAX_ATTRIBUTES {
            return Err(ReadError::TooManyAttributes { count: tag.attributes, limit: MAX_ATTRIBUTES });
        }
        if tag.name.is_empty() {
            continue;
        }
        let element = elements.of(tag.name);
        started += u64::from(!tag.closes);
        if !tag.closes && element.is.raw && !open.foreign {
            at = tag::raw_end(bytes, at, tag.name);
        } else if tag.closes {
            open.end(element);
        } else {
            open.start(element, &bytes[start..tag.end])?;
        }
    }
    in_time(started, text + (bytes.len() - at) as u64, max_seconds)?;
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
    fn nothing_hides_depth_behind_what_is_no_tag_to_a_browser() {
        for before in [
            "<script:x>",
            "<a b=c=\">",
            "<a =\">",
            "<!x <a b=\">",
            "<?x <a b=\">",
            "</ <a b=\">",
            "<script></scriptx <a b=\"></script>",
            "<math><svg></svg><style>",
        ] {
            let page = format!("{before}{}", "<div>".repeat(20_000));
            assert!(matches!(check(&page), Err(ReadError::TooDeep { .. })), "{before}");
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
    fn stray_signs_are_passed_over_at_once() {
        for stray in ["<", "<1", "<<p>", "</ "] {
            assert!(super::check(&stray.repeat(2_000_000), 60).is_ok(), "{stray}");
        }
    }

    #[test]
    fn cut_off_markup_ends_the_scan() {
        for page in ["<", "</", "<div", "<div a='", "<script>", "<!--", "<div a=", "<!"] {
            assert!(check(page).is_ok(), "{page}");
        }
    }
}
