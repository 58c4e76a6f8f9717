//! One person: what is known, and putting it right.

use axum::extract::{Path, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::{changeable, choices_for, crumbs, find, record};
use crate::auth::Coordinator;
use crate::db::{DbError, Tx};
use crate::error::{AppError, AppResult};
use crate::i18n::Lang;
use crate::ids::{PositionId, UserId};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::organisations::pages::{organisation_choices, position_choices};
use crate::organisations::{self, db::Position, position};
use crate::team::Member;
use crate::team::db::{self, MemberInput};
use crate::team::pages::{MemberPage, MemberRow};
use crate::users::{EmailAddress, Role};
use crate::web::{Choice, Fault, Faults, FlashKind, Form, Page, one_line};
use crate::{AppState, accounts};

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberForm {
    given_name: String,
    family_name: String,
    email: String,
    lang: String,
    position: String,
    /// Only the secretariat's form has it.
    role: String,
}

impl MemberForm {
    fn of(member: &Member) -> Self {
        Self {
            given_name: member.given_name.clone(),
            family_name: member.family_name.clone(),
            email: member.email.clone(),
            lang: member.lang.code().to_owned(),
            position: member
                .position_id
                .map(|id| id.to_string())
                .unwrap_or_default(),
            role: member.role.name().to_owned(),
        }
    }

    fn parse(
        &self,
        member: &Member,
        coordinator: &Coordinator,
        positions: &[Position],
    ) -> Result<(MemberInput, Option<PositionId>), Vec<Fault>> {
        let mut faults = Vec::new();
        let (given_name, family_name) = (one_line(&self.given_name), one_line(&self.family_name));
        for (field, name, key) in [
            ("given_name", &given_name, "requests-fault-given"),
            ("family_name", &family_name, "requests-fault-family"),
        ] {
            if name.is_empty() || name.chars().count() > 100 {
                faults.push(Fault::new(field, key));
            }
        }
        let email = EmailAddress::parse(&self.email);
        if email.is_none() {
            faults.push(Fault::new("email", "requests-fault-email"));
        }
        let lang = Lang::parse(&self.lang);
        if lang.is_none() {
            faults.push(Fault::new("lang", "courses-fault-choice"));
        }
        let position = position(&self.position, positions);
        faults.extend(position.as_ref().err());
        let role = self.role(member, coordinator);
        if role.is_none() {
            faults.push(Fault::new("role", "courses-fault-choice"));
        }
        match (email, lang, role, position) {
            (Some(email), Some(lang), Some(role), Ok(position)) if faults.is_empty() => Ok((
                MemberInput {
                    given_name,
                    family_name,
                    email,
                    lang,
                    role,
                },
                position,
            )),
            _ => Err(faults),
        }
    }

    /// Roles are the secretariat's to give, and nobody makes an operator here.
    fn role(&self, member: &Member, coordinator: &Coordinator) -> Option<Role> {
        if self.role.is_empty() || !coordinator.role.is_secretariat() {
            return Some(member.role);
        }
        Role::parse(&self.role).filter(|role| *role != Role::Operator || member.role == *role)
    }
}

/// `GET /team/{id}`
pub async fn show(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<UserId>,
) -> AppResult {
    let member = find(&app, &coordinator, id).await?;
    let form = MemberForm::of(&member);
    render(&page, &coordinator, StatusCode::OK, &member, form, &[]).await
}

async fn render(
    page: &Page,
    coordinator: &Coordinator,
    status: StatusCode,
    member: &Member,
    form: MemberForm,
    faults: &[Fault],
) -> AppResult {
    let db = &page.app.db;
    let positions = organisations::db::list_positions(db).await?;
    let is_secretariat = coordinator.role.is_secretariat();
    let elsewhere = if is_secretariat {
        let mut all = organisations::db::list_organisations(db).await?;
        all.retain(|one| one.id != member.organisation_id);
        organisation_choices(&all)
    } else {
        Vec::new()
    };
    let second_step = accounts::db::find_second_step(db, member.id).await?;
    let content = MemberPage {
        member: MemberRow::new(page.lang(), member, coordinator),
        username: member.username.clone(),
        form,
        positions: position_choices(positions),
        lang_choices: Choice::languages(),
        roles: choices_for(page, coordinator),
        elsewhere,
        has_second_step: is_secretariat
            && second_step.is_some_and(|(_, is_confirmed)| is_confirmed),
        jobs: db::list_jobs(db, member.id).await?,
        faults: Faults::tell(page.lang(), faults),
    };
    let (template, title) = ("team/member.html", member.full_name());
    page.render_status(status, template, &title, &crumbs(page), &content)
}

/// The page as it was, with what is wrong with another form of it.
pub(super) async fn refused(
    page: &Page,
    coordinator: &Coordinator,
    status: StatusCode,
    member: &Member,
    faults: &[Fault],
) -> AppResult {
    let form = MemberForm::of(member);
    render(page, coordinator, status, member, form, faults).await
}

/// `POST /team/{id}`
pub async fn save(
    State(app): State<AppState>,
    page: Page,
    coordinator: Coordinator,
    Path(id): Path<UserId>,
    Form(form): Form<MemberForm>,
) -> AppResult {
    let member = changeable(find(&app, &coordinator, id).await?, &coordinator)?;
    let positions = organisations::db::list_positions(&app.db).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let (input, position) = match form.parse(&member, &coordinator, &positions) {
        Ok(parsed) => parsed,
        Err(faults) => {
            return render(&page, &coordinator, unprocessable, &member, form, &faults).await;
        }
    };
    let mut tx = app.db.begin().await?;
    match db::update_member(&mut tx, id, &input).await {
        Ok(1) => {}
        Ok(_) => return Err(AppError::NotFound),
        Err(DbError::Duplicate(_)) => {
            drop(tx);
            let taken = [Fault::new("email", "team-fault-email-taken")];
            return render(&page, &coordinator, unprocessable, &member, form, &taken).await;
        }
        Err(error) => return Err(error.into()),
    }
    let now = page.request.now;
    if position != member.position_id {
        let organisation = member.organisation_id;
        organisations::db::insert_job(&mut tx, id, organisation, position, now).await?;
    }
    tell_of_address(&mut tx, &page, &coordinator, &member, &input).await?;
    let detail = changes(&member, &input);
    record(&mut tx, &page, "user.settings", member.whose(), &detail).await?;
    tx.commit().await?;
    Ok(page.redirect(&format!("/team/{id}"), FlashKind::Success, "courses-saved"))
}

/// Before and after, of what differs.
fn changes(member: &Member, input: &MemberInput) -> String {
    let pairs = [
        (
            "given name",
            member.given_name.as_str(),
            input.given_name.as_str(),
        ),
        ("family name", &member.family_name, &input.family_name),
        ("e-mail", &member.email, input.email.as_str()),
        ("language", member.lang.code(), input.lang.code()),
        ("role", member.role.name(), input.role.name()),
    ];
    let differing = pairs
        .into_iter()
        .filter(|(_, before, after)| before != after);
    let told = differing.map(|(what, before, after)| format!("{what}: {before} → {after}"));
    told.collect::<Vec<_>>().join("; ")
}

/// An address is the key to an account: both mailboxes are told, so that nobody loses theirs unseen.
async fn tell_of_address(
    tx: &mut Tx,
    page: &Page,
    coordinator: &Coordinator,
    member: &Member,
    input: &MemberInput,
) -> AppResult<()> {
    if input.email.folded() == member.email.to_lowercase() {
        return Ok(());
    }
    for to in [member.email.as_str(), input.email.as_str()] {
        let mail = Mail {
            to: to.to_owned(),
            lang: input.lang,
            template: "account_address".to_owned(),
            values: serde_json::json!({
                "name": member.full_name(),
                "actor": coordinator.user.full_name(),
                "before": member.email,
                "after": input.email.as_str(),
            }),
        };
        jobs::enqueue(tx, &Job::SendMail(mail), page.request.now).await?;
    }
    Ok(())
}
