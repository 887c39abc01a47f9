use super::editor::{DraftEditor, Mode};
use super::sending::Sending;
use super::steps::Stage;
use crate::components::FactsList;
use crate::components::{Button, ButtonKind, Dialog, Failure, Icon, IconKind, Notice, Tab, TabButtons};
use crate::i18n::{key_of, lang_untracked};
use crate::pages::experiences::facts::FactsOf;
use crate::pages::experiences::permissions::may_validate;
use crate::pages::experiences::report_text::{SectionText, Sources};
use crate::pages::experiences::words::own_name;
use crate::replica::use_replica;
use crate::router::Page;
use crate::shell::tell;
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::correction;
use shared::mutation::DiscardDraft;
use shared::records::{Experience, Review, Section};
use shared::vocabulary::ExperienceState;

/// A last look at the whole, and what to do with it.
#[component]
pub(super) fn ReviewStep(
    /// What is being written.
    editor: DraftEditor,
    /// What the replica holds of it, with the person's own proposal.
    held: Memo<Option<Experience>>,
    /// The same without the proposal.
    shared: Memo<Option<Experience>>,
    /// What the author knows of it that its readers do not.
    review: Memo<Option<Review>>,
    /// Opens a step with the focus on one of its elements.
    on_open: Callback<(usize, String)>,
    /// How it is sent.
    sending: Sending,
) -> impl IntoView {
    // What was lacking the last time is looked for again when it is sent.
    sending.missing.set(Vec::new());
    sending.failure.set(None);
    let count = Memo::new(move |_| editor.pending().len());
    // Of a published text of which somebody else is the focal point: whether readers see the corrections at once.
    let is_small = Memo::new(move |_| {
        let (shared, review, held) = (shared.read(), review.read(), held.read());
        let published = shared
            .as_ref()
            .filter(|shared| shared.state == ExperienceState::Published && !may_validate(shared))?;
        let mut after = held.as_ref()?.content.clone();
        editor.pending().iter().for_each(|change| after.make(change));
        let before = review
            .as_ref()
            .map_or(&published.content, |review| review.last_seen(&published.content));
        Some(correction::is_small(before, &after))
    });
    view! {
        <MissingFields missing=sending.missing on_open=on_open />
        <Failure words=sending.failure />
        <Preview editor=editor held=held />
        <Notice>
            <p>
                {move || match editor.mode {
                    Mode::Draft => text!("experiences-submit-lead"),
                    Mode::Revision => text!("experiences-revision-count", count = count.get()),
                }}
            </p>
            {move || {
                let is_small = is_small.get().filter(|_| count.get() > 0)?;
                Some(
                    view! {
                        <p>
                            {if is_small {
                                t!("experiences-revision-at-once")
                            } else {
                                t!("experiences-revision-validated-first")
                            }}
                        </p>
                    },
                )
            }}
        </Notice>
        <Show when=move || editor.mode == Mode::Draft && held.read().is_some()>
            <div class="button-row">
                <Discard editor=editor />
            </div>
        </Show>
    }
}

/// What is missing, with the way to each field.
#[component]
fn MissingFields(missing: RwSignal<Vec<&'static str>>, on_open: Callback<(usize, String)>) -> impl IntoView {
    let is_there = Memo::new(move |_| !missing.read().is_empty());
    let lines = move || {
        missing
            .get()
            .into_iter()
            .map(|field| {
                let is_principles = field == "principles";
                let words = move || {
                    if is_principles {
                        text!("experiences-missing-principles")
                    } else {
                        text!(
                            "experiences-missing-section",
                            section = text!(key_of("section", field))
                        )
                    }
                };
                let control = if is_principles {
                    field.to_owned()
                } else {
                    format!("{field}-first")
                };
                let address = format!("#{control}");
                view! {
                    <li>
                        <a
                            href=address
                            on:click=move |event| {
                                event.prevent_default();
                                on_open.run((Stage::of_field(field), control.clone()));
                            }
                        >
                            {words}
                        </a>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || is_there.get()>
            <div class="error-summary" id="missing" role="group" tabindex="-1" aria-labelledby="missing-title">
                <h2 id="missing-title">
                    <Icon kind=IconKind::Error />
                    {t!("experiences-missing-title")}
                </h2>
                <p>{t!("experiences-missing-text")}</p>
                <ul>{lines}</ul>
            </div>
        </Show>
    }
}

/// The report as readers will see it, in each language that has a title.
#[component]
fn Preview(editor: DraftEditor, held: Memo<Option<Experience>>) -> impl IntoView {
    let languages = Memo::new(move |_| editor.content.read().titled_languages());
    let chosen = RwSignal::new(editor.first.get_untracked());
    let tabs = Signal::derive(move || {
        languages
            .get()
            .into_iter()
            .map(|one| Tab {
                key: one.code().to_owned(),
                label: own_name(one).to_owned(),
                label_lang: Some(one),
                state: None,
            })
            .collect::<Vec<_>>()
    });
    let has_several = Memo::new(move |_| languages.read().len() > 1);
    let has_any = Memo::new(move |_| !editor.content.read().texts.is_empty());
    let as_read = move || {
        let mut whole = held.get()?;
        whole.content = editor.content.get();
        Some(whole)
    };
    let sections = Memo::new(move |_| {
        Section::ALL
            .into_iter()
            .filter(|section| editor.content.read().texts.contains_key(section))
            .collect::<Vec<_>>()
    });
    let best = move |section: Section| {
        let content = editor.content.read();
        let text = content.texts.get(&section)?;
        text.best(chosen.get())
            .map(|(lang, text)| (lang, text.to_owned()))
    };
    view! {
        <Show
            when=move || has_any.get()
            fallback=|| view! { <p class="quiet">{t!("experiences-preview-empty")}</p> }
        >
            <div class="preview">
                <p class="preview__label">{t!("experiences-preview")}</p>
                <Show when=move || has_several.get()>
                    <TabButtons
                        id="preview"
                        label=t!("experiences-languages")
                        tabs=tabs
                        chosen=Signal::derive(move || chosen.get().code().to_owned())
                        on_choose=move |code: String| {
                            if let Ok(lang) = code.parse() {
                                chosen.set(lang);
                            }
                        }
                    />
                </Show>
                <div
                    id="preview-panel"
                    role=move || has_several.get().then_some("tabpanel")
                    aria-labelledby=move || has_several.get().then(|| format!("preview-{}", chosen.get().code()))
                >
                    <For each=move || sections.get() key=|section| *section let:section>
                        {if section == Section::Title {
                            view! {
                                <h3
                                    class="preview__title"
                                    dir=move || best(section).map(|(lang, _)| lang.dir())
                                    lang=move || best(section).map(|(lang, _)| lang.code())
                                >
                                    {move || best(section).map(|(_, text)| text)}
                                </h3>
                            }
                                .into_any()
                        } else {
                            view! {
                                <h4>{t!(key_of("section", section.word()))}</h4>
                                <SectionText
                                    text=Signal::derive(move || best(section).map(|(_, text)| text).unwrap_or_default())
                                    written_in=Signal::derive(move || {
                                        best(section).map_or_else(|| chosen.get(), |(lang, _)| lang)
                                    })
                                    wanted=chosen.into()
                                    id_prefix=section.word()
                                />
                            }
                                .into_any()
                        }}
                    </For>
                    {move || {
                        as_read()
                            .map(|whole| {
                                let whole = Signal::stored(whole);
                                view! {
                                    <FactsList>
                                        <FactsOf held=whole />
                                    </FactsList>
                                    <Sources held=whole />
                                }
                            })
                    }}
                </div>
            </div>
        </Show>
    }
}

/// Throws a draft away, once the person has confirmed.
#[component]
fn Discard(editor: DraftEditor) -> impl IntoView {
    let replica = use_replica();
    let is_asking = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let navigate = use_navigate();
    let discard = Callback::new(move |()| {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            // Nothing typed a moment ago may bring the draft back.
            editor.stop();
            match replica
                .mutate(DiscardDraft {
                    experience: editor.id,
                })
                .await
            {
                Ok(_) => {
                    tell(text!("experiences-discarded"));
                    navigate(&Page::Mine.path(lang_untracked()), NavigateOptions::default());
                }
                Err(not_saved) => {
                    failure.try_set(Some(not_saved.words()));
                }
            }
        });
    });
    view! {
        <Button kind=ButtonKind::Danger on_press=move |()| is_asking.set(true)>
            {t!("experiences-discard-action")}
        </Button>
        <Dialog
            id="discard"
            open=is_asking
            title=t!("experiences-discard-title")
            close_label=t!("common-close")
            foot=move || {
                view! {
                    <Button kind=ButtonKind::Danger on_press=discard>
                        {t!("experiences-discard-action")}
                    </Button>
                    <Button kind=ButtonKind::Plain on_press=move |()| is_asking.set(false)>
                        {t!("common-cancel")}
                    </Button>
                }
            }
        >
            <p>{t!("experiences-discard-text")}</p>
            <Failure words=failure />
        </Dialog>
    }
}
