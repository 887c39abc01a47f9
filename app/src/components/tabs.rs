use super::focus;
use leptos::{ev::KeyboardEvent, prelude::*};
use shared::lang::Lang;

/// One tab. Its words are in the reader's language, save the name of a language, which is in its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tab {
    /// What identifies it.
    pub(crate) key: String,
    /// What is read.
    pub(crate) label: String,
    /// The language of the label, where it is not the page's.
    pub(crate) label_lang: Option<Lang>,
    /// Words under the label: "original", "not translated".
    pub(crate) state: Option<String>,
}

fn tab_words(tab: Tab) -> impl IntoView {
    view! {
        <span lang=tab.label_lang.map(Lang::code) dir=tab.label_lang.map(Lang::dir)>{tab.label}</span>
        {tab.state.map(|state| view! { <span class="tabs__state">{state}</span> })}
    }
}

/// Tabs that choose a part of the same page. The arrow keys walk through them in the direction of the text, Home and End go to
/// the ends; only the chosen one is a stop of the Tab key. The panel is the caller's: id `{id}-panel`, role `tabpanel`,
/// `aria-labelledby` `{id}-{key}`.
#[component]
pub(crate) fn TabButtons(
    /// The start of the ids of the tabs and of the panel.
    #[prop(into)]
    id: String,
    /// What the tabs choose between.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    #[prop(into)]
    tabs: Signal<Vec<Tab>>,
    /// The key of the chosen one.
    #[prop(into)]
    chosen: Signal<String>,
    /// Called with the key of the one that was chosen.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let panel = format!("{id}-panel");
    let id = StoredValue::new(id);
    let walk = move |event: KeyboardEvent| {
        let keys: Vec<String> = tabs.read_untracked().iter().map(|tab| tab.key.clone()).collect();
        let from = keys
            .iter()
            .position(|key| *key == chosen.get_untracked())
            .unwrap_or_default();
        let is_rtl = document()
            .document_element()
            .is_some_and(|root| root.get_attribute("dir").as_deref() == Some("rtl"));
        let Some(to) = step(&event.key(), from, keys.len(), is_rtl) else {
            return;
        };
        if let Some(key) = keys.get(to) {
            event.prevent_default();
            on_choose.run(key.clone());
            focus::on_id(&format!("{}-{key}", id.get_value()));
        }
    };
    let buttons = move || {
        tabs.get()
            .into_iter()
            .map(|tab| {
                let own = tab.key.clone();
                let is_chosen = Memo::new(move |_| chosen.get() == own);
                let key = tab.key.clone();
                let tab_id = format!("{}-{key}", id.get_value());
                view! {
                    <button
                        class="tabs__tab"
                        type="button"
                        role="tab"
                        id=tab_id
                        aria-controls=panel.clone()
                        aria-selected=move || is_chosen.get().to_string()
                        tabindex=move || if is_chosen.get() { "0" } else { "-1" }
                        on:click=move |_| on_choose.run(key.clone())
                    >
                        {tab_words(tab)}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <div class="tabs" role="tablist" data-scrolls aria-label=move || label.get() on:keydown=walk>
            {buttons}
        </div>
    }
}

/// Where a key leads from tab `from` of `count`, if it leads anywhere.
fn step(key: &str, from: usize, count: usize, is_rtl: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let next = if from >= last { 0 } else { from + 1 };
    let previous = from.checked_sub(1).unwrap_or(last);
    match (key, is_rtl) {
        ("ArrowRight", false) | ("ArrowLeft", true) => Some(next),
        ("ArrowLeft", false) | ("ArrowRight", true) => Some(previous),
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn arrows_follow_the_direction_of_the_text_and_go_round() {
        assert_eq!(step("ArrowRight", 0, 3, false), Some(1));
        assert_eq!(step("ArrowRight", 0, 3, true), Some(2));
        assert_eq!(step("ArrowLeft", 0, 3, true), Some(1));
        assert_eq!(step("ArrowRight", 2, 3, false), Some(0));
        assert_eq!(step("End", 0, 3, false), Some(2));
        assert_eq!(step("a", 0, 3, false), None);
        assert_eq!(step("Home", 0, 0, false), None);
    }
}
