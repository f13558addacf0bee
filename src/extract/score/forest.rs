//! A forest of decision trees, read from the table that `benches/extraction/train.py` writes.

/// The sum of the trees' answers, as a probability.
pub(super) struct Forest(Vec<Tree>);

struct Tree {
    /// As many as fit, so that no place in them has to be checked on the way.
    nodes: [Node; MOST_NODES],
    /// The most splits on the way to an answer.
    depth: usize,
}

/// No tree has more nodes, and no row more features; both are powers of two, so that a place is within by its last bits.
const MOST_NODES: usize = 64;
pub(super) const MOST_FEATURES: usize = 512;

/// A split, or a leaf, which leads to itself: so the way through a tree has no end to look for, and as many steps for
/// each row.
#[derive(Clone, Copy, Default)]
struct Node {
    /// The feature asked for.
    feature: u16,
    /// How far on the branches are: the left one where the feature is at most `value`, and the right one. Looked up rather
    /// than branched on, for which way it goes cannot be foreseen.
    next: [u8; 2],
    /// Of a leaf, its answer.
    value: f32,
}

/// Rows that go through a tree side by side. Where one has to wait for memory, or would go the way that was not foreseen,
/// the others go on: extraction takes 0.97 of the time that it takes with one after the other.
pub(super) const LANES: usize = 8;

/// Room for the rows that go side by side: each feature of all of them.
pub(super) type Lanes = [[f32; LANES]; MOST_FEATURES];

impl Forest {
    /// Reads the trees of one stage: a line each, nodes in preorder, `feature<threshold` or `=answer`. None where a tree is
    /// not whole, or too large.
    pub(super) fn parse<'t>(lines: impl Iterator<Item = &'t str>) -> Option<Forest> {
        lines.map(Tree::parse).collect::<Option<_>>().map(Forest)
    }

    /// How likely it is, 0 to 1, for each row of `width` features; rows stand one behind the other.
    pub(super) fn scores(&self, rows: &[f32], width: usize, lanes: &mut Lanes) -> Vec<f32> {
        let mut scores = Vec::with_capacity(rows.len() / width);
        for group in rows.chunks(LANES * width) {
            for (lane, row) in group.chunks(width).enumerate() {
                lanes.iter_mut().zip(row).for_each(|(values, value)| values[lane] = *value);
            }
            scores.extend_from_slice(&self.sums(lanes)[..group.len() / width]);
        }
        scores.iter_mut().for_each(|score| *score = 1.0 / (1.0 + (-*score).exp()));
        scores
    }

    fn sums(&self, lanes: &Lanes) -> [f32; LANES] {
        let mut sums = [0.0; LANES];
        for tree in &self.0 {
            let mut at = [0; LANES];
            for _ in 0..tree.depth {
                for (lane, at) in at.iter_mut().enumerate() {
                    let node = tree.node(*at);
                    let is_right = lanes[node.feature as usize % MOST_FEATURES][lane] > node.value;
                    *at += node.next[usize::from(is_right)] as usize;
                }
            }
            sums.iter_mut().zip(at).for_each(|(sum, at)| *sum += tree.node(at).value);
        }
        sums
    }

    /// One more than the largest feature asked for.
    #[cfg(test)]
    pub(super) fn width(&self) -> usize {
        self.0.iter().flat_map(|tree| tree.nodes).map(|node| node.feature as usize + 1).max().unwrap_or(0)
    }
}

impl Tree {
    fn parse(line: &str) -> Option<Tree> {
        let mut nodes = Vec::new();
        // The splits whose right branch is still to come, each with how many splits stand above it.
        let mut open: Vec<(usize, usize)> = Vec::new();
        let (mut whole, mut above, mut depth) = (false, 0, 0);
        for token in line.split(' ') {
            let at = nodes.len();
            if let Some(answer) = token.strip_prefix('=') {
                nodes.push(Node { feature: 0, next: [0, 0], value: answer.parse().ok()? });
                match open.pop() {
                    Some((split, splits)) => {
                        nodes[split].next[1] = u8::try_from(at + 1 - split).ok()?;
                        above = splits + 1;
                    }
                    None => whole = true,
                }
            } else {
                let (feature, threshold) = token.split_once('<')?;
                let feature = feature.parse().ok().filter(|&feature| usize::from(feature) < MOST_FEATURES)?;
                nodes.push(Node { feature, next: [1, 0], value: threshold.parse().ok()? });
                open.push((at, above));
                above += 1;
                depth = depth.max(above);
            }
        }
        let is_whole = whole && open.is_empty() && nodes.len() <= MOST_NODES;
        nodes.resize(MOST_NODES, Node::default());
        is_whole.then_some(Tree { nodes: nodes.try_into().ok()?, depth })
    }

    #[inline]
    fn node(&self, at: usize) -> &Node {
        &self.nodes[at % MOST_NODES]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_are_read_in_preorder_and_their_answers_added() {
        let forest = Forest::parse(["0<0.5 1<2 =-1 =1 =3", "=0.5"].into_iter()).unwrap();
        let answers = |rows: &[f32]| {
            forest
                .scores(rows, 2, &mut [[0.0; LANES]; MOST_FEATURES])
                .into_iter()
                .map(|p| (p / (1.0 - p)).ln())
                .collect::<Vec<_>>()
        };
        let due = [([0.0, 2.0], -0.5), ([0.0, 2.1], 1.5), ([1.0, 0.0], 3.5)];
        // Whether they go alone or side by side.
        for count in [1, LANES - 1, LANES, 2 * LANES + 1] {
            let rows: Vec<_> = due.iter().cycle().take(count).collect();
            let found = answers(&rows.iter().flat_map(|(row, _)| *row).collect::<Vec<_>>());
            assert_eq!(found.len(), count);
            assert!(found.iter().zip(rows).all(|(found, (_, due))| (found - due).abs() < 1e-4));
        }
        assert_eq!(forest.width(), 2);
    }

    #[test]
    fn a_tree_cut_short_is_refused() {
        for line in ["0<0.5 =1", "0<x =1 =2", "", "=1 =2 3", "512<0.5 =1 =2"] {
            assert!(Forest::parse([line].into_iter()).is_none(), "{line}");
        }
        let nested = |splits: usize| "0<1 =1 ".repeat(splits) + "=2";
        assert!(Forest::parse([nested(31).as_str()].into_iter()).is_some());
        assert!(Forest::parse([nested(32).as_str()].into_iter()).is_none());
    }
}
