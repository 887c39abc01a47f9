//! Reed-Solomon correction over GF(256) with the polynomial of QR codes.

/// Splits the data into blocks, computes the correction of each and interleaves both.
pub(super) fn with_correction(data: &[u8], blocks: &[usize], correction: usize) -> Vec<u8> {
    let mut rest = data;
    let mut data_blocks: Vec<&[u8]> = Vec::with_capacity(blocks.len());
    for length in blocks {
        let (block, after) = rest.split_at_checked(*length).unwrap_or((rest, &[]));
        data_blocks.push(block);
        rest = after;
    }
    let generator = generator(correction);
    let correction_blocks: Vec<Vec<u8>> = data_blocks
        .iter()
        .map(|block| remainder(block, &generator))
        .collect();
    let longest = blocks.iter().copied().max().unwrap_or_default();
    let interleaved_data = (0..longest).flat_map(|place| {
        data_blocks
            .iter()
            .filter_map(move |block| block.get(place).copied())
    });
    let interleaved_correction = (0..correction).flat_map(|place| {
        correction_blocks
            .iter()
            .filter_map(move |block| block.get(place).copied())
    });
    interleaved_data.chain(interleaved_correction).collect()
}

/// The coefficients of (x - 1)(x - 2)(x - 4)… without the leading one, highest first.
fn generator(degree: usize) -> Vec<u8> {
    let mut coefficients = vec![0; degree.saturating_sub(1)];
    coefficients.push(1);
    let mut root = 1;
    for _ in 0..degree {
        let next: Vec<u8> = coefficients.iter().copied().skip(1).chain([0]).collect();
        for (coefficient, after) in coefficients.iter_mut().zip(next) {
            *coefficient = multiply(*coefficient, root) ^ after;
        }
        root = multiply(root, 2);
    }
    coefficients
}

fn remainder(data: &[u8], generator: &[u8]) -> Vec<u8> {
    let mut rest = vec![0; generator.len()];
    for byte in data {
        let factor = byte ^ rest.first().copied().unwrap_or_default();
        rest.rotate_left(1);
        if let Some(last) = rest.last_mut() {
            *last = 0;
        }
        for (slot, coefficient) in rest.iter_mut().zip(generator) {
            *slot ^= multiply(*coefficient, factor);
        }
    }
    rest
}

/// Russian peasant multiplication modulo x⁸ + x⁴ + x³ + x² + 1.
fn multiply(left: u8, right: u8) -> u8 {
    (0..8).rev().fold(0, |product: u8, bit| {
        let doubled = (product << 1) ^ ((product >> 7) * 0x1d);
        doubled ^ (((right >> bit) & 1) * left)
    })
}
