//! Draws the page around an [`AppError`]: what happened, what to do next, a way out, the request id.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::{StatusCode, header};
use serde_json::json;

use crate::AppState;
use crate::auth::Gate;
use crate::error::AppError;
use crate::web::{Page, RequestContext};

pub async fn error_pages(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let context = request.extensions().get::<Arc<RequestContext>>().cloned();
    let target = request
        .uri()
        .path_and_query()
        .map_or("/", http::uri::PathAndQuery::as_str)
        .to_owned();
    let is_get = request.method() == http::Method::GET;
    let came_from = came_from(&app, request.headers());
    let wants_json = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("application/json"));
    let response = next.run(request).await;
    let error = response
        .extensions()
        .get::<AppError>()
        .cloned()
        .or_else(|| bare(&response));
    let (Some(error), Some(context)) = (error, context) else {
        return response;
    };
    if let AppError::Internal(chain) = &error {
        tracing::error!(request_id = %context.request_id, error = %format!("{chain:#}"), "internal error");
    }
    if wants_json {
        return json_error(&error, &context);
    }
    if matches!(error, AppError::LoginRequired) {
        return to_login(is_get, target, came_from);
    }
    if let AppError::Gated(gate) = &error {
        return to_gate(*gate, &way_back(is_get, target, came_from));
    }
    let status = error.status();
    let mut drawn = html_error(app, &error, context).unwrap_or_else(|_| status.into_response());
    for (name, value) in response.headers() {
        if name == header::RETRY_AFTER || name == header::ALLOW {
            drawn.headers_mut().insert(name.clone(), value.clone());
        }
    }
    drawn
}

/// The page of ours that a form was sent from. Browsers name it, because our referrer policy asks them to.
fn came_from(app: &AppState, headers: &http::HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let page = url::Url::parse(referer).ok()?;
    let is_ours = page.origin() == app.config.site_url.origin();
    is_ours.then(|| page[url::Position::BeforePath..url::Position::AfterQuery].to_owned())
}

/// A page is shown after the log-in. A form cannot be sent again from here: its page is, and is told so.
fn to_login(is_get: bool, target: String, came_from: Option<String>) -> Response {
    let next = way_back(is_get, target, came_from);
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("next", &next);
    if !is_get {
        query.append_pair("unsaved", "1");
    }
    Redirect::to(&format!("/login?{}", query.finish())).into_response()
}

/// Where people come back to.
fn way_back(is_get: bool, target: String, came_from: Option<String>) -> String {
    if is_get {
        target
    } else {
        came_from.unwrap_or_else(|| "/my".to_owned())
    }
}

fn to_gate(gate: Gate, next: &str) -> Response {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("next", next);
    Redirect::to(&format!("{}?{}", gate.page(), query.finish())).into_response()
}

/// Answers of the framework itself (no route, wrong method, a cross-site post) get the same pages.
fn bare(response: &Response) -> Option<AppError> {
    if response.headers().contains_key(header::CONTENT_TYPE) && !is_plain_text(response) {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND => Some(AppError::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(AppError::MethodNotAllowed),
        StatusCode::FORBIDDEN => Some(AppError::Forbidden),
        StatusCode::PAYLOAD_TOO_LARGE => Some(AppError::TooLarge(String::new())),
        _ => None,
    }
}

fn is_plain_text(response: &Response) -> bool {
    let mime = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    mime.is_some_and(|mime| mime.starts_with("text/plain"))
}

fn json_error(error: &AppError, context: &RequestContext) -> Response {
    let message = error
        .detail()
        .map_or_else(|| context.lang.text(&title_key(error)), str::to_owned);
    let body = json!({ "error": error.status().as_u16(), "message": message, "request_id": context.request_id });
    (error.status(), axum::Json(body)).into_response()
}

fn html_error(
    app: AppState,
    error: &AppError,
    request: Arc<RequestContext>,
) -> Result<Response, AppError> {
    let page = Page {
        app,
        request: request.clone(),
    };
    let title = page.t(&title_key(error));
    let content = json!({
        "status": words(error),
        "message": error.detail().filter(|text| !text.is_empty()),
        "next_url": null,
        "next_label": null,
        "request_id": request.request_id,
    });
    page.render_status(error.status(), "errors/error.html", &title, &[], &content)
}

fn title_key(error: &AppError) -> String {
    format!("error-{}-title", words(error))
}

/// The status whose words tell it. A request that makes no sense is told like a form that does not.
fn words(error: &AppError) -> u16 {
    match error {
        AppError::BadRequest(_) => 422,
        AppError::LoginRequired => 403,
        other => other.status().as_u16(),
    }
}
