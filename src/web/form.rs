//! Form bodies: a malformed one is a plain sentence, never axum's own words.

use axum::extract::{FromRequest, Request};
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
        match axum_extra::extract::Form::<T>::from_request(request, state).await {
            Ok(axum_extra::extract::Form(form)) => Ok(Self(form)),
            Err(rejection) => {
                tracing::info!(%rejection, "form refused");
                Err(AppError::BadRequest(lang.text("core-bad-form")))
            }
        }
    }
}
