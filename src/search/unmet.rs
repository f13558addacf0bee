//! Filters that no article can pass: which of them it is where nothing is found, and what there is instead.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::facets::{self, Facet};
use super::plan::Misspelt;
use super::query::{Clause, Leaf, Node, Occur, Query, Scope};
use super::rank;
use super::request::Request;
use super::view::View;
use crate::hit::FacetValue;
use crate::index::IndexError;
use crate::index::analysis::fold_word;

/// Filters by name that have few values, each with what counts them.
const NAMED: &[(Scope, Facet)] = &[
    (Scope::Section, Facet::Section),
    (Scope::Site, Facet::Site),
    (Scope::Author, Facet::Author),
    (Scope::Lang, Facet::Lang),
    (Scope::Kind, Facet::Kind),
    (Scope::Tag, Facet::Tag),
];

/// So many of the most frequent values are named.
const MOST_NAMED: usize = 8;

/// So many filters of one query are looked at: each takes as long as a search of all articles.
const MOST_ASKED: usize = 8;

/// So many values are compared with what was typed, the most frequent ones: an archive may have an author for each article.
const MOST_COMPARED: usize = 100_000;

/// Longer names are not compared letter by letter: the automaton that does it takes kilobytes for each letter.
const MOST_LETTERS: usize = 64;

impl View<'_> {
    /// A line on each value of a filter that no article has.
    pub(super) fn unmet(&self, query: &Query, request: &Request) -> Result<Vec<String>, IndexError> {
        let filters = request.filters();
        let mut asked = Vec::new();
        query.clauses.iter().chain(&filters).for_each(|clause| named_in_clause(clause, &mut asked));
        let mut said = BTreeSet::new();
        let mut counts: BTreeMap<Facet, Vec<FacetValue>> = BTreeMap::new();
        let mut lines = Vec::new();
        for (leaf, facet) in asked.into_iter().take(MOST_ASKED) {
            let alone = Query {
                clauses: vec![Clause { occur: Occur::Must, node: Node::Leaf(leaf.clone()) }],
                problems: Vec::new(),
            };
            if said.insert((facet, leaf.text.clone())) && self.counted(&alone, &[])?.0 == 0 {
                let values = match counts.entry(facet) {
                    Entry::Occupied(counted) => counted.into_mut(),
                    Entry::Vacant(new) => new.insert(self.counted(&Query::default(), &[facet])?.1),
                };
                lines.push(line(facet.name(), &leaf.text, values));
            }
        }
        Ok(lines)
    }

    /// How many articles a query has, and their values of the first facet, the most frequent first.
    fn counted(&self, query: &Query, by: &[Facet]) -> Result<(usize, Vec<FacetValue>), IndexError> {
        let request = Request { limit: 0, ..Request::new("") };
        let plan = self.plan(query, &request)?;
        let found = rank::find(&self.statistics(&plan, &request), &plan, &request, by, 0)?;
        let values = facets::values(by, found.counts).into_values().next().unwrap_or_default();
        Ok((found.total, values))
    }
}

fn named_in_clause<'c>(clause: &'c Clause, out: &mut Vec<(&'c Leaf, Facet)>) {
    if clause.occur != Occur::Not {
        named_in(&clause.node, out);
    }
}

fn named_in<'c>(node: &'c Node, out: &mut Vec<(&'c Leaf, Facet)>) {
    match node {
        Node::Leaf(leaf) => {
            let named = NAMED.iter().find(|(scope, _)| *scope == leaf.field);
            out.extend(named.map(|(_, facet)| (leaf, *facet)));
        }
        Node::Any(nodes) | Node::Near { of: nodes, .. } => nodes.iter().for_each(|node| named_in(node, out)),
        Node::Group(clauses) => clauses.iter().for_each(|clause| named_in_clause(clause, out)),
    }
}

fn line(filter: &str, typed: &str, values: &[FacetValue]) -> String {
    let none = format!("no article has {filter} {typed}");
    let typed = Typed::new(typed);
    let compared = values.iter().take(MOST_COMPARED).map(|v| v.value.as_str());
    let near: Vec<&str> = compared.filter(|value| typed.is_near(value)).collect();
    if !near.is_empty() {
        return format!("{none}; nearest: {}", some_of(&near));
    }
    let all: Vec<&str> = values.iter().map(|v| v.value.as_str()).collect();
    if all.is_empty() { format!("{none}, nor any other") } else { format!("{none}; there are {}", some_of(&all)) }
}

fn some_of(values: &[&str]) -> String {
    let named = values[..values.len().min(MOST_NAMED)].join(", ");
    match values.len().saturating_sub(MOST_NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// What was typed as the value of a filter, ready to be compared with all values that there are.
struct Typed {
    folded: String,
    letters: usize,
    /// One for all values: it takes milliseconds to build. None for a word that is near too many others.
    misspelt: Option<Misspelt>,
}

impl Typed {
    fn new(typed: &str) -> Typed {
        let folded = fold_word(typed.trim_matches('*'));
        let letters = folded.chars().count();
        let compared = letters > 3 && letters <= MOST_LETTERS;
        let misspelt = compared.then(|| Misspelt::new(&folded, if letters < 8 { 1 } else { 2 }));
        Typed { folded, letters, misspelt }
    }

    /// Whether a value may have been meant: it or a word of it differs in a letter or two, or one of the two begins with the
    /// other, as the code of a language does in its name, and `economy` in `Economy & Trade`.
    fn is_near(&self, value: &str) -> bool {
        let value = fold_word(value);
        if self.folded.is_empty() || value.is_empty() {
            return false;
        }
        let begins = self.folded.starts_with(&value) || self.letters > 2 && value.contains(&self.folded);
        let mut parts = value.split_whitespace().chain([value.as_str()]);
        begins || self.misspelt.as_ref().is_some_and(|misspelt| parts.any(|part| misspelt.distance(part).is_some()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_values_are_named_else_the_most_frequent() {
        let values = |names: &[&str]| -> Vec<FacetValue> {
            names.iter().map(|name| FacetValue { value: (*name).to_owned(), count: 1, within: None }).collect()
        };
        let codes = values(&["en", "de", "fr", "ar"]);
        assert_eq!(line("lang", "arabic", &codes), "no article has lang arabic; nearest: ar");
        assert_eq!(line("lang", "xx", &codes), "no article has lang xx; there are en, de, fr, ar");
        let sections = values(&["Economy & Trade", "Économie", "World"]);
        assert_eq!(line("section", "Econmie", &sections), "no article has section Econmie; nearest: Économie");
        assert_eq!(line("section", "trade", &sections), "no article has section trade; nearest: Economy & Trade");
        let many: Vec<String> = (0..10).map(|i| format!("s{i}")).collect();
        let many = values(&many.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(line("tag", "x", &many).ends_with("s6, s7 and 2 more"));
        assert_eq!(line("tag", "x", &[]), "no article has tag x, nor any other");
    }

    #[test]
    fn many_values_are_compared_in_little_time() {
        let name = |i| FacetValue { value: format!("Author Number{i}"), count: 1, within: None };
        let many: Vec<FacetValue> = (0..20_000).map(name).collect();
        let begun = std::time::Instant::now();
        let said = line("author", "Nosuchname", &many);
        assert!(said.ends_with("Author Number7 and 19992 more"), "{said}");
        assert!(begun.elapsed().as_secs() < 10, "an automaton for each value takes a minute");
    }

    #[test]
    fn a_long_name_is_compared_by_how_it_begins() {
        let long = "n".repeat(2_000);
        let values = [FacetValue { value: long.clone() + " and others", count: 1, within: None }];
        assert!(line("author", &long, &values).contains("nearest: "));
    }
}
