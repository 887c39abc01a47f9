use super::{Direction, ReadTxn, Span, Store, StoreError, Table};

/// How many entries are copied between two commits: enough to be quick, few enough to fit in memory.
const AT_ONCE: usize = 2_000;

/// Copies these tables from a reading into an empty store, and says how many entries that were.
///
/// # Errors
/// One of the two failed; the target holds a part then.
pub fn copy(from: &dyn ReadTxn, tables: &[Table], into: &dyn Store) -> Result<usize, StoreError> {
    let mut copied = 0;
    for table in tables {
        let mut rest = Span::all();
        loop {
            let entries = from.range(*table, &rest, Direction::Forward, AT_ONCE)?;
            let Some((last, _)) = entries.last() else { break };
            rest.from = [last.as_slice(), &[0]].concat();
            let mut txn = into.write()?;
            for (key, value) in &entries {
                txn.put(*table, key, value)?;
            }
            txn.commit()?;
            copied += entries.len();
        }
    }
    Ok(copied)
}
