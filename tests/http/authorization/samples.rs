//! A request for each route: the table of paths, and what their forms take.

use std::collections::BTreeMap;

use clikc::router::Route;
use http::Method;

/// Route pattern, and a path to ask for. `<names>` are objects that `objects` makes in administration A; a path
/// that has one must not exist for people of administration B. Names in [`COMMON`] belong to nobody.
pub const PATHS: &[(&str, &str)] = &[
    ("/", "/"),
    ("/login", "/login"),
    ("/login/code", "/login/code"),
    ("/login/oidc/{provider}", "/login/oidc/nobodys"),
    (
        "/login/oidc/{provider}/callback",
        "/login/oidc/nobodys/callback",
    ),
    ("/login/connect", "/login/connect"),
    ("/login/connect/forget", "/login/connect/forget"),
    ("/logout", "/logout"),
    ("/language", "/language"),
    ("/styleguide", "/styleguide"),
    ("/metrics", "/metrics"),
    ("/mails", "/mails"),
    ("/account", "/account"),
    ("/account/password", "/account/password"),
    ("/account/identities", "/account/identities"),
    (
        "/account/identities/{id}/delete",
        "/account/identities/<identity>/delete",
    ),
    ("/account/sessions", "/account/sessions"),
    ("/account/sessions/end", "/account/sessions/end"),
    (
        "/account/sessions/{id}/end",
        "/account/sessions/<session>/end",
    ),
    ("/account/second-step", "/account/second-step"),
    (
        "/account/second-step/confirm",
        "/account/second-step/confirm",
    ),
    ("/account/second-step/codes", "/account/second-step/codes"),
    ("/account/second-step/delete", "/account/second-step/delete"),
    (
        "/accounts/{id}/second-step/delete",
        "/accounts/<enrolled>/second-step/delete",
    ),
    ("/lost-password", "/lost-password"),
    ("/lost-password/sent", "/lost-password/sent"),
    ("/lost-password/{token}", "/lost-password/nobodys"),
    ("/register", "/register"),
    ("/register/sent", "/register/sent"),
    ("/register/waiting", "/register/waiting"),
    ("/register/resend", "/register/resend"),
    ("/register/confirm/{token}", "/register/confirm/nobodys"),
    ("/register/answer/{token}", "/register/answer/nobodys"),
    ("/team", "/team"),
    ("/team/state", "/team/state"),
    ("/team/invite", "/team/invite"),
    ("/team/import", "/team/import"),
    ("/team/import/apply", "/team/import/apply"),
    ("/team/{id}", "/team/<member>"),
    ("/team/{id}/organisation", "/team/<member>/organisation"),
    ("/team/{id}/invitation", "/team/<member>/invitation"),
    ("/team/{id}/delete", "/team/<member>/delete"),
    ("/policies", "/policies"),
    ("/policies/consent", "/policies/consent"),
    ("/policies/{id}", "/policies/<policy>"),
    ("/policies/{id}/versions", "/policies/<policy>/versions"),
    ("/policies/{id}/answers", "/policies/<policy>/answers"),
    (
        "/policies/{id}/answers.csv",
        "/policies/<policy>/answers.csv",
    ),
    (
        "/policies/versions/{version}",
        "/policies/versions/<policy version>",
    ),
    (
        "/policies/versions/{version}/publish",
        "/policies/versions/<policy version>/publish",
    ),
    ("/audit", "/audit"),
    ("/audit.csv", "/audit.csv"),
    ("/profile", "/profile"),
    ("/profile/consents", "/profile/consents"),
    ("/profile/data", "/profile/data"),
    ("/profile/data/export", "/profile/data/export"),
    ("/profile/data/export/delete", "/profile/data/export/delete"),
    ("/profile/data/erasure", "/profile/data/erasure"),
    (
        "/profile/data/erasure/withdraw",
        "/profile/data/erasure/withdraw",
    ),
    ("/erasures", "/erasures"),
    ("/erasures.csv", "/erasures.csv"),
    ("/erasures/chosen", "/erasures/chosen"),
    ("/erasures/runs", "/erasures/runs"),
    ("/erasures/runs/{id}", "/erasures/runs/<erasure run>"),
    ("/erasures/{id}", "/erasures/<erasure>"),
    ("/erasures/{id}/delete", "/erasures/<erasure>/delete"),
    ("/erasures/{id}/refuse", "/erasures/<erasure>/refuse"),
    ("/profile/picture", "/profile/picture"),
    ("/profile/picture/delete", "/profile/picture/delete"),
    ("/profile/address/{token}", "/profile/address/nobodys"),
    ("/people/{id}", "/people/<member>"),
    ("/people/{id}/picture", "/people/<pictured>/picture"),
    ("/queue", "/queue"),
    ("/queue/jobs/{id}/retry", "/queue/jobs/<failed job>/retry"),
    (
        "/queue/mails/{id}/retry",
        "/queue/mails/<failed mail>/retry",
    ),
    ("/tasks", "/tasks"),
    ("/alerts", "/alerts"),
    ("/alerts/dismiss", "/alerts/dismiss"),
    ("/alerts/{id}/dismiss", "/alerts/<alert>/dismiss"),
    ("/applications", "/applications"),
    ("/applications/decisions", "/applications/decisions"),
    ("/applications/{id}", "/applications/<request>"),
    (
        "/applications/{id}/decision",
        "/applications/<request>/decision",
    ),
    (
        "/applications/{id}/question",
        "/applications/<request>/question",
    ),
    (
        "/applications/{id}/forward",
        "/applications/<request>/forward",
    ),
    ("/organisations", "/organisations"),
    ("/organisations/import", "/organisations/import"),
    ("/organisations/import/apply", "/organisations/import/apply"),
    ("/organisations/{id}", "/organisations/<organisation>"),
    (
        "/organisations/{id}/domains",
        "/organisations/<organisation>/domains",
    ),
    (
        "/organisations/{id}/retention",
        "/organisations/<organisation>/retention",
    ),
    (
        "/organisations/{id}/designations",
        "/organisations/<organisation>/designations",
    ),
    (
        "/organisations/{id}/designations/{designation}/end",
        "/organisations/<organisation>/designations/<designation>/end",
    ),
    ("/positions", "/positions"),
    ("/positions/{id}/delete", "/positions/<position>/delete"),
    ("/news", "/news"),
    ("/news/{id}", "/news/<news>"),
    ("/help", "/help"),
    ("/faq", "/faq"),
    ("/contact", "/contact"),
    ("/demo/{id}", "/demo/<course>"),
    (
        "/demo/activities/{id}/launch",
        "/demo/activities/<activity>/launch",
    ),
    (
        "/authoring/courses/{id}/guests",
        "/authoring/courses/<course>/guests",
    ),
    ("/settings/texts", "/settings/texts"),
    ("/settings/news", "/settings/news"),
    ("/settings/faq", "/settings/faq"),
    ("/settings/texts/{id}", "/settings/texts/<news>"),
    (
        "/settings/texts/{id}/move",
        "/settings/texts/<question>/move",
    ),
    (
        "/settings/texts/{id}/publication",
        "/settings/texts/<news>/publication",
    ),
    (
        "/settings/texts/{id}/delete",
        "/settings/texts/<news>/delete",
    ),
    ("/settings", "/settings"),
    ("/settings/rules", "/settings/rules"),
    ("/settings/logo", "/settings/logo"),
    ("/settings/logo/delete", "/settings/logo/delete"),
    ("/logo/{hash}", "/logo/nobodys"),
    ("/static/{version}/{*path}", "/static/0/css/base.css"),
    ("/my", "/my"),
    ("/my/categories/{id}", "/my/categories/<category>"),
    ("/my/courses", "/my/courses"),
    ("/grades", "/grades"),
    ("/courses/{id}", "/courses/<course>"),
    ("/courses/{id}/state", "/courses/<course>/state"),
    ("/courses/{id}/progress", "/courses/<course>/progress"),
    ("/courses/{id}/grades", "/courses/<course>/grades"),
    ("/courses/{id}/picture", "/courses/<course>/picture"),
    ("/courses/{id}/video", "/courses/<course>/video"),
    (
        "/courses/{id}/participants",
        "/courses/<course>/participants",
    ),
    (
        "/courses/{id}/participants/{user}/delete",
        "/courses/<course>/participants/<enrolled>/delete",
    ),
    ("/activities/{id}/launch", "/activities/<activity>/launch"),
    ("/courses/{id}/certificate", "/courses/<course>/certificate"),
    ("/my/certificates", "/my/certificates"),
    ("/certificates", "/certificates"),
    ("/certificates/verify", "/certificates/verify"),
    (
        "/certificates/verify/{code}",
        "/certificates/verify/nobodys",
    ),
    ("/certificates/{id}", "/certificates/<certificate>"),
    (
        "/certificates/{id}/certificate.pdf",
        "/certificates/<certificate>/certificate.pdf",
    ),
    (
        "/certificates/{id}/replace",
        "/certificates/<certificate>/replace",
    ),
    (
        "/certificates/{id}/revoke",
        "/certificates/<certificate>/revoke",
    ),
    (
        "/authoring/courses/{id}/certificate",
        "/authoring/courses/<course>/certificate",
    ),
    (
        "/authoring/courses/{id}/certificate/preview.pdf",
        "/authoring/courses/<course>/certificate/preview.pdf",
    ),
    ("/authoring", "/authoring"),
    ("/authoring/categories", "/authoring/categories"),
    (
        "/authoring/categories/{id}",
        "/authoring/categories/<category>",
    ),
    (
        "/authoring/categories/{id}/move",
        "/authoring/categories/<category>/move",
    ),
    (
        "/authoring/categories/{id}/delete",
        "/authoring/categories/<category>/delete",
    ),
    ("/authoring/courses", "/authoring/courses"),
    ("/authoring/courses/new", "/authoring/courses/new"),
    ("/authoring/courses/{id}", "/authoring/courses/<course>"),
    (
        "/authoring/courses/{id}/state",
        "/authoring/courses/<course>/state",
    ),
    (
        "/authoring/courses/{id}/order",
        "/authoring/courses/<course>/order",
    ),
    (
        "/authoring/courses/{id}/activities",
        "/authoring/courses/<course>/activities",
    ),
    (
        "/authoring/courses/{id}/sections",
        "/authoring/courses/<course>/sections",
    ),
    (
        "/authoring/courses/{id}/settings",
        "/authoring/courses/<course>/settings",
    ),
    (
        "/authoring/courses/{id}/picture",
        "/authoring/courses/<course>/picture",
    ),
    (
        "/authoring/courses/{id}/picture/delete",
        "/authoring/courses/<course>/picture/delete",
    ),
    (
        "/authoring/courses/{id}/video",
        "/authoring/courses/<course>/video",
    ),
    (
        "/authoring/courses/{id}/video/delete",
        "/authoring/courses/<course>/video/delete",
    ),
    ("/authoring/sections/{id}", "/authoring/sections/<section>"),
    (
        "/authoring/sections/{id}/delete",
        "/authoring/sections/<empty section>/delete",
    ),
    (
        "/authoring/activities/{id}",
        "/authoring/activities/<activity>",
    ),
    (
        "/authoring/activities/{id}/delete",
        "/authoring/activities/<activity>/delete",
    ),
    (
        "/authoring/activities/{id}/packages",
        "/authoring/activities/<activity>/packages",
    ),
    (
        "/authoring/activities/{id}/uploads",
        "/authoring/activities/<activity>/uploads",
    ),
    (
        "/authoring/uploads/{id}",
        "/authoring/uploads/<upload>?offset=0",
    ),
    (
        "/authoring/uploads/{id}/delete",
        "/authoring/uploads/<upload>/delete",
    ),
    ("/authoring/versions/{id}", "/authoring/versions/<version>"),
    (
        "/authoring/versions/{id}/publish",
        "/authoring/versions/<version>/publish",
    ),
    (
        "/authoring/versions/{id}/preview",
        "/authoring/versions/<version>/preview",
    ),
    // The content origin: capabilities that nobody was given.
    ("/tables/{file}", "/tables/scorm12.json"),
    ("/play/anchor", "/play/anchor"),
    ("/play/{token}", "/play/nobodys"),
    ("/play/{token}/open", "/play/nobodys/open"),
    ("/play/{token}/commit", "/play/nobodys/commit"),
    ("/play/{token}/navigate", "/play/nobodys/navigate"),
    ("/play/{token}/heartbeat", "/play/nobodys/heartbeat"),
    ("/play/{token}/replay", "/play/nobodys/replay"),
    ("/play/{token}/c/{*path}", "/play/nobodys/c/index.html"),
];

/// Objects of the whole site.
pub const COMMON: &[&str] = &[
    "<category>",
    "<policy>",
    "<policy version>",
    "<failed job>",
    "<failed mail>",
    "<news>",
    "<question>",
];

/// Routes that take something else than a form. The body need only be read; what it asks for need not succeed.
pub const BODIES: &[(&str, &str, &str)] = &[
    ("/organisations/import", MULTIPART, ""),
    ("/team/import", MULTIPART, ""),
    ("/profile/picture", MULTIPART, ""),
    ("/team/state", FORM, "action=suspend"),
    ("/settings/logo", MULTIPART, ""),
    ("/authoring/courses/{id}/picture", MULTIPART, ""),
    ("/authoring/courses/{id}/video", MULTIPART, ""),
    ("/authoring/courses/{id}/certificate", MULTIPART, ""),
    (
        "/authoring/courses/{id}/certificate/preview.pdf",
        MULTIPART,
        "",
    ),
    ("/authoring/activities/{id}/packages", MULTIPART, ""),
    (
        "/authoring/activities/{id}/uploads",
        "application/json",
        "{\"name\":\"x.zip\",\"size\":10}",
    ),
];

pub const MULTIPART: &str = "multipart/form-data; boundary=x";
pub const FORM: &str = "application/x-www-form-urlencoded";
/// Fields that satisfy every form at least so far that the object is looked for.
pub const FIELDS: &str = "state=published&direction=up&title=T&name=N&lang=en&kind=lesson&reason=R&code=C&action=accept\
     &body=B&statement=S&version=0&answer=yes&door=open";

/// The sample of a route, with its objects filled in.
pub struct Sample {
    pub method: Method,
    pub path: String,
    pub mime: &'static str,
    pub body: &'static str,
    /// Whether it speaks of something that belongs to administration A.
    pub is_owned: bool,
}

pub fn sample(route: &Route, objects: &BTreeMap<&'static str, String>) -> Sample {
    let Some((_, template)) = PATHS.iter().find(|(pattern, _)| *pattern == route.path) else {
        panic!(
            "{} {} has no sample path. Add a line to PATHS in tests/http/authorization/samples.rs, with the objects of \
             its path as <names>:\n    (\"{}\", \"{}\"),",
            route.method,
            route.path,
            route.path,
            route.path.replace('{', "<").replace('}', ">"),
        );
    };
    let mut path = (*template).to_owned();
    let mut is_owned = false;
    for (name, id) in objects {
        if path.contains(name) {
            is_owned |= !COMMON.contains(name);
            path = path.replace(name, id);
        }
    }
    assert!(
        !path.contains('<'),
        "{path}: make the <object> in `objects` of tests/http/authorization/world.rs"
    );
    let special = BODIES.iter().find(|(pattern, ..)| *pattern == route.path);
    let (mime, body) = special.map_or((FORM, FIELDS), |(_, mime, body)| (*mime, *body));
    Sample {
        method: route.method.clone(),
        path,
        mime,
        body,
        is_owned,
    }
}
