//! Our own static files, embedded and served under a hash of all of them, for ever.

use std::sync::OnceLock;

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use http::{HeaderValue, StatusCode, header};
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use super::bundle::bundle;

/// The player's modules in one file, which no file of ours is.
const PLAYER: &str = "player/all.js";

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// One hash for all files: a deploy changes every address at once, so no mix of old and new is ever loaded.
pub fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let mut names: Vec<_> = Files::iter().collect();
        names.sort();
        let mut hash = Sha256::new();
        for name in names {
            hash.update(name.as_bytes());
            if let Some(file) = Files::get(&name) {
                hash.update(file.metadata.sha256_hash());
            }
        }
        // How it is put together may change too.
        hash.update(read(PLAYER).unwrap_or_default());
        let digest: [u8; 32] = hash.finalize().into();
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&digest[..9])
    })
}

pub fn url(path: &str) -> String {
    format!("/static/{}/{path}", version())
}

/// `GET /static/{version}/{path}`. Compression is the router's; old versions get the current file uncached.
pub async fn serve(Path((asked, path)): Path<(String, String)>) -> Response {
    let Some(bytes) = read(&path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let cache = if asked == version() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mime = mime_guess::from_path(&path).first_or_octet_stream();
    let mime = match mime.essence_str() {
        "text/javascript" => "text/javascript; charset=utf-8".to_owned(),
        "text/css" => "text/css; charset=utf-8".to_owned(),
        other => other.to_owned(),
    };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    if let Ok(mime) = HeaderValue::from_str(&mime) {
        headers.insert(header::CONTENT_TYPE, mime);
    }
    response
}

fn read(path: &str) -> Option<Vec<u8>> {
    if path == PLAYER {
        return bundle("player", &module_of_player).map(String::into_bytes);
    }
    Files::get(path).map(|file| file.data.into_owned())
}

fn module_of_player(name: &str) -> Option<String> {
    String::from_utf8(read(&format!("player/{name}.js"))?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Files, PLAYER, read};

    #[test]
    fn the_player_in_one_file_holds_every_module_and_needs_no_other() {
        let player = String::from_utf8(read(PLAYER).unwrap()).unwrap();
        let modules: Vec<_> = Files::iter()
            .filter_map(|path| {
                Some(
                    path.strip_prefix("player/")?
                        .strip_suffix(".js")?
                        .to_owned(),
                )
            })
            .collect();
        assert!(modules.len() > 10, "{modules:?}");
        for module in modules {
            assert!(
                player.contains(&format!("const module_{module} = ")),
                "{module}"
            );
        }
        for line in player.lines() {
            assert!(
                !line.starts_with("import") && !line.starts_with("export"),
                "{line}"
            );
        }
    }
}
