//! What the machine must have, and how to get what it lacks.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::place::{Place, find_program};
use crate::process;

/// A program the steps call, and Debian's package that brings it.
struct Tool {
    /// Any of these will do; now and then a file that a program reads.
    programs: &'static [&'static str],
    package: &'static str,
    purpose: &'static str,
}

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

const TOOLS: &[Tool] = &[
    Tool {
        programs: CHROMIUM,
        package: "chromium",
        purpose: "browser tests",
    },
    Tool {
        programs: &["postgres"],
        package: "postgresql",
        purpose: "tests on PostgreSQL",
    },
    Tool {
        programs: &["node"],
        package: "nodejs",
        purpose: "JavaScript and browser tests",
    },
    Tool {
        programs: &["npm"],
        package: "npm",
        purpose: "the browser tests' own tools",
    },
    Tool {
        programs: &["c++"],
        package: "g++",
        purpose: "the fuzzing engine",
    },
    Tool {
        programs: &["pdftotext"],
        package: "poppler-utils",
        purpose: "reading certificates back",
    },
    Tool {
        programs: &["zbarimg"],
        package: "zbar-tools",
        purpose: "reading the QR codes of certificates",
    },
    Tool {
        programs: FIREFOX,
        package: "firefox-esr",
        purpose: "browser tests in Firefox",
    },
    Tool {
        programs: &["WebKitWebDriver"],
        package: "webkit2gtk-driver",
        purpose: "browser tests in WebKit",
    },
    Tool {
        programs: &["WebKit2-4.1.typelib"],
        package: "gir1.2-webkit2-4.1",
        purpose: "browser tests in WebKit",
    },
    Tool {
        programs: &["gi/__init__.py"],
        package: "python3-gi",
        purpose: "browser tests in WebKit",
    },
    Tool {
        programs: &["Xvfb"],
        package: "xvfb",
        purpose: "browser tests in WebKit",
    },
    Tool {
        programs: &["ip"],
        package: "iproute2",
        purpose: "browser tests over a line that loses packets",
    },
];

const BENCH_TOOLS: &[Tool] = &[
    Tool {
        programs: &["postgres"],
        package: "postgresql",
        purpose: "commits on PostgreSQL",
    },
    Tool {
        programs: &["wrk"],
        package: "wrk",
        purpose: "the load",
    },
    Tool {
        programs: &["nginx"],
        package: "nginx-light",
        purpose: "files to compare with",
    },
    Tool {
        programs: &["unzip"],
        package: "unzip",
        purpose: "unpacking to compare with",
    },
];

/// Installs what the checks miss where that is allowed; else says exactly what to install.
pub(crate) fn ensure_installed(place: &Place) -> Result<()> {
    ensure_programs(place, TOOLS)?;
    ensure_node_modules(place)
}

/// The same for the benches.
pub(crate) fn ensure_installed_for_bench(place: &Place) -> Result<()> {
    ensure_programs(place, BENCH_TOOLS)
}

fn ensure_programs(place: &Place, tools: &[Tool]) -> Result<()> {
    let missing: Vec<&Tool> = tools.iter().filter(|tool| find(tool).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(place, &missing)
}

fn install(place: &Place, missing: &[&Tool]) -> Result<()> {
    let packages: Vec<&str> = missing.iter().map(|tool| tool.package).collect();
    let wanted: Vec<String> = missing
        .iter()
        .map(|tool| format!("{} (for {})", tool.package, tool.purpose))
        .collect();
    let by_hand = format!("sudo apt-get install {}", packages.join(" "));
    if !is_root() || find_program(&["apt-get"], &[]).is_none() {
        bail!(
            "this machine lacks {}. Install them, on Debian with: {by_hand}",
            wanted.join(", ")
        );
    }
    println!("  installing {}", packages.join(" "));
    let log = place.log("apt");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command, &log)
    };
    apt(&["update"])?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(&packages);
    ensure!(
        apt(&arguments)?.success(),
        "the packages {} could not be installed (see {}). Install them by hand: {by_hand}",
        packages.join(" "),
        log.display()
    );
    let still: Vec<&str> = missing
        .iter()
        .filter(|tool| find(tool).is_none())
        .map(|tool| tool.package)
        .collect();
    ensure!(
        still.is_empty(),
        "{} installed, but no program of it was found in PATH",
        still.join(", ")
    );
    Ok(())
}

/// Playwright and its companions, as the lock file pins them.
pub(crate) fn ensure_node_modules(place: &Place) -> Result<()> {
    let e2e = place.e2e();
    let lock = std::fs::read(e2e.join("package-lock.json"))
        .context("cannot read e2e/package-lock.json")?;
    // npm's own note of what it installed may look fresh although the lock file changed since.
    let stamp = e2e.join("node_modules").join(".installed-from");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("  installing the browser tests' packages");
    let log = place.log("npm");
    let status = process::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(&e2e),
        &log,
    )?;
    ensure!(
        status.success(),
        "npm could not install the packages of e2e/ (see {}). Is the npm registry reachable?",
        log.display()
    );
    std::fs::write(stamp, lock)?;
    Ok(())
}

pub(crate) fn chromium() -> Result<PathBuf> {
    find_program(CHROMIUM, &[])
        .context("no Chromium found. Install it, on Debian with: sudo apt-get install chromium")
}

pub(crate) fn firefox() -> Result<PathBuf> {
    find_program(FIREFOX, &[])
        .context("no Firefox found. Install it, on Debian with: sudo apt-get install firefox-esr")
}

/// A program of PostgreSQL's server; Debian keeps them out of PATH.
pub(crate) fn postgres_program(name: &str) -> Result<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|e| e.path().join("bin")).collect())
        .unwrap_or_default();
    versions.sort();
    versions.reverse();
    find_program(&[name], &versions).with_context(|| {
        format!(
            "PostgreSQL's {name} was not found. \
             Install it, on Debian with: sudo apt-get install postgresql"
        )
    })
}

fn find(tool: &Tool) -> Option<PathBuf> {
    match tool.programs {
        ["postgres"] => postgres_program("postgres").ok(),
        programs => find_program(programs, &beyond_path()),
    }
}

/// Debian keeps servers out of the PATH of people who are not root, and libraries out of everybody's.
fn beyond_path() -> Vec<PathBuf> {
    let mut folders = vec![
        PathBuf::from("/usr/sbin"),
        PathBuf::from("/usr/lib/python3/dist-packages"),
    ];
    // One folder for each architecture.
    if let Ok(entries) = std::fs::read_dir("/usr/lib") {
        folders.extend(
            entries
                .flatten()
                .map(|entry| entry.path().join("girepository-1.0")),
        );
    }
    folders
}

pub(crate) fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
