//! From what people type to a [`Query`]; parsing knows no index and never fails.
//!
//! ```text
//! query = { any }                                     clauses side by side: each raises the rank
//! any   = all { "OR" all }                            alternatives
//! all   = one { "AND" one }                           each must match; binds tighter than OR, as in logic
//! one   = { "+" | "-" | "NOT" } near                  must match, must not match
//! near  = atom { "NEAR" [ "/" n ] atom }              within n words of each other, in either order; n is 10 if not said
//! atom  = [ field ":" ] ( word | phrase | "(" query ")" )
//! word  = word | word"*" | w"?"rd | word"~" [ n ] | "=" word
//! phrase = [ "=" ] '"' words '"' [ "~" n | "*" ]
//! field = title | heading | body | section | author | site | lang | kind | tag | url | path
//!       | date | since | after | until | before | last
//! ```
//!
//! Plain words rank: an article with more of them comes first, none is required. What is quoted, exact or restricted to a
//! field must match. A colon behind anything but a known field is text, so that a pasted address or `Brexit: police` is
//! searched for its words. In a pasted text, nothing is an operator. Stray punctuation is passed over, and said so.
//!
//! `lexer` cuts the text into tokens, `parser` makes clauses of them, `ast` is what comes out.

mod address;
mod ast;
mod fields;
mod lexer;
mod parser;

pub(crate) use address::{bare, has_scheme, is_address, may_be_address};
pub use ast::{Clause, Form, Leaf, Node, Occur, Problem, Query, Scope};

/// Longer queries, in characters, are cut.
pub const MOST_CHARS: usize = 2000;

/// Clauses beyond this are passed over.
pub const MOST_CLAUSES: usize = 256;

/// Parentheses nested deeper than this are passed over.
pub const MOST_DEPTH: usize = 32;

/// Words of a near search or a loose phrase are at most so far apart.
pub const MOST_APART: u32 = 100;

/// How far apart the words of a `NEAR` without a number may be. As in SQLite's FTS5 and in Recoll.
pub const NEAR: u32 = 10;
