//! Every route of the service, with who may use it. Two routers: the site's, and the content origin's.

mod accounts;
mod content;
mod people;
mod site;

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{MethodRouter, delete, get, post, put};
use http::{Method, StatusCode, header};
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate as _};
use tower_http::csrf::CsrfLayer;

use crate::AppState;
use crate::error::AppResult;
use crate::{front, telemetry, web};

pub use content::content_routes;
pub use site::site_routes;

/// Who may use a route. The authorization test walks the table and checks that it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Public,
    Person,
    Author,
    Coordinator,
    Secretariat,
    Operator,
    /// Whoever holds the capability in the path.
    Capability,
}

#[derive(Debug, Clone)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
}

/// A router and its table, built together so that neither can forget the other.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<AppState>,
    table: Vec<Route>,
}

macro_rules! verbs {
    ($($verb:ident $method:ident;)*) => {$(
        #[must_use]
        pub fn $verb<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
        where
            H: Handler<T, AppState>,
            T: 'static,
        {
            self.add(Method::$method, path, access, $verb(handler))
        }
    )*};
}

impl Routes {
    verbs! { get GET; post POST; put PUT; delete DELETE; }

    fn add(
        mut self,
        method: Method,
        path: &'static str,
        access: Access,
        handler: MethodRouter<AppState>,
    ) -> Self {
        self.router = self.router.route(path, handler);
        self.table.push(Route {
            method,
            path,
            access,
        });
        self
    }

    pub fn table(&self) -> &[Route] {
        &self.table
    }
}

/// The whole service. Requests are told apart by their `Host`.
pub fn build(app: &AppState) -> Router {
    // Videos are compressed already, and players ask for ranges of their bytes as they are.
    let compressible = DefaultPredicate::new().and(NotForContentType::const_new("video/"));
    let site = site_routes()
        .router
        .layer(DefaultBodyLimit::max(2 * 1024 * 1024))
        .layer(CsrfLayer::new())
        .layer(from_fn(web::plain_addresses))
        .layer(from_fn(telemetry::observe))
        .layer(from_fn_with_state(app.clone(), web::error_pages))
        .layer(CatchPanicLayer::custom(|_| panicked()))
        .layer(from_fn_with_state(app.clone(), web::site_headers))
        .layer(from_fn_with_state(app.clone(), web::load_context))
        .layer(CompressionLayer::new().compress_when(compressible))
        .with_state(app.clone());
    let content = content_routes()
        .router
        .fallback(to_site)
        .layer(CatchPanicLayer::custom(|_| panicked()))
        .layer(from_fn_with_state(app.clone(), web::content_headers))
        .with_state(app.clone());
    let hosts = Hosts {
        is_shared: app
            .config
            .is_content_authority(app.config.site_url.authority()),
        app: app.clone(),
        site,
        content,
    };
    Router::new()
        .route("/healthz", get(front::web::healthz))
        .route("/readyz", get(front::web::readyz).with_state(app.clone()))
        .fallback(dispatch)
        .with_state(Arc::new(hosts))
}

fn panicked() -> Response {
    crate::error::AppError::internal(anyhow::anyhow!("a handler panicked")).into_response()
}

struct Hosts {
    app: AppState,
    /// One host for both, which an operator asked for: paths decide.
    is_shared: bool,
    site: Router,
    content: Router,
}

async fn dispatch(State(hosts): State<Arc<Hosts>>, request: Request) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or_else(|| request.uri().authority().map(http::uri::Authority::as_str))
        .unwrap_or_default();
    let is_content = if hosts.is_shared {
        request.uri().path().starts_with("/play/")
    } else {
        hosts.app.config.is_content_authority(host)
    };
    let router = if is_content {
        &hosts.content
    } else {
        &hosts.site
    };
    match router.clone().oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// People who type the content address get to the site.
async fn to_site(State(app): State<AppState>, request: Request) -> AppResult {
    if request.uri().path() == "/" {
        return Ok(Redirect::to(app.config.site_url.as_str()).into_response());
    }
    Ok(StatusCode::NOT_FOUND.into_response())
}
