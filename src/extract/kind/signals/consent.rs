//! What tells a page that asks for consent before it shows anything; the words are in [`words::consent`](super::super::words).

use super::super::look::{LITTLE_CONSENT, LITTLE_PROSE};
use super::Signal;
use crate::article::Kind::*;

/// The signals of pages of consent.
pub(super) const CONSENT: &[Signal] = &[
    Signal {
        id: "consent.words",
        fires: |l| l.speaks_of_consent() && l.labels().consent >= 1 && l.own_words < LITTLE_CONSENT,
        says: &[(Consent, 8.0)],
        why: "Most of its text speaks of consent, with a button for it, and there is little of it.",
    },
    Signal {
        id: "consent.kept",
        fires: |l| l.keeps_consent(),
        says: &[(Consent, 4.0)],
        why: "So does what was taken for its text.",
    },
    Signal {
        id: "consent.title",
        fires: |l| l.labels().consent >= 1 && l.prose < LITTLE_PROSE && l.is_titled_consent(),
        says: &[(Consent, 6.0)],
        why: "Its title asks for consent, with a button for it, and it has little text.",
    },
    Signal {
        id: "consent.address",
        fires: |l| (l.host_has(&["consent", "cmp"]) || l.path_has(&["consent"])) && l.own_words < LITTLE_CONSENT,
        says: &[(Consent, 5.0)],
        why: "Its address is that of a page of consent.",
    },
];
