//! The name of a file inside a package: checked once, safe ever after. Touches no file system.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::limits::Limits;
use crate::refusal::{NameFault, Refusal};

/// A relative, `/`-separated path without `.`, `..`, empty segments, control characters or device
/// names. It never names a place outside the package, on any operating system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PackagePath(String);

impl PackagePath {
    /// Checks a name as found in an archive. Backslashes become slashes (Windows tools write
    /// them), `.` and empty segments go, and everything dangerous is refused by name.
    pub fn parse(name: &str, limits: &Limits) -> Result<Self, Refusal> {
        let shown = || shorten(name);
        if name.len() > limits.max_path_bytes {
            return Err(Refusal::NameTooLong { name: shown() });
        }
        if name.chars().any(char::is_control) {
            return Err(Refusal::ForbiddenName {
                name: shown(),
                fault: NameFault::ControlCharacter,
            });
        }
        let name = name.replace('\\', "/");
        let drive = name.as_bytes().get(1) == Some(&b':')
            && name.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        if name.starts_with('/') || drive {
            return Err(Refusal::AbsolutePath { name: shown() });
        }
        let segments: Vec<&str> = name
            .split('/')
            .filter(|s| !s.is_empty() && *s != ".")
            .collect();
        if segments.len() > limits.max_path_depth {
            return Err(Refusal::NameTooLong { name: shown() });
        }
        for segment in &segments {
            check_segment(segment, &shown)?;
        }
        Ok(Self(segments.join("/")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last segment.
    pub fn file_name(&self) -> &str {
        self.0
            .rsplit_once('/')
            .map_or(self.as_str(), |(_, name)| name)
    }

    /// The folder, without a final slash; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// How many folders lie above the file.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }

    /// The path relative to `folder`, if it lies inside; `folder` is empty for the root.
    pub fn strip_folder(&self, folder: &str) -> Option<Self> {
        if folder.is_empty() {
            return Some(self.clone());
        }
        let rest = self.0.strip_prefix(folder)?.strip_prefix('/')?;
        Some(Self(rest.to_owned()))
    }
}

impl std::fmt::Display for PackagePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The form under which two spellings of one name meet: NFC, case folded.
pub(crate) fn fold(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.nfc().flat_map(char::to_lowercase).nfc().collect()
}

fn check_segment(segment: &str, shown: &dyn Fn() -> String) -> Result<(), Refusal> {
    // Windows drops trailing dots and spaces, so ".. " and "..." climb as well as ".." does.
    let trimmed = segment.trim_end_matches(['.', ' ']);
    if trimmed.is_empty() && segment.starts_with('.') {
        return Err(Refusal::PathOutsidePackage { name: shown() });
    }
    if segment.contains(':') {
        return Err(Refusal::ForbiddenName {
            name: shown(),
            fault: NameFault::Colon,
        });
    }
    if is_device_name(trimmed) {
        return Err(Refusal::ForbiddenName {
            name: shown(),
            fault: NameFault::Device,
        });
    }
    Ok(())
}

fn is_device_name(segment: &str) -> bool {
    let stem = segment
        .split_once('.')
        .map_or(segment, |(stem, _)| stem)
        .trim_end();
    let stem = stem.to_ascii_lowercase();
    if matches!(
        stem.as_str(),
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$"
    ) {
        return true;
    }
    stem.strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"))
        .is_some_and(|digit| {
            matches!(
                digit,
                "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
}

/// The start of a name, printable, for a message.
pub(crate) fn shorten(name: &str) -> String {
    name.chars()
        .take(120)
        .map(|c| if c.is_control() { '�' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(name: &str) -> Result<String, Refusal> {
        PackagePath::parse(name, &Limits::default()).map(|path| path.to_string())
    }

    #[test]
    fn ordinary_names_pass_and_are_tidied() {
        for (name, expected) in [
            ("index.html", "index.html"),
            ("a\\b\\c.js", "a/b/c.js"),
            ("./a//b/./c", "a/b/c"),
            ("الدرس/صفحة 1.html", "الدرس/صفحة 1.html"),
            ("..foo/bar..js", "..foo/bar..js"),
            ("console.js", "console.js"),
            ("com10/auxiliary.js", "com10/auxiliary.js"),
        ] {
            assert_eq!(parse(name).unwrap(), expected, "{name}");
        }
    }

    #[test]
    fn names_that_leave_the_package_are_refused() {
        for name in [
            "../x",
            "a/../../x",
            "..\\x",
            "a/..",
            "... /x",
            ".. /x",
            "a/.../b",
        ] {
            assert!(
                matches!(parse(name), Err(Refusal::PathOutsidePackage { .. })),
                "{name}"
            );
        }
        for name in [
            "/etc/passwd",
            "\\\\server\\share\\x",
            "C:\\x",
            "c:/x",
            "c:x",
        ] {
            assert!(
                matches!(parse(name), Err(Refusal::AbsolutePath { .. })),
                "{name}"
            );
        }
    }

    #[test]
    fn device_names_control_characters_and_streams_are_refused() {
        for name in [
            "CON",
            "a/nul.txt",
            "Aux.html",
            "lpt1",
            "com¹.js",
            "a\0b",
            "x\n",
            "file:stream",
        ] {
            assert!(
                matches!(parse(name), Err(Refusal::ForbiddenName { .. })),
                "{name:?}"
            );
        }
    }

    #[test]
    fn endless_names_are_refused() {
        assert!(matches!(
            parse(&"n".repeat(4096)),
            Err(Refusal::NameTooLong { .. })
        ));
        assert!(matches!(
            parse(&"a/".repeat(100)),
            Err(Refusal::NameTooLong { .. })
        ));
    }

    #[test]
    fn folding_joins_case_and_unicode_forms() {
        assert_eq!(
            fold("Images/E\u{301}t\u{e9}.PNG"),
            fold("images/\u{c9}te\u{301}.png")
        );
    }
}
