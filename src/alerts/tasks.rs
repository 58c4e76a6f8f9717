//! What waits for somebody's decision, of every kind: a view on what is open, never a thing of its own that could tell
//! otherwise.

use crate::auth::Person;
use crate::db::DbResult;
use crate::requests::db::Desk;
use crate::requests::pages::TaskView;
use crate::web::Page;
use crate::{requests, rights};

/// The first tasks of a reader, and how many there are.
pub(crate) async fn tasks(
    page: &Page,
    (desk, reader): (Desk, &Person),
    limit: i64,
) -> DbResult<(Vec<TaskView>, i64)> {
    let (mut tasks, mut total) = requests::pages::tasks(page, desk, limit).await?;
    let (others, more) = rights::pages::tasks(page, (desk, reader.user.id), limit).await?;
    tasks.extend(others);
    tasks.sort_by_key(|task| task.since);
    tasks.truncate(usize::try_from(limit).unwrap_or_default());
    total += more;
    Ok((tasks, total))
}
