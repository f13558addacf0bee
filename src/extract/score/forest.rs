//! A forest of decision trees, read from the table that `benches/extraction/train.py` writes.

/// The sum of the trees' answers, as a probability.
pub(super) struct Forest {
    nodes: Vec<Node>,
    /// Where each tree begins among the nodes.
    trees: Vec<usize>,
}

/// A node; its left branch is the node after it.
struct Node {
    /// The feature asked for, or [`LEAF`].
    feature: u16,
    /// How far on the right branch is.
    right: u16,
    /// Left where the feature is at most this; of a leaf, its answer.
    value: f32,
}

const LEAF: u16 = u16::MAX;

impl Forest {
    /// Reads the trees of one stage: a line each, nodes in preorder, `feature<threshold` or `=answer`.
    pub(super) fn parse<'t>(lines: impl Iterator<Item = &'t str>) -> Option<Forest> {
        let mut forest = Forest { nodes: Vec::new(), trees: Vec::new() };
        for line in lines {
            forest.trees.push(forest.nodes.len());
            forest.add_tree(line)?;
        }
        Some(forest)
    }

    /// Adds one tree; none if it is not whole.
    fn add_tree(&mut self, line: &str) -> Option<()> {
        // The splits whose right branch is still to come.
        let mut open: Vec<usize> = Vec::new();
        let mut whole = false;
        for token in line.split(' ') {
            let at = self.nodes.len();
            if let Some(answer) = token.strip_prefix('=') {
                self.nodes.push(Node { feature: LEAF, right: 0, value: answer.parse().ok()? });
                match open.pop() {
                    Some(split) => self.nodes[split].right = u16::try_from(at + 1 - split).ok()?,
                    None => whole = true,
                }
            } else {
                let (feature, threshold) = token.split_once('<')?;
                self.nodes.push(Node { feature: feature.parse().ok()?, right: 0, value: threshold.parse().ok()? });
                open.push(at);
            }
        }
        (whole && open.is_empty()).then_some(())
    }

    /// How likely it is, 0 to 1.
    pub(super) fn score(&self, row: &[f32]) -> f32 {
        let sum: f32 = self.trees.iter().map(|&tree| self.answer(tree, row)).sum();
        1.0 / (1.0 + (-sum).exp())
    }

    fn answer(&self, tree: usize, row: &[f32]) -> f32 {
        let mut at = tree;
        loop {
            let node = &self.nodes[at];
            if node.feature == LEAF {
                return node.value;
            }
            let left = row.get(node.feature as usize).is_some_and(|&value| value <= node.value);
            at += if left { 1 } else { node.right as usize };
        }
    }

    /// One more than the largest feature asked for.
    #[cfg(test)]
    pub(super) fn width(&self) -> usize {
        self.nodes.iter().filter(|n| n.feature != LEAF).map(|n| n.feature as usize + 1).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_are_read_in_preorder_and_their_answers_added() {
        let forest = Forest::parse(["0<0.5 1<2 =-1 =1 =3", "=0.5"].into_iter()).unwrap();
        let sum = |row: &[f32]| {
            let p = forest.score(row);
            (p / (1.0 - p)).ln()
        };
        assert!((sum(&[0.0, 2.0]) + 0.5).abs() < 1e-4);
        assert!((sum(&[0.0, 2.1]) - 1.5).abs() < 1e-4);
        assert!((sum(&[1.0, 0.0]) - 3.5).abs() < 1e-4);
        assert_eq!(forest.width(), 2);
    }

    #[test]
    fn a_tree_cut_short_is_refused() {
        for line in ["0<0.5 =1", "0<x =1 =2", "", "=1 =2 3"] {
            assert!(Forest::parse([line].into_iter()).is_none(), "{line}");
        }
    }
}
