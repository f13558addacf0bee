//! Articles, hits and traces as text and JSON. Results stay data until here.

#[cfg(feature = "index")]
pub mod csv;
#[cfg(feature = "index")]
pub mod json;
pub mod markdown;
pub mod sanitize;
pub mod text;
