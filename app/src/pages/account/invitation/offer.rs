use crate::components::{Fact, FactsList};
use crate::i18n::{Localised, PersonName, key_of};
use crate::{format, t};
use leptos::prelude::*;
use shared::records::InvitedAs;
use shared::wire::InvitationOffer;

/// Who invites, to what, where, until when; and what the role lets one do.
#[component]
pub(super) fn OfferFacts(
    /// What the invitation offers.
    offer: InvitationOffer,
) -> impl IntoView {
    let role = match offer.offers {
        InvitedAs::Collectivity { role, .. } => key_of("collectivity-role", role.word()),
        InvitedAs::Network { role } => key_of("network-role", role.word()),
    };
    let can = match offer.offers {
        InvitedAs::Collectivity { role, .. } => key_of("account-role-can", role.word()),
        InvitedAs::Network { role } => key_of("account-role-can", role.word()),
    };
    let (by, expires) = (offer.by_name, offer.expires);
    view! {
        <FactsList>
            {(!by.is_empty())
                .then(|| {
                    view! {
                        <Fact term=t!("account-invitation-from")>
                            <PersonName name=by />
                        </Fact>
                    }
                })}
            <Fact term=t!("account-invitation-role")>{t!(role.clone())}</Fact>
            {offer
                .collectivity
                .map(|name| {
                    view! {
                        <Fact term=t!("account-invitation-collectivity")>
                            <Localised text=name bare=true />
                        </Fact>
                    }
                })}
            <Fact term=t!("account-invitation-until")>{move || format::date_time(expires)}</Fact>
        </FactsList>
        <p>{t!(can.clone())}</p>
    }
}
