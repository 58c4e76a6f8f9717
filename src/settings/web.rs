//! `/settings`: the secretariat's page.

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{Colour, db, refresh};
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::error::AppResult;
use crate::web::{Fault, Faults, FlashKind, Form, Page};
use crate::{AppState, Site};

#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub struct SettingsForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    tagline: String,
    #[serde(default)]
    colour_primary: String,
    #[serde(default)]
    colour_accent: String,
}

#[derive(Debug, Serialize)]
struct SettingsPage {
    form: SettingsForm,
    faults: Faults,
}

impl SettingsForm {
    fn of(site: &Site) -> Self {
        Self {
            name: site.name.clone(),
            tagline: site.tagline.clone(),
            colour_primary: site.colour_primary.clone(),
            colour_accent: site.colour_accent.clone(),
        }
    }

    fn faults(&self) -> Vec<Fault> {
        let checks = [
            (self.name.trim().is_empty(), "name", "settings-fault-name"),
            (
                self.name.chars().count() > 60,
                "name",
                "settings-fault-long",
            ),
            (
                self.tagline.chars().count() > 120,
                "tagline",
                "settings-fault-long",
            ),
            (
                Colour::parse(&self.colour_primary).is_none(),
                "colour_primary",
                "settings-fault-colour",
            ),
            (
                Colour::parse(&self.colour_accent).is_none(),
                "colour_accent",
                "settings-fault-colour",
            ),
        ];
        let failed = checks.into_iter().filter(|(is_wrong, ..)| *is_wrong);
        failed
            .map(|(_, field, key)| Fault::new(field, key))
            .collect()
    }
}

/// `GET /settings`
pub async fn show(State(app): State<AppState>, page: Page, _: Secretariat) -> AppResult {
    let site = app
        .site
        .read()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .clone();
    render(&page, StatusCode::OK, SettingsForm::of(&site), &[])
}

/// `POST /settings`
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Form(form): Form<SettingsForm>,
) -> AppResult {
    let faults = form.faults();
    if !faults.is_empty() {
        return render(&page, StatusCode::UNPROCESSABLE_ENTITY, form, &faults);
    }
    let mut tx = app.db.begin().await?;
    let values = [
        ("name", form.name.trim()),
        ("tagline", form.tagline.trim()),
        ("colour_primary", form.colour_primary.trim()),
        ("colour_accent", form.colour_accent.trim()),
    ];
    for (name, value) in values {
        db::write_setting(&mut tx, name, value).await?;
    }
    let deed = Deed {
        action: "settings.save",
        subject: "site",
        detail: form.name.trim(),
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    refresh(&app).await?;
    Ok(page.redirect("/settings", FlashKind::Success, "settings-saved"))
}

fn render(page: &Page, status: StatusCode, form: SettingsForm, faults: &[Fault]) -> AppResult {
    let content = SettingsPage {
        form,
        faults: Faults::tell(page.lang(), faults),
    };
    page.render_status(
        status,
        "settings/index.html",
        &page.t("settings-title"),
        &[],
        &content,
    )
}
