//! The page's own description and keywords.

use rustc_hash::FxHashSet;

use super::Context;
use super::categories::is_related;
use super::choice::Chosen;
use super::header::{Header, in_teaser};
use super::lists::{List, parts};
use super::names::labelled;
use super::structured::{string, strings};
use crate::article::Fact;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::{Marks, Wanted};
use crate::extract::text;

/// More keywords than this are spam for search engines.
const MOST_TAGS: usize = 40;

/// A longer keyword is a sentence.
const MOST_CHARS: usize = 80;

/// Words by which pages name what holds keywords.
const NAMED: Wanted = Wanted::new(&["tags", "tag", "keywords"]);

/// Parts of addresses that lead to what has a keyword, and to what is of a category.
static TAG_PATHS: List = List::new("tag, tags, keyword, keywords, etiqueta, etiquetas, thema, schlagwort");
static CATEGORY_PATHS: List = List::new("category, categories");

/// Labels of lists of keywords, folded.
static LABELS: List = List::new(
    "\
    tags, keywords, topics, schlagwörter, schlagworte, stichwörter, mots clés, etiquetas, palabras clave, \
    palavras chave, parole chiave, trefwoorden, słowa kluczowe, anahtar kelimeler, ключевые слова, \
    الكلمات المفتاحية, کلیدواژه ها, 关键词",
);

/// The description that the page gives of the article, whole as it is given.
pub(crate) fn summary(cx: &Context) -> Chosen<String> {
    let meta = |name| cx.structured.meta(name).map(text::collapse);
    let json_ld = cx.structured.article().and_then(|o| string(o, "description"));
    let found = [
        (meta("og:description"), "og"),
        (meta("description"), "meta:description"),
        (json_ld, "json-ld"),
        (meta("twitter:description"), "meta:twitter:description"),
        (meta("dc.description"), "meta:dc.description"),
    ];
    let title = text::folded(cx.title.unwrap_or_default());
    let given = found.into_iter().filter_map(|(text, source)| Some((text.filter(|t| !t.is_empty())?, source)));
    Chosen::first(given.map(|(text, source)| {
        let fault = text::folds_to(&text, &title).then_some("no more than the title");
        (Fact::new(text, source), fault)
    }))
}

/// The keywords, from the first source that has any.
pub(crate) fn tags(cx: &Context, header: &Header) -> Chosen<Vec<String>> {
    let metas = |name: &str| cx.structured.metas(name).map(str::to_owned).collect::<Vec<String>>();
    let json_ld = cx.structured.article().and_then(|o| o.get("keywords")).map(strings).unwrap_or_default();
    let found = [
        (json_ld, "json-ld"),
        (metas("article:tag"), "meta:article:tag"),
        (metas("parsely-tags"), "meta:parsely-tags"),
        (linked(cx, header), "rel=tag"),
        (metas("news_keywords"), "meta:news_keywords"),
        (metas("keywords"), "meta:keywords"),
        (metas("dc.subject"), "meta:dc.subject"),
        (labelled(cx.dom, &LABELS), "text"),
    ];
    let given = found.into_iter().map(|(tags, source)| Fact::new(plain(tags), source));
    Chosen::first(given.filter(|tags| !tags.value.is_empty()).map(|tags| (tags, None)))
}

/// Links to the pages of tags in the article or in an element named after tags, outside menus and teasers; WordPress
/// marks those to categories `tag` as well, Drupal those to whole articles.
fn linked(cx: &Context, header: &Header) -> Vec<String> {
    let (dom, named) = (cx.dom, Marks::new(cx.dom, &NAMED));
    let own = |&n: &NodeId| {
        let is_within = || dom.ancestors(n).take(4).any(|a| named.has(dom, a));
        (dom.subtree(cx.content).contains(&n) || dom.attr_has(n, "rel", "tag") || is_within())
            && is_tag_link(dom, n)
            && !dom.ancestors(n).take(20).any(|a| dom.is(a, &["nav", "aside"]))
            && !in_teaser(cx, n, header)
    };
    dom.by_tag(0..dom.len(), "a").filter(own).take(MOST_TAGS).map(|n| dom.text_of(n)).collect()
}

fn is_tag_link(dom: &Dom, link: NodeId) -> bool {
    let leads = |paths: &List| parts(dom.attr(link, "href").unwrap_or_default()).any(|part| paths.has_bytes(part));
    (dom.attr_has(link, "rel", "tag") || leads(&TAG_PATHS)) && !leads(&CATEGORY_PATHS) && !is_related(dom, link)
}

/// Lists written as one string taken apart, each tag once.
fn plain(tags: Vec<String>) -> Vec<String> {
    let (mut out, mut known) = (Vec::new(), FxHashSet::default());
    for tag in tags.iter().flat_map(|list| list.split([',', ';', '،', '、'])) {
        let tag = text::unescape(tag).trim_start_matches('#').trim().to_owned();
        let usable = tag.chars().any(char::is_alphanumeric) && tag.chars().count() <= MOST_CHARS;
        if usable && out.len() < MOST_TAGS && known.insert(text::folded(&tag)) {
            out.push(tag);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_context;
    use super::*;

    #[test]
    fn the_description_is_given_whole() {
        let html = "<meta name=description content='Second.'><meta property=og:description content='First &amp;amp; best. Twice.'><h1>A</h1>";
        assert_eq!(with_context(html, |cx| summary(cx).fact), Some(Fact::new("First & best. Twice.".to_owned(), "og")));
        let repeated = "<meta name=description content='Rates held'><h1>Rates held</h1>";
        assert_eq!(with_context(repeated, |cx| summary(cx).fact), None);
    }

    #[test]
    fn tags_come_as_lists_and_as_strings() {
        for (html, source) in [
            (
                "<script type=application/ld+json>{\"@type\":\"Article\",\"keywords\":\"Water, Aid,water\"}</script>",
                "json-ld",
            ),
            (
                "<script type=application/ld+json>{\"@type\":\"Article\",\"keywords\":[\"Water\",\"Aid\"]}</script>",
                "json-ld",
            ),
            ("<meta property=article:tag content=Water><meta property=article:tag content=Aid>", "meta:article:tag"),
            ("<meta name=keywords content='Water; Aid'>", "meta:keywords"),
            (
                "<a rel=tag href=/tag/w>Water</a> <a rel=tag href=/tag/a>#Aid</a> <a rel='category tag' href=/c>Home</a>",
                "rel=tag",
            ),
            ("<dl><dt>Schlagwörter</dt><dd>Water, Aid</dd></dl>", "text"),
        ] {
            let wanted = Fact::new(vec!["Water".to_owned(), "Aid".to_owned()], source);
            let read = |cx: &Context| tags(cx, &Header::new(cx.dom, cx.title, cx.content)).fact;
            assert_eq!(with_context(html, read), Some(wanted), "{html}");
        }
    }
}
