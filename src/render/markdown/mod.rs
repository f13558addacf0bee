//! Articles and hits as Markdown, for people and for tools.

use std::io::{self, Write};

use super::sanitize::{line, plain};
use crate::article::Article;

mod blocks;
pub(super) mod escape;
#[cfg(feature = "index")]
mod hits;

use escape::{escape, heading};
#[cfg(feature = "index")]
pub use hits::hits;

/// The article: the title as a heading of level 1, facts in italics, blocks by their kind.
///
/// # Errors
/// Those of the writer.
pub fn article(out: &mut impl Write, article: &Article) -> io::Result<()> {
    if let Some(title) = &article.title {
        writeln!(out, "# {}\n", heading(&line(&title.value)))?;
    }
    let byline: Vec<String> = [
        article.authors.as_ref().map(|f| f.value.join(", ")),
        article.date.as_ref().map(|f| f.value.day.to_string()),
        article.site.as_ref().map(|f| f.value.clone()),
    ]
    .into_iter()
    .flatten()
    .map(|fact| escape(&line(&fact)))
    .collect();
    if !byline.is_empty() {
        writeln!(out, "*{}*\n", byline.join(" · "))?;
    }
    if let Some(url) = &article.url {
        writeln!(out, "<{}>\n", plain(&url.value).replace(['<', '>', '\n'], ""))?;
    }
    blocks::blocks(out, &article.blocks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockKind, Fact};

    #[test]
    fn blocks_by_their_kind() {
        let block = |kind, text: &str| Block { kind, text: text.to_owned(), anchor: None, place: Default::default() };
        let blocks = vec![
            block(BlockKind::Heading(2), "Why *now*"),
            block(BlockKind::ListItem, "# one"),
            block(BlockKind::TableRow, "a | b"),
            block(BlockKind::TableRow, "1 | 2"),
            block(BlockKind::Paragraph, "End."),
        ];
        let page = Article { title: Some(Fact::new("T".to_owned(), "h1")), blocks, ..Article::default() };
        let mut out = Vec::new();
        article(&mut out, &page).unwrap();
        let expected = "# T\n\n## Why \\*now\\*\n\n- \\# one\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nEnd.\n\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
