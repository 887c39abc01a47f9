//! Light, dark, or as the system says.

use crate::settings;
use leptos::prelude::*;

/// Which theme is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in storage, attributes and message keys.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

const REMEMBERED: &str = "multaqa-theme";

/// The theme chosen on this device.
pub(crate) fn chosen() -> Theme {
    let word = settings::recall(REMEMBERED);
    Theme::ALL
        .into_iter()
        .find(|theme| Some(theme.word()) == word.as_deref())
        .unwrap_or_default()
}

/// Puts the chosen theme on; called before anything is shown.
pub(crate) fn restore() {
    put_on(chosen());
}

/// Chooses a theme and remembers it.
pub(crate) fn choose(theme: Theme) {
    match theme {
        Theme::Auto => settings::forget(REMEMBERED),
        Theme::Light | Theme::Dark => settings::remember(REMEMBERED, theme.word()),
    }
    put_on(theme);
}

fn put_on(theme: Theme) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Neither can fail on the root element.
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.word()),
    };
}
