//! The rules on lines: which wordings mark boilerplate ("Check Also", "Leave a Reply", in many languages), and what goes with a
//! line that has one.
//!
//! [`rules`] is the wordings, as data; `classify` tells which of them a line sets off, `bars` whether a row of labels is a bar,
//! and `cut` what is taken out.

mod bars;
pub(in crate::extract) mod classify;
pub(in crate::extract) mod cut;
pub(in crate::extract) mod rules;
