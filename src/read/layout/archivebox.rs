//! ArchiveBox: a folder for each snapshot, with one page in many forms.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::super::saved;
use super::MOST_SEARCHED;
use crate::page::{Export, Saved};

/// A folder in which ArchiveBox keeps one page in many forms.
pub(crate) struct Snapshot {
    /// The best form that is there.
    pub(crate) page: PathBuf,
    /// All forms that are there, best first.
    pub(crate) forms: Vec<PathBuf>,
    pub(crate) notes: PathBuf,
    /// ArchiveBox's own page about it.
    pub(crate) viewer: Option<PathBuf>,
}

/// The forms of a page, best first.
const FORMS: &[(&str, &str)] = &[
    ("singlefile.html", "what the reader saw, hidden parts taken out"),
    ("output.html", "the page after its scripts have run"),
    ("", "the page as wget fetched it; where it stands is in the notes"),
    ("warc", "the same in wget's archive"),
    ("readability/content.html", "the article as Readability understood it: without date and section"),
    ("mercury/content.html", "likewise, by Mercury"),
    ("readability/content.txt", "its text"),
    ("mercury/content.txt", "its text"),
    ("htmltotext.txt", "all text of the page, menus and all"),
];

/// Reads a folder as one of ArchiveBox, with its notes in it and forms of a page. `place` is where it is, however it was
/// reached.
pub(crate) fn snapshot(folder: &Path, place: &Path) -> Option<Snapshot> {
    let file = |name: &str| Some(folder.join(name)).filter(|path| path.is_file());
    let full = |path: &PathBuf| fs::metadata(path).is_ok_and(|meta| meta.len() > 0);
    let notes = file("index.json")?;
    if !is_of_archivebox(place, &notes) {
        return None;
    }
    let forms: Vec<PathBuf> = FORMS
        .iter()
        .filter_map(|(form, _)| match *form {
            "" => fetched(folder, &notes),
            "warc" => first_warc(&folder.join("warc")),
            name => file(name),
        })
        .filter(full)
        .collect();
    Some(Snapshot { page: forms.first()?.clone(), forms, notes, viewer: file("index.html") })
}

/// Whether `index.json` is that of a snapshot: by the folder's name, which is the time in seconds since 1970, else by what
/// stands in it.
fn is_of_archivebox(folder: &Path, notes: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().as_encoded_bytes();
    let seconds = name.iter().take_while(|b| b.is_ascii_digit()).count();
    let is_time = (9..=11).contains(&seconds) && name[seconds..].iter().all(|b| b.is_ascii_digit() || *b == b'.');
    is_time
        || read_json::<Notes>(notes)
            .is_some_and(|notes| notes.url.is_some() && notes.timestamp.is_some() && notes.canonical.is_some())
}

/// The page as wget fetched it, below the folder of its host.
fn fetched(folder: &Path, notes: &Path) -> Option<PathBuf> {
    let path = read_json::<Notes>(notes)?.canonical?.wget_path?;
    let inside = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    let page = folder.join(path);
    (inside && page.extension().is_some_and(|e| e != "warc" && e != "gz") && page.is_file()).then_some(page)
}

fn first_warc(folder: &Path) -> Option<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.into_iter().find(|path| path.to_string_lossy().ends_with(".warc.gz"))
}

/// What ArchiveBox writes about a page.
#[derive(Debug, Deserialize)]
struct Notes {
    url: Option<String>,
    timestamp: Option<String>,
    newest_archive_date: Option<String>,
    canonical: Option<Canonical>,
}

#[derive(Debug, Deserialize)]
struct Canonical {
    wget_path: Option<String>,
}

fn read_json<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let mut text = Vec::new();
    // To open a pipe may take forever.
    path.is_file().then(|| File::open(path))?.ok()?.take(MOST_SEARCHED).read_to_end(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Address and time of a page, from ArchiveBox's notes.
pub(crate) fn notes(path: &Path) -> Saved {
    let Some(notes) = read_json::<Notes>(path) else { return Saved::default() };
    let times = [notes.newest_archive_date, notes.timestamp];
    let at = times.iter().flatten().find_map(|time| saved::instant(time));
    Saved { url: notes.url.as_deref().and_then(saved::http), at, export: None }
}

/// What Readability and Mercury understood of a page, beside the text that they kept of it.
#[derive(Debug, Deserialize)]
struct Understood {
    title: Option<String>,
    #[serde(alias = "author")]
    byline: Option<String>,
    #[serde(alias = "date_published")]
    #[serde(rename = "publishedTime")]
    published: Option<String>,
    lang: Option<String>,
}

/// The facts of a page of which only the text was kept: they stand in a file beside it.
pub(crate) fn understood(form: &Path) -> Option<Export> {
    let folder = form.parent()?;
    if !["readability", "mercury"].iter().any(|tool| folder.ends_with(tool)) {
        return None;
    }
    let understood: Understood = read_json(&folder.join("article.json"))?;
    let full = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    Some(Export {
        title: full(understood.title),
        authors: full(understood.byline).into_iter().collect(),
        published: full(understood.published),
        lang: full(understood.lang),
        tags: Vec::new(),
    })
}
