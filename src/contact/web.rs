//! `/contact`: words of the secretariat, and a form to answer them.

use axum::extract::State;
use http::StatusCode;
use serde::Serialize;

use super::{MessageForm, pass_on};
use crate::AppState;
use crate::articles::{Kind, Reading, read_fixed};
use crate::auth::{Key, Network};
use crate::error::AppResult;
use crate::web::{Faults, FlashKind, Form, Page};

#[derive(Debug, Serialize)]
struct ContactPage {
    contact: Option<Reading>,
    form: MessageForm,
    faults: Faults,
    /// Why nothing was sent, although the form is as it should be.
    refusal: Option<String>,
}

/// `GET /contact`
pub async fn show(page: Page) -> AppResult {
    let person = page.request.person.as_ref();
    let form = person.map_or_else(MessageForm::default, |person| MessageForm {
        name: person.user.full_name(),
        email: person.user.email.clone(),
        message: String::new(),
    });
    render(&page, StatusCode::OK, form, Faults::default(), None).await
}

async fn render(
    page: &Page,
    status: StatusCode,
    form: MessageForm,
    faults: Faults,
    refusal: Option<&str>,
) -> AppResult {
    let content = ContactPage {
        contact: read_fixed(&page.app.db, Kind::Contact, page.lang()).await?,
        form,
        faults,
        refusal: refusal.map(|key| page.t(key)),
    };
    let title = page.t("contact-title");
    page.render_status(status, "contact/form.html", &title, &[], &content)
}

/// `POST /contact`: the same answer whoever writes. What is refused is shown again with what was typed.
pub async fn send(
    State(app): State<AppState>,
    page: Page,
    Form(form): Form<MessageForm>,
) -> AppResult {
    let message = match form.parse() {
        Ok(message) => message,
        Err(faults) => {
            let faults = Faults::tell(page.lang(), &faults);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&page, status, form, faults, None).await;
        }
    };
    let now = page.request.now;
    let network = Key::Message(Network::from(page.request.address));
    let sender = Key::Sender(form.email.trim().to_lowercase());
    if !app.guard.admits(&network, now) || !app.guard.admits(&sender, now) {
        return refuse(
            &page,
            StatusCode::TOO_MANY_REQUESTS,
            form,
            "contact-too-many",
        )
        .await;
    }
    let mut tx = app.db.begin().await?;
    if !pass_on(&mut tx, &message, now).await? {
        drop(tx);
        return refuse(
            &page,
            StatusCode::SERVICE_UNAVAILABLE,
            form,
            "contact-nobody",
        )
        .await;
    }
    tx.commit().await?;
    Ok(page.redirect("/contact", FlashKind::Success, "contact-sent"))
}

/// What was typed stays where it is.
async fn refuse(page: &Page, status: StatusCode, form: MessageForm, key: &str) -> AppResult {
    render(page, status, form, Faults::default(), Some(key)).await
}
