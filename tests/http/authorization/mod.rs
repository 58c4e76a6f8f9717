//! Every route, asked for by everybody: who may not, is refused; who may, is served; and what belongs to another
//! administration does not exist. A route without a sample path fails the test and says what to add.

mod samples;
mod world;

use std::collections::BTreeMap;

use axum::body::Body;
use clikc::router::{Access, content_routes, site_routes};
use http::{Method, StatusCode};

use crate::support::{Actor, Reply, World};
use samples::{PATHS, Sample, sample};
use world::{Part, People, objects};

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

/// What somebody is alone, whatever the object.
fn holds(access: Access, part: Part) -> bool {
    match access {
        Access::Public | Access::Person => true,
        Access::Author => part == Part::Author || part.is_secretariat(),
        Access::Coordinator => part == Part::Coordinator || part.is_secretariat(),
        Access::Secretariat => part.is_secretariat(),
        Access::Operator => part == Part::Operator,
        // Being somebody gives no capability.
        Access::Capability => false,
    }
}

/// The one who must be served: the least who may, in administration A.
fn rightful(people: &People, access: Access) -> Actor {
    match access {
        Access::Public | Access::Person | Access::Capability => people.find(Part::Learner, "A"),
        Access::Author => people.find(Part::Author, "A"),
        Access::Coordinator => people.find(Part::Coordinator, "A"),
        Access::Secretariat => people.find(Part::Secretariat, "HQ"),
        Access::Operator => people.find(Part::Operator, "HQ"),
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
            let who = format!("{:?} of {}", known.part, known.organisation);
            if !holds(route.access, known.part) {
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
        let actor = people.find(Part::Secretariat, "HQ");
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
