//! What people do with their own account: the password, chosen and lost. The SQL is in `db`; passwords' hashing and
//! rules, sessions and the guard against guessing are in `auth`.

pub mod db;
mod password;
mod reset;
pub mod web;

pub use password::{NewPassword, change};
pub(crate) use reset::send_reset;
pub use reset::{RESET_MINUTES, reset};
