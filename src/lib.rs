//! pressmark
pub mod article;
#[cfg(feature = "cli")]
pub mod cli;
pub mod extract;
#[cfg(feature = "index")]
mod guard;
#[cfg(feature = "index")]
pub mod hit;
#[cfg(feature = "index")]
pub mod index;
pub mod page;
pub mod read;
pub mod render;
#[cfg(feature = "index")]
pub mod search;

pub use extract::extract;
#[cfg(feature = "index")]
pub use index::{IndexOptions, index};
pub use page::Page;
#[cfg(feature = "index")]
pub use search::search;
