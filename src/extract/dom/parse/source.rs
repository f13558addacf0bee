//! Reads a page for the tokenizer: as its own reader does, but with the quicker search for each length of text.

use std::convert::Infallible;

use html5gum::{Readable, Reader};

/// What is left of a page.
pub(super) struct Source<'a> {
    left: &'a [u8],
    /// Whether NUL is anywhere on the page. It ends most texts, and is on hardly any page.
    pub(super) has_null: bool,
}

impl<'a> Source<'a> {
    pub(super) fn new(page: &'a str) -> Source<'a> {
        Source { left: page.as_bytes(), has_null: memchr::memchr(0, page.as_bytes()).is_some() }
    }
}

impl Reader for Source<'_> {
    type Error = Infallible;

    #[inline(always)]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        Ok(self.left.split_off_first().copied())
    }

    #[inline(always)]
    fn try_read_string(&mut self, text: &[u8], is_case_sensitive: bool) -> Result<bool, Infallible> {
        let start = self.left.get(..text.len());
        let is_it = start.is_some_and(|own| own == text || !is_case_sensitive && own.eq_ignore_ascii_case(text));
        if is_it {
            self.left = &self.left[text.len()..];
        }
        Ok(is_it)
    }

    #[inline(always)]
    fn read_until<'b>(&'b mut self, needle: &[u8], buffer: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        let length = match *needle {
            // Names are short, and many characters end them.
            [_, _, _, _, _, _, _, ..] => position(needle, self.left),
            _ if self.left.first().is_none_or(|first| needle.contains(first)) => Some(1),
            // Scripts and styles.
            [a, b, c] => memchr::memchr3(a, b, c, self.left),
            // Texts and the values of attributes.
            [a, b, 0, c] if !self.has_null => memchr::memchr3(a, b, c, self.left),
            _ => self.left.to_reader().read_until(needle, buffer)?.map(<[u8]>::len),
        };
        // What is looked for is a piece by itself; where it is not, all that is left is one. Of nothing there are no pieces.
        Ok(self.left.split_off(..length.unwrap_or(self.left.len()).max(1)))
    }
}

/// Where the first of some characters stands. The set of them is made when this is compiled: what is looked for is constant.
#[inline(always)]
fn position(needle: &[u8], text: &[u8]) -> Option<usize> {
    let mut set = [0u64; 4];
    for byte in needle {
        set[usize::from(byte / 64)] |= 1 << (byte % 64);
    }
    text.iter().position(|byte| set[usize::from(byte / 64)] & 1 << (byte % 64) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_the_pieces_of_the_tokenizers_own_reader() {
        let page = "ab <c d=\"e\u{e9}\" f>\r\n\0g<h>&amp;";
        let pages = [page, &page.replace('\0', "")];
        let needles = [&b"<\r"[..], b"<\0\r", b"&<\0\r", b"\t\n\x0c />\0\r", b"\t\n\x0c \"&'<=>`\0\r"];
        for (page, needle) in pages.into_iter().flat_map(|page| needles.map(|needle| (page, needle))) {
            let (mut own, mut other) = (Source::new(page), page.to_reader());
            let (mut buffer, mut other_buffer) = ([0; 4], [0; 4]);
            loop {
                let Ok(piece) = own.read_until(needle, &mut buffer);
                assert_eq!(Ok(piece), other.read_until(needle, &mut other_buffer));
                if piece.is_none() {
                    break;
                }
            }
        }
    }
}
