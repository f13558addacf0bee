//! Which segments are merged: as tantivy has it, but none that is damaged. tantivy copies the bytes of a segment as they are
//! and gives the new one a checksum of its own, so that nobody could ever tell again.

use std::sync::Arc;

use tantivy::index::{SegmentId, SegmentMeta};
use tantivy::merge_policy::{LogMergePolicy, MergeCandidate, MergePolicy, NoMergePolicy};
use tantivy::{Document, IndexWriter};

use super::IndexOptions;
use super::error::IndexError;
use super::writer_directory::WriterDirectory;

/// Segments in which so large a share of the documents is deleted are merged, however few they are: what is deleted takes
/// disk, and readers step over it.
const MOST_DELETED: f32 = 0.2;

/// A usual choice of tantivy's, without segments that are not as they were sealed.
#[derive(Debug, Clone)]
pub(crate) struct SoundMerges {
    usual: Arc<dyn MergePolicy>,
    directory: WriterDirectory,
}

impl SoundMerges {
    /// tantivy's own policy keeps the number of segments at a few for each tenfold of documents. Where all segments are made
    /// one at the end, nothing is gained by merging some of them before.
    pub(crate) fn new(directory: WriterDirectory, options: &IndexOptions) -> SoundMerges {
        if options.optimize {
            return SoundMerges { usual: Arc::new(NoMergePolicy), directory };
        }
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(MOST_DELETED);
        SoundMerges { usual: Arc::new(policy), directory }
    }

    /// Makes all segments one, without what was deleted, and takes the old ones off the disk.
    pub(crate) fn merge_all<D: Document>(&self, writer: &mut IndexWriter<D>) -> Result<(), IndexError> {
        let mut segments = writer.index().searchable_segment_metas()?;
        segments.retain(|segment| self.is_sound(&segment.id()));
        let to_do = segments.len() > 1 || segments.iter().any(SegmentMeta::has_deletes);
        let ids: Vec<SegmentId> = segments.iter().map(SegmentMeta::id).collect();
        // As long as anybody holds what describes a segment, its files stay.
        drop(segments);
        if to_do {
            writer.merge(&ids).wait()?;
        }
        writer.garbage_collect_files().wait()?;
        Ok(())
    }

    fn is_sound(&self, segment: &SegmentId) -> bool {
        self.directory.is_sound(&segment.uuid_string())
    }
}

impl MergePolicy for SoundMerges {
    /// Only what is to be merged is read, and that is about to be read anyway.
    fn compute_merge_candidates(&self, segments: &[SegmentMeta]) -> Vec<MergeCandidate> {
        let mut candidates = self.usual.compute_merge_candidates(segments);
        candidates.retain_mut(|MergeCandidate(ids)| {
            let count = ids.len();
            ids.retain(|id| self.is_sound(id));
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
        let merges = SoundMerges { usual: Arc::new(All), directory };
        assert_eq!(merges.compute_merge_candidates(&segments)[0].0.len(), 3);
        let store = dir.path().join(format!("{}.store", segments[1].id().uuid_string()));
        let mut bytes = std::fs::read(&store).unwrap();
        bytes[3] ^= 1;
        std::fs::write(&store, bytes).unwrap();
        assert_eq!(merges.compute_merge_candidates(&segments)[0].0, [segments[0].id(), segments[2].id()]);
        assert!(merges.compute_merge_candidates(&segments[1..]).is_empty());
    }
}
