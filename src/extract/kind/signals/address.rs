//! What a page's address says that it is: the words of its host and path (`url.`).

use super::Signal;
use crate::article::Kind::*;

/// The signals of a page's address.
pub(super) const ADDRESS: &[Signal] = &[
    Signal { id: "url.root", fires: |l| l.is_root, says: &[(Home, 5.9)], why: "Its address is that of the site." },
    Signal {
        id: "url.dated",
        fires: |l| l.path_is_dated,
        says: &[(Forum, -0.2)],
        why: "There is a year in its address, as blogs and papers have it.",
    },
    Signal {
        id: "url.slug",
        fires: |l| l.slug_words >= 4,
        says: &[(Listing, -1.8), (Home, -1.8), (Forum, -0.3), (Service, -1.1), (Documentation, -3.3)],
        why: "Its address ends in many words: those of a headline.",
    },
    Signal {
        id: "url.article",
        fires: |l| {
            l.path_has(&[
                "blog",
                "blogs",
                "news",
                "article",
                "articles",
                "story",
                "stories",
                "post",
                "posts",
                "insights",
                "resources",
                "learn",
                "magazine",
                "press",
                "opinion",
                "guides",
            ])
        },
        says: &[(Listing, -0.3), (Forum, -0.5), (Product, -1.8), (Service, -2.4), (Documentation, -0.8)],
        why: "A word of its address is one for articles.",
    },
    Signal {
        id: "url.list",
        fires: |l| {
            l.path_has(&[
                "category",
                "categories",
                "tag",
                "tags",
                "search",
                "archive",
                "archives",
                "topics",
                "section",
                "browse",
                "directory",
                "events",
                "jobs",
                "author",
            ])
        },
        says: &[(Listing, 0.4), (Service, -0.3)],
        why: "A word of its address is one for lists.",
    },
    Signal {
        id: "url.shelf",
        fires: |l| {
            l.path_has(&[
                "collections",
                "collection",
                "c",
                "shop",
                "departments",
                "s",
                "cat",
                "b",
                "parts",
                "all",
                "gear",
            ])
        },
        says: &[(Listing, 1.5)],
        why: "A word of its address is one for shelves of a shop.",
    },
    Signal {
        id: "url.product",
        fires: |l| l.path_has(&["product", "products", "p", "dp", "item", "itm", "pd", "sku", "prd"]),
        says: &[(Listing, -0.4), (Product, 3.0)],
        why: "A word of its address is one for things for sale.",
    },
    Signal {
        id: "url.forum",
        fires: |l| {
            l.path_has(&[
                "forum",
                "forums",
                "thread",
                "threads",
                "t",
                "topic",
                "viewtopic",
                "showthread",
                "question",
                "questions",
                "discussion",
                "discussions",
                "boards",
                "board",
                "comments",
            ]) || l.host_has(&[
                "forum",
                "forums",
                "community",
                "discuss",
                "discourse",
                "answers",
                "boards",
                "stackexchange",
            ])
        },
        says: &[(Forum, 3.9)],
        why: "A word of its address is one for discussions.",
    },
    Signal {
        id: "url.manual",
        fires: |l| {
            l.path_has(&[
                "docs",
                "doc",
                "documentation",
                "reference",
                "manual",
                "api",
                "tutorial",
                "tutorials",
                "wiki",
                "man",
                "handbook",
                "howto",
                "quickstart",
                "stable",
                "latest",
                "userguide",
                "library",
            ]) || l.host_has(&[
                "docs",
                "doc",
                "developer",
                "developers",
                "documentation",
                "wiki",
                "readthedocs",
                "devdocs",
            ])
        },
        says: &[(Documentation, 3.5)],
        why: "A word of its address is one for manuals.",
    },
    Signal {
        id: "url.service",
        fires: |l| {
            l.path_has(&[
                "services",
                "service",
                "solutions",
                "pricing",
                "about",
                "contact",
                "features",
                "platform",
                "company",
                "plans",
                "programs",
                "consulting",
                "agency",
                "team",
                "software",
                "department",
                "departments",
            ])
        },
        says: &[(Service, 2.3)],
        why: "A word of its address is one for what a business offers.",
    },
];
