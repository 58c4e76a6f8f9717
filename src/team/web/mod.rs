//! The team's pages: the list, suspending and reactivating.

pub mod delete;
pub mod invite;
pub mod member;
pub mod transfer;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect};
use serde::Deserialize;

use super::db::{self, Wanted};
use super::pages::{MemberRow, TeamPage, Undo};
use super::{Member, pages};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Coordinator;
use crate::db::{DbResult, Tx};
use crate::error::{AppError, AppResult};
use crate::ids::{OrganisationId, UserId};
use crate::jobs;
use crate::users;
use crate::web::{Choice, FlashKind, Form, Page, Pager, Slice};

const LIST: &str = "/team";
const PAGE_ROWS: i64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    q: String,
    page: i64,
    /// Whose state was changed a moment ago.
    changed: String,
}

/// `GET /team`
pub async fn list(page: Page, coordinator: Coordinator, Query(search): Query<Search>) -> AppResult {
    let db = &page.app.db;
    let lang = page.lang();
    let wanted = Wanted {
        scope: coordinator.scope(),
        words: &search.q,
    };
    let slice = Slice::new(search.page, PAGE_ROWS);
    let members = db::list_members(db, wanted, slice).await?;
    let total = db::count_members(db, wanted).await?;
    let row = |member: &Member| MemberRow::new(lang, member, &coordinator);
    let content = TeamPage {
        rows: members.iter().map(row).collect(),
        shows_organisations: wanted.scope.is_none(),
        total,
        pager: Pager::new(lang, slice, members.len(), total, |at| url(&search.q, at)),
        undo: undo(&page, &coordinator, &search.changed).await?,
        query: search.q,
    };
    page.render("team/list.html", &page.t("team-title"), &[], &content)
}

fn url(query: &str, at: i64) -> String {
    let fields = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("q", query)
        .append_pair("page", &at.to_string())
        .finish();
    format!("{LIST}?{fields}")
}

/// The way back, while those named are still as they were left.
async fn undo(page: &Page, coordinator: &Coordinator, changed: &str) -> AppResult<Option<Undo>> {
    let mut people = Vec::new();
    let mut names = Vec::new();
    let mut is_suspended = false;
    for id in changed.split(',').filter_map(|id| id.parse().ok()) {
        let found = db::find_member(&page.app.db, UserId(id), coordinator.scope()).await?;
        if let Some(member) = found {
            is_suspended = member.is_suspended;
            names.push(member.full_name());
            people.push(id);
        }
    }
    if people.is_empty() {
        return Ok(None);
    }
    let (key, action) = if is_suspended {
        ("team-suspended", "reactivate")
    } else {
        ("team-reactivated", "suspend")
    };
    let values = [
        ("count", people.len().into()),
        ("name", names.join(", ").into()),
    ];
    Ok(Some(Undo {
        told: page.lang().text_with(key, &values),
        people,
        action,
    }))
}

/// Within the coordinator's administration and below their role, or not there at all.
async fn find(app: &AppState, coordinator: &Coordinator, id: UserId) -> AppResult<Member> {
    db::find_member(&app.db, id, coordinator.scope())
        .await?
        .ok_or(AppError::NotFound)
}

fn changeable(member: Member, coordinator: &Coordinator) -> AppResult<Member> {
    if member.may_be_changed_by(coordinator) {
        Ok(member)
    } else {
        Err(AppError::Forbidden)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Change {
    Suspend,
    Reactivate,
}

#[derive(Debug, Deserialize)]
pub struct StateForm {
    action: Change,
    #[serde(default)]
    person: Vec<UserId>,
}

/// `POST /team/state`: one or many. Their sessions and running modules end at once.
pub async fn change_state(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Form(form): Form<StateForm>,
) -> AppResult {
    let is_suspending = form.action == Change::Suspend;
    let action = if is_suspending {
        "user.suspend"
    } else {
        "user.reactivate"
    };
    let mut changed = Vec::new();
    for id in form.person {
        let member = match find(&app, &coordinator, id).await {
            Ok(member) => member,
            Err(AppError::NotFound) => continue,
            Err(error) => return Err(error),
        };
        let Ok(member) = changeable(member, &coordinator) else {
            continue;
        };
        let mut tx = app.db.begin().await?;
        if users::db::mark_suspended(&mut tx, id, is_suspending).await? == 1 {
            record(&mut tx, &page, action, member.whose(), &member.username).await?;
            tx.commit().await?;
            changed.push(id.to_string());
        }
    }
    if changed.is_empty() {
        return Ok(page.redirect(LIST, FlashKind::Info, "team-none-changed"));
    }
    let to = format!("{LIST}?changed={}", changed.join(","));
    Ok(Redirect::to(&to).into_response())
}

async fn record(
    tx: &mut Tx,
    page: &Page,
    action: &str,
    (id, organisation): (UserId, OrganisationId),
    detail: &str,
) -> DbResult<()> {
    let subject = format!("user {id}");
    let deed = Deed {
        action,
        subject: &subject,
        detail,
    };
    audit::record_about(tx, &page.request, deed, Some(organisation)).await
}

/// `POST /team/{id}/invitation`: a new temporary password for somebody who has never logged in.
pub async fn invite_again(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<UserId>,
) -> AppResult {
    let member = changeable(find(&app, &coordinator, id).await?, &coordinator)?;
    if !member.is_invited {
        return Err(AppError::Conflict(page.t("team-not-invited")));
    }
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    let job = jobs::Job::SendInvitation { user: id };
    jobs::enqueue(&mut tx, &job, now).await?;
    record(
        &mut tx,
        &page,
        "user.invite",
        member.whose(),
        &member.username,
    )
    .await?;
    tx.commit().await?;
    Ok(page.redirect(
        &format!("{LIST}/{id}"),
        FlashKind::Success,
        "team-invited-again",
    ))
}

fn crumbs(page: &Page) -> [(String, String); 1] {
    [(page.t("team-title"), LIST.to_owned())]
}

pub(super) fn choices_for(page: &Page, coordinator: &Coordinator) -> Vec<Choice> {
    if coordinator.role.is_secretariat() {
        pages::role_choices(page.lang())
    } else {
        Vec::new()
    }
}
