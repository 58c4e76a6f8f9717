//! After how many months without a log-in the people of an administration come onto the deletion list.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{Shown, find, record, render, url};
use crate::AppState;
use crate::auth::Secretariat;
use crate::error::{AppError, AppResult};
use crate::ids::OrganisationId;
use crate::rights::{self, MAX_RETENTION_MONTHS, MIN_RETENTION_MONTHS};
use crate::web::{Fault, FlashKind, Form, Page};

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RetentionForm {
    /// Empty: nobody does.
    months: String,
}

impl RetentionForm {
    pub(super) fn of(months: Option<i64>) -> Self {
        Self {
            months: months.map(|months| months.to_string()).unwrap_or_default(),
        }
    }

    fn parse(&self) -> Result<Option<i64>, Fault> {
        let typed = self.months.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let months = typed.parse().ok();
        let fits =
            months.filter(|months| (MIN_RETENTION_MONTHS..=MAX_RETENTION_MONTHS).contains(months));
        fits.map(Some)
            .ok_or_else(|| Fault::new("months", "organisations-fault-months"))
    }
}

/// `POST /organisations/{id}/retention`
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<OrganisationId>,
    Form(form): Form<RetentionForm>,
) -> AppResult {
    let organisation = find(&page, id).await?;
    let months = match form.parse() {
        Ok(months) => months,
        Err(fault) => {
            let again = Shown {
                retention: Some(form),
                faults: vec![fault],
                ..Shown::of(&organisation)
            };
            let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&page, unprocessable, &organisation, again).await;
        }
    };
    let mut tx = app.db.begin().await?;
    if rights::change_retention(&mut tx, id, months, page.request.now).await? == 0 {
        return Err(AppError::NotFound);
    }
    let detail = months.map_or("off".to_owned(), |months| format!("{months} months"));
    record(&mut tx, &page, "organisation.retention", id, &detail).await?;
    tx.commit().await?;
    Ok(page.redirect(&url(id), FlashKind::Success, "courses-saved"))
}
