//! The headline, without the site's suffix.
//!
//! A page has up to six titles: `<title>`, Open Graph, Twitter, JSON-LD, Dublin Core and the heading that is seen. The
//! seen one is the headline as the editors set it, the others tell which heading that is and serve where there is none.
//! Measured on 617 articles of the WCXB development set: the first `h1` is the headline in 474, one of the `h1` in 515,
//! `og:title` as it stands in 303; chosen as below the title is right in 547.

use std::cell::LazyCell;

use super::address::is_root;
use super::affixes::SiteNames;
use super::choice::{AGREES, Chosen, WEAKER, considered};
use super::lists;
use super::structured::{Structured, string};
use super::tagged;
use crate::article::Fact;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::text;
use crate::extract::trace::Considered;

/// A heading that shares less than this share of its words with every stated title is not the headline: it names the
/// site, the part of the site, or a box. Below 0.2 the stated title is right more often, above it the heading is.
const LEAST_LIKE: f32 = 0.2;

/// The address of a page has the words of its headline, but shortened, and is kept when the headline changes.
const LEAST_LIKE_SLUG: f32 = 0.5;

/// A heading as like as this to a stated title is the headline, whichever comes before it: it is the same text, or one
/// begins with the other.
const SAME: f32 = 0.9;

/// More headings than this are not looked at.
const MOST_HEADINGS: usize = 60;

/// A longer heading is a paragraph set large.
const MOST_CHARS: usize = 400;

pub(crate) fn title(dom: &Dom, structured: &Structured) -> Chosen<String> {
    let site = SiteNames::new(structured);
    let seen = headings(dom, structured, &site);
    let stated = stated(dom, structured, &site, &seen);
    let slug = slug(structured).map(|slug| text::folded(&slug));
    let slug = slug.as_deref().map(Words::of);
    let titles: Vec<Words> = stated.iter().map(|title| Words::of(&title.folded)).collect();
    let like_slug =
        |words: &Words| slug.as_ref().map(|slug| words.likeness(slug)).filter(|like| *like >= LEAST_LIKE_SLUG);
    let like = |heading: &Heading| {
        let words = Words::of(&heading.folded);
        titles.iter().map(|title| words.likeness(title)).chain(like_slug(&words)).fold(0.0, f32::max)
    };
    let led = title_element(dom).and_then(|whole| led_by(dom, &whole, &stated, &seen));
    let led = led.filter(|(lead, _)| like_slug(&Words::of(lead)).is_none());
    let is_lead = |h: &Heading| led.as_ref().is_some_and(|(lead, _)| h.folded == *lead);
    // What is no main heading is not judged by it.
    let scored: Vec<(f32, &Heading)> = seen.iter().map(|h| (if h.main { like(h) } else { 0.0 }, h)).collect();
    let main = || scored.iter().filter(|(_, h)| h.main && !is_lead(h));
    let same = main().find(|(score, _)| *score >= SAME);
    let near = same.or_else(|| main().find(|(score, _)| *score >= LEAST_LIKE || stated.is_empty()));
    let led = || led.as_ref().and_then(|(_, rest)| seen.iter().find(|h| h.folded == *rest));
    let heading = near.map(|(_, h)| *h).or_else(led).or(seen.first().filter(|_| stated.is_empty()));
    let fact = heading.map(Heading::fact).or_else(|| stated.first().map(|title| title.fact.clone()));
    let why = |like: f32, h: &Heading| match like {
        _ if is_lead(h) => LEADS,
        like if like < LEAST_LIKE => UNLIKE,
        _ => LESS_LIKE,
    };
    let headings = scored.iter().filter(|(_, h)| h.main || heading.is_some_and(|taken| std::ptr::eq(*h, taken)));
    let headings = headings.map(|(like, h)| (h.fact(), why(*like, h)));
    let candidates = told(fact.as_ref(), headings.chain(stated.iter().map(|title| (title.fact.clone(), WEAKER))));
    Chosen { fact, candidates }
}

/// Why a heading is not the title.
const LEADS: &str = "the site's name, which the title follows in <title>";
const UNLIKE: &str = "unlike every title that the page states";
const LESS_LIKE: &str = "another heading is more like what the page states, or comes first";

/// What became of each title, with the reason why it lost if it did.
fn told(taken: Option<&Fact<String>>, all: impl Iterator<Item = (Fact<String>, &'static str)>) -> Vec<Considered> {
    let mut is_told = false;
    let one = |(title, worse): (Fact<String>, &'static str)| {
        let is_taken = !is_told && Some(&title) == taken;
        is_told |= is_taken;
        let is_same = taken.is_some_and(|taken| taken.value == title.value);
        let lost = (!is_taken).then_some(if is_same { AGREES } else { worse });
        considered(vec![title.value], title.source, lost)
    };
    all.map(one).collect()
}

/// The last part of the page's address as words, where it has so many that it is the headline's.
fn slug(structured: &Structured) -> Option<String> {
    const LEAST_WORDS: usize = 4;
    let url = structured.link("canonical").or(structured.meta("og:url"))?;
    let last = url.split(['?', '#']).next()?.trim_end_matches('/').rsplit('/').next()?;
    let words = last.split('.').next()?.replace(['-', '_'], " ");
    (text::words(&words) >= LEAST_WORDS).then_some(words)
}

/// The heading that stands in `<title>` before what the page elsewhere calls itself, or, if it leads to the site's first
/// page, before another heading; and that title, both folded: the heading names the site.
fn led_by(dom: &Dom, whole: &str, stated: &[Stated], seen: &[Heading]) -> Option<(String, String)> {
    let whole = text::folded(whole);
    let is_stated = |rest: &str| stated.iter().any(|title| title.fact.source != "title" && title.folded == rest);
    let is_seen = |rest: &str| seen.iter().any(|h| h.folded == rest);
    seen.iter().find_map(|heading| {
        let rest = whole.strip_prefix(heading.folded.as_str())?.strip_prefix(' ')?;
        let names_site = is_stated(rest) || (is_seen(rest) && leads_home(dom, heading.node));
        names_site.then(|| (heading.folded.clone(), rest.to_owned()))
    })
}

/// The text of the page's first `<title>`; those inside pictures name the picture.
pub(crate) fn title_element(dom: &Dom) -> Option<String> {
    let node = dom.by_tag(0..dom.len(), "title").find(|&n| dom.ancestors(n).all(|a| dom.tag(a) != "svg"))?;
    Some(text::unescape(&dom.raw_text(node))).filter(|t| !t.is_empty())
}

struct Heading {
    node: NodeId,
    text: String,
    folded: String,
    source: &'static str,
    /// An `h1`, or marked as the headline.
    main: bool,
}

impl Heading {
    fn fact(&self) -> Fact<String> {
        Fact::new(self.text.clone(), self.source)
    }
}

/// A title that the page states.
struct Stated {
    fact: Fact<String>,
    folded: String,
}

fn headings(dom: &Dom, structured: &Structured, site: &SiteNames) -> Vec<Heading> {
    let mut out = Vec::new();
    let mut nodes: Vec<NodeId> = tagged(dom, 0..dom.len(), &["h1", "h2", "h3"]).chain(structured.marked()).collect();
    nodes.sort_unstable();
    nodes.dedup();
    for node in nodes {
        let is_marked = || dom.attr_has(node, "itemprop", "headline");
        let source = match dom.tag(node) {
            "h1" => "h1",
            tag if is_marked() && tag != "meta" => "itemprop",
            "h2" | "h3" => "heading",
            _ => continue,
        };
        if out.len() >= MOST_HEADINGS {
            break;
        }
        let text = site.without_name(&heading_text(dom, node));
        let folded = text::folded(&text);
        let usable = text.chars().any(char::is_alphabetic) && text.chars().count() <= MOST_CHARS;
        if usable && !site.has(&folded) && !lists::is_generic(&folded) {
            out.push(Heading { node, text, folded, source, main: source != "heading" });
        }
    }
    out
}

/// Whether a heading links to the site's first page, as the name of a site does.
fn leads_home(dom: &Dom, heading: NodeId) -> bool {
    let mut links = dom.by_tag(dom.subtree(heading), "a").chain(dom.ancestors(heading).take(2));
    links.any(|n| dom.tag(n) == "a" && dom.attr(n, "href").is_some_and(|href| href == "/" || is_root(href)))
}

/// The heading's text without what is only for screen readers.
fn heading_text(dom: &Dom, heading: NodeId) -> String {
    let text = text::unescape(&dom.text_of(heading));
    let hidden =
        |&n: &NodeId| dom.attr(n, "class").is_some_and(|c| c.contains("sr-only") || c.contains("screen-reader"));
    let unseen = dom.elements(heading + 1..dom.end(heading)).find(hidden).map(|n| dom.text_of(n)).unwrap_or_default();
    text.strip_prefix(&unseen).or_else(|| text.strip_suffix(&unseen)).unwrap_or(&text).trim().to_owned()
}

/// The titles that the page states, each without the site's name.
fn stated(dom: &Dom, structured: &Structured, site: &SiteNames, seen: &[Heading]) -> Vec<Stated> {
    let article = structured.article();
    let meta = |name| structured.meta(name).map(text::collapse);
    let short = |title: &String| title.chars().count() <= MOST_CHARS;
    let found = [
        (meta("og:title"), "og"),
        (article.and_then(|o| string(o, "headline")), "json-ld"),
        (meta("parsely-title"), "meta:parsely-title"),
        (meta("dc.title"), "meta:dc.title"),
        (meta("twitter:title"), "meta:twitter:title"),
        (title_element(dom), "title"),
    ];
    let set_apart = LazyCell::new(|| set_apart(dom).collect::<Vec<String>>());
    let is_set_apart = |title: &str| {
        (LEAST_SET_APART..=MOST_CHARS).contains(&title.len())
            && set_apart.iter().any(|text| text::folds_to(text, title))
    };
    let is_seen = |title: &str| seen.iter().any(|h| h.folded == title) || is_set_apart(title);
    let plain = found.into_iter().filter_map(|(title, source)| {
        let fact = Fact::new(site.without(&title.filter(short)?, &is_seen), source);
        Some(Stated { folded: text::folded(&fact.value), fact })
    });
    plain.filter(|title| !title.folded.is_empty() && !site.has(&title.folded)).collect()
}

/// A shorter text in bold, in bytes when it is folded, is a word of the text.
const LEAST_SET_APART: usize = 10;

/// Texts in bold or large type: pages of the nineties have no headings but these.
fn set_apart(dom: &Dom) -> impl Iterator<Item = String> {
    const SMALL: usize = 8;
    let elements = tagged(dom, 0..dom.len(), &["b", "strong", "font", "big"]);
    elements.filter(|&n| dom.end(n) - n <= SMALL).map(|n| dom.raw_text(n))
}

/// The words of a folded title.
struct Words<'t> {
    title: &'t str,
    /// In order, each once.
    each: Vec<&'t str>,
}

impl<'t> Words<'t> {
    fn of(title: &'t str) -> Words<'t> {
        let mut each: Vec<&str> = title.split(' ').collect();
        each.sort_unstable();
        each.dedup();
        Words { title, each }
    }

    /// How much two titles have in common: the shared part of their words, or 0.9 where one begins with the other.
    fn likeness(&self, other: &Words) -> f32 {
        let (a, b) = (self.title, other.title);
        if a == b {
            return 1.0;
        }
        let shared = self.each.iter().filter(|word| other.each.binary_search(word).is_ok()).count() as f32;
        let begins = !a.is_empty() && !b.is_empty() && (a.starts_with(b) || b.starts_with(a));
        let all = (self.each.len() + other.each.len()) as f32;
        let jaccard = shared / all / (1.0 - shared / all);
        if begins && self.each.len().min(other.each.len()) >= 2 { jaccard.max(0.9) } else { jaccard }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    fn read(html: &str) -> (String, String) {
        let document = Document::parse(html);
        let dom = document.dom();
        let found = title(&dom, &Structured::read(&dom)).fact;
        found.map(|f| (f.value, f.source.into_owned())).unwrap_or_default()
    }

    fn of(value: &str, source: &str) -> (String, String) {
        (value.to_owned(), source.to_owned())
    }

    #[test]
    fn the_heading_that_agrees_with_the_stated_title_wins() {
        let html = "<title>The port that paid - by Ann Lee</title><meta property=og:title content='The port that paid'>
            <h1><a href=/>Tides and Tariffs</a></h1><h1>The port that paid</h1><h1>Most read</h1>";
        assert_eq!(read(html), of("The port that paid", "h1"));
    }

    #[test]
    fn the_heading_wins_over_another_wording_for_search_engines() {
        let html = "<title>Grants for farms: what to know | Courier</title><h1>Grants for flooded farms divide the valley</h1>";
        assert_eq!(read(html), of("Grants for flooded farms divide the valley", "h1"));
    }

    #[test]
    fn a_heading_for_the_section_loses_to_the_stated_title() {
        let html =
            "<title>Sector update</title><meta property=og:title content='Sector update'><h1>Opinion and analysis</h1>";
        assert_eq!(read(html), of("Sector update", "og"));
    }

    #[test]
    fn a_heading_before_the_title_in_the_title_element_names_the_site() {
        let html = "<title>Lessons Drawn: Rates held</title><h1>Lessons Drawn</h1>";
        let og = "<meta property=og:title content='Rates held'>";
        assert_eq!(read(&format!("{html}{og}")), of("Rates held", "og"));
        let home = "<title>Lessons Drawn: Rates held</title><h1><a href=/>Lessons Drawn</a></h1><h2>Rates held</h2>";
        assert_eq!(read(home), of("Rates held", "heading"));
        assert_eq!(read(&format!("{html}<h2>Rates held</h2>")).0, "Lessons Drawn");
        assert_eq!(read(html).0, "Lessons Drawn");
    }

    #[test]
    fn the_heading_in_the_address_wins_over_the_sites_slogan() {
        let html = "<link rel=canonical href=https://a.example/why-the-bank-held-rates/><title>Money for all</title>
            <h1>Why the bank held rates</h1>";
        assert_eq!(read(html), of("Why the bank held rates", "h1"));
    }

    #[test]
    fn the_sites_name_goes_from_either_end() {
        let named = "<meta property=og:site_name content='Policy Forum'>";
        for title in
            ["Rates held | Policy Forum", "Policy Forum: Rates held", "Policy Forum - Rates held", "Rates held — Forum"]
        {
            assert_eq!(read(&format!("{named}<title>{title}</title>")), of("Rates held", "title"));
        }
        let host = "<link rel=canonical href=https://www.newsforum.example/a>";
        assert_eq!(read(&format!("{host}<title>Rates held | NewsForum</title>")).0, "Rates held");
    }

    #[test]
    fn dashes_inside_a_headline_stay() {
        let html =
            "<title>Syria - a war without end or exit - Review</title><h1>Syria - a war without end or exit</h1>";
        assert_eq!(read(html).0, "Syria - a war without end or exit");
        assert_eq!(
            read("<title>Ceasefire – the terms that nobody in the capital read</title>").0.split(' ').count(),
            10
        );
    }

    #[test]
    fn large_type_stands_in_for_a_heading() {
        let html = "<title>Northmarch Review - Tables and Curfews</title><font size=5><b>Tables and Curfews</b></font>";
        assert_eq!(read(html), of("Tables and Curfews", "title"));
    }

    #[test]
    fn a_press_release_is_not_called_by_its_number() {
        let html = "<title>Ministry | Press Release 118/2021</title><meta name=DC.title content='Register opens'><h2>Register opens</h2>";
        assert_eq!(read(html), of("Register opens", "meta:dc.title"));
    }

    #[test]
    fn hostile_titles_are_survived() {
        assert_eq!(read("<title></title><h1></h1>"), of("", ""));
        assert_eq!(read(&format!("<title>{}</title>", "a | ".repeat(50_000))), of("", ""));
        assert_eq!(read("<title>| - |</title><h1>Real</h1>").0, "Real");
    }
}
