//! What an operator may set: environment over `clikc.toml` over defaults.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::Deserialize;
use url::Url;

use crate::ids::ActivityId;
use crate::oidc::{ProviderFile, ProviderSettings, read_settings};

#[derive(Debug, Clone)]
pub struct Config {
    pub listen: SocketAddr,
    /// Where people go. Its cookies never reach the content origin.
    pub site_url: Url,
    /// Where packages and the player live. A host `*.play.example.org` gives each activity a host of its own, so
    /// that no package finds in the browser's storage what another left there.
    pub content_url: Url,
    pub database_url: String,
    pub data_dir: PathBuf,
    /// None: mails are kept and shown on a page.
    pub smtp_url: Option<String>,
    pub mail_from: String,
    pub site_name: String,
    pub demo: bool,
    /// Required to run with one origin for both, which lets a package act as its learner.
    pub allow_same_origin: bool,
    pub upload_limit_bytes: u64,
    pub log_json: bool,
    /// A proxy of ours stands before every connection and says in `X-Forwarded-For` who asked.
    pub behind_proxy: bool,
    /// Identity providers by which people may log in.
    pub oidc: Vec<ProviderSettings>,
}

/// The file and the environment use the same names; `CLIKC_LISTEN` is `listen` in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<String>,
    site_url: Option<String>,
    content_url: Option<String>,
    database_url: Option<String>,
    data_dir: Option<String>,
    store_url: Option<String>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    site_name: Option<String>,
    demo: Option<String>,
    allow_same_origin: Option<String>,
    upload_limit_bytes: Option<String>,
    log_json: Option<String>,
    behind_proxy: Option<String>,
    #[serde(default)]
    oidc: Vec<ProviderFile>,
}

impl Config {
    /// Reads `clikc.toml` in the working directory if there is one, then the environment.
    pub fn load() -> anyhow::Result<Self> {
        let file = match std::fs::read_to_string("clikc.toml") {
            Ok(text) => toml::from_str(&text).context("clikc.toml cannot be read")?,
            Err(_) => File::default(),
        };
        Self::from_lookup(file, |name| std::env::var(name).ok())
    }

    fn from_lookup(file: File, env: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let pick = |name: &str, from_file: Option<String>| {
            env(name).filter(|value| !value.is_empty()).or(from_file)
        };
        let flag = |name: &str, from_file: Option<String>| {
            pick(name, from_file)
                .is_some_and(|value| matches!(value.as_str(), "1" | "true" | "yes"))
        };
        let listen: SocketAddr = pick("CLIKC_LISTEN", file.listen)
            .unwrap_or_else(|| "127.0.0.1:8080".to_owned())
            .parse()
            .context("CLIKC_LISTEN must be an address and a port, as in 127.0.0.1:8080")?;
        let port = listen.port();
        let data_dir = PathBuf::from(
            pick("CLIKC_DATA_DIR", file.data_dir).unwrap_or_else(|| "data".to_owned()),
        );
        let site_url = pick("CLIKC_SITE_URL", file.site_url)
            .unwrap_or_else(|| format!("http://localhost:{port}"));
        let content_url = pick("CLIKC_CONTENT_URL", file.content_url)
            .unwrap_or_else(|| format!("http://127.0.0.1:{port}"));
        let database_url = pick("CLIKC_DATABASE_URL", file.database_url)
            .unwrap_or_else(|| format!("sqlite://{}", data_dir.join("clikc.db").display()));
        let scheme = database_url.split(':').next().unwrap_or_default();
        // The rest may hold a password: it is not repeated.
        anyhow::ensure!(
            matches!(scheme, "sqlite" | "postgres" | "postgresql"),
            "CLIKC_DATABASE_URL begins with {scheme}: give sqlite://<file> or postgres://<user>@<host>/<database>"
        );
        let store_url = pick("CLIKC_STORE_URL", file.store_url);
        if let Some(store) = &store_url {
            anyhow::ensure!(
                store.starts_with("file:"),
                "CLIKC_STORE_URL is {store}: only file: stores are supported so far"
            );
        }
        let config = Self {
            listen,
            site_url: origin("CLIKC_SITE_URL", &site_url)?,
            content_url: origin("CLIKC_CONTENT_URL", &content_url)?,
            database_url,
            data_dir: store_url
                .as_deref()
                .and_then(|url| url.strip_prefix("file:"))
                .map_or(data_dir, |path| {
                    PathBuf::from(path.trim_start_matches("//"))
                }),
            smtp_url: pick("CLIKC_SMTP_URL", file.smtp_url),
            mail_from: pick("CLIKC_MAIL_FROM", file.mail_from)
                .unwrap_or_else(|| "CLiKC <no-reply@localhost>".to_owned()),
            site_name: pick("CLIKC_SITE_NAME", file.site_name)
                .unwrap_or_else(|| "CLiKC".to_owned()),
            demo: flag("CLIKC_DEMO", file.demo),
            allow_same_origin: flag("CLIKC_ALLOW_SAME_ORIGIN", file.allow_same_origin),
            upload_limit_bytes: pick("CLIKC_UPLOAD_LIMIT_BYTES", file.upload_limit_bytes)
                .map(|text| text.parse())
                .transpose()
                .context("CLIKC_UPLOAD_LIMIT_BYTES must be a number of bytes")?
                .unwrap_or(2_000_000_000),
            log_json: flag("CLIKC_LOG_JSON", file.log_json),
            behind_proxy: flag("CLIKC_BEHIND_PROXY", file.behind_proxy),
            oidc: read_settings(providers(file.oidc, &env))?,
        };
        anyhow::ensure!(
            config.allow_same_origin || !config.is_same_origin(),
            "CLIKC_SITE_URL and CLIKC_CONTENT_URL name the same host. Packages would run with their \
             learner's rights on the site. Give packages a host of their own, or set \
             CLIKC_ALLOW_SAME_ORIGIN=1 to accept that."
        );
        Ok(config)
    }

    /// Cookies are compared by host, so two ports of one host are not apart.
    pub fn is_same_origin(&self) -> bool {
        let site = self.site_url.host_str().unwrap_or_default();
        fits(self.content_url.host_str().unwrap_or_default(), site)
    }

    /// Whether a request to this host and port is for the content origin.
    pub fn is_content_authority(&self, authority: &str) -> bool {
        fits(self.content_url.authority(), authority)
    }

    pub fn is_tls(&self) -> bool {
        self.site_url.scheme() == "https"
    }

    /// `http://localhost:8080`, as browsers spell origins.
    pub fn site_origin(&self) -> String {
        self.site_url.origin().ascii_serialization()
    }

    /// With `*` in it where each activity has a host of its own.
    pub fn content_origin(&self) -> String {
        self.content_url.origin().ascii_serialization()
    }

    /// The origin on which this activity plays.
    pub fn content_origin_of(&self, activity: ActivityId) -> String {
        self.content_origin()
            .replacen('*', &format!("a{activity}"), 1)
    }

    pub fn uploads_dir(&self) -> PathBuf {
        self.data_dir.join("uploads")
    }

    pub fn store_dir(&self) -> PathBuf {
        self.data_dir.join("store")
    }

    /// A configuration for tests: everything under one folder, made-up origins.
    pub fn for_tests(dir: &Path, database_url: String) -> anyhow::Result<Self> {
        let settings = [
            ("CLIKC_SITE_URL", "http://site.test".to_owned()),
            ("CLIKC_CONTENT_URL", "http://content.test".to_owned()),
            ("CLIKC_DATA_DIR", dir.display().to_string()),
            ("CLIKC_DATABASE_URL", database_url),
            ("CLIKC_DEMO", "1".to_owned()),
        ];
        Self::from_lookup(File::default(), |name| {
            settings
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.clone())
        })
    }
}

/// Those of the file, and the one that the environment may add.
fn providers(
    mut written: Vec<ProviderFile>,
    env: impl Fn(&str) -> Option<String>,
) -> Vec<ProviderFile> {
    let named = |name: &str| env(name).filter(|value| !value.is_empty());
    let added = ProviderFile {
        id: Some(named("CLIKC_OIDC_ID").unwrap_or_else(|| "sso".to_owned())),
        name: named("CLIKC_OIDC_NAME"),
        issuer: named("CLIKC_OIDC_ISSUER"),
        client_id: named("CLIKC_OIDC_CLIENT_ID"),
        client_secret: named("CLIKC_OIDC_CLIENT_SECRET"),
        client_secret_file: named("CLIKC_OIDC_CLIENT_SECRET_FILE"),
    };
    if added.issuer.is_some() || added.client_id.is_some() {
        written.push(added);
    }
    written
}

/// Whether a host is the one named, or one label before the rest of `*.rest`.
fn fits(pattern: &str, host: &str) -> bool {
    match pattern.strip_prefix('*') {
        Some(rest) => host
            .strip_suffix(rest)
            .is_some_and(|label| !label.is_empty() && !label.contains('.')),
        None => host == pattern,
    }
}

fn origin(name: &str, text: &str) -> anyhow::Result<Url> {
    let url = Url::parse(text).with_context(|| format!("{name} is not a URL: {text}"))?;
    anyhow::ensure!(
        matches!(url.scheme(), "http" | "https") && url.path() == "/",
        "{name} must be an origin such as https://learn.example.org, without a path: {text}"
    );
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(settings: &[(&str, &str)]) -> anyhow::Result<Config> {
        Config::from_lookup(File::default(), |name| {
            settings
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn defaults_keep_site_and_content_on_two_hosts() {
        let config = load(&[]).unwrap();
        assert_eq!(config.site_origin(), "http://localhost:8080");
        assert_eq!(config.content_origin(), "http://127.0.0.1:8080");
        assert!(!config.is_same_origin());
    }

    #[test]
    fn each_activity_may_have_a_host_of_its_own() {
        let urls = [
            ("CLIKC_SITE_URL", "https://learn.example.org"),
            ("CLIKC_CONTENT_URL", "https://*.play.example.org"),
        ];
        let config = load(&urls).unwrap();
        let origin = config.content_origin_of(ActivityId(12));
        assert_eq!(origin, "https://a12.play.example.org");
        assert!(config.is_content_authority("a12.play.example.org"));
        for other in [
            "play.example.org",
            ".play.example.org",
            "a.b.play.example.org",
            "learn.example.org",
        ] {
            assert!(!config.is_content_authority(other), "{other}");
        }
    }

    #[test]
    fn a_site_among_the_hosts_of_content_is_refused() {
        let urls = [
            ("CLIKC_SITE_URL", "https://learn.example.org"),
            ("CLIKC_CONTENT_URL", "https://*.example.org"),
        ];
        assert!(load(&urls).is_err());
    }

    #[test]
    fn identity_providers_stand_in_the_file_and_one_in_the_environment() {
        let file: File = toml::from_str(
            r#"
            site_name = "Customs"
            [[oidc]]
            id = "ministry"
            name = "Ministry of Finance"
            issuer = "https://id.finance.example"
            client_id = "clikc"
            client_secret = "very secret"
            "#,
        )
        .unwrap();
        let env = |issuer: &'static str| {
            move |name: &str| match name {
                "CLIKC_OIDC_ISSUER" => Some(issuer.to_owned()),
                "CLIKC_OIDC_CLIENT_ID" => Some("clikc".to_owned()),
                "CLIKC_OIDC_CLIENT_SECRET" => Some("more secret".to_owned()),
                "CLIKC_OIDC_NAME" => Some("World".to_owned()),
                _ => None,
            }
        };
        let config = Config::from_lookup(file, env("https://id.example")).unwrap();
        let known: Vec<_> = config
            .oidc
            .iter()
            .map(|one| (one.id.as_str(), one.name.as_str()))
            .collect();
        assert_eq!(
            known,
            [("ministry", "Ministry of Finance"), ("sso", "World")]
        );
        assert!(!format!("{config:?}").contains("secret\""), "{config:?}");
        let refused = Config::from_lookup(File::default(), env("http://id.example"));
        let told = refused.unwrap_err().to_string();
        assert!(told.contains("must begin with https"), "{told}");
    }

    #[test]
    fn one_host_for_both_is_refused_unless_asked_for() {
        let urls = [
            ("CLIKC_SITE_URL", "https://a.example"),
            ("CLIKC_CONTENT_URL", "https://a.example:8443"),
        ];
        let refusal = load(&urls).unwrap_err().to_string();
        assert!(refusal.contains("CLIKC_ALLOW_SAME_ORIGIN"), "{refusal}");
        let mut allowed = urls.to_vec();
        allowed.push(("CLIKC_ALLOW_SAME_ORIGIN", "1"));
        assert!(load(&allowed).unwrap().is_same_origin());
    }
}
