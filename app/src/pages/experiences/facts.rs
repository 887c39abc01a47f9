use super::reading::Reading;
use crate::components::{Fact, FactsBox, StateLabel};
use crate::i18n::{Localised, key_of};
use crate::pages::experiences::words::{collectivity, region_name, state_kind};
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::records::{Experience, PartialDate};
use shared::vocabulary::ExperienceState;

/// Who, where, when, at what cost: beside the text, and a strip before it on a phone.
#[component]
pub(super) fn Facts(
    /// The experience.
    held: Memo<Experience>,
    /// In which language it is read; the facts follow the language of the interface.
    reading: Reading,
) -> impl IntoView {
    let _ = reading;
    view! {
        <FactsBox label=t!("experiences-facts")>
            <FactsOf held=held />
        </FactsBox>
    }
}

/// The facts alone, for a box or a list.
#[component]
pub(crate) fn FactsOf(
    /// The experience.
    #[prop(into)]
    held: Signal<Experience>,
) -> impl IntoView {
    move || {
        let held = held.read();
        let content = held.content.clone();
        let owner = collectivity(held.collectivity);
        let state = held.state;
        let published = held.published_on();
        let region_code = owner.as_ref().map(|owner| owner.region.clone());
        let principles = content.principles.clone();
        view! {
            {owner
                .map(|owner| {
                    view! {
                        <Fact term=t!("experiences-fact-collectivity")>
                            <a href=href(Page::Collectivity(owner.slug))>
                                <bdi>
                                    <Localised text=Signal::stored(owner.name) bare=true />
                                </bdi>
                            </a>
                        </Fact>
                    }
                })}
            {region_code
                .and_then(|code| region_name(&code))
                .map(|name| {
                    view! {
                        <Fact term=t!("experiences-fact-region")>
                            <bdi>{name}</bdi>
                        </Fact>
                    }
                })}
            {when(&content.started, &content.ended)
                .map(|when| view! { <Fact term=t!("experiences-fact-when")>{when}</Fact> })}
            {content
                .budget_mad
                .map(|budget| {
                    view! {
                        <Fact term=t!("experiences-fact-cost")>{t!("experiences-dirhams", amount = budget)}</Fact>
                    }
                })}
            {(!principles.is_empty())
                .then(|| {
                    let names: Vec<String> = principles
                        .iter()
                        .map(|one| text!(key_of("principle", one.word())))
                        .collect();
                    view! { <Fact term=t!("experiences-filter-principle")>{format::list(&names)}</Fact> }
                })}
            <Fact term=t!("experiences-filter-type")>{t!(key_of("experience-kind", content.kind.word()))}</Fact>
            {(state != ExperienceState::Published)
                .then(|| {
                    view! {
                        <Fact term=t!("experiences-fact-state")>
                            <StateLabel kind=state_kind(state) text=t!(key_of("experience-state", state.word())) />
                        </Fact>
                    }
                })}
            {(!published.is_unknown())
                .then(|| {
                    view! {
                        <Fact term=t!("experiences-fact-published")>
                            {move || format::partial_date(&published.0)}
                        </Fact>
                    }
                })}
        }
    }
}

/// When it was, as precisely as known; `None` when nothing is.
pub(super) fn when(started: &PartialDate, ended: &PartialDate) -> Option<String> {
    match (started.0.as_str(), ended.0.as_str()) {
        ("", "") => None,
        (started, "") => Some(text!("experiences-since", date = format::partial_date(started))),
        ("", ended) => Some(text!("experiences-until", date = format::partial_date(ended))),
        (started, ended) if started == ended => Some(format::partial_date(started)),
        (started, ended) => Some(text!(
            "experiences-from-to",
            from = format::partial_date(started),
            to = format::partial_date(ended)
        )),
    }
}
