use crate::components::{CertificateFrame, Mark};
use crate::i18n::{Localised, PersonName, lang, localised};
use crate::pages::learn::qr;
use crate::pages::network::location_words;
use crate::router::{Page, origin};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::wire::VerifiedCertificate;

/// From how many characters on a name and a title take more than one line each in the usual size. Both at once, in
/// that size, would push what is below them over the edge of the sheet.
const LONG_NAME: usize = 32;
const LONG_TITLE: usize = 56;

/// The sheet itself: the same on the screen and on paper. The name is shown as it was issued, never altered.
#[component]
pub(super) fn Sheet(certificate: VerifiedCertificate) -> impl IntoView {
    let VerifiedCertificate {
        number,
        person_name,
        collectivity,
        lies_in,
        module_title,
        minutes,
        percent,
        issued,
        edition,
        newer_edition: _,
    } = certificate;
    // It makes of the line of the collectivity two.
    let has_location = lies_in.is_some();
    let location = move || {
        let words = lies_in.as_ref().map(location_words).unwrap_or_default();
        (!words.is_empty()).then(|| view! { " · " <bdi>{words}</bdi> })
    };
    let is_long = {
        let (person, module) = (person_name.chars().count(), module_title.clone());
        move || {
            let module = localised(&module).map_or(0, |(_, title)| title.chars().count());
            person > LONG_NAME || module > LONG_TITLE || has_location
        }
    };
    view! {
        <article class="certificate" class:certificate--long=is_long lang=move || lang().code()>
            <CertificateFrame />
            <div class="certificate__body">
                <p class="certificate__network">
                    <Mark />
                    <span>{t!("learn-certificate-network")}</span>
                    <span>{t!("learn-certificate-hub")}</span>
                </p>
                <h1 class="certificate__title" tabindex="-1">
                    {t!("learn-certificate-title")}
                </h1>
                <p class="certificate__text">{t!("learn-certificate-awarded")}</p>
                <p class="certificate__name">
                    <PersonName name=Signal::stored(person_name) />
                </p>
                {collectivity
                    .map(|names| {
                        view! {
                            <p class="certificate__text">
                                <Localised text=Signal::stored(names) bare=true />
                                {location}
                            </p>
                        }
                    })}
                <p class="certificate__text">{t!("learn-certificate-for")}</p>
                <p class="certificate__module">
                    <Localised text=Signal::stored(module_title) bare=true />
                </p>
                <div class="certificate__foot">
                    <dl class="certificate__facts">
                        <div>
                            <dt>{t!("learn-certificate-issued")}</dt>
                            <dd>{move || format::date(issued)}</dd>
                        </div>
                        <div>
                            <dt>{t!("learn-certificate-score")}</dt>
                            <dd>{move || format::percent(percent)}</dd>
                        </div>
                        <div>
                            <dt>{t!("learn-certificate-duration")}</dt>
                            <dd>{move || format::minutes(minutes)}</dd>
                        </div>
                        <div>
                            <dt>{t!("learn-certificate-number")}</dt>
                            <dd class="ltr">{number.clone()}</dd>
                        </div>
                        {(edition.edition > 1)
                            .then(|| {
                                view! {
                                    <div>
                                        <dt>{t!("learn-edition")}</dt>
                                        <dd>{edition.edition}</dd>
                                    </div>
                                }
                            })}
                    </dl>
                    <Code number=number />
                </div>
            </div>
        </article>
    }
}

/// The address of this very page, for a camera.
#[component]
fn Code(number: String) -> impl IntoView {
    let address = Memo::new(move |_| {
        let path = Page::Certificate(number.clone()).path(lang());
        format!("{}{path}", origin())
    });
    view! {
        <div class="certificate__verify">
            {move || {
                qr::symbol(&address.get())
                    .map(|symbol| {
                        view! {
                            <div class="certificate__code">
                                <svg
                                    viewBox=format!("0 0 {0} {0}", symbol.side)
                                    role="img"
                                    shape-rendering="crispEdges"
                                    aria-label=move || text!("learn-certificate-qr", address = address.get())
                                >
                                    <path fill="currentColor" d=symbol.path></path>
                                </svg>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
