//! Hostile zip in, checked and immutable package version out. No HTTP, no SQL, no clock; blocking.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let store = packages::Store::open("data/packages")?;
//! let limits = packages::Limits::default();
//! let version = packages::import("upload.zip".as_ref(), &store, &limits, &mut |_| {})?;
//! for line in &version.report.lines {
//!     eprintln!("{:?}: {line}", line.severity);
//! }
//! if let Some(file) = version.lookup("Images/Logo.PNG") {
//!     let content = store.open_extent(&file.body, None)?;
//! #   drop(content);
//! }
//! # Ok(()) }
//! ```

mod archive;
mod diff;
mod import;
mod limits;
pub mod mime;
mod path;
mod refusal;
pub mod report;
mod scan;
mod size;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
mod version;

pub use diff::{ScoName, ScoRename, VersionDiff, diff};
pub use import::{Progress, import};
pub use limits::Limits;
pub use path::PackagePath;
pub use refusal::{NameFault, NoManifestHint, Refusal};
pub use report::{Report, ReportLine, Severity};
pub use size::human;
pub use store::{BlobId, BlobReader, Extent, NotABlobId, Store};
pub use version::{FileEntry, Version};
