//! Whether an ID token may be believed (OpenID Connect Core 1.0, 3.1.3.7). Pure: keys, expectations and time are given.

use jsonwebtoken::jwk::{AlgorithmParameters, Jwk, KeyAlgorithm, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation, decode, decode_header};
use serde::Deserialize;
use serde_json::Value;

use super::{Failure, Vouched};
use crate::clock::Instant;
use crate::users::EmailAddress;
use crate::web::{cleaned, one_line};

/// How far clocks may differ.
const LEEWAY_S: f64 = 60.0;
/// `sub` has at most 255 ASCII characters (Core 1.0, 2).
const MAX_SUBJECT: usize = 255;
const MAX_NAME: usize = 100;

/// A key set as sent (RFC 7517, 5).
#[derive(Debug, Deserialize)]
pub(super) struct KeySet {
    keys: Vec<Value>,
}

/// The keys of a provider that we understand.
#[derive(Debug, Default)]
pub(super) struct Keys(Vec<Jwk>);

impl Keys {
    /// Kinds of keys that nobody has heard of yet are passed over.
    pub(super) fn read(set: &KeySet) -> Self {
        let read = |key: &Value| Jwk::deserialize(key).ok();
        Self(set.keys.iter().filter_map(read).collect())
    }

    /// Whether one of them may have signed this token.
    pub(super) fn has_key_of(&self, token: &str) -> bool {
        decode_header(token).is_ok_and(|header| self.find(&header).is_some())
    }

    /// The one that the token names; the only one that could be meant where it names none.
    fn find(&self, header: &Header) -> Option<&Jwk> {
        let named = |key: &&Jwk| header.kid.is_none() || key.common.key_id == header.kid;
        let mut suiting = self
            .0
            .iter()
            .filter(|key| suits(key, header.alg))
            .filter(named);
        let first = suiting.next()?;
        (header.kid.is_some() || suiting.next().is_none()).then_some(first)
    }
}

/// Whether a key is for signatures of this algorithm. Only those with a public key are: with a shared secret, whoever can
/// check a token could write one (RFC 8725, 2.1).
fn suits(key: &Jwk, algorithm: Algorithm) -> bool {
    let kind = match (algorithm, &key.algorithm) {
        (Algorithm::RS256, AlgorithmParameters::RSA(_)) => KeyAlgorithm::RS256,
        (Algorithm::PS256, AlgorithmParameters::RSA(_)) => KeyAlgorithm::PS256,
        (Algorithm::ES256, AlgorithmParameters::EllipticCurve(_)) => KeyAlgorithm::ES256,
        (Algorithm::EdDSA, AlgorithmParameters::OctetKeyPair(_)) => KeyAlgorithm::EdDSA,
        _ => return false,
    };
    let purpose = key.common.public_key_use.as_ref();
    let is_for_signing = purpose.is_none_or(|purpose| *purpose == PublicKeyUse::Signature);
    is_for_signing && key.common.key_algorithm.is_none_or(|named| named == kind)
}

/// What a token must say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub nonce: &'a str,
    pub now: Instant,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: f64,
    iat: f64,
    nbf: Option<f64>,
    nonce: Option<String>,
    #[serde(flatten)]
    person: Person,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

impl Audience {
    fn as_slice(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

/// What is said of somebody, as sent: no provider keeps people out by a field of a wrong kind.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Person {
    email: Value,
    email_verified: Value,
    given_name: Value,
    family_name: Value,
    name: Value,
}

impl Person {
    pub(super) fn has_email(&self) -> bool {
        self.email.is_string()
    }

    pub(super) fn vouched(&self, issuer: String, subject: String) -> Vouched {
        // No mailbox has a name with characters that nobody can see.
        let plain = |text: &&str| cleaned(text) == **text;
        let email = self
            .email
            .as_str()
            .filter(plain)
            .and_then(EmailAddress::parse);
        // Some write the word instead of the truth value.
        let is_true = self.email_verified == Value::Bool(true)
            || self.email_verified.as_str() == Some("true");
        let name = |value: &Value| -> String {
            let text = one_line(&cleaned(value.as_str().unwrap_or_default()));
            text.chars().take(MAX_NAME).collect()
        };
        let (mut given_name, mut family_name) = (name(&self.given_name), name(&self.family_name));
        if given_name.is_empty() && family_name.is_empty() {
            // A guess that the person sees and can put right.
            let whole = name(&self.name);
            let (given, family) = whole.rsplit_once(' ').unwrap_or(("", &whole));
            (given_name, family_name) = (given.to_owned(), family.to_owned());
        }
        Vouched {
            issuer,
            subject,
            is_email_verified: is_true && email.is_some(),
            email,
            given_name,
            family_name,
        }
    }
}

/// Whom the token names, and what it says of them.
pub(super) fn verify(
    token: &str,
    keys: &Keys,
    expected: &Expected<'_>,
) -> Result<(String, Person), Failure> {
    let header =
        decode_header(token).map_err(|error| Failure::Refused(format!("the token: {error}")))?;
    let key = keys
        .find(&header)
        .ok_or_else(|| Failure::refused("no key of the provider's fits the token"))?;
    let key = DecodingKey::from_jwk(key)
        .map_err(|error| Failure::Refused(format!("the key: {error}")))?;
    let mut validation = Validation::new(header.alg);
    // What the claims must say is checked below, by our own clock.
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    let read = decode::<Claims>(token, &key, &validation);
    let claims = read
        .map_err(|error| Failure::Refused(format!("the token: {error}")))?
        .claims;
    check(&claims, expected).map_err(Failure::refused)?;
    Ok((claims.sub, claims.person))
}

fn check(claims: &Claims, expected: &Expected<'_>) -> Result<(), &'static str> {
    let ensure = |holds: bool, why: &'static str| if holds { Ok(()) } else { Err(why) };
    let audience = claims.aud.as_slice();
    let is_ours = |id: &String| id == expected.client_id;
    let now = expected.now.0 as f64 / 1000.0;
    ensure(
        claims.iss == expected.issuer,
        "the token is another issuer's",
    )?;
    ensure(
        audience.iter().any(is_ours),
        "the token is for somebody else",
    )?;
    ensure(
        claims.azp.is_some() || audience.len() == 1,
        "the token is for several and does not say who may use it",
    )?;
    ensure(
        claims.azp.as_ref().is_none_or(is_ours),
        "the token is for somebody else to use",
    )?;
    ensure(claims.exp > now - LEEWAY_S, "the token has expired")?;
    ensure(claims.iat < now + LEEWAY_S, "the token is from the future")?;
    ensure(
        claims.nbf.is_none_or(|begin| begin < now + LEEWAY_S),
        "the token is not valid yet",
    )?;
    ensure(
        claims.nonce.as_deref() == Some(expected.nonce),
        "the token belongs to another log-in",
    )?;
    ensure(
        (1..=MAX_SUBJECT).contains(&claims.sub.len()) && !claims.sub.contains('\0'),
        "the token names nobody",
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_777_809_600;

    fn good() -> Value {
        json!({
            "iss": "https://id.example", "sub": "7f", "aud": "clikc", "exp": NOW + 300, "iat": NOW, "nonce": "n",
        })
    }

    fn judged(changes: &Value) -> Result<(), &'static str> {
        let mut claims = good();
        for (name, value) in changes.as_object().expect("an object") {
            claims[name] = value.clone();
        }
        let claims = Claims::deserialize(&claims).expect("claims");
        let expected = Expected {
            issuer: "https://id.example",
            client_id: "clikc",
            nonce: "n",
            now: Instant(NOW * 1000),
        };
        check(&claims, &expected)
    }

    #[test]
    fn claims_are_held_to_what_was_asked_for() {
        for good in [
            json!({}),
            json!({"aud": ["clikc"]}),
            json!({"aud": ["other", "clikc"], "azp": "clikc"}),
            json!({"exp": NOW - 59}),
            json!({"iat": NOW + 59, "nbf": NOW + 59}),
            json!({"exp": NOW as f64 + 0.5}),
        ] {
            assert_eq!(judged(&good), Ok(()), "{good}");
        }
        for (bad, why) in [
            (json!({"iss": "https://id.example/"}), "another issuer's"),
            (json!({"aud": "other"}), "for somebody else"),
            (json!({"aud": []}), "for somebody else"),
            (json!({"aud": ["clikc", "other"]}), "for several"),
            (json!({"azp": "other"}), "to use"),
            (json!({"exp": NOW - 61}), "expired"),
            (json!({"iat": NOW + 61}), "future"),
            (json!({"nbf": NOW + 61}), "not valid yet"),
            (json!({"nonce": "m"}), "another log-in"),
            (json!({"nonce": null}), "another log-in"),
            (json!({"sub": ""}), "names nobody"),
            (json!({"sub": "x".repeat(256)}), "names nobody"),
        ] {
            let told = judged(&bad).expect_err("a refusal");
            assert!(told.contains(why), "{bad}: {told}");
        }
    }

    #[test]
    fn what_is_said_of_somebody_is_taken_with_care() {
        let vouched = |claims: Value| {
            let person = Person::deserialize(&claims).expect("a person");
            person.vouched("i".to_owned(), "s".to_owned())
        };
        let told = vouched(json!({
            "email": "Ana@example.org", "email_verified": "true", "given_name": " Ana\u{202e}  María ", "family_name": 7,
        }));
        assert_eq!(told.email.expect("an address").as_str(), "Ana@example.org");
        assert_eq!(
            (told.given_name.as_str(), told.family_name.as_str()),
            ("Ana María", "")
        );
        assert!(told.is_email_verified);
        let told = vouched(
            json!({ "email": "no address", "email_verified": true, "name": "Ana María Ruiz" }),
        );
        assert_eq!(
            (told.email.is_none(), told.is_email_verified),
            (true, false)
        );
        assert_eq!(
            (told.given_name.as_str(), told.family_name.as_str()),
            ("Ana María", "Ruiz")
        );
        assert!(!vouched(json!({ "email": "a@example.org" })).is_email_verified);
        assert!(
            vouched(json!({ "email": "\"a\u{0}\"@example.org" }))
                .email
                .is_none()
        );
    }
}
