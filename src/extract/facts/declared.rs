//! Whether a page says that it is an article.

use super::structured::{Structured, has_type, type_name};
use crate::extract::dom::Dom;

/// How a page says that it is an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Declared {
    No,
    /// By `og:type`, which programs for sites set on pages of all kinds.
    ByName,
    /// By a type of schema.org.
    ByType,
}

/// The schema.org types of pages that are one article and nothing else, in lower case. In a live blog each update is one.
const OWN_TYPES: &[&str] = &[
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "opinionnewsarticle",
    "analysisnewsarticle",
    "backgroundnewsarticle",
    "blogposting",
    "techarticle",
    "scholarlyarticle",
];

/// Types of pages that are none, whatever else they say.
const THREADS: &[&str] = &["discussionforumposting", "qapage"];

/// Types of what is sold: programs for shops call such pages articles too.
const PRODUCTS: &[&str] = &["product", "productgroup"];

impl Declared {
    pub(crate) fn of(dom: &Dom, structured: &Structured) -> Declared {
        let marked = structured.marked().filter_map(|n| dom.attr(n, "itemtype"));
        let marked: Vec<String> = marked.flat_map(str::split_ascii_whitespace).map(type_name).collect();
        let types: Vec<String> = structured.types().chain(marked.iter().cloned()).collect();
        let are_among = |types: &[String], names: &[&str]| types.iter().any(|own| names.contains(&own.as_str()));
        let is_named = structured.metas("og:type").any(|kind| kind.eq_ignore_ascii_case("article"));
        let is_own = structured.article().is_some_and(|object| has_type(object, OWN_TYPES));
        // A list of posts marks each of them.
        let is_only = marked.iter().filter(|own| OWN_TYPES.contains(&own.as_str())).count() == 1;
        match () {
            () if are_among(&types, THREADS) => Declared::No,
            () if is_own || is_only || is_named && are_among(&marked, OWN_TYPES) => Declared::ByType,
            () if is_named && !are_among(&types, PRODUCTS) => Declared::ByName,
            () => Declared::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    #[test]
    fn a_page_says_that_it_is_an_article_by_name_or_by_type() {
        let declared = |html: &str| {
            let document = Document::parse(html);
            let dom = document.dom();
            Declared::of(&dom, &Structured::read(&dom))
        };
        let data = |kind: &str| format!("<script type='application/ld+json'>{{\"@type\":\"{kind}\"}}</script>");
        let og = "<meta property=og:type content=Article>";
        assert_eq!(declared(og), Declared::ByName);
        assert_eq!(declared(&data("NewsArticle")), Declared::ByType);
        assert_eq!(declared("<div itemtype='https://schema.org/Article/'>"), Declared::ByType);
        // Posts of a list, and updates of a live blog, are no article for themselves.
        assert_eq!(declared(&"<div itemtype='https://schema.org/BlogPosting'>".repeat(4)), Declared::No);
        let live = format!("{og}{}", data("LiveBlogPosting"));
        assert_eq!(declared(&live), Declared::ByName);
        assert_eq!(declared(&format!("{og}{}", data("DiscussionForumPosting"))), Declared::No);
        assert_eq!(declared(&format!("{og}{}", data("Product"))), Declared::No);
        assert_eq!(declared(&data("WebPage")), Declared::No);
    }
}
