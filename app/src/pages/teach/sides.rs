use super::draft::Writing;
use super::field::DraftField;
use super::field_state::field_id;
use crate::components::{Prose, Tab, TabButtons};
use crate::i18n::lang_untracked;
use crate::pages::experiences::words::own_name;
use crate::pages::learn::words::language_name;
use crate::t;
use leptos::prelude::*;
use shared::lang::Lang;
use shared::records::DraftPlace;

/// The original beside one translation, and which of the two a phone shows. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    /// The language of the translation.
    pub(super) second: RwSignal<Lang>,
    /// Whether a phone shows the translation.
    shows_second: RwSignal<bool>,
}

impl Sides {
    /// The reader's language beside the original; where they are the same, another one.
    pub(super) fn new(writing: Writing) -> Self {
        let original = writing.draft.with_untracked(|draft| draft.original);
        let reader = lang_untracked();
        let second = std::iter::once(reader)
            .chain(Lang::ALL)
            .find(|lang| *lang != original)
            .unwrap_or(reader);
        Self {
            second: RwSignal::new(second),
            shows_second: RwSignal::new(false),
        }
    }

    /// The language that a phone shows. Tracked.
    fn chosen(self, writing: Writing) -> Lang {
        match self.shows_second.get() {
            true => self.second.get(),
            false => writing.original(),
        }
    }

    /// Whether a phone shows the translation. Tracked.
    pub(super) fn shows_second(self) -> bool {
        self.shows_second.get()
    }
}

/// Chooses the language beside the original, and on a phone which of the two is shown.
#[component]
pub(super) fn SideTabs(
    /// The module.
    writing: Writing,
    /// The two languages.
    sides: Sides,
) -> impl IntoView {
    let tabs = Signal::derive(move || {
        let original = writing.original();
        let all = std::iter::once(original).chain(Lang::ALL.into_iter().filter(|lang| *lang != original));
        all.map(|lang| Tab {
            key: lang.code().to_owned(),
            label: own_name(lang).to_owned(),
            label_lang: Some(lang),
            state: (lang == original).then(|| crate::text!("teach-original")),
        })
        .collect()
    });
    let chosen = Signal::derive(move || sides.chosen(writing).code().to_owned());
    view! {
        <div class="draft-sides__tabs">
            <TabButtons
                id="sides"
                label=t!("teach-languages")
                tabs=tabs
                chosen=chosen
                on_choose=move |code: String| {
                    let Ok(lang) = code.parse::<Lang>() else {
                        return;
                    };
                    let is_original = lang == writing.draft.with_untracked(|draft| draft.original);
                    sides.shows_second.set(!is_original);
                    if !is_original {
                        sides.second.set(lang);
                    }
                }
            />
        </div>
    }
}

/// What the tabs choose between.
#[component]
pub(super) fn SidePanel(
    /// The module.
    writing: Writing,
    /// The two languages.
    sides: Sides,
    /// The texts.
    children: Children,
) -> impl IntoView {
    view! {
        <div
            id="sides-panel"
            role="tabpanel"
            aria-labelledby=move || format!("sides-{}", sides.chosen(writing).code())
        >
            {children()}
        </div>
    }
}

/// One text, the original beside the translation.
#[component]
pub(super) fn Sided(
    /// The module.
    writing: Writing,
    /// The two languages.
    sides: Sides,
    /// Which text.
    place: DraftPlace,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// How to fill it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let original = Memo::new(move |_| writing.original());
    let second = Memo::new(move |_| sides.second.get());
    let is_open = Memo::new(move |_| writing.is_open());
    let field = move |lang: Lang| match is_open.get() {
        true => view! { <DraftField writing=writing place=place lang=lang label=label nostrip:hint=hint /> }
            .into_any(),
        false => view! { <AsWritten writing=writing place=place lang=lang label=label /> }.into_any(),
    };
    view! {
        <div class="composer__sides composer__sides--two">
            <div class="composer__side" data-shown=move || (!sides.shows_second.get()).then_some("yes")>
                {move || field(original.get())}
            </div>
            <div class="composer__side" data-shown=move || sides.shows_second.get().then_some("yes")>
                {move || field(second.get())}
            </div>
        </div>
    }
}

/// A text that nobody writes in now.
#[component]
fn AsWritten(writing: Writing, place: DraftPlace, lang: Lang, label: Signal<String>) -> impl IntoView {
    let source = Signal::derive(move || writing.texts.read().get(place, lang).to_owned());
    let prefix = field_id(writing, place, lang);
    view! {
        <p class="field__label">
            {move || label.get()} " " <span class="quiet">{move || language_name(lang)}</span>
        </p>
        <Show
            when=move || !source.read().is_empty()
            fallback=move || view! { <p class="quiet">{t!("teach-not-written")}</p> }
        >
            <Prose source=source lang=Signal::stored(lang) id_prefix=prefix.clone() heading_shift=2 />
        </Show>
    }
}
