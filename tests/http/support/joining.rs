//! Somebody who asks to join, and the mails that come of it.

use clikc::ids::RequestId;
use clikc::mail::{MailRow, list_mails};
use clikc::requests;
use clikc::users::EmailAddress;

use super::World;

impl World {
    /// A pending request, as the form and the mail's link would have made it.
    pub async fn db_request(&self, name: &str, organisation: &str) -> RequestId {
        let organisation_id = self.organisation(organisation).await;
        let (given, family) = name.split_once(' ').expect("two names");
        let address = format!("{}@example.org", self.app.random.code(2).to_lowercase());
        let joining = requests::Joining {
            applicant: requests::Applicant {
                organisation_id,
                position_id: None,
                given_name: given.to_owned(),
                family_name: family.to_owned(),
                email: EmailAddress::parse(&address).expect("an address"),
                lang: clikc::i18n::Lang::En,
                note: String::new(),
                consents: Vec::new(),
            },
            proof: requests::Proof::Password("none".to_owned()),
        };
        let now = self.app.clock.now();
        requests::submit(&self.app, &joining, now)
            .await
            .expect("a request");
        let mut tx = self.app.db.begin().await.expect("a transaction");
        let folded = joining.applicant.email.folded();
        let id = requests::db::find_unconfirmed(&mut tx, &folded)
            .await
            .expect("a query")
            .expect("a request");
        drop(tx);
        requests::confirm(&self.app, id, now)
            .await
            .expect("a confirmation");
        id
    }

    /// The mails to an address so far, the oldest first.
    pub async fn mails_to(&self, address: &str) -> Vec<MailRow> {
        self.run_jobs().await;
        let mut mails = list_mails(&self.app.db).await.expect("mails");
        mails.retain(|mail| mail.recipient == address);
        mails.reverse();
        mails
    }
}

/// The path of a mail's link.
pub fn link_of(mail: &MailRow) -> String {
    let line = mail
        .body_text
        .lines()
        .find(|line| line.starts_with("http"))
        .unwrap_or_else(|| panic!("no link in {}", mail.body_text));
    line.trim_start_matches("http://site.test").to_owned()
}
