//! What a page's data say that it is: JSON-LD and microdata (`data.`), Open Graph (`og.`), its day and its author.

use super::super::look::Look;
use super::Signal;
use crate::article::Kind::*;

/// The signals of a page's data.
pub(super) const DATA: &[Signal] = &[
    Signal {
        id: "data.article",
        fires: |l| {
            l.typed(&[
                "article",
                "newsarticle",
                "blogposting",
                "reportagenewsarticle",
                "opinionnewsarticle",
                "analysisnewsarticle",
                "scholarlyarticle",
                "report",
                "medicalwebpage",
            ]) > 0
        },
        says: &[(Listing, -0.9), (Home, -0.3), (Forum, -0.4), (Product, -0.6), (Service, -2.1), (Documentation, -0.4)],
        why: "The page's data call it an article.",
    },
    Signal {
        id: "data.product",
        fires: |l| l.typed(&["product", "productgroup", "individualproduct", "book", "vehicle"]) > 0,
        says: &[(Product, 1.8)],
        why: "The page's data describe something for sale.",
    },
    Signal {
        id: "data.offer",
        fires: |l| l.typed(&["offer", "aggregateoffer"]) > 0,
        says: &[(Product, 1.8)],
        why: "The page's data name a price.",
    },
    Signal {
        id: "data.forum",
        fires: is_discussion,
        says: &[(Forum, 1.4), (Service, 1.0)],
        why: "The page's data call it a discussion, or questions and answers.",
    },
    Signal {
        id: "data.answers",
        fires: |l| l.typed(&["question"]) == 1 && l.typed(&["answer"]) > 0 && l.typed(&["faqpage"]) == 0,
        says: &[(Forum, 2.5)],
        why: "The page's data name one question and answers to it.",
    },
    Signal {
        id: "data.list",
        fires: |l| l.typed(&["collectionpage", "itemlist", "searchresultspage", "offercatalog"]) > 0,
        says: &[(Listing, 1.0)],
        why: "The page's data call it a collection.",
    },
    Signal {
        id: "data.business",
        fires: |l| {
            l.typed(&[
                "localbusiness",
                "service",
                "softwareapplication",
                "professionalservice",
                "aggregaterating",
                "webapplication",
                "movingcompany",
            ]) > 0
        },
        says: &[(Service, 1.1)],
        why: "The page's data describe a business or a service.",
    },
    Signal {
        id: "data.none",
        fires: |l| {
            l.typed(&[
                "webpage",
                "article",
                "newsarticle",
                "blogposting",
                "product",
                "organization",
                "website",
                "breadcrumblist",
                "collectionpage",
            ]) == 0
        },
        says: &[(Product, -0.3), (Service, -0.4), (Documentation, 0.4)],
        why: "The page's data say nothing of what it is.",
    },
    Signal {
        id: "og.article",
        fires: |l| l.og(&["article", "blog"]),
        says: &[(Listing, -1.1), (Home, -3.2), (Forum, -1.4), (Product, -1.8), (Service, -0.5), (Documentation, -1.5)],
        why: "Open Graph calls it an article.",
    },
    Signal {
        id: "og.product",
        fires: |l| l.og(&["product", "og:product"]),
        says: &[(Product, 1.0)],
        why: "Open Graph calls it a product.",
    },
    Signal {
        id: "og.website",
        fires: |l| l.og(&["website"]),
        says: &[(Forum, -0.3), (Documentation, -0.2)],
        why: "Open Graph calls it a website.",
    },
    Signal {
        id: "og.none",
        fires: |l| !l.has_og(),
        says: &[(Home, 0.3), (Forum, 0.4)],
        why: "Open Graph does not say what it is.",
    },
    Signal {
        id: "published",
        fires: |l| l.is_published,
        says: &[(Service, -0.5), (Documentation, -0.4)],
        why: "The page's data say when it was published.",
    },
    Signal {
        id: "signed",
        fires: |l| l.is_signed,
        says: &[(Home, -0.6), (Product, -0.4), (Service, -0.6)],
        why: "The page's data name an author.",
    },
];

/// Whether the page's data call it a discussion, or questions and answers.
pub(super) fn is_discussion(look: &Look) -> bool {
    look.typed(&["discussionforumposting", "qapage", "answer"]) > 0
}
