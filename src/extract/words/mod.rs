//! Words that are evidence for the weighing of blocks, for or against: no rules, as each alone is often wrong.
//!
//! The place of a row in its table is a column by which the weighing knows it: after a row is added, taken out or moved, the
//! model has to be trained anew.

mod cues;
mod names;

pub(crate) use cues::CUES;
pub(crate) use names::NAMES;
