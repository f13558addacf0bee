//! The facts about an article, each from the first source that has it: title, authors, dates, sections, tags, site,
//! address, language, summary.

mod address;
mod affixes;
mod authors;
mod beside;
mod byline;
mod categories;
mod choice;
mod crumbs;
mod dates;
pub(crate) mod declared;
mod elsewhere;
mod front;
mod header;
mod keywords;
mod lang;
mod lists;
pub(in crate::extract) mod names;
mod next;
mod sections;
mod site;
pub(crate) mod structured;
mod title;

use std::ops::Range;

use crate::article::{Fact, Moment};
use crate::page::{Export, Page};

use crate::extract::blocks::Draft;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::prune::Pruned;
use crate::extract::trace::Choice;
use choice::Chosen;
use header::Header;
use structured::Structured;

pub(crate) use address::{host, is_root, own_address, plain_host};
pub(crate) use choice::Choices;
pub(crate) use dates::stated as stated_date;
pub(crate) use front::facts_of_text;
pub(crate) use title::{title, title_element};

/// Everything the facts are read from.
pub(crate) struct Context<'c, 'a> {
    pub(crate) dom: &'c Dom<'a>,
    pub(crate) page: &'c Page,
    pub(crate) structured: &'c Structured,
    /// What the boilerplate rules say about the page.
    pub(crate) pruned: &'c Pruned,
    /// All blocks of the page, whatever the rules say.
    pub(crate) all: &'c [Draft],
    /// The headline.
    pub(crate) title: Option<&'c str>,
    /// That which the page gives, where the user's own rules have another.
    pub(crate) found_title: Option<&'c str>,
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
    /// What each of them was chosen from.
    pub(crate) choices: Vec<Choice>,
}

/// The facts that the user's own rules find, before which all others give way.
#[derive(Default)]
pub(crate) struct Ruled {
    pub(crate) authors: Option<Fact<Vec<String>>>,
    pub(crate) date: Option<Fact<Moment>>,
    pub(crate) sections: Option<Fact<Vec<String>>>,
}

pub(crate) fn facts(cx: &Context, ruled: Ruled) -> Facts {
    let exported = cx.page.saved.export.as_ref().map(|export| Exported::new(export, cx.body)).unwrap_or_default();
    let mut choices = Choices::default();
    let url = choices.keep("url", address::address(cx));
    let lang = choices.keep("lang", exported.lang.unwrap_or_else(|| lang::lang(cx)));
    let site = choices.keep("site", site::site(cx));
    let header = Header::new(cx.dom, cx.title, cx.content);
    let dates = dates::dates(cx, text(&url), text(&lang));
    let authors = authors::authors(cx, &header, text(&url), text(&site)).overruled_by(exported.authors);
    let sections = sections::sections(cx, &header, text(&url), text(&site));
    let facts = Facts {
        date: choices.keep("date", dates.published.overruled_by(exported.date).overruled_by(ruled.date)),
        modified: choices.keep("modified", dates.modified),
        authors: choices.keep("authors", authors.overruled_by(ruled.authors)),
        sections: choices.keep("sections", sections.overruled_by(ruled.sections)),
        tags: choices.keep("tags", keywords::tags(cx, &header).overruled_by(exported.tags)),
        summary: choices.keep("summary", keywords::summary(cx)),
        url,
        lang,
        site,
        choices: Vec::new(),
    };
    Facts { choices: choices.0, ..facts }
}

/// The facts that an export states: it read them off the whole page, of which here are only pieces.
#[derive(Default)]
struct Exported {
    authors: Option<Fact<Vec<String>>>,
    date: Option<Fact<Moment>>,
    tags: Option<Fact<Vec<String>>>,
    lang: Option<Chosen<String>>,
}

impl Exported {
    fn new(export: &Export, body: &str) -> Exported {
        let list = |list: &[String]| (!list.is_empty()).then(|| Fact::new(list.to_vec(), EXPORT));
        let lang = export.lang.as_deref().and_then(lang::primary).map(|code| Fact::new(code, EXPORT));
        Exported {
            authors: list(&export.authors),
            date: export.published.as_deref().and_then(Moment::parse).map(|moment| Fact::new(moment, EXPORT)),
            tags: list(&export.tags),
            lang: lang.map(|lang| lang::checked(vec![lang], body)),
        }
    }
}

/// The source of what an export states.
pub(crate) const EXPORT: &str = "export";

/// The elements with one of these tags, of which many pages have none.
fn tagged(dom: &Dom, range: Range<NodeId>, tags: &[&str]) -> impl Iterator<Item = NodeId> {
    let is_one = dom.each_tag(|tag| tags.contains(&tag));
    let range = if is_one.contains(&true) { range } else { 0..0 };
    range.filter(move |&n| is_one[dom.tag_number(n)])
}

fn text(fact: &Option<Fact<String>>) -> Option<&str> {
    fact.as_ref().map(|f| f.value.as_str())
}

#[cfg(test)]
mod tests {
    use super::declared::Declared;
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;
    use crate::extract::elements::prune::judge;

    /// Runs a test on what the facts of a page are read from.
    pub(super) fn with_context<T>(html: &str, test: impl FnOnce(&Context) -> T) -> T {
        let page = Page::html("test.html", html);
        let document = Document::parse(&page.text);
        let dom = document.dom();
        let structured = Structured::read(&dom);
        let title = title(&dom, &structured).fact.map(|f| f.value);
        let first = |tag: &&str| dom.by_tag(0..dom.len(), tag).next();
        let content = ["main", "article", "body"].iter().find_map(first).unwrap_or(0);
        let body = dom.text_of(content);
        let title = title.as_deref();
        let all = blocks(&dom);
        let pruned = judge(&dom, &all, Declared::No);
        let structured = &structured;
        let (pruned, all, body) = (&pruned, &all, &body);
        test(&Context { dom: &dom, page: &page, structured, pruned, all, title, found_title: title, content, body })
    }

    #[test]
    fn a_page_without_facts_has_none() {
        with_context("", |cx| {
            let facts = facts(cx, Ruled::default());
            assert!(facts.url.is_none() && facts.site.is_none() && facts.authors.is_none() && facts.sections.is_none());
            assert!(facts.tags.is_none() && facts.summary.is_none() && facts.lang.is_none());
        });
    }
}
