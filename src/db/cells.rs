//! Rows whose columns are told by a declaration and not by a type.

use sqlx::{ColumnIndex, Decode, FromRow, Row, Type};

/// A row of texts, of any length. The statement casts each of its columns to text.
#[derive(Debug)]
pub struct Cells(pub Vec<Option<String>>);

impl<'r, R> FromRow<'r, R> for Cells
where
    R: Row,
    usize: ColumnIndex<R>,
    Option<String>: Decode<'r, R::Database> + Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        let cells = (0..row.len()).map(|at| row.try_get(at));
        cells.collect::<Result<_, _>>().map(Self)
    }
}
