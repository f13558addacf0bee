//! The sections of the site in which the article was published, most specific first.
//!
//! What the page states for machines is read in `stated`, the other sources in [`crumbs`] and [`categories`](super::categories);
//! here they are weighed against each other.

mod names;
mod stated;

use super::categories::{addressed, classed, linked, topics};
use super::choice::{AGREES, Chosen, WEAKER, considered};
use super::header::Header;
use super::lists::List;
use super::names::labelled;
use super::{Context, crumbs};
use crate::article::{Fact, Source};
use crate::extract::text;
use crate::extract::trace::Considered;
use names::{Names, push_new, shared};
use stated::stated;

pub(super) use names::{MOST_CHARS, MOST_SECTIONS, MOST_WORDS, from_slug};

/// Labels of a list of facts before the section, folded.
static LABELS: List = List::new(
    "\
    section, sections, category, categories, filed under, posted in, rubrik, ressort, kategorie, kategorien, \
    rubrique, rubriques, catégorie, catégories, sección, secciones, categoría, categorías, sezione, categoria, \
    secção, editoria, rubriek, categorie, kategoria, рубрика, раздел, kategori, القسم, التصنيف, بخش, دسته بندی, \
    分类, 栏目",
);

/// Sections from the sources in the order of their measured agreement with each other: what the page states for
/// machines (JSON-LD and metas agree with breadcrumbs in 85 to 97 %), the breadcrumb, category links in the header
/// (88 %), post classes, and last the address, which agrees with anything in 43 to 70 % only.
///
/// A source that comes later only adds to one that comes before: the breadcrumb tells which section lies within which.
pub(crate) fn sections(cx: &Context, header: &Header, url: Option<&str>, site: Option<&str>) -> Chosen<Vec<String>> {
    let mut found = Found { names: Names::new(cx, site), fact: None, candidates: Vec::new() };
    for (raw, source) in stated(cx) {
        found.add(raw, source, Join::Never);
    }
    let mut trail = crumbs::trail(cx, header, url, |name| found.names.is_section(name));
    trail.reverse();
    found.add(trail, "breadcrumb".into(), Join::Always);
    found.add(linked(cx, header), "category".into(), Join::Related);
    if found.fact.is_none() {
        let labelled = labelled(cx.dom, &LABELS).into_iter().filter(|list| text::words(list) <= MOST_WORDS);
        found.add(labelled.collect(), "text".into(), Join::Never);
    }
    if found.fact.is_none() {
        found.add(topics(cx, header), "category".into(), Join::Never);
    }
    if found.fact.is_none() {
        found.add(classed(cx), "class".into(), Join::Never);
    }
    if let Some(url) = url.filter(|_| found.fact.is_none()) {
        found.add(addressed(cx.dom, url), "url".into(), Join::Never);
    }
    Chosen { fact: found.fact, candidates: found.candidates }
}

/// What becomes of a source's names where a better source has some.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    Never,
    /// They are added to those of the better source if the two share one.
    Related,
    Always,
}

/// The sections found so far.
struct Found {
    names: Names,
    fact: Option<Fact<Vec<String>>>,
    candidates: Vec<Considered>,
}

impl Found {
    /// Weighs what a source says.
    fn add(&mut self, raw: Vec<String>, source: Source, how: Join) {
        let names = self.names.plain(raw.iter().map(String::as_str));
        let lost = match &self.fact {
            _ if names.is_empty() => Some("names that could be those of any article"),
            Some(first) if how == Join::Never && first.value == names => Some(AGREES),
            Some(_) if how == Join::Never => Some(WEAKER),
            Some(first) if how == Join::Related && !shared(&first.value, &names) => {
                Some("no name in common with a better source")
            }
            _ => None,
        };
        if !raw.is_empty() {
            let told = if names.is_empty() { raw } else { names.clone() };
            self.candidates.push(considered(told, source.clone(), lost));
        }
        if lost.is_none() {
            self.fact = Some(match self.fact.take() {
                Some(first) if how == Join::Related => added(first, names),
                Some(first) => ordered(first, names),
                None => Fact::new(names, source),
            });
        }
    }
}

/// Adds a list to what was found; where the two share a name, in the order of the list.
fn ordered(first: Fact<Vec<String>>, list: Vec<String>) -> Fact<Vec<String>> {
    let (mut names, rest) = if shared(&first.value, &list) { (list, first.value) } else { (first.value, list) };
    for name in rest {
        push_new(&mut names, name);
    }
    Fact::new(names, first.source)
}

/// Adds a list to what was found.
fn added(mut first: Fact<Vec<String>>, list: Vec<String>) -> Fact<Vec<String>> {
    list.into_iter().for_each(|name| push_new(&mut first.value, name));
    first
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_context;
    use super::*;

    fn read(html: &str) -> (Vec<String>, String) {
        with_context(html, |cx| {
            let header = Header::new(cx.dom, cx.title, cx.content);
            let url = cx.structured.link("canonical");
            sections(cx, &header, url, Some("The Courier"))
                .fact
                .map(|f| (f.value, f.source.into_owned()))
                .unwrap_or_default()
        })
    }

    fn of(names: &[&str], source: &str) -> (Vec<String>, String) {
        (names.iter().map(|n| (*n).to_owned()).collect(), source.to_owned())
    }

    const TITLE: &str = "<h1>A midnight vote</h1>";

    #[test]
    fn each_source_is_read() {
        for (html, names, source) in [
            (
                "<script type=application/ld+json>{\"@type\":\"Article\",\"articleSection\":[\"Middle East\",\"Security\"]}</script>",
                &["Middle East", "Security"][..],
                "json-ld",
            ),
            (
                "<script type=application/ld+json>{\"@type\":\"Article\",\"articleSection\":\"Courts,Rule of Law,Arms + Aid\"}</script>",
                &["Courts", "Rule of Law", "Arms + Aid"],
                "json-ld",
            ),
            (
                "<script type=application/ld+json>{\"@type\":\"Article\",\"articleSection\":\"Arms, Aid and Trade\"}</script>",
                &["Arms, Aid and Trade"],
                "json-ld",
            ),
            ("<meta property=article:section content='Trade &amp;amp; Aid'>", &["Trade & Aid"], "meta:article:section"),
            ("<meta name=section content='News, World, Asia'>", &["World", "Asia"], "meta:section"),
            (
                "<meta property=article:section content='News &gt; World &gt; Asia'>",
                &["Asia", "World"],
                "meta:article:section",
            ),
            ("<span itemprop=articleSection>Health</span>", &["Health"], "itemprop"),
            (
                "<ul class=breadcrumb><li><a href=/>Home</a><li><a href=/p>Politics</a><li><a href=/c>Courts</a><li>A midnight vote</ul>",
                &["Courts", "Politics"],
                "breadcrumb",
            ),
            ("<a rel='category tag' href=/c>Courts</a>", &["Courts"], "category"),
            ("<a class=category href=/c>Courts<span class=sr-only>Courts</span></a>", &["Courts"], "category"),
            ("<h4 class=category><a href=/c>Courts</a></h4>", &["Courts"], "category"),
            ("<h3><a href=/category/a>Arms</a> » <a href=/category/aid>Aid</a></h3>", &["Arms", "Aid"], "category"),
            ("<div class=post-cats><a href=/c>Courts</a></div>", &["Courts"], "category"),
            ("<p class=article-category>Courts</p>", &["Courts"], "category"),
            ("<p><a class=blog-item-category>Courts</a></p>", &["Courts"], "category"),
            ("<div class='taxonomy-category post-terms'>in <a rel=tag>Courts</a></div>", &["Courts"], "category"),
            ("<meta name=courier-section content=Courts>", &["Courts"], "meta:courier-section"),
            ("<dl><dt>Category<dd>Courts</dl>", &["Courts"], "text"),
            ("<p><a href=/topics/courts.html>Courts</a></p>", &["Courts"], "category"),
            (
                "<link rel=canonical href=https://a.example/world/middle-east/2026/02/26/a-vote/>",
                &["Middle east", "World"],
                "url",
            ),
        ] {
            assert_eq!(read(&format!("{html}{TITLE}<p>The council voted.</p>")), of(names, source), "{html}");
        }
    }

    #[test]
    fn the_body_of_a_single_page_has_the_classes_of_its_post() {
        let html = format!("<body class='single s-category-water-policy'>{TITLE}<p>The council voted.</p>");
        assert_eq!(read(&html), of(&["Water policy"], "class"));
    }

    #[test]
    fn a_link_that_invites_to_a_section_does_not_name_it() {
        let html = format!(
            "<link rel=canonical href=https://a.example/en-us/water-policy/2026/nov/a-vote><nav><a href=/water-policy/>See all of it</a>
             <a href=/water-policy>Water &amp; Policy</a></nav>{TITLE}<p>The council voted.</p>"
        );
        assert_eq!(read(&html), of(&["Water & Policy"], "url"));
    }

    #[test]
    fn post_classes_are_spelled_as_the_pages_links() {
        let html = format!(
            "<nav><a href=/category/rule-of-law/>Rule of Law</a></nav>
             <article class='hentry type-post category-rule-of-law category-water-policy'>{TITLE}<p>The council voted.</p></article>"
        );
        assert_eq!(read(&html), of(&["Rule of Law", "Water policy"], "class"));
    }

    #[test]
    fn the_breadcrumb_orders_what_is_stated() {
        let html = format!(
            "<meta property=article:section content=Security><ul class=breadcrumb><li><a href=/>Home</a><li><a href=/s>Security</a>
             <li><a href=/b>Border Security</a></ul>{TITLE}"
        );
        assert_eq!(read(&html), of(&["Border Security", "Security"], "meta:article:section"));
    }

    #[test]
    fn the_links_of_teasers_and_of_filters_lead_to_no_section_of_the_article() {
        let box_of = |links: &str| format!("<div class=category-picture>{links}</div>{TITLE}<p>The council voted.</p>");
        let teaser = "<a class=category href=/c>Courts</a><h3><a href=/x>Quay sold</a></h3>";
        assert_eq!(read(&box_of(teaser)), of(&[], ""));
        assert_eq!(read(&box_of("<h3><a href=/x>Quay sold</a></h3>")), of(&[], ""));
        assert_eq!(read(&box_of("<a href=#>Courts</a>")), of(&[], ""));
        let sentence =
            "<p>The minister went back to <a href=/topics/ports/>Ports</a> when all of the votes had been counted.</p>";
        assert_eq!(read(&format!("{TITLE}{sentence}")), of(&[], ""));
    }

    #[test]
    fn names_that_tell_nothing_are_left_out() {
        for name in ["News", "Home", "THE COURIER", "A midnight vote", "Uncategorized", "https://a.example/x", "42"] {
            let html = format!("<meta property=article:section content='{name}'>{TITLE}");
            assert_eq!(read(&html), of(&[], ""), "{name}");
        }
        let long = "x".repeat(100_000);
        assert_eq!(read(&format!("<meta property=article:section content='{long}'>{TITLE}")), of(&[], ""));
    }

    #[test]
    fn names_are_kept_once_in_their_first_spelling() {
        let html = format!(
            "<meta property=article:section content=Water><meta property=article:section content=WATER>{TITLE}"
        );
        assert_eq!(read(&html).0, ["Water"]);
    }

    #[test]
    fn addresses_without_sections_give_none() {
        for path in ["p/the-port", "2026/02/26/a-vote", "en/a-vote", "node/2217", "a-vote", "articles/a-vote"] {
            let html = format!("<link rel=canonical href=https://a.example/{path}>{TITLE}");
            assert_eq!(read(&html), of(&[], ""), "{path}");
        }
    }
}
