//! What a page's address says that it is: the words of its host and path (`url.`).

use super::super::look::Look;
use super::Signal;
use super::data::is_discussion;
use super::system::is_made_as_manual;
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
        fires: is_forum,
        says: &[(Forum, 3.9)],
        why: "A word of its address is one for discussions.",
    },
    Signal {
        id: "url.forum-alone",
        fires: |l| {
            let is_thread = l.messages >= 2 || l.labels().threads >= 3 || is_discussion(l);
            is_forum(l) && !is_thread && (l.prose >= A_TEXT || l.is_published)
        },
        says: &[(Forum, -2.5)],
        why: "Nothing but its address speaks of a discussion, and it is a text.",
    },
    Signal {
        id: "url.manual",
        fires: is_manual,
        says: &[(Documentation, 3.5)],
        why: "A word of its address is one for manuals.",
    },
    Signal {
        id: "url.manual-alone",
        fires: |l| is_manual(l) && l.code == 0 && l.labels().manuals == 0 && !is_made_as_manual(l),
        says: &[(Documentation, -2.5)],
        why: "Nothing but its address speaks of a manual.",
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

/// A page with so much running text, in words, may be an article wherever it stands.
const A_TEXT: usize = 200;

/// Words of sections in which people discuss, and of such hosts.
const FORUM_SECTIONS: &[&str] = &[
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
];
const FORUM_HOSTS: &[&str] =
    &["forum", "forums", "community", "discuss", "discourse", "answers", "boards", "stackexchange"];

/// Words of sections that are manuals, and of such hosts.
const MANUAL_SECTIONS: &[&str] = &[
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
];
const MANUAL_HOSTS: &[&str] =
    &["docs", "doc", "developer", "developers", "documentation", "wiki", "readthedocs", "devdocs"];

fn is_forum(look: &Look) -> bool {
    look.path_has(FORUM_SECTIONS) || look.host_has(FORUM_HOSTS)
}

fn is_manual(look: &Look) -> bool {
    look.path_has(MANUAL_SECTIONS) || look.host_has(MANUAL_HOSTS)
}
