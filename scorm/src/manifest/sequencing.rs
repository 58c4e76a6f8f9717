//! The sequencing definition model of SCORM 2004 (SN chapter 3, "The Sequencing Definition Model"), with the defaults the standard
//! gives to what a manifest leaves out. Data only: the engine that obeys it lives elsewhere.

use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;

/// How one activity and its cluster behave.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sequencing {
    pub control_mode: ControlMode,
    pub pre_conditions: Vec<SequencingRule<PreConditionAction>>,
    pub post_conditions: Vec<SequencingRule<PostConditionAction>>,
    pub exit_conditions: Vec<SequencingRule<ExitConditionAction>>,
    pub limits: LimitConditions,
    pub rollup: Rollup,
    /// The primary objective first, where there is one.
    pub objectives: Vec<Objective>,
    pub randomization: Randomization,
    pub delivery: DeliveryControls,
    pub constrained_choice: ConstrainedChoice,
    pub rollup_considerations: RollupConsiderations,
}

impl Sequencing {
    pub fn primary_objective(&self) -> Option<&Objective> {
        self.objectives.iter().find(|objective| objective.primary)
    }
}

/// SN, "Sequencing Control Modes".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlMode {
    pub choice: bool,
    pub choice_exit: bool,
    pub flow: bool,
    pub forward_only: bool,
    pub use_current_attempt_objective_info: bool,
    pub use_current_attempt_progress_info: bool,
}

impl Default for ControlMode {
    fn default() -> Self {
        Self {
            choice: true,
            choice_exit: true,
            flow: false,
            forward_only: false,
            use_current_attempt_objective_info: true,
            use_current_attempt_progress_info: true,
        }
    }
}

/// SN, "Sequencing Rules": if the conditions hold, the action is taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SequencingRule<Action> {
    pub combination: Combination,
    pub conditions: Vec<RuleCondition>,
    pub action: Action,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleCondition {
    pub condition: Condition,
    pub negated: bool,
    /// `None`: the primary objective.
    pub referenced_objective: Option<String>,
    /// −1 to 1.
    pub measure_threshold: f64,
}

vocabulary! {
    /// How conditions join.
    pub enum Combination {
        All = "all",
        Any = "any",
    }
}

vocabulary! {
    /// SN, "Rule Condition".
    pub enum Condition {
        Satisfied = "satisfied",
        ObjectiveStatusKnown = "objectiveStatusKnown",
        ObjectiveMeasureKnown = "objectiveMeasureKnown",
        ObjectiveMeasureGreaterThan = "objectiveMeasureGreaterThan",
        ObjectiveMeasureLessThan = "objectiveMeasureLessThan",
        Completed = "completed",
        ActivityProgressKnown = "activityProgressKnown",
        Attempted = "attempted",
        AttemptLimitExceeded = "attemptLimitExceeded",
        TimeLimitExceeded = "timeLimitExceeded",
        OutsideAvailableTimeRange = "outsideAvailableTimeRange",
        Always = "always",
    }
}

vocabulary! {
    pub enum PreConditionAction {
        Skip = "skip",
        Disabled = "disabled",
        HiddenFromChoice = "hiddenFromChoice",
        StopForwardTraversal = "stopForwardTraversal",
    }
}

vocabulary! {
    pub enum PostConditionAction {
        ExitParent = "exitParent",
        ExitAll = "exitAll",
        Retry = "retry",
        RetryAll = "retryAll",
        Continue = "continue",
        Previous = "previous",
    }
}

vocabulary! {
    pub enum ExitConditionAction {
        Exit = "exit",
    }
}

/// SN, "Limit Conditions"; durations and times as written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LimitConditions {
    pub attempt_limit: Option<u32>,
    pub attempt_absolute_duration_limit: Option<String>,
    pub attempt_experienced_duration_limit: Option<String>,
    pub activity_absolute_duration_limit: Option<String>,
    pub activity_experienced_duration_limit: Option<String>,
    pub begin_time_limit: Option<String>,
    pub end_time_limit: Option<String>,
}

/// SN, "Rollup Rules".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rollup {
    pub objective_satisfied: bool,
    pub progress_completion: bool,
    /// From 0; the standard ends at 1.
    pub objective_measure_weight: f64,
    pub rules: Vec<RollupRule>,
}

impl Default for Rollup {
    fn default() -> Self {
        Self {
            objective_satisfied: true,
            progress_completion: true,
            objective_measure_weight: 1.0,
            rules: Vec::new(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RollupRule {
    pub children: ChildActivitySet,
    pub combination: Combination,
    pub conditions: Vec<RollupCondition>,
    pub action: RollupAction,
}

/// Which children a rollup rule asks (SN, "Child Activity Set").
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChildActivitySet {
    All,
    Any,
    None,
    AtLeastCount(u32),
    /// 0 to 1.
    AtLeastPercent(f64),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollupCondition {
    pub condition: Condition,
    pub negated: bool,
}

vocabulary! {
    pub enum RollupAction {
        Satisfied = "satisfied",
        NotSatisfied = "notSatisfied",
        Completed = "completed",
        Incomplete = "incomplete",
    }
}

/// SN, "Objectives".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Objective {
    /// A primary objective may go without.
    pub identifier: Option<String>,
    pub primary: bool,
    pub satisfied_by_measure: bool,
    /// −1 to 1.
    pub min_normalized_measure: f64,
    pub maps: Vec<ObjectiveMap>,
    /// What the 4th Edition shares besides status and measure.
    pub extended_maps: Vec<ExtendedObjectiveMap>,
}

/// An identifier of an objective as SCOs know it. Manifests write spaces as `%20`, as several, or
/// at the ends, and mean the same objective; case is significant.
pub fn objective_id(written: &str) -> String {
    let spaced = written.replace("%20", " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A link to a shared objective (SN, "Objective Map": `imsss:mapInfo`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectiveMap {
    pub target: String,
    pub read_satisfied_status: bool,
    pub read_normalized_measure: bool,
    pub write_satisfied_status: bool,
    pub write_normalized_measure: bool,
}

/// A link to a shared objective (SN, "Objective Map": `adlseq:mapInfo`, 4th Edition).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtendedObjectiveMap {
    pub target: String,
    pub read_raw_score: bool,
    pub read_min_score: bool,
    pub read_max_score: bool,
    pub read_completion_status: bool,
    pub read_progress_measure: bool,
    pub write_raw_score: bool,
    pub write_min_score: bool,
    pub write_max_score: bool,
    pub write_completion_status: bool,
    pub write_progress_measure: bool,
}

/// SN, "Selection Controls" and "Randomization Controls".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Randomization {
    pub selection_timing: Timing,
    pub select_count: Option<u32>,
    pub randomization_timing: Timing,
    pub reorder_children: bool,
}

impl Default for Randomization {
    fn default() -> Self {
        Self {
            selection_timing: Timing::Never,
            select_count: None,
            randomization_timing: Timing::Never,
            reorder_children: false,
        }
    }
}

impl Randomization {
    /// Whether only some of the children take part.
    pub fn selects(&self) -> bool {
        self.select_count.is_some() && self.selection_timing != Timing::Never
    }
}

vocabulary! {
    pub enum Timing {
        Never = "never",
        Once = "once",
        OnEachNewAttempt = "onEachNewAttempt",
    }
}

/// SN, "Delivery Controls".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryControls {
    pub tracked: bool,
    pub completion_set_by_content: bool,
    pub objective_set_by_content: bool,
}

impl Default for DeliveryControls {
    fn default() -> Self {
        Self {
            tracked: true,
            completion_set_by_content: false,
            objective_set_by_content: false,
        }
    }
}

/// SN, "Constrain Choice Controls".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConstrainedChoice {
    pub prevent_activation: bool,
    pub constrain_choice: bool,
}

/// SN, "Rollup Consideration Controls".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollupConsiderations {
    pub required_for_satisfied: Consideration,
    pub required_for_not_satisfied: Consideration,
    pub required_for_completed: Consideration,
    pub required_for_incomplete: Consideration,
    pub measure_satisfaction_if_active: bool,
}

impl Default for RollupConsiderations {
    fn default() -> Self {
        Self {
            required_for_satisfied: Consideration::Always,
            required_for_not_satisfied: Consideration::Always,
            required_for_completed: Consideration::Always,
            required_for_incomplete: Consideration::Always,
            measure_satisfaction_if_active: true,
        }
    }
}

vocabulary! {
    pub enum Consideration {
        Always = "always",
        IfAttempted = "ifAttempted",
        IfNotSuspended = "ifNotSuspended",
        IfNotSkipped = "ifNotSkipped",
    }
}

#[cfg(test)]
mod tests {
    use super::objective_id;

    #[test]
    fn identifiers_of_objectives_differ_in_more_than_spaces() {
        for (written, meant) in [
            (" ob%20j%201     ", "ob j 1"),
            ("ob%20%20j 1", "ob j 1"),
            ("OBJ", "OBJ"),
            ("obj%2520", "obj%2520"),
            ("%20", ""),
        ] {
            assert_eq!(objective_id(written), meant);
        }
    }
}
