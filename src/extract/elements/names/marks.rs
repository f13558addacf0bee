//! Numbers by which most words are told apart without a look at their letters.

/// A number that is the same for equal words: made of their length and three letters, so that it differs for most others.
#[derive(Clone, Copy)]
pub(crate) struct Mark(u16);

impl Mark {
    const ALL: usize = 4096;

    pub(crate) const fn of(word: &str) -> Mark {
        let bytes = word.as_bytes();
        let length = bytes.len();
        if length == 0 {
            return Mark(0);
        }
        let letters = bytes[0] as usize + 29 * bytes[length / 2] as usize + 577 * bytes[length - 1] as usize;
        Mark(((letters + 131 * length) % Mark::ALL) as u16)
    }
}

/// A bit for the mark of each of some words, which says at once of nearly all others that they are none of them.
pub(crate) struct MarkSet([u64; Mark::ALL / 64]);

impl Default for MarkSet {
    fn default() -> Self {
        MarkSet::new()
    }
}

impl MarkSet {
    pub(crate) const fn new() -> MarkSet {
        MarkSet([0; Mark::ALL / 64])
    }

    pub(crate) const fn add(&mut self, Mark(mark): Mark) {
        self.0[mark as usize / 64] |= 1 << (mark % 64);
    }

    pub(crate) fn has(&self, Mark(mark): Mark) -> bool {
        self.0[usize::from(mark) / 64] & 1 << (mark % 64) != 0
    }

    pub(super) fn meets(&self, other: &MarkSet) -> bool {
        self.0.iter().zip(&other.0).any(|(own, other)| own & other != 0)
    }
}
