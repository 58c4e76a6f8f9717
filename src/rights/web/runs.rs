//! Many of the deletion list at once: chosen, confirmed, and deleted by a job whose page says how far it is.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};
use serde::Deserialize;

use super::list::PAGE_ROWS;
use super::{LIST, crumbs};
use crate::AppState;
use crate::auth::Coordinator;
use crate::error::{AppError, AppResult};
use crate::ids::{ErasureId, ErasureRunId};
use crate::rights::pages::{ChosenPage, Row, RunPage};
use crate::rights::{Chosen, Erasure, Reach, Why, db, execute};
use crate::web::{FlashKind, Form, Page};

/// Shown by name before they are deleted.
const SHOWN: usize = 20;
/// Of those who were not deleted.
const MOST_DROPPED: i64 = 1000;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ChosenForm {
    erasure: Vec<ErasureId>,
    /// A check box: all of the list, and not only those ticked.
    all: Option<String>,
    why: String,
    newest: i64,
}

impl ChosenForm {
    fn chosen(&self) -> Chosen {
        if self.all.is_some() {
            Chosen::All {
                why: Why::parse(&self.why),
                newest: ErasureId(self.newest),
            }
        } else {
            // A page has no more.
            let most = PAGE_ROWS as usize;
            Chosen::These(self.erasure.iter().take(most).copied().collect())
        }
    }
}

/// `POST /erasures/chosen`: changes nothing; says what would go.
pub async fn confirm(
    page: Page,
    coordinator: Coordinator,
    Form(form): Form<ChosenForm>,
) -> AppResult {
    let reach = Reach::of(&coordinator);
    let (tally, first) = db::chosen(&page.app.db, &form.chosen(), reach, SHOWN).await?;
    if tally.people == 0 {
        return Ok(page.redirect(LIST, FlashKind::Info, "requests-none-chosen"));
    }
    let row = |erasure: &Erasure| Row::new(page.lang(), erasure, &coordinator, page.request.now);
    let content = ChosenPage {
        erasures: form.erasure.iter().map(|id| id.0).collect(),
        all: form.all.is_some(),
        why: Why::parse(&form.why).map_or("", Why::name),
        newest: form.newest,
        ..ChosenPage::counted(tally, first.iter().map(row).collect())
    };
    let title = page.t("rights-chosen");
    page.render("rights/chosen.html", &title, &crumbs(&page), &content)
}

/// `POST /erasures/runs`
pub async fn begin(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Form(form): Form<ChosenForm>,
) -> AppResult {
    let reach = Reach::of(&coordinator);
    let (run, count) = execute::begin(&app, &page.request, reach, &form.chosen()).await?;
    if count == 0 {
        return Ok(page.redirect(LIST, FlashKind::Info, "requests-none-chosen"));
    }
    Ok(Redirect::to(&format!("/erasures/runs/{run}")).into_response())
}

/// `GET /erasures/runs/{id}`
pub async fn show(page: Page, coordinator: Coordinator, Path(id): Path<ErasureRunId>) -> AppResult {
    let db = &page.app.db;
    let run = db::find_run(db, id, coordinator.scope())
        .await?
        .ok_or(AppError::NotFound)?;
    let counts = db::count_outcomes(db, id).await?;
    let dropped = db::list_dropped(db, id, MOST_DROPPED).await?;
    let content = RunPage::new(page.lang(), &run, &counts, dropped);
    let title = page.t("rights-run");
    page.render("rights/run.html", &title, &crumbs(&page), &content)
}
