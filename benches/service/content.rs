//! A file of a package, against nginx serving the same bytes from a folder. Runs alternate, so that
//! whatever else the machine does meets both alike.

use anyhow::{Result, ensure};

use crate::SECONDS;
use crate::load::{self, CONNECTIONS};
use crate::nginx::Nginx;
use crate::report::{Bound, Figure};
use crate::seed::{FILE, Seeded};
use crate::server::{Server, median};

const ROUNDS: usize = 3;

pub(super) fn measure(seeded: &Seeded, server: &Server) -> Result<Figure> {
    let nginx = Nginx::start(&seeded.folder, &seeded.file)?;
    let token = seeded.tokens.first().map_or("", String::as_str);
    let ours = format!("{}/play/{token}/c/{FILE}", server.content());
    let (mut rates, mut references) = (Vec::new(), Vec::new());
    let (mut ratios, mut costs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let reference = rate(nginx.url(), seeded.file.len())?;
        let before = server.processor_seconds()?;
        let rate = rate(&ours, seeded.file.len())?;
        let used = server.processor_seconds()? - before;
        costs.push(used * 1e6 / (rate * f64::from(SECONDS)));
        ratios.push(rate / reference);
        rates.push(rate);
        references.push(reference);
    }
    let ratio = median(&mut ratios);
    Ok(Figure {
        what: format!("A package file of {} KB", seeded.file.len() / 1024),
        measured: format!(
            "{:.0}/s, {:.0} µs of processor time each",
            median(&mut rates),
            median(&mut costs)
        ),
        bound: Bound::at_least("60 % of nginx", ratio >= 0.6),
        ratio: format!(
            "{:.0} % of nginx ({:.0}/s)",
            ratio * 100.0,
            median(&mut references)
        ),
    })
}

fn rate(url: &str, bytes: usize) -> Result<f64> {
    let load = load::run(url, CONNECTIONS, &["fetch"])?;
    ensure!(
        load.bytes_each() > bytes as f64 * 0.999,
        "{url} does not answer with the whole file"
    );
    Ok(load.per_second())
}
