//! Markdown: blocks by its markup, facts from YAML front matter.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use saphyr::{LoadableYamlNode, Yaml};

use super::blocks::Draft;
use super::{tables, text};
use crate::article::BlockKind;

/// Longer front matter, in bytes, is not read.
const LONGEST_FRONT: usize = 16 * 1024;

/// Front matter with more opening brackets is not read.
const MOST_BRACKETS: usize = 200;

/// Front matter with a line that opens more lists within lists is not read.
const MOST_SIGNS: usize = 16;

/// What a Markdown page holds.
#[derive(Debug, Default)]
pub(crate) struct Markdown {
    pub(crate) front: FrontMatter,
    /// The first heading of level 1.
    pub(crate) heading: Option<String>,
    pub(crate) drafts: Vec<Draft>,
}

/// The values of the front matter by lower-case key; a scalar is a list of one.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter(Vec<(String, Vec<String>)>);

impl FrontMatter {
    /// The values under the first of the keys that is there.
    pub(crate) fn list(&self, keys: &[&str]) -> Option<Vec<String>> {
        keys.iter().find_map(|key| self.0.iter().find(|(k, v)| k == key && !v.is_empty())).map(|(_, v)| v.clone())
    }

    /// The first value under the first of the keys that is there.
    pub(crate) fn first(&self, keys: &[&str]) -> Option<String> {
        self.list(keys)?.into_iter().next()
    }

    /// Front matter that uses aliases or deep nesting is not read: a few lines of those can expand without bound.
    fn parse(yaml: &str) -> FrontMatter {
        let expands = [": *", "- *", "[*", ", *"].iter().any(|alias| yaml.contains(alias));
        let nests =
            |line: &str| line.split_whitespace().take_while(|t| matches!(*t, "-" | "?" | ":")).count() > MOST_SIGNS;
        let deep = yaml.matches(['[', '{']).count() > MOST_BRACKETS || yaml.lines().any(nests);
        if yaml.len() > LONGEST_FRONT || expands || deep {
            return FrontMatter::default();
        }
        let documents = Yaml::load_from_str(yaml).unwrap_or_default();
        let Some(Yaml::Mapping(map)) = documents.into_iter().next() else { return FrontMatter::default() };
        let pairs = map.into_iter().filter_map(|(key, value)| Some((scalar(&key)?.to_lowercase(), values(&value))));
        FrontMatter(pairs.collect())
    }
}

fn values(value: &Yaml) -> Vec<String> {
    match value {
        Yaml::Sequence(list) => list.iter().filter_map(scalar).collect(),
        _ => scalar(value).into_iter().collect(),
    }
}

fn scalar(value: &Yaml) -> Option<String> {
    let text = value.as_str().map(str::to_owned).or_else(|| value.as_integer().map(|i| i.to_string()))?;
    Some(text::collapse(&text)).filter(|t| !t.is_empty())
}

pub(crate) fn read(markdown: &str) -> Markdown {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, options) {
        reader.event(event);
    }
    reader.flush(BlockKind::Paragraph);
    reader.done
}

#[derive(Default)]
struct Reader {
    done: Markdown,
    text: String,
    linked: usize,
    in_link: bool,
    in_front: bool,
    items: usize,
    quotes: usize,
    /// Where the text of the cell begins.
    cell: usize,
}

impl Reader {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => self.in_front = true,
            Event::End(TagEnd::MetadataBlock(_)) => self.in_front = false,
            Event::Text(text) if self.in_front => self.done.front = FrontMatter::parse(&text),
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.text.push('\n'),
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Link { .. } => self.in_link = true,
            Tag::Item => {
                self.flush(BlockKind::ListItem);
                self.items += 1;
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::TableCell => self.cell = self.text.len(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => self.in_link = false,
            TagEnd::Heading(level) => self.heading(level as u8),
            TagEnd::Item => {
                self.flush(BlockKind::ListItem);
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::Paragraph => self.flush(self.kind()),
            TagEnd::CodeBlock => self.flush(BlockKind::Preformatted),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead | TagEnd::TableRow => self.flush(BlockKind::TableRow),
            _ => {}
        }
    }

    fn kind(&self) -> BlockKind {
        match (self.items, self.quotes) {
            (0, 0) => BlockKind::Paragraph,
            (0, _) => BlockKind::Quote,
            _ => BlockKind::ListItem,
        }
    }

    fn heading(&mut self, level: u8) {
        if level == 1 && self.done.heading.is_none() && self.done.drafts.is_empty() {
            self.done.heading = Some(text::collapse(&std::mem::take(&mut self.text)));
            self.linked = 0;
        } else {
            self.flush(BlockKind::Heading(level));
        }
    }

    /// After every cell stands a bar.
    fn end_cell(&mut self) {
        let cell = tables::glued(&text::collapse(self.text.get(self.cell..).unwrap_or_default()));
        self.text.truncate(self.cell);
        self.text.push_str(&cell);
        self.text.push_str(if cell.is_empty() { "| " } else { " | " });
    }

    fn push(&mut self, text: &str) {
        self.linked += if self.in_link { super::text::chars(text) } else { 0 };
        self.text.push_str(text);
    }

    fn flush(&mut self, kind: BlockKind) {
        let raw = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let text = match kind {
            BlockKind::Preformatted => raw.trim_end().to_owned(),
            BlockKind::TableRow => tables::trim_row(&raw).to_owned(),
            _ => raw.lines().map(text::collapse).collect::<Vec<_>>().join("\n"),
        };
        if text.chars().any(char::is_alphanumeric) {
            self.done.drafts.push(Draft { linked, ..Draft::unlinked(kind, text) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_and_blocks() {
        let page = read(
            "---\ntitle: \"Grids: a reckoning\"\nTags: [power, tariffs]\ndate: 2024-03-05\n---\n# Grids\n\nFirst *words* with a [link](https://a.example).\n\n## Part\n\n- one\n- two\n\n> Said so.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| | 3 \\| 4 |\n| `x` | 5\\|6 |\n",
        );
        assert_eq!(page.front.first(&["title"]).as_deref(), Some("Grids: a reckoning"));
        assert_eq!(page.front.list(&["keywords", "tags"]).unwrap(), ["power", "tariffs"]);
        assert_eq!(page.front.first(&["date"]).as_deref(), Some("2024-03-05"));
        assert_eq!(page.heading.as_deref(), Some("Grids"));
        let got: Vec<_> = page.drafts.iter().map(|d| (d.kind, d.text.as_str())).collect();
        use BlockKind::*;
        assert_eq!(
            got,
            [
                (Paragraph, "First words with a link."),
                (Heading(2), "Part"),
                (ListItem, "one"),
                (ListItem, "two"),
                (Quote, "Said so."),
                (TableRow, "a | b"),
                (TableRow, "1 | 2"),
                (TableRow, "3\u{A0}|\u{A0}4"),
                (TableRow, "x | 5|6"),
            ]
        );
    }

    #[test]
    fn broken_front_matter_is_no_front_matter() {
        for front in [
            ": : [",
            "a: &a [x]\nb: *a",
            &format!("a: {}", "[".repeat(300)),
            &"- ".repeat(30_000),
            &"? ".repeat(30_000),
        ] {
            assert_eq!(read(&format!("---\n{front}\n---\n\nText here.")).front, FrontMatter::default());
        }
    }
}
