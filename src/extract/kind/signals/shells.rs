//! What tells a page without a text of its own: one whose text was never loaded, and one of nothing but links; the words are
//! in [`words::shells`](super::super::words).

use super::super::look::WAITING_WORDS;
use super::Signal;
use crate::article::Kind::*;

/// The signals of shells and of mere links.
pub(super) const SHELLS: &[Signal] = &[
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
        id: "shell.login",
        fires: |l| l.asks_for_password && l.is_titled_login() && l.words < WAITING_WORDS,
        says: &[(Empty, 12.0)],
        why: "Its title asks one to log in, with a field for a password, and it says nothing else.",
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

/// A shell has fewer words than this.
const FEW_WORDS: usize = 12;
