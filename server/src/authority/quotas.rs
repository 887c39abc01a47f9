use crate::row_store::{KeptFor, Prepared, usage_of};
use crate::store::{ReadTxn, StoreError};
use shared::ids::PersonId;
use shared::limits;
use shared::refusal::{Refusal, RefusalCode};

/// How many bytes of rows are kept for one person and for the people of one collectivity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotas {
    /// For one person.
    pub person: u64,
    /// For one collectivity.
    pub collectivity: u64,
}

const MIB: u64 = 1024 * 1024;

impl Quotas {
    /// What the product keeps.
    pub const USUAL: Self = Self {
        person: limits::PERSON_MIB as u64 * MIB,
        collectivity: limits::COLLECTIVITY_MIB as u64 * MIB,
    };

    /// Whether what a person does may add so much to what is kept for them and for the collectivity they write for.
    /// What makes it less always may, and so may what others do with a text: deciding on it, correcting it.
    pub(super) fn allow(
        self,
        txn: &(impl ReadTxn + ?Sized),
        actor: PersonId,
        changes: &[Prepared],
    ) -> Result<Result<(), Refusal>, StoreError> {
        let own = changes
            .iter()
            .map(Prepared::growth)
            .filter(|growth| growth.is_of(actor));
        let mut sums = std::collections::BTreeMap::<KeptFor, i64>::new();
        for (kept_for, bytes) in own.flat_map(|growth| growth.iter()) {
            *sums.entry(kept_for).or_default() += bytes;
        }
        for (kept_for, bytes) in sums {
            let (most, code) = match kept_for {
                KeptFor::Person(_) => (self.person, RefusalCode::PersonFull),
                KeptFor::Collectivity(_) => (self.collectivity, RefusalCode::CollectivityFull),
            };
            let Some(more) = u64::try_from(bytes).ok().filter(|more| *more > 0) else {
                continue;
            };
            if usage_of(txn, kept_for)?.saturating_add(more) > most {
                let mib = usize::try_from(most / MIB).unwrap_or(usize::MAX);
                return Ok(Err(Refusal::new(code).with_limit(mib)));
            }
        }
        Ok(Ok(()))
    }
}
