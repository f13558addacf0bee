//! [`Extractor`]: extraction with a user's own rules.

use std::sync::Arc;

use super::trace::Tracing;
use super::user::Idle;
use super::{Trace, UserRules, read};
use crate::article::Article;
use crate::page::Page;

/// Extraction with a user's own rules for sites. Cheap to clone; the default has no rules and is what
/// [`extract`](super::extract()) and [`explain`](super::explain) do.
///
/// ```
/// use pressmark::Page;
/// use pressmark::extract::{Extractor, UserRules};
/// let rules = UserRules::parse("rules.toml", "[site.\"a.example\"]\ncontent = \".note\"\ndate = \".when\"")?;
/// let page = Page::html("a.html", "<link rel=canonical href=https://www.a.example/x><p>The bank kept its main rate at four
///     per cent on Tuesday.</p><div class=when>3 May 2024</div><div class=note>A note.</div>");
/// let article = Extractor::new(rules).extract(&page);
/// assert_eq!(article.body(), "A note.");
/// assert_eq!(article.date.unwrap().source, "user:date");
/// # Ok::<(), pressmark::extract::UserRulesError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Extractor {
    rules: Option<Arc<UserRules>>,
}

impl Extractor {
    /// Extraction by these rules.
    pub fn new(rules: UserRules) -> Extractor {
        Extractor { rules: Some(Arc::new(rules)) }
    }

    /// The article of a page.
    pub fn extract(&self, page: &Page) -> Article {
        read(page, self.rules.as_deref(), Tracing::Off).0
    }

    /// The article of a page, and what became of each of the page's blocks.
    pub fn explain(&self, page: &Page) -> (Article, Trace) {
        read(page, self.rules.as_deref(), Tracing::On)
    }

    /// The sites of the rules of which no page was read yet.
    pub fn unmet(&self) -> Vec<&str> {
        self.rules.as_ref().map(|rules| rules.unmet()).unwrap_or_default()
    }

    /// Of each site of the rules of which pages were read, the selectors that found nothing on any of them: the site may have
    /// changed its pages since, or a class is misspelt.
    pub fn idle(&self) -> Vec<Idle> {
        self.rules.as_ref().map(|rules| rules.idle()).unwrap_or_default()
    }

    /// See [`UserRules::fingerprint`]; 0 without rules.
    pub fn fingerprint(&self) -> u64 {
        self.rules.as_ref().map_or(0, |rules| rules.fingerprint())
    }
}
