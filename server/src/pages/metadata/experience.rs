use super::{Metadata, Sources, known, with_context, without_nulls};
use crate::authority;
use crate::pages::public_address::PublicAddress;
use crate::row_store::{self, Named};
use crate::store::StoreError;
use serde_json::{Value, json};
use shared::ids::ExperienceId;
use shared::lang::Lang;
use shared::markdown::parse;
use shared::records::{Experience, Identity, Section};
use shared::scope::Scope;

pub(super) fn one(sources: &Sources<'_>, slug: &str) -> Result<Metadata, StoreError> {
    let words = sources.words;
    let Some(experience) = find(sources, slug)? else {
        return Ok(Metadata::missing(words.plain("experiences-one-missing-text")));
    };
    let languages = experience.content.languages();
    let lang = if languages.contains(&sources.lang()) {
        sources.lang()
    } else {
        languages.first().copied().unwrap_or(sources.lang())
    };
    let title = experience.content.text(Section::Title, lang).unwrap_or_default();
    let summary = experience
        .content
        .text(Section::Summary, lang)
        .unwrap_or_default();
    let summary = parse(summary).to_plain_text();
    let above = [(PublicAddress::Experiences, words.plain("experiences-list-title"))];
    let data = vec![
        article(sources, &experience, slug, lang, &summary)?,
        sources.breadcrumbs(&above, title),
    ];
    let mut metadata = Metadata::new(summary, data);
    metadata.kind = "article";
    Ok(metadata)
}

/// The experience at this address, provided that a visitor may read it.
fn find(sources: &Sources<'_>, slug: &str) -> Result<Option<Experience>, StoreError> {
    let Some(id) = row_store::find_named(sources.txn, Named::Experience, slug)?.map(ExperienceId) else {
        return Ok(None);
    };
    let scope = Scope::Experience(id);
    if !authority::may_read(sources.txn, &Identity::visitor(), scope)? {
        return Ok(None);
    }
    row_store::find(sources.txn, scope, id)
}

fn article(
    sources: &Sources<'_>,
    experience: &Experience,
    slug: &str,
    lang: Lang,
    summary: &str,
) -> Result<Value, StoreError> {
    let about: Vec<String> = experience
        .content
        .principles
        .iter()
        .map(|principle| sources.words.plain(&format!("principle-{}", principle.word())))
        .collect();
    let author = super::network::find(sources, experience.collectivity)?.map(|owner| {
        json!({
            "@type": "Organization",
            "name": sources.best(&owner.name),
            "url": sources.url(&PublicAddress::Collectivity(owner.slug.clone())),
        })
    });
    let data = json!({
        "@type": "Article",
        "headline": experience.content.text(Section::Title, lang),
        "description": summary,
        "url": sources.url(&PublicAddress::Experience(slug.to_owned())),
        "inLanguage": lang.code(),
        "datePublished": known(experience.published_on()),
        "dateModified": known(experience.updated_on()),
        "keywords": about,
        "author": author,
        "publisher": sources.organization(),
    });
    Ok(with_context(without_nulls(data)))
}
