//! Every kind of problem: its data, its sentence, how much it matters, and its stable name.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Severity;

/// Every kind of problem with its data; `Display` says what happened and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum ProblemKind {
    #[error(
        "The manifest says it is written in {declared}, but it is not; it was read as {used}. Check that titles look right."
    )]
    EncodingGuessed { declared: String, used: String },
    #[error("The manifest contains control characters; they were left out.")]
    ControlCharacters,
    #[error("The document type declaration was ignored; a manifest needs none.")]
    DoctypeIgnored,
    #[error(
        "&{name}; is not known in a manifest and was kept as it stands. Write the character itself."
    )]
    UnknownEntity { name: String },
    #[error(
        "An attribute of <{element}> could not be read and was left out. Put its value in quotes."
    )]
    AttributeUnreadable { element: String },

    #[error(
        "The schema version \"{value}\" is not one of SCORM's; the version was found by other signs."
    )]
    SchemaVersionUnknown { value: String },
    #[error(
        "Nothing in the manifest says which version of SCORM it follows; SCORM 1.2 is assumed."
    )]
    VersionAssumed,
    #[error(
        "The manifest follows \"{schema}\", not SCORM; what can be shown is shown, and results may not be recorded."
    )]
    NotScorm { schema: String },

    #[error(
        "The manifest has no organization; one was made of its {items} launchable resources. Check their order and titles."
    )]
    OrganizationBuilt { items: usize },
    #[error("No default organization is named; \"{used}\" is used.")]
    DefaultOrganizationMissing { used: String },
    #[error(
        "The default organization \"{wanted}\" is not in the manifest; \"{used}\" is used. Check that it is the right one."
    )]
    DefaultOrganizationUnknown { wanted: String, used: String },
    #[error("\"{identifier}\" has no title; \"{used}\" is shown.")]
    TitleMissing { identifier: String, used: String },
    #[error("An item has no identifier; \"{used}\" was given to it.")]
    IdentifierMissing { used: String },
    #[error(
        "The identifier \"{identifier}\" is used more than once; the later one is now \"{used}\". Give each item its own."
    )]
    IdentifierDuplicate { identifier: String, used: String },
    #[error(
        "The manifest inside the manifest, \"{identifier}\", was joined to the course where it is referenced."
    )]
    SubManifestJoined { identifier: String },
    #[error("\"{item}\" refers to a manifest that contains it; the reference was left out.")]
    SubManifestCycle { item: String },

    #[error(
        "The item \"{item}\" refers to the resource \"{resource}\", which is not in the manifest; it cannot be opened. Correct identifierref or add the resource."
    )]
    ResourceUnknown { item: String, resource: String },
    #[error(
        "The resource \"{resource}\" has no address (href), so the item \"{item}\" cannot be opened. Add the page to open."
    )]
    ResourceWithoutHref { item: String, resource: String },
    #[error(
        "The resource identifier \"{identifier}\" is used more than once; the first one counts."
    )]
    ResourceDuplicate { identifier: String },
    #[error(
        "{count} resources do not say whether they are a SCO or an asset, the first of them \"{resource}\"; each is taken as {used}."
    )]
    ScormTypeMissing {
        count: usize,
        resource: String,
        used: String,
    },
    #[error(
        "The resource \"{resource}\" depends on \"{dependency}\", which is not in the manifest."
    )]
    DependencyUnknown {
        resource: String,
        dependency: String,
    },
    #[error(
        "The item \"{item}\" has items below it and also a page of its own, which SCORM 2004 does not provide for; all of them can be opened."
    )]
    LaunchOnBranch { item: String },
    #[error(
        "The item \"{item}\" opens {url}, outside the package; its results may not be recorded, and it needs the Internet."
    )]
    HrefExternal { item: String, url: String },
    #[error(
        "The address \"{href}\" of the resource \"{resource}\" cannot be opened in a browser window; use a path in the package."
    )]
    HrefUnusable { resource: String, href: String },
    #[error(
        "The address \"{href}\" points outside the package; \"{used}\" is used. Check that this file is the right one."
    )]
    HrefOutside { href: String, used: String },
    #[error(
        "The address \"{href}\" is not written as the web requires; it was read as \"{used}\"."
    )]
    HrefRepaired { href: String, used: String },
    #[error("The base address \"{base}\" does not end with a slash; it was read as a folder.")]
    BaseWithoutSlash { base: String },
    #[error(
        "Nothing in this course can be opened: no item leads to a page. Export the package again from the authoring tool."
    )]
    NothingToLaunch,

    #[error("\"{value}\" is not a value that {field} of \"{item}\" can take; it was left out.")]
    ValueInvalid {
        item: String,
        field: String,
        value: String,
    },
    #[error(
        "The prerequisites of \"{item}\" could not be read ({reason}); the item is open to everyone. Correct: {expression}"
    )]
    PrerequisitesUnreadable {
        item: String,
        expression: String,
        reason: String,
    },
    #[error(
        "The prerequisites of \"{item}\" name \"{identifier}\", which is no item of this course; it never counts as done. Correct the identifier."
    )]
    PrerequisitesUnknown { item: String, identifier: String },
    #[error(
        "\"{item}\" uses the sequencing \"{reference}\", which is not in the manifest; it was left out."
    )]
    SequencingCollectionUnknown { item: String, reference: String },
    #[error("{field} in the sequencing of \"{item}\" is not known to SCORM and has no effect.")]
    SequencingUnknown { item: String, field: String },
    #[error(
        "{field} in the sequencing of \"{item}\" depends on time, which is not watched here; it has no effect. Let the module watch its own time."
    )]
    SequencingTimeIgnored { item: String, field: String },
    #[error(
        "A rule (<{rule}>) in the sequencing of \"{item}\" lacks a part, or has one that SCORM does not know; it has no effect. Correct it in the authoring tool."
    )]
    RuleIncomplete { item: String, rule: String },
    #[error("{field} stands more than once in \"{item}\"; the first one counts.")]
    SequencingRepeated { item: String, field: String },
    #[error(
        "The shared sequencing \"{identifier}\" is defined more than once; the first one counts."
    )]
    SharedSequencingDuplicate { identifier: String },
    #[error("{field} of \"{item}\" has no effect without {lacks}.")]
    WithoutEffect {
        item: String,
        field: String,
        lacks: String,
    },
    #[error(
        "{field} of \"{item}\" is {value}, where SCORM ends at 1; it counts in proportion to the weights of the others."
    )]
    WeightAboveOne {
        item: String,
        field: String,
        value: String,
    },
    #[error("\"{item}\" opens nothing and has nothing below it; it is passed over.")]
    ItemOpensNothing { item: String },
    #[error("{field} has no effect on \"{item}\", which has no items below it.")]
    NeedsItemsBelow { item: String, field: String },
    #[error("{field} has no effect on \"{item}\", which has no page of its own.")]
    NeedsPage { item: String, field: String },
    #[error(
        "{field} has no effect in {edition}, by which this course is played (uses: {count}, the first in \"{item}\"). State the right version in schemaversion if the course needs it."
    )]
    NotInEdition {
        field: String,
        edition: String,
        item: String,
        count: usize,
    },

    #[error(
        "\"{item}\" has more than one primary objective; the first one is it, and the others are read as ordinary ones."
    )]
    PrimaryObjectiveRepeated { item: String },
    #[error(
        "The objective \"{objective}\" is defined more than once in \"{item}\"; the first one counts."
    )]
    ObjectiveDuplicate { item: String, objective: String },
    #[error(
        "A rule of \"{item}\" asks about the objective \"{objective}\", which \"{item}\" does not have; that condition never holds. Correct referencedObjective."
    )]
    ObjectiveUnknown { item: String, objective: String },
    #[error(
        "\"{item}\" reads {field} from the shared objective \"{target}\", which nothing in this course writes; it stays unknown unless another course writes it."
    )]
    ObjectiveNeverWritten {
        item: String,
        target: String,
        field: String,
    },
    #[error(
        "Several maps of \"{item}\" concern {field} of the same objective; only the last one has an effect."
    )]
    ObjectiveMapsClash { item: String, field: String },

    #[error(
        "\"{item}\" may be attempted 0 times (attemptLimit), so it can never be opened. Raise the limit, or leave it out."
    )]
    AttemptLimitZero { item: String },
    #[error(
        "\"{item}\" permits neither choice nor flow, so the learner cannot reach what is in it. Permit one of them."
    )]
    ClusterClosed { item: String },
    #[error(
        "\"{item}\" permits both choice and forwardOnly: what lies before the current part cannot be chosen."
    )]
    ForwardOnlyChoice { item: String },
    #[error(
        "Parts of \"{item}\" to be selected: {count}. It has only {available}; all of them are used."
    )]
    SelectionExceeds {
        item: String,
        count: u32,
        available: usize,
    },
    #[error(
        "A rule of \"{item}\" says {action}, which is impossible for the course as a whole; it has no effect."
    )]
    ImpossibleForCourse { item: String, action: String },
    #[error(
        "A rollup rule of \"{item}\" asks for at least 0 of its parts, so it always holds. State minimumCount or minimumPercent."
    )]
    RollupAlwaysHolds { item: String },
    #[error(
        "A rollup rule of \"{item}\" asks for at least {count} of its parts, but it has {available}; it never holds."
    )]
    RollupNeverHolds {
        item: String,
        count: u32,
        available: usize,
    },
    #[error(
        "No part of \"{item}\" counts for {field}, so its status depends on none of them. Let at least one part count."
    )]
    RollupOfNothing { item: String, field: String },
    #[error(
        "The rollup rules of \"{item}\" have no effect where {field} leaves the decision to a measure."
    )]
    RollupOverruled { item: String, field: String },
    #[error(
        "{field} of \"{item}\" waits for a report that nothing makes, so it is never settled. Correct it in the authoring tool."
    )]
    NeverReported { item: String, field: String },

    #[error("{count} more problems of this kind were found.")]
    Further { count: usize },
}

impl ProblemKind {
    /// How much this kind matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NothingToLaunch => Severity::Block,
            Self::ControlCharacters
            | Self::DoctypeIgnored
            | Self::UnknownEntity { .. }
            | Self::AttributeUnreadable { .. }
            | Self::DefaultOrganizationMissing { .. }
            | Self::TitleMissing { .. }
            | Self::IdentifierMissing { .. }
            | Self::SubManifestJoined { .. }
            | Self::ScormTypeMissing { .. }
            | Self::LaunchOnBranch { .. }
            | Self::DependencyUnknown { .. }
            | Self::HrefRepaired { .. }
            | Self::BaseWithoutSlash { .. }
            | Self::SequencingUnknown { .. }
            | Self::SequencingRepeated { .. }
            | Self::WithoutEffect { .. }
            | Self::WeightAboveOne { .. }
            | Self::ItemOpensNothing { .. }
            | Self::NeedsItemsBelow { .. }
            | Self::NeedsPage { .. }
            | Self::ObjectiveNeverWritten { .. }
            | Self::ForwardOnlyChoice { .. }
            | Self::SelectionExceeds { .. }
            | Self::RollupOverruled { .. }
            | Self::Further { .. } => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// The stable name of this kind, for translation: the same word that serialises as `code`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EncodingGuessed { .. } => "encoding-guessed",
            Self::ControlCharacters => "control-characters",
            Self::DoctypeIgnored => "doctype-ignored",
            Self::UnknownEntity { .. } => "unknown-entity",
            Self::AttributeUnreadable { .. } => "attribute-unreadable",
            Self::SchemaVersionUnknown { .. } => "schema-version-unknown",
            Self::VersionAssumed => "version-assumed",
            Self::NotScorm { .. } => "not-scorm",
            Self::OrganizationBuilt { .. } => "organization-built",
            Self::DefaultOrganizationMissing { .. } => "default-organization-missing",
            Self::DefaultOrganizationUnknown { .. } => "default-organization-unknown",
            Self::TitleMissing { .. } => "title-missing",
            Self::IdentifierMissing { .. } => "identifier-missing",
            Self::IdentifierDuplicate { .. } => "identifier-duplicate",
            Self::SubManifestJoined { .. } => "sub-manifest-joined",
            Self::SubManifestCycle { .. } => "sub-manifest-cycle",
            Self::ResourceUnknown { .. } => "resource-unknown",
            Self::ResourceWithoutHref { .. } => "resource-without-href",
            Self::ResourceDuplicate { .. } => "resource-duplicate",
            Self::ScormTypeMissing { .. } => "scorm-type-missing",
            Self::DependencyUnknown { .. } => "dependency-unknown",
            Self::LaunchOnBranch { .. } => "launch-on-branch",
            Self::HrefExternal { .. } => "href-external",
            Self::HrefUnusable { .. } => "href-unusable",
            Self::HrefOutside { .. } => "href-outside",
            Self::HrefRepaired { .. } => "href-repaired",
            Self::BaseWithoutSlash { .. } => "base-without-slash",
            Self::NothingToLaunch => "nothing-to-launch",
            Self::ValueInvalid { .. } => "value-invalid",
            Self::PrerequisitesUnreadable { .. } => "prerequisites-unreadable",
            Self::PrerequisitesUnknown { .. } => "prerequisites-unknown",
            Self::SequencingCollectionUnknown { .. } => "sequencing-collection-unknown",
            Self::SequencingUnknown { .. } => "sequencing-unknown",
            Self::SequencingTimeIgnored { .. } => "sequencing-time-ignored",
            Self::RuleIncomplete { .. } => "rule-incomplete",
            Self::SequencingRepeated { .. } => "sequencing-repeated",
            Self::SharedSequencingDuplicate { .. } => "shared-sequencing-duplicate",
            Self::WithoutEffect { .. } => "without-effect",
            Self::WeightAboveOne { .. } => "weight-above-one",
            Self::ItemOpensNothing { .. } => "item-opens-nothing",
            Self::NeedsItemsBelow { .. } => "needs-items-below",
            Self::NeedsPage { .. } => "needs-page",
            Self::NotInEdition { .. } => "not-in-edition",
            Self::PrimaryObjectiveRepeated { .. } => "primary-objective-repeated",
            Self::ObjectiveDuplicate { .. } => "objective-duplicate",
            Self::ObjectiveUnknown { .. } => "objective-unknown",
            Self::ObjectiveNeverWritten { .. } => "objective-never-written",
            Self::ObjectiveMapsClash { .. } => "objective-maps-clash",
            Self::AttemptLimitZero { .. } => "attempt-limit-zero",
            Self::ClusterClosed { .. } => "cluster-closed",
            Self::ForwardOnlyChoice { .. } => "forward-only-choice",
            Self::SelectionExceeds { .. } => "selection-exceeds",
            Self::ImpossibleForCourse { .. } => "impossible-for-course",
            Self::RollupAlwaysHolds { .. } => "rollup-always-holds",
            Self::RollupNeverHolds { .. } => "rollup-never-holds",
            Self::RollupOfNothing { .. } => "rollup-of-nothing",
            Self::RollupOverruled { .. } => "rollup-overruled",
            Self::NeverReported { .. } => "never-reported",
            Self::Further { .. } => "further",
        }
    }
}
