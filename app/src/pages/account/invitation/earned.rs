use crate::components::{LinkButton, Notice, NoticeKind};
use crate::i18n::localised;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::{t, text};
use leptos::prelude::*;
use shared::records::Certificate;
use shared::scope::Scope;

/// The certificates that a new account begins with: what a visitor completed counts once the account is open.
#[component]
pub(super) fn Earned() -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let certificates = Memo::new(move |_| replica.list::<Certificate>(Scope::Person(identity.read().person)));
    move || {
        certificates
            .get()
            .into_iter()
            .map(|certificate| {
                let title = certificate.module_title;
                let words = move || {
                    let title = localised(&title).map(|(_, title)| title).unwrap_or_default();
                    text!("learn-certificate-earned", module = title)
                };
                view! {
                    <Notice kind=NoticeKind::Good live=true>
                        <p>{words}</p>
                        <LinkButton href=href(Page::Certificate(certificate.number)) forward=true>
                            {t!("learn-module-see-certificate")}
                        </LinkButton>
                    </Notice>
                }
            })
            .collect_view()
    }
}
