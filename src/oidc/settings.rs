//! What an operator says of a provider, checked when the service starts.

use std::fmt;

use anyhow::Context as _;
use serde::Deserialize;
use url::Url;

use super::fetch::is_safe;

/// A provider whose settings hold.
#[derive(Debug, Clone)]
pub struct ProviderSettings {
    /// In addresses: the provider knows it from the redirect address.
    pub id: String,
    pub name: String,
    /// As the provider spells it: compared letter for letter.
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Secret,
}

/// A text that no log shows.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A table `[[oidc]]` of `clikc.toml`, or the variables `CLIKC_OIDC_…`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProviderFile {
    pub id: Option<String>,
    pub name: Option<String>,
    pub issuer: Option<String>,
    pub client_id: Option<String>,
    pub client_secret: Option<String>,
    pub client_secret_file: Option<String>,
}

impl fmt::Debug for ProviderFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProviderFile")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// Of all that were written, in their order.
pub fn read_settings(files: Vec<ProviderFile>) -> anyhow::Result<Vec<ProviderSettings>> {
    let mut read: Vec<ProviderSettings> = Vec::new();
    for file in files {
        let settings = file.parse()?;
        let twin = read
            .iter()
            .find(|other| other.id == settings.id || other.issuer == settings.issuer);
        if let Some(twin) = twin {
            anyhow::bail!(
                "the identity providers {} and {} have the same id or issuer: give each its own",
                twin.id,
                settings.id
            );
        }
        read.push(settings);
    }
    Ok(read)
}

impl ProviderFile {
    fn parse(self) -> anyhow::Result<ProviderSettings> {
        let id = self.id.unwrap_or_default();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        anyhow::ensure!(
            (1..=40).contains(&id.len()) && id.chars().all(is_plain),
            "the id of an identity provider ({id}) must be 1 to 40 small letters, digits and hyphens, since it is part of an address"
        );
        let given = |value: Option<String>, what: &str| {
            value
                .filter(|text| !text.trim().is_empty())
                .with_context(|| format!("the identity provider {id} has no {what}: add it"))
        };
        let issuer = given(self.issuer, "issuer")?;
        check_issuer(&id, &issuer)?;
        Ok(ProviderSettings {
            client_id: given(self.client_id, "client_id")?,
            client_secret: secret(&id, self.client_secret, self.client_secret_file)?,
            name: self
                .name
                .map(|name| crate::web::one_line(&name))
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| id.clone()),
            issuer,
            id,
        })
    }
}

fn check_issuer(id: &str, issuer: &str) -> anyhow::Result<()> {
    let url = Url::parse(issuer).with_context(|| {
        format!("the issuer of the identity provider {id} is not a URL: {issuer}")
    })?;
    anyhow::ensure!(
        is_safe(&url),
        "the issuer of the identity provider {id} must begin with https: {issuer}"
    );
    anyhow::ensure!(
        url.query().is_none() && url.fragment().is_none() && url.username().is_empty(),
        "the issuer of the identity provider {id} must have no ?, # or @: {issuer}"
    );
    Ok(())
}

fn secret(id: &str, written: Option<String>, file: Option<String>) -> anyhow::Result<Secret> {
    let text = match (written, file) {
        (Some(text), None) => text,
        (None, Some(path)) => std::fs::read_to_string(&path)
            .with_context(|| {
                format!(
                    "the client_secret_file of the identity provider {id} cannot be read: {path}"
                )
            })?
            .trim()
            .to_owned(),
        (Some(_), Some(_)) => anyhow::bail!(
            "the identity provider {id} has a client_secret and a client_secret_file: give one of them"
        ),
        (None, None) => {
            anyhow::bail!(
                "the identity provider {id} has no client_secret or client_secret_file: add one"
            )
        }
    };
    anyhow::ensure!(
        !text.is_empty(),
        "the client secret of the identity provider {id} is empty"
    );
    Ok(Secret(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(id: &str, issuer: &str) -> ProviderFile {
        ProviderFile {
            id: Some(id.to_owned()),
            issuer: Some(issuer.to_owned()),
            client_id: Some("clikc".to_owned()),
            client_secret: Some("very secret".to_owned()),
            ..ProviderFile::default()
        }
    }

    #[test]
    fn settings_are_read_and_no_log_shows_the_secret() {
        let read = read_settings(vec![file("customs", "https://id.example/realms/customs")]);
        let read = read.expect("settings");
        assert_eq!(read[0].name, "customs");
        assert_eq!(read[0].client_secret.reveal(), "very secret");
        assert!(!format!("{read:?}{:?}", file("a", "b")).contains("very secret"));
    }

    #[test]
    fn a_secret_may_stand_in_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("secret");
        std::fs::write(&path, "from a file\n").expect("written");
        let by_file = |path: Option<String>| ProviderFile {
            client_secret: None,
            client_secret_file: path,
            ..file("customs", "https://id.example")
        };
        let read = by_file(Some(path.display().to_string()))
            .parse()
            .expect("settings");
        assert_eq!(read.client_secret.reveal(), "from a file");
        for wrong in [None, Some("/nowhere".to_owned())] {
            let told = by_file(wrong).parse().expect_err("a refusal").to_string();
            assert!(told.contains("client_secret_file"), "{told}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_in_a_sentence() {
        let good = || file("customs", "https://id.example");
        for (files, words) in [
            (vec![file("", "https://id.example")], "must be 1 to 40"),
            (vec![file("Customs 1", "https://id.example")], "(Customs 1)"),
            (vec![file("customs", "id.example")], "is not a URL"),
            (
                vec![file("customs", "http://id.example")],
                "must begin with https",
            ),
            (
                vec![file("customs", "https://id.example?a=b")],
                "must have no ?",
            ),
            (vec![good(), good()], "same id or issuer"),
            (
                vec![ProviderFile {
                    client_id: None,
                    ..good()
                }],
                "has no client_id",
            ),
            (
                vec![ProviderFile {
                    client_secret_file: Some("x".to_owned()),
                    ..good()
                }],
                "give one of them",
            ),
        ] {
            let told = read_settings(files).expect_err("a refusal").to_string();
            assert!(told.contains(words), "{told}");
            assert!(!told.contains("very secret"), "{told}");
        }
    }
}
