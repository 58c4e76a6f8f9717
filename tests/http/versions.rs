//! Files of packages, as browsers and media players ask for them.

use std::io::Read as _;

use bytes::Bytes;
use clikc::ids::VersionId;
use clikc::versions::{LoadedVersion, serve_file};
use flate2::read::GzDecoder;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use http_body_util::BodyExt as _;
use packages::testing::{Member, ZipBuilder};

use crate::support::World;

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Bytes,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a readable header"))
    }
}

struct Shelf {
    world: World,
    version: LoadedVersion,
}

impl Shelf {
    async fn with(files: &[(&str, &[u8])]) -> Self {
        let world = World::new().await;
        let zip = packages::testing::package_with(files).expect("a package");
        let version = import(&world, &zip);
        Self { world, version }
    }

    async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        get(&self.world, &self.version, path, headers).await
    }
}

async fn get(
    world: &World,
    version: &LoadedVersion,
    path: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        let name: HeaderName = name.parse().expect("a header name");
        map.append(name, HeaderValue::from_str(value).expect("a header value"));
    }
    let response = serve_file(&world.app, version, path, &map).await;
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        bytes: body.collect().await.expect("a body").to_bytes(),
    }
}

fn import(world: &World, zip: &[u8]) -> LoadedVersion {
    let path = world.app.config.data_dir.join("package.zip");
    std::fs::write(&path, zip).expect("a zip");
    let limits = packages::Limits::default();
    let package = packages::import(&path, &world.app.store, &limits, &mut |_| {});
    LoadedVersion::new(VersionId(1), package.expect("a version"))
}

#[tokio::test]
async fn a_file_that_two_zips_compress_differently_is_whole_in_both() {
    let style = "p { margin: 0 auto; color: navy }\n".repeat(60);
    let zip = |effort| {
        let mut zip = ZipBuilder::new(Vec::new());
        let page = format!("<title>{effort}</title>{}", packages::testing::PAGE);
        zip.file("imsmanifest.xml", packages::testing::MANIFEST.as_bytes())?;
        zip.file("index.html", page.as_bytes())?;
        zip.member(&Member::deflated_at(
            effort,
            b"style.css",
            style.as_bytes(),
        )?)?;
        zip.finish()
    };
    let world = World::new().await;
    let versions = [1, 9].map(|effort| import(&world, &zip(effort).expect("a package")));
    let lengths = versions.each_ref().map(|version| {
        let file = version.package.lookup("style.css").expect("a file");
        file.gzip.expect("compressed").len
    });
    assert_ne!(lengths[0], lengths[1], "the zips must differ for this test");
    for version in versions {
        let answer = get(
            &world,
            &version,
            "style.css",
            &[("accept-encoding", "gzip")],
        )
        .await;
        let length: usize = answer.header("content-length").parse().expect("a length");
        assert_eq!(answer.bytes.len(), length);
        let mut text = String::new();
        GzDecoder::new(&answer.bytes[..])
            .read_to_string(&mut text)
            .expect("gzip");
        assert_eq!(text, style);
    }
}

#[tokio::test]
async fn every_kind_of_file_has_its_type_and_never_changes() {
    let names = [
        ("v.mp4", "video/mp4"),
        ("a.m4a", "audio/mp4"),
        ("s.mp3", "audio/mpeg"),
        ("c.vtt", "text/vtt"),
        ("m.wasm", "application/wasm"),
        ("f.woff2", "font/woff2"),
        ("i.svg", "image/svg+xml"),
        ("d.json", "application/json"),
        ("p.htm", "text/html"),
        ("unknown.qqq", "application/octet-stream"),
    ];
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|(name, _)| (*name, &b"content"[..]))
        .collect();
    let shelf = Shelf::with(&files).await;
    for (name, mime) in names {
        let answer = shelf.get(name, &[]).await;
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.header("content-type"), mime, "{name}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("accept-ranges"), "bytes");
        assert_eq!(answer.header("content-length"), "7");
        assert_eq!(answer.header("content-disposition"), "");
        assert_eq!(
            answer.header("cache-control"),
            "private, max-age=31536000, immutable"
        );
        assert_eq!(answer.bytes, "content");
    }
    assert_eq!(shelf.get("absent.js", &[]).await.status, 404);
}

#[tokio::test]
async fn a_range_gets_exactly_its_bytes() {
    let shelf = Shelf::with(&[("clip.mp4", b"0123456789")]).await;
    for (range, status, content_range, body) in [
        ("bytes=2-4", 206, "bytes 2-4/10", "234"),
        ("bytes=7-", 206, "bytes 7-9/10", "789"),
        ("bytes=7-99", 206, "bytes 7-9/10", "789"),
        ("bytes=-3", 206, "bytes 7-9/10", "789"),
        ("bytes=-99", 206, "bytes 0-9/10", "0123456789"),
        ("bytes=10-", 416, "bytes */10", ""),
        ("bytes=-0", 416, "bytes */10", ""),
        ("bytes=4-2", 200, "", "0123456789"),
        ("bytes=0-1,4-5", 200, "", "0123456789"),
        ("lines=1-2", 200, "", "0123456789"),
        ("bytes=x-", 200, "", "0123456789"),
    ] {
        let answer = shelf.get("clip.mp4", &[("range", range)]).await;
        assert_eq!(answer.status, status, "{range}");
        assert_eq!(answer.header("content-range"), content_range, "{range}");
        assert_eq!(answer.bytes, body, "{range}");
    }
}

#[tokio::test]
async fn a_large_file_is_streamed_whole_and_in_parts() {
    let large: Vec<u8> = (0..1_000_003_u32).map(|n| (n % 251) as u8).collect();
    let shelf = Shelf::with(&[("film.mp4", &large)]).await;
    let whole = shelf.get("film.mp4", &[]).await;
    assert_eq!(whole.header("content-length"), "1000003");
    assert_eq!(whole.bytes, large);
    let part = shelf
        .get("film.mp4", &[("range", "bytes=500000-800000")])
        .await;
    assert_eq!(part.status, 206);
    assert_eq!(part.header("content-length"), "300001");
    assert_eq!(part.bytes, large.get(500_000..=800_000).expect("a part"));
}

#[tokio::test]
async fn conditions_spare_what_the_browser_has() {
    let shelf = Shelf::with(&[("clip.mp4", b"0123456789")]).await;
    let tag = shelf.get("clip.mp4", &[]).await.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() == 66, "{tag}");
    for known in [tag.as_str(), "*", &format!("\"other\", W/{tag}")] {
        let answer = shelf.get("clip.mp4", &[("if-none-match", known)]).await;
        assert_eq!(answer.status, 304, "{known}");
        assert_eq!(answer.header("etag"), tag);
        assert!(answer.bytes.is_empty());
    }
    let same = [("range", "bytes=0-1"), ("if-range", tag.as_str())];
    assert_eq!(shelf.get("clip.mp4", &same).await.status, 206);
    for stale in ["\"other\"", "Sun, 03 May 2026 12:00:00 GMT"] {
        let other = [("range", "bytes=0-1"), ("if-range", stale)];
        let answer = shelf.get("clip.mp4", &other).await;
        assert_eq!((answer.status.as_u16(), answer.bytes.len()), (200, 10));
    }
}

#[tokio::test]
async fn text_travels_compressed_where_that_is_welcome() {
    let script = "function next() { return 1; }\n".repeat(400);
    let shelf = Shelf::with(&[("app.js", script.as_bytes())]).await;
    let gzip = shelf
        .get("app.js", &[("accept-encoding", "br, gzip;q=0.8")])
        .await;
    assert_eq!(gzip.header("content-encoding"), "gzip");
    assert_eq!(gzip.header("vary"), "accept-encoding");
    assert!(gzip.bytes.len() < script.len() / 4);
    let again = shelf.get("app.js", &[("accept-encoding", "gzip")]).await;
    assert_eq!(again.bytes, gzip.bytes);
    for headers in [
        vec![],
        vec![("accept-encoding", "gzip;q=0")],
        vec![("accept-encoding", "gzip"), ("range", "bytes=0-")],
    ] {
        let plain = shelf.get("app.js", &headers).await;
        assert_eq!(plain.header("content-encoding"), "");
        assert_eq!(plain.bytes, script);
        assert_ne!(plain.header("etag"), gzip.header("etag"));
    }
}

#[tokio::test]
async fn a_file_is_found_in_every_spelling() {
    let shelf = Shelf::with(&[("Images/Été 1.PNG", b"png")]).await;
    for path in [
        "Images/Été 1.PNG",
        "images/été 1.png",
        "IMAGES/%C3%89t%C3%A9%201.png",
    ] {
        assert_eq!(shelf.get(path, &[]).await.bytes, "png", "{path}");
    }
}

#[tokio::test]
async fn a_package_cannot_install_a_service_worker() {
    let shelf = Shelf::with(&[("sw.js", b"onfetch = null")]).await;
    let answer = shelf.get("sw.js", &[("service-worker", "script")]).await;
    assert_eq!(answer.status, 403);
}
