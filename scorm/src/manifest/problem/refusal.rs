//! Why no course could be made at all.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why no course could be made of the bytes; each is a sentence for the uploader.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Refusal {
    #[error("imsmanifest.xml is empty. Export the package again from the authoring tool.")]
    Empty,
    #[error(
        "imsmanifest.xml is {size} bytes long; at most {limit} are read. List fewer files, or split the course."
    )]
    TooLarge { size: usize, limit: usize },
    #[error(
        "imsmanifest.xml is not an XML file. Export the package again as SCORM 1.2 or SCORM 2004."
    )]
    NotXml,
    #[error(
        "imsmanifest.xml holds a web page, not a manifest. Export the package as SCORM 1.2 or SCORM 2004."
    )]
    WebPage,
    #[error(
        "imsmanifest.xml breaks off inside <{element}>. The file is incomplete: export or upload it again."
    )]
    Truncated { element: String },
    #[error(
        "imsmanifest.xml is damaged at line {line}: </{found}> stands where </{expected}> was expected. Correct that line, or export the package again."
    )]
    MismatchedTag {
        line: usize,
        expected: String,
        found: String,
    },
    #[error(
        "imsmanifest.xml is damaged at line {line} ({reason}). Correct that line, or export the package again."
    )]
    Malformed { line: usize, reason: String },
    #[error(
        "imsmanifest.xml declares entities of its own, which can harm a server and which no manifest needs. Remove the <!DOCTYPE> part."
    )]
    EntityDeclarations,
    #[error(
        "imsmanifest.xml nests deeper than {limit} levels. Simplify the structure of the course."
    )]
    TooDeep { limit: usize },
    #[error(
        "imsmanifest.xml has more than {limit} elements. List fewer files, or split the course."
    )]
    TooManyElements { limit: usize },
    #[error(
        "The shared sequencing \"{identifier}\" has more than {limit} elements. Split it into several."
    )]
    SharedSequencingTooLarge { identifier: String, limit: usize },
    #[error(
        "The shared sequencing comes to more than {limit} elements, counted for each item that uses it. Shorten it."
    )]
    SharedSequencingTooOften { limit: usize },
    #[error("The course has more than {limit} items. Split it into smaller courses.")]
    TooManyItems { limit: usize },
    #[error("The attribute {attribute} of <{element}> is longer than {limit} bytes. Shorten it.")]
    AttributeTooLong {
        element: String,
        attribute: String,
        limit: usize,
    },
    #[error("This is a cmi5 course, not SCORM. Export it as SCORM 1.2 or SCORM 2004.")]
    Cmi5,
    #[error("This is an xAPI (Tin Can) package, not SCORM. Export it as SCORM 1.2 or SCORM 2004.")]
    TinCan,
    #[error("This is an AICC course, not SCORM. Export it as SCORM 1.2 or SCORM 2004.")]
    Aicc,
    #[error(
        "imsmanifest.xml begins with <{root}>, not with <manifest>; it is no SCORM manifest. Export it as SCORM 1.2 or SCORM 2004."
    )]
    OtherRoot { root: String },
}
