//! Which rows of tables hold data, and which lay out the page.

use crate::extract::dom::{Dom, NodeId};

/// More bytes than these are no label of a group of rows.
const LONGEST_LABEL: usize = 100;

/// More bytes than these are no cell of data, but running text.
const LONGEST_CELL: usize = 500;

/// Whether a row of a table holds data: several short cells, and no layout inside; or one cell over all columns that names
/// the rows below it.
///
/// Old pages lay out whole articles in tables; their cells hold headings, lists, further tables or long text. What a table says
/// of itself to readers who do not see it counts for more.
pub(crate) fn is_data_row(dom: &Dom, row: NodeId) -> bool {
    let Some(table) = dom.ancestors(row).find(|&n| dom.tag(n) == "table") else { return false };
    match dom.attr(table, "role") {
        Some("presentation" | "none") => return false,
        Some("table") => return true,
        _ => {}
    }
    is_of_cells(dom, row) || (is_label(dom, row) && next_row(dom, row).is_some_and(|next| is_of_cells(dom, next)))
}

fn cells<'d, 'a>(dom: &'d Dom<'a>, row: NodeId) -> impl Iterator<Item = NodeId> + use<'d, 'a> {
    dom.children(row).filter(|&n| dom.is(n, &["td", "th"]))
}

fn is_of_cells(dom: &Dom, row: NodeId) -> bool {
    cells(dom, row).nth(1).is_some() && cells(dom, row).all(|cell| is_data_cell(dom, cell, LONGEST_CELL))
}

/// Whether a row is one short cell that stands for several.
fn is_label(dom: &Dom, row: NodeId) -> bool {
    let mut cells = cells(dom, row);
    let Some(cell) = cells.next().filter(|_| cells.next().is_none()) else { return false };
    let columns = dom.attr(cell, "colspan").and_then(|n| n.trim().parse::<u32>().ok());
    columns.is_some_and(|n| n > 1) && is_data_cell(dom, cell, LONGEST_LABEL)
}

/// So many elements between two rows are looked over.
const MOST_BETWEEN: usize = 64;

fn next_row(dom: &Dom, row: NodeId) -> Option<NodeId> {
    let parent = dom.end(dom.parent(row));
    let after = std::iter::successors(Some(dom.end(row)), |&node| (node < parent).then(|| dom.end(node)));
    after.take(MOST_BETWEEN).take_while(|&node| node < parent).find(|&node| dom.tag(node) == "tr")
}

fn is_data_cell(dom: &Dom, cell: NodeId, longest: usize) -> bool {
    const LAYOUT: &[&str] =
        &["table", "h1", "h2", "h3", "h4", "h5", "h6", "form", "article", "section", "nav", "iframe"];
    let mut bytes = 0;
    for node in dom.subtree(cell) {
        if dom.is(node, LAYOUT) {
            return false;
        }
        bytes += dom.text(node).map_or(0, str::len);
    }
    bytes < longest
}

/// How many columns of a table are kept apart: wider spans are those of rows over all columns.
const MOST_COLUMNS: usize = 64;

/// Cells that reach over more rows reach to the end of their group.
const MOST_ROWS: usize = 128;

/// The columns of the table that is read, as far as cells reach over several of them and over the rows below.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    table: NodeId,
    row: NodeId,
    /// The column of the last cell, and the one after it.
    last: usize,
    next: usize,
    /// For each column the node at which the cell that reaches into it ends.
    ends: Vec<NodeId>,
    /// The row and the number of rows that were asked for last, and where they end.
    reached: (NodeId, usize, NodeId),
}

impl Columns {
    /// Begins a row.
    pub(crate) fn begin(&mut self, dom: &Dom, row: NodeId) {
        let table = dom.ancestors(row).find(|&n| dom.tag(n) == "table").unwrap_or_default();
        if table != self.table {
            self.ends.clear();
        }
        (self.table, self.row, self.last, self.next) = (table, row, 0, 0);
    }

    /// How many columns a cell of the row is further on than the one before it, or than the first.
    pub(crate) fn step(&mut self, dom: &Dom, cell: NodeId) -> usize {
        while self.next < MOST_COLUMNS && self.ends.get(self.next).is_some_and(|&end| end > self.row) {
            self.next += 1;
        }
        let step = self.next - self.last;
        self.last = self.next;
        let room = MOST_COLUMNS.saturating_sub(self.next);
        let columns = span(dom, cell, "colspan").filter(|columns| *columns <= room);
        self.next += columns.unwrap_or(1).max(1);
        let kept = self.last..self.next.min(MOST_COLUMNS);
        if !kept.is_empty() {
            let end = self.end_of_rows(dom, span(dom, cell, "rowspan").unwrap_or(1));
            self.ends.resize(self.ends.len().max(kept.end), 0);
            self.ends[kept].fill(end);
        }
        step
    }

    /// As [`end_of_rows`], for a row whose cells often reach equally far.
    fn end_of_rows(&mut self, dom: &Dom, rows: usize) -> NodeId {
        if (self.row, rows) != (self.reached.0, self.reached.1) {
            self.reached = (self.row, rows, end_of_rows(dom, self.row, rows));
        }
        self.reached.2
    }
}

fn span(dom: &Dom, cell: NodeId, attribute: &str) -> Option<usize> {
    dom.attr(cell, attribute)?.trim().parse().ok()
}

/// The node at which so many rows end, this one among them; 0 means all of its group.
fn end_of_rows(dom: &Dom, row: NodeId, rows: usize) -> NodeId {
    match rows {
        1 => dom.end(row),
        2..=MOST_ROWS => {
            let last = (1..rows).try_fold(row, |row, _| next_row(dom, row));
            last.map_or_else(|| dom.end(dom.parent(row)), |last| dom.end(last))
        }
        _ => dom.end(dom.parent(row)),
    }
}

/// A cell whose own bars are none between cells: those with a space on both sides are held to their neighbours by spaces
/// that do not break.
pub(crate) fn glued(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 4);
    let mut before = "";
    for word in cell.split(' ') {
        if !out.is_empty() || word == BAR {
            out.push(if before == BAR || word == BAR { GLUE } else { ' ' });
        }
        out.push_str(word);
        before = word;
    }
    out
}

/// What stands between two cells of a row, with spaces around it.
const BAR: &str = "|";

/// A space that does not break: the text of pages has none when it is read.
const GLUE: char = '\u{A0}';

/// The text of a row without empty cells at its end, and without those at its start if one alone is left: a row of two and
/// more keeps its columns.
pub(crate) fn trim_row(row: &str) -> &str {
    let mut row = row.trim_matches([' ', '\n']);
    while let Some(shorter) = row.strip_suffix(" |") {
        row = shorter;
    }
    let mut bare = row;
    while let Some(shorter) = bare.strip_prefix("| ") {
        bare = shorter;
    }
    if bare == BAR {
        ""
    } else if bare.contains(" | ") {
        row
    } else {
        bare
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks;
    use crate::article::BlockKind;
    use crate::extract::dom::Document;

    fn rows(html: &str) -> Vec<String> {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        drafts.into_iter().filter(|d| d.kind == BlockKind::TableRow).map(|d| d.text).collect()
    }

    #[test]
    fn empty_cells_keep_their_columns() {
        let html = "<table><tr><td><th>2019<th>2020<tr><td>Wheat<td><td>15<tr><td>Rye<td>3<td></table>";
        assert_eq!(rows(html), ["| 2019 | 2020", "Wheat | | 15", "Rye | 3"]);
        assert_eq!(rows("<table><tr><td><td>&nbsp;<td>Only one</table>"), ["Only one"]);
    }

    #[test]
    fn cells_that_reach_over_others_keep_their_columns() {
        let head = "<tr><th rowspan=2>Region<th colspan=2>Exports<th>Imports<tr><th>2019<th>2020<th>2019";
        let body = "<tr><td rowspan=2>Asia<td>5<td>6<td>7<tr><td>9<td>10<td>11<tr><td>Rest<td colspan=2>1<td rowspan=0>2<tr>\
            <td>EU<td>3<td>4";
        assert_eq!(
            rows(&format!(
                "<table><thead>{head}</thead><tbody>{body}</tbody><tbody><tr><td>All<td>1<td>2<td>3</table>"
            )),
            [
                "Region | Exports | | Imports",
                "| 2019 | 2020 | 2019",
                "Asia | 5 | 6 | 7",
                "| 9 | 10 | 11",
                "Rest | 1 | | 2",
                "EU | 3 | 4",
                "All | 1 | 2 | 3",
            ]
        );
        // What is no number and what is wider than a table counts for one; rows end with their group.
        let odd = format!(
            "<tr><td colspan={}>a<td rowspan=-1>b<tr><td colspan=1000 rowspan=9999>c<td>d<tr><td>e<td>f",
            usize::MAX
        );
        assert_eq!(rows(&format!("<table>{odd}</table>")), ["a | b", "c | d", "| e | f"]);
        assert_eq!(rows("<table><tr><td rowspan=9>a<td>b</table><table><tr><td>c<td>d</table>"), ["a | b", "c | d"]);
    }

    #[test]
    fn bars_of_a_text_are_none_between_cells() {
        let html = "<table><tr><td>a | b<td>c|d<td>e<b> | </b><tr><td>|<td>||<td>f</table>";
        assert_eq!(rows(html), ["a\u{A0}|\u{A0}b | c|d | e\u{A0}|", "\u{A0}| | || | f"]);
    }

    #[test]
    fn items_of_a_list_within_a_cell_are_told_apart() {
        let html = "<table><tr><th>For<th>Against<tr><td>Good: <ul><li>quick<li>cheap.<li>near <ol><li>the sea<li>(rail)</ol><li>old</ul>\
            <td><ul><li>far</ul><tr><td>a<td><ul><li>b<li>c</ul></table>";
        assert_eq!(rows(html), ["For | Against", "Good: quick; cheap. near the sea; (rail) old | far", "a | b; c"]);
    }

    #[test]
    fn a_cell_over_all_columns_names_the_rows_below_it() {
        let html = "<table><tr><td colspan=2>Upper Valley<tr><td>Wheat<td>15<tr><td colspan=2>No more follows</table>";
        assert_eq!(rows(html), ["Upper Valley", "Wheat | 15"]);
    }

    #[test]
    fn a_table_that_says_it_is_one_has_rows() {
        let long = "word ".repeat(100);
        let html = format!("<table role=table><tr><td>a<td>{long}<tr><td>b</table>");
        assert_eq!(rows(&html), [format!("a | {}", long.trim()), "b".to_owned()]);
    }

    #[test]
    fn tables_that_lay_out_a_page_have_no_rows() {
        for html in [
            "<table role=presentation><tr><td>a<td>b</table>",
            "<table><tr><td>Menu<td><h2>Title</h2></table>",
            "<table><tr><td>Alone</table>",
            &format!("<table><tr><td>Menu<td>{}</table>", "word ".repeat(100)),
        ] {
            assert!(rows(html).is_empty(), "{html}");
        }
    }
}
