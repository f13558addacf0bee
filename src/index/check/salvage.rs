//! Articles taken out of a damaged index: of each segment whose stored documents and columns are as they were written,
//! whatever has become of its other files.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use tantivy::columnar::{Column, ColumnarReader, DynamicColumn, StrColumn};
use tantivy::directory::footer::Footer;
use tantivy::directory::{Directory, FileSlice};
use tantivy::fastfield::AliveBitSet;
use tantivy::schema::{Field, Value};
use tantivy::store::StoreReader;
use tantivy::{DateTime, DocId, TantivyDocument};

use super::Inspection;
use crate::article::{Article, ArticleLine};
use crate::guard;
use crate::index::IndexOptions;
use crate::index::commit::segment_of;
use crate::index::error::IndexError;
use crate::index::files_directory::FilesDirectory;
use crate::index::payload::Stamp;
use crate::index::schema::{BYTES, CHANGED, DIGEST, Fields, KEY, PATH, RULES, SOURCES, schema};
use crate::index::sink::Sink;

/// Blocks of the store that are kept unpacked: documents are read in order.
const BLOCKS: usize = 2;

/// What can be read of the segments that are given up.
#[derive(Default)]
pub(super) struct Salvage {
    segments: Vec<Remains>,
    /// Documents of segments that do not even say which they hold.
    unknown: u64,
    /// Documents of segments that stay.
    kept: u64,
}

/// What became of the documents.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    /// Put into the new index from the old one.
    pub(super) articles: usize,
    /// The paths of those that are lost.
    pub(super) lost: Vec<String>,
    /// How many more may be lost, of which nothing is known.
    pub(super) unknown: u64,
}

/// A segment of which it is known which documents it holds.
struct Remains {
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
    sources: Option<StrColumn>,
    stamp: [Option<Column<u64>>; 4],
}

impl Salvage {
    /// Opens the segments that are given up: those named, or all of them.
    pub(super) fn open(dir: &Path, inspection: &Inspection, given_up: Option<&BTreeSet<String>>) -> Salvage {
        let (segments, documents) = segments(inspection);
        let kept = if given_up.is_some() { inspection.report.documents } else { 0 };
        let mut salvage = Salvage { unknown: documents.saturating_sub(kept), kept, ..Salvage::default() };
        for (segment, deletes) in segments {
            if given_up.is_some_and(|given_up| !given_up.contains(&segment)) {
                continue;
            }
            let remains = guard::index(|| Remains::open(dir, &segment, deletes.as_deref(), inspection)).flatten();
            if let Some(remains) = remains {
                salvage.unknown = salvage.unknown.saturating_sub(remains.alive().count() as u64);
                salvage.segments.push(remains);
            }
        }
        salvage
    }

    /// Whether every document can be had from here.
    pub(super) fn is_whole(&self) -> bool {
        self.unknown == 0 && self.segments.iter().all(|segment| segment.store.is_some())
    }

    /// Puts the articles that no page has given into an index, and tells what is lost.
    pub(super) fn put(self, dir: &Path, options: &IndexOptions) -> Result<Salvaged, IndexError> {
        let (fields, mut sink, mut salvaged) = (schema().1, Sink::open(dir, options)?, Salvaged::default());
        let given = sink.state.pages.values().filter(|known| known.indexed).count() as u64;
        let mut names = HashSet::new();
        for segment in &self.segments {
            for doc in segment.alive() {
                let Some((key, path)) = guard::index(|| segment.columns.name(doc)).flatten() else {
                    salvaged.unknown += 1;
                    continue;
                };
                let is_given = sink.state.pages.contains_key(&key);
                if names.insert(key.clone()) && !is_given {
                    match guard::index(|| segment.article(doc, &fields)).flatten() {
                        Some((stamp, article)) => {
                            sink.put(&key, stamp, &article)?;
                            salvaged.articles += 1;
                        }
                        None => salvaged.lost.push(path),
                    }
                }
            }
        }
        // What the pages have given beside what was known may be what was not.
        let known = names.iter().filter(|name| sink.state.pages.contains_key(*name)).count() - salvaged.articles;
        let others = given.saturating_sub(self.kept).saturating_sub(known as u64);
        salvaged.unknown += self.unknown.saturating_sub(others);
        salvaged.lost.sort();
        // A page that has to be read again for it is read by the next run.
        sink.settle()?;
        sink.finish()?;
        Ok(salvaged)
    }
}

/// The segments, each with its file of deletes, and how many documents they hold, by the commit or else by the seal.
fn segments(inspection: &Inspection) -> (BTreeMap<String, Option<String>>, u64) {
    let head = &inspection.head;
    let is_deletes = |file: &String| file.ends_with(".del");
    let mut segments: BTreeMap<String, Option<String>> = BTreeMap::new();
    if let (None, Some(seal)) = (&head.commit, &head.seal) {
        for file in seal.files.keys() {
            if let Some(segment) = segment_of(file) {
                let deletes = segments.entry(segment.to_owned()).or_default();
                *deletes = deletes.take().or_else(|| Some(file.clone()).filter(is_deletes));
            }
        }
        return (segments, seal.commit.documents);
    }
    let Some(commit) = head.commit.as_ref().or(head.listed.as_ref()) else { return (segments, 0) };
    segments.extend(commit.segments.iter().map(|segment| (segment.name(), segment.files().find(is_deletes))));
    (segments, commit.documents())
}

impl Remains {
    fn open(dir: &Path, segment: &str, deletes: Option<&str>, inspection: &Inspection) -> Option<Remains> {
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

    fn alive(&self) -> impl Iterator<Item = DocId> + '_ {
        (0..self.columns.documents).filter(|doc| self.alive.as_ref().is_none_or(|alive| alive.is_alive(*doc)))
    }

    fn article(&self, doc: DocId, fields: &Fields) -> Option<(Stamp, Article)> {
        let document: TantivyDocument = self.store.as_ref()?.get(doc).ok()?;
        let line = line(&document, fields, self.columns.sources(doc));
        Some((self.columns.stamp(doc), Article::from(line)))
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
            sources: text(SOURCES),
            stamp: [BYTES, CHANGED, DIGEST, RULES].map(number),
        })
    }

    /// The key and the path of a document.
    fn name(&self, doc: DocId) -> Option<(String, String)> {
        let first = |column| labels(column, doc).into_iter().next();
        Some((first(&self.key)?, first(&self.path)?))
    }

    fn stamp(&self, doc: DocId) -> Stamp {
        let number = |column: &Option<Column<u64>>| column.as_ref().and_then(|column| column.first(doc)).unwrap_or(0);
        let [bytes, changed, digest, rules] = self.stamp.each_ref().map(number);
        Stamp { bytes, changed, digest, rules }
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

fn labels(column: &StrColumn, doc: DocId) -> Vec<String> {
    let label = |ord| {
        let mut label = String::new();
        column.ord_to_str(ord, &mut label).ok().filter(|there| *there).map(|_| label)
    };
    column.ords().values_for_doc(doc).filter_map(label).collect()
}

/// The line of an article, as it would be given by `extract --format json`.
fn line(document: &TantivyDocument, f: &Fields, sources: BTreeMap<String, String>) -> ArticleLine {
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
        kind_confidence: None,
        saved: date(f.saved),
        sources,
        error: None,
    }
}
