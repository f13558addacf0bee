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
    /// Reads an RFC 3339 date, or a date-time with an offset or without.
    ///
    /// ```
    /// use pressmark::article::Moment;
    /// let moment = Moment::parse("2026-02-26T23:30:00-05:00").unwrap();
    /// assert_eq!(moment.day.to_string(), "2026-02-26");
    /// assert_eq!(moment.instant.unwrap().to_string(), "2026-02-27T04:30:00Z");
    /// assert!(Moment::parse("26/02/2026").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Moment> {
        let text = text.trim();
        let day: Date = text.get(..10)?.parse().ok()?;
        let instant = (text.len() > 10).then(|| text.parse::<Timestamp>().ok()).flatten();
        if text.len() > 10 && instant.is_none() && text.parse::<jiff::civil::DateTime>().is_err() {
            return None;
        }
        Some(Moment { day, instant, text: text.to_owned() })
    }

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
    /// Of a heading, the id by which the page can be linked to at this place: `who-pays` for `URL#who-pays`.
    pub anchor: Option<String>,
    /// Where it stands in the page.
    pub place: Place,
}

/// Where a block stands in its page, as far as pages of one site can be compared by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// A hash of the elements around the block, in 20 bits; 0 where there is no markup.
    pub path: u32,
    /// Whether it is a short line in bold: a sub-heading that is not marked up as one.
    pub is_label: bool,
    /// Of what stands in an item of a list, which item that is.
    pub item: Option<Item>,
}

/// An item of a list. The same item has the same numbers throughout the page, however many blocks it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Which item of the page.
    pub id: u32,
    /// Which list of the page it is in.
    pub list: u32,
    /// In how many lists it stands, from 1.
    pub depth: u8,
    /// Whether the list is numbered.
    pub is_numbered: bool,
}

/// Longer ids, in bytes, are no anchors: they are some program's data.
const LONGEST_ANCHOR: usize = 200;

/// Whether an id can stand in a link to its place on the page.
pub(crate) fn is_anchor(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST_ANCHOR && !id.contains(char::is_whitespace)
}

/// What a page looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One text to read from start to end.
    #[default]
    Article,
    /// A list of teasers: a category, an archive, search results, a shelf of a shop.
    Listing,
    /// The first page of a site.
    Home,
    /// Messages of several people under one question.
    Forum,
    /// Something for sale.
    Product,
    /// What a business or an office offers: a landing page.
    Service,
    /// A page of a manual or a reference.
    Documentation,
    /// An error that was saved in place of a page, or a wall against robots.
    Error,
    /// A question for consent that was saved in place of a page.
    Consent,
    /// Nothing but links.
    Links,
    /// No text of its own: a shell into which scripts would have brought some.
    Empty,
    /// What another program said that this one has no name for.
    #[serde(other)]
    Other,
}

impl Kind {
    /// Every kind, in the order in which they are told.
    pub const ALL: &[Kind] = &[
        Kind::Article,
        Kind::Listing,
        Kind::Home,
        Kind::Forum,
        Kind::Product,
        Kind::Service,
        Kind::Documentation,
        Kind::Error,
        Kind::Consent,
        Kind::Links,
        Kind::Empty,
        Kind::Other,
    ];

    /// The name used in JSON and in the index.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Article => "article",
            Kind::Listing => "listing",
            Kind::Home => "home",
            Kind::Forum => "forum",
            Kind::Product => "product",
            Kind::Service => "service",
            Kind::Documentation => "documentation",
            Kind::Error => "error",
            Kind::Consent => "consent",
            Kind::Links => "links",
            Kind::Empty => "empty",
            Kind::Other => "other",
        }
    }
}

/// The article of a page: its facts, each with its source, and its text in blocks.
#[derive(Debug, Clone, PartialEq, Default)]
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
    /// How sure that is, 0 to 1; nothing where another program has said what it looks like.
    pub kind_confidence: Option<f32>,
    /// When the page was saved, where the saving tool wrote it down.
    pub saved: Option<Timestamp>,
}

impl Article {
    /// The text: blocks separated by a blank line, headings among them.
    ///
    /// Items of one list and rows of one table follow each other line by line.
    pub fn body(&self) -> String {
        let mut out = String::with_capacity(self.blocks.iter().map(|b| b.text.len() + 2).sum());
        for (at, group) in self.groups().enumerate() {
            if at > 0 {
                out.push_str("\n\n");
            }
            push_group(&mut out, group);
        }
        out
    }

    /// Whether the page is plainly without a text of its own: an error, a question for consent, a shell, or nothing but links.
    /// Such pages are saved by mistake, and not indexed unless asked for; in doubt a page is taken.
    pub fn is_bare(&self) -> bool {
        const PLAIN: f32 = 0.95;
        let of_kind = matches!(self.kind, Kind::Error | Kind::Consent | Kind::Links | Kind::Empty);
        of_kind && self.kind_confidence.is_some_and(|confidence| confidence >= PLAIN)
    }

    /// The blocks, the items of one list and the rows of one table together.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &[Block]> {
        let grouped = |kind| matches!(kind, BlockKind::ListItem | BlockKind::TableRow);
        self.blocks.chunk_by(move |a, b| a.kind == b.kind && grouped(a.kind))
    }

    /// The headings inside the article, in order.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.heading_blocks().map(|b| b.text.as_str())
    }

    /// The anchor of each heading, in order; nothing at all if no heading has one.
    pub fn anchors(&self) -> impl Iterator<Item = Option<&str>> {
        let any = self.heading_blocks().any(|b| b.anchor.is_some());
        self.heading_blocks().filter(move |_| any).map(|b| b.anchor.as_deref())
    }

    fn heading_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Heading(_)))
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
            anchors: self.anchors().map(|a| a.map(str::to_owned)).collect(),
            body: self.body(),
            summary: value(&self.summary),
            kind: self.kind,
            kind_confidence: self.kind_confidence,
            saved: self.saved.map(|at| at.to_string()),
            sources: self.sources(),
            error: None,
        }
    }

    /// For each fact found, the place it came from.
    pub fn sources(&self) -> BTreeMap<String, String> {
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

/// Appends the text of a group of blocks, line by line.
pub(crate) fn push_group(out: &mut String, group: &[Block]) {
    for (at, block) in group.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push_str(&block.text);
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
/// | `anchors` | for each of `headings` the id by which it can be linked to, or null; left out if all are null |
/// | `date`, `modified` | RFC 3339 date or date-time, or null |
/// | `body` | the text: blocks separated by a blank line |
/// | `kind` | see [`Kind`] |
/// | `kind_confidence` | how sure that is, 0 to 1; left out where it is not known |
/// | `saved` | when the page was saved, RFC 3339, or null |
/// | `sources` | for each fact found, the place it came from |
/// | `error` | instead of all but `path`: why the page could not be read |
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ArticleLine {
    /// The file as given, plus `!record` inside an archive.
    pub path: String,
    /// The original address.
    #[serde(default)]
    pub url: Option<String>,
    /// The site's name.
    #[serde(default)]
    pub site: Option<String>,
    /// The headline.
    #[serde(default)]
    pub title: Option<String>,
    /// The authors' names.
    #[serde(default, deserialize_with = "or_default")]
    pub authors: Vec<String>,
    /// The publication, as RFC 3339 date or date-time.
    #[serde(default)]
    pub date: Option<String>,
    /// The last change, likewise.
    #[serde(default)]
    pub modified: Option<String>,
    /// Sections of the site, most specific first.
    #[serde(default, deserialize_with = "or_default")]
    pub sections: Vec<String>,
    /// Keywords.
    #[serde(default, deserialize_with = "or_default")]
    pub tags: Vec<String>,
    /// ISO 639-1 code.
    #[serde(default)]
    pub lang: Option<String>,
    /// The headings inside the article, in order.
    #[serde(default, deserialize_with = "or_default")]
    pub headings: Vec<String>,
    /// For each heading the id by which it can be linked to; empty if none has one.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Option<String>>,
    /// The text: blocks separated by a blank line.
    #[serde(default, deserialize_with = "or_default")]
    pub body: String,
    /// The page's own description.
    #[serde(default)]
    pub summary: Option<String>,
    /// What the page looks like.
    #[serde(default, deserialize_with = "or_default")]
    pub kind: Kind,
    /// How sure that is, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_confidence: Option<f32>,
    /// When the page was saved, RFC 3339.
    #[serde(default)]
    pub saved: Option<String>,
    /// For each fact found, the place it came from.
    #[serde(default, deserialize_with = "or_default")]
    pub sources: BTreeMap<String, String>,
    /// Why the page could not be read; then there is nothing else but `path`.
    #[serde(default, skip_serializing)]
    pub error: Option<String>,
}

/// Reads null as the default: tools write it for lists that they do not have.
fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// The article that a line stands for. Blocks are told by the blank lines of `body`; a block that is the next of
/// `headings` is a heading, with the anchor of the same number. A date that is not RFC 3339 is left out.
impl From<ArticleLine> for Article {
    fn from(line: ArticleLine) -> Article {
        let source = |key: &str| line.sources.get(key).cloned().unwrap_or_else(|| "line".to_owned());
        let text = |key: &str, value: &Option<String>| value.clone().map(|v| Fact::new(v, source(key)));
        let list = |key: &str, value: &[String]| (!value.is_empty()).then(|| Fact::new(value.to_vec(), source(key)));
        let moment =
            |key: &str, value: &Option<String>| Some(Fact::new(Moment::parse(value.as_deref()?)?, source(key)));
        Article {
            url: text("url", &line.url),
            site: text("site", &line.site),
            title: text("title", &line.title),
            authors: list("authors", &line.authors),
            date: moment("date", &line.date),
            modified: moment("modified", &line.modified),
            sections: list("sections", &line.sections),
            tags: list("tags", &line.tags),
            lang: text("lang", &line.lang),
            summary: text("summary", &line.summary),
            blocks: blocks_of(&line.body, &line.headings, &line.anchors),
            kind: line.kind,
            kind_confidence: line.kind_confidence,
            saved: line.saved.as_deref().and_then(|at| at.parse().ok()),
            path: line.path,
        }
    }
}

fn blocks_of(body: &str, headings: &[String], anchors: &[Option<String>]) -> Vec<Block> {
    // Other tools may give fewer anchors than headings, or what no link can say.
    let anchors = anchors.iter().map(|a| a.as_ref().filter(|id| is_anchor(id))).chain(std::iter::repeat(None));
    let mut headings = headings.iter().zip(anchors).peekable();
    let texts = body.split("\n\n").map(str::trim).filter(|t| !t.is_empty());
    texts
        .map(|text| {
            let (kind, anchor) = match headings.next_if(|(heading, _)| heading.trim() == text) {
                Some((_, anchor)) => (BlockKind::Heading(2), anchor.cloned()),
                None => (BlockKind::Paragraph, None),
            };
            Block { kind, text: text.to_owned(), anchor, place: Place::default() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_and_its_article_say_the_same() {
        let block = |kind, text: &str| Block { kind, text: text.to_owned(), anchor: None, place: Place::default() };
        let article = Article {
            path: "a.html".into(),
            title: Some(Fact::new("Title".to_owned(), "h1")),
            date: Some(Fact::new(Moment::parse("2026-02-26T01:00:00+03:00").unwrap(), "og")),
            authors: Some(Fact::new(vec!["Ada Byron".to_owned()], "json-ld")),
            blocks: vec![
                block(BlockKind::Paragraph, "One."),
                block(BlockKind::Heading(2), "Part"),
                block(BlockKind::Paragraph, "Two."),
            ],
            ..Article::default()
        };
        let line = article.to_line();
        assert_eq!(
            (line.body.as_str(), line.date.as_deref()),
            ("One.\n\nPart\n\nTwo.", Some("2026-02-26T01:00:00+03:00"))
        );
        assert_eq!(Article::from(line), article);
    }

    #[test]
    fn anchors_go_with_their_headings() {
        let read = |line: &str| Article::from(serde_json::from_str::<ArticleLine>(line).unwrap());
        let line = r#"{"path":"a","body":"A\n\nx\n\nB\n\ny","headings":["A","B"]"#;
        let anchored = read(&format!(r#"{line},"anchors":[null,"b"]}}"#));
        assert_eq!(anchored.anchors().collect::<Vec<_>>(), [None, Some("b")]);
        let written = serde_json::to_string(&anchored.to_line()).unwrap();
        assert!(written.contains(r#""headings":["A","B"],"anchors":[null,"b"]"#), "{written}");
        assert_eq!(read(&written), anchored);
        for none in ["", r#","anchors":null"#, r#","anchors":[""]"#, r#","anchors":["two words",null,"c"]"#] {
            let article = read(&format!("{line}{none}}}"));
            assert_eq!((article.headings().count(), article.anchors().count()), (2, 0), "{none}");
            assert!(!serde_json::to_string(&article.to_line()).unwrap().contains("anchors"));
        }
    }

    #[test]
    fn lines_of_other_tools_may_lack_anything_but_the_path() {
        let line: ArticleLine =
            serde_json::from_str(r#"{"path":"a","authors":null,"kind":"recipe","body":null}"#).unwrap();
        assert_eq!((line.authors.len(), line.kind, line.body.as_str()), (0, Kind::Other, ""));
        let line: ArticleLine = serde_json::from_str(r#"{"path":"a","kind":"forum"}"#).unwrap();
        assert_eq!(Article::from(line).kind.name(), "forum");
        assert!(serde_json::from_str::<ArticleLine>(r#"{"title":"T"}"#).is_err());
    }

    #[test]
    fn items_of_a_list_follow_line_by_line() {
        let item = |text: &str| Block {
            kind: BlockKind::ListItem,
            text: text.to_owned(),
            anchor: None,
            place: Place::default(),
        };
        let article = Article { blocks: vec![item("a"), item("b")], ..Article::default() };
        assert_eq!(article.body(), "a\nb");
    }

    #[test]
    fn moments_are_dates_or_date_times() {
        for bad in ["", "2026", "2026-13-01", "2026-02-26 maybe", "2026-02-26Tx", "26 February"] {
            assert!(Moment::parse(bad).is_none(), "{bad}");
        }
        assert!(Moment::parse("2026-02-26T10:00:00").unwrap().instant.is_none());
    }
}
