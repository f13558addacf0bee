//! An article as a line of JSON, and back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::block::is_anchor;
use super::{Article, Block, BlockKind, Fact, Kind, Moment, Place};

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

impl Article {
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
}

fn value(fact: &Option<Fact<String>>) -> Option<String> {
    fact.as_ref().map(|f| f.value.clone())
}

fn list(fact: &Option<Fact<Vec<String>>>) -> Vec<String> {
    fact.as_ref().map(|f| f.value.clone()).unwrap_or_default()
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
}
