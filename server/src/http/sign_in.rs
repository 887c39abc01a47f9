use axum::Extension;
use axum::extract::{Request, State};
use shared::ids::PersonId;
use shared::wire::{ApiErrorCode, SignInRequest};

use super::give_session::{Opened, Opening};
use crate::accounts::known_devices::KnownDevice;
use crate::accounts::passwords::Asker;
use crate::accounts::{addresses, credentials};
use crate::address::AddressKey;
use crate::error::ApiResult;
use crate::json::{parse, read_json_bytes};
use crate::rate::ClientAddress;
use crate::row_store;
use crate::state::Server;
use crate::store::{ReadTxn, StoreError};

pub(crate) async fn sign_in(
    State(server): State<Server>,
    Extension(client): Extension<ClientAddress>,
    request: Request,
) -> ApiResult<Opened> {
    server.rates.count_secret(client)?;
    let address = AddressKey::of(client.0);
    let headers = request.headers().clone();
    let device = server.cookie_kind(&headers).device(&headers).map(str::to_owned);
    // Whether the account knows the device is not known before the body.
    if device.is_none() {
        server.passwords.expect_place(address)?;
    }
    let request: SignInRequest = parse(&read_json_bytes(request).await?)?;
    // What cannot be an address belongs to no account, and is answered like one that has none.
    let email = addresses::sought(&request.email);

    let found = {
        let email = email.clone();
        server
            .read(move |txn| Ok(Account::find(txn, &email, device.as_deref())?))
            .await?
    };
    let device = found.as_ref().and_then(|account| account.device.as_ref());
    let standing = server.rates.count_sign_in(&email, client, device)?;
    let asker = Asker { address, standing };
    let (person, hash) = found.map(|account| (account.person, account.password)).unzip();
    let is_right = server
        .passwords
        .verify(asker, request.password, hash.clone())
        .await?;
    let Some(person) = person.filter(|_| is_right) else {
        return Err(ApiErrorCode::WrongCredentials.into());
    };

    let opening = Opening::new(&server, &headers)?;
    let now = server.clock.now();
    let opened = server
        .write(move |txn| {
            // It may have been changed while this one was looked at; then the old one opens nothing any more.
            if credentials::find(&*txn, person)?.and_then(|held| held.password) != hash {
                return Err(ApiErrorCode::WrongCredentials.into());
            }
            // Told only to somebody who knows the password: the account was closed.
            let person = row_store::find_person(&*txn, person)?
                .filter(|person| !person.disabled)
                .ok_or(ApiErrorCode::AccountClosed)?;
            Ok(opening.open(txn, person, &request.device_name, now)?)
        })
        .await?;
    server.note_ended_sessions();
    Ok(opened)
}

/// An account that has a password.
struct Account {
    person: PersonId,
    password: String,
    /// The device that asks, where it has signed in to this account before.
    device: Option<KnownDevice>,
}

impl Account {
    fn find(
        txn: &(impl ReadTxn + ?Sized),
        email: &str,
        device: Option<&str>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(person) = credentials::find_by_email(txn, email)? else {
            return Ok(None);
        };
        let Some(held) = credentials::find(txn, person)? else {
            return Ok(None);
        };
        let device = device
            .map(|secret| KnownDevice::new(person, secret))
            .filter(|device| held.devices.contains(device));
        Ok(held.password.map(|password| Self {
            person,
            password,
            device,
        }))
    }
}
