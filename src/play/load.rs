//! Reads an attempt from the database into the writer's hands.

use std::collections::BTreeMap;

use scorm::runtime::{Mode, Strictness};
use scorm::sequencing::Shared;

use super::db::{self, AttemptRow, Launch, LaunchMode, Learner};
use super::live::{Live, Setting};
use super::protocol::PlayError;
use super::results::{parse_outcome, rules_of};
use super::slot::Slot;
use crate::App;
use crate::clock::Instant;
use crate::db::DbResult;
use crate::i18n::Lang;
use crate::{courses, users, versions};

/// Who plays, as far as player and content may know.
pub(super) struct Known {
    key: String,
    name: String,
    pub lang: Lang,
    is_suspended: bool,
}

/// `None` when the person is not there any more. All guests are one to the content.
pub(super) async fn find_learner(app: &App, learner: Learner) -> DbResult<Option<Known>> {
    let id = match learner {
        Learner::User(id) => id,
        Learner::Guest(lang) => {
            return Ok(Some(Known {
                key: "guest".to_owned(),
                name: lang.text("guests-name"),
                lang,
                is_suspended: false,
            }));
        }
    };
    let user = users::db::find_user(&app.db, id).await?;
    Ok(user.map(|user| Known {
        name: user.learner_name(),
        key: user.learner_key,
        lang: user.lang,
        is_suspended: user.is_suspended,
    }))
}

pub(super) async fn load_slot(app: &App, launch: &Launch, now: Instant) -> Result<Slot, PlayError> {
    let learner = find_learner(app, launch.learner).await.map_err(not_read)?;
    let learner = learner
        .filter(|learner| !learner.is_suspended)
        .ok_or(PlayError::Closed)?;
    let activity = courses::db::find_activity(&app.db, launch.activity_id)
        .await
        .map_err(not_read)?
        .ok_or(PlayError::Closed)?;
    let attempt = match launch.attempt_id {
        Some(id) => db::find_attempt(&app.db, id)
            .await
            .map_err(not_read)?
            .ok_or(PlayError::Closed)?,
        None => unrecorded_row(launch),
    };
    // The launch's, not the attempt's: its window shows the files of that one.
    let version = versions::load(app, launch.version_id)
        .await
        .map_err(|error| {
            tracing::error!(?error, "a package version cannot be read");
            PlayError::NotSaved
        })?;
    let documents = match launch.attempt_id {
        Some(id) => db::find_documents(&app.db, id).await.map_err(not_read)?,
        None => BTreeMap::new(),
    };
    let outcome = parse_outcome(&attempt.outcome).map_err(not_read)?;
    let setting = Setting {
        version,
        rules: rules_of(&activity),
        strictness: if activity.is_strict {
            Strictness::Strict
        } else {
            Strictness::Lenient
        },
        mode: if launch.mode == LaunchMode::Review {
            Mode::Review
        } else {
            Mode::Normal
        },
        learner_id: learner.key,
        learner_name: learner.name,
    };
    let place = db::parse_place(&attempt.navigation).map_err(not_read)?;
    let has_begun = attempt.started_at.is_some();
    let shared = match launch.learner {
        Learner::User(user) if setting.version.tree.is_some() => {
            db::find_shared(&app.db, user).await.map_err(not_read)?
        }
        _ => Shared::default(),
    };
    Ok(slot(
        attempt,
        launch,
        Live::new(setting, place, documents, outcome, has_begun, shared),
        Facts {
            lang: learner.lang,
            course_id: activity.course_id,
            grading: activity.grading,
            now,
        },
    ))
}

struct Facts {
    lang: Lang,
    course_id: crate::ids::CourseId,
    grading: courses::Grading,
    now: Instant,
}

fn slot(row: AttemptRow, launch: &Launch, live: Live, facts: Facts) -> Slot {
    let stored_outcome = row.started_at.is_some().then(|| live.outcome.clone());
    Slot {
        stored: (row.epoch, row.acked),
        records: launch.mode == LaunchMode::Normal,
        lang: facts.lang,
        course_id: facts.course_id,
        grading: facts.grading,
        stored_outcome,
        is_stored_settled: live.is_settled(),
        stored_shared: live.shared().cloned().unwrap_or_default(),
        is_touched: false,
        strays: Vec::new(),
        used_at: facts.now,
        live,
        row: if launch.mode == LaunchMode::Normal {
            row
        } else {
            without_window(row)
        },
    }
}

/// A review has windows of its own: it never competes with one that records.
fn without_window(row: AttemptRow) -> AttemptRow {
    AttemptRow {
        window_id: None,
        seen_at: None,
        epoch: 0,
        acked: 0,
        ..row
    }
}

/// An attempt that lives in memory alone, where no one's rows are touched.
fn unrecorded_row(launch: &Launch) -> AttemptRow {
    AttemptRow {
        id: 0,
        user_id: 0,
        activity_id: launch.activity_id.0,
        version_id: launch.version_id.0,
        number: 1,
        epoch: 0,
        acked: 0,
        window_id: None,
        seen_at: None,
        started_at: None,
        saved_at: None,
        ended_at: None,
        observed_ms: 0,
        status: String::new(),
        score: None,
        outcome: String::new(),
        navigation: String::new(),
    }
}

fn not_read(error: crate::db::DbError) -> PlayError {
    tracing::error!(%error, "an attempt cannot be read");
    PlayError::NotSaved
}
