//! The labels of buttons and links, by kind; which labels these are is in [`words::labels`](super::super::words).

use super::Signal;
use crate::article::Kind::*;

/// The signals of labels.
pub(super) const LABELS: &[Signal] = &[
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
];
