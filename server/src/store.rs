//! Where everything is kept: ordered keys and values in a few tables, read from snapshots, written in
//! transactions. Small on purpose, so that a test can run in memory and another database can take redb's place.

mod buffer;
mod copy;
mod disk;
mod folder;
mod memory;
mod span;
#[cfg(test)]
mod tests;

pub use buffer::{Buffer, Changes};
pub use copy::copy;
pub(crate) use disk::FORMAT;
pub use disk::{RedbFile, RedbStore, is_guarded};
pub use folder::DataFolder;
pub use memory::{MemorySnapshot, MemoryStore};
pub use span::{Direction, Span};

use shared::wire::ChangeEvent;
use std::path::PathBuf;

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $word:literal),* $(,)?) => {
        /// A group of keys with one meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($(#[$doc])* $name),* }

        impl Table {
            /// Every table.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name in the database file; never changes.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }
    };
}

tables! {
    /// Scope, kind and id → a row. Written by the row store only.
    Rows = "rows",
    /// Scope and seq → the key of the row that changed last then. Written by the row store only.
    Order = "order",
    /// Scope → head and floor. Written by the row store only.
    Heads = "heads",
    /// Device → owner and last number.
    Devices = "devices",
    /// Device and number → the result of that mutation.
    Results = "results",
    /// Mutation → its outcome, whichever device brought it.
    Mutations = "mutations",
    /// Person → what signing in needs.
    Accounts = "accounts",
    /// E-mail address → person.
    Emails = "emails",
    /// Hash of a session's secret → the session.
    Sessions = "sessions",
    /// Hash of an invitation's secret → the invitation's id.
    Invitations = "invitations",
    /// Hash of the secret of a link of recovery that was not used → the person and the link's id.
    Recoveries = "recoveries",
    /// Number of a certificate → its holder and id.
    Certificates = "certificates",
    /// Kind and slug → id. Entries stay for ever: an address is never given to something else.
    Slugs = "slugs",
    /// Published experiences, the newest first: of all, and of each collectivity; and their number. Written by the
    /// row store only.
    Published = "published",
    /// Person or collectivity → the bytes of the rows that are kept for them. Written by the row store only.
    Usage = "usage",
    /// Folded name and id of a person → the words that they are found by. Written by the row store only.
    People = "people",
    /// Facts about the database itself.
    Meta = "meta",
}

/// A key with its value.
pub type Entry = (Vec<u8>, Vec<u8>);

/// One consistent reading of the store.
pub trait ReadTxn {
    /// The value at `key`.
    ///
    /// # Errors
    /// The store cannot be read.
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// At most `limit` entries whose keys lie in `span`, in the order of `direction`.
    ///
    /// # Errors
    /// The store cannot be read.
    fn range(
        &self,
        table: Table,
        span: &Span,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError>;
}

/// A reading that also writes; its own writes are visible to it at once, and to others after the commit.
pub trait WriteTxn: ReadTxn {
    /// Sets the value at `key`.
    ///
    /// # Errors
    /// The store cannot be written.
    fn put(&mut self, table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError>;

    /// Takes `key` away; nothing happens when it is not there.
    ///
    /// # Errors
    /// The store cannot be written.
    fn delete(&mut self, table: Table, key: &[u8]) -> Result<(), StoreError>;

    /// Says that a scope has a new head. Stores have no use for it; the writer tells it to the event streams once it is
    /// durable.
    fn note_change(&mut self, _change_event: ChangeEvent) {}
}

/// A write transaction as its owner holds it. Dropping it without a commit leaves no trace.
pub trait Transaction: WriteTxn {
    /// Keeps the writes since the beginning or the last call: [`Transaction::undo`] no longer reaches them. Says whether
    /// there were any.
    fn keep(&mut self) -> bool;

    /// Takes back the writes since the beginning or the last [`Transaction::keep`].
    fn undo(&mut self);

    /// Makes the writes visible and durable, all or none.
    ///
    /// # Errors
    /// All or nothing was kept, and which of the two is not known: only work that can be done twice without
    /// harm may simply be tried again.
    fn commit(self: Box<Self>) -> Result<(), StoreError>;
}

/// A database.
pub trait Store: Send + Sync {
    /// Begins a reading of the last committed state.
    ///
    /// # Errors
    /// The store cannot be read.
    fn read(&self) -> Result<Box<dyn ReadTxn>, StoreError>;

    /// Begins the one write transaction; waits while there is another.
    ///
    /// # Errors
    /// The store cannot be written.
    fn write(&self) -> Result<Box<dyn Transaction + '_>, StoreError>;
}

/// Why the store did not do what it was asked. Texts are for the log, not for people in a browser.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Another process works on the same data.
    #[error("the data folder {0} is in use by another process")]
    InUse(PathBuf),
    /// The folder cannot be written or made.
    #[error("the data folder {path} cannot be written: {reason}")]
    Unwritable {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The data was written by a version of Multaqa that this one does not understand.
    #[error("the data folder was written by a newer Multaqa (format {0}); use that version or a later one")]
    NewerFormat(u32),
    /// A file cannot be read.
    #[error("{path} cannot be read: {reason}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The file in the place of the database is none. It is never replaced.
    #[error(
        "{path} {what}: it is not a database and was left as it is; bring back a backup with `multaqa restore` into \
         an empty data folder, or move the file away to begin anew"
    )]
    NotADatabase {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A value is not what was stored, or stands under another key.
    #[error("the stored data is damaged: `{}` in the table {} does not match its checksum", .key.escape_ascii(), .table.word())]
    DamagedEntry {
        /// Where.
        table: Table,
        /// Its key.
        key: Vec<u8>,
    },
    /// What is stored cannot be read back.
    #[error("the stored data is damaged: {0}")]
    Corrupted(String),
    /// The disk failed or is full; it may go through later.
    #[error("the store failed: {0}")]
    Failed(String),
}

impl<R: ReadTxn + ?Sized> ReadTxn for &R {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        (**self).get(table, key)
    }

    fn range(
        &self,
        table: Table,
        span: &Span,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        (**self).range(table, span, direction, limit)
    }
}
