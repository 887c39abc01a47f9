use super::words::{Shown, collectivity, language_badges, shown};
use crate::components::{Card, LanguageBadges, PrincipleTag, Tag};
use crate::i18n::{Localised, key_of};
use crate::router::{Page, href};
use crate::{format, t};
use leptos::prelude::*;
use shared::records;
use shared::vocabulary::Principle;

/// How many principles a card names before it only counts the others.
const MOST_TAGS: usize = 2;

/// A published experience in a grid ([`crate::components::CardGrid`]): what it is about, whose it is, in which
/// languages it can be read.
#[component]
pub(crate) fn ExperienceCard(
    /// The experience.
    card: records::ExperienceCard,
) -> impl IntoView {
    let Shown { text: title, lang } = shown(Signal::stored(card.title));
    let Shown {
        text: summary,
        lang: summary_lang,
    } = shown(Signal::stored(card.summary));
    let owner = card.collectivity;
    let owner_name = Memo::new(move |_| collectivity(owner).map(|one| one.name));
    let badges = Signal::derive(move || language_badges(&card.languages));
    let principles = card.principles;
    let kind = card.kind;
    let started = card.started;
    view! {
        <Card
            title=title
            title_lang=lang
            href=href(Page::Experience(card.slug))
            kicker=move || principle_tags(&principles)
            foot=move || {
                view! {
                    <span>{t!(key_of("experience-kind", kind.word()))}</span>
                    {(!started.0.is_empty())
                        .then(|| view! { <span class="nowrap">{move || format::partial_date(&started.0)}</span> })}
                    <LanguageBadges badges=badges />
                }
            }
        >
            <p class="card__by">
                {move || owner_name.get().map(|name| view! { <bdi><Localised text=Signal::stored(name) bare=true /></bdi> })}
            </p>
            <p class="card__text card__text--short" lang=move || summary_lang.get().code() dir=move || summary_lang.get().dir()>
                {summary}
            </p>
        </Card>
    }
}

fn principle_tags(principles: &[Principle]) -> impl IntoView + use<> {
    let named = principles
        .iter()
        .copied()
        .take(MOST_TAGS)
        .map(|principle| {
            view! { <PrincipleTag principle=principle label=t!(key_of("principle", principle.word())) /> }
        })
        .collect_view();
    let others = principles.len().saturating_sub(MOST_TAGS);
    let more = (others > 0).then(|| view! { <Tag>{t!("experiences-more-principles", count = others)}</Tag> });
    (named, more)
}
