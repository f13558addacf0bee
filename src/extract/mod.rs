//! From a [`Page`] to its [`Article`]: the page is parsed, boilerplate goes out by rules that can be read, the part that
//! holds the article is chosen, and the facts are collected, each with its source.
//!
//! Extraction does no input or output and never fails: a page without an article gives an article without text.

mod blocks;
mod body;
mod dom;
mod elements;
#[cfg(test)]
mod every_rule;
mod extractor;
mod facts;
pub(crate) mod hash;
mod kind;
mod lines;
mod markdown;
mod plain;
pub mod repeats;
mod score;
pub(crate) mod text;
mod trace;
#[doc(hidden)]
pub mod training;
mod user;

pub use extractor::Extractor;
#[cfg(feature = "index")]
pub(crate) use facts::{host, plain_host};
pub(crate) use trace::block_name;
pub use trace::{Choice, Considered, Evidence, Fate, Kept, Reason, Trace, Traced};
pub use user::{Idle, UserRules, UserRulesError};

use crate::article::{Article, Block, Fact, Kind, Place};
use crate::page::{Format, Page};

use blocks::Draft;
use body::{Body, PageContext};
use dom::{Document, Dom};
use facts::structured::Structured;
use facts::{Choices, Context, Facts};
use lines::cut;
use markdown::{FrontMatter, Markdown};
use score::Weighed;
use trace::{Findings, Tracing};
use user::Overrides;

/// The article of a page.
///
/// ```
/// let page = pressmark::Page::html("a.html", "<title>Rates held - Daily</title><nav>Home</nav>
///     <h1>Rates held</h1><p>The bank kept its main rate at four per cent on Tuesday, as most analysts had foreseen.</p>");
/// let article = pressmark::extract(&page);
/// assert_eq!(article.title.unwrap().value, "Rates held");
/// assert_eq!(article.blocks.len(), 1);
/// ```
pub fn extract(page: &Page) -> Article {
    read(page, None, Tracing::Off).0
}

/// The article of a page, and what became of each of the page's blocks.
pub fn explain(page: &Page) -> (Article, Trace) {
    read(page, None, Tracing::On)
}

fn read(page: &Page, rules: Option<&UserRules>, tracing: Tracing) -> (Article, Trace) {
    let (mut article, mut trace) = match page.format {
        Format::Html => html(page, rules, tracing),
        Format::Text => plain(page),
        Format::Markdown => markdown(page),
    };
    user::rename_sections(rules, &mut article, &mut trace.user);
    (article, trace)
}

fn html(page: &Page, rules: Option<&UserRules>, tracing: Tracing) -> (Article, Trace) {
    with_dom(&page.text, |document, dom| html_of(page, document, dom, rules, tracing))
}

fn html_of(
    page: &Page,
    document: &Document,
    dom: &Dom,
    rules: Option<&UserRules>,
    tracing: Tracing,
) -> (Article, Trace) {
    let structured = Structured::read(dom);
    let mut own = Overrides::of(rules, page, &structured, document, dom);
    let own_title = own.as_mut().and_then(|own| own.title(document, dom));
    let exported = page.saved.export.as_ref().and_then(|export| export.title.clone());
    let exported = exported.map(|title| Fact::new(title, facts::EXPORT));
    let stated = exported.or_else(|| home_title(page, dom));
    let mut choices = Choices::default();
    let title = facts::title(dom, &structured).overruled_by(stated);
    let found_title = title.fact.as_ref().map(|fact| fact.value.clone());
    let title = choices.keep("title", title.overruled_by(own_title));
    let url = facts::own_address(&structured, page);
    let known = PageContext {
        dom,
        structured: &structured,
        title: title.as_ref().map(|f| f.value.as_str()),
        url,
        own: own.as_ref(),
        tracing,
    };
    let Body { content, blocks, judged, pruned, all, drafts, scores, kept, cuttings } = body::body(&known);
    let (kind, kind_confidence) = (judged.kind, Some(judged.confidence));
    let saved = page.saved.at;
    let article =
        Article { path: page.path.clone(), title, blocks, kind, kind_confidence, saved, ..Article::default() };
    let body = article.body();
    let title = article.title.as_ref().map(|f| f.value.as_str());
    let found_title = found_title.as_deref();
    let structured = &structured;
    let context =
        Context { dom, page, structured, pruned: &pruned, all: &all, title, found_title, content, body: &body };
    let ruled = own.as_mut().map(|own| own.facts(document, dom)).unwrap_or_default();
    let facts = facts::facts(&context, ruled);
    choices.0.extend_from_slice(&facts.choices);
    let findings =
        Findings { drafts: &drafts, scores: &scores, kept: &kept, cuttings, content, evidence: judged.evidence };
    let article = with_facts(article, facts);
    let mut trace = if tracing == Tracing::On { trace::trace(dom, findings) } else { Trace::default() };
    trace.choices = choices.0;
    trace.user = own.map(Overrides::used).unwrap_or_default();
    (article, trace)
}

/// The title of a site's first page is the site's: what stands largest on it is a slogan, or the news of the day.
fn home_title(page: &Page, dom: &Dom) -> Option<Fact<String>> {
    let is_home = page.saved.url.as_deref().is_some_and(facts::is_root);
    let title = is_home.then(|| facts::title_element(dom)).flatten()?;
    Some(Fact::new(text::collapse(&title), "title"))
}

fn plain(page: &Page) -> (Article, Trace) {
    let (title, drafts) = plain::read(&page.text);
    let places = vec![Place::default(); drafts.len()];
    without_markup(page, title.map(|t| Fact::new(t, "text")), drafts, &places, &FrontMatter::default())
}

fn markdown(page: &Page) -> (Article, Trace) {
    let Markdown { front, heading, drafts, places } = markdown::read(&page.text);
    let heading = heading.map(|h| Fact::new(h, "h1"));
    let title = front.first(&["title"]).map(|t| Fact::new(t, "front-matter")).or(heading);
    without_markup(page, title, drafts, &places, &front)
}

fn without_markup(
    page: &Page,
    title: Option<Fact<String>>,
    drafts: Vec<Draft>,
    places: &[Place],
    front: &FrontMatter,
) -> (Article, Trace) {
    let (blocks, trace) = lines(drafts, places);
    // Nobody writes an error or a list of teasers as a text; one of a single line is its title.
    let kind = if blocks.is_empty() && title.is_none() { Kind::Empty } else { Kind::Article };
    let (kind_confidence, saved) = (Some(1.0), page.saved.at);
    let article =
        Article { path: page.path.clone(), title, blocks, kind, kind_confidence, saved, ..Article::default() };
    let facts = facts::facts_of_text(front, &article.body());
    let choices = facts.choices.clone();
    (with_facts(article, facts), Trace { choices, ..trace })
}

fn with_facts(article: Article, facts: Facts) -> Article {
    let Facts { url, site, authors, date, modified, sections, tags, lang, summary, choices: _ } = facts;
    Article { url, site, authors, date, modified, sections, tags, lang, summary, ..article }
}

/// The blocks of a page without markup, after the line rules; each draft has its place.
fn lines(mut drafts: Vec<Draft>, places: &[Place]) -> (Vec<Block>, Trace) {
    drafts.iter_mut().enumerate().for_each(|(at, draft)| draft.start = at);
    let mut cuttings = Vec::new();
    let kept = cut::cut(None, drafts, Weighed::default(), &mut cuttings);
    let trace = trace::trace_of_lines(&kept, cuttings);
    let place = |draft: &Draft| places.get(draft.start).copied().unwrap_or_default();
    let blocks =
        kept.into_iter().map(|d| Block { place: place(&d), kind: d.kind, text: d.text, anchor: None }).collect();
    (blocks, trace)
}

/// Less markup than this in `<noscript>` is no page: pictures to be loaded later, a request to switch scripts on.
const LEAST_UNSCRIPTED: usize = 3000;

/// What `read` makes of the parsed page; where most of its text is for readers without scripts (forums by Discourse are), of
/// the page with that text.
fn with_dom<T>(html: &str, read: impl Fn(&Document, &Dom) -> T) -> T {
    let document = Document::parse(html);
    let dom = document.dom();
    if is_for_unscripted(&dom) {
        let document = Document::parse_unscripted(html);
        return read(&document, &document.dom());
    }
    read(&document, &dom)
}

fn is_for_unscripted(dom: &Dom) -> bool {
    let hidden: usize = dom
        .by_tag(0..dom.len(), "noscript")
        .flat_map(|n| dom.subtree(n))
        .filter_map(|n| dom.text(n))
        .map(str::len)
        .sum();
    let shown = || blocks::blocks(dom).iter().map(|d| d.text.len()).sum::<usize>();
    hidden > LEAST_UNSCRIPTED && hidden / 4 > shown()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Saved;

    #[test]
    fn the_first_page_of_a_site_is_called_as_the_site() {
        let title = |url: &str| {
            let html =
                "<title>Rates Watch: money</title><h1>Money, explained</h1><p>The bank kept its rate on Tuesday.</p>";
            let saved = Saved { url: Some(url.to_owned()), ..Saved::default() };
            extract(&Page { saved, ..Page::html("a.html", html) }).title.unwrap().value
        };
        assert_eq!(title("https://rates.example/"), "Rates Watch: money");
        assert_eq!(title("https://rates.example/money"), "Money, explained");
    }
}
