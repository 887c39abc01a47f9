use crate::api::{self, ApiFailure};
use crate::clipboard::CopyButton;
use crate::components::{Button, ButtonKind, Confirm, Failure, KeptWords, Notice, NoticeKind, Question};
use crate::replica::use_replica;
use crate::router::{Page, origin};
use crate::{t, text};
use leptos::prelude::*;
use shared::access::{Action, may};
use shared::records::Person;

/// Helps somebody who forgot the password: makes a link, after a question, and shows it this once. Nothing is shown
/// where the rules do not allow it.
#[component]
pub(crate) fn RecoveryLink(
    /// Whose password.
    person: Person,
) -> impl IntoView {
    let replica = use_replica();
    let (id, lang) = (person.id, person.lang);
    let name = StoredValue::new(person.name.clone());
    let may_recover = Memo::new(move |_| {
        replica
            .identity()
            .with(|identity| may(identity, Action::Recover(&person)).is_ok())
    });
    let link = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<ApiFailure>);
    let busy = RwSignal::new(false);
    let question = RwSignal::new(None::<Question>);
    let make = Callback::new(move |()| {
        failure.set(None);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = api::issue_recovery(id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(issued) => {
                    let address = format!("{}{}#{}", origin(), Page::Recovery.path(lang), issued.secret);
                    let _ = link.try_set(Some(address));
                }
                Err(refused) => {
                    let _ = failure.try_set(Some(refused));
                }
            }
        });
    });
    let ask = move |()| {
        question.set(Some(Question {
            title: text!("people-recovery-ask", name = name.get_value()),
            text: text!("people-recovery-ask-text"),
            action: text!("people-recovery-yes"),
            kind: ButtonKind::Main,
            yes: make,
        }));
    };
    view! {
        <Show when=move || may_recover.get()>
            <hr />
            <h3>{t!("people-recovery")}</h3>
            <Failure words=Signal::derive(move || failure.get().map(|failure| failure.words())) />
            {move || match link.get() {
                Some(link) => view! { <Made link=link name=name.get_value() /> }.into_any(),
                None => {
                    view! {
                        <p>{t!("people-recovery-text")}</p>
                        <Button kind=ButtonKind::Plain busy=busy on_press=ask>
                            {t!("people-recovery-do")}
                        </Button>
                    }
                        .into_any()
                }
            }}
        </Show>
        <Confirm id="recovery-ask" question=question close_label=t!("common-close") cancel_label=t!("common-cancel") />
    }
}

#[component]
fn Made(link: String, name: String) -> impl IntoView {
    let link = Signal::stored(link);
    view! {
        <Notice kind=NoticeKind::Good live=true>
            <p>{t!("people-recovery-made", name = name.clone())}</p>
            <p>{t!("people-link-once")}</p>
        </Notice>
        <KeptWords text=link label=t!("people-recovery-link") />
        <CopyButton text=link label=t!("people-link-copy") is_shown=true />
    }
}
