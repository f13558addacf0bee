//! [`Article`]: what a reader came for. What [`extract`](crate::extract()) hands to the index and to every output.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a fact was read: `json-ld`, `og`, `meta:parsely-pub-date`, `url`, `text`, …
pub type Source = Cow<'static, str>;

/// A value read from a page, and the place it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// The value itself.
    pub value: T,
    /// The place it came from.
    pub source: Source,
}

impl<T> Fact<T> {
    /// A fact with its source.
    pub fn new(value: T, source: impl Into<Source>) -> Fact<T> {
        Fact { value, source: source.into() }
    }
}

/// A day, and the instant where the page gives one.
///
/// The day is the publisher's: `2026-02-26T23:30:00-05:00` is the 26th, although it is the 27th in Greenwich.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The publisher's local day.
    pub day: Date,
    /// The instant, where the page gave a time and an offset.
    pub instant: Option<Timestamp>,
    /// RFC 3339 date (`2026-02-26`) or date-time, at the precision and offset of the page.
    pub text: String,
}

impl Moment {
    /// A day without a time.
    pub fn day(day: Date) -> Moment {
        Moment { day, instant: None, text: day.to_string() }
    }
}

/// What a block of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading inside the article, level 1 to 6.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// One row of a table, cells separated by ` | `.
    TableRow,
    /// The caption of a picture, a table or a video.
    Caption,
    /// Text whose line breaks and spaces matter: code, a poem.
    Preformatted,
}

/// A piece of an article, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, white space collapsed; `\n` only where the page breaks a line.
    pub text: String,
}

/// What a page looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One text to read from start to end.
    #[default]
    Article,
    /// A list of teasers: a home page, a category, search results.
    Listing,
    /// No text of its own.
    Empty,
}

impl Kind {
    /// The name used in JSON and in the index.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Article => "article",
            Kind::Listing => "listing",
            Kind::Empty => "empty",
        }
    }
}

/// The article of a page: its facts, each with its source, and its text in blocks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The file as given, plus `!record` inside an archive.
    pub path: String,
    /// The original address.
    pub url: Option<Fact<String>>,
    /// The name of the site.
    pub site: Option<Fact<String>>,
    /// The headline, without the site's suffix.
    pub title: Option<Fact<String>>,
    /// The authors' names, in the page's order.
    pub authors: Option<Fact<Vec<String>>>,
    /// The day of publication.
    pub date: Option<Fact<Moment>>,
    /// The day of the last change.
    pub modified: Option<Fact<Moment>>,
    /// Sections of the site, most specific first.
    pub sections: Option<Fact<Vec<String>>>,
    /// Keywords.
    pub tags: Option<Fact<Vec<String>>>,
    /// ISO 639-1 code.
    pub lang: Option<Fact<String>>,
    /// The page's own description.
    pub summary: Option<Fact<String>>,
    /// The text, in reading order, without the title.
    pub blocks: Vec<Block>,
    /// What the page looks like.
    pub kind: Kind,
}

impl Article {
    /// The text: blocks separated by a blank line, headings among them.
    ///
    /// Items of one list and rows of one table follow each other line by line.
    pub fn body(&self) -> String {
        let mut out = String::with_capacity(self.blocks.iter().map(|b| b.text.len() + 2).sum());
        let mut before = None;
        for block in &self.blocks {
            if let Some(kind) = before {
                let same_group = kind == block.kind && matches!(kind, BlockKind::ListItem | BlockKind::TableRow);
                out.push_str(if same_group { "\n" } else { "\n\n" });
            }
            out.push_str(&block.text);
            before = Some(block.kind);
        }
        out
    }

    /// The headings inside the article, in order.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Heading(_))).map(|b| b.text.as_str())
    }

    /// The article in the form of the line that `extract --format json` prints.
    pub fn to_line(&self) -> ArticleLine {
        ArticleLine {
            path: self.path.clone(),
            url: value(&self.url),
            site: value(&self.site),
            title: value(&self.title),
            authors: list(&self.authors),
            date: self.date.as_ref().map(|f| f.value.text.clone()),
            modified: self.modified.as_ref().map(|f| f.value.text.clone()),
            sections: list(&self.sections),
            tags: list(&self.tags),
            lang: value(&self.lang),
            headings: self.headings().map(str::to_owned).collect(),
            body: self.body(),
            summary: value(&self.summary),
            kind: self.kind,
            sources: self.sources(),
        }
    }

    fn sources(&self) -> BTreeMap<String, String> {
        let given = [
            ("title", self.title.as_ref().map(|f| &f.source)),
            ("date", self.date.as_ref().map(|f| &f.source)),
            ("modified", self.modified.as_ref().map(|f| &f.source)),
            ("sections", self.sections.as_ref().map(|f| &f.source)),
            ("authors", self.authors.as_ref().map(|f| &f.source)),
            ("lang", self.lang.as_ref().map(|f| &f.source)),
            ("url", self.url.as_ref().map(|f| &f.source)),
            ("site", self.site.as_ref().map(|f| &f.source)),
            ("tags", self.tags.as_ref().map(|f| &f.source)),
            ("summary", self.summary.as_ref().map(|f| &f.source)),
        ];
        given.into_iter().filter_map(|(key, source)| Some((key.to_owned(), source?.to_string()))).collect()
    }
}

fn value(fact: &Option<Fact<String>>) -> Option<String> {
    fact.as_ref().map(|f| f.value.clone())
}

fn list(fact: &Option<Fact<Vec<String>>>) -> Vec<String> {
    fact.as_ref().map(|f| f.value.clone()).unwrap_or_default()
}

/// An article as one JSON object: what `extract --format json` prints and `index --articles` reads.
///
/// | key | value |
/// |---|---|
/// | `path` | the file as given, plus `!record` inside an archive |
/// | `url`, `site`, `title`, `summary`, `lang` | string or null |
/// | `authors`, `sections`, `tags`, `headings` | list of strings, perhaps empty |
/// | `date`, `modified` | RFC 3339 date or date-time, or null |
/// | `body` | the text: blocks separated by a blank line |
/// | `kind` | see [`Kind`] |
/// | `sources` | for each fact found, the place it came from |
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // The table above documents the keys together.
pub struct ArticleLine {
    pub path: String,
    #[serde(default)]
    pub url: Option<String>,
    #[serde(default)]
    pub site: Option<String>,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub authors: Vec<String>,
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default)]
    pub modified: Option<String>,
    #[serde(default)]
    pub sections: Vec<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub lang: Option<String>,
    #[serde(default)]
    pub headings: Vec<String>,
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub summary: Option<String>,
    #[serde(default)]
    pub kind: Kind,
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
}
