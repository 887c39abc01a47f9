mod actions;
mod archive;
mod cite;
mod comment;
mod conversation;
mod declare;
mod export;
mod finding;
mod later;
mod mark;
mod remove_dialog;
mod report_dialog;
mod reuses;
mod standing;
mod writing;

use super::facts::Facts;
use super::outcome::LastOutcome;
use super::permissions::{may_keep_writing, may_validate};
use super::reading::{Languages, Reading, use_reading};
use super::report_text::{ReportText, Sources};
use super::words::{Shown, collectivity, shown};
use crate::components::{
    Breadcrumbs, Button, ButtonKind, Crumb, LinkButton, Motif, Notice, NoticeKind, PageHeader, PrincipleTag,
    PrintedAddress, Skeleton, StateLabel,
};
use crate::i18n::key_of;
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::{t, text};
use actions::Actions;
use conversation::Conversation;
use finding::{Finding, use_experience};
use leptos::prelude::*;
use reuses::Reuses;
use shared::records::{Experience, Section};
use shared::scope::Scope;
use shared::vocabulary::ExperienceState;

/// One experience.
#[component]
pub(crate) fn One() -> impl IntoView {
    let finding = use_experience();
    let experience = finding.experience;
    let title = Signal::derive(move || finding.title().unwrap_or_else(|| text!("experiences-one-title")));
    // Keyed by the experience alone: a comment that comes in must not empty the form that is being filled.
    let id = Memo::new(move |_| experience.read().as_ref().map(|experience| experience.id));
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <LastOutcome />
            {move || match id.get() {
                Some(_) => view! { <Report experience=experience.get_untracked() latest=experience /> }.into_any(),
                None => view! { <Absent finding=finding /> }.into_any(),
            }}
        </div>
    }
}

/// The whole report. `latest` follows corrections; `experience` is what was there first.
#[component]
fn Report(experience: Option<Experience>, latest: Memo<Option<Experience>>) -> impl IntoView {
    experience.map(|first| {
        let held = Memo::new(move |before: Option<&Experience>| {
            latest
                .get()
                .unwrap_or_else(|| before.cloned().unwrap_or_else(|| first.clone()))
        });
        let reading = use_reading(held);
        // An experience may outlive a membership; only then is the national list needed for the name.
        use_replica().want(move || {
            collectivity(held.read().collectivity)
                .is_none()
                .then_some(Scope::Directory)
        });
        let state = Memo::new(move |_| held.read().state);
        let knows_more = Memo::new(move |_| may_keep_writing(&held.read()) || may_validate(&held.read()));
        view! {
            <Head held=held reading=reading />
            <Actions held=held reading=reading />
            <Show when=move || knows_more.get()>{later::standing(held)}</Show>
            <Show when=move || state.get() != ExperienceState::Published>
                <Notice kind=NoticeKind::Attention>
                    <p>
                        {move || match state.get() {
                            ExperienceState::Archived => text!("experiences-one-archived"),
                            _ => text!("experiences-one-not-public"),
                        }}
                    </p>
                </Notice>
            </Show>
            <div class="report">
                <Facts held=held reading=reading />
                <article>
                    <Languages reading=reading />
                    <ReportText held=held reading=reading />
                    <Sources held=held />
                    <PrintedAddress page=Signal::derive(move || {
                        Page::Experience(held.read().slug.clone().unwrap_or_default())
                    }) />
                    <Show when=move || state.get() == ExperienceState::Published>
                        <Reuses experience=held.read_untracked().id />
                        <Conversation held=held />
                    </Show>
                </article>
            </div>
        }
    })
}

/// Where one is, what it is about, its title and summary in the language that is read.
#[component]
fn Head(held: Memo<Experience>, reading: Reading) -> impl IntoView {
    let title = Signal::derive(move || reading.text(Section::Title));
    let lead = Signal::derive(move || reading.text(Section::Summary));
    let trail = Signal::derive(move || {
        vec![Crumb {
            href: Some(Page::Experiences.path(crate::i18n::lang())),
            text: text!("experiences-list-title"),
            lang: None,
        }]
    });
    let tags = move || {
        let held = held.read();
        let state = (held.state != ExperienceState::Published).then(|| {
            let state = held.state;
            view! { <StateLabel kind=super::words::state_kind(state) text=t!(key_of("experience-state", state.word())) /> }
        });
        let principles = held
            .content
            .principles
            .iter()
            .copied()
            .map(|one| {
                let address =
                    Signal::derive(move || format!("{}?principle={}", href(Page::Experiences).get(), one.word()));
                view! { <PrincipleTag principle=one label=t!(key_of("principle", one.word())) href=address /> }
            })
            .collect_view();
        view! { <div class="row">{state} {principles}</div> }
    };
    view! {
        <Breadcrumbs label=t!("experiences-breadcrumbs") trail=trail />
        <PageHeader
            title=title
            title_lang=Signal::derive(move || reading.lang_of(Section::Title))
            kicker=move || view! { {tags} }
        />
        <Show when=move || !lead.read().is_empty()>
            <p class="experience-lead" lang=move || reading.lang_of(Section::Summary).code() dir=move || reading.lang_of(Section::Summary).dir()>
                {lead}
            </p>
        </Show>
    }
}

/// Stands for an experience that is not here: on its way, out of reach, or not to be seen.
#[component]
fn Absent(finding: Finding) -> impl IntoView {
    let card = finding.card;
    let Shown { text: title, lang } = shown(Signal::derive(move || {
        card.get().map(|card| card.title).unwrap_or_default()
    }));
    let Shown {
        text: lead,
        lang: lead_lang,
    } = shown(Signal::derive(move || {
        card.get().map(|card| card.summary).unwrap_or_default()
    }));
    let has_card = Memo::new(move |_| card.read().is_some());
    let state = finding.state;
    // The card tells the title before the text is here.
    let known = move || {
        view! { <PageHeader title=title title_lang=lang lead=lead lead_lang=lead_lang /> }
    };
    move || {
        match state.get() {
        ScopeState::Loading | ScopeState::Held => view! {
            <Show when=move || has_card.get()>{known()}</Show>
            <Skeleton label=t!("experiences-one-loading") lines=8 />
        }
        .into_any(),
        ScopeState::Offline => view! {
            <Show
                when=move || has_card.get()
                fallback=move || view! { <Nothing title=t!("experiences-offline-title") text=t!("experiences-one-offline") on_retry=finding.retry /> }
            >
                {known()}
                <Notice kind=NoticeKind::Attention title=t!("experiences-offline-title")>
                    <p>{t!("experiences-one-offline")}</p>
                    <Button kind=ButtonKind::Plain on_press=move |()| finding.retry.run(())>
                        {t!("common-retry")}
                    </Button>
                </Notice>
            </Show>
        }
        .into_any(),
        ScopeState::Denied => view! {
            <Nothing title=t!("experiences-one-missing-title") text=t!("experiences-one-missing-text") />
        }
        .into_any(),
    }
    }
}

/// An empty state that is a whole page: its title is the page's heading.
#[component]
fn Nothing(
    title: Signal<String>,
    text: Signal<String>,
    #[prop(optional, into)] on_retry: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Motif />
            <h1 tabindex="-1">{move || title.get()}</h1>
            <p>{move || text.get()}</p>
            <div class="button-row">
                {on_retry
                    .map(|on_retry| {
                        view! { <Button on_press=move |()| on_retry.run(())>{t!("common-retry")}</Button> }
                    })}
                <LinkButton kind=ButtonKind::Plain href=href(Page::Experiences)>
                    {t!("experiences-to-list")}
                </LinkButton>
            </div>
        </div>
    }
}
