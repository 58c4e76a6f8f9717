//! Who waits at the door of the demo site, so that its coordinator has something to decide.

use crate::App;
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{OrganisationId, PositionId};
use crate::organisations::db;
use crate::requests::{self, Applicant, Joining, Proof};
use crate::users::EmailAddress;

const POSITIONS: [&str; 3] = ["Customs officer", "Head of unit", "Trainer"];

/// Administrations beside the one that the demo's people belong to; nobody coordinates them yet.
const NEIGHBOURS: [(&str, &str); 2] = [("MA", "Morocco"), ("PE", "Peru")];

const WAITING: [(&str, &str, &str, Lang, &str); 3] = [
    (
        "Lucas",
        "Maes",
        "lucas.maes@customs.example",
        Lang::Fr,
        "I join the risk management unit in June.",
    ),
    (
        "Noor",
        "Haddad",
        "noor.haddad@customs.example",
        Lang::Ar,
        "",
    ),
    (
        "Inês",
        "Carvalho",
        "ines.carvalho@customs.example",
        Lang::Pt,
        "My team follows the same courses.",
    ),
];

/// Adds positions and neighbours, and returns those who will ask to join.
pub(super) async fn seed(
    app: &App,
    tx: &mut Tx,
    organisation: OrganisationId,
    now: Instant,
) -> DbResult<Vec<Joining>> {
    let mut position = None;
    for name in POSITIONS {
        let id: PositionId = db::insert_position(tx, name, now).await?;
        position = position.or(Some(id));
    }
    for (code, name) in NEIGHBOURS {
        db::insert_organisation(tx, code, name, now).await?;
    }
    let waiting = WAITING
        .into_iter()
        .filter_map(|(given, family, email, lang, note)| {
            Some(Joining {
                applicant: Applicant {
                    organisation_id: organisation,
                    position_id: position,
                    given_name: given.to_owned(),
                    family_name: family.to_owned(),
                    email: EmailAddress::parse(email)?,
                    lang,
                    note: note.to_owned(),
                    consents: Vec::new(),
                },
                // No text hashes to this: nobody logs in with it.
                proof: Proof::Password(app.random.token()),
            })
        });
    Ok(waiting.collect())
}

/// As the form and the mail's link would do it.
pub(super) async fn join(app: &App, joining: &Joining, now: Instant) -> DbResult<()> {
    requests::submit(app, joining, now).await?;
    let mut tx = app.db.begin().await?;
    let folded = joining.applicant.email.folded();
    let id = requests::db::find_unconfirmed(&mut tx, &folded).await?;
    drop(tx);
    if let Some(id) = id {
        requests::confirm(app, id, now).await?;
    }
    Ok(())
}
