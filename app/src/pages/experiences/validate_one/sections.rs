use super::comparison::{Compared, compare, languages};
use crate::components::{Button, ButtonKind, Tab, TabButtons, Tag, TagKind};
use crate::i18n::{key_of, lang};
use crate::pages::experiences::changes::WordChanges;
use crate::pages::experiences::report_text::SectionText;
use crate::pages::experiences::words::{own_name, translation_state};
use crate::{t, text};
use leptos::prelude::*;
use shared::lang::Lang;
use shared::records::Experience;

/// The submission in each of its languages, with what changed since last time marked where it is.
#[component]
pub(super) fn Sections(
    /// The submission that is judged.
    read: RwSignal<Experience>,
) -> impl IntoView {
    let all = Memo::new(move |_| languages(&read.read()));
    let chosen = RwSignal::new(None::<Lang>);
    let current = Memo::new(move |_| {
        let all = all.read();
        chosen
            .get()
            .or_else(|| Some(lang()))
            .filter(|wanted| all.contains(wanted))
            .or_else(|| all.first().copied())
            .unwrap_or_else(lang)
    });
    let tabs = Signal::derive(move || {
        let read = read.read();
        all.get()
            .into_iter()
            .map(|one| Tab {
                key: one.code().to_owned(),
                label: own_name(one).to_owned(),
                label_lang: Some(one),
                state: translation_state(&read.content, one)
                    .map(|state| text!(key_of("translation-state", state.word()))),
            })
            .collect::<Vec<_>>()
    });
    let has_several = Memo::new(move |_| all.read().len() > 1);
    let has_previous = Memo::new(move |_| read.read().previous.is_some());
    let shows_changes = RwSignal::new(true);
    let compared = Memo::new(move |_| compare(&read.read(), current.get()));
    view! {
        <Show when=move || has_several.get()>
            <TabButtons
                id="judged"
                label=t!("experiences-languages")
                tabs=tabs
                chosen=Signal::derive(move || current.get().code().to_owned())
                on_choose=move |code: String| chosen.set(code.parse().ok())
            />
        </Show>
        <Show when=move || has_previous.get()>
            <p>
                <Button
                    kind=ButtonKind::Plain
                    pressed=shows_changes
                    on_press=move |()| shows_changes.update(|shows| *shows = !*shows)
                >
                    {t!("experiences-show-changes")}
                </Button>
            </p>
        </Show>
        <div
            id="judged-panel"
            class="report__text"
            role=move || has_several.get().then_some("tabpanel")
            aria-labelledby=move || has_several.get().then(|| format!("judged-{}", current.get().code()))
        >
            {move || {
                let shows_changes = shows_changes.get();
                compared
                    .get()
                    .into_iter()
                    .map(|one| view! { <ComparedSection compared=one shows_changes=shows_changes /> })
                    .collect_view()
            }}
        </div>
    }
}

#[component]
fn ComparedSection(compared: Compared, shows_changes: bool) -> impl IntoView {
    let has_changed = compared.has_changed();
    let is_compared = compared.before.is_some();
    let Compared {
        section,
        lang,
        before,
        now,
    } = compared;
    let id = format!("judged-section-{}", section.word());
    let labelled_by = id.clone();
    view! {
        <section aria-labelledby=labelled_by>
            <div class="row row--apart">
                <h2 id=id>{t!(key_of("section", section.word()))}</h2>
                {is_compared
                    .then(|| {
                        if has_changed {
                            view! { <Tag kind=TagKind::Clay>{t!("experiences-section-changed")}</Tag> }.into_any()
                        } else {
                            view! { <Tag>{t!("experiences-section-same")}</Tag> }.into_any()
                        }
                    })}
            </div>
            {match before.filter(|_| has_changed && shows_changes) {
                Some(before) => view! { <WordChanges before=before after=now lang=lang /> }.into_any(),
                None => {
                    view! {
                        <SectionText
                            text=Signal::stored(now)
                            written_in=Signal::stored(lang)
                            wanted=Signal::stored(lang)
                            id_prefix=section.word()
                        />
                    }
                        .into_any()
                }
            }}
        </section>
    }
}
