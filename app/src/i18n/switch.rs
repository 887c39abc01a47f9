use super::{install, install_more, lang_untracked, parse};
use crate::settings;
use gloo_net::http::Request;
use locales::Messages;
use shared::lang::Lang;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

thread_local! {
    /// Messages fetched so far: a second switch needs no network.
    static FETCHED: RefCell<BTreeMap<Lang, Fetched>> = const { RefCell::new(BTreeMap::new()) };
    /// Whether the current messages are those of both files: then those of the next language are as well.
    static LATER_IN_USE: Cell<bool> = const { Cell::new(false) };
}

#[derive(Clone)]
struct Fetched {
    messages: Arc<Messages>,
    /// Whether the messages of the second file are among them.
    is_whole: bool,
}

const REMEMBERED: &str = "multaqa-lang";

/// The messages of this language could not be fetched: no network, and never fetched before.
#[derive(Debug, thiserror::Error)]
#[error("the messages of this language could not be fetched")]
pub(crate) struct NoMessages;

/// Fetches the messages of a language, unless they are here, and makes them current.
///
/// # Errors
/// [`NoMessages`]; the language before stays.
pub(crate) async fn load(lang: Lang) -> Result<(), NoMessages> {
    let messages = fetch(lang).await?;
    install(messages);
    if let Some(root) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
    {
        // Setting an attribute of the root element cannot fail.
        let _ = root.set_attribute("lang", lang.code());
        let _ = root.set_attribute("dir", lang.dir());
    }
    settings::remember(REMEMBERED, lang.code());
    Ok(())
}

/// Fetches the other languages quietly, so that a later switch is done at once, and works without a network.
pub(crate) fn prefetch_others() {
    for lang in Lang::ALL {
        if lang != lang_untracked() {
            leptos::task::spawn_local(async move {
                // A failure shows itself when somebody switches.
                let _ = fetch(lang).await;
            });
        }
    }
}

/// The messages of a language that are in use, fetched unless they are here, without making them current: for a file in
/// the language that is read.
///
/// # Errors
/// [`NoMessages`].
pub(crate) async fn fetch(lang: Lang) -> Result<Arc<Messages>, NoMessages> {
    let fetched = match FETCHED.with_borrow(|fetched| fetched.get(&lang).cloned()) {
        Some(fetched) => fetched,
        None => {
            let messages = parse(lang, file_of(lang, "").await?).map_err(|_| NoMessages)?;
            keep(messages, false)
        }
    };
    // Nothing is awaited between this and what the caller makes of the answer, or a switch could miss what came in use.
    if LATER_IN_USE.get() {
        whole(fetched).await
    } else {
        Ok(fetched.messages)
    }
}

/// Fetches the words that public pages do without, unless they are here, and adds them to the current ones.
///
/// # Errors
/// [`NoMessages`]: there is no network, and they were never fetched before.
pub(crate) async fn fetch_later_words() -> Result<(), NoMessages> {
    while !LATER_IN_USE.get() {
        let lang = lang_untracked();
        let fetched = FETCHED.with_borrow(|fetched| fetched.get(&lang).cloned());
        let messages = whole(fetched.ok_or(NoMessages)?).await?;
        // The language may have changed meanwhile.
        if lang == lang_untracked() {
            LATER_IN_USE.set(true);
            install_more(messages);
        }
    }
    Ok(())
}

/// The messages of both files.
async fn whole(fetched: Fetched) -> Result<Arc<Messages>, NoMessages> {
    if fetched.is_whole {
        return Ok(fetched.messages);
    }
    let later = file_of(fetched.messages.lang(), ".later").await?;
    let messages = fetched.messages.and(later).map_err(|_| NoMessages)?;
    Ok(keep(messages, true).messages)
}

fn keep(messages: Messages, is_whole: bool) -> Fetched {
    let lang = messages.lang();
    let messages = Arc::new(messages);
    let fetched = Fetched { messages, is_whole };
    FETCHED.with_borrow_mut(|all| all.insert(lang, fetched.clone()));
    fetched
}

/// The text of a file of messages.
async fn file_of(lang: Lang, which: &str) -> Result<String, NoMessages> {
    let address = format!("{}{}{which}.ftl", asset_base(), lang.code());
    let answer = Request::get(&address).send().await.map_err(|_| NoMessages)?;
    if !answer.ok() {
        return Err(NoMessages);
    }
    answer.text().await.map_err(|_| NoMessages)
}

/// The language for an address that names none: the one used last, else the browser's first that the hub
/// speaks, else Arabic.
pub(crate) fn remembered_or_preferred() -> Lang {
    if let Some(lang) = settings::recall(REMEMBERED).and_then(|code| code.parse().ok()) {
        return lang;
    }
    let wanted = web_sys::window()
        .map(|window| window.navigator().languages())
        .unwrap_or_default();
    wanted
        .iter()
        .filter_map(|tag| tag.as_string())
        .find_map(|tag| tag.split('-').next()?.to_lowercase().parse().ok())
        .unwrap_or(Lang::Ar)
}

/// The folder of this build's files, ending in a slash; the page that started the app says it.
fn asset_base() -> String {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("meta[name=multaqa-base]").ok().flatten())
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_else(|| "/".to_owned())
}
