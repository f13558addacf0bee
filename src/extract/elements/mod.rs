//! The rules on elements: what the tag, the role, the class or the id of an element says against it.
//!
//! [`rules`] is what they look for, as data; `names` finds their words in classes and ids, and `prune` tries them on each
//! element. [`words`] are those that say something of an element without being a rule.

pub(in crate::extract) mod names;
mod prose;
pub(in crate::extract) mod prune;
pub(in crate::extract) mod rules;
pub(in crate::extract) mod threads;
pub(in crate::extract) mod words;
