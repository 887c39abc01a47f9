use super::permissions::writes_for;
use super::words::collectivity;
use crate::components::{Button, Choice, ChoiceGroup, EmptyState, Icon, IconKind, LinkButton, PageHeader};
use crate::i18n::lang_untracked;
use crate::pages::network::place_name;
use crate::replica::use_replica;
use crate::router::{Page, href_of};
use crate::shell::PageTitle;
use crate::{ids, t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::ids::{CollectivityId, ExperienceId};
use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    static BEGUN: RefCell<BTreeSet<ExperienceId>> = RefCell::default();
}

/// Whether this page gave the experience its id, so that nothing of it can be anywhere else.
pub(super) fn is_begun_here(id: ExperienceId) -> bool {
    BEGUN.with_borrow(|begun| begun.contains(&id))
}

/// Begin an experience: for which collectivity, where there is a choice.
#[component]
pub(crate) fn WriteNew() -> impl IntoView {
    let title = t!("experiences-write-new-title");
    let own = Memo::new(move |_| writes_for());
    let identity = use_replica().identity();
    let is_visitor = Memo::new(move |_| identity.read().is_visitor());
    let chosen = RwSignal::new(None::<CollectivityId>);
    let error = RwSignal::new(None::<String>);
    let navigate = use_navigate();
    let begin = Callback::new(move |collectivity: CollectivityId| {
        let id = ids::fresh(ExperienceId::new);
        BEGUN.with_borrow_mut(|begun| begun.insert(id));
        let address = format!("{}?for={collectivity}", Page::Write(id).path(lang_untracked()));
        let options = NavigateOptions {
            replace: true,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    });
    Effect::new(move |_| {
        // Nothing to choose: the page would only be in the way.
        if let [only] = own.read().as_slice() {
            begin.run(*only);
        }
    });
    let choices = Signal::derive(move || {
        own.get()
            .into_iter()
            .map(|id| {
                let name = collectivity(id).map(|one| place_name(&one)).unwrap_or_default();
                Choice::new(id.to_string(), name)
            })
            .collect::<Vec<_>>()
    });
    let go = move || match chosen.get_untracked() {
        Some(collectivity) => begin.run(collectivity),
        None => error.set(Some(text!("experiences-write-for-missing"))),
    };
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <PageHeader title=title lead=t!("experiences-write-new-lead") />
            <Show
                when=move || !own.read().is_empty()
                fallback=move || {
                    let (title, text) = if is_visitor.get() {
                        (t!("experiences-write-visitor-title"), t!("experiences-write-visitor-text"))
                    } else {
                        (t!("experiences-write-nowhere-title"), t!("experiences-write-nowhere-text"))
                    };
                    view! {
                        <EmptyState title=title text=text>
                            <LinkButton href=href_of(move || if is_visitor.get() { Page::SignIn } else { Page::Experiences })>
                                {move || {
                                    if is_visitor.get() { text!("common-sign-in") } else { text!("experiences-to-list") }
                                }}
                            </LinkButton>
                        </EmptyState>
                    }
                }
            >
                <form
                    class="form"
                    on:submit=move |event| {
                        event.prevent_default();
                        go();
                    }
                >
                    <ChoiceGroup
                        id="write-for"
                        legend=t!("experiences-write-for")
                        error=error
                        choices=choices
                        chosen=Signal::derive(move || chosen.get().map(|id| id.to_string()).into_iter().collect::<Vec<_>>())
                        on_choose=move |id: String| chosen.set(id.parse().ok())
                    />
                    <Button submit=true>
                        {t!("experiences-write-begin")} <Icon kind=IconKind::Forward />
                    </Button>
                </form>
            </Show>
        </div>
    }
}
