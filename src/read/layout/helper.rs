//! The folders in which browsers keep the pictures and frames of a page.

use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::super::{ReadOptions, read};
use super::{MOST_SEARCHED, is_named_as_page};

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

fn page_beside(folder: &Path, stem: &str) -> Option<PathBuf> {
    let endings = ["html", "htm", "xhtml", "html.gz", "htm.gz"];
    endings.iter().map(|ending| folder.with_file_name(format!("{stem}.{ending}"))).find(|page| page.is_file())
}

/// Whether a page names the folder in addresses of what is shown with it, and never in those of links.
fn takes_pictures_from(page: &Path, folder: &str) -> bool {
    let options = ReadOptions { max_bytes: MOST_SEARCHED, ..ReadOptions::default() };
    // A page that cannot be read says nothing; its folder is left out as what it is called.
    let Ok(page) = read(page, &options) else { return true };
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

#[cfg(test)]
mod tests {
    use super::*;

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
