//! `/settings`: the secretariat's page.

pub mod rules;

use axum::extract::{Multipart, Path, Request, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{Colour, db, refresh};
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::error::AppResult;
use crate::media::{self, MediaRef};
use crate::web::{Cache, Fault, Faults, FlashKind, Form, Page, receive_media, serve_media};
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
    render(&page, StatusCode::OK, SettingsForm::of(&app.site()), &[])
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

/// What a request with a logo may weigh, the form around it included.
pub const LOGO_BODY: usize = media::picture::MAX_BYTES + 4096;
/// It stands 44 pixels high in the header, twice that on dense screens, and may be five times as wide.
const LOGO_SIDE: u32 = 440;

/// `POST /settings/logo`
pub async fn store_logo(page: Page, _: Secretariat, form: Multipart) -> AppResult {
    let prepare = |store: &_, file| media::store_picture(store, file, LOGO_SIDE);
    let logo = receive_media(&page, form, "courses-picture-too-large", prepare).await?;
    keep_logo(&page, Some(&logo)).await
}

/// `POST /settings/logo/delete`
pub async fn delete_logo(page: Page, _: Secretariat) -> AppResult {
    keep_logo(&page, None).await
}

async fn keep_logo(page: &Page, logo: Option<&MediaRef>) -> AppResult {
    let (hash, mime) = logo.map_or(("", ""), |logo| (&logo.hash, &logo.mime));
    let mut tx = page.app.db.begin().await?;
    db::write_setting(&mut tx, "logo", hash).await?;
    db::write_setting(&mut tx, "logo_mime", mime).await?;
    let deed = Deed {
        action: "settings.logo",
        subject: "site",
        detail: hash,
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    refresh(&page.app).await?;
    Ok(page.redirect("/settings", FlashKind::Success, "settings-saved"))
}

/// `GET /logo/{hash}`: the one in use, and nothing else of the store.
pub async fn show_logo(
    State(app): State<AppState>,
    Path(hash): Path<String>,
    request: Request,
) -> AppResult {
    let logo = app.site().logo.filter(|logo| logo.hash == hash);
    serve_media(&app.store, logo, Cache::Anyone, request).await
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
