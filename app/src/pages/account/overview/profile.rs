use crate::components::{Button, Choice, ErrorSummary, Notice, NoticeKind, SelectField, TextField};
use crate::pages::account::faults::{Cause, Faults};
use crate::replica::{NotSaved, use_replica};
use crate::shell::tell;
use crate::{i18n, t, text};
use leptos::prelude::*;
use shared::lang::Lang;
use shared::limits;
use shared::mutation::UpdateProfile;
use shared::records::{Identity, Person};
use shared::unicode;

const NAME: &str = "profile-name";

/// The name and the language of the account.
#[component]
pub(super) fn ProfileForm(identity: Memo<Identity>, person: Memo<Option<Person>>) -> impl IntoView {
    // `None` until the person writes: what comes from elsewhere meanwhile is shown, what is typed is kept.
    let typed = RwSignal::new(None::<String>);
    let chosen = RwSignal::new(None::<Lang>);
    let name = Signal::derive(move || typed.get().unwrap_or_else(|| identity.get().name));
    let language = Signal::derive(move || {
        let held = || person.get().map(|person| person.lang);
        chosen.get().or_else(held).unwrap_or_else(i18n::lang)
    });
    let faults = Faults::new();
    let failure = RwSignal::new(None::<NotSaved>);
    let saved = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        saved.set(false);
        failure.set(None);
        let name = name.get_untracked();
        let lang = language.get_untracked();
        let mut found = Vec::new();
        if unicode::is_blank(&name) {
            found.push((NAME, Cause::Message("account-name-missing")));
        } else if name
            != use_replica()
                .identity()
                .with_untracked(|identity| identity.name.clone())
            && let Err(refusal) = limits::clean_name("name", &name)
        {
            found.push((NAME, Cause::Rule(refusal)));
        }
        if !faults.replace(found) {
            return;
        }
        leptos::task::spawn_local(async move {
            match use_replica().mutate(UpdateProfile { name, lang }).await {
                Ok(_) => {
                    let _ = typed.try_set(None);
                    let _ = chosen.try_set(None);
                    let _ = saved.try_set(true);
                    tell(text!("account-profile-saved"));
                }
                Err(not_saved) => {
                    let _ = failure.try_set(Some(not_saved));
                }
            }
        });
    };
    let languages = Signal::derive(|| {
        vec![
            Choice::new(Lang::Ar.code(), "العربية"),
            Choice::new(Lang::Fr.code(), "Français"),
            Choice::new(Lang::En.code(), "English"),
        ]
    });
    view! {
        <form class="form" novalidate on:submit=submit>
            <ErrorSummary title=t!("account-form-errors") errors=faults.listed() />
            {move || {
                failure
                    .get()
                    .map(|not_saved| {
                        view! {
                            <Notice kind=NoticeKind::Error live=true>
                                <p>{move || not_saved.words()}</p>
                            </Notice>
                        }
                    })
            }}
            <TextField
                id=NAME
                label=t!("account-name")
                hint=t!("account-name-change-hint")
                error=faults.of(NAME)
                value=name
                on_input=move |text| typed.set(Some(text))
                autocomplete="name"
                required=true
            />
            <SelectField
                id="profile-language"
                label=t!("account-language")
                hint=t!("account-language-hint")
                choices=languages
                value=Signal::derive(move || language.get().code().to_owned())
                on_change=move |code: String| chosen.set(code.parse().ok())
            />
            <Show when=move || saved.get()>
                <Notice kind=NoticeKind::Good slim=true>
                    <p>{t!("account-profile-saved")}</p>
                </Notice>
            </Show>
            <Button submit=true>{t!("account-profile-save")}</Button>
        </form>
    }
}
