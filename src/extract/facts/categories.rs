//! Sections that no statement names: links to categories near the headline and in the text, classes, the address.

use url::Url;

use super::Context;
use super::header::{Header, in_teaser};
use super::lists::{List, parts};
use super::names::is_led;
use super::sections::{MOST_CHARS, MOST_SECTIONS, MOST_WORDS, from_slug};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::Wanted;
use crate::extract::text;

/// Class words of links, or of what stands around them, that lead to the article's categories.
const CATEGORY_WORDS: Wanted = Wanted::new(&[
    "cat",
    "cats",
    "category",
    "categories",
    "terms",
    "kicker",
    "eyebrow",
    "rubric",
    "rubrik",
    "rubrique",
]);

/// Those of them that name a section even without a link: an eyebrow may be any short cry.
const UNLINKED_WORDS: Wanted = Wanted::new(&["cat", "category", "categories", "rubric", "rubrik", "rubrique"]);

/// Parts of addresses that lead to the page of a category.
static CATEGORY_PATHS: List = List::new(
    "\
    category, categories, section, sections, rubrique, rubriques, rubrik, ressort, kategorie, categoria, \
    categorie",
);

/// Parts of addresses that lead to the page of a topic, which on many sites is what others call a section.
static TOPIC_PATHS: List = List::new("topic, topics, thema, themen, tema, temas, dossier, dossiers");

/// Links to the article's categories: in its header, by their relation, their class or their address; else by their
/// relation or their address in the article, as at its foot; else short lines of the header that are named after them.
pub(super) fn linked(cx: &Context, header: &Header) -> Vec<String> {
    let dom = cx.dom;
    let leads = |n: NodeId| dom.attr(n, "href").is_none_or(|href| !href.starts_with('#'));
    let own = |n: NodeId| leads(n) && !in_teaser(cx, n, header) && !beside_other_headline(cx, n, header);
    let by_rel = |n: NodeId| is_related(dom, n);
    let by_name = |n: NodeId| is_category_link(dom, n);
    let by_address = |n: NodeId| leads_to_category(dom, n) && named_small(dom, n);
    let first = |links: &[NodeId], by: &dyn Fn(NodeId) -> bool| -> Vec<NodeId> {
        links.iter().copied().filter(|&n| by(n) && own(n)).take(MOST_SECTIONS).collect()
    };
    let near: Vec<NodeId> = header.elements.iter().copied().filter(|&n| dom.tag(n) == "a").collect();
    let mut found = first(&near, &by_rel);
    if found.is_empty() {
        found = first(&near, &by_name);
    }
    if found.is_empty() {
        let inside: Vec<NodeId> = dom.by_tag(dom.subtree(cx.content), "a").collect();
        found = first(&inside, &by_rel);
        if found.is_empty() {
            found = first(&inside, &by_address);
        }
    }
    if found.is_empty() { kickers(dom, header) } else { found.into_iter().map(|n| shown_name(dom, n)).collect() }
}

/// Whether a link stands in a small box with the linked headline of another article.
fn beside_other_headline(cx: &Context, link: NodeId, header: &Header) -> bool {
    let dom = cx.dom;
    let holds_own = |n: NodeId| {
        let range = dom.subtree(n);
        range.contains(&cx.content) || header.headline.is_none_or(|h| range.contains(&h))
    };
    let is_headline = |n: NodeId| {
        let is_own = || header.headline.is_some_and(|h| dom.subtree(h).contains(&n) || dom.subtree(n).contains(&h));
        let leads_away =
            |a: NodeId| a != link && dom.attr(a, "href").is_some() && !is_related(dom, a) && !leads_to_category(dom, a);
        dom.is(n, &["h2", "h3", "h4"]) && !is_own() && dom.by_tag(dom.subtree(n), "a").any(leads_away)
    };
    let boxes = dom.ancestors(link).take_while(|&n| dom.end(n) - n <= SMALL && !holds_own(n));
    boxes.into_iter().any(|n| dom.subtree(n).any(is_headline))
}

/// The name that a link shows, once where it holds it twice: for the eye and for the ear.
pub(super) fn shown_name(dom: &Dom, node: NodeId) -> String {
    let texts = dom.subtree(node).filter_map(|n| dom.text(n)).map(text::collapse).filter(|text| !text.is_empty());
    let texts: Vec<String> = texts.take(3).collect();
    match &texts[..] {
        [first, second] if first == second => first.clone(),
        _ => dom.text_of(node),
    }
}

/// Whether a link says by its relation that it leads to a category. WordPress calls those `tag` as well, but tells them apart by
/// their address, or by the class of what it sets around them: `taxonomy-category`.
pub(super) fn is_related(dom: &Dom, link: NodeId) -> bool {
    let leads = |to: &str| dom.attr(link, "href").is_some_and(|href| href.contains(to));
    let around = || dom.class_words(dom.parent(link));
    let is_category = || leads("/category/") || (around().contains("taxonomy") && around().contains("category"));
    dom.attr_has(link, "rel", "category") || (dom.attr_has(link, "rel", "tag") && is_category())
}

/// Links of the header to the pages of topics, where they are so few that they are no list of keywords; those amid a sentence are
/// of what it speaks of.
pub(super) fn topics(cx: &Context, header: &Header) -> Vec<String> {
    const MOST_TOPICS: usize = 3;
    const SENTENCE: usize = 12;
    let amid_sentence = |n: NodeId| text::words(&cx.dom.text_of(cx.dom.parent(n))) >= SENTENCE;
    let leads = |&n: &NodeId| {
        let href = cx.dom.attr(n, "href").filter(|_| cx.dom.tag(n) == "a").unwrap_or_default();
        href.split('/').rev().skip(1).any(|part| TOPIC_PATHS.has(part))
            && !amid_sentence(n)
            && !in_teaser(cx, n, header)
    };
    let links = header.elements.iter().copied().filter(leads).take(MOST_TOPICS + 1);
    let mut names: Vec<String> =
        links.map(|n| cx.dom.text_of(n)).filter(|name| text::words(name) <= MOST_WORDS).collect();
    names.dedup();
    if names.len() > MOST_TOPICS { Vec::new() } else { names }
}

/// What stands above or below the headline in an element named after sections that holds no link.
fn kickers(dom: &Dom, header: &Header) -> Vec<String> {
    const SMALL: usize = 8;
    let named = header.elements.iter().copied().filter(|&n| {
        let words = dom.class_words(n);
        dom.end(n) - n <= SMALL
            && !words.contains("tag")
            && words.has_any(&UNLINKED_WORDS)
            && dom.by_tag(dom.subtree(n), "a").all(|link| link == n && dom.attr(link, "href").is_none())
    });
    let texts = named.map(|n| dom.text_of(n));
    let is_name = |text: &String| {
        (1..=MOST_WORDS).contains(&text::words(text)) && !is_led(text) && !text.contains(|c: char| c.is_ascii_digit())
    };
    texts.filter(is_name).take(1).collect()
}

/// A link or a teaser with what is around it has no more nodes.
const SMALL: usize = 60;

/// Whether the address of the link leads to a category, or the link or one of the three elements around it is named
/// after categories, and the whole is short. What is around a heading is not named after a link in it.
fn is_category_link(dom: &Dom, link: NodeId) -> bool {
    if dom.attr(link, "href").is_none() {
        return false;
    }
    if leads_to_category(dom, link) {
        return true;
    }
    let around = std::iter::once(link).chain(dom.ancestors(link)).take(4).take_while(|&n| dom.end(n) - n <= SMALL);
    let around: Vec<NodeId> = around.collect();
    let heading = around.iter().position(|&n| dom.is(n, &["h2", "h3", "h4", "h5", "h6"]));
    let around = &around[..heading.map_or(around.len(), |at| at + 1)];
    around.iter().copied().filter(|&n| !dom.is(n, &["article", "li"])).any(|n| {
        let words = dom.class_words(n);
        !words.contains("tag") && words.has_any(&CATEGORY_WORDS)
    })
}

fn leads_to_category(dom: &Dom, link: NodeId) -> bool {
    dom.attr(link, "href").is_some_and(|href| parts(href).any(|part| CATEGORY_PATHS.has_bytes(part)))
}

/// Whether a link or what holds it is named after categories: others in running text lead to them in passing.
fn named_small(dom: &Dom, link: NodeId) -> bool {
    let near = std::iter::once(link).chain(dom.ancestors(link)).take(3);
    near.into_iter().any(|n| dom.class_words(n).has_any(&CATEGORY_WORDS))
}

/// WordPress writes the categories of a post into the classes of its element and of the body: `category-rule-of-law`, in
/// themes made after its early Sandbox `s-category-rule-of-law`.
pub(super) fn classed(cx: &Context) -> Vec<String> {
    let dom = cx.dom;
    let around = |n: &NodeId| dom.subtree(*n).contains(&cx.content) || dom.subtree(cx.content).contains(n);
    let is_called_post = |class: &str| class.eq_ignore_ascii_case("hentry") || class.eq_ignore_ascii_case("type-post");
    let is_post = |n: &NodeId| dom.attr(*n, "class").is_some_and(|c| c.split_ascii_whitespace().any(is_called_post));
    let posts = dom.elements(0..dom.len()).filter(around).filter(is_post);
    let body = dom.by_tag(0..dom.len(), "body").filter(|&n| dom.attr_has(n, "class", "single"));
    let slugs = |n: NodeId| {
        let classes = dom.attr(n, "class").unwrap_or_default().split_ascii_whitespace();
        let slugs = classes.filter_map(|class| class.strip_prefix("s-").unwrap_or(class).strip_prefix("category-"));
        slugs.filter(|slug| !slug.chars().all(|c| c.is_ascii_digit())).take(MOST_SECTIONS).collect::<Vec<&str>>()
    };
    let found = posts.take(1).chain(body).map(slugs).find(|slugs| !slugs.is_empty());
    found.unwrap_or_default().into_iter().map(|slug| name_of_slug(dom, slug, None)).collect()
}

/// The path of the address above the article, as far as it names sections: `/world/middle-east/…`.
pub(super) fn addressed(dom: &Dom, url: &str) -> Vec<String> {
    let Ok(url) = Url::parse(url) else { return Vec::new() };
    let parts: Vec<&str> =
        url.path_segments().map(|parts| parts.filter(|p| !p.is_empty()).collect()).unwrap_or_default();
    let above = &parts[..parts.len().saturating_sub(1)];
    let word = |part: &&&str| {
        part.len() >= 3
            && part.split('-').count() <= 3
            && part.split('-').any(|word| word.len() > 2)
            && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    };
    let named: Vec<&&str> = above.iter().take(3).filter(word).filter(|part| !IN_ADDRESSES.has(part)).collect();
    named.into_iter().rev().map(|slug| name_of_slug(dom, slug, url.host_str())).collect()
}

/// Parts of addresses that name a kind of page or a function of the software, not a section.
static IN_ADDRESSES: List = List::new(
    "\
    article, articles, artikel, story, stories, post, posts, archive, archives, content, node, index, page, \
    pages, web, html, public, sites, wiki, view, read, item, items, detail, doc, docs, document, documents, \
    author, tag, tags, category, categories, topic, topics, section, sections, amp, print, resources, \
    resource, library, rubrique, rubriques, rubrik, thema, themen, kategorie, categoria, categorie, \
    seccion, sezione, learn, guide, guides, insights, insight, media, about, company, publication, \
    publications, node-page, product, products, shop, collections, service, services, questions, comments, \
    status, docs, documentation, latest, stable, current, feature, features, details, newsdetails, browse, search, \
    information, start, login, download, downloads, file, files, show, shows, artigo, articulo, articolo, \
    noticia, nachricht, meldung, meldungen, pressemitteilung, pressemitteilungen, press-release, press-releases, \
    jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec, january, february, march, april, june, july, \
    august, september, october, november, december",
);

/// The name under which the page links to an address of its site that ends in the slug, else the slug spelled out.
fn name_of_slug(dom: &Dom, slug: &str, host: Option<&str>) -> String {
    let is_own = |href: &str| {
        let of_link = href.split_once("//").and_then(|(_, rest)| rest.split('/').next());
        of_link.zip(host).is_none_or(|(of_link, host)| of_link == host)
    };
    let ends = |href: &str| href.trim_end_matches('/').rsplit('/').next() == Some(slug) && is_own(href);
    let links = dom.by_tag(0..dom.len(), "a").filter(|&n| dom.attr(n, "href").is_some_and(ends));
    let spelled_out = from_slug(slug);
    let mut names: Vec<String> = links.take(MOST_LINKS).map(|n| dom.text_of(n)).collect();
    let is_same = |name: &String| text::folded(name) == text::folded(&spelled_out);
    if let Some(at) = names.iter().position(is_same) {
        return names.swap_remove(at);
    }
    // What is no name invites to look at the section: "See all the features", "Back to the blog".
    let is_name = |name: &String| {
        (2..=MOST_CHARS).contains(&name.chars().count())
            && text::words(name) <= slug.split(['-', '_']).count() + 2
            && !text::folded(name).split(' ').any(|word| INVITING.has(word))
    };
    names.into_iter().find(is_name).unwrap_or(spelled_out)
}

/// So many links to a section are looked at for its name.
const MOST_LINKS: usize = 5;

/// Words of links that invite to look at a section, where others give its name, folded.
static INVITING: List = List::new(
    "all, see, view, more, back, read, browse, logo, alle, mehr, weitere, zurück, tous, toutes, voir, ver, todos, todas",
);
