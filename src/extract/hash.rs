//! A hash that is fixed, for it is kept on disk: FNV-1a, its bits mixed as splitmix64 does so that each counts alike.

/// Takes words one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Hash(0xCBF2_9CE4_8422_2325)
    }
}

impl Hash {
    /// The hash of one text.
    pub(crate) fn of(text: &str) -> u64 {
        let mut hash = Hash::default();
        hash.add(text);
        hash.finish()
    }

    /// Adds a word, with its end.
    pub(crate) fn add(&mut self, word: &str) {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        self.0 = word.bytes().chain([b' ']).fold(self.0, step);
    }

    pub(crate) fn finish(&self) -> u64 {
        mixed(self.0)
    }
}

/// The bits of a number mixed.
pub(crate) fn mixed(mut hash: u64) -> u64 {
    hash = (hash ^ hash >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ hash >> 31
}
