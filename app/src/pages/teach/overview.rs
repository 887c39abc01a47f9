use crate::components::{
    Button, ButtonKind, Choice, Confirm, EmptyState, IconKind, LinkButton, PageHeader, Question, SelectField,
    StateKind, StateLabel, focus,
};
use crate::i18n::{lang_untracked, localised};
use crate::ids::fresh;
use crate::mutating::Change;
use crate::pages::experiences::words::own_name;
use crate::pages::learn::words::{Shown, shown};
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::shell::{PageTitle, tell};
use crate::{format, t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::access::{Action, may};
use shared::ids::ModuleId;
use shared::lang::Lang;
use shared::mutation::{ArchiveModule, BeginModule, RestoreModule};
use shared::records::{ModuleCard, ModuleDraft, ModuleDraftState};
use shared::scope::Scope;

/// What is being written, what is taught, and the way to begin.
#[component]
pub(crate) fn Teach() -> impl IntoView {
    let identity = use_replica().identity();
    let may_teach = Memo::new(move |_| may(&identity.read(), Action::Teach).is_ok());
    view! {
        <PageTitle text=t!("teach-title") />
        <div class="wrap teach">
            <PageHeader title=t!("teach-title") lead=t!("teach-lead") />
            <Show
                when=move || may_teach.get()
                fallback=move || {
                    view! { <EmptyState title=t!("teach-denied-title") text=t!("teach-denied-text") /> }
                }
            >
                <Overview />
            </Show>
        </div>
    }
}

#[component]
fn Overview() -> impl IntoView {
    let replica = use_replica();
    let drafts = Memo::new(move |_| {
        let mut drafts = replica.list::<ModuleDraft>(Scope::Trainers);
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.updated));
        drafts
    });
    let modules = Memo::new(move |_| {
        let mut modules = replica.list::<ModuleCard>(Scope::Public);
        modules.sort_by_key(|card| (card.archived, card.order));
        modules
    });
    let navigate = StoredValue::new_local(use_navigate());
    let begun = RwSignal::new(None::<ModuleId>);
    let change = Change::new(move || {
        if let Some(module) = begun.get_untracked() {
            let path = Page::TeachModule(module).path(lang_untracked());
            navigate.with_value(|navigate| navigate(&path, NavigateOptions::default()));
        }
    });
    let begin = Callback::new(move |(module, original): (ModuleId, Lang)| {
        begun.set(Some(module));
        change.make(BeginModule { module, original });
    });
    let question = RwSignal::new(None::<Question>);
    // The rows are drawn anew by what these change, so they live here.
    let moved = |said: fn() -> String| {
        Change::new(move || {
            tell(said());
            focus::on_id("teach-taught");
        })
    };
    let (archive, restore) = (
        moved(|| text!("teach-archived")),
        moved(|| text!("teach-restored")),
    );
    let is_drafted = move |module: ModuleId| drafts.read().iter().any(|draft| draft.id == module);
    view! {
        {change.failure_view()}
        {archive.failure_view()}
        {restore.failure_view()}
        <section aria-labelledby="teach-drafts">
            <h2 id="teach-drafts">{t!("teach-drafts")}</h2>
            <Show
                when=move || !drafts.read().is_empty()
                fallback=move || view! { <p class="quiet">{t!("teach-drafts-none")}</p> }
            >
                <ul class="row-list" role="list">
                    {move || drafts.get().into_iter().map(|draft| view! { <DraftRow draft=draft /> }).collect_view()}
                </ul>
            </Show>
            <BeginNew begin=begin />
        </section>
        <section aria-labelledby="teach-taught">
            <h2 id="teach-taught" tabindex="-1">{t!("teach-taught")}</h2>
            <ul class="row-list" role="list">
                {move || {
                    let rows = modules.get().into_iter().map(|card| {
                        let id = card.id;
                        let is_drafted = Memo::new(move |_| is_drafted(id));
                        view! { <TaughtRow
                                card=card
                                is_drafted=is_drafted
                                begin=begin
                                question=question
                                archive=archive
                                restore=restore
                            /> }
                    });
                    rows.collect_view()
                }}
            </ul>
        </section>
        <Confirm
            id="archive-module"
            question=question
            close_label=t!("common-close")
            cancel_label=t!("common-cancel")
        />
    }
}

#[component]
fn BeginNew(#[prop(into)] begin: Callback<(ModuleId, Lang)>) -> impl IntoView {
    let original = RwSignal::new(lang_untracked());
    let choices = Signal::derive(move || {
        Lang::ALL
            .map(|lang| Choice::new(lang.code(), own_name(lang)))
            .to_vec()
    });
    view! {
        <div class="teach-begin">
            <SelectField
                id="teach-original"
                label=t!("teach-begin-language")
                choices=choices
                value=Signal::derive(move || original.get().code().to_owned())
                on_change=move |code: String| {
                    if let Ok(lang) = code.parse() {
                        original.set(lang);
                    }
                }
            />
            <Button
                icon=IconKind::Plus
                on_press=move |()| begin.run((fresh(ModuleId::new), original.get_untracked()))
            >
                {t!("teach-begin")}
            </Button>
        </div>
    }
}

/// How the state of a module that is being written is shown.
pub(super) fn state_label(state: ModuleDraftState) -> impl IntoView {
    let (kind, words) = match state {
        ModuleDraftState::Writing => (StateKind::Draft, t!("teach-state-writing")),
        ModuleDraftState::Offered => (StateKind::Waiting, t!("teach-state-offered")),
        ModuleDraftState::Returned => (StateKind::Attention, t!("teach-state-returned")),
    };
    view! { <StateLabel kind=kind text=words /> }
}

#[component]
fn DraftRow(draft: ModuleDraft) -> impl IntoView {
    let replica = use_replica();
    let (id, original, base, updated, written) =
        (draft.id, draft.original, draft.base, draft.updated, draft.title);
    // A module that is taught has a title, whatever is written of it now.
    let title = Memo::new(move |_| {
        let taught = || {
            let card = replica.get::<ModuleCard>(Scope::Public, id)?;
            localised(&card.title)
        };
        let own = written.best(original);
        own.map(|(lang, text)| (lang, text.to_owned())).or_else(taught)
    });
    let writers: Vec<String> = draft.writers.into_iter().map(|writer| writer.name).collect();
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a
                        href=href(Page::TeachModule(id))
                        lang=move || title.read().as_ref().map(|(lang, _)| lang.code())
                        dir=move || title.read().as_ref().map(|(lang, _)| lang.dir())
                    >
                        {move || title.get().map_or_else(|| text!("teach-untitled"), |(_, text)| text)}
                    </a>
                </p>
                <p class="quiet small">
                    {move || match base {
                        Some(base) => text!("teach-draft-of-edition", edition = base.edition),
                        None => text!("teach-draft-new"),
                    }} " · " {move || format::moment(updated)}
                    {(!writers.is_empty()).then(|| view! { " · " <bdi>{move || format::list(&writers)}</bdi> })}
                </p>
            </div>
            <div class="row-list__end">{state_label(draft.state)}</div>
        </li>
    }
}

#[component]
fn TaughtRow(
    card: ModuleCard,
    is_drafted: Memo<bool>,
    begin: Callback<(ModuleId, Lang)>,
    question: RwSignal<Option<Question>>,
    archive: Change,
    restore: Change,
) -> impl IntoView {
    let (id, slug, edition, archived) = (card.id, card.slug, card.edition, card.archived);
    let Shown { text: title, lang } = shown(card.title);
    let ask = move |()| {
        if archived {
            restore.make(RestoreModule { module: id });
            return;
        }
        question.set(Some(Question {
            title: text!("teach-archive-title", module = title.get_untracked()),
            text: text!("teach-archive-text"),
            action: text!("teach-archive"),
            kind: ButtonKind::Danger,
            yes: Callback::new(move |()| archive.make(ArchiveModule { module: id })),
        }));
    };
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a
                        href=href(Page::Module(slug))
                        lang=move || lang.get().code()
                        dir=move || lang.get().dir()
                    >
                        {title}
                    </a>
                </p>
                <p class="quiet small">{t!("learn-edition-name", number = edition.to_string())}</p>
            </div>
            <div class="row-list__end">
                {archived.then(|| view! { <StateLabel kind=StateKind::Closed text=t!("teach-state-archived") /> })}
                <Show
                    when=move || is_drafted.get()
                    fallback=move || {
                        view! {
                            <Button
                                kind=ButtonKind::Plain
                                label=t!("teach-next-edition-of", module = title.get())
                                on_press=move |()| begin.run((id, lang_untracked()))
                            >
                                {t!("teach-next-edition")}
                            </Button>
                        }
                    }
                >
                    <LinkButton kind=ButtonKind::Plain href=href(Page::TeachModule(id))>
                        {t!("teach-go-on")}
                    </LinkButton>
                </Show>
                <Button kind=ButtonKind::Quiet on_press=ask>
                    {if archived { t!("teach-restore") } else { t!("teach-archive") }}
                </Button>
            </div>
        </li>
    }
}
