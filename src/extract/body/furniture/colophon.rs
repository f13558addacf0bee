//! The legal lines after the text: whose it is, under which licence, who answers for it.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::Text;
use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::lines::classify::{begins, finder, is_whole, plain};
use crate::extract::lines::rules::{self, Wording, wordings};
use crate::extract::text;

/// No such line is longer, in words, and no link beside it.
const LONGEST: usize = 30;
const LONGEST_BESIDE: usize = 8;

/// No more blocks are taken for a legal line and what stands after it.
const MOST: usize = 16;

/// Legal lines late in the text, each with the short lines right after it.
pub(super) fn colophon(text: &Text) -> Vec<usize> {
    let is_short = |at: usize| {
        let draft = &text.drafts[at];
        is_legal(draft) || draft.words <= LONGEST_BESIDE && !text::ends_sentence(&draft.text) && !draft.is_heading()
    };
    let legal = text.kept().filter(|&at| text.is_late(at) && is_legal(&text.drafts[at]) && has_more(text, at));
    let with_rest = |at: usize| {
        let parent = |at: usize| text.dom.parent(text.drafts[at].node);
        let near = at..text.drafts.len().min(at + MOST);
        near.take_while(move |&next| next == at || is_short(next) && parent(next) == parent(at))
    };
    legal.flat_map(with_rest).collect()
}

/// Whether another short line stands beside a legal one in the same element, or links in the line: one alone credits an agency.
fn has_more(text: &Text, at: usize) -> bool {
    let Text { dom, drafts, .. } = text;
    let is_beside = |other: usize| {
        let draft = &drafts[other];
        dom.parent(draft.node) == dom.parent(drafts[at].node)
            && (is_legal(draft) || draft.words <= LONGEST_BESIDE && !text::ends_sentence(&draft.text))
    };
    let is_row = drafts[at].linked > 0 && drafts[at].text.contains(['|', '·', '•']);
    is_row || at + 1 < drafts.len() && is_beside(at + 1) || at > 0 && is_legal(&drafts[at - 1])
}

/// Whether a short line says whose the text is, or under which licence.
fn is_legal(draft: &Draft) -> bool {
    if draft.words > LONGEST || draft.kind != BlockKind::Paragraph {
        return false;
    }
    let folded = text::folded(&draft.text);
    let line = plain(&folded);
    draft.text.starts_with('©') || LEGAL.is_said(&line) || names_licence(&line)
}

/// Who speaks of a licence in his text gives no number of its version.
fn names_licence(line: &str) -> bool {
    line.contains("creative commons") && [" 2 ", " 3 ", " 4 "].iter().any(|version| line.contains(version))
}

/// The wordings of legal lines.
struct Legal {
    /// Those with which a line begins.
    open: Vec<Cow<'static, str>>,
    /// Those that may stand anywhere in it.
    said: AhoCorasick,
}

static LEGAL: LazyLock<Legal> = LazyLock::new(|| {
    let (open, said): (Vec<_>, Vec<_>) = wordings(rules::LEGAL).partition(|wording| wording.is_open);
    let texts = |wordings: Vec<Wording>| wordings.into_iter().map(|wording| plain(wording.text));
    Legal { open: texts(open).collect(), said: finder(texts(said).map(Cow::into_owned)) }
});

impl Legal {
    fn is_said(&self, line: &str) -> bool {
        self.open.iter().any(|text| begins(line, text))
            || self.said.find_overlapping_iter(line).any(|found| is_whole(line, found.range()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::colophon;

    #[test]
    fn legal_lines_behind_the_text_go_where_several_stand_together() {
        for lines in [
            "<div><p>© 2024 Harbour Forum. All rights reserved.</p><p>Registered charity no. 1087345</p></div>",
            "<div><p>Dieser Text steht unter Creative Commons BY 4.0.</p><p>Impressum</p></div>",
            "<div><p>Главный редактор: И. Петров.</p><p>ОГРН 1027700000000</p></div>",
        ] {
            assert_eq!(found(colophon, lines, false).len(), 2, "{lines}");
            assert_eq!(found(colophon, lines, true).len(), 0, "{lines}");
        }
        assert_eq!(found(colophon, "<div>© 2024 Orla | <a href=x>Terms</a></div>", false).len(), 1);
        for credit in [
            "<p>© Reuters</p>",
            "<p>The lake is a specific case, and creative commons are another.</p><p>So it goes</p>",
            "<p>The paper's редактор, главный редактор, left.</p><p>Nobody</p>",
        ] {
            assert_eq!(found(colophon, credit, false).len(), 0, "{credit}");
        }
    }
}
