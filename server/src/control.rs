//! How a second `multaqa` asks the one that runs: a socket in the data folder, for accounts that may read the folder.
//!
//! One process alone may write to the database, so a command such as `admin-link` would otherwise need the hub
//! to be stopped first.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// What the running hub can be asked to do. What only reads (`backup`, `export`) needs no asking: it reads the
/// database beside the hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum ControlRequest {
    /// A new one-time link for an administrator.
    AdminLink,
    /// A new one-time link for the owner of an account who forgot the password.
    RecoveryLink {
        /// The address of the account, as it was typed.
        email: String,
    },
    /// Read a folder of modules, experiences and collectivities.
    Import {
        /// The folder, as an absolute path: the other process may stand elsewhere.
        folder: PathBuf,
        /// Whether it takes the place of what people here changed.
        #[serde(default)]
        replace: bool,
    },
}

/// What came of it, as text to print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ControlAnswer {
    /// It was done.
    Done(String),
    /// It was not, and why.
    Failed(String),
}

/// No request is longer.
const REQUEST_MOST: u64 = 64 * 1024;

fn socket_path(data: &Path) -> PathBuf {
    data.join("control.sock")
}

#[cfg(unix)]
mod unix {
    use super::{ControlAnswer, ControlRequest, REQUEST_MOST, socket_path};
    use crate::private;
    use std::fs::{Permissions, remove_dir, remove_file, rename, set_permissions};
    use std::io::{self, Read as _, Write as _};
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::{Path, PathBuf};
    use std::time::Duration;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::{UnixListener, UnixStream};

    /// The socket of a running hub; gone when dropped.
    #[derive(Debug)]
    pub struct ControlSocket {
        listener: UnixListener,
        path: PathBuf,
    }

    impl ControlSocket {
        /// Opens the socket in a data folder. Only the process that has the database open may do so: a socket
        /// that is still there was left by one that was killed.
        ///
        /// # Errors
        /// The folder cannot be written, or its path is too long for a socket.
        pub fn open(data: &Path) -> io::Result<Self> {
            let path = socket_path(data);
            match remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            // Made where nobody else can reach it, until it has its mode.
            let hidden = data.join("control");
            private::create_folder(&hidden)?;
            let made = hidden.join("sock");
            private::remove_if_there(&made)?;
            let listener = UnixListener::bind(&made)?;
            set_permissions(&made, Permissions::from_mode(0o600))?;
            rename(&made, &path)?;
            remove_dir(&hidden)?;
            Ok(Self { listener, path })
        }

        /// Answers one after the other, for ever.
        pub async fn answer<F: Future<Output = ControlAnswer>>(&self, perform: impl Fn(ControlRequest) -> F) {
            loop {
                match self.listener.accept().await {
                    Ok((stream, _)) => {
                        if let Err(error) = answer_one(stream, &perform).await {
                            tracing::warn!(error.cause = %error, "a command to the running hub broke off");
                        }
                    }
                    Err(error) => {
                        tracing::warn!(error.cause = %error, "a command to the running hub was not heard");
                        tokio::time::sleep(Duration::from_secs(1)).await;
                    }
                }
            }
        }
    }

    impl Drop for ControlSocket {
        fn drop(&mut self) {
            // One that stays behind is taken away at the next start.
            let _ = remove_file(&self.path);
        }
    }

    async fn answer_one<F: Future<Output = ControlAnswer>>(
        mut stream: UnixStream,
        perform: &impl Fn(ControlRequest) -> F,
    ) -> io::Result<()> {
        let mut asked = Vec::new();
        let mut asking = (&mut stream).take(REQUEST_MOST);
        let reading = asking.read_to_end(&mut asked);
        // Others wait behind this one; a command has said everything at once.
        tokio::time::timeout(Duration::from_secs(5), reading)
            .await
            .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        let answer = match serde_json::from_slice(&asked) {
            Ok(request) => perform(request).await,
            Err(error) => ControlAnswer::Failed(format!("the running hub does not understand: {error}")),
        };
        stream.write_all(&serde_json::to_vec(&answer)?).await?;
        stream.shutdown().await
    }

    pub(super) fn ask(data: &Path, request: &ControlRequest) -> io::Result<Option<ControlAnswer>> {
        let mut stream = match std::os::unix::net::UnixStream::connect(socket_path(data)) {
            Ok(stream) => stream,
            // Nobody listens: no socket, or one that a killed process left.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused
                ) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        stream.write_all(&serde_json::to_vec(request)?)?;
        stream.shutdown(std::net::Shutdown::Write)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(Some(serde_json::from_slice(&answer)?))
    }
}

#[cfg(unix)]
pub use unix::ControlSocket;

/// Asks the hub that runs on a data folder; `None` when none does, or when the system has no such sockets.
///
/// # Errors
/// The socket is there and cannot be used.
pub fn ask(data: &Path, request: &ControlRequest) -> io::Result<Option<ControlAnswer>> {
    #[cfg(unix)]
    {
        unix::ask(data, request)
    }
    #[cfg(not(unix))]
    {
        let _ = (data, request);
        Ok(None)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_running_hub_answers_and_an_absent_one_does_not() {
        let data = std::env::temp_dir().join(format!("multaqa-control-{}", std::process::id()));
        std::fs::create_dir_all(&data).unwrap();
        assert_eq!(ask(&data, &ControlRequest::AdminLink).unwrap(), None);
        let socket = ControlSocket::open(&data).unwrap();
        let answering = async {
            socket
                .answer(|request| async move { ControlAnswer::Done(format!("{request:?}")) })
                .await;
        };
        let folder = data.clone();
        let asking = tokio::task::spawn_blocking(move || ask(&folder, &ControlRequest::AdminLink));
        let answer = tokio::select! {
            () = answering => unreachable!(),
            answer = asking => answer.unwrap().unwrap(),
        };
        assert_eq!(answer, Some(ControlAnswer::Done("AdminLink".to_owned())));
        drop(socket);
        assert_eq!(ask(&data, &ControlRequest::AdminLink).unwrap(), None);
        std::fs::remove_dir_all(&data).unwrap();
    }
}
