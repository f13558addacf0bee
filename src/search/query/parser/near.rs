//! Parts that have to stand near each other.

use super::super::ast::{Clause, Form, Node, Occur, Scope};
use super::super::lexer::Kind;
use super::{Parser, starts_a_part};

impl Parser<'_> {
    /// Words that have to stand near each other.
    pub(super) fn near(&mut self) -> Option<Node> {
        let mut nodes: Vec<Node> = self.atom().into_iter().collect();
        let mut apart = 0;
        while let Some(&Kind::Near(n)) = self.peek() {
            let follows = self.tokens.get(self.at + 1).is_some_and(|t| starts_a_part(&t.kind));
            if nodes.is_empty() || !follows {
                self.pass_over("joins nothing");
                continue;
            }
            let span = self.next()?.span;
            let Some(node) = self.atom() else { continue };
            let (field, before) = (near_field(&node), near_field(&nodes[nodes.len() - 1]));
            if field.is_some() && field == before {
                apart = apart.max(n);
                nodes.push(node);
            } else {
                let message = "NEAR joins plain words and phrases of one field; it is read as AND here".to_owned();
                self.problem(message, span);
                let clauses = nodes.drain(..).chain([node]).map(|node| Clause { occur: Occur::Must, node }).collect();
                nodes.push(Node::Group(clauses));
            }
        }
        if nodes.len() > 1 { Some(Node::Near { of: nodes, within: apart.max(1) }) } else { nodes.pop() }
    }
}

/// The field in which a node's words can be near others: plain words and phrases of one field, and alternatives of them.
fn near_field(node: &Node) -> Option<Scope> {
    let one = |mut fields: Vec<Option<Scope>>| {
        let first = fields.pop()?;
        first.filter(|_| fields.iter().all(|field| *field == first))
    };
    match node {
        // The text alone has no field of stems in which order could be told.
        Node::Leaf(leaf) => {
            let plain = matches!(leaf.form, Form::Word | Form::Phrase { exact: false, open: false, .. });
            Some(leaf.field).filter(|field| plain && field.is_text() && *field != Scope::Body)
        }
        Node::Any(nodes) => one(nodes.iter().map(near_field).collect()),
        Node::Group(clauses) if clauses.iter().all(|c| c.occur == Occur::Should) => {
            one(clauses.iter().map(|clause| near_field(&clause.node)).collect())
        }
        _ => None,
    }
}
