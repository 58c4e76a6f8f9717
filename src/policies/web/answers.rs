//! Who consented to what, on the page and as a table.

use axum::extract::Path;

use super::crumbs;
use crate::auth::Secretariat;
use crate::error::{AppError, AppResult};
use crate::ids::PolicyId;
use crate::policies::db;
use crate::policies::pages::AnswersPage;
use crate::sheets;
use crate::web::{Page, send_table};

/// Shown at once; the table holds all.
const MOST: usize = 200;

/// `GET /policies/{id}/answers`
pub async fn list(page: Page, _: Secretariat, Path(id): Path<PolicyId>) -> AppResult {
    let policy = db::find_policy(&page.app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let answers = db::list_answers(&page.app.db, id).await?;
    let given = answers.iter().filter(|answer| answer.is_given).count();
    let content = AnswersPage {
        id: id.0,
        given,
        withheld: answers.len() - given,
        rows: answers.iter().take(MOST).map(Into::into).collect(),
    };
    let name = [("policy", policy.name.into())];
    let title = page.lang().text_with("policies-answers-of", &name);
    page.render("policies/answers.html", &title, &crumbs(&page), &content)
}

/// `GET /policies/{id}/answers.csv`
pub async fn export(page: Page, _: Secretariat, Path(id): Path<PolicyId>) -> AppResult {
    db::find_policy(&page.app.db, id)
        .await?
        .ok_or(AppError::NotFound)?;
    let answers = db::list_answers(&page.app.db, id).await?;
    let columns = [
        "requests-person",
        "requests-email",
        "courses-organisation",
        "policies-version-column",
        "policies-answer",
        "requests-language",
        "policies-answered-on",
    ];
    let rows = answers.iter().map(|answer| {
        let told = if answer.is_given {
            "policies-given"
        } else {
            "policies-withheld"
        };
        vec![
            format!("{} {}", answer.given_name, answer.family_name),
            answer.email.clone(),
            answer.organisation.clone(),
            answer.number.to_string(),
            page.t(told),
            answer.lang.clone(),
            page.date_time(crate::clock::Instant(answer.at)),
        ]
    });
    let table = sheets::write(&columns.map(|key| page.t(key)), rows);
    Ok(send_table("consents", table))
}
