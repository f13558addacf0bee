//! The signals that tell what a page is, as data: what each looks for, how much it speaks for which kind, and why.
//!
//! Weights are log-odds against an article: 1 makes a kind e times as likely. Those of signals that the development pages
//! have were fitted by `benches/extraction/kinds.py`; `teasers.archive`, `page.results`, `page.thread`, `made.reference` and
//! `data.answers`, of which they have a handful or none, and those of errors, consent and shells, of which they have none, are
//! set by hand, so that two of the latter outweigh all others.

use super::look::{LITTLE_PROSE, Look};
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

/// The signals.
pub(super) const SIGNALS: &[Signal] = &[
    Signal {
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
    },
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
        fires: |l| l.typed(&["discussionforumposting", "qapage", "answer"]) > 0,
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
    Signal {
        id: "made.manual",
        fires: |l| {
            l.made_by(&[
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
            ])
        },
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
    Signal {
        id: "cart.one",
        fires: |l| l.labels().cart >= 1,
        says: &[(Listing, 0.7), (Home, 0.3), (Product, 3.1)],
        why: "A button puts something into a cart.",
    },
    Signal {
        id: "cart.many",
        fires: |l| l.labels().cart >= 6,
        says: &[(Listing, 1.8)],
        why: "Many buttons put something into a cart.",
    },
    Signal {
        id: "offers.one",
        fires: |l| l.labels().offers >= 2,
        says: &[(Listing, -0.2), (Forum, -1.1), (Service, 0.6), (Documentation, -0.6)],
        why: "Buttons lead to an offer.",
    },
    Signal {
        id: "offers.many",
        fires: |l| l.labels().offers >= 5,
        says: &[(Listing, -0.6), (Product, -0.4), (Service, 0.7)],
        why: "Many buttons lead to an offer.",
    },
    Signal {
        id: "threads.one",
        fires: |l| l.labels().threads >= 3,
        says: &[(Forum, 1.6)],
        why: "Links and buttons are those of a thread.",
    },
    Signal {
        id: "manuals.one",
        fires: |l| l.labels().manuals >= 1,
        says: &[(Listing, -0.5), (Home, 0.4), (Documentation, 1.7)],
        why: "Links are those of a manual.",
    },
    Signal {
        id: "manuals.many",
        fires: |l| l.labels().manuals >= 3,
        says: &[(Documentation, 0.4)],
        why: "Several links are those of a manual.",
    },
    Signal {
        id: "messages.some",
        fires: |l| l.messages >= 2,
        says: &[(Forum, 1.3)],
        why: "Several parts are called messages, each with somebody's name and a time.",
    },
    Signal {
        id: "messages.many",
        fires: |l| l.messages >= 6,
        says: &[(Forum, 0.8)],
        why: "Many parts are called messages, each with somebody's name and a time.",
    },
    Signal {
        id: "code.some",
        fires: |l| l.code >= 2,
        says: &[(Documentation, 2.0)],
        why: "Several pieces of code stand in it.",
    },
    Signal {
        id: "code.many",
        fires: |l| l.code >= 8,
        says: &[(Documentation, 1.3)],
        why: "Many pieces of code stand in it.",
    },
    Signal {
        id: "time",
        fires: |l| l.times > 0,
        says: &[(Listing, -0.3), (Product, -0.3), (Service, -1.9), (Documentation, -0.8)],
        why: "It shows a time or a day.",
    },
    Signal { id: "times", fires: |l| l.times >= 6, says: &[(Forum, 0.3)], why: "It shows many times or days." },
    Signal {
        id: "text.none",
        fires: |l| l.prose == 0,
        says: &[(Listing, 0.2)],
        why: "Nothing that was kept is running text.",
    },
    Signal {
        id: "text.little",
        fires: |l| l.prose < 120,
        says: &[(Listing, 0.9), (Home, 0.2), (Forum, 1.5)],
        why: "It has little running text.",
    },
    Signal {
        id: "text.some",
        fires: |l| l.prose >= 400,
        says: &[(Listing, -0.8), (Home, -1.2), (Product, -2.0)],
        why: "It has much running text.",
    },
    Signal {
        id: "text.long",
        fires: |l| l.prose >= 1000,
        says: &[(Listing, -1.4), (Forum, -0.2), (Service, -0.8), (Documentation, -0.5)],
        why: "It has very much running text.",
    },
    Signal {
        id: "text.paragraphs",
        fires: |l| l.long_paragraphs >= 6,
        says: &[(Forum, -0.4), (Product, -0.4), (Service, -0.2), (Documentation, -0.5)],
        why: "Many of its paragraphs are long.",
    },
    Signal {
        id: "text.share",
        fires: |l| 2 * l.prose > l.all_words,
        says: &[(Listing, -0.4), (Home, -1.6), (Forum, -0.2), (Product, -0.3), (Service, -0.8)],
        why: "Most of its words are running text.",
    },
    Signal {
        id: "text.scraps",
        fires: |l| 3 * l.prose < l.words,
        says: &[(Listing, 0.9), (Service, -0.3)],
        why: "Most of its text is scraps.",
    },
    Signal {
        id: "text.headed",
        fires: |l| l.kept_headings * 3 > l.paragraphs && l.kept_headings >= 5,
        says: &[(Home, 0.3), (Forum, -1.2), (Product, 0.3), (Service, 0.2), (Documentation, -0.5)],
        why: "Every third paragraph has a heading of its own.",
    },
    Signal {
        id: "questions",
        fires: |l| l.questions >= 4,
        says: &[(Service, 0.4)],
        why: "Several headings are questions.",
    },
    Signal {
        id: "error.title",
        fires: |l| l.errors.is_title && l.prose < LITTLE_ERROR,
        says: &[(Error, 8.5)],
        why: "Its title is that of an error or of a wall against robots, and it has little text.",
    },
    Signal {
        id: "error.bare",
        fires: |l| l.errors.is_title && l.prose < LITTLE_EXCUSE,
        says: &[(Error, 4.0)],
        why: "Its title is that of an error or of a wall against robots, and it has hardly any text.",
    },
    Signal {
        id: "error.amid-title",
        fires: |l| l.errors.is_amid_title && l.prose < LITTLE_ERROR,
        says: &[(Error, 4.5)],
        why: "Words of an error stand in its title amid others, and it has little text.",
    },
    Signal {
        id: "error.excuse",
        fires: |l| (l.errors.is_title || l.errors.is_amid_title) && l.errors.excuses() && l.prose < LITTLE_ERROR,
        says: &[(Error, 6.0)],
        why: "After such a title it says what went wrong.",
    },
    Signal {
        id: "error.said",
        fires: |l| l.errors.says_little_else() && l.prose < LITTLE_ERROR,
        says: &[(Error, 9.0)],
        why: "Its text says what went wrong, and little else.",
    },
    Signal {
        id: "error.brief",
        fires: |l| l.errors.says_little_else() && l.words < BRIEF,
        says: &[(Error, 4.0)],
        why: "And it says so in few words.",
    },
    Signal {
        id: "error.signed",
        fires: |l| l.errors.is_signed,
        says: &[(Error, -8.0)],
        why: "A day or a name stands below its headline: errors have none.",
    },
    Signal {
        id: "error.told",
        fires: |l| {
            l.errors.is_in_article
                && l.errors.is_title
                && !l.errors.excuses()
                && l.prose >= A_STORY
                && !l.page_called(ERROR_CLASSES)
        },
        says: &[(Error, -5.0)],
        why: "Its headline is an article's, and its text says nothing of an error.",
    },
    Signal {
        id: "error.page",
        fires: |l| l.page_called(ERROR_CLASSES) && l.prose < LITTLE_EXCUSE,
        says: &[(Error, 5.0)],
        why: "The page's own class says that it is an error's, and it has hardly any text.",
    },
    Signal {
        id: "error.published",
        fires: |l| l.is_published || l.og(&["article"]) || l.typed(&["article", "newsarticle", "blogposting"]) > 0,
        says: &[(Error, -8.0), (Consent, -8.0)],
        why: "The page's data say that it was published: errors and questions for consent are not.",
    },
    Signal {
        id: "consent.words",
        fires: |l| l.speaks_of_consent() && l.labels().consent >= 1 && l.own_words < LITTLE_CONSENT,
        says: &[(Consent, 8.0)],
        why: "Most of its text speaks of consent, with a button for it, and there is little of it.",
    },
    Signal {
        id: "consent.title",
        fires: |l| l.is_titled_consent() && l.prose < LITTLE_PROSE && l.labels().consent >= 1,
        says: &[(Consent, 6.0)],
        why: "Its title asks for consent, with a button for it, and it has little text.",
    },
    Signal {
        id: "consent.address",
        fires: |l| (l.host_has(&["consent", "cmp"]) || l.path_has(&["consent"])) && l.own_words < LITTLE_CONSENT,
        says: &[(Consent, 5.0)],
        why: "Its address is that of a page of consent.",
    },
    Signal {
        id: "shell.no-text",
        fires: |l| l.words == 0 && l.own_words < FEW_WORDS && !l.errors.is_title,
        says: &[(Empty, 12.0)],
        why: "No word of it is text.",
    },
    Signal {
        id: "shell.nothing-kept",
        fires: |l| l.words == 0 && l.own_words >= FEW_WORDS,
        says: &[(Empty, 8.0)],
        why: "Nothing of it was taken for text, though it has words.",
    },
    Signal {
        id: "shell.waiting",
        fires: |l| !l.errors.is_title && l.is_waiting() && l.own_words < WAITING_WORDS && l.words < WAITING_WORDS,
        says: &[(Empty, 12.0)],
        why: "It asks for scripts or for patience, and says nothing else.",
    },
    Signal {
        id: "shell.frame",
        fires: |l| l.is_frame() && l.words < WAITING_WORDS,
        says: &[(Empty, 12.0)],
        why: "Nothing but labels of a site's frame was taken for text.",
    },
    Signal {
        id: "shell.described",
        fires: |l| l.is_published || l.og(&["article", "video"]),
        says: &[(Empty, -4.0)],
        why: "The page's data tell of an article or a film, of which its title and its description are left.",
    },
    Signal {
        id: "links.only",
        fires: |l| l.all_prose == 0 && l.links >= 8 && l.linked_share() > 0.85 && l.own_words < WAITING_WORDS,
        says: &[(Links, 16.0)],
        why: "It is nothing but links.",
    },
];

/// An error page has less running text than this, in words: an excuse, and what to do instead.
const LITTLE_ERROR: usize = 150;
const LITTLE_EXCUSE: usize = 60;

/// A page with fewer words than this is brief, and one with at least so many words of running text tells something.
const BRIEF: usize = 80;
const A_STORY: usize = 20;

/// Words of the page's own class by which systems mark their errors.
const ERROR_CLASSES: &[&str] = &["error404", "error", "error500", "notfound"];

/// A page of consent has fewer words than this that are no links.
const LITTLE_CONSENT: usize = 500;

/// A shell has fewer words than this, and one that asks for scripts fewer than that.
const FEW_WORDS: usize = 12;
const WAITING_WORDS: usize = 30;
