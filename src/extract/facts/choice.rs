//! Why a fact is what it is: every value that the page gives for it, and why all but one were left.

use crate::article::{Fact, Moment, Source};
use crate::extract::text;
use crate::extract::trace::{Choice, Considered};

/// More values than this for one fact are a list of something else.
const MOST: usize = 24;

/// A longer value is cut, in characters.
const LONGEST: usize = 200;

/// Why a value lost to one whose source is right more often.
pub(crate) const WEAKER: &str = "a weaker source";
/// Why it lost to one that is no other.
pub(crate) const AGREES: &str = "the same, from a weaker source";

/// A fact, and what it was chosen from.
#[derive(Debug)]
pub(crate) struct Chosen<T> {
    pub(crate) fact: Option<Fact<T>>,
    pub(crate) candidates: Vec<Considered>,
}

/// A value as it is told to people.
pub(crate) trait Told {
    fn told(&self) -> Vec<String>;
}

impl Told for String {
    fn told(&self) -> Vec<String> {
        vec![self.clone()]
    }
}

impl Told for Vec<String> {
    fn told(&self) -> Vec<String> {
        self.clone()
    }
}

impl Told for Moment {
    fn told(&self) -> Vec<String> {
        vec![self.text.clone()]
    }
}

impl<T: Told> Chosen<T> {
    /// The first of the candidates that has no fault.
    pub(crate) fn first(candidates: impl IntoIterator<Item = (Fact<T>, Option<&'static str>)>) -> Chosen<T> {
        let mut chosen = Chosen { fact: None, candidates: Vec::new() };
        let mut winner: Option<Vec<String>> = None;
        for (fact, fault) in candidates {
            let (told, source) = (fact.value.told(), fact.source.clone());
            let beaten = winner.as_ref().map(|winner| if *winner == told { AGREES } else { WEAKER });
            if fault.is_none() && winner.is_none() {
                winner = Some(told.clone());
                chosen.fact = Some(fact);
            }
            chosen.candidates.push(considered(told, source, fault.or(beaten)));
        }
        chosen
    }

    /// What a better source says, where it says anything.
    pub(crate) fn overruled_by(mut self, better: Option<Fact<T>>) -> Chosen<T> {
        let Some(better) = better else { return self };
        let first = considered(better.value.told(), better.source.clone(), None);
        for candidate in &mut self.candidates {
            // What is the same has no fault, whatever was held against it before.
            let lost = if candidate.values == first.values { AGREES } else { candidate.lost.unwrap_or(WEAKER) };
            candidate.lost = Some(lost);
        }
        self.candidates.insert(0, first);
        Chosen { fact: Some(better), ..self }
    }
}

/// A value with what became of it, cut to what can be read.
pub(crate) fn considered(values: Vec<String>, source: Source, lost: Option<&'static str>) -> Considered {
    let cut = |value: String| match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", text::collapse(&value[..end])),
        None => value,
    };
    Considered { values: values.into_iter().take(MOST).map(cut).collect(), source, lost }
}

/// What is known of the choices that were made for a page.
#[derive(Debug, Default)]
pub(crate) struct Choices(pub(crate) Vec<Choice>);

impl Choices {
    /// Writes down what a fact was chosen from, and gives the fact.
    pub(crate) fn keep<T>(&mut self, fact: &'static str, chosen: Chosen<T>) -> Option<Fact<T>> {
        let Chosen { fact: value, mut candidates } = chosen;
        // Whatever the number of those before it, the one that was taken is told.
        let mut lost = 0;
        candidates.retain(|c| {
            c.lost.is_none() || {
                lost += 1;
                lost <= MOST
            }
        });
        if !candidates.is_empty() {
            self.0.push(Choice { fact, candidates });
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(value: &str, source: &'static str) -> Fact<String> {
        Fact::new(value.to_owned(), source)
    }

    fn told(chosen: Chosen<String>) -> Vec<(String, Option<&'static str>)> {
        let mut choices = Choices::default();
        choices.keep("title", chosen);
        let all = choices.0.into_iter().flat_map(|choice| choice.candidates);
        all.map(|c| (format!("{}:{}", c.source, c.values.join(",")), c.lost)).collect()
    }

    #[test]
    fn the_first_without_a_fault_wins_and_the_others_are_told_why_not() {
        let all = [
            (fact("a", "x"), Some("bad")),
            (fact("b", "y"), None),
            (fact("b", "z"), None),
            (fact("c", "z"), None),
            (fact("d", "z"), Some("worse")),
        ];
        let chosen = Chosen::first(all);
        assert_eq!(chosen.fact, Some(fact("b", "y")));
        let expected =
            [("x:a", Some("bad")), ("y:b", None), ("z:b", Some(AGREES)), ("z:c", Some(WEAKER)), ("z:d", Some("worse"))];
        assert_eq!(told(chosen), expected.map(|(value, lost)| (value.to_owned(), lost)));
    }

    #[test]
    fn a_better_source_overrules() {
        let chosen = Chosen::first([(fact("a", "x"), None)]).overruled_by(Some(fact("b", "export")));
        assert_eq!(chosen.fact, Some(fact("b", "export")));
        assert_eq!(told(chosen), [("export:b".to_owned(), None), ("x:a".to_owned(), Some(WEAKER))]);
        let same = Chosen::first([(fact("a", "x"), None), (fact("b", "y"), Some("bad"))]);
        let same = told(same.overruled_by(Some(fact("b", "export"))));
        assert_eq!(same[1..], [("x:a".to_owned(), Some(WEAKER)), ("y:b".to_owned(), Some(AGREES))]);
        let none = Chosen::first([]).overruled_by(Some(fact("b", "export")));
        assert_eq!(told(none), [("export:b".to_owned(), None)]);
    }

    #[test]
    fn long_values_and_long_lists_are_cut() {
        let many = (0..1000).map(|n| (fact(&"x".repeat(100_000), "x"), (n < 999).then_some("bad")));
        let told = told(Chosen::first(many));
        assert_eq!((told.len(), told.last().unwrap().1), (MOST + 1, None));
        assert!(told.iter().all(|(value, _)| value.len() < 300));
    }
}
