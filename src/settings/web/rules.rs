//! `/settings/rules`: joining and passwords.

use axum::extract::State;
use http::StatusCode;
use serde::Serialize;

use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::error::AppResult;
use crate::settings::rules::RulesForm;
use crate::settings::{db, refresh};
use crate::web::{Fault, Faults, FlashKind, Form, Page};

#[derive(Debug, Serialize)]
struct RulesPage {
    form: RulesForm,
    faults: Faults,
}

/// `GET /settings/rules`
pub async fn show(page: Page, _: Secretariat) -> AppResult {
    let form = RulesForm::of(&page.app.site().rules);
    render(&page, StatusCode::OK, form, &[])
}

/// `POST /settings/rules`: what has begun by the earlier rules, a reminder say, is not begun again.
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Form(form): Form<RulesForm>,
) -> AppResult {
    if let Err(faults) = form.parse() {
        return render(&page, StatusCode::UNPROCESSABLE_ENTITY, form, &faults);
    }
    let before = RulesForm::of(&app.site().rules);
    let mut tx = app.db.begin().await?;
    for (name, value) in form.values() {
        db::write_setting(&mut tx, name, value).await?;
    }
    let deed = Deed {
        action: "settings.rules",
        subject: "site",
        detail: &changes(&before, &form),
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    refresh(&app).await?;
    Ok(page.redirect("/settings/rules", FlashKind::Success, "settings-saved"))
}

/// Before and after, of what differs.
fn changes(before: &RulesForm, after: &RulesForm) -> String {
    let pairs = before.values().into_iter().zip(after.values());
    let differing = pairs.filter(|(before, after)| before != after);
    let told = differing.map(|((name, before), (_, after))| format!("{name}: {before} → {after}"));
    told.collect::<Vec<_>>().join("; ")
}

fn render(page: &Page, status: StatusCode, form: RulesForm, faults: &[Fault]) -> AppResult {
    let content = RulesPage {
        form,
        faults: Faults::tell(page.lang(), faults),
    };
    let crumbs = [(page.t("settings-title"), "/settings".to_owned())];
    let title = page.t("rules-title");
    page.render_status(status, "settings/rules.html", &title, &crumbs, &content)
}
