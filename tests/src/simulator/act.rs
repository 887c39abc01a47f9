//! What simulated people do: what the app would let them, mostly where somebody else does the same.

mod drafts;
pub(super) mod modules;

use super::content::Content;
use super::device::Device;
use super::prng::Prng;
use shared::client::Client;
use shared::ids::{
    AttemptId, CollectivityId, CommentId, ExperienceId, InvitationId, LessonId, MutationId, PersonId,
    ReportId, ReuseId,
};
use shared::lang::Lang;
use shared::mutation::{
    AcceptRevision, AddComment, AdmitCollectivity, ArchiveExperience, DeclareReuse, EndMembership, GrantRole,
    InvitePerson, Mutation, PublishExperience, RecordLesson, RemoveComment, ReportContent, ResolveReport,
    RestoreExperience, ReturnExperience, ReturnRevision, ReviseExperience, RevokeInvitation, RevokeRole,
    SeeCorrections, SetBookmark, SetDisabled, SubmitAttempt, UpdateProfile, WithdrawEdition, WithdrawReuse,
    WithdrawRevision,
};
use shared::records::{
    Answer, Change, Comment, Edition, EditionNumber, Experience, ExperienceCard, Invitation, InvitedAs,
    ModuleCard, Person, PersonCard, Quiz, Report, ReportTarget, Resolution, Reuse, Review, Roles, Section,
};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{
    CollectivityRole, ExperienceState, NetworkRole, Principle, ReportReason, ReturnReason, TranslationState,
};
use std::collections::BTreeMap;

pub(super) fn new_mutation_id(prng: &mut Prng, at: Timestamp) -> MutationId {
    MutationId::new(u64::try_from(at.0).unwrap_or(0), prng.ten())
}

/// Something this device's person might want now.
pub(super) fn wish(device: &Device, content: &Content, prng: &mut Prng) -> Option<Mutation> {
    let mut actor = Actor {
        client: &device.client,
        wanted: device.wanted.iter().copied().collect(),
        content,
        shown: &device.shown,
        prng,
    };
    let is_visitor = device.person == PersonId::VISITOR;
    // Few people write modules, and much of what they do is this.
    if actor.prng.chance(35)
        && let Some(taught) = actor.teach()
    {
        return Some(taught);
    }
    match actor.prng.below(if is_visitor { 2 } else { 20 }) {
        0 => actor.read(),
        1 => actor.sit_quiz(),
        2..=6 => actor.write(),
        7..=9 => actor.talk(),
        10 => actor.mark(),
        11..=13 => actor.decide(),
        14 => actor.report(),
        15 | 16 => actor.appoint(),
        17 => actor.invite(),
        18 => actor.coordinate(),
        _ => Some(actor.rename()),
    }
}

/// What waits for this person as a focal point, of texts that are published already.
pub(super) fn asking(client: &Client) -> impl Iterator<Item = &Review> {
    client
        .viewer()
        .roles
        .focal_point_of()
        .flat_map(|collectivity| client.all::<Review>(Scope::Focal(collectivity)))
        .filter(|review| review.asks_focal_point())
}

struct Actor<'a> {
    client: &'a Client,
    wanted: Vec<Scope>,
    content: &'a Content,
    /// What another tab of this device still shows.
    shown: &'a BTreeMap<ExperienceId, Experience>,
    prng: &'a mut Prng,
}

impl Actor<'_> {
    fn me(&self) -> PersonId {
        self.client.viewer().person
    }

    fn own(&self) -> Scope {
        Scope::Person(self.me())
    }

    /// Words that can be recognised, and sometimes none.
    fn words(&mut self) -> String {
        if self.prng.chance(6) {
            return String::new();
        }
        format!("كلمات {}", self.prng.below(1_000_000))
    }

    fn lang(&mut self) -> Lang {
        self.prng.pick(&Lang::ALL).copied().unwrap_or(Lang::Ar)
    }

    fn read(&mut self) -> Option<Mutation> {
        let at = self.prng.below(self.content.modules.len());
        let module = *self.content.modules.get(at)?;
        let slug = if at == 0 { "first-days" } else { "open-data" };
        let card = self.client.find::<ModuleCard>(Scope::Public, module);
        let known: Vec<LessonId> =
            card.map_or_else(Vec::new, |card| card.lessons.iter().map(|head| head.id).collect());
        // The lessons of the first edition are read on, whether they are part of a later one or not.
        let first = LessonId::of_module(slug, if self.prng.chance(50) { "1" } else { "2" });
        let lesson = match self.prng.pick(&known) {
            Some(known) if self.prng.chance(50) => *known,
            _ => first,
        };
        Some(
            RecordLesson {
                module,
                lesson,
                block: u32::try_from(self.prng.below(9)).unwrap_or(0),
                completed: self.prng.chance(60),
            }
            .into(),
        )
    }

    fn sit_quiz(&mut self) -> Option<Mutation> {
        let module = *self.prng.pick(&self.content.modules)?;
        let answers = (0..2).map(|_| Answer::One(u8::from(self.prng.chance(30))));
        let answers = answers.collect();
        // A quiz that was begun is gone on with, whatever came out meanwhile.
        let quizzes: Vec<EditionNumber> = self
            .client
            .all::<Quiz>(Scope::Module(module))
            .map(|quiz| quiz.edition)
            .collect();
        let edition = self.prng.pick(&quizzes).copied().unwrap_or_default();
        Some(
            SubmitAttempt {
                edition,
                attempt: AttemptId::new(1, self.prng.ten()),
                module,
                lang: self.lang(),
                answers,
            }
            .into(),
        )
    }

    fn change(&mut self) -> Change {
        match self.prng.below(8) {
            0 => Change::Principles {
                value: vec![Principle::Digitalisation],
            },
            1 => Change::Budget {
                value: Some(u64::try_from(self.prng.below(9)).unwrap_or(0)),
            },
            2 => Change::Translation {
                lang: Lang::Fr,
                state: TranslationState::Reviewed,
            },
            at => Change::Text {
                section: Section::ALL.get(at - 3).copied().unwrap_or(Section::Title),
                lang: if self.prng.chance(80) { Lang::Ar } else { Lang::Fr },
                text: self.words(),
                seen: Vec::new(),
            },
        }
    }

    fn known_experiences(&self) -> Vec<Experience> {
        let focal = self.client.viewer().roles.focal_point_of().map(Scope::Focal);
        let mut known: Vec<Experience> = std::iter::once(self.own())
            .chain(focal)
            .chain(self.wanted.iter().copied())
            .flat_map(|scope| self.client.all::<Experience>(scope))
            .cloned()
            .collect();
        known.sort_by_key(|experience| experience.id);
        known.dedup_by_key(|experience| experience.id);
        known
    }

    /// Changes a text that others see, or gives up a change that waits.
    fn revise(&mut self, held: &Experience) -> Mutation {
        let proposal = self.review(held).and_then(|review| review.proposal);
        let proposal = proposal.map(|proposal| proposal.number);
        if let Some(proposal) = proposal.filter(|_| self.prng.chance(15)) {
            return WithdrawRevision {
                experience: held.id,
                proposal,
            }
            .into();
        }
        let changes = if self.prng.chance(40) {
            // Signs alone: a small correction.
            let lang = held.content.languages().first().copied().unwrap_or(Lang::Ar);
            let title = held.content.text(Section::Title, lang).unwrap_or_default();
            vec![Change::Text {
                section: Section::Title,
                lang,
                text: format!(
                    "{}{}",
                    title.trim_end_matches('.'),
                    ".".repeat(self.prng.below(3))
                ),
                seen: Vec::new(),
            }]
        } else {
            vec![self.change()]
        };
        ReviseExperience {
            experience: held.id,
            revision: held.revision,
            changes,
            // An older app knows of no proposals.
            proposal: proposal.filter(|_| self.prng.chance(85)),
        }
        .into()
    }

    fn review(&self, held: &Experience) -> Option<Review> {
        [Scope::Focal(held.collectivity), self.own()]
            .into_iter()
            .flat_map(|scope| self.client.all::<Review>(scope))
            .filter(|review| review.experience == held.id)
            .max_by_key(|review| review.revision)
            .cloned()
    }

    /// What a focal point does about changes to a published text, where there are any.
    fn decide_revision(&mut self, held: &Experience) -> Option<Mutation> {
        let (experience, revision) = (held.id, held.revision);
        let review = self.review(held)?;
        let Some(proposal) = review.proposal.map(|proposal| proposal.number) else {
            return review
                .correction
                .map(|_| SeeCorrections { experience, revision }.into());
        };
        Some(if self.prng.chance(60) {
            AcceptRevision {
                experience,
                revision,
                proposal,
                note: self.words(),
            }
            .into()
        } else {
            ReturnRevision {
                experience,
                proposal,
                reason: ReturnReason::Unclear,
                note: self.words(),
            }
            .into()
        })
    }

    fn decide(&mut self) -> Option<Mutation> {
        let asking: Vec<ExperienceId> = asking(self.client).map(|review| review.experience).collect();
        let open = asking
            .iter()
            .flat_map(|id| self.client.all::<Experience>(Scope::Experience(*id)));
        let open: Vec<Experience> = open.cloned().collect();
        if let Some(held) = self.prng.pick(&open).cloned()
            && self.prng.chance(60)
        {
            return self.decide_revision(&held);
        }
        let mut known = self.known_experiences();
        // What waits for somebody comes first, as in the app.
        let waits =
            |held: &Experience| matches!(held.state, ExperienceState::Submitted | ExperienceState::Archived);
        if known.iter().any(waits) && self.prng.chance(80) {
            known.retain(waits);
        }
        let held = self.prng.pick(&known)?.clone();
        let (experience, revision) = (held.id, held.revision);
        Some(match held.state {
            ExperienceState::Submitted => match self.prng.below(6) {
                0..=2 => PublishExperience {
                    experience,
                    revision,
                    note: String::new(),
                }
                .into(),
                3 | 4 => ReturnExperience {
                    experience,
                    revision,
                    reason: ReturnReason::Unclear,
                    note: self.words(),
                }
                .into(),
                _ => self.revise(&held),
            },
            ExperienceState::Published if self.prng.chance(50) => ArchiveExperience { experience }.into(),
            ExperienceState::Archived => RestoreExperience { experience }.into(),
            _ => self.revise(&held),
        })
    }

    fn published(&mut self) -> Option<ExperienceId> {
        let cards: Vec<ExperienceId> = self
            .client
            .all::<ExperienceCard>(Scope::Public)
            .map(|card| card.id)
            .collect();
        self.prng.pick(&cards).copied()
    }

    fn talk(&mut self) -> Option<Mutation> {
        let experience = self.published()?;
        let scope = Scope::Experience(experience);
        let comments: Vec<Comment> = self.client.all(scope).cloned().collect();
        let reuses: Vec<Reuse> = self.client.all(scope).cloned().collect();
        let some_comment = self.prng.pick(&comments).map(|comment| comment.id);
        Some(match (self.prng.below(8), some_comment) {
            (0, Some(comment)) => RemoveComment { experience, comment }.into(),
            (1 | 2, _) => DeclareReuse {
                reuse: ReuseId::new(1, self.prng.ten()),
                experience,
                note: self.words(),
                lang: self.lang(),
            }
            .into(),
            (3, _) if !reuses.is_empty() => WithdrawReuse {
                experience,
                reuse: self.prng.pick(&reuses)?.id,
            }
            .into(),
            (at, reply_to) => AddComment {
                comment: CommentId::new(1, self.prng.ten()),
                experience,
                reply_to: reply_to.filter(|_| at > 5),
                text: self.words(),
                lang: self.lang(),
            }
            .into(),
        })
    }

    fn mark(&mut self) -> Option<Mutation> {
        Some(
            SetBookmark {
                experience: self.published()?,
                marked: self.prng.chance(60),
            }
            .into(),
        )
    }

    fn report(&mut self) -> Option<Mutation> {
        let open: Vec<Report> = self.client.all(Scope::Administration).cloned().collect();
        if let Some(report) = self.prng.pick(&open) {
            let (report, removes) = (report.id, self.prng.chance(50));
            let resolution = if removes {
                Resolution::Removed
            } else {
                Resolution::Kept
            };
            return Some(ResolveReport { report, resolution }.into());
        }
        let experience = self.published()?;
        let comments: Vec<Comment> = self.client.all(Scope::Experience(experience)).cloned().collect();
        let target = match self.prng.pick(&comments) {
            Some(comment) => ReportTarget::Comment {
                experience,
                comment: comment.id,
            },
            None => ReportTarget::Experience { experience },
        };
        Some(
            ReportContent {
                report: ReportId::new(1, self.prng.ten()),
                target,
                reason: ReportReason::Inaccurate,
                note: self.words(),
            }
            .into(),
        )
    }

    fn some_role(&mut self) -> Option<InvitedAs> {
        let roles = &self.client.viewer().roles;
        if roles.is_administrator() && self.prng.chance(25) {
            let network = [
                NetworkRole::Administrator,
                NetworkRole::Partner,
                NetworkRole::Trainer,
            ];
            let role = *self.prng.pick(&network)?;
            return Some(InvitedAs::Network { role });
        }
        let places: Vec<CollectivityId> = if roles.is_administrator() {
            self.content.collectivities.clone()
        } else {
            roles.focal_point_of().collect()
        };
        Some(InvitedAs::Collectivity {
            collectivity: *self.prng.pick(&places)?,
            role: if self.prng.chance(50) {
                CollectivityRole::FocalPoint
            } else {
                CollectivityRole::Member
            },
        })
    }

    /// Whose power may be changed, and the roles that are known here: the people whose rows are here, and for a coordinator
    /// everybody, as the server would answer.
    fn people(&self) -> Vec<(PersonId, Roles)> {
        let viewer = self.client.viewer();
        let rows = viewer.roles.focal_point_of().map(Scope::Focal);
        let rows = rows.flat_map(|scope| self.client.all::<Person>(scope));
        let mut known: BTreeMap<PersonId, Roles> = rows.map(|row| (row.id, row.roles.clone())).collect();
        if viewer.roles.is_administrator() {
            let places = self
                .content
                .collectivities
                .iter()
                .copied()
                .map(Scope::Collectivity);
            for scope in places.chain([Scope::Network, Scope::Administration]) {
                for card in self.client.all::<PersonCard>(scope) {
                    known.entry(card.id).or_insert_with(|| card.roles.clone());
                }
            }
            for person in &self.content.people {
                known.entry(*person).or_default();
            }
        }
        known.into_iter().collect()
    }

    fn appoint(&mut self) -> Option<Mutation> {
        let people = self.people();
        let (person, roles) = self.prng.pick(&people)?.clone();
        match self.prng.below(6) {
            0 => Some(
                SetDisabled {
                    person,
                    disabled: self.prng.chance(50),
                }
                .into(),
            ),
            1..=3 => {
                let network = roles
                    .network
                    .iter()
                    .map(|role| InvitedAs::Network { role: *role });
                let held: Vec<InvitedAs> = roles
                    .collectivities
                    .iter()
                    .map(|(collectivity, role)| InvitedAs::Collectivity {
                        collectivity: *collectivity,
                        role: *role,
                    })
                    .chain(network)
                    .collect();
                let role = *self.prng.pick(&held)?;
                Some(RevokeRole { person, role }.into())
            }
            _ => Some(
                GrantRole {
                    person,
                    role: self.some_role()?,
                }
                .into(),
            ),
        }
    }

    fn invite(&mut self) -> Option<Mutation> {
        let focal = self.client.viewer().roles.focal_point_of().map(Scope::Focal);
        let open: Vec<Invitation> = std::iter::once(Scope::Administration)
            .chain(focal)
            .flat_map(|scope| self.client.all::<Invitation>(scope))
            .cloned()
            .collect();
        if self.prng.chance(40)
            && let Some(invitation) = self.prng.pick(&open)
        {
            return Some(
                RevokeInvitation {
                    invitation: invitation.id,
                }
                .into(),
            );
        }
        let offers = self.some_role()?;
        Some(
            InvitePerson {
                invitation: InvitationId::new(1, self.prng.ten()),
                secret_hash: format!("{:064x}", self.prng.draw()),
                offers,
                name: "زينب".to_owned(),
                email: String::new(),
                lang: Lang::Ar,
            }
            .into(),
        )
    }

    fn coordinate(&mut self) -> Option<Mutation> {
        if self.prng.chance(10) {
            return self.withdraw_edition();
        }
        let outsider = self.content.collectivities.last().copied();
        let collectivity = *self.prng.pick(&self.content.collectivities)?;
        let collectivity = outsider.filter(|_| self.prng.chance(50)).unwrap_or(collectivity);
        Some(if self.prng.chance(70) {
            AdmitCollectivity {
                collectivity,
                joined: "2026-11".to_owned(),
                source: String::new(),
            }
            .into()
        } else {
            EndMembership { collectivity }.into()
        })
    }

    fn withdraw_edition(&mut self) -> Option<Mutation> {
        let module = *self.prng.pick(&self.content.modules)?;
        let editions: Vec<u32> = self
            .client
            .all::<Edition>(Scope::Module(module))
            .map(|edition| edition.number.edition)
            .collect();
        let edition = *self.prng.pick(&editions)?;
        Some(
            WithdrawEdition {
                module,
                edition,
                reason: self.words(),
                lang: self.lang(),
            }
            .into(),
        )
    }

    fn rename(&mut self) -> Mutation {
        UpdateProfile {
            name: format!("اسم {}", self.prng.below(100)),
            lang: self.lang(),
        }
        .into()
    }
}
