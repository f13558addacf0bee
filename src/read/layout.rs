//! What saving tools put beside the pages: helper folders, frames, other forms of a page, their own files.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{decode, saved, sniff};
use crate::page::{Export, Saved};

/// What browsers append to a page's name to name the folder of its pictures and frames, by the browser's language.
const HELPER_SUFFIXES: &[(&str, &str)] = &[
    ("_files", "English, Chinese, Japanese and most others"),
    ("-files", "old Internet Explorer"),
    (".files", "Word and old Internet Explorer"),
    ("_fichiers", "French"),
    ("-Dateien", "German"),
    ("_archivos", "Spanish"),
    ("_arquivos", "Portuguese of Brazil"),
    ("_ficheiros", "Portuguese"),
    ("_file", "Italian"),
    ("_bestanden", "Dutch"),
    ("-bestanden", "Dutch, old Internet Explorer"),
    ("_pliki", "Polish"),
    ("-filer", "Danish, Norwegian and Swedish"),
    ("_tiedostot", "Finnish"),
    ("_soubory", "Czech"),
    ("_elemei", "Hungarian"),
    ("_dosyalar", "Turkish"),
    ("_datoteke", "Croatian and Slovenian"),
    ("_fajlovi", "Serbian"),
    ("_fitxers", "Catalan"),
    ("_fitxategiak", "Basque"),
    ("_failid", "Estonian"),
    ("_fails", "Latvian"),
    ("_bylos", "Lithuanian"),
    ("_файлы", "Russian"),
    ("_ملفات", "Arabic"),
];

/// A page larger than this is not searched for the name of a folder.
const MOST_SEARCHED: u64 = 8 << 20;

/// Whether a folder holds the pictures and frames of the page beside it: by its suffix, or, where no list has the suffix,
/// because the page takes pictures from it and links to nothing in it.
pub(crate) fn is_helper(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let beside = |stem: &str| (!stem.is_empty()).then(|| page_beside(folder, stem)).flatten();
    if HELPER_SUFFIXES.iter().any(|(suffix, _)| name.strip_suffix(suffix).and_then(beside).is_some()) {
        return true;
    }
    let word = |suffix: &str| suffix.chars().count() > 2 && suffix.chars().all(char::is_alphabetic);
    let split = name.rsplit_once(['_', '-', '.']).filter(|(_, suffix)| word(suffix));
    split.and_then(|(stem, _)| beside(stem)).is_some_and(|page| takes_pictures_from(&page, &name))
}

fn page_beside(folder: &Path, stem: &str) -> Option<PathBuf> {
    let endings = ["html", "htm", "xhtml", "html.gz", "htm.gz"];
    endings.iter().map(|ending| folder.with_file_name(format!("{stem}.{ending}"))).find(|page| page.is_file())
}

/// Whether a page names the folder in addresses of what is shown with it, and never in those of links.
fn takes_pictures_from(page: &Path, folder: &str) -> bool {
    let small = fs::metadata(page).is_ok_and(|meta| meta.len() <= MOST_SEARCHED);
    let Some(html) = small.then(|| fs::read(page).ok()).flatten().map(|bytes| decode(&bytes)) else { return false };
    let encoded: String =
        url::form_urlencoded::byte_serialize(folder.as_bytes()).collect::<String>().replace('+', "%20");
    let (mut shown, mut linked) = (0, 0);
    for name in [format!("{folder}/"), format!("{encoded}/")] {
        for (at, _) in html.match_indices(&name) {
            let tag = html[..at].rfind('<').map_or("", |open| &html[open..at]);
            let is_link = tag.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<a "));
            *(if is_link { &mut linked } else { &mut shown }) += 1;
        }
        if folder == encoded {
            break;
        }
    }
    shown > 0 && linked == 0
}

/// A folder in which ArchiveBox keeps one page in many forms.
pub(crate) struct Snapshot {
    /// The best form that is there.
    pub(crate) page: PathBuf,
    /// All forms that are there, best first.
    pub(crate) forms: Vec<PathBuf>,
    pub(crate) notes: Option<PathBuf>,
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

/// Reads a folder as one of ArchiveBox: named by the time of the snapshot, or with ArchiveBox's notes in it, and with forms
/// of a page. `name` is what the folder is called, however it was reached.
pub(crate) fn snapshot(folder: &Path, name: &OsStr) -> Option<Snapshot> {
    let file = |name: &str| Some(folder.join(name)).filter(|path| path.is_file());
    let full = |path: &PathBuf| fs::metadata(path).is_ok_and(|meta| meta.len() > 0);
    let notes = file("index.json");
    if !is_time(name) && !notes.as_deref().is_some_and(is_of_archivebox) {
        return None;
    }
    let forms: Vec<PathBuf> = FORMS
        .iter()
        .filter_map(|(form, _)| match *form {
            "" => notes.as_deref().and_then(|notes| fetched(folder, notes)),
            "warc" => first_warc(&folder.join("warc")),
            name => file(name),
        })
        .filter(full)
        .collect();
    let viewer = file("index.html").filter(|_| notes.is_some());
    Some(Snapshot { page: forms.first()?.clone(), forms, notes, viewer })
}

/// Seconds since 1970, perhaps with a fraction.
fn is_time(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    let seconds = name.iter().take_while(|b| b.is_ascii_digit()).count();
    (9..=11).contains(&seconds) && name[seconds..].iter().all(|b| b.is_ascii_digit() || *b == b'.')
}

/// Whether a file named as ArchiveBox's notes is that.
fn is_of_archivebox(notes: &Path) -> bool {
    read_json::<Notes>(notes)
        .is_some_and(|notes| notes.url.is_some() && notes.timestamp.is_some() && notes.canonical.is_some())
}

/// The page as wget fetched it, below the folder of its host.
fn fetched(folder: &Path, notes: &Path) -> Option<PathBuf> {
    let path = read_json::<Notes>(notes)?.canonical?.wget_path?;
    let inside = Path::new(&path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
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
    File::open(path).ok()?.take(MOST_SEARCHED).read_to_end(&mut text).ok()?;
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

/// The frames in a folder of Zotero (`storage/<8 letters or digits>/`), each with its page. Old snapshots keep the frames
/// of a page beside it; the page is the largest.
pub(crate) fn zotero_frames(folder: &Path) -> HashMap<PathBuf, PathBuf> {
    let name = folder.file_name().unwrap_or_default().as_encoded_bytes();
    let key = name.len() == 8 && name.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    if !key || folder.parent().and_then(Path::file_name).is_none_or(|parent| parent != "storage") {
        return HashMap::new();
    }
    let is_page = |path: &Path| path.extension().is_some_and(|e| e == "html" || e == "htm");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut pages: Vec<(u64, PathBuf)> = entries
        .filter(|entry| is_page(&entry.path()))
        .map(|entry| (entry.metadata().map_or(0, |meta| meta.len()), entry.path()))
        .collect();
    pages.sort();
    let Some((_, page)) = pages.pop() else { return HashMap::new() };
    pages.into_iter().map(|(_, frame)| (frame, page.clone())).collect()
}

/// Files that tools write for themselves, under a name of a page: the name, what has to stand beside it, and the tool.
const OF_TOOLS: &[(&str, &str, &str)] = &[
    ("hts-log.txt", "", "HTTrack's log"),
    ("robots.txt", "", "what a site tells robots, as wget and HTTrack fetch it"),
    ("ads.txt", "", "likewise, what a site tells advertisers"),
    ("index.html", "ArchiveBox.conf", "ArchiveBox's list of all pages"),
    ("index.json", "ArchiveBox.conf", "likewise"),
];

/// Whether a tool wrote a file for itself. All that lies in HTTrack's cache is such a file.
pub(crate) fn is_of_tool(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "hts-cache")
        || OF_TOOLS
            .iter()
            .any(|(file, beside, _)| name == *file && (beside.is_empty() || path.with_file_name(beside).exists()))
}

/// Whether a table is an export of addresses, as Pocket, Instapaper and Raindrop write them: its first line names them.
pub(crate) fn is_link_table(path: &Path) -> bool {
    let mut head = [0; 512];
    let read = File::open(path).and_then(|mut file| file.read(&mut head)).unwrap_or(0);
    let head = String::from_utf8_lossy(&head[..read]).to_lowercase();
    let names: Vec<&str> =
        head.lines().next().unwrap_or_default().split([',', ';']).map(|n| n.trim_matches(['"', ' '])).collect();
    let has = |name: &str| names.contains(&name);
    has("url") && (has("title") || has("time_added") || has("folder"))
}

/// Endings of what belongs to pages. wget appends `.html` to whatever a server calls HTML, fonts and error pages among it.
const ASSETS: &[&str] = &[
    "eot", "woff", "woff2", "ttf", "otf", "css", "js", "png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "mp4", "xml",
    "json",
];

/// Whether a file is named as an asset with `.html` behind.
pub(crate) fn is_asset(path: &Path) -> bool {
    let html = path.extension().is_some_and(|e| e == "html" || e == "htm");
    let inner = path.file_stem().map(Path::new).and_then(Path::extension);
    html && inner.is_some_and(|inner| ASSETS.iter().any(|asset| inner.eq_ignore_ascii_case(asset)))
}

/// Endings of pages that programs make on the server, under which mirrors keep them.
const PROGRAMS: &[&str] = &["php", "asp", "aspx", "jsp", "cgi", "cfm", "do"];

/// Whether a file below a folder named as a host is a page by its bytes: one without an ending, with that of a program, or
/// with a query in its name.
pub(crate) fn is_mirrored_page(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let candidate =
        ending.is_none_or(|ending| PROGRAMS.contains(&ending)) || name.contains(['?', '@']) || is_asset(path);
    let in_mirror = path.parent().is_some_and(|folder| folder.iter().any(|part| is_host(&part.to_string_lossy())));
    candidate && in_mirror && begins_as_html(path)
}

fn is_host(name: &str) -> bool {
    let name = name.split(':').next().unwrap_or(name);
    name.rsplit_once('.').is_some_and(|(rest, top)| {
        let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
        !rest.is_empty() && rest.chars().all(fine) && top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic())
    })
}

fn begins_as_html(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(sniff::PREFIX as u64).read_to_end(&mut head));
    read.is_ok()
        && !head.starts_with(b"<?php")
        && sniff::not_text(&head).is_none()
        && sniff::looks_like_html(&decode(&head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_from_other_folders() {
        assert!(["www.a.example", "a.org:8080", "b-c.gov"].iter().all(|name| is_host(name)));
        assert!(!["reports", ".git", "v1.2", "a b.org", "2024.01"].iter().any(|name| is_host(name)));
    }

    #[test]
    fn fonts_named_as_pages_are_assets() {
        assert!(is_asset(Path::new("a/x.eot.html")) && is_asset(Path::new("y.CSS.html")));
        assert!(!is_asset(Path::new("a/x.html")) && !is_asset(Path::new("v1.2.html")) && !is_asset(Path::new("x.eot")));
    }

    #[test]
    fn a_folder_of_pictures_is_known_in_any_language() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        for (page, folder, html) in [
            ("a.html", "a_skrár", "<img src='./a_skrár/x.png'>"),
            ("b.html", "b_skrár", "<script src='b_skr%C3%A1r/x.js'></script>"),
            ("c.html", "c_files", "no mention"),
        ] {
            fs::write(at(page), html).unwrap();
            assert!(is_helper(&at(folder)), "{folder}");
        }
        for (page, folder, html) in [
            ("d.html", "d-archive", "<img src='d-archive/x.png'><a class=x href='d-archive/2.html'>next</a>"),
            ("e.html", "e-archive", "no mention"),
        ] {
            fs::write(at(page), html).unwrap();
            assert!(!is_helper(&at(folder)), "{folder}");
        }
        assert!(!is_helper(&at("f_files")));
    }
}
