//! What links and buttons say that is said on pages of one kind.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words;
use crate::extract::dom::{Dom, NodeId};
use crate::extract::text;

/// No label is as long as this, in bytes other than white space.
pub(super) const LONGEST_LABEL: usize = 80;

/// How many labels of each sort stand on links and buttons.
#[derive(Debug, Default)]
pub(super) struct Labels {
    pub(super) consent: usize,
    pub(super) cart: usize,
    pub(super) offers: usize,
    pub(super) threads: usize,
    pub(super) manuals: usize,
}

/// Each label by the sorts that it belongs to.
static LABELS: LazyLock<FxHashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut labels: FxHashMap<_, Vec<_>> = FxHashMap::default();
    let sorts = [words::CONSENT_BUTTONS, words::CART, words::OFFERS, words::THREADS, words::MANUALS];
    for (sort, label) in sorts.iter().enumerate().flat_map(|(sort, list)| list.iter().map(move |label| (sort, *label)))
    {
        labels.entry(label).or_default().push(sort);
    }
    labels
});

/// For the first letter or digit of labels, those that are last.
static ENDS: LazyLock<[u128; 128]> = LazyLock::new(|| {
    let mut ends = [0; 128];
    for (first, last) in LABELS.keys().filter_map(|label| first_and_last(label)) {
        ends[usize::from(first)] |= 1 << last;
    }
    ends
});

/// The bytes of the longest label.
static LONGEST: LazyLock<usize> = LazyLock::new(|| LABELS.keys().map(|label| label.len()).max().unwrap_or(0));

/// The first and the last letter or digit of a text in lower case, 0 for what is beyond ASCII.
fn first_and_last(text: &str) -> Option<(u8, u8)> {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let folded = |byte: u8| if byte.is_ascii() { byte.to_ascii_lowercase() } else { 0 };
    Some((folded(text.bytes().find(is_letter)?), folded(text.bytes().rfind(is_letter)?)))
}

/// Whether what an element says may be a label. Most begin or end with another letter than any label does, or are longer, which
/// is found out in less time than all that it says.
fn may_say_label(dom: &Dom, node: NodeId) -> bool {
    let texts = dom.subtree(node).filter_map(|n| dom.text(n));
    let mut texts = texts.filter_map(|text| Some((text, first_and_last(text)?)));
    match (texts.next(), texts.next()) {
        (None, _) => false,
        (Some((text, (first, last))), None) => {
            (first == 0 || last == 0 || ENDS[usize::from(first)] & 1 << last != 0) && !text::is_longer(text, *LONGEST)
        }
        _ => true,
    }
}

impl Labels {
    /// Counts what a link or a button says, where it says no more than that.
    pub(super) fn add(&mut self, dom: &Dom, node: NodeId) {
        const LARGEST: usize = 12;
        if dom.end(node) - node > LARGEST {
            return;
        }
        let shown = |text: &str| text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
        let is_long =
            |n: NodeId| dom.text(n).is_some_and(|text| text.len() > LONGEST_LABEL && shown(text) > LONGEST_LABEL);
        let label = match dom.attr(node, "value").filter(|_| dom.tag(node) == "input") {
            Some(value) => text::folded(value),
            None if !may_say_label(dom, node) => return,
            None if dom.subtree(node).any(|n| is_long(n) && !dom.is_unseen(dom.parent(n))) => return,
            None => text::folded(&dom.text_of(node)),
        };
        for sort in LABELS.get(label.as_str()).into_iter().flatten() {
            let Labels { consent, cart, offers, threads, manuals } = self;
            let count = [consent, cart, offers, threads, manuals];
            if let Some(count) = count.into_iter().nth(*sort) {
                *count += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::dom::Document;

    fn count(html: &str) -> usize {
        let document = Document::parse(html);
        let dom = document.dom();
        let mut labels = Labels::default();
        dom.elements(0..dom.len()).filter(|&n| dom.tag(n) == "a").for_each(|link| labels.add(&dom, link));
        labels.consent + labels.cart + labels.offers + labels.threads + labels.manuals
    }

    #[test]
    fn every_label_is_known_whatever_is_around_it() {
        for (label, sorts) in &*LABELS {
            for html in [format!("<a> «{}!»</a>", label.to_uppercase()), format!("<a><b> › </b><i>{label}</i></a>")]
            {
                // In Turkish letters have other capitals.
                let is_folded = text::folded(&label.to_uppercase()) == *label;
                assert!(!is_folded || count(&html) == sorts.len(), "{html}");
            }
        }
    }

    #[test]
    fn what_says_more_or_nothing_is_no_label() {
        for html in ["<a></a>", "<a>…</a>", "<a><img></a>", "<a>add to cartoons</a>", "<a>I add to cart</a>"] {
            assert_eq!(count(html), 0, "{html}");
        }
        assert_eq!(count("<a>add <b>to</b> cart</a>"), 1);
    }
}
