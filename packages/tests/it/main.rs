//! Archives in, versions out: one binary for all tests of the crate's public face.

mod happy;
mod hostile;
mod support;
