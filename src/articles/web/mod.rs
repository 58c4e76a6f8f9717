//! Articles over HTTP: what everybody reads here, what the secretariat writes in `settings` and `editor`.

pub mod editor;
pub mod settings;

use axum::extract::{Path, Query};
use serde::Deserialize;

use super::pages::{HelpPage, ItemPage, NewsPage, QuestionsPage};
use super::reading::entries;
use super::{Entry, Kind, db, read_fixed};
use crate::error::{AppError, AppResult};
use crate::ids::ArticleId;
use crate::web::{Page, Pager, Slice};

const PAGE_ROWS: i64 = 10;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewsQuery {
    page: String,
}

/// `GET /news`
pub async fn list_news(page: Page, Query(query): Query<NewsQuery>) -> AppResult {
    let (app_db, now) = (&page.app.db, page.request.now);
    let slice = Slice::new(query.page.parse().unwrap_or(1), PAGE_ROWS);
    let news = db::list_shown_news(app_db, now, slice).await?;
    let total = db::count_shown_news(app_db, now).await?;
    let url = |at: i64| format!("/news?page={at}");
    let content = NewsPage {
        news: entries(&news, page.lang()),
        pager: Pager::new(page.lang(), slice, news.len(), total, url),
    };
    page.render(
        "articles/news.html",
        &page.t("articles-news"),
        &[],
        &content,
    )
}

/// `GET /news/{id}`: what is not shown yet is not there.
pub async fn show_item(page: Page, Path(id): Path<ArticleId>) -> AppResult {
    let article = db::find_article(&page.app.db, id).await?;
    let item = article
        .filter(|found| found.kind == Kind::News && found.is_shown(page.request.now))
        .and_then(|found| Entry::new(&found, page.lang()))
        .ok_or(AppError::NotFound)?;
    let title = item.title().to_owned();
    let crumbs = [(page.t("articles-news"), "/news".to_owned())];
    page.render("articles/item.html", &title, &crumbs, &ItemPage { item })
}

/// `GET /help`
pub async fn show_help(page: Page) -> AppResult {
    let help = read_fixed(&page.app.db, Kind::Help, page.lang()).await?;
    let title = page.t("articles-help");
    page.render("articles/help.html", &title, &[], &HelpPage { help })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct QuestionsQuery {
    /// The question whose answer shall stand open, which its own link names.
    open: Option<String>,
}

/// `GET /faq`
pub async fn list_questions(page: Page, Query(query): Query<QuestionsQuery>) -> AppResult {
    let articles = db::list_articles(&page.app.db, Kind::Question).await?;
    let open = query.open.and_then(|id| id.parse().ok());
    let questions = entries(&articles, page.lang()).into_iter();
    let content = QuestionsPage {
        questions: questions.map(|entry| entry.opened_for(open)).collect(),
    };
    page.render("articles/faq.html", &page.t("articles-faq"), &[], &content)
}
