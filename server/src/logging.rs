//! Log lines: a message that a person understands, with dotted fields beside it, and no personal data.

use std::io;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

use crate::cli::LogFormat;
use crate::store::is_guarded;

/// Starts writing log lines to standard error; standard output is for what a command prints.
///
/// # Errors
/// `filter` is not one that `tracing` understands.
pub fn start(filter: &str, format: LogFormat) -> Result<(), ParseError> {
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter.parse::<EnvFilter>()?)
        .with_writer(io::stderr)
        .with_target(false);
    // A second start in one process (a test that runs two hubs) keeps the first one's settings.
    let _ = match format {
        LogFormat::Text => lines.with_ansi(false).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    std::panic::set_hook(Box::new(|panic| {
        // One that becomes an error is reported as that error.
        if !is_guarded() {
            tracing::error!(panic.cause = %panic, "a thread panicked");
        }
    }));
    Ok(())
}
