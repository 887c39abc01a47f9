use super::editions::Taught;
use super::module_texts::ModuleTexts;
use serde_json::Value;
use server::authority::{Fault, name_all_module_versions, name_all_versions, name_live_edition};
use shared::apply::{Context, IdIssuer, Overlay, Side, View, apply, read_module};
use shared::ids::{CertificateId, DeviceId, ModuleId, MutationId, PersonId};
use shared::mutation::Mutation;
use shared::records::{Certificate, Experience, Identity, ModuleCard, Person};
use shared::refusal::RefusalCode;
use shared::row::{Kind, Record, RecordType, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::wire::{Envelope, MutationResult, Outcome, PushRequest, Stopped};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What the server should be, in the plainest way: maps, and each mutation applied once, in the order in which
/// they were committed, with the rights that the person has at that moment.
#[derive(Clone, Default)]
pub struct Model {
    rows: Rows,
    /// Whose each mutation is, what it says, and what became of it.
    outcomes: BTreeMap<MutationId, (PersonId, Value, Outcome)>,
    devices: BTreeMap<DeviceId, Device>,
    issued: u32,
    /// What each edition asked for when it came out.
    pub(super) taught: BTreeMap<(ModuleId, u32), Taught>,
    /// Who held a certificate of each withdrawn edition when it was withdrawn.
    pub(super) withdrawn: BTreeMap<(ModuleId, u32), BTreeSet<PersonId>>,
    /// Attempts that arrived after another edition had come out.
    pub(super) late: usize,
    /// What trainers wrote.
    pub(super) module_texts: ModuleTexts,
    /// Modules and editions that people wrote and published.
    pub(super) written: usize,
    /// A module that was published and is not whole.
    pub(super) broken: Option<ModuleId>,
    /// The planted bug. Where the rows of the model have to show it as well, what it breaks is for
    /// [`super::draft_saves`] and [`super::editions`] to find.
    fault: Option<Fault>,
}

#[derive(Clone)]
struct Device {
    owner: PersonId,
    results: Vec<MutationResult>,
}

/// What a push should be answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// Nobody is signed in.
    NotSignedIn,
    /// The device is another person's, or its numbers were used by a copy of it.
    DeviceTaken,
    /// An answer.
    Answer {
        /// The results, in order.
        results: Vec<MutationResult>,
        /// The device's last number.
        last_n: u64,
        /// Why it stopped early.
        stopped: Option<Stopped>,
    },
}

#[derive(Clone, Default)]
struct Rows(BTreeMap<RowKey, Record>);

impl View for Rows {
    fn get(&self, key: &RowKey) -> Option<Record> {
        self.0.get(key).cloned()
    }

    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record> {
        let at = |id: Uuid| RowKey::new(scope, kind, id);
        self.0
            .range(at(Uuid::nil())..=at(Uuid::max()))
            .map(|(_, record)| record.clone())
            .collect()
    }

    fn put(&mut self, scope: Scope, record: Record) {
        self.0.insert(RowKey::of(scope, &record), record);
    }

    fn delete(&mut self, key: &RowKey) {
        self.0.remove(key);
    }
}

struct CountingIdIssuer<'a>(&'a mut u32);

impl IdIssuer for CountingIdIssuer<'_> {
    fn certificate(&mut self, _: Timestamp) -> (CertificateId, String) {
        *self.0 += 1;
        let name = self.0.to_string();
        (CertificateId::from_name(&name), name)
    }

    fn slug(&mut self, _: &Experience) -> String {
        *self.0 += 1;
        format!("slug-{}", self.0)
    }
}

impl Model {
    /// A model without any row, of a server with this bug.
    #[must_use]
    pub fn new(fault: Option<Fault>) -> Self {
        Self {
            fault,
            ..Self::default()
        }
    }

    /// The rows, to write what the server is given beside mutations.
    pub fn view(&mut self) -> &mut dyn View {
        &mut self.rows
    }

    /// A record, by type.
    #[must_use]
    pub fn find<T: RecordType>(&self, scope: Scope, id: impl Into<Uuid>) -> Option<T> {
        let record = self.rows.get(&RowKey::new(scope, T::KIND, id))?;
        T::of(&record).cloned()
    }

    /// All records of a type in a scope.
    pub fn all<T: RecordType>(&self, scope: Scope) -> impl Iterator<Item = T> {
        self.rows
            .list(scope, T::KIND)
            .into_iter()
            .filter_map(|record| T::of(&record).cloned())
    }

    /// The changes that were applied, with who made them.
    pub fn applied(&self) -> impl Iterator<Item = (PersonId, Mutation)> {
        self.outcomes
            .values()
            .filter(|(.., outcome)| *outcome == Outcome::Applied)
            .filter_map(|(person, mutation, _)| {
                Some((*person, serde_json::from_value(mutation.clone()).ok()?))
            })
    }

    /// Who the person is now; `None` when the account is closed.
    #[must_use]
    pub fn identity(&self, person: PersonId) -> Option<Identity> {
        self.find::<Person>(Scope::Person(person), person)
            .filter(|person| !person.disabled)
            .map(|person| person.identity())
    }

    /// What became of a mutation.
    #[must_use]
    pub fn outcome(&self, id: MutationId) -> Option<&Outcome> {
        self.outcomes.get(&id).map(|(_, _, outcome)| outcome)
    }

    /// The rows as JSON, by key, without what only the server makes.
    pub fn plain_rows(&self) -> impl Iterator<Item = (RowKey, Value)> {
        self.rows
            .0
            .iter()
            .map(|(key, record)| plain(key.clone(), record.to_value().unwrap_or_default()))
    }

    /// Takes a push that the server committed, and says what should have been answered.
    pub fn push(&mut self, person: PersonId, request: &PushRequest, now: Timestamp) -> Expected {
        if self.identity(person).is_none() {
            return Expected::NotSignedIn;
        }
        let device = self.devices.entry(request.device).or_insert(Device {
            owner: person,
            results: Vec::new(),
        });
        if device.owner != person {
            return Expected::DeviceTaken;
        }
        let mut decided = device.results.clone();
        let mut results = Vec::new();
        let mut stopped = None;
        for envelope in &request.mutations {
            let place = usize::try_from(envelope.n)
                .unwrap_or(usize::MAX)
                .saturating_sub(1);
            if place > decided.len() {
                stopped = Some(Stopped::Gap);
                break;
            }
            if let Some(held) = decided.get(place) {
                if held.id != envelope.id {
                    return Expected::DeviceTaken;
                }
                results.push(held.clone());
                continue;
            }
            let result = MutationResult {
                n: envelope.n,
                id: envelope.id,
                outcome: self.decide(person, request.device, envelope, now),
            };
            results.push(result.clone());
            decided.push(result);
        }
        let last_n = u64::try_from(decided.len()).unwrap_or(0);
        if let Some(device) = self.devices.get_mut(&request.device) {
            device.results = decided;
        }
        Expected::Answer {
            results,
            last_n,
            stopped,
        }
    }

    fn decide(&mut self, person: PersonId, device: DeviceId, envelope: &Envelope, now: Timestamp) -> Outcome {
        if let Some((owner, mutation, known)) = self.outcomes.get(&envelope.id) {
            return if *owner == person && *mutation == envelope.mutation {
                known.clone()
            } else {
                let refusal = RefusalCode::AlreadyExists.into();
                Outcome::Refused { refusal }
            };
        }
        let outcome = match self.run(person, device, envelope, now) {
            Ok(()) => Outcome::Applied,
            Err(refusal) => Outcome::Refused { refusal },
        };
        let decided = (person, envelope.mutation.clone(), outcome.clone());
        self.outcomes.insert(envelope.id, decided);
        outcome
    }

    fn run(
        &mut self,
        person: PersonId,
        device: DeviceId,
        envelope: &Envelope,
        now: Timestamp,
    ) -> Result<(), shared::refusal::Refusal> {
        let mut mutation: Mutation =
            serde_json::from_value(envelope.mutation.clone()).map_err(|_| RefusalCode::Malformed)?;
        let sent = mutation.clone();
        let actor = self.identity(person).ok_or(RefusalCode::NotAllowed)?;
        match self.fault {
            Some(Fault::LastOrderWins) => name_all_versions(&mut mutation, &self.rows, person),
            Some(Fault::LastModuleTextWins) => name_all_module_versions(&mut mutation, &self.rows),
            Some(Fault::GradesOnLiveEdition) => name_live_edition(&mut mutation, &self.rows),
            _ => {}
        }
        let is_late = self.is_late(&mutation);
        let mut id_issuer = CountingIdIssuer(&mut self.issued);
        let mut context = Context {
            actor: &actor,
            id: envelope.id,
            device,
            at: envelope.at.clamped_by(now),
            now,
            side: Side::Decide(&mut id_issuer),
        };
        let mut overlay = Overlay::new(&self.rows);
        apply(&mut overlay, &mut context, &mutation)?;
        for (key, change) in overlay.into_changes() {
            match change {
                Some(record) => self.rows.put(key.scope, record),
                None => self.rows.delete(&key),
            }
        }
        self.late += usize::from(is_late);
        self.module_texts.note(&sent);
        if let Mutation::PublishModule(published) = &mutation {
            self.written += 1;
            if self.note_taught(published.module).is_none() {
                self.broken = Some(published.module);
            }
        }
        if let Mutation::WithdrawEdition(withdrawn) = &mutation {
            let holders = self.holders(withdrawn.module, withdrawn.edition);
            self.withdrawn
                .insert((withdrawn.module, withdrawn.edition), holders);
        }
        Ok(())
    }

    /// Writes down what is taught now; `None` when it is not whole.
    pub(super) fn note_taught(&mut self, module: ModuleId) -> Option<()> {
        let card: ModuleCard = self.find(Scope::Public, module)?;
        let whole = read_module(&self.rows, card)?;
        let number = whole.card.edition.edition;
        self.taught.insert((module, number), Taught::of(whole));
        Some(())
    }

    /// Whether the change is an attempt on an edition after which another one came out.
    fn is_late(&self, mutation: &Mutation) -> bool {
        let Mutation::SubmitAttempt(sat) = mutation else {
            return false;
        };
        let card: Option<ModuleCard> = self.find(Scope::Public, sat.module);
        card.is_some_and(|card| card.edition.edition > sat.edition.edition)
    }

    /// Who holds a certificate of an edition.
    fn holders(&self, module: ModuleId, edition: u32) -> BTreeSet<PersonId> {
        let is_held = |certificate: &Certificate| {
            certificate.module == module && certificate.edition.edition == edition
        };
        let certificates = self
            .rows
            .0
            .iter()
            .filter_map(|(key, record)| match (key.scope, record) {
                (Scope::Person(person), Record::Certificate(certificate)) if is_held(certificate) => {
                    Some(person)
                }
                _ => None,
            });
        certificates.collect()
    }
}

/// Takes out what only the server makes, so that its rows can be compared with the model's.
pub(super) fn plain(mut key: RowKey, mut body: Value) -> (RowKey, Value) {
    match Kind::from_word(&key.kind) {
        Some(Kind::Certificate) => {
            // One for an edition of a module: that is what the key says then, and a second one would not find a place.
            let edition = body.get("edition").and_then(Value::as_str).unwrap_or("1.0");
            let edition = edition.split('.').next().unwrap_or_default();
            let module = read_uuid(&body, "module").unwrap_or(key.id);
            key.id = Uuid::new_v5(&module, edition.as_bytes());
            blank(&mut body, &["id", "number"]);
        }
        Some(Kind::TrainingRecord) => blank(&mut body, &["certificate"]),
        Some(Kind::Experience | Kind::ExperienceCard) => blank(&mut body, &["slug"]),
        _ => {}
    }
    (key, body)
}

fn read_uuid(body: &Value, field: &str) -> Option<Uuid> {
    body.get(field)?.as_str()?.parse().ok()
}

/// What is there becomes "there"; what is not stays so.
fn blank(body: &mut Value, fields: &[&str]) {
    for field in fields {
        if let Some(value) = body.get_mut(*field) {
            *value = Value::Bool(true);
        }
    }
}
