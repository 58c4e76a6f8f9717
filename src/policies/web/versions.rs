//! Writing a version in its languages, and putting it in force.

use axum::extract::{Path, Query, State};
use http::StatusCode;
use serde::Deserialize;

use super::{crumbs, record};
use crate::AppState;
use crate::auth::Secretariat;
use crate::db::DbError;
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::{PolicyId, PolicyVersionId};
use crate::policies::pages::{PolicyPage, VersionPage, tabs};
use crate::policies::{Policy, State as VersionState, Text, Version, db};
use crate::web::{Fault, Faults, FlashKind, Form, Page};

async fn find_policy(page: &Page, id: PolicyId) -> AppResult<Policy> {
    db::find_policy(&page.app.db, id)
        .await?
        .ok_or(AppError::NotFound)
}

async fn find_version(page: &Page, id: PolicyVersionId) -> AppResult<Version> {
    db::find_version(&page.app.db, id)
        .await?
        .ok_or(AppError::NotFound)
}

/// `GET /policies/{id}/versions`
pub async fn list(page: Page, _: Secretariat, Path(id): Path<PolicyId>) -> AppResult {
    let policy = find_policy(&page, id).await?;
    let versions = db::list_versions(&page.app.db, id).await?;
    let content = PolicyPage {
        id: id.0,
        is_mandatory: policy.is_mandatory,
        has_draft: versions
            .iter()
            .any(|version| version.state == VersionState::Draft),
        versions: versions.iter().map(Into::into).collect(),
    };
    page.render(
        "policies/versions.html",
        &policy.name,
        &crumbs(&page),
        &content,
    )
}

/// `POST /policies/{id}/versions`: a draft that begins with the texts of the newest version.
pub async fn add(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<PolicyId>,
) -> AppResult {
    find_policy(&page, id).await?;
    let mut tx = app.db.begin().await?;
    let version = match db::insert_draft(&mut tx, id, page.request.now).await {
        Ok(version) => version,
        Err(DbError::Duplicate(_)) => {
            return Err(AppError::Conflict(page.t("policies-draft-exists")));
        }
        Err(error) => return Err(error.into()),
    };
    tx.commit().await?;
    Ok(page.redirect(&url(version), FlashKind::Success, "policies-drafted"))
}

fn url(id: PolicyVersionId) -> String {
    format!("/policies/versions/{id}")
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct InLanguage {
    lang: String,
}

impl InLanguage {
    fn lang(&self) -> Lang {
        Lang::parse(&self.lang).unwrap_or_default()
    }
}

/// `GET /policies/versions/{version}`
pub async fn show(
    page: Page,
    _: Secretariat,
    Path(id): Path<PolicyVersionId>,
    Query(wanted): Query<InLanguage>,
) -> AppResult {
    let version = find_version(&page, id).await?;
    let texts = db::list_texts(&page.app.db, id).await?;
    let lang = wanted.lang();
    let stored = texts.iter().find(|text| text.lang == lang).cloned();
    let form = stored.unwrap_or_default();
    render(&page, StatusCode::OK, &version, (lang, form), &[]).await
}

async fn render(
    page: &Page,
    status: StatusCode,
    version: &Version,
    (lang, form): (Lang, Text),
    faults: &[Fault],
) -> AppResult {
    let policy = find_policy(page, version.policy_id).await?;
    let texts = db::list_texts(&page.app.db, version.id).await?;
    let is_draft = version.state == VersionState::Draft;
    let content = VersionPage {
        version: version.into(),
        is_draft,
        text_lang: lang.code(),
        text_dir: lang.dir(),
        form,
        tabs: tabs(version, &texts, lang),
        is_publishable: is_draft && !texts.is_empty(),
        faults: Faults::tell(page.lang(), faults),
    };
    let number = [("number", version.number.into())];
    let title = page.lang().text_with("policies-version", &number);
    let crumbs: Vec<_> = crumbs(page)
        .into_iter()
        .chain([(policy.name, format!("/policies/{}/versions", policy.id))])
        .collect();
    page.render_status(status, "policies/version.html", &title, &crumbs, &content)
}

/// `POST /policies/versions/{version}?lang=fr`: an empty text removes the translation.
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<PolicyVersionId>,
    Query(wanted): Query<InLanguage>,
    Form(form): Form<Text>,
) -> AppResult {
    let version = find_version(&page, id).await?;
    let lang = wanted.lang();
    let form = Text { lang, ..form };
    let text = match form.parse() {
        Ok(text) => text,
        Err(faults) => {
            let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&page, unprocessable, &version, (lang, form), &faults).await;
        }
    };
    let mut tx = app.db.begin().await?;
    if !db::write_text(&mut tx, id, lang, text.as_ref()).await? {
        return Err(AppError::Conflict(page.t("policies-frozen")));
    }
    tx.commit().await?;
    let to = format!("{}?lang={}", url(id), lang.code());
    Ok(page.redirect(&to, FlashKind::Success, "courses-saved"))
}

/// `POST /policies/versions/{version}/publish`: from now on everybody is asked.
pub async fn publish(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<PolicyVersionId>,
) -> AppResult {
    let version = find_version(&page, id).await?;
    let mut tx = app.db.begin().await?;
    if !db::publish(&mut tx, &version, page.request.now).await? {
        return Err(AppError::Conflict(page.t("policies-unpublishable")));
    }
    let detail = format!("version {}", version.number);
    record(&mut tx, &page, "policy.publish", version.policy_id, &detail).await?;
    tx.commit().await?;
    let to = format!("/policies/{}/versions", version.policy_id);
    Ok(page.redirect(&to, FlashKind::Success, "policies-published"))
}
