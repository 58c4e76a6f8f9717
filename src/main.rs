//! The `clikc` command.

fn main() {}
