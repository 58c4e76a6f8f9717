//! What every page shares: who is asking and in which language, error pages, assets, headers.
//! Knows no feature.

pub mod assets;
mod bundle;
mod context;
mod error_pages;
mod fault;
mod form;
mod headers;
mod limit;
mod media;
mod page;
mod parts;
mod table;

pub use context::{Actor, REMEMBERED_NAME, RequestContext, load_context};
pub(crate) use context::{known_person, require_person};
pub use error_pages::error_pages;
pub use fault::{Fault, Faults};
pub use form::{Form, cleaned, one_line, plain_addresses};
pub use headers::{anchor_policy, content_headers, player_policy, site_headers};
pub use limit::Limit;
pub use media::{Cache, receive_media, serve_media};
pub use page::{Flash, FlashKind, Page};
pub use parts::{Choice, Pager, Slice};
pub use table::{receive_table, send_table};
