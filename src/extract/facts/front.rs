//! The facts of a page without markup: what its front matter states, and the language of its text.

use super::choice::{Choices, Chosen, Told};
use super::{Facts, dates, lang, names};
use crate::article::Fact;
use crate::extract::markdown::FrontMatter;
use crate::extract::text;

/// The keys under which clipping tools and static site generators write each fact, in the order in which they are tried.
const URL: &[&str] = &["url", "source", "link", "canonical", "original", "permalink"];
const SITE: &[&str] = &["site", "site_name", "publisher", "publication", "website"];
const AUTHORS: &[&str] = &["authors", "author", "byline", "by"];
const DATE: &[&str] = &["published", "date", "publishdate", "pubdate", "date_published", "publication_date"];
const MODIFIED: &[&str] = &["modified", "updated", "lastmod", "date_modified", "last_modified"];
const SECTIONS: &[&str] = &["section", "sections", "category", "categories"];
const TAGS: &[&str] = &["tags", "keywords", "tag"];
const LANG: &[&str] = &["lang", "language", "locale"];
const SUMMARY: &[&str] = &["summary", "description", "excerpt", "abstract"];

/// Where a fact of the front matter comes from.
const SOURCE: &str = "front-matter";

pub(crate) fn facts_of_text(front: &FrontMatter, body: &str) -> Facts {
    let one = |keys: &[&str]| front.first(keys).map(|value| Fact::new(value, SOURCE));
    let day = |keys: &[&str]| Some(Fact::new(dates::stated(&front.first(keys)?)?, SOURCE));
    let list = |keys: &[&str]| front.list(keys).map(|values| Fact::new(split(values), SOURCE));
    let authors: Vec<String> =
        front.list(AUTHORS).unwrap_or_default().iter().flat_map(|a| names::stated_names(a)).collect();
    let stated = one(LANG).and_then(|tag| Some(Fact::new(lang::primary(&tag.value)?, tag.source)));
    let facts = Facts {
        url: one(URL).filter(|url| url.value.starts_with("http://") || url.value.starts_with("https://")),
        site: one(SITE),
        authors: (!authors.is_empty()).then(|| Fact::new(authors, SOURCE)),
        date: day(DATE),
        modified: day(MODIFIED),
        sections: list(SECTIONS),
        tags: list(TAGS),
        lang: None,
        summary: one(SUMMARY),
        choices: Vec::new(),
    };
    told(facts, lang::checked(stated.into_iter().collect(), body))
}

/// The facts with what each was chosen from: of all but the language there is one statement.
fn told(facts: Facts, lang: Chosen<String>) -> Facts {
    fn only<T: Told>(fact: Option<Fact<T>>) -> Chosen<T> {
        Chosen::first(fact.map(|fact| (fact, None)))
    }
    let mut choices = Choices::default();
    let facts = Facts {
        url: choices.keep("url", only(facts.url)),
        site: choices.keep("site", only(facts.site)),
        authors: choices.keep("authors", only(facts.authors)),
        date: choices.keep("date", only(facts.date)),
        modified: choices.keep("modified", only(facts.modified)),
        sections: choices.keep("sections", only(facts.sections)),
        tags: choices.keep("tags", only(facts.tags)),
        lang: choices.keep("lang", lang),
        summary: choices.keep("summary", only(facts.summary)),
        choices: Vec::new(),
    };
    Facts { choices: choices.0, ..facts }
}

/// A list written as one string is parted at its commas.
fn split(values: Vec<String>) -> Vec<String> {
    match values.as_slice() {
        [one] if one.contains(',') => one.split(',').map(text::collapse).filter(|v| !v.is_empty()).collect(),
        _ => values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(front: &str) -> Facts {
        let page = crate::extract::markdown::read(&format!("---\n{front}\n---\n\nText."));
        facts_of_text(&page.front, "Text.")
    }

    #[test]
    fn each_fact_under_any_of_its_keys() {
        let f = facts(
            "source: https://a.example/x\nAuthor: By Ada Byron and Bo Carver\ndate: 2024-03-05\ncategories: [Energy]\nkeywords: grids, tariffs\nlanguage: en-GB",
        );
        let value = |fact: Option<Fact<String>>| fact.map(|f| f.value).unwrap_or_default();
        let list = |fact: Option<Fact<Vec<String>>>| fact.map(|f| f.value).unwrap_or_default();
        assert_eq!(value(f.url), "https://a.example/x");
        assert_eq!(list(f.authors), ["Ada Byron", "Bo Carver"]);
        assert_eq!(f.date.map(|d| d.value.text).as_deref(), Some("2024-03-05"));
        assert_eq!(list(f.sections), ["Energy"]);
        assert_eq!(list(f.tags), ["grids", "tariffs"]);
        assert_eq!(value(f.lang), "en");
    }

    #[test]
    fn what_is_no_address_or_date_is_left_out() {
        let f = facts("source: a friend\ndate: some day");
        assert!(f.url.is_none() && f.date.is_none());
    }
}
