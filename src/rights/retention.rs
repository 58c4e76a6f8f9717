//! Who has been away for longer than their administration keeps people: told first, put onto the deletion list thirty
//! days later, and never deleted by time alone.

use super::WARN_DAYS;
use super::db::{self, Retained, Warned};
use crate::App;
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::ids::OrganisationId;
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::organisations;

/// People told in one transaction.
const PEOPLE_AT_ONCE: i64 = 200;

/// Changes how long an administration keeps people who do not come, and begins or ends its daily check.
pub(crate) async fn change(
    tx: &mut Tx,
    organisation: OrganisationId,
    months: Option<i64>,
    now: Instant,
) -> DbResult<u64> {
    let due = months.map(|_| now);
    let changed = organisations::db::update_retention(tx, organisation, (months, due)).await?;
    if months.is_some() {
        let job = Job::ReviewRetention {
            organisation,
            due: now,
        };
        jobs::enqueue(tx, &job, now).await?;
    } else {
        db::mark_released(tx, organisation, None, now).await?;
        db::delete_warnings(tx, Warned::All(organisation)).await?;
    }
    Ok(changed)
}

/// The `ReviewRetention` job. It does nothing when another check is planned by now; done twice, it tells nobody twice.
pub(crate) async fn review(
    app: &App,
    (id, due): (OrganisationId, Instant),
    now: Instant,
) -> anyhow::Result<()> {
    let planned = organisations::db::find_retention(&app.db, id).await?;
    let Some((months, _)) = planned.filter(|(_, planned)| *planned == due) else {
        return Ok(());
    };
    let before = months_before(now, months);
    let soon = months_before(now.plus_days(WARN_DAYS), months);
    let list_at = now.plus_days(WARN_DAYS);
    while warn(app, id, (soon, list_at), now).await? == PEOPLE_AT_ONCE {}
    let mut tx = app.db.begin().await?;
    db::mark_released(&mut tx, id, Some(before), now).await?;
    let warned = now.plus_days(-WARN_DAYS);
    db::insert_away(&mut tx, id, (before, warned), now).await?;
    let next = now.plus_days(1);
    if db::mark_due(&mut tx, id, due, next).await? {
        let again = Job::ReviewRetention {
            organisation: id,
            due: next,
        };
        jobs::enqueue_for(&mut tx, &again, next, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Tells some of those who are about to come onto the list. How many.
async fn warn(
    app: &App,
    id: OrganisationId,
    (soon, list_at): (Instant, Instant),
    now: Instant,
) -> DbResult<i64> {
    let mut tx = app.db.begin().await?;
    let warned = db::mark_warned(&mut tx, id, soon, now, PEOPLE_AT_ONCE).await?;
    let organisation = organisations::db::find_organisation(&app.db, id).await?;
    let organisation = organisation.map(|found| found.name).unwrap_or_default();
    for person in &warned {
        let mail = warning(person, &organisation, list_at);
        jobs::enqueue(&mut tx, &Job::SendMail(mail), now).await?;
    }
    tx.commit().await?;
    Ok(warned.len() as i64)
}

fn warning(person: &Retained, organisation: &str, list_at: Instant) -> Mail {
    Mail {
        to: person.email.clone(),
        lang: person.lang,
        template: "retention_warning".to_owned(),
        values: serde_json::json!({
            "name": person.name,
            "organisation": organisation,
            "list_at": list_at.0,
            "path": "/login",
        }),
    }
}

/// As calendars count them, in UTC.
fn months_before(at: Instant, months: i64) -> Instant {
    let then = jiff::Timestamp::from_millisecond(at.0).ok().and_then(|at| {
        let span = jiff::Span::new().try_months(months).ok()?;
        at.to_zoned(jiff::tz::TimeZone::UTC).checked_sub(span).ok()
    });
    then.map_or(Instant(i64::MIN), |then| {
        Instant(then.timestamp().as_millisecond())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar() {
        let at = |day: &str| Instant::of_date(day).expect("a day");
        assert_eq!(months_before(at("2026-05-31"), 6), at("2025-11-30"));
        assert_eq!(months_before(at("2028-02-29"), 12), at("2027-02-28"));
        assert_eq!(months_before(at("2026-05-03"), 240), at("2006-05-03"));
    }
}
