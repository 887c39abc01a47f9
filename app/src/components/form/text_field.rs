use super::{Field, described_by};
use leptos::prelude::*;
use shared::lang::Lang;

/// What a line of text holds: decides the keyboard of a phone and the direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum InputKind {
    /// Words.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// An address of a page.
    Url,
    /// An address of a page that may be typed without its scheme, which a browser's own field would refuse.
    Address,
    /// A whole number.
    Number,
    /// A sum of money, with the blanks, signs and currency that people write.
    Amount,
    /// Words to look for.
    Search,
    /// A code or a number of something: read left to right in every language.
    Code,
}

impl InputKind {
    const fn input_type(self) -> &'static str {
        match self {
            // A browser's own number field loses what it does not understand, and changes under the wheel.
            Self::Text | Self::Code | Self::Number | Self::Amount | Self::Address => "text",
            Self::Email => "email",
            Self::Url => "url",
            Self::Search => "search",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Code => "input input--code",
            Self::Number => "input input--short",
            Self::Text | Self::Amount | Self::Email | Self::Url | Self::Address | Self::Search => "input",
        }
    }

    /// The keyboard of a phone, where the type of the field does not say it.
    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("numeric"),
            Self::Address => Some("url"),
            _ => None,
        }
    }

    fn dir(self, lang: Option<Lang>) -> &'static str {
        match self {
            Self::Text | Self::Amount | Self::Search => lang.map_or("auto", Lang::dir),
            Self::Email | Self::Url | Self::Address | Self::Number | Self::Code => "ltr",
        }
    }
}

/// One line of text with its label, hint and error.
#[component]
pub(crate) fn TextField(
    /// The id, unique on the page; the error summary leads to it.
    #[prop(into)]
    id: String,
    /// Its name in what a form sends, where that is not its id.
    #[prop(optional, into)]
    name: Option<&'static str>,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// Words after the label, such as "optional".
    #[prop(optional, into)]
    optional: Option<Signal<String>>,
    /// How to fill it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it now.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What it holds.
    #[prop(optional)]
    kind: InputKind,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// What a browser may fill in by itself (`email`, `current-password`, …).
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The language that is written here, where it is not the page's.
    #[prop(optional, into)]
    lang: Option<Signal<Lang>>,
    /// Whether it may not be left empty.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let has_hint = hint.is_some();
    let control = id.clone();
    let name = name.map_or_else(|| id.clone(), str::to_owned);
    let described = {
        let id = id.clone();
        move || described_by(&id, has_hint, error.get().is_some())
    };
    view! {
        <Field id=id label=label nostrip:optional=optional nostrip:hint=hint error=error>
            <input
                class=kind.class()
                id=control
                name=name
                type=kind.input_type()
                inputmode=kind.input_mode()
                dir=move || kind.dir(lang.map(|lang| lang.get()))
                lang=move || lang.map(|lang| lang.get().code())
                // Unless it is something that the browser is meant to know, it must not write down what is typed.
                autocomplete=autocomplete.unwrap_or("off")
                aria-required=required.then_some("true")
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
                value=value.get_untracked()
                prop:value=move || value.get()
                on:input:target=move |event| on_input.run(event.target().value())
            />
        </Field>
    }
}
