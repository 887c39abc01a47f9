//! A QR code (ISO/IEC 18004) of a short text, as one SVG path.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around a symbol, which a camera needs to find it.
const QUIET_ZONE: i32 = 4;

/// A symbol ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Symbol {
    /// Modules on each side, with the quiet zone.
    pub(crate) side: i32,
    /// The dark modules as one SVG path, in units of one module.
    pub(crate) path: String,
}

/// Draws `text` with error correction M or better; `None` when it is longer than any QR code holds (2,331 bytes).
pub(crate) fn symbol(text: &str) -> Option<Symbol> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // A run of dark modules in one row is one rectangle. Modules outside the symbol are light.
            let run = (x..)
                .take_while(|x| code.get_module(*x, y))
                .map(|_| 1)
                .sum::<i32>();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET_ZONE, y + QUIET_ZONE));
            }
            x += run.max(1);
        }
    }
    Some(Symbol {
        side: code.size() + 2 * QUIET_ZONE,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a camera reads: the path is filled with pixels and decoded by another library.
    fn scanned(symbol: &Symbol) -> String {
        const PIXELS: usize = 3;
        let side = usize::try_from(symbol.side).unwrap();
        let mut dark = vec![false; side * side];
        for rectangle in symbol.path.split_terminator('z') {
            let (start, width) = rectangle.strip_prefix('M').unwrap().split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (width, height) = width.split_once("v1h-").unwrap();
            assert_eq!(width, height, "the rectangle is closed: {rectangle}");
            let start = y.parse::<usize>().unwrap() * side + x.parse::<usize>().unwrap();
            dark[start..start + width.parse::<usize>().unwrap()].fill(true);
        }
        let shade = |x: usize, y: usize| {
            if dark[y / PIXELS * side + x / PIXELS] {
                0
            } else {
                255
            }
        };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * PIXELS, side * PIXELS, shade);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one symbol is found");
        grids[0].decode().unwrap().1
    }

    #[test]
    fn a_camera_reads_the_text() {
        for text in [
            "a".to_owned(),
            "https://multaqa.example/ar/certificates/MTQ-2026-7F3K-9QXW".to_owned(),
            "شهادة ".repeat(10),
            // As long as the address of a signed certificate.
            format!("https://multaqa.example/c#{}", "aZ0-_".repeat(180)),
            "x".repeat(2_331),
        ] {
            assert_eq!(scanned(&symbol(&text).unwrap()), text);
        }
    }

    #[test]
    fn the_smallest_symbol_has_a_quiet_zone_on_every_side() {
        assert_eq!(symbol("a").unwrap().side, 21 + 2 * 4);
    }

    #[test]
    fn a_text_longer_than_any_code_is_not_drawn() {
        assert_eq!(symbol(&"x".repeat(2_332)), None);
    }
}
