//! Pages and pieces of pages whose part of the code may have to be fetched first: see `pages/parts.rs` and
//! `replica/running.rs` for where the code is split.

mod later;

pub(crate) use later::{later, later_piece};

use crate::i18n::NoMessages;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;

/// A part of the code could not be fetched: there is no network, and it was never fetched before.
#[derive(Debug, thiserror::Error)]
#[error("a part of the app could not be fetched")]
pub(crate) struct PartMissing;

impl From<SplitLoaderError> for PartMissing {
    fn from(_: SplitLoaderError) -> Self {
        // What failed is on the console already.
        Self
    }
}

impl From<NoMessages> for PartMissing {
    fn from(_: NoMessages) -> Self {
        Self
    }
}

/// A page, or why there is none to show.
pub(crate) type Page = Result<AnyView, PartMissing>;

/// A page whose part may have to be fetched first.
pub(crate) type PageToCome = Pin<Box<dyn Future<Output = Page>>>;

/// A part of the code on its way.
pub(crate) type PartToCome = Pin<Box<dyn Future<Output = ()>>>;
