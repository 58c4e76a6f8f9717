//! The one door to SQL: two native pools behind a thin facade. Owns everything in which SQLite and
//! PostgreSQL differ; must not know any table but the migrations'.

mod cells;
mod migrate;
mod search;
mod value;

use std::time::Duration;

use sqlx::postgres::{PgPool, PgPoolOptions, PgRow};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{FromRow, Postgres, Sqlite, Transaction};

pub use cells::Cells;
pub use search::containing;
pub use value::Value;

/// What went wrong, told by kind so that callers may answer.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    #[error("a row with this key already exists")]
    Duplicate(#[source] sqlx::Error),
    #[error("the database refused: {0}")]
    Sql(#[source] sqlx::Error),
    #[error("a row is impossible: {0}")]
    ImpossibleRow(String),
    #[error("the database could not be migrated: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        if error
            .as_database_error()
            .is_some_and(sqlx::error::DatabaseError::is_unique_violation)
        {
            Self::Duplicate(error)
        } else {
            Self::Sql(error)
        }
    }
}

pub type DbResult<T> = Result<T, DbError>;

/// A row type that both drivers can read.
pub trait Row: Send + Unpin + for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> {}
impl<T> Row for T where T: Send + Unpin + for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow>
{}

#[derive(Debug, Clone)]
pub enum Db {
    /// One writer, because SQLite has one; readers never wait for it (WAL).
    Sqlite {
        write: SqlitePool,
        read: SqlitePool,
    },
    Postgres(PgPool),
}

/// A transaction. Rolled back when dropped without [`Tx::commit`].
#[derive(Debug)]
pub enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

macro_rules! bind {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match value {
                Value::Int(v) => query.bind(v),
                Value::Float(v) => query.bind(v),
                Value::Bool(v) => query.bind(v),
                Value::Text(v) => query.bind(v),
                Value::Bytes(v) => query.bind(v),
            };
        }
        query
    }};
}

/// Statements whose text is built at run time (a generated list of placeholders, never data).
pub type Sql = sqlx::SqlStr;

/// A statement: a literal, or a text this crate built itself from literals.
pub trait IntoSql {
    fn into_sql(self) -> Sql;
}
impl IntoSql for &'static str {
    fn into_sql(self) -> Sql {
        sqlx::SqlSafeStr::into_sql_str(self)
    }
}
impl IntoSql for String {
    fn into_sql(self) -> Sql {
        sqlx::SqlSafeStr::into_sql_str(sqlx::AssertSqlSafe(self))
    }
}

impl Db {
    /// Connects, and creates the file on SQLite. `sqlite://path` or `postgres://…`.
    pub async fn connect(url: &str) -> DbResult<Self> {
        if url.starts_with("postgres") {
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(5))
                .connect(url)
                .await?;
            return Ok(Self::Postgres(pool));
        }
        let base: SqliteConnectOptions = url.parse::<SqliteConnectOptions>()?;
        let base = base
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // An acknowledged commit must survive a power cut; the group-committing writer pays for it.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .foreign_keys(true)
            // 16 MB of log before it is copied into the database: under load every page is copied once
            // for many commits.
            .pragma("wal_autocheckpoint", "4000")
            .statement_cache_capacity(256);
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(5))
            .connect_with(base.clone())
            .await?;
        let read = SqlitePoolOptions::new()
            .max_connections(4)
            .acquire_timeout(Duration::from_secs(5))
            .connect_with(base.read_only(true))
            .await?;
        Ok(Self::Sqlite { write, read })
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite { .. })
    }

    pub async fn migrate(&self) -> DbResult<()> {
        migrate::run(self).await
    }

    /// Whether every migration this program knows has been applied.
    pub async fn is_migrated(&self) -> DbResult<bool> {
        migrate::is_current(self).await
    }

    pub async fn close(&self) {
        match self {
            Self::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Begins a write transaction. On SQLite it takes the write lock at once: a transaction that reads
    /// first and upgrades later fails under load, whatever the busy timeout.
    pub async fn begin(&self) -> DbResult<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    pub async fn all<T: Row>(&self, sql: impl IntoSql, values: Vec<Value>) -> DbResult<Vec<T>> {
        let sql = sql.into_sql();
        Ok(match self {
            Self::Sqlite { read, .. } => {
                bind!(sqlx::query_as::<_, T>(sql), values)
                    .fetch_all(read)
                    .await?
            }
            Self::Postgres(pool) => {
                bind!(sqlx::query_as::<_, T>(sql), values)
                    .fetch_all(pool)
                    .await?
            }
        })
    }

    pub async fn find<T: Row>(&self, sql: impl IntoSql, values: Vec<Value>) -> DbResult<Option<T>> {
        let sql = sql.into_sql();
        Ok(match self {
            Self::Sqlite { read, .. } => {
                bind!(sqlx::query_as::<_, T>(sql), values)
                    .fetch_optional(read)
                    .await?
            }
            Self::Postgres(pool) => {
                bind!(sqlx::query_as::<_, T>(sql), values)
                    .fetch_optional(pool)
                    .await?
            }
        })
    }

    /// One statement in a transaction of its own; returns the number of rows it touched.
    pub async fn execute(&self, sql: impl IntoSql, values: Vec<Value>) -> DbResult<u64> {
        let sql = sql.into_sql();
        Ok(match self {
            Self::Sqlite { write, .. } => bind!(sqlx::query(sql), values)
                .execute(write)
                .await?
                .rows_affected(),
            Self::Postgres(pool) => bind!(sqlx::query(sql), values)
                .execute(pool)
                .await?
                .rows_affected(),
        })
    }
}

impl Tx {
    pub async fn all<T: Row>(&mut self, sql: impl IntoSql, values: Vec<Value>) -> DbResult<Vec<T>> {
        let sql = sql.into_sql();
        Ok(match self {
            Self::Sqlite(tx) => {
                bind!(sqlx::query_as::<_, T>(sql), values)
                    .fetch_all(&mut **tx)
                    .await?
            }
            Self::Postgres(tx) => {
                bind!(sqlx::query_as::<_, T>(sql), values)
                    .fetch_all(&mut **tx)
                    .await?
            }
        })
    }

    pub async fn find<T: Row>(
        &mut self,
        sql: impl IntoSql,
        values: Vec<Value>,
    ) -> DbResult<Option<T>> {
        let sql = sql.into_sql();
        Ok(match self {
            Self::Sqlite(tx) => {
                bind!(sqlx::query_as::<_, T>(sql), values)
                    .fetch_optional(&mut **tx)
                    .await?
            }
            Self::Postgres(tx) => {
                bind!(sqlx::query_as::<_, T>(sql), values)
                    .fetch_optional(&mut **tx)
                    .await?
            }
        })
    }

    pub async fn execute(&mut self, sql: impl IntoSql, values: Vec<Value>) -> DbResult<u64> {
        let sql = sql.into_sql();
        Ok(match self {
            Self::Sqlite(tx) => bind!(sqlx::query(sql), values)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
            Self::Postgres(tx) => bind!(sqlx::query(sql), values)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
        })
    }

    /// Inserts one row and returns its generated id; the statement ends in `RETURNING id`.
    pub async fn insert(&mut self, sql: impl IntoSql, values: Vec<Value>) -> DbResult<i64> {
        let row: Option<(i64,)> = self.find(sql, values).await?;
        row.map(|(id,)| id)
            .ok_or_else(|| DbError::ImpossibleRow("an INSERT returned no id".to_owned()))
    }

    /// Rows for statements over many of them, as (placeholders, values): `($1,$2),($3,$4)` to stand
    /// behind `VALUES`, which must be the statement's only parameters. Rows of nulls fill up to a power
    /// of two, so that few statement texts exist, all stay prepared, and a batch of any size is one
    /// round trip. The statement must pass over rows of nulls.
    pub fn value_rows(&self, rows: Vec<Vec<Value>>) -> Vec<(String, Vec<Value>)> {
        value_rows(rows, matches!(self, Self::Postgres(_)))
    }

    pub async fn commit(self) -> DbResult<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// The most rows one statement is written for: every prepared one takes memory.
const MOST_ROWS: usize = 64;

fn value_rows(mut rows: Vec<Vec<Value>>, are_numbered: bool) -> Vec<(String, Vec<Value>)> {
    let mut statements = Vec::new();
    while !rows.is_empty() {
        let rest = rows.split_off(rows.len().min(MOST_ROWS));
        let filler: Vec<Value> = rows
            .first()
            .into_iter()
            .flatten()
            .map(Value::null)
            .collect();
        let columns = filler.len();
        rows.resize(rows.len().next_power_of_two(), filler);
        let placeholders = placeholders(rows.len(), columns, are_numbered);
        statements.push((placeholders, rows.concat()));
        rows = rest;
    }
    statements
}

/// SQLite takes `$1` for a name and searches it among all others, so that binding a thousand of them
/// costs more than what they are bound for.
fn placeholders(rows: usize, columns: usize, are_numbered: bool) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(rows * columns * 6);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ",(" });
        for column in 0..columns {
            text.push_str(if column == 0 { "" } else { "," });
            if are_numbered {
                // Writing to a String cannot fail.
                let _ = write!(text, "${}", row * columns + column + 1);
            } else {
                text.push('?');
            }
        }
        text.push(')');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args;

    #[test]
    fn rows_are_filled_up_with_nulls_to_a_power_of_two() {
        let rows = (0..3_i64).map(|id| args![id, "text"]).collect();
        let statements = value_rows(rows, true);
        let [(text, values)] = statements.as_slice() else {
            panic!("one statement")
        };
        assert_eq!(text, "($1,$2),($3,$4),($5,$6),($7,$8)");
        assert!(matches!(
            values.as_slice(),
            [
                ..,
                Value::Int(Some(2)),
                _,
                Value::Int(None),
                Value::Text(None)
            ]
        ));
    }

    #[test]
    fn many_rows_are_several_statements() {
        let rows = (0..66_i64).map(|id| args![id]).collect();
        let sizes: Vec<_> = value_rows(rows, false)
            .iter()
            .map(|(_, v)| v.len())
            .collect();
        assert_eq!(sizes, [64, 2]);
        assert!(value_rows(Vec::new(), false).is_empty());
    }
}
