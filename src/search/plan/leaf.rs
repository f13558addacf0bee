//! Words and phrases of a query in the fields of the index.

use tantivy::Term;
use tantivy::schema::Field;

use super::dictionary::{self, Found, Misspelt, is_like};
use super::engine::{self, Boxed};
use super::words::Slot;
use super::{MOST_LOOKED_UP, MOST_SLOTS, Planner, Ranks, WantedPhrase, is_address, written};
use crate::index::IndexError;
use crate::index::analysis::{self, fold_word};
use crate::search::living;
use crate::search::query::{Form, Leaf, Scope, has_scheme};

/// A phrase with an open end goes on as so many different words at most: the most frequent ones.
const MOST_ENDINGS: usize = 64;

/// A field of text: where words stand in any of their forms, and where as they are written.
struct Place {
    stems: Option<Field>,
    written: Field,
    weight: f32,
    name: &'static str,
}

impl Planner<'_> {
    pub(super) fn leaf(&mut self, leaf: &Leaf, ranks: Ranks) -> Result<Boxed, IndexError> {
        if let Some(label) = self.label(leaf)? {
            return Ok(label);
        }
        // Scripts without spaces have no words as they are written, only runs of them.
        if leaf.form != Form::Word && leaf.text.contains(analysis::is_unspaced) {
            let slop = if let Form::Phrase { slop, .. } = leaf.form { slop } else { 0 };
            let text = leaf.text.replace(['*', '?'], "");
            return self.phrase(&Leaf { text, ..leaf.clone() }, slop, ranks);
        }
        match leaf.form {
            Form::Word => self.word(leaf, ranks),
            Form::Exact => Ok(self.as_written(leaf, 0, ranks)),
            Form::Phrase { open: true, .. } => self.open_phrase(leaf, ranks),
            Form::Phrase { slop, exact: true, .. } => Ok(self.as_written(leaf, slop, ranks)),
            Form::Phrase { slop, .. } => self.phrase(leaf, slop, ranks),
            Form::Pattern => {
                let pattern = fold_word(&leaf.text);
                self.looked_up(leaf, &pattern, |word| is_like(&pattern, word), ranks)
            }
            Form::Fuzzy(letters) => {
                let word = fold_word(&leaf.text);
                let misspelt = Misspelt::new(&word, letters);
                self.looked_up(leaf, &word, |word| misspelt.distance(word).is_some(), ranks)
            }
        }
    }

    fn places(&self, scope: Scope) -> Vec<Place> {
        let f = self.fields;
        let place = |stems, written, weight, name| Place { stems, written, weight, name };
        let title = |weight| place(Some(f.title_text), f.title, weight, "in the title");
        let heading = |weight| place(Some(f.heading_text), f.headings, weight, "in a heading");
        match scope {
            Scope::Title => vec![title(1.0)],
            Scope::Heading => vec![heading(1.0)],
            // The field of stems holds the title too.
            Scope::Body => vec![place(None, f.body, 1.0, "in the text")],
            _ => {
                let mut places = vec![place(Some(f.text), f.body, 1.0, "in the text")];
                places.extend((self.weights.title > 0.0).then(|| title(self.weights.title)));
                places.extend((self.weights.heading > 0.0).then(|| heading(self.weights.heading)));
                places
            }
        }
    }

    /// A leaf with a sign before it. A word of several parts, like `covid-19`, is then all of them in a row, and an address
    /// is only itself.
    pub(super) fn demanded(&mut self, leaf: &Leaf, ranks: Ranks) -> Result<Boxed, IndexError> {
        if leaf.field != Scope::Anywhere || leaf.form != Form::Word {
            return self.leaf(leaf, ranks);
        }
        if has_scheme(&leaf.text) {
            return Ok(self.address(&leaf.text, ranks));
        }
        if self.words.slots(&leaf.text).len() > 1 { self.phrase(leaf, 0, ranks) } else { self.leaf(leaf, ranks) }
    }

    /// A word. One that the analysis cuts in several, like `U.S.-led`, asks for any of them; in a field, for all of them in
    /// a row.
    fn word(&mut self, leaf: &Leaf, ranks: Ranks) -> Result<Boxed, IndexError> {
        let mut slots = self.words.slots(&leaf.text);
        if slots.is_empty() {
            return Ok(self.as_written(leaf, 0, ranks));
        }
        if slots.len() > 1 && (ranks == Ranks::No || leaf.field != Scope::Anywhere) {
            return self.phrase(leaf, 0, ranks);
        }
        if self.slots + slots.len() > MOST_SLOTS {
            slots.truncate(MOST_SLOTS - self.slots);
            self.problem(format!("only the first {MOST_SLOTS} words of the query are used"));
        }
        self.slots += slots.len();
        let unknown = self.plan.unknown.len();
        let mut queries = Vec::new();
        for slot in &slots {
            queries.push(self.slot(leaf, slot, ranks)?);
        }
        if is_address(self.shelves, self.fields, &leaf.text)? {
            // An address is not misspelt words.
            self.plan.unknown.truncate(unknown);
            if leaf.field == Scope::Anywhere {
                queries.push(self.address(&leaf.text, ranks));
            }
        }
        Ok(engine::any(queries))
    }

    /// One word in any of its forms.
    fn slot(&mut self, leaf: &Leaf, slot: &Slot, ranks: Ranks) -> Result<Boxed, IndexError> {
        if ranks == Ranks::Yes {
            self.plan.wanted.words.extend(slot.terms.iter().cloned());
        }
        if let Some(sign) = lone_sign(slot) {
            return self.sign(leaf, sign, ranks);
        }
        let mut queries = Vec::new();
        let mut known = false;
        for place in self.places(leaf.field) {
            let query = match place.stems {
                Some(field) => {
                    known |= self.stand_for_one(field, &slot.terms) > 0;
                    engine::best(slot.terms.iter().map(|text| engine::term(field, text)).collect())
                }
                None => {
                    self.looked_up += 1;
                    let found = if self.looked_up > MOST_LOOKED_UP {
                        self.problem(format!(
                            "only {MOST_LOOKED_UP} words are looked up in all their forms in one query"
                        ));
                        Found { words: slot.written.iter().map(|word| (word.clone(), 1)).collect(), left_out: 0 }
                    } else {
                        self.same_stem(place.written, slot)?
                    };
                    known |= !found.words.is_empty();
                    self.any_of(place.written, &found)
                }
            };
            let query = engine::boosted(query, place.weight);
            if ranks == Ranks::Yes {
                self.summand(format!("{}, {}", slot.shown(), place.name), &query);
            }
            queries.push(query);
        }
        if !known {
            self.plan.unknown.push(slot.shown().to_owned());
        }
        queries.extend(self.exact_bonus(leaf, slot, ranks));
        Ok(engine::any(queries))
    }

    /// What a word adds by standing there as it is written.
    fn exact_bonus(&mut self, leaf: &Leaf, slot: &Slot, ranks: Ranks) -> Option<Boxed> {
        let wanted = leaf.field == Scope::Anywhere && ranks == Ranks::Yes && self.weights.exact > 0.0;
        let word = slot.written.as_deref().filter(|_| wanted)?;
        let query = engine::boosted(engine::term(self.fields.body, word), self.weights.exact);
        self.summand(format!("{word}, as it is written"), &query);
        Some(query)
    }

    /// Lets several terms count as one word; returns how many articles have any of them, at most.
    fn stand_for_one(&mut self, field: Field, terms: &[String]) -> u64 {
        let terms: Vec<Term> = terms.iter().map(|text| Term::from_field_text(field, text)).collect();
        // A damaged index is found out by the search itself.
        let with =
            |term: &Term| self.shelves.iter().map(|shelf| living::with_term(shelf, term).unwrap_or(0)).sum::<u64>();
        let all = terms.iter().map(with).sum();
        if terms.len() > 1 {
            self.plan.together.extend(terms.into_iter().map(|term| (term, all)));
        }
        all
    }

    /// Words of the dictionary, of which the best counts.
    fn any_of(&mut self, field: Field, found: &Found) -> Boxed {
        let words: Vec<String> = found.words.iter().map(|(word, _)| word.clone()).collect();
        self.stand_for_one(field, &words);
        engine::best(words.iter().map(|word| engine::term(field, word)).collect())
    }

    /// The words of a field that have a form in common with one of the query.
    fn same_stem(&mut self, field: Field, slot: &Slot) -> Result<Found, IndexError> {
        let langs: Vec<analysis::Lang> = self.words.langs().collect();
        let same = |word: &str| {
            langs.iter().any(|&lang| analysis::sought(lang, word).iter().any(|t| slot.terms.contains(&t.text)))
        };
        let shown = slot.terms.first().map_or("", String::as_str);
        // A stem begins as its words do, for as many letters as any ending leaves alone.
        let begin: String = shown.chars().take(3).collect();
        let begins = |word: &str| fold_word(word).starts_with(&begin);
        dictionary::words(self.shelves, field, shown, |word| begins(word) && same(word))
    }

    /// A phrase in any forms of its words.
    fn phrase(&mut self, leaf: &Leaf, slop: u32, ranks: Ranks) -> Result<Boxed, IndexError> {
        let phrases = self.words.phrases(&leaf.text);
        let unspaced = leaf.text.contains(analysis::is_unspaced);
        // Of "not there at all" one word tells something; as a phrase it is only what it is as it is written.
        let tells_little = phrases.first().is_none_or(|steps| steps.len() < 2) && self.words.count(&leaf.text) > 1;
        if !unspaced && (tells_little || leaf.field == Scope::Body) {
            return Ok(self.as_written(leaf, slop, ranks));
        }
        self.note_unknown(&leaf.text);
        if ranks == Ranks::Yes {
            for steps in &phrases {
                self.want(steps.clone(), slop, false);
            }
        }
        let mut queries = Vec::new();
        for place in self.places(leaf.field) {
            let field = place.stems.unwrap_or(self.fields.text);
            if !self.affords(field, phrases.iter().flatten().map(|(_, term)| term.as_str()), slop) {
                self.too_dear(leaf);
                continue;
            }
            let forms = phrases.iter().map(|steps| engine::phrase(field, &refs(steps), slop)).collect();
            let query = engine::boosted(engine::best(forms), place.weight);
            if ranks == Ranks::Yes {
                self.summand(format!("“{}”, {}", leaf.text, place.name), &query);
            }
            queries.push(query);
        }
        Ok(engine::any(queries))
    }

    /// Notes the words of a phrase of which the index has no form.
    pub(super) fn note_unknown(&mut self, text: &str) {
        for slot in self.words.slots(text) {
            if self.stand_for_one(self.fields.text, &slot.terms) == 0 {
                self.plan.unknown.push(slot.shown().to_owned());
            }
        }
    }

    fn too_dear(&mut self, leaf: &Leaf) {
        self.problem(format!("the query has too many phrases of frequent words; `{leaf}` is passed over"));
    }

    /// A phrase as it is written of which the last word may go on.
    fn open_phrase(&mut self, leaf: &Leaf, ranks: Ranks) -> Result<Boxed, IndexError> {
        let steps = written_steps(&leaf.text);
        let Some(((at, begin), before)) = steps.split_last() else { return Ok(engine::nothing()) };
        let (at, begin) = (*at, fold_word(begin));
        let mut queries = Vec::new();
        for place in self.places(leaf.field) {
            let mut found = dictionary::words(self.shelves, place.written, &begin, |word| word.starts_with(&begin))?;
            let all = found.words.len() + found.left_out;
            found.words.truncate(MOST_ENDINGS);
            if all > MOST_ENDINGS {
                self.problem(format!("`{leaf}` goes on as the {MOST_ENDINGS} most frequent words of {all}"));
            }
            let terms =
                before.iter().map(|(_, word)| word.as_str()).chain(found.words.iter().map(|(word, _)| word.as_str()));
            if !self.affords(place.written, terms, 0) {
                self.too_dear(leaf);
                continue;
            }
            let with = |word: &String| -> Vec<(usize, String)> {
                before.iter().cloned().chain([(at, word.clone())]).collect()
            };
            let phrases: Vec<Vec<(usize, String)>> = found.words.iter().map(|(word, _)| with(word)).collect();
            let ways = phrases.iter().map(|steps| engine::phrase(place.written, &refs(steps), 0)).collect();
            let query = engine::boosted(engine::best(ways), place.weight);
            if ranks == Ranks::Yes {
                self.summand(format!("{leaf}, {}", place.name), &query);
            }
            queries.push(query);
        }
        if ranks == Ranks::Yes {
            self.want(steps.iter().map(|(at, word)| (*at, written(word))).collect(), 0, true);
        }
        Ok(engine::any(queries))
    }

    /// A word or a phrase as it is written, whatever its case: in the fields that keep words as they are.
    fn as_written(&mut self, leaf: &Leaf, slop: u32, ranks: Ranks) -> Boxed {
        let steps = written_steps(&leaf.text);
        if ranks == Ranks::Yes && !steps.is_empty() {
            let steps = steps.iter().map(|(at, word)| (*at, written(word))).collect();
            self.want(steps, slop, false);
        }
        let mut queries = Vec::new();
        for place in self.places(leaf.field) {
            if steps.len() > 1 && !self.affords(place.written, steps.iter().map(|(_, word)| word.as_str()), slop) {
                self.too_dear(leaf);
                continue;
            }
            let query = engine::boosted(engine::phrase(place.written, &refs(&steps), slop), place.weight);
            if ranks == Ranks::Yes {
                self.summand(format!("{}, as it is written, {}", leaf.text, place.name), &query);
            }
            queries.push(query);
        }
        engine::any(queries)
    }

    fn want(&mut self, steps: Vec<(usize, String)>, slop: u32, open: bool) {
        let first = steps.first().map_or(0, |(at, _)| *at);
        let steps: Vec<(usize, String)> = steps.into_iter().map(|(at, text)| (at - first, text)).collect();
        match steps.as_slice() {
            [(_, only)] if !open => self.plan.wanted.words.push(only.clone()),
            _ => self.plan.wanted.phrases.push(WantedPhrase { steps, slop: slop as usize, any_order: slop > 1, open }),
        }
    }

    /// Words of the dictionary that a pattern or a misspelt word stands for.
    fn looked_up(
        &mut self,
        leaf: &Leaf,
        word: &str,
        fits: impl Fn(&str) -> bool,
        ranks: Ranks,
    ) -> Result<Boxed, IndexError> {
        self.looked_up += 1;
        if self.looked_up > MOST_LOOKED_UP {
            let word = leaf.text.replace(['*', '?'], "");
            self.problem(format!(
                "only {MOST_LOOKED_UP} patterns and misspelt words are looked up; `{word}` is a plain word"
            ));
            return self.word(&Leaf { text: word, form: Form::Word, ..leaf.clone() }, ranks);
        }
        let mut queries = Vec::new();
        for place in self.places(leaf.field) {
            let found = dictionary::words(self.shelves, place.written, word, &fits)?;
            if found.left_out > 0 {
                let (most, more) = (found.words.len(), found.left_out);
                self.problem(format!("`{}` stands for the {most} most frequent words of {}", leaf.text, most + more));
            }
            if ranks == Ranks::Yes {
                self.plan.wanted.words.extend(found.words.iter().map(|(word, _)| written(word)));
            }
            let query = engine::boosted(self.any_of(place.written, &found), place.weight);
            if ranks == Ranks::Yes {
                self.summand(format!("{}, {}", leaf.text, place.name), &query);
            }
            queries.push(query);
        }
        Ok(engine::any(queries))
    }

    /// One sign of a script without spaces: articles have it with the sign after it, or alone at the end of a run.
    fn sign(&mut self, leaf: &Leaf, sign: char, ranks: Ranks) -> Result<Boxed, IndexError> {
        let mut queries = Vec::new();
        for place in self.places(leaf.field) {
            let field = place.stems.unwrap_or(self.fields.text);
            let begin = sign.to_string();
            let found = dictionary::words(self.shelves, field, &begin, |word| word.chars().count() < 3)?;
            if ranks == Ranks::Yes {
                self.plan.wanted.words.extend(found.words.iter().map(|(word, _)| word.clone()));
            }
            queries.push(engine::boosted(self.any_of(field, &found), place.weight));
        }
        Ok(engine::any(queries))
    }
}

fn refs(steps: &[(usize, String)]) -> Vec<(usize, &str)> {
    steps.iter().map(|(at, text)| (*at, text.as_str())).collect()
}

/// The words of a text as they are written, each with its number.
fn written_steps(text: &str) -> Vec<(usize, String)> {
    analysis::surfaces(text).into_iter().map(|token| (token.position, token.text)).collect()
}

/// The only sign of a word in a script without spaces.
fn lone_sign(slot: &Slot) -> Option<char> {
    let [term] = slot.terms.as_slice() else { return None };
    let mut chars = term.chars();
    chars.next().filter(|c| chars.next().is_none() && analysis::is_unspaced(*c))
}
