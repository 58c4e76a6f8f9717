//! Argon2id, off the async threads and never more at once than the machine has cores.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

use super::turnstile::{Asker, Busy, Pass, Turnstile};
use crate::clock::Random;
use crate::error::AppError;

#[derive(Debug, Clone)]
pub struct Passwords {
    /// Hashing takes 19 MiB and a core each time: a crowd at the door must queue here, not starve the rest.
    turns: Turnstile,
    /// Verified when nobody has that name, so that the answer takes as long as for somebody.
    decoy: Arc<str>,
}

impl Passwords {
    pub fn new(random: &Random) -> anyhow::Result<Self> {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let decoy = hash(&random.token(), &random.bytes::<16>())?;
        Ok(Self {
            turns: Turnstile::new(cores.div_ceil(2)),
            decoy: decoy.into(),
        })
    }

    pub async fn hash(
        &self,
        password: String,
        random: &Random,
        asker: impl Into<Asker>,
    ) -> Result<String, AppError> {
        let salt = random.bytes::<16>();
        let turn = self.turn(asker).await?;
        let hashed = tokio::task::spawn_blocking(move || {
            let _held = turn;
            hash(&password, &salt)
        });
        hashed.await?.map_err(AppError::internal)
    }

    /// Waits until there is a core to spare. What is known only then, such as how many of those before have failed, can
    /// be looked at before the turn is used.
    pub async fn turn(&self, asker: impl Into<Asker>) -> Result<Turn, Busy> {
        Ok(Turn {
            _pass: self.turns.pass(asker.into()).await?,
            decoy: self.decoy.clone(),
        })
    }
}

/// The right to compute one hash. It goes with the work: a visitor who hangs up takes no turn away from the next.
#[derive(Debug)]
pub struct Turn {
    decoy: Arc<str>,
    _pass: Pass,
}

impl Turn {
    /// `None` stands for "no such person": takes as long, answers false.
    pub async fn verify(self, password: String, stored: Option<String>) -> Result<bool, AppError> {
        let exists = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.decoy.to_string());
        let matches = tokio::task::spawn_blocking(move || {
            let _held = self;
            PasswordHash::new(&stored).is_ok_and(|parsed| {
                Argon2::default()
                    .verify_password(password.as_bytes(), &parsed)
                    .is_ok()
            })
        });
        Ok(matches.await? && exists)
    }
}

/// For the command line, where there is nobody to starve.
pub fn hash(password: &str, salt: &[u8; 16]) -> anyhow::Result<String> {
    Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map(|hash| hash.to_string())
        .map_err(|error| anyhow::anyhow!("the password could not be hashed: {error}"))
}
