//! Leaving for a provider.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::cookie::CookieJar;
use http::{HeaderName, HeaderValue, StatusCode};
use serde::Deserialize;

use super::Refusal;
use super::cookies::{Arriving, departure_cookie};
use crate::AppState;
use crate::auth::web::local_path;
use crate::auth::{Key, Network};
use crate::error::{AppError, AppResult};
use crate::identities::{Departure, Purpose, depart};
use crate::oidc::Secrets;
use crate::web::{Form, Page};

const REFRESH: HeaderName = HeaderName::from_static("refresh");

#[derive(Debug, Deserialize)]
pub struct DepartForm {
    #[serde(default)]
    next: String,
    /// Present when it is to show whose account the one who has just arrived by another provider may connect.
    vouch: Option<String>,
}

/// `POST /login/oidc/{provider}`
pub async fn leave(
    State(app): State<AppState>,
    page: Page,
    Path(id): Path<String>,
    Arriving(arrival): Arriving,
    Form(form): Form<DepartForm>,
) -> AppResult {
    let arrival = arrival.filter(|_| form.vouch.is_some());
    let purpose = arrival.map_or(Purpose::LogIn, |arrival| Purpose::Vouch(arrival.token_hash));
    send(&app, &page, (&id, &form.next), purpose).await
}

/// Remembers why somebody leaves, and sends them off.
///
/// The answer is a page that leads on, not a redirect: browsers hold every redirect that follows a form to the page's
/// `form-action`, and where a provider sends people on to (their ministry's own, often) nobody here knows. A link may lead
/// anywhere, so the policy need not be loosened.
pub(super) async fn send(
    app: &AppState,
    page: &Page,
    (id, next): (&str, &str),
    purpose: Purpose,
) -> AppResult {
    let provider = app.oidc.find(id).ok_or(AppError::NotFound)?;
    let now = page.request.now;
    let key = Key::Departure(Network::from(page.request.address));
    if !app.guard.admits(&key, now) {
        return Err(AppError::TooManyRequests);
    }
    let secrets = Secrets::new(&app.random);
    let asked = app
        .oidc
        .departure(provider, &secrets, page.lang().code(), now);
    let url = match asked.await {
        Ok(url) => url,
        Err(failure) => {
            tracing::warn!(provider = id, %failure, "nobody can log in by an identity provider");
            return Ok(Refusal::from(failure).answer(page));
        }
    };
    let departure = Departure {
        provider: id.to_owned(),
        secrets,
        next: local_path(next).to_owned(),
        purpose,
    };
    let token = depart(app, &departure, now).await?;
    let jar = CookieJar::new().add(departure_cookie(&app.config, token));
    let leading = leading_page(page, provider.name(), url.as_str())?;
    Ok((jar, leading).into_response())
}

fn leading_page(page: &Page, name: &str, url: &str) -> AppResult<Response> {
    let title = page
        .lang()
        .text_with("identities-leading", &[("provider", name.into())]);
    let content = serde_json::json!({ "name": name, "url": url });
    let template = "identities/leading.html";
    let mut answer = page.render_status(StatusCode::OK, template, &title, &[], &content)?;
    // A serialised URL is ASCII without control characters.
    let refresh = HeaderValue::from_str(&format!("0; url={url}")).map_err(AppError::internal)?;
    answer.headers_mut().insert(REFRESH, refresh);
    Ok(answer)
}
