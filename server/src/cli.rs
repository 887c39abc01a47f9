//! What can be typed after `multaqa`, and the `MULTAQA_…` variable of each flag.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use shared::limits;

/// The learning hub of a network of open local governments.
#[derive(Debug, Parser)]
#[command(name = "multaqa", version, about, propagate_version = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Which log lines are written, for example `info` or `server=debug,info`.
    #[arg(long, env = "MULTAQA_LOG", default_value = "info", global = true)]
    pub log: String,

    /// How log lines are written.
    #[arg(long, env = "MULTAQA_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text, global = true)]
    pub log_format: LogFormat,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// One readable line per event.
    Text,
    /// One JSON object per event, for a log collector.
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start the hub.
    Serve(Box<ServeArgs>),
    /// Print a new one-time link that opens an administrator's account; works while the hub runs.
    AdminLink(LinkArgs),
    /// Print a one-time link with which the owner of an account sets a forgotten password anew, a coordinator's too;
    /// works while the hub runs.
    RecoveryLink(RecoveryArgs),
    /// Read a folder of modules, experiences and collectivities into the hub. What people here changed stays, and so do
    /// lessons that the folder no longer has: they are named.
    Import {
        /// The folder.
        folder: PathBuf,
        /// Takes what the folder has, also where people here changed it or lessons go.
        #[arg(long)]
        replace: bool,
        /// Where the data lives.
        #[command(flatten)]
        data: DataArgs,
    },
    /// Write modules, published experiences and collectivities as a folder.
    Export {
        /// The folder; it must be empty or not exist yet.
        folder: PathBuf,
        /// Where the data lives.
        #[command(flatten)]
        data: DataArgs,
    },
    /// Write everything into one file, replacing an older backup of that name; works while the hub runs.
    Backup {
        /// The file.
        file: PathBuf,
        /// Where the data lives.
        #[command(flatten)]
        data: DataArgs,
    },
    /// Look through the data, or a backup, and name everything that is damaged; works while the hub runs.
    Verify {
        /// A backup to look through instead of the data.
        file: Option<PathBuf>,
        /// Where the data lives.
        #[command(flatten)]
        data: DataArgs,
    },
    /// Bring back what a backup holds into an empty data folder.
    Restore {
        /// The file.
        file: PathBuf,
        /// Where the data lives.
        #[command(flatten)]
        data: DataArgs,
    },
}

/// Where the data lives.
#[derive(Clone, Debug, Args)]
pub struct DataArgs {
    /// The data folder; made when it does not exist.
    #[arg(
        long,
        env = "MULTAQA_DATA",
        default_value = "multaqa-data",
        value_name = "FOLDER"
    )]
    pub data: PathBuf,
}

/// Which hub, and what its links begin with.
#[derive(Clone, Debug, Args)]
pub struct HubArgs {
    /// Where the data lives and where people find it.
    #[command(flatten)]
    pub data: DataArgs,
    /// The address people open, for example `https://hub.example.ma`; links begin with it.
    #[arg(long, env = "MULTAQA_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<PublicUrl>,
    /// Where the hub listens; links begin with it when there is no public address.
    #[arg(
        long,
        env = "MULTAQA_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS:PORT"
    )]
    pub listen: SocketAddr,
}

/// What `admin-link` needs.
#[derive(Clone, Debug, Args)]
pub struct LinkArgs {
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArgs,
    /// Write the administrator's link to this file, which only its owner can read, instead of printing it: what is
    /// printed may end in a log that others read.
    #[arg(long, env = "MULTAQA_ADMIN_LINK_FILE", value_name = "FILE")]
    pub admin_link_file: Option<PathBuf>,
}

/// What `recovery-link` needs.
#[derive(Clone, Debug, Args)]
pub struct RecoveryArgs {
    /// The e-mail address of the account.
    pub email: String,
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArgs,
    /// Write the link to this file, which only its owner can read, instead of printing it.
    #[arg(long, env = "MULTAQA_RECOVERY_LINK_FILE", value_name = "FILE")]
    pub recovery_link_file: Option<PathBuf>,
}

/// What `serve` needs.
#[derive(Clone, Debug, Args)]
pub struct ServeArgs {
    /// Where the data lives and where people find it.
    #[command(flatten)]
    pub link: LinkArgs,
    /// On an empty data folder: one person of each role, with a sign-in link for each.
    #[arg(long, env = "MULTAQA_DEMO")]
    pub demo: bool,
    /// The folder of the built app; a release binary carries one.
    #[arg(long, env = "MULTAQA_SITE", value_name = "FOLDER")]
    pub site: Option<PathBuf>,
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed, separated by commas.
    #[arg(
        long,
        env = "MULTAQA_TRUSTED_PROXY",
        value_delimiter = ',',
        value_name = "ADDRESS"
    )]
    pub trusted_proxy: Vec<IpAddr>,
    /// The most connections held open at a time; more are answered "unavailable".
    #[arg(
        long,
        env = "MULTAQA_MAX_CONNECTIONS",
        default_value_t = 900,
        value_name = "NUMBER"
    )]
    pub max_connections: usize,
    /// Whom people without a focal point ask for an invitation: an e-mail address, or an `https` address of a page.
    #[arg(long, env = "MULTAQA_CONTACT", value_name = "ADDRESS")]
    pub contact: Option<Contact>,
    /// How much of the database is kept in memory, in MiB.
    #[arg(
        long,
        env = "MULTAQA_CACHE_MB",
        default_value_t = 32,
        value_name = "MEGABYTES",
        value_parser = clap::value_parser!(u16).range(1..)
    )]
    pub cache_mb: u16,
}

/// An `http` or `https` address without a path, as links begin with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// The address of a listener that nobody stands in front of.
    #[must_use]
    pub fn of_listener(listen: SocketAddr) -> Self {
        // A listener on every address is not an address that a browser can open.
        let host = match listen.ip() {
            ip if !ip.is_unspecified() => listen.to_string(),
            IpAddr::V4(_) => format!("127.0.0.1:{}", listen.port()),
            IpAddr::V6(_) => format!("[::1]:{}", listen.port()),
        };
        Self(format!("http://{host}"))
    }

    /// The address as browsers write an origin, without a slash at its end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.0
    }

    /// Whether browsers reach the hub over TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
}

impl std::str::FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not an address like https://hub.example.ma");
        let (scheme, rest) = text.split_once("://").ok_or_else(wrong)?;
        let scheme = scheme.to_ascii_lowercase();
        let host = rest.strip_suffix('/').unwrap_or(rest).to_ascii_lowercase();
        let is_plain = !host.is_empty()
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'));
        if !is_plain || !matches!(scheme.as_str(), "http" | "https") {
            return Err(wrong());
        }
        // Browsers leave the usual port out of an origin.
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let host = host.strip_suffix(usual).unwrap_or(&host);
        Ok(Self(format!("{scheme}://{host}")))
    }
}

/// Where the network's coordination can be reached: an e-mail address, or the `https` address of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact(String);

impl std::str::FromStr for Contact {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is neither an e-mail address nor an address like https://network.example/contact"
            )
        };
        if text.contains("://") {
            let is_page = text.starts_with("https://") && limits::is_address(text);
            return is_page.then(|| Self(text.to_owned())).ok_or_else(wrong);
        }
        limits::clean_email("contact", text)
            .map(Self)
            .map_err(|_| wrong())
    }
}

impl std::fmt::Display for Contact {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    /// Flags that agree to something: once, and never by a variable that stays set.
    const CONSENTS: [&str; 1] = ["replace"];

    #[test]
    fn every_flag_has_its_variable() {
        let mut without = Vec::new();
        let root = Cli::command();
        for command in std::iter::once(&root).chain(root.get_subcommands()) {
            for flag in command.get_arguments() {
                let Some(long) = flag.get_long().filter(|long| !CONSENTS.contains(long)) else {
                    continue;
                };
                let expected = format!("MULTAQA_{}", long.to_uppercase().replace('-', "_"));
                if flag.get_env().map(|name| name.to_string_lossy().into_owned()) != Some(expected) {
                    without.push(format!("{} --{long}", command.get_name()));
                }
            }
        }
        assert_eq!(without, Vec::<String>::new());
    }

    #[test]
    fn the_readme_lists_the_options_of_serve_as_they_are() {
        let readme = include_str!("../../README.md");
        let readme = readme.replace("\\|", "/");
        let rows: Vec<_> = readme.lines().filter(|line| line.starts_with("| `--")).collect();
        let root = Cli::command();
        let serve = root.find_subcommand("serve").unwrap();
        let flags: Vec<_> = root
            .get_arguments()
            .chain(serve.get_arguments())
            .filter(|flag| flag.get_long().is_some())
            .collect();
        for flag in &flags {
            let start = format!("| `--{}", flag.get_long().unwrap());
            let row = rows
                .iter()
                .find(|row| {
                    row.strip_prefix(&start)
                        .is_some_and(|rest| rest.starts_with(['`', ' ']))
                })
                .unwrap_or_else(|| panic!("{start} is not in the README"));
            let variable = flag.get_env().unwrap().to_string_lossy();
            assert!(row.contains(&format!("`{variable}`")), "{row}");
            let default = flag.get_default_values().first();
            let default = default.map(|value| value.to_string_lossy().into_owned());
            let said = row.split('|').nth(3).unwrap().trim().trim_matches('`');
            if let Some(default) = default.filter(|default| default != "false") {
                assert_eq!(said, default, "{row}");
            }
        }
        assert_eq!(rows.len(), flags.len(), "the README lists an option that is none");
    }

    #[test]
    fn a_public_address_is_kept_as_browsers_write_an_origin() {
        let origin = |text: &str| text.parse::<PublicUrl>().map(|url| url.origin().to_owned());
        assert_eq!(
            origin("https://Hub.Example.ma/").unwrap(),
            "https://hub.example.ma"
        );
        assert_eq!(
            origin("https://hub.example.ma:443").unwrap(),
            "https://hub.example.ma"
        );
        assert_eq!(origin("http://127.0.0.1:8340").unwrap(), "http://127.0.0.1:8340");
        for wrong in [
            "hub.example.ma",
            "ftp://hub.ma",
            "https://",
            "https://hub.ma/path",
            "https://a b",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_contact_is_an_email_address_or_a_page() {
        for (typed, kept) in [
            ("Coordination@Network.example", "coordination@network.example"),
            (
                "https://network.example/contact",
                "https://network.example/contact",
            ),
        ] {
            assert_eq!(typed.parse::<Contact>().unwrap().to_string(), kept);
        }
        for wrong in [
            "",
            "coordination",
            "http://network.example",
            "javascript:alert(1)",
            "https://user@network.example",
            "+212 500 00 00 00",
        ] {
            assert!(wrong.parse::<Contact>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn links_never_begin_with_the_address_of_no_machine() {
        let url = |listen: &str| {
            PublicUrl::of_listener(listen.parse().unwrap())
                .origin()
                .to_owned()
        };
        assert_eq!(url("0.0.0.0:80"), "http://127.0.0.1:80");
        assert_eq!(url("[::]:8080"), "http://[::1]:8080");
        assert_eq!(url("192.168.1.4:8080"), "http://192.168.1.4:8080");
    }
}
