//! ZIP archives, by what is in them: a WACZ, a MAFF, one page with its pictures (SingleFile, WebScrapBook's `.htz`).
//!
//! Nothing is ever unpacked to disk: entries are read as streams, found by the names that a format prescribes, so that
//! names like `../../x` and links lead nowhere. An archive inside an archive is not opened.

use std::io::{Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::unpack::{Unpacked, unpacked};
use super::super::{ReadError, Unread};
use super::{Context, Record, maff, wacz};
use crate::page::Saved;

const WHAT: &str = "ZIP archive";

/// How far from the end of a file the list of a ZIP archive may end: the longest comment and the record itself.
const TAIL: usize = (64 << 10) + 22;

/// Whether bytes that begin as something else, a page or a picture, end as a ZIP archive.
pub(crate) fn ends_as_zip(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    memchr::memmem::find(tail, b"PK\x05\x06").is_some()
}

/// Reads the pages of an archive.
///
/// # Errors
/// [`ReadError::NotRead`] where the archive is of another kind, [`ReadError::Damaged`], [`ReadError::NoPage`].
pub(crate) fn records<R: Read + Seek>(source: R, cx: &Context, on: &mut dyn FnMut(Record)) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(source).map_err(damaged)?;
    if archive.has_overlapping_entries().map_err(damaged)? {
        // No tool writes such a thing; it makes a small file grow without end.
        return Err(ReadError::Damaged { what: WHAT, reason: "its entries share their bytes".to_owned() });
    }
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    let has = |name: &str| names.iter().any(|n| n == name);
    let not_read = |kind| Err(ReadError::NotRead { kind });
    if wacz::is_wacz(&names) {
        wacz::records(&mut archive, &names, cx, on)
    } else if maff::is_maff(&names) {
        maff::records(&mut archive, &names, cx, on)
    } else if let Some(index) = only_page(&names) {
        let bytes = entry(&mut archive, &index, cx)?;
        let record = cx.html(cx.only(), &bytes, None, Saved::default());
        let signed = record.page.as_ref().is_ok_and(|page| page.saved != Saved::default());
        // Pages beside one that no saving tool has signed are pages of their own: somebody packed a folder.
        if !signed && has_pages_beside(&names, &index) {
            return not_read(Unread::Zip);
        }
        on(record);
        Ok(())
    } else if has("META-INF/container.xml") {
        not_read(Unread::Epub)
    } else if has("[Content_Types].xml") || has("META-INF/manifest.xml") {
        not_read(Unread::Office)
    } else {
        not_read(Unread::Zip)
    }
}

/// How the page of an archive with one page is called.
const PAGE: &str = "index.html";

/// The page at the top of the archive, or of the one folder that everything in it lies in.
fn only_page(names: &[String]) -> Option<String> {
    let folder = names.first()?.split_once('/').map(|(folder, _)| format!("{folder}/"));
    let folder = folder.filter(|folder| names.iter().all(|name| name.starts_with(folder.as_str()))).unwrap_or_default();
    let page = format!("{folder}{PAGE}");
    names.contains(&page).then_some(page)
}

/// Whether there are other pages in the folder of a page.
fn has_pages_beside(names: &[String], page: &str) -> bool {
    let folder = page.strip_suffix(PAGE).unwrap_or_default();
    let beside =
        |name: &String| name.strip_prefix(folder).is_some_and(|rest| rest.ends_with(".html") && !rest.contains('/'));
    names.iter().any(|name| name != page && beside(name))
}

/// The bytes of an entry, no more of them than a page may have.
pub(super) fn entry<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    name: &str,
    cx: &Context,
) -> Result<Vec<u8>, ReadError> {
    let file = archive.by_name(name).map_err(damaged)?;
    let packed = file.compressed_size();
    let damaged = |source: std::io::Error| ReadError::Damaged { what: WHAT, reason: format!("{name}: {source}") };
    match unpacked(file, packed, cx.options) {
        Ok(Unpacked { bytes, damage: None }) => Ok(bytes),
        Ok(Unpacked { damage: Some(source), .. }) | Err(ReadError::Io { source }) => Err(damaged(source)),
        Err(error) => Err(error),
    }
}

/// What the ZIP reader says, as ours.
pub(super) fn damaged(error: ZipError) -> ReadError {
    match error {
        ZipError::Io(source) if source.kind() != std::io::ErrorKind::UnexpectedEof => source.into(),
        error => ReadError::Damaged { what: WHAT, reason: error.to_string() },
    }
}
