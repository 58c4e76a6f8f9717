//! All SQL about people's own accounts.

mod passwords;
mod resets;
mod sessions;

pub use passwords::mark_password;
pub use resets::{count_resets, delete_reset, find_reset_user, insert_reset, take_reset};
pub use sessions::{delete_sessions, mark_token};
