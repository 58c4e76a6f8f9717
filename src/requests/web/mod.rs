//! Joining (public) and deciding (coordinators).

pub mod applications;
pub mod correct;
pub mod decisions;
pub mod register;
mod register_form;
pub mod talk;
