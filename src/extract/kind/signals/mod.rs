//! The signals that tell what a page is, as data: what each looks for, how much it speaks for which kind, and why.
//!
//! A new one goes to the table of what it looks at, a file each; what [`Look`] does not know yet, it has to count first.
//!
//! Weights are log-odds against an article: 1 makes a kind e times as likely. Those of signals that the development pages
//! have were fitted by `benches/extraction/kinds.py`; `teasers.archive`, `page.results`, `page.thread`, `made.reference`,
//! `data.answers`, `url.forum-alone` and `url.manual-alone`, of which they have a handful or none, and those of errors, consent
//! and shells, of which they have none, are set by hand, so that two of the latter outweigh all others.

mod address;
mod consent;
mod data;
mod errors;
mod labels;
mod lists;
mod parts;
mod shells;
mod system;
mod text;

use super::look::Look;
use crate::article::Kind::{self, *};

/// One piece of evidence.
pub(super) struct Signal {
    /// The name by which the trace calls it.
    pub(super) id: &'static str,
    pub(super) fires: fn(&Look) -> bool,
    /// How much it speaks for which kinds.
    pub(super) says: &'static [(Kind, f32)],
    /// One sentence for the reader of `extract --explain`.
    pub(super) why: &'static str,
}

/// The signals of all pages.
const ALL: &[Signal] = &[Signal {
    id: "any",
    fires: |_| true,
    says: &[
        (Home, -1.0),
        (Forum, -1.9),
        (Product, -1.4),
        (Documentation, -1.5),
        (Error, -6.0),
        (Consent, -6.0),
        (Links, -6.0),
        (Empty, -6.0),
    ],
    why: "Most saved pages are articles.",
}];

/// The tables, in the order in which their weights are added and the trace tells them.
const TABLES: &[&[Signal]] = &[
    ALL,
    data::DATA,
    address::ADDRESS,
    system::SYSTEM,
    lists::LISTS,
    labels::LABELS,
    parts::PARTS,
    text::TEXT,
    errors::ERRORS,
    consent::CONSENT,
    shells::SHELLS,
];

/// The signals.
pub(super) fn signals() -> impl Iterator<Item = &'static Signal> {
    TABLES.iter().copied().flatten()
}
