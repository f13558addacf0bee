//! Addresses from pages made fit to be followed: parsed, percent-encoded, and only of schemes that fetch a page.

use url::Url;

use crate::hit::Hit;

/// Longer addresses are ignored by terminals that can be clicked on.
const LONGEST: usize = 2000;

/// An `http` or `https` address in printable ASCII, without braces, backslashes, angle brackets and quotes: it can stand in
/// a bibliography and in Markdown as it is.
pub(super) fn web(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok()?;
    if matches!(url.scheme(), "http" | "https") { ascii(&url) } else { None }
}

/// An address that a terminal may open: [`web`], or a file.
pub(super) fn clickable(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok()?;
    let fine = matches!(url.scheme(), "http" | "https" | "file");
    ascii(&url).filter(|address| fine && address.len() <= LONGEST)
}

/// The address of the passage of a hit, or of its page. A bare fragment is one of the page's address.
pub(super) fn passage(hit: &Hit) -> Option<String> {
    let page = hit.url.as_deref();
    match hit.link.as_deref() {
        Some(fragment) if fragment.starts_with('#') => {
            let page = Url::parse(page?.trim()).ok()?;
            Some(page.join(fragment).ok()?.into())
        }
        Some(link) => Some(link.to_owned()),
        None => page.map(str::to_owned),
    }
}

/// The name by which readers know the host of an address: `www.` says nothing.
pub(super) fn host(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok()?;
    let host = url.host_str().filter(|host| !host.is_empty())?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

fn ascii(url: &Url) -> Option<String> {
    let mut out = String::with_capacity(url.as_str().len());
    for c in url.as_str().chars() {
        match c {
            '{' | '}' | '\\' | '<' | '>' | '"' | '^' | '`' | '|' => out.push_str(&format!("%{:02X}", u32::from(c))),
            '!'..='~' => out.push(c),
            _ => return None,
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_fetch_a_page() {
        assert_eq!(web("https://a.example/x y?q={ü}\n").as_deref(), Some("https://a.example/x%20y?q=%7B%C3%BC%7D"));
        for bad in ["javascript:alert(1)", "data:text/html,x", "/relative", "file:///etc/passwd", ""] {
            assert_eq!(web(bad), None, "{bad}");
        }
        assert_eq!(clickable("file:///tmp/a b.html").as_deref(), Some("file:///tmp/a%20b.html"));
        assert_eq!(clickable(&format!("https://a.example/{}", "x".repeat(LONGEST))), None);
    }

    #[test]
    fn a_fragment_is_one_of_the_pages_address() {
        let url = Some("https://a.example/p#top".to_owned());
        let hit = |link: Option<&str>| Hit { url: url.clone(), link: link.map(str::to_owned), ..Hit::default() };
        assert_eq!(passage(&hit(Some("#who-pays"))).as_deref(), Some("https://a.example/p#who-pays"));
        assert_eq!(passage(&hit(Some("https://b.example/#x"))).as_deref(), Some("https://b.example/#x"));
        assert_eq!(passage(&hit(None)).as_deref(), Some("https://a.example/p#top"));
        assert_eq!(passage(&Hit { link: Some("#x".into()), ..Hit::default() }), None);
    }
}
