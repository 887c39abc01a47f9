use super::location::{lang_of, use_location};
use crate::i18n::lang;
use leptos::prelude::*;
use shared::ids::ExperienceId;
use shared::lang::Lang;

/// An address of the app, for links: `href(Page::Module(slug))`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// What the hub is, and three doors.
    Home,
    /// The modules.
    Catalogue,
    /// A module, by slug.
    Module(String),
    /// A lesson, by the slugs of module and lesson.
    Lesson(String, String),
    /// The quiz of a module, by slug.
    Quiz(String),
    /// One's learning, experiences and bookmarks.
    Mine,
    /// Where a form sends the number of a certificate to.
    Certificates,
    /// A certificate, by number: to verify and to print.
    Certificate(String),
    /// The experiences.
    Experiences,
    /// An experience, by slug.
    Experience(String),
    /// Begin an experience.
    WriteNew,
    /// Go on writing one.
    Write(ExperienceId),
    /// What waits for the focal point.
    ValidationQueue,
    /// One submission.
    ValidateOne(ExperienceId),
    /// The directory of the network.
    Network,
    /// A collectivity, by slug.
    Collectivity(String),
    /// Search over everything.
    Search,
    /// Sign in.
    SignIn,
    /// One's account, devices and sessions.
    Account,
    /// People of my collectivity.
    People,
    /// Coordination of the network.
    Administration,
    /// What is saved where, and what was refused.
    Attention,
    /// What this is and who runs it.
    About,
    /// The words of the network.
    Glossary,
}

impl Page {
    /// The path in one language.
    pub(crate) fn path(&self, lang: Lang) -> String {
        let rest = match self {
            Self::Home => String::new(),
            Self::Catalogue => "/learn".to_owned(),
            Self::Module(module) => format!("/learn/{module}"),
            Self::Lesson(module, lesson) => format!("/learn/{module}/{lesson}"),
            Self::Quiz(module) => format!("/learn/{module}/quiz"),
            Self::Mine => "/mine".to_owned(),
            Self::Certificates => "/certificates".to_owned(),
            Self::Certificate(number) => format!("/certificates/{number}"),
            Self::Experiences => "/experiences".to_owned(),
            Self::Experience(slug) => format!("/experiences/{slug}"),
            Self::WriteNew => "/experiences/write".to_owned(),
            Self::Write(id) => format!("/experiences/write/{id}"),
            Self::ValidationQueue => "/validation".to_owned(),
            Self::ValidateOne(id) => format!("/validation/{id}"),
            Self::Network => "/network".to_owned(),
            Self::Collectivity(slug) => format!("/network/{slug}"),
            Self::Search => "/search".to_owned(),
            Self::SignIn => "/sign-in".to_owned(),
            Self::Account => "/account".to_owned(),
            Self::People => "/people".to_owned(),
            Self::Administration => "/administration".to_owned(),
            Self::Attention => "/attention".to_owned(),
            Self::About => "/about".to_owned(),
            Self::Glossary => "/glossary".to_owned(),
        };
        format!("/{}{rest}", lang.code())
    }
}

/// The address of a page in the current language; follows a switch.
pub(crate) fn href(page: Page) -> Signal<String> {
    Signal::derive(move || page.path(lang()))
}

/// The address of a page that itself follows signals.
pub(crate) fn href_of(page: impl Fn() -> Page + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || page().path(lang()))
}

/// The language that the address asks for; `None` when its first part is no language.
pub(crate) fn page_lang() -> Memo<Option<Lang>> {
    let pathname = use_location().pathname;
    Memo::new(move |_| pathname.with(|path| lang_of(path)))
}
