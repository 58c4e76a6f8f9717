//! The question that stands before everything else, and policies to read.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect};
use http::StatusCode;
use serde::Deserialize;

use crate::AppState;
use crate::auth::AtGate;
use crate::auth::web::local_path;
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::{PolicyId, PolicyVersionId};
use crate::policies::db;
use crate::policies::pages::{ConsentPage, ReadPage, Reading};
use crate::web::{Form, Page};

const HERE: &str = "/policies/consent";

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The language to read in, which is not the site's.
    lang: String,
    /// "No" was said.
    withheld: Option<String>,
    /// Where the person was going.
    next: String,
}

impl Wanted {
    fn lang(&self, page: &Page) -> Lang {
        Lang::parse(&self.lang).unwrap_or(page.lang())
    }
}

/// `GET /policies/consent`: the first question that is open; without any, where the person was going.
pub async fn ask(page: Page, AtGate(person): AtGate, Query(wanted): Query<Wanted>) -> AppResult {
    let questions = db::list_questions(&page.app.db, person.user.id).await?;
    let first = questions.first();
    let Some(reading) = first.and_then(|one| Reading::new(one, wanted.lang(&page))) else {
        return Ok(Redirect::to(local_path(&wanted.next)).into_response());
    };
    let content = ConsentPage {
        reading,
        remaining: questions.len(),
        is_withheld: wanted.withheld.is_some(),
        text_url: format!("{}&", here(&wanted.next)),
        next: wanted.next,
    };
    let title = content.reading.title().to_owned();
    page.render("policies/consent.html", &title, &[], &content)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Answer {
    Yes,
    No,
}

impl Answer {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct AnswerForm {
    version: PolicyVersionId,
    answer: Answer,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    next: String,
}

/// `POST /policies/consent`: only what is asked can be answered.
pub async fn answer(
    State(app): State<AppState>,
    page: Page,
    AtGate(person): AtGate,
    Form(form): Form<AnswerForm>,
) -> AppResult {
    let questions = db::list_questions(&app.db, person.user.id).await?;
    let asked = questions.iter().find(|one| one.version.id == form.version);
    let Some(question) = asked else {
        return Ok(Redirect::to(local_path(&form.next)).into_response());
    };
    let lang = Lang::parse(&form.lang).unwrap_or(page.lang());
    let is_given = form.answer == Answer::Yes;
    let mut tx = app.db.begin().await?;
    let whose = (person.user.id, form.version);
    db::insert_consent(&mut tx, whose, is_given, lang, page.request.now).await?;
    tx.commit().await?;
    let mut to = here(&form.next);
    if !is_given && question.policy.is_mandatory {
        to = format!("{to}&withheld=1&lang={}", lang.code());
    }
    Ok(Redirect::to(&to).into_response())
}

/// This page, for somebody who was going somewhere.
fn here(next: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("next", local_path(next))
        .finish();
    format!("{HERE}?{query}")
}

/// `GET /policies/{id}`: what is in force, for everybody.
pub async fn read(page: Page, Path(id): Path<PolicyId>, Query(wanted): Query<Wanted>) -> AppResult {
    let in_force = db::list_in_force(&page.app.db).await?;
    let question = in_force.iter().find(|one| one.policy.id == id);
    let reading = question
        .and_then(|one| Reading::new(one, wanted.lang(&page)))
        .ok_or(AppError::NotFound)?;
    let title = reading.title().to_owned();
    let content = ReadPage {
        reading,
        text_url: format!("/policies/{id}?"),
    };
    page.render_status(StatusCode::OK, "policies/read.html", &title, &[], &content)
}
