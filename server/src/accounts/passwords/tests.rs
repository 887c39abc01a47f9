use super::*;
use std::net::Ipv4Addr;

fn address(number: u8) -> AddressKey {
    AddressKey::of(Ipv4Addr::new(203, 0, 113, number).into())
}

fn unknown(number: u8) -> Asker {
    Asker {
        address: address(number),
        standing: Priority::Unknown,
    }
}

fn owner() -> [String; 2] {
    ["Amina Tazi", "amina@commune.example"].map(str::to_owned)
}

#[tokio::test]
async fn a_password_is_known_again_and_nothing_else_is() {
    let pool = PasswordPool::new(4).unwrap();
    let verify =
        async |password: &str, hash| pool.verify(unknown(1), password.to_owned(), hash).await.unwrap();
    let right = "كلمة سر طويلة";
    let hash = pool
        .hash(address(1), "password", right.to_owned(), owner())
        .await
        .unwrap();
    assert!(verify(right, Some(hash.clone())).await);
    assert!(!verify("كلمة سر أخرى", Some(hash.clone())).await);
    assert!(!verify(&right.repeat(PASSWORD_MOST), Some(hash)).await);
    assert!(!verify(right, None).await);
}

#[tokio::test]
async fn too_short_too_long_and_guessable_are_said() {
    let pool = PasswordPool::new(1).unwrap();
    let cases = [
        ("ش".repeat(PASSWORD_LEAST - 1), RefusalCode::Invalid),
        ("ش".repeat(PASSWORD_MOST + 1), RefusalCode::TooLong),
        ("1234567890".to_owned(), RefusalCode::GuessablePassword),
        ("amina@commune.example".to_owned(), RefusalCode::GuessablePassword),
    ];
    for (wrong, code) in cases {
        let refused = pool.hash(address(1), "new", wrong, owner()).await.unwrap_err();
        let refusal = refused.refusal().unwrap();
        assert_eq!((refusal.code, refusal.field.as_deref()), (code, Some("new")));
    }
}

/// Keeps the only thread of a pool busy until the sender is used or dropped.
async fn hold(pool: &PasswordPool) -> std::sync::mpsc::Sender<()> {
    let (free, freed) = std::sync::mpsc::channel();
    let (tell, told) = oneshot::channel();
    let job: Job = Box::new(move |_| {
        let _ = tell.send(());
        let _ = freed.recv();
    });
    pool.line.join(unknown(255), job).unwrap();
    told.await.unwrap();
    free
}

#[tokio::test]
async fn a_storm_is_refused_at_once_and_calm_people_are_answered() {
    let pool = Arc::new(PasswordPool::new(1).unwrap());
    let free = hold(&pool).await;
    let storm: Vec<_> = (0..500_u16)
        .map(|number| {
            let pool = Arc::clone(&pool);
            let asker = unknown(u8::try_from(number % 200).unwrap());
            tokio::spawn(async move { pool.verify(asker, "not this one".to_owned(), None).await })
        })
        .collect();
    while pool.expect_place(address(1)).is_ok() {
        tokio::task::yield_now().await;
    }
    let known = Asker {
        standing: Priority::Known,
        ..unknown(210)
    };
    let calm = {
        let pool = Arc::clone(&pool);
        tokio::spawn(async move { pool.verify(known, "not this one".to_owned(), None).await })
    };
    tokio::task::yield_now().await;
    drop(free);
    assert_eq!(calm.await.unwrap(), Ok(false), "answered");
    let mut answered = 0;
    for one in storm {
        match one.await.unwrap() {
            Ok(is_right) => {
                assert!(!is_right);
                answered += 1;
            }
            Err(refused) => assert_eq!(refused, come_back()),
        }
    }
    assert!((1..64).contains(&answered), "{answered} of 500 were hashed");
}

#[tokio::test]
async fn the_password_of_a_client_that_hung_up_is_not_hashed() {
    let pool = PasswordPool::new(1).unwrap();
    let free = hold(&pool).await;
    let (ran, has_run) = std::sync::mpsc::channel();
    let mut waiting = Box::pin(pool.run(unknown(1), move |_| ran.send(()).unwrap()));
    let polled =
        std::future::poll_fn(|context| std::task::Poll::Ready(waiting.as_mut().poll(context).is_pending()));
    assert!(polled.await);
    drop(waiting);
    drop(free);
    assert!(
        !pool
            .verify(unknown(2), "anything".to_owned(), None)
            .await
            .unwrap()
    );
    assert!(has_run.try_recv().is_err());
}
