//! Words near each other: `grain NEAR/5 (ban OR levy)`.

use tantivy::query::Occur as Engine;

use super::engine::{self, Boxed};
use super::words::Slot;
use super::{Planner, Ranks, WantedPhrase};
use crate::index::IndexError;
use crate::search::query::{Form, Leaf, Node, Scope};

/// So many orders and forms of words near each other are looked for.
pub(super) const MOST_WAYS: usize = 64;

/// More words than this near each other are an article like any other, and have too many orders.
const MOST_NEAR: usize = 4;

/// A word or phrase in one of its forms: its terms, each with its distance from the first.
type Steps = Vec<(usize, String)>;

impl Planner<'_> {
    pub(super) fn near(&mut self, of: &[Node], within: u32, ranks: Ranks) -> Result<Boxed, IndexError> {
        let scope = of.iter().find_map(scope_of).unwrap_or(Scope::Anywhere);
        let field = match scope {
            Scope::Title => self.fields.title_text,
            Scope::Heading => self.fields.heading_text,
            _ => self.fields.text,
        };
        if of.len() > MOST_NEAR {
            self.problem(format!("only the first {MOST_NEAR} words of a NEAR are looked for near each other"));
        }
        let mut forms: Vec<Vec<Steps>> = Vec::new();
        for node in &of[..of.len().min(MOST_NEAR)] {
            let steps = self.steps(node);
            if steps.is_empty() {
                self.problem(format!("`{node}` is too common a word to be near anything and is passed over"));
            } else {
                forms.push(steps);
            }
        }
        for node in of {
            if let Node::Leaf(leaf) = node {
                self.note_unknown(&leaf.text);
            }
        }
        let ways = ways(&forms);
        let terms = ways.iter().flatten().map(|(_, term)| term.as_str());
        if !self.affords(field, terms, within) {
            self.problem("the query has too many NEARs of frequent words; one is passed over".to_owned());
            return Ok(engine::nothing());
        }
        if ranks == Ranks::Yes {
            let phrase = |steps: &Steps| WantedPhrase {
                steps: steps.clone(),
                slop: within as usize,
                any_order: true,
                open: false,
            };
            self.plan.wanted.phrases.extend(ways.iter().take(ways.len().div_ceil(2).max(1)).map(phrase));
        }
        let near = ways.iter().map(|steps| {
            let steps: Vec<(usize, &str)> = steps.iter().map(|(at, text)| (*at, text.as_str())).collect();
            engine::phrase(field, &steps, within)
        });
        let near = engine::best(near.collect());
        let shown = Node::Near { of: of.to_vec(), within }.to_string();
        if ranks == Ranks::Yes {
            self.summand(shown, &near);
        }
        // The words of a phrase among them still have to stand together.
        let mut parts = vec![(Engine::Must, near)];
        for phrase in of.iter().filter(|node| is_phrase(node)) {
            parts.push((Engine::Must, engine::unranked(self.node(phrase, Ranks::No)?)));
        }
        Ok(engine::boolean(parts))
    }

    /// The forms of a word, a phrase, or of alternatives.
    fn steps(&self, node: &Node) -> Vec<Steps> {
        match node {
            Node::Leaf(leaf) => self.words.phrases(&leaf.text),
            Node::Any(nodes) => nodes.iter().flat_map(|node| self.steps(node)).collect(),
            Node::Group(clauses) => clauses.iter().flat_map(|clause| self.steps(&clause.node)).collect(),
            Node::Near { .. } => Vec::new(),
        }
    }
}

fn scope_of(node: &Node) -> Option<Scope> {
    match node {
        Node::Leaf(leaf) => Some(leaf.field).filter(|field| *field != Scope::Anywhere),
        Node::Any(nodes) => nodes.iter().find_map(scope_of),
        Node::Group(clauses) => clauses.iter().find_map(|clause| scope_of(&clause.node)),
        Node::Near { .. } => None,
    }
}

fn is_phrase(node: &Node) -> bool {
    matches!(node, Node::Leaf(Leaf { form: Form::Phrase { .. }, .. }))
}

/// Every order of the words, in every form of each.
fn ways(forms: &[Vec<Steps>]) -> Vec<Steps> {
    let mut ways = Vec::new();
    for order in orders(forms.len()) {
        let mut begun: Vec<Steps> = vec![Vec::new()];
        for part in order {
            begun = begun
                .iter()
                .flat_map(|steps| forms[part].iter().map(|form| joined(steps, form)))
                .take(MOST_WAYS)
                .collect();
        }
        ways.extend(begun);
    }
    ways.truncate(MOST_WAYS);
    ways
}

/// Words as they follow each other, in every form of each.
pub(super) fn in_order<'s>(words: &[&'s Slot]) -> Vec<Vec<(usize, &'s str)>> {
    let mut ways: Vec<Vec<(usize, &str)>> = vec![Vec::new()];
    for word in words {
        let with = |steps: &Vec<(usize, &'s str)>, term: &'s String| {
            steps.iter().copied().chain([(word.position, term.as_str())]).collect()
        };
        ways = ways.iter().flat_map(|steps| word.terms.iter().map(move |t| with(steps, t))).take(MOST_WAYS).collect();
    }
    ways
}

/// The same words without what stood between them.
pub(super) fn closed_up(words: &[&Slot]) -> Vec<Slot> {
    words.iter().zip(0..).map(|(word, position)| Slot { position, ..(*word).clone() }).collect()
}

/// One behind the other.
fn joined(steps: &Steps, form: &Steps) -> Steps {
    let next = steps.last().map_or(0, |(at, _)| at + 1);
    let first = form.first().map_or(0, |(at, _)| *at);
    steps.iter().cloned().chain(form.iter().map(|(at, text)| (next + at - first, text.clone()))).collect()
}

/// The orders of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for shorter in orders(count - 1) {
        for at in (0..=shorter.len()).rev() {
            let mut order = shorter.clone();
            order.insert(at, count - 1);
            all.push(order);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_in_every_form() {
        let word = |text: &str| vec![(0, text.to_owned())];
        let phrase = vec![(4, "export".to_owned()), (5, "ban".to_owned())];
        let ways = ways(&[vec![word("grain"), word("wheat")], vec![phrase]]);
        assert_eq!(ways.len(), 4);
        assert_eq!(ways[0], [(0, "grain".to_owned()), (1, "export".to_owned()), (2, "ban".to_owned())]);
        assert_eq!(ways[3], [(0, "export".to_owned()), (1, "ban".to_owned()), (2, "wheat".to_owned())]);
        assert_eq!(orders(4).len(), 24);
    }
}
