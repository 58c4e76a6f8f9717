//! Verification: anyone who was shown a certificate may ask whether it is what it says.

use std::net::IpAddr;
use std::num::NonZeroU32;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect};
use http::header;
use serde::Deserialize;

use crate::AppState;
use crate::auth::web::ClientAddress;
use crate::certificates::pages::VerifyPage;
use crate::certificates::{Code, db};
use crate::error::{AppError, AppResult};
use crate::web::{Limit, Page};

/// Many for a person with a pile of certificates; with 80 bits to guess, nothing for a guesser.
pub fn limit() -> Limit<IpAddr> {
    const BURST: NonZeroU32 = NonZeroU32::new(30).expect("thirty is not zero");
    Limit::per_minute(BURST)
}

/// What is shown of a number that is none: enough to see a slip.
const MAX_SHOWN_CHARS: usize = 40;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Question {
    number: String,
}

/// `GET /certificates/verify`: the form, and the way on once it is filled in.
pub async fn ask(page: Page, Query(question): Query<Question>) -> AppResult {
    let number = Code::grouped(&question.number);
    if number.is_empty() {
        let title = page.t("certificates-verify");
        let question = VerifyPage::question();
        return page.render("certificates/verify.html", &title, &[], &question);
    }
    let number: String = number.chars().take(MAX_SHOWN_CHARS).collect();
    let encoded =
        percent_encoding::utf8_percent_encode(&number, percent_encoding::NON_ALPHANUMERIC);
    Ok(Redirect::to(&format!("/certificates/verify/{encoded}")).into_response())
}

/// `GET /certificates/verify/{code}`: the same page and the same status whether there is one or not.
pub async fn answer(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    Path(number): Path<String>,
) -> AppResult {
    if !app.verify_limit.allows(&address.0) {
        let retry = [(header::RETRY_AFTER, "60")];
        return Ok((retry, AppError::TooManyRequests).into_response());
    }
    let certificate = match Code::parse(&number) {
        Some(code) => db::find_certificate_by_code(&app.db, &code).await?,
        None => None,
    };
    let shown: String = Code::grouped(&number)
        .chars()
        .take(MAX_SHOWN_CHARS)
        .collect();
    let content = VerifyPage::new(page.lang(), shown, certificate.as_ref());
    let title = page.t("certificates-verify");
    page.render("certificates/verify.html", &title, &[], &content)
}
