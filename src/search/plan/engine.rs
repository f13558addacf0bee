//! Queries of the engine, made in one line each.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, PhraseQuery, Query,
    RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::excluded::Excluded;
use super::pair::Pair;
use crate::index::document::midnight;
use crate::search::period::Period;

pub(super) type Boxed = Box<dyn Query>;
pub(super) type Parts = Vec<(Occur, Boxed)>;

pub(super) fn term(field: Field, text: &str) -> Boxed {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
}

/// A value of a field that does not rank.
pub(super) fn exact(field: Field, text: &str) -> Boxed {
    unranked(Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic)))
}

/// A number of a field that is kept in columns only.
pub(super) fn number(field: Field, number: u64) -> Boxed {
    let bound = || Bound::Included(Term::from_field_u64(field, number));
    unranked(Box::new(RangeQuery::new(bound(), bound())))
}

/// Terms in this order, each with its distance from the first. One alone is just that term.
pub(super) fn phrase(field: Field, steps: &[(usize, &str)], slop: u32) -> Boxed {
    match steps {
        [] => nothing(),
        [(_, only)] => term(field, only),
        [(first, one), (second, other)] if slop > 0 => {
            let terms = [one, other].map(|text| Term::from_field_text(field, text));
            Box::new(Pair { terms, apart: (second - first) as u32, slop })
        }
        [(first, _), ..] => {
            let steps = steps.iter().map(|(at, text)| (at - first, Term::from_field_text(field, text))).collect();
            Box::new(PhraseQuery::new_with_offset_and_slop(steps, slop))
        }
    }
}

pub(super) fn boosted(query: Boxed, weight: f32) -> Boxed {
    if weight == 1.0 { query } else { Box::new(BoostQuery::new(query, weight)) }
}

/// Narrows without ranking.
pub(super) fn unranked(query: Boxed) -> Boxed {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

pub(super) fn constant(query: Boxed, score: f32) -> Boxed {
    Box::new(ConstScoreQuery::new(query, score))
}

pub(super) fn nothing() -> Boxed {
    Box::new(EmptyQuery)
}

pub(super) fn everything() -> Boxed {
    Box::new(AllQuery)
}

/// Any of these, and the more the better.
pub(super) fn any(mut queries: Vec<Boxed>) -> Boxed {
    match queries.len() {
        0 => nothing(),
        1 => queries.remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }
}

/// Any of these that stand for one thing: the best counts.
pub(super) fn best(mut queries: Vec<Boxed>) -> Boxed {
    match queries.len() {
        0 => nothing(),
        1 => queries.remove(0),
        _ => Box::new(DisjunctionMaxQuery::new(queries)),
    }
}

/// Demands, wishes and exclusions. "Not this" alone finds nothing in the engine; what is meant is everything else.
pub(super) fn boolean(parts: Parts) -> Boxed {
    let wrap = |(occur, query): (Occur, Boxed)| match occur {
        Occur::MustNot => (occur, Box::new(Excluded(query)) as Boxed),
        _ => (occur, query),
    };
    let mut parts: Parts = parts.into_iter().map(wrap).collect();
    if parts.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        parts.push((Occur::Must, unranked(everything())));
    }
    Box::new(BooleanQuery::new(parts))
}

pub(super) fn published(field: Field, period: Period) -> Boxed {
    if period.is_open() {
        return unranked(everything());
    }
    let bound = |day| Bound::Included(Term::from_field_date(field, midnight(day)));
    let end = |day: Option<jiff::civil::Date>| day.map_or(Bound::Unbounded, bound);
    unranked(Box::new(RangeQuery::new(end(period.since), end(period.until))))
}
