use crate::components::{Button, ButtonKind, Icon, IconKind, LinkButton};
use crate::pages::learn::filter::{path_for, roles_with_a_path};
use crate::pages::learn::module_link::next_page;
use crate::pages::learn::rows::Learning;
use crate::pages::learn::words::{Shown, shown, stage_words};
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use shared::module_progress::{ModuleProgress, Stage};
use shared::records::ModuleCard;
use shared::vocabulary::Audience;

const PATH: &str = "path";

/// The role whose path the address asks for.
pub(super) fn path_in_query(query: &ParamsMap) -> Option<Audience> {
    query.get(PATH).and_then(|word| Audience::from_word(&word))
}

/// The part of the query that asks for a path.
pub(super) fn path_query(role: Audience) -> String {
    format!("{PATH}={}", role.word())
}

/// Where to begin: one says who one is and gets an order.
#[component]
pub(super) fn Path(
    /// The modules.
    learning: Learning,
    /// Whose path is shown.
    chosen: Memo<Option<Audience>>,
    /// Called with the role that was pressed.
    on_choose: Callback<Option<Audience>>,
) -> impl IntoView {
    let roles = Memo::new(move |_| roles_with_a_path(&learning.cards.read()));
    let role_buttons = move || {
        roles
            .get()
            .into_iter()
            .map(|role| {
                let is_chosen = Signal::derive(move || chosen.get() == Some(role));
                let press = move |()| on_choose.run((!is_chosen.get_untracked()).then_some(role));
                view! {
                    <li>
                        <Button kind=ButtonKind::Plain pressed=is_chosen on_press=press>
                            {move || role_words(role)}
                        </Button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="path no-print" aria-labelledby="where-to-begin">
            <h2 class="path__title" id="where-to-begin">
                {t!("learn-path-title")}
            </h2>
            <p class="path__text">{t!("learn-path-text")}</p>
            <ul class="path__roles" role="list" data-scrolls>
                {role_buttons}
            </ul>
            {move || {
                chosen.get().map(|role| view! { <Suggestion learning=learning role=role /> })
            }}
        </section>
    }
}

fn role_words(role: Audience) -> String {
    match role {
        Audience::FocalPoint => text!("learn-path-focal-point"),
        Audience::Elected => text!("learn-path-elected"),
        Audience::Staff => text!("learn-path-staff"),
        Audience::CivilSociety => text!("learn-path-civil-society"),
        Audience::Trainer => text!("learn-path-trainer"),
    }
}

/// The modules of a role in order, what they sum up to, and the one thing to do next.
#[component]
fn Suggestion(learning: Learning, role: Audience) -> impl IntoView {
    let path = Memo::new(move |_| path_for(role, &learning.cards.read()));
    let module_progress_of = move |card: &ModuleCard| -> Option<ModuleProgress> {
        learning
            .module_progresses
            .read()
            .iter()
            .find(|module_progress| module_progress.module == card.id)
            .cloned()
    };
    let next = Memo::new(move |_| {
        path.get().into_iter().find_map(|card| {
            let module_progress = module_progress_of(&card)?;
            (module_progress.stage() != Stage::Completed).then_some((card, module_progress))
        })
    });
    let is_begun = Memo::new(move |_| {
        path.read()
            .iter()
            .filter_map(module_progress_of)
            .any(|module_progress| module_progress.stage() != Stage::NotStarted)
    });
    let sum = move || {
        let path = path.read();
        let minutes = path.iter().map(|card| card.minutes).sum();
        text!(
            "learn-path-sum",
            modules = text!("learn-count-modules", count = path.len()),
            duration = format::minutes(minutes)
        )
    };
    let steps = move || {
        path.get()
            .into_iter()
            .map(|card| {
                let stage = module_progress_of(&card)
                    .map_or(Stage::NotStarted, |module_progress| module_progress.stage());
                view! { <PathStep card=card stage=stage /> }
            })
            .collect_view()
    };
    view! {
        <ol class="path__steps">{steps}</ol>
        <p class="path__sum">
            <Icon kind=IconKind::Clock />
            <span>{sum}</span>
        </p>
        {move || match next.get() {
            Some((card, module_progress)) => {
                view! {
                    <LinkButton href=href(next_page(&card, &module_progress)) forward=true>
                        {move || {
                            if is_begun.get() { text!("learn-path-continue") } else { text!("learn-path-start") }
                        }}
                    </LinkButton>
                }
                    .into_any()
            }
            None => {
                view! {
                    <p class="path__done">
                        <Icon kind=IconKind::Check />
                        {t!("learn-path-done")}
                    </p>
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn PathStep(card: ModuleCard, stage: Stage) -> impl IntoView {
    let Shown { text: title, lang } = shown(card.title.clone());
    let minutes = card.minutes;
    view! {
        <li class="path__step" data-stage=stage.word()>
            <a href=href(Page::Module(card.slug)) lang=move || lang.get().code() dir=move || lang.get().dir()>
                {title}
            </a>
            <span class="path__about">
                {move || format::minutes(minutes)} " · " {move || stage_words(stage)}
            </span>
        </li>
    }
}
