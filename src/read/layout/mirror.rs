//! Mirrors of sites by wget and HTTrack: a folder for each host, in which names say little.

use std::path::Path;

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

/// Whether a file lies below a folder named as a host, as mirrors by wget and HTTrack have it.
pub(crate) fn is_mirrored(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.iter().any(|part| is_host(&part.to_string_lossy())))
}

fn is_host(name: &str) -> bool {
    let name = name.split(':').next().unwrap_or(name);
    name.rsplit_once('.').is_some_and(|(rest, top)| {
        let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
        !rest.is_empty() && rest.chars().all(fine) && top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic())
    })
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
}
