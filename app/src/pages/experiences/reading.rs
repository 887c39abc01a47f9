use crate::components::{Notice, Tab, TabButtons};
use crate::i18n::{key_of, lang};
use crate::pages::experiences::words::{language_name, own_name, translation_state};
use crate::{t, text};
use leptos::prelude::*;
use shared::lang::Lang;
use shared::records::{Experience, Section};

/// In which language an experience is read; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    held: Memo<Experience>,
    chosen: RwSignal<Option<Lang>>,
    shown: Memo<Lang>,
}

/// The reader's language where it exists, else the best there is, until the reader chooses another.
pub(crate) fn use_reading(held: Memo<Experience>) -> Reading {
    let chosen = RwSignal::new(None::<Lang>);
    Effect::new(move |before: Option<Lang>| {
        let now = lang();
        // Who switches the whole page wants to read in that language.
        if before.is_some_and(|before| before != now) {
            chosen.set(None);
        }
        now
    });
    let shown = Memo::new(move |_| {
        let languages = held.read().content.languages();
        let exists = |wanted: &Lang| languages.contains(wanted);
        chosen
            .get()
            .filter(exists)
            .or_else(|| Some(lang()).filter(exists))
            .or_else(|| languages.first().copied())
            .unwrap_or_else(lang)
    });
    Reading { held, chosen, shown }
}

impl Reading {
    /// The language that is read. Tracked.
    pub(crate) fn lang(self) -> Lang {
        self.shown.get()
    }

    /// The id of the tab of the language that is read; `None` where one language needs no tabs. Tracked.
    pub(crate) fn tab(self) -> Option<String> {
        let has_tabs = self.held.read().content.languages().len() > 1;
        has_tabs.then(|| format!("reading-{}", self.lang().code()))
    }

    /// A section in the language that is read, or in the best there is of it; empty when nobody wrote it. Tracked.
    pub(crate) fn text(self, section: Section) -> String {
        self.best(section).map(|(_, text)| text).unwrap_or_default()
    }

    /// The language in which a section is really shown. Tracked.
    pub(crate) fn lang_of(self, section: Section) -> Lang {
        self.best(section)
            .map_or_else(|| self.shown.get(), |(lang, _)| lang)
    }

    fn best(self, section: Section) -> Option<(Lang, String)> {
        let held = self.held.read();
        let text = held.content.texts.get(&section)?;
        text.best(self.shown.get())
            .map(|(lang, text)| (lang, text.to_owned()))
    }
}

/// The languages as tabs, each with how far it can be trusted, and words when the reader's own is missing.
#[component]
pub(super) fn Languages(
    /// What is read.
    reading: Reading,
) -> impl IntoView {
    let languages = Memo::new(move |_| reading.held.read().content.languages());
    let tabs = Signal::derive(move || {
        let held = reading.held.read();
        languages
            .get()
            .into_iter()
            .map(|one| Tab {
                key: one.code().to_owned(),
                label: own_name(one).to_owned(),
                label_lang: Some(one),
                state: translation_state(&held.content, one)
                    .map(|state| text!(key_of("translation-state", state.word()))),
            })
            .collect::<Vec<_>>()
    });
    let choose = move |code: String| reading.chosen.set(code.parse().ok());
    let has_several = Memo::new(move |_| languages.read().len() > 1);
    let is_missing = Memo::new(move |_| !languages.read().is_empty() && !languages.read().contains(&lang()));
    view! {
        <Show when=move || is_missing.get()>
            <Notice slim=true>
                <p>
                    {move || {
                        text!(
                            "experiences-shown-in-another",
                            wanted = language_name(lang()),
                            shown = language_name(reading.lang())
                        )
                    }}
                </p>
            </Notice>
        </Show>
        <Show when=move || has_several.get()>
            <TabButtons
                id="reading"
                label=t!("experiences-languages")
                tabs=tabs
                chosen=Signal::derive(move || reading.lang().code().to_owned())
                on_choose=choose
            />
        </Show>
    }
}
