//! People's rights over their data: a copy of it, being forgotten, and being forgotten for having been away.

mod erasures;
mod exports;
mod retention;
mod runs;

use clikc::args;
use clikc::ids::UserId;

use crate::support::{Actor, World};

/// Asks to be forgotten. The password of the tests' people is their user name.
async fn ask(actor: &mut Actor, username: &str) {
    let fields = [("reason", "I retire"), ("current", username)];
    let to = actor.post("/profile/data/erasure", &fields).await;
    assert_eq!(to.expect_redirect(), "/profile/data");
}

/// The number of somebody's newest place on the deletion list.
async fn db_erasure(world: &World, user: UserId) -> i64 {
    let row: Option<(i64,)> = world
        .app
        .db
        .find(
            "SELECT COALESCE(MAX(id), 0) FROM erasures WHERE user_id = $1",
            args![user],
        )
        .await
        .expect("a query");
    row.expect("a number").0
}

/// (state of the account, state of the newest place on the list)
async fn db_states(world: &World, user: UserId) -> (String, String) {
    let row: Option<(String, String)> = world
        .app
        .db
        .find(
            "SELECT u.state, COALESCE((SELECT e.state FROM erasures e WHERE e.user_id = u.id ORDER BY e.id DESC \
             LIMIT 1), '') FROM users u WHERE u.id = $1",
            args![user],
        )
        .await
        .expect("a query");
    row.expect("a person")
}

fn states(account: &str, erasure: &str) -> (String, String) {
    (account.to_owned(), erasure.to_owned())
}

const DAY_MS: i64 = 24 * 3_600_000;
