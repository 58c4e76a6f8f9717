//! The capabilities of guests. No other row speaks of them, and these end with time, or with their course's opening.

use super::{Launch, LaunchMode, Learner};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{ActivityId, VersionId};

/// Long enough for a module with a pause in it.
const GUEST_HOURS: i64 = 4;

/// Also forgets those whose time is up.
pub(in crate::play) async fn insert_guest_launch(
    tx: &mut Tx,
    token_hash: &str,
    launch: &Launch,
    lang: Lang,
    now: Instant,
) -> DbResult<()> {
    tx.execute(
        "DELETE FROM guest_launches WHERE expires_at <= $1",
        args![now],
    )
    .await?;
    tx.execute(
        "INSERT INTO guest_launches (token_hash, activity_id, version_id, lang, expires_at) \
         VALUES ($1, $2, $3, $4, $5)",
        args![
            token_hash,
            launch.activity_id,
            launch.version_id,
            lang,
            now.plus_hours(GUEST_HOURS)
        ],
    )
    .await?;
    Ok(())
}

/// As long as its time runs and its course is open to guests.
pub(in crate::play) async fn find_guest_launch(
    db: &Db,
    token_hash: &str,
    now: Instant,
) -> DbResult<Option<Launch>> {
    let row: Option<(i64, i64, String)> = db
        .find(
            "SELECT g.activity_id, g.version_id, g.lang FROM guest_launches g \
             JOIN activities a ON a.id = g.activity_id JOIN courses c ON c.id = a.course_id \
             WHERE g.token_hash = $1 AND g.expires_at > $2 AND a.is_visible \
             AND c.is_open_to_guests AND c.state = 'published'",
            args![token_hash, now],
        )
        .await?;
    row.map(|(activity, version, lang)| {
        let lang = Lang::parse(&lang)
            .ok_or_else(|| DbError::ImpossibleRow(format!("guest launch: lang {lang}")))?;
        Ok(Launch {
            mode: LaunchMode::Guest,
            learner: Learner::Guest(lang),
            activity_id: ActivityId(activity),
            version_id: VersionId(version),
            attempt_id: None,
        })
    })
    .transpose()
}
