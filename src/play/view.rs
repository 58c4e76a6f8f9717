//! The answers' picture of what is true now, in the learner's language.

use std::collections::BTreeMap;

use scorm::manifest::{LaunchTarget, LmsControl, ResourceKind};
use scorm::navigation::{Control, Ending, Refused};
use scorm::outcome::Outcome;
use scorm::runtime::Standard;

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
        let deliver = turn
            .deliver
            .as_deref()
            .and_then(|item| self.delivery(item, token));
        let lang = self.lang;
        let (toc, controls) = match self.live.navigation() {
            Some(navigation) => {
                let standard = self.live.standard();
                let state = |control| offered(standard, control, navigation.control(control));
                (navigation.toc(), controls(state))
            }
            None => (Vec::new(), BTreeMap::new()),
        };
        View {
            toc,
            controls,
            deliver,
            ended: turn.ended.map(|ending| self.ended(ending)),
            message: turn.message.as_ref().map(|refused| refusal(lang, refused)),
            outcome: outcome_view(lang, &self.live.outcome),
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

fn controls(state: impl Fn(LmsControl) -> Control) -> BTreeMap<&'static str, Control> {
    CONTROLS
        .into_iter()
        .map(|(name, control)| (name, state(control)))
        .collect()
}

/// Exit, Abandon and Suspend are words of SCORM 2004 (SN 3.2). In 1.2 everything is kept whichever
/// way the learner leaves, so that one way out is enough.
fn offered(standard: Standard, control: LmsControl, state: Control) -> Control {
    let known = match control {
        LmsControl::Previous | LmsControl::Continue | LmsControl::ExitAll => true,
        LmsControl::Exit
        | LmsControl::Abandon
        | LmsControl::AbandonAll
        | LmsControl::SuspendAll => standard == Standard::Scorm2004,
    };
    if known { state } else { Control::Hidden }
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
