//! Writing to those who run the site. What visitors write goes out as mail and is kept nowhere else.

pub mod web;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::jobs::{self, Job};
use crate::mail::Mail;
use crate::requests::db::list_staff;
use crate::users::EmailAddress;
use crate::web::{Fault, one_line};

const MAX_NAME: usize = 100;
const MAX_MESSAGE: usize = 5_000;
/// What mail servers take (RFC 5321, 4.5.3.1.3, without the brackets).
const MAX_ADDRESS: usize = 254;

/// A message as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageForm {
    pub name: String,
    pub email: String,
    pub message: String,
}

#[derive(Debug, Clone)]
pub struct Message {
    name: String,
    email: EmailAddress,
    text: String,
}

impl MessageForm {
    pub fn parse(&self) -> Result<Message, Vec<Fault>> {
        let mut faults = Vec::new();
        let name = one_line(&self.name);
        if name.is_empty() || name.chars().count() > MAX_NAME {
            faults.push(Fault::new("name", "contact-fault-name"));
        }
        let text = self.message.trim().replace("\r\n", "\n");
        if text.is_empty() {
            faults.push(Fault::new("message", "contact-fault-message"));
        } else if text.chars().count() > MAX_MESSAGE {
            faults.push(Fault::new("message", "settings-fault-long"));
        }
        let email = EmailAddress::parse(&self.email);
        let Some(email) = email.filter(|email| email.as_str().len() <= MAX_ADDRESS) else {
            faults.push(Fault::new("email", "requests-fault-email"));
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Message { name, email, text })
    }
}

/// Writes the mails into the caller's transaction. False when nobody runs the site who could read them.
pub async fn pass_on(tx: &mut Tx, message: &Message, now: Instant) -> DbResult<bool> {
    let readers = list_staff(tx).await?;
    for reader in &readers {
        let mail = Mail {
            to: reader.email.clone(),
            lang: reader.lang,
            template: "contact_message".to_owned(),
            values: json!({
                "name": reader.name,
                "sender": message.name,
                "address": message.email.as_str(),
                "message": message.text,
            }),
        };
        let job = Job::SendMessage {
            mail,
            reply_to: message.email.as_str().to_owned(),
        };
        jobs::enqueue(tx, &job, now).await?;
    }
    Ok(!readers.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_needs_a_name_an_address_and_words() {
        let faults = MessageForm::default().parse().err().unwrap_or_default();
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["name", "message", "email"]);
    }

    #[test]
    fn what_would_be_further_headers_is_one_line_or_no_address() {
        let form = |name: &str, email: &str| MessageForm {
            name: name.to_owned(),
            email: email.to_owned(),
            message: "Hello".to_owned(),
        };
        let name = "Ana\r\nBcc: all@example.org";
        let parsed = form(name, "ana@example.org").parse();
        let name = parsed.map(|message| message.name);
        assert_eq!(name.ok().as_deref(), Some("Ana Bcc: all@example.org"));
        for email in [
            "ana@example.org\r\nBcc: all@example.org",
            "ana@example.org, all@example.org",
            "Ana <ana@example.org>",
        ] {
            assert!(form("Ana", email).parse().is_err(), "{email}");
        }
    }
}
