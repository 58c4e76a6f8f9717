//! Form bodies: a malformed one is a plain sentence, never axum's own words; and no text from outside
//! carries characters that nobody can see.

use axum::RequestExt as _;
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use serde::de::DeserializeOwned;

use crate::error::AppError;
use crate::web::RequestContext;

#[derive(Debug)]
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AppError> {
        let lang = request
            .extensions()
            .get::<std::sync::Arc<RequestContext>>()
            .map(|c| c.lang)
            .unwrap_or_default();
        let refused = |why: &dyn std::fmt::Display| {
            tracing::info!(%why, "form refused");
            AppError::BadRequest(lang.text("core-bad-form"))
        };
        let (parts, body) = request.with_limited_body().into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .map_err(|error| refused(&error))?;
        let request = Request::from_parts(parts, Body::from(cleaned_fields(&bytes)));
        match axum_extra::extract::Form::<T>::from_request(request, state).await {
            Ok(axum_extra::extract::Form(form)) => Ok(Self(form)),
            Err(rejection) => Err(refused(&rejection)),
        }
    }
}

fn cleaned_fields(body: &[u8]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(url::form_urlencoded::parse(body).map(|(name, text)| (name, cleaned(&text))))
        .finish()
}

/// A text without invisible commands. No keyboard types a NUL, and PostgreSQL stores none; overrides of the
/// direction of writing would turn round whatever stands after a title.
pub fn cleaned(text: &str) -> String {
    text.chars().filter(|c| !is_command(*c)).collect()
}

/// A name as typed, white space folded: what is pasted often brings line ends.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_command(c: char) -> bool {
    let is_white_space = matches!(c, '\t' | '\n' | '\r');
    (c.is_control() && !is_white_space)
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// No address of ours holds a NUL, so none leads anywhere; the database is not asked for it.
pub async fn plain_addresses(request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query();
    if address.is_some_and(|address| address.as_str().contains("%00")) {
        return AppError::NotFound.into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_commands_are_left_out_and_writing_is_kept() {
        assert_eq!(cleaned("a\u{0}b\u{1b}\u{202e}c\u{2066}d\u{7f}"), "abcd");
        let kept = "إدارة\u{200f} المخاطر\u{200e}\r\n\tÉté\u{a0}\u{ad}";
        assert_eq!(cleaned(kept), kept);
    }

    #[test]
    fn fields_keep_their_names_order_and_repetition() {
        let body = b"order=2&order=1&title=%C3%A9%00+x%26y";
        assert_eq!(cleaned_fields(body), "order=2&order=1&title=%C3%A9+x%26y");
    }
}
