use super::draft::Writing;
use super::names::lesson_name;
use crate::components::{Button, ButtonKind, Choice, SelectField};
use crate::i18n::key_of;
use crate::pages::learn::words::language_name;
use crate::{i18n, js, t, text};
use leptos::prelude::*;
use shared::lang::Lang;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlTextAreaElement;

/// How a mark is put into the text.
#[derive(Clone, Copy)]
enum Mark {
    /// Around what is selected.
    Around(&'static str),
    /// Before each selected line.
    Before(&'static str),
    /// Before each selected line, with its number.
    Numbered,
    /// In lines of its own, with the words of this message.
    Block(&'static str),
}

/// The marks of the toolbar, each with the word of its message.
const MARKS: [(&str, Mark); 9] = [
    ("heading", Mark::Before("## ")),
    ("bold", Mark::Around("**")),
    ("list", Mark::Before("- ")),
    ("numbers", Mark::Numbered),
    ("ticks", Mark::Before("- [ ] ")),
    ("table", Mark::Block("teach-insert-table")),
    ("example", Mark::Block("teach-insert-example")),
    ("template", Mark::Block("teach-insert-template")),
    ("exercise", Mark::Block("teach-insert-exercise")),
];

/// Puts the marks of the text where the caret is, for people who do not know them.
#[component]
pub(super) fn Toolbar(
    /// The id of the text area.
    field: String,
    /// The module, for links between its lessons.
    writing: Writing,
    /// The language of the text.
    lang: Lang,
    /// Takes what the field holds then.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let field = StoredValue::new(field);
    let put = move |change: &dyn Fn(&str, usize, usize) -> Replacement| {
        let field = field.try_get_value();
        if let Some(field) = field {
            put_into(&field, on_input, change);
        }
    };
    let marks = MARKS
        .into_iter()
        .map(|(word, mark)| {
            let press = move |()| {
                let Mark::Block(key) = mark else {
                    put(&|text, start, end| marked(mark, "", text, start, end));
                    return;
                };
                leptos::task::spawn_local(async move {
                    // The words are in the language of the text; without a network, in the one that is here.
                    let messages = i18n::fetch(lang).await.ok();
                    let words = messages.and_then(|messages| messages.format(key, &[]));
                    let words = words.unwrap_or_else(|| text!(key));
                    put(&|text, start, end| marked(mark, &words, text, start, end));
                });
            };
            view! {
                <Button kind=ButtonKind::Quiet on_press=press>
                    {t!(key_of("teach-mark", word))}
                </Button>
            }
        })
        .collect_view();
    let lessons = Signal::derive(move || {
        let none = Choice::new("", text!("teach-question-no-lesson"));
        let draft = writing.draft.read();
        let others = draft
            .lessons()
            .map(|lesson| Choice::new(lesson.number.to_string(), lesson_name(writing, lesson.id)));
        std::iter::once(none).chain(others).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(String::new());
    let insert = move |()| {
        let number = chosen.get_untracked();
        let name = lessons
            .get_untracked()
            .into_iter()
            .find(|choice| choice.value == number)
            .map(|choice| choice.label);
        if let Some(name) = name.filter(|_| !number.is_empty()) {
            put(&|text, start, end| {
                let words = match text.get(start..end) {
                    Some("") | None => name.clone(),
                    Some(selected) => selected.to_owned(),
                };
                Replacement {
                    start,
                    end,
                    text: format!("[{words}](lesson:{number:0>2})"),
                }
            });
        }
    };
    view! {
        <div class="draft-tools" role="group" aria-label=t!("teach-marks", lang = language_name(lang))>
            {marks}
            <div class="draft-tools__lesson">
                <SelectField
                    id=field.with_value(|field| format!("{field}-lesson"))
                    label=t!("teach-mark-lesson")
                    choices=lessons
                    value=chosen
                    on_change=move |number: String| chosen.set(number)
                />
                <Button
                    kind=ButtonKind::Quiet
                    disabled=Signal::derive(move || chosen.read().is_empty())
                    on_press=insert
                >
                    {t!("teach-mark-lesson-insert")}
                </Button>
            </div>
        </div>
    }
}

/// What is put in the place of a part of a text, in bytes.
struct Replacement {
    start: usize,
    end: usize,
    text: String,
}

fn marked(mark: Mark, words: &str, text: &str, start: usize, end: usize) -> Replacement {
    let line_start = text
        .get(..start)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |at| at + 1);
    let lines = |prefix: &dyn Fn(usize) -> String| {
        let selected = text.get(line_start..end).unwrap_or_default();
        let marked: Vec<String> = selected
            .split('\n')
            .enumerate()
            .map(|(at, line)| format!("{}{line}", prefix(at)))
            .collect();
        Replacement {
            start: line_start,
            end,
            text: marked.join("\n"),
        }
    };
    match mark {
        Mark::Around(sign) => Replacement {
            start,
            end,
            text: format!("{sign}{}{sign}", text.get(start..end).unwrap_or_default()),
        },
        Mark::Before(sign) => lines(&|_| sign.to_owned()),
        Mark::Numbered => lines(&|at| format!("{}. ", at + 1)),
        Mark::Block(_) => {
            let before = text.get(..end).unwrap_or_default();
            let gap = match (
                before.is_empty(),
                before.ends_with("\n\n"),
                before.ends_with('\n'),
            ) {
                (true, ..) | (_, true, _) => "",
                (_, _, true) => "\n",
                _ => "\n\n",
            };
            Replacement {
                start: end,
                end,
                text: format!("{gap}{words}\n\n"),
            }
        }
    }
}

fn put_into(field: &str, on_input: Callback<String>, change: &dyn Fn(&str, usize, usize) -> Replacement) {
    let area: Option<HtmlTextAreaElement> = document()
        .get_element_by_id(field)
        .and_then(|element| element.dyn_into().ok());
    let Some(area) = area else {
        return;
    };
    let text = area.value();
    let caret = |place: Option<u32>| byte_at(&text, place.unwrap_or(u32::MAX));
    let start = caret(area.selection_start().ok().flatten());
    let end = caret(area.selection_end().ok().flatten());
    let replacement = change(&text, start, end.max(start));
    // What cannot have the focus cannot be typed into either.
    let _ = area.focus();
    let _ = area.set_selection_range(
        utf16_at(&text, replacement.start),
        utf16_at(&text, replacement.end),
    );
    // As if it were typed, so that it can be undone as what is typed can.
    let is_put = js::call(
        document().as_ref(),
        "execCommand",
        &[
            "insertText".into(),
            false.into(),
            replacement.text.as_str().into(),
        ],
    );
    if is_put.and_then(|put| put.as_bool()) != Some(true) {
        let before = text.get(..replacement.start).unwrap_or_default();
        let after = text.get(replacement.end..).unwrap_or_default();
        area.set_value(&format!("{before}{}{after}", replacement.text));
    }
    on_input.run(area.value());
}

/// Puts a text where the caret is.
pub(super) fn put_text(field: &str, on_input: Callback<String>, words: &str) {
    put_into(field, on_input, &|_, start, end| Replacement {
        start,
        end,
        text: words.to_owned(),
    });
}

/// The byte at a place that the browser counts in UTF-16.
fn byte_at(text: &str, place: u32) -> usize {
    let mut left = usize::try_from(place).unwrap_or(usize::MAX);
    for (at, character) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(character.len_utf16());
    }
    text.len()
}

fn utf16_at(text: &str, byte: usize) -> u32 {
    let before = text.get(..byte).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(mark: Mark, text: &str, start: usize, end: usize) -> String {
        let replacement = marked(mark, "> **مثال.** …", text, start, end);
        let (before, after) = (&text[..replacement.start], &text[replacement.end..]);
        format!("{before}{}{after}", replacement.text)
    }

    #[test]
    fn marks_stand_where_they_work() {
        assert_eq!(put(Mark::Around("**"), "a word", 2, 6), "a **word**");
        assert_eq!(
            put(Mark::Before("- "), "one\ntwo\nthree", 1, 6),
            "- one\n- two\nthree"
        );
        assert_eq!(put(Mark::Numbered, "one\ntwo", 0, 7), "1. one\n2. two");
        assert_eq!(put(Mark::Block("x"), "نص", 4, 4), "نص\n\n> **مثال.** …\n\n");
        assert_eq!(put(Mark::Block("x"), "", 0, 0), "> **مثال.** …\n\n");
    }

    #[test]
    fn places_of_the_browser_are_places_in_the_text() {
        let text = "aش👩b";
        for (utf16, byte) in [(0, 0), (1, 1), (2, 3), (4, 7), (5, 8)] {
            assert_eq!(byte_at(text, utf16), byte);
            assert_eq!(utf16_at(text, byte), utf16);
        }
        assert_eq!(byte_at(text, 99), text.len());
    }
}
