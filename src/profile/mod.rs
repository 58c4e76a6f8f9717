//! What people say about themselves, and what others may see of it. The SQL is in `db`.

pub mod db;
pub mod web;

use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::ids::{OrganisationId, UserId};
use crate::media::MediaRef;
use crate::users::EmailAddress;
use crate::web::{Fault, one_line};

/// A link that confirms a new address works this long.
const CONFIRM_HOURS: i64 = 24;

#[derive(Debug, Clone)]
pub struct Profile {
    pub id: UserId,
    pub organisation_id: OrganisationId,
    pub organisation: String,
    pub position: Option<String>,
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub lang: Lang,
    pub city: String,
    pub country: String,
    pub time_zone: String,
    pub description: String,
    pub interests: String,
    pub picture: Option<MediaRef>,
}

impl Profile {
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    pub fn picture_url(&self) -> Option<String> {
        let picture = self.picture.as_ref()?;
        Some(picture_url(self.id, &picture.hash))
    }
}

/// Names the content, so that a new photo has a new address.
pub fn picture_url(person: UserId, hash: &str) -> String {
    format!("/people/{person}/picture?v={hash}")
}

/// The profile as typed by its owner.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileForm {
    given_name: String,
    family_name: String,
    email: String,
    lang: String,
    city: String,
    country: String,
    time_zone: String,
    description: String,
    interests: String,
}

/// What is stored of it. The address is confirmed first.
#[derive(Debug)]
pub struct ProfileInput {
    pub given_name: String,
    pub family_name: String,
    pub email: EmailAddress,
    pub lang: Lang,
    pub city: String,
    pub country: String,
    pub time_zone: String,
    pub description: String,
    pub interests: String,
}

impl ProfileForm {
    pub fn of(profile: &Profile) -> Self {
        Self {
            given_name: profile.given_name.clone(),
            family_name: profile.family_name.clone(),
            email: profile.email.clone(),
            lang: profile.lang.code().to_owned(),
            city: profile.city.clone(),
            country: profile.country.clone(),
            time_zone: profile.time_zone.clone(),
            description: profile.description.clone(),
            interests: profile.interests.clone(),
        }
    }

    pub fn parse(&self) -> Result<ProfileInput, Vec<Fault>> {
        let mut faults = Vec::new();
        let lines = [
            ("given_name", &self.given_name, 1, "requests-fault-given"),
            ("family_name", &self.family_name, 1, "requests-fault-family"),
            ("city", &self.city, 0, "requests-fault-long"),
            ("interests", &self.interests, 0, "requests-fault-long"),
        ];
        let [given_name, family_name, city, interests] = lines.map(|(field, typed, least, key)| {
            let line = one_line(typed);
            if !(least..=200).contains(&line.chars().count()) {
                faults.push(Fault::new(field, key));
            }
            line
        });
        let description = self.description.trim().to_owned();
        if description.chars().count() > 2000 {
            faults.push(Fault::new("description", "requests-fault-long"));
        }
        let country = self.country.trim().to_uppercase();
        let is_code = country.len() == 2 && country.chars().all(|c| c.is_ascii_uppercase());
        if !country.is_empty() && !is_code {
            faults.push(Fault::new("country", "profile-fault-country"));
        }
        let time_zone = self.time_zone.trim().to_owned();
        if !time_zone.is_empty() && jiff::tz::TimeZone::get(&time_zone).is_err() {
            faults.push(Fault::new("time_zone", "profile-fault-time-zone"));
        }
        let email = EmailAddress::parse(&self.email);
        if email.is_none() {
            faults.push(Fault::new("email", "requests-fault-email"));
        }
        let lang = Lang::parse(&self.lang);
        if lang.is_none() {
            faults.push(Fault::new("lang", "courses-fault-choice"));
        }
        match (email, lang) {
            (Some(email), Some(lang)) if faults.is_empty() => Ok(ProfileInput {
                given_name,
                family_name,
                email,
                lang,
                city,
                country,
                time_zone,
                description,
                interests,
            }),
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_judged_field_by_field() {
        let good = ProfileForm {
            given_name: "Ana  María".to_owned(),
            family_name: "Ruiz".to_owned(),
            email: "ana@example.org".to_owned(),
            lang: "es".to_owned(),
            country: "pe".to_owned(),
            time_zone: "America/Lima".to_owned(),
            ..ProfileForm::default()
        };
        let input = good.parse().expect("a good form");
        assert_eq!(
            (input.given_name.as_str(), input.country.as_str()),
            ("Ana María", "PE")
        );
        let bad = ProfileForm {
            given_name: " ".to_owned(),
            country: "Peru".to_owned(),
            time_zone: "Lima".to_owned(),
            ..good
        };
        let faults = bad.parse().expect_err("a bad form");
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["given_name", "country", "time_zone"]);
    }
}
