//! Full-text search for folders of saved policy articles.
//!
//! pressmark cleans a saved web page down to its article, finds title, date, site section and authors, each with its
//! source, builds a [tantivy](https://docs.rs/tantivy) index in parallel, and answers ranked searches. The command
//! line is a thin layer over this library.
//!
//! # One page
//!
//! ```
//! use pressmark::{Page, extract};
//!
//! let page = Page::html("saved.html", "<html lang=en><nav>Home</nav><h1>Rates held</h1><p>The central bank kept its
//!     main rate at four per cent on Tuesday, as most analysts had foreseen.</p><footer>Legal</footer>");
//! let article = extract(&page);
//! assert_eq!(article.title.as_ref().unwrap().value, "Rates held");
//! assert!(article.body().starts_with("The central bank kept its main rate"));
//! assert!(!article.body().contains("Legal"));
//! ```
//!
//! # A folder
//!
//! ```
//! # #[cfg(feature = "index")] fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use pressmark::{IndexOptions, index, search, search::Request};
//!
//! # let folder = tempfile::tempdir()?;
//! let dir = folder.path().join("index");
//! let summary = index(&["corpus"], &dir, &IndexOptions::default(), |_event| {})?;
//! println!("{summary}");
//!
//! for hit in search(&dir, &Request::new("ferry subsidy"))?.hits {
//!     println!("{:?} {:?} {}", hit.title, hit.date, hit.snippet.text);
//! }
//! # Ok(()) }
//! # #[cfg(not(feature = "index"))] fn main() {}
//! ```
//!
//! # Features
//!
//! | feature | what it adds | what it compiles |
//! |---|---|---|
//! | none | [`read`], [`extract`](mod@extract), [`render`] | an HTML parser; neither tantivy nor clap |
//! | `index` | modules `index` and `search` | tantivy, rayon |
//! | `cli` (default) | the `pressmark` command | clap, toml, indicatif |
//!
//! # How it is built
//!
//! Modules are stages; what one hands to the next is [`Page`], [`Article`] and
//! `Hits` of module `hit`. ARCHITECTURE.md says where to go for which change.

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
#[cfg(feature = "index")]
pub mod stats;

pub use article::Article;
pub use extract::extract;
#[cfg(feature = "index")]
pub use index::{IndexOptions, index};
pub use page::Page;
#[cfg(feature = "index")]
pub use search::search;
