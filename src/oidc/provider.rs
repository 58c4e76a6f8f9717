//! One provider: where its doors are, which keys it signs with, and what it says of somebody.

use std::sync::Arc;

use reqwest::RequestBuilder;
use serde::Deserialize;
use tokio::sync::Mutex;
use url::Url;

use super::fetch::{Fetcher, is_safe, json};
use super::settings::ProviderSettings;
use super::token::{Expected, KeySet, Keys, Person, verify};
use super::{Choice, Failure, Secrets, Vouched};
use crate::clock::Instant;

/// What a provider says of itself is asked for again after a day, its keys after an hour.
const METADATA_MS: i64 = 24 * 3_600_000;
const KEYS_MS: i64 = 3_600_000;
/// Tokens signed by a key that we do not know make us ask for the keys, at most this often.
const KEYS_AGAIN_MS: i64 = 60_000;
/// A provider that does not answer is not waited for by everybody in turn.
const PAUSE_MS: i64 = 10_000;

/// OpenID Connect Discovery 1.0, section 3, as far as we use it.
#[derive(Debug, Deserialize)]
struct Metadata {
    issuer: String,
    authorization_endpoint: Door,
    token_endpoint: Door,
    jwks_uri: Door,
    userinfo_endpoint: Option<Door>,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

/// An address of a provider's to which secrets may be sent.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Door(Url);

impl TryFrom<String> for Door {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parsed = Url::parse(&text).ok().filter(is_safe);
        let refused = || format!("{text} is no address that begins with https");
        parsed.map(Self).ok_or_else(refused)
    }
}

impl Metadata {
    /// `client_secret_basic` is what a provider that says nothing understands.
    fn takes_basic(&self) -> bool {
        let methods = self.token_endpoint_auth_methods_supported.as_deref();
        methods.is_none_or(|methods| {
            methods.iter().any(|method| method == "client_secret_basic")
                || !methods.iter().any(|method| method == "client_secret_post")
        })
    }
}

#[derive(Debug, Default)]
struct Known {
    metadata: Option<(Arc<Metadata>, Instant)>,
    failed_at: Option<Instant>,
    keys: Arc<Keys>,
    keys_at: Option<Instant>,
}

#[derive(Debug)]
pub struct Provider {
    settings: ProviderSettings,
    redirect_url: String,
    known: Mutex<Known>,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    access_token: Option<String>,
}

impl Provider {
    pub(super) fn new(settings: ProviderSettings, site: &Url) -> Self {
        let origin = site.origin().ascii_serialization();
        Self {
            redirect_url: format!("{origin}/login/oidc/{}/callback", settings.id),
            settings,
            known: Mutex::default(),
        }
    }

    pub fn id(&self) -> &str {
        &self.settings.id
    }

    pub fn name(&self) -> &str {
        &self.settings.name
    }

    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    pub fn choice(&self) -> Choice {
        Choice {
            id: self.settings.id.clone(),
            name: self.settings.name.clone(),
        }
    }

    pub(super) async fn departure(
        &self,
        fetcher: &Fetcher,
        secrets: &Secrets,
        lang: &str,
        now: Instant,
    ) -> Result<Url, Failure> {
        let metadata = self.metadata(fetcher, now).await?;
        let mut url = metadata.authorization_endpoint.0.clone();
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("redirect_uri", &self.redirect_url)
            .append_pair("scope", "openid email profile")
            .append_pair("state", &secrets.state)
            .append_pair("nonce", &secrets.nonce)
            .append_pair("code_challenge", &secrets.challenge())
            .append_pair("code_challenge_method", "S256")
            .append_pair("ui_locales", lang);
        Ok(url)
    }

    pub(super) async fn redeem(
        &self,
        fetcher: &Fetcher,
        (code, secrets): (&str, &Secrets),
        now: Instant,
    ) -> Result<Vouched, Failure> {
        let metadata = self.metadata(fetcher, now).await?;
        let tokens: Tokens = json(self.exchange(fetcher, &metadata, (code, secrets))).await?;
        let keys = self.keys(fetcher, &metadata, &tokens.id_token, now).await?;
        let expected = Expected {
            issuer: &self.settings.issuer,
            client_id: &self.settings.client_id,
            nonce: &secrets.nonce,
            now,
        };
        let (subject, mut person) = verify(&tokens.id_token, &keys, &expected)?;
        if !person.has_email() {
            person = self
                .userinfo(fetcher, &metadata, &tokens, &subject)
                .await
                .unwrap_or(person);
        }
        Ok(person.vouched(self.settings.issuer.clone(), subject))
    }

    async fn metadata(&self, fetcher: &Fetcher, now: Instant) -> Result<Arc<Metadata>, Failure> {
        let mut known = self.known.lock().await;
        let kept = known.metadata.clone();
        match &kept {
            Some((metadata, at)) if now.0 - at.0 < METADATA_MS => return Ok(metadata.clone()),
            _ => {}
        }
        if known.failed_at.is_some_and(|at| now.0 - at.0 < PAUSE_MS) {
            return Err(Failure::Unreachable("it did not a moment ago".to_owned()));
        }
        match self.discover(fetcher).await {
            Ok(found) => {
                let found = Arc::new(found);
                known.metadata = Some((found.clone(), now));
                known.failed_at = None;
                Ok(found)
            }
            Err(failure) => {
                known.failed_at = Some(now);
                // Yesterday's answer is better than none.
                kept.map(|(metadata, _)| metadata).ok_or(failure)
            }
        }
    }

    /// Discovery 1.0, section 4.
    async fn discover(&self, fetcher: &Fetcher) -> Result<Metadata, Failure> {
        let issuer = &self.settings.issuer;
        let address = format!(
            "{}/.well-known/openid-configuration",
            issuer.trim_end_matches('/')
        );
        let address = Url::parse(&address).map_err(|error| Failure::Refused(error.to_string()))?;
        let metadata: Metadata = json(fetcher.get(&address)).await?;
        if metadata.issuer != *issuer {
            let why = format!("it calls itself {}", metadata.issuer);
            return Err(Failure::Refused(why));
        }
        Ok(metadata)
    }

    /// Those that this token may be signed with. A provider changes its keys when it likes: an unknown one makes us ask.
    async fn keys(
        &self,
        fetcher: &Fetcher,
        metadata: &Metadata,
        token: &str,
        now: Instant,
    ) -> Result<Arc<Keys>, Failure> {
        let mut known = self.known.lock().await;
        let asked_at = known.keys_at;
        let age = asked_at.map(|at| now.0 - at.0);
        let has_key = known.keys.has_key_of(token);
        let limit = if has_key { KEYS_MS } else { KEYS_AGAIN_MS };
        if age.is_some_and(|age| age < limit) {
            return Ok(known.keys.clone());
        }
        known.keys_at = Some(now);
        match json::<KeySet>(fetcher.get(&metadata.jwks_uri.0)).await {
            Ok(found) => known.keys = Arc::new(Keys::read(&found)),
            Err(failure) if !has_key => {
                known.keys_at = asked_at;
                return Err(failure);
            }
            // What it signed with an hour ago will do once more.
            Err(failure) => {
                tracing::warn!(%failure, "an identity provider's keys cannot be renewed");
            }
        }
        Ok(known.keys.clone())
    }

    /// OpenID Connect Core 1.0, 3.1.3.1; how the secret is sent, RFC 6749, 2.3.1.
    fn exchange(
        &self,
        fetcher: &Fetcher,
        metadata: &Metadata,
        (code, secrets): (&str, &Secrets),
    ) -> RequestBuilder {
        let (id, secret) = (
            &self.settings.client_id,
            self.settings.client_secret.reveal(),
        );
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", code)
            .append_pair("redirect_uri", &self.redirect_url)
            .append_pair("code_verifier", &secrets.verifier);
        let mut request = fetcher.post(&metadata.token_endpoint.0);
        if metadata.takes_basic() {
            let encoded = |text: &str| -> String {
                url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
            };
            request = request.basic_auth(encoded(id), Some(encoded(secret)));
        } else {
            form.append_pair("client_id", id)
                .append_pair("client_secret", secret);
        }
        request
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "application/json")
            .body(form.finish())
    }

    /// Many a provider keeps addresses out of the token (Core 1.0, 5.4). It must speak of the same person (5.3.2).
    async fn userinfo(
        &self,
        fetcher: &Fetcher,
        metadata: &Metadata,
        tokens: &Tokens,
        subject: &str,
    ) -> Option<Person> {
        #[derive(Deserialize)]
        struct Answer {
            sub: String,
            #[serde(flatten)]
            person: Person,
        }
        let url = &metadata.userinfo_endpoint.as_ref()?.0;
        let request = fetcher.get(url).bearer_auth(tokens.access_token.as_ref()?);
        match json::<Answer>(request).await {
            Ok(answer) => (answer.sub == subject).then_some(answer.person),
            Err(failure) => {
                tracing::warn!(%failure, "an identity provider does not say who somebody is");
                None
            }
        }
    }
}
