//! The hot path: one file of a version, as browsers ask for it. Small files come from memory, large
//! ones are streamed; ranges, conditions and compression as RFC 9110 has them.

use std::io;
use std::ops::Range;

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use packages::{Extent, FileEntry, Store};
use tokio::io::AsyncReadExt as _;
use tokio_util::io::ReaderStream;

use super::LoadedVersion;
use crate::App;
use crate::error::AppError;

/// Which bytes stand for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    Gzip,
}

/// Files up to this size are kept in memory.
const SMALL_BYTES: u64 = 256 << 10;
/// One read of a streamed file.
const CHUNK_BYTES: usize = 128 << 10;
/// The address names the version, so what it answers never changes.
const CACHE_CONTROL: &str = "private, max-age=31536000, immutable";

/// Answers `GET` and `HEAD` (the router drops the body) for a file of a version. `path` is
/// relative to the package, in any spelling.
pub async fn serve_file(
    app: &App,
    version: &LoadedVersion,
    path: &str,
    headers: &HeaderMap,
) -> Response {
    // A service worker of one package would answer the requests of all others.
    if headers
        .get("service-worker")
        .is_some_and(|value| value == "script")
    {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Some(file) = version.package.lookup(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let form = choose_form(file, headers);
    let tag = entity_tag(file, form);
    if is_known(headers, file) {
        return with_headers(StatusCode::NOT_MODIFIED.into_response(), file, &tag);
    }
    let extent = match form {
        Form::Plain => file.body,
        Form::Gzip => file.gzip.unwrap_or(file.body),
    };
    let whole = 0..extent.len;
    let (status, range) = match asked_range(headers, &tag, extent.len) {
        Asked::Whole => (StatusCode::OK, whole),
        Asked::Part(range) => (StatusCode::PARTIAL_CONTENT, range),
        Asked::Nowhere => return not_satisfiable(file, &tag, extent.len),
    };
    let content = match content(app, &extent, range.clone()).await {
        Ok(content) => content,
        Err(error) => return AppError::internal(error).into_response(),
    };
    let mut response = with_headers((status, content).into_response(), file, &tag);
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_LENGTH,
        HeaderValue::from(range.end - range.start),
    );
    if form == Form::Gzip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    if status == StatusCode::PARTIAL_CONTENT {
        let (first, last) = (range.start, range.end.saturating_sub(1));
        set_content_range(headers, &format!("bytes {first}-{last}/{}", extent.len));
    }
    response
}

fn not_satisfiable(file: &FileEntry, tag: &str, len: u64) -> Response {
    let response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
    let mut response = with_headers(response, file, tag);
    set_content_range(response.headers_mut(), &format!("bytes */{len}"));
    response
}

fn set_content_range(headers: &mut HeaderMap, range: &str) {
    if let Ok(value) = HeaderValue::from_str(range) {
        headers.insert(header::CONTENT_RANGE, value);
    }
}

fn with_headers(mut response: Response, file: &FileEntry, tag: &str) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.mime()));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(CACHE_CONTROL),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if file.gzip.is_some() {
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// Ranges are of the plain bytes: players of media seek in those.
fn choose_form(file: &FileEntry, headers: &HeaderMap) -> Form {
    let accepts_gzip = || {
        text(headers, header::ACCEPT_ENCODING).is_some_and(|accepted| {
            accepted.split(',').any(|coding| {
                let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
                let is_refused = weight
                    .trim()
                    .strip_prefix("q=")
                    .is_some_and(|q| q.trim_matches(['0', '.']).is_empty());
                name.trim().eq_ignore_ascii_case("gzip") && !is_refused
            })
        })
    };
    if file.gzip.is_some() && !headers.contains_key(header::RANGE) && accepts_gzip() {
        Form::Gzip
    } else {
        Form::Plain
    }
}

/// Strong, and different for each form, as RFC 9110 (8.8.3.3) asks.
fn entity_tag(file: &FileEntry, form: Form) -> String {
    match form {
        Form::Plain => format!("\"{}\"", file.hash),
        Form::Gzip => format!("\"{}-gzip\"", file.hash),
    }
}

/// Whether the browser has the file already, in whichever form.
fn is_known(headers: &HeaderMap, file: &FileEntry) -> bool {
    text(headers, header::IF_NONE_MATCH).is_some_and(|known| {
        known.split(',').map(str::trim).any(|tag| {
            let tag = tag.strip_prefix("W/").unwrap_or(tag);
            tag == "*"
                || tag == entity_tag(file, Form::Plain)
                || tag == entity_tag(file, Form::Gzip)
        })
    })
}

/// What a request wants of a file.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Whole,
    Part(Range<u64>),
    /// A range that lies beyond the end.
    Nowhere,
}

/// One range is honoured; several at once, or what is not a range, get the whole file (RFC 9110, 14.2).
fn asked_range(headers: &HeaderMap, tag: &str, len: u64) -> Asked {
    let Some(range) = text(headers, header::RANGE) else {
        return Asked::Whole;
    };
    // A date never matches: files have none.
    if text(headers, header::IF_RANGE).is_some_and(|condition| condition != tag) {
        return Asked::Whole;
    }
    let bounds = range
        .strip_prefix("bytes=")
        .filter(|spec| !spec.contains(','))
        .and_then(|spec| spec.trim().split_once('-'));
    let Some((first, last)) = bounds else {
        return Asked::Whole;
    };
    if first.is_empty() {
        let Ok(suffix) = last.parse::<u64>() else {
            return Asked::Whole;
        };
        return if suffix == 0 || len == 0 {
            Asked::Nowhere
        } else {
            Asked::Part(len.saturating_sub(suffix)..len)
        };
    }
    let Ok(first) = first.parse::<u64>() else {
        return Asked::Whole;
    };
    let last = match last {
        "" => u64::MAX,
        last => match last.parse::<u64>() {
            Ok(last) if last >= first => last,
            _ => return Asked::Whole,
        },
    };
    if first >= len {
        return Asked::Nowhere;
    }
    Asked::Part(first..last.saturating_add(1).min(len))
}

async fn content(app: &App, extent: &Extent, range: Range<u64>) -> io::Result<Body> {
    if extent.len > SMALL_BYTES {
        return stream(&app.store, *extent, range).await;
    }
    let bytes = small(app, extent).await?;
    let start = usize::try_from(range.start).unwrap_or(usize::MAX);
    let end = usize::try_from(range.end).unwrap_or(usize::MAX);
    let (start, end) = (start.min(bytes.len()), end.min(bytes.len()));
    Ok(Body::from(bytes.slice(start..end)))
}

/// Kept by where it lies, not by what it is: two zips may compress the same file differently.
async fn small(app: &App, extent: &Extent) -> io::Result<Bytes> {
    if let Some(bytes) = app.shelf.files.find(extent) {
        return Ok(bytes);
    }
    let (store, place) = (app.store.clone(), *extent);
    let read = tokio::task::spawn_blocking(move || store.read_extent(&place));
    let bytes = Bytes::from(read.await??);
    app.shelf.files.insert(*extent, bytes.clone(), bytes.len());
    Ok(bytes)
}

async fn stream(store: &Store, extent: Extent, range: Range<u64>) -> io::Result<Body> {
    let store = store.clone();
    let open = tokio::task::spawn_blocking(move || store.open_extent(&extent, Some(range)));
    let (file, len) = open.await??.into_parts();
    let reader = tokio::fs::File::from_std(file).take(len);
    let stream = ReaderStream::with_capacity(reader, CHUNK_BYTES);
    Ok(Body::from_stream(stream))
}
