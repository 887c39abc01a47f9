//! A file made on this device, offered to the person as a download.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser did not take the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not take the file")]
pub(crate) struct NotDownloaded;

/// Hands a text to the browser's downloads.
///
/// # Errors
/// [`NotDownloaded`], where the browser forbids downloads.
pub(crate) fn save_text(name: &str, media_type: &str, text: &str) -> Result<(), NotDownloaded> {
    let failed = |_: JsValue| NotDownloaded;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(failed)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(failed)?;
    let clicked = click(name, &address);
    // The browser has taken the contents when the click returns.
    let _ = Url::revoke_object_url(&address);
    clicked
}

fn click(name: &str, address: &str) -> Result<(), NotDownloaded> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(NotDownloaded)?;
    let link: HtmlAnchorElement = document
        .create_element("a")
        .ok()
        .and_then(|element| element.dyn_into().ok())
        .ok_or(NotDownloaded)?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}
