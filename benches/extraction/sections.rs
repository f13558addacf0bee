//! Sections have no truth: what pressmark gives is held against what JSON-LD and breadcrumbs say, read here anew and in
//! the plainest way.

use std::path::Path;

use pressmark::article::Kind;
use scraper::{Html, Selector};
use serde_json::Value;

use super::truth::{Any, words};

pub struct Found {
    pub is_article: bool,
    pub given: Vec<String>,
    /// What the page states.
    stated: Vec<String>,
}

/// Names that say nothing, and those of home pages.
const EMPTY: &[&str] = &["home", "news", "blog", "start", "startseite", "accueil", "inicio", "homepage", "articles"];

pub fn read(path: &Path) -> Any<Found> {
    let page = pressmark::read::read(path, &Default::default()).map_err(|e| format!("{}: {e}", path.display()))?;
    let article = pressmark::extract(&page);
    let fold = |name: &String| words(name).join(" ");
    let title = article.title.as_ref().map(|t| fold(&t.value)).unwrap_or_default();
    let site = article.site.as_ref().map(|s| fold(&s.value)).unwrap_or_default();
    let says =
        |name: &String| !name.is_empty() && !EMPTY.contains(&name.as_str()) && !is_like(name, &title) && *name != site;
    let stated = stated(&page.text).iter().map(fold).filter(says).collect();
    let given = article.sections.map(|sections| sections.value.iter().map(fold).collect()).unwrap_or_default();
    Ok(Found { is_article: article.kind == Kind::Article, given, stated })
}

impl Found {
    pub fn can_be_compared(&self) -> bool {
        !self.given.is_empty() && !self.stated.is_empty()
    }

    /// Whether one of the first sections is one of those that the page states.
    pub fn agrees(&self, first: usize) -> bool {
        self.given.iter().take(first).any(|given| self.stated.iter().any(|stated| is_like(given, stated)))
    }
}

/// Whether two names are the same, or one holds the other: "World", "World news".
fn is_like(a: &str, b: &str) -> bool {
    let within = |a: &str, b: &str| format!(" {b} ").contains(&format!(" {a} "));
    !a.is_empty() && !b.is_empty() && (within(a, b) || within(b, a))
}

/// `articleSection` and the names of breadcrumbs, whatever they are of.
fn stated(html: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let mut names = Vec::new();
    let all =
        |selector: &str| Selector::parse(selector).map(|s| document.select(&s).collect::<Vec<_>>()).unwrap_or_default();
    for script in all("script[type='application/ld+json']") {
        if let Ok(value) = serde_json::from_str::<Value>(&script.text().collect::<String>()) {
            walk(&value, &mut names);
        }
    }
    for link in all("[class*=breadcrumb] a, [id*=breadcrumb] a") {
        names.push(link.text().collect());
    }
    names
}

fn walk(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| walk(value, names)),
        Value::Object(object) => {
            let sections = object.get("articleSection").into_iter().flat_map(|value| match value {
                Value::Array(list) => list.iter().collect(),
                one => vec![one],
            });
            names.extend(
                sections.filter_map(Value::as_str).map(|name| html_escape::decode_html_entities(name).into_owned()),
            );
            if object.get("@type").is_some_and(|kind| kind == "ListItem") {
                let name = object.get("name").or_else(|| object.get("item")?.get("name"));
                names.extend(
                    name.and_then(Value::as_str).map(|name| html_escape::decode_html_entities(name).into_owned()),
                );
            }
            object.values().for_each(|value| walk(value, names));
        }
        _ => {}
    }
}
