//! The public pages as HTML, written in the language of the address, so that they are there before the app is, without
//! scripts, and for programs that read the web.
//!
//! The body of a page is rendered by the app's own components (`app::server`) from rows that a visitor may read, all of
//! one state of the store. Here stands what remains: which addresses are public, the head, what the page embeds for the
//! app, what is kept in memory, and the files for robots. A page is written into the page that starts the app (see
//! `pages/template.rs`), whose scripts take over from it. Who is signed in makes no difference here: the app shows that.

mod cache;
mod embedded;
mod head;
mod html;
mod metadata;
mod part_files;
mod public_address;
mod public_rows;
mod published;
mod reader;
mod sitemap;
mod template;

pub(crate) use cache::Page;

use crate::assets::{Asset, Assets};
use crate::compress;
use crate::database::Database;
use crate::error::ApiResult;
use crate::state::Server;
use crate::store::{ReadTxn, StoreError};
use app::server::{PageRequest, Published, RowReader, Words};
use axum::body::Bytes;
use axum::http::StatusCode;
use cache::Cache;
use head::Head;
use html::{Node, el, write};
use metadata::Sources;
use part_files::PartFiles;
use public_address::{PublicAddress, is_list, public_place_at};
use public_rows::PublicRows;
use published::PublishedList;
use reader::PageReader;
use shared::lang::Lang;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use template::Template;

/// How much memory written pages may take, and lists of pages for programs.
const PAGES_BYTES: usize = 16 * 1024 * 1024;
const LISTS_BYTES: usize = 8 * 1024 * 1024;

/// The most bytes of a query that the filters of a list can come to.
const QUERY_BYTES: usize = 2_000;

/// What the server writes its pages with.
pub struct Pages {
    languages: BTreeMap<Lang, Language>,
    cache: Mutex<Cache<(Lang, PublicAddress)>>,
    lists: Mutex<Cache<Option<usize>>>,
    /// Lists of pages are written one after the other: who asks for the same one finds it.
    writes_list: tokio::sync::Mutex<()>,
    rows: RwLock<PublicRows>,
    published: RwLock<PublishedList>,
    part_files: PartFiles,
}

struct Language {
    template: Template,
    words: Words,
}

impl Pages {
    /// Takes the pages and messages of the built app. A language whose page marks no places has no public pages of
    /// its own: the app starts from its page as it is.
    #[must_use]
    pub fn new(assets: &Assets, hub: &Database) -> Self {
        let languages = Lang::ALL
            .into_iter()
            .filter_map(|lang| Some((lang, Language::of(assets, lang)?)))
            .collect();
        Self {
            languages,
            cache: Mutex::new(Cache::new(hub, PAGES_BYTES)),
            lists: Mutex::new(Cache::new(hub, LISTS_BYTES)),
            writes_list: tokio::sync::Mutex::default(),
            rows: RwLock::default(),
            published: RwLock::default(),
            part_files: PartFiles::of(assets),
        }
    }

    /// The public rows, as new as this reading.
    fn rows(&self, txn: &dyn ReadTxn) -> Result<RwLockReadGuard<'_, PublicRows>, StoreError> {
        let rows = self.rows.read().unwrap_or_else(PoisonError::into_inner);
        if rows.is_current(txn)? {
            return Ok(rows);
        }
        drop(rows);
        let mut rows = self.rows.write().unwrap_or_else(PoisonError::into_inner);
        rows.catch_up(txn)?;
        Ok(RwLockWriteGuard::downgrade(rows))
    }

    /// The published experiences as the filters look at them, as new as this reading.
    fn published(&self, txn: &dyn ReadTxn) -> Result<Vec<Published>, StoreError> {
        let list = self.published.read().unwrap_or_else(PoisonError::into_inner);
        if list.is_current(txn)? {
            return Ok(list.all());
        }
        drop(list);
        let mut list = self.published.write().unwrap_or_else(PoisonError::into_inner);
        list.catch_up(txn)?;
        Ok(list.all())
    }
}

impl Language {
    fn of(assets: &Assets, lang: Lang) -> Option<Self> {
        let template = Template::of(assets.page(lang.code())?)?;
        let messages = assets.get(&format!("pages.{}.ftl", lang.code()))?;
        let words = Words::parse(lang, std::str::from_utf8(&messages.bytes).ok()?);
        match words {
            Ok(words) => Some(Self { template, words }),
            Err(error) => {
                tracing::error!(messages.lang = lang.code(), %error, "the messages cannot be read");
                None
            }
        }
    }
}

/// The page at an address below a language, for what is asked for behind its question mark; `None` where only the app has
/// one.
pub(crate) async fn page_at(
    server: &Server,
    lang: Lang,
    path: &str,
    query: &str,
) -> ApiResult<Option<Arc<Page>>> {
    let Some(place) = public_place_at(path) else {
        return Ok(None);
    };
    if !server.pages.languages.contains_key(&lang) {
        return Ok(None);
    }
    // What else stands there changes nothing of the page.
    let query = if is_list(&place) && query.len() <= QUERY_BYTES {
        query
    } else {
        ""
    };
    let address = (lang, place);
    let seen = match lock(&server.pages.cache).look(&address) {
        Ok(page) if query.is_empty() => return Ok(Some(page)),
        Ok(_) => None,
        Err(seen) => Some(seen),
    };
    let (server_, place, query_) = (Arc::clone(server), address.1.clone(), query.to_owned());
    let page = server
        .hub
        .read_shared(move |txn| -> ApiResult<_> {
            Ok(write_page(
                &server_,
                txn,
                lang,
                Some(&place),
                (&place.below_language(), &query_),
            )?)
        })
        .await?;
    let Some(page) = page.map(Arc::new) else {
        return Ok(None);
    };
    if let Some(seen) = seen.filter(|_| query.is_empty()) {
        lock(&server.pages.cache).keep(address, &page, seen);
    }
    Ok(Some(page))
}

/// The page that says that nothing is at an address below a language.
pub(crate) async fn missing_page(server: &Server, lang: Lang, path: &str) -> ApiResult<Option<Arc<Page>>> {
    let (server_, path) = (Arc::clone(server), format!("/{}", path.trim_matches('/')));
    let page = server
        .hub
        .read_shared(move |txn| -> ApiResult<_> { Ok(write_page(&server_, txn, lang, None, (&path, ""))?) })
        .await?;
    Ok(page.map(Arc::new))
}

/// The files for programs that look for pages; `None` for any other address.
pub(crate) async fn file_for_robots(server: &Server, path: &str) -> ApiResult<Option<Arc<Page>>> {
    if path == "/robots.txt" {
        let text = sitemap::robots(server.settings.public_url.origin());
        return Ok(Some(Arc::new(list_page(path, text))));
    }
    let part = match path
        .strip_prefix("/sitemap")
        .and_then(|rest| rest.strip_suffix(".xml"))
    {
        Some("") => None,
        Some(part) => match part.strip_prefix('-').and_then(|part| part.parse().ok()) {
            Some(part) => Some(part),
            None => return Ok(None),
        },
        None => return Ok(None),
    };
    if let Ok(list) = lock(&server.pages.lists).look(&part) {
        return Ok(Some(list));
    }
    let _alone = server.pages.writes_list.lock().await;
    let seen = match lock(&server.pages.lists).look(&part) {
        Ok(list) => return Ok(Some(list)),
        Err(seen) => seen,
    };
    let (server_, path) = (server.clone(), path.to_owned());
    let list = server
        .read_much(move |txn| {
            let rows = server_.pages.rows(txn)?;
            let origin = server_.settings.public_url.origin();
            let list = sitemap::sitemap(txn, &rows, origin, part)?;
            drop(rows);
            Ok(list.map(|list| Arc::new(list_page(&path, list))))
        })
        .await?;
    if let Some(list) = &list {
        lock(&server.pages.lists).keep(part, list, seen);
    }
    Ok(list)
}

fn list_page(path: &str, text: String) -> Page {
    let mut file = Asset::written(path, text.into());
    file.brotli = compress::compressed(&file.bytes, compress::KEPT).map(Bytes::from);
    Page {
        status: StatusCode::OK,
        file,
        shows: Some(sitemap::SHOWS.into()),
    }
}

fn lock<K>(cache: &Mutex<Cache<K>>) -> std::sync::MutexGuard<'_, Cache<K>> {
    // A panic while it was held left at worst a page too few.
    cache.lock().unwrap_or_else(PoisonError::into_inner)
}

fn write_page(
    server: &Server,
    txn: Rc<dyn ReadTxn>,
    lang: Lang,
    place: Option<&PublicAddress>,
    (path, query): (&str, &str),
) -> Result<Option<Page>, StoreError> {
    let Some(Language { template, words }) = server.pages.languages.get(&lang) else {
        return Ok(None);
    };
    let origin = server.settings.public_url.origin();
    let metadata = {
        let public = server.pages.rows(&*txn)?;
        let sources = Sources {
            words,
            txn: &*txn,
            public: &public,
            origin,
        };
        metadata::of_page(&sources, place)?
    };
    let reader = Rc::new(PageReader::new(Arc::clone(server), Rc::clone(&txn)));
    let request = PageRequest {
        origin,
        path: &format!("/{}{path}", lang.code()),
        search: query,
        is_demonstration: server.settings.demonstration,
    };
    let rendered = app::server::render(request, words, Rc::clone(&reader) as Rc<dyn RowReader>);
    let (shown, rows) = reader.finish()?;
    let status = metadata.status;
    let is_kept = status.is_success() && !metadata.is_personal;
    // Where nothing is, nobody waits for the app.
    let files = place
        .filter(|_| status.is_success())
        .map(|place| server.pages.part_files.needed_at(place))
        .unwrap_or_default();
    let head = head::head(&Head {
        words,
        origin,
        path,
        title: &rendered.title,
        metadata: &metadata,
        files,
    });
    let mut body = rendered.html;
    if let Some(rows) = rows.filter(|_| is_kept) {
        // Trees can always be written; and if not, the app reads the texts itself.
        if let Ok(texts) = serde_json::to_string(&rendered.texts)
            && !rendered.texts.is_empty()
        {
            embed("page-texts", texts, &mut body);
        }
        embed("page-rows", rows, &mut body);
    }
    let html = Bytes::from(template.fill(&head, &body));
    let mut file = Asset::written("page.html", html);
    file.brotli = compress::compressed(&file.bytes, compress::KEPT).map(Bytes::from);
    Ok(Some(Page {
        status,
        file,
        shows: is_kept.then_some(shown),
    }))
}

/// Writes what the page embeds for the app. It comes after all that can be read, which is what matters on a slow line,
/// and outside of the page's own element, so that it is there as long as the document is.
fn embed(id: &'static str, json: String, body: &mut String) {
    let data = el("script")
        .attr("type", "application/json")
        .attr("id", id)
        .child(Node::Json(json));
    write(&[data.into()], body);
}
