//! Archives in, versions out: one binary for all tests of the crate's public face.

mod fixtures;
mod happy;
mod hostile;
mod property;
mod repairs;
mod report;
mod support;
