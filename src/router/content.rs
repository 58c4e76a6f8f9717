//! The routes of the content origin: player, commits, package files. No cookies here.

use axum::handler::Handler as _;
use tower_http::compression::CompressionLayer;

use super::{Access, Routes};
use crate::{play, web};

pub fn content_routes() -> Routes {
    use Access::{Capability, Public};
    // What weighs. Commits are answered in a few hundred bytes, thousands of times a second, and files of packages
    // come compressed from the store, with lengths and ranges of their own.
    let small = CompressionLayer::new;
    Routes::default()
        .get(
            "/static/{version}/{*path}",
            Public,
            web::assets::serve.layer(small()),
        )
        .get(
            "/tables/{file}",
            Public,
            play::web::show_tables.layer(small()),
        )
        .get("/play/anchor", Public, play::web::show_anchor)
        .get(
            "/play/{token}",
            Capability,
            play::web::show_player.layer(small()),
        )
        .post(
            "/play/{token}/open",
            Capability,
            play::web::open.layer(small()),
        )
        .post("/play/{token}/commit", Capability, play::web::commit)
        .post(
            "/play/{token}/navigate",
            Capability,
            play::web::navigate.layer(small()),
        )
        .post("/play/{token}/heartbeat", Capability, play::web::heartbeat)
        .post("/play/{token}/replay", Capability, play::web::replay)
        .get(
            "/play/{token}/c/{*path}",
            Capability,
            play::web::show_content,
        )
}
