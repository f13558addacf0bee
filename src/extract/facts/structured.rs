//! What a page says about itself in a form meant for machines: `<meta>`, `<link>` and JSON-LD.

use serde_json::{Map, Value};

use super::next;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::text;
use json::{add, parse};

mod json;

/// The schema.org types that are articles, in lower case.
const ARTICLE_TYPES: &[&str] = &[
    "article",
    "newsarticle",
    "blogposting",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "backgroundnewsarticle",
    "reviewnewsarticle",
    "liveblogposting",
    "socialmediaposting",
    "discussionforumposting",
    "scholarlyarticle",
    "techarticle",
    "report",
    "advertisercontentarticle",
    "satiricalarticle",
    "askpublicnewsarticle",
    "review",
    "claimreview",
    "pressrelease",
    "creativework",
    "posting",
];

/// A longer value of a `<meta>` or a `<link>`, in bytes, is some program's data.
const LONGEST_VALUE: usize = 64 << 10;

/// A JSON-LD object.
pub(crate) type Object = Map<String, Value>;

/// The page's own statements.
#[derive(Debug, Default)]
pub(crate) struct Structured {
    /// `name`, `property`, `itemprop` or `http-equiv` of each `<meta>` in lower case, and its content.
    metas: Vec<(String, String)>,
    /// `rel` of each `<link>` in lower case, and its address.
    links: Vec<(String, String)>,
    /// Every JSON-LD object of the page, outer before inner.
    objects: Vec<Object>,
    /// The position among `objects` of the page's own article.
    article: Option<usize>,
    /// The elements with microdata: an `itemprop` or an `itemtype`.
    marked: Vec<NodeId>,
}

impl Structured {
    pub(crate) fn read(dom: &Dom) -> Structured {
        let mut out = Structured::default();
        for node in dom.elements(0..dom.len()) {
            if dom.attr(node, "itemprop").or_else(|| dom.attr(node, "itemtype")).is_some() {
                out.marked.push(node);
            }
            match dom.tag(node) {
                "meta" => out.add_meta(dom, node),
                "link" => {
                    let (rel, href) = (dom.attr(node, "rel").unwrap_or(""), dom.attr(node, "href").unwrap_or(""));
                    for rel in rel.split_ascii_whitespace().filter(|_| is_value(href)) {
                        out.links.push((rel.to_ascii_lowercase(), href.trim().to_owned()));
                    }
                }
                "script" if dom.attr(node, "type").is_some_and(|t| t.to_ascii_lowercase().contains("ld+json")) => {
                    add(parse(&dom.raw_text(node)), &mut out.objects);
                }
                _ => {}
            }
        }
        out.article = out.own_article();
        if !out.objects.iter().any(|object| has_type(object, ARTICLE_TYPES)) {
            next::json_ld(dom).into_iter().for_each(|value| add(Some(value), &mut out.objects));
            out.article = out.own_article();
        }
        out
    }

    fn own_article(&self) -> Option<usize> {
        own_article(&self.objects, self.link("canonical").or(self.meta("og:url")), self.meta("og:title"))
    }

    fn add_meta(&mut self, dom: &Dom, node: usize) {
        // Frameworks that know no scripts in the head write `<meta name="script:ld+json" content="{…}">`.
        if dom.attr(node, "name").is_some_and(|name| name.ends_with("ld+json")) {
            add(dom.attr(node, "content").and_then(parse), &mut self.objects);
            return;
        }
        let content = dom.attr(node, "content").filter(|content| is_value(content)).map(text::unescape);
        let Some(content) = content.filter(|content| !content.is_empty()) else { return };
        for name in ["name", "property", "itemprop", "http-equiv"] {
            if let Some(key) = dom.attr(node, name) {
                self.metas.push((key.trim().to_ascii_lowercase(), content.clone()));
            }
        }
    }

    /// The content of the first `<meta>` of that name which has one.
    pub(crate) fn meta<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.metas(name).next()
    }

    /// The contents of all `<meta>` of that name.
    pub(crate) fn metas<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.metas.iter().filter(move |(key, _)| key == name).map(|(_, content)| content.as_str())
    }

    /// Names and contents of all `<meta>` whose name ends so.
    pub(crate) fn metas_ending<'a>(&'a self, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let named = self.metas.iter().filter(move |(key, _)| key.ends_with(end));
        named.map(|(key, content)| (key.as_str(), content.as_str()))
    }

    /// The address of the first `<link>` of that relation.
    pub(crate) fn link(&self, rel: &str) -> Option<&str> {
        self.links.iter().find(|(key, _)| key == rel).map(|(_, href)| href.as_str())
    }

    /// The elements with microdata, in the order of the page.
    pub(crate) fn marked(&self) -> impl Iterator<Item = NodeId> {
        self.marked.iter().copied()
    }

    /// The JSON-LD object of the page's own article, as against those of teasers.
    pub(crate) fn article(&self) -> Option<&Object> {
        self.article.map(|at| &self.objects[at])
    }

    /// The JSON-LD objects of other articles.
    pub(crate) fn other_articles(&self) -> impl Iterator<Item = &Object> {
        let all = self.objects.iter().enumerate().filter(|(_, o)| has_type(o, ARTICLE_TYPES));
        all.filter(|(at, _)| Some(*at) != self.article).map(|(_, object)| object)
    }

    /// Every JSON-LD object of a type, outer before inner.
    pub(crate) fn of_type<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Object> {
        self.objects.iter().filter(move |o| has_type(o, &[name]))
    }

    /// The types of all JSON-LD objects, in lower case.
    pub(crate) fn types(&self) -> impl Iterator<Item = String> {
        let values = self.objects.iter().filter_map(|o| o.get("@type")).flat_map(strings);
        values.map(|name| type_name(&name))
    }

    /// The object that a value stands for: the value itself, or where it has no name, the one whose `@id` it gives.
    pub(crate) fn resolve<'a>(&'a self, value: &'a Value) -> Option<&'a Object> {
        let object = value.as_object()?;
        let named = |o: &Object| o.contains_key("name");
        match object.get("@id").and_then(Value::as_str).filter(|_| !named(object)) {
            Some(id) => self.objects.iter().find(|o| named(o) && o.get("@id").and_then(Value::as_str) == Some(id)),
            None => Some(object),
        }
    }
}

/// A string of a JSON-LD object, entities decoded; the first of a list.
pub(crate) fn string(object: &Object, key: &str) -> Option<String> {
    strings(object.get(key)?).into_iter().next()
}

/// The strings of a value: one, or each of a list; of an object its `name` or `@value`.
pub(crate) fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(s) => Some(text::unescape(s)).filter(|s| !s.is_empty()).into_iter().collect(),
        Value::Array(list) => list.iter().flat_map(strings_of_one).collect(),
        _ => strings_of_one(value),
    }
}

fn strings_of_one(value: &Value) -> Vec<String> {
    match value {
        Value::String(_) => strings(value),
        Value::Object(o) => {
            ["name", "@value"].iter().find_map(|k| o.get(*k)?.as_str()).map(text::unescape).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The name of a type of schema.org, in lower case, as it stands in JSON-LD and in microdata.
pub(crate) fn type_name(value: &str) -> String {
    let value = value.trim().trim_end_matches('/');
    value.rsplit(['/', ':']).next().unwrap_or(value).to_ascii_lowercase()
}

/// Whether the object is of one of the types, given in lower case.
pub(crate) fn has_type(object: &Object, types: &[&str]) -> bool {
    let is = |name: &str| types.contains(&type_name(name).as_str());
    match object.get("@type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn is_value(value: &str) -> bool {
    !value.is_empty() && value.len() <= LONGEST_VALUE
}

/// The article of the page: the one that names the page's address or headline, else the first that does not name both
/// another address and another headline.
fn own_article(objects: &[Object], url: Option<&str>, title: Option<&str>) -> Option<usize> {
    let articles: Vec<usize> = (0..objects.len()).filter(|&i| has_type(&objects[i], ARTICLE_TYPES)).collect();
    let url = url.map(plain_address).filter(|u| u.contains('/'));
    let names_page = |o: &Object| url.as_deref().is_some_and(|url| addresses(o).any(|a| plain_address(a) == url));
    let title = title.map(text::folded).filter(|t| !t.is_empty());
    let names_title = |o: &Object| {
        let headline =
            string(o, "headline").or_else(|| string(o, "name")).map(|h| text::folded(&h)).filter(|h| !h.is_empty());
        headline.zip(title.as_ref()).is_some_and(|(h, t)| h == *t || t.starts_with(&h) || h.starts_with(t.as_str()))
    };
    let has_words = |h: &str| title.as_ref().is_some_and(|t| text::share_a_word(h, t));
    let is_other = |o: &Object| {
        let elsewhere = url.is_some() && addresses(o).any(|a| plain_address(a).contains('/'));
        let headline = string(o, "headline").map(|h| text::folded(&h)).filter(|h| !h.is_empty());
        elsewhere && title.is_some() && headline.is_some_and(|h| !has_words(&h))
    };
    let strict = |o: &Object| !has_type(o, &["creativework", "review"]);
    let first = |is_own: &dyn Fn(&Object) -> bool| articles.iter().copied().find(|&i| is_own(&objects[i]));
    first(&names_page)
        .or_else(|| first(&names_title))
        .or_else(|| first(&|o| strict(o) && !is_other(o)))
        .or_else(|| first(&|o| !is_other(o)))
}

fn addresses(object: &Object) -> impl Iterator<Item = &str> {
    ["url", "@id", "mainEntityOfPage"].into_iter().filter_map(|key| match object.get(key)? {
        Value::String(s) => Some(s.as_str()),
        Value::Object(o) => o.get("@id").or_else(|| o.get("url")).and_then(Value::as_str),
        _ => None,
    })
}

/// An address without scheme, `www.`, query, fragment and final slash, for comparing.
fn plain_address(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or(url);
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    fn read(html: &str) -> Structured {
        Structured::read(&Document::parse(html).dom())
    }

    #[test]
    fn metas_are_found_by_any_of_their_names() {
        let s = read(
            "<meta property=og:Title content='Trade &amp;amp; Aid'><meta name=og:title content=second><link rel='shortlink canonical' href=/a>",
        );
        assert_eq!(s.meta("og:title"), Some("Trade & Aid"));
        assert_eq!(s.metas("og:title").count(), 2);
        assert_eq!(s.link("canonical"), Some("/a"));
    }

    #[test]
    fn the_pages_own_article_is_the_one_that_names_its_address_or_title() {
        let s = read(
            "<link rel=canonical href='https://a.example/own/'><script type='application/ld+json'>{\"@graph\":[
             {\"@type\":\"NewsArticle\",\"headline\":\"Other\",\"url\":\"https://a.example/other\"},
             {\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"Own\",\"mainEntityOfPage\":{\"@id\":\"http://www.a.example/own\"}}]}</script>",
        );
        assert_eq!(string(s.article().unwrap(), "headline").as_deref(), Some("Own"));
    }

    #[test]
    fn an_article_of_another_address_and_headline_is_not_the_pages_own() {
        let other = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Rates held\",\"url\":\"https://a.example/o\"}</script>";
        let head = "<link rel=canonical href='https://a.example/own/'>";
        assert!(
            read(&format!("{head}<meta property=og:title content='The canal reopens'>{other}")).article().is_none()
        );
        assert!(read(&format!("{head}<meta property=og:title content='Rates were held'>{other}")).article().is_some());
        assert!(read(&format!("{head}{other}")).article().is_some());
    }

    #[test]
    fn references_by_id_are_followed() {
        let s = read(
            "<script type='application/ld+json'>//<![CDATA[\n{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#p\"}},
             {\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ada Byr\non\"}]};\n//]]></script>",
        );
        let author = s.resolve(s.article().unwrap().get("author").unwrap()).unwrap();
        assert_eq!(string(author, "name").as_deref(), Some("Ada Byr on"));
    }

    #[test]
    fn json_may_stand_in_a_meta_or_be_escaped_twice() {
        for html in [
            "<meta name='script:ld+json' content='{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Own&quot;}'>",
            "<script type='application/ld+json'>{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Own&quot;}</script>",
        ] {
            assert_eq!(string(read(html).article().unwrap(), "headline").as_deref(), Some("Own"), "{html}");
        }
    }

    #[test]
    fn data_without_end_describes_no_page() {
        let read = |json: &str| read(&format!("<script type='application/ld+json'>{json}</script>"));
        let nested = |inner: &str| format!("{}[{inner}0]{}", "{\"a\":".repeat(20), "}".repeat(20));
        assert_eq!(read(&nested("{\"b\":1},")).objects.len(), 21);
        assert!(read(&nested(&"{\"b\":1},".repeat(100_000))).objects.is_empty());
        assert!(read(&format!("{{\"a\":\"{}\"}}", "x".repeat(3 << 20))).objects.is_empty());
    }

    #[test]
    fn broken_json_is_no_json() {
        assert!(read("<script type='application/ld+json'>{\"@type\":\"Article\",</script>").article().is_none());
    }
}
