//! An article as far as it can be compared with the others of its site: eight bytes for each piece of its text, for each
//! sentence of the short ones, and for every six of their words.

mod piece;
mod words;

#[cfg(feature = "index")]
use super::Repeat;
use crate::article::{Article, Block, Kind, push_group};
use crate::extract::hash::{Hash, mixed};
use crate::extract::text;
use words::spelled;

pub(super) use piece::{Piece, Sort};
pub(super) use words::{RUN, Words};

/// What the pieces of an article look like, in order.
///
/// A piece is what stands between two blank lines of [`Article::body`], so that the outline fits the text wherever it is
/// kept. The sentences and lines of a short piece come after it: a headline and its excerpt stand in one paragraph on one page
/// and in two on the next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Stands for the language of the article; 0 for none that is known.
    pub(super) lang: u32,
    /// The pieces, each with its parts and words after it.
    pub(super) all: Vec<Piece>,
}

/// A piece of more words is looked at as a whole: teasers are shorter.
const LONGEST_DIVIDED: usize = 40;

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
            let (folded, words) = (text::folded(&whole), text::words(&whole));
            pieces.push(Piece::new(&whole, &folded, words, group));
            if words <= LONGEST_DIVIDED || group.len() > 1 {
                pieces.extend(parts(&whole));
            }
            pieces.extend(spelled(&folded, words));
            pieces.extend((1..self::pieces(group)).map(|_| Piece(Piece::bits(Sort::Rest))));
        }
        let lang = article.lang.as_ref().map_or(0, |lang| Hash::of(&lang.value) as u32);
        Outline { lang, all: pieces }
    }

    /// The pieces, without the parts of any.
    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.all.iter().filter(|piece| piece.is_piece())
    }

    /// Each piece with its parts, and its words.
    pub(super) fn divided(&self) -> impl Iterator<Item = (Piece, &[Piece], Words<'_>)> {
        self.all.chunk_by(|_, next| !next.is_piece()).map(|run| {
            let words = run.iter().position(|piece| piece.sort() == Sort::Words).unwrap_or(run.len());
            (run[0], &run[1..words], Words(&run[words..]))
        })
    }

    /// Whether there is nothing to compare: the page is none of an article.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
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
        let mut bits = bits.map(Piece).peekable();
        let lang = bits.next_if(|first| !first.is_piece()).map_or(0, Piece::text);
        Outline { lang, all: bits.collect() }
    }

    /// As it is kept in a column of the index: the language first, as a part of no piece, where it is known.
    pub(crate) fn bits(&self) -> impl Iterator<Item = u64> {
        let lang = (self.lang != 0).then(|| u64::from(self.lang) | Piece::bits(Sort::Part));
        lang.into_iter().chain(self.all.iter().map(|piece| piece.0))
    }

    /// Marks the pieces that are taken out.
    pub(crate) fn mark(&mut self, verdict: &[Option<Repeat>]) {
        for (piece, out) in self.all.iter_mut().filter(|piece| piece.is_piece()).zip(verdict) {
            piece.set_out(out.is_some());
        }
    }

    /// Whether those pieces are taken out, and no others.
    pub(crate) fn is_marked(&self, verdict: &[Option<Repeat>]) -> bool {
        self.pieces().zip(verdict).all(|(piece, out)| piece.is_out() == out.is_some())
    }

    /// For each block or group of blocks, whether it is taken out and how many pieces it has.
    pub(crate) fn runs(&self) -> impl Iterator<Item = (bool, usize)> {
        let runs = self.all.chunk_by(|_, next| !next.is_piece() || next.sort() == Sort::Rest);
        runs.map(|run| (run[0].is_out(), run.iter().filter(|piece| piece.is_piece()).count()))
    }
}

/// Of how many pieces a group of blocks consists: more than one where a block has a blank line in it.
pub(super) fn pieces(group: &[Block]) -> usize {
    1 + group.iter().map(|block| block.text.matches("\n\n").count()).sum::<usize>()
}

/// The lines and sentences of a text, if there are several.
fn parts(whole: &str) -> Vec<Piece> {
    let is_end = |c: char| matches!(c, '.' | '!' | '?' | ':' | '…' | '。' | '؟');
    let sentences = whole.lines().flat_map(|line| line.split_inclusive(is_end));
    let counted = sentences.map(|part| (part, text::words(part))).filter(|(_, words)| *words >= SHORTEST_PART);
    let parts: Vec<Piece> = counted.map(|(part, words)| Piece::of(&text::folded(part), words, Sort::Part)).collect();
    if parts.len() > 1 { parts } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BlockKind, Place};

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
        let Outline { all: pieces, .. } = Outline::of(&article);
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
        let before = Outline::of(&article).all[0];
        let mut piece = before;
        piece.set_out(true);
        assert!(piece.is_out() && piece.text() == before.text());
        piece.set_out(false);
        assert_eq!(piece, before);
    }

    #[cfg(feature = "index")]
    #[test]
    fn an_outline_is_kept_with_its_language_and_without() {
        let block = Block {
            kind: BlockKind::Paragraph,
            text: "Der Deich hielt.".into(),
            anchor: None,
            place: Place::default(),
        };
        for lang in [None, Some(crate::article::Fact::new("de".to_owned(), "html"))] {
            let article = Article { lang, blocks: vec![block.clone()], ..Article::default() };
            let outline = Outline::of(&article);
            assert_eq!(Outline::from_bits(outline.bits()), outline);
            assert_eq!(outline.divided().count(), 1);
        }
    }
}
