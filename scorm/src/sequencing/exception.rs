//! Why a process of the standard refused: one variant for each code of SN appendix C, no more.

use serde::{Deserialize, Serialize};

macro_rules! exceptions {
    ($($variant:ident = $code:literal, $text:literal;)+) => {
        /// A sequencing exception (SN appendix C, "Sequencing Exception Codes").
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum SequencingException {
            $(#[doc = concat!("[", $code, "] ", $text)] $variant,)+
        }

        impl SequencingException {
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The code by which the standard names it.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            pub const fn text(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

exceptions! {
    SessionHasBegun = "NB.2.1-1", "The sequencing session has already begun.";
    SessionHasNotBegun = "NB.2.1-2", "The sequencing session has not begun.";
    NothingSuspended = "NB.2.1-3", "No activity is suspended.";
    ContinueWithoutFlow = "NB.2.1-4", "The activities here are not in a flow.";
    PreviousWithoutFlow = "NB.2.1-5", "The activities here are not in a flow, or only in a forward one.";
    PreviousFromRoot = "NB.2.1-6", "No activity comes before the root.";
    UnsupportedRequest = "NB.2.1-7", "This navigation request is not supported.";
    NavigationChoiceExit = "NB.2.1-8", "The current activity may not be left by a choice.";
    NavigationNothingToConsider = "NB.2.1-9", "No path leads from the current activity to the one chosen.";
    NavigationChoiceForbidden = "NB.2.1-10", "The activity chosen may not be chosen.";
    UnknownTarget = "NB.2.1-11", "The activity asked for does not exist.";
    NavigationAlreadyEnded = "NB.2.1-12", "The current activity has already ended.";
    UndefinedRequest = "NB.2.1-13", "The navigation request is not defined.";
    TerminationWithoutSession = "TB.2.3-1", "There is no current activity to end.";
    TerminationAlreadyEnded = "TB.2.3-2", "The current activity has already ended.";
    SuspendInactiveRoot = "TB.2.3-3", "An inactive root cannot be suspended.";
    RootHasNoParent = "TB.2.3-4", "The root has no parent to exit to.";
    NothingToSuspend = "TB.2.3-5", "There is nothing to suspend.";
    NothingToAbandon = "TB.2.3-6", "There is nothing to abandon.";
    UndefinedTermination = "TB.2.3-7", "The termination request is not defined.";
    LastActivity = "SB.2.1-1", "This is the last activity.";
    NoAvailableChildren = "SB.2.1-2", "The activity has no available children.";
    NothingBeforeRoot = "SB.2.1-3", "No activity comes before the root.";
    ForwardOnlyFlow = "SB.2.1-4", "The activities here are walked forward only.";
    FlowForbidden = "SB.2.2-1", "The activities here are not in a flow.";
    FlowUnavailable = "SB.2.2-2", "The activity is not available.";
    ForwardTraversalBlocked = "SB.2.4-1", "The way forward is blocked.";
    ForwardOnlyChoice = "SB.2.4-2", "The activities here are chosen forward only.";
    ChoiceBeforeRoot = "SB.2.4-3", "No activity comes before the root.";
    StartTwice = "SB.2.5-1", "The session has already begun.";
    ResumeTwice = "SB.2.6-1", "The session has already begun.";
    NothingToResume = "SB.2.6-2", "No activity is suspended.";
    ContinueWithoutSession = "SB.2.7-1", "The session has not begun.";
    ContinueFlowForbidden = "SB.2.7-2", "The activities here are not in a flow.";
    PreviousWithoutSession = "SB.2.8-1", "The session has not begun.";
    PreviousFlowForbidden = "SB.2.8-2", "The activities here are not in a flow.";
    ChoiceWithoutTarget = "SB.2.9-1", "No activity was chosen.";
    ChoiceUnavailable = "SB.2.9-2", "The activity chosen is not available.";
    ChoiceHidden = "SB.2.9-3", "The activity chosen is hidden from choice.";
    ChoiceForbidden = "SB.2.9-4", "The activity chosen may not be chosen.";
    ChoiceNothingToConsider = "SB.2.9-5", "No path leads from the current activity to the one chosen.";
    ActivationPrevented = "SB.2.9-6", "The activity chosen may not be begun by a choice.";
    ChoiceExitForbidden = "SB.2.9-7", "The current activity may not be left by a choice.";
    ChoiceConstrained = "SB.2.9-8", "Only the neighbours of the current activity may be chosen.";
    ChoiceDeliversNothing = "SB.2.9-9", "Nothing in the activity chosen can be delivered.";
    RetryWithoutSession = "SB.2.10-1", "The session has not begun.";
    RetryUnended = "SB.2.10-2", "The current activity has not ended.";
    RetryFlow = "SB.2.10-3", "Nothing in the current activity can be delivered again.";
    ExitWithoutSession = "SB.2.11-1", "The session has not begun.";
    ExitUnended = "SB.2.11-2", "The current activity has not ended.";
    UndefinedSequencing = "SB.2.12-1", "The sequencing request is not defined.";
    JumpWithoutSession = "SB.2.13-1", "The session has not begun.";
    DeliverBranch = "DB.1.1-1", "Only a leaf can be delivered.";
    DeliverNothing = "DB.1.1-2", "There is nothing to deliver.";
    DeliverUnavailable = "DB.1.1-3", "The activity is not available.";
    AlreadyActive = "DB.2-1", "The activity to be delivered is already active.";
}

impl std::fmt::Display for SequencingException {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code(), self.text())
    }
}

impl std::error::Error for SequencingException {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_exception_has_a_code_of_its_own() {
        let codes: BTreeSet<_> = SequencingException::ALL
            .iter()
            .map(|it| it.code())
            .collect();
        assert_eq!(codes.len(), SequencingException::ALL.len());
    }

    #[test]
    fn every_exception_says_its_code_and_why_in_a_sentence() {
        for exception in SequencingException::ALL {
            let (code, text) = (exception.code(), exception.text());
            assert!(text.ends_with('.') && text.len() > 20, "{code}");
            assert_eq!(exception.to_string(), format!("{code}: {text}"));
        }
    }
}
