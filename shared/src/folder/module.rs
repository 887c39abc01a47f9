//! `modules/<slug>/`: its description, its lessons in each language, its quiz.

use std::collections::BTreeMap;

use super::experience::{date, own_slug};
use super::fields::{Fields, Lines, parse};
use super::problem::{Problem, ProblemReport, Wrong};
use super::quiz;
use super::source::{is_not_a_line, text};
use crate::ids::{LessonId, ModuleId};
use crate::lang::{Lang, Translated};
use crate::limits;
use crate::markdown::{lesson_links, split_title};
use crate::records::{EditionNumber, Lesson, LessonHead, Module, ModuleCard, WholeModule};
use crate::slug::is_slug;
use crate::time::Timestamp;
use crate::unicode;
use crate::vocabulary::{Audience, Principle};

/// Reads the module whose files are these.
pub(super) fn read(
    slug: &str,
    files: &[&str],
    open: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    at: Timestamp,
    problems: &mut Vec<Problem>,
) -> Option<WholeModule> {
    let folder = format!("modules/{slug}");
    let [description_file, quiz_file] = ["module.toml", "quiz.toml"].map(|name| format!("{folder}/{name}"));
    let mut lesson_files = Vec::new();
    for path in files.iter().copied() {
        if path == description_file || path == quiz_file {
            continue;
        }
        match path.rsplit('/').next().and_then(LessonFile::parse) {
            Some(file) => lesson_files.push((file, path)),
            None if path.ends_with(".md") => problems.push(Problem::of_file(path, Wrong::BadLessonName)),
            None => problems.push(Problem::of_file(path, Wrong::UnknownFile)),
        }
    }
    let lessons = lessons(slug, &folder, lesson_files, open, problems);
    let count = u32::try_from(lessons.len()).unwrap_or(u32::MAX);

    let id = ModuleId::from_name(slug);
    let mut present = |path: &str, problems: &mut Vec<Problem>| {
        if files.contains(&path) {
            return open(path);
        }
        let what = Wrong::MissingFile {
            path: path.to_owned(),
        };
        problems.push(Problem::of_file(path, what));
        None
    };
    let module = present(&description_file, problems)
        .and_then(|bytes| description(&description_file, &bytes, slug, problems));
    let quiz =
        present(&quiz_file, problems).and_then(|bytes| quiz::read(&quiz_file, &bytes, id, count, problems));

    let ((mut card, module), quiz) = (module?, quiz?);
    card.updated = at;
    card.pass_percent = quiz.pass_percent;
    card.questions = u32::try_from(quiz.questions.len()).unwrap_or(u32::MAX);
    card.languages = Lang::ALL
        .into_iter()
        .filter(|lang| {
            !lessons.is_empty() && lessons.iter().all(|(_, lesson)| lesson.text.get(*lang).is_some())
        })
        .collect();
    let (heads, lessons) = lessons.into_iter().unzip();
    card.lessons = heads;
    Some(WholeModule {
        card,
        module,
        lessons,
        quiz,
    })
}

fn description(
    path: &str,
    bytes: &[u8],
    folder: &str,
    problems: &mut Vec<Problem>,
) -> Option<(ModuleCard, Module)> {
    let text = text(path, bytes, problems)?;
    let mut report = ProblemReport::new(path, &text, problems);
    let report = &mut report;
    let document = parse(&text, report)?;
    let mut fields = Fields::new(document.get_ref(), 0);
    let slug = own_slug(&mut fields, folder, report);
    let order = fields.number("order", 1..=9_999, report);
    let principles = fields.words("principles", Principle::from_word, report);
    let audience = fields.words("audience", Audience::from_word, report);
    let minutes = fields.number("minutes", 1..=u64::from(limits::MODULE_MINUTES), report);
    let licence = fields.line("licence", limits::LICENCE, report);
    let updated_on = date(&mut fields, "updated", report);
    let title = fields.translated("title", Lines::One, limits::MODULE_TITLE, report);
    let summary = fields.translated("summary", Lines::Many, limits::SUMMARY, report);
    let objectives = fields
        .tables("objectives", 1..=limits::OBJECTIVES, report)
        .into_iter()
        .map(|objective| objective.languages("objectives", Lines::One, limits::SUMMARY, report))
        .collect();
    let sources = fields.sources(report);
    fields.finish(report);

    let slug = slug?;
    let id = ModuleId::from_name(&slug);
    let card = ModuleCard {
        id,
        slug,
        order: u32::try_from(order).ok()?,
        title,
        summary,
        principles,
        audience,
        minutes: u32::try_from(minutes).ok()?,
        languages: Vec::new(),
        lessons: Vec::new(),
        pass_percent: 0,
        questions: 0,
        updated: Timestamp::default(),
        updated_on,
        edition: EditionNumber::FIRST,
        archived: false,
    };
    Some((
        card,
        Module {
            id,
            objectives,
            licence: licence?.1,
            sources,
        },
    ))
}

/// `NN-slug.lang.md`
struct LessonFile {
    number: u32,
    slug: String,
    lang: Lang,
}

impl LessonFile {
    fn parse(name: &str) -> Option<Self> {
        let (name, lang) = name.strip_suffix(".md")?.rsplit_once('.')?;
        let (number, slug) = name.split_once('-')?;
        let is_number = number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit());
        let number = number.parse().ok().filter(|number| is_number && *number > 0)?;
        Some(Self {
            number,
            slug: slug.to_owned(),
            lang: lang.parse().ok()?,
        })
        .filter(|file| is_slug(&file.slug) && !LessonHead::RESERVED_SLUGS.contains(&file.slug.as_str()))
    }
}

/// The lessons of a module, by number. Each file is a text of one of them, or is named: two files for the same text,
/// or two lessons of one name, would otherwise leave one behind.
fn lessons(
    module: &str,
    folder: &str,
    mut files: Vec<(LessonFile, &str)>,
    open: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    problems: &mut Vec<Problem>,
) -> Vec<(LessonHead, Lesson)> {
    files.sort_by_key(|(file, path)| (file.number, file.lang, *path));
    let last = files.iter().map(|(file, ..)| file.number).max().unwrap_or(0);
    let mut lessons: BTreeMap<u32, (LessonHead, Lesson)> = BTreeMap::new();
    let mut texts: BTreeMap<(u32, Lang), &str> = BTreeMap::new();
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    for (file, path) in files {
        let number = file.number;
        if let Some(other) = texts.insert((number, file.lang), path) {
            let other = other.to_owned();
            problems.push(Problem::of_file(path, Wrong::SameLesson { number, other }));
            continue;
        }
        let (head, lesson) = lessons.entry(number).or_insert_with(|| {
            let id = LessonId::of_module(module, &file.slug);
            let head = LessonHead {
                id,
                number,
                slug: file.slug.clone(),
                title: Translated::default(),
            };
            (
                head,
                Lesson {
                    id,
                    module: ModuleId::from_name(module),
                    number,
                    text: Translated::default(),
                },
            )
        });
        if head.slug != file.slug {
            let what = Wrong::LessonNamesDiffer {
                number,
                expected: head.slug.clone(),
            };
            problems.push(Problem::of_file(path, what));
        } else if *numbers.entry(file.slug.clone()).or_insert(number) != number {
            let what = Wrong::Duplicate {
                key: "lesson".to_owned(),
                value: file.slug,
            };
            problems.push(Problem::of_file(path, what));
        }
        let bytes = open(path);
        if let Some((title, text)) = bytes.and_then(|bytes| lesson_text(path, &bytes, last, problems)) {
            head.title.set(file.lang, &title);
            lesson.text.set(file.lang, &text);
        }
    }
    for number in 1..=last.max(1) {
        if !lessons.contains_key(&number) {
            problems.push(Problem::of_file(folder, Wrong::MissingLesson { number }));
        }
    }
    lessons.into_values().collect()
}

fn lesson_text(path: &str, bytes: &[u8], last: u32, problems: &mut Vec<Problem>) -> Option<(String, String)> {
    let text = text(path, bytes, problems)?;
    let mut report = ProblemReport::new(path, &text, problems);
    let Some((title, body)) = split_title(&text) else {
        report.at_line(1, Wrong::MissingTitle);
        return None;
    };
    if is_not_a_line(title) {
        report.at_line(
            1,
            Wrong::ForbiddenCharacter {
                key: "title".to_owned(),
            },
        );
    }
    if title.chars().nth(limits::TITLE).is_some() {
        report.at_line(
            1,
            Wrong::TooLong {
                key: "title".to_owned(),
                limit: limits::TITLE,
            },
        );
    }
    if body.chars().nth(limits::LESSON).is_some() {
        report.of_file(Wrong::TooLong {
            key: "lesson".to_owned(),
            limit: limits::LESSON,
        });
    }
    if unicode::is_blank(body) {
        report.of_file(Wrong::EmptyLesson);
    }
    for (line, words) in (1_u32..).zip(text.lines()) {
        if super::source::has_control(words) {
            report.at_line(
                line,
                Wrong::ForbiddenCharacter {
                    key: "lesson".to_owned(),
                },
            );
        }
        for number in lesson_links(words) {
            if number == 0 || number > last {
                report.at_line(line, Wrong::UnknownLesson { number });
            }
        }
    }
    Some((title.to_owned(), body.to_owned()))
}
