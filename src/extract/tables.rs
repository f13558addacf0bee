//! Which rows of tables hold data, and which lay out the page.

use super::dom::{Dom, NodeId};

/// More bytes than these are no label of a group of rows.
const LONGEST_LABEL: usize = 100;

/// More bytes than these are no cell of data, but running text.
const LONGEST_CELL: usize = 500;

/// Whether a row of a table holds data: several short cells, and no layout inside; or one cell over all columns that names
/// the rows below it.
///
/// Old pages lay out whole articles in tables; their cells hold headings, lists, further tables or long text.
pub(crate) fn is_data_row(dom: &Dom, row: NodeId) -> bool {
    let Some(table) = dom.ancestors(row).find(|&n| dom.tag(n) == "table") else { return false };
    if matches!(dom.attr(table, "role"), Some("presentation" | "none")) {
        return false;
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

fn next_row(dom: &Dom, row: NodeId) -> Option<NodeId> {
    let parent = dom.end(dom.parent(row));
    let mut next = dom.end(row);
    while next < parent && dom.tag(next) != "tr" {
        next = dom.end(next);
    }
    (next < parent).then_some(next)
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

/// The text of a row without empty cells at its end, and without those at its start if one alone is left: a row of two and
/// more keeps its columns.
pub(crate) fn trim_row(row: &str) -> &str {
    let row = row.trim_matches([' ', '\n']).trim_end_matches([' ', '|']);
    let bare = row.trim_start_matches([' ', '|']);
    if bare.contains(" | ") { row } else { bare }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use crate::article::BlockKind;

    fn rows(html: &str) -> Vec<String> {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom, &vec![false; dom.len()]);
        drafts.into_iter().filter(|d| d.kind == BlockKind::TableRow).map(|d| d.text).collect()
    }

    #[test]
    fn empty_cells_keep_their_columns() {
        let html = "<table><tr><td><th>2019<th>2020<tr><td>Wheat<td><td>15<tr><td>Rye<td>3<td></table>";
        assert_eq!(rows(html), ["| 2019 | 2020", "Wheat | | 15", "Rye | 3"]);
        assert_eq!(rows("<table><tr><td><td>&nbsp;<td>Only one</table>"), ["Only one"]);
    }

    #[test]
    fn a_cell_over_all_columns_names_the_rows_below_it() {
        let html = "<table><tr><td colspan=2>Upper Valley<tr><td>Wheat<td>15<tr><td colspan=2>No more follows</table>";
        assert_eq!(rows(html), ["Upper Valley", "Wheat | 15"]);
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
