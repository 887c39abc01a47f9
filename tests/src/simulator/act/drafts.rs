//! Writing drafts, often where another device of the same author or another tab writes too.

use super::Actor;
use shared::ids::{CollectivityId, ExperienceId};
use shared::lang::Lang;
use shared::mutation::{DiscardDraft, Mutation, SaveDraft, SubmitExperience, WithdrawExperience};
use shared::records::{Change, Experience, Section, TextMark};
use shared::vocabulary::{ExperienceState, Principle};

impl Actor<'_> {
    pub(super) fn write(&mut self) -> Option<Mutation> {
        let own: Vec<Experience> = self.client.all(self.own()).cloned().collect();
        if own.is_empty() || self.prng.chance(12) {
            return self.begin();
        }
        let held = self.prng.pick(&own)?.clone();
        let experience = held.id;
        Some(match held.state {
            ExperienceState::Draft | ExperienceState::Returned => match self.prng.below(10) {
                0 => DiscardDraft { experience }.into(),
                1..=3 if held.versions.is_empty() || self.prng.chance(20) => {
                    SubmitExperience { experience }.into()
                }
                _ => self.save(&held),
            },
            ExperienceState::Submitted if self.prng.chance(40) => WithdrawExperience { experience }.into(),
            _ => self.revise(&held),
        })
    }

    fn begin(&mut self) -> Option<Mutation> {
        let places: Vec<CollectivityId> = self
            .client
            .viewer()
            .roles
            .collectivities
            .keys()
            .copied()
            .collect();
        let collectivity = *self.prng.pick(&places)?;
        let changes = if self.prng.chance(60) {
            self.complete(None)
        } else {
            vec![self.draft_change(None)]
        };
        Some(
            SaveDraft {
                experience: ExperienceId::new(1, self.prng.ten()),
                collectivity,
                changes,
            }
            .into(),
        )
    }

    fn save(&mut self, held: &Experience) -> Mutation {
        // Another tab may not show yet what this device holds.
        let shown = self.shown.get(&held.id).filter(|_| self.prng.chance(20));
        let shown = Some(shown.unwrap_or(held).clone());
        let changes = match held.versions.first().filter(|_| self.prng.chance(40)) {
            Some(version) => vec![self.choice(held, version.section, version.lang)],
            None if self.prng.chance(15) => self.complete(shown.as_ref()),
            None => vec![self.draft_change(shown.as_ref())],
        };
        SaveDraft {
            experience: held.id,
            collectivity: held.collectivity,
            changes,
        }
        .into()
    }

    /// One of the versions of a text, or all of them one behind the other.
    fn choice(&mut self, held: &Experience, section: Section, lang: Lang) -> Change {
        let current = held.content.text(section, lang).unwrap_or_default();
        let kept = held
            .versions_of(section, lang)
            .map(|version| version.text.as_str());
        let versions: Vec<&str> = std::iter::once(current).chain(kept).collect();
        let chosen = self.prng.pick(&versions).map(|text| (*text).to_owned());
        let text = chosen
            .filter(|_| self.prng.chance(70))
            .unwrap_or_else(|| versions.join(" "));
        Change::Text {
            section,
            lang,
            // A title has its limit.
            text: text.chars().take(section.limit()).collect(),
            seen: versions.into_iter().map(TextMark::of).collect(),
        }
    }

    fn draft_change(&mut self, shown: Option<&Experience>) -> Change {
        match self.change() {
            Change::Text {
                section, lang, text, ..
            } => self.text(shown, section, lang, text),
            other => other,
        }
    }

    fn complete(&mut self, shown: Option<&Experience>) -> Vec<Change> {
        let sections = [
            Section::Title,
            Section::Summary,
            Section::Problem,
            Section::Solution,
        ];
        let mut changes: Vec<Change> = sections
            .into_iter()
            .map(|section| {
                let text = format!("نص {}", self.prng.below(1_000_000));
                self.text(shown, section, Lang::Ar, text)
            })
            .collect();
        changes.push(Change::Principles {
            value: vec![Principle::Accountability],
        });
        changes
    }

    /// A text, written from the one that is shown or going on from one that is kept beside it; sometimes with an app
    /// that does not say.
    fn text(&mut self, shown: Option<&Experience>, section: Section, lang: Lang, text: String) -> Change {
        let current = shown.and_then(|shown| shown.content.text(section, lang));
        let kept = shown.and_then(|shown| shown.versions_of(section, lang).next());
        let kept = kept
            .map(|version| version.text.as_str())
            .filter(|_| self.prng.chance(30));
        let seen = TextMark::of(kept.or(current).unwrap_or_default());
        Change::Text {
            section,
            lang,
            text,
            seen: (!self.prng.chance(10)).then_some(seen).into_iter().collect(),
        }
    }
}
