//! What `meta.json`, tantivy's list of segments, says of a commit, read without tantivy: also of an index that it cannot
//! open.

use serde::Deserialize;

use super::payload::Payload;

/// The list of segments: tantivy's name for the file.
pub(crate) const META: &str = "meta.json";

/// The files of a segment but for its deletes, by their extensions.
const PARTS: &[&str] = &["fast", "fieldnorm", "idx", "pos", "store", "term"];

/// A commit.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Commit {
    pub(crate) segments: Vec<Segment>,
    /// 0 where nothing was ever committed.
    pub(crate) opstamp: u64,
    payload: Option<String>,
}

/// A segment of a commit.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Segment {
    segment_id: String,
    max_doc: u32,
    deletes: Option<Deletes>,
}

#[derive(Debug, Clone, Deserialize)]
struct Deletes {
    num_deleted_docs: u32,
    opstamp: u64,
}

impl Commit {
    pub(crate) fn parse(bytes: &[u8]) -> serde_json::Result<Commit> {
        serde_json::from_slice(bytes)
    }

    pub(crate) fn payload(&self) -> Payload {
        Payload::read(self.payload.as_deref())
    }

    pub(crate) fn documents(&self) -> u64 {
        self.segments.iter().map(|segment| u64::from(segment.documents())).sum()
    }

    /// The names of all files of its segments.
    pub(crate) fn files(&self) -> impl Iterator<Item = String> {
        self.segments.iter().flat_map(Segment::files)
    }
}

impl Segment {
    /// What the names of its files begin with.
    pub(crate) fn name(&self) -> String {
        self.segment_id.replace('-', "")
    }

    /// The documents that are not deleted.
    pub(crate) fn documents(&self) -> u32 {
        self.max_doc.saturating_sub(self.deletes.as_ref().map_or(0, |deletes| deletes.num_deleted_docs))
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = String> {
        let deletes = self.deletes.as_ref().map(|deletes| format!("{}.del", deletes.opstamp));
        PARTS.iter().map(|part| (*part).to_owned()).chain(deletes).map(|part| format!("{}.{part}", self.name()))
    }
}

/// The segment to which a file belongs, if its name is that of a file of a segment.
pub(crate) fn segment_of(file: &str) -> Option<&str> {
    let (segment, _) = file.split_once('.')?;
    (segment.len() == 32 && segment.bytes().all(|b| b.is_ascii_hexdigit())).then_some(segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_names_its_files_and_counts_its_documents() {
        let json = r#"{"segments":[{"segment_id":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","max_doc":9,
            "deletes":{"num_deleted_docs":2,"opstamp":7}}],"schema":[],"opstamp":8,"payload":null}"#;
        let commit = Commit::parse(json.as_bytes()).unwrap();
        assert_eq!(commit.documents(), 7);
        let files: Vec<String> = commit.files().collect();
        assert_eq!(files.len(), 7);
        assert_eq!(files[6], "aaaaaaaabbbbccccddddeeeeeeeeeeee.7.del");
        assert_eq!(segment_of(&files[6]), Some("aaaaaaaabbbbccccddddeeeeeeeeeeee"));
        assert_eq!(segment_of(META), None);
    }
}
