//! What tells an error from an article that is headed like one; the words are in [`words::errors`](super::super::words) and
//! `excuses`.

use super::Signal;
use crate::article::Kind::*;

/// The signals of errors, and of walls against robots.
pub(super) const ERRORS: &[Signal] = &[
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
];

/// An error page has less running text than this, in words: an excuse, and what to do instead.
const LITTLE_ERROR: usize = 150;
const LITTLE_EXCUSE: usize = 60;

/// A page with fewer words than this is brief, and one with at least so many words of running text tells something.
const BRIEF: usize = 80;
const A_STORY: usize = 20;

/// Words of the page's own class by which systems mark their errors.
const ERROR_CLASSES: &[&str] = &["error404", "error", "error500", "notfound"];
