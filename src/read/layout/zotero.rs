//! Zotero: a folder with a key for each attachment.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::is_named_as_page;

/// The frames in a folder of Zotero (`storage/<8 letters or digits>/`), each with its page. Old snapshots keep the frames
/// of a page beside it; the page is the largest.
pub(crate) fn zotero_frames(folder: &Path) -> HashMap<PathBuf, PathBuf> {
    let name = folder.file_name().unwrap_or_default().as_encoded_bytes();
    // Zotero's keys are made of these letters; a date is none.
    let letter = |b: &u8| b"23456789ABCDEFGHIJKLMNPQRSTUVWXYZ".contains(b);
    let key = name.len() == 8 && name.iter().all(letter) && name.iter().any(u8::is_ascii_uppercase);
    if !key || folder.parent().and_then(Path::file_name).is_none_or(|parent| parent != "storage") {
        return HashMap::new();
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut pages: Vec<(u64, PathBuf)> = entries
        .filter(|entry| is_named_as_page(&entry.path()))
        .map(|entry| (entry.metadata().map_or(0, |meta| meta.len()), entry.path()))
        .collect();
    pages.sort();
    let Some((_, page)) = pages.pop() else { return HashMap::new() };
    pages.into_iter().map(|(_, frame)| (frame, page.clone())).collect()
}
