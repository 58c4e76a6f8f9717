//! SCORM without I/O: manifests, data models, run-time sessions and outcomes.

pub mod manifest;
pub mod prerequisites;
