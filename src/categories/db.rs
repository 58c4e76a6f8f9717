//! All SQL that changes categories. They are read with the courses (`courses::db::list_categories`).

use crate::args;
use crate::db::{Db, DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::CategoryId;

/// A category as the secretariat describes it.
#[derive(Debug, Clone)]
pub struct CategoryInput {
    pub name: String,
    pub parent_id: Option<CategoryId>,
    /// `None` for all languages.
    pub lang: Option<Lang>,
}

/// Adds a category after all others.
pub async fn insert_category(tx: &mut Tx, input: &CategoryInput) -> DbResult<CategoryId> {
    let last: Option<(i64,)> = tx
        .find("SELECT COALESCE(MAX(position), 0) FROM categories", args![])
        .await?;
    tx.insert(
        "INSERT INTO categories (parent_id, name, lang, position) VALUES ($1, $2, $3, $4) RETURNING id",
        args![
            input.parent_id,
            &input.name,
            input.lang.map_or("", Lang::code),
            last.map_or(1, |(position,)| position + 1),
        ],
    )
    .await
    .map(CategoryId)
}

pub async fn update_category(tx: &mut Tx, id: CategoryId, input: &CategoryInput) -> DbResult<u64> {
    tx.execute(
        "UPDATE categories SET parent_id = $2, name = $3, lang = $4 WHERE id = $1",
        args![
            id,
            input.parent_id,
            &input.name,
            input.lang.map_or("", Lang::code),
        ],
    )
    .await
}

/// Writes the order of all categories; ids that do not exist change nothing.
pub async fn mark_order(tx: &mut Tx, order: &[CategoryId]) -> DbResult<()> {
    for (position, id) in (1_i64..).zip(order) {
        tx.execute(
            "UPDATE categories SET position = $2 WHERE id = $1",
            args![*id, position],
        )
        .await?;
    }
    Ok(())
}

/// Touches no row while courses or other categories are in it.
pub async fn delete_category(tx: &mut Tx, id: CategoryId) -> DbResult<u64> {
    tx.execute(
        "DELETE FROM categories WHERE id = $1 \
         AND NOT EXISTS (SELECT 1 FROM courses c WHERE c.category_id = $1) \
         AND NOT EXISTS (SELECT 1 FROM categories k WHERE k.parent_id = $1)",
        args![id],
    )
    .await
}

/// How many courses stand directly in each category that has any.
pub async fn count_courses(db: &Db) -> DbResult<Vec<(i64, i64)>> {
    db.all(
        "SELECT category_id, CAST(COUNT(*) AS BIGINT) FROM courses \
         WHERE category_id IS NOT NULL GROUP BY category_id",
        args![],
    )
    .await
}
