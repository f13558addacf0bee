//! What a score is made of.

use tantivy::query::{EnableScoring, Weight};
use tantivy::{DocSet, Searcher};

use super::plan::Plan;
use super::rank::Ranked;
use super::statistics::Statistics;
use crate::hit::Part;
use crate::index::IndexError;

/// Smaller parts of a score are not worth a line.
const LEAST: f32 = 0.005;

/// Takes scores apart; made once for an answer.
pub(super) struct Explainer<'p> {
    plan: &'p Plan,
    /// For each index, the summands ready to be asked.
    weights: Vec<Vec<Box<dyn Weight>>>,
}

impl<'p> Explainer<'p> {
    pub(super) fn new(plan: &'p Plan, statistics: &Statistics) -> Result<Explainer<'p>, IndexError> {
        let weights = |shelf: &Searcher| -> tantivy::Result<Vec<Box<dyn Weight>>> {
            let scoring = || EnableScoring::enabled_from_statistics_provider(statistics, shelf);
            plan.summands.iter().map(|(_, query)| query.weight(scoring())).collect()
        };
        Ok(Explainer { plan, weights: statistics.shelves.iter().map(weights).collect::<tantivy::Result<_>>()? })
    }

    /// The summands of an article's score, the greatest first; where the whole is more or less than their sum, what that is
    /// for.
    pub(super) fn explain(&self, shelf: &Searcher, ranked: &Ranked, score: f32) -> Result<Vec<Part>, IndexError> {
        let (segment, doc) = (shelf.segment_reader(ranked.address.segment_ord), ranked.address.doc_id);
        let mut parts: Vec<Part> = Vec::new();
        for ((what, _), weight) in self.plan.summands.iter().zip(&self.weights[ranked.shelf]) {
            let mut scorer = weight.scorer(segment, 1.0)?;
            if scorer.doc() < doc {
                scorer.seek(doc);
            }
            if scorer.doc() == doc {
                parts.push(Part { what: what.clone(), score: scorer.score() });
            }
        }
        let sum: f32 = parts.iter().map(|part| part.score).sum();
        parts.retain(|part| part.score >= LEAST);
        parts.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.what.cmp(&b.what)));
        // Of alternatives only the best counts, a word typed twice counts twice, and what is wanted recent is multiplied.
        if (score - sum).abs() > LEAST * 2.0 {
            parts.push(Part { what: "its age, and what counts once or several times".to_owned(), score: score - sum });
        }
        Ok(parts)
    }
}
