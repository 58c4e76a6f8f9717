//! The keys of the tests' identity provider, and what is signed with them, well or badly. They open nothing anywhere.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};

const RSA_1: &[u8] = include_bytes!("keys/test-only-rsa-1.pem");
const RSA_2: &[u8] = include_bytes!("keys/test-only-rsa-2.pem");
const EC: &[u8] = include_bytes!("keys/test-only-ec.pem");
const ED: &[u8] = include_bytes!("keys/test-only-ed.pem");

/// How a token is signed, and which key it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    Rs256,
    /// With a key that was not there before.
    NewRs256,
    Ps256,
    Es256,
    EdDsa,
    /// Not at all.
    None,
    /// By whoever knows the public key, as if it were a shared secret.
    Hs256,
    /// By a key that carries another's name.
    Stolen,
}

impl Signed {
    fn key(self) -> (&'static str, Algorithm, EncodingKey) {
        let rsa = |pem| EncodingKey::from_rsa_pem(pem).expect("a key");
        match self {
            Self::Rs256 => ("rsa-1", Algorithm::RS256, rsa(RSA_1)),
            Self::NewRs256 => ("rsa-2", Algorithm::RS256, rsa(RSA_2)),
            Self::Ps256 => ("rsa-1", Algorithm::PS256, rsa(RSA_1)),
            Self::Stolen => ("rsa-1", Algorithm::RS256, rsa(RSA_2)),
            Self::Es256 => (
                "ec",
                Algorithm::ES256,
                EncodingKey::from_ec_pem(EC).expect("a key"),
            ),
            Self::EdDsa => (
                "ed",
                Algorithm::EdDSA,
                EncodingKey::from_ed_pem(ED).expect("a key"),
            ),
            Self::Hs256 | Self::None => {
                let public = serde_json::to_vec(&Self::Rs256.public()).expect("JSON");
                ("rsa-1", Algorithm::HS256, EncodingKey::from_secret(&public))
            }
        }
    }

    pub(super) fn public(self) -> Value {
        let (kid, algorithm, key) = self.key();
        let mut jwk = Jwk::from_encoding_key(&key, algorithm).expect("a public key");
        jwk.common.key_id = Some(kid.to_owned());
        let mut jwk = serde_json::to_value(jwk).expect("JSON");
        jwk["use"] = json!("sig");
        // One RSA key signs in two ways.
        jwk.as_object_mut().expect("an object").remove("alg");
        jwk
    }

    pub(super) fn sign(self, claims: &Value) -> String {
        let (kid, algorithm, key) = self.key();
        if self == Self::None {
            let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
            return format!(
                "{}.{}.",
                part(&json!({ "alg": "none", "kid": kid })),
                part(claims)
            );
        }
        let mut header = Header::new(algorithm);
        header.kid = Some(kid.to_owned());
        encode(&header, claims, &key).expect("a token")
    }
}
