//! Routes of the own account, and of the way back in.

use super::{Access, Routes};
use crate::accounts::web::{lost, overview, password};

pub(super) fn account_routes(routes: Routes) -> Routes {
    use Access::{Person, Public};
    routes
        .get("/account", Person, overview::show)
        .get("/account/password", Person, password::show)
        .post("/account/password", Person, password::store)
        .get("/lost-password", Public, lost::show)
        .post("/lost-password", Public, lost::ask)
        .get("/lost-password/sent", Public, lost::show_sent)
        .get("/lost-password/{token}", Public, lost::show_reset)
        .post("/lost-password/{token}", Public, lost::store_reset)
}
