//! A ministry behind one address logs in, all its people at once, while somebody reads.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use clikc::auth::password;

use crate::pages::get;
use crate::report::{Bound, Figure};
use crate::seed::{PASSWORD, Seeded};
use crate::server::{Server, now};

const PEOPLE: usize = 300;
/// Pages of somebody inside, before the crowd comes.
const QUIET_PAGES: usize = 200;

pub(super) fn measure(seeded: &Seeded, server: &Server) -> Result<Vec<Figure>> {
    let cookie = format!("clikc={}", seeded.session);
    let mut quiet = Vec::new();
    for _ in 0..QUIET_PAGES {
        quiet.push(page(server, &cookie)?);
    }
    let hash = time_of_a_hash()?;
    let (inside, waiting) = (AtomicUsize::new(0), AtomicUsize::new(PEOPLE));
    let mut busy = Vec::new();
    let begun = now();
    let mut took = begun.elapsed();
    thread::scope(|scope| -> Result<()> {
        for number in 0..PEOPLE {
            let (inside, waiting) = (&inside, &waiting);
            scope.spawn(move || {
                let is_in = log_in(server, &format!("learner{number}")).unwrap_or(false);
                inside.fetch_add(usize::from(is_in), Ordering::SeqCst);
                waiting.fetch_sub(1, Ordering::SeqCst);
            });
        }
        while waiting.load(Ordering::SeqCst) > 0 {
            busy.push(page(server, &cookie)?);
        }
        took = begun.elapsed();
        Ok(())
    })?;
    let inside = inside.into_inner();
    let alone = hash * u32::try_from(PEOPLE)?;
    let (quiet, busy) = (ninety_ninth(&mut quiet)?, ninety_ninth(&mut busy)?);
    Ok(vec![
        Figure {
            what: format!("{PEOPLE} people behind one address log in at once"),
            measured: format!("{inside} inside after {:.1} s", took.as_secs_f64()),
            bound: Bound::at_most(
                "60 s, none refused",
                inside == PEOPLE && took <= Duration::from_mins(1),
            ),
            ratio: format!(
                "{:.1} × their hashes one after another ({:.1} s)",
                took.as_secs_f64() / alone.as_secs_f64(),
                alone.as_secs_f64()
            ),
        },
        Figure {
            what: "A dashboard meanwhile".to_owned(),
            measured: format!("p99 {:.0} ms", busy.as_secs_f64() * 1000.0),
            bound: Bound::at_most("p99 100 ms", busy <= Duration::from_millis(100)),
            ratio: format!(
                "{:.1} × before they came ({:.1} ms)",
                busy.as_secs_f64() / quiet.as_secs_f64(),
                quiet.as_secs_f64() * 1000.0
            ),
        },
    ])
}

/// What one log-in cannot do without.
fn time_of_a_hash() -> Result<Duration> {
    let begun = now();
    for salt in 0..10 {
        password::hash(PASSWORD, &[salt; 16])?;
    }
    Ok(begun.elapsed() / 10)
}

fn page(server: &Server, cookie: &str) -> Result<Duration> {
    let begun = now();
    let answer = get(server, "/my/courses", cookie)?;
    ensure!(answer.contains("Course 19"), "no dashboard: {answer}");
    Ok(begun.elapsed())
}

fn log_in(server: &Server, username: &str) -> Result<bool> {
    let form: String = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("username", username)
        .append_pair("password", PASSWORD)
        .finish();
    let site = server.site();
    let host = site.strip_prefix("http://").unwrap_or(&site);
    let mut stream = TcpStream::connect(host)?;
    write!(
        stream,
        "POST /login HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{form}",
        form.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    Ok(answer.starts_with("HTTP/1.1 303") && answer.contains("clikc="))
}

fn ninety_ninth(times: &mut [Duration]) -> Result<Duration> {
    times.sort_unstable();
    let at = times.len() * 99 / 100;
    times.get(at).copied().context("nothing was measured")
}
