//! Clauses side by side, and parts that signs and joining words are about.

use super::super::ast::{Clause, Node, Occur};
use super::super::lexer::Kind;
use super::{Parser, starts_a_part};

/// A part of a query with its sign, if it has one.
struct Signed {
    sign: Option<Occur>,
    node: Node,
}

impl Signed {
    /// As one of several that must all match.
    fn required(self) -> Clause {
        Clause { occur: self.sign.unwrap_or(Occur::Must), node: self.node }
    }

    /// As one of several of which any may match.
    fn alternative(self) -> Node {
        match self.sign {
            Some(Occur::Not) => Node::Group(vec![Clause { occur: Occur::Not, node: self.node }]),
            _ => self.node,
        }
    }
}

impl Parser<'_> {
    /// Clauses side by side, up to the end of the query or of the parentheses.
    pub(super) fn list(&mut self) -> Vec<Clause> {
        let mut clauses = Vec::new();
        loop {
            match self.peek() {
                None => break,
                Some(Kind::Close) if self.ignored > 0 => {
                    self.ignored -= 1;
                    self.at += 1;
                }
                Some(Kind::Close) if self.depth > 0 => break,
                Some(Kind::Close) => self.pass_over("closes nothing"),
                Some(Kind::And | Kind::Or | Kind::Near(_)) => self.pass_over("joins nothing"),
                Some(_) => {
                    if let Some(part) = self.any() {
                        add(&mut clauses, part);
                    }
                }
            }
        }
        clauses
    }

    /// Alternatives joined by `OR`.
    fn any(&mut self) -> Option<Signed> {
        let parts = self.joined(|k| matches!(k, Kind::Or), Parser::all);
        several(parts, |parts| Node::Any(parts.into_iter().map(Signed::alternative).collect()))
    }

    /// Demands joined by `AND`.
    fn all(&mut self) -> Option<Signed> {
        let parts = self.joined(|k| matches!(k, Kind::And), Parser::one);
        several(parts, |parts| Node::Group(parts.into_iter().map(Signed::required).collect()))
    }

    /// Parts with a joining token between them; one with nothing on either side is passed over.
    fn joined(&mut self, joins: fn(&Kind) -> bool, part: fn(&mut Self) -> Option<Signed>) -> Vec<Signed> {
        let mut parts: Vec<Signed> = part(self).into_iter().collect();
        while self.peek().is_some_and(joins) {
            let missing = match self.tokens.get(self.at + 1).map(|t| &t.kind) {
                None => Some("at the end joins nothing"),
                Some(Kind::And | Kind::Or | Kind::Near(_) | Kind::Close) => Some("joins nothing"),
                Some(_) => None,
            };
            match missing {
                Some(why) => self.pass_over(why),
                None => {
                    self.at += 1;
                    parts.extend(part(self));
                }
            }
        }
        parts
    }

    /// A part with its signs: each `NOT` turns the last one around, `+` says nothing against it.
    fn one(&mut self) -> Option<Signed> {
        let mut sign = None;
        loop {
            match self.peek()? {
                Kind::Must => sign = sign.or(Some(Occur::Must)),
                Kind::Not | Kind::NotWord if sign == Some(Occur::Not) => sign = Some(Occur::Must),
                Kind::Not | Kind::NotWord => sign = Some(Occur::Not),
                _ => break,
            }
            let last = self.next()?;
            if !self.peek().is_some_and(starts_a_part) {
                self.problem(format!("`{}` is before nothing and is passed over", self.shown(&last.span)), last.span);
                return None;
            }
        }
        self.near().map(|node| Signed { sign, node })
    }
}

/// One part as it is, several made into a node.
fn several(mut parts: Vec<Signed>, node: fn(Vec<Signed>) -> Node) -> Option<Signed> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(Signed { sign: None, node: node(parts) }),
    }
}

/// Adds a part to clauses side by side. What AND has joined becomes clauses like the others: they are demanded either way.
fn add(clauses: &mut Vec<Clause>, part: Signed) {
    match part {
        Signed { sign: None, node: Node::Group(inner) } if inner.iter().any(|c| c.occur == Occur::Must) => {
            clauses.extend(inner);
        }
        Signed { sign: Some(occur), node } => clauses.push(Clause { occur, node }),
        Signed { sign: None, node } => clauses.push(Clause::new(node)),
    }
}
