//! `clikc enrol`: puts a person on a course.

use anyhow::Context as _;

use super::say;
use crate::AppState;
use crate::audit::{self, Deed};
use crate::{courses, users};

#[derive(Debug, clap::Args)]
pub(super) struct EnrolArgs {
    /// User name or e-mail address.
    username: String,
    /// Short name of the course.
    #[arg(long)]
    course: String,
}

pub(super) async fn run(app: &AppState, args: EnrolArgs) -> anyhow::Result<()> {
    if app.db.is_sqlite() {
        app.db.migrate().await?;
    }
    let user = users::db::find_user_by_login(&app.db, &args.username)
        .await?
        .with_context(|| format!("there is nobody with the user name {}", args.username))?;
    let course = courses::db::find_course_by_short_name(&app.db, &args.course)
        .await?
        .with_context(|| format!("there is no course with the short name {}", args.course))?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let is_new = courses::db::insert_enrolment(&mut tx, user.id, course.id, now).await?;
    if is_new {
        let deed = Deed {
            action: "enrolment.add",
            subject: &format!("course {}", course.id),
            detail: &user.username,
        };
        audit::record_command(&mut tx, now, deed).await?;
    }
    tx.commit().await?;
    say(&if is_new {
        format!("Enrolled {} on {}.", user.username, course.title)
    } else {
        format!("{} is on {} already.", user.username, course.title)
    });
    Ok(())
}
