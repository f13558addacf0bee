//! Hits as JSON.
//!
//! One object:
//!
//! | key | value |
//! |---|---|
//! | `query` | the query as asked |
//! | `total` | how many articles match, whatever the number shown |
//! | `took_ms` | milliseconds, a number |
//! | `problems` | list of strings: what the parser passed over |
//! | `hits` | list of objects, best first, see below |
//! | `facets` | object: facet name → list of `{"value", "count"}` |
//!
//! A hit has `id`, `path`, `url`, `title`, `authors` (list), `site`, `sections` (list), `date` (RFC 3339 date or
//! date-time), `lang`, `kind`, `score` (number), `heading` and `snippet`: HTML-escaped text with the matches within
//! `<mark>`. Unknown values are null, unknown lists empty.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::hit::{Hit, Hits};

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    total: usize,
    took_ms: f64,
    problems: &'a [String],
    hits: Vec<Line<'a>>,
    facets: BTreeMap<&'a str, Vec<Value<'a>>>,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    path: &'a str,
    url: &'a Option<String>,
    title: &'a Option<String>,
    authors: &'a [String],
    site: &'a Option<String>,
    sections: &'a [String],
    date: &'a Option<String>,
    lang: &'a Option<String>,
    kind: &'a Option<String>,
    score: f32,
    heading: &'a Option<String>,
    snippet: String,
}

#[derive(Serialize)]
struct Value<'a> {
    value: &'a str,
    count: usize,
}

/// Writes the answer as one JSON object on one line.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// let mut out = Vec::new();
/// pressmark::render::json::hits(&mut out, &pressmark::hit::Hits::default())?;
/// assert!(out.starts_with(br#"{"query":"","total":0,"#));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn hits(out: &mut impl Write, hits: &Hits) -> io::Result<()> {
    let answer = Answer {
        query: &hits.query,
        total: hits.total,
        took_ms: (hits.took_ms * 1000.0).round() / 1000.0,
        problems: &hits.problems,
        hits: hits.hits.iter().map(hit).collect(),
        facets: hits
            .facets
            .iter()
            .map(|(name, list)| {
                (name.as_str(), list.iter().map(|v| Value { value: &v.value, count: v.count }).collect())
            })
            .collect(),
    };
    serde_json::to_writer(&mut *out, &answer)?;
    writeln!(out)
}

fn hit(hit: &Hit) -> Line<'_> {
    Line {
        id: &hit.id,
        path: &hit.path,
        url: &hit.url,
        title: &hit.title,
        authors: &hit.authors,
        site: &hit.site,
        sections: &hit.sections,
        date: &hit.date,
        lang: &hit.lang,
        kind: &hit.kind,
        score: hit.score,
        heading: &hit.heading,
        snippet: hit.snippet.html(),
    }
}
