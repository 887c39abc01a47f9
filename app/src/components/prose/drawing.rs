use leptos::prelude::*;
use shared::markdown::LinkTarget;

/// An aside of a text (an example, a template), as plain words to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AsideText {
    /// The bold words it opens with.
    pub(crate) label: String,
    /// What follows them.
    pub(crate) text: String,
}

/// Where the boxes of a text keep whether they are ticked, each by its words; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Ticks {
    /// Whether the box with these words was ticked or cleared before; nothing when it was left as written.
    pub(crate) kept: Callback<String, Option<bool>>,
    /// Keeps that it is ticked now, or cleared.
    pub(crate) on_tick: Callback<(String, bool)>,
}

/// What the page adds to the tree while it is drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    pub(super) id_prefix: StoredValue<String>,
    pub(super) heading_shift: u8,
    pub(super) resolve: Option<Callback<LinkTarget, Option<String>>>,
    pub(super) aside_end: Option<Callback<AsideText, AnyView>>,
    pub(super) ticks: Option<Ticks>,
}
