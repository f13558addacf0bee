//! The text that was kept: how much of it is running text (`text.`), and how it is headed.

use super::Signal;
use crate::article::Kind::*;

/// The signals of a page's text.
pub(super) const TEXT: &[Signal] = &[
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
];
