//! One page, one article: whether two articles are the same one met twice, and which of them to keep.
//!
//! A folder of saved pages holds the same article again and again: saved anew, in its print and AMP versions, as text
//! beside the page. Measured on 3,486 pages: of 72 pairs alike, 47 were one address captured twice.

use url::Url;

use super::document::short_hash;
use crate::article::Article;
use crate::extract::text::words;

/// What tells an article from others, and a good copy from a bad one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Likeness {
    /// A hash of the address without what differs between copies; 0 where there is none.
    pub(crate) address: u64,
    /// A hash of the host; 0 where there is none.
    pub(crate) host: u64,
    /// A fingerprint of the text: alike texts have alike bits.
    pub(crate) text: u64,
    /// Words of the text.
    pub(crate) words: u64,
    /// When the page was saved, in seconds since 1970; 0 where no tool wrote it down.
    pub(crate) saved: u64,
    /// When its file changed, in nanoseconds since 1970. Copying files changes this, so that it counts last.
    pub(crate) changed: u64,
}

/// Of two texts on half the same three-word phrases, about a third of the bits differ; of two that have none in common,
/// half do, and fewer than this once in two hundred times.
const ALIKE_BITS: u32 = 21;

/// A shorter text says too little to be compared.
const LEAST_WORDS: u64 = 30;

impl Likeness {
    pub(crate) fn of(article: &Article, changed: u64) -> Likeness {
        let url = article.url.as_ref().and_then(|url| Url::parse(&url.value).ok());
        let hash = |text: &str| short_hash(text.as_bytes()).max(1);
        let body = article.body();
        Likeness {
            address: url.as_ref().map_or(0, |url| hash(&plain_address(url))),
            host: Likeness::host(url.as_ref().and_then(Url::host_str).unwrap_or_default()),
            text: fingerprint(&body),
            words: words(&body) as u64,
            saved: article.saved.map_or(0, |at| at.as_second().max(0) as u64),
            changed,
        }
    }

    /// The hash of a host; 0 of none.
    pub(crate) fn host(host: &str) -> u64 {
        if host.is_empty() { 0 } else { short_hash(plain_host(host).as_bytes()).max(1) }
    }

    /// Whether both are one article: at one address with alike texts (a wrong canonical address makes strangers of a site
    /// share one), or with exactly the same text, unless two sites carry it.
    pub(crate) fn same(&self, other: &Likeness) -> bool {
        let short = self.words < LEAST_WORDS && other.words < LEAST_WORDS;
        let alike = short || (self.text ^ other.text).count_ones() <= ALIKE_BITS;
        let one_site = self.host == other.host || self.host == 0 || other.host == 0;
        let exact = self.words >= LEAST_WORDS && (self.text, self.words) == (other.text, other.words);
        (self.address != 0 && self.address == other.address && alike) || (exact && one_site)
    }

    /// Whether this copy is the one to keep: the newest, unless much of its text is missing.
    pub(crate) fn beats(&self, other: &Likeness) -> bool {
        let much_more = |a: u64, b: u64| a.saturating_mul(7) > b.saturating_mul(10);
        if much_more(self.words, other.words) {
            true
        } else if much_more(other.words, self.words) {
            false
        } else {
            // A copy that does not know its address is the text of one that does.
            (self.address != 0, self.saved, self.changed) > (other.address != 0, other.saved, other.changed)
        }
    }
}

/// Prefixes of hosts that serve the same pages.
const SAME_HOSTS: &[&str] = &["www.", "m.", "amp.", "mobile."];

/// Last parts of paths that name another version of the same page.
const SAME_PATHS: &[&str] = &["amp", "print", "index.html", "index.htm", "index.php", "amp.html", "printable"];

/// Parameters that say how a page was reached or is to be shown, not which page it is.
const IDLE_PARAMETERS: &[&str] = &[
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "amp",
    "print",
    "printable",
    "outputtype",
    "output",
];

fn plain_host(host: &str) -> &str {
    SAME_HOSTS.iter().find_map(|prefix| host.strip_prefix(prefix)).filter(|rest| rest.contains('.')).unwrap_or(host)
}

/// An address as all copies of its page have it: without scheme, fragment, tracking, and marks of print and AMP versions.
fn plain_address(url: &Url) -> String {
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

/// SimHash (Charikar 2002) over phrases of three words, in lower case: each phrase votes on each of 64 bits.
fn fingerprint(text: &str) -> u64 {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    let mut votes = [0i32; 64];
    for phrase in words.windows(3.min(words.len().max(1))) {
        let hash = fast_hash(phrase);
        for (bit, vote) in votes.iter_mut().enumerate() {
            *vote += if hash >> bit & 1 == 1 { 1 } else { -1 };
        }
    }
    votes.iter().enumerate().fold(0, |bits, (bit, vote)| bits | u64::from(*vote > 0) << bit)
}

/// FNV-1a over the words, its bits mixed as splitmix64 does so that each is worth a vote. Fixed, for it is kept on disk.
fn fast_hash(words: &[String]) -> u64 {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    for byte in words.iter().flat_map(|word| word.bytes().chain([b' '])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }
    hash = (hash ^ hash >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ hash >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(address: &str, text: &str, saved: u64) -> Likeness {
        let url = Url::parse(address).ok();
        Likeness {
            address: url.as_ref().map_or(0, |url| short_hash(plain_address(url).as_bytes())),
            host: Likeness::host(url.as_ref().and_then(Url::host_str).unwrap_or_default()),
            text: fingerprint(text),
            words: words(text) as u64,
            saved,
            changed: 0,
        }
    }

    fn text(topic: &str) -> String {
        (0..120).map(|i| format!("{topic}{} of the {topic} ", i % 60)).collect()
    }

    #[test]
    fn versions_of_a_page_share_their_address() {
        let plain = |address: &str| plain_address(&Url::parse(address).unwrap());
        let page = plain("https://www.a.example/2026/canal?id=7");
        for other in [
            "http://a.example/2026/canal/?id=7#top",
            "https://amp.a.example/2026/canal/amp/?id=7",
            "https://m.a.example/2026/canal/print?id=7&print=1&utm_source=x",
        ] {
            assert_eq!(plain(other), page);
        }
        assert_ne!(plain("https://a.example/2026/canal?id=8"), page);
        assert_eq!(plain_host("amp.example"), "amp.example");
    }

    #[test]
    fn one_address_is_one_article_only_with_alike_texts() {
        let (a, b) = (text("canal"), text("harbour"));
        let edited = a.replace("canal17 of", "canal17 and 18 of") + "One more sentence stands at its end.";
        let page = likeness("https://a.example/x", &a, 1);
        assert!(page.same(&likeness("https://a.example/x?print=1", &edited, 2)));
        assert!(!page.same(&likeness("https://a.example/x", &b, 2)));
    }

    #[test]
    fn the_same_text_on_another_site_is_another_article() {
        let page = likeness("https://a.example/x", &text("canal"), 1);
        assert!(page.same(&likeness("https://a.example/y", &text("canal"), 1)));
        assert!(page.same(&likeness("", &text("canal"), 1)));
        assert!(!page.same(&likeness("https://b.example/x", &text("canal"), 1)));
        assert!(!likeness("", "Two words", 1).same(&likeness("", "Two words", 1)));
    }

    #[test]
    fn the_newest_whole_copy_is_kept() {
        let whole = text("canal");
        let (old, new) = (likeness("https://a.example/x", &whole, 1), likeness("https://a.example/x", &whole, 2));
        assert!(new.beats(&old) && !old.beats(&new) && !old.beats(&old));
        let preview = likeness("https://a.example/x", &whole[..whole.len() / 2], 3);
        assert!(!preview.beats(&old) && old.beats(&preview));
        assert!(old.beats(&likeness("", &whole, 3)));
        let (touched, dated) = (Likeness { saved: 0, changed: 9, ..old }, Likeness { changed: 1, ..old });
        assert!(dated.beats(&touched), "what a tool wrote down counts for more than the time of a file");
    }
}
