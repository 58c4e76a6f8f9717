//! SCORM without I/O: manifests, data models, run-time sessions and outcomes.
//!
//! Nothing here reads a file, a clock or a random source; everything is a function of its
//! arguments, so that a server, a browser harness and a test see the same answers.

pub mod manifest;
pub mod navigation;
pub mod outcome;
pub mod prerequisites;
pub mod runtime;
pub mod sequencing;
pub mod time;
