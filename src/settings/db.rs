//! All SQL about settings.

use std::collections::BTreeMap;

use crate::args;
use crate::db::{Db, DbResult, Tx};

pub async fn list_settings(db: &Db) -> DbResult<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = db.all("SELECT name, value FROM settings", vec![]).await?;
    Ok(rows.into_iter().collect())
}

pub async fn write_setting(tx: &mut Tx, name: &str, value: &str) -> DbResult<()> {
    tx.execute(
        "INSERT INTO settings (name, value) VALUES ($1, $2) \
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        args![name, value],
    )
    .await?;
    Ok(())
}
