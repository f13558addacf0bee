//! What a commit remembers beside its documents: copies, which are not in the index, and files to be read again or not at
//! all. It stands in the payload of the commit, so that it stands or falls with it.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::Copy;
use super::bare::Bare;
use super::bare::Rules;
use super::copies::Likeness;
use super::error::IndexError;
use super::keys::{Key, is_line};
use super::state::State;
use crate::read::{Found, Unread};

/// A file's size, time and content when it was indexed, and by which rules it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Stamp {
    pub(crate) bytes: u64,
    pub(crate) changed: u64,
    pub(crate) digest: u64,
    /// The fingerprint of reading and extraction: see [`Rules`].
    #[serde(default)]
    pub(crate) rules: u64,
}

impl Stamp {
    /// That of a file as it is now, read by these rules; but for the digest, which each of its pages has.
    pub(crate) fn of(found: &Found, rules: Rules) -> Stamp {
        Stamp { bytes: found.bytes, changed: found.changed, digest: 0, rules: rules.fingerprint() }
    }
}

/// What there is to remember of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Note {
    pub(crate) stamp: Stamp,
    pub(crate) remark: Remark,
}

/// Why there is a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Remark {
    /// The file is of a kind that is not read.
    Unread(Unread),
    /// Pages of it are left out, since they have no text of their own.
    Bare(Vec<Bare>),
    /// It is to be read again: something of it could not be read, or what stands beside it was not looked at.
    Again,
}

/// A page that is a copy of an indexed one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CopyEntry {
    pub(crate) id: String,
    pub(crate) path: String,
    pub(crate) stamp: Stamp,
    pub(crate) likeness: Likeness,
    /// The key of the page that is indexed.
    pub(crate) of: String,
}

/// All that is remembered, by key.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Payload {
    /// Whether of all copies of an article only the best is in the index, and what repeats over a site in none. A run that was killed leaves that to the next.
    pub(crate) settled: bool,
    /// Whether that is so without what repeats over a site.
    #[serde(default)]
    pub(crate) page_by_page: bool,
    pub(crate) copies: BTreeMap<String, CopyEntry>,
    pub(crate) notes: HashMap<String, Note>,
    /// The paths that were given to the runs, by their keys: from these the index can be built again.
    #[serde(default)]
    pub(crate) roots: BTreeMap<String, String>,
}

impl Payload {
    /// Reads the payload of a commit. One that cannot be read is that of an index which somebody else wrote to: then all
    /// files are looked at again.
    pub(crate) fn read(text: Option<&str>) -> Payload {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// The payload of what is known now, as text.
    pub(crate) fn write(state: &State, settled: bool, page_by_page: bool) -> Result<String, IndexError> {
        let copies = state.pages.iter().filter(|(key, known)| !known.indexed && !is_line(key));
        let entry = |(key, known): (&Key, &super::state::Known)| {
            let of = known.copy_of.as_ref()?.to_string();
            let (id, path) = (known.id.to_string(), known.path.to_string());
            Some((key.to_string(), CopyEntry { id, path, stamp: known.stamp, likeness: known.likeness, of }))
        };
        let payload = Payload {
            settled,
            page_by_page,
            copies: copies.filter_map(entry).collect(),
            notes: state.notes.clone(),
            roots: state.roots.clone(),
        };
        serde_json::to_string(&payload)
            .map_err(|error| IndexError::Engine { dirs: Vec::new(), source: std::io::Error::other(error).into() })
    }
}

/// The copies that the payload of a commit names, by path.
pub(crate) fn copies(payload: Option<&str>) -> Vec<Copy> {
    let copies = Payload::read(payload).copies;
    let path_of = |key: &str| key.replace('\0', "");
    copies.into_values().map(|copy| Copy { of: path_of(&copy.of), path: copy.path }).collect()
}
