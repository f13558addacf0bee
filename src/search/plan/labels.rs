//! Fields that say what an article is: section, site, author, language, day, …

use std::collections::HashMap;

use tantivy::Term;
use tantivy::query::{Occur, TermSetQuery};
use tantivy::schema::Field;

use super::dictionary::is_like;
use super::engine::{self, Boxed};
use super::nested::Nested;
use super::{MOST_LOOKED_UP, Planner};
use crate::index::IndexError;
use crate::index::analysis::{fold, fold_word};
use crate::search::query::{Form, Leaf, Scope};

/// The labels of fields, each folded and as it is, read once in a query.
#[derive(Default)]
pub(super) struct Labels(HashMap<Field, Vec<(String, String)>>);

impl Planner<'_> {
    /// Articles with the label that a leaf asks for; none if it asks for words of the text.
    pub(super) fn label(&mut self, leaf: &Leaf) -> Result<Option<Boxed>, IndexError> {
        let f = self.fields;
        let text = &leaf.text;
        let pattern = leaf.form == Form::Pattern;
        if leaf.field.is_text() {
            return Ok(None);
        }
        if pattern && !self.may_look_up() {
            return Ok(Some(engine::nothing()));
        }
        Ok(Some(match leaf.field {
            Scope::Anywhere | Scope::Title | Scope::Heading | Scope::Body => return Ok(None),
            Scope::Date(period) => engine::published(f.date, period),
            Scope::Author if pattern => self.labels(&[f.author], has_word_like, text)?,
            Scope::Author => self.labels(&[f.author], has_words, text)?,
            Scope::Site if pattern => self.labels(&[f.site, f.host], is_like_label, text)?,
            Scope::Site => self.labels(&[f.site, f.host], is_site, bare_host(text))?,
            Scope::Section if pattern => self.labels(&[f.section], is_like_label, text)?,
            Scope::Section => in_section(f.section, text),
            Scope::Tag if pattern => self.labels(&[f.tag], is_like_label, text)?,
            Scope::Tag => engine::exact(f.tag, &fold(text)),
            Scope::Lang if pattern => self.labels(&[f.lang], is_like_label, text)?,
            Scope::Lang => engine::exact(f.lang, &text.to_lowercase()),
            Scope::Kind if pattern => self.labels(&[f.kind], is_like_label, text)?,
            Scope::Kind => engine::exact(f.kind, &text.to_lowercase()),
            Scope::Url if pattern => self.labels(&[f.url], is_like_label, text)?,
            Scope::Url => engine::unranked(super::at_address(f, text)),
            Scope::Path if pattern => self.labels(&[f.path], is_like_label, text)?,
            Scope::Path => engine::exact(f.path, text),
        }))
    }

    fn may_look_up(&mut self) -> bool {
        self.looked_up += 1;
        let may = self.looked_up <= MOST_LOOKED_UP;
        if !may {
            self.problem(format!("only {MOST_LOOKED_UP} patterns are looked up in one query; the others find nothing"));
        }
        may
    }

    /// Articles with a label that `fits`. Labels are few, so all of them are looked through.
    fn labels(&mut self, fields: &[Field], fits: fn(&str, &str) -> bool, wanted: &str) -> Result<Boxed, IndexError> {
        let wanted = compared(wanted);
        let mut terms = Vec::new();
        for &field in fields {
            let labels = self.labels_of(field)?;
            let fitting = labels.iter().filter(|(folded, _)| fits(folded, &wanted));
            terms.extend(fitting.map(|(_, label)| Term::from_field_text(field, label)));
        }
        terms.sort();
        terms.dedup();
        Ok(engine::unranked(Box::new(TermSetQuery::new(terms))))
    }

    fn labels_of(&mut self, field: Field) -> Result<&[(String, String)], IndexError> {
        if !self.labels.0.contains_key(&field) {
            let mut all = Vec::new();
            for segment in self.shelves.iter().flat_map(|shelf| shelf.segment_readers()) {
                let inverted = segment.inverted_index(field)?;
                let mut labels = inverted.terms().stream().map_err(tantivy::TantivyError::from)?;
                while labels.advance() {
                    if let Ok(label) = std::str::from_utf8(labels.key()) {
                        all.push((compared(label), label.to_owned()));
                    }
                }
            }
            self.labels.0.insert(field, all);
        }
        Ok(self.labels.0.get(&field).map_or(&[], Vec::as_slice))
    }
}

/// Articles in a section, or by a path such as `World > Asia` in every section of it, unless the page says that these lie within
/// each other the other way round: an article is in all those that its page says its own section lies within.
fn in_section(field: Field, typed: &str) -> Boxed {
    let names = typed.split(['>', '›', '»']).map(str::trim).filter(|name| !name.is_empty());
    let path: Vec<String> = names.map(fold).collect();
    match &path[..] {
        [] => engine::exact(field, &fold(typed)),
        [name] => engine::exact(field, name),
        _ => {
            let all = path.iter().map(|name| (Occur::Must, engine::exact(field, name))).collect();
            engine::unranked(Box::new(Nested { all: engine::boolean(all), path }))
        }
    }
}

/// The form in which labels and what is typed of them are compared: as sections are, and without accents.
fn compared(label: &str) -> String {
    if label.is_ascii() { fold(label) } else { fold_word(&fold(label)) }
}

/// A site as people paste it, without scheme and path.
fn bare_host(typed: &str) -> &str {
    let rest = ["https://", "http://"].iter().find_map(|scheme| typed.strip_prefix(scheme));
    let rest = rest.unwrap_or(typed);
    match rest.split_once('/') {
        Some((host, _)) if host.contains('.') && !host.contains(' ') => host,
        _ => rest,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '*' | '?'))).filter(|w| !w.is_empty())
}

/// Whether all words of `wanted` are words of the label, as in `byron` of `ada byron`.
fn has_words(label: &str, wanted: &str) -> bool {
    words(wanted).next().is_some() && words(wanted).all(|wanted| words(label).any(|word| word == wanted))
}

/// The same for patterns.
fn has_word_like(label: &str, wanted: &str) -> bool {
    words(wanted).next().is_some() && words(wanted).all(|wanted| words(label).any(|word| is_like(wanted, word)))
}

fn is_like_label(label: &str, wanted: &str) -> bool {
    is_like(wanted, label)
}

/// Whether the label is the site's whole name, its host, or a host above it.
fn is_site(label: &str, wanted: &str) -> bool {
    let wanted = wanted.strip_prefix("www.").unwrap_or(wanted);
    label == wanted || label.strip_suffix(wanted).is_some_and(|rest| rest.ends_with('.') && wanted.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_found_by_any_of_their_names() {
        assert!(has_words("ada byron king", "king"));
        assert!(has_words("ada byron", "byron ada"));
        assert!(!has_words("ada byron", "ron"));
        assert!(!has_words("ada byron", "."));
        assert!(has_word_like("ada byron", "byr*"));
    }

    #[test]
    fn sites_are_found_by_name_host_and_domain() {
        assert!(is_site("harbour review", "harbour review"));
        assert!(is_site("news.harbour.example", "harbour.example"));
        assert!(is_site("harbour.example", "www.harbour.example"));
        assert!(!is_site("anharbour.example", "harbour.example"));
    }
}
