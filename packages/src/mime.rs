//! What a package file is, judged by its name. Knows nothing of HTTP, and never guesses by content:
//! a file is what its package says, and what could run on a server is inert text.

/// The media type a file is served with.
pub fn of(path: &str) -> &'static str {
    let Some((_, extension)) = path.rsplit_once('.') else {
        return OCTETS;
    };
    let extension = extension.to_ascii_lowercase();
    TYPES
        .binary_search_by_key(&extension.as_str(), |(known, _)| known)
        .ok()
        .and_then(|index| TYPES.get(index))
        .map_or(OCTETS, |(_, mime)| mime)
}

/// Whether a type is text that shrinks when compressed. Media, fonts and archives are packed already.
pub fn is_compressible(mime: &str) -> bool {
    mime.starts_with("text/")
        || mime.ends_with("+xml")
        || mime.ends_with("+json")
        || matches!(
            mime,
            "application/json"
                | "application/wasm"
                | "font/ttf"
                | "font/otf"
                | "image/bmp"
                | "application/vnd.ms-fontobject"
                | "application/xml-dtd"
        )
}

const OCTETS: &str = "application/octet-stream";
/// Scripts of servers: shown as text at most, never run, never rendered.
const INERT: &str = "text/plain";
/// Pages carry no charset: half of the old packages are Latin-1 or windows-1256 and say so in a
/// `<meta>`, which a charset in the header would overrule.
const HTML: &str = "text/html";

/// Sorted by extension.
const TYPES: &[(&str, &str)] = &[
    ("3gp", "video/3gpp"),
    ("aac", "audio/aac"),
    ("asp", INERT),
    ("aspx", INERT),
    ("atlas", "text/plain"),
    ("avi", "video/x-msvideo"),
    ("avif", "image/avif"),
    ("bmp", "image/bmp"),
    ("cgi", INERT),
    ("cjs", "text/javascript"),
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("doc", "application/msword"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("dtd", "application/xml-dtd"),
    ("eot", "application/vnd.ms-fontobject"),
    ("epub", "application/epub+zip"),
    ("flac", "audio/flac"),
    ("flv", "video/x-flv"),
    ("fnt", "text/xml"),
    ("gif", "image/gif"),
    ("glb", "model/gltf-binary"),
    ("gltf", "model/gltf+json"),
    ("htaccess", INERT),
    ("htm", HTML),
    ("html", HTML),
    ("ico", "image/x-icon"),
    ("ini", "text/plain"),
    ("jar", "application/java-archive"),
    ("jpe", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("jsp", INERT),
    ("less", "text/css"),
    ("lottie", "application/json"),
    ("m3u8", "application/vnd.apple.mpegurl"),
    ("m4a", "audio/mp4"),
    ("m4v", "video/mp4"),
    ("map", "application/json"),
    ("md", "text/plain"),
    ("mid", "audio/midi"),
    ("mjs", "text/javascript"),
    ("mov", "video/quicktime"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("mpeg", "video/mpeg"),
    ("mpg", "video/mpeg"),
    ("oga", "audio/ogg"),
    ("ogg", "audio/ogg"),
    ("ogv", "video/ogg"),
    ("opus", "audio/ogg"),
    ("otf", "font/otf"),
    ("pdf", "application/pdf"),
    ("php", INERT),
    ("phtml", INERT),
    ("pl", INERT),
    ("png", "image/png"),
    ("ppt", "application/vnd.ms-powerpoint"),
    (
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    ("properties", "text/plain"),
    ("py", INERT),
    ("rb", INERT),
    ("rtf", "application/rtf"),
    ("sh", INERT),
    ("shtml", HTML),
    ("srt", "text/plain"),
    ("svg", "image/svg+xml"),
    ("swf", "application/x-shockwave-flash"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("ts", "video/mp2t"),
    ("ttf", "font/ttf"),
    ("txt", "text/plain"),
    ("vtt", "text/vtt"),
    ("wasm", "application/wasm"),
    ("wav", "audio/wav"),
    ("weba", "audio/webm"),
    ("webm", "video/webm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("wmv", "video/x-ms-wmv"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("xhtml", "application/xhtml+xml"),
    ("xls", "application/vnd.ms-excel"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("xml", "text/xml"),
    ("xsd", "text/xml"),
    ("xsl", "text/xml"),
    ("xslt", "text/xml"),
    ("zip", "application/zip"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_so_that_every_row_is_found() {
        assert!(TYPES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn pages_media_and_fonts_have_their_types() {
        for (path, expected) in [
            ("a/Index.HTM", "text/html"),
            ("v.mp4", "video/mp4"),
            ("a.m4a", "audio/mp4"),
            ("s.mp3", "audio/mpeg"),
            ("c.vtt", "text/vtt"),
            ("m.wasm", "application/wasm"),
            ("f.woff2", "font/woff2"),
            ("i.svg", "image/svg+xml"),
            ("m.mjs", "text/javascript"),
            ("flash.swf", "application/x-shockwave-flash"),
            ("run.php", "text/plain"),
            (".htaccess", "text/plain"),
            ("LICENSE", "application/octet-stream"),
            ("data.unknown", "application/octet-stream"),
        ] {
            assert_eq!(of(path), expected, "{path}");
        }
    }

    #[test]
    fn only_what_shrinks_is_compressed() {
        assert!(is_compressible(of("a.js")) && is_compressible(of("a.svg")));
        assert!(is_compressible(of("a.json")) && is_compressible(of("a.ttf")));
        assert!(!is_compressible(of("a.mp4")) && !is_compressible(of("a.woff2")));
    }
}
