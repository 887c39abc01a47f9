use super::act;
use super::backend::Backend;
use super::content::{self, Content};
use super::device::Device;
use super::draft_saves::DraftSaves;
use super::failure::Failure;
use super::prng::Prng;
use super::report::SimulationReport;
use serde_json::Value;
use server::authority::{Behaviour, Fault};
use shared::client::{Client, StoreName};
use shared::ids::{DeviceId, ExperienceId, MutationId, PersonId};
use shared::mutation::Mutation;
use shared::records::{Experience, ExperienceCard, Identity, InvitedAs, ModuleDraft};
use shared::scope::Scope;
use shared::vocabulary::CollectivityRole;
use shared::wire::{ApiErrorCode, PullRequest, PullResponse, PushRequest, PushResponse};
use std::collections::{BTreeMap, BTreeSet};

/// A message between a device, by its place, and the server.
#[derive(Clone)]
pub(super) enum Message {
    Push(usize, PushRequest),
    Pull(usize, PullRequest),
    PushAnswer(usize, PushRequest, Result<PushResponse, ApiErrorCode>),
    PullAnswer(usize, PullRequest, Result<PullResponse, ApiErrorCode>),
}

/// A change that a person was told is saved.
pub(super) struct Saved {
    pub(super) person: PersonId,
    pub(super) mutation: Value,
}

/// A network of people, devices and one server, and everything that goes wrong between them.
pub(super) struct World {
    pub(super) prng: Prng,
    pub(super) fault: Option<Fault>,
    pub(super) backend: Backend,
    pub(super) content: Content,
    pub(super) devices: Vec<Device>,
    in_flight: Vec<Message>,
    pub(super) saved: BTreeMap<MutationId, Saved>,
    /// What a storage that went back in time has lost: nobody can keep that.
    pub(super) excused: BTreeSet<MutationId>,
    pub(super) dismissed: BTreeSet<MutationId>,
    /// The saves of drafts, as their authors made them.
    pub(super) drafts: DraftSaves,
    pub(super) report: SimulationReport,
    joined: u32,
    is_calm: bool,
}

impl World {
    pub(super) fn new(seed: u64, fault: Option<Fault>) -> Result<Self, Failure> {
        let mut prng = Prng::new(seed);
        let is_small = prng.chance(70);
        let behaviour = Behaviour {
            fault,
            page_rows: if is_small { 2 + prng.below(12) } else { 500 },
            ..Behaviour::default()
        };
        let (backend, content) = Backend::new(&mut prng, behaviour)?;
        let mut world = Self {
            fault,
            backend,
            content,
            devices: Vec::new(),
            in_flight: Vec::new(),
            saved: BTreeMap::new(),
            excused: BTreeSet::new(),
            dismissed: BTreeSet::new(),
            drafts: DraftSaves::default(),
            report: SimulationReport::default(),
            joined: 0,
            is_calm: prng.chance(15),
            prng,
        };
        for module in world.content.modules.clone() {
            world.note_taught(module)?;
        }
        for _ in 0..2 + world.prng.below(5) {
            world.add_device();
        }
        Ok(world)
    }

    /// A visitor's device now and then; otherwise one of few people, so that several devices are one person's.
    fn add_device(&mut self) {
        // Driss, Dounia and Emma, then who is in the first collectivity; the fourth is its focal point.
        let few = self.content.people.len().min(6);
        let person = match self.prng.below(100) {
            0..12 => None,
            12..60 => self.content.people.get(3 + self.prng.below(2)).copied(),
            _ => self.content.people.get(self.prng.below(few)).copied(),
        };
        let viewer = person.and_then(|person| self.backend.model.identity(person));
        let id = DeviceId::new(1, self.prng.ten());
        let mut device = Device::new(id, viewer.unwrap_or_else(Identity::visitor));
        device
            .wanted
            .extend(self.content.modules.first().map(|id| Scope::Module(*id)));
        if device.session.roles.is_administrator() {
            device.wanted.insert(Scope::Directory);
        }
        self.devices.push(device);
    }

    pub(super) fn run(&mut self, steps: usize) -> Result<(), Failure> {
        for step in 0..steps {
            self.step()
                .map_err(|failure| failure.at(format_args!("step {step}")))?;
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), Failure> {
        self.backend.now = self
            .backend
            .now
            .plus_ms(i64::try_from(self.prng.below(90_000)).unwrap_or(0));
        let at = self.prng.below(self.devices.len());
        match self.prng.below(100) {
            0..26 => self.act(at),
            26..42 => self.write(at),
            42..53 => self.send_push(at),
            53..62 => self.send_pull(at),
            62..88 => self.move_message()?,
            88..91 => self.open(at),
            91 => self.attend(at),
            92 => self.publish()?,
            rest if self.is_calm => self.calm_step(rest, at)?,
            93 => self.client_crash(at)?,
            94 => self.storage_trouble(at)?,
            95 => self.server_trouble()?,
            96 => self.clock_trouble(at),
            97 => self.sign_in_again(at),
            98 => self.come_and_go(at)?,
            _ => self.backend.back_up(),
        }
        Ok(())
    }

    /// Without storms: the same people and clocks, and nothing breaks.
    fn calm_step(&mut self, kind: usize, at: usize) -> Result<(), Failure> {
        match kind {
            93..96 => self.write(at),
            96 => self.sign_in_again(at),
            _ => self.move_message()?,
        }
        Ok(())
    }

    fn act(&mut self, at: usize) {
        let now = self.backend.now;
        let Some(device) = self.devices.get_mut(at) else {
            return;
        };
        let Some(mutation) = act::wish(device, &self.content, &mut self.prng) else {
            return;
        };
        // A server that believes an old session is to be caught by the rights it believes, not by a name.
        let is_name_only = matches!(mutation, Mutation::UpdateProfile(_));
        if is_name_only && self.fault == Some(Fault::MissingAuthorisation) {
            return;
        }
        let clock = device.clock(now);
        let id = act::new_mutation_id(&mut self.prng, clock);
        // What the rules refuse at once stays in the form.
        let before: Vec<MutationId> = device.client.outbox().map(|change| change.id()).collect();
        let Ok(transition) = device.client.mutate(id, clock, mutation.clone()) else {
            return;
        };
        device.take(transition, Some(id));
        let after: BTreeSet<MutationId> = device.client.outbox().map(|change| change.id()).collect();
        let joined = before.into_iter().find(|before| !after.contains(before));
        if let Some(joined) = joined {
            self.drafts.took_in(joined, id);
        }
        if let Mutation::SaveDraft(save) = mutation {
            if self.prng.chance(30) {
                let own = Scope::Person(device.person);
                let held = device.client.find::<Experience>(own, save.experience).cloned();
                device.shown.extend(held.map(|held| (held.id, held)));
            }
            self.drafts.made(id, at, device.person, save);
        }
    }

    fn write(&mut self, at: usize) {
        let Some(device) = self.devices.get_mut(at) else {
            return;
        };
        for _ in 0..1 + self.prng.below(4) {
            let Some(id) = device.write_one() else { continue };
            self.drafts.told_saved(id);
            let outgoing = device.client.outbox().find(|change| change.id() == id);
            if let Some(change) = outgoing {
                let saved = Saved {
                    person: device.person,
                    mutation: change.envelope.mutation.clone(),
                };
                self.saved.insert(id, saved);
            }
        }
    }

    fn send_push(&mut self, at: usize) {
        if let Some(device) = self
            .devices
            .get_mut(at)
            .filter(|device| device.unwritten.is_empty())
            && let Some(request) = device.client.push_request()
        {
            self.in_flight.push(Message::Push(at, request));
        }
    }

    fn send_pull(&mut self, at: usize) {
        if let Some(device) = self.devices.get(at).filter(|device| device.unwritten.is_empty()) {
            let request = device.client.pull_request(&device.wanted);
            self.in_flight.push(Message::Pull(at, request));
        }
    }

    /// One message arrives, whichever; or is lost, or arrives and stays to arrive again.
    fn move_message(&mut self) -> Result<(), Failure> {
        if self.in_flight.is_empty() {
            return Ok(());
        }
        let (drops, doubles, crashes) = if self.is_calm { (0, 0, 0) } else { (8, 8, 12) };
        let place = if self.is_calm {
            0
        } else {
            self.prng.below(self.in_flight.len())
        };
        let message = self.in_flight.remove(place);
        if self.prng.chance(drops) {
            return Ok(());
        }
        if self.prng.chance(doubles) {
            self.in_flight.push(message.clone());
        }
        if let Some(answer) = self.deliver(message, crashes)? {
            self.in_flight.push(answer);
        }
        Ok(())
    }

    pub(super) fn deliver(&mut self, message: Message, crashes: usize) -> Result<Option<Message>, Failure> {
        match message {
            Message::Push(at, request) => {
                let Some(device) = self.devices.get(at) else {
                    return Ok(None);
                };
                let answer = self
                    .backend
                    .push(&device.session, &request, &mut self.prng, crashes)?;
                self.report.crashes += usize::from(answer.is_none());
                Ok(answer.map(|answer| Message::PushAnswer(at, request, answer)))
            }
            Message::Pull(at, request) => {
                let Some(device) = self.devices.get(at) else {
                    return Ok(None);
                };
                let answer = self.backend.pull(&device.session, &request)?;
                Ok(Some(Message::PullAnswer(at, request, answer)))
            }
            Message::PushAnswer(at, request, answer) => {
                let now = self.backend.now;
                if let Some(device) = self.devices.get_mut(at) {
                    let clock = device.clock(now);
                    let transition = match answer {
                        Ok(response) => device.client.on_push_response(&request, response, clock),
                        Err(code) => on_error(&mut device.client, code, Some(request.device)),
                    };
                    device.take(transition, None);
                }
                Ok(None)
            }
            Message::PullAnswer(at, request, answer) => {
                let now = self.backend.now;
                if let Some(device) = self.devices.get_mut(at) {
                    let clock = device.clock(now);
                    let transition = match answer {
                        Ok(response) => device.client.on_pull_response(&request, response, clock),
                        Err(code) => on_error(&mut device.client, code, request.device),
                    };
                    device.take(transition, None);
                }
                Ok(None)
            }
        }
    }

    /// Somebody opens a document, or closes one.
    fn open(&mut self, at: usize) {
        let Some(device) = self.devices.get_mut(at) else {
            return;
        };
        let mut documents: Vec<Scope> = self.content.modules.iter().map(|id| Scope::Module(*id)).collect();
        documents.push(Scope::Directory);
        documents.extend(
            device
                .client
                .all::<ModuleDraft>(Scope::Trainers)
                .map(|draft| Scope::ModuleDraft(draft.id)),
        );
        let seen: Vec<ExperienceId> = device
            .client
            .all::<ExperienceCard>(Scope::Public)
            .map(|card| card.id)
            .collect();
        documents.extend(seen.into_iter().map(Scope::Experience));
        // What waits for a focal point is opened sooner than anything else.
        let asked: Vec<Scope> = act::asking(&device.client)
            .map(|review| Scope::Experience(review.experience))
            .collect();
        if !asked.is_empty() && self.prng.chance(60) {
            documents = asked;
        }
        let Some(document) = self.prng.pick(&documents) else {
            return;
        };
        if self.prng.chance(85) {
            device.wanted.insert(*document);
        } else {
            device.wanted.remove(document);
            let transition = device.client.forget(*document);
            device.take(transition, None);
        }
    }

    /// Somebody reads a refusal and dismisses it, or a save fails because the storage is full.
    fn attend(&mut self, at: usize) {
        let Some(device) = self.devices.get_mut(at) else {
            return;
        };
        if self.prng.chance(50) {
            let refused: Vec<MutationId> = device.client.refused().map(|change| change.id()).collect();
            if let Some(id) = self.prng.pick(&refused) {
                let transition = device.client.dismiss_refused(*id);
                device.take(transition, None);
                self.dismissed.insert(*id);
            }
        } else if let Some(id) = device.unwritten.back().and_then(|unwritten| unwritten.saves) {
            device.unwritten.pop_back();
            let transition = device.client.retract(id);
            device.take(transition, None);
        }
    }

    fn client_crash(&mut self, at: usize) -> Result<(), Failure> {
        self.report.crashes += 1;
        match self.devices.get_mut(at) {
            Some(device) => device.crash(),
            None => Ok(()),
        }
    }

    /// A storage is copied; an older copy comes back; or two devices have the same one.
    fn storage_trouble(&mut self, at: usize) -> Result<(), Failure> {
        let may_double = self.devices.len() < 8;
        let Some(device) = self.devices.get_mut(at) else {
            return Ok(());
        };
        device.check_memory()?;
        match self.prng.below(4) {
            0 if may_double => {
                self.report.crashes += 1;
                let double = self.devices.get(at).map(Device::cloned).transpose()?;
                self.drafts.copied(self.devices.len(), at);
                self.devices.extend(double);
            }
            1 => {
                let place = self.prng.below(device.copies.len());
                if let Some(copy) = device.copies.get(place).cloned() {
                    self.report.crashes += 1;
                    let lost = own_changes(&device.storage);
                    let kept = own_changes(&copy);
                    self.excused.extend(lost.difference(&kept));
                    device.storage = copy;
                    device.crash()?;
                }
            }
            _ => device.copies.push(device.storage.clone()),
        }
        Ok(())
    }

    fn server_trouble(&mut self) -> Result<(), Failure> {
        if self.prng.chance(40) {
            self.report.restores += usize::from(self.backend.restore(&mut self.prng)?);
            Ok(())
        } else {
            self.backend.compact(&mut self.prng)
        }
    }

    fn clock_trouble(&mut self, at: usize) {
        const DAY: i64 = 86_400_000;
        if let Some(device) = self.devices.get_mut(at) {
            device.skew_ms = match self.prng.below(4) {
                0 => 0,
                1 => 3 * DAY,
                2 => -900 * DAY,
                _ => -DAY,
            };
        }
    }

    pub(super) fn sign_in_again(&mut self, at: usize) {
        if let Some(device) = self.devices.get_mut(at) {
            if let Some(identity) = self.backend.model.identity(device.person) {
                device.session = identity;
            }
            let transition = device.client.resume();
            device.take(transition, None);
        }
    }

    /// A session ends; a visitor signs in and brings along what they did; or somebody joins.
    fn come_and_go(&mut self, at: usize) -> Result<(), Failure> {
        let Some(device) = self.devices.get_mut(at) else {
            return Ok(());
        };
        if device.person != PersonId::VISITOR {
            let transition = device.client.on_signed_out();
            device.take(transition, None);
            return Ok(());
        }
        self.joined += 1;
        let name = format!("new-{}", self.joined);
        let places = self.content.collectivities.clone();
        let offers: Vec<InvitedAs> = self
            .prng
            .pick(&places)
            .map(|collectivity| InvitedAs::Collectivity {
                collectivity: *collectivity,
                role: CollectivityRole::Member,
            })
            .into_iter()
            .collect();
        self.backend.write_both(|view| {
            content::write_person(view, &name, &offers);
        })?;
        let person = PersonId::from_name(&name);
        let Some(viewer) = self.backend.model.identity(person) else {
            return Ok(());
        };
        // Another person, another storage. What the visitor did is durable there before it leaves here.
        let mut signed_in = Device::new(DeviceId::new(1, self.prng.ten()), viewer);
        signed_in.wanted.clone_from(&device.wanted);
        while device.write_one().is_some() {}
        device.unwritten.clear();
        let transition = signed_in.client.adopt(device.client.outbox());
        let again = signed_in.client.adopt(device.client.outbox());
        if !again.ops.is_empty() {
            return Err(Failure::new("what a visitor did was adopted twice"));
        }
        let adopted: Vec<(MutationId, Value)> = device
            .client
            .outbox()
            .map(|change| (change.id(), change.envelope.mutation.clone()))
            .collect();
        signed_in.take(transition, None);
        while !signed_in.unwritten.is_empty() {
            signed_in.write_one();
        }
        for (id, mutation) in adopted {
            self.saved.insert(id, Saved { person, mutation });
        }
        *device = signed_in;
        Ok(())
    }

    /// Ends all trouble: what was in flight is lost, what was unwritten is written, everybody signs in again.
    pub(super) fn heal(&mut self) {
        self.in_flight.clear();
        for at in 0..self.devices.len() {
            while self
                .devices
                .get(at)
                .is_some_and(|device| !device.unwritten.is_empty())
            {
                self.write(at);
            }
            self.sign_in_again(at);
            while self
                .devices
                .get(at)
                .is_some_and(|device| !device.unwritten.is_empty())
            {
                self.write(at);
            }
        }
    }
}

fn on_error(client: &mut Client, code: ApiErrorCode, device: Option<DeviceId>) -> shared::client::Transition {
    match (code, device) {
        (ApiErrorCode::DeviceTaken, Some(device)) => client.on_device_taken(device),
        _ => client.on_signed_out(),
    }
}

/// The changes of its person that a storage holds, wherever they have come.
pub(super) fn own_changes(storage: &super::storage::Storage) -> BTreeSet<MutationId> {
    [StoreName::Outbox, StoreName::Sent, StoreName::Refused]
        .into_iter()
        .flat_map(|store| storage.of(store))
        .filter_map(|(key, _)| key.parse().ok())
        .collect()
}
