//! Who coordinates an administration, and until when.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{Shown, find, record, render, url};
use crate::AppState;
use crate::alerts::{self, Kind, NewAlert};
use crate::auth::Secretariat;
use crate::clock::Instant;
use crate::error::{AppError, AppResult};
use crate::ids::{DesignationId, OrganisationId, UserId};
use crate::organisations::{Clash, DesignationKind, Term, db};
use crate::users;
use crate::web::{Fault, FlashKind, Form, Page};

/// A designation as typed; days are as date fields send them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DesignationForm {
    person: String,
    kind: String,
    /// Empty: at once.
    from: String,
    /// The last day. Empty: until further notice.
    until: String,
}

struct Wanted {
    kind: DesignationKind,
    term: Term,
}

impl DesignationForm {
    fn parse(&self, now: Instant) -> Result<Wanted, Vec<Fault>> {
        let mut faults = Vec::new();
        let kind = DesignationKind::parse(&self.kind);
        if kind.is_none() {
            faults.push(Fault::new("kind", "courses-fault-choice"));
        }
        let day = |text: &str| match text.trim() {
            "" => Ok(None),
            text => Instant::of_date(text).map(Some).ok_or(()),
        };
        let (from, until) = (day(&self.from), day(&self.until));
        if from.is_err() {
            faults.push(Fault::new("from", "organisations-fault-date"));
        }
        // What has passed cannot be changed any more: a term begins now at the earliest.
        let starts_at = from.ok().flatten().unwrap_or(now).max(now);
        let ends_at = until.map(|last| last.map(|last| last.plus_days(1)));
        if ends_at.is_err() {
            faults.push(Fault::new("until", "organisations-fault-date"));
        }
        let ends_at = ends_at.ok().flatten();
        if ends_at.is_some_and(|end| end <= starts_at) {
            faults.push(Fault::new("until", "organisations-fault-order"));
        }
        match kind {
            Some(kind) if faults.is_empty() => Ok(Wanted {
                kind,
                term: Term { starts_at, ends_at },
            }),
            _ => Err(faults),
        }
    }
}

/// `POST /organisations/{id}/designations`
pub async fn add(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<OrganisationId>,
    Form(form): Form<DesignationForm>,
) -> AppResult {
    let organisation = find(&page, id).await?;
    let again = |form: DesignationForm, faults: Vec<Fault>| Shown {
        designation: form,
        faults,
        ..Shown::of(&organisation)
    };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let wanted = match form.parse(page.request.now) {
        Ok(wanted) => wanted,
        Err(faults) => {
            return render(&page, unprocessable, &organisation, again(form, faults)).await;
        }
    };
    let found = users::db::find_user_by_login(&app.db, &form.person).await?;
    let person = found.filter(|user| user.organisation_id == id && !user.is_suspended);
    let Some(person) = person else {
        let unknown = vec![Fault::new("person", "organisations-fault-person")];
        return render(&page, unprocessable, &organisation, again(form, unknown)).await;
    };
    let Some(handed_over) = designate(&page, (id, &organisation.name), person.id, &wanted).await?
    else {
        let clash = vec![Fault::new("from", "organisations-fault-clash")];
        return render(&page, unprocessable, &organisation, again(form, clash)).await;
    };
    let told = if handed_over > 0 {
        "organisations-handed-over"
    } else {
        "organisations-designated"
    };
    Ok(page.redirect(&url(id), FlashKind::Success, told))
}

/// How many hand over to the new one; `None` when it would stand against one that is there.
async fn designate(
    page: &Page,
    (id, name): (OrganisationId, &str),
    person: UserId,
    wanted: &Wanted,
) -> AppResult<Option<usize>> {
    let now = page.request.now;
    let mut tx = page.app.db.begin().await?;
    let others = db::lock_designations(&mut tx, id, now).await?;
    let mut handed_over = 0;
    for other in &others {
        match other.clash(person, wanted.kind, wanted.term) {
            Clash::None => {}
            Clash::Refused => return Ok(None),
            Clash::HandsOver => {
                handed_over += 1;
                db::mark_designation_ended(&mut tx, other.id, wanted.term.starts_at).await?;
            }
        }
    }
    db::insert_designation(&mut tx, (id, person), wanted.kind, wanted.term, now).await?;
    let alert = NewAlert {
        to: person,
        kind: Kind::Designated,
        details: &[("organisation", name)],
        path: "/applications",
    };
    alerts::db::insert_alert(&mut tx, &alert, now).await?;
    let detail = format!("{} user {person}", wanted.kind.name());
    record(&mut tx, page, "organisation.designate", id, &detail).await?;
    tx.commit().await?;
    Ok(Some(handed_over))
}

/// `POST /organisations/{id}/designations/{designation}/end`
pub async fn end(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path((id, designation)): Path<(OrganisationId, DesignationId)>,
) -> AppResult {
    find(&page, id).await?;
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    let others = db::lock_designations(&mut tx, id, now).await?;
    let Some(ended) = others.iter().find(|other| other.id == designation) else {
        return Err(AppError::NotFound);
    };
    db::mark_designation_ended(&mut tx, designation, now).await?;
    let detail = format!("{} user {}", ended.kind.name(), ended.user_id);
    record(&mut tx, &page, "organisation.end_designation", id, &detail).await?;
    tx.commit().await?;
    Ok(page.redirect(&url(id), FlashKind::Success, "organisations-ended"))
}
