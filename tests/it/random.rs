//! A generator of numbers that is the same everywhere, so that a failure can be had again from its seed.

/// Xorshift (Marsaglia 2003).
pub struct Random(u64);

impl Random {
    /// A generator for a seed. Seeds that lie close together give numbers that do not.
    pub fn new(seed: u64) -> Random {
        Random((seed.wrapping_add(1)).wrapping_mul(0x9E37_79B9_7F4A_7C15).max(1))
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    pub fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }
}
