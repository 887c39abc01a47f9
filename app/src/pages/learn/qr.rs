//! A QR code (ISO/IEC 18004) of a short text: byte mode, error correction M, versions 1 to 9. That holds 180 bytes,
//! twice the longest address of a certificate. A library that also writes Kanji and forty versions costs the reader
//! more kilobytes than this file has lines.

mod correction;
mod matrix;

use correction::with_correction;
use matrix::Matrix;

/// What one version holds with error correction M.
#[derive(Clone, Copy, Debug)]
struct Version {
    /// 1 to 9.
    number: usize,
    /// Correction codewords of each block.
    correction: usize,
    /// Data codewords of each block.
    blocks: &'static [usize],
    /// Centres of the alignment patterns, on both axes.
    alignment: &'static [usize],
}

const VERSIONS: [Version; 9] = [
    version(1, 10, &[16], &[]),
    version(2, 16, &[28], &[6, 18]),
    version(3, 26, &[44], &[6, 22]),
    version(4, 18, &[32, 32], &[6, 26]),
    version(5, 24, &[43, 43], &[6, 30]),
    version(6, 16, &[27, 27, 27, 27], &[6, 34]),
    version(7, 18, &[31, 31, 31, 31], &[6, 22, 38]),
    version(8, 22, &[38, 38, 39, 39], &[6, 24, 42]),
    version(9, 22, &[36, 36, 36, 37, 37], &[6, 26, 46]),
];

const fn version(
    number: usize,
    correction: usize,
    blocks: &'static [usize],
    alignment: &'static [usize],
) -> Version {
    Version {
        number,
        correction,
        blocks,
        alignment,
    }
}

impl Version {
    fn data_codewords(self) -> usize {
        self.blocks.iter().sum()
    }

    const fn size(self) -> usize {
        17 + 4 * self.number
    }
}

/// A symbol ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Symbol {
    /// Modules on each side, with the quiet zone of four that a camera needs.
    pub(crate) side: usize,
    /// The dark modules as one SVG path, in units of one module.
    pub(crate) path: String,
}

/// Draws `text`; `None` when it is longer than 180 bytes.
pub(crate) fn symbol(text: &str) -> Option<Symbol> {
    const QUIET: usize = 4;
    let matrix = encode(text)?;
    let mut path = String::new();
    for y in 0..matrix.size() {
        let mut x = 0;
        while x < matrix.size() {
            let run = (x..matrix.size()).take_while(|x| matrix.is_dark(*x, y)).count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    Some(Symbol {
        side: matrix.size() + 2 * QUIET,
        path,
    })
}

fn encode(text: &str) -> Option<Matrix> {
    // Four bits of mode and eight of length come before the bytes.
    let version = VERSIONS
        .into_iter()
        .find(|version| version.data_codewords() * 8 >= 12 + text.len() * 8)?;
    let codewords = with_correction(
        &data_codewords(text, version)?,
        version.blocks,
        version.correction,
    );
    Some(Matrix::draw(version, &codewords))
}

/// Mode, length, bytes, terminator and padding.
fn data_codewords(text: &str, version: Version) -> Option<Vec<u8>> {
    const BYTE_MODE: u8 = 0b0100;
    let length = u8::try_from(text.len()).ok()?;
    let nibbles: Vec<u8> = [BYTE_MODE, length >> 4, length & 0xf]
        .into_iter()
        .chain(text.bytes().flat_map(|byte| [byte >> 4, byte & 0xf]))
        .chain([0])
        .collect();
    let mut codewords: Vec<u8> = nibbles
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, nibble| byte << 4 | nibble))
        .collect();
    let padding = [0xec, 0x11].into_iter().cycle();
    let missing = version.data_codewords().saturating_sub(codewords.len());
    codewords.extend(padding.take(missing));
    Some(codewords)
}

#[cfg(test)]
mod tests;
