//! The blocks of an article as Markdown that reads back to the same blocks.

use std::io::{self, Write};

use super::escape::{escape, escape_within, heading};
use crate::article::{Block, BlockKind, Mark};
use crate::render::lists::{Dialect, Lists, Position};
use crate::render::sanitize::{line, plain};

/// Writes blocks with a blank line after each, but for the items of a list.
pub(super) fn blocks(out: &mut impl Write, blocks: &[Block]) -> io::Result<()> {
    let mut lists = Lists::new(Dialect::Markdown);
    let mut before: Option<&Block> = None;
    for group in blocks.chunk_by(|a, b| a.kind == BlockKind::TableRow && is_of_one(a, b)) {
        let Some(block) = group.first() else { continue };
        let position = lists.position(block);
        if let Some(before) = before {
            separate(out, before, block, position.as_ref())?;
        }
        write(out, &lines(block, group), position)?;
        before = Some(block);
    }
    if before.is_some() { writeln!(out) } else { Ok(()) }
}

/// Whether two blocks are rows of one table, or of one quotation.
fn is_of_one(a: &Block, b: &Block) -> bool {
    a.kind == b.kind && a.place.whole == b.place.whole
}

/// A blank line; none between items, and within a quotation one of the quotation.
fn separate(out: &mut impl Write, before: &Block, block: &Block, position: Option<&Position>) -> io::Result<()> {
    let is_item = position.is_some_and(|position| position.mark.is_some());
    let in_list = before.kind == BlockKind::ListItem || before.place.item.is_some();
    let is_apart = position.and_then(|position| position.is_apart).unwrap_or(!is_item || !in_list);
    let in_quote = block.kind == BlockKind::Quote && is_of_one(before, block);
    match position {
        _ if !is_apart => Ok(()),
        None if in_quote => writeln!(out, ">"),
        _ => writeln!(out),
    }
}

/// Lines at their place: the first after the mark, the others below its text.
fn write(out: &mut impl Write, lines: &[String], position: Option<Position>) -> io::Result<()> {
    let Position { indent, mark, .. } = position.unwrap_or_default();
    let mark = mark.unwrap_or_default();
    let below = indent + mark.len();
    for (at, line) in lines.iter().enumerate() {
        match (at, line.is_empty()) {
            (0, _) => writeln!(out, "{:indent$}{mark}{line}", "")?,
            (_, true) => writeln!(out)?,
            (_, false) => writeln!(out, "{:below$}{line}", "")?,
        }
    }
    Ok(())
}

fn lines(block: &Block, group: &[Block]) -> Vec<String> {
    match block.kind {
        // The first level is the title's.
        BlockKind::Heading(level) => {
            vec![format!("{} {}", "#".repeat(usize::from(level.clamp(2, 6))), heading(&line(&block.text)))]
        }
        BlockKind::Quote => broken(&block.text).into_iter().map(|line| format!("> {line}")).collect(),
        BlockKind::Preformatted => fenced(&plain(&block.text)),
        BlockKind::TableRow => table(group),
        BlockKind::ListItem if block.place.item.is_some_and(|item| item.mark == Mark::Term) => {
            marked(broken(&block.text), "**")
        }
        // Markdown has no captions; in italics they are told from the paragraphs around them.
        BlockKind::Caption => marked(broken(&block.text), "*"),
        BlockKind::Paragraph | BlockKind::ListItem => broken(&block.text),
    }
}

/// The lines of a text; two spaces at the end of one keep its break.
fn broken(text: &str) -> Vec<String> {
    let escaped = escape(text);
    let mut lines: Vec<String> = escaped.lines().map(|line| format!("{line}  ")).collect();
    if let Some(last) = lines.last_mut() {
        last.truncate(last.len() - 2);
    }
    lines
}

/// Lines between signs of emphasis.
fn marked(mut lines: Vec<String>, sign: &str) -> Vec<String> {
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, sign);
    }
    if let Some(last) = lines.last_mut() {
        last.push_str(sign);
    }
    lines
}

/// Text as it stands, between fences that are longer than any in it.
fn fenced(text: &str) -> Vec<String> {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let inner = text.lines().map(str::to_owned);
    [fence.clone()].into_iter().chain(inner).chain([fence]).collect()
}

/// The rows of a table, all with as many cells as the longest. The first is its head, since there has to be one.
fn table(rows: &[Block]) -> Vec<String> {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| cells(&line(&row.text))).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let row = |cells: &[String]| {
        let padding = columns - cells.len();
        let cells = cells.iter().map(|cell| format!(" {cell} |")).chain(std::iter::repeat_n("  |".to_owned(), padding));
        format!("|{}", cells.collect::<String>())
    };
    let mut lines: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
    lines.insert(1.min(lines.len()), format!("|{}", " --- |".repeat(columns)));
    lines
}

/// The cells of a row, which bars with spaces around them part.
fn cells(row: &str) -> Vec<String> {
    let words: Vec<&str> = row.split(' ').collect();
    // Spaces that do not break hold the bars of a text to their neighbours.
    words.split(|word| *word == "|").map(|cell| escape_within(cell.join(" ").replace('\u{A0}', " ").trim())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Item, Numbering, Place};

    fn block(kind: BlockKind, text: &str) -> Block {
        Block { kind, text: text.to_owned(), anchor: None, place: Place::default() }
    }

    fn item(list: u32, id: u32, depth: u8, mark: Mark, text: &str) -> Block {
        let item = Some(Item { id, list, depth, mark });
        Block { place: Place { item, ..Place::default() }, ..block(BlockKind::ListItem, text) }
    }

    fn written(of: &[Block]) -> String {
        let mut out = Vec::new();
        blocks(&mut out, of).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lists_are_tight_nested_and_numbered() {
        let number = |number| Mark::Number(number, Numbering::LowerRoman);
        let list = [
            block(BlockKind::Paragraph, "Why:"),
            item(1, 2, 1, number(1), "one\ntwo"),
            item(1, 2, 1, number(1), "more"),
            item(3, 4, 2, Mark::Bullet, "- inner"),
            item(1, 5, 1, number(2), "last"),
            item(6, 7, 2, number(3), "late"),
            item(8, 9, 1, number(1), "other"),
            block(BlockKind::Paragraph, "End."),
        ];
        assert_eq!(
            written(&list),
            "Why:\n\n1. one  \n   two\n\n   more\n   - \\- inner\n2. last\n\n   3. late\n1) other\n\nEnd.\n\n"
        );
    }

    #[test]
    fn terms_are_bold_above_their_definitions() {
        let list = [
            item(1, 2, 1, Mark::Term, "a*b\nc"),
            item(1, 3, 1, Mark::Definition, "first"),
            item(1, 3, 1, Mark::Definition, "more"),
            item(1, 4, 1, Mark::Term, "d"),
        ];
        assert_eq!(written(&list), "- **a\\*b  \n  c**\n\n  first\n\n  more\n- **d**\n\n");
    }

    #[test]
    fn quotations_and_tables_that_follow_each_other_stay_apart() {
        let of = |whole, kind, text| Block { place: Place { whole, ..Place::default() }, ..block(kind, text) };
        let quotes = [1, 1, 2].map(|whole| of(whole, BlockKind::Quote, "q"));
        assert_eq!(written(&quotes), "> q\n>\n> q\n\n> q\n\n");
        let rows = [1, 1, 2].map(|whole| of(whole, BlockKind::TableRow, "a | b"));
        let head = "| a | b |\n| --- | --- |\n";
        assert_eq!(written(&rows), format!("{head}| a | b |\n\n{head}\n"));
    }

    #[test]
    fn quotations_code_and_headings() {
        use BlockKind::*;
        let page =
            [block(Quote, "a\nb"), block(Quote, "c"), block(Preformatted, "x ```` y\n\n  *z*"), block(Heading(1), "h")];
        assert_eq!(written(&page), "> a  \n> b\n>\n> c\n\n`````\nx ```` y\n\n  *z*\n`````\n\n## h\n\n");
    }

    #[test]
    fn captions_are_told_from_paragraphs() {
        let page = [block(BlockKind::Caption, "The *upper*\nlock"), block(BlockKind::Paragraph, "It is shut.")];
        assert_eq!(written(&page), "*The \\*upper\\*  \nlock*\n\nIt is shut.\n\n");
    }

    #[test]
    fn tables_keep_their_columns_and_nothing_in_a_cell_is_markup() {
        let rows =
            [block(BlockKind::TableRow, "| 2019 | *2020*"), block(BlockKind::TableRow, "Rye | | 3\u{A0}| x|y | <4>")];
        assert_eq!(
            written(&rows),
            "|  | 2019 | \\*2020\\* |  |\n| --- | --- | --- | --- |\n| Rye |  | 3 \\| x\\|y | \\<4\\> |\n\n"
        );
    }
}
