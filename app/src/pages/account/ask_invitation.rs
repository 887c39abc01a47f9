use crate::clipboard::CopyButton;
use crate::components::{Choice, KeptWords, SelectField};
use crate::i18n::{self, lang_untracked};
use crate::pages::experiences::words::own_name;
use crate::router::{Page, href, origin};
use crate::session::use_session;
use crate::t;
use leptos::prelude::*;
use shared::lang::Lang;

/// For somebody without an account: who can invite them, a text to ask with, and what happens to their progress until
/// then.
#[component]
pub(crate) fn AskInvitation() -> impl IntoView {
    let contact = use_session().contact();
    let lang = RwSignal::new(lang_untracked());
    let written = RwSignal::new(None::<Request>);
    Effect::new(move |_| {
        let lang = lang.get();
        leptos::task::spawn_local(async move {
            // A language that is out of reach leaves the text that is there.
            if let Some(request) = Request::in_language(lang).await {
                written.try_set(Some(request));
            }
        });
    });
    let text = Signal::derive(move || written.get().map(|request| request.text).unwrap_or_default());
    let languages = Signal::derive(|| {
        Lang::ALL
            .into_iter()
            .map(|lang| Choice::new(lang.code(), own_name(lang)))
            .collect::<Vec<_>>()
    });
    view! {
        <p>{t!("account-ask-lead")}</p>
        <ul>
            <li>
                {t!("account-ask-focal")} " "
                <a href=href(Page::Network)>{t!("account-no-account-find")}</a>
            </li>
            <li>
                {t!("account-ask-coordination")}
                {move || {
                    contact
                        .get()
                        .map(|contact| {
                            let address = link_of(&contact);
                            view! {
                                " "
                                <a href=address>
                                    <bdi class="ltr">{contact}</bdi>
                                </a>
                            }
                        })
                }}
            </li>
        </ul>
        <p>{t!("account-ask-kept")}</p>
        <div class="share">
            <SelectField
                id="ask-language"
                label=t!("account-ask-language")
                choices=languages
                value=Signal::derive(move || lang.get().code().to_owned())
                on_change=move |code: String| {
                    if let Ok(chosen) = code.parse() {
                        lang.set(chosen);
                    }
                }
            />
            {move || {
                let lang = written.read().as_ref()?.lang;
                Some(view! { <KeptWords text=text lang=lang label=t!("account-ask-text") /> })
            }}
            <div class="button-row">
                <CopyButton text=text label=t!("account-ask-copy") is_shown=true />
                <a
                    class="button button--plain"
                    href=move || written.get().map(|request| request.mail(contact.get().as_deref()))
                >
                    {t!("people-message-mail")}
                </a>
            </div>
        </div>
    }
}

/// Where a contact of the hub leads.
fn link_of(contact: &str) -> String {
    if is_page(contact) {
        contact.to_owned()
    } else {
        format!("mailto:{contact}")
    }
}

fn is_page(contact: &str) -> bool {
    contact.starts_with("https://")
}

/// A request for an invitation, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Request {
    lang: Lang,
    subject: String,
    text: String,
}

impl Request {
    async fn in_language(lang: Lang) -> Option<Self> {
        let messages = i18n::fetch(lang).await.ok()?;
        let link = format!("{}{}", origin(), Page::Home.path(lang));
        Some(Self {
            lang,
            subject: messages.format_plain("account-ask-subject", &[])?,
            text: messages.format_plain("account-ask-message", &[("link", link.into())])?,
        })
    }

    /// The request as a mail: to the contact where it is an e-mail address, else to whom the person chooses.
    fn mail(&self, contact: Option<&str>) -> String {
        let to = contact.filter(|contact| !is_page(contact)).unwrap_or_default();
        let encoded = |words: &str| String::from(js_sys::encode_uri_component(words));
        format!(
            "mailto:{to}?subject={}&body={}",
            encoded(&self.subject),
            encoded(&self.text)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_leads_to_a_mail_or_to_its_page() {
        assert_eq!(link_of("ask@network.example"), "mailto:ask@network.example");
        assert_eq!(
            link_of("https://network.example/contact"),
            "https://network.example/contact"
        );
    }
}
