//! Security headers, each directive with its reason.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::AppState;
use crate::web::RequestContext;

const NOSNIFF: (HeaderName, HeaderValue) = (
    header::X_CONTENT_TYPE_OPTIONS,
    HeaderValue::from_static("nosniff"),
);

/// The site's own pages.
pub async fn site_headers(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let nonce = request
        .extensions()
        .get::<Arc<RequestContext>>()
        .map_or_else(String::new, |context| format!(" 'nonce-{}'", context.nonce));
    let mut response = next.run(request).await;
    let content = app.config.content_origin();
    let policy = [
        // Nothing that is not named below: no objects, no workers.
        "default-src 'none'".to_owned(),
        // Our own files. The nonce is for JSON blocks only; no inline script exists.
        format!("script-src 'self'{nonce}"),
        // Our own files, and the one block that carries the site's two colours.
        format!("style-src 'self'{nonce}"),
        // Course pictures and the logo are ours; data: for small icons drawn in CSS.
        "img-src 'self' data:".to_owned(),
        // Introduction videos.
        "media-src 'self'".to_owned(),
        "font-src 'self'".to_owned(),
        // Course state, uploads, reordering.
        "connect-src 'self'".to_owned(),
        // A launch is a form whose answer leads to the content origin.
        format!("form-action 'self' {content}"),
        // The anchor, an empty page (`static/js/launch.js`).
        format!("frame-src {content}"),
        // Nobody frames us, so nobody overlays us.
        "frame-ancestors 'none'".to_owned(),
        // A planted <base> would redirect every relative link.
        "base-uri 'none'".to_owned(),
    ]
    .join("; ");
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    // Keeps the pop-up's handle (the player tells the course page), cuts everybody else's.
    set(
        headers,
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin-allow-popups",
    );
    set(headers, header::REFERRER_POLICY, "same-origin");
    // Our pages register no `unload` handler; saying so keeps them in the back/forward cache.
    set(
        headers,
        HeaderName::from_static("permissions-policy"),
        "unload=(), camera=(), microphone=(), geolocation=()",
    );
    common(headers, &app);
    response
}

/// Everything on the content origin. The player page adds its own policy on top.
pub async fn content_headers(
    State(app): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // Many packages still finish in `unload`; without this line browsers stop calling it.
    set(
        headers,
        HeaderName::from_static("permissions-policy"),
        "unload=(self)",
    );
    // The capability is in the path: it must not leak to hosts that a package refers to.
    set(headers, header::REFERRER_POLICY, "no-referrer");
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        // Packages bring inline script and eval, fonts and videos from anywhere: they play as they do
        // elsewhere. What they may not do is be framed by strangers.
        set(
            headers,
            header::CONTENT_SECURITY_POLICY,
            "frame-ancestors 'self'",
        );
    }
    common(headers, &app);
    response
}

/// The policy of the anchor: an empty page within the site's own.
pub fn anchor_policy(site_origin: &str) -> String {
    format!("default-src 'none'; frame-ancestors {site_origin}")
}

/// The policy of the player page: our script, our style, and the content in a frame.
pub fn player_policy(nonce: &str) -> String {
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'nonce-{nonce}'"),
        format!("style-src 'self' 'nonce-{nonce}'"),
        "img-src 'self' data:".to_owned(),
        "connect-src 'self'".to_owned(),
        // A package may launch an external page; the author was warned at import.
        "frame-src 'self' https: http:".to_owned(),
        "frame-ancestors 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "base-uri 'none'".to_owned(),
    ]
    .join("; ")
}

fn common(headers: &mut HeaderMap, app: &AppState) {
    headers.insert(NOSNIFF.0, NOSNIFF.1);
    if !headers.contains_key(header::CACHE_CONTROL) {
        set(headers, header::CACHE_CONTROL, "no-store");
    }
    if app.config.is_tls() {
        set(
            headers,
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
