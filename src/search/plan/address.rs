//! The article of an address, however the address is spelled.

use tantivy::Searcher;
use tantivy::collector::Count;

use super::engine::{self, Boxed};
use super::{Planner, Ranks};
use crate::index::copies::address_hash;
use crate::index::{Fields, IndexError};
use crate::search::query::{bare, has_scheme, is_address, may_be_address};

/// What an article counts for whose address was asked for: more than words can.
const AS_TYPED: f32 = 100.0;

/// The same where its address is spelled otherwise.
const OTHERWISE: f32 = 80.0;

impl Planner<'_> {
    /// The article that a pasted address is the address of.
    pub(super) fn address(&mut self, text: &str, ranks: Ranks) -> Boxed {
        let query = at(self.fields, text);
        if ranks == Ranks::Yes {
            self.summand("its address".to_owned(), &query);
        }
        query
    }
}

/// Whether a word is an address: by its looks alone, or because an article has it.
pub(crate) fn is_one(shelves: &[Searcher], fields: &Fields, word: &str) -> Result<bool, IndexError> {
    if is_address(word) || !may_be_address(word) {
        return Ok(is_address(word));
    }
    let query = at(fields, word);
    for shelf in shelves {
        if shelf.search(&query, &Count)? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What is at an address: as it is typed, without what is not sent to a server, or as another link to the page has it, with
/// another scheme or host of the same site, or with parameters that only say how it was reached.
pub(crate) fn at(fields: &Fields, text: &str) -> Boxed {
    let plain = text.split('#').next().unwrap_or(text).trim_end_matches('/');
    let forms = [text.to_owned(), plain.to_owned(), format!("{plain}/")];
    let mut ways: Vec<Boxed> =
        forms.iter().map(|form| engine::constant(engine::exact(fields.url, form), AS_TYPED)).collect();
    let bare = bare(text);
    let whole = if has_scheme(bare) { bare.to_owned() } else { format!("https://{bare}") };
    if may_be_address(bare)
        && let Some(hash) = address_hash(&whole)
    {
        ways.push(engine::constant(engine::number(fields.address, hash), OTHERWISE));
    }
    engine::best(ways)
}
