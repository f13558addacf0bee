//! "Did you mean": words that the index does not have replaced by ones that it has.

use std::collections::HashMap;

use tantivy::Searcher;

use super::plan::{Misspelt, dictionary_words};
use super::query::{Clause, Form, Leaf, Node, Query};
use crate::index::analysis::{fold_word, surfaces};
use crate::index::{Fields, IndexError};

/// A longer query is a text of its own, with names and numbers that no index has.
const MOST_WORDS: usize = 6;

/// Shorter words are one letter away from too many others.
const LEAST_LETTERS: usize = 3;

pub(super) fn is_short(query: &Query) -> bool {
    query.clauses.len() <= MOST_WORDS
}

/// The query with each unknown word replaced by the most frequent of the nearest words of the index; none if all of them are
/// near nothing.
pub(super) fn corrected(
    shelves: &[Searcher],
    fields: &Fields,
    query: &Query,
    unknown: &[String],
) -> Result<Option<Query>, IndexError> {
    if unknown.is_empty() || unknown.len() > MOST_WORDS {
        return Ok(None);
    }
    let mut better: HashMap<&str, String> = HashMap::new();
    for word in unknown {
        if let Some(found) = nearest(shelves, fields, word)? {
            better.insert(word, found);
        }
    }
    if better.is_empty() {
        return Ok(None);
    }
    let mut query = query.clone();
    query.clauses.iter_mut().for_each(|clause| correct_clause(clause, &better));
    query.problems.clear();
    Ok(Some(query))
}

/// The word of the index that differs in the fewest letters, and of those the most frequent.
fn nearest(shelves: &[Searcher], fields: &Fields, word: &str) -> Result<Option<String>, IndexError> {
    let word = fold_word(word);
    let letters = word.chars().count();
    if letters < LEAST_LETTERS || word.chars().all(|c| c.is_ascii_digit()) {
        return Ok(None);
    }
    let misspelt = Misspelt::new(&word, if letters < 6 { 1 } else { 2 });
    let distance = |other: &str| misspelt.distance(other);
    let mut best: Option<(u8, std::cmp::Reverse<u64>, String)> = None;
    for field in [fields.body, fields.title] {
        let found = dictionary_words(shelves, field, &word, |other| distance(other).is_some())?;
        for (other, with) in found.words {
            let Some(distance) = distance(&fold_word(&other)).filter(|distance| *distance > 0) else { continue };
            let next = (distance, std::cmp::Reverse(with), other);
            if best.as_ref().is_none_or(|best| next < *best) {
                best = Some(next);
            }
        }
    }
    Ok(best.map(|(_, _, word)| word))
}

fn correct_clause(clause: &mut Clause, better: &HashMap<&str, String>) {
    correct(&mut clause.node, better);
}

fn correct(node: &mut Node, better: &HashMap<&str, String>) {
    match node {
        Node::Leaf(leaf) => correct_leaf(leaf, better),
        Node::Any(nodes) | Node::Near { of: nodes, .. } => nodes.iter_mut().for_each(|node| correct(node, better)),
        Node::Group(clauses) => clauses.iter_mut().for_each(|clause| correct_clause(clause, better)),
    }
}

fn correct_leaf(leaf: &mut Leaf, better: &HashMap<&str, String>) {
    if !leaf.field.is_text() || !matches!(leaf.form, Form::Word | Form::Phrase { .. }) {
        return;
    }
    // From the end, so that what was found before stays where it is.
    for word in surfaces(&leaf.text.clone()).iter().rev() {
        if let Some(other) = better.get(word.text.as_str()) {
            leaf.text.replace_range(word.range.clone(), other);
        }
    }
}
