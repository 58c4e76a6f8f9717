//! The pages of the own account, and the way back in.

pub mod code;
mod entry;
pub mod login;
pub mod lost;
pub mod overview;
pub mod password;
pub mod second_step;
pub mod sessions;
mod visitor;

pub(crate) use entry::{Entry, enter};

use http::StatusCode;
use serde::Serialize;

use crate::error::AppResult;
use crate::web::Page;

/// A page that says what has happened and leads on.
#[derive(Debug, Default, Serialize)]
struct Told {
    kind: &'static str,
    text: String,
    /// A second sentence.
    more: Option<String>,
    link: String,
    link_label: String,
}

fn tell(page: &Page, status: StatusCode, title: &str, told: &Told) -> AppResult {
    page.render_status(status, "accounts/told.html", title, &[], told)
}

/// The pages above one of the account's.
pub(crate) fn crumbs(page: &Page) -> [(String, String); 1] {
    [(page.t("accounts-title"), "/account".to_owned())]
}
