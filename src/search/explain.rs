//! What a score is made of.

use tantivy::query::EnableScoring;
use tantivy::{DocAddress, DocSet, Searcher};

use super::plan::Plan;
use super::statistics::Statistics;
use crate::hit::Part;
use crate::index::IndexError;

/// Smaller parts of a score are not worth a line.
const LEAST: f32 = 0.005;

/// The summands of an article's score, the greatest first; where the whole is more or less than their sum, what that is for.
pub(super) fn explain(
    plan: &Plan,
    statistics: &Statistics,
    shelf: &Searcher,
    address: DocAddress,
    score: f32,
) -> Result<Vec<Part>, IndexError> {
    let segment = shelf.segment_reader(address.segment_ord);
    let mut parts: Vec<Part> = Vec::new();
    for (what, query) in &plan.summands {
        let weight = query.weight(EnableScoring::enabled_from_statistics_provider(statistics, shelf))?;
        let mut scorer = weight.scorer(segment, 1.0)?;
        if scorer.doc() < address.doc_id {
            scorer.seek(address.doc_id);
        }
        if scorer.doc() == address.doc_id {
            parts.push(Part { what: what.clone(), score: scorer.score() });
        }
    }
    let sum: f32 = parts.iter().map(|part| part.score).sum();
    parts.retain(|part| part.score >= LEAST);
    parts.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.what.cmp(&b.what)));
    // Of alternatives only the best counts, and what is wanted recent is multiplied.
    if (score - sum).abs() > LEAST * 2.0 {
        parts.push(Part { what: "its age, and what counts only once".to_owned(), score: score - sum });
    }
    Ok(parts)
}
