//! The facts about an article, each from the first source that has it: title, authors, dates, sections, tags, site,
//! address, language, summary.

mod dates;
pub(crate) mod structured;
mod title;

use crate::article::{Fact, Moment};
use crate::page::Page;

use super::dom::{Dom, NodeId};
use structured::Structured;

pub(crate) use title::title;

/// Everything the facts are read from.
pub(crate) struct Context<'c, 'a> {
    pub(crate) dom: &'c Dom<'a>,
    pub(crate) page: &'c Page,
    pub(crate) structured: &'c Structured,
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
    let lang: Option<Fact<String>> = None;
    let url: Option<Fact<String>> = None;
    let dates = dates::dates(cx, url.as_ref().map(|f| f.value.as_str()), lang.as_ref().map(|f| f.value.as_str()));
    Facts { date: dates.published, modified: dates.modified, lang, url, ..Facts::default() }
}
