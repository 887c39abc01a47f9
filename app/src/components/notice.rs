use super::{Icon, IconKind, focus};
use leptos::{html, prelude::*};
use shared::lang::Lang;

/// What a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Went well.
    Good,
    /// Needs attention.
    Attention,
    /// Went wrong: what happened, what is kept, what to do.
    Error,
}

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice notice--info",
            Self::Good => "notice notice--good",
            Self::Attention => "notice notice--clay",
            Self::Error => "notice notice--error",
        }
    }

    const fn icon(self) -> IconKind {
        match self {
            Self::Info => IconKind::Info,
            Self::Good => IconKind::Check,
            Self::Attention => IconKind::Attention,
            Self::Error => IconKind::Error,
        }
    }
}

/// Something to know, in the flow of the page. One that appears after an action is announced (`live`); one that says that
/// the action failed takes the focus too, so that it is in sight wherever the button was.
#[component]
pub(crate) fn Notice(
    /// What it is about.
    #[prop(optional)]
    kind: NoticeKind,
    /// A title above the text.
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// Whether it is one small line.
    #[prop(optional)]
    slim: bool,
    /// Whether a screen reader says it when it appears.
    #[prop(optional)]
    live: bool,
    /// The text and what can be done.
    children: Children,
) -> impl IntoView {
    let role = live.then_some(if kind == NoticeKind::Error {
        "alert"
    } else {
        "status"
    });
    let is_failure = live && kind == NoticeKind::Error;
    let shown = NodeRef::<html::Div>::new();
    if is_failure {
        Effect::new(move |_| {
            if let Some(element) = shown.get() {
                focus::on(&element);
                focus::into_view(&element);
            }
        });
    }
    view! {
        <div
            class=kind.class()
            class:notice--slim=slim
            role=role
            tabindex=is_failure.then_some("-1")
            node_ref=shown
        >
            <Icon kind=kind.icon() />
            <div class="notice__body">
                {title.map(|title| view! { <p class="notice__title">{move || title.get()}</p> })}
                {children()}
            </div>
        </div>
    }
}

/// Why something was not done, announced where it was tried; nothing as long as there is nothing to say.
#[component]
pub(crate) fn Failure(
    /// What happened and what to do.
    #[prop(into)]
    words: Signal<Option<String>>,
) -> impl IntoView {
    announced(NoticeKind::Error, words)
}

/// What was done, in a dialog, which puts everything outside of itself out of reach; nothing as long as there is
/// nothing to say. Elsewhere [`crate::shell::tell`] says it.
#[component]
pub(crate) fn Success(
    /// What was done.
    #[prop(into)]
    words: Signal<Option<String>>,
) -> impl IntoView {
    announced(NoticeKind::Good, words)
}

fn announced(kind: NoticeKind, words: Signal<Option<String>>) -> impl IntoView {
    move || {
        words.get().map(|words| {
            view! {
                <Notice kind=kind live=true slim=true>
                    <p>{words}</p>
                </Notice>
            }
        })
    }
}

/// The words of a change that was refused, kept to be read and copied.
#[component]
pub(crate) fn KeptWords(
    /// What the person wrote.
    #[prop(into)]
    text: Signal<String>,
    /// The language it is in, where known.
    #[prop(optional, into)]
    lang: Option<Lang>,
    /// What it is, for a screen reader: the region can be scrolled and so can be focused.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <div
            class="kept-words"
            role="region"
            tabindex="0"
            dir=lang.map_or("auto", Lang::dir)
            lang=lang.map(Lang::code)
            aria-label=move || label.get()
        >
            {move || text.get()}
        </div>
    }
}
