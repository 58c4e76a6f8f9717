//! Joining (public) and deciding (coordinators).

pub mod applications;
pub mod correct;
pub mod decisions;
pub mod register;
pub mod talk;
