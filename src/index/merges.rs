//! Which segments are merged: as tantivy has it, but none that is damaged. tantivy copies the bytes of a segment as they are
//! and gives the new one a checksum of its own, so that nobody could ever tell again.

use tantivy::SegmentMeta;
use tantivy::merge_policy::{DefaultMergePolicy, MergeCandidate, MergePolicy};

use super::writer_directory::WriterDirectory;

/// tantivy's usual choice, without segments that are not as they were sealed.
#[derive(Debug)]
pub(crate) struct SoundMerges {
    usual: Box<dyn MergePolicy>,
    directory: WriterDirectory,
}

impl SoundMerges {
    pub(crate) fn new(directory: WriterDirectory) -> SoundMerges {
        SoundMerges { usual: Box::new(DefaultMergePolicy::default()), directory }
    }
}

impl MergePolicy for SoundMerges {
    /// Only what is to be merged is read, and that is about to be read anyway.
    fn compute_merge_candidates(&self, segments: &[SegmentMeta]) -> Vec<MergeCandidate> {
        let mut candidates = self.usual.compute_merge_candidates(segments);
        candidates.retain_mut(|MergeCandidate(ids)| {
            let count = ids.len();
            ids.retain(|id| self.directory.is_sound(&id.uuid_string()));
            ids.len() == count || ids.len() > 1
        });
        candidates
    }
}

#[cfg(test)]
mod tests {
    use tantivy::{Index, IndexWriter, doc};

    use super::super::{analysis, meta, schema};
    use super::*;

    /// Merges all there is.
    #[derive(Debug)]
    struct All;

    impl MergePolicy for All {
        fn compute_merge_candidates(&self, segments: &[SegmentMeta]) -> Vec<MergeCandidate> {
            vec![MergeCandidate(segments.iter().map(SegmentMeta::id).collect())]
        }
    }

    #[test]
    fn a_damaged_segment_is_not_merged() {
        let dir = tempfile::tempdir().unwrap();
        meta::write(dir.path()).unwrap();
        let directory = WriterDirectory::open(dir.path()).unwrap();
        let (schema, fields) = schema();
        let index = Index::create(directory.clone(), schema, tantivy::IndexSettings::default()).unwrap();
        index.tokenizers().register(analysis::NAME, analysis::analyzer());
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 15_000_000).unwrap();
        for id in ["a", "b", "c"] {
            writer.add_document(doc!(fields.id => id)).unwrap();
            writer.commit().unwrap();
        }
        let segments = index.searchable_segment_metas().unwrap();
        let merges = SoundMerges { usual: Box::new(All), directory };
        assert_eq!(merges.compute_merge_candidates(&segments)[0].0.len(), 3);
        let store = dir.path().join(format!("{}.store", segments[1].id().uuid_string()));
        let mut bytes = std::fs::read(&store).unwrap();
        bytes[3] ^= 1;
        std::fs::write(&store, bytes).unwrap();
        assert_eq!(merges.compute_merge_candidates(&segments)[0].0, [segments[0].id(), segments[2].id()]);
        assert!(merges.compute_merge_candidates(&segments[1..]).is_empty());
    }
}
