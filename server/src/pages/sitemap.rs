//! What is told to programs that look for pages: the list of all public ones, and where it is.

use super::public_address::PublicAddress;
use super::public_rows::PublicRows;
use crate::row_store;
use crate::store::{ReadTxn, StoreError};
use shared::lang::Lang;
use shared::scope::Scope;
use std::fmt::Write as _;

/// How many pages one list holds, each in three languages. The format allows 50,000 addresses; a list this small is
/// written in some milliseconds, and several are kept.
const PAGES_MOST: usize = 1_000;

/// The scopes that say which pages there are.
pub(super) const SHOWS: [Scope; 2] = [Scope::Public, Scope::Directory];

/// The list at `/sitemap.xml`, or a list of lists where one is not enough. `part` asks for one of those, from 1.
///
/// # Errors
/// The store cannot be read.
pub(super) fn sitemap(
    txn: &dyn ReadTxn,
    rows: &PublicRows,
    origin: &str,
    part: Option<usize>,
) -> Result<Option<String>, StoreError> {
    let others: Vec<PublicAddress> = others(rows).collect();
    let experiences = usize::try_from(row_store::published_count(txn)?).unwrap_or(usize::MAX);
    let all = others.len().saturating_add(experiences);
    let parts = all.div_ceil(PAGES_MOST).max(1);
    let part = match part {
        None if parts > 1 => return Ok(Some(index(origin, parts))),
        None => 1,
        Some(part) => part,
    };
    if !(1..=parts).contains(&part) {
        return Ok(None);
    }
    let mut list = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let before = (part - 1) * PAGES_MOST;
    let some: Vec<PublicAddress> = others.iter().skip(before).take(PAGES_MOST).cloned().collect();
    let room = PAGES_MOST - some.len();
    let experiences = row_store::published(txn, None, before.saturating_sub(others.len()), room)?;
    let experiences = experiences
        .into_iter()
        .map(|one| PublicAddress::Experience(one.slug));
    for place in some.into_iter().chain(experiences) {
        write_page(&mut list, origin, &place);
    }
    list.push_str("</urlset>\n");
    Ok(Some(list))
}

/// All pages but the experiences.
fn others(rows: &PublicRows) -> impl Iterator<Item = PublicAddress> + '_ {
    let lists = [
        PublicAddress::Home,
        PublicAddress::Catalogue,
        PublicAddress::Experiences,
        PublicAddress::Network,
        PublicAddress::About,
        PublicAddress::Glossary,
    ];
    let learning = rows.modules().filter(|card| !card.archived).flat_map(|card| {
        let lessons = card
            .lessons
            .iter()
            .map(|lesson| PublicAddress::Lesson(card.slug.clone(), lesson.slug.clone()));
        std::iter::once(PublicAddress::Module(card.slug.clone())).chain(lessons)
    });
    let members = rows
        .members()
        .map(|member| PublicAddress::Collectivity(member.slug.clone()));
    lists.into_iter().chain(learning).chain(members)
}

/// One page in each language, each with the others. Addresses are made of slugs and of an origin without signs that
/// XML knows, so there is nothing to escape.
fn write_page(list: &mut String, origin: &str, place: &PublicAddress) {
    for lang in Lang::ALL {
        let _ = write!(list, "<url><loc>{origin}{}</loc>", place.path(lang));
        for other in Lang::ALL {
            let _ = write!(
                list,
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{origin}{}\"/>",
                other.code(),
                place.path(other)
            );
        }
        let path = place.below_language();
        let choose = if path.is_empty() { "/" } else { &path };
        let _ = writeln!(
            list,
            "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{origin}{choose}\"/></url>"
        );
    }
}

fn index(origin: &str, parts: usize) -> String {
    let mut index = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for part in 1..=parts {
        let _ = writeln!(index, "<sitemap><loc>{origin}/sitemap-{part}.xml</loc></sitemap>");
    }
    index.push_str("</sitemapindex>\n");
    index
}

/// What programs may ask for: everything but the API, and where the list of pages is.
pub(super) fn robots(origin: &str) -> String {
    format!("User-agent: *\nDisallow: /api/\n\nSitemap: {origin}/sitemap.xml\n")
}
