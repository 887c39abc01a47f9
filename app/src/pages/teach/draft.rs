use crate::components::{EmptyState, LinkButton, Notice, NoticeKind, PageHeader, Skeleton};
use crate::mutating::Change;
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::access::{Action, may};
use shared::authoring::DraftTexts;
use shared::ids::ModuleId;
use shared::lang::Lang;
use shared::mutation::{Mutation, SaveOutline};
use shared::records::{DraftPlace, DraftText, ModuleCard, ModuleDraft, OutlineChange};
use shared::scope::Scope;

/// The module that is written on the page. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    /// Which.
    pub(super) module: ModuleId,
    /// What it is made of.
    pub(super) draft: Memo<ModuleDraft>,
    /// Its texts, as far as they are here.
    pub(super) texts: Memo<DraftTexts>,
    /// A change of what it is made of, and why the last one was not saved.
    pub(super) change: Change,
}

impl Writing {
    /// Makes one change beside the texts.
    pub(super) fn make(self, change: OutlineChange) {
        self.change.make(SaveOutline {
            module: self.module,
            change,
        });
    }

    /// Whether somebody may write in it now. Tracked.
    pub(super) fn is_open(self) -> bool {
        self.draft.read().is_open()
    }

    /// Whether another edition came out since the draft was begun, which it would take the place of. Tracked.
    pub(super) fn is_overtaken(self) -> bool {
        let card = use_replica().get::<ModuleCard>(Scope::Public, self.module);
        card.is_some_and(|card| self.draft.read().base != Some(card.edition))
    }

    /// The language that is written first. Tracked.
    pub(super) fn original(self) -> Lang {
        self.draft.read().original
    }

    /// A text in its original language, else in any; empty where nothing is written. Tracked.
    pub(super) fn words(self, place: DraftPlace) -> String {
        let original = self.original();
        let texts = self.texts.read();
        let text = texts.get(place, original);
        if text.is_empty() {
            let all = texts.translated(place);
            return all
                .best(original)
                .map_or_else(String::new, |(_, text)| text.to_owned());
        }
        text.to_owned()
    }
}

/// Shows `page` with the module of the address, once it and its texts are here.
#[component]
pub(super) fn OfAddress(
    /// The page.
    #[prop(into)]
    page: Callback<Writing, AnyView>,
) -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get_str("module")?.parse::<ModuleId>().ok()));
    let _pulled = replica.want(move || id.get().map(Scope::ModuleDraft));
    let texts_state = Memo::new(move |_| match id.get() {
        Some(id) => replica.whole_state(Scope::ModuleDraft(id)),
        None => ScopeState::Denied,
    });
    let trainers_state = Memo::new(move |_| replica.scope_state(Scope::Trainers));
    let may_teach = Memo::new(move |_| may(&identity.read(), Action::Teach).is_ok());
    let held = Memo::new(move |_| replica.get::<ModuleDraft>(Scope::Trainers, id.get()?));
    // Another edition that was begun without a network has its lessons once the server laid them out; of a new module
    // there is nothing that is not on this device.
    let is_laid_out = Memo::new(move |_| {
        let held = held.read();
        held.as_ref().is_some_and(|draft| match draft.base {
            Some(_) => !draft.lessons.is_empty() && texts_state.get() == ScopeState::Held,
            None => texts_state.get() == ScopeState::Held || is_begun_here(draft.id),
        })
    });
    // Once somebody writes, the page stays until it is left.
    let shown = Memo::new(move |before: Option<&Option<ModuleId>>| {
        let id = id.get().filter(|_| may_teach.get());
        let was_shown = before.is_some_and(|before| *before == id);
        id.filter(|_| was_shown || is_laid_out.get())
    });
    let is_gone = Memo::new(move |_| shown.get().is_some() && held.read().is_none());
    let state = Memo::new(move |_| match held.read().is_some() {
        true => texts_state.get(),
        false => trainers_state.get(),
    });
    view! {
        <div class="wrap teach">
            {move || {
                let Some(module) = shown.get() else {
                    return view! { <NotHere state=state may_teach=may_teach /> }.into_any();
                };
                let Some(first) = held.get_untracked() else {
                    return ().into_any();
                };
                // A draft that was published or thrown away meanwhile stays on the page until it is left.
                let draft = Memo::new(move |before: Option<&ModuleDraft>| {
                    held.get().or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
                });
                let texts = Memo::new(move |_| {
                    DraftTexts::new(replica.list::<DraftText>(Scope::ModuleDraft(module)))
                });
                let change = Change::new(|| {});
                view! {
                    <Show when=move || is_gone.get()>
                        <Notice kind=NoticeKind::Attention live=true>
                            <p>{t!("teach-gone")} " " <a href=href(Page::Teach)>{t!("teach-to-all")}</a></p>
                        </Notice>
                    </Show>
                    {page.run(Writing { module, draft, texts, change })}
                }
                    .into_any()
            }}
        </div>
    }
}

/// Whether this device is still to send that the module was begun: nobody else can have written in it.
fn is_begun_here(module: ModuleId) -> bool {
    let waiting = use_replica().waiting();
    waiting.iter().any(
        |change| matches!(change.mutation(), Some(Mutation::BeginModule(begun)) if begun.module == module),
    )
}

#[component]
fn NotHere(state: Memo<ScopeState>, may_teach: Memo<bool>) -> impl IntoView {
    let words = move || match state.get() {
        _ if !may_teach.get() => view! {
            <EmptyState title=t!("teach-denied-title") text=t!("teach-denied-text") />
        }
        .into_any(),
        ScopeState::Loading => view! { <Skeleton label=t!("teach-loading") lines=8 /> }.into_any(),
        ScopeState::Offline => view! {
            <EmptyState title=t!("teach-offline-title") text=t!("teach-offline-text") />
        }
        .into_any(),
        ScopeState::Held | ScopeState::Denied => view! {
            <EmptyState title=t!("teach-missing-title") text=t!("teach-missing-text")>
                <LinkButton href=href(Page::Teach)>{t!("teach-to-all")}</LinkButton>
            </EmptyState>
        }
        .into_any(),
    };
    view! {
        <PageTitle text=t!("teach-title") />
        <PageHeader title=t!("teach-title") />
        {words}
    }
}
