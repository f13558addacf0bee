//! What saving tools put beside the pages: helper folders, frames, other forms of a page, their own files.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{ReadOptions, decode, saved, sniff};
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

/// The page whose pictures and frames a folder holds: it stands beside the folder and takes pictures from it, but links to
/// nothing in it. Where the folder has a browser's suffix and no pages in it, its name is enough.
pub(crate) fn helped_page(folder: &Path) -> Option<PathBuf> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let beside = |stem: &str| (!stem.is_empty()).then(|| page_beside(folder, stem)).flatten();
    let listed = HELPER_SUFFIXES.iter().find_map(|(suffix, _)| name.strip_suffix(suffix).and_then(beside));
    if listed.is_some() && frames_in(folder).is_empty() {
        return listed;
    }
    let word = |suffix: &str| suffix.chars().count() > 2 && suffix.chars().all(char::is_alphabetic);
    let split = || name.rsplit_once(['_', '-', '.']).filter(|(_, suffix)| word(suffix));
    let page = listed.or_else(|| split().and_then(|(stem, _)| beside(stem)))?;
    takes_pictures_from(&page, &name).then_some(page)
}

/// The frames in a helper folder: its files that are named as pages.
pub(crate) fn frames_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut frames: Vec<PathBuf> = files.filter(|path| is_named_as_page(path)).collect();
    frames.sort();
    frames
}

fn is_named_as_page(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "html" || ending == "htm")
}

fn page_beside(folder: &Path, stem: &str) -> Option<PathBuf> {
    let endings = ["html", "htm", "xhtml", "html.gz", "htm.gz"];
    endings.iter().map(|ending| folder.with_file_name(format!("{stem}.{ending}"))).find(|page| page.is_file())
}

/// Whether a page names the folder in addresses of what is shown with it, and never in those of links.
fn takes_pictures_from(page: &Path, folder: &str) -> bool {
    let options = ReadOptions { max_bytes: MOST_SEARCHED, ..ReadOptions::default() };
    // A page that cannot be read says nothing; its folder is left out as what it is called.
    let Ok(page) = super::read(page, &options) else { return true };
    let name = format!("{folder}/");
    let mut shown = false;
    for tag in page.text.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or(tag);
        if names(tag, &name) {
            if tag.get(..2).is_some_and(|element| element.eq_ignore_ascii_case("a ")) {
                return false;
            }
            shown = true;
        }
    }
    shown
}

/// Whether a tag has the name in it: as it is, with entities, or with the escapes of addresses.
fn names(tag: &str, name: &str) -> bool {
    let has = |tag: &str| tag.contains(name);
    has(tag)
        || (tag.contains('&') && has(&html_escape::decode_html_entities(tag)))
        || (tag.contains('%') && has(&percent_decode_str(tag).decode_utf8_lossy()))
}

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
    // Zotero's keys are made of these letters; a date is none.
    let letter = |b: &u8| b"23456789ABCDEFGHIJKLMNPQRSTUVWXYZ".contains(b);
    let key = name.len() == 8 && name.iter().all(letter) && name.iter().any(u8::is_ascii_uppercase);
    if !key || folder.parent().and_then(Path::file_name).is_none_or(|parent| parent != "storage") {
        return HashMap::new();
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut pages: Vec<(u64, PathBuf)> = entries
        .filter(|entry| is_named_as_page(&entry.path()))
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

/// Whether a file lies below a folder named as a host, as mirrors by wget and HTTrack have it.
pub(crate) fn is_mirrored(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.iter().any(|part| is_host(&part.to_string_lossy())))
}

/// Whether a file of a mirror is a page by its bytes: one without an ending, with that of a program, or with a query in its
/// name.
pub(crate) fn is_page_of_mirror(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let candidate =
        ending.is_none_or(|ending| PROGRAMS.contains(&ending)) || name.contains(['?', '@']) || is_asset(path);
    candidate && begins_as_html(path)
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
            assert!(helped_page(&at(folder)).is_some(), "{folder}");
        }
        for (page, folder, html) in [
            ("d.html", "d-archive", "<img src='d-archive/x.png'><a class=x href='d-archive/2.html'>next</a>"),
            ("e.html", "e-archive", "no mention"),
        ] {
            fs::write(at(page), html).unwrap();
            assert!(helped_page(&at(folder)).is_none(), "{folder}");
        }
        assert!(helped_page(&at("f_files")).is_none());
        fs::create_dir(at("c_files")).unwrap();
        fs::write(at("c_files").join("1.html"), "a page").unwrap();
        assert!(helped_page(&at("c_files")).is_none(), "the page does not know of it");
    }
}
