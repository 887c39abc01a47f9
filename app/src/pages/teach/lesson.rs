use super::draft::{OfAddress, Writing};
use super::field_state::field_id;
use super::names::lesson_name;
use super::sides::{SidePanel, SideTabs, Sided, Sides};
use super::trail::trail;
use crate::components::{Breadcrumbs, Button, ButtonKind, EmptyState, LinkButton, PageHeader, Prose};
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ids::LessonId;
use shared::lang::Lang;
use shared::records::DraftPlace;

/// One lesson of a module that is being written, as it is typed and as its learners will see it.
#[component]
pub(crate) fn TeachLesson() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get_str("lesson")?.parse::<LessonId>().ok()));
    view! {
        <OfAddress page=move |writing: Writing| {
            let lesson = Memo::new(move |_| {
                let id = id.get()?;
                writing.draft.read().lessons.iter().any(|lesson| lesson.id == id).then_some(id)
            });
            view! {
                {move || match lesson.get() {
                    Some(lesson) => view! { <LessonPage writing=writing lesson=lesson /> }.into_any(),
                    None => view! { <NoLesson writing=writing /> }.into_any(),
                }}
            }
                .into_any()
        } />
    }
}

#[component]
fn NoLesson(writing: Writing) -> impl IntoView {
    view! {
        <PageTitle text=t!("teach-title") />
        <PageHeader title=t!("teach-title") />
        <EmptyState title=t!("teach-lesson-missing-title") text=t!("teach-lesson-missing-text")>
            <LinkButton href=href(Page::TeachModule(writing.module))>{t!("teach-to-module")}</LinkButton>
        </EmptyState>
    }
}

#[component]
fn LessonPage(writing: Writing, lesson: LessonId) -> impl IntoView {
    let title = Signal::derive(move || lesson_name(writing, lesson));
    let sides = Sides::new(writing);
    let shows_preview = RwSignal::new(false);
    let text = DraftPlace::LessonText(lesson);
    // Lessons are often written one after the other.
    let next = Memo::new(move |_| {
        let draft = writing.draft.read();
        let mut after = draft.lessons().skip_while(|one| one.id != lesson);
        after.next()?;
        after.next().map(|one| one.id)
    });
    view! {
        <PageTitle text=title />
        <Breadcrumbs label=t!("learn-breadcrumbs") trail=Signal::derive(move || trail(writing, Some(title.get()))) />
        <PageHeader title=title />
        {writing.change.failure_view()}
        <div class="button-row">
            <Button
                kind=ButtonKind::Plain
                pressed=shows_preview
                on_press=move |()| shows_preview.update(|shows| *shows = !*shows)
            >
                {t!("teach-preview")}
            </Button>
        </div>
        <SideTabs writing=writing sides=sides />
        <SidePanel writing=writing sides=sides>
            <Show
                when=move || !shows_preview.get()
                fallback=move || view! { <Preview writing=writing sides=sides place=text /> }
            >
                <Sided
                    writing=writing
                    sides=sides
                    place=DraftPlace::LessonTitle(lesson)
                    label=t!("teach-place-lesson-title-here")
                />
                <Sided
                    writing=writing
                    sides=sides
                    place=text
                    label=t!("teach-place-lesson-text-here")
                    hint=t!("teach-lesson-text-hint")
                />
            </Show>
        </SidePanel>
        <div class="button-row">
            {move || {
                next.get()
                    .map(|next| {
                        view! {
                            <LinkButton kind=ButtonKind::Plain href=href(Page::TeachLesson(writing.module, next))>
                                {t!("teach-next-lesson")}
                            </LinkButton>
                        }
                    })
            }}
            <LinkButton kind=ButtonKind::Plain href=href(Page::TeachModule(writing.module))>
                {t!("teach-to-module")}
            </LinkButton>
        </div>
    }
}

/// The text as its learners will see it, in both languages.
#[component]
fn Preview(writing: Writing, sides: Sides, place: DraftPlace) -> impl IntoView {
    let one = move |lang: Lang| {
        let source = Signal::derive(move || writing.texts.read().get(place, lang).to_owned());
        view! {
            <Show
                when=move || !source.read().is_empty()
                fallback=move || view! { <p class="quiet">{t!("teach-not-written")}</p> }
            >
                <Prose source=source lang=Signal::stored(lang) id_prefix=field_id(writing, place, lang) heading_shift=1 />
            </Show>
        }
    };
    view! {
        <div class="composer__sides composer__sides--two">
            <div class="composer__side" data-shown=move || (!sides.shows_second()).then_some("yes")>
                {move || one(writing.original())}
            </div>
            <div class="composer__side" data-shown=move || sides.shows_second().then_some("yes")>
                {move || one(sides.second.get())}
            </div>
        </div>
    }
}
