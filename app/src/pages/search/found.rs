use shared::ids::{CollectivityId, ExperienceId, LessonId, ModuleId};

/// What a search can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Found {
    /// A module.
    Module(ModuleId),
    /// A lesson whose text is here.
    Lesson(ModuleId, LessonId),
    /// A published experience.
    Experience(ExperienceId),
    /// A member of the network.
    Collectivity(CollectivityId),
    /// A term of the glossary, by its key.
    Term(&'static str),
}
