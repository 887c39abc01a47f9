use super::reading::Reading;
use crate::components::{Icon, IconKind, Prose};
use crate::i18n::key_of;
use crate::pages::experiences::words::language_name;
use crate::t;
use leptos::prelude::*;
use shared::lang::Lang;
use shared::limits;
use shared::markdown::LinkTarget;
use shared::records::{Experience, Section, Source};
use shared::unicode;

/// The sections that somebody wrote, in reading order.
#[component]
pub(super) fn ReportText(
    /// The experience.
    held: Memo<Experience>,
    /// In which language it is read.
    reading: Reading,
) -> impl IntoView {
    let written = Memo::new(move |_| {
        let held = held.read();
        Section::ALL
            .into_iter()
            .filter(|section| !matches!(section, Section::Title | Section::Summary))
            .filter(|section| {
                held.content
                    .texts
                    .get(section)
                    .is_some_and(|text| !text.is_empty())
            })
            .collect::<Vec<_>>()
    });
    view! {
        <div
            id="reading-panel"
            class="report__text"
            role=move || reading.tab().map(|_| "tabpanel")
            aria-labelledby=move || reading.tab()
        >
            <For each=move || written.get() key=|section| *section let:section>
                <section data-place=section.word() aria-labelledby=format!("section-{}", section.word())>
                    <h2 id=format!("section-{}", section.word())>
                        {t!(key_of("section", section.word()))}
                    </h2>
                    <SectionText
                        text=Signal::derive(move || reading.text(section))
                        written_in=Signal::derive(move || reading.lang_of(section))
                        wanted=Signal::derive(move || reading.lang())
                        id_prefix=section.word()
                    />
                </section>
            </For>
        </div>
    }
}

/// One section as text; says so when it is in another language than the rest.
#[component]
pub(crate) fn SectionText(
    /// Markdown.
    text: Signal<String>,
    /// Its language.
    written_in: Signal<Lang>,
    /// The language that is read.
    wanted: Signal<Lang>,
    /// The start of the ids of its blocks.
    id_prefix: &'static str,
) -> impl IntoView {
    // An experience has no lessons, and its author cannot know the addresses of the hub: only the web is left.
    let resolve = Callback::new(|target: LinkTarget| match target {
        LinkTarget::Web(address) => Some(address),
        LinkTarget::Mail(_) | LinkTarget::Phone(_) => Some(target.address()),
        LinkTarget::Lesson(_) | LinkTarget::Page(_) => None,
    });
    view! {
        <Show when=move || written_in.get() != wanted.get()>
            <p class="quiet small">
                {t!("experiences-section-only-in", language = language_name(written_in.get()))}
            </p>
        </Show>
        <Prose source=text lang=written_in id_prefix=id_prefix heading_shift=1 resolve=resolve />
    }
}

/// What supports the report.
#[component]
pub(crate) fn Sources(
    /// The experience.
    #[prop(into)]
    held: Signal<Experience>,
) -> impl IntoView {
    let sources = Memo::new(move |_| held.read().content.sources.clone());
    let is_there = Memo::new(move |_| !sources.read().is_empty());
    view! {
        <Show when=move || is_there.get()>
            <section class="sources" aria-labelledby="sources-title" data-place="sources">
                <h2 id="sources-title">{t!("experiences-sources")}</h2>
                <ol>{move || sources.get().into_iter().map(source_line).collect_view()}</ol>
            </section>
        </Show>
    }
}

fn source_line(source: Source) -> impl IntoView {
    let Source { title, url } = source;
    let words = if unicode::is_blank(&title) {
        url.clone()
    } else {
        title
    };
    // Imported content is checked, but a link is only drawn for what surely is one.
    if limits::is_address(&url) {
        view! {
            <li>
                <a href=url rel="noopener noreferrer external">
                    <bdi>{words}</bdi>
                    " "
                    <Icon kind=IconKind::External />
                </a>
            </li>
        }
        .into_any()
    } else {
        view! { <li><bdi>{words}</bdi></li> }.into_any()
    }
}
