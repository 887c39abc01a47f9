use super::{Icon, IconKind};
use leptos::{ev::MouseEvent, prelude::*};

/// How much a button weighs in its view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    /// The one main action.
    #[default]
    Main,
    /// Any other action.
    Plain,
    /// An action in a list or a toolbar.
    Quiet,
    /// Removes or ends something.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Plain => "button button--plain",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button. While it is busy or disabled it keeps the focus and says so, but does nothing.
#[component]
pub(crate) fn Button(
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the words.
    #[prop(optional, into)]
    icon: Option<IconKind>,
    /// Called when pressed; a button that sends its form needs none.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Whether it may not be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether its work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// For a button that stays down: whether it is down.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Whether it sends the form that it stands in.
    #[prop(optional)]
    submit: bool,
    /// Another name than the words on it, where they are not enough alone.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let is_idle = move || !disabled.get_untracked() && !busy.get_untracked();
    let press = move |event: MouseEvent| {
        if !is_idle() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            class=kind.class()
            type=if submit { "submit" } else { "button" }
            aria-disabled=move || disabled.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            aria-label=move || label.map(|label| label.get())
            on:click=press
        >
            {icon.map(|icon| view! { <Icon kind=icon /> })}
            {children()}
        </button>
    }
}

/// A link that weighs as much as a button: it leads somewhere, it does not do anything.
#[component]
pub(crate) fn LinkButton(
    /// Where to.
    #[prop(into)]
    href: Signal<String>,
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the words.
    #[prop(optional, into)]
    icon: Option<IconKind>,
    /// Whether an arrow follows the words.
    #[prop(optional)]
    forward: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=move || href.get()>
            {icon.map(|icon| view! { <Icon kind=icon /> })}
            {children()}
            {forward.then(|| view! { <Icon kind=IconKind::Forward /> })}
        </a>
    }
}

/// A square button with a sign alone; its label is what a screen reader says.
#[component]
pub(crate) fn IconButton(
    /// The sign.
    icon: IconKind,
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
    /// Called when pressed.
    #[prop(into)]
    on_press: Callback<()>,
    /// Whether it may not be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            class="icon-button"
            type="button"
            aria-label=move || label.get()
            title=move || label.get()
            aria-disabled=move || disabled.get().then_some("true")
            on:click=move |_| {
                if !disabled.get_untracked() {
                    on_press.run(());
                }
            }
        >
            <Icon kind=icon />
        </button>
    }
}
