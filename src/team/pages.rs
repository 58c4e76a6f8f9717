//! What the templates of the team get.

use serde::Serialize;

use super::Member;
use super::db::JobHeld;
use super::invite::{Fate, InviteForm, Line};
use crate::auth::Coordinator;
use crate::i18n::Lang;
use crate::organisations::Organisation;
use crate::organisations::db::Position;
use crate::web::{Choice, Faults, Pager};

/// The people of an administration.
#[derive(Debug, Serialize)]
pub struct TeamPage {
    pub query: String,
    pub rows: Vec<MemberRow>,
    pub shows_organisations: bool,
    pub total: i64,
    #[serde(flatten)]
    pub pager: Pager,
    /// Those just suspended or reactivated, and what would take it back.
    pub undo: Option<Undo>,
}

#[derive(Debug, Serialize)]
pub struct Undo {
    pub told: String,
    pub people: Vec<i64>,
    /// What takes it back.
    pub action: &'static str,
}

#[derive(Debug, Serialize)]
pub struct MemberRow {
    id: i64,
    name: String,
    email: String,
    position: Option<String>,
    organisation: String,
    last_login_at: Option<i64>,
    started: i64,
    completed: i64,
    /// active | suspended | waiting
    status: &'static str,
    status_label: String,
    may_change: bool,
}

impl MemberRow {
    pub fn new(lang: Lang, member: &Member, coordinator: &Coordinator) -> Self {
        let status = if member.is_suspended {
            "suspended"
        } else if member.is_invited {
            "waiting"
        } else {
            "active"
        };
        Self {
            id: member.id.0,
            name: member.full_name(),
            email: member.email.clone(),
            position: member.position.clone(),
            organisation: member.organisation.clone(),
            last_login_at: member.last_login_at.map(|at| at.0),
            started: member.courses_started,
            completed: member.courses_completed,
            status,
            status_label: lang.text(&format!("team-status-{status}")),
            may_change: member.may_be_changed_by(coordinator),
        }
    }
}

/// One person.
#[derive(Debug, Serialize)]
pub struct MemberPage {
    pub member: MemberRow,
    pub username: String,
    pub form: super::web::member::MemberForm,
    pub positions: Vec<Choice>,
    pub lang_choices: Vec<Choice>,
    /// Only for the secretariat.
    pub roles: Vec<Choice>,
    /// Where the secretariat may move them.
    pub elsewhere: Vec<Choice>,
    /// Nobody but the secretariat takes it away for them.
    pub has_second_step: bool,
    pub jobs: Vec<JobHeld>,
    pub faults: Faults,
}

/// By name, as [`InviteForm`] takes them.
fn named(names: impl Iterator<Item = String>) -> Vec<Choice> {
    names.map(|name| Choice::new(name.clone(), name)).collect()
}

pub fn role_choices(lang: Lang) -> Vec<Choice> {
    ["learner", "author", "secretariat"]
        .map(|role| Choice::new(role, lang.text(&format!("team-role-{role}"))))
        .into()
}

/// What would go with somebody.
#[derive(Debug, Serialize)]
pub struct DeletePage {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub started: i64,
    pub certificates: i64,
}

/// One person to invite, or a list of them.
#[derive(Debug, Serialize)]
pub struct InvitePage {
    form: InviteForm,
    faults: Faults,
    lang_choices: Vec<Choice>,
    positions: Vec<Choice>,
    organisations: Vec<Choice>,
    lines: Vec<LineView>,
    /// The rows that would be invited, to be sent back when they are as wished.
    list: String,
    count: usize,
    error: Option<String>,
}

#[derive(Debug, Serialize)]
struct LineView {
    number: u64,
    name: String,
    email: String,
    kind: &'static str,
    told: String,
}

impl InvitePage {
    /// `organisations` are offered when there is more than one.
    pub fn new(
        form: InviteForm,
        faults: Faults,
        organisations: &[Organisation],
        positions: &[Position],
    ) -> Self {
        let open = organisations.iter().filter(|one| one.is_open);
        Self {
            form,
            faults,
            lang_choices: Choice::languages(),
            positions: named(positions.iter().map(|position| position.name.clone())),
            organisations: if organisations.len() > 1 {
                named(open.map(|one| one.name.clone()))
            } else {
                Vec::new()
            },
            lines: Vec::new(),
            list: String::new(),
            count: 0,
            error: None,
        }
    }

    #[must_use]
    pub fn with_error(self, error: String) -> Self {
        Self {
            error: Some(error),
            ..self
        }
    }

    #[must_use]
    pub fn with_lines(self, lang: Lang, lines: &[Line], list: String) -> Self {
        Self {
            lines: lines.iter().map(|line| LineView::new(lang, line)).collect(),
            count: lines.iter().filter(|line| line.fate == Fate::New).count(),
            list,
            ..self
        }
    }
}

impl LineView {
    fn new(lang: Lang, line: &Line) -> Self {
        let (kind, told) = match line.fate {
            Fate::New => ("success", lang.text("team-row-new")),
            Fate::Known => ("neutral", lang.text("team-row-known")),
            Fate::Elsewhere => ("error", lang.text("team-row-elsewhere")),
            Fate::Repeated { line } => {
                let line = [("line", line.to_string().into())];
                ("error", lang.text_with("team-row-repeated", &line))
            }
            Fate::Fault { key } => ("error", lang.text(key)),
        };
        Self {
            number: line.number,
            name: format!("{} {}", line.form.given_name, line.form.family_name),
            email: line.form.email.clone(),
            kind,
            told,
        }
    }
}
