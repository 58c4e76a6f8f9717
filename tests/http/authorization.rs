//! Every route, asked for by everybody: who may not, is refused; who may, is served; and what belongs to another
//! administration does not exist. A route without a sample path fails the test and says what to add.

use std::collections::BTreeMap;

use axum::body::Body;
use clikc::args;
use clikc::certificates::{Award, Code, Holder, NewCertificate, design};
use clikc::ids::{CertificateId, CourseId, OrganisationId, UserId};
use clikc::router::{Access, Route, content_routes, site_routes};
use clikc::users::Role;
use http::{Method, StatusCode};

use crate::support::{Actor, Reply, Wanted, World};

/// Route pattern, and a path to ask for. `<names>` are objects that [`objects`] makes in administration A; a path
/// that has one must not exist for people of administration B. Names in [`COMMON`] belong to nobody.
const PATHS: &[(&str, &str)] = &[
    ("/", "/"),
    ("/login", "/login"),
    ("/logout", "/logout"),
    ("/language", "/language"),
    ("/styleguide", "/styleguide"),
    ("/metrics", "/metrics"),
    ("/mails", "/mails"),
    ("/settings", "/settings"),
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
    ("/play/{token}", "/play/nobodys"),
    ("/play/{token}/open", "/play/nobodys/open"),
    ("/play/{token}/commit", "/play/nobodys/commit"),
    ("/play/{token}/navigate", "/play/nobodys/navigate"),
    ("/play/{token}/heartbeat", "/play/nobodys/heartbeat"),
    ("/play/{token}/replay", "/play/nobodys/replay"),
    ("/play/{token}/c/{*path}", "/play/nobodys/c/index.html"),
];

/// Objects of the whole site.
const COMMON: &[&str] = &["<category>"];

/// Routes that take something else than a form. The body need only be read; what it asks for need not succeed.
const BODIES: &[(&str, &str, &str)] = &[
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

const MULTIPART: &str = "multipart/form-data; boundary=x";
const FORM: &str = "application/x-www-form-urlencoded";
/// Fields that satisfy every form at least so far that the object is looked for.
const FIELDS: &str =
    "state=published&direction=up&title=T&name=N&lang=en&kind=lesson&reason=R&code=C";

/// Everybody who may ask.
struct People {
    anonymous: Actor,
    /// By name of the role and administration.
    known: Vec<Known>,
}

struct Known {
    role: Role,
    organisation: &'static str,
    actor: Actor,
}

impl People {
    async fn new(world: &World) -> Self {
        let mut known = Vec::new();
        for organisation in ["A", "B"] {
            for role in [Role::Learner, Role::Author, Role::Coordinator] {
                let name = format!("{}-{organisation}", role.name());
                known.push(Known {
                    role,
                    organisation,
                    actor: world.db_actor(&name, role, organisation).await,
                });
            }
        }
        for role in [Role::Secretariat, Role::Operator] {
            known.push(Known {
                role,
                organisation: "HQ",
                actor: world.db_actor(role.name(), role, "HQ").await,
            });
        }
        Self {
            anonymous: world.anonymous(),
            known,
        }
    }

    fn find(&self, role: Role, organisation: &str) -> Actor {
        let found = |known: &&Known| known.role == role && known.organisation == organisation;
        self.known.iter().find(found).expect("a role").actor.clone()
    }
}

/// Makes one of each object anew, because some routes delete them.
async fn objects(world: &World, people: &People) -> BTreeMap<&'static str, String> {
    let organisation = world.organisation("A").await;
    let author = people.find(Role::Author, "A").id.expect("a log-in");
    let learner = people.find(Role::Learner, "A").id.expect("a log-in");
    let course = world.db_course(organisation, author).await;
    let wanted = Wanted::lesson("assets-only");
    let activity = world.db_activity(course, author, wanted).await;
    let now = world.app.clock.now();
    let mut tx = world.app.db.begin().await.expect("a transaction");
    let category = clikc::categories::db::CategoryInput {
        name: "Category".to_owned(),
        parent_id: None,
        lang: None,
    };
    let category = clikc::categories::db::insert_category(&mut tx, &category)
        .await
        .expect("a category");
    let empty = clikc::courses::db::insert_section(&mut tx, course, "Empty")
        .await
        .expect("a section");
    clikc::courses::db::insert_enrolment(&mut tx, learner, course, now)
        .await
        .expect("an enrolment");
    let blob = world.app.store.put_blob(&mut b"pixels".as_slice());
    let hash = blob.expect("a blob").0.to_string();
    tx.execute(
        "UPDATE courses SET picture_hash = $2, picture_mime = 'image/png', video_hash = $2, \
         video_mime = 'video/mp4' WHERE id = $1",
        args![course, hash],
    )
    .await
    .expect("a picture");
    tx.commit().await.expect("a commit");
    let activity = clikc::courses::db::find_activity(&world.app.db, activity)
        .await
        .expect("a query")
        .expect("an activity");
    let version = activity.version_id.expect("a version");
    let upload = clikc::uploads::begin(&world.app, activity.id, author, "x.zip", 10)
        .await
        .expect("an upload");
    let certificate = db_certificate(world, organisation, learner, course).await;
    BTreeMap::from([
        ("<certificate>", certificate.to_string()),
        ("<upload>", upload.id),
        ("<course>", course.to_string()),
        ("<section>", activity.section_id.to_string()),
        ("<empty section>", empty.to_string()),
        ("<activity>", activity.id.to_string()),
        ("<version>", version.to_string()),
        ("<category>", category.to_string()),
        ("<enrolled>", learner.to_string()),
    ])
}

async fn db_certificate(
    world: &World,
    organisation_id: OrganisationId,
    user_id: UserId,
    course_id: CourseId,
) -> CertificateId {
    let course = clikc::courses::db::find_course(&world.app.db, course_id)
        .await
        .expect("a query")
        .expect("a course");
    let now = world.app.clock.now();
    let code = Code::new(&world.app.random);
    let mut facts = design::sample_facts(&course, &world.app.config.site_url, now);
    facts.number = code.to_string();
    let pdf = world.app.store.put_blob(&mut b"page".as_slice());
    let new = NewCertificate {
        code,
        holder: Holder {
            user_id,
            course_id,
            organisation_id,
        },
        award: Award {
            lang: course.lang,
            issuer: "A".to_owned(),
            awarded_at: now,
            facts,
        },
        template_version: 0,
        pdf: pdf.expect("a blob").0,
    };
    let mut tx = world.app.db.begin().await.expect("a transaction");
    let id = clikc::certificates::db::insert_certificate(&mut tx, &new, now)
        .await
        .expect("a certificate");
    tx.commit().await.expect("a commit");
    id
}

/// The sample of a route, with its objects filled in.
struct Sample {
    method: Method,
    path: String,
    mime: &'static str,
    body: &'static str,
    /// Whether it speaks of something that belongs to administration A.
    is_owned: bool,
}

fn sample(route: &Route, objects: &BTreeMap<&'static str, String>) -> Sample {
    let Some((_, template)) = PATHS.iter().find(|(pattern, _)| *pattern == route.path) else {
        panic!(
            "{} {} has no sample path. Add a line to PATHS in tests/http/authorization.rs, with the objects of \
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
        "{path}: make the <object> in `objects` of tests/http/authorization.rs"
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

async fn ask(mut actor: Actor, sample: &Sample) -> Reply {
    let headers: &[(&str, &str)] = if sample.method == Method::GET {
        &[]
    } else {
        &[("content-type", sample.mime)]
    };
    let body = Body::from(sample.body);
    actor
        .send(sample.method.clone(), &sample.path, headers, body)
        .await
}

/// The role alone, whatever the object.
fn holds(access: Access, role: Role) -> bool {
    match access {
        Access::Public | Access::Person => true,
        Access::Author => role.is_author(),
        Access::Coordinator => role.is_coordinator(),
        Access::Secretariat => role.is_secretariat(),
        Access::Operator => role.is_operator(),
        // Being somebody gives no capability.
        Access::Capability => false,
    }
}

/// The one who must be served: the least role that may, in administration A.
fn rightful(people: &People, access: Access) -> Actor {
    match access {
        Access::Public | Access::Person | Access::Capability => people.find(Role::Learner, "A"),
        Access::Author => people.find(Role::Author, "A"),
        Access::Coordinator => people.find(Role::Coordinator, "A"),
        Access::Secretariat => people.find(Role::Secretariat, "HQ"),
        Access::Operator => people.find(Role::Operator, "HQ"),
    }
}

fn is_sent_to_log_in(reply: &Reply) -> bool {
    reply.header("location").starts_with("/login?") || reply.status == StatusCode::UNAUTHORIZED
}

#[tokio::test]
async fn every_route_of_the_site_serves_those_who_may_and_nobody_else() {
    let world = World::new().await;
    let people = People::new(&world).await;
    for route in site_routes().table() {
        let sample = sample(route, &objects(&world, &people).await);
        let told = |who: &str, reply: &Reply| {
            format!(
                "{} {} by {who}: {}",
                sample.method, sample.path, reply.status
            )
        };
        let reply = ask(people.anonymous.clone(), &sample).await;
        let is_open = !is_sent_to_log_in(&reply) && reply.status != StatusCode::FORBIDDEN;
        assert_eq!(
            is_open,
            route.access == Access::Public,
            "{}",
            told("a visitor", &reply)
        );
        if route.access == Access::Public {
            continue;
        }
        for known in &people.known {
            let who = format!("{:?} of {}", known.role, known.organisation);
            if !holds(route.access, known.role) {
                let reply = ask(known.actor.clone(), &sample).await;
                let is_refused = matches!(reply.status.as_u16(), 403 | 404);
                assert!(is_refused, "{}", told(&who, &reply));
            } else if sample.is_owned && known.organisation == "B" {
                let reply = ask(known.actor.clone(), &sample).await;
                assert_eq!(
                    reply.status,
                    StatusCode::NOT_FOUND,
                    "{}",
                    told(&who, &reply)
                );
            }
        }
        let reply = ask(rightful(&people, route.access), &sample).await;
        let is_served = !matches!(reply.status.as_u16(), 401 | 403 | 404 | 405)
            && !reply.status.is_server_error()
            && !is_sent_to_log_in(&reply);
        assert!(is_served, "{}", told("its rightful user", &reply));
    }
}

#[tokio::test]
async fn the_content_origin_serves_nothing_without_a_capability() {
    let world = World::new().await;
    let people = People::new(&world).await;
    for route in content_routes().table() {
        let sample = sample(route, &BTreeMap::new());
        let actor = people.find(Role::Secretariat, "HQ");
        let reply = ask(actor.on_content_origin(), &sample).await;
        let told = format!("{} {}: {}", sample.method, sample.path, reply.status);
        assert!(!is_sent_to_log_in(&reply), "{told}");
        if route.access == Access::Public {
            assert!(!reply.status.is_server_error(), "{told}");
        } else {
            assert!(reply.status.is_client_error(), "{told}");
        }
    }
}

#[test]
fn every_sample_path_belongs_to_a_route() {
    let site = site_routes();
    let content = content_routes();
    let routes = || site.table().iter().chain(content.table());
    for (pattern, _) in PATHS {
        assert!(
            routes().any(|route| route.path == *pattern),
            "{pattern} is no route any more: remove its line from PATHS"
        );
    }
}
