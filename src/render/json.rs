//! Hits as JSON: one answer an object, or one hit a line.
//!
//! # An answer
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
//! | `facets` | object: facet name → list of `{"value", "count"}`; a section within a wider one has its name as `within` |
//! | `did_you_mean` | where nothing was found, a query that finds something; else null |
//! | `timeline` | list of `{"name", "since", "until", "count"}`, spans of time one after the other; empty if not asked for |
//! | `undated` | with a timeline, how many of the articles have no date |
//!
//! # A hit
//!
//! | key | value |
//! |---|---|
//! | `id` | stable over re-indexing |
//! | `path` | the page's file |
//! | `url`, `title`, `site` | strings or null |
//! | `authors`, `sections` | lists of strings, empty where unknown |
//! | `date` | RFC 3339 date or date-time, or null |
//! | `lang`, `kind` | strings or null |
//! | `score` | number, to be compared within one answer |
//! | `heading` | the in-article heading above the passage, or null |
//! | `snippet` | HTML-escaped text with the matches within `<mark>` |
//! | `link` | the address of the passage within the page, or null |
//! | `index` | which index it is from, where several are searched; else null |
//! | `copies` | list of `{"id", "path", "url", "site", "date"}`: the first three articles that say nearly the same |
//! | `copy_count` | how many there are, among the articles that were ranked for this answer |
//! | `explanation` | list of `{"what", "score"}`; left out if not asked for |
//!
//! With [`lines()`], each line is such a hit. Characters that act on a terminal are written as `\u001b`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::wire;
use crate::hit::{FacetValue, Hit, Hits, NearCopy, Part, Span};

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    total: usize,
    took_ms: f64,
    problems: &'a [String],
    hits: Vec<Line<'a>>,
    facets: BTreeMap<&'a str, Vec<Value<'a>>>,
    did_you_mean: &'a Option<String>,
    timeline: Vec<Time<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    undated: Option<usize>,
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
    link: &'a Option<String>,
    index: &'a Option<String>,
    copies: Vec<Copy<'a>>,
    copy_count: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    explanation: Vec<Summand<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    value: &'a str,
    count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<&'a str>,
}

#[derive(Serialize)]
struct Time<'a> {
    name: &'a str,
    since: String,
    until: String,
    count: usize,
}

#[derive(Serialize)]
struct Copy<'a> {
    id: &'a str,
    path: &'a str,
    url: &'a Option<String>,
    site: &'a Option<String>,
    date: &'a Option<String>,
}

#[derive(Serialize)]
struct Summand<'a> {
    what: &'a str,
    score: f32,
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
        facets: hits.facets.iter().map(|(name, list)| (name.as_str(), list.iter().map(value).collect())).collect(),
        did_you_mean: &hits.did_you_mean,
        timeline: hits.timeline.iter().map(time).collect(),
        undated: hits.undated,
    };
    wire::line(out, &answer)
}

/// Writes the hits alone, one JSON object a line.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use pressmark::hit::{Hit, Hits};
/// let hits = Hits { hits: vec![Hit::default(), Hit::default()], ..Hits::default() };
/// let mut out = Vec::new();
/// pressmark::render::json::lines(&mut out, &hits)?;
/// assert_eq!(out.iter().filter(|byte| **byte == b'\n').count(), 2);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn lines(out: &mut impl Write, hits: &Hits) -> io::Result<()> {
    hits.hits.iter().try_for_each(|found| wire::line(out, &hit(found)))
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
        link: &hit.link,
        index: &hit.index,
        copies: hit.copies.iter().map(copy).collect(),
        copy_count: hit.copy_count,
        explanation: hit.explanation.iter().map(summand).collect(),
    }
}

fn value(value: &FacetValue) -> Value<'_> {
    Value { value: &value.value, count: value.count, within: value.within.as_deref() }
}

fn time(span: &Span) -> Time<'_> {
    Time { name: &span.name, since: span.since.to_string(), until: span.until.to_string(), count: span.count }
}

fn copy(copy: &NearCopy) -> Copy<'_> {
    Copy { id: &copy.id, path: &copy.path, url: &copy.url, site: &copy.site, date: &copy.date }
}

fn summand(part: &Part) -> Summand<'_> {
    Summand { what: &part.what, score: part.score }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::hit::Snippet;

    fn answer() -> Hits {
        let full = Hit {
            id: "1f".into(),
            path: "a.html".into(),
            url: Some("https://a.example/".into()),
            title: Some("Locks\u{9b} reopen".into()),
            authors: vec!["Ada Byrd".into()],
            site: Some("A".into()),
            sections: vec!["World".into()],
            date: Some("2024-03-05".into()),
            lang: Some("en".into()),
            kind: Some("article".into()),
            score: 1.5,
            heading: Some("Who pays".into()),
            snippet: Snippet::marked("a <«levy»>"),
            link: Some("https://a.example/#x".into()),
            index: Some("news".into()),
            copies: vec![NearCopy { id: "2f".into(), path: "b.html".into(), ..NearCopy::default() }],
            copy_count: 1,
            explanation: vec![Part { what: "levy".into(), score: 1.5 }],
        };
        let value = |value: &str, within: Option<&str>| FacetValue {
            value: value.to_owned(),
            count: 2,
            within: within.map(str::to_owned),
        };
        Hits {
            query: "levy".into(),
            total: 2,
            took_ms: 1.23456,
            problems: vec!["a stray quote".into()],
            did_you_mean: Some("levee".into()),
            hits: vec![full, Hit::default()],
            facets: [("section".to_owned(), vec![value("World", None), value("Levant", Some("World"))])].into(),
            undated: None,
            timeline: vec![Span { name: "2024".into(), since: date(2024, 1, 1), until: date(2024, 12, 31), count: 2 }],
        }
    }

    const FULL: &str = r#"{"id":"1f","path":"a.html","url":"https://a.example/","title":"Locks\u009b reopen","authors":["Ada Byrd"],"site":"A","sections":["World"],"date":"2024-03-05","lang":"en","kind":"article","score":1.5,"heading":"Who pays","snippet":"a &lt;<mark>levy</mark>&gt;","link":"https://a.example/#x","index":"news","copies":[{"id":"2f","path":"b.html","url":null,"site":null,"date":null}],"copy_count":1,"explanation":[{"what":"levy","score":1.5}]}"#;

    const EMPTY: &str = r#"{"id":"","path":"","url":null,"title":null,"authors":[],"site":null,"sections":[],"date":null,"lang":null,"kind":null,"score":0.0,"heading":null,"snippet":"","link":null,"index":null,"copies":[],"copy_count":0}"#;

    #[test]
    fn an_answer_is_one_line() {
        let expected = format!(
            r#"{{"query":"levy","total":2,"took_ms":1.235,"problems":["a stray quote"],"hits":[{FULL},{EMPTY}],"facets":{{"section":[{{"value":"World","count":2}},{{"value":"Levant","count":2,"within":"World"}}]}},"did_you_mean":"levee","timeline":[{{"name":"2024","since":"2024-01-01","until":"2024-12-31","count":2}}]}}"#
        );
        let mut out = Vec::new();
        hits(&mut out, &answer()).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expected + "\n");
    }

    #[test]
    fn a_hit_is_one_line() {
        let mut out = Vec::new();
        lines(&mut out, &answer()).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), format!("{FULL}\n{EMPTY}\n"));
    }
}
