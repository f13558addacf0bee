//! What stands before and behind a headline in the titles that a page states: the site's name, a byline.

use super::structured::Structured;
use super::{lists, site};
use crate::extract::text;

/// What parts the headline from the site's name; all but the bars need spaces around them.
const SEPARATORS: &[char] = &['|', '｜', '-', '–', '—', '·', '•', '»', '«', '›', ':', '/', '~'];

/// `Headline | Section | Site`, and one to spare.
const MOST_AFFIXES: usize = 4;

/// The parts of a title between bars, dashes and dots that have spaces around them.
pub(crate) fn parts(title: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, c) in title.char_indices() {
        let is_spaced = || {
            title[..at].ends_with(char::is_whitespace) && title[at + c.len_utf8()..].starts_with(char::is_whitespace)
        };
        if matches!(c, '|' | '｜') || (SEPARATORS.contains(&c) && is_spaced()) {
            out.push(title[from..at].trim());
            from = at + c.len_utf8();
        }
    }
    out.push(title[from..].trim());
    out.retain(|part| part.chars().any(char::is_alphanumeric));
    out
}

/// The names by which a title may call its site.
pub(super) struct SiteNames {
    /// Stated names, folded.
    names: Vec<String>,
    /// The host's letters without `www.`, and without its ending: `a-forum.org` gives `aforumorg` and `aforum`.
    host: Option<(String, String)>,
}

impl SiteNames {
    pub(super) fn new(structured: &Structured) -> SiteNames {
        let names = site::stated(structured).iter().map(|f| text::folded(&f.value)).filter(|n| !n.is_empty()).collect();
        let address = structured.link("canonical").into_iter().chain(structured.meta("og:url"));
        let host = address.filter_map(|a| url::Url::parse(a).ok()).find_map(|u| u.host_str().map(str::to_owned));
        let host = host.map(|host| {
            let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
            let label = host.split('.').max_by_key(|label| label.len()).unwrap_or_default();
            (squashed(&text::folded(&host)), squashed(&text::folded(label)))
        });
        SiteNames { names, host }
    }

    /// Whether a text is nothing but the site's name.
    pub(super) fn is_name(&self, part: &str) -> bool {
        self.has(&text::folded(part))
    }

    /// The same of a folded text.
    pub(super) fn has(&self, folded: &str) -> bool {
        let first = folded.split(' ').next().unwrap_or_default();
        let begins = |(host, label): &&(String, String)| host.starts_with(first) || label.starts_with(first);
        let as_host = self.host.as_ref().filter(begins).is_some_and(|(host, label)| {
            let letters = squashed(folded);
            letters == *host || letters == *label || (letters.chars().count() >= 5 && label.starts_with(&letters))
        });
        as_host || self.names.iter().any(|name| name == folded)
    }

    /// Whether the last or first part of a title calls the site, if only by half its name.
    fn calls_site(&self, part: &str) -> bool {
        let folded = text::folded(part);
        let short = folded.split(' ').count() <= 4;
        let near = |name: &String| {
            folded.len() >= 3
                && (name.starts_with(&folded)
                    || name.ends_with(&folded)
                    || (short && folded.starts_with(name.as_str())))
        };
        let starts_with = |label: &String| squashed(&folded).starts_with(label.as_str());
        let host = self.host.as_ref().is_some_and(|(_, label)| short && label.len() >= 4 && starts_with(label));
        host || self.has(&folded) || self.names.iter().any(near)
    }

    /// A title without the site's name before or after it, unless the page shows the whole, folded, as a heading.
    pub(super) fn without(&self, title: &str, is_seen: &dyn Fn(&str) -> bool) -> String {
        let mut rest = title.trim();
        for _ in 0..MOST_AFFIXES {
            let parts = parts(rest);
            let (Some(first), Some(last)) = (parts.first(), parts.last()) else { break };
            if parts.len() == 1 || is_seen(&text::folded(rest)) {
                break;
            }
            let shorter = before(rest, last);
            rest = if self.calls_site(last) || lists::is_byline(last) {
                shorter
            } else if self.is_name(first) || (parts.len() == 2 && is_seen(&text::folded(last))) {
                after(rest, first)
            } else if is_seen(&text::folded(shorter)) || is_suffix(shorter, last) {
                shorter
            } else {
                break;
            };
        }
        self.without_lead(rest).to_owned()
    }

    /// A heading without the site's whole name at one of its ends.
    pub(super) fn without_name(&self, heading: &str) -> String {
        let parts = parts(heading);
        let rest = match (parts.first(), parts.last()) {
            (Some(_), Some(last)) if parts.len() > 1 && self.is_name(last) => before(heading, last),
            (Some(first), Some(_)) if parts.len() > 1 && self.is_name(first) => after(heading, first),
            _ => heading,
        };
        self.without_lead(rest).to_owned()
    }

    /// `The site: the headline`, `Blog: the headline`.
    fn without_lead<'t>(&self, title: &'t str) -> &'t str {
        match title.split_once(": ") {
            Some((lead, rest)) if self.is_name(lead) || lists::is_generic_section(lead) => rest.trim(),
            _ => title.trim(),
        }
    }
}

/// Whether the last part of a title is too short beside the rest to be of the headline.
fn is_suffix(rest: &str, last: &str) -> bool {
    let (rest, last) = (text::words(rest), text::words(last));
    last <= 4 && rest >= 3 && rest >= last
}

/// What stands before the last part of a title.
fn before<'t>(title: &'t str, last: &str) -> &'t str {
    let head = title.rfind(last).map_or(title, |at| &title[..at]);
    head.trim_end_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c))
}

/// What stands after the first part of a title.
fn after<'t>(title: &'t str, first: &str) -> &'t str {
    let tail = title.find(first).map_or(title, |at| &title[at + first.len()..]);
    tail.trim_start_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c))
}

/// A folded text without its spaces: as a name stands in a host.
fn squashed(folded: &str) -> String {
    folded.replace(' ', "")
}
