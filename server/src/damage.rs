//! Damage for tests: a small hub on disk, and a seed's worth of what a bad disk does to a file.

use crate::database::ensure_epoch;
use crate::entropy::OsEntropy;
use crate::import::{OnConflict, import, starter};
use crate::store::{Direction, Entry, ReadTxn, RedbStore, Span, Store, Table};
use shared::time::Timestamp;
use std::path::Path;

const LIST: &str = "directory/collectivities.csv";

/// A hub with a module, an experience, and the upper levels of the national list.
pub(crate) fn small_hub(folder: &Path) -> RedbStore {
    let store = RedbStore::open(folder).unwrap();
    ensure_epoch(&store, &mut OsEntropy).unwrap();
    let mut files = starter();
    files.retain(|path, _| {
        path.starts_with("modules/access-to-information/")
            || path == "experiences/tinghir-participatory-budget.toml"
            || path == LIST
    });
    let list = String::from_utf8(files[LIST].clone()).unwrap();
    let is_kept = |line: &&str| !line.contains(",commune,") || line.starts_with("tinghir,");
    let kept: Vec<&str> = list.lines().filter(is_kept).collect();
    files.insert(LIST.to_owned(), format!("{}\n", kept.join("\n")).into_bytes());
    let mut txn = store.write().unwrap();
    crate::row_store::write_published(&mut *txn).unwrap();
    import(&mut *txn, &files, Timestamp(1_795_392_000_000), OnConflict::Keep).unwrap();
    txn.put(Table::Emails, b"a@hub.example", &[7; 16]).unwrap();
    txn.commit().unwrap();
    store
}

/// Everything that is stored.
pub(crate) fn dump(txn: &dyn ReadTxn) -> Vec<(Table, Vec<Entry>)> {
    let all = |table: Table| {
        txn.range(table, &Span::all(), Direction::Forward, usize::MAX)
            .unwrap()
    };
    Table::ALL.iter().map(|table| (*table, all(*table))).collect()
}

/// The same numbers for the same seed.
pub(crate) struct Seeded(u64);

impl Seeded {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`; SplitMix64.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (end as u64)).unwrap()
    }
}

/// Flips bits, zeroes or fills a block, writes one part over another, or cuts the end off.
pub(crate) fn damage(bytes: &mut Vec<u8>, seed: u64) {
    let mut seeded = Seeded::new(seed);
    let length = bytes.len();
    match seed % 8 {
        0 => bytes.truncate(seeded.below(length)),
        1 => {
            let at = seeded.below(length);
            let end = length.min(at + 1 + seeded.below(4_096));
            bytes[at..end].fill(if seeded.below(2) == 0 { 0 } else { 0xff });
        }
        2 => {
            let (from, to) = (seeded.below(length), seeded.below(length));
            let many = (1 + seeded.below(4_096)).min(length - from).min(length - to);
            bytes.copy_within(from..from + many, to);
        }
        _ => {
            for _ in 0..1 + seeded.below(12) {
                bytes[seeded.below(length)] ^= 1 << seeded.below(8);
            }
        }
    }
}
