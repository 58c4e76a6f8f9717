//! A PostgreSQL of our own: fresh, on a free port, gone when dropped. For tests it is fast because it
//! need not survive a power cut; a bench measures one that does.

use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::place::Place;
use crate::process::{self, Process, free_port, wait_until};
use crate::tools;

#[derive(Debug)]
pub(crate) struct Postgres {
    // Fields are dropped in this order: the server ends before its data goes.
    server: Process,
    _data: DataFolder,
    port: u16,
}

/// The account a server runs under when we are root, which PostgreSQL refuses to be.
#[derive(Debug, Clone, Copy)]
struct Account {
    uid: u32,
    gid: u32,
}

#[derive(Debug)]
struct DataFolder(PathBuf);

impl Drop for DataFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Whether a commit must survive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    Forgetful,
    /// As the server is delivered: a commit is on the disk before it is acknowledged.
    Full,
}

impl Durability {
    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Forgetful => &[
                "fsync=off",
                "full_page_writes=off",
                "synchronous_commit=off",
            ],
            Self::Full => &[],
        }
    }
}

impl Postgres {
    pub(crate) fn start(place: &Place, durability: Durability) -> Result<Self> {
        let account = if tools::is_root() {
            Some(unprivileged_account()?)
        } else {
            None
        };
        let log = place.log("postgresql");
        let _ = fs::remove_file(&log);
        let folder = data_folder(place, account)?;
        create_cluster(&folder.0, account, &log)?;
        let port = free_port()?;
        let mut command = as_account(tools::postgres_program("postgres")?, account);
        command
            .arg("-D")
            .arg(&folder.0)
            .args(["-p", &port.to_string()])
            .env("LC_ALL", "C")
            .current_dir(&folder.0);
        let common = [
            "listen_addresses=127.0.0.1",
            // A socket's path has a length limit that a deep clone would exceed.
            "unix_socket_directories=",
            "max_connections=300",
        ];
        for setting in common.iter().chain(durability.settings()) {
            command.args(["-c", setting]);
        }
        let mut server = Process::start(&mut command, &log)?;
        wait_until(&mut server, &log, || {
            fs::read_to_string(&log).is_ok_and(|text| text.contains("ready to accept connections"))
        })?;
        Ok(Self {
            server,
            _data: folder,
            port,
        })
    }

    pub(crate) fn url(&self) -> String {
        format!("postgres://clikc@127.0.0.1:{}/postgres", self.port)
    }
}

pub(crate) fn serve_until_interrupted() -> Result<bool> {
    let mut postgres = Postgres::start(&Place::find()?, Durability::Forgetful)?;
    println!("{}", postgres.url());
    postgres.server.wait()?;
    Ok(false)
}

fn create_cluster(folder: &Path, account: Option<Account>, log: &Path) -> Result<()> {
    let mut command = as_account(tools::postgres_program("initdb")?, account);
    command
        .arg("-D")
        .arg(folder)
        .args(["--username=clikc", "--auth=trust", "--encoding=UTF8"])
        .args(["--locale=C", "--no-sync"])
        .current_dir(folder);
    ensure!(
        process::run(&mut command, log)?.success(),
        "PostgreSQL could not create its files; see {}",
        log.display()
    );
    Ok(())
}

fn as_account(program: PathBuf, account: Option<Account>) -> Command {
    let mut command = Command::new(program);
    if let Some(Account { uid, gid }) = account {
        command.uid(uid).gid(gid);
    }
    command
}

/// In the build folder, unless the account cannot reach it (a clone below root's home).
fn data_folder(place: &Place, account: Option<Account>) -> Result<DataFolder> {
    let name = format!("postgresql-{}", std::process::id());
    for parent in [place.build.clone(), std::env::temp_dir()] {
        let folder = DataFolder(parent.join(&name));
        if folder.0.exists() {
            fs::remove_dir_all(&folder.0)?;
        }
        fs::create_dir(&folder.0)?;
        let Some(Account { uid, gid }) = account else {
            return Ok(folder);
        };
        chown(&folder.0, Some(uid), Some(gid))?;
        let reachable = as_account(PathBuf::from("ls"), account)
            .arg(&folder.0)
            .stderr(std::process::Stdio::null())
            .status()?;
        if reachable.success() {
            return Ok(folder);
        }
    }
    bail!("no folder that PostgreSQL's account may use")
}

fn unprivileged_account() -> Result<Account> {
    let accounts = fs::read_to_string("/etc/passwd").context("cannot read /etc/passwd")?;
    ["postgres", "nobody"]
        .iter()
        .find_map(|name| account_named(&accounts, name))
        .context("neither a postgres nor a nobody account exists to run PostgreSQL under")
}

fn account_named(passwd: &str, name: &str) -> Option<Account> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        if fields.next() != Some(name) {
            return None;
        }
        let uid = fields.nth(1)?.parse().ok()?;
        let gid = fields.next()?.parse().ok()?;
        Some(Account { uid, gid })
    })
}
