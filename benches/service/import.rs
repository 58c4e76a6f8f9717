//! The import of a large package, against unpacking the same zip and hashing its files.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use packages::testing::write_large_package;
use packages::{Limits, Store};

use crate::report::{Bound, Figure};
use crate::server::{median, now};

const FILES: u64 = 2_000;
const BYTES: u64 = 50_000_000;
const ROUNDS: usize = 5;

pub(super) fn measure(scratch: &Path) -> Result<Figure> {
    let folder = tempfile::tempdir_in(scratch)?;
    let zip = folder.path().join("large.zip");
    write_large_package(&zip, FILES, BYTES)?;
    let (mut imports, mut references, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let reference = unpack(&zip, &folder.path().join(format!("unpacked{round}")))?;
        let import = import(&zip, &folder.path().join(format!("store{round}")))?;
        ratios.push(import / reference);
        imports.push(import);
        references.push(reference);
    }
    let ratio = median(&mut ratios);
    Ok(Figure {
        what: "Import of a 50 MB zip with 2,000 files".to_owned(),
        measured: format!("{:.2} s", median(&mut imports)),
        bound: Bound::at_most("1.5 × unzip + sha256sum", ratio <= 1.5),
        ratio: format!(
            "{ratio:.2} × unzip + sha256sum ({:.2} s)",
            median(&mut references)
        ),
    })
}

/// Seconds to a version whose files are all in the store.
fn import(zip: &Path, to: &Path) -> Result<f64> {
    let store = Store::open(to)?;
    let started = now();
    packages::import(zip, &store, &Limits::default(), &mut |_| {})?;
    let took = started.elapsed().as_secs_f64();
    fs::remove_dir_all(to)?;
    Ok(took)
}

fn unpack(zip: &Path, to: &Path) -> Result<f64> {
    let started = now();
    let unzipped = Command::new("unzip")
        .arg("-q")
        .arg(zip)
        .arg("-d")
        .arg(to)
        .status()
        .context("cannot start unzip: is it installed?")?;
    let hashed = Command::new("find")
        .arg(to)
        .args(["-type", "f", "-exec", "sha256sum", "{}", "+"])
        .stdout(Stdio::null())
        .status()?;
    let took = started.elapsed().as_secs_f64();
    ensure!(
        unzipped.success() && hashed.success(),
        "the zip cannot be unpacked"
    );
    fs::remove_dir_all(to)?;
    Ok(took)
}
