//! Articles, hits and traces as text, JSON, Markdown, CSV and bibliographies. Results stay data until here.
//!
//! Every function takes data and a writer. Text from pages passes through [`sanitize`] on its way, whatever the format:
//! any output may end on a terminal.

#[cfg(feature = "index")]
mod address;
#[cfg(feature = "index")]
pub mod citation;
#[cfg(feature = "index")]
pub mod csv;
pub mod explain;
#[cfg(feature = "index")]
pub mod json;
#[cfg(feature = "index")]
mod layout;
mod lists;
pub mod markdown;
mod numbering;
pub mod sanitize;
#[cfg(feature = "index")]
pub mod show;
mod style;
pub mod text;
#[cfg(feature = "index")]
pub mod timeline;
#[cfg(feature = "index")]
mod wire;
