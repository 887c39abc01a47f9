use crate::components::{Icon, IconKind};
use crate::i18n::Localised;
use crate::pages::learn::rows::Learning;
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::records::Certificate;

/// The certificates earned, newest first.
#[component]
pub(super) fn Certificates(learning: Learning) -> impl IntoView {
    let certificates = learning.certificates;
    let has_any = Memo::new(move |_| !certificates.read().is_empty());
    let lines = move || {
        certificates
            .get()
            .into_iter()
            .map(|certificate| view! { <CertificateLine certificate=certificate /> })
            .collect_view()
    };
    view! {
        <section class="mine__part" aria-labelledby="mine-certificates">
            <h2 id="mine-certificates">{t!("learn-mine-certificates")}</h2>
            <Show
                when=move || has_any.get()
                fallback=|| view! { <p class="quiet">{t!("learn-mine-certificates-empty")}</p> }
            >
                <ul class="row-list" role="list">
                    {lines}
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn CertificateLine(certificate: Certificate) -> impl IntoView {
    let Certificate {
        number,
        module_title,
        issued,
        percent,
        ..
    } = certificate;
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=href(Page::Certificate(number.clone()))>
                        <Icon kind=IconKind::Experiences />
                        <span>
                            <Localised text=Signal::stored(module_title) bare=true />
                        </span>
                    </a>
                </p>
                <p class="quiet small">
                    {move || text!("learn-mine-issued", date = format::date(issued))} " · "
                    {move || format::percent(percent)}
                </p>
            </div>
            <div class="row-list__end">
                <span class="ltr numeric">{number}</span>
            </div>
        </li>
    }
}
