use super::export::{self, Beside};
use crate::components::{Button, ButtonKind, Dialog, IconKind, KeptWords, Notice, NoticeKind, Success};
use crate::i18n::{self, key_of};
use crate::pages::experiences::facts::when;
use crate::pages::experiences::reading::Reading;
use crate::pages::experiences::words::{collectivity, region};
use crate::router::{Page, origin};
use crate::{clipboard, download, format, t, text};
use leptos::prelude::*;
use locales::{Messages, Value, without_isolation};
use shared::lang::Lang;
use shared::records::{Experience, Section};
use std::sync::Arc;

/// Cite, copy the address, take the report along as a file.
#[component]
pub(super) fn CiteDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The experience.
    held: Memo<Experience>,
    /// In which language it is read: citation and files are in it.
    reading: Reading,
) -> impl IntoView {
    let words = RwSignal::new(None::<Words>);
    // The messages of the language that is read; those of the interface are here already.
    Effect::new(move |_| {
        let lang = reading.lang();
        if open.get() {
            leptos::task::spawn_local(async move {
                if let Ok(messages) = i18n::fetch(lang).await {
                    words.try_set(Some(Words { lang, messages }));
                }
            });
        }
    });
    let citation = Memo::new(move |_| words.read().as_ref().map(|words| words.citation(&held.read())));
    let failed = RwSignal::new(false);
    let copied = RwSignal::new(None::<String>);
    let copy = move |what: String| {
        leptos::task::spawn_local(async move {
            let is_done = clipboard::copy(&what).await.is_ok();
            copied.try_set(is_done.then(|| text!("common-copied")));
            failed.try_set(!is_done);
        });
    };
    let file = move |is_markdown: bool| {
        let held = held.read_untracked();
        let Some(words) = words.get_untracked() else {
            return;
        };
        let name = format!(
            "{}.{}",
            held.slug.as_deref().unwrap_or("experience"),
            words.lang.code()
        );
        let saved = if is_markdown {
            let text = export::markdown(&held, words.lang, &words.beside(&held));
            download::save_text(&format!("{name}.md"), "text/markdown;charset=utf-8", &text)
        } else {
            let owner = untrack(|| collectivity(held.collectivity));
            let text = export::json(&held, words.lang, owner.as_ref(), &address(&held, words.lang));
            download::save_text(&format!("{name}.json"), "application/json", &text)
        };
        if saved.is_err() {
            failed.set(true);
        }
    };
    view! {
        <Dialog id="cite" open=open title=t!("experiences-cite-title") close_label=t!("common-close")>
            <p>{t!("experiences-cite-lead")}</p>
            <Show when=move || failed.get()>
                <Notice kind=NoticeKind::Attention live=true slim=true>
                    <p>{t!("experiences-not-copied")}</p>
                </Notice>
            </Show>
            <Success words=copied />
            <KeptWords
                label=t!("experiences-citation-label")
                text=Signal::derive(move || citation.get().unwrap_or_default())
            />
            <div class="button-row">
                <Button
                    icon=IconKind::Copy
                    on_press=move |()| copy(citation.get_untracked().unwrap_or_default())
                >
                    {t!("experiences-copy-citation")}
                </Button>
                <Button
                    kind=ButtonKind::Plain
                    icon=IconKind::Copy
                    on_press=move |()| copy(address(&held.read_untracked(), reading.lang()))
                >
                    {t!("experiences-copy-address")}
                </Button>
            </div>
            <h3 class="dialog__subtitle">{t!("experiences-files-title")}</h3>
            <div class="button-row">
                <Button kind=ButtonKind::Plain icon=IconKind::Download on_press=move |()| file(true)>
                    {t!("experiences-file-markdown")}
                </Button>
                <Button kind=ButtonKind::Plain icon=IconKind::Download on_press=move |()| file(false)>
                    {t!("experiences-file-json")}
                </Button>
            </div>
        </Dialog>
    }
}

/// The address that finds the experience again from anywhere.
fn address(held: &Experience, lang: Lang) -> String {
    let path = Page::Experience(held.slug.clone().unwrap_or_default()).path(lang);
    format!("{}{path}", origin())
}

/// The words of one language, which need not be that of the interface.
#[derive(Clone)]
struct Words {
    lang: Lang,
    messages: Arc<Messages>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

impl Words {
    fn say(&self, key: &str, values: &[(&'static str, String)]) -> String {
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, Value::from(value)))
            .collect();
        self.messages.format_plain(key, &values).unwrap_or_default()
    }

    fn citation(&self, held: &Experience) -> String {
        let title = held
            .content
            .texts
            .get(&Section::Title)
            .and_then(|title| title.best(self.lang));
        let owner = collectivity(held.collectivity);
        let owner = owner.as_ref().and_then(|owner| owner.name.best(self.lang));
        let year = held.published_on().parts().0.map_or_else(
            || self.say("experiences-citation-undated", &[]),
            |year| year.to_string(),
        );
        let values = [
            (
                "title",
                title.map(|(_, title)| title.to_owned()).unwrap_or_default(),
            ),
            (
                "collectivity",
                owner.map(|(_, name)| name.to_owned()).unwrap_or_default(),
            ),
            ("year", year),
            ("address", address(held, self.lang)),
        ];
        self.say("experiences-citation", &values)
    }

    fn beside(&self, held: &Experience) -> Beside {
        let content = &held.content;
        let owner = untrack(|| collectivity(held.collectivity));
        let mut facts = Vec::new();
        let mut fact = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                facts.push((
                    self.say("experiences-file-fact", &[("term", self.say(key, &[]))]),
                    value,
                ));
            }
        };
        let name =
            |one: &shared::records::Collectivity| one.name.best(self.lang).map(|(_, name)| name.to_owned());
        fact("experiences-fact-collectivity", owner.as_ref().and_then(name));
        fact(
            "experiences-fact-region",
            owner
                .as_ref()
                .and_then(|owner| untrack(|| region(&owner.region)))
                .as_ref()
                .and_then(name),
        );
        fact(
            "experiences-fact-when",
            untrack(|| when(&content.started, &content.ended)).map(|when| without_isolation(&when)),
        );
        fact(
            "experiences-fact-cost",
            content.budget_mad.map(|budget| {
                // In the language of the file, which need not be that of the page.
                let amount = Value::from(budget);
                let words = self
                    .messages
                    .format_plain("experiences-dirhams", &[("amount", amount)]);
                words.unwrap_or_default()
            }),
        );
        let principles: Vec<String> = content
            .principles
            .iter()
            .map(|one| self.say(&key_of("principle", one.word()), &[]))
            .collect();
        fact(
            "experiences-filter-principle",
            (!principles.is_empty()).then(|| format::list(&principles)),
        );
        fact(
            "experiences-filter-type",
            Some(self.say(&key_of("experience-kind", content.kind.word()), &[])),
        );
        Beside {
            facts,
            headings: Section::ALL
                .into_iter()
                .filter(|section| !matches!(section, Section::Title | Section::Summary))
                .filter(|section| content.texts.contains_key(section))
                .map(|section| (section, self.say(&key_of("section", section.word()), &[])))
                .collect(),
            sources: self.say("experiences-sources", &[]),
            citation: self.citation(held),
        }
    }
}
