//! An article as the index holds it, with what a query matches marked.

use tantivy::schema::Value;
use tantivy::{DateTime, TantivyDocument, Term};

use super::marks::Marker;
use super::query::Query;
use super::request::Request;
use super::view::View;
use crate::hit::{Shown, ShownBlock};
use crate::index::IndexError;
use crate::index::analysis::Lang;

impl View<'_> {
    pub(super) fn show(&self, id: &str, query: &str) -> Result<Option<Shown>, IndexError> {
        let Some((shelf, address)) = self.find(id)? else { return Ok(None) };
        let document: TantivyDocument = self.searchers[shelf].doc(address)?;
        let request = Request::new(query);
        let plan = self.plan(&Query::parse(query), &request)?;
        let statistics = self.statistics(&plan, &request);
        let marker =
            Marker::new(&plan.wanted, |term| statistics.rarity(&Term::from_field_text(self.fields.text, term)));
        let hit = self.facts(&document, shelf);
        let headings = self.list(&document, self.fields.headings);
        let body = self.text(&document, self.fields.body).unwrap_or_default();
        let paragraphs = blocks(&body, &headings, &marker, Lang::of(hit.lang.as_deref()));
        let day = |at: DateTime| jiff::Timestamp::from_second(at.into_timestamp_secs()).ok().map(|t| t.to_string());
        let modified = document.get_first(self.fields.modified).and_then(|v| v.as_datetime()).and_then(day);
        Ok(Some(Shown {
            id: hit.id,
            path: hit.path,
            url: hit.url,
            title: hit.title,
            authors: hit.authors,
            site: hit.site,
            sections: hit.sections,
            date: hit.date,
            modified: modified.map(|day| day.chars().take(10).collect()),
            lang: hit.lang,
            kind: hit.kind,
            tags: self.list(&document, self.fields.tag),
            paragraphs,
        }))
    }
}

fn blocks(body: &str, headings: &[String], marker: &Marker, lang: Lang) -> Vec<ShownBlock> {
    let mut next = headings.iter().peekable();
    let paragraphs = body.split("\n\n").filter(|p| !p.trim().is_empty());
    paragraphs
        .map(|paragraph| ShownBlock {
            heading: next.next_if(|heading| heading.trim() == paragraph.trim()).is_some(),
            text: paragraph.to_owned(),
            marks: marker.matches(lang, paragraph).into_iter().map(|m| m.range).collect(),
        })
        .collect()
}
