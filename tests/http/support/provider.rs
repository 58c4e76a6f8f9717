//! A small identity provider on a port of this machine. It signs with keys that are for tests only, keeps to OpenID Connect
//! Core 1.0, and tells lies when it is asked to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use clikc::clock::Clock;
use clikc::oidc::{ProviderFile, ProviderSettings, read_settings};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::{Actor, Reply, Signed};

pub const CLIENT: &str = "clikc client";
const SECRET: &str = "s/e c+r:e%t";

/// What is wrong with what a provider says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// It leads on to another host, where a true answer is.
    LeadsOn,
    /// It has no end.
    Huge,
    /// It speaks for somebody else.
    OtherIssuer,
    /// Secrets would travel in the open.
    Unencrypted,
    Garbage,
}

type Lie = Box<dyn Fn(&mut Value) + Send>;

struct Inside {
    clock: Clock,
    /// What is said of whoever logs in next.
    person: Value,
    userinfo: Value,
    signed: Signed,
    published: Vec<Signed>,
    lie: Option<Lie>,
    is_down: bool,
    odd: Option<Odd>,
    keys_asked: usize,
    /// Codes that have not been redeemed: what the token will say, and what must be shown for it.
    codes: HashMap<String, (Value, String, String)>,
}

#[derive(Clone)]
pub struct TestProvider {
    pub id: &'static str,
    pub issuer: String,
    inside: Arc<Mutex<Inside>>,
}

impl TestProvider {
    pub async fn start(id: &'static str) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let provider = Self {
            id,
            issuer,
            inside: Arc::new(Mutex::new(Inside {
                clock: Clock::virtual_at(0),
                person: json!({}),
                userinfo: Value::Null,
                signed: Signed::Rs256,
                published: vec![Signed::Rs256, Signed::Es256, Signed::EdDsa],
                lie: None,
                is_down: false,
                odd: None,
                keys_asked: 0,
                codes: HashMap::new(),
            })),
        };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/elsewhere", get(truth))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    pub fn settings(&self) -> ProviderSettings {
        let text = |text: &str| Some(text.to_owned());
        let file = ProviderFile {
            id: text(self.id),
            name: text(&self.id.to_uppercase()),
            issuer: text(&self.issuer),
            client_id: text(CLIENT),
            client_secret: text(SECRET),
            client_secret_file: None,
        };
        read_settings(vec![file]).expect("settings").remove(0)
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside
            .lock()
            .expect("no test panics while it holds this")
    }

    pub fn keeps_time_by(&self, clock: &Clock) {
        self.inside().clock = clock.clone();
    }

    /// Who logs in next.
    pub fn knows(&self, subject: &str, claims: &Value) {
        let mut person = claims.clone();
        person["sub"] = json!(subject);
        self.inside().person = person;
    }

    /// The same of somebody whose mailbox it has seen to be theirs.
    pub fn vouches(&self, subject: &str, email: &str) {
        let claims = json!({
            "email": email, "email_verified": true, "given_name": "Rita", "family_name": "Rey",
        });
        self.knows(subject, &claims);
    }

    pub fn says_in_userinfo(&self, claims: Value) {
        self.inside().userinfo = claims;
    }

    pub fn signs(&self, signed: Signed) {
        self.inside().signed = signed;
    }

    pub fn publishes(&self, keys: &[Signed]) {
        self.inside().published = keys.to_vec();
    }

    /// What the tokens say from now on instead of the truth.
    pub fn lies(&self, lie: impl Fn(&mut Value) + Send + 'static) {
        self.inside().lie = Some(Box::new(lie));
    }

    pub fn is_honest(&self) {
        self.inside().lie = None;
    }

    pub fn is_down(&self, is_down: bool) {
        self.inside().is_down = is_down;
    }

    pub fn is_odd(&self, odd: Option<Odd>) {
        self.inside().odd = odd;
    }

    pub fn keys_asked(&self) -> usize {
        self.inside().keys_asked
    }

    /// OpenID Connect Discovery 1.0, section 3.
    fn truth(&self) -> Value {
        let issuer = &self.issuer;
        json!({
            "issuer": issuer,
            "authorization_endpoint": format!("{issuer}/authorize?tenant=customs"),
            "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/keys"),
            "userinfo_endpoint": format!("{issuer}/userinfo"),
            "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
        })
    }

    /// The log-in page of the provider: the person agrees at once, and is sent back to this path.
    pub fn agrees(&self, departure: &Url) -> String {
        let asked: HashMap<String, String> = departure.query_pairs().into_owned().collect();
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["client_id"], CLIENT);
        assert_eq!(asked["scope"], "openid email profile");
        assert_eq!(asked["code_challenge_method"], "S256");
        let redirect = format!("http://site.test/login/oidc/{}/callback", self.id);
        assert_eq!(asked["redirect_uri"], redirect);
        let mut inside = self.inside();
        let now = inside.clock.now().0 / 1000;
        let mut claims = inside.person.clone();
        for (name, value) in [
            ("iss", json!(self.issuer)),
            ("aud", json!(CLIENT)),
            ("iat", json!(now)),
            ("exp", json!(now + 300)),
            ("nonce", json!(asked["nonce"])),
        ] {
            claims[name] = value;
        }
        let code = format!("code-{}", inside.codes.len());
        let grant = (claims, asked["code_challenge"].clone(), redirect);
        inside.codes.insert(code.clone(), grant);
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("state", &asked["state"])
            .append_pair("code", &code)
            .append_pair("iss", &self.issuer)
            .finish();
        format!("/login/oidc/{}/callback?{query}", self.id)
    }

    /// Where somebody is sent who presses the provider's button, with what else the form holds.
    pub async fn leave(&self, actor: &mut Actor, fields: &[(&str, &str)]) -> Url {
        let page = actor
            .post(&format!("/login/oidc/{}", self.id), fields)
            .await;
        departure_of(&page.expect(200))
    }

    /// There and back again.
    pub async fn log_in(&self, actor: &mut Actor) -> Reply {
        let departure = self.leave(actor, &[]).await;
        actor.get(&self.agrees(&departure)).await
    }
}

/// Where a page leads by itself, which its link says too.
pub fn departure_of(page: &Reply) -> Url {
    let refresh = page.header("refresh");
    let url = refresh
        .strip_prefix("0; url=")
        .expect("a page that leads on");
    assert_eq!(page.attributes("main a.button", "href"), [url]);
    Url::parse(url).expect("a URL")
}

type Answer = Result<Json<Value>, StatusCode>;

fn up(provider: &TestProvider) -> Result<MutexGuard<'_, Inside>, StatusCode> {
    let inside = provider.inside();
    if inside.is_down {
        Err(StatusCode::BAD_GATEWAY)
    } else {
        Ok(inside)
    }
}

async fn metadata(State(provider): State<TestProvider>) -> Result<Response, StatusCode> {
    let odd = up(&provider)?.odd;
    let mut said = provider.truth();
    match odd {
        Some(Odd::LeadsOn) => {
            let elsewhere = provider.issuer.replace("127.0.0.1", "localhost");
            return Ok(Redirect::temporary(&format!("{elsewhere}/elsewhere")).into_response());
        }
        Some(Odd::Huge) => said["filler"] = json!("x".repeat(300_000)),
        Some(Odd::OtherIssuer) => said["issuer"] = json!("https://id.example"),
        Some(Odd::Unencrypted) => said["token_endpoint"] = json!("http://id.example/token"),
        Some(Odd::Garbage) => return Ok("<html>Welcome</html>".into_response()),
        None => {}
    }
    Ok(Json(said).into_response())
}

async fn truth(State(provider): State<TestProvider>) -> Json<Value> {
    Json(provider.truth())
}

async fn keys(State(provider): State<TestProvider>) -> Answer {
    let mut inside = up(&provider)?;
    inside.keys_asked += 1;
    let mut keys = vec![json!({ "kty": "new", "kid": "of a kind that nobody knows yet" })];
    keys.extend(inside.published.iter().map(|signed| signed.public()));
    Ok(Json(json!({ "keys": keys })))
}

/// RFC 6749, 2.3.1: both are written as in a form before they are put together.
fn credentials(headers: &HeaderMap) -> Option<(String, String)> {
    let header = headers.get("authorization")?.to_str().ok()?;
    let bytes = STANDARD.decode(header.strip_prefix("Basic ")?).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (id, secret) = text.split_once(':')?;
    let decoded = |text: &str| {
        let pair = format!("x={text}");
        let mut pairs = url::form_urlencoded::parse(pair.as_bytes());
        pairs.next().map(|(_, value)| value.into_owned())
    };
    Some((decoded(id)?, decoded(secret)?))
}

async fn token(
    State(provider): State<TestProvider>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Answer {
    let mut inside = up(&provider)?;
    if credentials(&headers) != Some((CLIENT.to_owned(), SECRET.to_owned())) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let grant = inside.codes.remove(&form["code"]);
    let (mut claims, challenge, redirect) = grant.ok_or(StatusCode::BAD_REQUEST)?;
    let verifier = URL_SAFE_NO_PAD.encode(Sha256::digest(form["code_verifier"].as_bytes()));
    let is_theirs = verifier == challenge && form["redirect_uri"] == redirect;
    if !is_theirs || form["grant_type"] != "authorization_code" {
        return Err(StatusCode::BAD_REQUEST);
    }
    if let Some(lie) = &inside.lie {
        lie(&mut claims);
    }
    let id_token = inside.signed.sign(&claims);
    Ok(Json(
        json!({ "id_token": id_token, "access_token": "access", "token_type": "Bearer" }),
    ))
}

async fn userinfo(State(provider): State<TestProvider>, headers: HeaderMap) -> Answer {
    let inside = up(&provider)?;
    let is_ours = headers
        .get("authorization")
        .is_some_and(|value| value == "Bearer access");
    if is_ours {
        Ok(Json(inside.userinfo.clone()))
    } else {
        Err(StatusCode::UNAUTHORIZED)
    }
}
