//! Joining: the form, the confirmed address. The answers say nothing of who has an account; the mails do, to their owner.

use std::net::IpAddr;
use std::num::NonZeroU32;

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};

pub use super::register_form::RegisterForm;
use crate::AppState;
use crate::auth::web::ClientAddress;
use crate::auth::{Network, hash_token};
use crate::error::{AppError, AppResult};
use crate::identities::web::Arriving;
use crate::identities::{self, Arrival, Asked};
use crate::ids::RequestId;
use crate::organisations;
use crate::policies;
use crate::requests::pages::RegisterPage;
use crate::requests::{Joining, Proof, confirm, db, join, submit};
use crate::users::EmailAddress;
use crate::web::{Fault, Faults, FlashKind, Form, Limit, Page};

/// Registrations from one network in a minute, since a ministry registers its officers in one afternoon; and mails to one
/// address in an hour, since a form must not be a means to fill a mailbox.
#[derive(Debug)]
pub struct JoinLimit {
    network: Limit<IpAddr>,
    address: Limit<String>,
}

impl Default for JoinLimit {
    fn default() -> Self {
        const NETWORK: NonZeroU32 = NonZeroU32::new(60).expect("sixty is not zero");
        const ADDRESS: NonZeroU32 = NonZeroU32::new(5).expect("five is not zero");
        Self {
            network: Limit::per_minute(NETWORK),
            address: Limit::per_hour(ADDRESS),
        }
    }
}

impl JoinLimit {
    fn allows(&self, network: IpAddr, email: &str) -> bool {
        self.network.allows(&network) && self.address.allows(&email.trim().to_lowercase())
    }
}

/// `GET /register`: empty, or with what a provider says of somebody who has arrived.
pub async fn show(page: Page, Arriving(arrival): Arriving) -> AppResult {
    if let Some(waiting) = waiting(&page, arrival.as_ref()).await? {
        return Ok(waiting);
    }
    let lang = page.lang().code().to_owned();
    let form = match &arrival {
        Some(arrival) => {
            let organisation = by_address(&page, arrival.email()).await?;
            RegisterForm::of(arrival, organisation, lang)
        }
        None => RegisterForm::empty(lang),
    };
    render(&page, StatusCode::OK, (form, arrival.as_ref()), &[]).await
}

/// Whoever has arrived and has sent a request before, or has an account, is led to where it stands.
async fn waiting(page: &Page, arrival: Option<&Arrival>) -> AppResult<Option<Response>> {
    let Some(arrival) = arrival else {
        return Ok(None);
    };
    let asked = identities::db::find_asked(&page.app.db, &arrival.who).await?;
    let to = match asked.filter(|asked| asked.is_open()) {
        Some(asked) => Some(asked.page()),
        None => identities::find_claimed(&page.app, arrival)
            .await?
            .map(|_| "/login/connect"),
    };
    Ok(to.map(|to| Redirect::to(to).into_response()))
}

/// The administration to which people with such an address belong, as its form names it; empty when none is known.
async fn by_address(page: &Page, email: &str) -> AppResult<String> {
    let found = organisations::find_by_address(&page.app.db, email).await?;
    Ok(found.map(|id| id.to_string()).unwrap_or_default())
}

async fn render(
    page: &Page,
    status: StatusCode,
    (form, arrival): (RegisterForm, Option<&Arrival>),
    faults: &[Fault],
) -> AppResult {
    let db = &page.app.db;
    let organisations = organisations::db::list_organisations(db).await?;
    let positions = organisations::db::list_positions(db).await?;
    let policies = policies::db::list_in_force(db).await?;
    let faults = Faults::tell(page.lang(), faults);
    let mut content = RegisterPage::new(&organisations, positions, form, faults)
        .with_policies(page.lang(), &policies);
    if let Some(arrival) = arrival {
        let asked = identities::db::find_asked(db, &arrival.who).await?;
        let provider = identities::name_of(&page.app, &arrival.provider);
        content = content.with_arrival(provider, arrival, asked == Some(Asked::Denied));
    }
    let title = page.t("requests-register");
    page.render_status(status, "registration/form.html", &title, &[], &content)
}

/// `POST /register`
pub async fn send(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    Arriving(arrival): Arriving,
    Form(mut form): Form<RegisterForm>,
) -> AppResult {
    if let Some(waiting) = waiting(&page, arrival.as_ref()).await? {
        return Ok(waiting);
    }
    let organisations = organisations::db::list_organisations(&app.db).await?;
    let positions = organisations::db::list_positions(&app.db).await?;
    let policies = policies::db::list_in_force(&app.db).await?;
    let applicant = match form.parse(
        (&organisations, &positions, &policies),
        app.site().password,
        arrival.as_ref(),
    ) {
        Ok(applicant) => applicant,
        Err(faults) => {
            if form.organisation.is_empty() {
                form.organisation = by_address(&page, &form.email).await?;
            }
            let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&page, unprocessable, (form, arrival.as_ref()), &faults).await;
        }
    };
    if !app.join_limit.allows(address.0, applicant.email.as_str()) {
        return Err(AppError::TooManyRequests);
    }
    let proof = if let Some(arrival) = arrival {
        Ok(Proof::Identity(arrival))
    } else {
        // Hashed for known addresses too, so that the answer takes as long.
        let (network, password) = (Network::from(address.0), form.password.clone());
        let hashed = app.passwords.hash(password, &app.random, network).await;
        hashed.map(Proof::Password)
    };
    if matches!(proof, Err(AppError::Busy)) {
        let busy = [Fault::new("password", "auth-busy")];
        return render(&page, StatusCode::SERVICE_UNAVAILABLE, (form, None), &busy).await;
    }
    let joining = Joining {
        applicant,
        proof: proof?,
    };
    submit(&app, &joining, page.request.now).await?;
    Ok(Redirect::to(joining.asked().page()).into_response())
}

#[derive(Debug, Serialize)]
struct Told {
    title: String,
    text: String,
    kind: &'static str,
    /// Offers to send the link again.
    resends: bool,
    /// Offers to register.
    registers: bool,
}

fn tell(page: &Page, status: StatusCode, told: &Told) -> AppResult {
    page.render_status(status, "registration/told.html", &told.title, &[], told)
}

/// `GET /register/sent`
pub async fn show_sent(page: Page) -> AppResult {
    let told = Told {
        title: page.t("requests-sent"),
        text: page.t("requests-sent-text"),
        kind: "success",
        resends: true,
        registers: false,
    };
    tell(&page, StatusCode::OK, &told)
}

#[derive(Debug, Deserialize)]
pub struct ResendForm {
    #[serde(default)]
    email: String,
}

/// `GET /register/waiting`: for those whose address a provider has confirmed.
pub async fn show_waiting(page: Page) -> AppResult {
    let told = Told {
        title: page.t("requests-waits"),
        text: page.t("requests-confirmed-text"),
        kind: "info",
        resends: false,
        registers: false,
    };
    tell(&page, StatusCode::OK, &told)
}

/// `POST /register/resend`: the same answer whether there is anything to send or not.
pub async fn send_again(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    Form(form): Form<ResendForm>,
) -> AppResult {
    if !app.join_limit.allows(address.0, &form.email) {
        return Err(AppError::TooManyRequests);
    }
    if let Some(email) = EmailAddress::parse(&form.email) {
        join::send_again(&app, &email.folded(), page.request.now).await?;
    }
    Ok(page.redirect("/register/sent", FlashKind::Success, "requests-resent"))
}

/// Where the request stands that a link of a mail belongs to.
async fn linked(page: &Page, token: &str) -> AppResult<Option<(RequestId, bool)>> {
    let hash = hash_token(token);
    let found = db::find_by_confirm_hash(&page.app.db, &hash, page.request.now).await?;
    Ok(found.map(|(id, state)| (id, state == "unconfirmed")))
}

fn dead_link(page: &Page) -> AppResult {
    let told = Told {
        title: page.t("requests-link-dead"),
        text: page.t("requests-link-dead-text"),
        kind: "warning",
        resends: false,
        registers: true,
    };
    tell(page, StatusCode::GONE, &told)
}

fn confirmed(page: &Page) -> AppResult {
    let told = Told {
        title: page.t("requests-confirmed"),
        text: page.t("requests-confirmed-text"),
        kind: "success",
        resends: false,
        registers: false,
    };
    tell(page, StatusCode::OK, &told)
}

/// `GET /register/confirm/{token}`: changes nothing, since programs that guard mailboxes open every link.
pub async fn show_confirm(page: Page, Path(token): Path<String>) -> AppResult {
    match linked(&page, &token).await? {
        None => dead_link(&page),
        Some((_, false)) => confirmed(&page),
        Some((_, true)) => {
            let title = page.t("requests-confirm");
            let content = serde_json::json!({ "token": token });
            page.render("registration/confirm.html", &title, &[], &content)
        }
    }
}

/// `POST /register/confirm/{token}`
pub async fn store_confirm(
    State(app): State<AppState>,
    page: Page,
    Path(token): Path<String>,
) -> AppResult {
    let Some((id, _)) = linked(&page, &token).await? else {
        return dead_link(&page);
    };
    confirm(&app, id, page.request.now).await?;
    confirmed(&page)
}
