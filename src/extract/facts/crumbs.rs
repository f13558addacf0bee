//! Breadcrumbs: the trail from the home page to the article, in JSON-LD, as marked-up HTML, or as a line of links.

use std::cell::LazyCell;

use serde_json::Value;
use url::Url;

use super::Context;
use super::categories::shown_name;
use super::header::Header;
use super::lists;
use super::structured::{Object, string};
use crate::extract::dom::{Dom, NodeId};
use crate::extract::elements::names::{Marks, Wanted};
use crate::extract::text;

/// Trails have three or four crumbs; more than this is a menu.
const MOST_CRUMBS: usize = 8;

/// A trail of crumbs that has more nodes than this is no trail.
const MOST_NODES: usize = 400;

/// Words in `class` or `id` by which pages name their trails; the last is French.
const NAMES: Wanted = Wanted::new(&["breadcrumb", "breadcrumbs", "crumb", "crumbs", "ariane"]);

/// More elements than this that look like trails are not read.
const MOST_TRAILS: usize = 20;

/// The crumbs from the home page on, the article itself left out where it can be told, of the first trail with any that
/// `usable` lets through.
pub(crate) fn trail(cx: &Context, header: &Header, url: Option<&str>, usable: impl Fn(&str) -> bool) -> Vec<String> {
    let own = url.and_then(|url| Url::parse(url).ok());
    let json_ld = cx.structured.of_type("breadcrumblist").map(listed);
    let (dom, named) = (cx.dom, LazyCell::new(|| Marks::new(cx.dom, &NAMES)));
    let marked =
        dom.elements(0..dom.len()).filter(|&n| is_trail(dom, n, &named)).take(MOST_TRAILS).map(|n| marked(dom, n));
    let lines =
        LazyCell::new(|| header.elements.iter().copied().filter(|&n| starts_at_home(dom, n)).collect::<Vec<_>>());
    let plain =
        |marks| std::iter::once(&lines).flat_map(|lines| lines.iter()).filter_map(move |&n| plain(dom, n, marks));
    let found = json_ld
        .chain(marked)
        .chain(plain(ARROWS))
        .chain(plain(BARS).filter(|crumbs| lead_down(crumbs, own.as_ref())))
        .map(|crumbs| own_page_dropped(crumbs, cx.title.unwrap_or_default(), own.as_ref()));
    let usable = |crumbs: Vec<String>| crumbs.into_iter().filter(|c| usable(c)).collect::<Vec<String>>();
    found.map(usable).find(|crumbs| !crumbs.is_empty()).unwrap_or_default()
}

struct Crumb<'d> {
    name: String,
    linked: bool,
    /// Where it leads.
    address: Option<&'d str>,
}

/// The crumbs of a JSON-LD `BreadcrumbList`, by their position.
fn listed(list: &Object) -> Vec<Crumb<'_>> {
    let items = list.get("itemListElement").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut crumbs: Vec<(f64, Crumb)> = Vec::new();
    for (at, item) in items.iter().filter_map(Value::as_object).take(MOST_CRUMBS).enumerate() {
        let inner = item.get("item").and_then(Value::as_object);
        let address = item.get("item").and_then(Value::as_str);
        let address = address.or_else(|| inner.and_then(|o| o.get("@id").or_else(|| o.get("url")))?.as_str());
        let name = string(item, "name").or_else(|| string(inner?, "name"));
        let position = item.get("position").and_then(|p| p.as_f64().or_else(|| p.as_str()?.trim().parse().ok()));
        if let Some(name) = name {
            crumbs.push((position.unwrap_or(at as f64), Crumb { name, linked: item.contains_key("item"), address }));
        }
    }
    crumbs.sort_by(|a, b| a.0.total_cmp(&b.0));
    crumbs.into_iter().map(|(_, crumb)| crumb).collect()
}

/// Whether an element is a trail by its name, its label or its microdata.
fn is_trail(dom: &Dom, node: NodeId, named: &Marks) -> bool {
    let is_typed = |name: &str| dom.attr(node, name).is_some_and(|t| t.ends_with("BreadcrumbList"));
    let is_labelled = || dom.attr(node, "aria-label").is_some_and(|l| l.to_ascii_lowercase().contains("breadcrumb"));
    (named.has(dom, node) || is_typed("itemtype") || is_typed("typeof") || is_typed("vocab") || is_labelled())
        && !dom.is(node, &["body", "html", "a", "li", "script", "link", "meta"])
        && dom.end(node) - node <= MOST_NODES
}

/// The crumbs of an element: its list items, else its links.
fn marked<'a>(dom: &Dom<'a>, trail: NodeId) -> Vec<Crumb<'a>> {
    let inside = trail + 1..dom.end(trail);
    let first = dom.by_tag(inside.clone(), "li").next();
    // A crumb may open a menu of its neighbours: items within items are no crumbs.
    let items = first.map(|li| dom.children(dom.parent(li)).filter(|&n| dom.tag(n) == "li").take(MOST_CRUMBS + 1));
    let items: Vec<NodeId> = items.into_iter().flatten().collect();
    let nodes = if items.len() >= 2 { items } else { dom.by_tag(inside, "a").take(MOST_CRUMBS + 1).collect() };
    if nodes.len() > MOST_CRUMBS {
        return Vec::new();
    }
    let crumb = |&n: &NodeId| {
        let link = dom.by_tag(dom.subtree(n), "a").find(|&a| dom.attr(a, "href").is_some());
        let current =
            dom.attr(n, "aria-current").is_some() || link.is_some_and(|a| dom.attr(a, "aria-current").is_some());
        let address = link.and_then(|a| dom.attr(a, "href"));
        Crumb { name: shown_name(dom, link.unwrap_or(n)), linked: link.is_some() && !current, address }
    };
    nodes.iter().map(crumb).collect()
}

/// Whether the first link of an element that may be a line of links is that to the home page.
fn starts_at_home(dom: &Dom, node: NodeId) -> bool {
    dom.end(node) - node <= MOST_NODES
        && !dom.is(node, &["a", "ul", "ol"])
        && dom.by_tag(dom.subtree(node), "a").next().is_some_and(|link| lists::is_home(&dom.text_of(link)))
}

/// A line of links that [starts at the home page](starts_at_home), parted by arrows: `Home > Archive > Transport`.
fn plain<'a>(dom: &Dom<'a>, node: NodeId, marks: &[&str]) -> Option<Vec<Crumb<'a>>> {
    let mut crumbs: Vec<Crumb> = Vec::new();
    let mut from = node;
    for link in dom.by_tag(dom.subtree(node), "a").take(MOST_CRUMBS) {
        let is_after_mark = || marks.contains(&(from..link).filter_map(|n| dom.text(n)).collect::<String>().trim());
        if !crumbs.is_empty() && !is_after_mark() {
            break;
        }
        crumbs.push(Crumb { name: dom.text_of(link), linked: true, address: dom.attr(link, "href") });
        from = dom.end(link);
    }
    (crumbs.len() >= 2).then_some(crumbs)
}

/// What stands between the links of a trail.
const ARROWS: &[&str] = &[">", ">>", "»", "›", "→", "/", "\\", "::"];

/// What stands between those of a menu more often than not.
const BARS: &[&str] = &["|"];

/// Whether each link leads below the one before, and the last to a place above the page: a menu's links lie side by side.
fn lead_down(crumbs: &[Crumb], own: Option<&Url>) -> bool {
    let Some(own) = own else { return false };
    let place = |crumb: &Crumb| {
        let link = own.join(crumb.address?.trim()).ok().filter(|link| link.host_str() == own.host_str())?;
        Some(format!("{}/", link.path().trim_end_matches('/')))
    };
    let Some(places) = crumbs.iter().skip(1).map(place).collect::<Option<Vec<String>>>() else { return false };
    let below = |pair: &[String]| pair[1].len() > pair[0].len() && pair[1].starts_with(&pair[0]);
    places.windows(2).all(below) && places.last().is_some_and(|last| last.len() > 1 && own.path().starts_with(last))
}

/// The names, without the last where that is the article: it is not linked, it leads to the article and none before it does,
/// or it is the title, perhaps cut short.
fn own_page_dropped(mut crumbs: Vec<Crumb>, title: &str, own: Option<&Url>) -> Vec<String> {
    let is_own = |crumb: &Crumb| own.zip(crumb.address).is_some_and(|(own, address)| leads_to(address, own));
    let title = text::folded(title);
    let is_title = |name: &str| {
        let name = text::folded(name);
        title == name || (name.split(' ').count() >= 3 && (title.starts_with(&name) || name.starts_with(&title)))
    };
    if let Some(last) = crumbs.last() {
        let words = text::words(&last.name);
        // Where none is linked, that tells nothing.
        let others = crumbs.iter().any(|c| c.linked) && crumbs.iter().rev().skip(1).any(|c| !lists::is_home(&c.name));
        if is_title(&last.name)
            || (is_own(last) && crumbs.iter().filter(|crumb| is_own(crumb)).count() == 1)
            || (!last.linked && (others || words > 3 || last.name.chars().any(|c| c.is_ascii_digit())))
        {
            crumbs.pop();
        }
    }
    crumbs.into_iter().map(|c| c.name).collect()
}

/// Whether a link leads to a page; one to a part of it does not.
fn leads_to(link: &str, page: &Url) -> bool {
    let Some(link) = page.join(link.trim()).ok().filter(|_| !link.trim().is_empty() && !link.contains('#')) else {
        return false;
    };
    let place = |url: &Url| {
        let host = url.host_str().map(|host| host.trim_start_matches("www.").to_owned());
        (host, url.path().trim_end_matches('/').to_owned(), url.query().map(str::to_owned))
    };
    place(&link) == place(page)
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_context;
    use super::*;

    fn read(html: &str) -> Vec<String> {
        with_context(html, |cx| {
            let header = Header::new(cx.dom, cx.title, cx.content);
            trail(cx, &header, cx.structured.link("canonical"), |name| !lists::is_home(name))
        })
    }

    const TITLE: &str = "<h1>A midnight vote hands over the courts</h1>";

    #[test]
    fn every_form_of_trail_is_read() {
        for html in [
            "<script type=application/ld+json>{\"@type\":\"BreadcrumbList\",\"itemListElement\":[
               {\"@type\":\"ListItem\",\"position\":2,\"item\":{\"@id\":\"/p\",\"name\":\"Politics\"}},
               {\"@type\":\"ListItem\",\"position\":\"1\",\"name\":\"Home\",\"item\":\"/\"},
               {\"@type\":\"ListItem\",\"position\":3,\"name\":\"Rule of Law\",\"item\":\"/p/r\"},
               {\"@type\":\"ListItem\",\"position\":4,\"name\":\"A midnight vote\"}]}</script>",
            "<nav id=crumbs><a href=/>Home</a> / <a href=/p>Politics</a> / <a href=/p/r>Rule of Law</a> / <span>A midnight vote</span></nav>",
            "<ol class=breadcrumb><li><a href=/>Home</a><li><a href=/p>Politics</a><li><a href=/r>Rule of Law</a><li aria-current=page>A midnight</ol>",
            "<div itemscope itemtype=https://schema.org/BreadcrumbList><a href=/>Home</a><a href=/p>Politics</a><a href=/r>Rule of Law</a></div>",
            "<font size=1><a href=/>Home</a> &gt; <a href=/p>Politics</a> &gt; <a href=/r>Rule of Law</a></font>",
        ] {
            assert_eq!(read(&format!("{html}{TITLE}")), ["Politics", "Rule of Law"], "{html}");
        }
    }

    #[test]
    fn the_article_itself_is_no_crumb() {
        let html = "<div id=breadcrumb><a href=/>Home</a> <a href=/x>A midnight vote hands over the courts</a></div>";
        assert!(read(&format!("{html}{TITLE}")).is_empty());
        let html = "<ul class=breadcrumbs><li><a href=/>Home</a></li><li>Opinion</li></ul>";
        assert_eq!(read(&format!("{html}{TITLE}")), ["Opinion"]);
        let html = "<ul class=breadcrumbs><li>Anda di sini: <li>Beranda<li>Politik<li>Pengadilan</ul>";
        assert_eq!(read(&format!("{html}{TITLE}")), ["Politik", "Pengadilan"]);
    }

    #[test]
    fn what_leads_to_the_page_itself_is_no_crumb_whatever_it_is_called() {
        let own = "<link rel=canonical href=https://www.a.example/p/vote>";
        let html = |links: &str| format!("{own}<div class=breadcrumbs><a href=/>Home</a>{links}</div>{TITLE}");
        let late = "Courts: how the vote came about";
        for href in ["/p/vote", "https://a.example/p/vote/", "vote"] {
            let links = format!("<a href=/p>Politics</a><a href={href}>{late}</a>");
            assert_eq!(read(&html(&links)), ["Politics"], "{href}");
        }
        // Where several lead to it, or to a part of it, the addresses tell nothing.
        for href in ["/p/vote", "#", ""] {
            let links = format!("<a href='{href}'>Politics</a><a href='{href}'>Courts</a>");
            assert_eq!(read(&html(&links)), ["Politics", "Courts"], "{href}");
        }
        let list = "{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"name\":\"Politics\",\"item\":\"https://a.example/p\"},
                    {\"name\":\"Courts\",\"item\":\"https://a.example/p/vote\"}]}";
        assert_eq!(read(&format!("{own}<script type=application/ld+json>{list}</script>{TITLE}")), ["Politics"]);
    }

    #[test]
    fn a_trail_with_arrows_wins_over_a_menu_with_bars() {
        let links = |mark: &str, name: &str| format!("<p><a href=/>Home</a> {mark} <a href=/x>{name}</a></p>");
        assert_eq!(read(&format!("{}{}{TITLE}", links("|", "Sitemap"), links("&gt;", "Transport"))), ["Transport"]);
        assert!(read(&format!("{}{TITLE}", links("|", "Transport"))).is_empty());
    }

    #[test]
    fn links_between_bars_are_a_trail_only_where_each_leads_below_the_one_before() {
        let own = |path: &str| format!("<link rel=canonical href=https://a.example{path}>{TITLE}");
        let bars = |links: &[(&str, &str)]| {
            let links: Vec<String> = links.iter().map(|(href, name)| format!("<a href='{href}'>{name}</a>")).collect();
            format!("<p>{}</p>", links.join(" | "))
        };
        let trail = bars(&[("/", "Home"), ("/p", "Politics"), ("/p/r/", "Rule of Law")]);
        assert_eq!(read(&format!("{trail}{}", own("/p/r/vote"))), ["Politics", "Rule of Law"]);
        assert!(read(&format!("{trail}{}", own("/p/vote"))).is_empty());
        for menu in [
            bars(&[("index.htm", "Home"), ("back.htm", "Back numbers")]),
            bars(&[("#", "Startseite"), ("#", "Politik"), ("#", "Kontakt")]),
            bars(&[("/", "Home"), ("/p", "Politics"), ("/contact", "Contact")]),
        ] {
            assert!(read(&format!("{menu}{}", own("/p/vote"))).is_empty(), "{menu}");
        }
    }

    #[test]
    fn menus_are_no_trails() {
        let menu = "<li><a href=/x>Part</a></li>".repeat(30);
        assert!(read(&format!("<ul class=breadcrumb>{menu}</ul>{TITLE}")).is_empty());
    }
}
