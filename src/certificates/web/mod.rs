//! The pages about certificates: for those who earn them, for anyone who is shown one, for the
//! secretariat, and for the authors who word them.

pub mod designs;
pub mod holders;
pub mod register;
pub mod verify;

use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::pages::UnprintablePage;
use super::printing::PrintError;
use super::words;
use crate::error::{AppError, AppResult};
use crate::web::Page;

/// A PDF, shown or saved under a name in the language of its course.
fn pdf(bytes: Vec<u8>, disposition: &str, plain_name: &str, name: &str) -> AppResult {
    // Old browsers take the plain name, all others the encoded one (RFC 6266 4.3).
    let encoded = utf8_percent_encode(name, NON_ALPHANUMERIC);
    let disposition =
        format!("{disposition}; filename=\"{plain_name}.pdf\"; filename*=UTF-8''{encoded}.pdf");
    let disposition = HeaderValue::from_str(&disposition).map_err(AppError::internal)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/pdf"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
}

/// Tells somebody who cannot change the words themselves why there is no certificate.
fn refusal(page: &Page, error: PrintError, back_url: String) -> AppResult<Response> {
    let error = match error {
        PrintError::Failed(error) => return Err(error),
        PrintError::Unprintable(error) => error,
    };
    let content = UnprintablePage {
        message: words::unprintable(page.lang(), &error),
        back_url,
    };
    page.render_status(
        StatusCode::UNPROCESSABLE_ENTITY,
        "certificates/unprintable.html",
        &page.t("certificates-unprintable-title"),
        &[],
        &content,
    )
}
