//! Every dependency's licence and source against `deny.toml`, from what cargo knows offline.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// The part of cargo-deny's settings that this check honours.
#[derive(Deserialize)]
struct Policy {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Absent for the packages of this repository.
    source: Option<String>,
}

/// One sentence for each dependency of the manifest's workspace that the policy refuses.
pub(crate) fn objections(root: &Path, manifest: &str) -> Result<Vec<String>> {
    let policy =
        std::fs::read_to_string(root.join("deny.toml")).context("cannot read deny.toml")?;
    let policy: Policy = toml::from_str(&policy).context("deny.toml is not as expected")?;
    let metadata = cargo(root, manifest, &["metadata", "--format-version=1"])?;
    let metadata: Metadata = serde_json::from_str(&metadata)?;
    let built = packages_built(root, manifest)?;
    Ok(metadata
        .packages
        .iter()
        .filter(|package| built.contains(&package.to_string()))
        .filter_map(|package| policy.objection(package))
        .collect())
}

/// The metadata lists every package of the lock file; only the tree honours features, and so
/// leaves out what no build contains. Entries read `serde v1.0.0`.
fn packages_built(root: &Path, manifest: &str) -> Result<BTreeSet<String>> {
    let arguments = ["tree", "--workspace", "--prefix=none", "--format={p}"];
    let tree = cargo(root, manifest, &arguments)?;
    Ok(tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some(format!("{} {}", words.next()?, words.next()?))
        })
        .collect())
}

fn cargo(root: &Path, manifest: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new("cargo")
        .args(arguments)
        .arg("--locked")
        .arg("--manifest-path")
        .arg(root.join(manifest))
        .output()?;
    ensure!(
        output.status.success(),
        "cargo could not read {manifest}: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    Ok(String::from_utf8(output.stdout)?)
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} v{}", self.name, self.version)
    }
}

impl Policy {
    fn objection(&self, package: &Package) -> Option<String> {
        let source = package.source.as_deref()?;
        if self
            .bans
            .deny
            .iter()
            .any(|banned| banned.name == package.name)
        {
            return Some(format!("{package} is banned by deny.toml"));
        }
        let known = source.strip_prefix("registry+").is_some_and(|url| {
            self.sources
                .allow_registry
                .iter()
                .any(|allowed| allowed == url)
        });
        if !known {
            return Some(format!("{package} comes from an unknown source: {source}"));
        }
        match &package.license {
            None => Some(format!("{package} names no licence")),
            Some(licence) if !allows(&self.licenses.allow, licence) => Some(format!(
                "{package} has a licence deny.toml does not allow: {licence}"
            )),
            Some(_) => None,
        }
    }
}

/// Whether an SPDX expression can be met with the allowed licences alone.
fn allows(allowed: &[String], expression: &str) -> bool {
    // `MIT/Apache-2.0` is how crates wrote OR before SPDX.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = Words {
        words: spaced.split_whitespace().collect(),
        allowed,
    };
    words.words.reverse();
    words.alternatives()
}

/// The words still to be read, the next one last.
struct Words<'a> {
    words: Vec<&'a str>,
    allowed: &'a [String],
}

impl Words<'_> {
    fn take(&mut self, word: &str) -> bool {
        let next = self.words.last() == Some(&word);
        if next {
            self.words.pop();
        }
        next
    }

    fn alternatives(&mut self) -> bool {
        let mut met = self.conjunction();
        while self.take("OR") {
            met |= self.conjunction();
        }
        met
    }

    fn conjunction(&mut self) -> bool {
        let mut met = self.licence();
        while self.take("AND") {
            met &= self.licence();
        }
        met
    }

    fn licence(&mut self) -> bool {
        if self.take("(") {
            let met = self.alternatives();
            return self.take(")") && met;
        }
        let Some(mut name) = self.words.pop().map(String::from) else {
            return false;
        };
        if self.take("WITH") {
            name = format!("{name} WITH {}", self.words.pop().unwrap_or_default());
        }
        self.allowed.contains(&name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expression: &str, expect: bool) {
        let allowed = [
            "MIT",
            "NCSA",
            "Apache-2.0",
            "Apache-2.0 WITH LLVM-exception",
        ];
        let allowed = allowed.map(String::from);
        assert_eq!(allows(&allowed, expression), expect, "{expression}");
    }

    #[test]
    fn expressions_are_met_by_allowed_licences_alone() {
        check("MIT", true);
        check("GPL-3.0", false);
        check("MIT/GPL-3.0", true);
        check("GPL-3.0 OR MIT", true);
        check("MIT AND GPL-3.0", false);
        check("(MIT OR GPL-3.0) AND NCSA", true);
        check("(MIT OR Apache-2.0) AND OFL-1.1", false);
        check("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true);
        check("Apache-2.0 WITH other-exception", false);
        check("", false);
    }

    #[test]
    fn banned_foreign_and_unlicensed_packages_are_refused() {
        let policy: Policy = toml::from_str(
            "licenses.allow = ['MIT']\nbans.deny = [{ name = 'ring' }]\n\
             sources.allow-registry = ['https://index']",
        )
        .unwrap();
        let check = |name: &str, license: Option<&str>, source: Option<&str>| {
            let package = Package {
                name: name.to_owned(),
                version: "1.0.0".to_owned(),
                license: license.map(str::to_owned),
                source: source.map(str::to_owned),
            };
            policy.objection(&package).is_some()
        };
        let index = Some("registry+https://index");
        assert!(!check("serde", Some("MIT"), index));
        assert!(!check("ours", None, None));
        assert!(check("ring", Some("MIT"), index));
        assert!(check("serde", Some("MIT"), Some("git+https://elsewhere")));
        assert!(check("serde", None, index));
        assert!(check("serde", Some("GPL-3.0"), index));
    }
}
