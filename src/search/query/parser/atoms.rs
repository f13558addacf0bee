//! A phrase, a query within parentheses, and what follows the name of a field.

use std::ops::Range;

use super::super::ast::{Clause, Form, Leaf, Node, Scope};
use super::super::fields::{self, Meaning};
use super::super::lexer::{Kind, Quoted};
use super::super::{MOST_APART, MOST_DEPTH};
use super::{Parser, has_word};

impl<'a> Parser<'a> {
    /// A word, a phrase, or a query within parentheses.
    pub(super) fn atom(&mut self) -> Option<Node> {
        let token = self.next()?;
        match token.kind {
            Kind::Field(name) => self.fielded(name, &token.span),
            Kind::Open => self.group(),
            Kind::Word(text) => self.word(text, &token.span),
            Kind::Quoted(quoted) => self.quoted(&quoted, &token.span),
            Kind::Unclosed => {
                self.problem("a quotation mark is not closed and is passed over".to_owned(), token.span);
                None
            }
            // A sign or a joining word that came where a part was wanted; the loops above have said so already or will.
            _ => {
                self.at -= 1;
                None
            }
        }
    }

    fn group(&mut self) -> Option<Node> {
        let opened = self.at - 1;
        if self.depth >= MOST_DEPTH {
            let span = self.tokens[opened].span.clone();
            self.problem(format!("parentheses deeper than {MOST_DEPTH} are passed over"), span);
            self.ignored += 1;
            return None;
        }
        self.depth += 1;
        let clauses = self.list();
        self.depth -= 1;
        let span = self.tokens[opened].span.clone();
        match self.next() {
            Some(_) => {}
            None => {
                self.problem("a parenthesis is not closed; it is taken to end with the query".to_owned(), span.clone())
            }
        }
        if clauses.is_empty() {
            self.problem("parentheses with nothing to search in them are passed over".to_owned(), span);
        }
        match <[Clause; 1]>::try_from(clauses) {
            Ok([Clause { occur, node }]) if occur == Clause::new(node.clone()).occur => Some(node),
            Ok([clause]) => Some(Node::Group(vec![clause])),
            Err(clauses) => (!clauses.is_empty()).then_some(Node::Group(clauses)),
        }
    }

    /// What follows a field's name.
    fn fielded(&mut self, name: &'a str, field: &Range<usize>) -> Option<Node> {
        let token = self.next()?;
        let value = match &token.kind {
            Kind::Open => return self.scoped_group(name, &token.span),
            Kind::Quoted(quoted) => quoted.text,
            _ => self.shown(&token.span),
        };
        let span = field.start..token.span.end;
        if !has_word(value) {
            self.nothing_in(&span);
            return None;
        }
        match fields::meaning(name, value)? {
            Meaning::Field(scope) => {
                let before = self.scope.replace(scope);
                let node = match token.kind {
                    Kind::Quoted(quoted) => self.quoted(&quoted, &token.span),
                    _ => self.word(value, &token.span),
                };
                self.scope = before;
                node
            }
            Meaning::Days(period) => self.count(&span).then(|| Node::Leaf(Leaf::new(Scope::Date(period), value))),
            Meaning::NoDays => {
                self.problem(format!("`{}` names no such day and is passed over", self.shown(&span)), span);
                None
            }
            Meaning::Bad(error) => {
                self.problem(format!("`{}` is passed over: {error}", self.shown(&span)), span);
                None
            }
        }
    }

    fn scoped_group(&mut self, name: &str, span: &Range<usize>) -> Option<Node> {
        let before = self.scope;
        match fields::scope(name) {
            Some(scope) => self.scope = Some(scope),
            None => {
                self.problem(format!("`{name}:` takes one date, and is passed over before parentheses"), span.clone())
            }
        }
        let node = self.group();
        self.scope = before;
        node
    }

    pub(super) fn leaf(&mut self, text: &str, form: Form, span: &Range<usize>) -> Option<Node> {
        let field = self.scope.unwrap_or(Scope::Anywhere);
        self.count(span).then(|| Node::Leaf(Leaf { field, text: text.to_owned(), form }))
    }

    fn quoted(&mut self, quoted: &Quoted, span: &Range<usize>) -> Option<Node> {
        let text = quoted.text.trim();
        if !has_word(text) {
            self.nothing_in(span);
            return None;
        }
        let slop = quoted.slop.unwrap_or(0).min(MOST_APART);
        self.leaf(text, Form::Phrase { slop, exact: quoted.exact, open: quoted.open }, span)
    }
}
