//! Addresses: how `xml:base`, `href` and `parameters` become the one address that is opened. Pure
//! text; knows neither elements nor whether a file exists.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Serialize};

/// What opens when an item is launched.
///
/// # The launch address
///
/// CAM (`parameters` of `<item>`) appends text to text. Read to the letter it puts a query behind a
/// fragment, where no server or script finds it; here the three parts of an address are joined
/// each with its like. Where the standard's own result works, this one is the same.
///
/// | `href` | `parameters` | path | suffix |
/// |---|---|---|---|
/// | `a.html` | – | `a.html` | – |
/// | `a.html` | `x=1`, `?x=1`, `&x=1`, `?&x=1` | `a.html` | `?x=1` |
/// | `a.html?x=1` | `?y=2`, `y=2`, `&y=2` | `a.html` | `?x=1&y=2` |
/// | `a.html` | `#p2` | `a.html` | `#p2` |
/// | `a.html#p2` | `#p3` | `a.html` | `#p2`: the page's own place wins |
/// | `a.html#p2` | `?y=2` | `a.html` | `?y=2#p2` |
/// | `a b/é.html?x=1#p2` | `?y=2&z=#3` | `a b/é.html` | `?x=1&y=2&z=#p2` |
/// | `a%20b/%C3%A9.html` | – | `a b/é.html` | – |
/// | `./a/../b.html` | – | `b.html` | – |
/// | `a\b.html` | – | `a/b.html` | – (noted) |
/// | `/a.html` | – | `a.html` | – (noted; `xml:base` does not apply) |
/// | `../a.html` | – | `a.html` | – (warned) |
/// | `http://host/a?x=1` | `y=2` | external | `http://host/a?x=1&y=2` (warned) |
/// | `//host/a` | – | external | `https://host/a` (warned) |
/// | `javascript:…`, `file:…`, `C:\…` | – | none | (warned) |
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "in", rename_all = "lowercase")]
pub enum LaunchTarget {
    /// A file of the package.
    Package {
        /// Decoded, `/`-separated, relative to the manifest's folder.
        path: String,
        /// Query and fragment as they follow the path: empty, `?…`, `#…` or `?…#…`.
        suffix: String,
    },
    /// An address on another site.
    External { url: String },
    /// The item opens nothing.
    #[default]
    None,
}

/// What may not stand in a path segment as it is (RFC 3986 section 3.3); `/` separates segments.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The suffix arrives encoded by its author; only what no address can hold is encoded here.
const SUFFIX: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

impl LaunchTarget {
    /// The address to open: encoded and relative to the manifest's folder, or absolute.
    pub fn url(&self) -> Option<String> {
        match self {
            Self::Package { path, suffix } => Some(format!(
                "{}{}",
                utf8_percent_encode(path, PATH),
                utf8_percent_encode(suffix, SUFFIX)
            )),
            Self::External { url } => Some(utf8_percent_encode(url, SUFFIX).to_string()),
            Self::None => None,
        }
    }
}

/// A reference read against a base.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reference {
    Package {
        path: String,
        suffix: String,
        repair: Repair,
    },
    External {
        url: String,
    },
    /// A scheme that no browser window may be sent to.
    Unusable,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Repair {
    Nothing,
    Spelling,
    LeftThePackage,
}

/// Reads `href` against `base` (empty or ending in `/`).
pub(super) fn resolve(base: &str, href: &str) -> Reference {
    let href = without_line_breaks(href);
    let (written_path, suffix) = split_suffix(&href);
    let path = written_path.replace('\\', "/");
    if path.starts_with("//") {
        return Reference::External {
            url: format!("https:{path}{suffix}"),
        };
    }
    match scheme(&path) {
        Some("http" | "https") => {
            return Reference::External {
                url: format!("{path}{suffix}"),
            };
        }
        Some(_) => return Reference::Unusable,
        None => {}
    }
    let mut repair = if path == written_path {
        Repair::Nothing
    } else {
        Repair::Spelling
    };
    let joined = match path.strip_prefix('/') {
        Some(rooted) => {
            repair = Repair::Spelling;
            rooted.to_owned()
        }
        None if is_external(base) => {
            return Reference::External {
                url: format!("{base}{path}{suffix}"),
            };
        }
        None => format!("{base}{path}"),
    };
    let (path, left) = normalise(&joined);
    if left {
        repair = Repair::LeftThePackage;
    }
    Reference::Package {
        path: decode(&path),
        suffix: suffix.to_owned(),
        repair,
    }
}

/// Joins a further `xml:base` to the one above it. CAM wants a slash at its end; without
/// one it still means a folder, for no package uses a page as a base.
pub(super) fn join_base(above: &str, base: Option<&str>) -> String {
    let Some(base) = base
        .map(without_line_breaks)
        .filter(|base| !base.is_empty())
    else {
        return above.to_owned();
    };
    let base = base.replace('\\', "/");
    let (base, _) = split_suffix(&base);
    let joined = if is_external(base) {
        base.to_owned()
    } else if let Some(rooted) = base.strip_prefix('/') {
        rooted.to_owned()
    } else {
        format!("{above}{base}")
    };
    if joined.is_empty() || joined.ends_with('/') {
        joined
    } else {
        format!("{joined}/")
    }
}

/// Joins an item's `parameters` to the suffix of its resource: see [`LaunchTarget`].
pub(super) fn join_parameters(suffix: &str, parameters: &str) -> String {
    let parameters = without_line_breaks(parameters);
    let (query, fragment) = split_fragment(suffix);
    let (more, place) = split_fragment(parameters.trim_start_matches(['?', '&']));
    let query = match (query, more) {
        (query, "") => query.to_owned(),
        ("", more) => format!("?{more}"),
        (query, more) if query.ends_with(['?', '&']) => format!("{query}{more}"),
        (query, more) => format!("{query}&{more}"),
    };
    let fragment = if fragment.is_empty() { place } else { fragment };
    format!("{query}{fragment}")
}

/// Applies `parameters` to a target.
pub(super) fn with_parameters(target: LaunchTarget, parameters: Option<&str>) -> LaunchTarget {
    let Some(parameters) = parameters else {
        return target;
    };
    match target {
        LaunchTarget::Package { path, suffix } => LaunchTarget::Package {
            path,
            suffix: join_parameters(&suffix, parameters),
        },
        LaunchTarget::External { url } => {
            let (page, suffix) = split_suffix(&url);
            LaunchTarget::External {
                url: format!("{page}{}", join_parameters(suffix, parameters)),
            }
        }
        LaunchTarget::None => LaunchTarget::None,
    }
}

fn is_external(base: &str) -> bool {
    matches!(scheme(base), Some("http" | "https")) || base.starts_with("//")
}

fn without_line_breaks(text: &str) -> String {
    text.trim().replace(['\n', '\r', '\t'], "")
}

/// Splits before the first `?` or `#`.
fn split_suffix(href: &str) -> (&str, &str) {
    href.split_at(href.find(['?', '#']).unwrap_or(href.len()))
}

fn split_fragment(suffix: &str) -> (&str, &str) {
    suffix.split_at(suffix.find('#').unwrap_or(suffix.len()))
}

/// The scheme before the first colon (RFC 3986 section 3.1), lower case where it matters. A drive
/// letter counts as one, so that `C:/x` is recognised as no address.
fn scheme(path: &str) -> Option<&str> {
    let (name, _) = path.split_once(':')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    if !is_name {
        return None;
    }
    ["http", "https"]
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(name))
        .or(Some(name))
}

/// Removes `.` and `..` segments and doubled slashes; says whether `..` went above the root.
fn normalise(path: &str) -> (String, bool) {
    let mut kept: Vec<&str> = Vec::new();
    let mut left = false;
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => left |= kept.pop().is_none(),
            name => kept.push(name),
        }
    }
    (kept.join("/"), left)
}

/// Decodes each segment by itself, so that an encoded slash or `..` stays inert text.
fn decode(path: &str) -> String {
    let segments: Vec<String> = path
        .split('/')
        .map(|segment| {
            let decoded = percent_decode_str(segment).decode_utf8();
            decoded
                .ok()
                .filter(|name| !name.contains(['/', '\\', '\0']) && !matches!(&**name, "." | ".."))
                .map_or_else(|| segment.to_owned(), std::borrow::Cow::into_owned)
        })
        .collect();
    segments.join("/")
}
