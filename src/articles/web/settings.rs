//! The secretariat's lists: the fixed texts, news, questions; adding to them and ordering them.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};
use serde::Deserialize;

use crate::AppState;
use crate::articles::pages::{ListPage, rows};
use crate::articles::{Kind, db};
use crate::audit::{self, Deed};
use crate::auth::Secretariat;
use crate::db::{DbResult, Tx};
use crate::error::{AppError, AppResult};
use crate::ids::ArticleId;
use crate::web::{FlashKind, Form, Page};

/// The way back from a page of the settings.
pub(super) fn settings_crumb(page: &Page) -> (String, String) {
    (page.t("settings-title"), "/settings".to_owned())
}

/// `GET /settings/texts`
pub async fn list_texts(page: Page, _: Secretariat) -> AppResult {
    let mut articles = Vec::new();
    for kind in Kind::FIXED {
        articles.extend(db::find_fixed(&page.app.db, kind).await?);
    }
    let content = ListPage {
        rows: rows(&articles, page.lang(), page.request.now),
    };
    let title = page.t("articles-texts");
    page.render(
        "articles/texts.html",
        &title,
        &[settings_crumb(&page)],
        &content,
    )
}

/// `GET /settings/news`
pub async fn list_news(page: Page, _: Secretariat) -> AppResult {
    let articles = db::list_news(&page.app.db).await?;
    let content = ListPage {
        rows: rows(&articles, page.lang(), page.request.now),
    };
    let title = page.t("articles-news");
    page.render(
        "articles/news_list.html",
        &title,
        &[settings_crumb(&page)],
        &content,
    )
}

/// `GET /settings/faq`
pub async fn list_questions(page: Page, _: Secretariat) -> AppResult {
    let articles = db::list_articles(&page.app.db, Kind::Question).await?;
    let content = ListPage {
        rows: rows(&articles, page.lang(), page.request.now),
    };
    let title = page.t("articles-faq");
    page.render(
        "articles/questions.html",
        &title,
        &[settings_crumb(&page)],
        &content,
    )
}

/// `POST /settings/news`: a draft, to be written next.
pub async fn add_news(page: Page, _: Secretariat) -> AppResult {
    add(&page, Kind::News).await
}

/// `POST /settings/faq`
pub async fn add_question(page: Page, _: Secretariat) -> AppResult {
    add(&page, Kind::Question).await
}

async fn add(page: &Page, kind: Kind) -> AppResult {
    let mut tx = page.app.db.begin().await?;
    let id = db::insert_article(&mut tx, kind, page.request.now).await?;
    record(&mut tx, page, "article.add", (kind, id), "").await?;
    tx.commit().await?;
    let to = format!("/settings/texts/{id}?lang={}", page.lang().code());
    Ok(Redirect::to(&to).into_response())
}

#[derive(Debug, Deserialize)]
pub struct MoveForm {
    direction: Direction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Up,
    Down,
}

/// `POST /settings/texts/{id}/move`: a question past its neighbour.
pub async fn shift(
    State(app): State<AppState>,
    page: Page,
    _: Secretariat,
    Path(id): Path<ArticleId>,
    Form(form): Form<MoveForm>,
) -> AppResult {
    let mut tx = app.db.begin().await?;
    let mut order = db::list_order(&mut tx, Kind::Question).await?;
    let here = order
        .iter()
        .position(|other| *other == id)
        .ok_or(AppError::NotFound)?;
    let there = match form.direction {
        Direction::Up => here.checked_sub(1),
        Direction::Down => Some(here + 1).filter(|there| *there < order.len()),
    };
    if let Some(there) = there {
        order.swap(here, there);
        db::mark_order(&mut tx, &order).await?;
        let detail = format!("{} → {}", here + 1, there + 1);
        record(
            &mut tx,
            &page,
            "article.move",
            (Kind::Question, id),
            &detail,
        )
        .await?;
    }
    tx.commit().await?;
    let shelf = Kind::Question.shelf();
    Ok(page.redirect(shelf, FlashKind::Success, "courses-reordered"))
}

pub(super) async fn record(
    tx: &mut Tx,
    page: &Page,
    action: &str,
    (kind, id): (Kind, ArticleId),
    detail: &str,
) -> DbResult<()> {
    let subject = format!("{} {id}", kind.name());
    let deed = Deed {
        action,
        subject: &subject,
        detail,
    };
    audit::record(tx, &page.request, deed).await
}
