//! The pages about people's rights: everybody's own, and those of whoever decides.

pub mod data;
pub mod decide;
pub mod list;
pub mod runs;

use crate::auth::Coordinator;
use crate::error::{AppError, AppResult};
use crate::ids::ErasureId;
use crate::rights::Erasure;
use crate::rights::{MAX_REASON, db};
use crate::web::{Fault, Page};

const LIST: &str = "/erasures";

/// Within the coordinator's administration, or not there at all.
async fn find(page: &Page, coordinator: &Coordinator, id: ErasureId) -> AppResult<Erasure> {
    db::find_erasure(&page.app.db, id, coordinator.scope())
        .await?
        .ok_or(AppError::NotFound)
}

fn crumbs(page: &Page) -> [(String, String); 1] {
    [(page.t("rights-list"), LIST.to_owned())]
}

fn long_fault(reason: &str) -> Option<Fault> {
    let is_long = reason.chars().count() > MAX_REASON;
    is_long.then(|| Fault::new("reason", "requests-fault-long"))
}
