//! Parts of a page that look alike: cards of a list, messages of a thread.

use std::collections::HashMap;

use super::super::dom::{Dom, NodeId};
use super::super::names::{Wanted, Wording};

/// Class words of messages, of who wrote them, and of when.
const MESSAGES: Wanted =
    Wanted::new(&["message", "post", "comment", "reply", "answer", "question", "topic", "msg", "postbody", "bbp"]);
const PEOPLE: Wanted =
    Wanted::new(&["author", "user", "username", "avatar", "poster", "member", "postprofile", "creator", "owner"]);
const TIMES: Wanted =
    Wanted::new(&["date", "time", "timestamp", "posted", "ago", "datetime", "created", "relativetime"]);

/// Which of these words stand in the names of an element, each wording read once.
pub(super) struct Sorts(Vec<[bool; 3]>);

impl Sorts {
    pub(super) fn new(dom: &Dom) -> Sorts {
        Sorts(dom.wordings().each(|words| [&MESSAGES, &PEOPLE, &TIMES].map(|names| words.has_any(names))))
    }

    pub(super) fn of(&self, dom: &Dom, node: NodeId) -> [bool; 3] {
        let mut all = [false; 3];
        for found in dom.names(node).into_iter().filter_map(Wording::at).map(|at| self.0[at]) {
            all.iter_mut().zip(found).for_each(|(all, found)| *all |= found);
        }
        all
    }
}

/// What stands before each node, one more than nodes.
pub(super) struct Below {
    pub(super) links: Vec<u32>,
    pub(super) faces: Vec<u32>,
    pub(super) people: Vec<u32>,
    pub(super) times: Vec<u32>,
}

impl Below {
    pub(super) fn new(nodes: usize) -> Below {
        let none = || vec![0; nodes + 1];
        Below { links: none(), faces: none(), people: none(), times: none() }
    }

    pub(super) fn sum(&mut self) {
        for counts in [&mut self.links, &mut self.faces, &mut self.people, &mut self.times] {
            for at in 1..counts.len() {
                counts[at] += counts[at - 1];
            }
        }
    }

    pub(super) fn count(&self, counts: &[u32], node: NodeId, end: NodeId) -> u32 {
        counts[end] - counts[node]
    }

    /// Whether an element holds several messages and is none itself: a thread.
    pub(super) fn is_thread(&self, dom: &Dom, node: NodeId, message: &[bool]) -> bool {
        const FEW: usize = 40;
        let mut inner = dom
            .children(node)
            .take(FEW)
            .filter(|&child| message[child] && self.count(&self.people, child, dom.end(child)) > 0);
        inner.next().is_some() && inner.next().is_some()
    }
}

/// The most children of one element that are called alike, and each hold a link and a picture or a heading.
pub(super) fn most_cards(dom: &Dom, below: &Below) -> usize {
    const LEAST: u32 = 4;
    let mut most = 0;
    let mut alike: HashMap<(&str, &str), usize> = HashMap::new();
    for node in dom.elements(0..dom.len()) {
        let end = dom.end(node);
        if below.count(&below.links, node, end) < LEAST || below.count(&below.faces, node, end) < LEAST {
            continue;
        }
        alike.clear();
        for child in dom.children(node) {
            let end = dom.end(child);
            if below.count(&below.links, child, end) > 0 && below.count(&below.faces, child, end) > 0 {
                *alike.entry((dom.tag(child), dom.attr(child, "class").unwrap_or_default())).or_default() += 1;
            }
        }
        most = most.max(alike.values().copied().max().unwrap_or(0));
    }
    most
}
