//! What pages say that are no articles, a file a sort of page: folded as [`folded`](crate::extract::text::folded) folds, matched
//! as whole words. A phrase in another language goes to the end of its list.

mod consent;
mod errors;
mod excuses;
mod labels;
mod shells;

pub(super) use consent::{CONSENT, CONSENT_BUTTONS};
pub(super) use errors::{AROUND_ERRORS, ERROR, ERRORS};
pub(super) use excuses::EXCUSES;
pub(super) use labels::{CART, MANUALS, OFFERS, THREADS};
pub(super) use shells::{FRAME, LOGIN, WAITING};
