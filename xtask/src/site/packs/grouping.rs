/// A wasm file that is fetched later.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its name.
    pub(super) file: String,
    /// A bit for each part that needs it.
    pub(super) parts: u32,
    /// Its bytes in brotli.
    pub(super) weight: u64,
}

/// What one more request costs, in bytes that could travel in its time: about what a network of 400 kbit/s with
/// requests side by side loses.
const REQUEST: u64 = 2_500;

/// No pack is made larger than this by putting pieces together, in bytes.
const LARGEST: u64 = 56_000;

#[derive(Debug, Clone)]
struct Pack {
    pieces: Vec<usize>,
    parts: u32,
    weight: u64,
}

impl Pack {
    /// What it costs all parts that fetch it: its bytes and its request, for each of them.
    fn cost(parts: u32, weight: u64) -> u64 {
        u64::from(parts.count_ones()) * (weight + REQUEST)
    }

    /// How much cheaper one pack is than two; `None` when it is not.
    fn saving(&self, other: &Self) -> Option<u64> {
        let weight = self.weight + other.weight;
        if weight > LARGEST {
            return None;
        }
        let apart = Self::cost(self.parts, self.weight) + Self::cost(other.parts, other.weight);
        let together = Self::cost(self.parts | other.parts, weight);
        apart.checked_sub(together).filter(|saving| *saving > 0)
    }
}

/// Packs of pieces, by their index: as long as it pays, the two packs that are cheapest together become one.
pub(super) fn grouped(pieces: &[Piece]) -> Vec<Vec<usize>> {
    let mut packs: Vec<Pack> = pieces
        .iter()
        .enumerate()
        .map(|(index, piece)| Pack {
            pieces: vec![index],
            parts: piece.parts,
            weight: piece.weight,
        })
        .collect();
    while let Some((one, other)) = best_pair(&packs) {
        let gone = packs.swap_remove(other);
        if let Some(pack) = packs.get_mut(one) {
            pack.pieces.extend(gone.pieces);
            pack.parts |= gone.parts;
            pack.weight += gone.weight;
        }
    }
    packs.into_iter().map(|pack| pack.pieces).collect()
}

/// The pair that saves most, the smaller index first.
fn best_pair(packs: &[Pack]) -> Option<(usize, usize)> {
    let mut best: Option<(u64, usize, usize)> = None;
    for (one, pack) in packs.iter().enumerate() {
        for (other, candidate) in packs.iter().enumerate().skip(one + 1) {
            if let Some(saving) = pack.saving(candidate)
                && best.is_none_or(|(most, _, _)| saving > most)
            {
                best = Some((saving, one, other));
            }
        }
    }
    best.map(|(_, one, other)| (one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(parts: u32, weight: u64) -> Piece {
        Piece {
            file: format!("chunk_{parts}_{weight}.wasm"),
            parts,
            weight,
        }
    }

    #[test]
    fn small_pieces_of_the_same_parts_travel_together_and_large_ones_of_others_do_not() {
        let pieces = [
            piece(0b001, 900),
            piece(0b110, 30_000),
            piece(0b001, 800),
            piece(0b010, 20_000),
        ];
        let mut packs = grouped(&pieces);
        packs.iter_mut().for_each(|pack| pack.sort_unstable());
        packs.sort();
        assert_eq!(packs, [vec![0, 2], vec![1], vec![3]]);
    }

    #[test]
    fn every_piece_is_in_one_pack_and_no_pack_outgrows_the_limit() {
        let pieces: Vec<Piece> = (1..200_u32)
            .map(|number| piece(number % 31 + 1, u64::from(number * 37 % 9_000)))
            .collect();
        let packs = grouped(&pieces);
        let mut all: Vec<usize> = packs.iter().flatten().copied().collect();
        all.sort_unstable();
        assert_eq!(all, (0..pieces.len()).collect::<Vec<_>>());
        for pack in &packs {
            let weight: u64 = pack.iter().map(|index| pieces[*index].weight).sum();
            assert!(weight <= LARGEST || pack.len() == 1, "{weight}");
        }
        assert!(packs.len() < 60, "{}", packs.len());
    }
}
