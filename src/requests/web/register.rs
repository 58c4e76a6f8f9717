//! Joining: the form, the confirmed address. The answers say nothing of who has an account; the mails do, to their owner.

use std::net::IpAddr;
use std::num::NonZeroU32;

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::AppState;
use crate::auth::strength::weakness;
use crate::auth::web::ClientAddress;
use crate::auth::{Network, hash_token};
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::{OrganisationId, PolicyVersionId, PositionId, RequestId};
use crate::organisations::{self, Organisation};
use crate::policies::{self, Question};
use crate::requests::pages::RegisterPage;
use crate::requests::{Applicant, Joining, confirm, db, join, submit};
use crate::users::EmailAddress;
use crate::web::{Fault, Faults, FlashKind, Form, Limit, Page, one_line};

const MAX_NAME: usize = 100;
const MAX_NOTE: usize = 1000;

/// Registrations from one network, and mails to one address. A ministry registers its officers in one afternoon.
#[derive(Debug)]
pub struct JoinLimit {
    network: Limit<IpAddr>,
    address: Limit<String>,
}

impl Default for JoinLimit {
    fn default() -> Self {
        const NETWORK: NonZeroU32 = NonZeroU32::new(60).expect("sixty is not zero");
        const ADDRESS: NonZeroU32 = NonZeroU32::new(3).expect("three is not zero");
        Self {
            network: Limit::per_minute(NETWORK),
            address: Limit::per_minute(ADDRESS),
        }
    }
}

impl JoinLimit {
    fn allows(&self, network: IpAddr, email: &str) -> bool {
        self.network.allows(&network) && self.address.allows(&email.trim().to_lowercase())
    }
}

/// The form as typed. The password is never shown again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterForm {
    organisation: String,
    position: String,
    given_name: String,
    family_name: String,
    email: String,
    lang: String,
    note: String,
    /// Versions of policies that are consented to.
    pub(in crate::requests) consent: Vec<PolicyVersionId>,
    #[serde(skip_serializing)]
    password: String,
}

impl RegisterForm {
    /// Only what is offered can be chosen.
    fn parse(
        &self,
        organisations: &[Organisation],
        positions: &[organisations::db::Position],
        policies: &[Question],
    ) -> Result<Applicant, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut name = |field: &'static str, typed: &str, key: &'static str| {
            let name = one_line(typed);
            if name.is_empty() || name.chars().count() > MAX_NAME {
                faults.push(Fault::new(field, key));
            }
            name
        };
        let given_name = name("given_name", &self.given_name, "requests-fault-given");
        let family_name = name("family_name", &self.family_name, "requests-fault-family");
        let chosen: Option<i64> = self.organisation.parse().ok();
        let organisation = organisations
            .iter()
            .find(|organisation| organisation.is_open && Some(organisation.id.0) == chosen);
        if organisation.is_none() {
            faults.push(Fault::new("organisation", "requests-fault-organisation"));
        }
        let position = position(&self.position, positions);
        faults.extend(position.as_ref().err());
        let email = EmailAddress::parse(&self.email);
        if email.is_none() {
            faults.push(Fault::new("email", "requests-fault-email"));
        }
        let lang = Lang::parse(&self.lang);
        if lang.is_none() {
            faults.push(Fault::new("lang", "courses-fault-choice"));
        }
        if self.note.chars().count() > MAX_NOTE {
            faults.push(Fault::new("note", "requests-fault-long"));
        }
        let is_given = |question: &&Question| self.consent.contains(&question.version.id);
        let mandatory = policies.iter().filter(|one| one.policy.is_mandatory);
        if !mandatory.clone().all(|one| is_given(&one)) {
            faults.push(Fault::new("consent", "policies-register-fault"));
        }
        let own = [given_name.as_str(), family_name.as_str(), self.email.trim()];
        if let Some(weak) = weakness(&self.password, &own) {
            faults.push(Fault::new("password", weak.key()));
        }
        match (organisation, position, email, lang) {
            (Some(organisation), Ok(position_id), Some(email), Some(lang)) if faults.is_empty() => {
                Ok(Applicant {
                    organisation_id: organisation.id,
                    position_id,
                    given_name,
                    family_name,
                    email,
                    lang,
                    note: self.note.trim().to_owned(),
                    consents: policies
                        .iter()
                        .filter(is_given)
                        .map(|question| question.version.id)
                        .collect(),
                })
            }
            _ => Err(faults),
        }
    }
}

/// Nothing chosen is a choice; what is not on the list is none.
pub(super) fn position(
    typed: &str,
    positions: &[organisations::db::Position],
) -> Result<Option<PositionId>, Fault> {
    if typed.is_empty() {
        return Ok(None);
    }
    let mut ids = positions.iter().map(|position| position.id);
    match ids.find(|id| id.to_string() == typed) {
        Some(id) => Ok(Some(PositionId(id))),
        None => Err(Fault::new("position", "courses-fault-choice")),
    }
}

/// `GET /register`
pub async fn show(page: Page) -> AppResult {
    let form = RegisterForm {
        lang: page.lang().code().to_owned(),
        ..RegisterForm::default()
    };
    render(&page, StatusCode::OK, form, &[]).await
}

async fn render(
    page: &Page,
    status: StatusCode,
    form: RegisterForm,
    faults: &[Fault],
) -> AppResult {
    let db = &page.app.db;
    let organisations = organisations::db::list_organisations(db).await?;
    let positions = organisations::db::list_positions(db).await?;
    let policies = policies::db::list_in_force(db).await?;
    let faults = Faults::tell(page.lang(), faults);
    let content = RegisterPage::new(&organisations, positions, form, faults)
        .with_policies(page.lang(), &policies);
    let title = page.t("requests-register");
    page.render_status(status, "registration/form.html", &title, &[], &content)
}

/// `POST /register`
pub async fn send(
    State(app): State<AppState>,
    page: Page,
    address: ClientAddress,
    Form(form): Form<RegisterForm>,
) -> AppResult {
    let organisations = organisations::db::list_organisations(&app.db).await?;
    let positions = organisations::db::list_positions(&app.db).await?;
    let policies = policies::db::list_in_force(&app.db).await?;
    let applicant = match form.parse(&organisations, &positions, &policies) {
        Ok(applicant) => applicant,
        Err(faults) => {
            return render(&page, StatusCode::UNPROCESSABLE_ENTITY, form, &faults).await;
        }
    };
    if !app.join_limit.allows(address.0, applicant.email.as_str()) {
        return Err(AppError::TooManyRequests);
    }
    // Hashed for known addresses too, so that the answer takes as long.
    let network = Network::from(address.0);
    let password = form.password.clone();
    let password_hash = match app.passwords.hash(password, &app.random, network).await {
        Err(AppError::Busy) => {
            let busy = [Fault::new("password", "auth-busy")];
            return render(&page, StatusCode::SERVICE_UNAVAILABLE, form, &busy).await;
        }
        hashed => hashed?,
    };
    let joining = Joining {
        applicant,
        password_hash,
    };
    submit(&app, &joining, page.request.now).await?;
    Ok(Redirect::to("/register/sent").into_response())
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

/// The administration a coordinator forwards to, among those that take new people.
pub(super) fn open_organisation(
    typed: &str,
    organisations: &[Organisation],
) -> Option<OrganisationId> {
    let chosen: i64 = typed.parse().ok()?;
    organisations
        .iter()
        .find(|organisation| organisation.is_open && organisation.id.0 == chosen)
        .map(|organisation| organisation.id)
}
