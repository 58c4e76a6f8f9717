//! All SQL about people's own accounts.

mod devices;
mod passwords;
mod resets;
mod sessions;

pub use devices::{delete_devices, is_device_known, renew_device};
pub use passwords::mark_password;
pub use resets::{count_resets, delete_reset, find_reset_user, insert_reset, take_reset};
pub use sessions::{SessionRow, delete_own_session, delete_sessions, list_sessions, mark_token};
