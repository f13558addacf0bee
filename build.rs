//! Makes a fingerprint of all that turns bytes into articles, so that an index can tell which of its pages were read by
//! other rules than those of the program that has it in hand.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What reads pages and extracts articles.
const CODE: &[&str] = &["src/read", "src/extract", "src/article.rs", "src/article", "src/page.rs"];

/// The crates that decide what a page says; their versions are in the fingerprint.
const CRATES: &[&str] = &[
    "scraper",
    "html5gum",
    "html5ever",
    "html-escape",
    "encoding_rs",
    "chardetng",
    "jiff",
    "url",
    "whatlang",
    "pulldown-cmark",
    "saphyr",
    "mailparse",
    "plist",
    "quick-xml",
];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let mut hasher = blake3::Hasher::new();
    for code in CODE {
        println!("cargo::rerun-if-changed={code}");
        hash(&root.join(code), &mut hasher)?;
    }
    hasher.update(versions(&root.join("Cargo.lock")).as_bytes());
    println!("cargo::rerun-if-changed=Cargo.lock");
    let hash = hasher.finalize().to_hex();
    println!("cargo::rustc-env=PRESSMARK_EXTRACTION_RULES={}", u64::from_str_radix(&hash[..16], 16).unwrap_or(1));
    Ok(())
}

/// Adds a file, or all files of a folder in the order of their names.
fn hash(path: &Path, hasher: &mut blake3::Hasher) -> io::Result<()> {
    if !path.is_dir() {
        hasher.update(&fs::read(path)?);
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(path)?.map(|e| Ok(e?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    entries.iter().try_for_each(|entry| hash(entry, hasher))
}

/// The versions of [`CRATES`] in the lock file, `name = "…"` with `version = "…"` on the next line; nothing without one, as
/// where pressmark is a library of something else.
fn versions(lock: &Path) -> String {
    let text = fs::read_to_string(lock).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let of_interest = |line: &str| CRATES.iter().any(|name| line == format!("name = \"{name}\""));
    lines.windows(2).filter(|pair| of_interest(pair[0])).map(|pair| pair.concat()).collect()
}
