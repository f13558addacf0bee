//! Blocks of `Name: value` lines, as WARC records and HTTP messages begin with.
//!
//! Read as leniently as browsers and archive tools do: line feeds alone, bytes that are no UTF-8, lines that continue the
//! one before, lines without a colon.

use std::io::{self, BufRead, Read};

/// The most bytes of one block.
const MOST: u64 = 256 << 10;

/// A block of header lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Headers {
    /// The line before the first header: `WARC/1.0`, `HTTP/1.1 200 OK`.
    pub(crate) first: String,
    lines: Vec<(String, String)>,
}

impl Headers {
    /// Reads up to and including the empty line that ends the block. A block that is cut off ends where the bytes do.
    pub(crate) fn read(source: &mut impl BufRead) -> io::Result<Headers> {
        let mut source = source.take(MOST);
        let mut headers = Headers { first: line(&mut source)?.unwrap_or_default(), lines: Vec::new() };
        while let Some(line) = line(&mut source)?.filter(|line| !line.is_empty()) {
            headers.add(&line);
        }
        Ok(headers)
    }

    fn add(&mut self, line: &str) {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = self.lines.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            self.lines.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }

    /// The value of a header, by its name in lower case.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.lines.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// The next line without its end; nothing where the bytes end.
pub(crate) fn line(source: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if source.take(MOST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    while bytes.last().is_some_and(|b| matches!(b, b'\n' | b'\r')) {
        bytes.pop();
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// A parameter of a header's value: `charset` of `text/html; charset="utf-8"`.
pub(crate) fn parameter<'a>(value: &'a str, name: &str) -> Option<&'a str> {
    value.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches(['"', '\'']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_as_they_come() {
        let mut bytes: &[u8] =
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=\"UTF-8\"\nX\xFF: y\nnonsense\r\n\r\nBody";
        let headers = Headers::read(&mut bytes).unwrap();
        assert_eq!(headers.first, "HTTP/1.1 200 OK");
        assert_eq!(headers.get("content-type"), Some("text/html; charset=\"UTF-8\""));
        assert_eq!(parameter(headers.get("content-type").unwrap(), "charset"), Some("UTF-8"));
        assert_eq!(bytes, b"Body");
    }

    #[test]
    fn a_block_that_never_ends_is_cut() {
        let mut bytes: &[u8] = &vec![b'a'; 1 << 20];
        assert_eq!(Headers::read(&mut bytes).unwrap().first.len() as u64, MOST);
        assert_eq!(Headers::read(&mut &b""[..]).unwrap(), Headers::default());
    }
}
