//! Rendering a page: the context every template gets, and the flash message of the last action.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::StatusCode;
use http::request::Parts;
use serde::Serialize;
use tera::Context;

use crate::AppState;
use crate::clock::Instant;
use crate::error::{AppError, AppResult};
use crate::i18n::{Lang, Zone};
use crate::web::RequestContext;

/// The means to answer with a page in the reader's language.
#[derive(Debug, Clone)]
pub struct Page {
    pub app: AppState,
    pub request: Arc<RequestContext>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlashKind {
    Success,
    Info,
    Warning,
    Error,
}

impl FlashKind {
    fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A message shown once, on the page a redirect leads to.
#[derive(Debug, Serialize)]
pub struct Flash {
    kind: &'static str,
    message: String,
}

#[derive(Debug, Serialize)]
struct Crumb<'a> {
    label: &'a str,
    url: &'a str,
}

impl FromRequestParts<AppState> for Page {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, AppError> {
        Ok(Self {
            app: app.clone(),
            request: RequestContext::of(parts)?,
        })
    }
}

impl Page {
    pub fn lang(&self) -> Lang {
        self.request.lang
    }

    pub fn t(&self, key: &str) -> String {
        self.request.lang.text(key)
    }

    /// Renders with the page's own context (a serialisable struct from the feature's `pages.rs`).
    ///
    /// `title` is the document's title; `crumbs` are (label, url) of the pages above this one.
    pub fn render<T: Serialize>(
        &self,
        template: &str,
        title: &str,
        crumbs: &[(String, String)],
        content: &T,
    ) -> AppResult {
        self.render_status(StatusCode::OK, template, title, crumbs, content)
    }

    pub fn render_status<T: Serialize>(
        &self,
        status: StatusCode,
        template: &str,
        title: &str,
        crumbs: &[(String, String)],
        content: &T,
    ) -> AppResult {
        let mut context = Context::from_serialize(content)?;
        self.insert_common(&mut context, title, crumbs);
        let html = self
            .app
            .templates
            .render(self.lang(), self.zone(), template, &context)?;
        let mut response = (status, Html(html)).into_response();
        if self.request.flash.is_some() {
            let gone = Cookie::build(("flash", "")).path("/").removal().build();
            response = (CookieJar::new().add(gone), response).into_response();
        }
        Ok(response)
    }

    /// 303 to where the result can be seen, with a message (a Fluent key) to show there.
    pub fn redirect(&self, to: &str, kind: FlashKind, key: &str) -> Response {
        let cookie = Cookie::build(("flash", format!("{}.{key}", kind.name())))
            .path("/")
            .http_only(true)
            .secure(self.app.config.is_tls())
            .same_site(SameSite::Lax)
            .build();
        (CookieJar::new().add(cookie), Redirect::to(to)).into_response()
    }

    /// Where the reader's clock is.
    fn zone(&self) -> Zone {
        let person = self.request.person.as_ref();
        person.map_or_else(Zone::default, |person| Zone::named(&person.time_zone))
    }

    pub fn date_time(&self, at: Instant) -> String {
        self.lang().date_time(at, &self.zone())
    }

    /// As its secretariat has named it.
    pub fn site_name(&self) -> String {
        self.app.site().name
    }

    fn flash(&self) -> Option<Flash> {
        let (kind, key) = self.request.flash.as_deref()?.split_once('.')?;
        let kinds = [
            FlashKind::Success,
            FlashKind::Info,
            FlashKind::Warning,
            FlashKind::Error,
        ];
        let kind = kinds
            .into_iter()
            .map(FlashKind::name)
            .find(|name| *name == kind)?;
        let is_key = key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        is_key.then(|| Flash {
            kind,
            message: self.t(key),
        })
    }

    fn insert_common(&self, context: &mut Context, title: &str, crumbs: &[(String, String)]) {
        let lang = self.lang();
        context.insert("lang", lang.code());
        context.insert("dir", lang.dir());
        context.insert("site", &self.app.site());
        context.insert(
            "user",
            &self.request.person.as_ref().map(|person| person.view()),
        );
        context.insert("nonce", &self.request.nonce);
        context.insert("path", &self.request.path);
        context.insert("flash", &self.flash());
        let remembered = self.request.remembered_name.as_deref();
        context.insert("remembered_name", remembered.unwrap_or_default());
        context.insert("page_title", title);
        context.insert("content_origin", &self.app.config.content_origin());
        let languages: Vec<_> = Lang::ALL
            .into_iter()
            .map(|other| {
                serde_json::json!({ "code": other.code(), "name": other.name(), "current": other == lang })
            })
            .collect();
        context.insert("languages", &languages);
        let crumbs: Vec<_> = crumbs
            .iter()
            .map(|(label, url)| Crumb { label, url })
            .collect();
        context.insert("crumbs", &crumbs);
    }
}
