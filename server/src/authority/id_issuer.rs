use crate::entropy::{Entropy, EntropyError};
use crate::row_store::{self, Named};
use crate::store::{ReadTxn, StoreError, Table};
use shared::apply::IdIssuer;
use shared::certificate_number;
use shared::ids::CertificateId;
use shared::records::{Experience, Section};
use shared::slug;
use shared::time::Timestamp;

/// Crockford's digits: no I, L, O or U, so that a number survives being read aloud and typed.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Draws again this often when a number is taken. With 40 bits a year, needing it twice is already a sign that
/// the source of randomness is broken.
const DRAWS: u32 = 8;

/// Makes numbers and addresses that are free in one transaction. What goes wrong is kept for
/// [`IssuingIds::check`], because [`IdIssuer`] cannot say it.
pub(super) struct IssuingIds<'a> {
    txn: &'a dyn ReadTxn,
    entropy: &'a mut dyn Entropy,
    failed: Option<IdIssuerError>,
}

/// Nothing could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum IdIssuerError {
    Entropy(EntropyError),
    Store(StoreError),
}

impl From<EntropyError> for IdIssuerError {
    fn from(error: EntropyError) -> Self {
        Self::Entropy(error)
    }
}

impl From<StoreError> for IdIssuerError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<IdIssuerError> for super::AuthorityError {
    fn from(error: IdIssuerError) -> Self {
        match error {
            IdIssuerError::Entropy(error) => Self::Entropy(error),
            IdIssuerError::Store(error) => Self::Store(error),
        }
    }
}

impl<'a> IssuingIds<'a> {
    pub(super) fn new(txn: &'a dyn ReadTxn, entropy: &'a mut dyn Entropy) -> Self {
        Self {
            txn,
            entropy,
            failed: None,
        }
    }

    pub(super) fn check(self) -> Result<(), IdIssuerError> {
        self.failed.map_or(Ok(()), Err)
    }

    fn draw_certificate(&mut self, now: Timestamp) -> Result<(CertificateId, String), IdIssuerError> {
        let mut random = [0; 10];
        self.entropy.fill(&mut random)?;
        let id = CertificateId::new(u64::try_from(now.0).unwrap_or(0), random);
        for _ in 0..DRAWS {
            let mut digits = [0; 8];
            self.entropy.fill(&mut digits)?;
            let number = certificate_number(now, digits);
            if self.txn.get(Table::Certificates, number.as_bytes())?.is_none() {
                return Ok((id, number));
            }
        }
        Err(EntropyError("every certificate number drawn was taken".to_owned()).into())
    }

    fn free_slug(&self, experience: &Experience) -> Result<String, IdIssuerError> {
        let title = experience.content.texts.get(&Section::Title).cloned();
        let plain = slug::slug_of(&title.unwrap_or_default(), &experience.id.to_string());
        let mut candidate = plain.clone();
        let mut number = 2;
        while row_store::find_named(self.txn, Named::Experience, &candidate)?
            .is_some_and(|held| held != experience.id.uuid())
        {
            candidate = slug::numbered(&plain, number);
            number += 1;
        }
        Ok(candidate)
    }
}

/// `MTQ-2026-7F3K-9QXW`: the year in Morocco and eight digits of five random bits each.
fn certificate_number(now: Timestamp, random: [u8; 8]) -> String {
    let year = now.legal_day().year;
    let digits: String = random
        .iter()
        .filter_map(|byte| CROCKFORD.get(usize::from(byte % 32)))
        .map(|digit| char::from(*digit))
        .collect();
    certificate_number::printed(&format!("{year:04}"), &digits)
}

impl IdIssuer for IssuingIds<'_> {
    fn certificate(&mut self, now: Timestamp) -> (CertificateId, String) {
        self.draw_certificate(now).unwrap_or_else(|error| {
            self.failed.get_or_insert(error);
            (CertificateId::new(0, [0; 10]), String::new())
        })
    }

    fn slug(&mut self, experience: &Experience) -> String {
        self.free_slug(experience).unwrap_or_else(|error| {
            self.failed.get_or_insert(error);
            String::new()
        })
    }
}
