//! Whatever bytes arrive, the server answers, and never with a failure of its own.

use crate::test_hub::{Answer, TestHub, TestOptions, in_network};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use server::rate::{Rate, Rates};
use server::router::ROUTES;
use shared::vocabulary::NetworkRole;

/// Bytes, text, and JSON that almost has the right shape.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let nearly = prop::sample::select(vec![
        r#"{"protocol":1,"device":"01890000-0000-7000-8000-000000000000","epoch":null,"mutations":[]}"#,
        r#"{"protocol":1,"device":null,"epoch":null,"scopes":{"public":{"after":18446744073709551615}}}"#,
        r#"{"protocol":1,"device":null,"epoch":null,"scopes":{"public":{"after":9,"before":0}},"results_after":9}"#,
        r#"{"email":"a@b.ma","password":"","device_name":"\u0000"}"#,
        r#"{"secret":""}"#,
        r#"{"current":"","new":""}"#,
    ]);
    let bent = (nearly, any::<prop::sample::Index>(), any::<u8>(), any::<bool>()).prop_map(
        |(text, place, byte, cut)| {
            let mut bytes = text.as_bytes().to_vec();
            let place = place.index(bytes.len());
            if cut {
                bytes.truncate(place);
            } else {
                bytes[place] = byte;
            }
            bytes
        },
    );
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        "\\PC{0,80}".prop_map(String::into_bytes),
        bent,
    ]
}

#[test]
fn no_bytes_make_the_server_fail() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let without_end = Rate {
        burst: 1_000_000,
        per_minute: 1_000_000,
    };
    let rates = Rates {
        address: without_end,
        secrets: without_end,
        pair: without_end,
        account: without_end,
        device: without_end,
    };
    let hub = runtime.block_on(async {
        TestHub::with(TestOptions {
            rates,
            demonstration: true,
            ..TestOptions::default()
        })
        .await
        .with_person("amina", in_network(NetworkRole::Administrator))
        .await
    });
    let routes: Vec<_> = ROUTES
        .iter()
        .filter(|route| route.method == "POST" && route.path != "/api/sign-out")
        .map(|route| route.path)
        .collect();
    let mut runner = TestRunner::new(Config {
        cases: 400,
        failure_persistence: None,
        ..Config::default()
    });
    let asked = (prop::sample::select(routes), bodies(), any::<bool>());
    let outcome = runner.run(&asked, |(path, body, signed_in)| {
        let actor = hub.as_person(if signed_in { "amina" } else { "visitor" });
        let answer: Answer = runtime.block_on(actor.post_bytes(path, body));
        prop_assert!(
            answer.status.as_u16() < 500,
            "{path}: {} {}",
            answer.status,
            answer.text()
        );
        Ok(())
    });
    outcome.unwrap();
}
