//! What a manifest may be and what is made of it, as tables of small manifests.

#![expect(
    clippy::unwrap_used,
    reason = "a helper that cannot go on fails its test"
)]

mod contradictions;
mod corpus;
mod editions;
mod encodings;
mod hostile;
mod items;
mod launch;
mod mistakes;
mod navigation;
mod objectives;
mod organizations;
mod prerequisites;
mod properties;
mod sentences;
mod sequencing;
mod support;
mod versions;
