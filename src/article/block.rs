//! The pieces of which the text of an article consists.

/// What a block of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading inside the article, level 1 to 6.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// One row of a table, cells separated by ` | `.
    TableRow,
    /// The caption of a picture, a table or a video.
    Caption,
    /// Text whose line breaks and spaces matter: code, a poem.
    Preformatted,
}

/// A piece of an article, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, white space collapsed; `\n` only where the page breaks a line.
    pub text: String,
    /// Of a heading, the id by which the page can be linked to at this place: `who-pays` for `URL#who-pays`.
    pub anchor: Option<String>,
    /// Where it stands in the page.
    pub place: Place,
}

impl Block {
    /// Whether two blocks are rows of one table, or paragraphs of one quotation.
    pub(crate) fn is_of_one(&self, other: &Block) -> bool {
        let (one, other_one) = (self.place, other.place);
        self.kind == other.kind && one.table == other_one.table && one.quotation == other_one.quotation
    }

    /// Whether an item begins a list of its own after the item before it: it stands in no other list, and its list begins
    /// later in the page.
    pub(crate) fn begins_list_after(&self, before: &Block) -> bool {
        match (before.place.item, self.place.item) {
            (Some(before), Some(item)) => item.depth == 1 && item.list > before.list,
            _ => false,
        }
    }
}

/// Where a block stands in its page, as far as pages of one site can be compared by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// A hash of the elements around the block, in 18 bits; 0 where there is no markup.
    pub path: u32,
    /// Whether it is a short line in bold: a sub-heading that is not marked up as one.
    pub is_label: bool,
    /// Whether it has a link that stands by itself in it, as the headline of another page does.
    pub is_teaser: bool,
    /// Whether any of it is a link.
    pub is_linked: bool,
    /// Of what stands in an item of a list, which item that is.
    pub item: Option<Item>,
    /// Whether the user's own rules name it as text of the article: then it stays, whatever the pages of its site repeat.
    pub is_ruled: bool,
    /// Of a row, which table of the page it is of. 0 where there is no markup.
    pub table: u32,
    /// Which quotation of the page it stands in, the outermost: a paragraph of it, or a heading or a list that it quotes. 0
    /// where it stands in none.
    pub quotation: u32,
}

/// An item of a list. The same item has the same numbers throughout the page, however many blocks it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Which item of the page.
    pub id: u32,
    /// Which list of the page it is in; lists that begin later have greater numbers.
    pub list: u32,
    /// In how many lists it stands, from 1.
    pub depth: u8,
    /// What it is marked with.
    pub mark: Mark,
}

/// What an item of a list is marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A sign, the same before each.
    Bullet,
    /// Its number, as the page counts: a list may begin with any, skip some, and count downwards.
    Number(i32, Numbering),
    /// Nothing: it is a term that the definitions after it explain.
    Term,
    /// Nothing: it explains the term before it.
    Definition,
}

/// How the numbers of a list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// 1, 2, 3.
    Digits,
    /// a, b, c.
    LowerLetters,
    /// A, B, C.
    UpperLetters,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
}

/// Longer ids, in bytes, are no anchors: they are some program's data.
const LONGEST_ANCHOR: usize = 200;

/// Whether an id can stand in a link to its place on the page.
pub(crate) fn is_anchor(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST_ANCHOR && !id.contains(char::is_whitespace)
}

/// Appends the text of a group of blocks, line by line.
pub(crate) fn push_group(out: &mut String, group: &[Block]) {
    for (at, block) in group.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push_str(&block.text);
    }
}
