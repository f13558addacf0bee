//! The boilerplate rules, as data: what is taken out of a page, and why.
//!
//! A rule matches an element by its tag, its role, or the words of its `class` and `id`; the rules on lines of text are
//! in [`lines`](mod@crate::extract::lines::rules). Words are matched whole: `related` matches `related-posts`, `relatedPosts` and
//! `posts_related`, not `correlated`. A guard keeps a rule from eating the article: it stays its hand where the element,
//! or all that the rule matches on the page, holds more than that share of the page's running text.
//!
//! A word goes to the list of its rule, in the file of what the element is about. A new rule goes there too, and into
//! [`ELEMENTS`].

mod about;
mod frame;
mod markup;
mod notices;
mod readers;
mod teasers;

/// How a rule finds an element.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Match {
    /// Elements with one of these tag names.
    Tags(&'static [&'static str]),
    /// Elements with one of these ARIA roles.
    Roles(&'static [&'static str]),
    /// Elements in whose `class` or `id` one of these word sequences stands, whole words in a row.
    Words(&'static [&'static str]),
    /// Elements that the page hides: `hidden`, `display:none`, `visibility:hidden`.
    Hidden,
}

/// When what a rule matches goes out, whatever the weighing of blocks says.
///
/// Set by measurement on the development pages: how much is text of what the model would keep although the rule speaks
/// against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sure {
    /// Always: hardly any of it is text on any page.
    Always,
    /// On pages of running text: on lists of cards and products it may be text.
    InArticles,
    /// Never: the rule is evidence for the weighing.
    No,
}

/// A rule that takes out elements.
#[derive(Debug)]
pub(crate) struct ElementRule {
    /// The name by which the trace calls it.
    pub(crate) id: &'static str,
    pub(crate) matches: Match,
    /// The largest share of the page's running text that it may take, 0 to 1.
    pub(crate) guard: f32,
    pub(crate) sure: Sure,
    /// One sentence for the reader of `extract --explain`.
    pub(crate) why: &'static str,
}

/// Nothing may be taken whole if it holds more than this share of the running text, unless the rule says otherwise.
const WARY: f32 = 0.35;

/// The rules on elements, in the order in which they are tried on each element.
///
/// The place of a rule in this list is its bit in the marks of an element and one of the columns by which the weighing knows it:
/// after a rule is added, taken out or moved, the model has to be trained anew.
pub(crate) const ELEMENTS: &[ElementRule] = &[
    markup::UNSEEN,
    markup::CONTROL,
    markup::BUTTON,
    markup::HIDDEN,
    markup::NAV,
    markup::FOOTER,
    markup::ASIDE,
    markup::FORM,
    markup::ROLE,
    teasers::CHECK_ALSO,
    readers::COMMENTS,
    teasers::RELATED,
    teasers::TEASERS,
    about::CHANGES,
    readers::SHARE,
    about::AUTHOR_BOX,
    about::BYLINE,
    about::TAGS,
    about::BREADCRUMB,
    notices::NEWSLETTER,
    notices::COOKIES,
    notices::ADS,
    frame::CHROME,
    frame::SCREEN_READER,
    frame::TOC,
    frame::MEDIA_LABEL,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lines::rules::LINES;
    use std::collections::HashSet;

    #[test]
    fn ids_are_unique_and_every_rule_says_why() {
        let mut seen = HashSet::new();
        let rows = ELEMENTS.iter().map(|r| (r.id, r.why)).chain(LINES.iter().map(|r| (r.id, r.why)));
        for (id, why) in rows {
            assert!(seen.insert(id), "{id} twice");
            assert!(why.ends_with('.'), "{id}: {why}");
        }
    }

    #[test]
    fn guards_are_shares() {
        assert!(ELEMENTS.iter().all(|r| (0.0..=1.0).contains(&r.guard)));
    }
}
