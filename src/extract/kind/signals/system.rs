//! What made a page, and what that calls it: its `generator` (`made.`), and the classes of `<html>` and `<body>` (`page.`).

use super::super::look::Look;
use super::Signal;
use crate::article::Kind::*;

/// The signals of the system that made a page.
pub(super) const SYSTEM: &[Signal] = &[
    Signal {
        id: "made.manual",
        fires: is_made_as_manual,
        says: &[(Documentation, 1.1)],
        why: "A program for manuals made it.",
    },
    Signal {
        id: "made.reference",
        fires: |l| l.made_by(&["sphinx", "doxygen", "rustdoc", "javadoc", "docfx", "mdbook", "docbook", "antora"]),
        says: &[(Documentation, 3.5)],
        why: "A program that makes nothing but manuals made it.",
    },
    Signal {
        id: "made.forum",
        fires: |l| {
            l.made_by(&[
                "discourse",
                "phpbb",
                "vbulletin",
                "xenforo",
                "invision",
                "mybb",
                "flarum",
                "nodebb",
                "bbpress",
                "lemmy",
                "smf",
                "vanilla",
            ]) || l.page_called(&["phpbb", "nsphpbb", "vbulletin", "bbpress", "crawler"])
        },
        says: &[(Forum, 2.7)],
        why: "A program for forums made it.",
    },
    Signal {
        id: "page.single",
        fires: |l| l.page_called(&["single", "singlepost", "postid", "article"]),
        says: &[(Listing, -1.5), (Forum, -1.7), (Service, -1.1)],
        why: "The page's own class says that it is a single article.",
    },
    Signal {
        id: "page.list",
        fires: |l| l.page_called(&["archive", "category", "tag", "search", "listing", "collection", "plp", "blog"]),
        says: &[(Listing, 1.2), (Product, -0.2), (Documentation, -0.2)],
        why: "The page's own class says that it is a list.",
    },
    Signal {
        id: "page.home",
        fires: |l| l.page_called(&["home", "homepage", "front", "frontpage", "index", "landing"]),
        says: &[(Listing, -0.6)],
        why: "The page's own class says that it is a site's first.",
    },
    Signal {
        id: "page.template",
        fires: |l| l.page_called(&["pageid", "template", "landing"]),
        says: &[(Forum, -0.6)],
        why: "The page's own class says that it is a page by itself, no post.",
    },
    Signal {
        id: "page.forum",
        fires: |l| l.page_called(&["forum", "thread", "topic", "question", "viewtopic"]),
        says: &[(Forum, 0.2)],
        why: "The page's own class says that it is a thread.",
    },
    Signal {
        id: "page.manual",
        fires: |l| l.page_called(&["docs", "doc", "documentation", "manual", "sphinx", "rustdoc", "wiki", "mediawiki"]),
        says: &[(Documentation, 0.2)],
        why: "The page's own class says that it is part of a manual.",
    },
    Signal {
        id: "page.results",
        fires: |l| l.page_called(&["search"]) && l.page_called(&["results"]) && !l.page_called(&["single", "article"]),
        says: &[(Listing, 3.0)],
        why: "The page's own class says that it shows the results of a search, as WordPress calls them.",
    },
    Signal {
        id: "page.thread",
        fires: |l| l.page_called(&["viewtopic", "showthread"]),
        says: &[(Forum, 3.0)],
        why: "The page's own class is that of a forum's thread, as phpBB and vBulletin call them.",
    },
];

/// Programs that make manuals, some of them other sites as well.
const FOR_MANUALS: &[&str] = &[
    "sphinx",
    "docusaurus",
    "mkdocs",
    "vuepress",
    "vitepress",
    "gitbook",
    "doxygen",
    "antora",
    "starlight",
    "mdbook",
    "rustdoc",
    "javadoc",
    "docfx",
    "mediawiki",
    "docbook",
    "asciidoctor",
    "jekyll",
    "nextra",
    "hugo",
];

/// Whether a program for manuals made the page.
pub(super) fn is_made_as_manual(look: &Look) -> bool {
    look.made_by(FOR_MANUALS)
}
