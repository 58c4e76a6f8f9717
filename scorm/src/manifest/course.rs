//! What a manifest says, once read: the course, its organisations, items and resources. Owns the
//! shapes that are stored and served; knows nothing of XML.

use serde::{Deserialize, Serialize};

use super::launch::LaunchTarget;
use super::problem::{Problem, Severity};
use super::sequencing::Sequencing;
use super::version::{Edition, VersionReason};
use crate::runtime::Standard;

/// A course as its manifest describes it, with everything that had to be said about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Course {
    pub standard: Standard,
    pub edition: Edition,
    pub version_reason: VersionReason,
    /// The identifier of the manifest; empty when it has none.
    pub identifier: String,
    pub title: String,
    /// Never empty.
    pub organizations: Vec<Organization>,
    /// An index into `organizations`.
    pub default_organization: usize,
    pub resources: Vec<Resource>,
    /// Most severe first.
    pub problems: Vec<Problem>,
}

impl Course {
    /// The organisation that is played.
    pub fn organization(&self) -> Option<&Organization> {
        self.organizations.get(self.default_organization)
    }

    /// All items of the default organisation, parents before children, in order.
    pub fn items(&self) -> Items<'_> {
        Items::over(
            self.organization()
                .map_or(&[], |organization| &organization.items),
        )
    }

    /// The items that open something, in order.
    pub fn launchables(&self) -> impl Iterator<Item = &Item> {
        self.items().filter(|item| item.is_launchable())
    }

    /// The launchable items that talk to the run-time, in order.
    pub fn scos(&self) -> impl Iterator<Item = &Item> {
        self.launchables()
            .filter(|item| item.kind == Some(ResourceKind::Sco))
    }

    /// Finds an item of the default organisation.
    pub fn find_item(&self, identifier: &str) -> Option<&Item> {
        self.items().find(|item| item.identifier == identifier)
    }

    pub fn resource_of(&self, item: &Item) -> Option<&Resource> {
        item.resource.and_then(|index| self.resources.get(index))
    }

    /// Whether nothing stands in the way of playing it.
    pub fn is_playable(&self) -> bool {
        self.problems
            .iter()
            .all(|problem| problem.severity < Severity::Block)
    }
}

/// One way through the content: the root of an activity tree.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Organization {
    pub identifier: String,
    pub title: String,
    pub items: Vec<Item>,
    /// Whether shared objectives outlive the attempt (CAM, `adlseq:objectivesGlobalToSystem`); true unless the manifest
    /// says otherwise.
    pub objectives_global_to_system: bool,
    /// Whether `adl.data` stores outlive the attempt (CAM,
    /// `adlcp:sharedDataGlobalToSystem`).
    pub shared_data_global_to_system: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion_threshold: Option<CompletionThreshold>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequencing: Option<Sequencing>,
}

/// One activity: a leaf that opens a resource, or a branch that groups others.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    /// Unique in the course.
    pub identifier: String,
    pub title: String,
    /// An index into the course's resources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<usize>,
    /// What the resource is; `None` when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ResourceKind>,
    pub launch: LaunchTarget,
    /// As written; already joined into `launch`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<String>,
    pub is_visible: bool,
    /// An aicc_script expression (SCORM 1.2), as written: see [`crate::prerequisites`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prerequisites: Option<String>,
    /// 0 to 100 (SCORM 1.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mastery_score: Option<f64>,
    /// As written: `HHHH:MM:SS.SS` in 1.2, an ISO duration in 2004.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_time_allowed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_limit_action: Option<TimeLimitAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_from_lms: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion_threshold: Option<CompletionThreshold>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hide_lms_ui: Vec<LmsControl>,
    /// The stores that `adl.data` shows to this activity, in order (4th Edition).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub data_maps: Vec<DataMap>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequencing: Option<Sequencing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Self>,
}

impl Item {
    pub fn is_launchable(&self) -> bool {
        self.launch != LaunchTarget::None
    }

    /// The score, −1 to 1, that satisfies the primary objective, when a measure decides
    /// (RTE, `cmi.scaled_passing_score`).
    pub fn scaled_passing_score(&self) -> Option<f64> {
        let primary = self.sequencing.as_ref()?.primary_objective()?;
        primary
            .satisfied_by_measure
            .then_some(primary.min_normalized_measure)
    }

    /// This item and all below it, parents first.
    pub fn descendants(&self) -> Items<'_> {
        Items::over(std::slice::from_ref(self))
    }
}

/// Items in pre-order.
#[derive(Debug, Clone)]
pub struct Items<'a> {
    stack: Vec<&'a Item>,
}

impl<'a> Items<'a> {
    pub fn over(items: &'a [Item]) -> Self {
        Self {
            stack: items.iter().rev().collect(),
        }
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = &'a Item;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.stack.pop()?;
        self.stack.extend(item.children.iter().rev());
        Some(item)
    }
}

/// What an item opens, and the files it declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    pub identifier: String,
    /// As written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The `xml:base` of manifest, resources and resource combined: empty or ending in `/`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub base: String,
    pub kind: ResourceKind,
    /// Decoded paths relative to the manifest's folder, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// Identifiers of resources whose files this one needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dependencies: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ResourceKind {
    /// Talks to the run-time.
    Sco,
    /// Is only shown.
    Asset,
}

/// When `cmi.progress_measure` or the measures below complete an activity (CAM,
/// `adlcp:completionThreshold`).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CompletionThreshold {
    pub completed_by_measure: bool,
    /// 0 to 1.
    pub min_progress_measure: f64,
    /// From 0; the standard ends at 1.
    pub progress_weight: f64,
}

impl Default for CompletionThreshold {
    fn default() -> Self {
        Self {
            completed_by_measure: false,
            min_progress_measure: 1.0,
            progress_weight: 1.0,
        }
    }
}

/// A store shared between activities (CAM, `adlcp:map`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataMap {
    pub target_id: String,
    pub read_shared_data: bool,
    pub write_shared_data: bool,
}

super::vocabulary::vocabulary! {
    /// What happens when the time allowed is used up.
    pub enum TimeLimitAction {
        ExitMessage = "exit,message",
        ExitNoMessage = "exit,no message",
        ContinueMessage = "continue,message",
        ContinueNoMessage = "continue,no message",
    }
}

super::vocabulary::vocabulary! {
    /// A control of the player that a package may hide (CAM, `adlnav:hideLMSUI`).
    pub enum LmsControl {
        Previous = "previous",
        Continue = "continue",
        Exit = "exit",
        ExitAll = "exitAll",
        Abandon = "abandon",
        AbandonAll = "abandonAll",
        SuspendAll = "suspendAll",
    }
}
