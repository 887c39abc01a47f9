use crate::components::{Card, CardGrid};
use crate::i18n::{key_of, lang};
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::role_doors;
use crate::t;
use leptos::prelude::*;
use shared::records::Identity;
use shared::vocabulary::NetworkRole;

/// What somebody who has just come in can do first, from their roles.
#[component]
pub(super) fn NextSteps() -> impl IntoView {
    let identity = use_session().identity();
    let steps = Memo::new(move |_| identity.with(steps_of));
    view! {
        <section class="band" aria-labelledby="account-next">
            <div class="band__head">
                <h2 id="account-next">{t!("account-next-title")}</h2>
            </div>
            <CardGrid>
                {move || {
                    steps
                        .get()
                        .into_iter()
                        .map(|(word, page)| {
                            view! {
                                <Card
                                    title=t!(key_of("account-next", word))
                                    title_lang=Signal::derive(lang)
                                    href=href(page)
                                >
                                    <p class="card__text">{t!(key_of("account-next-text", word))}</p>
                                </Card>
                            }
                        })
                        .collect_view()
                }}
            </CardGrid>
        </section>
    }
}

/// At most four: more would be a menu, not a beginning.
fn steps_of(identity: &Identity) -> Vec<(&'static str, Page)> {
    let roles = &identity.roles;
    let mut steps = role_doors(identity);
    steps.push(("learn", Page::Catalogue));
    if roles.collectivities.is_empty() || roles.network.contains(&NetworkRole::Partner) {
        steps.push(("experiences", Page::Experiences));
        steps.push(("network", Page::Network));
    } else {
        steps.push(("write", Page::WriteNew));
    }
    steps.truncate(4);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{CollectivityId, PersonId};
    use shared::records::{InvitedAs, Roles};
    use shared::vocabulary::CollectivityRole;

    #[test]
    fn everybody_has_something_to_begin_with_and_nobody_is_sent_where_they_may_not_go() {
        let collectivity = CollectivityId::from_name("tinghir");
        let mut offers = vec![
            InvitedAs::Collectivity {
                collectivity,
                role: CollectivityRole::Member,
            },
            InvitedAs::Collectivity {
                collectivity,
                role: CollectivityRole::FocalPoint,
            },
        ];
        offers.extend(
            NetworkRole::ALL
                .iter()
                .map(|role| InvitedAs::Network { role: *role }),
        );
        for offer in offers {
            let identity = Identity {
                person: PersonId::from_name("somebody"),
                name: String::new(),
                roles: Roles::invited_as(offer),
            };
            let steps = steps_of(&identity);
            assert!((2..=4).contains(&steps.len()), "{offer:?}");
            let leads_to = |page: &Page| steps.iter().any(|(_, to)| to == page);
            assert_eq!(
                leads_to(&Page::Administration),
                identity.roles.is_administrator(),
                "{offer:?}"
            );
            assert_eq!(
                leads_to(&Page::ValidationQueue),
                identity.roles.is_focal_point_of(collectivity),
                "{offer:?}"
            );
        }
    }
}
