//! Two devices of one author, or two tabs, and one text of a draft.

use crate::world::*;
use RefusalCode::*;
use shared::ids::*;
use shared::lang::Lang;
use shared::limits;
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode;
use shared::scope::Scope;

/// A draft of Amina's.
struct Draft {
    world: World,
    id: ExperienceId,
}

impl Draft {
    fn new() -> Self {
        let mut world = World::new();
        let id = world.complete_draft("amina", "budget");
        let mut draft = Self { world, id };
        draft.writes("phone", "أول", &["نص title"]);
        draft
    }

    fn save(&mut self, device: &str, text: &str, seen: Vec<TextMark>) -> Result<(), RefusalCode> {
        let change = Change::Text {
            section: Section::Title,
            lang: Lang::Ar,
            text: text.to_owned(),
            seen,
        };
        let save = SaveDraft {
            experience: self.id,
            collectivity: place(TINGHIR),
            changes: vec![change],
        };
        self.world.act_on(device, "amina", save)
    }

    /// Writes the title, with these versions before the author's eyes.
    fn writes(&mut self, device: &str, text: &str, seen: &[&str]) {
        let seen = seen.iter().map(|text| TextMark::of(text)).collect();
        self.save(device, text, seen).unwrap();
    }

    /// The same with an app that does not say what was seen.
    fn writes_with_old_app(&mut self, device: &str, text: &str) {
        self.save(device, text, Vec::new()).unwrap();
    }

    /// The title, then the versions beside it.
    fn titles(&self) -> Vec<String> {
        let own = self.world.own("amina", self.id);
        let kept = own.versions_of(Section::Title, Lang::Ar);
        std::iter::once(own.content.text(Section::Title, Lang::Ar).unwrap_or_default())
            .chain(kept.map(|version| version.text.as_str()))
            .map(str::to_owned)
            .collect()
    }

    fn submit(&mut self) -> Result<(), RefusalCode> {
        let experience = self.id;
        self.world.act("amina", SubmitExperience { experience })
    }
}

#[test]
fn a_text_replaces_the_one_it_was_written_from() {
    let mut draft = Draft::new();
    draft.writes("laptop", "ثان", &["أول"]);
    draft.writes("phone", "ثالث", &["ثان"]);
    assert_eq!(draft.titles(), ["ثالث"]);
}

#[test]
fn a_text_written_from_another_one_is_kept_beside_and_goes_on_there() {
    let mut draft = Draft::new();
    draft.writes("laptop", "من الحاسوب", &["أول"]);
    draft.writes("phone", "من الهاتف", &["أول"]);
    assert_eq!(draft.titles(), ["من الحاسوب", "من الهاتف"]);
    // Both go on, each from its own words.
    draft.writes("phone", "من الهاتف أيضا", &["من الهاتف"]);
    draft.writes("laptop", "من الحاسوب أيضا", &["من الحاسوب"]);
    assert_eq!(draft.titles(), ["من الحاسوب أيضا", "من الهاتف أيضا"]);
}

#[test]
fn two_devices_that_write_the_same_have_nothing_to_choose() {
    let mut draft = Draft::new();
    draft.writes("laptop", "نفسه", &["أول"]);
    draft.writes("phone", "نفسه", &["أول"]);
    assert_eq!(draft.titles(), ["نفسه"]);
    draft.writes("tablet", "آخر", &["أول"]);
    draft.writes("library", "آخر", &["أول"]);
    assert_eq!(draft.titles(), ["نفسه", "آخر"]);
}

#[test]
fn removing_a_text_that_was_changed_is_a_version_too_and_so_is_changing_a_removed_one() {
    let mut draft = Draft::new();
    draft.writes("laptop", "مغير", &["أول"]);
    draft.writes("phone", "  ", &["أول"]);
    assert_eq!(draft.titles(), ["مغير", ""]);

    let mut draft = Draft::new();
    draft.writes("laptop", "", &["أول"]);
    draft.writes("phone", "مغير", &["أول"]);
    assert_eq!(draft.titles(), ["", "مغير"]);
}

#[test]
fn the_first_words_of_two_devices_stay_both() {
    let mut draft = Draft::new();
    draft.writes("laptop", "", &["أول"]);
    draft.writes("phone", "هاتف", &[""]);
    draft.writes("laptop", "حاسوب", &[""]);
    assert_eq!(draft.titles(), ["هاتف", "حاسوب"]);
}

#[test]
fn a_choice_settles_what_it_names_and_nothing_else() {
    let both = "من الحاسوب من الهاتف";
    for (chosen, left) in [
        ("من الحاسوب", "من الحاسوب"),
        ("من الهاتف", "من الهاتف"),
        (both, both),
    ] {
        let mut draft = Draft::new();
        draft.writes("laptop", "من الحاسوب", &["أول"]);
        draft.writes("phone", "من الهاتف", &["أول"]);
        draft.writes("phone", chosen, &["من الحاسوب", "من الهاتف"]);
        assert_eq!(draft.titles(), [left]);
        // The same choice arrives from another device, made before it heard of this one.
        draft.writes("laptop", chosen, &["من الحاسوب", "من الهاتف"]);
        assert_eq!(draft.titles(), [left]);
    }
}

#[test]
fn a_choice_does_not_replace_what_was_written_meanwhile() {
    let mut draft = Draft::new();
    draft.writes("laptop", "من الحاسوب", &["أول"]);
    draft.writes("phone", "من الهاتف", &["أول"]);
    draft.writes("tablet", "من اللوحة", &["أول"]);
    draft.writes("laptop", "من الحاسوب أيضا", &["من الحاسوب"]);
    draft.writes("phone", "من الهاتف", &["من الحاسوب", "من الهاتف"]);
    assert_eq!(draft.titles(), ["من الحاسوب أيضا", "من اللوحة", "من الهاتف"]);
}

#[test]
fn two_different_choices_are_two_versions() {
    let mut draft = Draft::new();
    draft.writes("laptop", "ب", &["أول"]);
    draft.writes("phone", "ج", &["أول"]);
    draft.writes("laptop", "ب", &["ب", "ج"]);
    draft.writes("phone", "ج", &["ب", "ج"]);
    // The second choice had seen what stands there, so it counts; nothing that it had not seen is gone.
    assert_eq!(draft.titles(), ["ج"]);
    draft.writes("laptop", "ب ج", &["ب", "ج"]);
    draft.writes("phone", "ب د", &["ج"]);
    assert_eq!(draft.titles(), ["ب ج", "ب د"]);
}

#[test]
fn an_old_app_goes_on_from_its_own_words_and_never_replaces_another_devices() {
    let mut draft = Draft::new();
    draft.writes_with_old_app("phone", "قديم");
    assert_eq!(
        draft.titles(),
        ["أول", "قديم"],
        "who wrote the first one is not known"
    );
    draft.writes_with_old_app("phone", "قديم أيضا");
    assert_eq!(draft.titles(), ["أول", "قديم أيضا"]);
    draft.writes("laptop", "قديم أيضا", &["أول", "قديم أيضا"]);
    draft.writes_with_old_app("phone", "بعد الاختيار");
    assert_eq!(draft.titles(), ["قديم أيضا", "بعد الاختيار"]);

    let mut draft = Draft::new();
    draft.writes("laptop", "", &["أول"]);
    for text in ["أ", "أب", "أبج"] {
        draft.writes_with_old_app("phone", text);
        assert_eq!(draft.titles(), [text]);
    }
    draft.writes_with_old_app("laptop", "آخر");
    assert_eq!(draft.titles(), ["أبج", "آخر"]);
    draft.writes_with_old_app("phone", "أبجد");
    assert_eq!(draft.titles(), ["أبجد", "آخر"]);
}

#[test]
fn an_old_app_does_not_replace_what_a_focal_point_corrected() {
    let mut draft = Draft::new();
    draft.writes("phone", "", &["أول"]);
    draft.writes_with_old_app("phone", "قديم");
    draft.submit().unwrap();
    let change = Change::Text {
        section: Section::Title,
        lang: Lang::Ar,
        text: "مصحح".into(),
        seen: Vec::new(),
    };
    let revise = ReviseExperience {
        experience: draft.id,
        revision: draft.world.text(draft.id).revision,
        changes: vec![change],
        proposal: None,
    };
    draft.world.act("brahim", revise).unwrap();
    let experience = draft.id;
    draft
        .world
        .act("amina", WithdrawExperience { experience })
        .unwrap();
    draft.writes_with_old_app("phone", "قديم أيضا");
    assert_eq!(draft.titles(), ["مصحح", "قديم أيضا"]);
}

#[test]
fn a_version_too_many_is_refused_and_the_kept_ones_stay() {
    let mut draft = Draft::new();
    draft.writes("laptop", "حاسوب", &["أول"]);
    for n in 0..limits::VERSIONS {
        draft.writes("phone", &format!("نسخة {n}"), &["أول"]);
    }
    let before = draft.titles();
    assert_eq!(before.len(), limits::VERSIONS + 1);
    let seen = vec![TextMark::of("أول")];
    assert_eq!(draft.save("phone", "واحدة أكثر", seen), Err(TooManyVersions));
    assert_eq!(draft.titles(), before);
    // What goes on from a kept one needs no room, and a choice makes some.
    draft.writes("phone", "نسخة 0 أيضا", &["نسخة 0"]);
    draft.writes("phone", "مختارة", &["نسخة 1", "نسخة 2"]);
    assert_eq!(draft.titles().len(), limits::VERSIONS);
    let seen = vec![TextMark::of(""); limits::SEEN + 1];
    assert_eq!(draft.save("phone", "كثير", seen), Err(TooLong));
}

#[test]
fn an_undecided_draft_is_not_submitted() {
    let mut draft = Draft::new();
    draft.writes("laptop", "من الحاسوب", &["أول"]);
    draft.writes("phone", "من الهاتف", &["أول"]);
    assert_eq!(draft.submit(), Err(Undecided));
    draft.writes("phone", "من الحاسوب", &["من الحاسوب", "من الهاتف"]);
    assert_eq!(draft.submit(), Ok(()));
}

#[test]
fn readers_get_no_versions() {
    let mut draft = Draft::new();
    draft.writes_with_old_app("laptop", "من الحاسوب");
    draft.writes("laptop", "", &["أول"]);
    draft.writes_with_old_app("library", "بعده");
    let own = draft.world.own("amina", draft.id);
    assert!(!own.versions.is_empty() && !own.writers.is_empty());
    let shown: Experience = draft.world.one(Scope::Experience(draft.id), draft.id).unwrap();
    assert!(shown.versions.is_empty() && shown.writers.is_empty());
}
