//! pressmark
pub mod article;
pub mod extract;
pub mod page;
pub mod read;
pub use extract::extract;
pub use page::Page;
