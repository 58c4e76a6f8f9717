//! Inviting people: one, or a list that shows first what each row would do.

use axum::extract::{Multipart, State};
use http::StatusCode;
use serde::Deserialize;

use super::{LIST, crumbs, record};
use crate::AppState;
use crate::audit::{self, Deed};
use crate::auth::Coordinator;
use crate::error::{AppError, AppResult};
use crate::organisations::{self, Organisation, db::Position};
use crate::sheets::Sheet;
use crate::team::invite::{Bounds, Fate, InviteForm, Line, invite, missing_column, plan};
use crate::team::pages::InvitePage;
use crate::web::{Fault, Faults, FlashKind, Form, Page};

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
    let mut tx = app.db.begin().await?;
    let username = invitee.username.as_ref().map_or("", |name| name.as_str());
    let folded = invitee.email.folded();
    let namesake = crate::team::db::find_namesake(&mut tx, username, &folded).await?;
    if namesake.is_some() {
        drop(tx);
        let content = reach.page(&page, form, &[Fault::new("email", "team-row-taken")]);
        return render(&page, unprocessable, &content);
    }
    let id = invite(&app, &mut tx, &invitee, page.request.now).await?;
    record(
        &mut tx,
        &page,
        "user.invite",
        (id, invitee.organisation_id),
        &folded,
    )
    .await?;
    tx.commit().await?;
    Ok(page.redirect(&format!("{LIST}/{id}"), FlashKind::Success, "team-invited"))
}

/// `POST /team/import`: tells each row's fate, and invites nobody.
pub async fn check(page: Page, coordinator: Coordinator, mut form: Multipart) -> AppResult {
    let unread = |_| AppError::TooLarge(page.t("sheets-too-long"));
    let field = form.next_field().await.map_err(unread)?;
    let bytes = match field {
        Some(field) => field.bytes().await.map_err(unread)?,
        None => return Err(AppError::BadRequest(page.t("core-bad-form"))),
    };
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
    let mut tx = page.app.db.begin().await?;
    Ok(Ok(
        plan(&mut tx, &sheet, &bounds, coordinator.scope()).await?
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
    let mut count = 0;
    let mut tx = app.db.begin().await?;
    for line in lines.iter().filter(|line| line.fate == Fate::New) {
        if let Some(invitee) = &line.invitee {
            invite(&app, &mut tx, invitee, page.request.now).await?;
            count += 1;
        }
    }
    let deed = Deed {
        action: "user.import",
        subject: "users",
        detail: &format!("{count} invited"),
    };
    audit::record(&mut tx, &page.request, deed).await?;
    tx.commit().await?;
    Ok(page.redirect(LIST, FlashKind::Success, "team-imported"))
}
