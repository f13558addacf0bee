//! What holds of every reader of a container, whatever its bytes.

use std::io::Cursor;
use std::path::Path;

use pressmark::read::{ReadOptions, records_in};

/// The most bytes of a page here: small, so that the caps are met.
const MOST: u64 = 1 << 20;

/// A reader says the same of the same bytes, every page is within the cap, and a file that gives nothing says why, unless
/// it is an archive that may be empty.
pub fn check(name: &str, bytes: &[u8], may_be_empty: bool) {
    let first = read(name, bytes);
    assert_eq!(first, read(name, bytes), "read otherwise the second time");
    let (pages, error) = first;
    assert!(may_be_empty || !pages.is_empty() || error.is_some(), "nothing, and no reason");
    for (path, page) in pages {
        assert!(path.starts_with(name), "{path} is not called after its file");
        if let Ok(text) = page {
            // A byte of another encoding is three of UTF-8 at the most.
            assert!(text.len() as u64 <= 3 * MOST, "{} bytes are more than the cap", text.len());
        }
    }
}

type Read = (Vec<(String, Result<String, String>)>, Option<String>);

fn read(name: &str, bytes: &[u8]) -> Read {
    let options = ReadOptions { max_bytes: MOST, ..ReadOptions::default() };
    let mut pages = Vec::new();
    let result = records_in(Path::new(name), Cursor::new(bytes), &options, &mut |record| {
        pages.push((record.path, record.page.map(|page| page.text).map_err(|error| error.to_string())));
    });
    (pages, result.err().map(|error| error.to_string()))
}
