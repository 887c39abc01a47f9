use crate::api;
use crate::pages::experiences::words::words_of;
use crate::replica::{ScopeState, use_replica};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ids::ExperienceId;
use shared::records::{Experience, ExperienceCard, Section};
use shared::scope::Scope;

/// What the server said about an address of which no card is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Waiting,
    Found(ExperienceId),
    Nothing,
    Unreachable,
}

impl Asked {
    /// The server need not ask itself: what it has no card of, a visitor may not see.
    const fn at_first() -> Self {
        if cfg!(feature = "ssr") {
            Self::Nothing
        } else {
            Self::Waiting
        }
    }
}

/// The experience at the address of the page, as far as it is here.
#[derive(Clone, Copy)]
pub(super) struct Finding {
    /// Its text.
    pub(super) experience: Memo<Option<Experience>>,
    /// Its card, which is here before its text.
    pub(super) card: Memo<Option<ExperienceCard>>,
    /// How much of it is here.
    pub(super) state: Memo<ScopeState>,
    /// Asks the server again.
    pub(super) retry: Callback<()>,
}

impl Finding {
    /// Its title in the current language, once known. Tracked.
    pub(super) fn title(self) -> Option<String> {
        let of_text = self
            .experience
            .read()
            .as_ref()
            .and_then(|experience| experience.content.texts.get(&Section::Title).map(words_of));
        of_text.or_else(|| self.card.read().as_ref().map(|card| words_of(&card.title)))
    }
}

/// Finds the experience whose slug is in the address, and pulls its text while the page is open.
pub(super) fn use_experience() -> Finding {
    let replica = use_replica();
    let identity = replica.identity();
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("experience").unwrap_or_default()));
    let card = Memo::new(move |_| replica.experience_card_at(&slug.read()));
    // What one wrote oneself stays readable after it left the lists.
    let own = Memo::new(move |_| {
        let slug = slug.read();
        replica
            .list::<Experience>(Scope::Person(identity.read().person))
            .into_iter()
            .find(|experience| experience.slug.as_deref() == Some(slug.as_str()))
    });
    let asked = RwSignal::new(Asked::at_first());
    let is_unknown = Memo::new(move |_| card.read().is_none() && own.read().is_none());
    let ask = move || {
        asked.set(Asked::Waiting);
        leptos::task::spawn_local(async move {
            let Some(wanted) = slug.try_get_untracked() else {
                return;
            };
            let answer = match api::experience_at(&wanted).await {
                Ok(id) => Asked::Found(id),
                Err(failure) if failure.is_transient() => Asked::Unreachable,
                Err(_) => Asked::Nothing,
            };
            // The person may have gone on to another experience meanwhile.
            if slug.try_get_untracked().as_deref() == Some(wanted.as_str()) {
                asked.try_set(answer);
            }
        });
    };
    Effect::new(move |_| {
        slug.track();
        if is_unknown.get() {
            ask();
        }
    });
    let id = Memo::new(move |_| {
        let of_card = card.read().as_ref().map(|card| card.id);
        of_card
            .or_else(|| own.read().as_ref().map(|own| own.id))
            .or_else(|| match asked.get() {
                Asked::Found(id) => Some(id),
                Asked::Waiting | Asked::Nothing | Asked::Unreachable => None,
            })
    });
    let wanted = replica.want(move || id.get().map(Scope::Experience));
    let experience = Memo::new(move |_| {
        let of_scope = id
            .get()
            .and_then(|id| replica.get::<Experience>(Scope::Experience(id), id));
        // A device may hold an older copy of one scope beside a newer one of another.
        of_scope
            .into_iter()
            .chain(own.get())
            .max_by_key(|copy| copy.revision)
    });
    let state = Memo::new(move |_| {
        if id.get().is_some() {
            return wanted.get();
        }
        match asked.get() {
            Asked::Nothing => ScopeState::Denied,
            Asked::Unreachable => ScopeState::Offline,
            Asked::Waiting | Asked::Found(_) => ScopeState::Loading,
        }
    });
    let retry = Callback::new(move |()| {
        use_replica().retry();
        if is_unknown.get_untracked() {
            ask();
        }
    });
    Finding {
        experience,
        card,
        state,
        retry,
    }
}
