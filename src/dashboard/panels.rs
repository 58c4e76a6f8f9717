//! Beside the courses: what waits for the person's decision, and what they should know.

use serde::Serialize;

use crate::alerts::{self, AlertView, tasks};
use crate::auth::Person;
use crate::db::DbResult;
use crate::requests::db::Desk;
use crate::requests::pages::TaskView;
use crate::web::Page;

/// The rest is a click away.
const SHOWN: i64 = 5;

#[derive(Debug, Default, Serialize)]
pub(super) struct Panels {
    /// Only for those who decide.
    tasks: Option<TaskPanel>,
    alerts: Vec<AlertView>,
    alerts_total: i64,
}

#[derive(Debug, Serialize)]
struct TaskPanel {
    tasks: Vec<TaskView>,
    total: i64,
}

impl Panels {
    pub(super) async fn load(page: &Page, person: &Person) -> DbResult<Self> {
        let desk = if person.role.is_secretariat() {
            Some(Desk::Secretariat)
        } else {
            person
                .coordinates
                .map(|_| Desk::Coordinators(person.user.organisation_id))
        };
        let waiting = match desk {
            Some(desk) => {
                let (tasks, total) = tasks(page, (desk, person), SHOWN).await?;
                Some(TaskPanel { tasks, total })
            }
            None => None,
        };
        let db = &page.app.db;
        let alerts = alerts::db::list_alerts(db, person.user.id, SHOWN).await?;
        let alerts_total = if alerts.len() as i64 == SHOWN {
            alerts::db::count_alerts(db, person.user.id).await?
        } else {
            alerts.len() as i64
        };
        let view = |alert| AlertView::new(page.lang(), alert);
        Ok(Self {
            tasks: waiting,
            alerts: alerts.iter().map(view).collect(),
            alerts_total,
        })
    }
}
