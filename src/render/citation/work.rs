//! [`Work`]: a hit as what is cited, shared by all formats.

use jiff::civil::Date;

use super::keys::Keys;
use super::names::{Name, name};
use crate::hit::{Hit, Hits};
use crate::render::address;
use crate::render::sanitize::bare;

/// A page as a bibliography knows it. Texts are on one line, without characters that act on a terminal.
pub(super) struct Work {
    pub(super) key: String,
    pub(super) title: Option<String>,
    pub(super) authors: Vec<Name>,
    pub(super) date: Option<Parts>,
    /// The site's name, or its host.
    pub(super) site: Option<String>,
    /// An address to follow, in printable ASCII.
    pub(super) url: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) sections: Vec<String>,
    /// The passage that was found.
    pub(super) passage: Option<String>,
}

/// A date as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) year: i16,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
}

impl Parts {
    /// The publisher's local day of `2024-03-05`, `2024-03-05T22:30:00-05:00`, or what there is of `2024-03` and `2024`.
    fn read(text: &str) -> Option<Parts> {
        let mut numbers = text.trim().get(..10).unwrap_or(text.trim()).split('-');
        let year = numbers.next().filter(|year| year.len() == 4)?;
        let year = year.parse::<i16>().ok().filter(|year| *year > 0)?;
        let mut number = || numbers.next().and_then(|number| number.parse::<i8>().ok());
        let month = number().filter(|month| (1..=12).contains(month));
        let day = month.and_then(|month| number().filter(|day| Date::new(year, month, *day).is_ok()));
        Some(Parts { year, month, day })
    }
}

/// The hits as works, each with a key of its own.
pub(super) fn works(hits: &Hits) -> Vec<Work> {
    let mut keys = Keys::default();
    hits.hits.iter().map(|hit| work(hit, &mut keys)).collect()
}

fn work(hit: &Hit, keys: &mut Keys) -> Work {
    let title = one_line(hit.title.as_deref());
    let url = hit.url.as_deref().and_then(address::web);
    let host = url.as_deref().and_then(address::host);
    let named = one_line(hit.site.as_deref());
    let authors: Vec<Name> = hit.authors.iter().filter_map(|author| name(author, named.as_deref())).collect();
    let date = hit.date.as_deref().and_then(Parts::read);
    // Of `jarida.example`, the key says `jarida`.
    let domain = host.as_deref().and_then(|host| host.rsplit_once('.')).map(|(domain, _)| domain.to_owned());
    let who: Vec<String> = authors.iter().map(Name::called_by).chain(named.clone()).chain(domain).collect();
    let site = named.or(host);
    Work {
        key: keys.key(who.iter().map(String::as_str), date.map(|date| date.year), title.as_deref().unwrap_or("")),
        lang: one_line(hit.lang.as_deref()),
        sections: hit.sections.iter().filter_map(|section| one_line(Some(section))).collect(),
        passage: one_line(Some(&hit.snippet.text)),
        title,
        authors,
        date,
        site,
        url,
    }
}

fn one_line(text: Option<&str>) -> Option<String> {
    text.map(bare).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_far_as_they_go() {
        let parts = |year, month, day| Some(Parts { year, month, day });
        for (text, expected) in [
            ("2024-03-05", parts(2024, Some(3), Some(5))),
            ("2024-03-05T22:30:00-05:00", parts(2024, Some(3), Some(5))),
            ("2024-03", parts(2024, Some(3), None)),
            ("2024", parts(2024, None, None)),
            ("2024-13-05", parts(2024, None, None)),
            ("2024-02-30", parts(2024, Some(2), None)),
            ("soon", None),
            ("", None),
            ("0000-01-01", None),
            ("20é4-é", None),
        ] {
            assert_eq!(Parts::read(text), expected, "{text}");
        }
    }
}
