//! What people do with their own account: the password, chosen and lost. The SQL is in `db`; passwords' hashing and
//! rules, sessions and the guard against guessing are in `auth`.

mod browser;
pub mod db;
mod own;
mod password;
mod reset;
pub mod second_step;
mod session;
pub mod web;

pub(crate) use own::own_fault;
pub use password::{NewPassword, change};
pub(crate) use reset::send_reset;
pub use reset::{RESET_MINUTES, reset};
pub use session::{Begun, Visitor, begin};
