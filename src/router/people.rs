//! Routes about people and those who answer for them.

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;

use super::accounts::account_routes;
use super::{Access, Routes};
use crate::alerts;
use crate::audit;
use crate::jobs;
use crate::organisations;
use crate::policies;
use crate::profile;
use crate::requests;
use crate::rights;
use crate::team;

pub(super) fn people_routes(routes: Routes) -> Routes {
    rights_routes(profile_routes(policy_routes(team_routes(request_routes(
        organisation_routes(account_routes(routes)),
    )))))
}

/// Joining, and deciding who may.
fn request_routes(routes: Routes) -> Routes {
    use Access::{Coordinator, Person, Public};
    use requests::web::{applications, correct, decisions, register, talk};
    routes
        .get("/register", Public, register::show)
        .post("/register", Public, register::send)
        .get("/register/sent", Public, register::show_sent)
        .get("/register/waiting", Public, register::show_waiting)
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
    use organisations::web::{self, designations, domains, import, positions, retention};
    routes
        .get("/organisations", Secretariat, web::list)
        .post("/organisations", Secretariat, web::add)
        .get("/organisations/import", Secretariat, import::show)
        .post("/organisations/import", Secretariat, import::check)
        .post("/organisations/import/apply", Secretariat, import::store)
        .get("/organisations/{id}", Secretariat, web::show)
        .post("/organisations/{id}", Secretariat, web::save)
        .post("/organisations/{id}/domains", Secretariat, domains::save)
        .post(
            "/organisations/{id}/retention",
            Secretariat,
            retention::save,
        )
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

/// The people somebody answers for.
fn team_routes(routes: Routes) -> Routes {
    use Access::{Coordinator, Operator, Secretariat};
    use team::web::{self, delete, invite, member, transfer};
    routes
        .get("/queue", Operator, jobs::web::show)
        .post("/queue/jobs/{id}/retry", Operator, jobs::web::retry_job)
        .post("/queue/mails/{id}/retry", Operator, jobs::web::retry_mail)
        .get("/audit", Coordinator, audit::web::list)
        .get("/audit.csv", Coordinator, audit::web::export)
        .get("/team", Coordinator, web::list)
        .post("/team/state", Coordinator, web::change_state)
        .get("/team/invite", Coordinator, invite::show)
        .post("/team/invite", Coordinator, invite::store)
        .post("/team/import", Coordinator, invite::check)
        .post("/team/import/apply", Coordinator, invite::store_list)
        .get("/team/{id}", Coordinator, member::show)
        .post("/team/{id}", Coordinator, member::save)
        .post("/team/{id}/organisation", Secretariat, transfer::store)
        .post("/team/{id}/invitation", Coordinator, web::invite_again)
        .get("/team/{id}/delete", Coordinator, delete::show)
        .post("/team/{id}/delete", Coordinator, delete::store)
}

/// What people consent to.
fn policy_routes(routes: Routes) -> Routes {
    use Access::{Person, Public, Secretariat};
    use policies::web::{self, answers, consent, mine, versions};
    routes
        .get("/policies", Secretariat, web::list)
        .post("/policies", Secretariat, web::add)
        .get("/policies/consent", Person, consent::ask)
        .post("/policies/consent", Person, consent::answer)
        .get("/profile/consents", Person, mine::show)
        .post("/profile/consents", Person, mine::change)
        .get("/policies/{id}", Public, consent::read)
        .get("/policies/{id}/versions", Secretariat, versions::list)
        .post("/policies/{id}/versions", Secretariat, versions::add)
        .get("/policies/versions/{version}", Secretariat, versions::show)
        .post("/policies/versions/{version}", Secretariat, versions::save)
        .post(
            "/policies/versions/{version}/publish",
            Secretariat,
            versions::publish,
        )
        .get("/policies/{id}/answers", Secretariat, answers::list)
        .get("/policies/{id}/answers.csv", Secretariat, answers::export)
}

/// What people say about themselves.
fn profile_routes(routes: Routes) -> Routes {
    use Access::{Person, Public};
    use profile::web;
    let store_picture = web::store_picture.layer(DefaultBodyLimit::max(web::PICTURE_BODY));
    routes
        .get("/profile", Person, web::show)
        .post("/profile", Person, web::save)
        .post("/profile/picture", Person, store_picture)
        .post("/profile/picture/delete", Person, web::delete_picture)
        .get("/profile/address/{token}", Public, web::show_address)
        .post("/profile/address/{token}", Public, web::store_address)
        .get("/people/{id}", Person, web::show_person)
        .get("/people/{id}/picture", Person, web::show_picture)
}

/// A copy of one's data, and being forgotten.
fn rights_routes(routes: Routes) -> Routes {
    use Access::{Coordinator, Person};
    use rights::web::{data, decide, list, runs};
    routes
        .get("/profile/data", Person, data::show)
        .get("/profile/data/export", Person, data::download)
        .post("/profile/data/export", Person, data::begin_export)
        .post("/profile/data/export/delete", Person, data::delete_export)
        .post("/profile/data/erasure", Person, data::ask_erasure)
        .post(
            "/profile/data/erasure/withdraw",
            Person,
            data::withdraw_erasure,
        )
        .get("/erasures", Coordinator, list::list)
        .get("/erasures.csv", Coordinator, list::export)
        .post("/erasures/chosen", Coordinator, runs::confirm)
        .post("/erasures/runs", Coordinator, runs::begin)
        .get("/erasures/runs/{id}", Coordinator, runs::show)
        .get("/erasures/{id}", Coordinator, decide::show)
        .post("/erasures/{id}/delete", Coordinator, decide::delete)
        .post("/erasures/{id}/refuse", Coordinator, decide::refuse)
}
