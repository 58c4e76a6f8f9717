//! Who is asking, in which language, under which request id. Loaded once per request.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;
use http::HeaderValue;
use http::request::Parts;

use crate::AppState;
use crate::auth::web::ClientAddress;
use crate::auth::{self, Person};
use crate::clock::Instant;
use crate::error::AppError;
use crate::i18n::Lang;

/// What a handler may know about its request.
#[derive(Debug, Clone)]
pub struct RequestContext {
    pub request_id: String,
    /// Allows this answer's own `<style>` and JSON blocks, and nothing injected.
    pub nonce: String,
    pub lang: Lang,
    pub path: String,
    pub now: Instant,
    /// The visitor's network address.
    pub address: IpAddr,
    pub person: Option<Arc<Person>>,
    /// The name that this device was asked to remember for its next log-in.
    pub remembered_name: Option<String>,
    /// The message a redirect left for this page.
    pub flash: Option<String>,
}

/// A logged-in person: proof that the session was checked. Extractors with more rights stand on it.
pub type Actor = Arc<Person>;

/// The cookie that keeps it, percent-encoded.
pub const REMEMBERED_NAME: &str = "clikc-name";

pub async fn load_context(
    State(app): State<AppState>,
    jar: CookieJar,
    mut request: Request,
    next: Next,
) -> Result<Response, AppError> {
    let now = app.clock.now();
    let person = match jar.get(auth::cookie_name(&app.config)) {
        Some(cookie) => auth::find_session(&app, cookie.value(), now).await?,
        None => None,
    };
    let lang = person
        .as_ref()
        .map(|person| person.lang)
        .or_else(|| {
            jar.get("lang")
                .and_then(|cookie| Lang::parse(cookie.value()))
        })
        .or_else(|| accepted(&request))
        .unwrap_or_default();
    let random = app.random.bytes::<24>();
    let (nonce, request_id) = random.split_at(12);
    let context = RequestContext {
        request_id: hex(request_id),
        nonce: hex(nonce),
        lang,
        path: request.uri().path().to_owned(),
        now,
        address: ClientAddress::of(request.headers(), request.extensions(), &app.config).0,
        person,
        remembered_name: jar.get(REMEMBERED_NAME).and_then(decoded),
        flash: jar.get("flash").map(|cookie| cookie.value().to_owned()),
    };
    let id = HeaderValue::from_str(&context.request_id);
    request.extensions_mut().insert(Arc::new(context));
    let mut response = next.run(request).await;
    // What error pages ask people to quote, for those who look at traffic instead of pages.
    if let Ok(id) = id {
        response.headers_mut().insert("x-request-id", id);
    }
    Ok(response)
}

fn decoded(cookie: &Cookie<'_>) -> Option<String> {
    let pair = format!("name={}", cookie.value());
    let mut pairs = url::form_urlencoded::parse(pair.as_bytes());
    pairs.next().map(|(_, name)| name.into_owned())
}

fn accepted(request: &Request) -> Option<Lang> {
    Lang::from_accept(
        request
            .headers()
            .get(http::header::ACCEPT_LANGUAGE)?
            .to_str()
            .ok()?,
    )
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl RequestContext {
    pub(crate) fn of(parts: &Parts) -> Result<Arc<Self>, AppError> {
        parts.extensions.get::<Arc<Self>>().cloned().ok_or_else(|| {
            AppError::internal(anyhow::anyhow!(
                "{} is routed outside load_context",
                parts.uri.path()
            ))
        })
    }
}

/// The person, or the way to the log-in page.
pub(crate) fn known_person(parts: &Parts) -> Result<Actor, AppError> {
    RequestContext::of(parts)?
        .person
        .clone()
        .ok_or(AppError::LoginRequired)
}

/// The person once nothing stands between them and the site, or the way to what does.
pub(crate) fn require_person(parts: &Parts) -> Result<Actor, AppError> {
    let person = known_person(parts)?;
    match person.gate {
        Some(gate) => Err(AppError::Gated(gate)),
        None => Ok(person),
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Person {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        Ok(require_person(parts)?.as_ref().clone())
    }
}
