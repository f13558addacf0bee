//! The documents of one segment, read without the rest of the index: by the names of the fields that it has, whichever version
//! wrote it.

use std::collections::BTreeMap;
use std::path::Path;

use tantivy::columnar::{Column, ColumnarReader, DynamicColumn, StrColumn};
use tantivy::directory::footer::Footer;
use tantivy::directory::{Directory, FileSlice};
use tantivy::fastfield::AliveBitSet;
use tantivy::schema::document::CompactDocValue;
use tantivy::schema::{Field, Schema, Value};
use tantivy::store::StoreReader;
use tantivy::{DateTime, DocId, TantivyDocument};

use super::Inspection;
use crate::article::{Article, ArticleLine};
use crate::index::files_directory::FilesDirectory;
use crate::index::payload::Stamp;
use crate::index::schema::{BYTES, CHANGED, DIGEST, Fields, ID, KEY, PATH, SOURCES, schema};

/// Blocks of the store that are kept unpacked: documents are read in order.
const BLOCKS: usize = 2;

/// The rules of an article that was taken over. No page is read by them, so that it is read again where it can be.
pub(super) const NO_RULES: u64 = 0;

/// A segment of which it is known which documents it holds.
pub(super) struct Remains {
    columns: Columns,
    alive: Option<AliveBitSet>,
    /// Nothing where the stored documents are damaged.
    store: Option<StoreReader>,
}

/// The columns that are stored nowhere else.
struct Columns {
    documents: DocId,
    key: StrColumn,
    path: StrColumn,
    id: Option<StrColumn>,
    sources: Option<StrColumn>,
    stamp: [Option<Column<u64>>; 3],
}

/// What a document says.
pub(super) struct Taken {
    /// Nothing where the index had no ids.
    pub(super) id: Option<String>,
    pub(super) stamp: Stamp,
    pub(super) article: Article,
}

impl Remains {
    pub(super) fn open(dir: &Path, segment: &str, deletes: Option<&str>, inspection: &Inspection) -> Option<Remains> {
        let is_sound = |file: &str| !inspection.damaged.contains(file);
        let file = |name: String| if is_sound(&name) { body(dir, &name) } else { None };
        let columns = Columns::open(file(format!("{segment}.fast"))?)?;
        let alive = match deletes {
            Some(deletes) => Some(AliveBitSet::open(file(deletes.to_owned())?.read_bytes().ok()?)),
            None => None,
        };
        let store = file(format!("{segment}.store")).and_then(|file| StoreReader::open(file, BLOCKS).ok());
        Some(Remains { columns, alive, store })
    }

    pub(super) fn alive(&self) -> impl Iterator<Item = DocId> + '_ {
        (0..self.columns.documents).filter(|doc| self.alive.as_ref().is_none_or(|alive| alive.is_alive(*doc)))
    }

    /// Whether the stored documents can be read.
    pub(super) fn has_store(&self) -> bool {
        self.store.is_some()
    }

    /// The key and the path of a document.
    pub(super) fn name(&self, doc: DocId) -> Option<(String, String)> {
        Some((first(&self.columns.key, doc)?, first(&self.columns.path, doc)?))
    }

    pub(super) fn article(&self, doc: DocId, wording: &Wording) -> Option<Taken> {
        let document: TantivyDocument = self.store.as_ref()?.get(doc).ok()?;
        let article = Article::from(wording.line(&document, self.columns.sources(doc)));
        let id = self.columns.id.as_ref().and_then(|column| first(column, doc));
        Some(Taken { id, stamp: self.columns.stamp(doc), article })
    }
}

/// The content of a file, without what tantivy puts at its end.
fn body(dir: &Path, name: &str) -> Option<FileSlice> {
    let file = FilesDirectory::open(dir).ok()?.open_read(Path::new(name)).ok()?;
    Footer::extract_footer(file).ok().map(|(_, body)| body)
}

impl Columns {
    fn open(file: FileSlice) -> Option<Columns> {
        let reader = ColumnarReader::open(file).ok()?;
        let column = |name| reader.read_columns(name).ok()?.first()?.open().ok();
        let text = |name| match column(name) {
            Some(DynamicColumn::Str(column)) => Some(column),
            _ => None,
        };
        let number = |name| match column(name) {
            Some(DynamicColumn::U64(column)) => Some(column),
            _ => None,
        };
        Some(Columns {
            documents: reader.num_docs(),
            key: text(KEY)?,
            path: text(PATH)?,
            id: text(ID),
            sources: text(SOURCES),
            stamp: [BYTES, CHANGED, DIGEST].map(number),
        })
    }

    fn stamp(&self, doc: DocId) -> Stamp {
        let number = |column: &Option<Column<u64>>| column.as_ref().and_then(|column| column.first(doc)).unwrap_or(0);
        let [bytes, changed, digest] = self.stamp.each_ref().map(number);
        Stamp { bytes, changed, digest, rules: NO_RULES }
    }

    fn sources(&self, doc: DocId) -> BTreeMap<String, String> {
        let named = self.sources.as_ref().map(|column| labels(column, doc)).unwrap_or_default();
        named
            .iter()
            .filter_map(|named| named.split_once(' '))
            .map(|(fact, by)| (fact.to_owned(), by.to_owned()))
            .collect()
    }
}

fn first(column: &StrColumn, doc: DocId) -> Option<String> {
    labels(column, doc).into_iter().next()
}

fn labels(column: &StrColumn, doc: DocId) -> Vec<String> {
    let label = |ord| {
        let mut label = String::new();
        column.ord_to_str(ord, &mut label).ok().filter(|there| *there).map(|_| label)
    };
    column.ords().values_for_doc(doc).filter_map(label).collect()
}

/// The fields in the stored documents of an index: each of ours by its name, where the index has one of that name.
pub(super) struct Wording {
    fields: Fields,
    /// By the numbers of our fields.
    theirs: Vec<Option<Field>>,
}

impl Wording {
    /// That of an index with this schema; with ours where it is not known.
    pub(super) fn of(theirs: Option<&Schema>) -> Wording {
        let (ours, fields) = schema();
        let theirs = theirs.unwrap_or(&ours);
        Wording { fields, theirs: ours.fields().map(|(_, entry)| theirs.get_field(entry.name()).ok()).collect() }
    }

    fn values<'d>(&self, document: &'d TantivyDocument, ours: Field) -> impl Iterator<Item = CompactDocValue<'d>> {
        let theirs = self.theirs.get(ours.field_id() as usize).copied().flatten();
        theirs.into_iter().flat_map(|field| document.get_all(field))
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
            saved: date(f.saved).map(|at| at.to_string()),
            sources,
            error: None,
        }
    }
}
