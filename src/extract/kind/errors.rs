//! Whether a page is an error's: what its titles are made of, and what its text says.
//!
//! A headline may hold the words of an error ("Access Denied to Border Villages"). An error's title consists of them.

use std::ops::Range;
use std::sync::LazyLock;

use super::phrases::Phrases;
use super::words;
use crate::extract::blocks::Draft;
use crate::extract::dom::Dom;
use crate::extract::facts;
use crate::extract::text;

static TITLES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(words::ERROR));
static EXCUSES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(words::EXCUSES));

/// What speaks for an error, and against it.
#[derive(Debug, Default)]
pub(super) struct Errors {
    /// Whether a title consists of the words of an error, or has them amid others.
    pub(super) is_title: bool,
    pub(super) is_amid_title: bool,
    /// Words of the sentences that say what went wrong, and of all.
    excuse_words: usize,
    words: usize,
    /// Whether a day or a name stands between the headline and the text.
    pub(super) is_signed: bool,
    /// Whether the headline stands in an `<article>`.
    pub(super) is_in_article: bool,
}

impl Errors {
    /// `parts` are those of the titles and headings, folded, and `site` the words by which the site may be called.
    pub(super) fn titled(parts: &[String], site: &[String]) -> Errors {
        let is_title = parts.iter().any(|part| consists_of_error(part, site));
        let is_amid_title = !is_title && parts.iter().any(|part| TITLES.are_said(part));
        Errors { is_title, is_amid_title, ..Errors::default() }
    }

    /// Looks at the page itself, where there is so little text that it may be an error's.
    pub(super) fn look(&mut self, dom: &Dom, kept: &[Draft]) {
        self.words = kept.iter().map(|draft| draft.words).sum();
        self.excuse_words = kept.iter().take(MOST_BLOCKS).map(|draft| excuse_words(&draft.text)).sum();
        let Some(headline) = dom.by_tag(0..dom.len(), "h1").next() else { return };
        self.is_in_article = dom.ancestors(headline).any(|node| dom.tag(node) == "article");
        let prose = kept.iter().filter(|draft| draft.is_prose()).map(|draft| draft.start);
        let text = prose.filter(|&start| start >= dom.end(headline)).min().unwrap_or(dom.len());
        self.is_signed = is_signed(dom, dom.end(headline)..text);
    }

    /// Whether a sentence says what went wrong.
    pub(super) fn excuses(&self) -> bool {
        self.excuse_words > 0
    }

    /// Whether such sentences are a good part of the text.
    pub(super) fn says_little_else(&self) -> bool {
        self.excuses() && self.excuse_words as f32 >= EXCUSING * self.words as f32
    }
}

/// Of a text that says little but what went wrong, at least this share of the words is in such sentences. The others say what
/// to do instead.
const EXCUSING: f32 = 0.4;

/// So many blocks are looked at for what went wrong: error pages have few.
const MOST_BLOCKS: usize = 200;

/// More nodes than this are not looked at for a day or a name.
const MOST_NODES: usize = 60;

/// A line that is a day or names an author is no longer than this, in bytes.
const LONGEST_LINE: usize = 160;

/// Whether all words of a folded part of a title are those of an error, or of the site's name.
fn consists_of_error(part: &str, site: &[String]) -> bool {
    // No title of an error is longer, in bytes.
    const LONGEST: usize = 300;
    if part.len() > LONGEST {
        return false;
    }
    let found: Vec<Range<usize>> = TITLES.places(part).collect();
    let is_coded = part.split(' ').any(is_code) && part.split(' ').any(|word| words::ERRORS.contains(&word));
    let mut end = 0;
    let belongs = |word: &str| {
        let start = end;
        end = start + word.len() + 1;
        found.iter().any(|place| place.start <= start && end <= place.end + 1)
            || words::AROUND_ERRORS.contains(&word)
            || words::ERRORS.contains(&word)
            || is_code(word)
            || site.iter().any(|own| own == word)
    };
    (is_coded || !found.is_empty()) && part.split(' ').all(belongs)
}

/// Whether a word is the number of an error: of those of HTTP, and of those that networks in between add to them.
fn is_code(word: &str) -> bool {
    word.len() == 3 && word.starts_with(['4', '5']) && word.bytes().all(|b| b.is_ascii_digit())
}

/// The words of those sentences of a block that say what went wrong.
fn excuse_words(text: &str) -> usize {
    if !EXCUSES.stand_in(&text::folded(text)) {
        return 0;
    }
    let sentences = text.split_inclusive(['.', '!', '?', '。', '؟']);
    // What stands in no sentence by itself, since a point is part of an address, counts as the whole.
    let said: usize = sentences.filter(|s| EXCUSES.stand_in(&text::folded(s))).map(text::words).sum();
    if said > 0 { said } else { text::words(text) }
}

/// Whether a day or a name stands among these nodes, before the next heading and before what is around a page.
fn is_signed(dom: &Dom, nodes: Range<usize>) -> bool {
    let apart = ["h2", "h3", "h4", "nav", "footer", "form", "aside", "ul"];
    for node in nodes.take(MOST_NODES).take_while(|&node| !dom.is(node, &apart)) {
        let is_named = || ["byline", "author"].iter().any(|name| dom.class_words(node).contains(name));
        let is_line = |text: &str| {
            let line = text::collapse(text);
            (1..=LONGEST_LINE).contains(&line.len())
                && (facts::stated_date(&line).is_some() || facts::names::is_signature(&line))
        };
        if dom.tag(node) == "time" || is_named() || dom.text(node).is_some_and(is_line) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_s_title_has_no_other_words() {
        let site = ["harbour".to_owned(), "post".to_owned()];
        let is_title = |text: &str| consists_of_error(&text::folded(text), &site);
        for title in [
            "404 Not Found",
            "404",
            "Error 404: page not found",
            "522: Connection timed out",
            "Oops! That page can’t be found.",
            "404 - File or directory not found",
            "Harbour Post: Page not found",
            "Fehler 404: Die Seite wurde nicht gefunden",
            "Cette page est introuvable",
            "Error interno del servidor",
            "Ошибка 500",
            "خطأ 404",
            "This article is no longer available",
        ] {
            assert!(is_title(title), "{title}");
        }
        for title in [
            "Not found guilty",
            "Access Denied to Border Villages, Says UN",
            "404: the village that vanished from the map",
            "Service unavailable: no trains until June",
            "Bad gateway: Harwich's new port",
            "403 Forbidden cargoes seized at Lynn",
            "Just a moment: what the minister meant",
            "Zugriff verweigert: Wie der Landkreis mauert",
            "404 tons of cocaine seized",
            "Error in the budget",
            "Errors",
        ] {
            assert!(!is_title(title), "{title}");
        }
    }

    #[test]
    fn of_a_block_the_sentences_that_excuse_are_counted() {
        assert_eq!(excuse_words("Check the URL. The ferry goes on Monday."), 3);
        assert_eq!(excuse_words("The ferry goes on Monday."), 0);
    }
}
