//! Modules that are written here: who reads and publishes them, and what becomes of them.

use crate::world::*;
use shared::apply::read_module;
use shared::authoring::{DraftTexts, problems};
use shared::ids::*;
use shared::lang::{Lang, Translated};
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode;
use shared::scope::Scope;
use shared::vocabulary::*;

/// A world with two trainers, Fatima and Ghali, beside its coordinator Driss.
pub(crate) fn world() -> World {
    let mut world = World::new();
    for name in ["fatima", "ghali"] {
        let role = NetworkRole::Trainer;
        world.person(name, &[InvitedAs::Network { role }]);
    }
    world
}

pub(crate) fn module() -> ModuleId {
    ModuleId::from_name("written here")
}

pub(crate) fn lesson(name: &str) -> LessonId {
    LessonId::from_name(name)
}

pub(crate) fn question_id(name: &str) -> QuestionId {
    QuestionId::from_name(name)
}

pub(crate) fn question(kind: QuestionDraftKind) -> QuestionDraft {
    let part = |name, correct| PartDraft {
        id: PartId::from_name(name),
        correct,
        removed: false,
    };
    QuestionDraft {
        id: question_id(kind.word()),
        kind,
        parts: vec![part("a", true), part("b", false)],
        lesson: Some(lesson("two")),
        removed: false,
    }
}

impl World {
    pub(crate) fn draft(&self) -> ModuleDraft {
        self.one(Scope::Trainers, module()).unwrap()
    }

    pub(crate) fn draft_texts(&self) -> DraftTexts {
        DraftTexts::new(self.all::<DraftText>(Scope::ModuleDraft(module())))
    }

    /// Writes a text with what stands there before the writer's eyes.
    pub(crate) fn writes(&mut self, who: &str, place: DraftPlace, lang: Lang, text: &str) {
        let seen = self.draft_texts().get(place, lang).to_owned();
        self.writes_from(who, place, lang, text, &seen).unwrap();
    }

    pub(crate) fn writes_from(
        &mut self,
        who: &str,
        place: DraftPlace,
        lang: Lang,
        text: &str,
        seen: &str,
    ) -> Result<(), RefusalCode> {
        let translates = (lang != Lang::Ar).then(|| TextMark::of(self.draft_texts().get(place, Lang::Ar)));
        let save = SaveModuleText {
            module: module(),
            place,
            lang,
            text: text.into(),
            seen: vec![TextMark::of(seen)],
            translates,
        };
        self.act(who, save)
    }

    pub(crate) fn changes(&mut self, who: &str, change: OutlineChange) {
        let module = module();
        self.act(who, SaveOutline { module, change }).unwrap();
    }

    fn taught(&self) -> WholeModule {
        let card = self.one(Scope::Public, module()).unwrap();
        read_module(&self.rows, card).unwrap()
    }

    pub(crate) fn offers(&mut self, who: &str) -> Result<(), RefusalCode> {
        self.act(who, OfferModule { module: module() })
    }

    fn publishes(&mut self, who: &str) -> Result<(), RefusalCode> {
        let publish = PublishModule {
            module: module(),
            revision: self.draft().revision,
            what: "أول إصدار".into(),
            lang: Lang::Ar,
        };
        self.act(who, publish)
    }

    /// Fatima writes a whole module in Arabic: two lessons, one question of each kind.
    pub(crate) fn is_written(&mut self) {
        let begin = BeginModule {
            module: module(),
            original: Lang::Ar,
        };
        self.act("fatima", begin).unwrap();
        for change in [
            OutlineChange::Principles(vec![Principle::Transparency]),
            OutlineChange::Audience(vec![Audience::FocalPoint]),
            OutlineChange::Minutes(40),
            OutlineChange::Lesson {
                lesson: lesson("one"),
                at: 9,
            },
            OutlineChange::Lesson {
                lesson: lesson("two"),
                at: 9,
            },
        ] {
            self.changes("fatima", change);
        }
        for kind in QuestionDraftKind::ALL {
            let question = question(kind);
            self.changes("fatima", OutlineChange::Question { question, at: 99 });
        }
        for (number, place) in (1..).zip(self.draft().places()) {
            self.writes("fatima", place, Lang::Ar, &format!("نص رقم {number}"));
        }
        let linked = "انظروا [الدرس الثاني](lesson:02)";
        self.writes("fatima", DraftPlace::LessonText(lesson("one")), Lang::Ar, linked);
    }

    fn is_published(&mut self) {
        self.is_written();
        self.offers("fatima").unwrap();
        self.publishes("ghali").unwrap();
    }

    fn begins_again(&mut self, who: &str) {
        let begin = BeginModule {
            module: module(),
            original: Lang::Fr,
        };
        self.act(who, begin).unwrap();
    }
}

#[test]
fn what_is_written_is_taught_once_somebody_else_read_it() {
    let mut world = world();
    world.is_written();
    assert_eq!(problems(&world.draft(), &world.draft_texts()), []);
    world.offers("fatima").unwrap();
    assert_eq!(world.publishes("fatima"), Err(RefusalCode::OwnWork));
    world.publishes("ghali").unwrap();

    let whole = world.taught();
    assert_eq!(whole.card.edition, EditionNumber::FIRST);
    assert_eq!((whole.card.minutes, whole.card.order), (40, 1));
    assert_eq!(whole.card.languages, [Lang::Ar]);
    assert_eq!(whole.card.title.get(Lang::Ar), Some("نص رقم 1"));
    let heads: Vec<LessonId> = whole.card.lessons.iter().map(|head| head.id).collect();
    assert_eq!(heads, [lesson("one"), lesson("two")]);
    assert_eq!(whole.quiz.questions.len(), 5);
    assert!(
        whole
            .quiz
            .questions
            .iter()
            .all(|question| question.lesson == Some(2))
    );
    let editions: Vec<Edition> = world.all(Scope::Module(module()));
    let [edition] = editions.as_slice() else {
        panic!("{editions:?}")
    };
    assert_eq!(edition.what, Translated::only(Lang::Ar, "أول إصدار"));
    assert_eq!(edition.reader.as_ref().unwrap().name, "ghali");
    let writers: Vec<&str> = edition
        .writers
        .iter()
        .map(|writer| writer.name.as_str())
        .collect();
    assert_eq!(writers, ["fatima"]);
    // Nothing is left of the draft.
    assert_eq!(world.all::<ModuleDraft>(Scope::Trainers), []);
    assert_eq!(world.all::<DraftText>(Scope::ModuleDraft(module())), []);
}

#[test]
fn a_coordinator_publishes_own_work_where_there_is_nobody_else_and_no_reader_is_named() {
    let mut world = world();
    world.is_written();
    world.writes("driss", DraftPlace::Title, Lang::Ar, "عنوان آخر");
    world.offers("driss").unwrap();
    world.publishes("driss").unwrap();
    let editions: Vec<Edition> = world.all(Scope::Module(module()));
    assert_eq!(editions[0].reader, None);
}

#[test]
fn an_author_publishes_a_correction_and_somebody_else_another_edition() {
    let mut world = world();
    world.is_published();
    world.begins_again("fatima");
    let draft = world.draft();
    assert_eq!(
        (draft.base, draft.original),
        (Some(EditionNumber::FIRST), Lang::Ar)
    );
    let text = world.taught().lessons[1].text.get(Lang::Ar).unwrap().to_owned();
    world.writes(
        "fatima",
        DraftPlace::LessonText(lesson("two")),
        Lang::Ar,
        &format!("{text}."),
    );
    world.offers("fatima").unwrap();
    world.publishes("fatima").unwrap();
    assert_eq!(world.taught().card.edition.to_string(), "1.1");

    world.begins_again("fatima");
    world.changes("fatima", OutlineChange::RemoveLesson(lesson("two")));
    let place = DraftPlace::LessonText(lesson("one"));
    world.writes("fatima", place, Lang::Ar, "نص بلا رابط");
    world.offers("fatima").unwrap();
    assert_eq!(world.publishes("fatima"), Err(RefusalCode::OwnWork));
    world.act("fatima", TakeBackModule { module: module() }).unwrap();
    world.offers("ghali").unwrap();
    world.publishes("ghali").unwrap();
    assert_eq!(world.taught().card.edition.to_string(), "2.0");
}

#[test]
fn laying_out_what_is_taught_and_publishing_it_changes_nothing() {
    let mut world = world();
    world.is_published();
    let before = world.taught();
    world.begins_again("ghali");
    world.offers("ghali").unwrap();
    world.publishes("ghali").unwrap();
    let mut after = world.taught();
    after.card.updated = before.card.updated;
    assert_eq!(after, before);
    assert_eq!(world.all::<Edition>(Scope::Module(module())).len(), 1);
}

#[test]
fn lessons_keep_their_links_and_ids_when_they_are_moved() {
    let mut world = world();
    world.is_published();
    world.begins_again("fatima");
    let new = lesson("new");
    world.changes("fatima", OutlineChange::Lesson { lesson: new, at: 0 });
    for place in [DraftPlace::LessonTitle(new), DraftPlace::LessonText(new)] {
        world.writes("fatima", place, Lang::Ar, "مقدمة");
    }
    world.offers("fatima").unwrap();
    world.publishes("ghali").unwrap();
    let whole = world.taught();
    let heads: Vec<(LessonId, u32)> = whole
        .card
        .lessons
        .iter()
        .map(|head| (head.id, head.number))
        .collect();
    assert_eq!(heads, [(new, 1), (lesson("one"), 2), (lesson("two"), 3)]);
    let linked = whole.lessons[1].text.get(Lang::Ar).unwrap();
    assert!(linked.contains("](lesson:03)"), "{linked}");
    assert_eq!(whole.quiz.questions[0].lesson, Some(3));
    let slugs: std::collections::BTreeSet<&str> =
        whole.card.lessons.iter().map(|head| head.slug.as_str()).collect();
    assert_eq!(slugs.len(), 3);
}

#[test]
fn what_was_offered_is_read_as_it_is_and_goes_back_with_words() {
    let mut world = world();
    world.is_written();
    world.offers("fatima").unwrap();
    let late = world.writes_from("fatima", DraftPlace::Title, Lang::Ar, "متأخر", "نص رقم 1");
    assert_eq!(late, Err(RefusalCode::WrongState));
    let waits_for = |world: &World| ["fatima", "ghali"].map(|name| world.draft().waits_for(who(name)));
    assert_eq!(waits_for(&world), [false, true]);
    let give_back = |revision, note: &str| ReturnModule {
        module: module(),
        revision,
        note: note.into(),
    };
    assert_eq!(world.act("ghali", give_back(1, " ")), Err(RefusalCode::Missing));
    assert_eq!(
        world.act("ghali", give_back(0, "لماذا")),
        Err(RefusalCode::Conflict)
    );
    world.act("ghali", give_back(1, "اذكروا المادة")).unwrap();
    assert_eq!(world.draft().returned.unwrap().note, "اذكروا المادة");
    assert_eq!(waits_for(&world), [true, false]);
    world.writes("fatima", DraftPlace::Title, Lang::Ar, "عنوان");
    world.offers("fatima").unwrap();
    assert_eq!(world.draft().revision, 2);
}

#[test]
fn nobody_but_trainers_and_coordinators_writes_modules() {
    let mut world = world();
    world.is_published();
    let begin = BeginModule {
        module: module(),
        original: Lang::Ar,
    };
    for name in ["amina", "brahim", "emma", "nobody"] {
        assert_eq!(
            world.act(name, begin.clone()),
            Err(RefusalCode::NotAllowed),
            "{name}"
        );
        let archive = ArchiveModule { module: module() };
        assert_eq!(world.act(name, archive), Err(RefusalCode::NotAllowed), "{name}");
    }
    world.act("driss", begin).unwrap();
    let module = module();
    for mutation in [
        Mutation::from(OfferModule { module }),
        TakeBackModule { module }.into(),
        DiscardModule { module }.into(),
        SaveOutline {
            module,
            change: OutlineChange::Minutes(1),
        }
        .into(),
    ] {
        assert_eq!(world.act("brahim", mutation), Err(RefusalCode::NotAllowed));
    }
    world.act("ghali", DiscardModule { module }).unwrap();
    assert_eq!(world.all::<DraftText>(Scope::ModuleDraft(module)), []);
    assert_eq!(world.taught().card.edition, EditionNumber::FIRST);
}

#[test]
fn an_archived_module_comes_back_and_an_edition_does_not_bring_it_back() {
    let mut world = world();
    world.is_published();
    let module = module();
    world.act("ghali", ArchiveModule { module }).unwrap();
    assert_eq!(
        world.act("ghali", ArchiveModule { module }),
        Err(RefusalCode::WrongState)
    );
    world.begins_again("fatima");
    world.changes("fatima", OutlineChange::Minutes(50));
    world.offers("fatima").unwrap();
    world.publishes("ghali").unwrap();
    assert!(world.taught().card.archived);
    world.act("ghali", RestoreModule { module }).unwrap();
    assert!(!world.taught().card.archived);
}

#[test]
fn corrections_that_add_up_are_no_work_for_one_person() {
    let mut world = world();
    world.is_written();
    let place = DraftPlace::LessonText(lesson("two"));
    let words: Vec<String> = (0..20).map(|number| format!("كلمة{number}")).collect();
    world.writes("fatima", place, Lang::Ar, &words.join(" "));
    world.offers("fatima").unwrap();
    world.publishes("ghali").unwrap();
    let mut outcomes = Vec::new();
    for round in 0..2 {
        world.begins_again("fatima");
        let mut changed = words.clone();
        for word in changed.iter_mut().take(3 * (round + 1)) {
            word.push_str("آخر");
        }
        world.writes("fatima", place, Lang::Ar, &changed.join(" "));
        world.offers("fatima").unwrap();
        outcomes.push(world.publishes("fatima"));
    }
    assert_eq!(outcomes, [Ok(()), Err(RefusalCode::OwnWork)]);
}

#[test]
fn a_correction_of_a_withdrawn_edition_is_read_by_somebody_else() {
    let mut world = world();
    world.is_published();
    let withdraw = WithdrawEdition {
        module: module(),
        edition: 1,
        reason: "خطأ".into(),
        lang: Lang::Ar,
    };
    world.act("ghali", withdraw).unwrap();
    world.begins_again("fatima");
    let place = DraftPlace::LessonText(lesson("two"));
    let text = world.draft_texts().get(place, Lang::Ar).to_owned();
    world.writes("fatima", place, Lang::Ar, &format!("{text}."));
    world.offers("fatima").unwrap();
    assert_eq!(world.publishes("fatima"), Err(RefusalCode::OwnWork));
}

#[test]
fn an_objective_without_a_translation_leaves_the_others_where_they_are() {
    let mut world = world();
    world.is_written();
    world.writes("fatima", DraftPlace::Objectives, Lang::Ar, "أول\nثان\nثالث");
    world.writes("fatima", DraftPlace::Objectives, Lang::Fr, "Un\n\nTrois");
    world.offers("fatima").unwrap();
    world.publishes("ghali").unwrap();
    let before = world.taught().module.objectives;
    let languages = [Lang::Ar, Lang::Fr].map(|lang| before[2].get(lang));
    assert_eq!(languages, [Some("ثالث"), Some("Trois")]);
    world.begins_again("ghali");
    world.offers("ghali").unwrap();
    world.publishes("ghali").unwrap();
    assert_eq!(world.taught().module.objectives, before);
}
