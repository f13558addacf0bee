//! Articles that say nearly the same, over a whole index: found by their fingerprints, which were made when they were
//! indexed.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::mem::take;

use tantivy::Searcher;

use super::stats::labels;
use crate::index::IndexError;
use crate::index::copies::{ALIKE, LEAST_WORDS, are_alike};
use crate::index::schema::{ID, LIKENESS, PATH, WORDS};
use crate::stats::Duplicate;

/// Fingerprints are compared by blocks of bits. Where two of them differ in no more than [`ALIKE`] bits, one of their blocks
/// differs in no more than [`RADIUS`] (the pigeonhole principle; Norouzi, Punjani and Fleet, “Fast Exact Search in Hamming
/// Space with Multi-Index Hashing”, 2014): only those with such a block have to be compared as a whole.
const BLOCKS: u32 = 5;
const RADIUS: u32 = 2;
const BLOCK_BITS: u32 = u64::BITS.div_ceil(BLOCKS);
const _: () = assert!(BLOCKS * (RADIUS + 1) > ALIKE);

/// Groups of articles that say nearly the same, each the longest article first; sorted by the path of that.
pub(super) fn duplicates(shelves: &[Searcher]) -> Result<Vec<Vec<Duplicate>>, IndexError> {
    let mut articles = fingerprinted(shelves)?;
    articles.sort_by_cached_key(|(_, article)| (Reverse(article.words), article.path.clone()));
    // A page that was saved a thousand times is one fingerprint, not half a million pairs.
    let (mut prints, mut bearers) = (Vec::new(), Vec::new());
    let mut places = HashMap::new();
    for (print, article) in articles {
        let place = *places.entry(print).or_insert(prints.len());
        if place == prints.len() {
            prints.push(print);
            bearers.push(Vec::new());
        }
        bearers[place].push(article);
    }
    let mut groups = Vec::new();
    for (first, alike) in alike(&prints).into_iter().enumerate() {
        // Who is alike to a longer article already is not asked for those alike to itself: chains would join strangers.
        let mut group = take(&mut bearers[first]);
        if !group.is_empty() {
            group.extend(alike.into_iter().flat_map(|other| take(&mut bearers[other])));
        }
        if group.len() > 1 {
            groups.push(group);
        }
    }
    groups.sort_by(|a, b| a[0].path.cmp(&b[0].path));
    Ok(groups)
}

/// The articles that are long enough to have a telling fingerprint.
fn fingerprinted(shelves: &[Searcher]) -> Result<Vec<(u64, Duplicate)>, IndexError> {
    let mut articles = Vec::new();
    for segment in shelves.iter().flat_map(|shelf| shelf.segment_readers()) {
        let fast = segment.fast_fields();
        let (prints, words) = (fast.u64(LIKENESS)?, fast.u64(WORDS)?);
        let (paths, ids) = (fast.str(PATH)?, fast.str(ID)?);
        for doc in segment.doc_ids_alive() {
            let (Some(print), words) = (prints.first(doc), words.first(doc).unwrap_or(0)) else { continue };
            if words >= LEAST_WORDS {
                let text = |column| labels(column, doc).map(|labels| labels.into_iter().next().unwrap_or_default());
                articles.push((print, Duplicate { id: text(ids.as_ref())?, path: text(paths.as_ref())?, words }));
            }
        }
    }
    Ok(articles)
}

/// For each fingerprint the places of those behind it that are alike.
fn alike(prints: &[u64]) -> Vec<Vec<usize>> {
    let masks = masks();
    let mut alike = vec![Vec::new(); prints.len()];
    for block in 0..BLOCKS {
        let key = |print: u64| (print >> (block * BLOCK_BITS)) as usize & ((1 << BLOCK_BITS) - 1);
        let mut buckets = vec![Vec::new(); 1 << BLOCK_BITS];
        for (at, &print) in prints.iter().enumerate().rev() {
            for mask in &masks {
                let others = buckets[key(print) ^ mask].iter();
                alike[at].extend(others.filter(|&&other: &&usize| are_alike(print, prints[other])));
            }
            buckets[key(print)].push(at);
        }
    }
    for others in &mut alike {
        others.sort_unstable();
        others.dedup();
    }
    alike
}

/// All values of a block with at most [`RADIUS`] bits set.
fn masks() -> Vec<usize> {
    (0..1 << BLOCK_BITS).filter(|mask: &usize| mask.count_ones() <= RADIUS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// xorshift64*: reproducible, and good enough to scatter bits.
    fn random(seed: &mut u64) -> u64 {
        *seed ^= *seed >> 12;
        *seed ^= *seed << 25;
        *seed ^= *seed >> 27;
        seed.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    #[test]
    fn blocks_find_all_that_are_alike_and_no_others() {
        let mut seed = 7;
        let mut prints: Vec<u64> = (0..300).map(|_| random(&mut seed)).collect();
        for at in 0..300 {
            let flips = (0..random(&mut seed) % 14).fold(0, |bits, _| bits | 1 << (random(&mut seed) % 64));
            prints.push(prints[at] ^ flips);
        }
        let found = alike(&prints);
        let all = (0..prints.len())
            .map(|at| (at + 1..prints.len()).filter(|&other| are_alike(prints[at], prints[other])).collect::<Vec<_>>());
        assert_eq!(found, all.collect::<Vec<_>>());
        assert!(found.iter().filter(|others| !others.is_empty()).count() > 100);
    }
}
