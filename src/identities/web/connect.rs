//! Somebody arrives by a provider and has an account already: they show once that it is theirs.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::cookies::{Arriving, no_arrival};
use crate::AppState;
use crate::accounts::Visitor;
use crate::accounts::web::login::check;
use crate::accounts::web::{Entry, enter};
use crate::auth::Network;
use crate::auth::web::ClientAddress;
use crate::error::AppResult;
use crate::identities::{Arrival, db, find_claimed, name_of};
use crate::oidc::{Choice, Provider};
use crate::users::User;
use crate::web::{FlashKind, Form, Page};

#[derive(Debug, Serialize)]
struct ConnectPage {
    provider: String,
    email: String,
    /// By which the account can be entered as well.
    others: Vec<Choice>,
    error: Option<String>,
}

/// Who has arrived, and the account that may be theirs.
async fn claimed(page: &Page, arrival: Option<Arrival>) -> AppResult<Option<(Arrival, User)>> {
    let Some(arrival) = arrival else {
        return Ok(None);
    };
    let found = find_claimed(&page.app, &arrival).await?;
    Ok(found.map(|user| (arrival, user)))
}

/// Nobody has arrived, or too long ago.
fn too_late(page: &Page) -> Response {
    if page.request.person.is_some() {
        return Redirect::to("/my").into_response();
    }
    page.redirect("/login", FlashKind::Warning, "identities-fault-late")
}

/// `GET /login/connect`
pub async fn show(page: Page, Arriving(arrival): Arriving) -> AppResult {
    match claimed(&page, arrival).await? {
        Some(claim) => {
            let content = content(&page, &claim).await?;
            render(&page, StatusCode::OK, &content)
        }
        None => Ok(too_late(&page)),
    }
}

fn render(page: &Page, status: StatusCode, content: &ConnectPage) -> AppResult {
    let title = page.t("identities-connect");
    page.render_status(status, "identities/connect.html", &title, &[], content)
}

async fn content(page: &Page, (arrival, user): &(Arrival, User)) -> AppResult<ConnectPage> {
    let connected = db::list_identities(&page.app.db, user.id).await?;
    let others = connected
        .iter()
        .filter_map(|identity| page.app.oidc.of_issuer(&identity.issuer));
    Ok(ConnectPage {
        provider: name_of(&page.app, &arrival.provider),
        email: arrival.email().to_owned(),
        others: others.map(Provider::choice).collect(),
        error: None,
    })
}

#[derive(Debug, Deserialize)]
pub struct ConnectForm {
    #[serde(default)]
    password: String,
}

/// `POST /login/connect`: a log-in like every other, after which the provider is connected.
pub async fn store(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    visitor: Visitor,
    Arriving(arrival): Arriving,
    Form(form): Form<ConnectForm>,
) -> AppResult {
    let Some(claim) = claimed(&page, arrival).await? else {
        return Ok(too_late(&page));
    };
    let (arrival, claimed) = &claim;
    let network = Network::from(address.0);
    let user = match check(&page, &visitor, network, &claimed.email, form.password).await? {
        Ok(user) => user,
        Err(refusal) => {
            let content = content(&page, &claim).await?;
            return refusal.tell(&page, |status, error| {
                let error = Some(error);
                render(&page, status, &ConnectPage { error, ..content })
            });
        }
    };
    let entry = Entry {
        user: &user,
        next: &arrival.next,
        arrival: Some(&arrival.token_hash),
    };
    enter(&app, &page, &visitor, entry).await
}

/// `POST /login/connect/forget`: somebody else sits here, or wishes to register without the provider.
pub async fn forget(State(app): State<AppState>, Arriving(arrival): Arriving) -> AppResult {
    if let Some(arrival) = arrival {
        let mut tx = app.db.begin().await?;
        db::delete_arrival(&mut tx, &arrival.token_hash).await?;
        tx.commit().await?;
    }
    let gone = no_arrival(&app.config);
    Ok((CookieJar::new().add(gone), Redirect::to("/register")).into_response())
}
