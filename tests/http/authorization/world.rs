//! People of two administrations in every role, and one of each object of the first.

use std::collections::BTreeMap;

use clikc::args;
use clikc::certificates::{Award, Code, Holder, NewCertificate, design};
use clikc::ids::{CertificateId, CourseId, ErasureId, ErasureRunId, OrganisationId, UserId};
use clikc::users::Role;

use crate::support::{Actor, Wanted, World};

/// Everybody who may ask.
pub struct People {
    pub anonymous: Actor,
    pub known: Vec<Known>,
}

/// What somebody is on the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Learner,
    Author,
    Coordinator,
    Secretariat,
    Operator,
}

impl Part {
    pub fn is_secretariat(self) -> bool {
        matches!(self, Self::Secretariat | Self::Operator)
    }
}

pub struct Known {
    pub part: Part,
    pub organisation: &'static str,
    pub actor: Actor,
}

impl People {
    pub async fn new(world: &World) -> Self {
        let mut known = Vec::new();
        for organisation in ["A", "B"] {
            let name = |part: &str| format!("{part}-{organisation}");
            for (part, role) in [(Part::Learner, Role::Learner), (Part::Author, Role::Author)] {
                let actor = world.db_actor(&name(role.name()), role, organisation).await;
                known.push((part, organisation, actor));
            }
            let name = name("coordinator");
            let coordinator = world.db_coordinator(&name, organisation).await;
            known.push((Part::Coordinator, organisation, coordinator));
        }
        let secretariat = world.db_actor("secretariat", Role::Secretariat, "HQ");
        known.push((Part::Secretariat, "HQ", secretariat.await));
        let operator = world.db_actor("operator", Role::Operator, "HQ");
        known.push((Part::Operator, "HQ", operator.await));
        let known = known.into_iter().map(|(part, organisation, actor)| Known {
            part,
            organisation,
            actor,
        });
        let known = known.collect();
        Self {
            anonymous: world.anonymous(),
            known,
        }
    }

    pub fn find(&self, part: Part, organisation: &str) -> Actor {
        let found = |known: &&Known| known.part == part && known.organisation == organisation;
        self.known.iter().find(found).expect("a part").actor.clone()
    }
}

/// Makes one of each object anew, because some routes delete them.
pub async fn objects(world: &World, people: &People) -> BTreeMap<&'static str, String> {
    let organisation = world.organisation("A").await;
    let author = people.find(Part::Author, "A").id.expect("a log-in");
    let learner = people.find(Part::Learner, "A").id.expect("a log-in");
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
    let mut objects = db_people_objects(world, people, organisation).await;
    objects.extend([
        ("<certificate>", certificate.to_string()),
        ("<upload>", upload.id),
        ("<course>", course.to_string()),
        ("<section>", activity.section_id.to_string()),
        ("<empty section>", empty.to_string()),
        ("<activity>", activity.id.to_string()),
        ("<version>", version.to_string()),
        ("<category>", category.to_string()),
        ("<enrolled>", learner.to_string()),
    ]);
    objects
}

/// What concerns people and those who answer for them.
async fn db_people_objects(
    world: &World,
    people: &People,
    organisation: OrganisationId,
) -> BTreeMap<&'static str, String> {
    use clikc::organisations::{db, designate_now};
    let now = world.app.clock.now();
    let learner = people.find(Part::Learner, "A").id.expect("a log-in");
    let coordinator = people.find(Part::Coordinator, "A").id.expect("a log-in");
    let mut tx = world.app.db.begin().await.expect("a transaction");
    let name = format!("Position {}", world.app.random.code(1));
    let position = db::insert_position(&mut tx, &name, now)
        .await
        .expect("a position");
    let designation = designate_now(&mut tx, organisation, coordinator, now)
        .await
        .expect("a designation");
    let alert = clikc::alerts::NewAlert {
        to: learner,
        kind: clikc::alerts::Kind::Welcome,
        details: &[],
        path: "/my",
    };
    clikc::alerts::db::insert_alert(&mut tx, &alert, now)
        .await
        .expect("an alert");
    let alert: Option<(i64,)> = tx
        .find("SELECT MAX(id) FROM alerts", args![])
        .await
        .expect("a query");
    let subject = world.app.random.token();
    let who = ("https://id.example", subject.as_str(), "");
    clikc::identities::db::insert_identity(&mut tx, learner, who, now)
        .await
        .expect("an identity");
    let identity: Option<(i64,)> = tx
        .find("SELECT MAX(id) FROM identities", args![])
        .await
        .expect("a query");
    tx.commit().await.expect("a commit");
    let mut objects = db_site_objects(world).await;
    let request = world.db_request("Rita Rey", "A").await;
    let name = format!("member-{}", world.app.random.code(2).to_lowercase());
    let member = world.db_user(&name, Role::Learner, "A").await;
    let blob = world.app.store.put_blob(&mut b"pixels".as_slice());
    let picture = clikc::media::MediaRef {
        hash: blob.expect("a blob").0.to_string(),
        mime: "image/png".to_owned(),
    };
    clikc::profile::db::mark_picture(&world.app.db, member, Some(&picture))
        .await
        .expect("a picture");
    let (erasure, run) = db_erasure(world, people, member).await;
    // Of the learner, in another browser.
    world.db_log_in(learner).await;
    let session: Option<(i64,)> = world
        .app
        .db
        .find("SELECT MAX(id) FROM sessions", args![])
        .await
        .expect("a query");
    objects.extend([
        ("<organisation>", organisation.to_string()),
        ("<position>", position.to_string()),
        ("<designation>", designation.to_string()),
        ("<alert>", alert.expect("an alert").0.to_string()),
        ("<request>", request.to_string()),
        ("<member>", member.to_string()),
        ("<pictured>", member.to_string()),
        ("<identity>", identity.expect("an identity").0.to_string()),
        ("<erasure>", erasure.to_string()),
        ("<erasure run>", run.to_string()),
        ("<session>", session.expect("a session").0.to_string()),
    ]);
    objects
}

/// Somebody on the deletion list, and many deletions of nobody.
async fn db_erasure(world: &World, people: &People, member: UserId) -> (ErasureId, ErasureRunId) {
    use clikc::rights::{Chosen, Reach, db};
    let now = world.app.clock.now();
    let reach = Reach {
        actor: people.find(Part::Coordinator, "A").id.expect("a log-in"),
        role: Role::Learner,
        scope: Some(world.organisation("A").await),
    };
    let mut tx = world.app.db.begin().await.expect("a transaction");
    let erasure = db::insert_asked(&mut tx, member, "", now)
        .await
        .expect("a request");
    let none = Chosen::These(Vec::new());
    let (run, _) = db::insert_run(&mut tx, &none, reach, now)
        .await
        .expect("a run");
    tx.commit().await.expect("a commit");
    (erasure, run)
}

/// What belongs to the whole site.
async fn db_site_objects(world: &World) -> BTreeMap<&'static str, String> {
    let now = world.app.clock.now();
    let mut tx = world.app.db.begin().await.expect("a transaction");
    // One that another sample put in force would stand before everything.
    tx.execute(
        "UPDATE policy_versions SET state = 'archived' WHERE state = 'published'",
        args![],
    )
    .await
    .expect("no policy in force");
    let job = tx
        .insert(
            "INSERT INTO jobs (kind, payload, state, tries, run_at, created_at) \
             VALUES ('quick', '{}', 'failed', 1, 0, 0) RETURNING id",
            args![],
        )
        .await
        .expect("a job");
    let mail = tx
        .insert(
            "INSERT INTO mails (recipient, lang, subject, body_text, body_html, state, created_at) \
             VALUES ('x', 'en', 'x', 'x', 'x', 'failed', 0) RETURNING id",
            args![],
        )
        .await
        .expect("a mail");
    let policy = clikc::policies::db::insert_policy(&mut tx, "Privacy", false, now)
        .await
        .expect("a policy");
    let version = clikc::policies::db::insert_draft(&mut tx, policy, now)
        .await
        .expect("a draft");
    let text = clikc::policies::Text {
        title: "Privacy".to_owned(),
        ..clikc::policies::Text::default()
    };
    clikc::policies::db::write_text(&mut tx, version, clikc::i18n::Lang::En, Some(&text))
        .await
        .expect("a text");
    let mut articles = Vec::new();
    for kind in [clikc::articles::Kind::News, clikc::articles::Kind::Question] {
        let id = clikc::articles::db::insert_article(&mut tx, kind, now).await;
        articles.push(id.expect("an article").to_string());
    }
    tx.commit().await.expect("a commit");
    BTreeMap::from([
        ("<question>", articles.pop().expect("a question")),
        ("<news>", articles.pop().expect("news")),
        ("<failed job>", job.to_string()),
        ("<failed mail>", mail.to_string()),
        ("<policy>", policy.to_string()),
        ("<policy version>", version.to_string()),
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
