use crate::components::{Breadcrumbs, Button, IconKind, Notice, NoticeKind, PageHeader, Prose, document_of};
use crate::i18n::{WrittenIn, lang};
use crate::mutating::Change;
use crate::pages::learn::absent::{Absent, AbsentPage, NoText};
use crate::pages::learn::rows::use_learning;
use crate::pages::learn::words::{Shown, module_trail, shown};
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href};
use crate::shell::{PageTitle, tell};
use crate::{format, t, text};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ids::{EditionId, ModuleId};
use shared::markdown::LinkTarget;
use shared::mutation::RecordLesson;
use shared::records::{Edition, EditionNumber, EditionState, Lesson, LessonHead, LessonProgress, ModuleCard};
use shared::scope::Scope;

/// One edition of a module as it came out: all its lessons on one page.
#[component]
pub(crate) fn EditionPage() -> impl IntoView {
    let learning = use_learning();
    let replica = use_replica();
    let params = use_params_map();
    let module = learning.of_address();
    let card = Memo::new(move |_| module.get().map(|(card, _)| card));
    let number =
        Memo::new(move |_| params.with(|params| params.get_str("edition")?.parse::<EditionNumber>().ok()));
    let module_state = replica.want(move || card.read().as_ref().map(|card| Scope::Module(card.id)));
    let id = Memo::new(move |_| {
        let card = card.read();
        Some(EditionId::of_module(card.as_ref()?.id, number.get()?))
    });
    let texts_state = replica.want(move || id.get().map(Scope::Edition));
    let both = Memo::new(move |_| {
        let card = card.get()?;
        let edition = replica.get::<Edition>(Scope::Module(card.id), id.get()?)?;
        Some((card, edition))
    });
    let absent_state = Signal::derive(move || {
        if card.read().is_some() {
            module_state.get()
        } else {
            learning.state.get()
        }
    });
    view! {
        <div class="wrap">
            {move || match both.get() {
                Some((card, edition)) => view! { <OneEdition card=card edition=edition texts_state=texts_state /> }.into_any(),
                None => {
                    let module = card.read().as_ref().map(|card| card.slug.clone());
                    view! { <AbsentPage what=Absent::Edition state=absent_state module=module /> }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn OneEdition(card: ModuleCard, edition: Edition, texts_state: Memo<ScopeState>) -> impl IntoView {
    let Shown {
        text: module,
        lang: module_lang,
    } = shown(edition.title.clone());
    let (number, published) = (edition.number, edition.published);
    let is_written_here = !edition.writers.is_empty();
    let lead = Signal::derive(move || {
        if is_written_here {
            text!(
                "learn-edition-lead",
                number = number.to_string(),
                date = format::date(published)
            )
        } else {
            // What a library brought came out elsewhere, on another day.
            text!("learn-edition-name", number = number.to_string())
        }
    });
    let card = StoredValue::new(card);
    let trail = Signal::derive(move || {
        card.with_value(|card| {
            module_trail(
                card,
                Some((text!("learn-edition-name", number = number.to_string()), None)),
            )
        })
    });
    let is_withdrawn = edition.state == EditionState::Withdrawn;
    let scope = Scope::Edition(edition.id);
    let lessons = edition
        .lessons
        .into_iter()
        .map(|head| view! { <EditionLesson module=edition.module scope=scope head=head texts_state=texts_state /> })
        .collect_view();
    let slug = card.with_value(|card| card.slug.clone());
    view! {
        <PageTitle text=module />
        <Breadcrumbs label=t!("learn-breadcrumbs") trail=trail />
        <PageHeader title=module title_lang=module_lang lead=lead />
        {is_withdrawn
            .then(|| {
                view! {
                    <Notice kind=NoticeKind::Attention>
                        <p>{t!("learn-edition-withdrawn-text")}</p>
                    </Notice>
                }
            })}
        <p>
            <a href=href(Page::Module(slug))>{t!("learn-edition-to-live")}</a>
        </p>
        <div class="stack">{lessons}</div>
    }
}

/// A lesson as the edition has it, with the way to complete it: it counts for the certificate of the edition.
#[component]
fn EditionLesson(
    module: ModuleId,
    scope: Scope,
    head: LessonHead,
    /// How much of the edition's texts is here.
    texts_state: Memo<ScopeState>,
) -> impl IntoView {
    let replica = use_replica();
    let lesson = head.id;
    let body = replica.one::<Lesson>(scope, lesson);
    let best = Memo::new(move |_| {
        let body = body.read();
        let (lang, text) = body.as_ref()?.text.best(lang())?;
        Some((lang, text.to_owned()))
    });
    let source = Signal::derive(move || best.get().map(|(_, text)| text).unwrap_or_default());
    let shown_lang = Signal::derive(move || best.get().map_or_else(lang, |(lang, _)| lang));
    let is_here = Memo::new(move |_| best.read().is_some());
    let identity = replica.identity();
    let is_completed = Memo::new(move |_| {
        replica
            .get::<LessonProgress>(Scope::Person(identity.read().person), lesson)
            .is_some_and(|progress| progress.completed.is_some())
    });
    let change = Change::new(|| tell(text!("learn-lesson-completed-announced")));
    let complete = Callback::new(move |()| {
        let blocks = untrack(|| document_of(&source.read()).map_or(0, |document| document.blocks.len()));
        change.make(RecordLesson {
            module,
            lesson,
            block: u32::try_from(blocks).unwrap_or(u32::MAX).saturating_sub(1),
            completed: true,
        });
    });
    let Shown {
        text: title,
        lang: title_lang,
    } = shown(head.title);
    // What links to other lessons says their numbers, which another edition may have given to others: words are left.
    let resolve = Callback::new(|target: LinkTarget| match target {
        LinkTarget::Lesson(_) => None,
        other => Some(other.address()),
    });
    view! {
        <section class="module__part">
            <h2 lang=move || title_lang.get().code() dir=move || title_lang.get().dir()>{title}</h2>
            {move || {
                let other = best.read().as_ref().map(|(lang, _)| *lang).filter(|shown| *shown != lang());
                other.map(|lang| view! { <p><WrittenIn lang=lang /></p> })
            }}
            <Show when=move || is_here.get() fallback=move || view! { <NoText state=texts_state /> }>
                <Prose
                    source=source
                    lang=shown_lang
                    id_prefix=format!("l{}", head.number)
                    heading_shift=1
                    resolve=resolve
                />
            </Show>
            {change.failure_view()}
            <div class="no-print">
                <Show
                    when=move || is_completed.get()
                    fallback=move || {
                        view! {
                            <Button
                                icon=IconKind::Check
                                on_press=complete
                                disabled=Signal::derive(move || !is_here.get())
                            >
                                {t!("learn-lesson-complete")}
                            </Button>
                        }
                    }
                >
                    <Notice kind=NoticeKind::Good slim=true>
                        <p>{t!("learn-lesson-is-complete")}</p>
                    </Notice>
                </Show>
            </div>
        </section>
    }
}
