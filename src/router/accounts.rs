//! Routes of the own account, and of the way back in.

use super::{Access, Routes};
use crate::accounts::web::{login, lost, overview, password, sessions};

pub(super) fn account_routes(routes: Routes) -> Routes {
    use Access::{Person, Public};
    routes
        .get("/login", Public, login::show)
        .post("/login", Public, login::log_in)
        .get("/account", Person, overview::show)
        .get("/account/password", Person, password::show)
        .post("/account/password", Person, password::store)
        .get("/account/sessions", Person, sessions::list)
        .post("/account/sessions/end", Person, sessions::end_others)
        .post("/account/sessions/{id}/end", Person, sessions::end)
        .get("/lost-password", Public, lost::show)
        .post("/lost-password", Public, lost::ask)
        .get("/lost-password/sent", Public, lost::show_sent)
        .get("/lost-password/{token}", Public, lost::show_reset)
        .post("/lost-password/{token}", Public, lost::store_reset)
}
