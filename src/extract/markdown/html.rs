//! Markdown as HTML: what a reader of the note sees, for the same code that reads web pages.

use std::collections::HashMap;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::embedded::{self, Inline};

/// Quotations and lists within each other are written as nested only so deep: the tree of a page is quadratic in its depth.
const DEEPEST: usize = 100;

/// A note without its front matter as HTML. `embeds` says whether the HTML within it is taken over.
pub(super) fn html(markdown: &str, embeds: bool) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    // After a rule, no HTML within the note can make a page of frames of it.
    let mut writer = Writer { out: "<body><hr>".to_owned(), embeds, ..Writer::default() };
    for event in Parser::new_ext(markdown, options) {
        writer.event(event);
    }
    writer.add_notes();
    writer.out
}

#[derive(Default)]
struct Writer<'m> {
    out: String,
    embeds: bool,
    /// How many lists and quotations, stretches of strong text and images are open.
    depth: usize,
    strong: usize,
    images: usize,
    /// Where the outermost image and the block of HTML begin that are being read.
    image_at: usize,
    block_at: usize,
    /// The notes that are being read, each with the place where it begins.
    open_notes: Vec<(CowStr<'m>, usize)>,
    notes: Vec<(CowStr<'m>, String)>,
    /// The numbers of the notes, in the order in which the text refers to them.
    numbers: HashMap<CowStr<'m>, usize>,
}

impl<'m> Writer<'m> {
    fn event(&mut self, event: Event<'m>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.tag("<br>"),
            Event::Rule => self.tag("<hr>"),
            Event::TaskListMarker(is_done) => self.tag(if is_done { "☑ " } else { "☐ " }),
            Event::FootnoteReference(label) => {
                let number = self.number(label);
                self.tag(&format!("<sup><a href=\"#note-{number}\">{number}</a></sup>"));
            }
            Event::Html(html) if self.embeds => self.out.push_str(&html),
            Event::InlineHtml(html) => match embedded::inline(&html) {
                Inline::Taken if self.embeds => self.tag(&html),
                Inline::Text => self.text(&html),
                _ => {}
            },
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'m>) {
        match tag {
            Tag::Paragraph => self.tag("<p>"),
            Tag::Heading { level, .. } => self.tag(&format!("<{level}>")),
            Tag::BlockQuote(kind) => {
                self.open("<blockquote>");
                if let Some(kind) = kind {
                    self.tag(&format!("<p>{}</p>", label(kind)));
                }
            }
            Tag::CodeBlock(_) => self.tag("<pre>"),
            Tag::HtmlBlock => self.block_at = self.out.len(),
            Tag::List(None) => self.open("<ul>"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">")),
            Tag::Item => self.open("<li>"),
            Tag::DefinitionList => self.open("<dl>"),
            Tag::DefinitionListTitle => self.open("<dt>"),
            Tag::DefinitionListDefinition => self.open("<dd>"),
            // That it is a table of data need not be told by its cells.
            Tag::Table(_) => self.tag("<table role=\"table\">"),
            Tag::TableHead | Tag::TableRow => self.tag("<tr>"),
            Tag::TableCell => self.tag("<td>"),
            Tag::Strong => {
                self.strong += 1;
                self.tag(if self.strong == 1 { "<b>" } else { "" });
            }
            // By where it leads is told what is a sign beside a heading or a note.
            Tag::Link { dest_url, .. } => {
                self.tag(&format!("<a href=\"{}\">", html_escape::encode_quoted_attribute(&dest_url)));
            }
            Tag::Image { .. } => {
                self.images += 1;
                self.image_at = if self.images == 1 { self.out.len() } else { self.image_at };
            }
            Tag::FootnoteDefinition(label) => self.open_notes.push((label, self.out.len())),
            // What leans or is struck out is text like other text.
            Tag::Emphasis | Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.tag("</p>\n"),
            TagEnd::Heading(level) => self.tag(&format!("</{level}>\n")),
            TagEnd::BlockQuote(_) => self.close("</blockquote>\n"),
            TagEnd::CodeBlock => self.tag("</pre>\n"),
            TagEnd::HtmlBlock => {
                let left_open = embedded::left_open(self.out.get(self.block_at..).unwrap_or_default());
                self.out.push_str(&left_open);
            }
            TagEnd::List(is_ordered) => self.close(if is_ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.close("</li>\n"),
            TagEnd::DefinitionList => self.close("</dl>\n"),
            TagEnd::DefinitionListTitle => self.close("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.close("</dd>\n"),
            TagEnd::Table => self.tag("</table>\n"),
            TagEnd::TableHead | TagEnd::TableRow => self.tag("</tr>\n"),
            TagEnd::TableCell => self.tag("</td>"),
            TagEnd::Strong => {
                self.tag(if self.strong == 1 { "</b>" } else { "" });
                self.strong = self.strong.saturating_sub(1);
            }
            TagEnd::Link => self.tag("</a>"),
            TagEnd::Image => self.end_image(),
            TagEnd::FootnoteDefinition => {
                if let Some((label, start)) = self.open_notes.pop() {
                    let note = self.out.split_off(start.min(self.out.len()));
                    self.notes.push((label, note));
                }
            }
            TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Text may come to stand in an attribute.
    fn text(&mut self, text: &str) {
        html_escape::encode_quoted_attribute_to_string(text, &mut self.out);
    }

    /// Writes a tag; there are none in the text that stands for an image.
    fn tag(&mut self, tag: &str) {
        if self.images == 0 {
            self.out.push_str(tag);
        }
    }

    /// Writes the tag of what may stand within its like.
    fn open(&mut self, tag: &str) {
        self.depth += 1;
        // Below the deepest, blocks are still blocks.
        self.out.push_str(if self.depth <= DEEPEST { tag } else { "<p>" });
    }

    fn close(&mut self, tag: &str) {
        self.out.push_str(if self.depth <= DEEPEST { tag } else { "<p>" });
        self.depth = self.depth.saturating_sub(1);
    }

    fn end_image(&mut self) {
        self.images = self.images.saturating_sub(1);
        if self.images == 0 {
            let alt = self.out.split_off(self.image_at.min(self.out.len()));
            self.out.push_str(&format!("<img alt=\"{alt}\">"));
        }
    }

    fn number(&mut self, label: CowStr<'m>) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label).or_insert(next)
    }

    /// Writes the notes below the text, numbered as it refers to them, wherever in the page they stand.
    fn add_notes(&mut self) {
        let notes = std::mem::take(&mut self.notes);
        let mut notes: Vec<(usize, String)> =
            notes.into_iter().map(|(label, note)| (self.number(label), note)).collect();
        notes.sort_by_key(|(number, _)| *number);
        if !notes.is_empty() {
            let items =
                notes.iter().map(|(number, note)| format!("<li id=\"note-{number}\" value=\"{number}\">{note}</li>\n"));
            self.out.push_str(&format!("<ol>{}</ol>", items.collect::<String>()));
        }
    }
}

/// What stands above a quotation that is none, but a box: `> [!NOTE]`.
fn label(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}
