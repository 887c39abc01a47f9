use super::expiry::left_words;
use crate::components::{Button, ButtonKind, Dialog, StateKind, StateLabel};
use crate::i18n::{PersonName, key_of, message};
use crate::mutating::Change;
use crate::pages::experiences::words::collectivity;
use crate::pages::network::place_name;
use crate::{ids, t, text};
use leptos::prelude::*;
use shared::ids::InvitationId;
use shared::mutation::RevokeInvitation;
use shared::records::{Invitation, InvitationState, InvitedAs};

/// Invitations that still wait for an answer, each with the means to end it.
#[component]
pub(crate) fn InvitationList(
    /// The invitations.
    #[prop(into)]
    invitations: Signal<Vec<Invitation>>,
    /// Whether each names its collectivity.
    #[prop(optional)]
    names_place: bool,
) -> impl IntoView {
    let ending = RwSignal::new(None::<InvitationId>);
    let open = RwSignal::new(false);
    let change = Change::new(move || {
        open.set(false);
        ending.set(None);
    });
    let end = move |()| {
        if let Some(invitation) = ending.get_untracked() {
            change.make(RevokeInvitation { invitation });
        }
    };
    let ask = Callback::new(move |id| {
        ending.set(Some(id));
        open.set(true);
    });
    let foot = move || {
        view! {
            <Button kind=ButtonKind::Danger on_press=end>
                {t!("people-invitation-end")}
            </Button>
            <Button kind=ButtonKind::Plain on_press=move |()| open.set(false)>
                {t!("common-cancel")}
            </Button>
        }
    };
    view! {
        <ul class="row-list" role="list">
            {move || {
                invitations
                    .get()
                    .into_iter()
                    .map(|invitation| view! { <Line invitation=invitation names_place=names_place ask=ask /> })
                    .collect_view()
            }}
        </ul>
        <Dialog
            id="end-invitation"
            open=open
            title=t!("people-invitation-end-title")
            close_label=t!("common-close")
            foot=foot
        >
            {change.failure_view()}
            <p>{t!("people-invitation-end-text")}</p>
        </Dialog>
    }
}

/// Those that can still be accepted or have just expired, the newest first. Accepted and ended ones are over.
pub(crate) fn still_open(mut invitations: Vec<Invitation>) -> Vec<Invitation> {
    invitations.retain(|invitation| invitation.state == InvitationState::Open);
    invitations.sort_by_key(|invitation| std::cmp::Reverse(invitation.created));
    invitations
}

#[component]
fn Line(invitation: Invitation, names_place: bool, ask: Callback<InvitationId>) -> impl IntoView {
    let (id, expires) = (invitation.id, invitation.expires);
    let offers = invitation.offers;
    let is_open = invitation.is_open_at(ids::now());
    let role = move || match offers {
        InvitedAs::Collectivity { role, .. } => message(&key_of("collectivity-role", role.word()), &[]),
        InvitedAs::Network { role } => message(&key_of("network-role", role.word()), &[]),
    };
    let place = move || match offers {
        InvitedAs::Collectivity { collectivity: id, .. } if names_place => collectivity(id).map(|place| {
            view! {
                " · "
                <bdi>{place_name(&place)}</bdi>
            }
        }),
        _ => None,
    };
    let whom = if invitation.name.is_empty() {
        invitation.email.clone()
    } else {
        invitation.name.clone()
    };
    let by = invitation.by_name.clone();
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    {if whom.is_empty() {
                        t!("people-invitation-unnamed").into_any()
                    } else {
                        view! { <PersonName name=whom /> }.into_any()
                    }}
                </p>
                <p class="quiet small">
                    {role} {place}
                    {(!by.is_empty())
                        .then(|| {
                            let by = by.clone();
                            view! {
                                " · "
                                {move || text!("people-invitation-by", name = by.clone())}
                            }
                        })}
                </p>
            </div>
            <div class="row-list__end">
                <StateLabel
                    kind=if is_open { StateKind::Waiting } else { StateKind::Closed }
                    text=Signal::derive(move || left_words(expires))
                />
                <Button kind=ButtonKind::Quiet on_press=move |()| ask.run(id)>
                    {t!("people-invitation-end")}
                </Button>
            </div>
        </li>
    }
}
