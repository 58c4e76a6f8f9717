//! The page from which people reach what concerns their account.

use serde_json::json;

use crate::auth::Person;
use crate::error::AppResult;
use crate::web::Page;

/// `GET /account`
pub async fn show(page: Page, person: Person) -> AppResult {
    let content = json!({
        "name": person.full_name(),
        "username": person.username,
        "email": person.email,
        "organisation": person.organisation,
        "shows_identities": !page.app.oidc.choices().is_empty(),
    });
    page.render(
        "accounts/overview.html",
        &page.t("accounts-title"),
        &[],
        &content,
    )
}
