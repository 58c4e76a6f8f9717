//! How a course's certificates look: the author's form, with a preview of what is typed.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{Path, State};
use http::StatusCode;

use super::pdf;
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Author;
use crate::certificates::design::{self, Edition};
use crate::certificates::draft::{DesignForm, Draft};
use crate::certificates::pages::DesignPage;
use crate::certificates::printing::{self, PrintError, Printed};
use crate::certificates::{db, words};
use crate::courses::{self, Course};
use crate::db::DbError;
use crate::error::{AppError, AppResult};
use crate::ids::CourseId;
use crate::web::{Fault, Faults, FlashKind, Page, cleaned};

async fn find(page: &Page, author: &Author, id: CourseId) -> AppResult<(Course, Edition)> {
    let course = courses::db::find_editable_course(&page.app.db, id, author)
        .await?
        .ok_or(AppError::NotFound)?;
    let edition = design::current(&page.app.db, &course).await?;
    Ok((course, edition))
}

/// `GET /authoring/courses/{id}/certificate`
pub async fn show(page: Page, author: Author, Path(id): Path<CourseId>) -> AppResult {
    let (course, edition) = find(&page, &author, id).await?;
    let form = DesignForm::of(&edition.design);
    form_page(
        &page,
        StatusCode::OK,
        (&course, &edition),
        &form,
        Wrong::default(),
    )
}

/// What is wrong with a form: with its fields, or with the page they make.
#[derive(Debug, Default)]
struct Wrong {
    faults: Vec<Fault>,
    problem: Option<String>,
}

fn form_page(
    page: &Page,
    status: StatusCode,
    (course, edition): (&Course, &Edition),
    form: &DesignForm,
    wrong: Wrong,
) -> AppResult {
    let content = DesignPage {
        course_id: course.id,
        version: edition.version,
        form,
        has_logo: edition.design.logo.is_some(),
        has_signature: edition.design.signature.is_some(),
        faults: Faults::tell(page.lang(), &wrong.faults),
        problem: wrong.problem,
    };
    let crumbs = [
        (page.t("courses-authoring"), "/authoring".to_owned()),
        (
            course.title.clone(),
            format!("/authoring/courses/{}", course.id),
        ),
    ];
    let title = page.t("certificates-design");
    page.render_status(
        status,
        "certificates/design.html",
        &title,
        &crumbs,
        &content,
    )
}

/// The draft, printed with invented facts: what cannot be printed must not be saved.
async fn try_out(
    page: &Page,
    (course, edition): (&Course, &Edition),
    form: DesignForm,
) -> AppResult<(DesignForm, Result<(Draft, Printed), Wrong>)> {
    let (owned_course, current) = (course.clone(), edition.design.clone());
    let (form, parsed) = tokio::task::spawn_blocking(move || {
        let parsed = form.parse(&owned_course, &current);
        (form, parsed)
    })
    .await?;
    let draft = match parsed {
        Ok(draft) => draft,
        Err(faults) => {
            let problem = None;
            return Ok((form, Err(Wrong { faults, problem })));
        }
    };
    let facts = design::sample_facts(course, &page.app.config.site_url, page.request.now);
    let artwork = draft.artwork(&page.app).await?;
    match printing::print(draft.template.clone(), artwork, facts).await {
        Ok(printed) => Ok((form, Ok((draft, printed)))),
        Err(PrintError::Unprintable(error)) => {
            let wrong = Wrong {
                faults: Vec::new(),
                problem: Some(words::unprintable(page.lang(), &error)),
            };
            Ok((form, Err(wrong)))
        }
        Err(PrintError::Failed(error)) => Err(error),
    }
}

/// `POST /authoring/courses/{id}/certificate`: a new edition; certificates already issued keep theirs.
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    multipart: Multipart,
) -> AppResult {
    let (course, edition) = find(&page, &author, id).await?;
    let form = read_form(&page, multipart).await?;
    let (form, tried) = try_out(&page, (&course, &edition), form).await?;
    let (draft, _printed) = match tried {
        Ok(tried) => tried,
        Err(wrong) => return refused(&page, (&course, &edition), &form, wrong),
    };
    let design = draft.into_design(&app).await?;
    let version = edition.version + 1;
    let by = (author.user.id, page.request.now);
    let mut tx = app.db.begin().await?;
    match db::insert_edition(&mut tx, id, (version, &design), by).await {
        Err(DbError::Duplicate(_)) => {
            return Err(AppError::Conflict(page.t("certificates-design-changed")));
        }
        inserted => inserted?,
    }
    let deed = Deed {
        action: "certificate.template",
        subject: &format!("course {id}"),
        detail: &format!("version {version}"),
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(page.redirect(
        &format!("/authoring/courses/{id}/certificate"),
        FlashKind::Success,
        "certificates-design-saved",
    ))
}

fn refused(page: &Page, about: (&Course, &Edition), form: &DesignForm, wrong: Wrong) -> AppResult {
    form_page(page, StatusCode::UNPROCESSABLE_ENTITY, about, form, wrong)
}

/// `GET /authoring/courses/{id}/certificate/preview.pdf`: what is saved, with invented facts.
pub async fn preview_saved(page: Page, author: Author, Path(id): Path<CourseId>) -> AppResult {
    let (course, edition) = find(&page, &author, id).await?;
    let form = DesignForm::of(&edition.design);
    preview(&page, (&course, &edition), form).await
}

/// `POST /authoring/courses/{id}/certificate/preview.pdf`: what is typed, with invented facts.
pub async fn preview_typed(
    page: Page,
    author: Author,
    Path(id): Path<CourseId>,
    multipart: Multipart,
) -> AppResult {
    let (course, edition) = find(&page, &author, id).await?;
    let form = read_form(&page, multipart).await?;
    preview(&page, (&course, &edition), form).await
}

async fn preview(page: &Page, about: (&Course, &Edition), form: DesignForm) -> AppResult {
    let (form, tried) = try_out(page, about, form).await?;
    match tried {
        Ok((_draft, printed)) => pdf(printed.pdf, "inline", "preview", "preview"),
        Err(wrong) => refused(page, about, &form, wrong),
    }
}

async fn read_form(page: &Page, mut multipart: Multipart) -> AppResult<DesignForm> {
    let told = |error| told(page, error);
    let mut form = DesignForm::default();
    while let Some(field) = multipart.next_field().await.map_err(told)? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(told)?;
        let text = || cleaned(&String::from_utf8_lossy(&bytes));
        match name.as_str() {
            "title" => form.title = text(),
            "issuer" => form.issuer = text(),
            "wording" => form.wording = text(),
            "facts" => form.listed.push(text()),
            "signatory_name" => form.signatory_name = text(),
            "signatory_title" => form.signatory_title = text(),
            "accent" => form.accent = text(),
            "drops_logo" => form.drops_logo = true,
            "drops_signature" => form.drops_signature = true,
            "logo" => form.logo = bytes.into(),
            "signature" => form.signature = bytes.into(),
            _ => {}
        }
    }
    Ok(form)
}

fn told(page: &Page, error: MultipartError) -> AppError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        AppError::TooLarge(page.t("certificates-fault-image-size"))
    } else {
        AppError::BadRequest(page.t("core-bad-form"))
    }
}
