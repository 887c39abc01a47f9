use shared::apply::{Context, IdIssuer, Overlay, Side, View, apply, store_person};
use shared::ids::*;
use shared::lang::{Lang, Translated};
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode;
use shared::row::{Kind, Record, RecordType, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::*;
use std::collections::BTreeMap;

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Rows(BTreeMap<RowKey, Record>);

impl Rows {
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&RowKey, &Record)> {
        self.0.iter()
    }
}

impl View for Rows {
    fn get(&self, key: &RowKey) -> Option<Record> {
        self.0.get(key).cloned()
    }
    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record> {
        self.0
            .iter()
            .filter(|(key, _)| key.scope == scope && key.kind == kind.word())
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

#[derive(Default)]
pub(crate) struct CountingIdIssuer(u8);

impl IdIssuer for CountingIdIssuer {
    fn certificate(&mut self, _: Timestamp) -> (CertificateId, String) {
        self.0 += 1;
        (
            CertificateId::from_name(&self.0.to_string()),
            format!("MTQ-{}", self.0),
        )
    }
    fn slug(&mut self, _: &Experience) -> String {
        self.0 += 1;
        format!("slug-{}", self.0)
    }
}

/// A network of two member communes, and one commune that is not a member.
pub(crate) struct World {
    pub(crate) rows: Rows,
    pub(crate) id_issuer: CountingIdIssuer,
    pub(crate) clock: i64,
}

pub(crate) const TINGHIR: &str = "tinghir";
pub(crate) const SEFROU: &str = "sefrou";
pub(crate) const OUTSIDER: &str = "zagora";

pub(crate) fn place(name: &str) -> CollectivityId {
    CollectivityId::from_name(name)
}

pub(crate) fn who(name: &str) -> PersonId {
    PersonId::from_name(name)
}

pub(crate) fn in_collectivity(name: &str, role: CollectivityRole) -> InvitedAs {
    InvitedAs::Collectivity {
        collectivity: place(name),
        role,
    }
}

impl World {
    pub(crate) fn new() -> Self {
        let mut world = Self {
            rows: Rows::default(),
            id_issuer: CountingIdIssuer::default(),
            clock: 1_000,
        };
        for (name, joined) in [
            (TINGHIR, Some("2024-02")),
            (SEFROU, Some("2022-10")),
            (OUTSIDER, None),
        ] {
            let collectivity = Collectivity {
                id: place(name),
                slug: name.into(),
                kind: CollectivityKind::Commune,
                code: format!("08.{name}"),
                region: "08".into(),
                name: Translated::new(name, name, name),
                province: None,
                shares_name: false,
                population: None,
                joined: joined.map(Into::into),
                source: None,
            };
            world.rows.put(Scope::Directory, collectivity.clone().into());
            if joined.is_some() {
                world.rows.put(Scope::Public, collectivity.into());
            }
        }
        world.person("amina", &[in_collectivity(TINGHIR, CollectivityRole::Member)]);
        world.person(
            "brahim",
            &[in_collectivity(TINGHIR, CollectivityRole::FocalPoint)],
        );
        world.person("chama", &[in_collectivity(SEFROU, CollectivityRole::FocalPoint)]);
        world.person(
            "driss",
            &[InvitedAs::Network {
                role: NetworkRole::Administrator,
            }],
        );
        world.person(
            "emma",
            &[InvitedAs::Network {
                role: NetworkRole::Partner,
            }],
        );
        world
    }

    pub(crate) fn person(&mut self, name: &str, offers: &[InvitedAs]) {
        let mut roles = Roles::default();
        offers.iter().for_each(|offer| roles.grant(*offer));
        let person = Person {
            id: who(name),
            name: name.into(),
            email: format!("{name}@example.ma"),
            lang: Lang::Ar,
            roles,
            joined: Timestamp(0),
            disabled: false,
        };
        store_person(&mut self.rows, None, &person);
    }

    pub(crate) fn identity(&self, name: &str) -> Identity {
        self.one::<Person>(Scope::Person(who(name)), who(name))
            .map_or_else(Identity::visitor, |p| p.identity())
    }

    pub(crate) fn one<T: RecordType>(&self, scope: Scope, id: impl Into<uuid::Uuid>) -> Option<T> {
        self.rows
            .get(&RowKey::new(scope, T::KIND, id))
            .and_then(|record| T::of(&record).cloned())
    }

    pub(crate) fn all<T: RecordType>(&self, scope: Scope) -> Vec<T> {
        self.rows
            .list(scope, T::KIND)
            .iter()
            .filter_map(|record| T::of(record).cloned())
            .collect()
    }

    /// Applies as the server does: all or nothing.
    pub(crate) fn act(&mut self, name: &str, mutation: impl Into<Mutation>) -> Result<(), RefusalCode> {
        self.act_on("phone", name, mutation)
    }

    /// The same on another device.
    pub(crate) fn act_on(
        &mut self,
        device: &str,
        name: &str,
        mutation: impl Into<Mutation>,
    ) -> Result<(), RefusalCode> {
        self.clock += 1;
        let actor = self.identity(name);
        let mut overlay = Overlay::new(&self.rows);
        let mut context = Context {
            actor: &actor,
            id: MutationId::from_name(&self.clock.to_string()),
            device: DeviceId::from_name(device),
            at: Timestamp(self.clock),
            now: Timestamp(self.clock),
            side: Side::Decide(&mut self.id_issuer),
        };
        apply(&mut overlay, &mut context, &mutation.into()).map_err(|refusal| refusal.code)?;
        for (key, change) in overlay.into_changes() {
            match change {
                Some(record) => self.rows.put(key.scope, record),
                None => self.rows.delete(&key),
            }
        }
        Ok(())
    }

    pub(crate) fn complete_draft(&mut self, author: &str, name: &str) -> ExperienceId {
        let experience = ExperienceId::from_name(name);
        let mut changes: Vec<Change> = [
            Section::Title,
            Section::Summary,
            Section::Problem,
            Section::Solution,
        ]
        .into_iter()
        .map(|section| Change::Text {
            section,
            lang: Lang::Ar,
            text: format!("نص {}", section.word()),
            seen: Vec::new(),
        })
        .collect();
        changes.push(Change::Principles {
            value: vec![Principle::Transparency],
        });
        self.act(
            author,
            SaveDraft {
                experience,
                collectivity: place(TINGHIR),
                changes,
            },
        )
        .unwrap();
        experience
    }

    pub(crate) fn submitted(&mut self, author: &str, name: &str) -> ExperienceId {
        let experience = self.complete_draft(author, name);
        self.act(author, SubmitExperience { experience }).unwrap();
        experience
    }

    pub(crate) fn published(&mut self, name: &str) -> ExperienceId {
        let experience = self.submitted("amina", name);
        let revision = self.text(experience).revision;
        self.act(
            "brahim",
            PublishExperience {
                experience,
                revision,
                note: String::new(),
            },
        )
        .unwrap();
        experience
    }

    /// What readers of the experience get.
    pub(crate) fn text(&self, id: ExperienceId) -> Experience {
        self.one(Scope::Experience(id), id).unwrap()
    }

    /// The author's whole copy.
    pub(crate) fn own(&self, author: &str, id: ExperienceId) -> Experience {
        self.one(Scope::Person(who(author)), id).unwrap()
    }
}
