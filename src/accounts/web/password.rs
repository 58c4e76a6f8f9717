//! Changing the password, by choice or because it is a temporary one.

use axum::extract::{Query, State};
use axum::response::IntoResponse as _;
use axum_extra::extract::cookie::CookieJar;
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{Told, crumbs, tell};
use crate::AppState;
use crate::accounts::{NewPassword, change, own_fault};
use crate::auth::web::{local_path, session_cookie};
use crate::auth::{AtGate, Gate, Network, Person};
use crate::error::AppResult;
use crate::users;
use crate::web::{Fault, Faults, Form, Page};

#[derive(Debug, Deserialize)]
pub struct NextQuery {
    #[serde(default)]
    next: String,
}

#[derive(Debug, Deserialize)]
pub struct PasswordForm {
    #[serde(default)]
    current: String,
    #[serde(flatten)]
    chosen: NewPassword,
    #[serde(default)]
    next: String,
}

#[derive(Debug, Serialize)]
struct PasswordPage<'a> {
    username: &'a str,
    is_forced: bool,
    next: &'a str,
    faults: Faults,
}

/// `GET /account/password`
pub async fn show(page: Page, AtGate(person): AtGate, Query(query): Query<NextQuery>) -> AppResult {
    let stored = users::db::find_password_hash(&page.app.db, person.user.id).await?;
    if stored.is_none() {
        let told = Told {
            kind: "info",
            text: page.t("accounts-password-none"),
            more: None,
            link: "/lost-password".to_owned(),
            link_label: page.t("accounts-password-choose"),
        };
        return tell(&page, StatusCode::OK, &page.t("accounts-password"), &told);
    }
    render(&page, StatusCode::OK, &person, &query.next, &[])
}

fn render(
    page: &Page,
    status: StatusCode,
    person: &Person,
    next: &str,
    faults: &[Fault],
) -> AppResult {
    let is_forced = person.gate == Some(Gate::Password);
    let content = PasswordPage {
        username: &person.username,
        is_forced,
        next,
        faults: Faults::tell(page.lang(), faults),
    };
    let (title, crumbs) = if is_forced {
        (page.t("accounts-password-choose"), Vec::new())
    } else {
        (page.t("accounts-password-change"), crumbs(page).into())
    };
    page.render_status(status, "accounts/password.html", &title, &crumbs, &content)
}

/// `POST /account/password`
pub async fn store(
    State(app): State<AppState>,
    page: Page,
    AtGate(person): AtGate,
    Form(form): Form<PasswordForm>,
) -> AppResult {
    let mut faults: Vec<Fault> = own_fault(&app, &page, &person, &form.current)
        .await?
        .into_iter()
        .collect();
    let chosen = match form.chosen.parse(page.app.site().password, &person.user) {
        Ok(same) if same == form.current => {
            Err(vec![Fault::new("password", "accounts-fault-same")])
        }
        other => other,
    };
    let chosen = match chosen {
        Ok(chosen) if faults.is_empty() => chosen,
        other => {
            faults.extend(other.err().unwrap_or_default());
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&page, status, &person, &form.next, &faults);
        }
    };
    let network = Network::from(page.request.address);
    let hash = app.passwords.hash(chosen, &app.random, network).await?;
    let changed = change(&app, &page.request, &person, &hash).await?;
    let ended = [("count", (changed.ended as i64).into())];
    let told = Told {
        kind: "success",
        text: page.t("accounts-password-changed-text"),
        more: Some(page.lang().text_with("accounts-ended", &ended)),
        link: local_path(&form.next).to_owned(),
        link_label: page.t("accounts-go-on"),
    };
    let answer = tell(
        &page,
        StatusCode::OK,
        &page.t("accounts-password-changed"),
        &told,
    )?;
    let jar = CookieJar::new().add(session_cookie(&app.config, changed.token));
    Ok((jar, answer).into_response())
}
