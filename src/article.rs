//! [`Article`]: what a reader came for. What [`extract`](crate::extract()) hands to the index and to every output.

mod block;
mod fact;
mod kind;
mod line;

use std::collections::BTreeMap;

use jiff::Timestamp;

pub use block::{Block, BlockKind, Item, Mark, Numbering, Place};
pub(crate) use block::{is_anchor, push_group};
pub use fact::{Fact, Moment, Source};
pub use kind::Kind;
pub use line::ArticleLine;

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
    /// Such pages are saved by mistake, and not indexed unless asked for; in doubt a page is taken, but there is none where a
    /// page has neither a word nor a title.
    pub fn is_bare(&self) -> bool {
        const PLAIN: f32 = 0.95;
        let is_blank = self.title.is_none() && self.blocks.iter().all(|block| block.text.trim().is_empty());
        let of_kind = matches!(self.kind, Kind::Error | Kind::Consent | Kind::Links | Kind::Empty);
        of_kind && (is_blank || self.kind_confidence.is_some_and(|confidence| confidence >= PLAIN))
    }

    /// The blocks, the items of one list and the rows of one table together.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &[Block]> {
        self.blocks.chunk_by(|a, b| match a.kind {
            BlockKind::ListItem => a.kind == b.kind && !b.begins_list_after(a),
            BlockKind::TableRow => a.is_of_one(b),
            _ => false,
        })
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn lists_that_follow_each_other_stay_apart() {
        let item = |list, depth, text: &str| Block {
            kind: BlockKind::ListItem,
            text: text.to_owned(),
            anchor: None,
            place: Place { item: Some(Item { id: 0, list, depth, mark: Mark::Bullet }), ..Place::default() },
        };
        let within = [item(1, 1, "a"), item(3, 2, "b"), item(5, 2, "c"), item(1, 1, "d")];
        let after = [item(9, 1, "e"), item(11, 2, "f"), item(15, 1, "g")];
        let article = Article { blocks: within.into_iter().chain(after).collect(), ..Article::default() };
        assert_eq!(article.body(), "a\nb\nc\nd\n\ne\nf\n\ng");
    }

    #[test]
    fn tables_that_follow_each_other_stay_apart() {
        let row = |table, text: &str| Block {
            kind: BlockKind::TableRow,
            text: text.to_owned(),
            anchor: None,
            place: Place { table, ..Place::default() },
        };
        let article = Article { blocks: vec![row(1, "a | b"), row(1, "c | d"), row(2, "e | f")], ..Article::default() };
        assert_eq!(article.body(), "a | b\nc | d\n\ne | f");
    }
}
