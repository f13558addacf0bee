//! What lists and shops show: headings that are links (`teasers.`), parts that look alike (`cards.`), links, prices.

use super::Signal;
use crate::article::Kind::*;

/// The signals of lists.
pub(super) const LISTS: &[Signal] = &[
    Signal {
        id: "teasers.some",
        fires: |l| l.teasers >= 6,
        says: &[(Home, 0.2)],
        why: "Many headings are links: the titles of what it lists.",
    },
    Signal {
        id: "teasers.many",
        fires: |l| l.teasers >= 15,
        says: &[(Listing, 1.4)],
        why: "Very many headings are links.",
    },
    Signal {
        id: "teasers.archive",
        fires: |l| l.teasers >= 6 && l.page_called(&["archive"]),
        says: &[(Listing, 2.0)],
        why: "The page's own class says that it is an archive, as WordPress calls lists of posts, and many headings are links.",
    },
    Signal {
        id: "teasers.only",
        fires: |l| l.teasers >= 6 && l.long_texts * 4 <= l.teasers && l.excerpts <= 2 * l.teasers,
        says: &[(Listing, 0.2)],
        why: "The texts under its linked headings are short: excerpts.",
    },
    Signal {
        id: "cards.some",
        fires: |l| l.cards >= 6,
        says: &[(Listing, 0.5), (Service, -0.3), (Documentation, -0.4)],
        why: "Several parts look alike, each with a link and a picture or heading.",
    },
    Signal {
        id: "cards.many",
        fires: |l| l.cards >= 16,
        says: &[(Listing, 0.9)],
        why: "Many parts look alike, each with a link and a picture or heading.",
    },
    Signal {
        id: "links.most",
        fires: |l| l.linked_share() > 0.75,
        says: &[(Listing, 1.1)],
        why: "Most of its words are links.",
    },
    Signal {
        id: "prices.one",
        fires: |l| l.prices >= 1,
        says: &[(Listing, 0.5), (Product, 1.7), (Service, 0.6)],
        why: "It shows a price.",
    },
    Signal {
        id: "prices.many",
        fires: |l| l.prices >= 12,
        says: &[(Listing, 0.9), (Product, -0.3), (Service, -0.3)],
        why: "It shows many prices.",
    },
    Signal {
        id: "prices.kept",
        fires: |l| l.kept_prices >= 4,
        says: &[(Product, -1.1)],
        why: "Prices stand in its text.",
    },
];
