//! SQL about what packages share beyond one attempt, by learner.

use scorm::sequencing::Shared;

use crate::args;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::ids::UserId;

const OBJECTIVE: &str = "objective";
const STORE: &str = "store";

pub(in crate::play) async fn find_shared(db: &Db, user: UserId) -> DbResult<Shared> {
    let rows: Vec<(String, String, String)> = db
        .all(
            "SELECT kind, target, value FROM learner_shared WHERE user_id = $1",
            args![user],
        )
        .await?;
    let mut shared = Shared::default();
    for (kind, target, value) in rows {
        if kind == STORE {
            shared.stores.insert(target, value);
        } else {
            let progress = serde_json::from_str(&value).map_err(|error| {
                DbError::ImpossibleRow(format!("shared objective {target}: {error}"))
            })?;
            shared.objectives.insert(target, progress);
        }
    }
    Ok(shared)
}

/// One value that changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::play) struct SharedWrite {
    user: UserId,
    kind: &'static str,
    target: String,
    value: String,
}

/// What of `now` differs from `before`. Nothing is ever taken away.
pub(in crate::play) fn changes(
    user: UserId,
    before: &Shared,
    now: &Shared,
) -> Result<Vec<SharedWrite>, serde_json::Error> {
    let mut writes = Vec::new();
    let mut note = |kind, target: &String, value| {
        let target = target.clone();
        writes.push(SharedWrite {
            user,
            kind,
            target,
            value,
        });
    };
    for (target, progress) in &now.objectives {
        if before.objectives.get(target) != Some(progress) {
            note(OBJECTIVE, target, serde_json::to_string(progress)?);
        }
    }
    for (target, text) in &now.stores {
        if before.stores.get(target) != Some(text) {
            note(STORE, target, text.clone());
        }
    }
    Ok(writes)
}

pub(in crate::play) async fn write_shared(
    tx: &mut Tx,
    mut writes: Vec<SharedWrite>,
) -> DbResult<()> {
    // In one order everywhere: two writers must not wait for each other's rows.
    writes.sort();
    for write in &writes {
        tx.execute(
            "INSERT INTO learner_shared (user_id, kind, target, value) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (user_id, kind, target) DO UPDATE SET value = excluded.value",
            args![write.user, write.kind, &write.target, &write.value],
        )
        .await?;
    }
    Ok(())
}
