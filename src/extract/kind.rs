//! What a page looks like: one text to read, a list of teasers, or nothing.

use super::blocks::Draft;
use crate::article::Kind;

/// A listing has at least this many linked headings: the titles of what it lists.
const LEAST_TEASERS: usize = 6;

/// A paragraph longer than this, in words, belongs to a text; excerpts are shorter.
const LONGEST_EXCERPT: usize = 60;

/// Judges by the page's blocks after the element rules, and by the words that were kept.
pub(crate) fn kind<'d>(drafts: impl Iterator<Item = &'d Draft> + Clone, kept_words: usize) -> Kind {
    if kept_words == 0 {
        return Kind::Empty;
    }
    let teasers = drafts.clone().filter(|d| d.is_heading() && d.link_density() > 0.7).count();
    let texts = drafts.clone().filter(|d| d.is_prose() && d.words > LONGEST_EXCERPT).count();
    let excerpts = drafts.filter(|d| d.is_prose()).count();
    if teasers >= LEAST_TEASERS && texts * 4 <= teasers && excerpts <= 2 * teasers {
        Kind::Listing
    } else {
        Kind::Article
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::super::dom::Document;
    use super::*;

    fn judge(html: &str) -> Kind {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom, &vec![false; dom.len()]);
        kind(drafts.iter(), drafts.iter().map(|d| d.words).sum())
    }

    const TEASER: &str = "<h2><a href=x>The dam that never was</a></h2><p>Forty years on, the valley still waits for its water, and the \
                          engineers for their money.</p>";

    #[test]
    fn many_linked_headings_over_short_texts_are_a_listing() {
        assert_eq!(judge(&TEASER.repeat(8)), Kind::Listing);
    }

    #[test]
    fn a_long_text_with_some_teasers_below_is_an_article() {
        let text = format!("<p>{}</p>", "The valley still waits for its water, and so do its engineers. ".repeat(9));
        assert_eq!(judge(&format!("{}{}", text.repeat(6), TEASER.repeat(7))), Kind::Article);
        assert_eq!(judge(TEASER), Kind::Article);
        assert_eq!(judge("<nav></nav>"), Kind::Empty);
    }
}
