use super::words::{name_of, written_in};
use crate::api::refusal_words;
use crate::components::{Button, ButtonKind, Failure, IconKind, KeptWords};
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{clipboard, format, t, text};
use leptos::prelude::*;
use shared::client::RefusedChange;

/// The changes that were refused, each with its words.
#[component]
pub(super) fn RefusedChanges() -> impl IntoView {
    let replica = use_replica();
    let refused = Memo::new(move |_| replica.attention());
    view! {
        <Show when=move || !refused.read().is_empty()>
            <h2>{t!("account-attention-refused", count = refused.read().len())}</h2>
            <ul class="row-list" role="list">
                <For each=move || refused.get() key=|change| change.id() let:change>
                    <OneRefused change=change />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn OneRefused(change: RefusedChange) -> impl IntoView {
    let replica = use_replica();
    let id = change.id();
    let envelope = StoredValue::new(change.envelope.clone());
    let refusal = StoredValue::new(change.refusal.clone());
    let at = change.at;
    let words = StoredValue::new(written_in(&change.envelope));
    let mutation = StoredValue::new(change.mutation());
    let problem = RwSignal::new(None::<String>);

    let copy = Callback::new(move |()| {
        let all = words.with_value(|words| {
            let texts: Vec<&str> = words.iter().map(|(text, _)| text.as_str()).collect();
            texts.join("\n\n")
        });
        leptos::task::spawn_local(async move {
            match clipboard::copy(&all).await {
                Ok(()) => tell(text!("common-copied")),
                Err(_) => problem.set(Some(text!("account-attention-not-copied"))),
            }
        });
    });
    let retry = Callback::new(move |()| {
        let Some(mutation) = mutation.get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            match replica.mutate(mutation).await {
                Ok(_) => replica.dismiss(id).await,
                Err(not_saved) => problem.set(Some(not_saved.words())),
            }
        });
    });
    let dismiss = Callback::new(move |()| leptos::task::spawn_local(replica.dismiss(id)));

    view! {
        <li class="row-list__item">
            <div class="row-list__main stack">
            <h3>{move || envelope.with_value(name_of)}</h3>
            <p>{move || refusal.with_value(refusal_words)}</p>
            <p class="quiet small">{t!("account-attention-refused-at", when = format::moment(at))}</p>
            {words
                .get_value()
                .into_iter()
                .map(|(text, lang)| match lang {
                    Some(lang) => {
                        view! { <KeptWords text=text lang=lang label=t!("account-attention-words") /> }.into_any()
                    }
                    None => view! { <KeptWords text=text label=t!("account-attention-words") /> }.into_any(),
                })
                .collect_view()}
            <p class="button-row">
                {words
                    .with_value(|words| !words.is_empty())
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Plain icon=IconKind::Copy on_press=copy>
                                {t!("account-attention-copy")}
                            </Button>
                        }
                    })}
                {mutation
                    .with_value(Option::is_some)
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Plain on_press=retry>
                                {t!("common-retry")}
                            </Button>
                        }
                    })}
                <Button kind=ButtonKind::Quiet on_press=dismiss>
                    {t!("account-attention-dismiss")}
                </Button>
            </p>
            <Failure words=problem />
            </div>
        </li>
    }
}
