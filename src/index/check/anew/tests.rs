use std::collections::BTreeMap;
use std::fs;

use tantivy::schema::{Schema, Value};
use tantivy::{Index, IndexSettings, IndexWriter, TantivyDocument};

use super::*;
use crate::index::check::check;
use crate::index::schema::{BYTES, CHANGED, DIGEST, KEY, RULES, SOURCES, TITLE_HASH, schema};
use crate::index::{SCHEMA_VERSION as CURRENT, analysis, index_articles, meta, open};

/// Fields that the older index does not have.
const LACKING: [&str; 4] = [SOURCES, RULES, TITLE_HASH, "summary"];

/// A folder with pages of several kinds of fate, and an index of an older schema made of it.
struct Shelf {
    folder: tempfile::TempDir,
}

impl Shelf {
    fn new() -> Shelf {
        let shelf = Shelf { folder: tempfile::tempdir().unwrap() };
        for (name, word) in [("a/stays", "harbour"), ("a/moves", "locks"), ("a/goes", "gates"), ("b/away", "ferry")] {
            shelf.save(name, word);
        }
        shelf.index(&["a", "b"]);
        let line = "{\"path\":\"x\",\"title\":\"The tunnel\",\"body\":\"The tunnel opened on Friday.\"}\n";
        index_articles(line.as_bytes(), &shelf.dir(), &IndexOptions::default(), |_| {}).unwrap();
        fs::rename(shelf.page("a/moves"), shelf.page("a/moved")).unwrap();
        shelf.index(&["a"]);
        shelf.make_older();
        fs::remove_file(shelf.page("a/goes")).unwrap();
        fs::rename(shelf.folder.path().join("b"), shelf.folder.path().join("not mounted")).unwrap();
        shelf
    }

    fn dir(&self) -> PathBuf {
        self.folder.path().join("index")
    }

    fn page(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.html"))
    }

    fn save(&self, name: &str, word: &str) {
        let text =
            format!("<h1>The {word}</h1><p>The {word} at Tarn was closed on Monday for repairs, said the board.</p>");
        fs::create_dir_all(self.page(name).parent().unwrap()).unwrap();
        fs::write(self.page(name), text).unwrap();
    }

    fn index(&self, folders: &[&str]) -> Summary {
        let roots: Vec<PathBuf> = folders.iter().map(|folder| self.folder.path().join(folder)).collect();
        index(&roots, &self.dir(), &IndexOptions::default(), |_| {}).unwrap()
    }

    /// Writes the documents anew as a version would have that had fewer fields, and those in another order.
    fn make_older(&self) {
        let now = open(&self.dir()).unwrap();
        let (older, payload) = (self.folder.path().join("older"), now.load_metas().unwrap().payload);
        fs::create_dir(&older).unwrap();
        let mut builder = Schema::builder();
        let ours = schema().0;
        let mut entries: Vec<_> = ours.fields().map(|(_, entry)| entry.clone()).collect();
        entries.retain(|entry| !LACKING.contains(&entry.name()));
        entries.into_iter().rev().for_each(|entry| _ = builder.add_field(entry));
        let theirs = builder.build();
        meta::write(&older).unwrap();
        let written = fs::read_to_string(older.join(meta::FILE)).unwrap();
        let schema = |version| format!("\"schema\": {version}");
        fs::write(older.join(meta::FILE), written.replace(&schema(CURRENT), &schema(CURRENT - 1))).unwrap();
        let directory = WriterDirectory::open(&older).unwrap();
        let index = Index::create(directory, theirs.clone(), IndexSettings::default()).unwrap();
        index.tokenizers().register(analysis::NAME, analysis::analyzer());
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 15_000_000).unwrap();
        let searcher = now.reader().unwrap().searcher();
        for (number, segment) in searcher.segment_readers().iter().enumerate() {
            let text = |name| segment.fast_fields().str(name).unwrap().unwrap();
            for doc in segment.doc_ids_alive() {
                let stored: TantivyDocument = searcher.doc(tantivy::DocAddress::new(number as u32, doc)).unwrap();
                let mut old = TantivyDocument::new();
                for (field, value) in stored.field_values() {
                    if let Ok(field) = theirs.get_field(ours.get_field_name(field)) {
                        old.add_field_value(field, value);
                    }
                }
                let mut key = String::new();
                let ord = text(KEY).term_ords(doc).next().unwrap();
                text(KEY).ord_to_str(ord, &mut key).unwrap();
                old.add_text(theirs.get_field(KEY).unwrap(), key);
                for name in [BYTES, CHANGED, DIGEST] {
                    let number = segment.fast_fields().u64(name).unwrap().first(doc).unwrap();
                    old.add_u64(theirs.get_field(name).unwrap(), number);
                }
                writer.add_document(old).unwrap();
            }
        }
        let mut prepared = writer.prepare_commit().unwrap();
        prepared.set_payload(&payload.unwrap());
        prepared.commit().unwrap();
        writer.wait_merging_threads().unwrap();
        drop((searcher, now, index));
        fs::remove_dir_all(self.dir()).unwrap();
        fs::rename(older, self.dir()).unwrap();
        assert!(matches!(open(&self.dir()), Err(IndexError::Outdated { roots, .. }) if roots.len() == 2));
    }

    /// The ids of the articles, by their titles.
    fn held(&self) -> BTreeMap<String, String> {
        let (searcher, fields) = (open(&self.dir()).unwrap().reader().unwrap().searcher(), schema().1);
        let mut held = BTreeMap::new();
        for (number, segment) in searcher.segment_readers().iter().enumerate() {
            for doc in segment.doc_ids_alive() {
                let document: TantivyDocument = searcher.doc(tantivy::DocAddress::new(number as u32, doc)).unwrap();
                let text = |field| document.get_first(field).unwrap().as_str().unwrap().to_owned();
                held.insert(text(fields.title), text(fields.id));
            }
        }
        held
    }

    fn files(&self) -> BTreeMap<std::ffi::OsString, Vec<u8>> {
        let files = fs::read_dir(self.dir()).unwrap().flatten();
        files.map(|file| (file.file_name(), fs::read(file.path()).unwrap())).collect()
    }
}

#[test]
fn an_older_index_is_built_anew_with_all_that_it_has() {
    let shelf = Shelf::new();
    let summary = shelf.index(&["a"]);
    assert_eq!((summary.added, summary.changed, summary.unchanged, summary.removed), (0, 0, 2, 1), "{summary}");
    let held = shelf.held();
    let titles: Vec<&str> = held.keys().map(String::as_str).collect();
    assert_eq!(titles, ["The ferry", "The harbour", "The locks", "The tunnel"]);
    let path = |name| crate::read::path_text(&shelf.page(name));
    assert_eq!(held["The locks"], crate::index::state::plain_id(&path("a/moves")), "the id from before it was moved");
    assert_eq!(fs::read_dir(shelf.folder.path()).unwrap().count(), 3, "nothing is left beside the index");
    assert!(check(&shelf.dir(), &CheckOptions { sample: 99 }).unwrap().sound);
    fs::rename(shelf.folder.path().join("not mounted"), shelf.folder.path().join("b")).unwrap();
    let summary = shelf.index(&["a", "b"]);
    assert_eq!((summary.renewed, summary.unchanged), (1, 3), "{summary}");
    assert_eq!(shelf.index(&["a", "b"]).renewed, 0);
}

#[test]
fn articles_whose_pages_are_gone_stay_if_they_are_to() {
    for repaired in [true, false] {
        let (shelf, options) = (Shelf::new(), IndexOptions { keep_vanished: true, ..IndexOptions::default() });
        let roots = [shelf.folder.path().join("a")];
        if repaired {
            let repair = super::super::repair(&shelf.dir(), &roots, &IndexOptions::default(), |_| {}).unwrap();
            assert!(repair.after.sound && repair.lost.is_empty() && repair.unknown == 0, "{repair:?}");
            assert_eq!(repair.salvaged, 3);
        } else {
            index(&roots, &shelf.dir(), &options, |_| {}).unwrap();
        }
        assert_eq!(shelf.held().len(), 5);
    }
}

#[test]
fn an_older_index_stays_as_it_is_until_the_new_one_is_whole() {
    let shelf = Shelf::new();
    let before = shelf.files();
    let run = |root: &str| index(&[shelf.folder.path().join(root)], &shelf.dir(), &IndexOptions::default(), |_| {});
    assert!(matches!(run("not there"), Err(IndexError::Walk(_))));
    let killed = std::panic::catch_unwind(|| {
        let end = |event: Event| assert!(!matches!(event, Event::Started { .. }), "the end of this run");
        index(&[shelf.folder.path().join("a")], &shelf.dir(), &IndexOptions::default(), end).map(|_| ())
    });
    assert!(killed.is_err());
    let mut after = shelf.files();
    after.retain(|name, _| before.contains_key(name));
    assert_eq!(after, before);
    assert!(swap::new_place(&shelf.dir()).unwrap().exists());
    shelf.index(&["a"]);
    assert_eq!(shelf.held().len(), 4);
    assert!(!swap::new_place(&shelf.dir()).unwrap().exists());
}

#[test]
fn an_older_index_that_is_damaged_is_left_to_a_repair() {
    let shelf = Shelf::new();
    let store = fs::read_dir(shelf.dir()).unwrap().flatten().map(|file| file.path());
    let store = store.into_iter().find(|path| path.extension().is_some_and(|e| e == "store")).unwrap();
    let mut bytes = fs::read(&store).unwrap();
    bytes[5] ^= 1;
    fs::write(&store, bytes).unwrap();
    let options = IndexOptions::default();
    let run = index(&[shelf.folder.path().join("a")], &shelf.dir(), &options, |_| {});
    assert!(matches!(run, Err(IndexError::Damaged { .. })), "{run:?}");
}

#[test]
fn an_older_index_without_any_article_is_built_anew() {
    let shelf = Shelf::new();
    fs::rename(shelf.folder.path().join("not mounted"), shelf.folder.path().join("b")).unwrap();
    let directory = WriterDirectory::open(&shelf.dir()).unwrap();
    let index = Index::open(directory).unwrap();
    index.tokenizers().register(analysis::NAME, analysis::analyzer());
    let mut writer: IndexWriter = index.writer_with_num_threads(1, 15_000_000).unwrap();
    writer.delete_all_documents().unwrap();
    writer.commit().unwrap();
    drop(writer);
    let summary = shelf.index(&["a"]);
    assert_eq!((summary.added, summary.unchanged), (2, 0), "{summary}");
}
