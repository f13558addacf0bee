//! What saving tools put beside the pages: helper folders, frames, other forms of a page, their own files. A module a tool.

mod archivebox;
mod helper;
mod mirror;
mod zotero;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub(crate) use archivebox::{Snapshot, notes, snapshot, understood};
pub(crate) use helper::{frames_in, helped_page};
pub(crate) use mirror::{is_asset, is_mirrored};
pub(crate) use zotero::zotero_frames;

/// A file larger than this is not searched for what tells of a layout.
pub(super) const MOST_SEARCHED: u64 = 8 << 20;

fn is_named_as_page(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "html" || ending == "htm")
}

/// Files that tools write for themselves, under a name of a page: the name, what has to stand beside it, and the tool.
const OF_TOOLS: &[(&str, &str, &str)] = &[
    ("hts-log.txt", "", "HTTrack's log"),
    ("robots.txt", "", "what a site tells robots, as wget and HTTrack fetch it"),
    ("ads.txt", "", "likewise, what a site tells advertisers"),
    ("index.html", "ArchiveBox.conf", "ArchiveBox's list of all pages"),
    ("index.json", "ArchiveBox.conf", "likewise"),
];

/// Whether a tool wrote a file for itself. All that lies in HTTrack's cache is such a file.
pub(crate) fn is_of_tool(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "hts-cache")
        || OF_TOOLS
            .iter()
            .any(|(file, beside, _)| name == *file && (beside.is_empty() || path.with_file_name(beside).exists()))
}

/// Whether a table is an export of addresses, as Pocket, Instapaper and Raindrop write them: its first line names them.
pub(crate) fn is_link_table(path: &Path) -> bool {
    let mut head = [0; 512];
    let read = File::open(path).and_then(|mut file| file.read(&mut head)).unwrap_or(0);
    let head = String::from_utf8_lossy(&head[..read]).to_lowercase();
    let names: Vec<&str> =
        head.lines().next().unwrap_or_default().split([',', ';']).map(|n| n.trim_matches(['"', ' '])).collect();
    let has = |name: &str| names.contains(&name);
    has("url") && (has("title") || has("time_added") || has("folder"))
}
