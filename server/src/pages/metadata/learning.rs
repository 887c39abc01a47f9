use super::{Metadata, Sources, with_context};
use crate::pages::public_address::PublicAddress;
use crate::row_store;
use crate::store::StoreError;
use serde_json::{Value, json};
use shared::ids::EditionId;
use shared::lang::Lang;
use shared::markdown::parse;
use shared::records::{Edition, EditionNumber, Lesson, LessonHead, Module, ModuleCard};
use shared::scope::Scope;

pub(super) fn catalogue(sources: &Sources<'_>) -> Metadata {
    let items: Vec<Value> = sources
        .public
        .modules()
        .enumerate()
        .map(|(index, card)| {
            json!({ "@type": "ListItem", "position": index + 1, "item": course(sources, card) })
        })
        .collect();
    let list = with_context(json!({ "@type": "ItemList", "itemListElement": items }));
    Metadata::new(sources.words.plain("learn-lead"), vec![list])
}

pub(super) fn module(sources: &Sources<'_>, slug: &str) -> Result<Metadata, StoreError> {
    let Some(card) = sources.public.module(slug) else {
        return Ok(Metadata::missing(
            sources.words.plain("learn-module-missing-text"),
        ));
    };
    let module = row_store::find::<Module>(sources.txn, Scope::Module(card.id), card.id)?;
    let above = [(PublicAddress::Catalogue, sources.words.plain("learn-title"))];
    let data = vec![
        with_context(whole_course(sources, card, module.as_ref())),
        sources.breadcrumbs(&above, sources.best(&card.title)),
    ];
    Ok(Metadata::new(sources.best(&card.summary).to_owned(), data))
}

pub(super) fn lesson(sources: &Sources<'_>, module: &str, slug: &str) -> Result<Metadata, StoreError> {
    let words = sources.words;
    let Some(card) = sources.public.module(module) else {
        return Ok(Metadata::missing(words.plain("learn-module-missing-text")));
    };
    let missing = || Metadata::missing(words.plain("learn-lesson-missing-text"));
    let mut heads = card.lessons.iter().enumerate();
    let Some((index, head)) = heads.find(|(_, head)| head.slug == slug) else {
        return Ok(missing());
    };
    let Some(lesson) = row_store::find::<Lesson>(sources.txn, Scope::Module(card.id), head.id)? else {
        return Ok(missing());
    };
    let (lang, text) = lesson.text.best(sources.lang()).unwrap_or((sources.lang(), ""));
    let resource = with_context(json!({
        "@type": "LearningResource",
        "name": sources.best(&head.title),
        "url": sources.url(&at(card, head)),
        "inLanguage": lang.code(),
        "learningResourceType": "lesson",
        "isAccessibleForFree": true,
        "position": index + 1,
        "isPartOf": course(sources, card),
    }));
    let mut metadata = Metadata::new(
        parse(text).to_plain_text(),
        vec![
            resource,
            sources.breadcrumbs(&above(sources, card), sources.best(&head.title)),
        ],
    );
    metadata.kind = "article";
    Ok(metadata)
}

pub(super) fn editions(sources: &Sources<'_>, module: &str) -> Metadata {
    let words = sources.words;
    let Some(card) = sources.public.module(module) else {
        return Metadata::missing(words.plain("learn-module-missing-text"));
    };
    let breadcrumbs = sources.breadcrumbs(&above(sources, card), &words.plain("learn-editions-link"));
    Metadata::new(words.plain("learn-editions-lead"), vec![breadcrumbs])
}

pub(super) fn edition(
    sources: &Sources<'_>,
    module: &str,
    number: EditionNumber,
) -> Result<Metadata, StoreError> {
    let words = sources.words;
    let Some(card) = sources.public.module(module) else {
        return Ok(Metadata::missing(words.plain("learn-module-missing-text")));
    };
    let id = EditionId::of_module(card.id, number);
    Ok(
        match row_store::find::<Edition>(sources.txn, Scope::Module(card.id), id)? {
            Some(edition) => {
                let breadcrumbs = sources.breadcrumbs(&above(sources, card), sources.best(&edition.title));
                Metadata::new(words.plain("learn-editions-lead"), vec![breadcrumbs])
            }
            None => Metadata::missing(words.plain("learn-edition-missing-text")),
        },
    )
}

fn above(sources: &Sources<'_>, card: &ModuleCard) -> [(PublicAddress, String); 2] {
    [
        (PublicAddress::Catalogue, sources.words.plain("learn-title")),
        (
            PublicAddress::Module(card.slug.clone()),
            sources.best(&card.title).to_owned(),
        ),
    ]
}

fn at(card: &ModuleCard, head: &LessonHead) -> PublicAddress {
    PublicAddress::Lesson(card.slug.clone(), head.slug.clone())
}

fn course(sources: &Sources<'_>, card: &ModuleCard) -> Value {
    json!({
        "@type": "Course",
        "name": sources.best(&card.title),
        "description": sources.best(&card.summary),
        "url": sources.url(&PublicAddress::Module(card.slug.clone())),
        "provider": sources.organization(),
    })
}

fn whole_course(sources: &Sources<'_>, card: &ModuleCard, module: Option<&Module>) -> Value {
    let duration = format!("PT{}M", card.minutes);
    let languages: Vec<&str> = card.languages.iter().copied().map(Lang::code).collect();
    let lessons: Vec<Value> = card
        .lessons
        .iter()
        .map(|head| {
            json!({
                "@type": "LearningResource",
                "name": sources.best(&head.title),
                "url": sources.url(&at(card, head)),
            })
        })
        .collect();
    let teaches: Vec<&str> = module
        .map(|module| module.objectives.iter().map(|one| sources.best(one)).collect())
        .unwrap_or_default();
    let mut data = course(sources, card);
    let more = json!({
        "inLanguage": languages,
        "isAccessibleForFree": true,
        "timeRequired": duration,
        "dateModified": super::known(card.updated_on.clone()),
        "teaches": teaches,
        "license": module.map(|module| module.licence.as_str()).unwrap_or_default(),
        "hasPart": lessons,
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "online",
            "courseWorkload": duration,
        },
    });
    if let (Some(data), Value::Object(more)) = (data.as_object_mut(), more) {
        data.extend(more);
    }
    data
}
