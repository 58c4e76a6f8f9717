//! Inviting people: one, or a list that shows first what each row would do.

use axum::extract::{Multipart, State};
use http::StatusCode;
use serde::Deserialize;

use super::{LIST, crumbs, record};
use crate::audit::{self, Deed};
use crate::auth::Coordinator;
use crate::db::{DbError, DbResult};
use crate::error::AppResult;
use crate::ids::UserId;
use crate::organisations::{self, Organisation, db::Position};
use crate::sheets::Sheet;
use crate::team::invite::{Bounds, Fate, InviteForm, Invitee, Line, invite, missing_column, plan};
use crate::team::pages::InvitePage;
use crate::web::{Fault, Faults, FlashKind, Form, Page, receive_table};
use crate::{App, AppState};

/// Of a list, invited in one transaction: nobody else's change waits for all of a long list.
const PART: usize = 100;

/// What the coordinator may name.
struct Reach {
    organisations: Vec<Organisation>,
    positions: Vec<Position>,
}

impl Reach {
    async fn load(page: &Page, coordinator: &Coordinator) -> AppResult<Self> {
        let mut organisations = organisations::db::list_organisations(&page.app.db).await?;
        if let Some(scope) = coordinator.scope() {
            organisations.retain(|organisation| organisation.id == scope);
        }
        Ok(Self {
            organisations,
            positions: organisations::db::list_positions(&page.app.db).await?,
        })
    }

    fn bounds(&self, page: &Page, coordinator: &Coordinator) -> Bounds<'_> {
        Bounds {
            organisations: &self.organisations,
            own: coordinator.scope(),
            positions: &self.positions,
            lang: page.lang(),
        }
    }

    fn page(&self, page: &Page, form: InviteForm, faults: &[Fault]) -> InvitePage {
        let faults = Faults::tell(page.lang(), faults);
        InvitePage::new(form, faults, &self.organisations, &self.positions)
    }
}

/// `GET /team/invite`
pub async fn show(page: Page, coordinator: Coordinator) -> AppResult {
    let form = InviteForm {
        lang: page.lang().code().to_owned(),
        ..InviteForm::default()
    };
    let reach = Reach::load(&page, &coordinator).await?;
    render(&page, StatusCode::OK, &reach.page(&page, form, &[]))
}

fn render(page: &Page, status: StatusCode, content: &InvitePage) -> AppResult {
    let title = page.t("team-invite");
    page.render_status(status, "team/invite.html", &title, &crumbs(page), content)
}

/// `POST /team/invite`
pub async fn store(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Form(form): Form<InviteForm>,
) -> AppResult {
    let reach = Reach::load(&page, &coordinator).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let invitee = match form.parse(&reach.bounds(&page, &coordinator)) {
        Ok(invitee) => invitee,
        Err((field, key)) => {
            let content = reach.page(&page, form, &[Fault::new(field, key)]);
            return render(&page, unprocessable, &content);
        }
    };
    let Some(id) = invite_one(&app, &page, &invitee).await? else {
        let content = reach.page(&page, form, &[Fault::new("email", "team-row-taken")]);
        return render(&page, unprocessable, &content);
    };
    Ok(page.redirect(&format!("{LIST}/{id}"), FlashKind::Success, "team-invited"))
}

/// `None` when somebody has the name or the address.
async fn invite_one(app: &App, page: &Page, invitee: &Invitee) -> DbResult<Option<UserId>> {
    let mut tx = app.db.begin().await?;
    let id = match invite(app, &mut tx, invitee, page.request.now).await {
        Ok(Some(id)) => id,
        Ok(None) | Err(DbError::Duplicate(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let whose = (id, invitee.organisation_id);
    let email = invitee.email.folded();
    record(&mut tx, page, "user.invite", whose, &email).await?;
    tx.commit().await?;
    Ok(Some(id))
}

/// `POST /team/import`: tells each row's fate, and invites nobody.
pub async fn check(page: Page, coordinator: Coordinator, form: Multipart) -> AppResult {
    let bytes = receive_table(&page, form).await?;
    let reach = Reach::load(&page, &coordinator).await?;
    let blank = reach.page(&page, InviteForm::default(), &[]);
    match read(&page, &coordinator, &reach, &bytes).await? {
        Err(problem) => {
            let content = blank.with_error(problem);
            render(&page, StatusCode::UNPROCESSABLE_ENTITY, &content)
        }
        Ok(lines) => {
            let content = blank.with_lines(page.lang(), &lines, rewritten(&lines));
            render(&page, StatusCode::OK, &content)
        }
    }
}

/// The rows with their fates, or why there are none.
async fn read(
    page: &Page,
    coordinator: &Coordinator,
    reach: &Reach,
    bytes: &[u8],
) -> AppResult<Result<Vec<Line>, String>> {
    let sheet = match Sheet::read(bytes) {
        Ok(sheet) => sheet,
        Err(fault) => return Ok(Err(page.t(fault.key()))),
    };
    if let Some(column) = missing_column(&sheet) {
        let named = [("column", column.into())];
        return Ok(Err(page.lang().text_with("team-import-column", &named)));
    }
    let bounds = reach.bounds(page, coordinator);
    Ok(Ok(
        plan(&page.app.db, &sheet, &bounds, coordinator.scope()).await?
    ))
}

/// The rows that will be invited, in the columns of Moodle's upload, so that what was looked at is what is done.
fn rewritten(lines: &[Line]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = [
        "username",
        "firstname",
        "lastname",
        "email",
        "lang",
        "institution",
        "department",
    ];
    // Writing to memory cannot fail.
    let _ = writer.write_record(columns);
    for line in lines.iter().filter(|line| line.fate == Fate::New) {
        let form = &line.form;
        let _ = writer.write_record([
            &form.username,
            &form.given_name,
            &form.family_name,
            &form.email,
            &form.lang,
            &form.organisation,
            &form.position,
        ]);
    }
    String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned()
}

async fn invite_part(app: &App, page: &Page, part: &[Invitee]) -> DbResult<()> {
    let mut count = 0;
    let mut tx = app.db.begin().await?;
    for invitee in part {
        let invited = invite(app, &mut tx, invitee, page.request.now).await?;
        count += usize::from(invited.is_some());
    }
    let deed = Deed {
        action: "user.import",
        subject: "users",
        detail: &format!("{count} invited"),
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await
}

#[derive(Debug, Deserialize)]
pub struct ListForm {
    #[serde(default)]
    list: String,
}

/// `POST /team/import/apply`: whoever is there by now is passed over, so the same list twice invites nobody twice.
pub async fn store_list(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Form(form): Form<ListForm>,
) -> AppResult {
    let reach = Reach::load(&page, &coordinator).await?;
    let lines = match read(&page, &coordinator, &reach, form.list.as_bytes()).await? {
        Ok(lines) => lines,
        Err(problem) => {
            let blank = reach.page(&page, InviteForm::default(), &[]);
            let content = blank.with_error(problem);
            return render(&page, StatusCode::UNPROCESSABLE_ENTITY, &content);
        }
    };
    let wanted = lines.into_iter().filter(|line| line.fate == Fate::New);
    let invitees: Vec<_> = wanted.filter_map(|line| line.invitee).collect();
    for part in invitees.chunks(PART) {
        let done = invite_part(&app, &page, part).await;
        if let Err(DbError::Duplicate(_)) = done {
            // Somebody was added between the look and the deed, whom the second look sees.
            invite_part(&app, &page, part).await?;
        } else {
            done?;
        }
    }
    Ok(page.redirect(LIST, FlashKind::Success, "team-imported"))
}
