//! `POST /activities/{id}/launch`, the preview, and the launch of a guest: from a click to a capability.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::choice::{Decision, Reopening, Wish, decide};
use super::db::{self, AttemptRow, Launch, LaunchMode, Learner};
use super::live::Place;
use crate::auth::{Author, Key, Network, Person, hash_token};
use crate::courses::Activity;
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::ids::{ActivityId, AttemptId, VersionId};
use crate::web::{Form, Page};
use crate::{App, AppState, courses, guests, learning, versions};

#[derive(Debug, Default, Deserialize)]
pub struct LaunchForm {
    #[serde(default)]
    wish: Wish,
}

#[derive(Debug, Serialize)]
struct ChoicePage<'a> {
    activity: &'a Activity,
    can_retry: bool,
    is_met: bool,
    score: Option<i64>,
}

/// `POST /activities/{id}/launch`, in the pop-up. Opens the player, or asks: review or try again.
pub async fn launch(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<ActivityId>,
    Form(form): Form<LaunchForm>,
) -> AppResult {
    let activity = courses::db::find_activity(&app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let open = courses::db::find_open_course(&app.db, activity.course_id, &person).await?;
    let Some(course) = open else {
        return withdrawn(&app, &page, &person, &activity).await;
    };
    if !activity.is_visible && !course.is_editable_by(&person) {
        return Err(AppError::NotFound);
    }
    let Some(version) = activity.version_id else {
        return Err(AppError::Conflict(page.t("play-no-package")));
    };
    let reopening = if versions::load(&app, version).await?.is_guided() {
        Reopening::GoesOn
    } else {
        Reopening::Asks
    };
    let mut tx = app.db.begin().await?;
    let user = person.user.id;
    let attempts = db::list_attempts(&mut tx, user, id).await?;
    let (is_met, score) = db::find_result(&mut tx, user, id).await?;
    let (mode, attempt, version) = match decide(&activity, &attempts, is_met, reopening, form.wish)
    {
        Decision::Ask { can_retry } => {
            let content = ChoicePage {
                activity: &activity,
                can_retry,
                is_met,
                score,
            };
            return page.render("play/choice.html", &activity.title, &[], &content);
        }
        Decision::Continue { attempt } => {
            db::mark_version(&mut tx, AttemptId(attempt), version).await?;
            let pinned = attempts
                .iter()
                .find(|row| row.id == attempt && row.started_at.is_some());
            let version = pinned.map_or(version, |row| VersionId(row.version_id));
            (LaunchMode::Normal, AttemptId(attempt), version)
        }
        Decision::Begin { number } => {
            let place = place_after(attempts.last())?;
            let attempt = db::insert_attempt(&mut tx, user, id, version, number, &place).await?;
            (LaunchMode::Normal, attempt, version)
        }
        Decision::Review { attempt } => {
            let pinned = attempts.iter().find(|row| row.id == attempt);
            let version = pinned.map_or(version, |row| VersionId(row.version_id));
            (LaunchMode::Review, AttemptId(attempt), version)
        }
    };
    courses::db::insert_enrolment(&mut tx, user, activity.course_id, page.request.now).await?;
    let launch = Launch {
        mode,
        learner: Learner::User(user),
        activity_id: id,
        version_id: version,
        attempt_id: Some(attempt),
    };
    finish(&app, tx, &launch).await
}

/// Someone who is on a course that its authors have taken back knows of it, and is told.
async fn withdrawn(app: &App, page: &Page, person: &Person, activity: &Activity) -> AppResult {
    let course = learning::db::find_withdrawn_course(&app.db, person, activity.course_id)
        .await?
        .ok_or(AppError::NotFound)?;
    page.render_status(
        StatusCode::NOT_FOUND,
        "learning/unavailable.html",
        &course.title,
        &[],
        &json!({}),
    )
}

/// Where a new attempt starts: what sequencing knows of the activities outlives the attempt before.
fn place_after(attempt: Option<&AttemptRow>) -> AppResult<String> {
    let Some(attempt) = attempt else {
        return Ok(String::new());
    };
    let carried = Place {
        sequencing: db::parse_place(&attempt.navigation)?.sequencing,
        ..Place::default()
    };
    serde_json::to_string(&carried).map_err(AppError::internal)
}

/// `POST /authoring/versions/{id}/preview`: plays a version as a learner would; nothing is recorded.
pub async fn preview(
    State(app): State<AppState>,
    author: Author,
    Path(id): Path<VersionId>,
) -> AppResult {
    let version = versions::db::find_version(&app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let activity = courses::db::find_activity(&app.db, version.activity_id)
        .await?
        .ok_or(AppError::NotFound)?;
    courses::db::find_editable_course(&app.db, activity.course_id, &author)
        .await?
        .ok_or(AppError::NotFound)?;
    let launch = Launch {
        mode: LaunchMode::Preview,
        learner: Learner::User(author.user.id),
        activity_id: activity.id,
        version_id: id,
        attempt_id: None,
    };
    let tx = app.db.begin().await?;
    finish(&app, tx, &launch).await
}

/// `POST /demo/activities/{id}/launch`: plays a module of a course that is open to guests; nothing is recorded, of
/// those who have an account neither.
pub async fn launch_guest(
    State(app): State<AppState>,
    page: Page,
    Path(id): Path<ActivityId>,
) -> AppResult {
    let network = Key::Guest(Network::from(page.request.address));
    if !app.guard.admits(&network, page.request.now) {
        return Err(AppError::TooManyRequests);
    }
    let activity = guests::db::find_guest_activity(&app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let version_id = activity.version_id.ok_or(AppError::NotFound)?;
    let launch = Launch {
        mode: LaunchMode::Guest,
        learner: Learner::Guest(page.lang()),
        activity_id: id,
        version_id,
        attempt_id: None,
    };
    let tx = app.db.begin().await?;
    finish(&app, tx, &launch).await
}

async fn finish(app: &AppState, mut tx: Tx, launch: &Launch) -> AppResult {
    let token = app.random.token();
    db::insert_launch(&mut tx, &hash_token(&token), launch, app.clock.now()).await?;
    tx.commit().await?;
    let origin = app.config.content_origin_of(launch.activity_id);
    let player = format!("{origin}/play/{token}");
    Ok(Redirect::to(&player).into_response())
}
