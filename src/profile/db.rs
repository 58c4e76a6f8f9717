//! All SQL about profiles and changes of address.

use sqlx::FromRow;

use super::{Profile, ProfileInput};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::{Lang, fold};
use crate::ids::{OrganisationId, UserId};
use crate::media::MediaRef;

#[derive(Debug, FromRow)]
struct ProfileRow {
    id: i64,
    organisation_id: i64,
    organisation: String,
    position: Option<String>,
    given_name: String,
    family_name: String,
    email: String,
    lang: String,
    city: String,
    country: String,
    time_zone: String,
    description: String,
    interests: String,
    picture_hash: Option<String>,
    picture_mime: Option<String>,
}

impl TryFrom<ProfileRow> for Profile {
    type Error = DbError;

    fn try_from(row: ProfileRow) -> DbResult<Self> {
        Ok(Self {
            id: UserId(row.id),
            organisation_id: OrganisationId(row.organisation_id),
            lang: Lang::parse(&row.lang)
                .ok_or_else(|| DbError::ImpossibleRow(format!("user {}: lang", row.id)))?,
            picture: row
                .picture_hash
                .zip(row.picture_mime)
                .map(|(hash, mime)| MediaRef { hash, mime }),
            organisation: row.organisation,
            position: row.position,
            given_name: row.given_name,
            family_name: row.family_name,
            email: row.email,
            city: row.city,
            country: row.country,
            time_zone: row.time_zone,
            description: row.description,
            interests: row.interests,
        })
    }
}

pub async fn find_profile(db: &Db, id: UserId) -> DbResult<Option<Profile>> {
    let row: Option<ProfileRow> = db
        .find(
            "SELECT u.id, u.organisation_id, o.name AS organisation, p.name AS position, u.given_name, \
             u.family_name, u.email, u.lang, u.city, u.country, u.time_zone, u.description, u.interests, \
             u.picture_hash, u.picture_mime FROM users u JOIN organisations o ON o.id = u.organisation_id \
             LEFT JOIN job_assignments j ON j.user_id = u.id AND j.ended_at IS NULL \
             LEFT JOIN positions p ON p.id = j.position_id WHERE u.id = $1 AND u.state <> 'deleted'",
            args![id],
        )
        .await?;
    row.map(Profile::try_from).transpose()
}

/// Everything but the address.
pub async fn update_profile(tx: &mut Tx, id: UserId, input: &ProfileInput) -> DbResult<u64> {
    tx.execute(
        "UPDATE users SET given_name = $2, family_name = $3, name_folded = $4, lang = $5, city = $6, \
         country = $7, time_zone = $8, description = $9, interests = $10 WHERE id = $1",
        args![
            id,
            &input.given_name,
            &input.family_name,
            fold(&format!("{} {}", input.given_name, input.family_name)),
            input.lang,
            &input.city,
            &input.country,
            &input.time_zone,
            &input.description,
            &input.interests
        ],
    )
    .await
}

pub async fn mark_picture(db: &Db, id: UserId, picture: Option<&MediaRef>) -> DbResult<u64> {
    db.execute(
        "UPDATE users SET picture_hash = $2, picture_mime = $3 WHERE id = $1",
        args![
            id,
            picture.map(|picture| picture.hash.clone()),
            picture.map(|picture| picture.mime.clone())
        ],
    )
    .await
}

/// The newest wish counts; an earlier link is dead.
pub async fn write_email_change(
    tx: &mut Tx,
    id: UserId,
    email: &str,
    (token_hash, expires_at): (&str, Instant),
) -> DbResult<()> {
    tx.execute("DELETE FROM email_changes WHERE user_id = $1", args![id])
        .await?;
    tx.execute(
        "INSERT INTO email_changes (user_id, email, token_hash, expires_at) VALUES ($1, $2, $3, $4)",
        args![id, email, token_hash, expires_at],
    )
    .await?;
    Ok(())
}

/// Whose link it is, and the address it confirms.
pub async fn find_email_change(
    db: &Db,
    token_hash: &str,
    now: Instant,
) -> DbResult<Option<(UserId, String)>> {
    let row: Option<(i64, String)> = db
        .find(
            "SELECT c.user_id, c.email FROM email_changes c JOIN users u ON u.id = c.user_id \
             WHERE c.token_hash = $1 AND c.expires_at > $2 AND u.state = 'active'",
            args![token_hash, now],
        )
        .await?;
    Ok(row.map(|(id, email)| (UserId(id), email)))
}

/// Uses the link up; false when it was used before.
pub async fn delete_email_change(tx: &mut Tx, token_hash: &str) -> DbResult<bool> {
    let deleted = tx
        .execute(
            "DELETE FROM email_changes WHERE token_hash = $1",
            args![token_hash],
        )
        .await?;
    Ok(deleted == 1)
}

/// Fails as a duplicate when somebody else has the address by now.
pub async fn mark_email(tx: &mut Tx, id: UserId, email: &str) -> DbResult<u64> {
    tx.execute(
        "UPDATE users SET email = $2, email_folded = $3 WHERE id = $1",
        args![id, email, email.to_lowercase()],
    )
    .await
}
