//! An author's courses, and adding one.

use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;

use super::{authoring_crumbs, editor_url};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Author;
use crate::courses::input::{CourseForm, CourseInput, NewCourse, ShortName};
use crate::courses::pages::{self, ListPage, NewCoursePage};
use crate::courses::{Audience, db};
use crate::db::{DbResult, Tx};
use crate::error::AppResult;
use crate::i18n::fold;
use crate::ids::CourseId;
use crate::web::{Choice, Fault, Faults, FlashKind, Form, Page};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    q: String,
}

/// `GET /authoring`: the courses this author may edit, newest questions first answered by a search.
pub async fn list(page: Page, author: Author, Query(search): Query<Search>) -> AppResult {
    let all = db::list_editable_courses(&page.app.db, author.scope()).await?;
    let is_empty = all.is_empty();
    let wanted = fold(search.q.trim());
    let courses = all
        .into_iter()
        .filter(|row| {
            fold(&row.course.title).contains(&wanted)
                || fold(&row.course.short_name).contains(&wanted)
        })
        .collect();
    let content = ListPage {
        courses,
        q: search.q,
        is_empty,
        shows_organisations: author.scope().is_none(),
    };
    let title = page.t("courses-authoring");
    page.render("courses/list.html", &title, &[], &content)
}

/// `GET /authoring/courses/new`
pub async fn new(page: Page, _author: Author) -> AppResult {
    let form = CourseForm {
        lang: page.lang().code().to_owned(),
        audience: Audience::Organisation.name().to_owned(),
        ..CourseForm::default()
    };
    new_page(&page, StatusCode::OK, &form, &[]).await
}

async fn new_page(
    page: &Page,
    status: StatusCode,
    form: &CourseForm,
    faults: &[Fault],
) -> AppResult {
    let content = NewCoursePage {
        form,
        faults: Faults::tell(page.lang(), faults),
        categories: pages::category_choices(&db::list_categories(&page.app.db).await?),
        course_languages: Choice::languages(),
    };
    let title = page.t("courses-add");
    page.render_status(
        status,
        "courses/new.html",
        &title,
        &authoring_crumbs(page),
        &content,
    )
}

/// `POST /authoring/courses`
pub async fn create(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Form(form): Form<CourseForm>,
) -> AppResult {
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let categories = db::list_categories(&app.db).await?;
    let input = match form.parse(&categories) {
        Ok(input) => input,
        Err(faults) => return new_page(&page, unprocessable, &form, &faults).await,
    };
    let is_suggested = form.short_name.trim().is_empty();
    let mut tx = app.db.begin().await?;
    let Some(input) = with_free_short_name(&mut tx, input, is_suggested).await? else {
        drop(tx);
        let taken = Fault::new("short_name", "courses-fault-short-name-taken");
        return new_page(&page, unprocessable, &form, &[taken]).await;
    };
    let course = NewCourse {
        input,
        organisation_id: author.user.organisation_id,
        created_by: author.user.id,
    };
    let id = db::insert_course(&mut tx, &course, page.request.now).await?;
    audit_course(&mut tx, &page, "course.create", id, &course.input.title).await?;
    tx.commit().await?;
    Ok(added(&page, id))
}

fn added(page: &Page, id: CourseId) -> Response {
    page.redirect(&editor_url(id), FlashKind::Success, "courses-added")
}

/// A suggested name gives way to those that exist; one that was typed is the author's to change.
async fn with_free_short_name(
    tx: &mut Tx,
    mut input: CourseInput,
    is_suggested: bool,
) -> DbResult<Option<CourseInput>> {
    let mut number = 1;
    while db::is_short_name_taken(tx, input.short_name.as_str()).await? {
        if !is_suggested {
            return Ok(None);
        }
        number += 1;
        input.short_name = ShortName::suggest(&input.title, number);
    }
    Ok(Some(input))
}

/// Records a deed about a course.
pub(super) async fn audit_course(
    tx: &mut Tx,
    page: &Page,
    action: &str,
    id: CourseId,
    detail: &str,
) -> DbResult<()> {
    let subject = format!("course {id}");
    let deed = Deed {
        action,
        subject: &subject,
        detail,
    };
    audit::record(tx, &page.request, deed).await
}
