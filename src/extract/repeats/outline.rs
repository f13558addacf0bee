//! An article as far as it can be compared with the others of its site: eight bytes for each piece of its text, for each
//! sentence of the short ones, and for every six of their words.

#[cfg(feature = "index")]
use super::Repeat;
use crate::article::{Article, Block, BlockKind, Kind, push_group};
use crate::extract::hash::{Hash, mixed};
use crate::extract::text;

/// What the pieces of an article look like, in order.
///
/// A piece is what stands between two blank lines of [`Article::body`], so that the outline fits the text wherever it is
/// kept. The sentences and lines of a short piece come after it: a headline and its excerpt stand in one paragraph on one page
/// and in two on the next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline(pub(super) Vec<Piece>);

/// A piece: 32 bits of a hash of its text, 19 of one of its place, one for whether it has the headline of another page, 8 for
/// its words, one for whether it is taken out, and three for what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece(u64);

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Text = 0,
    Heading = 1,
    Group = 2,
    /// A quotation, or a note of the editors on this text.
    Quote = 3,
    /// A line or sentence of the piece before it: no piece itself.
    Part = 4,
    /// Some of the words of the piece before it, in order: no piece itself.
    Words = 5,
    /// A text that the user's own rules name: it stays, whatever the pages of the site repeat.
    Ruled = 6,
    /// Belongs to the piece before it: a blank line within a block.
    Rest = 7,
}

const PLACE: u32 = 32;
const PLACES: u32 = 0x7_FFFF;
const TEASER: u32 = 51;
const WORDS: u32 = 52;
#[cfg(any(feature = "index", test))]
const OUT: u32 = 60;
const SORT: u32 = 61;

/// The most words that are told.
const MOST_WORDS: usize = 255;

/// A piece of more words is looked at as a whole: teasers are shorter.
const LONGEST_DIVIDED: usize = 40;

/// A longer piece is not looked at word by word: it has too much of its own. A shorter one says too little: `Pumps ran: 312
/// hours`.
const LONGEST_SPELLED: usize = 40;
const SHORTEST_SPELLED: usize = 8;

/// So many words are in one number, each with so many bits: enough, for only runs of several are ever compared.
const WORDS_A_NUMBER: usize = 6;
const WORD_BITS: u32 = 10;

/// Stands for a word with figures in it, and the end of the words for 0.
const FIGURE: u64 = 1;

/// So many words in a row are a run: what two pieces share by chance is shorter.
pub(super) const RUN: usize = 4;

/// A shorter part says nothing.
const SHORTEST_PART: usize = 3;

impl Outline {
    /// The outline of a whole article, nothing of which is taken out yet. That of a page of another kind is empty: what the
    /// pages of a shop repeat is what their goods are compared by.
    pub fn of(article: &Article) -> Outline {
        if article.kind != Kind::Article {
            return Outline::default();
        }
        let mut pieces = Vec::new();
        let mut whole = String::new();
        for group in article.groups() {
            whole.clear();
            push_group(&mut whole, group);
            pieces.push(Piece::new(&whole, group));
            pieces.extend(parts(&whole, group));
            pieces.extend(spelled(&whole));
            pieces.extend((1..self::pieces(group)).map(|_| Piece(Piece::bits(Sort::Rest))));
        }
        Outline(pieces)
    }

    /// The pieces, without the parts of any.
    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.0.iter().filter(|piece| piece.is_piece())
    }

    /// Each piece with its parts, and its words.
    pub(super) fn divided(&self) -> impl Iterator<Item = (Piece, &[Piece], Words<'_>)> {
        self.0.chunk_by(|_, next| !next.is_piece()).map(|run| {
            let words = run.iter().position(|piece| piece.sort() == Sort::Words).unwrap_or(run.len());
            (run[0], &run[1..words], Words(&run[words..]))
        })
    }

    /// Whether any piece has the headline of another page.
    pub(super) fn has_teasers(&self) -> bool {
        self.pieces().any(|piece| piece.is_teaser())
    }

    /// Stands for the article, whatever is taken out of it.
    pub(super) fn hash(&self) -> u64 {
        self.pieces().fold(0, |hash, piece| mixed(hash ^ u64::from(piece.text())))
    }

    /// Words of the text, those of long pieces counted short.
    pub(crate) fn words(&self) -> usize {
        self.pieces().map(|piece| piece.words()).sum()
    }
}

/// How an index keeps it, and what is taken out there.
#[cfg(feature = "index")]
impl Outline {
    /// An outline as [`Outline::bits`] gave it.
    pub(crate) fn from_bits(bits: impl Iterator<Item = u64>) -> Outline {
        Outline(bits.map(Piece).collect())
    }

    /// As it is kept in a column of the index.
    pub(crate) fn bits(&self) -> impl Iterator<Item = u64> {
        self.0.iter().map(|piece| piece.0)
    }

    /// Marks the pieces that are taken out.
    pub(crate) fn mark(&mut self, verdict: &[Option<Repeat>]) {
        for (piece, out) in self.0.iter_mut().filter(|piece| piece.is_piece()).zip(verdict) {
            piece.set_out(out.is_some());
        }
    }

    /// Whether those pieces are taken out, and no others.
    pub(crate) fn is_marked(&self, verdict: &[Option<Repeat>]) -> bool {
        self.pieces().zip(verdict).all(|(piece, out)| piece.is_out() == out.is_some())
    }

    /// For each block or group of blocks, whether it is taken out and how many pieces it has.
    pub(crate) fn runs(&self) -> impl Iterator<Item = (bool, usize)> {
        let runs = self.0.chunk_by(|_, next| !next.is_piece() || next.sort() == Sort::Rest);
        runs.map(|run| (run[0].is_out(), run.iter().filter(|piece| piece.is_piece()).count()))
    }
}

/// Whether a paragraph opens with a quotation mark.
fn is_quoted(text: &str) -> bool {
    text.starts_with(['"', '“', '„', '«', '‹', '「', '『'])
}

/// What a note is called in which editors say what was wrong with a text: it is about this one, though it looks like the lines
/// on authors beside it.
const NOTES: &[&str] = &[
    "correction",
    "corrections",
    "clarification",
    "corrigendum",
    "erratum",
    "errata",
    "editors note",
    "berichtigung",
    "korrektur",
    "richtigstellung",
    "anmerkung der redaktion",
    "rectificatif",
    "précision",
    "note de la rédaction",
    "corrección",
    "fe de erratas",
    "fe de errores",
    "nota de la redacción",
    "errata corrige",
    "rettifica",
    "nota della redazione",
    "correção",
    "nota da redação",
    "correctie",
    "rectificatie",
    "sprostowanie",
    "исправление",
    "поправка",
    "تصحيح",
    "تصويب",
];

/// Whether a paragraph opens with the name of such a note.
fn is_note(text: &str) -> bool {
    text.split_once(':').is_some_and(|(name, _)| NOTES.contains(&text::folded(name).trim()))
}

/// Of how many pieces a group of blocks consists: more than one where a block has a blank line in it.
pub(super) fn pieces(group: &[Block]) -> usize {
    1 + group.iter().map(|block| block.text.matches("\n\n").count()).sum::<usize>()
}

/// The lines and sentences of a short group of blocks, if there are several.
fn parts(whole: &str, group: &[Block]) -> Vec<Piece> {
    if text::words(whole) > LONGEST_DIVIDED && group.len() == 1 {
        return Vec::new();
    }
    let is_end = |c: char| matches!(c, '.' | '!' | '?' | ':' | '…' | '。' | '؟');
    let sentences = whole.lines().flat_map(|line| line.split_inclusive(is_end));
    let parts: Vec<Piece> =
        sentences.filter(|part| text::words(part) >= SHORTEST_PART).map(|part| Piece::of(part, Sort::Part)).collect();
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// The words of a piece, if it is neither long nor very short.
fn spelled(whole: &str) -> Vec<Piece> {
    if !(SHORTEST_SPELLED..=LONGEST_SPELLED).contains(&text::words(whole)) {
        return Vec::new();
    }
    let folded = text::folded(whole);
    let words: Vec<u64> = folded.split(' ').map(word).collect();
    let number = |words: &[u64]| words.iter().rev().fold(0, |number, word| number << WORD_BITS | word);
    words.chunks(WORDS_A_NUMBER).map(|words| Piece(number(words) | Piece::bits(Sort::Words))).collect()
}

/// What stands for a word, all figures alike: `part 2 of 9` and `part 3 of 9`.
fn word(word: &str) -> u64 {
    let is_figure = word.contains(|c: char| c.is_numeric());
    if is_figure { FIGURE } else { FIGURE + 1 + Hash::of(word) % ((1 << WORD_BITS) - FIGURE - 1) }
}

/// The words of a piece; none of a piece that is not looked at word by word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'o>(&'o [Piece]);

impl Words<'_> {
    fn all(self) -> Vec<u64> {
        let of_number = |piece: &Piece| {
            let number = piece.0;
            (0..WORDS_A_NUMBER as u32).map(move |at| number >> (at * WORD_BITS) & ((1 << WORD_BITS) - 1))
        };
        self.0.iter().flat_map(of_number).filter(|word| *word != 0).collect()
    }

    /// How many figures there are. One as `12,107` is written is two words, and one figure.
    pub(super) fn figures(self) -> usize {
        self.all().chunk_by(|one, other| one == other).filter(|words| words[0] == FIGURE).count()
    }

    /// For each word but the last three, the run of words that begins with it, as a hash; nothing where a figure is in it.
    pub(super) fn runs(self) -> Vec<Option<u32>> {
        let words = self.all();
        let hash = |run: &[u64]| mixed(run.iter().fold(0, |hash, word| hash << WORD_BITS | word)) as u32;
        words.windows(RUN).map(|run| (!run.contains(&FIGURE)).then(|| hash(run))).collect()
    }
}

impl Piece {
    /// Whether it is a piece, and not what is said of one.
    pub(super) fn is_piece(self) -> bool {
        !matches!(self.sort(), Sort::Part | Sort::Words)
    }

    fn of(whole: &str, sort: Sort) -> Piece {
        let folded = text::folded(whole);
        let hash = if folded.is_empty() { 0 } else { u64::from((Hash::of(&folded) as u32).max(1)) };
        let words = text::words(whole).min(MOST_WORDS) as u64;
        Piece(hash | words << WORDS | Piece::bits(sort))
    }

    fn new(whole: &str, group: &[Block]) -> Piece {
        let first = &group[0];
        let sort = match first.kind {
            _ if group.iter().any(|block| block.place.is_ruled) => Sort::Ruled,
            BlockKind::Heading(_) => Sort::Heading,
            _ if first.place.is_label => Sort::Heading,
            BlockKind::ListItem | BlockKind::TableRow => Sort::Group,
            BlockKind::Quote => Sort::Quote,
            BlockKind::Paragraph if is_quoted(whole) || is_note(whole) => Sort::Quote,
            BlockKind::Paragraph | BlockKind::Caption | BlockKind::Preformatted => Sort::Text,
        };
        let is_teaser = group.iter().all(|block| block.place.is_teaser);
        let place = u64::from(first.place.path & PLACES) << PLACE;
        Piece(Piece::of(whole, sort).0 | place | u64::from(is_teaser) << TEASER)
    }

    const fn bits(sort: Sort) -> u64 {
        (sort as u64) << SORT
    }

    /// A hash of the text, whatever its case and punctuation; 0 of none.
    pub(crate) fn text(self) -> u32 {
        self.0 as u32
    }

    pub(crate) fn place(self) -> u32 {
        (self.0 >> PLACE) as u32 & PLACES
    }

    /// Whether it has a link by itself, as the headline of another page is.
    pub(crate) fn is_teaser(self) -> bool {
        self.0 >> TEASER & 1 == 1
    }

    pub(crate) fn words(self) -> usize {
        (self.0 >> WORDS) as usize & MOST_WORDS
    }

    #[cfg(any(feature = "index", test))]
    pub(crate) fn is_out(self) -> bool {
        self.0 >> OUT & 1 == 1
    }

    #[cfg(any(feature = "index", test))]
    pub(crate) fn set_out(&mut self, out: bool) {
        self.0 = self.0 & !(1 << OUT) | u64::from(out) << OUT;
    }

    pub(crate) fn sort(self) -> Sort {
        match self.0 >> SORT {
            0 => Sort::Text,
            1 => Sort::Heading,
            2 => Sort::Group,
            3 => Sort::Quote,
            4 => Sort::Part,
            5 => Sort::Words,
            6 => Sort::Ruled,
            _ => Sort::Rest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Place;

    #[test]
    fn pieces_are_those_of_the_body() {
        let block = |kind, text: &str| Block {
            kind,
            text: text.to_owned(),
            anchor: None,
            place: Place { path: 0x2BCDE, ..Place::default() },
        };
        let blocks = vec![
            block(BlockKind::Heading(2), "What we know"),
            block(BlockKind::Paragraph, "The dam held."),
            block(BlockKind::ListItem, "One"),
            block(BlockKind::ListItem, "Two"),
            block(BlockKind::Preformatted, "let a;\n\nlet b;"),
            block(BlockKind::Quote, &"very ".repeat(300)),
        ];
        let article = Article { blocks, ..Article::default() };
        let Outline(pieces) = Outline::of(&article);
        let sorts: Vec<Sort> = pieces.iter().map(|piece| piece.sort()).collect();
        assert_eq!(sorts, [Sort::Heading, Sort::Text, Sort::Group, Sort::Text, Sort::Rest, Sort::Quote]);
        assert_eq!(pieces.len(), article.body().split("\n\n").count());
        assert_eq!(pieces.iter().map(|piece| piece.words()).collect::<Vec<_>>(), [3, 3, 2, 4, 0, 255]);
        assert!(
            pieces
                .iter()
                .filter(|piece| piece.sort() != Sort::Rest)
                .all(|piece| piece.place() == 0x2BCDE && !piece.is_teaser())
        );
    }

    #[test]
    fn runs_are_of_words_without_figures() {
        let pieces = |text: &str| spelled(text);
        let runs = |text: &str| Words(&pieces(text)).runs();
        let pitch = runs("You are one of 12,107 people who opened this page without a penny");
        assert_eq!(
            pitch.iter().map(Option::is_some).collect::<Vec<_>>(),
            [&[true][..], &[false; 5], &[true; 5]].concat()
        );
        let other = runs("We thank the 90 people who opened this page without a word");
        assert_eq!(pitch[6..10], other[4..8]);
        assert!(pitch.last() != other.last());
        assert_eq!(Words(&pieces("You are one of 12,107 people, 40 of them in Verrin")).figures(), 2);
        assert!(runs("Pumps ran for hours.").is_empty() && runs(&"very ".repeat(50)).is_empty());
    }

    #[test]
    fn notes_of_editors_are_told_by_their_names() {
        for note in ["Correction: the sum is 4.", "Editor’s note: it is disputed.", "Fe de erratas: son 4."] {
            assert!(is_note(note), "{note}");
        }
        assert!(!is_note("Corrections are made: write to us.") && !is_note("Correction of the sum"));
    }

    #[test]
    fn a_piece_is_told_to_be_out_and_stays_itself() {
        let article = Article {
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                text: "The views are the author’s own.".into(),
                anchor: None,
                place: Place::default(),
            }],
            ..Article::default()
        };
        let before = Outline::of(&article).0[0];
        let mut piece = before;
        piece.set_out(true);
        assert!(piece.is_out() && piece.text() == before.text());
        piece.set_out(false);
        assert_eq!(piece, before);
    }
}
