//! All SQL about people's own accounts.

mod devices;
mod passwords;
mod resets;
mod second_steps;
mod sessions;

pub use devices::{delete_devices, is_device_known, renew_device};
pub use passwords::mark_password;
pub use resets::{count_resets, delete_reset, find_reset_user, insert_reset, take_reset};
pub use second_steps::{
    count_codes, delete_pending, delete_second_step, find_pending, find_second_step,
    insert_pending, insert_second_step, mark_step_confirmed, mark_step_used, mark_try,
    replace_codes, take_code,
};
pub use sessions::{SessionRow, delete_own_session, delete_sessions, list_sessions, mark_token};
