use crate::components::{Choice, ChoiceGroup};
use crate::{t, text};
use leptos::prelude::*;

const OWN: &str = "own";
const SHARED: &str = "shared";

/// Whose device this is, in plain words: what only the person may read stays on their own, and leaves a shared one.
#[component]
pub(super) fn DeviceChoice(
    /// Whether it is the person's own.
    #[prop(into)]
    is_own: Signal<bool>,
    /// Called with the answer.
    #[prop(into)]
    on_choose: Callback<bool>,
) -> impl IntoView {
    let choices = Signal::derive(|| {
        vec![
            Choice::new(SHARED, text!("account-device-shared"))
                .with_hint(text!("account-device-shared-hint")),
            Choice::new(OWN, text!("account-device-own")).with_hint(text!("account-device-own-hint")),
        ]
    });
    let chosen = Signal::derive(move || vec![if is_own.get() { OWN } else { SHARED }.to_owned()]);
    view! {
        <ChoiceGroup
            id="account-device"
            legend=t!("account-device-legend")
            choices=choices
            chosen=chosen
            on_choose=move |value: String| on_choose.run(value == OWN)
        />
    }
}
