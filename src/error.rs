//! The one error of the web layer: what a person is told, and what the log keeps.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

use crate::auth::{self, Gate};
use crate::db::DbError;

#[derive(Debug, Clone)]
pub enum AppError {
    /// Nothing there, or nothing there *for you*: the two look the same on purpose.
    NotFound,
    Forbidden,
    /// The address is right and the verb is not.
    MethodNotAllowed,
    /// Sends the person to the log-in page and back to where they were.
    LoginRequired,
    /// Sends the person to what they must do first.
    Gated(Gate),
    /// Someone else was first, or the thing is in another state. The sentence is already translated.
    Conflict(String),
    /// The request makes no sense as sent. The sentence is already translated.
    BadRequest(String),
    /// It existed and is over: a closed attempt, a suspended account.
    Gone(String),
    TooLarge(String),
    TooManyRequests,
    /// More wait for a password to be checked than may. Nothing was done, and the same works in a few seconds.
    Busy,
    /// Our fault. The chain goes to the log once, never to the person.
    Internal(Arc<anyhow::Error>),
}

pub type AppResult<T = Response> = Result<T, AppError>;

impl AppError {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Gated(_) => StatusCode::FORBIDDEN,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::LoginRequired => StatusCode::UNAUTHORIZED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Gone(_) => StatusCode::GONE,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The sentence made for this case, where there is one; the page adds the general words.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::Conflict(text)
            | Self::BadRequest(text)
            | Self::Gone(text)
            | Self::TooLarge(text) => Some(text),
            _ => None,
        }
    }

    pub fn internal(error: impl Into<anyhow::Error>) -> Self {
        Self::Internal(Arc::new(error.into()))
    }
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        Self::internal(error)
    }
}

impl From<auth::Busy> for AppError {
    fn from(_: auth::Busy) -> Self {
        Self::Busy
    }
}

impl From<tera::Error> for AppError {
    fn from(error: tera::Error) -> Self {
        Self::internal(error)
    }
}

impl From<std::io::Error> for AppError {
    fn from(error: std::io::Error) -> Self {
        Self::internal(error)
    }
}

impl From<serde_json::Error> for AppError {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(error)
    }
}

impl From<tokio::task::JoinError> for AppError {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::internal(error)
    }
}

/// Bare: the page around it is drawn by [`crate::web::error_pages`], which knows the reader's language.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if matches!(self, Self::Busy) {
            let retry = HeaderValue::from(auth::RETRY_SECONDS);
            response.headers_mut().insert(header::RETRY_AFTER, retry);
        }
        response.extensions_mut().insert(self);
        response
    }
}
