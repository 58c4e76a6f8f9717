//! The providers connected to the own account.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::depart::send;
use crate::AppState;
use crate::accounts::own_fault;
use crate::accounts::web::crumbs;
use crate::auth::Person;
use crate::error::{AppError, AppResult};
use crate::identities::{Disconnected, Identity, Purpose, db, disconnect};
use crate::ids::IdentityId;
use crate::oidc::Choice;
use crate::users;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

pub(super) const PAGE: &str = "/account/identities";

#[derive(Debug, Serialize)]
struct IdentitiesPage {
    identities: Vec<IdentityView>,
    /// Those that may be connected.
    providers: Vec<Choice>,
    has_password: bool,
    faults: Faults,
}

#[derive(Debug, Serialize)]
struct IdentityView {
    id: i64,
    provider: String,
    email: String,
    since: i64,
    used_at: Option<i64>,
}

impl IdentityView {
    fn new(page: &Page, identity: Identity) -> Self {
        Self {
            id: identity.id.0,
            provider: super::super::issuer_name(&page.app, &identity.issuer),
            email: identity.email,
            since: identity.created_at.0,
            used_at: identity.used_at.map(|at| at.0),
        }
    }
}

/// `GET /account/identities`
pub async fn list(page: Page, person: Person) -> AppResult {
    render(&page, StatusCode::OK, &person, &[]).await
}

async fn render(page: &Page, status: StatusCode, person: &Person, faults: &[Fault]) -> AppResult {
    let db = &page.app.db;
    let identities = db::list_identities(db, person.user.id).await?;
    let mut providers = page.app.oidc.choices();
    providers.retain(|choice| {
        let provider = page.app.oidc.find(&choice.id);
        provider
            .is_some_and(|provider| !identities.iter().any(|one| one.issuer == provider.issuer()))
    });
    let stored = users::db::find_password_hash(db, person.user.id).await?;
    let content = IdentitiesPage {
        identities: identities
            .into_iter()
            .map(|identity| IdentityView::new(page, identity))
            .collect(),
        providers,
        has_password: stored.is_some(),
        faults: Faults::tell(page.lang(), faults),
    };
    let (template, title) = ("identities/list.html", page.t("identities-title"));
    page.render_status(status, template, &title, &crumbs(page), &content)
}

#[derive(Debug, Deserialize)]
pub struct ConnectForm {
    #[serde(default)]
    provider: String,
    #[serde(default)]
    current: String,
}

/// `POST /account/identities`: the owner shows that it is they who ask, and leaves for the provider. Whoever has no
/// password here has shown it at their provider.
pub async fn connect(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Form(form): Form<ConnectForm>,
) -> AppResult {
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if app.oidc.find(&form.provider).is_none() {
        let fault = Fault::new("provider", "courses-fault-choice");
        return render(&page, unprocessable, &person, &[fault]).await;
    }
    let stored = users::db::find_password_hash(&app.db, person.user.id).await?;
    if stored.is_some() {
        let fault = own_fault(&app, &page, &person, &form.current).await?;
        if let Some(fault) = fault {
            return render(&page, unprocessable, &person, &[fault]).await;
        }
    }
    let purpose = Purpose::Connect(person.user.id);
    send(&app, &page, (&form.provider, PAGE), purpose).await
}

/// `POST /account/identities/{id}/delete`: somebody else's is not there.
pub async fn remove(
    State(app): State<AppState>,
    page: Page,
    person: Person,
    Path(id): Path<IdentityId>,
) -> AppResult {
    match disconnect(&app, &page.request, &person.user, id).await? {
        Disconnected::Done => {
            Ok(page.redirect(PAGE, FlashKind::Success, "identities-disconnected"))
        }
        Disconnected::LastWay => Ok(page.redirect(PAGE, FlashKind::Warning, "identities-last-way")),
        Disconnected::Absent => Err(AppError::NotFound),
    }
}
