//! The posts that people choose from.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;

use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::db::DbError;
use crate::error::{AppError, AppResult};
use crate::ids::PositionId;
use crate::organisations::db;
use crate::organisations::pages::PositionsPage;
use crate::web::{Fault, Faults, FlashKind, Form, Page, one_line};

const LIST: &str = "/positions";
const MAX_NAME: usize = 100;

#[derive(Debug, Deserialize)]
pub struct PositionForm {
    #[serde(default)]
    name: String,
}

/// `GET /positions`
pub async fn list(page: Page, _: Secretariat) -> AppResult {
    render(&page, StatusCode::OK, String::new(), &[]).await
}

async fn render(page: &Page, status: StatusCode, typed: String, faults: &[Fault]) -> AppResult {
    let positions = db::list_positions(&page.app.db).await?;
    let content = PositionsPage {
        positions: positions.into_iter().map(Into::into).collect(),
        typed,
        faults: Faults::tell(page.lang(), faults),
    };
    let title = page.t("organisations-positions");
    let crumbs = [(page.t("organisations-title"), "/organisations".to_owned())];
    page.render_status(
        status,
        "organisations/positions.html",
        &title,
        &crumbs,
        &content,
    )
}

/// `POST /positions`
pub async fn add(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Form(form): Form<PositionForm>,
) -> AppResult {
    let name = one_line(&form.name);
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if name.is_empty() || name.chars().count() > MAX_NAME {
        let fault = [Fault::new("name", "organisations-fault-position")];
        return render(&page, unprocessable, form.name, &fault).await;
    }
    let mut tx = app.db.begin().await?;
    let id = match db::insert_position(&mut tx, &name, page.request.now).await {
        Ok(id) => id,
        Err(DbError::Duplicate(_)) => {
            drop(tx);
            let taken = [Fault::new("name", "organisations-fault-position-taken")];
            return render(&page, unprocessable, form.name, &taken).await;
        }
        Err(error) => return Err(error.into()),
    };
    let deed = Deed {
        action: "position.add",
        subject: &format!("position {id}"),
        detail: &name,
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "organisations-position-added"))
}

/// `POST /positions/{id}/delete`: only while nobody has held it.
pub async fn delete(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<PositionId>,
) -> AppResult {
    let positions = db::list_positions(&app.db).await?;
    let position = positions.iter().find(|position| position.id == id.0);
    let position = position.ok_or(AppError::NotFound)?;
    let mut tx = app.db.begin().await?;
    if db::delete_position(&mut tx, id).await? == 0 {
        return Err(AppError::Conflict(page.t("organisations-position-used")));
    }
    let deed = Deed {
        action: "position.delete",
        subject: &format!("position {id}"),
        detail: &position.name,
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "organisations-position-deleted"))
}
