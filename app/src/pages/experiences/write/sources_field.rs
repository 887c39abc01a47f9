use super::editor::DraftEditor;
use crate::components::{Button, ButtonKind, IconButton, IconKind, InputKind, TextField, focus};
use crate::shell::announce;
use crate::{t, text};
use leptos::prelude::*;
use shared::limits;
use shared::records::{Change, Source};
use shared::unicode;

/// One source being written; the number tells it apart while it is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    number: u32,
    source: Source,
}

/// What supports the report: a list that is added to, taken from and put in order by buttons.
#[component]
pub(super) fn SourcesField(
    /// What is being written.
    editor: DraftEditor,
) -> impl IntoView {
    let next = StoredValue::new(0_u32);
    let line = move |source: Source| {
        let number = next.get_value();
        next.set_value(number.wrapping_add(1));
        Line { number, source }
    };
    let held = editor.content.with_untracked(|content| content.sources.clone());
    let lines = RwSignal::new(held.into_iter().map(line).collect::<Vec<_>>());
    let sources_of = |lines: &[Line]| {
        lines
            .iter()
            .map(|line| Source {
                title: line.source.title.clone(),
                url: limits::complete_address(&line.source.url),
            })
            .filter(|source| !unicode::is_blank(&source.title) || !unicode::is_blank(&source.url))
            .collect::<Vec<_>>()
    };
    Effect::new(move |_| {
        // Another device's list replaces this one; one's own is the same already.
        let held = editor.content.read().sources.clone();
        if sources_of(&lines.read_untracked()) != held {
            lines.set(held.into_iter().map(line).collect());
        }
    });
    let write = move || {
        let value = sources_of(&lines.read_untracked());
        editor.edit(&Change::Sources { value });
    };
    let edit = move |number: u32, change: &dyn Fn(&mut Source)| {
        lines.update(|lines| {
            lines
                .iter_mut()
                .filter(|line| line.number == number)
                .for_each(|line| change(&mut line.source));
        });
        write();
    };
    let remove = move |number: u32| {
        lines.update(|lines| lines.retain(|line| line.number != number));
        write();
        announce(text!("experiences-source-removed"));
        focus::on_id("add-source");
    };
    let shift = move |number: u32, down: bool| {
        lines.update(|lines| {
            let from = lines.iter().position(|line| line.number == number);
            let to = from.and_then(|from| {
                if down {
                    from.checked_add(1)
                } else {
                    from.checked_sub(1)
                }
            });
            if let (Some(from), Some(to)) = (from, to)
                && to < lines.len()
            {
                lines.swap(from, to);
                announce(text!("experiences-source-moved", place = to + 1));
            }
        });
        write();
    };
    let add = move |()| {
        lines.update(|lines| lines.push(line(Source::default())));
        let last = lines
            .read_untracked()
            .last()
            .map(|line| line.number)
            .unwrap_or_default();
        request_animation_frame(move || focus::on_id(&format!("source-title-{last}")));
    };
    let is_full = Memo::new(move |_| lines.read().len() >= limits::SOURCES);
    view! {
        <fieldset class="fieldset">
            <legend class="fieldset__legend">{t!("experiences-sources")}</legend>
            <p class="field__hint">{t!("experiences-sources-hint")}</p>
            <ol class="source-lines">
                <For each=move || lines.get() key=|line| line.number let:line>
                    <SourceLine
                        number=line.number
                        lines=lines
                        on_title=move |title: String| edit(line.number, &|source| source.title.clone_from(&title))
                        on_url=move |url: String| edit(line.number, &|source| source.url.clone_from(&url))
                        on_shift=move |down| shift(line.number, down)
                        on_remove=move |()| remove(line.number)
                    />
                </For>
            </ol>
            <div id="add-source" tabindex="-1">
                <Button kind=ButtonKind::Plain icon=IconKind::Plus disabled=is_full on_press=add>
                    {t!("experiences-source-add")}
                </Button>
            </div>
        </fieldset>
    }
}

#[component]
fn SourceLine(
    number: u32,
    lines: RwSignal<Vec<Line>>,
    #[prop(into)] on_title: Callback<String>,
    #[prop(into)] on_url: Callback<String>,
    #[prop(into)] on_shift: Callback<bool>,
    #[prop(into)] on_remove: Callback<()>,
) -> impl IntoView {
    let place = Memo::new(move |_| {
        lines
            .read()
            .iter()
            .position(|line| line.number == number)
            .unwrap_or_default()
    });
    let source = Memo::new(move |_| {
        lines
            .read()
            .iter()
            .find(|line| line.number == number)
            .map(|line| line.source.clone())
            .unwrap_or_default()
    });
    let error = Signal::derive(move || {
        let url = limits::complete_address(&source.read().url);
        (!url.is_empty() && !limits::is_address(&url)).then(|| text!("experiences-source-address-invalid"))
    });
    let is_first = Memo::new(move |_| place.get() == 0);
    let is_last = Memo::new(move |_| place.get() + 1 >= lines.read().len());
    view! {
        <li class="source-lines__line">
            <div class="source-lines__fields">
                <TextField
                    id=format!("source-title-{number}")
                    label=t!("experiences-source-title", place = place.get() + 1)
                    value=Signal::derive(move || source.get().title)
                    on_input=on_title
                />
                <TextField
                    id=format!("source-url-{number}")
                    label=t!("experiences-source-address")
                    optional=t!("experiences-optional")
                    error=error
                    kind=InputKind::Address
                    value=Signal::derive(move || source.get().url)
                    on_input=on_url
                />
            </div>
            <div class="row">
                <IconButton
                    icon=IconKind::Up
                    label=t!("experiences-source-up", place = place.get() + 1)
                    disabled=is_first
                    on_press=move |()| on_shift.run(false)
                />
                <IconButton
                    icon=IconKind::Down
                    label=t!("experiences-source-down", place = place.get() + 1)
                    disabled=is_last
                    on_press=move |()| on_shift.run(true)
                />
                <IconButton
                    icon=IconKind::Cross
                    label=t!("experiences-source-remove", place = place.get() + 1)
                    on_press=on_remove
                />
            </div>
        </li>
    }
}
