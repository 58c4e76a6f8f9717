//! Every route of the service, with who may use it. Two routers: the site's, and the content origin's.

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
use crate::auth;
use crate::categories;
use crate::certificates;
use crate::courses;
use crate::dashboard;
use crate::error::AppResult;
use crate::front;
use crate::grades;
use crate::learning;
use crate::mail;
use crate::play;
use crate::settings;
use crate::telemetry;
use crate::uploads;
use crate::versions;
use crate::web;

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

/// The routes of the site: pages and their forms.
pub fn site_routes() -> Routes {
    use Access::{Author, Person, Public, Secretariat};
    let store_logo =
        settings::web::store_logo.layer(DefaultBodyLimit::max(settings::web::LOGO_BODY));
    certificate_routes(package_routes(authoring_routes(Routes::default())))
        .get("/", Public, front::web::show_front)
        .get("/login", Public, auth::web::show_login)
        .post("/login", Public, auth::web::log_in)
        .post("/logout", Public, auth::web::log_out)
        .post("/language", Public, auth::web::choose_language)
        .get("/styleguide", Public, front::web::show_styleguide)
        .get("/my", Person, dashboard::web::show_categories)
        .get("/my/categories/{id}", Person, dashboard::web::show_category)
        .get("/my/courses", Person, dashboard::web::show_courses)
        .get("/courses/{id}", Person, learning::web::show_course)
        .get("/courses/{id}/state", Person, learning::web::show_state)
        .get(
            "/courses/{id}/progress",
            Person,
            learning::web::show_progress,
        )
        .get("/grades", Person, grades::web::show_overview)
        .get("/courses/{id}/grades", Person, grades::web::show_course)
        // On a demo site only, where everybody plays every part.
        .get("/mails", Public, mail::web::show_mails)
        .get("/settings", Secretariat, settings::web::show)
        .post("/settings", Secretariat, settings::web::save)
        .post("/settings/logo", Secretariat, store_logo)
        .post(
            "/settings/logo/delete",
            Secretariat,
            settings::web::delete_logo,
        )
        .get("/logo/{hash}", Public, settings::web::show_logo)
        .get("/static/{version}/{*path}", Public, web::assets::serve)
        .post("/activities/{id}/launch", Person, play::launch::launch)
        .post(
            "/authoring/versions/{id}/preview",
            Author,
            play::launch::preview,
        )
        .get("/metrics", Public, front::web::show_metrics)
}

/// Where authors build courses.
fn authoring_routes(routes: Routes) -> Routes {
    use Access::{Author, Person, Secretariat};
    use courses::web::{activity, catalogue, media, outline, participants, section, settings};
    let store_picture = media::store_picture.layer(DefaultBodyLimit::max(media::PICTURE_BODY));
    let store_video = media::store_video.layer(DefaultBodyLimit::max(media::VIDEO_BODY));
    routes
        .get("/courses/{id}/picture", Person, media::show_picture)
        .get("/courses/{id}/video", Person, media::show_video)
        .get("/courses/{id}/participants", Author, participants::list)
        .post("/courses/{id}/participants", Author, participants::add)
        .post(
            "/courses/{id}/participants/{user}/delete",
            Author,
            participants::remove,
        )
        .get("/authoring/categories", Author, categories::web::list)
        .post("/authoring/categories", Author, categories::web::add)
        .get(
            "/authoring/categories/{id}",
            Secretariat,
            categories::web::show,
        )
        .post(
            "/authoring/categories/{id}",
            Secretariat,
            categories::web::save,
        )
        .post(
            "/authoring/categories/{id}/move",
            Secretariat,
            categories::web::shift,
        )
        .post(
            "/authoring/categories/{id}/delete",
            Secretariat,
            categories::web::delete,
        )
        .get("/authoring/courses/{id}/settings", Author, settings::show)
        .post("/authoring/courses/{id}/settings", Author, settings::save)
        .post("/authoring/courses/{id}/picture", Author, store_picture)
        .post(
            "/authoring/courses/{id}/picture/delete",
            Author,
            media::delete_picture,
        )
        .post("/authoring/courses/{id}/video", Author, store_video)
        .post(
            "/authoring/courses/{id}/video/delete",
            Author,
            media::delete_video,
        )
        .get("/authoring", Author, catalogue::list)
        .get("/authoring/courses/new", Author, catalogue::new)
        .post("/authoring/courses", Author, catalogue::create)
        .get("/authoring/courses/{id}", Author, outline::show)
        .post(
            "/authoring/courses/{id}/state",
            Author,
            outline::change_state,
        )
        .post("/authoring/courses/{id}/order", Author, outline::reorder)
        .post(
            "/authoring/courses/{id}/activities",
            Author,
            outline::add_activity,
        )
        .post("/authoring/courses/{id}/sections", Author, section::add)
        .get("/authoring/sections/{id}", Author, section::show)
        .post("/authoring/sections/{id}", Author, section::rename)
        .post("/authoring/sections/{id}/delete", Author, section::delete)
        .get("/authoring/activities/{id}", Author, activity::show)
        .post("/authoring/activities/{id}", Author, activity::save)
        .post(
            "/authoring/activities/{id}/delete",
            Author,
            activity::delete,
        )
}

/// Uploading packages and publishing their versions.
fn package_routes(routes: Routes) -> Routes {
    use Access::Author;
    routes
        .get(
            "/authoring/activities/{id}/packages",
            Author,
            versions::web::show_packages,
        )
        .post(
            "/authoring/activities/{id}/packages",
            Author,
            // Counted while it is streamed to disk.
            uploads::web::post_form.layer(DefaultBodyLimit::disable()),
        )
        .post(
            "/authoring/activities/{id}/uploads",
            Author,
            uploads::web::open_upload,
        )
        .get("/authoring/uploads/{id}", Author, uploads::web::show_upload)
        .put("/authoring/uploads/{id}", Author, uploads::web::put_piece)
        .post(
            "/authoring/uploads/{id}/delete",
            Author,
            uploads::web::delete_upload,
        )
        .get(
            "/authoring/versions/{id}",
            Author,
            versions::web::show_version,
        )
        .post(
            "/authoring/versions/{id}/publish",
            Author,
            versions::web::publish,
        )
}

/// Earning, verifying, registering and wording certificates.
fn certificate_routes(routes: Routes) -> Routes {
    use Access::{Author, Person, Public, Secretariat};
    use certificates::web::{designs, holders, register, verify};
    routes
        .post("/courses/{id}/certificate", Person, holders::issue)
        .get("/my/certificates", Person, holders::list_mine)
        .get("/certificates/{id}", Person, holders::show)
        .get(
            "/certificates/{id}/certificate.pdf",
            Person,
            holders::download,
        )
        .get("/certificates/verify", Public, verify::ask)
        .get("/certificates/verify/{code}", Public, verify::answer)
        .get("/certificates", Secretariat, register::list)
        .post("/certificates/{id}/replace", Secretariat, register::replace)
        .post("/certificates/{id}/revoke", Secretariat, register::revoke)
        .get("/authoring/courses/{id}/certificate", Author, designs::show)
        .post("/authoring/courses/{id}/certificate", Author, designs::save)
        .get(
            "/authoring/courses/{id}/certificate/preview.pdf",
            Author,
            designs::preview_saved,
        )
        .post(
            "/authoring/courses/{id}/certificate/preview.pdf",
            Author,
            designs::preview_typed,
        )
}

/// The routes of the content origin: player, commits, package files. No cookies here.
pub fn content_routes() -> Routes {
    use Access::{Capability, Public};
    // What weighs. Commits are answered in a few hundred bytes, thousands of times a second, and files of packages
    // come compressed from the store, with lengths and ranges of their own.
    let small = CompressionLayer::new;
    Routes::default()
        .get(
            "/static/{version}/{*path}",
            Public,
            web::assets::serve.layer(small()),
        )
        .get(
            "/tables/{file}",
            Public,
            play::web::show_tables.layer(small()),
        )
        .get(
            "/play/{token}",
            Capability,
            play::web::show_player.layer(small()),
        )
        .post(
            "/play/{token}/open",
            Capability,
            play::web::open.layer(small()),
        )
        .post("/play/{token}/commit", Capability, play::web::commit)
        .post(
            "/play/{token}/navigate",
            Capability,
            play::web::navigate.layer(small()),
        )
        .post("/play/{token}/heartbeat", Capability, play::web::heartbeat)
        .post("/play/{token}/replay", Capability, play::web::replay)
        .get(
            "/play/{token}/c/{*path}",
            Capability,
            play::web::show_content,
        )
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
