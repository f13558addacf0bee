//! From a document of the index back to its article.

use std::collections::BTreeMap;

use tantivy::columnar::StrColumn;
use tantivy::schema::{Field, Value};
use tantivy::{DateTime, DocId, TantivyDocument};

use super::schema::Fields;
use crate::article::ArticleLine;

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

/// The line of an article, as it would be given by `extract --format json`.
pub(super) fn line(document: &TantivyDocument, f: &Fields, sources: BTreeMap<String, String>) -> ArticleLine {
    let list = |field: Field| -> Vec<String> {
        document.get_all(field).filter_map(|value| value.as_str()).map(str::to_owned).collect()
    };
    let text = |field: Field| document.get_first(field).and_then(|value| value.as_str()).map(str::to_owned);
    let instant = |at: DateTime| jiff::Timestamp::from_second(at.into_timestamp_secs()).ok().map(|at| at.to_string());
    let date = |field: Field| document.get_first(field).and_then(|value| value.as_datetime()).and_then(instant);
    ArticleLine {
        path: text(f.path).unwrap_or_default(),
        url: text(f.url),
        site: text(f.site),
        title: text(f.title).filter(|title| !title.is_empty()),
        authors: list(f.author),
        date: text(f.date_text),
        modified: date(f.modified).map(|at| at.chars().take_while(|c| *c != 'T').collect()),
        sections: list(f.section),
        tags: list(f.tag),
        lang: text(f.lang),
        headings: list(f.headings),
        anchors: list(f.heading_anchors).into_iter().map(|id| Some(id).filter(|id| !id.is_empty())).collect(),
        body: text(f.body).unwrap_or_default(),
        summary: text(f.summary),
        kind: text(f.kind).and_then(|kind| serde_json::from_value(kind.into()).ok()).unwrap_or_default(),
        saved: date(f.saved),
        sources,
        error: None,
    }
}
