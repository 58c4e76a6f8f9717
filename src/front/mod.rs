//! The public front page, the style guide of a demo site, and what operators' tools ask.

pub mod web;
