//! The member list from a spreadsheet: first what it would do, then, when that is as wished, doing it.

use axum::extract::{Multipart, State};
use http::StatusCode;
use serde::Deserialize;

use super::LIST;
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::error::AppResult;
use crate::organisations::import::{Line, apply, plan};
use crate::organisations::{db, pages::ImportPage};
use crate::sheets::Sheet;
use crate::web::{FlashKind, Form, Page, receive_table};

/// `GET /organisations/import`
pub async fn show(page: Page, _: Secretariat) -> AppResult {
    render(&page, StatusCode::OK, &ImportPage::default())
}

fn render(page: &Page, status: StatusCode, content: &ImportPage) -> AppResult {
    let title = page.t("organisations-import");
    let crumbs = [(page.t("organisations-title"), LIST.to_owned())];
    page.render_status(
        status,
        "organisations/import.html",
        &title,
        &crumbs,
        content,
    )
}

fn refused(page: &Page, key: &str) -> AppResult {
    let content = ImportPage::refused(page.t(key));
    render(page, StatusCode::UNPROCESSABLE_ENTITY, &content)
}

/// `POST /organisations/import`: tells each row's fate, and changes nothing.
pub async fn check(page: Page, _: Secretariat, form: Multipart) -> AppResult {
    let bytes = receive_table(&page, form).await?;
    match read(&page, &bytes).await? {
        Err(key) => refused(&page, key),
        Ok(lines) => {
            let list = rewritten(&lines);
            let content = ImportPage::new(page.lang(), lines, list);
            render(&page, StatusCode::OK, &content)
        }
    }
}

/// The rows with their fates, or the key of why there are none.
async fn read(page: &Page, bytes: &[u8]) -> AppResult<Result<Vec<Line>, &'static str>> {
    let sheet = match Sheet::read(bytes) {
        Ok(sheet) => sheet,
        Err(fault) => return Ok(Err(fault.key())),
    };
    let known = db::list_organisations(&page.app.db).await?;
    Ok(plan(&sheet, &known).or(Err("organisations-import-columns")))
}

/// The rows that will change something, so that what was looked at is what is done.
fn rewritten(lines: &[Line]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(["code", "name"]);
    for line in lines.iter().filter(|line| line.fate.changes()) {
        let _ = writer.write_record([&line.code, &line.name]);
    }
    String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned()
}

#[derive(Debug, Deserialize)]
pub struct ListForm {
    #[serde(default)]
    list: String,
}

/// `POST /organisations/import/apply`: the same list twice changes nothing the second time.
pub async fn store(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Form(form): Form<ListForm>,
) -> AppResult {
    let lines = match read(&page, form.list.as_bytes()).await? {
        Ok(lines) => lines,
        Err(key) => return refused(&page, key),
    };
    let mut tx = app.db.begin().await?;
    let count = apply(&mut tx, &lines, page.request.now).await?;
    let deed = Deed {
        action: "organisation.import",
        subject: "organisations",
        detail: &format!("{count} rows"),
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "organisations-imported"))
}
