//! Fields that say what an article is: section, site, author, language, day, …

use tantivy::Term;
use tantivy::query::TermSetQuery;
use tantivy::schema::Field;

use super::Planner;
use super::dictionary::is_like;
use super::engine::{self, Boxed};
use crate::index::IndexError;
use crate::index::analysis::fold;
use crate::search::query::{Form, Leaf, Scope};

impl Planner<'_> {
    /// Articles with the label that a leaf asks for; none if it asks for words of the text.
    pub(super) fn label(&self, leaf: &Leaf) -> Result<Option<Boxed>, IndexError> {
        let f = self.fields;
        let text = &leaf.text;
        let pattern = leaf.form == Form::Pattern;
        Ok(Some(match leaf.field {
            Scope::Anywhere | Scope::Title | Scope::Heading | Scope::Body => return Ok(None),
            Scope::Date(period) => engine::published(f.date, period),
            Scope::Author if pattern => self.labels(&[f.author], has_word_like, text)?,
            Scope::Author => self.labels(&[f.author], has_words, text)?,
            Scope::Site if pattern => self.labels(&[f.site, f.host], is_like_label, text)?,
            Scope::Site => self.labels(&[f.site, f.host], is_site, text)?,
            Scope::Section if pattern => self.labels(&[f.section], is_like_label, text)?,
            Scope::Section => engine::exact(f.section, &fold(text)),
            Scope::Tag if pattern => self.labels(&[f.tag], is_like_label, text)?,
            Scope::Tag => engine::exact(f.tag, &fold(text)),
            Scope::Lang => engine::exact(f.lang, &text.to_lowercase()),
            Scope::Kind => engine::exact(f.kind, &text.to_lowercase()),
            Scope::Url if pattern => self.labels(&[f.url], is_like_label, text)?,
            Scope::Url => engine::exact(f.url, text),
            Scope::Path if pattern => self.labels(&[f.path], is_like_label, text)?,
            Scope::Path => engine::exact(f.path, text),
        }))
    }

    /// Articles with a label that `fits`. Labels are few, so all of them are looked through.
    fn labels(&self, fields: &[Field], fits: fn(&str, &str) -> bool, wanted: &str) -> Result<Boxed, IndexError> {
        let wanted = fold(wanted);
        let mut terms = Vec::new();
        for segment in self.shelves.iter().flat_map(|shelf| shelf.segment_readers()) {
            for &field in fields {
                let inverted = segment.inverted_index(field)?;
                let mut labels = inverted.terms().stream().map_err(tantivy::TantivyError::from)?;
                while labels.advance() {
                    if let Ok(label) = std::str::from_utf8(labels.key())
                        && fits(&fold(label), &wanted)
                    {
                        terms.push(Term::from_field_text(field, label));
                    }
                }
            }
        }
        terms.sort();
        terms.dedup();
        Ok(engine::unranked(Box::new(TermSetQuery::new(terms))))
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
