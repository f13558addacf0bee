//! The facts about an article, each from the first source that has it: title, authors, dates, sections, tags, site,
//! address, language, summary.

mod address;
mod authors;
mod beside;
mod byline;
mod crumbs;
mod dates;
mod front;
mod header;
mod keywords;
mod lang;
mod lists;
mod names;
mod sections;
mod site;
pub(crate) mod structured;
mod title;

use crate::article::{Fact, Moment};
use crate::page::{Export, Page};

use super::dom::{Dom, NodeId};
use super::prune::Pruned;
use header::Header;
use structured::Structured;

pub(crate) use address::{is_root, own_address};
pub(crate) use dates::stated as stated_date;
pub(crate) use front::facts_of_text;
pub(crate) use names::names as names_in;
pub(crate) use title::{title, title_element};

/// Everything the facts are read from.
pub(crate) struct Context<'c, 'a> {
    pub(crate) dom: &'c Dom<'a>,
    pub(crate) page: &'c Page,
    pub(crate) structured: &'c Structured,
    /// What the boilerplate rules say about the page.
    pub(crate) pruned: &'c Pruned,
    /// The headline.
    pub(crate) title: Option<&'c str>,
    /// The element that holds the article's text.
    pub(crate) content: NodeId,
    /// The article's text.
    pub(crate) body: &'c str,
}

/// What was found; the title is found before the content is, so it is not among these.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) url: Option<Fact<String>>,
    pub(crate) site: Option<Fact<String>>,
    pub(crate) authors: Option<Fact<Vec<String>>>,
    pub(crate) date: Option<Fact<Moment>>,
    pub(crate) modified: Option<Fact<Moment>>,
    pub(crate) sections: Option<Fact<Vec<String>>>,
    pub(crate) tags: Option<Fact<Vec<String>>>,
    pub(crate) lang: Option<Fact<String>>,
    pub(crate) summary: Option<Fact<String>>,
}

pub(crate) fn facts(cx: &Context) -> Facts {
    let (url, lang, site) = (address::address(cx), lang::lang(cx), site::site(cx));
    let header = Header::new(cx.dom, cx.title, cx.content);
    let dates = dates::dates(cx, text(&url), text(&lang));
    let facts = Facts {
        authors: authors::authors(cx, &header, text(&url), text(&site)),
        date: dates.published,
        modified: dates.modified,
        sections: sections::sections(cx, &header, text(&url), text(&site)),
        tags: keywords::tags(cx, &header),
        summary: keywords::summary(cx),
        url,
        lang,
        site,
    };
    match &cx.page.saved.export {
        Some(export) => with_export(facts, export, cx.body),
        None => facts,
    }
}

/// The facts with those that an export states: it read them off the whole page, of which here are only pieces.
fn with_export(facts: Facts, export: &Export, body: &str) -> Facts {
    let list = |list: &[String]| (!list.is_empty()).then(|| Fact::new(list.to_vec(), EXPORT));
    let date = export.published.as_deref().and_then(Moment::parse).map(|moment| Fact::new(moment, EXPORT));
    let lang = export.lang.as_deref().and_then(lang::primary).map(|code| Fact::new(code, EXPORT));
    Facts {
        authors: list(&export.authors).or(facts.authors),
        date: date.or(facts.date),
        tags: list(&export.tags).or(facts.tags),
        lang: if lang.is_some() { lang::checked(lang, body) } else { facts.lang },
        ..facts
    }
}

/// The source of what an export states.
pub(crate) const EXPORT: &str = "export";

fn text(fact: &Option<Fact<String>>) -> Option<&str> {
    fact.as_ref().map(|f| f.value.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use super::super::prune::judge;
    use super::*;

    /// Runs a test on what the facts of a page are read from.
    pub(super) fn with_context<T>(html: &str, test: impl FnOnce(&Context) -> T) -> T {
        let page = Page::html("test.html", html);
        let document = Document::parse(&page.text);
        let dom = document.dom();
        let structured = Structured::read(&dom);
        let title = title(&dom, &structured).map(|f| f.value);
        let first = |tag: &&str| dom.by_tag(0..dom.len(), tag).next();
        let content = ["main", "article", "body"].iter().find_map(first).unwrap_or(0);
        let body = dom.text_of(content);
        let title = title.as_deref();
        let pruned = judge(&dom, &blocks(&dom, &vec![false; dom.len()]));
        let structured = &structured;
        test(&Context { dom: &dom, page: &page, structured, pruned: &pruned, title, content, body: &body })
    }

    #[test]
    fn a_page_without_facts_has_none() {
        with_context("", |cx| {
            let facts = facts(cx);
            assert!(facts.url.is_none() && facts.site.is_none() && facts.authors.is_none() && facts.sections.is_none());
            assert!(facts.tags.is_none() && facts.summary.is_none() && facts.lang.is_none());
        });
    }
}
