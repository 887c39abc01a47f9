//! The square of modules: finders, timing, alignment, format, data and the mask that suits cameras best.

use super::Version;

/// The modules of a symbol, without a quiet zone.
#[derive(Clone, Debug)]
pub(super) struct Matrix {
    size: usize,
    dark: Vec<bool>,
    /// Modules that carry no data and that no mask turns.
    reserved: Vec<bool>,
}

impl Matrix {
    /// Draws the codewords of a version under the mask with the lowest penalty.
    pub(super) fn draw(version: Version, codewords: &[u8]) -> Self {
        let mut plain = Self {
            size: version.size(),
            dark: vec![false; version.size() * version.size()],
            reserved: vec![false; version.size() * version.size()],
        };
        plain.draw_patterns(version);
        plain.draw_data(codewords);
        (0..8)
            .map(|mask| plain.masked(mask))
            .min_by_key(Self::penalty)
            .unwrap_or(plain)
    }

    pub(super) const fn size(&self) -> usize {
        self.size
    }

    pub(super) fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && self.dark.get(y * self.size + x).copied().unwrap_or_default()
    }

    fn is_reserved(&self, x: usize, y: usize) -> bool {
        self.reserved.get(y * self.size + x).copied().unwrap_or(true)
    }

    fn set(&mut self, x: usize, y: usize, dark: bool) {
        if let Some(module) = self.dark.get_mut(y * self.size + x) {
            *module = dark;
        }
    }

    fn reserve(&mut self, x: usize, y: usize, dark: bool) {
        self.set(x, y, dark);
        if let Some(module) = self.reserved.get_mut(y * self.size + x) {
            *module = true;
        }
    }

    fn draw_patterns(&mut self, version: Version) {
        let far = self.size - 4;
        for place in 0..self.size {
            self.reserve(6, place, place % 2 == 0);
            self.reserve(place, 6, place % 2 == 0);
        }
        for (x, y) in [(3, 3), (far, 3), (3, far)] {
            self.draw_finder(x, y);
        }
        let last = version.alignment.last().copied().unwrap_or_default();
        for x in version.alignment {
            for y in version.alignment {
                let is_finder =
                    matches!((*x, *y), (6, 6)) || (*x == 6 && *y == last) || (*x == last && *y == 6);
                if !is_finder {
                    self.draw_alignment(*x, *y);
                }
            }
        }
        self.draw_format(0);
        self.draw_version(version.number);
    }

    /// A finder with its light border, around its centre.
    fn draw_finder(&mut self, centre_x: usize, centre_y: usize) {
        for y in (centre_y + 4).saturating_sub(8)..=centre_y + 4 {
            for x in (centre_x + 4).saturating_sub(8)..=centre_x + 4 {
                if x < self.size && y < self.size {
                    let ring = x.abs_diff(centre_x).max(y.abs_diff(centre_y));
                    self.reserve(x, y, ring != 2 && ring != 4);
                }
            }
        }
    }

    fn draw_alignment(&mut self, centre_x: usize, centre_y: usize) {
        for y in centre_y - 2..=centre_y + 2 {
            for x in centre_x - 2..=centre_x + 2 {
                let ring = x.abs_diff(centre_x).max(y.abs_diff(centre_y));
                self.reserve(x, y, ring != 1);
            }
        }
    }

    /// Level M and the mask, protected by a BCH code, beside each finder.
    fn draw_format(&mut self, mask: u32) {
        let rest = (0..10).fold(mask, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
        let bits = (mask << 10 | rest) ^ 0x5412;
        let bit = |place: usize| bits >> place & 1 == 1;
        let edge = self.size - 1;
        for place in 0..6 {
            self.reserve(8, place, bit(place));
        }
        self.reserve(8, 7, bit(6));
        self.reserve(8, 8, bit(7));
        self.reserve(7, 8, bit(8));
        for place in 9..15 {
            self.reserve(14 - place, 8, bit(place));
        }
        for place in 0..8 {
            self.reserve(edge - place, 8, bit(place));
        }
        for place in 8..15 {
            self.reserve(8, edge + place - 14, bit(place));
        }
        self.reserve(8, self.size - 8, true);
    }

    /// From version 7 on the symbol says its version, twice.
    fn draw_version(&mut self, number: usize) {
        if number < 7 {
            return;
        }
        let rest = (0..12).fold(number, |rest, _| (rest << 1) ^ ((rest >> 11) * 0x1f25));
        let bits = number << 12 | rest;
        for place in 0..18 {
            let dark = bits >> place & 1 == 1;
            let along = place / 3;
            let across = self.size - 11 + place % 3;
            self.reserve(across, along, dark);
            self.reserve(along, across, dark);
        }
    }

    /// Bits in columns of two, upwards and downwards in turn, from the last column to the first.
    fn draw_data(&mut self, codewords: &[u8]) {
        let mut bits = codewords
            .iter()
            .flat_map(|codeword| (0..8).rev().map(move |bit| codeword >> bit & 1 == 1));
        // The column of the timing pattern is stepped over.
        let rights = (1..self.size)
            .rev()
            .step_by(2)
            .map(|right| if right <= 6 { right - 1 } else { right });
        for (turn, right) in rights.enumerate() {
            for step in 0..self.size {
                let y = if turn % 2 == 0 { self.size - 1 - step } else { step };
                for x in [right, right - 1] {
                    if !self.is_reserved(x, y) {
                        // Modules that remain after the last bit stay light.
                        self.set(x, y, bits.next().unwrap_or_default());
                    }
                }
            }
        }
    }

    fn masked(&self, mask: u32) -> Self {
        let mut turned = self.clone();
        for y in 0..self.size {
            for x in 0..self.size {
                if !self.is_reserved(x, y) && is_turned(mask, x, y) {
                    turned.set(x, y, !self.is_dark(x, y));
                }
            }
        }
        turned.draw_format(mask);
        turned
    }

    /// How badly a camera would read it: long runs, squares, false finders, an uneven share of dark.
    fn penalty(&self) -> usize {
        let all = 0..self.size;
        let lines = all
            .clone()
            .map(|y| self.line_penalty(|x| self.is_dark(x, y)))
            .chain(all.clone().map(|x| self.line_penalty(|y| self.is_dark(x, y))))
            .sum::<usize>();
        let squares = (1..self.size)
            .flat_map(|y| (1..self.size).map(move |x| (x, y)))
            .filter(|(x, y)| {
                let one = self.is_dark(*x, *y);
                one == self.is_dark(x - 1, *y)
                    && one == self.is_dark(*x, y - 1)
                    && one == self.is_dark(x - 1, y - 1)
            })
            .count();
        let dark = self.dark.iter().filter(|dark| **dark).count();
        let percent = dark * 100 / self.dark.len().max(1);
        lines + 3 * squares + 10 * (percent.abs_diff(50) / 5)
    }

    fn line_penalty(&self, is_dark: impl Fn(usize) -> bool) -> usize {
        const FALSE_FINDERS: [u32; 2] = [0b101_1101_0000, 0b000_0101_1101];
        let mut penalty = 0;
        let mut run = 0_usize;
        let mut window = 0_u32;
        let mut before = None;
        for place in 0..self.size {
            let dark = is_dark(place);
            run = if before == Some(dark) { run + 1 } else { 1 };
            before = Some(dark);
            penalty += match run {
                5 => 3,
                6.. => 1,
                _ => 0,
            };
            window = (window << 1 | u32::from(dark)) & 0x7ff;
            if place >= 10 && FALSE_FINDERS.contains(&window) {
                penalty += 40;
            }
        }
        penalty
    }
}

fn is_turned(mask: u32, x: usize, y: usize) -> bool {
    match mask {
        0 => (x + y).is_multiple_of(2),
        1 => y.is_multiple_of(2),
        2 => x.is_multiple_of(3),
        3 => (x + y).is_multiple_of(3),
        4 => (x / 3 + y / 2).is_multiple_of(2),
        5 => x * y % 2 + x * y % 3 == 0,
        6 => (x * y % 2 + x * y % 3).is_multiple_of(2),
        _ => ((x + y) % 2 + x * y % 3).is_multiple_of(2),
    }
}
