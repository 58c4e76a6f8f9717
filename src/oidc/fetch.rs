//! Questions to a provider: short, encrypted, and never led anywhere else.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use url::{Host, Url};

use super::Failure;

const CONNECT_WITHIN: Duration = Duration::from_secs(5);
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// Key sets and tokens have a few kilobytes.
const MOST_BYTES: usize = 256 * 1024;

#[derive(Debug)]
pub(super) struct Fetcher(Client);

impl Fetcher {
    pub(super) fn new() -> reqwest::Result<Self> {
        Client::builder()
            .connect_timeout(CONNECT_WITHIN)
            .timeout(ANSWER_WITHIN)
            // What is asked for lies where the provider said. An answer that leads elsewhere is none.
            .redirect(Policy::none())
            .build()
            .map(Self)
    }

    pub(super) fn get(&self, url: &Url) -> RequestBuilder {
        self.0.get(url.clone())
    }

    pub(super) fn post(&self, url: &Url) -> RequestBuilder {
        self.0.post(url.clone())
    }
}

/// The answer as JSON.
pub(super) async fn json<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Failure> {
    let lost =
        |error: reqwest::Error| Failure::Unreachable(format!("{:#}", anyhow::Error::from(error)));
    let mut response = request.send().await.map_err(lost)?;
    accepted(&response)?;
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(lost)? {
        if body.len() + chunk.len() > MOST_BYTES {
            return Err(Failure::refused("an answer is too long"));
        }
        body.extend_from_slice(&chunk);
    }
    serde_json::from_slice(&body).map_err(|error| Failure::Refused(format!("an answer: {error}")))
}

fn accepted(response: &Response) -> Result<(), Failure> {
    let status = response.status();
    if status.is_success() {
        Ok(())
    } else if status.is_server_error() {
        Err(Failure::Unreachable(status.to_string()))
    } else {
        Err(Failure::Refused(status.to_string()))
    }
}

/// Whether secrets may be sent there: encrypted, or within this machine.
pub(super) fn is_safe(url: &Url) -> bool {
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && is_here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_encrypted_or_stay_on_this_machine() {
        let judged = |text: &str| is_safe(&Url::parse(text).expect("a URL"));
        for safe in [
            "https://id.example",
            "http://localhost:9000/x",
            "http://127.0.0.1",
            "http://[::1]:1",
        ] {
            assert!(judged(safe), "{safe}");
        }
        for unsafe_url in [
            "http://id.example",
            "http://localhost.example",
            "ftp://localhost",
            "file:///etc",
        ] {
            assert!(!judged(unsafe_url), "{unsafe_url}");
        }
    }
}
