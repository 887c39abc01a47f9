use super::{Icon, IconKind};
use leptos::prelude::*;
use shared::vocabulary::Principle;

/// The colour of a tag; its words carry the meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TagKind {
    /// A plain label.
    #[default]
    Neutral,
    /// A subject.
    Accent,
    /// Needs attention.
    Clay,
}

impl TagKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tag",
            Self::Accent => "tag tag--accent",
            Self::Clay => "tag tag--clay",
        }
    }
}

/// A short label.
#[component]
pub(crate) fn Tag(
    /// Its colour.
    #[prop(optional)]
    kind: TagKind,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <span class=kind.class()>{children()}</span> }
}

/// A principle with its sign; a link where there is a list to open.
#[component]
pub(crate) fn PrincipleTag(
    /// Which one.
    principle: Principle,
    /// Its name in the reader's language.
    #[prop(into)]
    label: Signal<String>,
    /// The list of what is about it.
    #[prop(optional, into)]
    href: Option<Signal<String>>,
) -> impl IntoView {
    let words = move || view! { <Icon kind=IconKind::of_principle(principle) /> {move || label.get()} };
    match href {
        Some(href) => {
            view! { <a class="tag tag--principle" href=move || href.get()>{words()}</a> }.into_any()
        }
        None => view! { <span class="tag tag--principle">{words()}</span> }.into_any(),
    }
}

/// How a state is shown beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StateKind {
    /// Only its author sees it.
    Draft,
    /// Waits for somebody.
    Waiting,
    /// Went through.
    Good,
    /// Needs the person's attention.
    Attention,
    /// Over.
    Closed,
}

impl StateKind {
    const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::Good => "good",
            Self::Attention => "attention",
            Self::Closed => "closed",
        }
    }
}

/// The state of an experience, an invitation, a change: a dot and words.
#[component]
pub(crate) fn StateLabel(
    /// How it is shown.
    #[prop(into)]
    kind: Signal<StateKind>,
    /// The words.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! { <span class="state" data-state=move || kind.get().word()>{move || text.get()}</span> }
}
