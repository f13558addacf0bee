//! A piece of an outline: what eight bytes tell of a text, and how they are packed.

use crate::article::{Block, BlockKind, Place};
use crate::extract::hash::Hash;
use crate::extract::text;

/// A piece: 32 bits of a hash of its text, 18 of one of its place, one for whether it has a link, one for whether that is the
/// headline of another page, 8 for its words, one for whether it is taken out, and three for what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece(pub(super) u64);

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
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
const PLACES: u32 = 0x3_FFFF;
const LINKED: u32 = 50;
const TEASER: u32 = 51;
const WORDS: u32 = 52;
#[cfg(any(feature = "index", test))]
const OUT: u32 = 60;
const SORT: u32 = 61;

/// The most words that are told.
const MOST_WORDS: usize = 255;

impl Piece {
    /// Whether it is a piece, and not what is said of one.
    pub(crate) fn is_piece(self) -> bool {
        !matches!(self.sort(), Sort::Part | Sort::Words)
    }

    /// The piece of a text with so many words, and its folding.
    pub(super) fn of(folded: &str, words: usize, sort: Sort) -> Piece {
        let hash = if folded.is_empty() { 0 } else { u64::from((Hash::of(folded) as u32).max(1)) };
        Piece(hash | (words.min(MOST_WORDS) as u64) << WORDS | Piece::bits(sort))
    }

    pub(super) fn new(whole: &str, folded: &str, words: usize, group: &[Block]) -> Piece {
        let first = &group[0];
        let sort = match first.kind {
            _ if group.iter().any(|block| block.place.is_ruled) => Sort::Ruled,
            BlockKind::Heading(_) => Sort::Heading,
            _ if first.place.is_label => Sort::Heading,
            BlockKind::ListItem | BlockKind::TableRow => Sort::Group,
            BlockKind::Quote => Sort::Quote,
            BlockKind::Paragraph if is_said(whole, first.place) || is_note(whole) => Sort::Quote,
            BlockKind::Paragraph | BlockKind::Caption | BlockKind::Preformatted => Sort::Text,
        };
        let is_teaser = group.iter().all(|block| block.place.is_teaser);
        let place = u64::from(first.place.path & PLACES) << PLACE;
        let is_linked = group.iter().any(|block| block.place.is_linked);
        Piece(
            Piece::of(folded, words, sort).0 | place | u64::from(is_linked) << LINKED | u64::from(is_teaser) << TEASER,
        )
    }

    pub(super) const fn bits(sort: Sort) -> u64 {
        (sort as u64) << SORT
    }

    /// A hash of the text, whatever its case and punctuation; 0 of none.
    pub(crate) fn text(self) -> u32 {
        self.0 as u32
    }

    pub(crate) fn place(self) -> u32 {
        (self.0 >> PLACE) as u32 & PLACES
    }

    /// Whether it has a link, be it within a sentence.
    pub(crate) fn is_linked(self) -> bool {
        self.0 >> LINKED & 1 == 1
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

/// Whether a paragraph is what somebody said: it opens with a quotation mark, or is a turn in an interview that comes again with
/// each who is asked.
fn is_said(text: &str, place: Place) -> bool {
    let is_quoted = text.starts_with(['"', '“', '„', '«', '‹', '「', '『']);
    is_quoted || !place.is_linked && (is_question(text) || has_speaker(text))
}

/// Whether a text is one question. What asks readers for something says more, or has a link.
fn is_question(text: &str) -> bool {
    const ENDS: [char; 3] = ['?', '？', '؟'];
    let question = text.trim_end_matches(ENDS);
    question.len() < text.len() && ![". ", "! ", "? ", "。"].iter().any(|end| question.contains(end))
}

/// Whether a text opens with the name of its speaker, as transcripts do: `MR. HALE: Good afternoon`.
fn has_speaker(text: &str) -> bool {
    const LONGEST: usize = 40;
    let Some((name, _)) = text.split_once(':') else { return false };
    let is_capital = |c: char| !c.is_alphabetic() || c.is_uppercase();
    name.len() <= LONGEST && name.contains(char::is_uppercase) && name.chars().all(is_capital)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_of_interviews_are_told_by_what_they_open_or_end_with() {
        let place = Place::default();
        for said in ["What will change first?", "MR. HALE: Good afternoon.", "Q: Go on.", "“We will pay.”"] {
            assert!(is_said(said, place), "{said}");
        }
        for other in ["You have read ten of these. Would you pay for one?", "Note: the sums are in crowns.", "We pay."]
        {
            assert!(!is_said(other, place), "{other}");
        }
        assert!(!is_said("Have you found a mistake?", Place { is_linked: true, ..place }));
    }

    #[test]
    fn notes_of_editors_are_told_by_their_names() {
        for note in ["Correction: the sum is 4.", "Editor’s note: it is disputed.", "Fe de erratas: son 4."] {
            assert!(is_note(note), "{note}");
        }
        assert!(!is_note("Corrections are made: write to us.") && !is_note("Correction of the sum"));
    }
}
