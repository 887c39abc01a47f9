use crate::components::{Fact, FactsBox, LanguageBadges};
use crate::i18n::key_of;
use crate::pages::learn::words::module_languages;
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::records::{EditionNumber, Module as ModuleBody, ModuleCard};

/// How long, for whom, in which languages, under which licence.
#[component]
pub(super) fn ModuleFacts(card: StoredValue<ModuleCard>, body: Memo<Option<ModuleBody>>) -> impl IntoView {
    let audience = move || {
        let words: Vec<String> = card.with_value(|card| {
            card.audience
                .iter()
                .map(|audience| text!(key_of("audience", audience.word())))
                .collect()
        });
        format::list(&words)
    };
    let licence = move || {
        body.get()
            .map(|body| body.licence)
            .filter(|name| !name.is_empty())
    };
    view! {
        <FactsBox label=t!("learn-module-facts")>
            <Fact term=t!("learn-module-duration")>
                {move || format::minutes(card.with_value(|card| card.minutes))}
            </Fact>
            <Fact term=t!("learn-module-audience")>{audience}</Fact>
            <Fact term=t!("learn-module-languages")>
                <LanguageBadges badges=Signal::derive(move || card.with_value(module_languages)) />
            </Fact>
            {move || {
                let updated = card.with_value(|card| card.updated_on.clone());
                (!updated.is_unknown())
                    .then(|| {
                        view! { <Fact term=t!("learn-module-updated")>{format::partial_date(&updated.0)}</Fact> }
                    })
            }}
            {move || {
                card.with_value(|card| (card.edition != EditionNumber::FIRST).then(|| card.clone()))
                    .map(|card| {
                        view! {
                            <Fact term=t!("learn-edition")>
                                <a href=href(Page::Editions(card.slug))>{card.edition.to_string()}</a>
                            </Fact>
                        }
                    })
            }}
            {move || {
                licence()
                    .map(|name| {
                        view! {
                            <Fact term=t!("learn-module-licence")>
                                <span class="ltr">{name}</span>
                            </Fact>
                        }
                    })
            }}
        </FactsBox>
    }
}
