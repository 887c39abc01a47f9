use super::editor::DraftEditor;
use crate::components::{Choice, SelectField};
use crate::pages::experiences::words::language_name;
use crate::t;
use leptos::prelude::*;
use shared::lang::Lang;

/// In which two languages one writes. Choosing the other one's language swaps them.
#[component]
pub(super) fn LanguageChoice(
    /// What is being written.
    editor: DraftEditor,
) -> impl IntoView {
    let choices = Signal::derive(move || {
        Lang::ALL
            .into_iter()
            .map(|one| Choice::new(one.code(), language_name(one)))
            .collect::<Vec<_>>()
    });
    let choose = move |target: RwSignal<Lang>, other: RwSignal<Lang>, code: String| {
        if let Ok(wanted) = code.parse::<Lang>() {
            if other.get_untracked() == wanted {
                other.set(target.get_untracked());
            }
            target.set(wanted);
        }
    };
    view! {
        <div class="row composer__languages">
            <SelectField
                id="first-language"
                label=t!("experiences-first-language")
                choices=choices
                value=Signal::derive(move || editor.first.get().code().to_owned())
                on_change=move |code| choose(editor.first, editor.second, code)
            />
            <SelectField
                id="second-language"
                label=t!("experiences-second-language")
                choices=choices
                value=Signal::derive(move || editor.second.get().code().to_owned())
                on_change=move |code| choose(editor.second, editor.first, code)
            />
        </div>
    }
}
