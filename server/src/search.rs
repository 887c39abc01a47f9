//! The search over everything that a visitor may read: the index of [`shared::search`] in memory, brought up to date from
//! what the hub tells of changes, outside of its writer. What it finds is looked up anew for each answer: nothing is
//! shown that is not in the store and public now.

mod answer;
mod corpus;

use crate::database::Database;
use crate::error::ApiResult;
use crate::state::Server;
use crate::store::{ReadTxn, StoreError};
use corpus::{Corpus, Document};
use shared::lang::Lang;
use shared::scope::Scope;
use shared::search::Question;
use shared::wire::{ChangeEvent, SearchAnswer};
use std::sync::{Mutex, PoisonError, RwLock};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};

/// How many texts are read before an answer: more wait for the task beside it, and the answer says so.
const BEFORE_ANSWER: usize = 64;

/// How many texts are read in one turn, in which no question is answered.
const IN_ONE_TURN: usize = 32;

/// What is searched.
pub struct Search {
    events: Mutex<Receiver<ChangeEvent>>,
    corpus: RwLock<Corpus>,
}

impl std::fmt::Debug for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Search").finish_non_exhaustive()
    }
}

impl Search {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(hub: &Database) -> Self {
        Self {
            events: Mutex::new(hub.subscribe()),
            corpus: RwLock::default(),
        }
    }

    /// What a question finds, in the words of the best language for a reader.
    ///
    /// # Errors
    /// The store cannot be read.
    pub(crate) fn answer(
        &self,
        txn: &dyn ReadTxn,
        question: &str,
        lang: Lang,
    ) -> Result<SearchAnswer, StoreError> {
        self.catch_up(txn, BEFORE_ANSWER)?;
        let corpus = self.corpus.read().unwrap_or_else(PoisonError::into_inner);
        let read = Question::read(question);
        let answer = answer::answer(&corpus, txn, &read, lang)?;
        if answer.count > 0 || read.is_empty() {
            return Ok(answer);
        }
        let Some(near) = corpus.index.near(&read) else {
            return Ok(answer);
        };
        let near = Question::read(&near);
        let mut answer = answer::answer(&corpus, txn, &near, lang)?;
        let texts: Vec<String> = answer
            .hits
            .iter()
            .flat_map(|hit| [Some(&hit.title), hit.excerpt.as_ref(), hit.within.as_ref()])
            .flatten()
            .map(shared::search::Marked::plain)
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        answer.near = (answer.count > 0).then(|| near.as_written_in(&texts));
        Ok(answer)
    }

    /// Reads what changed, and of the texts that still wait at most so many; whether all are read.
    ///
    /// # Errors
    /// The store cannot be read.
    fn catch_up(&self, txn: &dyn ReadTxn, most: usize) -> Result<bool, StoreError> {
        let changed = self.hear();
        {
            let corpus = self.corpus.read().unwrap_or_else(PoisonError::into_inner);
            if changed.is_empty() && corpus.is_current(txn)? && corpus.is_complete() {
                return Ok(true);
            }
        }
        let mut corpus = self.corpus.write().unwrap_or_else(PoisonError::into_inner);
        for scope in changed {
            corpus.note(scope);
        }
        corpus.catch_up(txn)?;
        corpus.read_texts(txn, most);
        Ok(corpus.is_complete())
    }

    /// What changed since the last call.
    fn hear(&self) -> Vec<Changed> {
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        let mut changed = Vec::new();
        loop {
            match events.try_recv() {
                Ok(event) => changed.extend(Changed::of(&event)),
                Err(TryRecvError::Lagged(_)) => changed.push(Changed::Anything),
                Err(TryRecvError::Empty | TryRecvError::Closed) => return changed,
            }
        }
    }
}

/// What has to be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Changed {
    /// One text, with the head of its scope: an older reading does not have the change.
    One(Document, u64),
    /// Changes were missed.
    Anything,
}

impl Changed {
    /// The public scope says by its head what changed in it.
    const fn of(event: &ChangeEvent) -> Option<Self> {
        match event.scope {
            Scope::Experience(id) => Some(Self::One(Document::Experience(id), event.head)),
            Scope::Module(id) => Some(Self::One(Document::Module(id), event.head)),
            _ => None,
        }
    }
}

/// Reads everything, and then what changes, until the server stops: no question has to wait for it.
pub async fn keep_current(server: Server) {
    let mut events = server.hub.subscribe();
    loop {
        // What the store cannot read is in the log; the next change or question tries again.
        if matches!(read_on(&server).await, Ok(false)) {
            continue;
        }
        loop {
            match events.recv().await {
                Ok(event) if event.scope == Scope::Public || Changed::of(&event).is_some() => break,
                Err(RecvError::Lagged(_)) => break,
                Ok(_) => {}
                Err(RecvError::Closed) => return,
            }
        }
    }
}

/// Reads some more; whether everything is read.
async fn read_on(server: &Server) -> ApiResult<bool> {
    let reader = Server::clone(server);
    server
        .read_much(move |txn| Ok(reader.search.catch_up(txn, IN_ONE_TURN)?))
        .await
}
