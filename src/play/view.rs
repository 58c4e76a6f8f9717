//! The answers' picture of what is true now, in the learner's language.

use scorm::manifest::{LaunchTarget, LmsControl, ResourceKind};
use scorm::navigation::{Ending, Refused};
use scorm::outcome::Outcome;
use scorm::sequencing::SequencingException;

use super::live::Signposts;
use super::protocol::{Delivery, OutcomeView, View};
use super::slot::{Slot, Turn};
use crate::i18n::Lang;
use crate::outcomes;

/// The controls by the names the player knows.
const CONTROLS: [(&str, LmsControl); 7] = [
    ("previous", LmsControl::Previous),
    ("continue", LmsControl::Continue),
    ("exit", LmsControl::Exit),
    ("exitAll", LmsControl::ExitAll),
    ("abandon", LmsControl::Abandon),
    ("abandonAll", LmsControl::AbandonAll),
    ("suspendAll", LmsControl::SuspendAll),
];

impl Slot {
    /// Delivers what the turn asks for and draws the picture. `token` makes the addresses.
    pub(super) fn view(&mut self, turn: &Turn, token: &str) -> View {
        let step = &turn.step;
        let deliver = step.deliver.as_deref();
        let deliver = deliver.and_then(|item| self.delivery(item, token));
        let lang = self.lang;
        let live = &self.live;
        let signposts = live.signposts();
        let state = |posts: &Signposts<'_>| {
            let states = CONTROLS.map(|(name, control)| (name, posts.control(control)));
            states.into_iter().collect()
        };
        View {
            toc: signposts.as_ref().map(Signposts::toc).unwrap_or_default(),
            controls: signposts.as_ref().map(state).unwrap_or_default(),
            deliver,
            ended: step.ended.map(|ending| self.ended(ending)),
            message: step.message.as_ref().map(|refused| refusal(lang, refused)),
            exception: step.exception.map(SequencingException::code),
            outcome: outcome_view(lang, &live.outcome),
        }
    }

    fn ended(&self, ending: Ending) -> &'static str {
        match ending {
            Ending::Suspended => "suspended",
            _ if self.live.outcome.is_met() => "completed",
            Ending::Exited | Ending::Abandoned => "exited",
        }
    }

    fn delivery(&mut self, identifier: &str, token: &str) -> Option<Delivery> {
        let (document, initial) = self.live.deliver(identifier)?;
        self.is_touched = true;
        let item = self
            .live
            .setting
            .version
            .package
            .course
            .find_item(identifier)?;
        let address = item.launch.url()?;
        let url = match &item.launch {
            LaunchTarget::External { .. } => address,
            _ => format!("/play/{token}/c/{address}"),
        };
        Some(Delivery {
            sco: identifier.to_owned(),
            title: item.title.clone(),
            url,
            kind: if item.kind == Some(ResourceKind::Asset) {
                "asset"
            } else {
                "sco"
            },
            document,
            initial,
        })
    }
}

fn refusal(lang: Lang, refused: &Refused) -> String {
    match refused {
        Refused::NothingOpen => lang.text("play-refused-nothing-open"),
        Refused::NoNext => lang.text("play-refused-no-next"),
        Refused::NoPrevious => lang.text("play-refused-no-previous"),
        Refused::PrerequisitesUnmet { title } => lang.text_with(
            "play-refused-prerequisites",
            &[("title", title.as_str().into())],
        ),
        Refused::NothingInside { title } => lang.text_with(
            "play-refused-nothing-inside",
            &[("title", title.as_str().into())],
        ),
        Refused::UnknownItem { .. } => lang.text("play-refused-unknown"),
    }
}

fn outcome_view(lang: Lang, outcome: &Outcome) -> OutcomeView {
    OutcomeView {
        status: outcome.status().word(),
        label: outcomes::status_label(lang, outcome.status()),
        score: outcomes::score_text(lang, outcome),
        why: outcomes::reasons(lang, outcome),
    }
}
