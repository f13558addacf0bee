//! Hits as CSL-JSON, which Zotero, pandoc and citeproc read: a list of items of type `webpage`.

use std::io::{self, Write};

use serde::Serialize;

use super::names::Name;
use super::work::{Parts, Work, works};
use crate::hit::Hits;
use crate::render::wire;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    passage: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "kebab-case")]
enum Author<'a> {
    Whole {
        literal: &'a str,
    },
    Person {
        family: &'a str,
        given: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        non_dropping_particle: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        suffix: &'a str,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    date_parts: [Vec<i16>; 1],
}

/// Writes a JSON list, an item a line.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use pressmark::hit::{Hit, Hits};
/// let hit = Hit { title: Some("Locks reopen".into()), ..Hit::default() };
/// let mut out = Vec::new();
/// pressmark::render::citation::csl::hits(&mut out, &Hits { hits: vec![hit], ..Hits::default() })?;
/// assert_eq!(out, b"[\n{\"id\":\"anonndlocks\",\"type\":\"webpage\",\"title\":\"Locks reopen\"}\n]\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn hits(out: &mut impl Write, hits: &Hits) -> io::Result<()> {
    write!(out, "[")?;
    for (at, work) in works(hits).iter().enumerate() {
        writeln!(out, "{}", if at > 0 { "," } else { "" })?;
        wire::value(out, &item(work))?;
    }
    writeln!(out, "\n]")
}

fn item(work: &Work) -> Item<'_> {
    Item {
        id: &work.key,
        kind: "webpage",
        title: work.title.as_deref(),
        author: work.authors.iter().map(author).collect(),
        container_title: work.site.as_deref(),
        issued: work.date.map(issued),
        url: work.url.as_deref(),
        language: work.lang.as_deref(),
        section: work.sections.first().map(String::as_str),
        passage: work.passage.as_deref(),
    }
}

fn author(name: &Name) -> Author<'_> {
    match name {
        Name::Whole(literal) => Author::Whole { literal },
        Name::Person { given, particle, family, suffix } => {
            Author::Person { family, given, non_dropping_particle: particle, suffix }
        }
    }
}

fn issued(date: Parts) -> Issued {
    let parts = [Some(date.year), date.month.map(i16::from), date.day.map(i16::from)];
    Issued { date_parts: [parts.into_iter().flatten().collect()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_all_kinds() {
        let mut out = Vec::new();
        hits(&mut out, &super::super::works_of_all_kinds()).unwrap();
        let expected = concat!(
            "[\n",
            r#"{"id":"byrd2024locks","type":"webpage","title":"Locks reopen at Verrin","author":[{"family":"Byrd","given":"Ada"},{"family":"Gogh","given":"Vincent","non-dropping-particle":"van"},{"family":"King","given":"Martin","suffix":"Jr."},{"literal":"Verrin Gazette"}],"container-title":"Verrin Gazette","issued":{"date-parts":[[2024,3,5]]},"URL":"https://www.gazette.example/locks?a=1&b=%7Bx%7D#top_1%20","language":"en","section":"Transport","abstract":"The levy & the toll…"},"#,
            "\n",
            r#"{"id":"byrd2024input","type":"webpage","title":"50% of $5}: {a_b} ER - [31m\\input{x}~^#","author":[{"family":"Byrd","given":"Ada"},{"literal":"Smith, Jones & Co"}],"container-title":"a, TY - BOOK","issued":{"date-parts":[[2024,3]]}},"#,
            "\n",
            r#"{"id":"jaridand","type":"webpage","title":"ضريبة الحبوب","author":[{"literal":"王小明"},{"literal":"山田 太郎"},{"literal":"محمد"}],"container-title":"jarida.example","URL":"https://www.jarida.example/1"},"#,
            "\n",
            r#"{"id":"byrd2024locksa","type":"webpage","title":"Locks, again","author":[{"family":"Byrd","given":"Eve"}],"issued":{"date-parts":[[2024]]}},"#,
            "\n",
            r#"{"id":"anonnd","type":"webpage"}"#,
            "\n]\n"
        );
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn no_hits_are_an_empty_list() {
        let mut out = Vec::new();
        hits(&mut out, &Hits::default()).unwrap();
        assert_eq!(out, b"[\n]\n");
    }
}
