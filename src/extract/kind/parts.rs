//! Parts of a page that look alike: cards of a list, messages of a thread.

use rustc_hash::FxHashMap;

use crate::extract::dom::{Dom, NodeId, ROOT};
use crate::extract::elements::names::{Wanted, Wording};

/// Class words of messages, of who wrote them, and of when.
const MESSAGES: Wanted =
    Wanted::new(&["message", "post", "comment", "reply", "answer", "question", "topic", "msg", "postbody", "bbp"]);
const PEOPLE: Wanted =
    Wanted::new(&["author", "user", "username", "avatar", "poster", "member", "postprofile", "creator", "owner"]);
const TIMES: Wanted =
    Wanted::new(&["date", "time", "timestamp", "posted", "ago", "datetime", "created", "relativetime"]);

/// Which of these words stand in the names of an element, a bit for each sort; each wording is read once.
pub(super) struct Sorts(Vec<u8>);

impl Sorts {
    pub(super) fn new(dom: &Dom) -> Sorts {
        let bit = |has: bool, sort: usize| u8::from(has) << sort;
        Sorts(dom.wordings().each(|words| {
            bit(words.has_any(&MESSAGES), 0) | bit(words.has_any(&PEOPLE), 1) | bit(words.has_any(&TIMES), 2)
        }))
    }

    pub(super) fn of(&self, dom: &Dom, node: NodeId) -> [bool; 3] {
        let all = dom.names(node).into_iter().filter_map(Wording::at).fold(0, |all, at| all | self.0[at]);
        [0, 1, 2].map(|sort| all & 1 << sort != 0)
    }
}

/// What is counted of a part of the page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) links: u32,
    pub(super) faces: u32,
    pub(super) people: u32,
    pub(super) times: u32,
}

/// What stands before each node, one more than nodes.
pub(super) struct Below(pub(super) Vec<Counts>);

impl Below {
    /// What stands at or below a node.
    pub(super) fn counts(&self, dom: &Dom, node: NodeId) -> Counts {
        let (before, after) = (self.0[node], self.0[dom.end(node)]);
        Counts {
            links: after.links - before.links,
            faces: after.faces - before.faces,
            people: after.people - before.people,
            times: after.times - before.times,
        }
    }

    /// Whether an element holds several of these messages and is none itself: a thread.
    pub(super) fn is_thread(&self, dom: &Dom, node: NodeId, messages: &[NodeId]) -> bool {
        const FEW: usize = 40;
        let is_message = |child: &NodeId| self.counts(dom, *child).people > 0 && messages.binary_search(child).is_ok();
        let mut inner = dom.children(node).take(FEW).filter(is_message);
        inner.next().is_some() && inner.next().is_some()
    }
}

/// The most children of one element that are called alike, and each hold a link and a picture or a heading.
pub(super) fn most_cards(dom: &Dom, below: &Below) -> usize {
    const LEAST: u32 = 4;
    let mut most = 0;
    let mut alike: FxHashMap<(usize, Wording), usize> = FxHashMap::default();
    let mut node = ROOT + 1;
    while node < dom.len() {
        let Counts { links, faces, .. } = below.counts(dom, node);
        if links < LEAST || faces < LEAST {
            node = dom.end(node);
            continue;
        }
        alike.clear();
        for child in dom.children(node) {
            let Counts { links, faces, .. } = below.counts(dom, child);
            if links > 0 && faces > 0 {
                let [class, _] = dom.names(child);
                *alike.entry((dom.tag_number(child), class)).or_default() += 1;
            }
        }
        most = most.max(alike.values().copied().max().unwrap_or(0));
        node += 1;
    }
    most
}
