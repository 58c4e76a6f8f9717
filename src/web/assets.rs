//! Our own static files, embedded and served under a hash of all of them, for ever.

use std::sync::OnceLock;

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use http::{HeaderValue, StatusCode, header};
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

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
        let digest: [u8; 32] = hash.finalize().into();
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&digest[..9])
    })
}

pub fn url(path: &str) -> String {
    format!("/static/{}/{path}", version())
}

/// `GET /static/{version}/{path}`. Compression is the router's; old versions get the current file uncached.
pub async fn serve(Path((asked, path)): Path<(String, String)>) -> Response {
    let Some(file) = Files::get(&path) else {
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
    let mut response = Body::from(file.data.into_owned()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    if let Ok(mime) = HeaderValue::from_str(&mime) {
        headers.insert(header::CONTENT_TYPE, mime);
    }
    response
}
