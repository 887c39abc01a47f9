use super::conversation::Conversation;
use super::documents::Documents;
use super::rows::Rows;
use super::storage::Storage;
use super::tabs::Tabs;
use std::rc::Rc;

/// The replica of this tab. Each part owns its fields and its rules, and knows none of the others; what concerns several
/// is in the files beside: `leading`, `following`, `opening`, `syncing`.
pub(super) struct Inner {
    pub(super) rows: Rows,
    pub(super) documents: Documents,
    pub(super) storage: Storage,
    pub(super) tabs: Tabs,
    pub(super) conversation: Conversation,
}

thread_local! {
    static INNER: Rc<Inner> = Rc::new(Inner {
        rows: Rows::new(),
        documents: Documents::new(),
        storage: Storage::new(),
        tabs: Tabs::new(),
        conversation: Conversation::new(),
    });
}

pub(super) fn inner() -> Rc<Inner> {
    INNER.with(Rc::clone)
}
