use super::{Metadata, Sources, with_context};
use crate::pages::public_address::PublicAddress;
use crate::row_store::{self, Named};
use crate::store::StoreError;
use serde_json::{Value, json};
use shared::ids::CollectivityId;
use shared::lang::Lang;
use shared::records::Collectivity;
use shared::scope::Scope;

pub(super) fn collectivity(sources: &Sources<'_>, slug: &str) -> Result<Metadata, StoreError> {
    let words = sources.words;
    let found = match row_store::find_named(sources.txn, Named::Collectivity, slug)? {
        Some(id) => find(sources, CollectivityId(id))?,
        None => None,
    };
    let Some(found) = found else {
        return Ok(Metadata::missing(words.plain("network-unknown-text")));
    };
    let kind = words.plain(&format!("collectivity-kind-{}", found.kind.word()));
    let name = sources.best(&found.name);
    let above = [(PublicAddress::Network, words.plain("network-title"))];
    let mut metadata = Metadata::new(
        format!("{kind} · {name}. {}", words.plain("network-lead")),
        vec![organization(sources, &found), sources.breadcrumbs(&above, name)],
    );
    metadata.kind = "profile";
    Ok(metadata)
}

/// A member of the network, or another collectivity of the national list; everybody may read both.
pub(super) fn find(sources: &Sources<'_>, id: CollectivityId) -> Result<Option<Collectivity>, StoreError> {
    match sources.public.collectivity(id) {
        Some(held) => Ok(Some(held.clone())),
        None => row_store::find(sources.txn, Scope::Directory, id),
    }
}

fn organization(sources: &Sources<'_>, found: &Collectivity) -> Value {
    let (lang, name) = found.name.best(sources.lang()).unwrap_or((sources.lang(), ""));
    let others: Vec<&str> = Lang::ALL
        .into_iter()
        .filter(|other| *other != lang)
        .filter_map(|other| found.name.get(other))
        .collect();
    let mut data = json!({
        "@type": "Organization",
        "name": name,
        "alternateName": others,
        "url": sources.url(&PublicAddress::Collectivity(found.slug.clone())),
        "identifier": found.code,
    });
    if let (true, Some(fields)) = (found.is_member(), data.as_object_mut()) {
        fields.insert("memberOf".to_owned(), sources.organization());
    }
    with_context(data)
}
