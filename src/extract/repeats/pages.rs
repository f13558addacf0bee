//! On how many pages of a site each text stands, and on how many it might.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::learn::{LEAST_SEEN, Text};
use super::outline::Outline;
use super::rules::LEAST_PAGES;
use super::stories::stories;

/// The pages of a site.
pub(super) struct Pages<'o> {
    outlines: &'o [&'o Outline],
    /// For each page its story.
    stories: Vec<usize>,
    /// How many there are, the versions of one story counted once: of all, and of those in each language.
    pub(super) count: usize,
    in_language: HashMap<u32, usize>,
}

impl<'o> Pages<'o> {
    pub(super) fn of(outlines: &'o [&'o Outline]) -> Pages<'o> {
        let stories = stories(outlines);
        let count = stories.iter().collect::<HashSet<_>>().len();
        let mut in_language = HashMap::new();
        let stories_by_language: HashSet<_> =
            outlines.iter().zip(&stories).map(|(outline, story)| (outline.lang, *story)).collect();
        stories_by_language.into_iter().for_each(|(lang, _)| *in_language.entry(lang).or_default() += 1);
        Pages { outlines, stories, count, in_language }
    }

    /// What of the articles repeats, by its hash.
    pub(super) fn repeated(&self, hashes: impl Fn(&Outline) -> Vec<u32>) -> HashMap<u32, Text> {
        let common = common(self.outlines.iter().flat_map(|outline| hashes(outline)), LEAST_SEEN);
        if common.is_empty() {
            return HashMap::new();
        }
        let mut on: HashMap<u32, (HashSet<usize>, BTreeSet<u32>)> = HashMap::new();
        for (outline, story) in self.outlines.iter().zip(&self.stories) {
            for hash in hashes(outline).into_iter().filter(|hash| common.contains(hash)) {
                let (stories, languages) = on.entry(hash).or_default();
                stories.insert(*story);
                languages.insert(outline.lang);
            }
        }
        // The sum of what stands for each page does not depend on their order.
        let ids: Vec<u64> = self.outlines.iter().map(|outline| outline.hash()).collect();
        let company =
            |stories: &HashSet<usize>| stories.iter().fold(0, |sum: u64, story| sum.wrapping_add(ids[*story]));
        let text = |stories: HashSet<usize>, languages| {
            Text::on(stories.len(), self.in_languages(&languages), company(&stories))
        };
        let repeated = on.into_iter().filter(|(_, (stories, _))| stories.len() >= LEAST_SEEN);
        repeated.map(|(hash, (stories, languages))| (hash, text(stories, languages))).collect()
    }

    /// On how many pages a text might stand that is in some languages: on all but those of the editions in others. A few pages
    /// in a language are no edition: it may have been taken for another.
    fn in_languages(&self, languages: &BTreeSet<u32>) -> usize {
        let editions = || self.in_language.iter().filter(|(_, pages)| **pages >= LEAST_PAGES);
        if !editions().any(|(lang, _)| languages.contains(lang)) {
            return self.count;
        }
        let others: usize = editions().filter(|(lang, _)| !languages.contains(lang)).map(|(_, pages)| pages).sum();
        self.count.saturating_sub(others)
    }
}

/// The hashes that come so many times at least. Most texts stand on one page alone: sorting all of them costs a small part
/// of what keeping the pages of each does.
pub(super) fn common(hashes: impl Iterator<Item = u32>, least: usize) -> HashSet<u32> {
    let mut hashes: Vec<u32> = hashes.collect();
    hashes.sort_unstable();
    hashes.chunk_by(|one, other| one == other).filter(|same| same.len() >= least).map(|same| same[0]).collect()
}
