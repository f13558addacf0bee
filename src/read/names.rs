//! What a file is by its name. Names lie, so that those which say little or nothing are looked into.

use std::path::Path;

use super::error::Unread;

/// Endings of file names that are read when a folder is walked; each also with `.gz` behind it.
pub const ENDINGS: &[&str] = &[
    "html",
    "htm",
    "xhtml",
    "shtml",
    "mhtml",
    "mht",
    "webarchive",
    "warc",
    "wacz",
    "maff",
    "htz",
    "zip",
    "json",
    "txt",
    "md",
];

/// What is read, for people: `files ending in .html .htm …, plain or .gz, and HTML under the names of servers (.php .asp …) or
/// without an ending`.
pub fn looked_for() -> String {
    format!(
        "files ending in .{}, plain or .gz, and HTML under the names of servers (.php .asp …) or without an ending",
        ENDINGS.join(" .")
    )
}

/// Endings of files that are counted and not read.
const UNREAD: &[(&str, Unread)] = &[
    ("pdf", Unread::Pdf),
    ("epub", Unread::Epub),
    ("zim", Unread::Zim),
    ("doc", Unread::Office),
    ("docx", Unread::Office),
    ("odt", Unread::Office),
    ("rtf", Unread::Office),
    ("xls", Unread::Office),
    ("xlsx", Unread::Office),
    ("ods", Unread::Office),
    ("ppt", Unread::Office),
    ("pptx", Unread::Office),
    ("odp", Unread::Office),
    ("warc.zst", Unread::WarcZst),
    ("zst", Unread::Packed),
    ("br", Unread::Packed),
    ("bz2", Unread::Packed),
    ("xz", Unread::Packed),
    ("7z", Unread::Packed),
    ("rar", Unread::Packed),
    ("tar", Unread::Packed),
    ("tgz", Unread::Packed),
    ("url", Unread::Links),
    ("webloc", Unread::Links),
];

/// Endings under which servers make their pages, and wget and HTTrack keep them. The bytes say whether it is one.
const SERVED: &[&str] = &[
    "php", "php3", "php4", "php5", "phtml", "asp", "aspx", "jsp", "jspx", "jhtml", "cfm", "cgi", "pl", "do", "action",
];

/// Endings of what belongs to pages, and of what nobody takes for one: such files are passed over without a word.
const COMPANIONS: &[(&str, &[&str])] = &[
    ("scripts and styles", &["css", "js", "mjs", "map", "wasm"]),
    (
        "pictures",
        &[
            "png", "jpg", "jpeg", "jpe", "gif", "svg", "svgz", "ico", "cur", "webp", "avif", "heic", "bmp", "tif",
            "tiff",
        ],
    ),
    ("fonts", &["eot", "woff", "woff2", "ttf", "otf"]),
    (
        "sound and film",
        &["mp3", "m4a", "ogg", "oga", "opus", "wav", "mp4", "m4v", "webm", "ogv", "mov", "avi", "mkv", "swf", "vtt"],
    ),
];

/// Files that lie in a folder for other reasons than to be read: pressmark's settings, and what file managers of Windows leave.
const NO_PAGES: &[&str] = &["pressmark.toml", "pressmark-rules.toml", "desktop.ini", "thumbs.db"];

/// What a name says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// It is read.
    Page,
    /// It is of a kind that is known and not read.
    Unread(Unread),
    /// It belongs to a page.
    Companion,
    /// It may be a page: its bytes say.
    Unsure,
    /// It is none of these.
    Other,
}

/// Judges a name. Behind a query that wget appends (`index.php?img=a.jpg`, on Windows `index.php@img=a.jpg`) it says nothing: the
/// plain name is judged, and whatever is not known by it is looked into.
pub(super) fn named(path: &Path) -> Named {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let Some(plain) = without_query(&name) else {
        return known(&name).unwrap_or_else(|| match ending(name.strip_suffix(".gz").unwrap_or(&name)) {
            Some(ending) if !SERVED.contains(&ending) => Named::Other,
            _ => Named::Unsure,
        });
    };
    match known(plain) {
        // What the server called a page has `.html` behind its query: `File:Map.png?lang=de.html`.
        Some(Named::Companion) if known(&name) == Some(Named::Page) => Named::Unsure,
        Some(known @ (Named::Companion | Named::Unread(_))) => known,
        _ => Named::Unsure,
    }
}

/// What the ending says, if it is known.
fn known(name: &str) -> Option<Named> {
    let unpacked = name.strip_suffix(".gz").unwrap_or(name);
    let ends = |name: &str, ending: &str| name.strip_suffix(ending).is_some_and(|s| s.ends_with('.') && s.len() > 1);
    let is = |ending: &str| ends(unpacked, ending);
    let unread = || UNREAD.iter().find(|(ending, _)| is(ending)).map(|(_, kind)| Named::Unread(*kind));
    if ENDINGS.iter().any(|ending| is(ending)) {
        return Some(Named::Page);
    }
    let companion =
        || NO_PAGES.contains(&name) || COMPANIONS.iter().any(|(_, endings)| endings.iter().any(|ending| is(ending)));
    unread().or_else(|| companion().then_some(Named::Companion))
}

/// The name before its query, if it has one. Titles ask too (`Who pays? Part 2.html`, `Why Node.js?.html`): they assign nothing, and
/// have a blank behind the question, or the ending.
fn without_query(name: &str) -> Option<&str> {
    let (plain, query) =
        name.split_once('?').or_else(|| name.split_once('@').filter(|(_, query)| query.contains('=')))?;
    let is_word = |text: &str| !text.is_empty() && !text.starts_with('.') && !text.contains(char::is_whitespace);
    let assigns = query.split_once('=').is_some_and(|(key, _)| is_word(key));
    (assigns || (is_word(query) && ending(plain).is_some())).then_some(plain)
}

/// Longer endings are none: `Mr. Smith goes home` has a dot, and no ending.
const LONGEST_ENDING: usize = 10;

fn ending(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let letters = ending.chars().any(|c| c.is_ascii_alphabetic()) && ending.chars().all(|c| c.is_ascii_alphanumeric());
    (!stem.is_empty() && letters && ending.len() <= LONGEST_ENDING).then_some(ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_is_read_what_is_not_and_what_is_to_be_looked_into() {
        for (names, expected) in [
            (&["a.html", "B.HTM.gz", "Who pays? Part 2.html", "a.php.html", "notes.md"][..], Named::Page),
            (&["Why Node.js? A guide.md", "Node.js?.html", "Who pays?Part2.md"], Named::Page),
            (&["a.pdf", "a.pdf?download=1", "A.PDF.gz", "Who pays?.pdf"], Named::Unread(Unread::Pdf)),
            (&["a.html.zst", "site.tar.gz"], Named::Unread(Unread::Packed)),
            (&["a.warc.zst"], Named::Unread(Unread::WarcZst)),
            (&["style.css", "style.css?ver=5.2", "photo@2x.png", "a.js.gz", "pressmark.toml"], Named::Companion),
            (&["index.php", "index.php?id=3", "index.php@id=3", "page.asp", "story.aspx.gz", "a.cfm"], Named::Unsure),
            (&["story", "story?u=a.b", "a.html?page=2", "Mr. Smith goes home", "Washington,_D.C."], Named::Unsure),
            (&["index.php?title=File:Map.png", "view.php@img=cover.jpg", "index.php?File:Map.png"], Named::Unsure),
            (&["story?img=cover.jpg", "Map.png?lang=de.html", "index.php?file=a.pdf"], Named::Unsure),
            (&["story.ece?id=5", "doc.nsf?OpenDocument", "wiki.php?title=Map of Oslo.png"], Named::Unsure),
            (&["x.html.bak", "feed.xml", "a.csv", "x.crdownload", "story.ece"], Named::Other),
        ] {
            for name in names {
                assert_eq!(named(Path::new(name)), expected, "{name}");
            }
        }
    }
}
