//! The sections of the site in which the article was published, most specific first.

use super::super::text;
use super::categories::{addressed, classed, linked, topics};
use super::choice::{AGREES, Chosen, WEAKER, considered};
use super::header::Header;
use super::lists::{self, List};
use super::names::labelled;
use super::structured::strings;
use super::{Context, crumbs};
use crate::article::{Fact, Source};
use crate::extract::trace::Considered;

/// A longer name is a sentence, a longer list a tag cloud.
pub(super) const MOST_CHARS: usize = 60;
pub(super) const MOST_SECTIONS: usize = 8;

/// A name that nothing but its place says to be one has no more words than this.
pub(super) const MOST_WORDS: usize = 4;

/// Metas that name the section, as measured on 2,874 article pages: the first stands on 17 %, the second on 4 %.
static METAS: List = List::new(
    "\
    article:section, parsely-section, section, og:section, article.section, article_section, category, \
    cxenseparse:section, cxenseparse:category, cg:category, sailthru.section, dc.type.section, \
    prism.section, citation_section",
);

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

/// What the page states for machines: the names of each source that has any.
fn stated(cx: &Context) -> Vec<(Vec<String>, Source)> {
    let json_ld = cx.structured.article().and_then(|o| o.get("articleSection")).map(strings).unwrap_or_default();
    let json_ld = json_ld.iter().flat_map(|section| listed(section)).map(str::to_owned).collect();
    let metas = METAS.iter().map(|name| {
        let values = cx.structured.metas(name).flat_map(|list| list.split(", ")).map(str::to_owned).collect();
        (values, Source::Owned(format!("meta:{name}")))
    });
    let marked = cx
        .dom
        .elements(0..cx.dom.len())
        .filter(|&n| cx.dom.attr_has(n, "itemprop", "articleSection"))
        .take(MOST_SECTIONS);
    let marked =
        marked.map(|n| cx.dom.attr(n, "content").map_or_else(|| cx.dom.text_of(n), text::unescape)).collect::<Vec<_>>();
    let own = cx.structured.metas_ending("section").filter(|(name, _)| !METAS.has(name) && is_of_section(name));
    let own =
        own.map(|(name, value)| (value.split(',').map(str::to_owned).collect(), Source::Owned(format!("meta:{name}"))));
    let first = std::iter::once((json_ld, "json-ld".into()));
    first.chain(metas).chain(own).chain([(marked, "itemprop".into())]).collect()
}

/// Whether a meta that ends in `section` speaks of the article's: others are for advertisers, or for parts of the page.
fn is_of_section(name: &str) -> bool {
    !name.split(['.', ':', '-', '_']).any(|word| word == "ad" || word == "page" || word.ends_with("ads"))
}

/// The sections of one JSON-LD string. Some plugins join all categories with commas; a single comma is part of a name, unless
/// no space is after it.
fn listed(section: &str) -> Vec<&str> {
    let is_set = |parts: &[&str]| !parts.iter().any(|part| part.is_empty() || part.starts_with(char::is_whitespace));
    let is_number = |section: &str| section.chars().any(|c| c.is_ascii_digit());
    let tight: Vec<&str> = section.split(',').collect();
    if is_set(&tight) && !is_number(section) {
        return tight;
    }
    let parts: Vec<&str> = section.split(", ").collect();
    let list = parts.len() >= 3 && !parts.last().is_some_and(|last| last.starts_with("and ") || last.starts_with("& "));
    if list { parts } else { vec![section] }
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

fn shared(a: &[String], b: &[String]) -> bool {
    a.iter().any(|name| b.iter().any(|other| text::folded(name) == text::folded(other)))
}

fn push_new(names: &mut Vec<String>, name: String) {
    if names.len() < MOST_SECTIONS && !names.iter().any(|n| text::folded(n) == text::folded(&name)) {
        names.push(name);
    }
}

/// What no section is called: the site, the article.
struct Names {
    site: String,
    title: String,
}

impl Names {
    fn new(cx: &Context, site: Option<&str>) -> Names {
        Names { site: text::folded(site.unwrap_or_default()), title: text::folded(cx.title.unwrap_or_default()) }
    }

    fn is_section(&self, name: &str) -> bool {
        let folded = text::folded(name);
        let chars = name.chars().count();
        let own = folded == self.site || folded == self.title;
        let address = name.contains("://") || name.contains('@');
        (2..=MOST_CHARS).contains(&chars)
            && name.chars().any(char::is_alphabetic)
            && !own
            && !address
            && !lists::is_generic_section(name)
    }

    /// The names taken apart and cleaned, each once, in the spelling seen first. Of a path the last part comes first.
    fn plain<'t>(&self, raw: impl IntoIterator<Item = &'t str>) -> Vec<String> {
        let mut out = Vec::new();
        for raw in raw.into_iter().filter(|raw| raw.len() < 1000) {
            let path = text::unescape(raw).replace(" / ", "|");
            for name in path.rsplit(['>', '›', '»', '|', '→']).map(spelled).filter(|name| self.is_section(name)) {
                push_new(&mut out, name);
            }
        }
        out
    }
}

/// A name without stray punctuation; one that is the end of an address is spelled as a name.
fn spelled(name: &str) -> String {
    let name = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '·' | '•' | '-' | '–' | '/' | '#' | '|')
    });
    let slug =
        name.contains(['-', '_']) && !name.contains(char::is_whitespace) && !name.chars().any(char::is_uppercase);
    if slug { from_slug(name) } else { name.to_owned() }
}

/// `middle-east` as `Middle east`.
pub(super) fn from_slug(slug: &str) -> String {
    let mut letters = slug.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    (first + letters.as_str()).replace(['-', '_', '+'], " ")
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
