//! The page that shows kept mails, on demo sites only: they may hold other people's links.

use axum::extract::State;
use serde::Serialize;

use super::{MailRow, list_mails};
use crate::AppState;
use crate::error::{AppError, AppResult};
use crate::web::Page;

#[derive(Debug, Serialize)]
struct MailsPage {
    mails: Vec<MailRow>,
}

/// `GET /mails`
pub async fn show_mails(State(app): State<AppState>, page: Page) -> AppResult {
    if !app.config.demo {
        return Err(AppError::NotFound);
    }
    let content = MailsPage {
        mails: list_mails(&app.db).await?,
    };
    page.render("mails/index.html", &page.t("mails-title"), &[], &content)
}
