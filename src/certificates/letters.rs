//! The mails to a holder whose certificate stops counting, written in the transaction that ends it.

use serde_json::json;

use super::{Certificate, Code, Ending};
use crate::AppState;
use crate::db::{DbResult, Tx};
use crate::ids::CertificateId;
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::users::{self, User};

pub(super) async fn find_holder(app: &AppState, old: &Certificate) -> DbResult<Option<User>> {
    users::db::find_user(&app.db, old.holder.user_id).await
}

pub(super) async fn tell_revoked(
    tx: &mut Tx,
    holder: Option<&User>,
    old: &Certificate,
    ending: &Ending,
) -> DbResult<()> {
    let values = json!({
        "number": old.code.to_string(),
        "course": old.award.facts.course,
        "date_at": ending.at.0,
        "reason": ending.reason,
        "path": format!("/certificates/{}", old.id),
    });
    tell(tx, holder, "certificate_revoked", values, ending).await
}

pub(super) async fn tell_replaced(
    tx: &mut Tx,
    holder: Option<&User>,
    (old, new): (&Certificate, (CertificateId, &Code)),
    ending: &Ending,
) -> DbResult<()> {
    let values = json!({
        "number": old.code.to_string(),
        "replacement": new.1.to_string(),
        "course": old.award.facts.course,
        "date_at": ending.at.0,
        "reason": ending.reason,
        "path": format!("/certificates/{}", new.0),
    });
    tell(tx, holder, "certificate_replaced", values, ending).await
}

async fn tell(
    tx: &mut Tx,
    holder: Option<&User>,
    template: &str,
    mut values: serde_json::Value,
    ending: &Ending,
) -> DbResult<()> {
    let Some(user) = holder else {
        return Ok(());
    };
    values["name"] = user.full_name().into();
    let mail = Mail {
        to: user.email.clone(),
        lang: user.lang,
        template: template.to_owned(),
        values,
    };
    jobs::enqueue(tx, &Job::SendMail(mail), ending.at).await
}
