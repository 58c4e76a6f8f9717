//! Tables of spreadsheets over HTTP: one file of a form in, one file out.

use axum::body::{Body, Bytes};
use axum::extract::Multipart;
use axum::response::{IntoResponse as _, Response};
use http::header;

use super::Page;
use crate::error::{AppError, AppResult};

/// The bytes of the form's first file.
pub async fn receive_table(page: &Page, mut form: Multipart) -> AppResult<Bytes> {
    let unread = |_| AppError::TooLarge(page.t("sheets-too-long"));
    match form.next_field().await.map_err(unread)? {
        Some(field) => field.bytes().await.map_err(unread),
        None => Err(AppError::BadRequest(page.t("core-bad-form"))),
    }
}

/// A table that the browser saves as `name`.csv.
pub fn send_table(name: &str, table: impl Into<Body>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.csv\""),
        ),
    ];
    (headers, table.into()).into_response()
}
