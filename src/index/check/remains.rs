//! The documents of one segment, read without the rest of the index: by the names of the fields that it has, whichever version
//! wrote it.

use std::collections::BTreeMap;
use std::path::Path;

use tantivy::columnar::{Column, ColumnarReader, DynamicColumn, StrColumn};
use tantivy::directory::footer::Footer;
use tantivy::directory::{Directory, FileSlice};
use tantivy::fastfield::AliveBitSet;
use tantivy::store::StoreReader;
use tantivy::{DocId, TantivyDocument};

use super::Inspection;
use crate::article::Article;
use crate::extract::repeats::Outline;
use crate::index::files_directory::FilesDirectory;
use crate::index::payload::Stamp;
use crate::index::schema::{BYTES, CHANGED, DIGEST, ID, KEY, OUTLINE, PATH, SOURCES};
use crate::index::stored::{self, Wording};

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
    outline: Option<Column<u64>>,
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
        let article = wording.article(&document, self.columns.sources(doc), &self.columns.outline(doc));
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
            outline: number(OUTLINE),
        })
    }

    fn stamp(&self, doc: DocId) -> Stamp {
        let number = |column: &Option<Column<u64>>| column.as_ref().and_then(|column| column.first(doc)).unwrap_or(0);
        let [bytes, changed, digest] = self.stamp.each_ref().map(number);
        Stamp { bytes, changed, digest, rules: NO_RULES }
    }

    fn sources(&self, doc: DocId) -> BTreeMap<String, String> {
        self.sources.as_ref().map(|column| stored::sources(column, doc)).unwrap_or_default()
    }

    /// That of the whole article; of an index without any, none.
    fn outline(&self, doc: DocId) -> Outline {
        Outline::from_bits(self.outline.iter().flat_map(|column| column.values_for_doc(doc)))
    }
}

fn first(column: &StrColumn, doc: DocId) -> Option<String> {
    stored::labels(column, doc).into_iter().next()
}
