//! From a [`Page`] to its [`Article`]: the page is parsed, boilerplate goes out by rules that can be read, the part that
//! holds the article is chosen, and the facts are collected, each with its source.
//!
//! Extraction does no input or output and never fails: a page without an article gives an article without text.

mod blocks;
mod content;
mod cut;
mod dom;
mod facts;
mod markdown;
mod plain;
mod prune;
mod rules;
pub(crate) mod text;
mod trace;
mod trim;

pub use trace::{Removed, Trace};

use crate::article::{Article, Block, Fact};
use crate::page::{Format, Page};

use blocks::Draft;
use dom::{Document, Dom, NodeId};
use facts::structured::Structured;
use facts::{Context, Facts};
use trace::Cutting;

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
    explain(page).0
}

/// The article of a page, and what was taken out on the way.
pub fn explain(page: &Page) -> (Article, Trace) {
    match page.format {
        Format::Html => html(page),
        Format::Text => plain(page),
        Format::Markdown => markdown(page),
    }
}

fn html(page: &Page) -> (Article, Trace) {
    let document = Document::parse(&page.text);
    let dom = document.dom();
    let structured = Structured::read(&dom);
    let title = facts::title(&dom, &structured);
    let (content, blocks, cuttings) = body(&dom, title.as_ref().map(|f| f.value.as_str()));
    let words = blocks.iter().map(|b| text::words(&b.text)).sum();
    let article = Article { path: page.path.clone(), title, blocks, ..Article::default() };
    let body = article.body();
    let title = article.title.as_ref().map(|f| f.value.as_str());
    let facts = facts::facts(&Context { dom: &dom, page, structured: &structured, title, content, body: &body });
    let Facts { url, site, authors, date, modified, sections, tags, lang, summary } = facts;
    let article = Article { url, site, authors, date, modified, sections, tags, lang, summary, ..article };
    (article, trace::trace(&dom, cuttings, content, words))
}

fn plain(page: &Page) -> (Article, Trace) {
    let (title, drafts) = plain::read(&page.text);
    let (blocks, trace) = lines(drafts);
    let title = title.map(|t| Fact::new(t, "text"));
    (Article { path: page.path.clone(), title, blocks, ..Article::default() }, trace)
}

fn markdown(page: &Page) -> (Article, Trace) {
    let markdown = markdown::read(&page.text);
    let (blocks, trace) = lines(markdown.drafts);
    let heading = markdown.heading.map(|h| Fact::new(h, "h1"));
    let title = markdown.front.first(&["title"]).map(|t| Fact::new(t, "front-matter")).or(heading);
    (Article { path: page.path.clone(), title, blocks, ..Article::default() }, trace)
}

/// The blocks of a page without markup, after the line rules.
fn lines(drafts: Vec<Draft>) -> (Vec<Block>, Trace) {
    let mut cuttings = Vec::new();
    let kept = cut::cut(drafts, &mut cuttings);
    let words = kept.iter().map(|d| d.words).sum();
    let blocks = kept.into_iter().map(|d| Block { kind: d.kind, text: d.text }).collect();
    (blocks, trace::trace_of_lines(cuttings, words))
}

/// The element that holds the article, its blocks, and what was cut out of the page.
fn body(dom: &Dom, title: Option<&str>) -> (NodeId, Vec<Block>, Vec<Cutting>) {
    let all = blocks::blocks(dom, &vec![false; dom.len()]);
    let mut pruned = prune::prune(dom, &all, |_| true);
    let drafts = blocks::blocks(dom, &pruned.skip);
    let (content, range) = content::choose(dom, &drafts);
    let kept: Vec<Draft> = drafts[range].to_vec();
    let kept = cut::cut(kept, &mut pruned.cuttings);
    let kept = trim::trim(kept, title, &mut pruned.cuttings);
    let blocks = kept.into_iter().map(|d| Block { kind: d.kind, text: d.text }).collect();
    (content, blocks, pruned.cuttings)
}
