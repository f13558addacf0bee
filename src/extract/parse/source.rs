//! Reads a page for the tokenizer: as its own reader does, but with the quicker search for each length of text.

use std::convert::Infallible;

use html5gum::{Readable, Reader};

/// What is left of a page.
pub(super) struct Source<'a>(pub(super) &'a [u8]);

impl Reader for Source<'_> {
    type Error = Infallible;

    #[inline(always)]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        Ok(self.0.split_off_first().copied())
    }

    #[inline(always)]
    fn try_read_string(&mut self, text: &[u8], is_case_sensitive: bool) -> Result<bool, Infallible> {
        let start = self.0.get(..text.len());
        let is_it = start.is_some_and(|own| own == text || !is_case_sensitive && own.eq_ignore_ascii_case(text));
        if is_it {
            self.0 = &self.0[text.len()..];
        }
        Ok(is_it)
    }

    #[inline(always)]
    fn read_until<'b>(&'b mut self, needle: &[u8], buffer: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        let length = match *needle {
            // Scripts and styles are long.
            [a, b, c] => memchr::memchr3(a, b, c, self.0),
            // Names are short, and many characters end them.
            [_, _, _, _, _, _, _, ..] => position(needle, self.0),
            _ => self.0.to_reader().read_until(needle, buffer)?.map(<[u8]>::len),
        };
        // One that is looked for is a piece by itself; where there is none, all that is left is.
        let length = length.map_or(self.0.len(), |length| length.max(1));
        Ok(self.0.split_off(..length).filter(|piece| !piece.is_empty()))
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
        let page = "ab <c d=\"e\u{e9}\" f>\r\n\0g<h>&amp;".as_bytes();
        for needle in [&b"<\r"[..], b"<\0\r", b"&<\0\r", b"\t\n\x0c />\0\r", b"\t\n\x0c \"&'<=>`\0\r"] {
            let (mut own, mut other) = (Source(page), page.to_reader());
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
