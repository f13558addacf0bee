//! Pictures and fonts written into the page itself. A page of SingleFile is mostly these: megabytes that say nothing.

use std::borrow::Cow;

use memchr::memmem;

/// What stands before the encoded bytes.
const MARK: &[u8] = b";base64,";

/// Encoded data shorter than this is not worth a copy of the page.
const LEAST: usize = 128;

/// The page without the bytes of its `data:` addresses in base64; the addresses themselves stay.
///
/// Only base64 is taken out, for it cannot be anything that somebody reads; a drawing in plain SVG is small.
pub(crate) fn without_data(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut out = String::new();
    let mut kept = 0;
    for mark in memmem::find_iter(bytes, MARK) {
        let start = mark + MARK.len();
        if start < kept {
            continue;
        }
        let length = bytes[start..].iter().take_while(|b| IS_BASE64[usize::from(**b)]).count();
        if length >= LEAST {
            out.push_str(&html[kept..start]);
            kept = start + length;
        }
    }
    if kept == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[kept..]);
    Cow::Owned(out)
}

/// Which bytes base64 is made of, in both alphabets and as escaped in addresses. A table, for there are megabytes of them.
const IS_BASE64: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        table[byte] = b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=' | b'%' | b'-' | b'_');
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_base64_is_taken_out() {
        let long = "QUJD".repeat(100);
        for (quote, end) in [("\"", "\""), ("", " "), ("", ">"), ("url(", ")")] {
            let page = format!("<img src={quote}data:image/png;base64,{long}{end} alt=é><p>Text");
            assert_eq!(without_data(&page), format!("<img src={quote}data:image/png;base64,{end} alt=é><p>Text"));
        }
        for page in ["<p>;base64,", "data:image/png;base64,QUJD", "<p>no data at all", ""] {
            assert!(matches!(without_data(page), Cow::Borrowed(same) if same == page));
        }
        assert_eq!(without_data(&format!("a;base64,{long}b;base64,{long}\"")), format!("a;base64,;base64,{}", "\""));
    }
}
