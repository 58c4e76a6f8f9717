//! People and their administrations: types and rules. The SQL is in `db`.

pub mod db;

use serde::{Deserialize, Serialize};

use crate::db::{DbResult, Tx};
use crate::i18n::Lang;
use crate::ids::{OrganisationId, PositionId, UserId};

/// What a person may do, from least to most. An operator runs the machine; a secretariat runs the site. Whether
/// somebody coordinates an administration is said by a designation (`organisations`), whatever their role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Learner,
    Author,
    Secretariat,
    Operator,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Author => "author",
            Self::Secretariat => "secretariat",
            Self::Operator => "operator",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [
            Self::Learner,
            Self::Author,
            Self::Secretariat,
            Self::Operator,
        ]
        .into_iter()
        .find(|role| role.name() == name)
    }

    /// Builds courses: authors for their administration, the secretariat for all.
    pub fn is_author(self) -> bool {
        matches!(self, Self::Author | Self::Secretariat | Self::Operator)
    }

    /// Reaches every administration.
    pub fn is_secretariat(self) -> bool {
        matches!(self, Self::Secretariat | Self::Operator)
    }

    pub fn is_operator(self) -> bool {
        self == Self::Operator
    }
}

/// A folded user name: what is stored and compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Username(String);

impl Username {
    /// Moodle's rule: lower-case letters, digits, `.`, `-`, `_`, `@`.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = text.trim().to_lowercase();
        let fits = (1..=100).contains(&folded.chars().count());
        let allowed = folded
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@'));
        (fits && allowed).then_some(Self(folded))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether somebody with this address may have the name. One that looks like an address may only be their own: at
    /// log-in it would be taken for whoever else has that address, now or later.
    pub fn suits(&self, email: &EmailAddress) -> bool {
        !self.0.contains('@') || self.0 == email.folded()
    }
}

/// Names tried before giving up on making one.
const MOST_NAMESAKES: u32 = 1000;

/// The proposed name, or the first of those made with a number that nobody has.
pub async fn free_username(
    tx: &mut Tx,
    proposed: Option<Username>,
    made: impl Fn(u32) -> Option<Username> + Send,
) -> DbResult<Option<Username>> {
    let made = (1..MOST_NAMESAKES).filter_map(made);
    for username in proposed.into_iter().chain(made) {
        if !db::is_username_taken(tx, &username).await? {
            return Ok(Some(username));
        }
    }
    Ok(None)
}

#[derive(Debug, Clone)]
pub struct EmailAddress(String);

impl EmailAddress {
    pub fn parse(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        trimmed
            .parse::<lettre::Address>()
            .ok()
            .map(|_| Self(trimmed.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

/// Someone to be added.
#[derive(Debug, Clone)]
pub struct NewUser {
    pub username: Username,
    pub email: EmailAddress,
    pub given_name: String,
    pub family_name: String,
    pub password_hash: Option<String>,
    pub role: Role,
    pub organisation_id: OrganisationId,
    pub position_id: Option<PositionId>,
    pub lang: Lang,
    pub learner_key: String,
}

#[derive(Debug, Clone)]
pub struct User {
    pub id: UserId,
    pub username: String,
    pub email: String,
    pub given_name: String,
    pub family_name: String,
    pub role: Role,
    pub organisation_id: OrganisationId,
    pub organisation: String,
    pub lang: Lang,
    pub learner_key: String,
    pub is_suspended: bool,
}

impl User {
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
            .trim()
            .to_owned()
    }

    /// `Family, Given`, the form SCORM asks for (RTE 4.2.12, 1.2 RTE 3.4.4).
    pub fn learner_name(&self) -> String {
        format!("{}, {}", self.family_name, self.given_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_name_like_an_address_is_ones_own_address() {
        let own = EmailAddress::parse("Ana.Ruiz@example.org").expect("an address");
        for (name, expected) in [
            ("ana", true),
            ("ana.ruiz@example.org", true),
            ("bob@example.org", false),
            ("ana@", false),
        ] {
            let username = Username::parse(name).expect("a user name");
            assert_eq!(username.suits(&own), expected, "{name}");
        }
    }
}
