//! What the addresses of one page have in common, in its print and AMP versions and however it was reached.

use url::Url;

use crate::extract::plain_host;

/// Last parts of paths that name another version of the same page.
const SAME_PATHS: &[&str] = &["amp", "print", "index.html", "index.htm", "index.php", "amp.html", "printable"];

/// Parameters that say how a page was reached or is to be shown, not which page it is.
const IDLE_PARAMETERS: &[&str] = &[
    "fbclid",
    "gclid",
    "gbraid",
    "wbraid",
    "dclid",
    "srsltid",
    "msclkid",
    "yclid",
    "twclid",
    "ttclid",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "igshid",
    "ref_src",
    "ref_url",
    "_ga",
    "_gl",
    "amp",
    "print",
    "printable",
    "outputtype",
    "output",
];

/// An address as all copies of its page have it: without scheme, fragment, tracking, and marks of print and AMP versions.
pub(super) fn plain_address(url: &Url) -> String {
    let mut path = url.path().trim_end_matches('/');
    while let Some((rest, last)) = path.rsplit_once('/') {
        if !SAME_PATHS.contains(&last) {
            break;
        }
        path = rest.trim_end_matches('/');
    }
    let idle = |name: &str| name.starts_with("utm_") || IDLE_PARAMETERS.contains(&name);
    let query: Vec<String> = url
        .query_pairs()
        .filter(|(name, _)| !idle(&name.to_lowercase()))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    format!("{}{path}?{}", plain_host(url.host_str().unwrap_or_default()), query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_a_page_share_their_address() {
        let plain = |address: &str| plain_address(&Url::parse(address).unwrap());
        let page = plain("https://www.a.example/2026/canal?id=7");
        for other in [
            "http://a.example/2026/canal/?id=7#top",
            "https://amp.a.example/2026/canal/amp/?id=7",
            "https://m.a.example/2026/canal/print?id=7&print=1&utm_source=x",
            "http://a.example/2026/canal?srsltid=y&id=7&_ga=2.1",
        ] {
            assert_eq!(plain(other), page);
        }
        assert_ne!(plain("https://a.example/2026/canal?id=8"), page);
    }
}
