use super::theme::{self, Theme};
use crate::i18n::key_of;
use crate::t;
use leptos::prelude::*;

/// The choice between the light, the dark and the system's theme.
#[component]
pub(crate) fn ThemeChoice() -> impl IntoView {
    let chosen = RwSignal::new(theme::chosen());
    let choose = move |event| {
        let word = event_target_value(&event);
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.word() == word) {
            chosen.set(theme);
            theme::choose(theme);
        }
    };
    let options = Theme::ALL.map(|theme| {
        view! {
            <option value=theme.word() selected=move || chosen.get() == theme>
                {t!(key_of("common-theme", theme.word()))}
            </option>
        }
    });
    view! {
        <label class="row">
            <span>{t!("common-theme")}</span>
            <span class="select">
                <select class="input" on:change=choose>
                    {options.collect_view()}
                </select>
            </span>
        </label>
    }
}
