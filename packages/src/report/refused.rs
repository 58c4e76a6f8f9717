//! A refusal as a report line, so that it is translated and shown as any other line is.

use super::{ReportLine, Severity};
use crate::refusal::{NoManifestHint, Refusal};

impl From<&Refusal> for ReportLine {
    fn from(refusal: &Refusal) -> Self {
        let (code, args) = parts(refusal);
        Self {
            severity: Severity::Block,
            code: code.to_owned(),
            args: args
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            text: refusal.to_string(),
        }
    }
}

type Args = Vec<(&'static str, String)>;

fn parts(refusal: &Refusal) -> (&'static str, Args) {
    let name = |name: &String| ("name", name.clone());
    let found =
        |found: &u64, limit: &u64| vec![("found", found.to_string()), ("limit", limit.to_string())];
    match refusal {
        Refusal::NotAZip { .. } => ("refused-not-a-zip", Vec::new()),
        Refusal::Empty => ("refused-empty", Vec::new()),
        Refusal::TooManyEntries { found: n, limit } => ("refused-too-many-files", found(n, limit)),
        Refusal::DirectoryTooLarge => ("refused-directory-too-large", Vec::new()),
        Refusal::PathOutsidePackage { name: n } => ("refused-path-outside", vec![name(n)]),
        Refusal::AbsolutePath { name: n } => ("refused-absolute-path", vec![name(n)]),
        Refusal::ForbiddenName { name: n, fault } => (
            "refused-forbidden-name",
            vec![name(n), ("fault", fault.code().to_owned())],
        ),
        Refusal::NameTooLong { name: n } => ("refused-name-too-long", vec![name(n)]),
        Refusal::NotARegularFile { name: n } => ("refused-not-a-file", vec![name(n)]),
        Refusal::Encrypted { name: n } => ("refused-encrypted", vec![name(n)]),
        Refusal::UnsupportedMethod { name: n, method } => (
            "refused-compression",
            vec![name(n), ("method", method.clone())],
        ),
        Refusal::OverlappingEntries => ("refused-overlapping", Vec::new()),
        Refusal::TooLarge { found: n, limit } => ("refused-too-large", found(n, limit)),
        Refusal::FileTooLarge {
            name: path,
            found: n,
            limit,
        } => {
            let mut args = found(n, limit);
            args.push(name(path));
            ("refused-file-too-large", args)
        }
        Refusal::Bomb { ratio } => ("refused-bomb", vec![("ratio", ratio.to_string())]),
        Refusal::Damaged { name: n } => ("refused-damaged", vec![name(n)]),
        Refusal::NoManifest { hint } => ("refused-no-manifest", no_manifest(hint)),
        Refusal::SeveralPackages { first, second } => (
            "refused-several-packages",
            vec![("first", first.clone()), ("second", second.clone())],
        ),
        Refusal::Manifest(reason) => ("refused-manifest", vec![("reason", reason.to_string())]),
        Refusal::NothingToLaunch {
            first,
            candidate: Some(candidate),
        } => (
            "refused-page-renamed",
            vec![("file", first.clone()), ("candidate", candidate.clone())],
        ),
        Refusal::NothingToLaunch { first, .. } => {
            ("refused-nothing-to-launch", vec![("file", first.clone())])
        }
        Refusal::NoLaunchablePage => ("refused-no-page", Vec::new()),
        Refusal::Server(_) => ("refused-server", Vec::new()),
    }
}

fn no_manifest(hint: &NoManifestHint) -> Args {
    let (hint, name) = match hint {
        NoManifestHint::NestedZip(name) => ("nested-zip", name.as_str()),
        NoManifestHint::WebPublication(tool) => ("web-publication", *tool),
        NoManifestHint::OtherStandard(standard) => ("other-standard", *standard),
        NoManifestHint::TooDeep(path) => ("too-deep", path.as_str()),
        NoManifestHint::Unknown => ("unknown", ""),
    };
    vec![("hint", hint.to_owned()), ("name", name.to_owned())]
}
