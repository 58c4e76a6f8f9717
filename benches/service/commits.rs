//! Full commits, each durable before its answer: 64 players at once against one alone. Afterwards
//! the service is killed, and what it had acknowledged must stand in the database.

use std::collections::HashMap;
use std::fmt::Write as _;

use anyhow::{Result, ensure};
use clikc::args;
use clikc::auth::hash_token;
use clikc::db::Db;

use crate::load::{self, CONNECTIONS, Load};
use crate::report::{Bound, Figure};
use crate::seed::{ATTEMPTS, Seeded, block_on};
use crate::server::Server;

/// Journal entries of one commit of `load.lua`.
const ENTRIES: i64 = 5;

pub(super) fn measure(
    database: &str,
    wanted: f64,
    seeded: &Seeded,
    server: Server,
) -> Result<Vec<Figure>> {
    let before = acknowledged(seeded)?;
    let (alone, _) = run(seeded, &server, 1)?;
    let (together, cost) = run(seeded, &server, CONNECTIONS)?;
    let memory = server.resident_mb()?;
    server.kill()?;
    let gained = sum(&acknowledged(seeded)?) - sum(&before);
    let answered = alone.answered + together.answered;
    ensure!(
        gained >= ENTRIES * i64::try_from(answered)?,
        "{answered} commits were acknowledged, but the database holds {gained} entries only"
    );
    let (rate, reference) = (together.per_second(), alone.per_second());
    Ok(vec![
        Figure {
            what: format!(
                "Full commits, {database}, {CONNECTIONS} connections, {ATTEMPTS} attempts"
            ),
            measured: format!("{rate:.0}/s, {cost:.2} ms of processor time each"),
            bound: Bound::at_least(&format!("{wanted:.0}/s"), rate >= wanted),
            ratio: format!(
                "{:.1} × one connection ({reference:.0}/s)",
                rate / reference
            ),
        },
        Figure {
            what: format!("Their answers, {database}"),
            measured: format!(
                "p50 {:.1} ms, p99 {:.1} ms",
                together.p50_ms, together.p99_ms
            ),
            bound: Bound::at_most("p99 50 ms", together.p99_ms <= 50.0),
            ratio: format!(
                "p50 {:.1} × one connection ({:.1} ms)",
                together.p50_ms / alone.p50_ms,
                alone.p50_ms
            ),
        },
        Figure {
            what: format!("Memory with {ATTEMPTS} open attempts, {database}"),
            measured: format!("{memory:.0} MB"),
            bound: Bound::at_most("80 MB", memory <= 80.0),
            ratio: format!("{:.0} % of the limit", memory / 80.0 * 100.0),
        },
    ])
}

fn run(seeded: &Seeded, server: &Server, connections: u32) -> Result<(Load, f64)> {
    let known = acknowledged(seeded)?;
    let mut lines = String::new();
    for token in &seeded.tokens {
        if let Some((epoch, acked)) = known.get(&hash_token(token)) {
            writeln!(lines, "{token} {epoch} {acked}")?;
        }
    }
    let file = seeded.folder.join("attempts");
    std::fs::write(&file, lines)?;
    let threads = load::threads(connections).to_string();
    let arguments = ["commit", &file.display().to_string(), &threads];
    load::run_on(server, &server.content(), connections, &arguments)
}

/// Epoch and last acknowledged number of each attempt, as the database has them, by the capability's hash.
fn acknowledged(seeded: &Seeded) -> Result<HashMap<String, (i64, i64)>> {
    block_on(async {
        let db = Db::connect(&seeded.database_url).await?;
        let rows: Vec<(String, i64, i64)> = db
            .all(
                "SELECT l.token_hash, a.epoch, a.acked FROM launches l JOIN attempts a ON a.id = l.attempt_id",
                args![],
            )
            .await?;
        db.close().await;
        let by_hash = |(hash, epoch, acked)| (hash, (epoch, acked));
        Ok(rows.into_iter().map(by_hash).collect())
    })
}

fn sum(attempts: &HashMap<String, (i64, i64)>) -> i64 {
    attempts.values().map(|(_, acked)| acked).sum()
}
