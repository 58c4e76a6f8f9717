//! Archives in, versions out: one binary for all tests of the crate's public face.
#![expect(
    clippy::unwrap_used,
    reason = "a test whose world cannot be built has failed"
)]

mod diff;
mod fixtures;
mod happy;
mod hostile;
mod property;
mod repairs;
mod report;
mod support;
