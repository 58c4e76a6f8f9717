//! All SQL about articles.

use sqlx::FromRow;

use super::{Article, Kind, Text, TextForm};
use crate::args;
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::ArticleId;
use crate::web::Slice;

/// Articles with their texts, a row for each text and at least one for each article.
macro_rules! select_articles {
    ($which:literal, $order:literal) => {
        concat!(
            "SELECT a.id, a.kind, a.shown_from, t.lang, t.title, t.lead, t.body, t.revision, t.changed_at ",
            "FROM (SELECT id, kind, position, shown_from FROM articles ",
            $which,
            ") a LEFT JOIN article_texts t ON t.article_id = a.id AND t.title <> '' ORDER BY ",
            $order,
            ", t.lang"
        )
    };
}

#[derive(Debug, FromRow)]
struct Row {
    id: i64,
    kind: String,
    shown_from: Option<i64>,
    lang: Option<String>,
    title: Option<String>,
    lead: Option<String>,
    body: Option<String>,
    revision: Option<i64>,
    changed_at: Option<i64>,
}

impl Row {
    fn text(&mut self) -> DbResult<Option<Text>> {
        let Some(lang) = self.lang.take() else {
            return Ok(None);
        };
        Ok(Some(Text {
            lang: Lang::parse(&lang).ok_or_else(|| self.impossible("lang"))?,
            title: self.title.take().unwrap_or_default(),
            lead: self.lead.take().unwrap_or_default(),
            body: self.body.take().unwrap_or_default(),
            revision: self.revision.unwrap_or_default(),
            changed_at: Instant(self.changed_at.unwrap_or_default()),
        }))
    }

    fn impossible(&self, column: &str) -> DbError {
        DbError::ImpossibleRow(format!("article {}: {column}", self.id))
    }
}

/// Rows of one article stand together.
fn articles(rows: Vec<Row>) -> DbResult<Vec<Article>> {
    let mut articles: Vec<Article> = Vec::new();
    for mut row in rows {
        let text = row.text()?;
        match articles.last_mut().filter(|last| last.id.0 == row.id) {
            Some(article) => article.texts.extend(text),
            None => articles.push(Article {
                id: ArticleId(row.id),
                kind: Kind::parse(&row.kind).ok_or_else(|| row.impossible("kind"))?,
                shown_from: row.shown_from.map(Instant),
                texts: text.into_iter().collect(),
            }),
        }
    }
    Ok(articles)
}

pub async fn find_article(db: &Db, id: ArticleId) -> DbResult<Option<Article>> {
    let rows = db.all(select_articles!("WHERE id = $1", "a.id"), args![id]);
    Ok(articles(rows.await?)?.pop())
}

/// One of those of which there is always one.
pub async fn find_fixed(db: &Db, kind: Kind) -> DbResult<Option<Article>> {
    Ok(list_articles(db, kind).await?.pop())
}

/// In the order the secretariat gave them.
pub async fn list_articles(db: &Db, kind: Kind) -> DbResult<Vec<Article>> {
    let rows = db.all(
        select_articles!("WHERE kind = $1", "a.position, a.id"),
        args![kind.name()],
    );
    articles(rows.await?)
}

/// All news for those who write them: drafts first, then the newest.
pub async fn list_news(db: &Db) -> DbResult<Vec<Article>> {
    let rows = db.all(
        select_articles!(
            "WHERE kind = 'news'",
            "COALESCE(a.shown_from, 9223372036854775807) DESC, a.id DESC"
        ),
        args![],
    );
    articles(rows.await?)
}

macro_rules! shown_news {
    () => {
        "FROM articles n WHERE n.kind = 'news' AND n.shown_from <= $1 AND EXISTS \
         (SELECT 1 FROM article_texts w WHERE w.article_id = n.id AND w.title <> '')"
    };
}

/// News as everybody sees them, the newest first.
pub async fn list_shown_news(db: &Db, now: Instant, slice: Slice) -> DbResult<Vec<Article>> {
    let rows = db.all(
        concat!(
            "SELECT a.id, a.kind, a.shown_from, t.lang, t.title, t.lead, t.body, t.revision, t.changed_at ",
            "FROM (SELECT n.id, n.kind, n.shown_from ",
            shown_news!(),
            " ORDER BY n.shown_from DESC, n.id DESC LIMIT $2 OFFSET $3) a ",
            "JOIN article_texts t ON t.article_id = a.id AND t.title <> '' ",
            "ORDER BY a.shown_from DESC, a.id DESC, t.lang"
        ),
        args![now, slice.limit(), slice.offset()],
    );
    articles(rows.await?)
}

pub async fn count_shown_news(db: &Db, now: Instant) -> DbResult<i64> {
    let row: Option<(i64,)> = db
        .find(
            concat!("SELECT CAST(COUNT(*) AS BIGINT) ", shown_news!()),
            args![now],
        )
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Adds an article of which there may be many, after all others of its kind.
pub async fn insert_article(tx: &mut Tx, kind: Kind, now: Instant) -> DbResult<ArticleId> {
    tx.insert(
        "INSERT INTO articles (kind, position, created_at) VALUES \
         ($1, (SELECT COALESCE(MAX(position), 0) + 1 FROM articles WHERE kind = $1), $2) RETURNING id",
        args![kind.name(), now],
    )
    .await
    .map(ArticleId)
}

/// The text as it stands, also where it is empty.
pub async fn find_text(tx: &mut Tx, id: ArticleId, lang: Lang) -> DbResult<Text> {
    let row: Option<(String, String, String, i64, i64)> = tx
        .find(
            "SELECT title, lead, body, revision, changed_at FROM article_texts WHERE article_id = $1 AND lang = $2",
            args![id, lang],
        )
        .await?;
    let (title, lead, body, revision, changed_at) = row.unwrap_or_default();
    Ok(Text {
        lang,
        title,
        lead,
        body,
        revision,
        changed_at: Instant(changed_at),
    })
}

/// False when the text is not the one that was read before, or the article is gone.
pub async fn write_text(
    tx: &mut Tx,
    id: ArticleId,
    lang: Lang,
    text: &TextForm,
    now: Instant,
) -> DbResult<bool> {
    let values = args![
        id,
        lang,
        &text.title,
        &text.lead,
        &text.body,
        text.revision,
        now
    ];
    let sql = if text.revision == 0 {
        "INSERT INTO article_texts (article_id, lang, title, lead, body, revision, changed_at) \
         SELECT a.id, $2, $3, $4, $5, $6 + 1, $7 FROM articles a WHERE a.id = $1 \
         ON CONFLICT (article_id, lang) DO UPDATE SET title = excluded.title, lead = excluded.lead, \
         body = excluded.body, revision = article_texts.revision + 1, changed_at = excluded.changed_at \
         WHERE article_texts.title = ''"
    } else {
        "UPDATE article_texts SET title = $3, lead = $4, body = $5, revision = revision + 1, changed_at = $7 \
         WHERE article_id = $1 AND lang = $2 AND revision = $6"
    };
    Ok(tx.execute(sql, values).await? == 1)
}

/// False when somebody else has changed it since it was `seen`.
pub async fn mark_shown_from(
    tx: &mut Tx,
    id: ArticleId,
    shown_from: Option<Instant>,
    seen: Option<Instant>,
) -> DbResult<bool> {
    let changed = tx
        .execute(
            "UPDATE articles SET shown_from = $2 WHERE id = $1 AND kind = 'news' \
             AND COALESCE(shown_from, -1) = COALESCE($3, -1)",
            args![id, shown_from, seen],
        )
        .await?;
    Ok(changed == 1)
}

/// The ids of a kind in their order, to be changed in the same transaction.
pub async fn list_order(tx: &mut Tx, kind: Kind) -> DbResult<Vec<ArticleId>> {
    let rows: Vec<(i64,)> = tx
        .all(
            "SELECT id FROM articles WHERE kind = $1 ORDER BY position, id",
            args![kind.name()],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| ArticleId(id)).collect())
}

pub async fn mark_order(tx: &mut Tx, order: &[ArticleId]) -> DbResult<()> {
    for (position, id) in (1_i64..).zip(order) {
        tx.execute(
            "UPDATE articles SET position = $2 WHERE id = $1",
            args![*id, position],
        )
        .await?;
    }
    Ok(())
}

/// False when it is gone already. What there is always one of cannot be deleted.
pub async fn delete_article(tx: &mut Tx, id: ArticleId) -> DbResult<bool> {
    tx.execute(
        "DELETE FROM article_texts WHERE article_id = $1 AND EXISTS (SELECT 1 FROM articles a \
         WHERE a.id = $1 AND a.kind IN ('news', 'question'))",
        args![id],
    )
    .await?;
    let deleted = tx
        .execute(
            "DELETE FROM articles WHERE id = $1 AND kind IN ('news', 'question')",
            args![id],
        )
        .await?;
    Ok(deleted == 1)
}
