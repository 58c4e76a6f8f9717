//! One's own consents: what was answered, when and to which version; and changing what is optional.

use axum::extract::State;
use serde::Deserialize;

use super::consent::Answer;
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Person;
use crate::error::{AppError, AppResult};
use crate::ids::PolicyVersionId;
use crate::policies::db;
use crate::policies::pages::{MinePage, MyAnswer, MyPolicy};
use crate::web::{FlashKind, Form, Page};

const HERE: &str = "/profile/consents";

/// `GET /profile/consents`
pub async fn show(page: Page, person: Person) -> AppResult {
    let (db, lang) = (&page.app.db, page.lang());
    let answers = db::list_own_answers(db, person.user.id).await?;
    let in_force = db::list_in_force(db).await?;
    let mine = in_force
        .iter()
        .filter_map(|question| MyPolicy::new(question, &answers, lang));
    let content = MinePage {
        policies: mine.collect(),
        answers: answers.iter().map(MyAnswer::from).collect(),
    };
    let crumbs = [(page.t("profile-title"), "/profile".to_owned())];
    let title = page.t("policies-mine");
    page.render("policies/mine.html", &title, &crumbs, &content)
}

#[derive(Debug, Deserialize)]
pub struct ChangeForm {
    version: PolicyVersionId,
    answer: Answer,
}

/// `POST /profile/consents`: only of what is in force and optional. Every answer is kept; the newest counts.
pub async fn change(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Form(form): Form<ChangeForm>,
) -> AppResult {
    let in_force = db::list_in_force(&app.db).await?;
    let question = in_force.iter().find(|one| one.version.id == form.version);
    let Some(question) = question else {
        return Err(AppError::Conflict(page.t("policies-not-in-force")));
    };
    if question.policy.is_mandatory {
        return Err(AppError::Conflict(page.t("policies-mandatory-stays")));
    }
    let is_given = form.answer == Answer::Yes;
    let before = db::find_answer(&app.db, person.user.id, form.version).await?;
    if before.is_some_and(|before| before.is_given == is_given) {
        return Ok(page.redirect(HERE, FlashKind::Info, "policies-unchanged"));
    }
    let whose = (person.user.id, form.version);
    let mut tx = app.db.begin().await?;
    db::insert_consent(&mut tx, whose, is_given, page.lang(), page.request.now).await?;
    let deed = Deed {
        action: "policy.answer",
        subject: &format!("user {}", person.user.id),
        detail: &format!("policy version {}: {}", form.version, form.answer.name()),
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(page.redirect(HERE, FlashKind::Success, "policies-answer-changed"))
}
