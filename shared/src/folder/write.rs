//! From a library to files: one way of writing everything, so that two exports differ only where content does.

mod toml_text;

use super::directory;
use super::glossary::{self, Term};
use super::{Files, Library, LibraryExperience, quiz};
use crate::lang::{Lang, Translated};
use crate::markdown::join_title;
use crate::records::{Collectivity, PartialDate, QuestionKind, Quiz, Source, WholeModule};
use crate::unicode;
use crate::vocabulary::{Audience, Principle};
use toml_text::{TomlText, clean_line, clean_text};

/// Writes a library as files.
///
/// Text is brought to normalisation form C and loses control characters, as the format asks; everything else
/// comes back exactly from [`super::read`]. Parts that are empty get no file.
#[must_use]
pub fn write(library: &Library) -> Files {
    let mut sorted = library.clone();
    sorted.sort();
    let mut files = Files::new();
    for module in &sorted.modules {
        write_module(module, &mut files);
    }
    for entry in &sorted.experiences {
        let (slug, text) = experience(entry);
        files.insert(format!("experiences/{slug}.toml"), text.into_bytes());
    }
    if !sorted.collectivities.is_empty() {
        let rows = sorted.collectivities.iter().map(collectivity);
        files.insert(directory::PATH.to_owned(), table(directory::COLUMNS, rows));
    }
    if !sorted.glossary.is_empty() {
        files.insert(
            glossary::PATH.to_owned(),
            table(glossary::COLUMNS, sorted.glossary.iter().map(term)),
        );
    }
    files
}

fn write_module(module: &WholeModule, files: &mut Files) {
    let WholeModule { card, lessons, .. } = module;
    let folder = format!("modules/{}", card.slug);
    files.insert(format!("{folder}/module.toml"), description(module).into_bytes());
    files.insert(
        format!("{folder}/quiz.toml"),
        quiz_text(&module.quiz).into_bytes(),
    );
    for (head, lesson) in card.lessons.iter().zip(lessons) {
        for lang in lesson.text.languages() {
            let title = head
                .title
                .get(lang)
                .or_else(|| head.title.best(lang).map(|(_, title)| title));
            let title = clean_line(title.unwrap_or(&head.slug));
            let text = join_title(
                title.trim(),
                &clean_text(lesson.text.get(lang).unwrap_or_default()),
            );
            let name = format!("{:02}-{}.{}.md", head.number, head.slug, lang.code());
            files.insert(format!("{folder}/{name}"), text.into_bytes());
        }
    }
}

fn description(WholeModule { card, module, .. }: &WholeModule) -> String {
    let mut out = TomlText::default();
    out.line("slug", &card.slug);
    out.number("order", u64::from(card.order));
    out.words(
        "principles",
        card.principles
            .iter()
            .map(|principle: &Principle| principle.word()),
    );
    out.words(
        "audience",
        card.audience.iter().map(|audience: &Audience| audience.word()),
    );
    out.number("minutes", u64::from(card.minutes));
    out.line("licence", &module.licence);
    date(&mut out, "updated", &card.updated_on);
    translated(&mut out, "[title]", &card.title, Lines::One);
    translated(&mut out, "[summary]", &card.summary, Lines::Many);
    for objective in &module.objectives {
        translated(&mut out, "[[objectives]]", objective, Lines::One);
    }
    sources(&mut out, &module.sources);
    out.into_text()
}

fn quiz_text(quiz: &Quiz) -> String {
    let mut out = TomlText::default();
    out.number("pass_percent", u64::from(quiz.pass_percent));
    for question in &quiz.questions {
        out.header("[[questions]]");
        out.line("kind", quiz::word(&question.kind));
        if let Some(lesson) = question.lesson {
            out.number("lesson", u64::from(lesson));
        }
        inner(&mut out, "[questions.text]", &question.text, Lines::Many);
        match &question.kind {
            QuestionKind::Single(choices)
            | QuestionKind::Multiple(choices)
            | QuestionKind::TrueFalse(choices) => {
                for choice in choices {
                    out.inner_header("[[questions.choices]]");
                    out.truth("correct", choice.correct);
                    languages(&mut out, &choice.text, Lines::One);
                }
            }
            QuestionKind::Ordering(items) => {
                for item in items {
                    inner(&mut out, "[[questions.items]]", item, Lines::One);
                }
            }
            QuestionKind::Matching(pairs) => {
                for pair in pairs {
                    out.inner_header("[[questions.pairs]]");
                    inner(&mut out, "[questions.pairs.left]", &pair.left, Lines::One);
                    inner(&mut out, "[questions.pairs.right]", &pair.right, Lines::One);
                }
            }
        }
        inner(
            &mut out,
            "[questions.explanation]",
            &question.explanation,
            Lines::Many,
        );
    }
    out.into_text()
}

fn experience(entry: &LibraryExperience) -> (String, String) {
    let LibraryExperience {
        collectivity,
        experience,
    } = entry;
    let content = &experience.content;
    let slug = experience
        .slug
        .clone()
        .unwrap_or_else(|| experience.id.to_string());
    let mut out = TomlText::default();
    out.line("slug", &slug);
    out.line("collectivity", collectivity);
    out.line("kind", content.kind.word());
    out.words(
        "principles",
        content.principles.iter().map(|principle| principle.word()),
    );
    out.line("started", &content.started.0);
    out.line("ended", &content.ended.0);
    date(&mut out, "published", &experience.published_on());
    date(&mut out, "updated", &experience.updated_on());
    if let Some(budget) = content.budget_mad {
        out.number("budget_mad", budget);
    }
    if !content.translations.is_empty() {
        out.header("[translations]");
        for (lang, state) in &content.translations {
            out.line(lang.code(), state.word());
        }
    }
    for (section, text) in content.texts.iter().filter(|(_, text)| !text.is_empty()) {
        let lines = if *section == crate::records::Section::Title {
            Lines::One
        } else {
            Lines::Many
        };
        translated(&mut out, &format!("[{}]", section.word()), text, lines);
    }
    sources(&mut out, &content.sources);
    (slug, out.into_text())
}

fn date(out: &mut TomlText, key: &str, date: &PartialDate) {
    if !date.is_unknown() {
        out.line(key, &date.0);
    }
}

fn sources(out: &mut TomlText, sources: &[Source]) {
    let is_blank = |source: &Source| unicode::is_blank(&source.title) && source.url.is_empty();
    for source in sources.iter().filter(|source| !is_blank(source)) {
        out.header("[[sources]]");
        out.line("title", &source.title);
        out.line("url", &source.url);
    }
}

#[derive(Clone, Copy)]
enum Lines {
    One,
    Many,
}

fn translated(out: &mut TomlText, header: &str, text: &Translated, lines: Lines) {
    out.header(header);
    languages(out, text, lines);
}

fn inner(out: &mut TomlText, header: &str, text: &Translated, lines: Lines) {
    out.inner_header(header);
    languages(out, text, lines);
}

fn languages(out: &mut TomlText, text: &Translated, lines: Lines) {
    for lang in Lang::ALL {
        match (text.get(lang), lines) {
            (Some(text), Lines::One) => out.line(lang.code(), text),
            (Some(text), Lines::Many) => out.text(lang.code(), text),
            (None, _) => {}
        }
    }
}

fn collectivity(held: &Collectivity) -> [String; 10] {
    let name = |lang| held.name.get(lang).unwrap_or_default().to_owned();
    [
        held.slug.clone(),
        held.kind.word().to_owned(),
        held.code.clone(),
        held.region.clone(),
        name(Lang::Ar),
        name(Lang::Fr),
        name(Lang::En),
        held.population
            .map(|people| people.to_string())
            .unwrap_or_default(),
        held.joined.clone().unwrap_or_default(),
        held.source.clone().unwrap_or_default(),
    ]
}

fn term(term: &Term) -> [String; 6] {
    let text = |lang| term.text.get(lang).unwrap_or_default().to_owned();
    [
        term.key.clone(),
        text(Lang::Ar),
        text(Lang::Fr),
        text(Lang::En),
        term.status.word().to_owned(),
        term.source.clone().unwrap_or_default(),
    ]
}

/// A table with its header, cells quoted only where they must be.
fn table<const N: usize>(columns: [&str; N], rows: impl Iterator<Item = [String; N]>) -> Vec<u8> {
    let mut out = columns.join(",");
    out.push('\n');
    for row in rows {
        let cells = row.map(|cell| {
            let cell = clean_line(&cell);
            if cell.contains([',', '"']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell
            }
        });
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    out.into_bytes()
}
