//! The answer of a web server as an archive keeps it: the page inside, its transfer and content codings undone.

use std::io::{self, BufRead};

use brotli_decompressor::{BrotliDecoderParameter, Decompressor};
use ruzstd::decoding::StreamingDecoder;

use super::super::unpack::{Unpacked, unpacked};
use super::super::{ReadError, ReadOptions};
use super::headers::{Headers, parameter};

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Response {
    /// The status: 200 is success.
    pub(crate) status: u16,
    pub(crate) headers: Headers,
}

impl Response {
    /// Reads the head; the body follows in the source.
    pub(crate) fn read(source: &mut impl BufRead) -> io::Result<Response> {
        let headers = Headers::read(source)?;
        let status = headers.first.split_whitespace().nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        Ok(Response { status, headers })
    }

    /// Whether it says that it is a page; one that says nothing may be one.
    pub(crate) fn may_be_html(&self) -> bool {
        self.headers.get("content-type").is_none_or(|kind| kind.to_ascii_lowercase().contains("html"))
    }

    pub(crate) fn charset(&self) -> Option<&str> {
        parameter(self.headers.get("content-type")?, "charset")
    }

    /// The body as the server meant it, as far as it is good.
    ///
    /// Archive tools write bodies decoded whose headers still name a coding; such a coding is passed over.
    pub(crate) fn decoded(&self, mut body: Vec<u8>, options: &ReadOptions) -> Result<Unpacked, ReadError> {
        let coding = |name| self.headers.get(name).unwrap_or_default().to_ascii_lowercase();
        if coding("transfer-encoding").contains("chunked") && starts_with_chunk(&body) {
            body = dechunked(&body);
        }
        // The last coding named is the outermost. Nobody uses more than two.
        let mut damage = None;
        for name in coding("content-encoding").split(',').rev().take(2) {
            let unpacked = uncoded(body, name.trim(), options)?;
            body = unpacked.bytes;
            damage = damage.or(unpacked.damage);
        }
        Ok(Unpacked { bytes: body, damage })
    }
}

/// A length in hexadecimal digits on a line of its own.
fn starts_with_chunk(body: &[u8]) -> bool {
    let line = body.split(|b| *b == b'\n').next().unwrap_or_default().trim_ascii();
    let digits = line.split(|b| *b == b';').next().unwrap_or_default().trim_ascii();
    !digits.is_empty() && digits.len() <= 8 && digits.iter().all(u8::is_ascii_hexdigit)
}

/// The chunks put together, as far as they go: what is cut off or broken ends the body, as it does in browsers.
fn dechunked(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let line = rest[..end].split(|b| *b == b';').next().unwrap_or_default().trim_ascii();
        let size = std::str::from_utf8(line).ok().and_then(|digits| usize::from_str_radix(digits, 16).ok());
        let Some(size) = size.filter(|size| *size > 0) else { break };
        let chunk = &rest[end + 1..];
        out.extend_from_slice(&chunk[..size.min(chunk.len())]);
        rest = chunk.get(size..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    out
}

/// The window that Zstandard may ask for: what the format wants every decoder to grant (RFC 8878, section 3.1.1.1.2).
const ZSTD_WINDOW: u64 = 8 << 20;

fn uncoded(body: Vec<u8>, coding: &str, options: &ReadOptions) -> Result<Unpacked, ReadError> {
    const ZSTD: &[u8] = b"\x28\xB5\x2F\xFD";
    let packed = body.len() as u64;
    let bytes = body.as_slice();
    let result = match coding {
        "gzip" | "x-gzip" if bytes.starts_with(super::super::sniff::GZIP) => {
            unpacked(flate2::read::MultiGzDecoder::new(bytes), packed, options)
        }
        // The name stands for the zlib format, but servers have sent the bare stream as well.
        "deflate" => unpacked(flate2::read::ZlibDecoder::new(bytes), packed, options)
            .or_else(|_| unpacked(flate2::read::DeflateDecoder::new(bytes), packed, options)),
        "br" => {
            let mut decoder = Decompressor::new(bytes, 4096);
            // Large windows are no part of the coding; they let a few bytes ask for half a gigabyte.
            decoder.set_parameter(BrotliDecoderParameter::BROTLI_DECODER_PARAM_LARGE_WINDOW, 0);
            unpacked(decoder, packed, options)
        }
        "zstd" if bytes.starts_with(ZSTD) => {
            let decoder = StreamingDecoder::new_with_max_window_size(bytes, ZSTD_WINDOW);
            decoder.map_err(|e| io::Error::other(e.to_string()).into()).and_then(|d| unpacked(d, packed, options))
        }
        _ => return Ok(Unpacked { bytes: body, damage: None }),
    };
    match result {
        // A body that is text already was decoded by the archive tool.
        Err(ReadError::Io { .. }) if super::super::sniff::binary(&body).is_none() => {
            Ok(Unpacked { bytes: body, damage: None })
        }
        Err(ReadError::Io { source }) => {
            Err(ReadError::Damaged { what: "archive", reason: format!("a body in the coding `{coding}`: {source}") })
        }
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn response(head: &str) -> Response {
        Response::read(&mut format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes()).unwrap()
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn codings_are_undone_and_those_that_are_gone_already_passed_over() {
        let options = ReadOptions::default();
        let decoded = |head: &str, body: &[u8]| response(head).decoded(body.to_vec(), &options);
        let page = b"<p>The canal reopens";
        let chunked = b"5;ext=1\r\n<p>Th\r\nF\r\ne canal reopens\r\n0\r\n\r\n";
        for (head, body) in [
            ("Content-Encoding: gzip", gzip(page)),
            ("Transfer-Encoding: chunked", chunked.to_vec()),
            ("Transfer-Encoding: chunked", page.to_vec()),
            ("Content-Encoding: gzip", page.to_vec()),
            ("Content-Encoding: br", page.to_vec()),
            ("Content-Encoding: zstd", page.to_vec()),
            ("Content-Encoding: identity", page.to_vec()),
        ] {
            let out = decoded(head, &body).unwrap();
            assert!(out.bytes == page && out.damage.is_none(), "{head}");
        }
        let cut = decoded("Content-Encoding: gzip", &gzip(page)[..25]).unwrap();
        assert!(page.starts_with(&cut.bytes) && !cut.bytes.is_empty() && cut.damage.is_some());
        let broken = decoded("Content-Encoding: gzip", &gzip(page)[..11]).unwrap_err().to_string();
        assert!(broken.starts_with("is a damaged archive: a body in the coding `gzip`"), "{broken}");
    }

    #[test]
    fn chunks_end_where_they_are_broken() {
        for (body, out) in
            [("3\r\nabc\r\nzz\r\nmore", "abc"), ("ff\nabc", "abc"), ("0\r\n\r\n", ""), ("3\nabc3\ndef", "abcdef")]
        {
            assert_eq!(dechunked(body.as_bytes()), out.as_bytes());
        }
    }
}
