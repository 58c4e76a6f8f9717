//! Imports a zip into a store and prints its report, to try a package or to measure an import:
//!
//! ```text
//! cargo run --release -p packages --features testing --example import -- make big.zip 2000 52428800
//! time cargo run --release -p packages --example import -- big.zip <store folder>
//! ```

use std::error::Error;
use std::io::Write;
use std::path::Path;

use packages::{Limits, Store, import, testing};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["make", zip, files, bytes] => {
            testing::write_large_package(Path::new(zip), files.parse()?, bytes.parse()?)?;
        }
        [zip, store] => report(Path::new(zip), &Store::open(*store)?)?,
        _ => return Err("usage: import <zip> <store> | make <zip> <files> <bytes>".into()),
    }
    Ok(())
}

fn report(zip: &Path, store: &Store) -> Result<(), Box<dyn Error>> {
    let version = import(zip, store, &Limits::default(), &mut |_| {})
        .map_err(|refusal| refusal.to_string())?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{} ({} files)",
        version.course.title,
        version.files().len()
    )?;
    for line in &version.report.lines {
        writeln!(out, "{:?}: {line}", line.severity)?;
    }
    Ok(())
}
