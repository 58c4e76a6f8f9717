//! What a course's certificates look like: the template of `documents` with its images, in numbered
//! editions, of which the newest counts.

use documents::certificate::{CertificateFacts, CertificateTemplate, Fact};
use packages::BlobId;
use serde::{Deserialize, Serialize};

use super::{db, printing};
use crate::clock::Instant;
use crate::courses::Course;
use crate::db::{Db, DbError, DbResult};
use crate::learning::words;
use crate::organisations;

/// The facts an author may list at the foot; name and course stand in the wording.
pub const LISTED_FACTS: [(&str, Fact); 3] = [
    ("date", Fact::Date),
    ("score", Fact::Score),
    ("number", Fact::Number),
];

/// Shown where a certificate would have its number.
const SAMPLE_NUMBER: &str = "XXXX-XXXX-XXXX-XXXX";
const SAMPLE_SCORE: i64 = 8500;

/// What is stored of a template. The images are blobs of the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Design {
    pub template: CertificateTemplate,
    pub logo: Option<BlobId>,
    pub signature: Option<BlobId>,
}

/// A design and its number: 0 is the default, which nobody has changed.
#[derive(Debug, Clone)]
pub struct Edition {
    pub version: i64,
    pub design: Design,
}

impl Design {
    /// The default of a course, in its language and in the name of its administration.
    pub fn default_of(course: &Course, issuer: String) -> Self {
        let mut template = CertificateTemplate::default_for(course.lang.code());
        template
            .printed_facts
            .retain(|printed| LISTED_FACTS.iter().any(|(_, fact)| *fact == printed.fact));
        template.issuer = issuer;
        Self {
            template,
            logo: None,
            signature: None,
        }
    }

    pub fn lists(&self, fact: Fact) -> bool {
        self.template
            .printed_facts
            .iter()
            .any(|printed| printed.fact == fact)
    }

    /// Whether the score stands on the page anywhere.
    pub fn prints_score(&self) -> bool {
        let is_in_wording = |line: &String| line.contains("{score}");
        self.lists(Fact::Score) || self.template.wording.iter().any(is_in_wording)
    }
}

/// The edition that certificates of a course are issued with now.
pub async fn current(db: &Db, course: &Course) -> DbResult<Edition> {
    match db::find_newest_edition(db, course.id).await? {
        Some(edition) => Ok(edition),
        None => default(db, course).await,
    }
}

/// The edition a certificate was issued with.
pub async fn of_version(db: &Db, course: &Course, version: i64) -> DbResult<Edition> {
    match db::find_edition(db, course.id, version).await? {
        Some(edition) => Ok(edition),
        None => default(db, course).await,
    }
}

async fn default(db: &Db, course: &Course) -> DbResult<Edition> {
    let id = course.organisation_id;
    let issuer = organisations::db::find_organisation(db, id).await?;
    let missing = || DbError::ImpossibleRow(format!("organisation {id} is missing"));
    let issuer = issuer.ok_or_else(missing)?.name;
    Ok(Edition {
        version: 0,
        design: Design::default_of(course, issuer),
    })
}

/// Invented facts for a preview.
pub fn sample_facts(course: &Course, site_url: &url::Url, now: Instant) -> CertificateFacts {
    let lang = course.lang;
    CertificateFacts {
        issued_on: printing::day(now),
        name: lang.text("certificates-sample-name"),
        course: course.title.clone(),
        date: lang.date(now),
        expiry: None,
        score: Some(words::percent(lang, SAMPLE_SCORE)),
        number: SAMPLE_NUMBER.to_owned(),
        verify_url: Some(printing::verify_url(site_url, SAMPLE_NUMBER)),
    }
}
