use super::device;
use super::{AuthorityError, Behaviour, Fault, identity, may_read};
use crate::row_store::{self, Head, Place};
use crate::store::{Direction, ReadTxn, StoreError};
use serde::de::DeserializeOwned;
use shared::access::default_scopes;
use shared::ids::PersonId;
use shared::records::Identity;
use shared::row::Row;
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::wire::{Cursor, PROTOCOL, PULL_SCOPES, PullRequest, PullResponse, ScopeAnswer};
use std::collections::BTreeMap;

#[cfg(test)]
mod tests;

/// A page ends early once its rows are this large together, in bytes of JSON: a phone on a weak network should
/// not lose half a long answer. One row larger than this still travels.
pub const PULL_BYTES: usize = 512 * 1024;

/// The most results that ride in one answer; the rest comes with the next.
const RESULTS_MOST: usize = 1_000;

/// Answers what changed for `viewer` since the cursors, all from one reading.
///
/// `viewer` is who is signed in, or [`PersonId::VISITOR`]: roles are read in `txn`. The bodies of rows are read as `B`: as
/// [`row_store::Written`] where they only travel on.
///
/// # Errors
/// Why there is no answer.
pub fn pull<B: DeserializeOwned>(
    txn: &dyn ReadTxn,
    viewer: PersonId,
    request: &PullRequest,
    now: Timestamp,
) -> Result<PullResponse<B>, AuthorityError> {
    pull_with(txn, viewer, request, now, Behaviour::default())
}

/// [`pull`], behaving as a simulation wants.
///
/// # Errors
/// As [`pull`].
pub fn pull_with<B: DeserializeOwned>(
    txn: &dyn ReadTxn,
    viewer: PersonId,
    request: &PullRequest,
    now: Timestamp,
    behaviour: Behaviour,
) -> Result<PullResponse<B>, AuthorityError> {
    if request.protocol != PROTOCOL {
        return Err(AuthorityError::Protocol(request.protocol));
    }
    if request.scopes.len() > PULL_SCOPES {
        return Err(AuthorityError::TooManyScopes(request.scopes.len()));
    }
    let viewer = if viewer == PersonId::VISITOR {
        Identity::visitor()
    } else {
        identity(txn, viewer)?.ok_or(AuthorityError::NotSignedIn)?
    };
    let epoch = row_store::epoch(txn)?;
    let standing = default_scopes(&viewer);
    let is_same_life = request.epoch == Some(epoch);
    let mut answers = BTreeMap::new();
    let mut wanted: Vec<Wanted> = Vec::new();
    for scope in in_order(&viewer, &standing, request) {
        if !may_read(txn, &viewer, scope)? {
            answers.insert(scope, ScopeAnswer::Denied);
            continue;
        }
        let held = request.scopes.get(&scope).copied().flatten();
        let most = largest_share(&waiting(&wanted), behaviour.page_rows);
        wanted.extend(Wanted::of(txn, scope, held.filter(|_| is_same_life), most)?);
    }
    answers.extend(pages(txn, wanted, behaviour)?);
    let (results, last_n) = results(txn, &viewer, request)?;
    Ok(PullResponse {
        epoch,
        now,
        viewer: (!viewer.is_visitor()).then_some(viewer),
        standing,
        scopes: answers,
        results,
        last_n,
    })
}

/// What is told first when not everything fits: the person's own rows, then the other standing scopes, then
/// what was asked for.
fn in_order(viewer: &Identity, standing: &[Scope], request: &PullRequest) -> Vec<Scope> {
    let mut scopes = standing.to_vec();
    scopes.extend(request.scopes.keys().filter(|scope| !standing.contains(scope)));
    scopes.sort_by_key(|scope| *scope != Scope::Person(viewer.person));
    scopes
}

fn results(
    txn: &dyn ReadTxn,
    viewer: &Identity,
    request: &PullRequest,
) -> Result<(Vec<shared::wire::MutationResult>, u64), AuthorityError> {
    // A visitor's device is not one that the server knows, even when it carries an id from before.
    let Some(id) = request.device.filter(|_| !viewer.is_visitor()) else {
        return Ok((Vec::new(), 0));
    };
    let Some(device) = device::of(txn, id, viewer.person)? else {
        return Ok((Vec::new(), 0));
    };
    let results = device::results_after(txn, id, request.results_after, RESULTS_MOST)?;
    Ok((results, device.last_n))
}

/// A scope with something to say.
struct Wanted {
    scope: Scope,
    head: Head,
    from: From,
    reset: bool,
    /// The rows that wait, up to one more than the scope can have a share of.
    waiting: Vec<Place>,
}

/// Where a page begins.
#[derive(Clone, Copy)]
enum From {
    /// Newest first, going down from below this seq; `after` is what is held once that is through.
    Snapshot { before: u64, after: u64 },
    /// Oldest first, going up from above this seq.
    Changes { after: u64 },
}

impl Wanted {
    fn of(
        txn: &dyn ReadTxn,
        scope: Scope,
        held: Option<Cursor>,
        most: usize,
    ) -> Result<Option<Self>, StoreError> {
        let head = row_store::head(txn, scope)?;
        // Below the floor a deletion may have been missed; above the head the cursor is from another life.
        let held = held.filter(|cursor| (head.floor..=head.head).contains(&cursor.after));
        let from = match held {
            None => From::Snapshot {
                before: head.head.saturating_add(1),
                after: head.head,
            },
            Some(Cursor {
                after,
                before: Some(before),
            }) => From::Snapshot { before, after },
            Some(Cursor { after, before: None }) if after == head.head => return Ok(None),
            Some(Cursor { after, before: None }) => From::Changes { after },
        };
        let (low, high, direction) = from.seqs(head);
        Ok(Some(Self {
            scope,
            head,
            from,
            reset: held.is_none(),
            waiting: row_store::order_places(txn, scope, low, high, direction, most.saturating_add(1))?,
        }))
    }
}

impl From {
    /// The seqs it speaks of, from the first (included) to the last (left out), and which come first.
    const fn seqs(self, head: Head) -> (u64, u64, Direction) {
        match self {
            Self::Snapshot { before, .. } => (0, before, Direction::Backward),
            Self::Changes { after } => (
                after.saturating_add(1),
                head.head.saturating_add(1),
                Direction::Forward,
            ),
        }
    }
}

fn waiting(wanted: &[Wanted]) -> Vec<usize> {
    wanted.iter().map(|scope| scope.waiting.len()).collect()
}

/// Shares the rows of an answer among the scopes so that small ones are told whole and large ones get equal
/// parts: a long list must not keep a short one waiting.
fn shares(waiting: &[usize], page_rows: usize) -> Vec<usize> {
    let mut by_need: Vec<(usize, usize)> = waiting.iter().copied().enumerate().collect();
    by_need.sort_by_key(|(_, waiting)| *waiting);
    let mut shares = vec![0; waiting.len()];
    let mut left = page_rows;
    let mut takers = by_need.len();
    for (place, waiting) in by_need {
        let fair = left.div_ceil(takers.max(1));
        let share = waiting.min(fair);
        left -= share;
        takers -= 1;
        if let Some(slot) = shares.get_mut(place) {
            *slot = share;
        }
    }
    shares
}

/// The most rows that one more scope could get beside these. Others after it can only lower that.
fn largest_share(waiting: &[usize], page_rows: usize) -> usize {
    let mut ascending = waiting.to_vec();
    ascending.sort_unstable();
    let mut left = page_rows;
    for (waiting, takers) in ascending.iter().zip((2..=waiting.len() + 1).rev()) {
        let fair = left.div_ceil(takers);
        if *waiting > fair {
            return fair;
        }
        left -= waiting;
    }
    left
}

fn pages<B: DeserializeOwned>(
    txn: &dyn ReadTxn,
    wanted: Vec<Wanted>,
    behaviour: Behaviour,
) -> Result<Vec<(Scope, ScopeAnswer<B>)>, StoreError> {
    let shares = shares(&waiting(&wanted), behaviour.page_rows);
    let mut room = Room::new(behaviour.page_bytes);
    let mut pages = Vec::with_capacity(wanted.len());
    for (scope, share) in wanted.into_iter().zip(shares) {
        pages.push((scope.scope, page(txn, &scope, share, &mut room, behaviour)?));
    }
    Ok(pages)
}

fn page<B: DeserializeOwned>(
    txn: &dyn ReadTxn,
    wanted: &Wanted,
    share: usize,
    room: &mut Room,
    behaviour: Behaviour,
) -> Result<ScopeAnswer<B>, StoreError> {
    let mut rows: Vec<Row<B>> = Vec::with_capacity(share);
    for place in wanted.waiting.iter().take(share) {
        let stored = place.read(txn)?;
        if !room.takes(stored.bytes) {
            break;
        }
        rows.push(stored.row);
    }
    let is_whole = rows.len() == wanted.waiting.len();
    let last = rows.last().map(|row| row.seq);
    let cursor = match wanted.from {
        From::Snapshot { after, .. } if is_whole => Cursor { after, before: None },
        From::Snapshot { before, after } => Cursor {
            after,
            before: Some(last.unwrap_or(before)),
        },
        From::Changes { .. } if is_whole => Cursor {
            after: wanted.head.head,
            before: None,
        },
        From::Changes { after } => Cursor {
            after: last.unwrap_or(after),
            before: None,
        },
    };
    match wanted.from {
        // Who begins anew has nothing that a tombstone could take away.
        From::Snapshot { .. } => rows.retain(|row| !row.is_deleted()),
        From::Changes { .. } if behaviour.plants(Fault::CursorSkips) && rows.len() > 1 => {
            rows.pop();
        }
        From::Changes { .. } => {}
    }
    Ok(ScopeAnswer::Page {
        reset: wanted.reset,
        rows,
        cursor,
        more: cursor.before.is_some() || cursor.after < wanted.head.head,
    })
}

/// The bytes that an answer still has room for.
struct Room {
    left: Option<usize>,
    is_untouched: bool,
}

impl Room {
    const fn new(bytes: usize) -> Self {
        Self {
            left: Some(bytes),
            is_untouched: true,
        }
    }

    /// Whether a row of this size still goes in. The first of an answer always does, or nobody could move on.
    fn takes(&mut self, bytes: usize) -> bool {
        let is_first = std::mem::replace(&mut self.is_untouched, false);
        self.left = self.left.and_then(|left| left.checked_sub(bytes));
        self.left.is_some() || is_first
    }
}
