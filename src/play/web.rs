//! The player's endpoints, on the content origin. No cookies: the capability in the path is all.

use std::borrow::Cow;

use axum::extract::{Path, Request, State};
use axum::response::{Html, IntoResponse as _, Response};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode, header};
use percent_encoding::percent_decode_str;
use scorm::navigation::Request as Navigation;
use scorm::runtime::{Standard, tables_json};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::db::LaunchMode;
use super::load::find_learner;
use super::protocol::{CommitRequest, HeartbeatRequest, NavigateRequest, OpenRequest, PlayError};
use super::writer::{Answer, Call};
use crate::AppState;
use crate::error::{AppError, AppResult};
use crate::i18n::{Lang, Zone, messages_of};
use crate::{courses, versions, web};

/// Marks our own answers: a proxy's page with status 200 is not one.
const OURS: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-clikc"),
    HeaderValue::from_static("1"),
);

/// `GET /play/{token}`: the player page. Takes nothing and changes nothing.
pub async fn show_player(State(app): State<AppState>, Path(token): Path<String>) -> AppResult {
    let Some(launch) = app.play.find_launch(&app, &token).await? else {
        return Ok((StatusCode::NOT_FOUND, Html(closed_page(&app)?)).into_response());
    };
    let lang = find_learner(&app, launch.learner)
        .await?
        .ok_or(AppError::NotFound)?
        .lang;
    let activity = courses::db::find_activity(&app.db, launch.activity_id)
        .await?
        .ok_or(AppError::NotFound)?;
    let version = versions::load(&app, launch.version_id).await?;
    let is_guest = launch.mode == LaunchMode::Guest;
    let course_page = if is_guest { "demo" } else { "courses" };
    let nonce = app.random.token();
    let standard = version.package.course.standard;
    let boot = json!({
        "base": format!("/play/{token}"),
        "lang": lang.code(),
        "dir": lang.dir(),
        "strings": messages_of(lang, "player.ftl"),
        "siteOrigin": app.config.site_origin(),
        "activity": activity.id,
        "attempt": launch.attempt_id,
        "activityTitle": activity.title,
        "standard": standard,
        "returnUrl": format!("{}/{course_page}/{}", app.config.site_origin(), activity.course_id),
        "preview": launch.mode == LaunchMode::Preview,
        "guest": is_guest,
    });
    let mut context = tera::Context::new();
    context.insert("lang", lang.code());
    context.insert("dir", lang.dir());
    context.insert("title", &activity.title);
    context.insert("nonce", &nonce);
    context.insert("standard", &standard);
    // `<` must not end the script element it stands in.
    context.insert("boot_json", &boot.to_string().replace('<', "\\u003c"));
    let html = app
        .templates
        .render(lang, Zone::default(), "player/shell.html", &context)?;
    let policy = HeaderValue::from_str(&web::player_policy(&nonce)).map_err(AppError::internal)?;
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response())
}

fn closed_page(app: &AppState) -> Result<String, AppError> {
    let lang = Lang::default();
    let mut context = tera::Context::new();
    context.insert("lang", lang.code());
    context.insert("dir", lang.dir());
    context.insert("site_url", app.config.site_url.as_str());
    Ok(app
        .templates
        .render(lang, Zone::default(), "player/gone.html", &context)?)
}

/// `GET /play/anchor`: nothing. The course page shows it unseen while modules are open, so that their process lives on.
pub async fn show_anchor(State(app): State<AppState>) -> AppResult {
    let policy = web::anchor_policy(&app.config.site_origin());
    let policy = HeaderValue::from_str(&policy).map_err(AppError::internal)?;
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=86400"),
        ),
    ];
    Ok((headers, Html("<!doctype html><title>CLiKC</title>")).into_response())
}

/// `GET /play/{token}/c/{path}`: a file of the package the launch is pinned to.
pub async fn show_content(State(app): State<AppState>, request: Request) -> AppResult {
    // Read by hand: names in old packages need not be UTF-8, and a typed path would refuse them.
    let rest = request.uri().path().strip_prefix("/play/");
    let (token, path) = rest
        .and_then(|rest| rest.split_once("/c/"))
        .ok_or(AppError::NotFound)?;
    let launch = app
        .play
        .find_launch(&app, token)
        .await?
        .ok_or(AppError::NotFound)?;
    let version = versions::load(&app, launch.version_id).await?;
    Ok(versions::serve_file(&app, &version, &decoded(path), request.headers()).await)
}

/// A path as it is spelt in the package: UTF-8, else Latin-1 as old tools wrote it.
fn decoded(path: &str) -> Cow<'_, str> {
    match percent_decode_str(path).into() {
        Cow::Borrowed(_) => Cow::Borrowed(path),
        Cow::Owned(bytes) => Cow::Owned(
            String::from_utf8(bytes)
                .unwrap_or_else(|error| error.as_bytes().iter().copied().map(char::from).collect()),
        ),
    }
}

/// `GET /tables/{standard}.json`: the element tables the adapter interprets.
pub async fn show_tables(Path(file): Path<String>) -> AppResult {
    let standard = match file.as_str() {
        "scorm12.json" => Standard::Scorm12,
        "scorm2004.json" => Standard::Scorm2004,
        _ => return Err(AppError::NotFound),
    };
    let cache = [(header::CACHE_CONTROL, "no-cache")];
    Ok((cache, axum::Json(tables_json(standard))).into_response())
}

macro_rules! endpoints {
    ($($(#[$doc:meta])* $name:ident($body:ty) => $call:expr;)*) => {$(
        $(#[$doc])*
        pub async fn $name(
            State(app): State<AppState>,
            Path(token): Path<String>,
            body: Bytes,
        ) -> Response {
            let Some(request) = parse::<$body>(&body) else { return not_understood() };
            let call: Option<Call> = $call(request);
            let Some(call) = call else { return not_understood() };
            answer(app.play.ask(&app, &token, call).await)
        }
    )*};
}

endpoints! {
    /// `POST /play/{token}/open`: takes a new epoch and delivers where the learner left off.
    open(OpenRequest) => |request: OpenRequest| {
        is_name(&request.window).then_some(Call::Open(request))
    };
    /// `POST /play/{token}/commit`
    commit(CommitRequest) => |request| Some(Call::Commit(request));
    /// `POST /play/{token}/navigate`
    navigate(NavigateRequest) => |request: NavigateRequest| {
        Navigation::parse(&request.request).map(|parsed| Call::Navigate(request, parsed))
    };
    /// `POST /play/{token}/heartbeat`
    heartbeat(HeartbeatRequest) => |request| Some(Call::Heartbeat(request));
    /// `POST /play/{token}/replay`: the journal of an earlier window.
    replay(CommitRequest) => |request| Some(Call::Replay(request));
}

/// A window names itself; what it says is stored and sent to other windows.
fn is_name(window: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (1..=100).contains(&window.len()) && window.chars().all(is_plain)
}

/// Any content type: what a dying page sends arrives as text.
fn parse<T: DeserializeOwned>(body: &Bytes) -> Option<T> {
    serde_json::from_slice(body).ok()
}

fn not_understood() -> Response {
    ours(
        StatusCode::BAD_REQUEST,
        &json!({ "error": "not_understood" }),
    )
}

fn answer(result: Result<Answer, PlayError>) -> Response {
    match result {
        Ok(Answer::Opened(opened)) => ours(StatusCode::OK, &opened),
        Ok(Answer::Committed(committed)) => ours(StatusCode::OK, &committed),
        Ok(Answer::Replayed(replayed)) => ours(StatusCode::OK, &replayed),
        Ok(Answer::Alive) => ([OURS], StatusCode::NO_CONTENT).into_response(),
        Err(error) => refuse(error),
    }
}

fn refuse(error: PlayError) -> Response {
    let conflict = StatusCode::CONFLICT;
    match error {
        PlayError::Unknown => ours(StatusCode::GONE, &json!({ "error": "closed" })),
        PlayError::Closed => ours(StatusCode::GONE, &json!({ "error": "suspended" })),
        PlayError::StaleEpoch => ours(conflict, &json!({ "error": "stale_epoch" })),
        PlayError::Gap { acked } => ours(conflict, &json!({ "error": "gap", "acked": acked })),
        PlayError::ActiveElsewhere { last_seen, window } => ours(
            conflict,
            &json!({ "error": "active_elsewhere", "last_seen": last_seen, "window": window }),
        ),
        PlayError::NotSaved => ours(
            StatusCode::SERVICE_UNAVAILABLE,
            &json!({ "error": "not_saved" }),
        ),
    }
}

fn ours<T: serde::Serialize>(status: StatusCode, body: &T) -> Response {
    (
        [
            OURS,
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ],
        (status, axum::Json(body)),
    )
        .into_response()
}
