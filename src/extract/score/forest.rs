//! A forest of decision trees, read from the table that `benches/extraction/train.py` writes.
//!
//! It is not walked tree by tree but asked feature by feature (Lucchese and others, "QuickScorer: a fast algorithm to rank
//! documents with additive ensembles of regression trees", SIGIR 2015): the leaves of a tree are bits, from left to right.
//! A split whose feature is above its threshold shuts the leaves on its left. The first leaf left open is the one to which
//! the way through the tree leads. Most features of a block are below all thresholds, so that most splits are passed over.

use std::ops::Range;

/// The sum of the trees' answers, as a probability.
#[derive(Default)]
pub(super) struct Forest {
    /// All splits, by feature, from the lowest threshold on.
    splits: Vec<Split>,
    /// Where those of each feature begin, and where the last one's end.
    starts: Vec<u16>,
    /// The answers of each tree's leaves.
    trees: Vec<[f32; MOST_LEAVES]>,
}

struct Split {
    threshold: f32,
    /// The leaves on its left, as bits.
    left: u32,
    tree: u8,
}

/// No stage has more trees: as many as a byte tells apart, so that no place of one has to be checked.
const MOST_TREES: usize = 256;

/// No tree has more leaves: one for each bit.
const MOST_LEAVES: usize = 32;

/// No row has more features.
const MOST_FEATURES: usize = 512;

/// Rows that are weighed side by side: a threshold is compared with the features of all of them at once.
pub(super) const LANES: usize = 8;

/// The leaves of each tree that are left open, for each row.
type Open = [[u32; LANES]; MOST_TREES];

/// Rows that are weighed side by side.
pub(super) struct Lanes<'f> {
    forest: &'f Forest,
    /// Each feature of all of them.
    values: Vec<[f32; LANES]>,
    /// How many features they have of their own.
    own: usize,
    /// The leaves of each tree that are left open by those that all rows share.
    shared: Vec<u32>,
    open: Box<Open>,
}

impl Lanes<'_> {
    /// Sets the features of one row.
    pub(super) fn set(&mut self, lane: usize, row: &[f32]) {
        self.values.iter_mut().zip(row).for_each(|(values, value)| values[lane] = *value);
    }

    /// How likely it is, 0 to 1, for each row.
    pub(super) fn scores(&mut self) -> [f32; LANES] {
        let Lanes { forest, values, own, shared, open } = self;
        open.iter_mut().zip(shared).for_each(|(open, shared)| *open = [*shared; LANES]);
        forest.shut(0..*own, values, open);
        let mut sums = [0.0; LANES];
        for (answers, open) in forest.trees.iter().zip(open.iter()) {
            for (sum, open) in sums.iter_mut().zip(open) {
                // The last leaf is on no split's left.
                *sum += answers[(open | 1 << (MOST_LEAVES - 1)).trailing_zeros() as usize];
            }
        }
        sums.map(|sum: f32| 1.0 / (1.0 + (-sum).exp()))
    }
}

impl Forest {
    /// Reads the trees of one stage: a line each, nodes in preorder, `feature<threshold` or `=answer`. None where a tree is
    /// not whole, or too large.
    pub(super) fn parse<'t>(lines: impl Iterator<Item = &'t str>) -> Option<Forest> {
        let mut forest = Forest::default();
        let mut splits = Vec::new();
        for line in lines {
            let tree = u8::try_from(forest.trees.len()).ok()?;
            forest.trees.push(read_tree(line, tree, &mut splits)?);
        }
        splits.sort_by(|(a, one), (b, other)| a.cmp(b).then(one.threshold.total_cmp(&other.threshold)));
        let width = splits.last().map_or(0, |(feature, _)| feature + 1);
        let start = |feature: usize| splits.partition_point(|(of, _)| *of < feature).try_into().ok();
        forest.starts = (0..=width).map(start).collect::<Option<_>>()?;
        forest.splits = splits.into_iter().map(|(_, split)| split).collect();
        Some(forest)
    }

    /// Room for rows that are weighed side by side: each of `own` features that are its own, before those that all share.
    pub(super) fn lanes(&self, own: usize, shared: &[f32]) -> Lanes<'_> {
        let mut values = vec![[0.0; LANES]; self.width()];
        let own = own.min(values.len());
        values.iter_mut().skip(own).zip(shared).for_each(|(values, value)| *values = [*value; LANES]);
        let mut open = Box::new([[u32::MAX; LANES]; MOST_TREES]);
        self.shut(own..values.len(), &values, &mut open);
        let shared = open[..self.trees.len()].iter().map(|open| open[0]).collect();
        Lanes { forest: self, values, own, shared, open }
    }

    /// Shuts the leaves to which the rows do not come by some features.
    fn shut(&self, features: Range<usize>, values: &[[f32; LANES]], open: &mut Open) {
        let own = |feature| &self.splits[usize::from(self.starts[feature])..usize::from(self.starts[feature + 1])];
        for (feature, values) in features.clone().zip(&values[features]) {
            for split in own(feature) {
                let mut above = [0; LANES];
                for (above, value) in above.iter_mut().zip(values) {
                    *above = if *value > split.threshold { u32::MAX } else { 0 };
                }
                if above.iter().fold(0, |any, above| any | above) == 0 {
                    break;
                }
                let open = &mut open[usize::from(split.tree)];
                open.iter_mut().zip(above).for_each(|(open, above)| *open &= !(above & split.left));
            }
        }
    }

    /// One more than the largest feature asked for.
    pub(super) fn width(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
}

/// Reads a tree's answers, and adds its splits to those of all, each with its feature.
fn read_tree(line: &str, tree: u8, splits: &mut Vec<(usize, Split)>) -> Option<[f32; MOST_LEAVES]> {
    let mut answers = [0.0; MOST_LEAVES];
    let mut leaves = 0;
    // The splits whose right branch is still to come, each with the first leaf on its left.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut whole = false;
    for token in line.split_ascii_whitespace() {
        if whole {
            return None;
        }
        if let Some(answer) = token.strip_prefix('=') {
            *answers.get_mut(leaves)? = answer.parse().ok()?;
            leaves += 1;
            match open.pop() {
                Some((split, first)) => splits[split].1.left = bits(leaves) & !bits(first),
                None => whole = true,
            }
        } else {
            let (feature, threshold) = token.split_once('<')?;
            let feature = feature.parse().ok().filter(|&feature| feature < MOST_FEATURES)?;
            open.push((splits.len(), leaves));
            splits.push((feature, Split { threshold: threshold.parse().ok()?, left: 0, tree }));
        }
    }
    whole.then_some(answers)
}

/// As many bits as there are leaves, from the first on.
fn bits(leaves: usize) -> u32 {
    u32::MAX.checked_shr((MOST_LEAVES - leaves) as u32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::hash::mixed;

    #[test]
    fn trees_are_read_in_preorder_and_their_answers_added() {
        let forest = Forest::parse(["0<0.5 1<2 =-1 =1 =3", "=0.5"].into_iter()).unwrap();
        let due = [([0.0, 2.0], -0.5), ([0.0, 2.1], 1.5), ([1.0, 0.0], 3.5)];
        let mut lanes = forest.lanes(2, &[]);
        // Wherever the rows stand side by side.
        for first in 0..due.len() {
            let rows = || due.iter().cycle().skip(first).take(LANES);
            rows().enumerate().for_each(|(lane, (row, _))| lanes.set(lane, row));
            let found = lanes.scores().map(|p| (p / (1.0 - p)).ln());
            assert!(found.iter().zip(rows()).all(|(found, (_, due))| (found - due).abs() < 1e-4));
        }
        assert_eq!(forest.width(), 2);
    }

    /// The answer to which the way through a tree leads, by walking it.
    fn walked<'t>(tokens: &mut impl Iterator<Item = &'t str>, row: &[f32]) -> f32 {
        let token = tokens.next().unwrap();
        match token.split_once('<') {
            Some((feature, threshold)) => {
                let (left, right) = (walked(tokens, row), walked(tokens, row));
                let is_right = row[feature.parse::<usize>().unwrap()] > threshold.parse().unwrap();
                if is_right { right } else { left }
            }
            None => token[1..].parse().unwrap(),
        }
    }

    #[test]
    fn the_leaf_left_open_is_the_one_to_which_the_way_leads() {
        let lines = || {
            include_str!("forest.txt").lines().filter(|line| !line.starts_with('#')).take_while(|line| !line.is_empty())
        };
        let forest = Forest::parse(lines()).unwrap();
        for seed in 0..20u64 {
            let own = forest.width() as u64 * 3 / 4;
            let value = |lane: u64, at: u64| match mixed(seed << 32 | if at < own { lane << 16 } else { 0 } | at) % 400
            {
                hash @ 0..200 => (hash % 2) as f32,
                hash => (hash - 200) as f32 / 10.0 - 4.0,
            };
            let row = |lane| (0..forest.width() as u64).map(|at| value(lane, at)).collect::<Vec<_>>();
            let mut lanes = forest.lanes(own as usize, &row(0)[own as usize..]);
            (0..LANES).for_each(|lane| lanes.set(lane, &row(lane as u64)[..own as usize]));
            for (lane, score) in lanes.scores().into_iter().enumerate() {
                let row = row(lane as u64);
                let sum = lines().map(|line| walked(&mut line.split(' '), &row)).fold(0.0, |sum, answer| sum + answer);
                assert_eq!(score, 1.0 / (1.0 + (-sum).exp()));
            }
        }
    }

    #[test]
    fn a_tree_cut_short_is_refused() {
        for line in ["0<0.5 =1", "0<x =1 =2", "", "=1 =2", "=1 =2 3", "512<0.5 =1 =2"] {
            assert!(Forest::parse([line].into_iter()).is_none(), "{line}");
        }
        let nested = |splits: usize| "0<1 =1 ".repeat(splits) + "=2";
        assert!(Forest::parse([nested(31).as_str()].into_iter()).is_some());
        assert!(Forest::parse([nested(32).as_str()].into_iter()).is_none());
    }
}
