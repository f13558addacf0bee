//! The benchmarks' truths, and how a value is compared with one: as the benchmarks' own scorer does it.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use icu_normalizer::ComposingNormalizerBorrowed;
use jiff::civil::Date;
use serde_json::Value;

pub type Any<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// What is known of a page.
pub struct Truth {
    pub page: PathBuf,
    /// The address from which it was taken.
    pub url: Option<String>,
    /// The text of the article.
    pub body: Option<String>,
    /// Whether its site is among the fifth that no rule was tuned on.
    pub aside: bool,
    pub title: Option<String>,
    pub authors: Option<String>,
    /// Whether a day is due; as the benchmarks' scorer has it, also where the day of a page of `dates` is unknown.
    pub is_dated: bool,
    /// The day as the benchmark writes it; `None` where it says that there is none.
    pub date: Option<String>,
}

impl Truth {
    /// The day, where it is known.
    pub fn day(&self) -> Option<Date> {
        self.date.as_deref()?.parse().ok()
    }
}

/// The pages of `dates`, each with its day.
pub fn dates(folder: &Path) -> Any<Vec<Truth>> {
    // Two of the truths are no numbers, which JSON does not know.
    let truths = fs::read_to_string(folder.join("truth.json"))?.replace(": NaN", ": \"unknown\"");
    let all: serde_json::Map<String, Value> = serde_json::from_str(&truths)?;
    let page = |name: &String| folder.join("html").join(format!("{name}.html.gz"));
    let one = |(name, truth): (&String, &Value)| Truth {
        page: page(name),
        url: text(&truth["url"]),
        body: None,
        aside: is_aside(truth["url"].as_str()),
        title: None,
        authors: None,
        is_dated: true,
        date: text(&truth["date"]),
    };
    Ok(all.iter().map(one).collect())
}

/// The articles of `wcxb-dev`.
pub fn wcxb(folder: &Path) -> Any<Vec<Truth>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder.join("ground-truth"))? {
        let path = entry?.path();
        let all: Value = serde_json::from_slice(&fs::read(&path)?)?;
        let kind = all["_internal"]["page_type"]["primary"].as_str().unwrap_or("article");
        let (truth, name) = (&all["ground_truth"], path.file_stem().unwrap_or_default().to_string_lossy());
        if kind == "article" {
            out.push(Truth {
                page: folder.join("html").join(format!("{name}.html.gz")),
                url: text(&all["url"]),
                body: text(&truth["main_content"]),
                aside: is_aside(all["url"].as_str()),
                title: text(&truth["title"]),
                authors: text(&truth["author"]),
                is_dated: text(&truth["publish_date"]).is_some_and(|date| date.parse::<Date>().is_ok()),
                date: text(&truth["publish_date"]),
            });
        }
    }
    Ok(out)
}

/// The pages of `policy.tsv`.
pub fn policy(folder: &Path) -> Any<Vec<PathBuf>> {
    let table = fs::read_to_string(folder.join("policy.tsv"))?;
    let mut pages = Vec::new();
    for line in table.lines().skip(1) {
        let mut cells = line.split('\t');
        if let (Some(set), Some(name)) = (cells.next(), cells.next()) {
            pages.push(folder.join(set).join("html").join(format!("{name}.html.gz")));
        }
    }
    Ok(pages)
}

fn text(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A fifth of the sites, always the same ones, by the CRC of the host.
fn is_aside(url: Option<&str>) -> bool {
    let host = url.and_then(|url| url::Url::parse(url).ok()).and_then(|url| url.host_str().map(str::to_owned));
    let host = host.unwrap_or_default();
    let mut crc = flate2::Crc::new();
    crc.update(host.strip_prefix("www.").unwrap_or(&host).as_bytes());
    crc.sum().is_multiple_of(5)
}

/// The words of a text, in lower case and NFKC, apart from all that stands between them.
pub fn words(text: &str) -> Vec<String> {
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(text).to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
