//! The service as operators run it, in a process of its own.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::report::{Bound, Figure};
use crate::seed::Seeded;

#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    port: u16,
}

impl Server {
    pub(super) fn start(seeded: &Seeded) -> Result<Self> {
        let port = free_port()?;
        let log = fs::File::create(seeded.folder.join("log"))?;
        // Another build can be measured with the same load.
        let binary = std::env::var("CLIKC_BENCH_BINARY")
            .unwrap_or_else(|_| env!("CARGO_BIN_EXE_clikc").to_owned());
        let child = Command::new(binary)
            .arg("serve")
            .env("CLIKC_LISTEN", format!("127.0.0.1:{port}"))
            .env("CLIKC_SITE_URL", format!("http://localhost:{port}"))
            .env("CLIKC_CONTENT_URL", format!("http://127.0.0.1:{port}"))
            .env("CLIKC_DATA_DIR", &seeded.folder)
            .env("CLIKC_DATABASE_URL", &seeded.database_url)
            .env_remove("CLIKC_DEMO")
            .env_remove("RUST_LOG")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .context("cannot start the service")?;
        let mut server = Self { child, port };
        server.wait_for_a_page()?;
        Ok(server)
    }

    pub(super) fn site(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    pub(super) fn content(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait_for_a_page(&mut self) -> Result<()> {
        for _ in 0..10_000 {
            if answers(self.port).unwrap_or(false) {
                return Ok(());
            }
            if self.child.try_wait()?.is_some() {
                break;
            }
            thread::sleep(Duration::from_millis(1));
        }
        bail!("the service does not start")
    }

    /// Megabytes of memory in use now.
    pub(super) fn resident_mb(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kilobytes: f64 = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|rest| rest.split_whitespace().next())
            .context("no VmRSS in /proc")?
            .parse()?;
        Ok(kilobytes / 1000.0)
    }

    /// Seconds of processor time it has used so far.
    pub(super) fn processor_seconds(&self) -> Result<f64> {
        /// What Linux counts in (`sysconf(_SC_CLK_TCK)`).
        const TICKS_A_SECOND: f64 = 100.0;
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let (_, fields) = stat.rsplit_once(')').context("no name in /proc")?;
        // The 14th and 15th field, of which the first two stand before the name's end.
        let ticks = fields
            .split_whitespace()
            .skip(11)
            .take(2)
            .map(str::parse::<f64>)
            .sum::<Result<f64, _>>()?;
        Ok(ticks / TICKS_A_SECOND)
    }

    /// Ends it as a power cut would, without a chance to write anything more.
    pub(super) fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn answers(port: u16) -> Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(
        format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n").as_bytes(),
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer.starts_with("HTTP/1.1 200"))
}

pub(super) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch, no logic")]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// From the start of the process to the first page, with the seeded database.
pub(super) fn start_up(seeded: &Seeded) -> Result<Figure> {
    let mut seconds = Vec::new();
    for _ in 0..5 {
        let started = now();
        let server = Server::start(seeded)?;
        seconds.push(started.elapsed().as_secs_f64());
        server.kill()?;
    }
    let median = median(&mut seconds);
    Ok(Figure {
        what: "Start to first page".to_owned(),
        measured: format!("{median:.3} s"),
        bound: Bound::at_most("0.3 s", median <= 0.3),
        ratio: format!("{:.0} % of the limit", median / 0.3 * 100.0),
    })
}

pub(super) fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
