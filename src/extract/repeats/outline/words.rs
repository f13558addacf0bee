//! The words of a piece, several in a number: what two texts have in common, however they go on.

use super::{Piece, Sort};
use crate::extract::hash::{Hash, mixed};

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
pub(crate) const RUN: usize = 4;

/// The words of a piece by its folding, if it is neither long nor very short.
pub(super) fn spelled(folded: &str, words: usize) -> Vec<Piece> {
    if !(SHORTEST_SPELLED..=LONGEST_SPELLED).contains(&words) {
        return Vec::new();
    }
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
pub(crate) struct Words<'o>(pub(super) &'o [Piece]);

impl Words<'_> {
    fn all(self) -> Vec<u64> {
        let of_number = |piece: &Piece| {
            let number = piece.0;
            (0..WORDS_A_NUMBER as u32).map(move |at| number >> (at * WORD_BITS) & ((1 << WORD_BITS) - 1))
        };
        self.0.iter().flat_map(of_number).filter(|word| *word != 0).collect()
    }

    /// How many figures there are. One as `12,107` is written is two words, and one figure.
    pub(crate) fn figures(self) -> usize {
        self.all().chunk_by(|one, other| one == other).filter(|words| words[0] == FIGURE).count()
    }

    /// For each word but the last three, the run of words that begins with it, as a hash; nothing where a figure is in it.
    pub(crate) fn runs(self) -> Vec<Option<u32>> {
        let words = self.all();
        let hash = |run: &[u64]| mixed(run.iter().fold(0, |hash, word| hash << WORD_BITS | word)) as u32;
        words.windows(RUN).map(|run| (!run.contains(&FIGURE)).then(|| hash(run))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text;

    #[test]
    fn runs_are_of_words_without_figures() {
        let pieces = |whole: &str| spelled(&text::folded(whole), text::words(whole));
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
}
