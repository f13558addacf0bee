//! The names of a page's tags by number.

use ahash::AHashMap;

use crate::extract::text::is_same;

/// The tag names of a page, each once: pages have few, so that what is to be known of them is found out once for each. The
/// first two are empty, those of nodes that are no elements.
pub(super) struct Tags<'a> {
    pub(super) names: Vec<&'a str>,
    /// The number of each, but for the first two.
    pub(super) known: AHashMap<&'a str, u32>,
    /// The name that had its place before: to compare the two is quicker than to look a name up.
    places: [(&'a str, u32); Tags::PLACES],
}

impl<'a> Tags<'a> {
    const PLACES: usize = 64;

    /// The number of what is neither an element nor a text: the page, comments, declarations.
    pub(super) const OTHER: u32 = 0;
    /// The number of a text.
    pub(super) const TEXT: u32 = 1;
    /// The lowest number of an element.
    pub(super) const FIRST: u32 = 2;

    pub(super) fn new() -> Tags<'a> {
        Tags { names: vec![""; Tags::FIRST as usize], known: AHashMap::new(), places: [("", 0); Tags::PLACES] }
    }

    /// The number of a name, given to it now if it is new.
    pub(super) fn of(&mut self, name: &'a str) -> u32 {
        let bytes = name.as_bytes();
        let at = |place: usize| bytes.get(place).copied().unwrap_or_default() as usize;
        let place = &mut self.places[(at(0) + 7 * at(1) + 19 * bytes.len()) % Tags::PLACES];
        if !is_same(place.0, name) {
            let next = self.names.len() as u32;
            let number = *self.known.entry(name).or_insert(next);
            if number == next {
                self.names.push(name);
            }
            *place = (name, number);
        }
        place.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_has_one_number_whatever_has_its_place() {
        let names: Vec<String> = (0..300).map(|n| format!("x-{n}")).collect();
        let mut tags = Tags::new();
        let mut numbers = || names.iter().map(|name| tags.of(name)).collect::<Vec<u32>>();
        let first = numbers();
        assert_eq!(first, (Tags::FIRST..300 + Tags::FIRST).collect::<Vec<u32>>());
        assert_eq!(numbers(), first);
        assert_eq!(tags.names[..2], [""; 2]);
    }
}
