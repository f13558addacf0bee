//! A page as it is weighed: what the sure rules leave of it, in blocks.

use super::{PageContext, content};
use crate::extract::blocks::{self, Draft};
use crate::extract::dom::NodeId;
use crate::extract::elements::prune::{self, Pruned};
use crate::extract::facts::declared::Declared;
use crate::extract::facts::structured;
use crate::extract::score::View;

/// A page ready to be weighed.
pub(in crate::extract) struct Prepared {
    pub(in crate::extract) pruned: Pruned,
    /// All blocks of the page, and those that no sure rule takes out.
    pub(super) all: Vec<Draft>,
    pub(in crate::extract) drafts: Vec<Draft>,
    pub(super) content: NodeId,
    witness: Option<String>,
    pub(super) declared: Declared,
}

impl Prepared {
    pub(in crate::extract) fn new(context: &PageContext) -> Prepared {
        let PageContext { dom, structured, own, .. } = *context;
        let all = blocks::blocks(dom);
        let declared = Declared::of(dom, structured);
        let mut pruned = prune::judge(dom, &all, declared);
        if let Some(own) = own {
            own.prune(dom, &mut pruned);
        }
        let drafts = blocks::blocks_but(dom, &pruned.skip, &all);
        let content = content::choose(dom, drafts.iter().filter(|d| pruned.hints[d.node] == 0));
        let witness = structured.article().and_then(|article| structured::string(article, "articleBody"));
        Prepared { pruned, all, drafts, content, witness, declared }
    }

    pub(in crate::extract) fn view<'v, 'a>(&'v self, context: &PageContext<'v, 'a>) -> View<'v, 'a> {
        let PageContext { dom, structured, title, .. } = *context;
        View {
            dom,
            drafts: &self.drafts,
            pruned: &self.pruned,
            content: self.content,
            title,
            summary: structured.meta("description").or(structured.meta("og:description")),
            witness: self.witness.as_deref(),
        }
    }
}
