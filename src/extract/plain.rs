//! Plain text: the first line is the title, blank lines part paragraphs, short lines are headings.

use super::blocks::Draft;
use super::text;
use crate::article::BlockKind;

/// A heading has at most this many words.
const LONGEST_HEADING: usize = 16;

/// What people put before the items of a list in plain text.
const BULLETS: &[&str] = &["- ", "* ", "• ", "– ", "· "];

/// The title and the blocks of a text.
pub(crate) fn read(text: &str) -> (Option<String>, Vec<Draft>) {
    let mut paragraphs = paragraphs(text).into_iter();
    let title = paragraphs.next().map(|p| text::collapse(&p));
    let rest: Vec<String> = paragraphs.collect();
    let kinds: Vec<BlockKind> = (0..rest.len()).map(|at| kind(&rest, at)).collect();
    let drafts = rest.iter().zip(kinds).map(|(paragraph, kind)| {
        let item = BULLETS.iter().find_map(|b| paragraph.strip_prefix(b)).unwrap_or(paragraph);
        Draft::unlinked(kind, text::collapse(item))
    });
    (title.filter(|t| !t.is_empty()), drafts.filter(|d| d.words > 0).collect())
}

/// Paragraphs as blank lines part them. The first line stands alone; each list item is a paragraph of its own, and in a
/// text without any blank line each line is.
fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (first, rest) = text.trim_start().split_once('\n').unwrap_or((text.trim(), ""));
    let by_line = !rest.trim().lines().any(|line| line.trim().is_empty());
    let mut out = vec![first.trim().to_owned()];
    let mut open = false;
    for line in rest.lines().map(str::trim) {
        let item = BULLETS.iter().any(|b| line.starts_with(b));
        match out.last_mut() {
            Some(paragraph) if open && !item && !by_line && !line.is_empty() => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            _ if !line.is_empty() => out.push(line.to_owned()),
            _ => {}
        }
        open = !line.is_empty();
    }
    out
}

fn kind(paragraphs: &[String], at: usize) -> BlockKind {
    let paragraph = &paragraphs[at];
    if BULLETS.iter().any(|b| paragraph.starts_with(b)) {
        return BlockKind::ListItem;
    }
    let short = text::words(paragraph) <= LONGEST_HEADING && !text::ends_sentence(paragraph);
    // A short last line is a signature or a note, not a heading: a heading has something under it.
    if short && at + 1 < paragraphs.len() { BlockKind::Heading(2) } else { BlockKind::Paragraph }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_headings_and_paragraphs_by_their_shape() {
        let (title, drafts) = read(
            "The Title\r\n\r\nOne line\r\nand the next.\r\n\r\nA Heading\r\n\r\n- first item\r\n- second item\r\n\r\nThe end.",
        );
        assert_eq!(title.as_deref(), Some("The Title"));
        let got: Vec<_> = drafts.iter().map(|d| (d.kind, d.text.as_str())).collect();
        assert_eq!(
            got,
            [
                (BlockKind::Paragraph, "One line and the next."),
                (BlockKind::Heading(2), "A Heading"),
                (BlockKind::ListItem, "first item"),
                (BlockKind::ListItem, "second item"),
                (BlockKind::Paragraph, "The end."),
            ]
        );
    }

    #[test]
    fn without_blank_lines_each_line_is_a_paragraph() {
        let (_, drafts) = read("Title\nFirst sentence here.\nSecond sentence here.");
        assert_eq!(drafts.len(), 2);
    }

    #[test]
    fn lines_of_blanks_part_paragraphs_and_line_ends_may_be_old() {
        assert_eq!(read("Title\n \nOne and\ntwo.\n\t\nThree.").1.len(), 2);
        assert_eq!(read("Title\rOne sentence.\rTwo sentences.").1.len(), 2);
    }

    #[test]
    fn a_text_of_one_line_is_a_title() {
        assert_eq!(read("Only this"), (Some("Only this".to_owned()), vec![]));
    }
}
