//! Mails: rendered in the recipient's language, sent by SMTP, or kept and shown where no server is set.

mod db;
pub mod web;

use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport as _, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};

use crate::AppState;
use crate::config::Config;
use crate::i18n::Lang;
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
    send(app, mail, Keep::UntilSent).await
}

/// Sends a mail whose link opens something at once, and keeps no copy of its text, not even of one that was refused.
pub(crate) async fn deliver_secret(app: &AppState, mail: &Mail) -> anyhow::Result<()> {
    send(app, mail, Keep::Envelope).await
}

/// Runs the `SendFarewell` job: a mail to somebody whose account is gone, of whom nothing is to be kept.
pub(crate) async fn deliver_farewell(app: &AppState, mail: &Mail) -> anyhow::Result<()> {
    send(app, mail, Keep::Nothing).await
}

/// What is kept of a mail beside the recipient's copy. Where no mail server is set, the kept one is the recipient's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// The text until it has left, so that a refused one can be sent again.
    UntilSent,
    Envelope,
    Nothing,
}

async fn send(app: &AppState, mail: &Mail, keep: Keep) -> anyhow::Result<()> {
    let mut letter = render(app, mail)?;
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
    let message = Message::builder()
        .from(app.mailer.from.clone())
        .to(to.parse()?)
        .subject(letter.subject.clone())
        .multipart(MultiPart::alternative_plain_html(
            letter.text.clone(),
            letter.html.clone(),
        ))?;
    match transport.send(message).await {
        Ok(_) => Ok(Sent::Accepted),
        Err(error) if error.is_permanent() => Ok(Sent::Refused(error.to_string())),
        Err(error) => Err(error.into()),
    }
}

pub fn render(app: &AppState, mail: &Mail) -> anyhow::Result<Letter> {
    let mut context = tera::Context::from_serialize(&mail.values)?;
    let site = app
        .site
        .read()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .clone();
    context.insert("site", &site);
    context.insert("site_url", &app.config.site_origin());
    context.insert("lang", mail.lang.code());
    context.insert("dir", mail.lang.dir());
    let part = |file: &str| {
        app.templates.render(
            mail.lang,
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
    })
}
