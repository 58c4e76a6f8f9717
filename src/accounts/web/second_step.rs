//! Turning the second step on and off, and the codes on paper.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::crumbs;
use crate::AppState;
use crate::accounts::second_step::{confirm, enrolment, prepare, remove, renew_codes};
use crate::accounts::{db, own_fault};
use crate::auth::web::local_path;
use crate::auth::{Key, Person, Secretariat};
use crate::error::{AppError, AppResult};
use crate::ids::UserId;
use crate::users;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

const PAGE: &str = "/account/second-step";

/// Where somebody stands with it.
#[derive(Debug, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
enum Standing {
    Off,
    /// The app is to be told the secret.
    Enrolling {
        qr_code: String,
        secret: String,
    },
    On {
        codes_left: i64,
    },
}

#[derive(Debug, Serialize)]
struct SecondStepPage {
    #[serde(flatten)]
    standing: Standing,
    faults: Faults,
}

/// `GET /account/second-step`
pub async fn show(page: Page, person: Person) -> AppResult {
    render(&page, StatusCode::OK, &person, &[]).await
}

async fn render(page: &Page, status: StatusCode, person: &Person, faults: &[Fault]) -> AppResult {
    let content = SecondStepPage {
        standing: standing(page, person).await?,
        faults: Faults::tell(page.lang(), faults),
    };
    let title = page.t("accounts-second");
    page.render_status(
        status,
        "accounts/second_step.html",
        &title,
        &crumbs(page),
        &content,
    )
}

async fn standing(page: &Page, person: &Person) -> AppResult<Standing> {
    let db = &page.app.db;
    Ok(match db::find_second_step(db, person.user.id).await? {
        None => Standing::Off,
        Some((_, true)) => Standing::On {
            codes_left: db::count_codes(db, person.user.id).await?,
        },
        Some((secret, false)) => {
            let told = enrolment(&page.site_name(), &person.user, &secret)?;
            Standing::Enrolling {
                qr_code: qr_code(&told.url),
                secret: told.secret,
            }
        }
    })
}

fn qr_code(url: &str) -> String {
    QRBuilder::new(url)
        .ecl(ECL::M)
        .build()
        .map(|code| SvgBuilder::default().to_str(&code))
        .unwrap_or_default()
}

/// The forms that ask for the password, so that a screen left unlocked changes nothing here.
#[derive(Debug, Deserialize)]
pub struct OwnForm {
    #[serde(default)]
    current: String,
}

/// `POST /account/second-step`: makes a secret, to be confirmed.
pub async fn begin(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Form(form): Form<OwnForm>,
) -> AppResult {
    if let Some(fault) = own_fault(&app, &page, &person, &form.current).await? {
        return render(&page, StatusCode::UNPROCESSABLE_ENTITY, &person, &[fault]).await;
    }
    prepare(&app, &person.user).await?;
    Ok(Redirect::to(PAGE).into_response())
}

#[derive(Debug, Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
}

/// `POST /account/second-step/confirm`
pub async fn store_confirm(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Form(form): Form<CodeForm>,
) -> AppResult {
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let key = Key::Code(person.user.id);
    if !app.guard.admits(&key, page.request.now) {
        let fault = Fault::new("code", "accounts-fault-slow-down");
        return render(&page, unprocessable, &person, &[fault]).await;
    }
    let Some(codes) = confirm(&app, &page.request, &person.user, &form.code).await? else {
        let fault = Fault::new("code", "accounts-fault-code");
        return render(&page, unprocessable, &person, &[fault]).await;
    };
    app.guard.forgive(&key);
    show_codes(&page, &codes)
}

/// Once: they are stored as hashes only.
fn show_codes(page: &Page, codes: &[String]) -> AppResult {
    let content = serde_json::json!({ "codes": codes });
    let crumbs = [
        crumbs(page).as_slice(),
        &[(page.t("accounts-second"), PAGE.to_owned())],
    ]
    .concat();
    page.render(
        "accounts/codes.html",
        &page.t("accounts-codes"),
        &crumbs,
        &content,
    )
}

/// `POST /account/second-step/codes`
pub async fn store_codes(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Form(form): Form<OwnForm>,
) -> AppResult {
    if let Some(fault) = own_fault(&app, &page, &person, &form.current).await? {
        return render(&page, StatusCode::UNPROCESSABLE_ENTITY, &person, &[fault]).await;
    }
    match db::find_second_step(&app.db, person.user.id).await? {
        Some((_, true)) => show_codes(
            &page,
            &renew_codes(&app, &page.request, &person.user).await?,
        ),
        _ => Ok(Redirect::to(PAGE).into_response()),
    }
}

/// `POST /account/second-step/delete`
pub async fn delete(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Form(form): Form<OwnForm>,
) -> AppResult {
    if let Some(fault) = own_fault(&app, &page, &person, &form.current).await? {
        return render(&page, StatusCode::UNPROCESSABLE_ENTITY, &person, &[fault]).await;
    }
    remove(&app, &page.request, &person.user).await?;
    Ok(page.redirect(PAGE, FlashKind::Success, "accounts-second-removed"))
}

#[derive(Debug, Deserialize)]
pub struct NextForm {
    #[serde(default)]
    next: String,
}

/// `POST /accounts/{id}/second-step/delete`: for whoever has lost app and paper. Nobody does it to those above them.
pub async fn delete_for(
    State(app): State<AppState>,
    page: Page,
    secretariat: Secretariat,
    Path(id): Path<UserId>,
    Form(form): Form<NextForm>,
) -> AppResult {
    let found = users::db::find_user(&app.db, id).await?;
    let user = found
        .filter(|user| user.role <= secretariat.role)
        .ok_or(AppError::NotFound)?;
    remove(&app, &page.request, &user).await?;
    let next = local_path(&form.next);
    Ok(page.redirect(next, FlashKind::Success, "accounts-second-removed"))
}
