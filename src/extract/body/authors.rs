//! Who wrote the article, as far as it takes to tell lines about them from its text. The fact is read later, from all of the page.

use crate::article::BlockKind;
use crate::extract::blocks::Draft;
use crate::extract::facts::names::{is_full_name, is_led, is_signature, names};
use crate::extract::facts::structured::{self, Structured};
use crate::extract::text;

/// No byline is longer, in words.
const LONGEST_BYLINE: usize = 30;

/// Nor is a line that is nothing but a name, with a word that leads it in.
const LONGEST_HEAD: usize = 8;

/// The names of the authors, folded.
#[derive(Debug, Default)]
pub(crate) struct Authors {
    /// From the page's data, and from lines such as "By Ann Roe".
    stated: Vec<String>,
    /// From lines with a day between the headline and the text, where sections and places may stand as well.
    above: Vec<String>,
}

impl Authors {
    pub(super) fn new(structured: &Structured, drafts: &[Draft]) -> Authors {
        let data =
            structured.article().and_then(|article| article.get("author")).map(structured::strings).unwrap_or_default();
        let metas = structured.metas("author").chain(structured.metas("dc.creator")).map(str::to_owned);
        let short = drafts.iter().filter(|d| d.words <= LONGEST_BYLINE);
        let led = short.flat_map(|d| d.text.lines()).filter(|line| is_led(line)).flat_map(full_names);
        // A single word is a site's or a function's name as often as a person's.
        let stated = data.into_iter().chain(metas).chain(led).map(|name| text::folded(&name));
        let stated = stated.filter(|name| name.contains(' ')).collect();
        Authors { stated, above: dated(drafts).flat_map(full_names).map(|name| text::folded(&name)).collect() }
    }

    #[cfg(test)]
    pub(super) fn of(names: &[&str]) -> Authors {
        Authors { stated: names.iter().map(|name| (*name).to_owned()).collect(), above: Vec::new() }
    }

    /// Whether a line begins with the name of an author, and goes on.
    pub(super) fn begin(&self, line: &str) -> bool {
        let line = text::folded(line);
        self.stated.iter().any(|name| line.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(' ')))
    }

    /// Whether a block is a name over a note on its bearer: "Ann Roe", "Written by Ann Roe".
    pub(super) fn head(&self, draft: &Draft) -> bool {
        let is_named = |line: &str| self.stated.iter().chain(&self.above).any(|name| *name == line);
        draft.words <= LONGEST_HEAD && (is_signature(&draft.text) || is_named(&text::folded(&draft.text)))
    }
}

/// The lines below the headline and above the text that hold a number, as days do.
fn dated(drafts: &[Draft]) -> impl Iterator<Item = &str> {
    let headline = drafts.iter().position(|d| d.kind == BlockKind::Heading(1)).map_or(drafts.len(), |at| at + 1);
    let above = drafts[headline..].iter().take_while(|d| !d.is_prose() && !d.is_heading());
    above.flat_map(|d| d.text.lines()).filter(|line| line.contains(char::is_numeric))
}

fn full_names(line: &str) -> impl Iterator<Item = String> {
    names(line).into_iter().filter(|name| is_full_name(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::blocks::blocks;
    use crate::extract::dom::Document;

    fn known(html: &str) -> (Authors, Vec<Draft>) {
        let document = Document::parse(html);
        let dom = document.dom();
        let drafts = blocks(&dom);
        (Authors::new(&Structured::read(&dom), &drafts), drafts)
    }

    #[test]
    fn authors_are_known_from_bylines() {
        let (authors, _) = known("<p>By Ann Roe</p><p>Filed under Water<br>von Uwe Ried</p><p>by bus</p>");
        assert_eq!(authors.stated, ["ann roe", "uwe ried"]);
        assert!(authors.begin("Ann Roe keeps the upper lock.") && !authors.begin("Ann Roe"));
    }

    #[test]
    fn a_name_above_the_text_may_head_a_note() {
        let (authors, drafts) = known(
            "<h1>The canal reopens</h1><div><span>Elif Karahan</span> <span>14 March 2024</span></div><h4>Elif Karahan</h4>\
             <h4>Written by Ann Roe</h4><h4>The canal reopens</h4><p>Written by the clerk of the lower lock</p>",
        );
        let heads: Vec<_> = drafts.iter().filter(|draft| authors.head(draft)).map(|draft| &*draft.text).collect();
        assert_eq!(heads, ["Elif Karahan", "Written by Ann Roe"]);
        assert!(!authors.begin("Elif Karahan told the council."));
    }
}
