use super::{is_withdrawn, lesson_page};
use crate::components::{Notice, NoticeKind};
use crate::pages::learn::words::words_of;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::t;
use leptos::prelude::*;
use shared::module_progress::EditionNews;
use shared::records::{Attempt, Certificate, Edition, LessonProgress, ModuleCard};
use shared::scope::Scope;

/// What a learner has to know of editions other than the live one; nothing for most.
#[component]
pub(in crate::pages::learn) fn EditionNotice(card: StoredValue<ModuleCard>) -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let news = Memo::new(move |_| {
        let own = Scope::Person(identity.read().person);
        let attempts = replica.list::<Attempt>(own);
        let certificates = replica.list::<Certificate>(own);
        if attempts.is_empty() && certificates.is_empty() {
            return None;
        }
        card.with_value(|card| {
            EditionNews::of(
                card,
                &replica.list::<Edition>(Scope::Module(card.id)),
                &replica.list::<LessonProgress>(own),
                &attempts,
                &certificates,
            )
        })
    });
    let is_withdrawn = card.with_value(|card| is_withdrawn(card.id, card.edition));
    view! {
        <Show when=move || is_withdrawn.get()>
            <Notice kind=NoticeKind::Attention>
                <p>
                    {t!("learn-edition-withdrawn-text")} " "
                    <a href=href(Page::Editions(card.with_value(|card| card.slug.clone())))>{t!("learn-editions-link")}</a>
                </p>
            </Notice>
        </Show>
        {move || news.get().map(|news| card.with_value(|card| words(card, news)))}
    }
}

fn words(card: &ModuleCard, news: EditionNews) -> AnyView {
    let (slug, live) = (card.slug.clone(), card.edition.edition);
    match news {
        EditionNews::LessonsLeft { edition, left } => {
            let number = edition;
            let count = left.len();
            let links = left
                .iter()
                .map(|head| view! { <li><a href=href(lesson_page(card, number, head))>{words_of(&head.title)}</a></li> })
                .collect_view();
            view! {
                <Notice>
                    <p>{t!("learn-edition-lessons-left", count = count, edition = number.edition)}</p>
                    <ul>{links}</ul>
                </Notice>
            }
            .into_any()
        }
        EditionNews::Renewed { held, new_lessons } => view! {
            <Notice>
                <p>
                    {t!("learn-edition-renewed", held = held, live = live, count = new_lessons)} " "
                    <a href=href(Page::Editions(slug))>{t!("learn-editions-link")}</a>
                </p>
            </Notice>
        }
        .into_any(),
    }
}
