use super::backend::Backend;
use super::device::Device;
use super::failure::Failure;
use super::world::{Message, World};
use shared::client::StoreName;
use shared::ids::{MutationId, PersonId};
use shared::row::Row;
use shared::scope::Scope;
use shared::wire::Outcome;
use std::collections::BTreeMap;

/// So many exchanges are enough for anybody to come to rest.
const MOST_ROUNDS: usize = 400;

impl World {
    /// Lets every device talk with the server until nobody has anything to say.
    pub(super) fn settle(&mut self) -> Result<(), Failure> {
        for _ in 0..MOST_ROUNDS {
            let mut is_quiet = true;
            for at in 0..self.devices.len() {
                is_quiet &= self.exchange(at)?;
            }
            if is_quiet {
                return Ok(());
            }
        }
        Err(Failure::new("the devices do not come to rest"))
    }

    /// One push and one pull of one device. Says whether nothing came of it.
    fn exchange(&mut self, at: usize) -> Result<bool, Failure> {
        let mut is_quiet = true;
        let push = self
            .devices
            .get_mut(at)
            .and_then(|device| device.client.push_request());
        if let Some(request) = push {
            is_quiet = false;
            self.carry(Message::Push(at, request))?;
        }
        let Some(device) = self.devices.get(at) else {
            return Ok(true);
        };
        let before = (device.client.scopes().clone(), device.client.outbox().count());
        let held: Vec<_> = before
            .0
            .iter()
            .map(|(scope, held)| (*scope, held.cursor))
            .collect();
        let request = device.client.pull_request(&device.wanted);
        self.carry(Message::Pull(at, request))?;
        let Some(device) = self.devices.get(at) else {
            return Ok(true);
        };
        let scopes = device.client.scopes();
        let holds: Vec<_> = scopes.iter().map(|(scope, held)| (*scope, held.cursor)).collect();
        is_quiet &= held == holds && before.1 == device.client.outbox().count();
        Ok(is_quiet)
    }

    fn carry(&mut self, message: Message) -> Result<(), Failure> {
        let at = match &message {
            Message::Push(at, _) | Message::Pull(at, _) => *at,
            Message::PushAnswer(at, ..) | Message::PullAnswer(at, ..) => *at,
        };
        if let Some(answer) = self.deliver(message, 0)? {
            self.deliver(answer, 0)?;
        }
        if let Some(device) = self.devices.get_mut(at) {
            while !device.unwritten.is_empty() {
                device.write_one();
            }
        }
        Ok(())
    }

    /// Everything that must hold once the storm is over.
    pub(super) fn check(&mut self) -> Result<(), Failure> {
        self.backend.check_rows()?;
        for (at, device) in self.devices.iter().enumerate() {
            let place = format!("device {at} of {}", device.client.viewer().name);
            device.check_memory().map_err(|failure| failure.at(&place))?;
            check_replica(&self.backend, device).map_err(|failure| failure.at(&place))?;
        }
        self.check_words()?;
        self.check_learning()?;
        self.check_module_texts()?;
        self.check_drafts()
    }

    /// No change that somebody was told is saved has vanished, and each has one outcome.
    fn check_words(&mut self) -> Result<(), Failure> {
        for (id, saved) in &self.saved {
            self.report.saved += 1;
            let outcome = self.backend.model.outcome(*id);
            match outcome {
                Some(Outcome::Applied) => {
                    let word = saved.mutation.get("do").and_then(|word| word.as_str());
                    let word = word.unwrap_or_default().to_owned();
                    *self.report.applied.entry(word).or_default() += 1;
                }
                Some(Outcome::Refused { refusal }) => {
                    *self.report.refused.entry(refusal.code.code()).or_default() += 1;
                }
                None => {}
            }
            // A save that another one took in is where that one is.
            let is_safe = |id: &MutationId| {
                self.backend.model.outcome(*id) == Some(&Outcome::Applied)
                    || self.dismissed.contains(id)
                    || self.excused.contains(id)
            };
            if self.drafts.chain(*id).any(|id| is_safe(&id)) {
                continue;
            }
            let taken_in_by = self
                .drafts
                .chain(*id)
                .skip(1)
                .any(|later| self.saved.contains_key(&later));
            if taken_in_by {
                continue;
            }
            let key = id.to_string();
            let mut held = self
                .devices
                .iter()
                .filter(|device| device.person == saved.person)
                .flat_map(|device| {
                    let refused = device.storage.of(StoreName::Refused);
                    let on_its_way = [StoreName::Outbox, StoreName::Sent]
                        .into_iter()
                        .flat_map(|store| device.storage.of(store));
                    // What still waits is only in order where nobody may sign in: the account was closed, or is
                    // younger than the backup that the server went back to.
                    let may_wait = self.backend.model.identity(device.person).is_none()
                        || device.person == PersonId::VISITOR;
                    refused.chain(on_its_way.filter(move |_| may_wait))
                })
                .filter(|(held, _)| *held == key)
                .filter_map(|(_, value)| value.get("envelope")?.get("mutation"));
            if !held.any(|words| *words == saved.mutation) {
                return Err(Failure::new(format!(
                    "{id:?} of {:?} is lost, outcome {outcome:?}: {}",
                    saved.person, saved.mutation
                )));
            }
        }
        Ok(())
    }
}

fn check_replica(backend: &Backend, device: &Device) -> Result<(), Failure> {
    let client = &device.client;
    let is_visitor = device.person == PersonId::VISITOR;
    let Some(identity) = backend
        .model
        .identity(device.person)
        .or(is_visitor.then(shared::records::Identity::visitor))
    else {
        // Whose account is closed cannot be told anything; what they hold stays as it was.
        return Ok(());
    };
    if *client.viewer() != identity {
        return Err(Failure::new("the roles are not those of the server"));
    }
    if !is_visitor && client.outbox().next().is_some() {
        let status = client.status();
        return Err(Failure::new(format!("the outbox is not empty: {status:?}")));
    }
    if let Some(change) = client
        .remembered()
        .find(|change| backend.model.outcome(change.id()) != Some(&Outcome::Applied))
    {
        return Err(Failure::new(format!(
            "{:?} counts as sent and is not applied",
            change.id()
        )));
    }
    for scope in shared::access::default_scopes(&identity) {
        if !client.scopes().contains_key(&scope) {
            return Err(Failure::new(format!("{scope} is missing")));
        }
    }
    for scope in client.scopes().keys() {
        if !backend.may_see(device.person, *scope)? {
            return Err(Failure::new(format!("{scope} is still held and may not be read")));
        }
    }
    for scope in &device.wanted {
        if backend.may_see(device.person, *scope)? != client.scopes().contains_key(scope) {
            return Err(Failure::new(format!(
                "{scope} is wanted and not held, or held and denied"
            )));
        }
    }
    check_rows(backend, device)
}

/// Row by row, as the server has them.
fn check_rows(backend: &Backend, device: &Device) -> Result<(), Failure> {
    let mut held: BTreeMap<Scope, BTreeMap<String, &serde_json::Value>> = BTreeMap::new();
    for (key, value) in device.storage.of(StoreName::Rows) {
        let scope = key.split('/').next().and_then(|scope| scope.parse().ok());
        let scope = scope.ok_or_else(|| Failure::new(format!("{key} is no key")))?;
        held.entry(scope).or_default().insert(key.to_owned(), value);
    }
    for scope in device.client.scopes().keys() {
        let mut rows = held.remove(scope).unwrap_or_default();
        for row in backend.rows(*scope)? {
            let key = format!("{scope}/{}/{}", row.kind, row.id);
            let value = rows.remove(&key).cloned();
            let stored: Option<Row> = value.and_then(|value| serde_json::from_value(value).ok());
            if stored.as_ref() != Some(&row) {
                return Err(Failure::new(format!(
                    "{key} is\n{stored:?}\n instead of\n{row:?}"
                )));
            }
        }
        if let Some((key, _)) = rows.first_key_value() {
            return Err(Failure::new(format!(
                "{key} is held and the server has no such row"
            )));
        }
    }
    match held.first_key_value() {
        Some((scope, _)) => Err(Failure::new(format!("rows of {scope} are held without a cursor"))),
        None => Ok(()),
    }
}
