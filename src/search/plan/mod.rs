//! From a [`Query`] and its filters to a query of the engine.
//!
//! Plain words are looked up in one field that holds title and body, and with a small weight in the title; words that
//! stand near each other, in a row, or as a whole title add to that: see [`Weights`]. On nine test collections this was
//! better than title and body as two fields with a boost (by 0.04 to 0.13 nDCG@10 where titles matter), and never required
//! words are the reason that sentences find anything at all.

mod address;
mod dictionary;
mod engine;
mod excluded;
mod labels;
mod leaf;
mod near;
mod nested;
mod pair;
mod wanted;
mod words;

use std::collections::HashMap;

use tantivy::query::Occur as Engine;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::living;
use super::query::{Clause, Form, Leaf, Node, Occur, Query, Scope};
use super::weights::Weights;
use crate::index::{Fields, IndexError};
use engine::{Boxed, Parts};
use words::{Slot, Words};

pub(crate) use address::{at as at_address, is_one as is_address};
pub(crate) use dictionary::{Misspelt, words as dictionary_words};
pub(crate) use wanted::{Wanted, WantedPhrase, written};

/// So many patterns and misspelt words are looked up in one query; more would take longer than anyone waits.
const MOST_LOOKED_UP: usize = 8;

/// So many words of a query in a row in a text are no chance: a quotation. Three are in one text of a collection in ten, and
/// lost 0.008 nDCG@10 where texts are short; five lost nothing anywhere.
const RUN_WORDS: usize = 5;

/// Words in a row may have so many others between them.
const RUN_SLOP: u32 = 1;

/// What the phrases of one query may cost, in articles that have their words, counted once for each: positions are what takes
/// time, about 0.1 s for so many. In a large index, so many times all articles. Bonuses beyond it are left out, phrases
/// passed over.
const MOST_POSITIONS: u64 = 400_000;
const MOST_TIMES_ALL: u64 = 8;

/// Words of one query, those counted that one word is cut into.
const MOST_SLOTS: usize = 256;

/// A query in the engine's terms, what to highlight, and what to say about it.
pub(crate) struct Plan {
    pub(crate) query: Boxed,
    pub(crate) wanted: Wanted,
    /// Terms that stand for one word, with how many articles have any of them.
    pub(crate) together: HashMap<Term, u64>,
    /// The summands of a score, each with what it is for.
    pub(crate) summands: Vec<(String, Boxed)>,
    /// What could not be done as asked.
    pub(crate) problems: Vec<String>,
    /// Plain words of which the index has no form.
    pub(crate) unknown: Vec<String>,
}

/// Makes a plan for indexes that are searched together.
pub(crate) struct Planner<'s> {
    shelves: &'s [Searcher],
    fields: &'s Fields,
    weights: &'s Weights,
    words: Words,
    looked_up: usize,
    /// What is left of what phrases may cost; none spent yet if `None`.
    positions: Option<u64>,
    /// Words so far.
    slots: usize,
    labels: labels::Labels,
    plan: Plan,
}

impl<'s> Planner<'s> {
    /// The plan for a query and for filters, each of which must hold.
    pub(crate) fn plan(
        shelves: &'s [Searcher],
        fields: &'s Fields,
        weights: &'s Weights,
        query: &Query,
        filters: &[Clause],
    ) -> Result<Plan, IndexError> {
        let words = Words::new(shelves, fields, &typed(&query.clauses))?;
        let plan = Plan {
            query: engine::nothing(),
            wanted: Wanted::default(),
            together: HashMap::new(),
            summands: Vec::new(),
            problems: Vec::new(),
            unknown: Vec::new(),
        };
        let mut planner = Planner {
            shelves,
            fields,
            weights,
            words,
            looked_up: 0,
            positions: None,
            slots: 0,
            labels: labels::Labels::default(),
            plan,
        };
        planner.plan.query = planner.whole(query, filters)?;
        Ok(planner.plan)
    }

    fn whole(&mut self, query: &Query, filters: &[Clause]) -> Result<Boxed, IndexError> {
        let (narrowing, asking): (Vec<&Clause>, Vec<&Clause>) =
            query.clauses.iter().partition(|clause| is_filter(&clause.node));
        let mut parts: Parts = Vec::new();
        if !asking.is_empty() {
            parts.push((Engine::Must, self.group(&asking, Ranks::Yes)?));
        } else if narrowing.is_empty() && filters.is_empty() {
            return Ok(engine::nothing());
        }
        for clause in narrowing.into_iter().chain(filters) {
            let occur = if clause.occur == Occur::Not { Engine::MustNot } else { Engine::Must };
            parts.push((occur, engine::unranked(self.node(&clause.node, Ranks::No)?)));
        }
        Ok(engine::boolean(parts))
    }

    /// Clauses side by side.
    fn group(&mut self, clauses: &[&Clause], ranks: Ranks) -> Result<Boxed, IndexError> {
        let all = clauses;
        let clauses = self.telling(all);
        let mut parts: Parts = Vec::new();
        for (clause, times) in counted(&clauses) {
            let (occur, ranks) = match clause.occur {
                Occur::Should => (Engine::Should, ranks),
                Occur::Must => (Engine::Must, ranks),
                Occur::Not => (Engine::MustNot, Ranks::No),
            };
            let query = match &clause.node {
                Node::Leaf(leaf) if clause.occur != Occur::Should => self.demanded(leaf, ranks)?,
                node => self.node(node, ranks)?,
            };
            parts.push((occur, engine::boosted(query, times as f32)));
        }
        if ranks == Ranks::Yes {
            let words = self.plain_words(all);
            parts.extend(self.bonuses(&words).into_iter().map(|query| (Engine::Should, query)));
        }
        Ok(engine::boolean(parts))
    }

    /// The clauses without words such as "the", which rank only in a query that has no others.
    fn telling<'c>(&self, clauses: &[&'c Clause]) -> Vec<&'c Clause> {
        let says = |clause: &&&Clause| match (&clause.node, clause.occur) {
            (Node::Leaf(leaf), Occur::Should) if leaf.form == Form::Word => !self.words.slots(&leaf.text).is_empty(),
            _ => true,
        };
        let telling: Vec<&Clause> = clauses.iter().filter(says).copied().collect();
        if telling.iter().any(|c| c.occur != Occur::Not) { telling } else { clauses.to_vec() }
    }

    fn node(&mut self, node: &Node, ranks: Ranks) -> Result<Boxed, IndexError> {
        match node {
            Node::Leaf(leaf) => self.leaf(leaf, ranks),
            Node::Any(nodes) => {
                let any: Result<Vec<_>, _> = nodes.iter().map(|node| self.node(node, ranks)).collect();
                Ok(engine::any(any?))
            }
            Node::Group(clauses) => self.group(&clauses.iter().collect::<Vec<_>>(), ranks),
            Node::Near { of, within } => self.near(of, *within, ranks),
        }
    }

    /// The plain words that tell something in their order, each with its number among all words; a gap where something
    /// else stands between them.
    fn plain_words(&self, clauses: &[&Clause]) -> Vec<Option<Slot>> {
        let mut words = Vec::new();
        let mut next = 0;
        for clause in clauses {
            match &clause.node {
                Node::Leaf(Leaf { field: Scope::Anywhere, text, form: Form::Word }) if clause.occur != Occur::Not => {
                    let slots = self.words.slots(text).into_iter();
                    words.extend(slots.map(|slot| Some(Slot { position: next + slot.position, ..slot })));
                    next += self.words.count(text);
                }
                _ => words.push(None),
            }
        }
        words
    }

    /// What adds to the rank where the words of a query stand together.
    fn bonuses(&mut self, words: &[Option<Slot>]) -> Vec<Boxed> {
        let (f, weights) = (self.fields, self.weights);
        let mut bonuses = Vec::new();
        if words.len() > MOST_SLOTS {
            return bonuses;
        }
        for run in words.split(Option::is_none) {
            let run: Vec<&Slot> = run.iter().flatten().collect();
            for (two, times) in distinct(run.windows(2).filter(|two| two[0].terms != two[1].terms)) {
                let (near, weight) = (near::closed_up(two), weights.pair * times as f32);
                bonuses.extend(self.bonus(f.text, &near, weights.pair_slop, weight, "near each other"));
            }
            for (words, _) in distinct(run.windows(RUN_WORDS)) {
                bonuses.extend(self.bonus(f.text, words, RUN_SLOP, weights.run, "in a row"));
            }
            if run.len() > 1 {
                bonuses.extend(self.bonus(f.title_text, &run, RUN_SLOP, weights.whole_title, "in a row in the title"));
            }
        }
        bonuses
    }

    /// Words that follow each other in a field, in any of their forms.
    fn bonus(
        &mut self,
        field: Field,
        words: &[impl std::borrow::Borrow<Slot>],
        slop: u32,
        weight: f32,
        how: &str,
    ) -> Option<Boxed> {
        if weight <= 0.0 {
            return None;
        }
        let words: Vec<&Slot> = words.iter().map(std::borrow::Borrow::borrow).collect();
        let terms = words.iter().flat_map(|word| word.terms.iter().map(String::as_str));
        if !self.affords(field, terms, slop) {
            return None;
        }
        let ways = near::in_order(&words);
        let query = engine::best(ways.iter().map(|steps| engine::phrase(field, steps, slop)).collect());
        let query = engine::boosted(query, weight);
        let shown: Vec<&str> = words.iter().map(|slot| slot.shown()).collect();
        self.summand(format!("{}, {how}", shown.join(" ")), &query);
        Some(query)
    }

    /// Whether the query can have one more phrase of these words, and if so takes what it costs. Loose phrases try more
    /// places.
    fn affords<'t>(&mut self, field: Field, terms: impl Iterator<Item = &'t str>, slop: u32) -> bool {
        // A damaged index is found out by the search itself.
        let with = |text| {
            let term = Term::from_field_text(field, text);
            self.shelves.iter().map(|shelf| living::with_term(shelf, &term).unwrap_or(0)).sum::<u64>()
        };
        let cost = terms.map(with).sum::<u64>() * u64::from(1 + slop / 10);
        let all: u64 = self.shelves.iter().map(|shelf| shelf.num_docs()).sum();
        let left = self.positions.unwrap_or(MOST_POSITIONS.max(MOST_TIMES_ALL * all));
        // The first phrase of a query is looked for whatever it costs, unless it is a loose one.
        let affords = cost <= left || (self.positions.is_none() && slop <= self.weights.pair_slop);
        if affords {
            self.positions = Some(left.saturating_sub(cost));
        }
        affords
    }

    fn summand(&mut self, what: String, query: &Boxed) {
        self.plan.summands.push((what, query.box_clone()));
    }

    fn problem(&mut self, problem: String) {
        if !self.plan.problems.contains(&problem) {
            self.plan.problems.push(problem);
        }
    }
}

/// Whether what matches is to be ranked and marked, or only to be kept or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ranks {
    Yes,
    No,
}

impl Slot {
    fn shown(&self) -> &str {
        self.written.as_deref().or(self.terms.first().map(String::as_str)).unwrap_or_default()
    }
}

/// Words that follow each other, each once, with how often they do.
fn distinct<'w, 's>(words: impl Iterator<Item = &'w [&'s Slot]>) -> Vec<(&'w [&'s Slot], usize)> {
    let mut places: HashMap<Vec<&[String]>, usize> = HashMap::new();
    let mut out: Vec<(&[&Slot], usize)> = Vec::new();
    for words in words {
        let place = *places.entry(words.iter().map(|word| word.terms.as_slice()).collect()).or_insert(out.len());
        match out.get_mut(place) {
            Some((_, times)) => *times += 1,
            None => out.push((words, 1)),
        }
    }
    out
}

/// Whether a node asks only for what an article is, not for what it says.
fn is_filter(node: &Node) -> bool {
    match node {
        Node::Leaf(leaf) => !leaf.field.is_text(),
        Node::Any(nodes) => nodes.iter().all(is_filter),
        Node::Group(clauses) => clauses.iter().all(|clause| is_filter(&clause.node)),
        Node::Near { .. } => false,
    }
}

/// Clauses with how often each stands there: a plain word typed twice is looked up once and counts twice.
fn counted<'c>(clauses: &[&'c Clause]) -> Vec<(&'c Clause, usize)> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut out: Vec<(&Clause, usize)> = Vec::with_capacity(clauses.len());
    for &clause in clauses {
        let word = match (&clause.node, clause.occur) {
            (Node::Leaf(Leaf { field: Scope::Anywhere, text, form: Form::Word }), Occur::Should) => Some(text.as_str()),
            _ => None,
        };
        match word.and_then(|word| places.get(word)) {
            Some(&place) => out[place].1 += 1,
            None => {
                places.extend(word.map(|word| (word, out.len())));
                out.push((clause, 1));
            }
        }
    }
    out
}

/// The words of a query, by which its language is told.
fn typed(clauses: &[Clause]) -> String {
    clauses.iter().map(|clause| typed_in(&clause.node)).collect::<Vec<_>>().join(" ")
}

fn typed_in(node: &Node) -> String {
    match node {
        Node::Leaf(Leaf { text, form: Form::Word | Form::Phrase { .. }, field }) if field.is_text() => text.clone(),
        Node::Leaf(_) => String::new(),
        Node::Any(nodes) | Node::Near { of: nodes, .. } => nodes.iter().map(typed_in).collect::<Vec<_>>().join(" "),
        Node::Group(clauses) => typed(clauses),
    }
}
