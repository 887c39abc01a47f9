//! Finding a compiler for wasm, so that nobody has to read how to install one.
//!
//! In this order: the target of the active toolchain is installed; rustup can add it; Debian's packages of the
//! compiler and of the standard library's source can be used, building the standard library along the way;
//! otherwise one message says what to install.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::{apt, process, say, workspace};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// rustup fetches about 20 MB; where its server cannot be reached it retries for minutes.
const RUSTUP_LIMIT: Duration = Duration::from_secs(120);

const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/Cargo.lock";

/// A compiler that can make wasm.
#[derive(Debug)]
pub(crate) enum WasmToolchain {
    /// The toolchain that runs this tool has the target.
    Active,
    /// Debian's compiler, with the standard library built from source.
    Debian {
        /// The program that links wasm.
        linker: PathBuf,
    },
}

/// How small the app can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Small {
    /// The standard library is compiled for size as well.
    WithStd,
    /// The standard library is used as it was shipped.
    WithoutStd,
}

impl Small {
    /// Arguments for cargo, beside [`WasmToolchain::build_arguments`] and behind the subcommand as those are: cargo
    /// forgets the `-Z` before a subcommand when there is one behind it.
    pub(crate) fn arguments(self, toolchain: &WasmToolchain) -> &'static [&'static str] {
        const FOR_SIZE: [&str; 4] = [
            "-Z",
            "build-std-features=optimize_for_size",
            "-Z",
            "build-std=std,panic_abort",
        ];
        match (self, toolchain) {
            (Self::WithStd, WasmToolchain::Active) => &FOR_SIZE,
            (Self::WithStd, WasmToolchain::Debian { .. }) => FOR_SIZE.split_at(2).0,
            (Self::WithoutStd, _) => &[],
        }
    }

    /// Flags for the compiler.
    pub(crate) fn flags(self) -> &'static [&'static str] {
        match self {
            Self::WithStd => &["-Zunstable-options", "-Cpanic=immediate-abort"],
            Self::WithoutStd => &[],
        }
    }
}

impl WasmToolchain {
    /// Finds a toolchain, installing what is missing where that is possible.
    pub(crate) fn find() -> Result<Self> {
        match env::var("MULTAQA_WASM_TOOLCHAIN").as_deref() {
            Ok("rustup") => rustup(),
            Ok("debian") => debian(),
            Ok("") | Err(_) => rustup().or_else(|from_rustup| {
                say::detail(&format!("{from_rustup:#}"));
                say::detail("trying Debian's compiler instead");
                debian().map_err(|from_debian| anyhow::anyhow!("{}", advice(&from_rustup, &from_debian)))
            }),
            Ok(other) => bail!("MULTAQA_WASM_TOOLCHAIN is `{other}`; it can be `rustup` or `debian`"),
        }
    }

    /// Cargo of this toolchain, ready for a subcommand and [`Self::build_arguments`].
    pub(crate) fn cargo(&self) -> Command {
        match self {
            Self::Active => process::cargo(),
            Self::Debian { linker } => {
                let mut command = Command::new(DEBIAN_CARGO);
                command
                    .current_dir(workspace::root())
                    .env("RUSTC", DEBIAN_RUSTC)
                    // Building the standard library is not a stable feature of cargo yet.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env("CARGO_TARGET_DIR", workspace::target().join("debian"))
                    // Cargo sets these for its own toolchain when it runs this tool.
                    .env_remove("CARGO")
                    .env_remove("LD_LIBRARY_PATH")
                    .env_remove("RUSTC_WRAPPER");
                command
            }
        }
    }

    /// Cargo for an app as small as it gets: the standard library is compiled with the app, for size, and a panic
    /// ends the program without words. That takes the library's source, and parts of cargo and the compiler that
    /// are not stable yet; where the source cannot be had, it is [`Self::cargo`] and the app becomes larger.
    pub(crate) fn cargo_for_size(&self) -> (Command, Small) {
        let small = match self {
            Self::Debian { .. } => Small::WithStd,
            Self::Active => std_source(),
        };
        let mut cargo = self.cargo();
        if small == Small::WithStd {
            cargo.env("RUSTC_BOOTSTRAP", "1");
            if matches!(self, Self::Active) {
                // What is compiled with unstable parts allowed must not mix with what is not.
                cargo.env("CARGO_TARGET_DIR", small_folder());
            }
        }
        (cargo, small)
    }

    /// What a build for wasm needs on cargo's command line.
    pub(crate) fn build_arguments(&self) -> Vec<&'static str> {
        match self {
            Self::Active => vec!["--target", TARGET],
            Self::Debian { .. } => vec!["--target", TARGET, "-Z", "build-std=std,panic_abort"],
        }
    }

    /// Where cargo puts the results of a profile's folder (`debug` for the profile `dev`).
    pub(crate) fn results(&self, profile_folder: &str) -> PathBuf {
        let target = match self {
            Self::Active => workspace::target(),
            Self::Debian { .. } => workspace::target().join("debian"),
        };
        target.join(TARGET).join(profile_folder)
    }

    /// The same for a build of [`Self::cargo_for_size`].
    pub(crate) fn small_results(&self, small: Small, profile_folder: &str) -> PathBuf {
        match (self, small) {
            (Self::Active, Small::WithStd) => small_folder().join(TARGET).join(profile_folder),
            _ => self.results(profile_folder),
        }
    }

    /// Name and version of the compiler.
    pub(crate) fn describe(&self) -> String {
        let rustc = match self {
            Self::Active => active_rustc(),
            Self::Debian { .. } => PathBuf::from(DEBIAN_RUSTC),
        };
        let version = process::answer(Command::new(rustc).env_remove("LD_LIBRARY_PATH").arg("--version"));
        let origin = match self {
            Self::Active => "the active toolchain",
            Self::Debian { .. } => "Debian's packages, with the standard library from source",
        };
        format!(
            "{} from {origin}",
            version.unwrap_or_else(|| "a compiler".to_owned())
        )
    }
}

fn small_folder() -> PathBuf {
    workspace::target().join("small")
}

/// Has rustup fetch the source of the standard library, unless it is there.
fn std_source() -> Small {
    let is_there = || {
        process::answer(Command::new(active_rustc()).args(["--print", "sysroot"])).is_some_and(|sysroot| {
            Path::new(&sysroot)
                .join("lib/rustlib/src/rust/library/Cargo.lock")
                .is_file()
        })
    };
    if is_there() {
        return Small::WithStd;
    }
    if process::find("rustup").is_some() {
        say::detail(&format!(
            "rustup component add rust-src (about 3 MB, at most {} s)",
            RUSTUP_LIMIT.as_secs()
        ));
        let mut rustup = Command::new("rustup");
        rustup.args(["component", "add", "rust-src"]);
        if process::run_within(&mut rustup, RUSTUP_LIMIT).is_ok() && is_there() {
            return Small::WithStd;
        }
    }
    say::detail("the source of the standard library is not there: the app works, but is somewhat larger");
    Small::WithoutStd
}

fn active_rustc() -> PathBuf {
    env::var_os("RUSTC").map_or_else(|| PathBuf::from("rustc"), PathBuf::from)
}

fn rustup() -> Result<WasmToolchain> {
    if target_is_installed() {
        return Ok(WasmToolchain::Active);
    }
    if process::find("rustup").is_none() {
        bail!("the compiler has no target {TARGET}, and there is no rustup to add it");
    }
    say::detail(&format!(
        "rustup target add {TARGET} (about 20 MB, at most {} s)",
        RUSTUP_LIMIT.as_secs()
    ));
    process::run_within(
        Command::new("rustup").args(["target", "add", TARGET]),
        RUSTUP_LIMIT,
    )?;
    if !target_is_installed() {
        bail!("rustup added {TARGET} to another toolchain than the active one");
    }
    Ok(WasmToolchain::Active)
}

/// Whether the standard library for wasm lies beside the active compiler; asks the compiler, so that it also
/// holds where Rust did not come from rustup.
fn target_is_installed() -> bool {
    let mut question = Command::new(active_rustc());
    question.args(["--print", "target-libdir", "--target", TARGET]);
    process::answer(&mut question)
        .and_then(|folder| std::fs::read_dir(folder).ok())
        .is_some_and(|entries| {
            entries
                .flatten()
                .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
        })
}

fn debian() -> Result<WasmToolchain> {
    let there = |path: &str| Path::new(path).exists();
    if ![DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_SOURCE].into_iter().all(there) {
        say::detail("installing Debian's Rust compiler and the source of its standard library");
        if let Err(obstacle) = apt::install(&DEBIAN_PACKAGES) {
            bail!(
                "{} could not be installed: {obstacle}",
                DEBIAN_PACKAGES.join(", ")
            );
        }
    }
    if let Some(linker) = wasm_linker() {
        return Ok(WasmToolchain::Debian { linker });
    }
    if let Err(obstacle) = apt::install(&["lld-19"]) {
        bail!("there is no program that links wasm, and lld-19 could not be installed: {obstacle}");
    }
    match wasm_linker() {
        Some(linker) => Ok(WasmToolchain::Debian { linker }),
        None => bail!("lld-19 is installed but brought no wasm-ld-19"),
    }
}

fn wasm_linker() -> Option<PathBuf> {
    // The linker must be about as new as the compiler's LLVM; Debian's unversioned one is older.
    ["wasm-ld-21", "wasm-ld-20", "wasm-ld-19"]
        .into_iter()
        .find_map(process::find)
        .or_else(|| {
            let sysroot = process::answer(Command::new(active_rustc()).args(["--print", "sysroot"]))?;
            let host = process::answer(Command::new(active_rustc()).args(["--print", "host-tuple"]))?;
            let bundled = Path::new(&sysroot)
                .join("lib/rustlib")
                .join(host)
                .join("bin")
                .join(workspace::executable("rust-lld"));
            bundled.is_file().then_some(bundled)
        })
}

fn advice(from_rustup: &anyhow::Error, from_debian: &anyhow::Error) -> String {
    format!(
        "no compiler for wasm was found, and none could be installed.\n\
         - {from_rustup:#}\n\
         - {from_debian:#}\n\
         Do one of these, then run the same command again:\n\
         - with rustup and a network:   rustup target add {TARGET}\n\
         - on Debian or Ubuntu, as root: apt-get update && apt-get install --no-install-recommends {} lld-19",
        DEBIAN_PACKAGES.join(" ")
    )
}
