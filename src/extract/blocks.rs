//! The visible text of a page as a list of blocks in reading order, before anything is known about their worth.

use crate::article::BlockKind;

use super::dom::{Dom, NodeId};
use super::text;

/// A run of text between two block boundaries, with what the choice of content needs to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) kind: BlockKind,
    pub(crate) text: String,
    /// The nearest block-level element around the run.
    pub(crate) node: NodeId,
    /// The node of its first text.
    pub(crate) start: NodeId,
    /// Characters other than white space, in all, within links, and in bold.
    pub(crate) chars: usize,
    pub(crate) linked: usize,
    pub(crate) bold: usize,
    pub(crate) words: usize,
}

impl Draft {
    /// A block of a page without markup.
    pub(crate) fn unlinked(kind: BlockKind, text: String) -> Draft {
        let chars = text::chars(&text);
        Draft { kind, words: text::words(&text), chars, linked: 0, bold: 0, node: 0, start: 0, text }
    }

    /// The share of the text that is links, 0 to 1.
    pub(crate) fn link_density(&self) -> f32 {
        self.linked as f32 / self.chars.max(1) as f32
    }

    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }

    /// Running text, as against labels, menus and captions: long enough, hardly linked, and a sentence or a long run.
    pub(crate) fn is_prose(&self) -> bool {
        let wordy = self.words >= 25 || (self.words >= 7 && text::ends_sentence(&self.text));
        !self.is_heading() && wordy && self.link_density() < 0.5
    }
}

/// Elements that run on within a line of text. Anything else starts and ends a block.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "source",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements whose text is never shown.
pub(crate) const UNSEEN: &[&str] =
    &["script", "style", "template", "noscript", "head", "title", "meta", "link", "datalist", "param"];

/// Elements of the page's own making run on too, as browsers show them; any blocks inside them part the text.
pub(crate) fn is_inline(tag: &str) -> bool {
    INLINE.binary_search(&tag).is_ok() || tag.contains('-')
}

/// The blocks of the page, but for the nodes that `skip` marks together with all below them.
pub(crate) fn blocks(dom: &Dom, skip: &[bool]) -> Vec<Draft> {
    let mut walk = Walk::new(dom);
    let mut node = 0;
    while node < dom.len() {
        walk.close_until(node);
        if skip[node] || dom.is(node, UNSEEN) {
            // A piece taken out of a paragraph leaves the text around it in one block; a block taken out parts them.
            if !dom.is_inline(node) && !dom.tag(node).is_empty() && !dom.is(node, UNSEEN) {
                walk.flush();
            }
            node = dom.end(node);
            continue;
        }
        walk.enter(node);
        node += 1;
    }
    walk.close_until(usize::MAX);
    walk.done
}

struct Frame {
    node: NodeId,
    end: NodeId,
    kind: BlockKind,
}

struct Walk<'d, 'a> {
    dom: &'d Dom<'a>,
    frames: Vec<Frame>,
    run: Run,
    /// Text before these nodes is linked, bold, or part of one table row.
    link_end: NodeId,
    bold_end: NodeId,
    row_end: NodeId,
    done: Vec<Draft>,
}

#[derive(Default)]
struct Run {
    text: String,
    start: NodeId,
    chars: usize,
    linked: usize,
    bold: usize,
}

impl<'d, 'a> Walk<'d, 'a> {
    fn new(dom: &'d Dom<'a>) -> Self {
        let root = Frame { node: 0, end: dom.end(0), kind: BlockKind::Paragraph };
        Walk { dom, frames: vec![root], run: Run::default(), link_end: 0, bold_end: 0, row_end: 0, done: Vec::new() }
    }

    /// Leaves every block element that ends before `node`.
    fn close_until(&mut self, node: NodeId) {
        while self.frames.last().is_some_and(|frame| frame.end <= node) {
            if self.row_end <= node {
                self.row_end = 0;
            }
            self.flush();
            self.frames.pop();
        }
    }

    fn enter(&mut self, node: NodeId) {
        if let Some(text) = self.dom.text(node) {
            return self.add_text(node, text);
        }
        let end = self.dom.end(node);
        match self.dom.tag(node) {
            "" => {}
            "br" => self.line_break(),
            "a" => self.link_end = self.link_end.max(end),
            "b" | "strong" => self.bold_end = self.bold_end.max(end),
            "td" | "th" if node < self.row_end => self.next_cell(),
            _ if self.dom.is_inline(node) => {}
            _ if node < self.row_end => text::push_collapsed(&mut self.run.text, " "),
            tag => {
                self.flush();
                let kind = self.kind_of(node, tag);
                if kind == BlockKind::TableRow {
                    self.row_end = end;
                }
                self.frames.push(Frame { node, end, kind });
            }
        }
    }

    fn kind_of(&self, node: NodeId, tag: &str) -> BlockKind {
        match tag {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading(tag.as_bytes()[1] - b'0'),
            "li" | "dt" | "dd" => BlockKind::ListItem,
            "blockquote" => BlockKind::Quote,
            "figcaption" | "caption" => BlockKind::Caption,
            "pre" => BlockKind::Preformatted,
            "tr" if is_data_row(self.dom, node) => BlockKind::TableRow,
            "table" | "tr" | "td" | "th" | "article" | "section" | "body" => BlockKind::Paragraph,
            _ => self.frames.last().map_or(BlockKind::Paragraph, |frame| frame.kind),
        }
    }

    fn add_text(&mut self, node: NodeId, text: &str) {
        let preformatted = self.frames.last().is_some_and(|f| f.kind == BlockKind::Preformatted);
        if preformatted {
            self.run.text.extend(text.chars().filter(|&c| !text::is_invisible(c)));
        } else {
            text::push_collapsed(&mut self.run.text, text);
        }
        let chars = text::chars(text);
        if self.run.chars == 0 {
            self.run.start = node;
        }
        self.run.chars += chars;
        self.run.linked += if node < self.link_end { chars } else { 0 };
        self.run.bold += if node < self.bold_end { chars } else { 0 };
    }

    /// One `<br>` breaks the line, two part paragraphs.
    fn line_break(&mut self) {
        if self.run.text.trim_end_matches(' ').ends_with('\n') && self.row_end == 0 {
            self.flush();
        } else if !self.run.text.is_empty() {
            text::trim_end(&mut self.run.text);
            self.run.text.push(if self.row_end == 0 { '\n' } else { ' ' });
        }
    }

    fn next_cell(&mut self) {
        text::trim_end(&mut self.run.text);
        if !self.run.text.is_empty() {
            self.run.text.push_str(" | ");
        }
    }

    fn flush(&mut self) {
        if self.row_end != 0 {
            return;
        }
        let run = std::mem::take(&mut self.run);
        let Some(frame) = self.frames.last() else { return };
        let text = match frame.kind {
            BlockKind::Preformatted => run.text.trim_matches('\n').trim_end(),
            BlockKind::TableRow => run.text.trim_matches([' ', '|', '\n']),
            _ => run.text.trim(),
        };
        if !text.contains(text::is_letter) {
            return;
        }
        let words = text::words(text);
        let mut kind = frame.kind;
        if is_bold_heading(&run, text, words, kind) {
            kind = BlockKind::Heading(4);
        }
        let Run { start, chars, linked, bold, .. } = run;
        self.done.push(Draft { kind, text: text.to_owned(), node: frame.node, start, chars, linked, bold, words });
    }
}

/// A short paragraph all in bold that is no sentence: 11 % of articles write their headings so.
fn is_bold_heading(run: &Run, text: &str, words: usize, kind: BlockKind) -> bool {
    kind == BlockKind::Paragraph
        && run.bold == run.chars
        && run.linked == 0
        && (2..=15).contains(&words)
        && !text.contains('\n')
        && (!text::ends_sentence(text) || text.ends_with('?'))
}

/// A row of a table that holds data: several short cells, and no layout inside.
///
/// Old pages lay out whole articles in tables; their cells hold headings, lists, further tables or long text.
fn is_data_row(dom: &Dom, row: NodeId) -> bool {
    let Some(table) = dom.ancestors(row).find(|&n| dom.tag(n) == "table") else { return false };
    if matches!(dom.attr(table, "role"), Some("presentation" | "none")) {
        return false;
    }
    let cells: Vec<NodeId> = dom.children(row).filter(|&n| dom.is(n, &["td", "th"])).collect();
    cells.len() >= 2 && cells.iter().all(|&cell| is_data_cell(dom, cell))
}

fn is_data_cell(dom: &Dom, cell: NodeId) -> bool {
    const LAYOUT: &[&str] =
        &["table", "h1", "h2", "h3", "h4", "h5", "h6", "form", "article", "section", "nav", "iframe"];
    let mut chars = 0;
    for node in dom.subtree(cell) {
        if dom.is(node, LAYOUT) {
            return false;
        }
        chars += dom.text(node).map_or(0, str::len);
    }
    chars < 500
}

#[cfg(test)]
mod tests {
    use super::super::dom::Document;
    use super::*;

    fn read(html: &str) -> Vec<(BlockKind, String)> {
        let document = Document::parse(html);
        let dom = document.dom();
        blocks(&dom, &vec![false; dom.len()]).into_iter().map(|d| (d.kind, d.text)).collect()
    }

    fn texts(html: &str) -> Vec<String> {
        read(html).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn inline_is_sorted_for_the_search() {
        assert!(INLINE.is_sorted());
    }

    #[test]
    fn inline_elements_add_no_spaces() {
        assert_eq!(texts("<p>The <a href=x>U.S.</a>-led <b>co</b>alition<p>next"), ["The U.S.-led coalition", "next"]);
        assert_eq!(texts("<div>one<div>two</div>three</div>"), ["one", "two", "three"]);
    }

    #[test]
    fn two_breaks_part_paragraphs_and_one_breaks_the_line() {
        assert_eq!(
            texts("<td>First.<br><br>Second,<br>line two.<br/> <br/>Third."),
            ["First.", "Second,\nline two.", "Third."]
        );
    }

    #[test]
    fn kinds_follow_the_markup() {
        use BlockKind::*;
        let html =
            "<h2>H</h2><ul><li>a<li><p>b</ul><blockquote><p>q</blockquote><figure><figcaption>c</figcaption></figure>
            <p><strong>Why it matters</strong></p><p><strong>Bold.</strong></p><pre>x
  y</pre>";
        let kinds = [Heading(2), ListItem, ListItem, Quote, Caption, Heading(4), Paragraph, Preformatted];
        assert_eq!(read(html).into_iter().map(|(k, _)| k).collect::<Vec<_>>(), kinds);
        assert_eq!(read(html)[7].1, "x\n  y");
    }

    #[test]
    fn rows_of_data_keep_together_and_layout_tables_fall_apart() {
        assert_eq!(
            texts("<table><tr><th>Year<th>Tonnes<tr><td><p>2019</p><td>14</table>"),
            ["Year | Tonnes", "2019 | 14"]
        );
        assert_eq!(texts("<table><tr><td>Menu<td><h1>Title</h1><p>Text</p></table>"), ["Menu", "Title", "Text"]);
    }
}
