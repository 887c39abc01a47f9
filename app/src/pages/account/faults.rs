use crate::api::refusal_words;
use crate::components::FieldError;
use crate::i18n::message;
use leptos::prelude::*;
use shared::limits;
use shared::refusal::{Refusal, RefusalCode};

/// Why a field must be corrected. Kept as its cause and not as words, so that the words follow a switch of the
/// language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The message with this key.
    Message(&'static str),
    /// What the rules of the network say.
    Rule(Refusal),
}

impl Cause {
    /// What is wrong with the address of an account to come, if anything.
    pub(crate) fn of_new_email(typed: &str) -> Option<Self> {
        match limits::clean_new_email("email", typed) {
            Ok(_) => None,
            Err(refusal) if refusal.code == RefusalCode::MixedScripts => Some(Self::Rule(refusal)),
            Err(_) => Some(Self::Message("account-email-wrong")),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Message(key) => message(key, &[]),
            Self::Rule(refusal) => refusal_words(refusal),
        }
    }
}

/// What must be corrected in a form: the same words in its summary and beside each field.
#[derive(Clone, Copy)]
pub(crate) struct Faults(RwSignal<Vec<(&'static str, Cause)>>);

impl Faults {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Puts these in the place of those before; `true` when there are none.
    pub(crate) fn replace(self, faults: Vec<(&'static str, Cause)>) -> bool {
        let is_empty = faults.is_empty();
        // An untouched summary must not take the focus again.
        if !(is_empty && self.0.with_untracked(Vec::is_empty)) {
            self.0.set(faults);
        }
        is_empty
    }

    /// What is wrong with one field.
    pub(crate) fn of(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.0.with(|faults| {
                faults
                    .iter()
                    .find(|(of, _)| *of == field)
                    .map(|(_, cause)| cause.words())
            })
        })
    }

    /// All of them, for the summary.
    pub(crate) fn listed(self) -> Signal<Vec<FieldError>> {
        Signal::derive(move || {
            self.0.with(|faults| {
                faults
                    .iter()
                    .map(|(field, cause)| FieldError {
                        field: (*field).to_owned(),
                        message: cause.words(),
                    })
                    .collect()
            })
        })
    }
}
