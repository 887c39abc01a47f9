use super::draft::{OfAddress, Writing};
use super::problem_list::whereabouts;
use super::trail::trail;
use crate::components::{
    Breadcrumbs, Button, ButtonKind, EmptyState, LinkButton, Notice, NoticeKind, PageHeader, TextArea,
};
use crate::i18n::lang_untracked;
use crate::kept_text::kept_text;
use crate::mutating::Change;
use crate::pages::learn::words::language_name;
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::{PageTitle, tell};
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::authoring::{DraftTexts, draft_of, whole_module};
use shared::diff::{self, Piece};
use shared::editions::{ModuleChange, compare};
use shared::lang::Lang;
use shared::mutation::{PublishModule, ReturnModule};
use shared::records::{Author, DraftPlace, Lesson, Module, ModuleCard, ModuleDraftState, Quiz, WholeModule};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::unicode;

/// What is different in a module that is being written, and what becomes of it.
#[component]
pub(crate) fn TeachReview() -> impl IntoView {
    view! { <OfAddress page=move |writing| view! { <ReviewPage writing=writing /> }.into_any() /> }
}

/// One text that is not what is taught.
#[derive(Clone, PartialEq)]
struct Difference {
    place: DraftPlace,
    lang: Lang,
    before: String,
    now: String,
}

#[component]
fn ReviewPage(writing: Writing) -> impl IntoView {
    let replica = use_replica();
    let title = t!("teach-review");
    let module = writing.module;
    let is_taught = Memo::new(move |_| writing.draft.read().base.is_some());
    let state = replica.want(move || is_taught.get().then_some(Scope::Module(module)));
    let taught = Memo::new(move |_| {
        let card = replica.get::<ModuleCard>(Scope::Public, module)?;
        whole(card)
    });
    let change = Memo::new(move |_| {
        let taught = taught.read();
        let Some(taught) = taught.as_ref() else {
            return ModuleChange::Edition;
        };
        let cards = [taught.card.clone()];
        let draft = whole_module(&writing.draft.read(), &writing.texts.read(), &cards, Timestamp(0));
        compare(taught, &draft)
    });
    let before = Memo::new(move |_| {
        let taught = taught.read();
        let Some(taught) = taught.as_ref() else {
            return DraftTexts::default();
        };
        let nobody = Author {
            person: shared::ids::PersonId::VISITOR,
            name: String::new(),
            collectivity: None,
        };
        let (_, texts) = draft_of(taught, writing.draft.get(), &nobody);
        DraftTexts::new(texts)
    });
    let differences = Memo::new(move |_| differences(writing, &before.read()));
    let is_ready = move || !is_taught.get() || taught.read().is_some();
    view! {
        <PageTitle text=title />
        <Breadcrumbs label=t!("learn-breadcrumbs") trail=Signal::derive(move || trail(writing, Some(title.get()))) />
        <PageHeader title=title lead=t!("teach-review-lead") />
        <Show
            when=is_ready
            fallback=move || view! { <Unknown state=state /> }
        >
            <p>
                {move || match change.get() {
                    ModuleChange::None => text!("teach-change-none"),
                    ModuleChange::Correction => text!("teach-change-correction"),
                    ModuleChange::Edition if is_taught.get() => text!("teach-change-edition"),
                    ModuleChange::Edition => text!("teach-change-new"),
                }}
            </p>
            <Show when=move || writing.is_overtaken()>
                <Notice kind=NoticeKind::Attention>
                    <p>{t!("teach-overtaken")}</p>
                </Notice>
            </Show>
            <Differences writing=writing differences=differences />
            <Decide writing=writing change=change />
        </Show>
        <div class="button-row">
            <LinkButton kind=ButtonKind::Plain href=href(Page::TeachModule(module))>{t!("teach-to-module")}</LinkButton>
        </div>
    }
}

/// What is taught, as far as its rows are here.
fn whole(card: ModuleCard) -> Option<WholeModule> {
    let replica = use_replica();
    let scope = Scope::Module(card.id);
    let lessons = card
        .lessons
        .iter()
        .map(|head| replica.get::<Lesson>(scope, head.id));
    Some(WholeModule {
        module: replica.get::<Module>(scope, card.id)?,
        lessons: lessons.collect::<Option<_>>()?,
        quiz: replica.get::<Quiz>(scope, card.id.quiz_row(card.edition))?,
        card,
    })
}

#[component]
fn Unknown(state: Memo<ScopeState>) -> impl IntoView {
    move || match state.get() {
        ScopeState::Loading | ScopeState::Held => {
            view! { <p class="quiet">{t!("teach-loading")}</p> }.into_any()
        }
        ScopeState::Offline | ScopeState::Denied => {
            view! { <EmptyState title=t!("teach-offline-title") text=t!("teach-offline-text") /> }.into_any()
        }
    }
}

fn differences(writing: Writing, before: &DraftTexts) -> Vec<Difference> {
    let (draft, texts) = (writing.draft.read(), writing.texts.read());
    let mut places = draft.places();
    // What was taken out is different too.
    for place in before.places() {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let is_part = draft.places();
    let mut all = Vec::new();
    for place in places {
        for lang in Lang::ALL {
            let old = before.get(place, lang);
            let new = if is_part.contains(&place) {
                texts.get(place, lang)
            } else {
                ""
            };
            if !diff::is_same_text(old, new) {
                all.push(Difference {
                    place,
                    lang,
                    before: old.to_owned(),
                    now: new.to_owned(),
                });
            }
        }
    }
    all
}

#[component]
fn Differences(writing: Writing, differences: Memo<Vec<Difference>>) -> impl IntoView {
    let chosen = move |lang: Lang| {
        let all = differences.get().into_iter();
        all.filter(|one| one.lang == lang).collect::<Vec<_>>()
    };
    let one = move |difference: Difference| {
        let (_, name) = whereabouts(&writing.draft.read(), difference.place);
        let lang = difference.lang;
        view! {
            <section class="change">
                <h3>{move || name.get()}</h3>
                <p class="change__text" lang=lang.code() dir=lang.dir()>
                    {pieces(&difference.before, &difference.now)}
                </p>
            </section>
        }
    };
    Lang::ALL
        .map(|lang| {
            view! {
                <Show when=move || !chosen(lang).is_empty()>
                    <h2>{move || language_name(lang)}</h2>
                    {move || chosen(lang).into_iter().map(one).collect_view()}
                </Show>
            }
        })
        .into_iter()
        .collect_view()
}

fn pieces(before: &str, now: &str) -> impl IntoView {
    diff::words(before, now)
        .into_iter()
        .map(|piece| match piece {
            Piece::Kept(words) => view! { <span>{words}</span> }.into_any(),
            Piece::Added(words) => view! { <ins>{words}</ins> }.into_any(),
            Piece::Removed(words) => view! { <del>{words}</del> }.into_any(),
        })
        .collect_view()
}

/// Publishes the module or gives it back, once it was offered.
#[component]
fn Decide(writing: Writing, change: Memo<ModuleChange>) -> impl IntoView {
    let module = writing.module;
    let identity = use_session().identity();
    let is_offered = Memo::new(move |_| writing.draft.read().state == ModuleDraftState::Offered);
    let is_writer = Memo::new(move |_| {
        let person = identity.read().person;
        let draft = writing.draft.read();
        draft.writers.iter().any(|writer| writer.person == person)
    });
    let is_own_work = Memo::new(move |_| {
        change.get() == ModuleChange::Edition && is_writer.get() && !identity.read().roles.is_administrator()
    });
    let what = kept_text(&format!("what-{module}"));
    let note = kept_text(&format!("return-{module}"));
    let note_error = RwSignal::new(None::<String>);
    let navigate = StoredValue::new_local(use_navigate());
    let to_all = move || {
        let path = Page::Teach.path(lang_untracked());
        navigate.with_value(|navigate| navigate(&path, NavigateOptions::default()));
    };
    let published = Change::new(move || {
        what.forgetter()();
        tell(text!("teach-published-announced"));
        to_all();
    });
    let returned = Change::new(move || {
        note.forgetter()();
        tell(text!("teach-returned-announced"));
        to_all();
    });
    let revision = move || writing.draft.with_untracked(|draft| draft.revision);
    let publish = move |()| {
        published.make(PublishModule {
            module,
            revision: revision(),
            what: what.get_untracked(),
            lang: lang_untracked(),
        });
    };
    let give_back = move |()| {
        if unicode::is_blank(&note.get_untracked()) {
            note_error.set(Some(text!("teach-return-note-missing")));
            return;
        }
        note_error.set(None);
        returned.make(ReturnModule {
            module,
            revision: revision(),
            note: note.get_untracked(),
        });
    };
    view! {
        <Show
            when=move || is_offered.get()
            fallback=move || view! { <Notice><p>{t!("teach-review-not-offered")}</p></Notice> }
        >
            <section aria-labelledby="teach-decide">
                <h2 id="teach-decide">{t!("teach-decide")}</h2>
                <Show
                    when=move || !is_own_work.get()
                    fallback=move || {
                        view! { <Notice kind=NoticeKind::Attention><p>{t!("teach-own-work")}</p></Notice> }
                    }
                >
                    {published.failure_view()}
                    <TextArea
                        id="teach-what"
                        label=t!("teach-what")
                        hint=t!("teach-what-hint")
                        value=Signal::derive(move || what.get())
                        on_input=move |text| what.set(text)
                        rows=3
                    />
                    <Show when=move || is_writer.get() && change.get() == ModuleChange::Edition>
                        <p class="quiet">{t!("teach-publish-unread")}</p>
                    </Show>
                    <Button on_press=publish>{t!("teach-publish")}</Button>
                </Show>
                <h3>{t!("teach-return-title")}</h3>
                {returned.failure_view()}
                <TextArea
                    id="teach-return-note"
                    label=t!("teach-return-note")
                    error=note_error
                    value=Signal::derive(move || note.get())
                    on_input=move |text| note.set(text)
                    rows=3
                />
                <Button kind=ButtonKind::Plain on_press=give_back>{t!("teach-return")}</Button>
            </section>
        </Show>
    }
}
