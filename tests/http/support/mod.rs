//! The world of a test: a fresh database, a virtual clock, a seeded generator, and actors with verbs.

mod actor;
mod authoring;
pub mod course;
mod files;
mod joining;
mod playable;
mod player;
mod provider;
mod reply;
mod rules;
mod signed;
mod stage;
mod world;

pub use actor::Actor;
pub use files::{png, send_file};
pub use joining::link_of;
pub use playable::Wanted;
pub use player::Player;
pub use provider::{CLIENT, Odd, TestProvider, departure_of};
pub use reply::Reply;
pub use rules::set_rules;
pub use signed::Signed;
pub use stage::{Stage, stage};
pub use world::World;
