//! Child processes: every one is started in a group of its own, noted, and stopped by its own
//! number, whether the run ends well, badly or by Ctrl-C.

use std::collections::BTreeSet;
use std::fs::File;
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// The leaders of the process groups that run now.
static RUNNING: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

fn running() -> MutexGuard<'static, BTreeSet<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A child that cannot outlive this value.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    ended: bool,
}

impl Process {
    /// Starts the command with both outputs appended to `log`.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Result<Self> {
        let output = File::options()
            .create(true)
            .append(true)
            .open(log)
            .with_context(|| format!("cannot write {}", log.display()))?;
        command
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .process_group(0);
        // The lock is held over the start so that an interrupt cannot fall between the birth of
        // a child and its entry in the list.
        let mut list = running();
        refuse_when_interrupted()?;
        let child = command
            .spawn()
            .with_context(|| format!("cannot start {}", command.get_program().display()))?;
        list.insert(child.id());
        Ok(Self {
            child,
            ended: false,
        })
    }

    pub(crate) fn wait(&mut self) -> Result<ExitStatus> {
        let status = self.child.wait()?;
        self.forget();
        refuse_when_interrupted()?;
        Ok(status)
    }

    /// Whether the child has ended by itself.
    pub(crate) fn has_ended(&mut self) -> Result<bool> {
        let ended = self.child.try_wait()?.is_some();
        if ended {
            self.forget();
        }
        Ok(ended)
    }

    fn forget(&mut self) {
        self.ended = true;
        running().remove(&self.child.id());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.ended {
            return;
        }
        // SIGINT is PostgreSQL's quick and orderly end; the others end by it too.
        signal_group("INT", self.child.id());
        for _ in 0..100 {
            if !matches!(self.child.try_wait(), Ok(None)) {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        signal_group("KILL", self.child.id());
        let _ = self.child.wait();
        self.forget();
    }
}

/// Runs the command to its end, its output in `log`.
pub(crate) fn run(command: &mut Command, log: &Path) -> Result<ExitStatus> {
    Process::start(command, log)?.wait()
}

/// Returns once a server that was just started is `ready`.
pub(crate) fn wait_until(server: &mut Process, log: &Path, ready: impl Fn() -> bool) -> Result<()> {
    for _ in 0..600 {
        if ready() {
            return Ok(());
        }
        if server.has_ended()? {
            break;
        }
        refuse_when_interrupted()?;
        thread::sleep(Duration::from_millis(50));
    }
    bail!("a server did not start; see {}", log.display())
}

pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// At Ctrl-C the children get the signal; whoever waits for one then hears of the interrupt and
/// unwinds, so that the servers and their folders go the usual way.
pub(crate) fn stop_everything_on_interrupt() -> Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::spawn(move || {
        for _ in signals.forever() {
            INTERRUPTED.store(true, Ordering::SeqCst);
            for &leader in running().iter() {
                signal_group("INT", leader);
            }
        }
    });
    Ok(())
}

pub(crate) fn refuse_when_interrupted() -> Result<()> {
    ensure!(!INTERRUPTED.load(Ordering::SeqCst), "interrupted");
    Ok(())
}

fn signal_group(signal: &str, leader: u32) {
    let _ = Command::new("sh")
        .args([
            "-c",
            "kill -s \"$0\" -- \"-$1\"",
            signal,
            &leader.to_string(),
        ])
        .stderr(Stdio::null())
        .status();
}
