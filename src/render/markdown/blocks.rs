//! The blocks of an article as Markdown that reads back to the same blocks.

use std::io::{self, Write};

use super::escape::{escape, escape_within, heading};
use crate::article::{Block, BlockKind, Mark, Place};
use crate::render::lists::{Dialect, Lists, Position};
use crate::render::sanitize::{line, plain};

/// Writes blocks with a blank line after each, but for the items of a list.
pub(super) fn blocks(out: &mut impl Write, blocks: &[Block]) -> io::Result<()> {
    let mut lists = Lists::new(Dialect::Markdown);
    let mut before: Option<&[Block]> = None;
    for group in blocks.chunk_by(are_written_together) {
        let Some(block) = group.first() else { continue };
        let is_quotation = quotation(block) > 0;
        if is_quotation {
            lists.close();
        }
        let position = if is_quotation { None } else { lists.position(block) };
        if let Some(before) = before {
            separate(out, before, block, position.as_ref())?;
        }
        let lines = if is_quotation { quoted(group)? } else { lines(block, group) };
        write(out, &lines, position)?;
        before = Some(group);
    }
    if before.is_some() { writeln!(out) } else { Ok(()) }
}

/// Whether two blocks are of one table, or of one quotation with all that it quotes.
fn are_written_together(a: &Block, b: &Block) -> bool {
    let is_of_one_table = || a.kind == BlockKind::TableRow && a.is_of_one(b);
    quotation(a) == quotation(b) && (quotation(a) > 0 || is_of_one_table())
}

/// The quotation that a block stands in, and 0 where it stands in none, or in one within an item of a list: there it is indented
/// as its item is, a block at a time.
fn quotation(block: &Block) -> u32 {
    let Place { quotation, item, .. } = block.place;
    if item.is_some_and(|item| item.list < quotation) { 0 } else { quotation }
}

/// A quotation: what it quotes, a sign before each line.
fn quoted(group: &[Block]) -> io::Result<Vec<String>> {
    let unquoted = |block: &Block| {
        let kind = if block.kind == BlockKind::Quote { BlockKind::Paragraph } else { block.kind };
        Block { kind, place: Place { quotation: 0, ..block.place }, ..block.clone() }
    };
    let mut text = Vec::new();
    blocks(&mut text, &group.iter().map(unquoted).collect::<Vec<_>>())?;
    let text = String::from_utf8_lossy(&text);
    let lines = text.trim_end_matches('\n').lines();
    Ok(lines.map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") }).collect())
}

/// A blank line; none between items, and within a quotation one of the quotation.
fn separate(out: &mut impl Write, before: &[Block], block: &Block, position: Option<&Position>) -> io::Result<()> {
    let Some(last) = before.last() else { return Ok(()) };
    let is_item = position.is_some_and(|position| position.mark.is_some());
    let in_list = quotation(last) == 0 && (last.kind == BlockKind::ListItem || last.place.item.is_some());
    let is_apart = position.and_then(|position| position.is_apart).unwrap_or(!is_item || !in_list);
    let in_quote = block.kind == BlockKind::Quote && quotation(last) == quotation(block) && last.is_of_one(block);
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

/// The rows of a table. The first is its head, since there has to be one, and has as many cells as the longest; so have the
/// others, up to so many that they fit a screen: a reader of Markdown adds those that are not there.
fn table(rows: &[Block]) -> Vec<String> {
    const MOST_ADDED: usize = 64;
    let rows: Vec<Vec<String>> = rows.iter().map(|row| cells(&line(&row.text))).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let row = |cells: &[String], columns: usize| {
        let padding = columns.saturating_sub(cells.len());
        let cells = cells.iter().map(|cell| format!(" {cell} |")).chain(std::iter::repeat_n("  |".to_owned(), padding));
        format!("|{}", cells.collect::<String>())
    };
    let wide = |at: usize| if at == 0 { columns } else { columns.min(MOST_ADDED) };
    let mut lines: Vec<String> = rows.iter().enumerate().map(|(at, cells)| row(cells, wide(at))).collect();
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
        let of = |place, kind, text| Block { place, ..block(kind, text) };
        let quotes = [1, 1, 2].map(|quotation| of(Place { quotation, ..Place::default() }, BlockKind::Quote, "q"));
        assert_eq!(written(&quotes), "> q\n>\n> q\n\n> q\n\n");
        let rows = [1, 1, 2].map(|table| of(Place { table, ..Place::default() }, BlockKind::TableRow, "a | b"));
        let head = "| a | b |\n| --- | --- |\n";
        assert_eq!(written(&rows), format!("{head}| a | b |\n\n{head}\n"));
    }

    #[test]
    fn headings_and_lists_of_a_quotation_are_quoted() {
        let quoted = |block: Block| Block { place: Place { quotation: 4, ..block.place }, ..block };
        let bullet = |list, depth, text: &str| item(list, list + 1, depth, Mark::Bullet, text);
        let page = [
            quoted(block(BlockKind::Heading(3), "Article 4")),
            quoted(block(BlockKind::Quote, "The members meet:")),
            quoted(bullet(5, 1, "in spring")),
            bullet(8, 1, "Two provinces object."),
            quoted(bullet(1, 1, "An item around a quotation.")),
        ];
        assert_eq!(
            written(&page),
            "> ### Article 4\n>\n> The members meet:\n>\n> - in spring\n\n- Two provinces object.\n\
             * An item around a quotation.\n\n"
        );
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
    fn a_row_of_very_many_cells_does_not_make_all_others_as_long() {
        let mut rows = vec![block(BlockKind::TableRow, "a | b"); 1000];
        rows.push(block(BlockKind::TableRow, &"c | ".repeat(5000)));
        let written = written(&rows);
        let lines: Vec<usize> = written.lines().map(|line| line.matches('|').count()).collect();
        assert_eq!((lines[0], lines[1], lines[2], lines[1001]), (5002, 5002, 65, 5002));
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
