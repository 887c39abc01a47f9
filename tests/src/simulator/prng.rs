use server::entropy::{Entropy, EntropyError};

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine for ever.
#[derive(Clone, Debug)]
pub struct Prng(u64);

impl Prng {
    /// A generator whose numbers follow from `seed` alone.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        // Seeds that follow each other must not begin alike.
        let mut prng = Self(seed ^ 0x5851_F42D_4C95_7F2D);
        prng.draw();
        prng
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        usize::try_from(self.draw().checked_rem(end).unwrap_or(0)).unwrap_or(0)
    }

    /// True this often in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them; `None` of none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let place = self.below(of.len());
        of.get(place)
    }

    /// Ten bytes, as ids want them.
    pub fn ten(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.spread(&mut bytes);
        bytes
    }

    fn spread(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            for (slot, byte) in chunk.iter_mut().zip(self.draw().to_le_bytes()) {
                *slot = byte;
            }
        }
    }
}

impl Entropy for Prng {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        self.spread(bytes);
        Ok(())
    }
}
