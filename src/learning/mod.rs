//! What a learner sees of a course and where they stand in it. Owns the rule of progress; writes no
//! result itself: the commit does, with the functions of `db`.

pub mod db;
mod progress;

pub use progress::{Progress, Tally, progress};
