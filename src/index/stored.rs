//! From a document of the index back to its article.

use std::collections::BTreeMap;

use tantivy::columnar::StrColumn;
use tantivy::schema::document::CompactDocValue;
use tantivy::schema::{Field, Schema, Value};
use tantivy::{DateTime, DocId, TantivyDocument};

use super::repeats::Aside;
use super::schema::{Fields, schema};
use crate::article::{Article, ArticleLine, Block, BlockKind, Place};
use crate::extract::repeats::Outline;

/// What a document has in a column of labels.
pub(super) fn labels(column: &StrColumn, doc: DocId) -> Vec<String> {
    let label = |ord| {
        let mut label = String::new();
        column.ord_to_str(ord, &mut label).ok().filter(|there| *there).map(|_| label)
    };
    column.ords().values_for_doc(doc).filter_map(label).collect()
}

/// Of each fact found, the place it came from.
pub(super) fn sources(column: &StrColumn, doc: DocId) -> BTreeMap<String, String> {
    let named = labels(column, doc);
    named.iter().filter_map(|named| named.split_once(' ')).map(|(fact, by)| (fact.to_owned(), by.to_owned())).collect()
}

/// The fields in the stored documents of an index: each of ours by its name, where the index has one of that name.
pub(crate) struct Wording {
    fields: Fields,
    /// By the numbers of our fields.
    theirs: Vec<Option<Field>>,
}

impl Wording {
    /// That of an index with this schema; with ours where it is not known.
    pub(crate) fn of(theirs: Option<&Schema>) -> Wording {
        let (ours, fields) = schema();
        let theirs = theirs.unwrap_or(&ours);
        Wording { fields, theirs: ours.fields().map(|(_, entry)| theirs.get_field(entry.name()).ok()).collect() }
    }

    fn values<'d>(&self, document: &'d TantivyDocument, ours: Field) -> impl Iterator<Item = CompactDocValue<'d>> {
        let theirs = self.theirs.get(ours.field_id() as usize).copied().flatten();
        theirs.into_iter().flat_map(|field| document.get_all(field))
    }

    /// The whole article, with what was taken out of it since it repeats over its site.
    pub(crate) fn article(
        &self,
        document: &TantivyDocument,
        sources: BTreeMap<String, String>,
        outline: &Outline,
    ) -> Article {
        let line = self.line(document, sources);
        let body = line.body.clone();
        let aside: Vec<Aside> =
            self.values(document, self.fields.repeated).filter_map(|value| Aside::from_text(value.as_str()?)).collect();
        if aside.is_empty() { line.into() } else { whole(line.into(), &body, outline, aside) }
    }

    /// The line of an article, as it would be given by `extract --format json`.
    fn line(&self, document: &TantivyDocument, sources: BTreeMap<String, String>) -> ArticleLine {
        let f = &self.fields;
        let list = |field: Field| -> Vec<String> {
            self.values(document, field).filter_map(|value| value.as_str()).map(str::to_owned).collect()
        };
        let text = |field: Field| list(field).into_iter().next();
        let instant = |at: DateTime| jiff::Timestamp::from_second(at.into_timestamp_secs()).ok();
        let date = |field: Field| self.values(document, field).next()?.as_datetime().and_then(instant);
        let day = |field: Field| date(field).map(|at| at.to_string().chars().take_while(|c| *c != 'T').collect());
        ArticleLine {
            path: text(f.path).unwrap_or_default(),
            url: text(f.url),
            site: text(f.site),
            title: text(f.title).filter(|title| !title.is_empty()),
            authors: list(f.author),
            date: text(f.date_text).or_else(|| day(f.date)),
            modified: day(f.modified),
            sections: list(f.section),
            tags: list(f.tag),
            lang: text(f.lang),
            headings: list(f.headings),
            anchors: list(f.heading_anchors).into_iter().map(|id| Some(id).filter(|id| !id.is_empty())).collect(),
            body: text(f.body).unwrap_or_default(),
            summary: text(f.summary),
            kind: text(f.kind).and_then(|kind| serde_json::from_value(kind.into()).ok()).unwrap_or_default(),
            kind_confidence: None,
            saved: date(f.saved).map(|at| at.to_string()),
            sources,
            error: None,
        }
    }
}

/// The whole article: the pieces that are in the index and those that were taken out, in the order of the outline.
fn whole(article: Article, body: &str, outline: &Outline, aside: Vec<Aside>) -> Article {
    let headings: Vec<(String, Option<String>)> = article
        .blocks
        .iter()
        .filter(|b| matches!(b.kind, BlockKind::Heading(_)))
        .map(|b| (b.text.clone(), b.anchor.clone()))
        .collect();
    let (mut kept, mut aside, mut headings) = (body.split("\n\n"), aside.into_iter(), headings.into_iter().peekable());
    let mut blocks = Vec::new();
    for (is_out, pieces) in outline.runs() {
        let Aside { text, is_heading, anchor } = if is_out {
            let Some(piece) = aside.next() else { break };
            piece
        } else {
            let text = kept.by_ref().take(pieces).collect::<Vec<_>>().join("\n\n");
            let heading = headings.next_if(|(heading, _)| *heading == text);
            Aside { text, is_heading: heading.is_some(), anchor: heading.and_then(|(_, anchor)| anchor) }
        };
        let kind = if is_heading { BlockKind::Heading(2) } else { BlockKind::Paragraph };
        blocks.push(Block { kind, text, anchor, place: Place::default() });
    }
    Article { blocks, ..article }
}
