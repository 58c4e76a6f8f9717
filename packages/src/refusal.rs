//! Why an upload was turned down, in sentences fit for the person who uploaded it.
//!
//! Every variant says what was found (naming the file where there is one) and what to do about it.

use crate::size::human;

/// The reason an archive did not become a package version. Nothing was kept of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// A document renamed to `.zip`, a cut-off upload, or bytes chosen to confuse the reader.
    #[error(
        "This file is not a readable zip archive ({detail}). Export the package again from the \
         authoring tool and upload the zip it writes."
    )]
    NotAZip { detail: String },

    /// Nothing to play.
    #[error("This zip archive is empty. Export the package again and upload that zip.")]
    Empty,

    /// Count bomb: a table of contents that fills the memory before anything is unpacked.
    #[error(
        "This zip archive lists {found} files, and at most {limit} are accepted. Leave out what \
         the course does not use, or split the course into several packages."
    )]
    TooManyEntries { found: u64, limit: u64 },

    /// The same attack with long names and comments instead of many entries.
    #[error(
        "The table of contents of this zip archive is too large to be read safely. Zip the \
         package again without comments and extra data."
    )]
    DirectoryTooLarge,

    /// Zip slip: `../` climbs out of the folder the archive is unpacked in.
    #[error(
        "The zip archive contains the file “{name}”, whose name leads outside the package. Zip \
         the package folder again from inside that folder."
    )]
    PathOutsidePackage { name: String },

    /// An absolute name (`/etc/passwd`, `C:\Windows`, `\\server\share`) overwrites a file of the
    /// machine that unpacks it.
    #[error(
        "The zip archive contains the file “{name}”, which is given by an absolute path. Zip the \
         package folder again so that all names are relative to it."
    )]
    AbsolutePath { name: String },

    /// `CON`, `NUL`, `COM1`… open a device on Windows; a NUL byte or a control character hides
    /// the real end of a name; a colon opens an alternate stream.
    #[error(
        "The zip archive contains the file “{name}”, and {fault}. Rename that file in the package \
         and in the pages that use it."
    )]
    ForbiddenName { name: String, fault: NameFault },

    /// Names of several kilobytes overflow tables and logs.
    #[error(
        "The zip archive contains a file whose name is too long or too deeply nested \
         (“{name}…”). Shorten the folder names in the package."
    )]
    NameTooLong { name: String },

    /// A link points at a file of the server, which would then be served to learners; devices and
    /// pipes block or worse.
    #[error(
        "“{name}” in the zip archive is a link or a special file, not a real file. Replace it by \
         the file it stands for and zip the package again."
    )]
    NotARegularFile { name: String },

    /// The content cannot be checked, hence not accepted.
    #[error(
        "“{name}” in the zip archive is protected by a password. Zip the package again without a \
         password."
    )]
    Encrypted { name: String },

    /// A compression method outside deflate, deflate64, bzip2 and stored.
    #[error(
        "“{name}” in the zip archive is compressed by a method few tools can read \
         ({method}). Zip the package again with ordinary (deflate) compression."
    )]
    UnsupportedMethod { name: String, method: String },

    /// Two entries that share bytes turn a small archive into a huge unpacked tree.
    #[error(
        "Files inside this zip archive overlap each other, which no ordinary tool writes. Zip the \
         package again."
    )]
    OverlappingEntries,

    /// The disk quota of one import.
    #[error(
        "Unpacked, this package would take {}, and at most {} are accepted. Compress its videos \
         or split it into several packages.", human(*.found), human(*.limit)
    )]
    TooLarge { found: u64, limit: u64 },

    /// One endless file.
    #[error(
        "“{name}” would take {} unpacked, and one file may take at most {}. Compress it and zip \
         the package again.", human(*.found), human(*.limit)
    )]
    FileTooLarge {
        name: String,
        found: u64,
        limit: u64,
    },

    /// Ratio bomb (42.zip and its children): a few bytes that unpack to gigabytes.
    #[error(
        "This zip archive unpacks to {ratio} times its size, as only archives made to do harm \
         do. If it is a real package, look for huge empty files in it."
    )]
    Bomb { ratio: u64 },

    /// Lying sizes: a header that promises ten bytes before a gigabyte follows.
    #[error(
        "“{name}” is damaged: its content does not match the size or check sum the zip archive \
         states. Export or upload the package again."
    )]
    Damaged { name: String },

    /// No package at all; the hint tells what it seems to be instead.
    #[error("This zip archive contains no imsmanifest.xml, so it is not a SCORM package. {hint}")]
    NoManifest { hint: NoManifestHint },

    /// Two packages zipped together; choosing one silently would lose the other.
    #[error(
        "This zip archive contains several packages (“{first}” and “{second}”). Upload each of \
         them as its own zip."
    )]
    SeveralPackages { first: String, second: String },

    /// The manifest could not be read as a course.
    #[error(transparent)]
    Manifest(#[from] scorm::manifest::Refusal),

    /// Every page the manifest would launch is absent from the archive.
    #[error(
        "The package has nothing to open: its manifest starts “{first}”, which is not in the zip \
         archive.{} Export it again; files renamed by hand must be renamed in imsmanifest.xml too.",
        .candidate.as_ref().map(|page| format!(" It does hold “{page}”.")).unwrap_or_default()
    )]
    NothingToLaunch {
        first: String,
        candidate: Option<String>,
    },

    /// The manifest lists no item and no page at all.
    #[error(
        "The manifest of this package names no page to open. Export the package again from the \
         authoring tool as SCORM 1.2 or SCORM 2004."
    )]
    NoLaunchablePage,

    /// The server's own disk failed; not the uploader's fault, and said so.
    #[error(
        "The package could not be stored because of a fault of this server ({0}). Try again \
         later, and tell the operator if it happens again."
    )]
    Server(#[from] std::io::Error),
}

impl Refusal {
    /// Whether the cause is this server rather than the archive: the one case to log and to retry.
    pub fn is_server_fault(&self) -> bool {
        matches!(self, Self::Server(_))
    }
}

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    #[error("its name contains an invisible control character")]
    ControlCharacter,
    #[error("its name contains a colon, which opens something else on Windows")]
    Colon,
    #[error("its name belongs to a device on Windows")]
    Device,
}

impl NameFault {
    /// For translation.
    pub fn code(self) -> &'static str {
        match self {
            Self::ControlCharacter => "control-character",
            Self::Colon => "colon",
            Self::Device => "device",
        }
    }
}

/// What an archive without a manifest seems to be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoManifestHint {
    #[error(
        "It contains another zip archive, “{0}”, which may be the package: upload that file on \
         its own."
    )]
    NestedZip(String),
    #[error(
        "It looks like a web publication of {0}: publish again and choose the LMS output (SCORM \
         1.2 or SCORM 2004)."
    )]
    WebPublication(&'static str),
    #[error("It is a {0} package: export it as SCORM 1.2 or SCORM 2004 instead.")]
    OtherStandard(&'static str),
    #[error("Its manifest “{0}” lies too deep: zip the folder that holds imsmanifest.xml.")]
    TooDeep(String),
    #[error("Export the package again as SCORM 1.2 or SCORM 2004, and upload that zip unopened.")]
    Unknown,
}
