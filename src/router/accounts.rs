//! Routes of the own account, and of the way back in.

use super::{Access, Routes};
use crate::accounts::web::{code, login, lost, overview, password, second_step, sessions};
use crate::identities::web::{callback, connect, depart, own};

pub(super) fn account_routes(routes: Routes) -> Routes {
    use Access::{Person, Public, Secretariat};
    identity_routes(routes)
        .get("/login", Public, login::show)
        .post("/login", Public, login::log_in)
        .get("/login/code", Public, code::show)
        .post("/login/code", Public, code::store)
        .get("/account", Person, overview::show)
        .get("/account/password", Person, password::show)
        .post("/account/password", Person, password::store)
        .get("/account/sessions", Person, sessions::list)
        .post("/account/sessions/end", Person, sessions::end_others)
        .post("/account/sessions/{id}/end", Person, sessions::end)
        .get("/account/second-step", Person, second_step::show)
        .post("/account/second-step", Person, second_step::begin)
        .post(
            "/account/second-step/confirm",
            Person,
            second_step::store_confirm,
        )
        .post(
            "/account/second-step/codes",
            Person,
            second_step::store_codes,
        )
        .post("/account/second-step/delete", Person, second_step::delete)
        .post(
            "/accounts/{id}/second-step/delete",
            Secretariat,
            second_step::delete_for,
        )
        .get("/lost-password", Public, lost::show)
        .post("/lost-password", Public, lost::ask)
        .get("/lost-password/sent", Public, lost::show_sent)
        .get("/lost-password/{token}", Public, lost::show_reset)
        .post("/lost-password/{token}", Public, lost::store_reset)
}

/// Getting in by a provider.
fn identity_routes(routes: Routes) -> Routes {
    use Access::{Person, Public};
    routes
        .post("/login/oidc/{provider}", Public, depart::leave)
        .get(
            "/login/oidc/{provider}/callback",
            Public,
            callback::come_back,
        )
        .get("/login/connect", Public, connect::show)
        .post("/login/connect", Public, connect::store)
        .post("/login/connect/forget", Public, connect::forget)
        .get("/account/identities", Person, own::list)
        .post("/account/identities", Person, own::connect)
        .post("/account/identities/{id}/delete", Person, own::remove)
}
