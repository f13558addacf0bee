//! The sections that the page states for machines: JSON-LD, metas, microdata.

use super::super::Context;
use super::super::lists::List;
use super::super::structured::strings;
use super::MOST_SECTIONS;
use crate::article::Source;
use crate::extract::text;

/// Metas that name the section, as measured on 2,874 article pages: the first stands on 17 %, the second on 4 %.
static METAS: List = List::new(
    "\
    article:section, parsely-section, section, og:section, article.section, article_section, category, \
    cxenseparse:section, cxenseparse:category, cg:category, sailthru.section, dc.type.section, \
    prism.section, citation_section",
);

/// What the page states for machines: the names of each source that has any.
pub(super) fn stated(cx: &Context) -> Vec<(Vec<String>, Source)> {
    let json_ld = cx.structured.article().and_then(|o| o.get("articleSection")).map(strings).unwrap_or_default();
    let json_ld = json_ld.iter().flat_map(|section| listed(section)).map(str::to_owned).collect();
    let metas = METAS.iter().filter_map(|name| {
        let mut values = cx.structured.metas(name).flat_map(|list| list.split(", ")).map(str::to_owned).peekable();
        values.peek()?;
        Some((values.collect(), Source::Owned(format!("meta:{name}"))))
    });
    let marked = cx.structured.marked().filter(|&n| cx.dom.attr_has(n, "itemprop", "articleSection"));
    let marked = marked.take(MOST_SECTIONS);
    let marked =
        marked.map(|n| cx.dom.attr(n, "content").map_or_else(|| cx.dom.text_of(n), text::unescape)).collect::<Vec<_>>();
    let own = cx.structured.metas_ending("section").filter(|(name, _)| !METAS.has(name) && is_of_section(name));
    let own =
        own.map(|(name, value)| (value.split(',').map(str::to_owned).collect(), Source::Owned(format!("meta:{name}"))));
    let first = std::iter::once((json_ld, "json-ld".into()));
    first.chain(metas).chain(own).chain([(marked, "itemprop".into())]).collect()
}

/// Whether a meta that ends in `section` speaks of the article's: others are for advertisers, or for parts of the page.
fn is_of_section(name: &str) -> bool {
    !name.split(['.', ':', '-', '_']).any(|word| word == "ad" || word == "page" || word.ends_with("ads"))
}

/// The sections of one JSON-LD string. Some plugins join all categories with commas; a single comma is part of a name, unless
/// no space is after it.
fn listed(section: &str) -> Vec<&str> {
    let is_set = |parts: &[&str]| !parts.iter().any(|part| part.is_empty() || part.starts_with(char::is_whitespace));
    let is_number = |section: &str| section.chars().any(|c| c.is_ascii_digit());
    let tight: Vec<&str> = section.split(',').collect();
    if is_set(&tight) && !is_number(section) {
        return tight;
    }
    let parts: Vec<&str> = section.split(", ").collect();
    let list = parts.len() >= 3 && !parts.last().is_some_and(|last| last.starts_with("and ") || last.starts_with("& "));
    if list { parts } else { vec![section] }
}
