use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::library::import_into;
use super::links::{demonstration_links, new_admin_link, new_recovery_link, told};
use super::print;
use crate::assets::Assets;
use crate::builds;
use crate::cli::{PublicUrl, ServeArgs};
use crate::clock::Clock;
use crate::connections::{ConnectionLimits, serve_connections};
use crate::control::{ControlAnswer, ControlRequest, ControlSocket};
use crate::database::{Database, HubError};
use crate::demonstration::{self, DemonstrationError};
use crate::disk_space::DiskSpace;
use crate::entropy::OsEntropy;
use crate::import::{self, OnConflict};
use crate::router::router;
use crate::row_store;
use crate::search;
use crate::state::{Server, ServerState, Settings};
use crate::store::{RedbStore, StoreError};

/// How often counters that nobody uses any more are forgotten.
const TIDY_EVERY: Duration = Duration::from_secs(60);
/// How often tombstones and outcomes of mutations that are old enough are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// Starts the hub and serves until the system asks it to end.
pub(super) async fn serve(args: ServeArgs) -> Result<()> {
    // Heard from the first moment, so that a start that is broken off ends as well as any other.
    let stop = stop_signal()?;
    let mut assets = Assets::open(args.site.as_deref())?;
    // Before anything is written: a start that cannot listen leaves no trace.
    let listener = listen(args.link.hub.listen).await?;
    let listens_at = listener.local_addr()?;
    let clock = Clock::system();
    let store =
        RedbStore::open_with_cache(&args.link.hub.data.data, usize::from(args.cache_mb) * 1024 * 1024)?;
    if let Err(error) = builds::keep(&mut assets, &args.link.hub.data.data) {
        tracing::warn!(
            error = error.to_string(),
            "the build of the app before this one cannot be kept; tabs that are open may have to be loaded again"
        );
    }
    let hub = Database::start(Arc::new(store), &mut OsEntropy)?;

    let url = args
        .link
        .hub
        .public_url
        .clone()
        .unwrap_or_else(|| PublicUrl::of_listener(listens_at));
    let links = prepare(&hub, &args, &url, &clock).await;
    let server = match links {
        Ok((demonstration, links)) => {
            let mut settings = Settings::new(url.clone());
            settings.trusted_proxies.clone_from(&args.trusted_proxy);
            settings.demonstration = demonstration;
            settings.contact.clone_from(&args.contact);
            settings.disk = Arc::new(DiskSpace::of(&args.link.hub.data.data));
            let server = ServerState::new(settings, hub.clone(), assets, clock)
                .map_err(|error| anyhow!("passwords cannot be hashed: {error}"))?;
            warn_of_plain_http(listens_at, &url);
            print(&format!("Multaqa is ready at {}\n{links}", url.origin()));
            server
        }
        Err(error) => {
            hub.stop().await;
            return Err(error);
        }
    };

    let limits = ConnectionLimits {
        most: args.max_connections,
        per_address: args.max_connections.div_ceil(3),
        trusted_proxies: args.trusted_proxy.as_slice().into(),
        is_https: url.is_https(),
        ..ConnectionLimits::default()
    };
    let beside = Beside::start(&server, &args.link.hub.data.data);
    serve_connections(listener, router(server.clone()), limits, stop, || {
        tracing::info!("the server stops: it finishes what is in flight");
        server.stopping.send_replace(true);
    })
    .await;
    beside.end().await;
    hub.stop().await;
    tracing::info!("the server has stopped");
    Ok(())
}

async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => {
                anyhow!("{address} is in use by another process; choose another port with --listen")
            }
            _ => anyhow!("cannot listen at {address}: {error}"),
        })
}

/// Brings what an empty folder needs. Answers whether this is a demonstration, and the links to print.
async fn prepare(hub: &Database, args: &ServeArgs, url: &PublicUrl, clock: &Clock) -> Result<(bool, String)> {
    let now = clock.now();
    let is_new = hub.read(|txn| Ok::<_, HubError>(import::is_empty(txn)?)).await?;
    if is_new {
        let starter = hub
            .write(move |txn| import::import(txn, &import::starter(), now, OnConflict::Keep))
            .await
            .context("the starter library cannot be imported")?;
        tracing::info!(
            import.items = starter.total(),
            "the data folder was empty: the starter library was imported"
        );
    }
    if args.demo {
        let links = hub
            .write(move |txn| demonstration::begin(txn, now, &mut OsEntropy))
            .await?;
        return Ok((true, demonstration_links(&links, url)));
    }
    let (links, has_people) = hub
        .read(|txn| {
            let has_people = row_store::has_people(txn)?;
            Ok::<_, HubError>((demonstration::links(txn)?, has_people))
        })
        .await?;
    match links {
        // Once a demonstration, always one: its links are known to everybody who saw them.
        Some(links) => Ok((true, demonstration_links(&links, url))),
        None if has_people => Ok((false, String::new())),
        None => {
            let link = new_admin_link(hub, url, now).await?;
            Ok((false, told(link, args.link.admin_link_file.as_deref())?))
        }
    }
}

/// Browsers keep the session's cookie only over TLS, or on the machine itself.
fn warn_of_plain_http(listens_at: SocketAddr, url: &PublicUrl) {
    if !url.is_https() && !listens_at.ip().is_loopback() {
        tracing::warn!(
            hub.url = url.origin(),
            "nobody will stay signed in from another machine: browsers keep the session only over https; \
             name the public address with --public-url"
        );
    }
}

/// What runs beside the connections.
struct Beside {
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

impl Beside {
    fn start(server: &Server, data: &Path) -> Self {
        let mut tasks = vec![
            tokio::spawn(tidy(server.clone())),
            tokio::spawn(search::keep_current(server.clone())),
        ];
        match ControlSocket::open(data) {
            Ok(socket) => tasks.push(tokio::spawn(answer_commands(server.clone(), socket))),
            Err(error) => tracing::warn!(
                error.cause = %error,
                "commands such as admin-link will need this hub to be stopped: its socket cannot be opened"
            ),
        }
        Self { tasks }
    }

    async fn end(self) {
        for task in self.tasks {
            task.abort();
            // An aborted task says so; that is what was asked for.
            drop(task.await);
        }
    }
}

async fn tidy(server: Server) {
    let mut forgot_at = None::<Instant>;
    let mut every = tokio::time::interval(TIDY_EVERY);
    loop {
        every.tick().await;
        server.rates.forget_idle();
        server.change_rates.forget_idle();
        // The log hears of a disk that fills up while nobody writes.
        server.settings.disk.look();
        if forgot_at.is_none_or(|at| at.elapsed() >= FORGET_EVERY) {
            forgot_at = Some(Instant::now());
            let now = server.clock.now();
            let tombstones = server.hub.forget_old_tombstones(now).await;
            log_forgotten("tombstones", tombstones);
            let outcomes = server.hub.forget_old_outcomes(now).await;
            log_forgotten("outcomes of mutations", outcomes);
        }
    }
}

fn log_forgotten(what: &str, forgotten: Result<usize, HubError>) {
    match forgotten {
        Ok(0) => {}
        Ok(entries) => tracing::info!(what, entries, "old entries are forgotten"),
        Err(error) => tracing::warn!(what, error.cause = %error, "old entries stay for another day"),
    }
}

async fn answer_commands(server: Server, socket: ControlSocket) {
    socket
        .answer(|request| async {
            let done = match request {
                ControlRequest::AdminLink => {
                    new_admin_link(&server.hub, &server.settings.public_url, server.clock.now())
                        .await
                        .map_err(anyhow::Error::from)
                }
                ControlRequest::RecoveryLink { email } => {
                    let url = &server.settings.public_url;
                    new_recovery_link(&server.hub, url, &email, server.clock.now())
                        .await
                        .map_err(anyhow::Error::from)
                }
                ControlRequest::Import { folder, replace } => {
                    import_into(&server.hub, folder, server.clock.now(), replace).await
                }
            };
            match done {
                Ok(text) => ControlAnswer::Done(text),
                Err(error) => ControlAnswer::Failed(format!("{error:#}")),
            }
        })
        .await;
}

/// Ends when the system asks the process to end, or somebody presses Ctrl-C.
fn stop_signal() -> Result<impl Future<Output = ()>> {
    let (tell, told) = oneshot::channel::<()>();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate()).context("SIGTERM cannot be heard")?;
        let mut interrupt = signal(SignalKind::interrupt()).context("Ctrl-C cannot be heard")?;
        tokio::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            // Nobody waits any more when the server ended by itself.
            let _ = tell.send(());
        });
    }
    #[cfg(not(unix))]
    tokio::spawn(async move {
        let _ = tokio::signal::ctrl_c().await;
        let _ = tell.send(());
    });
    Ok(async move {
        let _ = told.await;
    })
}

impl From<HubError> for DemonstrationError {
    fn from(error: HubError) -> Self {
        match error {
            HubError::Unavailable => Self::Store(StoreError::Failed(error.to_string())),
            HubError::Store(error) => Self::Store(error),
        }
    }
}
