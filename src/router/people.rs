//! Routes about people and those who answer for them.

use super::accounts::account_routes;
use super::{Access, Routes};
use crate::alerts;
use crate::organisations;
use crate::requests;

pub(super) fn people_routes(routes: Routes) -> Routes {
    request_routes(organisation_routes(account_routes(routes)))
}

/// Joining, and deciding who may.
fn request_routes(routes: Routes) -> Routes {
    use Access::{Coordinator, Person, Public};
    use requests::web::{applications, correct, decisions, register, talk};
    routes
        .get("/register", Public, register::show)
        .post("/register", Public, register::send)
        .get("/register/sent", Public, register::show_sent)
        .post("/register/resend", Public, register::send_again)
        .get("/register/confirm/{token}", Public, register::show_confirm)
        .post("/register/confirm/{token}", Public, register::store_confirm)
        .get("/register/answer/{token}", Public, talk::show_answer)
        .post("/register/answer/{token}", Public, talk::store_answer)
        .get("/tasks", Coordinator, alerts::web::list_tasks)
        .get("/alerts", Person, alerts::web::list)
        .post("/alerts/dismiss", Person, alerts::web::dismiss_all)
        .post("/alerts/{id}/dismiss", Person, alerts::web::dismiss)
        .get("/applications", Coordinator, applications::list)
        .post(
            "/applications/decisions",
            Coordinator,
            decisions::store_many,
        )
        .get("/applications/{id}", Coordinator, applications::show)
        .post("/applications/{id}", Coordinator, correct::save)
        .post("/applications/{id}/decision", Coordinator, decisions::store)
        .post("/applications/{id}/question", Coordinator, talk::ask)
        .post("/applications/{id}/forward", Coordinator, correct::forward)
}

fn organisation_routes(routes: Routes) -> Routes {
    use Access::Secretariat;
    use organisations::web::{self, designations, import, positions};
    routes
        .get("/organisations", Secretariat, web::list)
        .post("/organisations", Secretariat, web::add)
        .get("/organisations/import", Secretariat, import::show)
        .post("/organisations/import", Secretariat, import::check)
        .post("/organisations/import/apply", Secretariat, import::store)
        .get("/organisations/{id}", Secretariat, web::show)
        .post("/organisations/{id}", Secretariat, web::save)
        .post(
            "/organisations/{id}/designations",
            Secretariat,
            designations::add,
        )
        .post(
            "/organisations/{id}/designations/{designation}/end",
            Secretariat,
            designations::end,
        )
        .get("/positions", Secretariat, positions::list)
        .post("/positions", Secretariat, positions::add)
        .post("/positions/{id}/delete", Secretariat, positions::delete)
}
