//! The relying party's side of OpenID Connect Core 1.0: the code flow with PKCE (RFC 7636), discovery, and whether an ID
//! token may be believed. Knows no account and no page; what it learns of somebody is a [`Vouched`].

mod fetch;
mod provider;
mod settings;
mod token;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use url::Url;

use crate::clock::{Instant, Random};
use crate::users::EmailAddress;
use fetch::Fetcher;

pub use provider::Provider;
pub use settings::{ProviderFile, ProviderSettings, read_settings};

/// Why somebody does not get in by a provider. The text is for the log, and speaks of nobody.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Somebody should try again later.
    #[error("the provider does not answer: {0}")]
    Unreachable(String),
    /// What it says is not to be believed, or it does not know the code.
    #[error("the provider's answer is refused: {0}")]
    Refused(String),
}

impl Failure {
    fn refused(why: impl Into<String>) -> Self {
        Self::Refused(why.into())
    }
}

/// Who somebody is, as their provider says. Only issuer and subject name them for good.
#[derive(Debug, Clone)]
pub struct Vouched {
    pub issuer: String,
    pub subject: String,
    pub email: Option<EmailAddress>,
    /// The provider has seen that the mailbox is theirs.
    pub is_email_verified: bool,
    pub given_name: String,
    pub family_name: String,
}

/// What is made anew for every log-in, and must come back.
#[derive(Debug, Clone)]
pub struct Secrets {
    pub state: String,
    pub nonce: String,
    pub verifier: String,
}

impl Secrets {
    pub fn new(random: &Random) -> Self {
        Self {
            state: random.token(),
            nonce: random.token(),
            verifier: random.token(),
        }
    }

    /// S256 (RFC 7636, 4.2).
    fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()))
    }
}

/// A provider as the log-in page offers it.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    pub id: String,
    pub name: String,
}

/// Those that the operator has set.
#[derive(Debug)]
pub struct Providers {
    /// Without a provider nothing is ever fetched.
    fetcher: Option<Fetcher>,
    list: Vec<Provider>,
}

impl Providers {
    pub fn new(settings: &[ProviderSettings], site: &Url) -> anyhow::Result<Self> {
        let fetcher = if settings.is_empty() {
            None
        } else {
            Some(Fetcher::new().context("identity providers cannot be asked")?)
        };
        let list = settings.iter().map(|one| Provider::new(one.clone(), site));
        Ok(Self {
            fetcher,
            list: list.collect(),
        })
    }

    pub fn find(&self, id: &str) -> Option<&Provider> {
        self.list.iter().find(|provider| provider.id() == id)
    }

    pub fn of_issuer(&self, issuer: &str) -> Option<&Provider> {
        self.list
            .iter()
            .find(|provider| provider.issuer() == issuer)
    }

    pub fn choices(&self) -> Vec<Choice> {
        self.list.iter().map(Provider::choice).collect()
    }

    /// Where somebody is sent.
    pub async fn departure(
        &self,
        provider: &Provider,
        secrets: &Secrets,
        lang: &str,
        now: Instant,
    ) -> Result<Url, Failure> {
        provider
            .departure(self.fetcher()?, secrets, lang, now)
            .await
    }

    /// Who has come back with this code.
    pub async fn redeem(
        &self,
        provider: &Provider,
        (code, secrets): (&str, &Secrets),
        now: Instant,
    ) -> Result<Vouched, Failure> {
        provider.redeem(self.fetcher()?, (code, secrets), now).await
    }

    fn fetcher(&self) -> Result<&Fetcher, Failure> {
        let none = || Failure::Unreachable("no provider is set".to_owned());
        self.fetcher.as_ref().ok_or_else(none)
    }
}
