//! Mails: rendered in the recipient's language, sent by SMTP, or kept and shown where no server is set.

mod db;
pub mod web;

use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport as _, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};

use crate::AppState;
use crate::config::Config;
use crate::i18n::{Lang, Zone};
use crate::ids::MailId;

pub use db::{MailRow, list_failed, list_mails, mark_retried};

/// A mail to be sent: the template's folder under `templates/email/`, and its values.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Mail {
    pub to: String,
    pub lang: Lang,
    pub template: String,
    pub values: serde_json::Value,
}

/// A rendered mail.
#[derive(Debug, Clone)]
pub struct Letter {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Whom an answer goes to, where that is not the site.
    pub reply_to: Option<String>,
}

/// How mail leaves: by SMTP, or not at all.
#[derive(Debug, Clone)]
pub struct Mailer {
    transport: Option<AsyncSmtpTransport<Tokio1Executor>>,
    from: Mailbox,
}

impl Mailer {
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let transport = match &config.smtp_url {
            Some(url) => Some(AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.build()),
            None => None,
        };
        Ok(Self {
            transport,
            from: config.mail_from.parse()?,
        })
    }
}

/// Runs the `SendMail` job. A permanent refusal of one address is recorded and not tried again.
pub(crate) async fn deliver(app: &AppState, mail: &Mail) -> anyhow::Result<()> {
    send(app, mail, Keep::UntilSent, None).await
}

/// Runs the `SendMessage` job.
pub(crate) async fn deliver_message(
    app: &AppState,
    mail: &Mail,
    reply_to: &str,
) -> anyhow::Result<()> {
    send(app, mail, Keep::UntilSent, Some(reply_to)).await
}

/// Sends a mail whose link opens something at once, and keeps no copy of its text, not even of one that was refused.
pub(crate) async fn deliver_secret(app: &AppState, mail: &Mail) -> anyhow::Result<()> {
    send(app, mail, Keep::Envelope, None).await
}

/// Runs the `SendFarewell` job: a mail to somebody whose account is gone, of whom nothing is to be kept.
pub(crate) async fn deliver_farewell(app: &AppState, mail: &Mail) -> anyhow::Result<()> {
    send(app, mail, Keep::Nothing, None).await
}

/// What is kept of a mail beside the recipient's copy. Where no mail server is set, the kept one is the recipient's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// The text until it has left, so that a refused one can be sent again.
    UntilSent,
    Envelope,
    Nothing,
}

async fn send(
    app: &AppState,
    mail: &Mail,
    keep: Keep,
    reply_to: Option<&str>,
) -> anyhow::Result<()> {
    let mut letter = render(app, mail)?;
    letter.reply_to = reply_to.map(str::to_owned);
    let sent = transmit(app, &mail.to, &letter).await?;
    let has_left = sent == Sent::Accepted;
    if sent != Sent::Kept {
        if keep == Keep::Nothing {
            return Ok(());
        }
        if has_left || keep == Keep::Envelope {
            letter.text.clear();
            letter.html.clear();
        }
        // To somebody about somebody else, whose name it says.
        if has_left && mail.values.get("person").is_some() {
            letter.subject.clear();
        }
    }
    let (state, error) = sent.told();
    db::insert_mail(&app.db, mail, &letter, state, error, app.clock.now()).await?;
    Ok(())
}

/// Runs the `ResendMail` job: what a server refused, as it was written then.
pub(crate) async fn deliver_again(app: &AppState, id: MailId) -> anyhow::Result<()> {
    let Some(mail) = db::find_mail(&app.db, id).await? else {
        return Ok(());
    };
    let letter = Letter {
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html,
        reply_to: mail.reply_to,
    };
    let sent = transmit(app, &mail.recipient, &letter).await?;
    let (state, error) = sent.told();
    db::mark_delivered(&app.db, id, state, error).await?;
    Ok(())
}

/// What became of a letter.
#[derive(Debug, PartialEq, Eq)]
enum Sent {
    /// No mail server is set.
    Kept,
    Accepted,
    /// For good: trying again would bring the same answer.
    Refused(String),
}

impl Sent {
    fn told(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::Kept => ("kept", None),
            Self::Accepted => ("sent", None),
            Self::Refused(error) => ("failed", Some(error)),
        }
    }
}

/// An error is worth trying again.
async fn transmit(app: &AppState, to: &str, letter: &Letter) -> anyhow::Result<Sent> {
    let Some(transport) = &app.mailer.transport else {
        return Ok(Sent::Kept);
    };
    let message = compose(&app.mailer.from, to, letter)?;
    match transport.send(message).await {
        Ok(_) => Ok(Sent::Accepted),
        Err(error) if error.is_permanent() => Ok(Sent::Refused(error.to_string())),
        Err(error) => Err(error.into()),
    }
}

fn compose(from: &Mailbox, to: &str, letter: &Letter) -> anyhow::Result<Message> {
    let mut message = Message::builder().from(from.clone()).to(to.parse()?);
    if let Some(address) = &letter.reply_to {
        message = message.reply_to(Mailbox::new(None, address.parse()?));
    }
    let parts = MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone());
    Ok(message.subject(letter.subject.clone()).multipart(parts)?)
}

pub fn render(app: &AppState, mail: &Mail) -> anyhow::Result<Letter> {
    let mut context = tera::Context::from_serialize(&mail.values)?;
    context.insert("site", &app.site());
    context.insert("site_url", &app.config.site_origin());
    context.insert("lang", mail.lang.code());
    context.insert("dir", mail.lang.dir());
    let part = |file: &str| {
        app.templates.render(
            mail.lang,
            Zone::default(),
            &format!("email/{}/{file}", mail.template),
            &context,
        )
    };
    Ok(Letter {
        subject: part("subject.txt")?
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        text: part("body.txt")?,
        html: part("body.html")?,
        reply_to: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(subject: &str, reply_to: Option<&str>) -> anyhow::Result<String> {
        let letter = Letter {
            subject: subject.to_owned(),
            text: "text".to_owned(),
            html: "<p>text</p>".to_owned(),
            reply_to: reply_to.map(str::to_owned),
        };
        let from = "Site <site@example.org>".parse()?;
        let message = compose(&from, "secretariat@example.org", &letter)?;
        let text = String::from_utf8_lossy(&message.formatted()).into_owned();
        Ok(text.split("\r\n\r\n").next().unwrap_or_default().to_owned())
    }

    #[test]
    fn an_answer_goes_to_whoever_wrote_and_nobody_else() {
        let sent = headers("Hello", Some("ana@example.org")).unwrap();
        assert!(sent.contains("Reply-To: ana@example.org\r\n"), "{sent}");
        let sent = headers("Hello", None).unwrap();
        assert!(!sent.contains("Reply-To"), "{sent}");
    }

    #[test]
    fn no_text_becomes_a_header() {
        let hostile = "ana@example.org\r\nBcc: all@example.org";
        assert!(headers("Hello", Some(hostile)).is_err());
        let sent = headers("Hello\r\nBcc: all@example.org", None).unwrap();
        assert!(!sent.contains("\r\nBcc"), "{sent}");
    }
}
