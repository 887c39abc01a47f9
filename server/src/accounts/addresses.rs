//! E-mail addresses as accounts are found by them.

use precis_core::profile::Profile as _;
use precis_profiles::UsernameCaseMapped;
use shared::limits::{clean_email, clean_new_email};
use shared::refusal::{Refusal, RefusalCode};

use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};

const DONE: &[u8] = b"addresses";

/// An address as an account gets it: [cleaned](clean_new_email), and each of its parts as the profile
/// `UsernameCaseMapped` of RFC 8265 wants the name of an account.
///
/// # Errors
/// As [`clean_new_email`]; [`RefusalCode::Invalid`] too for signs that no name may have.
pub fn clean(field: &str, typed: &str) -> Result<String, Refusal> {
    let address = clean_new_email(field, typed)?;
    let profile = UsernameCaseMapped::new();
    let mut clean = String::with_capacity(address.len());
    for piece in address.split_inclusive(['@', '.']) {
        let name = piece.trim_end_matches(['@', '.']);
        if !name.is_empty() {
            let name = profile
                .enforce(name)
                .map_err(|_| Refusal::of_field(RefusalCode::Invalid, field))?;
            clean.push_str(&name);
        }
        clean.extend(piece.chars().filter(|c| matches!(c, '@' | '.')));
    }
    Ok(clean)
}

/// The address that somebody signs in with. An account of before the profile may have one that no new account gets;
/// what cannot be an address is that of no account.
#[must_use]
pub fn sought(typed: &str) -> String {
    clean("email", typed)
        .or_else(|_| clean_email("email", typed))
        .unwrap_or_default()
}

/// Whether the accounts of before were looked through already.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn is_up_to_date(txn: &dyn ReadTxn) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, DONE)?.is_some())
}

/// Makes the accounts of before findable by their address in its present form. An account whose address looks like
/// that of another one stays findable as it was alone.
///
/// # Errors
/// The store failed.
pub(crate) fn bring_up_to_date(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let held = txn.range(Table::Emails, &Span::all(), Direction::Forward, usize::MAX)?;
    for (key, person) in held {
        let Ok(address) = std::str::from_utf8(&key) else {
            continue;
        };
        let present = sought(address);
        if !present.is_empty() && txn.get(Table::Emails, present.as_bytes())?.is_none() {
            txn.put(Table::Emails, present.as_bytes(), &person)?;
        }
    }
    txn.put(Table::Meta, DONE, b"1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{MemoryStore, Store as _};

    #[rstest::rstest]
    #[case::as_typed(" Amina.Tazi+hub@Commune.Example ")]
    #[case::direction_marks("\u{200f}amina.tazi+hub@commune.example\u{200e}")]
    #[case::zero_width("amina\u{200b}.tazi+hub@com\u{2060}mune.example\u{feff}")]
    #[case::soft_hyphen_and_filler("amina.tazi+hub@com\u{ad}mune.exam\u{3164}ple")]
    #[case::wide_letters("ａｍｉｎａ.tazi+hub＠commune.example")]
    fn one_visible_address_is_one(#[case] typed: &str) {
        assert_eq!(clean("email", typed).unwrap(), "amina.tazi+hub@commune.example");
        assert_eq!(sought(typed), "amina.tazi+hub@commune.example");
    }

    #[rstest::rstest]
    #[case::composed("rene\u{301}@commune.example", "rené@commune.example")]
    #[case::digits("amina٢@commune.example", "amina2@commune.example")]
    #[case::arabic("أمينة@جماعة.example", "أمينة@جماعة.example")]
    #[case::apostrophe("o'neil_x-1@commune.example", "o'neil_x-1@commune.example")]
    fn letters_of_all_scripts_are_addresses(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(clean("email", typed).unwrap(), kept);
    }

    #[rstest::rstest]
    #[case::nothing("\u{200b}", RefusalCode::Missing)]
    #[case::no_domain("amina", RefusalCode::Invalid)]
    #[case::emoji("🐒@commune.example", RefusalCode::Invalid)]
    #[case::cyrillic_in_the_name("\u{430}mina@commune.example", RefusalCode::MixedScripts)]
    #[case::greek_in_the_domain("amina@c\u{3bf}mmune.example", RefusalCode::MixedScripts)]
    #[case::arabic_in_a_latin_name("amina\u{623}@commune.example", RefusalCode::MixedScripts)]
    fn what_is_no_address_is_refused(#[case] typed: &str, #[case] code: RefusalCode) {
        assert_eq!(clean("email", typed).unwrap_err().code, code);
    }

    #[test]
    fn an_account_of_before_is_found_by_what_its_owner_sees() {
        let store = MemoryStore::default();
        let mut txn = store.write().unwrap();
        let held = [
            ("\u{200f}amina@commune.example", [1; 16]),
            ("\u{200e}brahim@commune.example", [2; 16]),
            ("brahim@commune.example", [3; 16]),
            ("🐒@commune.example", [4; 16]),
            ("\u{430}mina@commune.example", [5; 16]),
        ];
        for (address, person) in held {
            txn.put(Table::Emails, address.as_bytes(), &person).unwrap();
        }
        bring_up_to_date(&mut *txn).unwrap();
        let found = |typed: &str| txn.get(Table::Emails, sought(typed).as_bytes()).unwrap();
        assert_eq!(found("amina@commune.example"), Some(vec![1; 16]));
        assert_eq!(found("\u{200f}amina@commune.example"), Some(vec![1; 16]));
        assert_eq!(found("\u{200e}brahim@commune.example"), Some(vec![3; 16]));
        assert_eq!(found("🐒@commune.example"), Some(vec![4; 16]));
        assert_eq!(found("\u{430}mina@commune.example"), Some(vec![5; 16]));
    }
}
