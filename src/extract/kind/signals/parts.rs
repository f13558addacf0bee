//! Elements that are counted: messages of a thread, pieces of code, times.

use super::Signal;
use crate::article::Kind::*;

/// The signals of what a page consists of.
pub(super) const PARTS: &[Signal] = &[
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
];
