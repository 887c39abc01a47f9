use super::device::{self, Decided, Device};
use super::fault::{name_all_module_versions, name_all_versions, name_live_edition};
use super::id_issuer::IssuingIds;
use super::{AuthorityError, Behaviour, Fault, identity};
use crate::accounts;
use crate::entropy::Entropy;
use crate::row_store::{self, RowStore};
use crate::store::{StoreError, WriteTxn};
use shared::apply::{Context, Overlay, Side, apply};
use shared::ids::PersonId;
use shared::mutation::{MUTATION_SCHEMA, Mutation};
use shared::records::{Identity, Person};
use shared::refusal::{Refusal, RefusalCode};
use shared::row::RecordType as _;
use shared::time::Timestamp;
use shared::wire::{
    Envelope, MutationResult, Outcome, PROTOCOL, PUSH_MOST, PushRequest, PushResponse, Stopped,
};

/// Decides the mutations of a push in their order. Rows, results and the device's last number are written to
/// `txn` together; the answer may leave once `txn` is committed durably.
///
/// `actor` only says who is signed in: what they may do is read in `txn`, anew for each mutation.
///
/// # Errors
/// Nothing may be kept: the transaction must be thrown away.
pub fn push(
    txn: &mut dyn WriteTxn,
    actor: &Identity,
    request: &PushRequest,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<PushResponse, AuthorityError> {
    push_with(txn, actor, request, now, entropy, Behaviour::default())
}

/// [`push`], behaving as a simulation wants.
///
/// # Errors
/// As [`push`].
pub fn push_with(
    txn: &mut dyn WriteTxn,
    actor: &Identity,
    request: &PushRequest,
    now: Timestamp,
    entropy: &mut dyn Entropy,
    behaviour: Behaviour,
) -> Result<PushResponse, AuthorityError> {
    if request.protocol != PROTOCOL {
        return Err(AuthorityError::Protocol(request.protocol));
    }
    if request.mutations.len() > PUSH_MOST {
        return Err(AuthorityError::TooMany(request.mutations.len()));
    }
    if actor.is_visitor() || identity(&*txn, actor.person)?.is_none() {
        return Err(AuthorityError::NotSignedIn);
    }
    let known = device::of(&*txn, request.device, actor.person)?;
    let epoch = row_store::epoch(&*txn)?;
    let mut answer = PushResponse {
        epoch,
        results: Vec::new(),
        last_n: known.map_or(0, |device| device.last_n),
        stopped: None,
    };
    if request.epoch.is_some_and(|held| held != epoch) {
        answer.stopped = Some(Stopped::EpochChanged);
        return Ok(answer);
    }
    let before = answer.last_n;
    let mut pusher = Pusher {
        row_store: RowStore::new(txn),
        actor,
        request,
        now,
        entropy,
        behaviour,
    };
    for envelope in &request.mutations {
        if let Err(stopped) = pusher.take(envelope, &mut answer)? {
            answer.stopped = Some(stopped);
            break;
        }
    }
    if known.is_none() || answer.last_n != before {
        let device = Device {
            owner: actor.person,
            last_n: answer.last_n,
        };
        let txn = pusher.row_store.beside();
        device::put(txn, request.device, device)?;
        device::forget_results(txn, request.device, answer.last_n)?;
    }
    pusher.row_store.finish()?;
    Ok(answer)
}

fn already_exists() -> Outcome {
    Outcome::Refused {
        refusal: RefusalCode::AlreadyExists.into(),
    }
}

/// Refuses a mutation that is larger than any of its kind.
fn must_have_its_size(envelope: &Envelope) -> Result<(), Refusal> {
    let most = envelope.kind().most_bytes();
    let is_small = serde_json::to_vec(envelope).is_ok_and(|json| json.len() <= most);
    if is_small {
        return Ok(());
    }
    Err(Refusal::new(RefusalCode::TooLong).with_limit(most))
}

struct Pusher<'a> {
    row_store: RowStore<'a>,
    actor: &'a Identity,
    request: &'a PushRequest,
    now: Timestamp,
    entropy: &'a mut dyn Entropy,
    behaviour: Behaviour,
}

impl Pusher<'_> {
    /// Adds the result of one mutation to the answer, or says why reading stops before it.
    fn take(
        &mut self,
        envelope: &Envelope,
        answer: &mut PushResponse,
    ) -> Result<Result<(), Stopped>, AuthorityError> {
        if envelope.n <= answer.last_n {
            answer.results.push(self.again(envelope)?);
            return Ok(Ok(()));
        }
        if envelope.n != answer.last_n.saturating_add(1) {
            return Ok(Err(Stopped::Gap));
        }
        if envelope.schema > MUTATION_SCHEMA {
            return Ok(Err(Stopped::NewerSchema));
        }
        let outcome = self.outcome(envelope)?;
        answer.last_n = envelope.n;
        if self.behaviour.plants(Fault::LostRefusal) && outcome != Outcome::Applied {
            return Ok(Ok(()));
        }
        let result = MutationResult {
            n: envelope.n,
            id: envelope.id,
            outcome,
        };
        device::put_result(self.row_store.beside(), self.request.device, &result)?;
        answer.results.push(result);
        Ok(Ok(()))
    }

    /// The stored result of a number that was used before.
    fn again(&mut self, envelope: &Envelope) -> Result<MutationResult, AuthorityError> {
        let held = device::result(self.row_store.reading(), self.request.device, envelope.n)?;
        let held = match held {
            Some(held) => held,
            // The planted bug left none behind; the device is told something all the same.
            None if self.behaviour.plants(Fault::LostRefusal) => MutationResult {
                n: envelope.n,
                id: envelope.id,
                outcome: Outcome::Applied,
            },
            // Numbers begin with 1. An old number whose result is forgotten is none that a device offers again.
            None => return Err(AuthorityError::NumberReused(envelope.n)),
        };
        // An id that was somebody else's was refused here under this very number.
        let was_taken = held.outcome == already_exists();
        if held.id != envelope.id || (!was_taken && !self.is_own(envelope)?) {
            return Err(AuthorityError::NumberReused(envelope.n));
        }
        if self.behaviour.plants(Fault::DuplicateEffect) {
            let _verdict = self.decide(envelope)?;
        }
        Ok(held)
    }

    /// Whether nothing else was ever decided under the mutation's id: by somebody else, or with other content.
    fn is_own(&self, envelope: &Envelope) -> Result<bool, StoreError> {
        match device::decided(self.row_store.reading(), envelope.id)? {
            Some(decided) => decided.is_of(self.actor.person, envelope),
            None => Ok(true),
        }
    }

    /// What became of the mutation: decided now, or remembered when another device or number brought it first. An
    /// id that stands for something else is refused, because its outcome says nothing about this mutation.
    fn outcome(&mut self, envelope: &Envelope) -> Result<Outcome, AuthorityError> {
        if !self.behaviour.plants(Fault::DuplicateEffect)
            && let Some(known) = device::decided(self.row_store.reading(), envelope.id)?
        {
            return Ok(if known.is_of(self.actor.person, envelope)? {
                known.outcome
            } else {
                already_exists()
            });
        }
        let outcome = match self.decide(envelope)? {
            Ok(()) => Outcome::Applied,
            Err(refusal) => Outcome::Refused { refusal },
        };
        let decided = Decided::new(outcome, self.actor.person, envelope)?;
        device::put_decided(self.row_store.beside(), envelope.id, &decided)?;
        Ok(decided.outcome)
    }

    /// Applies it, or leaves no trace.
    fn decide(&mut self, envelope: &Envelope) -> Result<Result<(), Refusal>, AuthorityError> {
        if let Err(refusal) = must_have_its_size(envelope) {
            return Ok(Err(refusal));
        }
        let Ok(mut mutation) = serde_json::from_value::<Mutation>(envelope.mutation.clone()) else {
            return Ok(Err(RefusalCode::Malformed.into()));
        };
        let current = if self.behaviour.plants(Fault::MissingAuthorisation) {
            Some(self.actor.clone())
        } else {
            identity(self.row_store.reading(), self.actor.person)?
        };
        // The mutation before this one may have closed the account.
        let Some(current) = current else {
            return Ok(Err(RefusalCode::NotAllowed.into()));
        };
        if self.behaviour.plants(Fault::LastOrderWins) {
            name_all_versions(&mut mutation, &self.row_store, current.person);
        }
        if self.behaviour.plants(Fault::LastModuleTextWins) {
            name_all_module_versions(&mut mutation, &self.row_store);
        }
        if self.behaviour.plants(Fault::GradesOnLiveEdition) {
            name_live_edition(&mut mutation, &self.row_store);
        }
        let mut issuing = IssuingIds::new(self.row_store.reading(), self.entropy);
        let mut overlay = Overlay::new(&self.row_store);
        let mut context = Context {
            actor: &current,
            id: envelope.id,
            device: self.request.device,
            at: envelope.at.clamped_by(self.now),
            now: self.now,
            side: Side::Decide(&mut issuing),
        };
        let verdict = apply(&mut overlay, &mut context, &mutation);
        let changes = overlay.into_changes();
        issuing.check()?;
        self.row_store.check()?;
        if verdict.is_err() {
            return Ok(verdict);
        }
        let closed: Vec<PersonId> = changes
            .values()
            .filter_map(|change| Person::of(change.as_ref()?))
            .filter(|person| person.disabled)
            .map(|person| person.id)
            .collect();
        let prepared = self.row_store.prepare(changes)?;
        if let Err(refusal) =
            self.behaviour
                .quotas
                .allow(self.row_store.reading(), current.person, &prepared)?
        {
            return Ok(Err(refusal));
        }
        for change in prepared {
            self.row_store.write(change)?;
        }
        for person in closed {
            accounts::close(self.row_store.beside(), person)?;
        }
        Ok(Ok(()))
    }
}
