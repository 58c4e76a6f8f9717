//! All SQL about requests and their history.

mod deciders;
mod history;
mod reading;
mod writing;

use crate::i18n::fold;

pub use deciders::{Asked, list_deciders, list_staff};
pub use history::{Lookalike, insert_event, list_events, list_lookalikes};
pub use reading::{
    Desk, Shown, count_requests, find_any_request, find_by_answer_hash, find_by_confirm_hash,
    find_request, find_secrets, find_unconfirmed, has_pending, list_requests, list_tasks,
};
pub use writing::{
    Correction, delete_registration, insert_request, mark_account, mark_answered, mark_asked,
    mark_confirmed, mark_decided, mark_escalated, mark_expired, mark_forwarded, mark_link_renewed,
    mark_purged, mark_reminded, update_request,
};

/// As names are searched and compared.
fn name_folded(given: &str, family: &str) -> String {
    fold(&format!("{given} {family}"))
}
