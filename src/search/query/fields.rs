//! The names of fields, and what they mean.

use super::super::period::{Period, PeriodError};
use super::ast::Scope;

/// The names of fields; the first of several is the one that is written down.
const FIELDS: &[(&str, Scope)] = &[
    ("title", Scope::Title),
    ("intitle", Scope::Title),
    ("heading", Scope::Heading),
    ("headings", Scope::Heading),
    ("body", Scope::Body),
    ("section", Scope::Section),
    ("author", Scope::Author),
    ("site", Scope::Site),
    ("lang", Scope::Lang),
    ("kind", Scope::Kind),
    ("tag", Scope::Tag),
    ("url", Scope::Url),
    ("path", Scope::Path),
];

/// What of the days typed a date field asks for.
type Asked = fn(Period) -> Period;

/// The names of date fields, and what of the days typed they ask for.
const DATE_FIELDS: &[(&str, Asked)] = &[
    ("date", |p| p),
    ("last", |p| p),
    ("since", |p| Period { until: None, ..p }),
    ("after", |p| Period { until: None, ..p }),
    ("until", |p| Period { since: None, ..p }),
    ("before", |p| Period { since: None, until: p.since.and_then(|day| day.yesterday().ok()) }),
];

/// What a field's name and value mean.
pub(super) enum Meaning {
    /// A field of text.
    Field(Scope),
    /// A span of days.
    Days(Period),
    /// Days that there are none of.
    NoDays,
    /// A date that is none.
    Bad(PeriodError),
}

pub(super) fn is_field(name: &str) -> bool {
    FIELDS.iter().any(|(n, _)| n.eq_ignore_ascii_case(name)) || date_field(name).is_some()
}

fn date_field(name: &str) -> Option<Asked> {
    DATE_FIELDS.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, asked)| *asked)
}

/// The name of a field; dates have several and everything has none.
pub(super) fn name(field: Scope) -> Option<&'static str> {
    FIELDS.iter().find(|(_, scope)| *scope == field).map(|(name, _)| *name)
}

/// The field of text of this name.
pub(super) fn scope(name: &str) -> Option<Scope> {
    FIELDS.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, scope)| *scope)
}

/// What a value asks for in a field; none where there is no such field.
pub(super) fn meaning(name: &str, value: &str) -> Option<Meaning> {
    if let Some(scope) = scope(name) {
        return Some(Meaning::Field(scope));
    }
    let asked = date_field(name)?;
    // `last:month` is the last month, as `last:30d` are the last thirty days.
    let value = if name.eq_ignore_ascii_case("last") && value.starts_with(char::is_alphabetic) {
        format!("last {value}")
    } else {
        value.to_owned()
    };
    Some(match Period::parse(&value) {
        Ok(days) if asked(days).is_open() || days.is_empty() => Meaning::NoDays,
        Ok(days) => Meaning::Days(asked(days)),
        Err(error) => Meaning::Bad(error),
    })
}
