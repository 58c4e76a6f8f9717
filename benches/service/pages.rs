//! The pages a learner sees most, with 20 courses: dashboard and course.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use anyhow::{Result, ensure};

use crate::load::{self, CONNECTIONS};
use crate::report::{Bound, Figure};
use crate::seed::Seeded;
use crate::server::Server;

pub(super) fn measure(seeded: &Seeded, server: &Server) -> Result<Vec<Figure>> {
    let bare = load::run(
        &format!("{}/healthz", server.site()),
        CONNECTIONS,
        &["fetch"],
    )?;
    let course = format!("/courses/{}", seeded.course);
    [
        ("Dashboard", "/my/courses", "Course 19"),
        ("Course page", course.as_str(), "Module 4"),
    ]
    .into_iter()
    .map(|(what, path, holds)| {
        let cookie = format!("clikc={}", seeded.session);
        let page = get(server, path, &cookie)?;
        ensure!(page.contains(holds), "{path} does not show {holds}: {page}");
        let url = format!("{}{path}", server.site());
        let (load, cost) = load::run_on(server, &url, CONNECTIONS, &["fetch", &cookie])?;
        let rate = load.per_second();
        Ok(Figure {
            what: format!("{what}, 20 courses"),
            measured: format!(
                "{rate:.0}/s, p99 {:.0} ms, {cost:.2} ms of processor time each",
                load.p99_ms
            ),
            bound: Bound::at_least("2000/s", rate >= 2_000.0),
            ratio: format!(
                "{:.0} % of an empty answer ({:.0}/s)",
                rate / bare.per_second() * 100.0,
                bare.per_second()
            ),
        })
    })
    .collect()
}

pub(super) fn get(server: &Server, path: &str, cookie: &str) -> Result<String> {
    let site = server.site();
    let host = site.strip_prefix("http://").unwrap_or(&site);
    let mut stream = TcpStream::connect(host)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
