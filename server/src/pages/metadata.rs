//! What programs are told of a public page: whether it exists, what it is about, where its languages are. The body of
//! the page is the app's (`app::server`); no element of it is written here.

mod experience;
mod learning;
mod network;

use super::public_address::PublicAddress;
use super::public_rows::PublicRows;
use crate::row_store;
use crate::store::{ReadTxn, StoreError};
use app::server::Words;
use axum::http::StatusCode;
use serde_json::{Value, json};
use shared::lang::{Lang, Translated};
use shared::records::{ExperienceCard, PartialDate};
use shared::scope::Scope;

/// How many experiences the data of the list names, as many as the page shows.
const LISTED: usize = 30;

/// What a page is about, for its head and the status of its answer.
#[derive(Debug)]
pub(super) struct Metadata {
    /// Whether there is something at the address.
    pub(super) status: StatusCode,
    /// One or two sentences on what it is about.
    pub(super) description: String,
    /// The type of the Open Graph.
    pub(super) kind: &'static str,
    /// Whether it is meant for those who hold its address: no program may list it, and it is not kept in memory.
    pub(super) is_personal: bool,
    /// What it is about, in the vocabulary of schema.org.
    pub(super) data: Vec<Value>,
}

impl Metadata {
    fn new(description: String, data: Vec<Value>) -> Self {
        Self {
            status: StatusCode::OK,
            description,
            kind: "website",
            is_personal: false,
            data,
        }
    }

    /// Of an address with nothing at it.
    fn missing(description: String) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            ..Self::new(description, Vec::new())
        }
    }
}

/// What metadata is written from.
pub(super) struct Sources<'a> {
    /// The words of the page's language.
    pub(super) words: &'a Words,
    /// One consistent state of the rows.
    pub(super) txn: &'a dyn ReadTxn,
    /// The public scope, sorted.
    pub(super) public: &'a PublicRows,
    /// The address of the hub, as links from elsewhere begin.
    pub(super) origin: &'a str,
}

impl Sources<'_> {
    fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// The whole address of a page in this language.
    fn url(&self, place: &PublicAddress) -> String {
        format!("{}{}", self.origin, place.path(self.lang()))
    }

    /// The best text for a reader of this language; empty where there is none.
    fn best<'t>(&self, text: &'t Translated) -> &'t str {
        text.best(self.lang()).map_or("", |(_, text)| text)
    }

    /// The hub itself, and the network that it belongs to.
    fn organization(&self) -> Value {
        json!({
            "@type": "Organization",
            "name": self.words.plain("common-network-name"),
            "url": self.url(&PublicAddress::Home),
        })
    }

    /// The way to a page: the pages above it, and its own name.
    fn breadcrumbs(&self, above: &[(PublicAddress, String)], own: &str) -> Value {
        let links = above
            .iter()
            .map(|(place, name)| (Some(self.url(place)), name.as_str()));
        let items: Vec<Value> = links
            .chain(std::iter::once((None, own)))
            .enumerate()
            .map(|(index, (url, name))| {
                without_nulls(json!({
                    "@type": "ListItem",
                    "position": index + 1,
                    "name": name,
                    "item": url,
                }))
            })
            .collect();
        with_context(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
    }
}

/// The metadata of the page at a place; `None` is an address of nothing.
///
/// # Errors
/// The store cannot be read.
pub(super) fn of_page(sources: &Sources<'_>, place: Option<&PublicAddress>) -> Result<Metadata, StoreError> {
    let words = sources.words;
    Ok(match place {
        Some(PublicAddress::Home) => home(sources),
        Some(PublicAddress::Catalogue) => learning::catalogue(sources),
        Some(PublicAddress::Module(slug)) => learning::module(sources, slug)?,
        Some(PublicAddress::Editions(module)) => learning::editions(sources, module),
        Some(PublicAddress::Edition(module, number)) => learning::edition(sources, module, *number)?,
        Some(PublicAddress::Lesson(module, slug)) => learning::lesson(sources, module, slug)?,
        Some(PublicAddress::Experiences) => experiences(sources)?,
        Some(PublicAddress::Experience(slug)) => experience::one(sources, slug)?,
        Some(PublicAddress::Network) => Metadata::new(
            words.plain("network-lead"),
            vec![with_context(sources.organization())],
        ),
        Some(PublicAddress::Collectivity(slug)) => network::collectivity(sources, slug)?,
        Some(PublicAddress::Certificate(number)) => certificate(sources, number)?,
        Some(PublicAddress::About) => Metadata::new(
            words.plain("about-what-text"),
            vec![with_context(sources.organization())],
        ),
        Some(PublicAddress::Glossary) => glossary(sources),
        // An answer to one reader, of which there are as many as questions.
        Some(PublicAddress::Search) => Metadata {
            is_personal: true,
            ..Metadata::new(words.plain("common-search-lead"), Vec::new())
        },
        // The server writes no other page.
        Some(_) | None => Metadata::missing(words.plain("common-not-found-lead")),
    })
}

fn home(sources: &Sources<'_>) -> Metadata {
    let words = sources.words;
    let site = json!({
        "@type": "WebSite",
        "name": words.plain("common-brand"),
        "description": words.plain("boot-description"),
        "url": sources.url(&PublicAddress::Home),
        "inLanguage": sources.lang().code(),
    });
    Metadata::new(
        words.plain("boot-description"),
        vec![with_context(sources.organization()), with_context(site)],
    )
}

fn glossary(sources: &Sources<'_>) -> Metadata {
    let terms: Vec<Value> = app::server::glossary_terms(sources.lang())
        .map(|term| json!({ "@type": "DefinedTerm", "name": term }))
        .collect();
    let set = with_context(json!({
        "@type": "DefinedTermSet",
        "name": sources.words.plain("glossary-title"),
        "inLanguage": sources.lang().code(),
        "hasDefinedTerm": terms,
    }));
    Metadata::new(sources.words.plain("glossary-lead"), vec![set])
}

fn experiences(sources: &Sources<'_>) -> Result<Metadata, StoreError> {
    let mut items = Vec::new();
    for (index, one) in row_store::published(sources.txn, None, 0, LISTED)?
        .into_iter()
        .enumerate()
    {
        let card = row_store::find::<ExperienceCard>(sources.txn, Scope::Public, one.id)?;
        items.extend(card.map(|card| {
            json!({
                "@type": "ListItem",
                "position": index + 1,
                "name": sources.best(&card.title),
                "url": sources.url(&PublicAddress::Experience(card.slug.clone())),
            })
        }));
    }
    let list = with_context(json!({ "@type": "ItemList", "itemListElement": items }));
    Ok(Metadata::new(
        sources.words.plain("experiences-list-lead"),
        vec![list],
    ))
}

fn certificate(sources: &Sources<'_>, number: &str) -> Result<Metadata, StoreError> {
    let found = row_store::find_certificate(sources.txn, number)?.is_some();
    let mut metadata = if found {
        Metadata::new(sources.words.plain("learn-certificate-valid-title"), Vec::new())
    } else {
        Metadata::missing(sources.words.plain("learn-certificate-unknown-title"))
    };
    metadata.is_personal = true;
    Ok(metadata)
}

/// A description that stands by itself.
fn with_context(mut data: Value) -> Value {
    if let Some(fields) = data.as_object_mut() {
        fields.insert("@context".to_owned(), "https://schema.org".into());
    }
    data
}

/// What is not known is left out.
fn without_nulls(mut data: Value) -> Value {
    if let Some(fields) = data.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    data
}

/// A date as data; nothing where it is not known.
fn known(date: PartialDate) -> Option<String> {
    (!date.is_unknown()).then_some(date.0)
}
