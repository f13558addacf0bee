//! Decompression that cannot be made to fill the memory or the day.

use std::io::{self, Read};

use super::{ReadError, ReadOptions};

/// The most that compressed data may grow. HTML shrinks to a fifth or a tenth, endless tables to a fiftieth; a file made
/// to do harm, to a thousandth.
pub(crate) const RATIO: u64 = 200;

/// Data up to this size may have grown from anything.
const FREE: u64 = 4 << 20;

/// All bytes of a source of about this size, up to the cap on a page.
pub(crate) fn whole(source: impl Read, size: u64, options: &ReadOptions) -> Result<Vec<u8>, ReadError> {
    let limit = options.max_bytes;
    if size > limit {
        return Err(ReadError::TooLarge { limit });
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    // The file may have grown since; one byte beyond the cap tells.
    source.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge { limit }) } else { Ok(bytes) }
}

/// The first bytes that come out of a decompressor, as far as they are good.
pub(crate) fn start(source: impl Read, count: usize) -> Unpacked {
    let mut bytes = Vec::with_capacity(count);
    let read = source.take(count as u64).read_to_end(&mut bytes);
    Unpacked { bytes, damage: read.err() }
}

/// What came out of a decompressor.
#[derive(Debug, Default)]
pub(crate) struct Unpacked {
    pub(crate) bytes: Vec<u8>,
    /// Why it is not all: the data is cut off, or broken.
    pub(crate) damage: Option<io::Error>,
}

/// All bytes that come out of a decompressor which is fed `packed` bytes, as far as they are good.
///
/// # Errors
/// [`ReadError::TooLarge`]; [`ReadError::Bomb`]; what the decompressor says, where nothing came out at all.
pub(crate) fn unpacked(source: impl Read, packed: u64, options: &ReadOptions) -> Result<Unpacked, ReadError> {
    rest(Unpacked::default(), source, 0, packed, options)
}

/// The same where the start has been read. All in all it is likely to be `expected` bytes, for which memory is set aside as far
/// as they would be read.
///
/// # Errors
/// As [`unpacked`].
pub(crate) fn rest(
    start: Unpacked,
    source: impl Read,
    expected: u64,
    packed: u64,
    options: &ReadOptions,
) -> Result<Unpacked, ReadError> {
    let grown = packed.saturating_mul(RATIO).max(FREE);
    let most = grown.min(options.max_bytes).saturating_add(1);
    let mut bytes = start.bytes;
    // Where there is not so much, there may be enough for what comes.
    let _ = bytes.try_reserve_exact((expected.min(most) as usize).saturating_sub(bytes.len()));
    let left = most.saturating_sub(bytes.len() as u64);
    let read = start.damage.map_or_else(|| source.take(left).read_to_end(&mut bytes), Err);
    let size = bytes.len() as u64;
    if size > options.max_bytes {
        return Err(ReadError::TooLarge { limit: options.max_bytes });
    }
    if size > grown {
        return Err(ReadError::Bomb { ratio: RATIO });
    }
    match read {
        Err(error) if bytes.is_empty() => Err(error.into()),
        read => Ok(Unpacked { bytes, damage: read.err() }),
    }
}

/// Counts what is read through it.
pub(crate) struct Counted<R> {
    inner: R,
    count: u64,
}

impl<R> Counted<R> {
    pub(crate) fn new(inner: R) -> Counted<R> {
        Counted { inner, count: 0 }
    }

    pub(crate) fn count(&self) -> u64 {
        self.count
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count += read as u64;
        Ok(read)
    }
}

/// The gzip stream of an archive, which may be far larger than the memory, and ends with an error where it grows as no
/// archive does.
pub(crate) struct Gunzip<R> {
    decoder: flate2::read::MultiGzDecoder<Counted<R>>,
    out: u64,
}

impl<R: Read> Gunzip<R> {
    pub(crate) fn new(source: R) -> Gunzip<R> {
        Gunzip { decoder: flate2::read::MultiGzDecoder::new(Counted::new(source)), out: 0 }
    }
}

impl<R: Read> Read for Gunzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.decoder.read(buffer)?;
        self.out += read as u64;
        if self.out > FREE.max(self.decoder.get_ref().count().saturating_mul(RATIO)) {
            return Err(io::Error::other(ReadError::Bomb { ratio: RATIO }));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn zeros(count: usize) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&vec![b' '; count]).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_grows_as_no_page_does_is_refused() {
        let options = ReadOptions::default();
        let unpack = |packed: &[u8]| unpacked(flate2::read::GzDecoder::new(packed), packed.len() as u64, &options);
        let whole = unpack(&zeros(1 << 20)).unwrap();
        assert!(whole.bytes.len() == 1 << 20 && whole.damage.is_none());
        let packed = zeros(1 << 20);
        let cut = unpack(&packed[..packed.len() / 2]).unwrap();
        assert!(!cut.bytes.is_empty() && cut.damage.is_some());
        assert!(matches!(unpack(&packed[..5]), Err(ReadError::Io { .. })));
        assert!(matches!(unpack(&zeros(30 << 20)), Err(ReadError::Bomb { .. })));
        let mut out = Vec::new();
        let error = Gunzip::new(zeros(30 << 20).as_slice()).read_to_end(&mut out).unwrap_err();
        assert!(error.to_string().contains("200 times"), "{error}");
        assert!(out.len() < 8 << 20);
    }

    #[test]
    fn the_cap_is_exact() {
        let options = ReadOptions { max_bytes: 10, ..ReadOptions::default() };
        assert!(whole(&[b'a'; 10][..], 10, &options).is_ok());
        for size in [10, 11] {
            assert!(matches!(whole(&[b'a'; 11][..], size, &options), Err(ReadError::TooLarge { limit: 10 })));
        }
    }
}
