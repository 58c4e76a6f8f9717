//! A lost password: asking for a link, and using it. What is answered says nothing of who has an account.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{Told, tell};
use crate::AppState;
use crate::accounts::{NewPassword, RESET_MINUTES, db, reset};
use crate::auth::web::ClientAddress;
use crate::auth::{Key, Network, hash_token};
use crate::error::{AppError, AppResult};
use crate::jobs::{self, Job};
use crate::web::{Fault, Faults, FlashKind, Form, Page};

/// No user name and no address is longer.
const MAX_LOGIN: usize = 254;

/// `GET /lost-password`
pub async fn show(page: Page) -> AppResult {
    let title = page.t("accounts-lost");
    page.render("accounts/lost.html", &title, &[], &serde_json::json!({}))
}

#[derive(Debug, Deserialize)]
pub struct LostForm {
    #[serde(default)]
    login: String,
}

/// `POST /lost-password`: the same work and the same answer for everybody. Who it is, is looked up by the job.
pub async fn ask(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    Form(form): Form<LostForm>,
) -> AppResult {
    let now = page.request.now;
    if !app.guard.admits(&Key::Reset(Network::from(address.0)), now) {
        return Err(AppError::TooManyRequests);
    }
    let job = Job::SendReset {
        login: form.login.trim().chars().take(MAX_LOGIN).collect(),
    };
    let mut tx = app.db.begin().await?;
    jobs::enqueue(&mut tx, &job, now).await?;
    tx.commit().await?;
    Ok(Redirect::to("/lost-password/sent").into_response())
}

/// `GET /lost-password/sent`
pub async fn show_sent(page: Page) -> AppResult {
    let minutes = [("minutes", RESET_MINUTES.into())];
    let told = Told {
        kind: "info",
        text: page.lang().text_with("accounts-lost-sent-text", &minutes),
        more: Some(page.t("accounts-lost-sent-more")),
        link: "/login".to_owned(),
        link_label: page.t("accounts-to-login"),
    };
    tell(&page, StatusCode::OK, &page.t("accounts-lost-sent"), &told)
}

#[derive(Debug, Serialize)]
struct ResetPage<'a> {
    token: &'a str,
    username: &'a str,
    faults: Faults,
}

fn render(page: &Page, status: StatusCode, content: &ResetPage<'_>) -> AppResult {
    let title = page.t("accounts-password-choose");
    page.render_status(status, "accounts/reset.html", &title, &[], content)
}

fn dead_link(page: &Page) -> AppResult {
    let minutes = [("minutes", RESET_MINUTES.into())];
    let told = Told {
        kind: "warning",
        text: page.lang().text_with("accounts-link-dead-text", &minutes),
        more: None,
        link: "/lost-password".to_owned(),
        link_label: page.t("accounts-lost-again"),
    };
    tell(page, StatusCode::GONE, &page.t("accounts-link-dead"), &told)
}

/// `GET /lost-password/{token}`: changes nothing, since programs that guard mailboxes open every link.
pub async fn show_reset(page: Page, Path(token): Path<String>) -> AppResult {
    let hash = hash_token(&token);
    let Some(user) = db::find_reset_user(&page.app.db, &hash, page.request.now).await? else {
        return dead_link(&page);
    };
    let content = ResetPage {
        token: &token,
        username: &user.username,
        faults: Faults::default(),
    };
    render(&page, StatusCode::OK, &content)
}

/// `POST /lost-password/{token}`
pub async fn store_reset(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    Path(token): Path<String>,
    Form(form): Form<NewPassword>,
) -> AppResult {
    let hash = hash_token(&token);
    let Some(user) = db::find_reset_user(&app.db, &hash, page.request.now).await? else {
        return dead_link(&page);
    };
    let chosen = match form.parse(app.site().password, &user) {
        Ok(chosen) => chosen,
        Err(faults) => return again(&page, &token, &user.username, &faults),
    };
    let network = Network::from(address.0);
    let password = app.passwords.hash(chosen, &app.random, network).await?;
    if !reset(&app, &page.request, (&hash, &user), &password, network).await? {
        return dead_link(&page);
    }
    Ok(page.redirect("/login", FlashKind::Success, "accounts-reset-done"))
}

fn again(page: &Page, token: &str, username: &str, faults: &[Fault]) -> AppResult {
    let content = ResetPage {
        token,
        username,
        faults: Faults::tell(page.lang(), faults),
    };
    render(page, StatusCode::UNPROCESSABLE_ENTITY, &content)
}
