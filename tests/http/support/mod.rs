//! The world of a test: a fresh database, a virtual clock, a seeded generator, and actors with verbs.

mod actor;
pub mod course;
mod reply;
mod world;

pub use actor::Actor;
pub use reply::Reply;
pub use world::World;
