//! What the player shows of the way through a package at one moment: the contents, and which controls lead on.

use std::borrow::Cow;

use scorm::manifest::LmsControl;
use scorm::navigation::{Control, Navigation, TocItem};
use scorm::sequencing::Sequencer;

/// The contents and the controls at one moment.
pub(in crate::play) enum Signposts<'a> {
    Sequenced {
        sequencer: Cow<'a, Sequencer>,
        /// Whether there are several activities to find a way through.
        is_guided: bool,
    },
    Plain(Navigation<'a>),
}

impl Signposts<'_> {
    pub(in crate::play) fn toc(&self) -> Vec<TocItem> {
        match self {
            Self::Sequenced { sequencer, .. } => sequencer.toc(),
            Self::Plain(navigation) => navigation.toc(),
        }
    }

    /// How the player shows a control. Exit, Abandon and Suspend are words of SCORM 2004 (SN 3.2): in 1.2 everything is
    /// kept whichever way the learner leaves. Where there is one activity only, one way out is enough.
    pub(in crate::play) fn control(&self, control: LmsControl) -> Control {
        let is_way_out = control == LmsControl::ExitAll;
        let is_everyones = matches!(control, LmsControl::Previous | LmsControl::Continue);
        match self {
            Self::Sequenced { is_guided, .. } if !is_way_out && !is_guided => Control::Hidden,
            Self::Sequenced { sequencer, .. } => sequencer.control(control),
            Self::Plain(navigation) if is_way_out || is_everyones => navigation.control(control),
            Self::Plain(_) => Control::Hidden,
        }
    }
}
