//! Whether it is the owner of an account who asks.

use crate::AppState;
use crate::auth::{Key, Network, Person};
use crate::error::AppResult;
use crate::users;
use crate::web::{Fault, Page};

/// What is wrong with the password given as the present one. Somebody who found a screen unlocked may try only so often.
pub(crate) async fn own_fault(
    app: &AppState,
    page: &Page,
    person: &Person,
    current: &str,
) -> AppResult<Option<Fault>> {
    let key = Key::Own(person.user.id);
    if !app.guard.admits(&key, page.request.now) {
        return Ok(Some(Fault::new("current", "accounts-fault-slow-down")));
    }
    let stored = users::db::find_password_hash(&app.db, person.user.id).await?;
    if stored.is_none() {
        app.guard.forgive(&key);
        return Ok(Some(Fault::new("current", "accounts-fault-none")));
    }
    let network = Network::from(page.request.address);
    let Ok(turn) = app.passwords.turn(network).await else {
        app.guard.forgive(&key);
        return Ok(Some(Fault::new("current", "auth-busy")));
    };
    if turn.verify(current.to_owned(), stored).await? {
        app.guard.forgive(&key);
        return Ok(None);
    }
    Ok(Some(Fault::new("current", "accounts-fault-current")))
}
