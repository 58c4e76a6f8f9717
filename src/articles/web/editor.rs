//! One article in one language: writing it, showing it to everybody, deleting it. What somebody else has written
//! meanwhile is shown beside what was typed, and never overwritten unseen.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;

use super::settings::{record, settings_crumb};
use crate::AppState;
use crate::articles::pages::{Beside, EditorPage};
use crate::articles::{Article, Kind, TextForm, changes, db};
use crate::auth::Secretariat;
use crate::clock::Instant;
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::ArticleId;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

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

fn url(id: ArticleId, lang: Lang) -> String {
    format!("/settings/texts/{id}?lang={}", lang.code())
}

async fn find(page: &Page, id: ArticleId) -> AppResult<Article> {
    db::find_article(&page.app.db, id)
        .await?
        .ok_or(AppError::NotFound)
}

/// `GET /settings/texts/{id}?lang=fr`
pub async fn show(
    page: Page,
    _: Secretariat,
    Path(id): Path<ArticleId>,
    Query(wanted): Query<InLanguage>,
) -> AppResult {
    let article = find(&page, id).await?;
    let lang = wanted.lang();
    let form = TextForm::of(&article.text_in(lang));
    let beside = Beside::default();
    render(&page, StatusCode::OK, &article, (lang, &form), beside)
}

fn render(
    page: &Page,
    status: StatusCode,
    article: &Article,
    (lang, form): (Lang, &TextForm),
    beside: Beside,
) -> AppResult {
    let content = EditorPage::new(page.lang(), article, lang, form, beside, page.request.now);
    let title = page.t(&format!("articles-kind-{}", article.kind.name()));
    let shelf_title = match article.kind {
        Kind::News => "articles-news",
        Kind::Question => "articles-faq",
        Kind::Welcome | Kind::Help | Kind::Contact => "articles-texts",
    };
    let crumbs = [
        settings_crumb(page),
        (page.t(shelf_title), article.kind.shelf().to_owned()),
    ];
    page.render_status(status, "articles/editor.html", &title, &crumbs, &content)
}

/// `POST /settings/texts/{id}?lang=fr`: previews or stores. An empty text is no longer written in this language.
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<ArticleId>,
    Query(wanted): Query<InLanguage>,
    Form(form): Form<TextForm>,
) -> AppResult {
    let article = find(&page, id).await?;
    let lang = wanted.lang();
    if form.action == "preview" {
        return render(
            &page,
            StatusCode::OK,
            &article,
            (lang, &form),
            Beside::default(),
        );
    }
    let text = match form.parse(article.kind) {
        Ok(text) => text,
        Err(faults) => {
            let beside = Beside {
                faults: Faults::tell(page.lang(), &faults),
                ..Beside::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&page, status, &article, (lang, &form), beside);
        }
    };
    let now = page.request.now;
    let mut tx = app.db.begin().await?;
    let before = db::find_text(&mut tx, id, lang).await?;
    let told = changes(&before, &text);
    if told.is_empty() {
        return Ok(saved(&page, id, lang));
    }
    if !db::write_text(&mut tx, id, lang, &text, now).await? {
        drop(tx);
        return overtaken(&page, id, lang, text).await;
    }
    let detail = format!("{}: {told}", lang.code());
    let what = (article.kind, id);
    record(&mut tx, &page, "article.text", what, &detail).await?;
    tx.commit().await?;
    Ok(saved(&page, id, lang))
}

fn saved(page: &Page, id: ArticleId, lang: Lang) -> Response {
    page.redirect(&url(id, lang), FlashKind::Success, "courses-saved")
}

/// Shows both texts. Sending the form again overwrites what has now been seen.
async fn overtaken(page: &Page, id: ArticleId, lang: Lang, text: TextForm) -> AppResult {
    let article = find(page, id).await?;
    let theirs = article.text_in(lang);
    let form = TextForm {
        revision: theirs.revision,
        ..text
    };
    let beside = Beside {
        theirs: Some(theirs),
        ..Beside::default()
    };
    render(page, StatusCode::CONFLICT, &article, (lang, &form), beside)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Shown {
    #[default]
    Draft,
    Published,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PublicationForm {
    state: Shown,
    /// As date fields send it; empty for at once.
    date: String,
    /// The instant this form was made of; empty for a draft.
    seen: String,
}

impl PublicationForm {
    /// The instant from which the article is to be shown; `None` makes it a draft.
    fn parse(&self, article: &Article, now: Instant) -> Result<Option<Instant>, Fault> {
        if self.state == Shown::Draft {
            return Ok(None);
        }
        if article.texts.is_empty() {
            return Err(Fault::new("date", "articles-fault-unwritten"));
        }
        let day = match self.date.trim() {
            "" => Some(now),
            typed => Instant::of_date(typed),
        };
        let fault = Fault::new("date", "organisations-fault-date");
        day.map(Some).ok_or(fault)
    }
}

/// `POST /settings/texts/{id}/publication`: from which day on an item of news is shown, or that it is a draft.
pub async fn publish(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<ArticleId>,
    Query(wanted): Query<InLanguage>,
    Form(form): Form<PublicationForm>,
) -> AppResult {
    let article = find(&page, id).await?;
    if article.kind != Kind::News {
        return Err(AppError::NotFound);
    }
    let lang = wanted.lang();
    let shown_from = match form.parse(&article, page.request.now) {
        Ok(shown_from) => shown_from,
        Err(fault) => {
            let text = TextForm::of(&article.text_in(lang));
            let beside = Beside {
                publication: Faults::tell(page.lang(), &[fault]),
                ..Beside::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return render(&page, status, &article, (lang, &text), beside);
        }
    };
    let seen = form.seen.parse().ok().map(Instant);
    let mut tx = app.db.begin().await?;
    if !db::mark_shown_from(&mut tx, id, shown_from, seen).await? {
        return Err(AppError::Conflict(page.t("articles-overtaken-date")));
    }
    let told = |at: Option<Instant>| at.map_or_else(|| "draft".to_owned(), Instant::date);
    let detail = format!("{} → {}", told(seen), told(shown_from));
    record(&mut tx, &page, "article.publish", (Kind::News, id), &detail).await?;
    tx.commit().await?;
    Ok(saved(&page, id, lang))
}

/// `POST /settings/texts/{id}/delete`, which a dialog has asked about.
pub async fn delete(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<ArticleId>,
) -> AppResult {
    let article = find(&page, id).await?;
    let titles: Vec<_> = article
        .texts
        .iter()
        .map(|text| format!("{}: {}", text.lang.code(), text.title))
        .collect();
    let mut tx = app.db.begin().await?;
    if !db::delete_article(&mut tx, id).await? {
        return Err(AppError::NotFound);
    }
    let what = (article.kind, id);
    record(&mut tx, &page, "article.delete", what, &titles.join("; ")).await?;
    tx.commit().await?;
    Ok(page.redirect(article.kind.shelf(), FlashKind::Success, "articles-deleted"))
}
