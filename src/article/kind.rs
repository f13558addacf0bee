//! What pages look like.

use serde::{Deserialize, Serialize};

/// What a page looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One text to read from start to end.
    #[default]
    Article,
    /// A list of teasers: a category, an archive, search results, a shelf of a shop.
    Listing,
    /// The first page of a site.
    Home,
    /// Messages of several people under one question.
    Forum,
    /// Something for sale.
    Product,
    /// What a business or an office offers: a landing page.
    Service,
    /// A page of a manual or a reference.
    Documentation,
    /// An error that was saved in place of a page, or a wall against robots.
    Error,
    /// A question for consent that was saved in place of a page.
    Consent,
    /// Nothing but links.
    Links,
    /// No text of its own: a shell into which scripts would have brought some.
    Empty,
    /// What another program said that this one has no name for.
    #[serde(other)]
    Other,
}

impl Kind {
    /// Every kind, in the order in which they are told.
    pub const ALL: &[Kind] = &[
        Kind::Article,
        Kind::Listing,
        Kind::Home,
        Kind::Forum,
        Kind::Product,
        Kind::Service,
        Kind::Documentation,
        Kind::Error,
        Kind::Consent,
        Kind::Links,
        Kind::Empty,
        Kind::Other,
    ];

    /// The name used in JSON and in the index.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Article => "article",
            Kind::Listing => "listing",
            Kind::Home => "home",
            Kind::Forum => "forum",
            Kind::Product => "product",
            Kind::Service => "service",
            Kind::Documentation => "documentation",
            Kind::Error => "error",
            Kind::Consent => "consent",
            Kind::Links => "links",
            Kind::Empty => "empty",
            Kind::Other => "other",
        }
    }
}
