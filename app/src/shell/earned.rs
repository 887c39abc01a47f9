//! A certificate that arrives while the app is open is told wherever it is not on the page already: after signing in, or
//! once a result that waited for a network was sent.

use super::announcer::{Lead, tell_and_lead};
use crate::i18n::localised;
use crate::replica::use_replica;
use crate::router::{Page, place_of};
use crate::{ids, text};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::ids::{CertificateId, PersonId};
use shared::records::Certificate;
use shared::scope::Scope;
use shared::time::Timestamp;
use std::collections::BTreeSet;

/// How far the server's clock may be behind this device's: what is older than the page by more was earned before.
const CLOCKS_APART_MS: i64 = 60_000;

/// Watches the certificates of the person who is signed in.
pub(super) fn watch() {
    let replica = use_replica();
    let identity = replica.identity();
    let path = use_location().pathname;
    let begun = ids::now();
    Effect::new(move |before: Option<(PersonId, BTreeSet<CertificateId>)>| {
        let person = identity.read().person;
        let held = replica.list::<Certificate>(Scope::Person(person));
        let ids = held.iter().map(|one| one.id).collect();
        let known = before
            .filter(|(who, _)| *who == person)
            .map(|(_, known)| known)
            .unwrap_or_default();
        if let Some(certificate) = newest_news(&held, &known, begun) {
            let shows_it = matches!(
                Page::at(&place_of(&path.get_untracked())),
                Some(Page::Module(_) | Page::Quiz(_) | Page::Invitation | Page::Certificate(_))
            );
            if !shows_it {
                let title = untrack(|| localised(&certificate.module_title));
                let title = title.map(|(_, title)| title).unwrap_or_default();
                tell_and_lead(
                    text!("learn-certificate-earned", module = title),
                    Lead {
                        to: Page::Certificate(certificate.number.clone()),
                        words: text!("learn-module-see-certificate"),
                    },
                );
            }
        }
        (person, ids)
    });
}

/// The newest certificate that was not known and was issued since the page was opened.
fn newest_news<'a>(
    held: &'a [Certificate],
    known: &BTreeSet<CertificateId>,
    begun: Timestamp,
) -> Option<&'a Certificate> {
    held.iter()
        .filter(|one| !known.contains(&one.id) && one.issued.0 + CLOCKS_APART_MS >= begun.0)
        .max_by_key(|one| one.issued)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::ModuleId;
    use shared::lang::{Lang, Translated};

    fn issued_at(name: &str, at: i64) -> Certificate {
        Certificate {
            id: CertificateId::from_name(name),
            number: name.to_owned(),
            person: PersonId::from_name("amina"),
            person_name: "Amina".to_owned(),
            lang: Lang::Fr,
            collectivity: None,
            lies_in: None,
            module: ModuleId::from_name(name),
            module_title: Translated::only(Lang::Fr, name),
            minutes: 30,
            percent: 100,
            issued: Timestamp(at),
            edition: Default::default(),
        }
    }

    #[test]
    fn only_what_was_earned_since_the_page_was_opened_is_news() {
        let begun = Timestamp(10_000_000);
        let held = [issued_at("old", 1_000_000), issued_at("new", 10_000_500)];
        let news = |known: &[&str]| {
            let known = known.iter().map(|name| CertificateId::from_name(name)).collect();
            newest_news(&held, &known, begun).map(|one| one.number.clone())
        };
        assert_eq!(news(&[]).as_deref(), Some("new"));
        assert_eq!(news(&["old"]).as_deref(), Some("new"));
        assert_eq!(news(&["old", "new"]), None);
    }
}
